"""Read the forms that browsers send, and turn the form for adding into a fact."""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kb.base import ids
from kb.base.entries import number
from kb.base.fields import FACT, STANCE
from kb.base.model import QUANTITY_COLUMNS
from kb.errors import DataError, UsageError
from kb.site.editing import orders
from kb.texts import characters

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

MOST_BYTES = 300_000
MOST_FIELDS = 200
LEVELS = (1, 2, 3)  # of the speakers below the author, outermost first
NEW_ROWS = (1, 2)
PLAIN = tuple(name for name in FACT if name not in ("within", "claim_id"))  # the fields of a fact that the form has


@dataclass
class Form:
    """The fields of a form, without white space around their values. A missing field is empty."""

    fields: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    def some(self, names: tuple[str, ...], prefix: str = "") -> dict[str, Any]:
        """Return the fields of these names that are not empty, by their names without the prefix."""
        return {name: self[prefix + name] for name in names if self[prefix + name]}


async def received(request: Request, *, most_fields: int = MOST_FIELDS) -> Form:
    """Return the form that was sent, with line ends as LF. Raises PayloadTooLarge, or UsageError where the body is not a form."""
    body = await request.post_body(max_bytes=MOST_BYTES)
    try:
        pairs = urllib.parse.parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=most_fields, errors="strict")
    except ValueError as error:
        raise UsageError("the body is not a form", remedy="send it from the page itself") from error
    return Form({name: characters.typed(value) for name, value in pairs})


def order_of(form: Form) -> orders.Order:
    """Return the fact of the form, with the rows to record before it. Raises DataError for a field that is missing."""
    for name, what in (("source", "which source says it"), ("quote", "which words carry it")):
        if not form[name]:
            raise DataError("is missing", where=name, remedy=f"say {what}")
    entry = form.some(PLAIN)
    if form["claim_id"]:  # a recorded claim keeps its text, kind and triple
        entry = {"type": "assertion", "claim_id": form["claim_id"], **form.some(("source", "quote", "prefix", "suffix", "status"))}
    elif not form["text"]:
        raise DataError("is missing", where="text", remedy="say in a sentence that stands alone what the words claim")
    entry |= form.some(STANCE)
    voices = [form.some(("speaker", "work", *STANCE, "said"), f"voice{level}-") for level in LEVELS]
    for level, voice in zip(LEVELS, voices, strict=True):
        if voice and "speaker" not in voice:
            raise DataError(
                "is missing", where=f"speaker {level}", remedy="say whom the text reports here, or leave the fields beside it empty"
            )
    entry["said_by"] = [voice for voice in voices if voice]
    quantity = form.some(QUANTITY_COLUMNS, "quantity-")
    if quantity and not form["claim_id"]:
        entry["quantity"] = numbers(quantity)
    new = [row for row in (new_of(form, f"new{number}-") for number in NEW_ROWS) if row]
    return orders.order_of(entry | {"new": new})


def numbers(quantity: dict[str, Any]) -> dict[str, Any]:
    """Return a quantity with its figures as numbers."""
    return {key: number(value, f"quantity.{key}") if key in ("value", "minimum", "maximum") else value for key, value in quantity.items()}


def new_of(form: Form, prefix: str) -> dict[str, str] | None:
    """Return the actor, thing, event or predicate to record before the fact, or None where its fields are empty."""
    fields = form.some(("id", "name", "kind", "actuality"), prefix)
    if not fields:
        return None
    kind = form[prefix + "type"] or "actor"
    fields.setdefault("id", ids.slug(fields.get("name", "")))
    if kind == "predicate":
        return {"type": kind, "id": fields.get("id", ""), "label": fields.get("name", "")}
    if kind != "event":
        fields.pop("actuality", None)
    return {"type": kind, **fields}
