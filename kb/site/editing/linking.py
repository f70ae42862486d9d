"""The forms, and the endpoint of the JSON API, that record what connects facts, such as relations, belonging, roles and names."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

from datasette.utils.asgi import Response

from kb.base.entries import number
from kb.base.entry_fields import ENTRY_FIELDS
from kb.base.field_labels import label
from kb.base.model import SEVERAL_WORDS, Row
from kb.base.runs import Run
from kb.changes.recording import Recorded, record_entries
from kb.errors import ConflictError, DataError, KbError, UsageError
from kb.errors.remedies import worded
from kb.names.lookup import Lookup
from kb.review import choosing
from kb.site import bounded, wording
from kb.site.editing import checking, forms, naming
from kb.site.editing.desk import Desk
from kb.site.editing.forms import Form
from kb.site.errors import MissingError
from kb.site.page_data import first_row, words
from kb.site.visit import Visit

MOST_ENTRIES = 100  # in one request
DEFAULT = re.compile(r"\s*\[default: ([^]]+)\]")
NUMBERS = ("value", "minimum", "maximum")
LONG = ("rationale", "no_claim_reason", "quote", "measure")  # fields with several lines
CLAIMS = ("from", "to", "claim_id")  # fields that name a claim
ENTITIES = ("entity", "whole", "part_of", "place")  # fields that name an actor, thing, event or source
KINDS_NAMED = {"actor": "actor", "publisher": "actor", "source": "source", "cited": "source", "event": "event", "other": "event"}
# What a page of an entity or claim offers to record: (kind, the field that names the page's own row, the words of the link).
OFFERS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "claim": (
        ("relation", "from", "relate it to another claim"),
        ("role", "claim_id", "say who plays which part in an event"),
        ("quantity", "claim_id", "give its number"),
        ("affiliation", "claim_id", "say who belongs to what by it"),
        ("event_order", "claim_id", "put events in order by it"),
    ),
    "entity": (
        ("affiliation", "entity", "say what it belongs to"),
        ("affiliation", "whole", "say what belongs to it"),
        ("name", "entity", "add another name"),
        ("identifier", "entity", "add its id elsewhere"),
        ("distinct", "entity", "say that another is not the same"),
    ),
    "event": (("event_order", "event", "put it in order with another event"),),
    "source": (
        ("mention", "source", "say what a name in it stands for"),
        ("citation", "source", "record what it cites"),
        ("sentence", "source", "mark a sentence that states nothing"),
        ("author", "source", "add an author"),
        ("name", "entity", "add another name"),
        ("identifier", "entity", "add its id elsewhere"),
        ("distinct", "entity", "say that another is not the same"),
    ),
}


async def offered(visit: Visit, page: str, row_id: str) -> list[Row]:
    """Return the links by which a page offers to record something about its row, or to change it, or none where the visitor may not."""
    if visit.request.actor is None or not await visit.may("add-facts"):
        return []
    listed = OFFERS["entity"] + OFFERS.get(page, ()) if page in ("actor", "thing", "event") else OFFERS[page]
    links = [{"href": visit.addresses.path(f"/record/{kind}", **{field: row_id}), "words": said} for kind, field, said in listed]
    changes = (("change", "correct or retract it"), ("merge", "merge it with another"))
    return [*links, *({"href": visit.addresses.path(f"/{path}/{row_id}"), "words": said} for path, said in changes)]


# --------------------------------------------------------------------------------------------------------- the form


async def view(visit: Visit) -> Response:
    """GET shows the form of a kind of entry, filled from the query, and POST records it."""
    desk, kind = await Desk.of(visit), visit.parts["kind"]
    if kind not in ENTRY_FIELDS:
        raise MissingError(f"there is no form for {kind}")
    names = {**ENTRY_FIELDS[kind].said, **ENTRY_FIELDS[kind].others}
    if visit.request.method != "POST":
        return await form_page(desk, kind, Form({name: visit.arg(name) for name in names}))
    form = await forms.received(visit.request)
    try:
        listed = [(kind, await desk.read(entry_of, kind, form))]
        run = await desk.write("add", work_of(listed), reason=form["reason"] or None)
    except KbError as error:
        return await form_page(desk, kind, form, error)
    (done,) = run.result
    for note in done.notes:
        visit.datasette.add_message(visit.request, worded(note, wording.page))
    if run.run_id is None:
        visit.datasette.add_message(visit.request, "This was there already; nothing new was recorded.")
        return Response.redirect(visit.addresses.path(f"/change/{done.ids[0]}"), status=303)
    return Response.redirect(visit.addresses.path(f"/changes/{run.run_id}", recorded="yes"), status=303)


def entry_of(connection: sqlite3.Connection, kind: str, form: Form) -> Row:
    """Return the entry that a form describes. Its boxes for several words are named FIELD-WORD."""
    known = ENTRY_FIELDS[kind]
    entry: Row = form.some((*known.said, *known.others))
    named = entry.get(naming.NAMED_BY.get(kind, "name"))
    if "id" in known.said and "id" not in entry and named:
        entry["id"] = choosing.named(Lookup(connection), kind, named).id
    for name in NUMBERS:
        if name in entry and name in known.others and kind == "quantity":
            entry[name] = number(entry[name], name)
    for name in several(kind):
        listed = words(connection)[known.vocabulary[name]]
        chosen = [word for word in listed if form[f"{name}-{word}"]]
        entry |= {name: chosen} if chosen else {}
    return entry


def several(kind: str) -> list[str]:
    """Return the fields of a kind that take several words."""
    columns = ENTRY_FIELDS[kind].vocabulary
    return [name for name, column in columns.items() if tuple(column.split(".")) in SEVERAL_WORDS]


async def form_page(desk: Desk, kind: str, form: Form, error: KbError | None = None) -> Response:
    """Return the page with the form of a kind, what is wrong with it, and the choices of its fields."""
    status = 200 if error is None else 409 if isinstance(error, ConflictError) else 422
    context = await desk.read(choices, kind, form)
    known = ENTRY_FIELDS[kind]
    return await desk.visit.page(
        "kb/record.html",
        status=status,
        form=form,
        error=error,
        kind=kind,
        known=known,
        several=several(kind),
        long=LONG,
        hint=hint,
        label=partial(label, of=kind),
        **context,
    )


def hint(words: str) -> str:
    """Return the help text of a field as its form gives it, with the default in a sentence."""
    return DEFAULT.sub(r" Left empty: \1.", words)


def picked(kind: str) -> dict[str, tuple[str, ...]]:
    """Return the kinds of row that each field of a kind of entry names."""
    named: dict[str, tuple[str, ...]] = {}
    for name in (*ENTRY_FIELDS[kind].said, *ENTRY_FIELDS[kind].others):
        if name in CLAIMS:
            named[name] = ("claim",)
        elif name in ENTITIES or (kind, name) == ("distinct", "other"):
            named[name] = tuple(naming.ANY.split())
        elif name in KINDS_NAMED:
            named[name] = (KINDS_NAMED[name],)
    return named


def choices(connection: sqlite3.Connection, kind: str, form: Form) -> Row:
    """Return the words and entities to choose from, the claims that the form names, and for a relation the claims like its first one."""
    named = {name: claim_named(connection, form[name]) for name in CLAIMS if form[name]}
    like = []
    if kind == "relation" and (first := named.get("from")):
        like = [row for row in checking.similar(connection, first["text"]) if row["id"] != first["id"]]
    fields = picked(kind)
    shown = naming.by_name(connection, {name: form[name] for name in fields})
    told = naming.told(connection, shown.values())
    return {
        "words": words(connection),
        "entities": naming.offered(connection),
        "named": named,
        "like": like,
        "picked": fields,
        "shown": shown,
        "told": told,
    }


def claim_named(connection: sqlite3.Connection, name: str) -> Row | None:
    """Return the id and words of the claim that a field names, or None where it names none."""
    try:
        return first_row(connection, "SELECT id, text FROM claims WHERE id = ?", Lookup(connection).claim(name))
    except DataError:
        return None


# ------------------------------------------------------------------------------------------------------ the JSON API


async def record(desk: Desk, data: Row) -> tuple[int, Row]:
    """Record the entries of a JSON object, and return (status, answer)."""
    data = dict(data)
    dry_run, reason = data.pop("dry_run", False), data.get("reason") if has_reason(data.get("type")) else data.pop("reason", None)
    if reason is not None and not isinstance(reason, str):
        raise DataError("is no text", where="reason", remedy='add "reason": "…"')
    work = work_of(entries_of(data))
    if dry_run:
        tried = await desk.attempt("add", work, reason=reason or None, limits=bounded.READING)
        return 200, {"ok": True, "run": None, "would_record": [answer_of(done) for done in tried]}
    run = await desk.write("add", work, reason=reason or None)
    recorded = [answer_of(done) for done in run.result]
    new = run.run_id is not None and any(done.new for done in run.result)
    return (201 if new else 200), {"ok": True, "run": run.run_id, "recorded": recorded}


def has_reason(kind: object) -> bool:
    """Return whether a kind of entry has a reason of its own, which then stands in the history too."""
    return isinstance(kind, str) and kind in ENTRY_FIELDS and "reason" in ENTRY_FIELDS[kind].others


def entries_of(data: Row) -> list[tuple[str, Row]]:
    """Return the (kind, entry) of a JSON object with one entry, or with a list of `entries`. Raises UsageError where it is wrong."""
    listed = data.pop("entries", None)
    if listed is None:
        listed = [data]
    elif data:
        raise UsageError(f"unknown key {sorted(data)[0]!r} beside entries", remedy="put it into each entry")
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        raise UsageError("entries is not a list of objects", where="entries", remedy='write "entries": [{"type": "relation", …}]')
    if not 0 < len(listed) <= MOST_ENTRIES:
        raise UsageError(f"{len(listed)} entries", where="entries", remedy=f"send 1 to {MOST_ENTRIES} in a request")
    pairs = [(str(item.get("type", "")), {key: value for key, value in item.items() if key != "type"}) for item in listed]
    if any("reviewer" in entry for _, entry in pairs):
        raise UsageError("whoever is signed in is the reviewer", where="reviewer", remedy="leave reviewer out")
    return pairs


def work_of(listed: list[tuple[str, Row]]) -> Callable[[Run], list[Recorded]]:
    """Return the function that records the entries in a run."""
    return partial(record_entries, listed=listed)


def answer_of(done: Recorded) -> dict[str, Any]:
    """Return what an entry became as a JSON object."""
    return {"type": done.kind, "ids": list(done.ids), "new": done.new, "notes": [worded(note, wording.api) for note in done.notes]}
