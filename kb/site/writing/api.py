"""The JSON API: what the forms do, for programs. Bearer token (or the cookie of whoever is signed in), JSON in, JSON out, errors that say what to do.

    POST /api/facts        one fact as in a JSON Lines file, or {"facts": […], "new": […], "reason": …, "dry_run": true}
    POST /api/check-quote  {"source", "quote", "prefix"?, "suffix"?, "within"?}
    POST /api/similar      {"text"}                          GET /api/names?q=…&kind=actor
    POST /api/correct      {"id", "set": {column: value}, "reason"}
    POST /api/retract      {"id", "reason"}
    POST /api/merge        {"old", "into", "reason"}
    POST /api/undo         {"run", "reason"}

201 something was recorded; 200 nothing new, or a check; 400 not JSON; 401 nobody is signed in; 403 may not; 409 stands against what the
base holds; 413 too long; 422 something in it is wrong, with `error`, `where` and `remedy`; 503 somebody else is writing. With an
Idempotency-Key, the same request gets the same answer.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from datasette.utils.asgi import PayloadTooLarge, Response

from kb import anchor
from kb.errors import DataError, KbError, UsageError
from kb.site.errors import translated
from kb.site.visit import View, Visit
from kb.site.writing import checking, once, recording
from kb.site.writing.desk import BusyError, Desk, status_of

Row = dict[str, Any]
Answer = tuple[int, Row]
Worker = Callable[[Desk, Row], Awaitable[Answer]]
MOST_BYTES = 1_000_000
SOUGHT = ("quote", "prefix", "suffix", "within")
HOW_NEW = 'record it with the fact: "new": [{"type": "actor", "id": "…", "name": "…", "kind": "…"}]'


class NotJsonError(KbError):
    """The body is no JSON object; status 400."""

    status = 400


def endpoint(worker: Worker, *, changes: bool = True) -> View:
    """A view that answers a POST: signed in, JSON, once for each key."""

    async def view(visit: Visit) -> Response:
        try:
            desk = await Desk.of(visit)
            body = await visit.request.post_body(max_bytes=MOST_BYTES)
            key = once.checked(visit.request.headers.get("idempotency-key")) if changes else None
            status, said, again = await answered(desk, worker, body, key)
        except PayloadTooLarge:
            return refusal(DataError("the body is too long", remedy=f"send {MOST_BYTES} bytes at most; split the work"), 413)
        except Exception as error:
            known = translated(error)
            if known is None:
                raise
            return refusal(known, status_of(known))
        return Response.json(said, status=status, headers={"Idempotency-Replayed": "true"} if again else {})

    return view


async def answered(desk: Desk, worker: Worker, body: bytes, key: str | None) -> tuple[int, Row, bool]:
    """(status, answer, whether it was given before)."""
    datasette = desk.visit.datasette
    if key is None:
        return (*await settled(worker, desk, body), False)
    before = await once.begin(datasette, desk.who, key, once.digest(desk.visit.request.path, body))
    if before:
        return (*before, True)
    answer: Answer | None = None
    try:
        answer = await settled(worker, desk, body)
    finally:
        await once.end(datasette, desk.who, key, answer if answer and answer[0] < 500 else None)
    return (*answer, False)


async def settled(worker: Worker, desk: Desk, body: bytes) -> Answer:
    """The answer, refusals among them."""
    try:
        return await worker(desk, parsed(body))
    except KbError as error:
        status = status_of(error)
        return status, problem(error, status)


def parsed(body: bytes) -> Row:
    try:
        given = json.loads(body)
        json.dumps(given, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise NotJsonError("the words hold half a character", remedy="give well-formed Unicode") from error
    except (ValueError, RecursionError) as error:
        raise NotJsonError("the body is not JSON", remedy='send a JSON object, such as {"source": …, "quote": …}') from error
    if not isinstance(given, dict):
        raise NotJsonError("the body is no JSON object", remedy="begin it with {")
    refuse_unwritten(given)
    return given


def refuse_unwritten(given: Row) -> None:
    """Refuse control characters anywhere but in words that are only sought in a text."""
    left: list[tuple[str, object]] = list(given.items())
    while left:  # no recursion: who sends it says how deep it is
        name, value = left.pop()
        if isinstance(value, str) and name not in SOUGHT:
            checking.refuse_unwritten(value, name)
        elif isinstance(value, dict):
            left += [(str(inner), each) for inner, each in value.items()]
        elif isinstance(value, list):
            left += [(name, each) for each in value]


def refusal(error: KbError, status: int) -> Response:
    headers = dict(getattr(error, "headers", {}))
    if isinstance(error, BusyError):
        headers["Retry-After"] = "1"
    return Response.json(problem(error, status), status=status, headers=headers)


def problem(error: KbError, status: int) -> Row:
    """A refusal as a JSON object."""
    remedy = checking.without_commands(error.remedy, HOW_NEW)
    said: Row = {"ok": False, "status": status, "error": error.what, "errors": [error.what], "where": error.where, "remedy": remedy}
    if isinstance(error, anchor.QuoteError) and error.nearest:
        said["nearest"] = {"start": error.nearest.start, "end": error.nearest.end}
    return said


def words(given: Row, known: dict[str, bool]) -> dict[str, str]:
    """The texts of a body: {key: whether it is needed}; others are refused, line ends made plain."""
    for key in given:
        if key not in known:
            raise UsageError(f"unknown key {key!r}", where=str(key), remedy="use " + ", ".join(known))
    found = {}
    for key, needed in known.items():
        value = given.get(key)
        if value is None and not needed:
            continue
        if not isinstance(value, str) or (needed and not value.strip()):
            raise DataError("is missing" if value in (None, "") else "is no text", where=key, remedy=f'add "{key}": "…"')
        found[key] = value.replace("\r\n", "\n")
    return found


async def add(desk: Desk, given: Row) -> Answer:
    given = dict(given)
    dry_run, reason = given.pop("dry_run", False), words({"reason": given.pop("reason", None)}, {"reason": False}).get("reason")
    order = recording.order_of(given)
    if dry_run:
        if order.new:
            raise UsageError("dry_run cannot show what rests on new rows", where="new", remedy="leave new out, or record it first")
        return 200, {"ok": True, "would_record": await desk.read(recording.foreseen, order)}
    if not order.new:  # what is wrong is found while others may write
        await desk.read(recording.foreseen, order)
    done = await desk.write("add", recording.record(order), reason=reason)
    said = [recording.added(one) for one in done.result]
    new = any(one["new_assertion"] for one in said)
    return (201 if new else 200), {"ok": True, "run": done.run_id, "facts": said, **(said[0] if len(said) == 1 else {})}


async def check_quote(desk: Desk, given: Row) -> Answer:
    asked = words(given, {"source": True, "quote": True, "prefix": False, "suffix": False, "within": False})
    source, quote = asked.pop("source"), asked.pop("quote")
    return 200, {"ok": True, **await desk.read(checking.quote, source, quote, **asked)}


async def similar(desk: Desk, given: Row) -> Answer:
    return 200, {"ok": True, "claims": await desk.read(checking.similar, words(given, {"text": True})["text"])}


async def correct(desk: Desk, given: Row) -> Answer:
    given = dict(given)
    new = given.pop("set", None)
    if not isinstance(new, dict) or not new or not all(isinstance(value, (str, int, float, type(None))) for value in new.values()):
        raise DataError("names no columns to set", where="set", remedy='write "set": {"certainty": "probable"}')
    asked = words(given, {"id": True, "reason": True})
    columns = {str(key): "" if value is None else str(value).replace("\r\n", "\n") for key, value in new.items()}
    return await changed(desk, "correct", asked["reason"], recording.correct(asked["id"], columns))


async def retract(desk: Desk, given: Row) -> Answer:
    asked = words(given, {"id": True, "reason": True})
    return await changed(desk, "retract", asked["reason"], recording.retract(asked["id"]))


async def merge(desk: Desk, given: Row) -> Answer:
    asked = words(given, {"old": True, "into": True, "reason": True})
    return await changed(desk, "merge", asked["reason"], recording.merge(asked["old"], asked["into"]))


async def undo(desk: Desk, given: Row) -> Answer:
    asked = words(given, {"run": True, "reason": True})
    return await changed(desk, "undo", asked["reason"], recording.take_back(asked["run"]))


async def changed(desk: Desk, kind: str, reason: str, work: Any) -> Answer:
    """A change that rests on what is there: what it did, line by line; 200, as nothing new has come."""
    done = await desk.write(kind, work, reason=reason)
    return 200, {"ok": True, "run": done.run_id, "changed": done.result if done.run_id else []}


async def names(visit: Visit) -> Response:
    """GET /api/names: the names like `q`, for whoever may see the base."""
    found = await visit.read(checking.names, visit.arg("q")[:200], visit.arg("kind"))
    return Response.json({"ok": True, "names": found})


FACTS, CORRECT, RETRACT, MERGE, UNDO = (endpoint(worker) for worker in (add, correct, retract, merge, undo))
CHECK_QUOTE, SIMILAR = (endpoint(worker, changes=False) for worker in (check_quote, similar))
