"""Forms as browsers send them: bounded, UTF-8, line ends made plain; and the fact that the form for adding means."""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kb.errors import DataError, UsageError
from kb.facts import QUANTITY_KEYS
from kb.site.writing import checking, recording

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

MOST_BYTES = 300_000
MOST_FIELDS = 200
LEVELS = (1, 2, 3)  # speakers below the author, from the outermost inward
NEW_ROWS = (1, 2)
VOICE = ("act", "stance", "certainty", "cue")
PLAIN = (
    "source",
    "quote",
    "prefix",
    "suffix",
    "text",
    "kind",
    "subject",
    "predicate",
    "object",
    "object_text",
    "event",
    "place",
    "about",
    "status",
)


@dataclass
class Form:
    """The fields of a form, without blanks around them."""

    fields: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    def some(self, names: tuple[str, ...], prefix: str = "") -> dict[str, Any]:
        """The fields of these names that hold something."""
        return {name: self[prefix + name] for name in names if self[prefix + name]}


async def received(request: Request) -> Form:
    """The form that was sent. Raises PayloadTooLarge, or UsageError for what is no form."""
    body = await request.post_body(max_bytes=MOST_BYTES)
    try:
        pairs = urllib.parse.parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise UsageError("this is no form", remedy="send it from the page itself") from error
    # A control character can only come from a program, or from a clipboard behind its reader's back.
    return Form({name: checking.UNWRITTEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip() for name, value in pairs})


def order_of(form: Form) -> recording.Order:
    """The fact that the form for adding means, with what is to be recorded before it."""
    for name, what in (("source", "which source says it"), ("quote", "which words carry it")):
        if not form[name]:
            raise DataError("is missing", where=name, remedy=f"say {what}")
    entry = form.some(PLAIN)
    if form["claim"]:  # a claim that is there: its own words, kind and triple stay
        entry = {"type": "assertion", "claim": form["claim"], **form.some(("source", "quote", "prefix", "suffix", "status"))}
    elif not form["text"]:
        raise DataError("is missing", where="text", remedy="say in a sentence that stands alone what the words claim")
    entry |= form.some(VOICE)
    voices = [form.some(("speaker", "work", *VOICE, "said"), f"voice{level}-") for level in LEVELS]
    for level, voice in zip(LEVELS, voices, strict=True):
        if voice and "speaker" not in voice:
            raise DataError(
                "is missing", where=f"speaker {level}", remedy="say whom the text reports here, or leave the fields beside it empty"
            )
    entry["said_by"] = [voice for voice in voices if voice]
    quantity = form.some(QUANTITY_KEYS, "quantity-")
    if quantity and not form["claim"]:
        entry["quantity"] = numbers(quantity)
    new = [one for one in (new_of(form, f"new{number}-") for number in NEW_ROWS) if one]
    return recording.order_of(entry | {"new": new})


def numbers(quantity: dict[str, Any]) -> dict[str, Any]:
    """The quantity with its figures as numbers."""
    from kb.facts import number

    return {key: number(value, f"quantity.{key}") if key in ("value", "minimum", "maximum") else value for key, value in quantity.items()}


def new_of(form: Form, prefix: str) -> dict[str, str] | None:
    """An actor, thing, event or predicate that is to be recorded first; None where the row is left empty."""
    given = form.some(("id", "name", "kind", "actuality"), prefix)
    if not given:
        return None
    what = form[prefix + "type"] or "actor"
    if what == "predicate":
        return {"type": what, "id": given.get("id", ""), "label": given.get("name", "")}
    if what != "event":
        given.pop("actuality", None)
    return {"type": what, **given}
