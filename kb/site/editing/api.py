"""The JSON API, by which programs do what the forms do. Requests carry a bearer token or the cookie of somebody who is signed in.

    POST /api/facts        one fact as in a JSON Lines file, or {"facts": […], "new": […], "reason": …, "dry_run": true,
                           "restore": true}, which lets facts that were retracted count again;
                           a fact may give the span of its quote: "start_char", "end_char" (code points, end exclusive)
    POST /api/record       one entry of any kind as in a JSON Lines file, with its "type", or {"entries": […], "reason", "dry_run"}
    POST /api/check-quote  {"source", "quote", "prefix"?, "suffix"?, "within"?}
    POST /api/similar      {"text"}                          GET /api/names?q=…&kind=actor
    POST /api/correct      {"id", "set": {column: value}, "reason"}
    POST /api/review       {"id", "verdict": carries, does-not-carry or unsure, "note"?}
    POST /api/retract      {"id", "reason"}
    POST /api/merge        {"old", "into", "reason", "despite_evidence"?: true}
    POST /api/undo         {"run", "reason"}
    POST /api/settle       {"id", "choice", "reason"}

Status: 201 something was recorded; 200 nothing new, or a check; 400 not JSON; 401 not signed in; 403 not allowed; 409 in conflict with
rows of the base; 413 too long; 422 something is wrong; 503 somebody else is writing. Errors have `error`, `where`, `remedy`,
`suggestions` and `actions`; where several things are wrong, `faults` has these of each. The same request with the same Idempotency-Key gets the same answer.
"""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import PayloadTooLarge, Response

from kb.base.model import Row
from kb.changes.recording import KINDS
from kb.errors import BusyError, DataError, KbError, SeveralProblemsError, UsageError
from kb.site import wording
from kb.site.editing import bodies, checking, linking, once, orders, recording
from kb.site.editing.bodies import Body, parsed, words
from kb.site.editing.desk import Desk, status_of
from kb.site.errors import translated
from kb.site.visit import View, Visit
from kb.texts import anchoring

Answer = tuple[int, Row]
Worker = Callable[[Desk, Row], Awaitable[Answer]]
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Operation:
    """An operation of the API, from which both its route and its description are made. Without a body it is a GET with `parameters`."""

    name: str
    view: View
    body: Body | None
    statuses: tuple[int, ...]
    changes: bool = False
    parameters: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return f"/api/{self.name}"

    @property
    def methods(self) -> tuple[str, ...]:
        return ("POST",) if self.body else ("GET", "HEAD")


def operation(name: str, worker: Worker, body: Body, *, statuses: tuple[int, ...] = (200,), changes: bool = True) -> Operation:
    """The operation that a worker carries out. `changes` says whether it honours an Idempotency-Key."""
    return Operation(name, endpoint(worker, changes=changes), body, statuses, changes)


def endpoint(worker: Worker, *, changes: bool = True) -> View:
    """Return the view of a POST by a signed-in actor with a JSON object. `changes` says whether it honours an Idempotency-Key."""

    @functools.wraps(worker)
    async def view(visit: Visit) -> Response:
        try:
            desk = await Desk.of(visit)
            body = await visit.request.post_body(max_bytes=MOST_BYTES)
            key = once.checked(visit.request.headers.get("idempotency-key")) if changes else None
            status, answer, repeated = await answered(desk, worker, body, key)
        except PayloadTooLarge:
            return refusal(DataError("the body is too long", remedy=f"send {MOST_BYTES} bytes at most; split the work"), 413)
        except Exception as error:
            known = translated(error)
            if known is None:
                raise
            return refusal(known, status_of(known))
        return Response.json(answer, status=status, headers={"Idempotency-Replayed": "true"} if repeated else {})

    return view


async def answered(desk: Desk, worker: Worker, body: bytes, key: str | None) -> tuple[int, Row, bool]:
    """Return (status, answer, whether it repeats an earlier answer to the same key)."""
    datasette = desk.visit.datasette
    if key is None:
        return (*await worked(worker, desk, body), False)
    earlier = await once.begin(datasette, desk.who, key, once.digest(desk.visit.request.path, body))
    if earlier:
        return (*earlier, True)
    answer: Answer | None = None
    try:
        answer = await worked(worker, desk, body)
    finally:
        await once.end(datasette, desk.who, key, answer if answer and answer[0] < 500 else None)
    return (*answer, False)


async def worked(worker: Worker, desk: Desk, body: bytes) -> Answer:
    """Return the answer of a worker, or its error as an answer."""
    try:
        return await worker(desk, parsed(body))
    except KbError as error:
        status = status_of(error)
        return status, problem(error, status)


def refusal(error: KbError, status: int) -> Response:
    """Return the response for an error."""
    headers = dict(getattr(error, "headers", {}))
    if isinstance(error, BusyError):
        headers["Retry-After"] = "1"
    return Response.json(problem(error, status), status=status, headers=headers)


def problem(error: KbError, status: int) -> Row:
    """Return an error as a JSON object."""
    answer: Row = {"ok": False, "status": status, "errors": [error.what], **wording.data(error)}
    if isinstance(error, SeveralProblemsError):
        answer |= {"errors": [each.what for each in error.errors], "faults": [wording.data(each) for each in error.errors]}
    if isinstance(error, anchoring.QuoteError) and error.nearest:
        answer["nearest"] = {"start": error.nearest.start, "end": error.nearest.end}
    return answer


async def add(desk: Desk, data: Row) -> Answer:
    """Record one fact, or several with the rows that they need."""
    data = dict(data)
    dry_run, reason = data.pop("dry_run", False), words({"reason": data.pop("reason", None)}, {"reason": False}).get("reason")
    restore = data.pop("restore", False)
    order = await desk.check(recording.located, orders.order_of(data))
    if dry_run:
        if order.new:
            raise UsageError("dry_run cannot show facts that depend on new rows", where="new", remedy="leave new out, or record it first")
        return 200, {"ok": True, "would_record": await desk.check(recording.preview, order)}
    if not order.new:  # errors are found here, while others may write
        await desk.check(recording.preview, order)
    # an import changes only what its contributor recorded, unless they may change what others did
    run = await desk.write("import" if restore else "add", recording.record(order, restore=bool(restore)), reason=reason)
    recorded = [recording.added(fact) for fact in run.result]
    left = [row_id for fact in recorded for row_id in fact["retracted"]]
    new = any(fact["new_assertion"] for fact in recorded)
    told = [
        *order.notices,
        *([f"{len(left)} assertions are retracted and stay so: send restore to let them count again"] if left and not restore else []),
    ]
    notices = {"notices": told} if told else {}
    return (201 if new else 200), {
        "ok": True,
        "run": run.run_id,
        "facts": recorded,
        **(recorded[0] if len(recorded) == 1 else {}),
        **notices,
    }


async def check_quote(desk: Desk, data: Row) -> Answer:
    """Return where a quote is in a text, or the nearest words."""
    texts = words(data, bodies.QUOTE.texts)
    source, quote = texts.pop("source"), texts.pop("quote")
    return 200, {"ok": True, **await desk.check(checking.quote, source, quote, **texts)}


async def similar(desk: Desk, data: Row) -> Answer:
    """Return the claims that are similar to a text."""
    return 200, {"ok": True, "claims": await desk.check(checking.similar, words(data, bodies.SIMILAR.texts)["text"])}


async def correct(desk: Desk, data: Row) -> Answer:
    """Set columns of a row, whose old values stay as a revision."""
    data = dict(data)
    new = data.pop("set", None)
    if not isinstance(new, dict) or not new or not all(isinstance(value, (str, int, float, type(None))) for value in new.values()):
        raise DataError("has no columns to set", where="set", remedy='write "set": {"certainty": "probable"}')
    texts = words(data, bodies.CORRECTION.texts)
    columns = {str(key): "" if value is None else str(value).replace("\r\n", "\n") for key, value in new.items()}
    return await changed(desk, "correct", texts["reason"], recording.correct(texts["id"], columns))


async def review(desk: Desk, data: Row) -> Answer:
    """Record who checked a row against its words."""
    texts = words(data, bodies.REVIEW.texts)
    note = texts.get("note") or None
    run = await desk.write("review", recording.review(texts["id"], texts["verdict"], note), reason=note)
    return (201 if run.run_id else 200), {"ok": True, "run": run.run_id, "reviewed": run.result}


async def retract(desk: Desk, data: Row) -> Answer:
    """Retract a row, with the rows that depend on it alone."""
    texts = words(data, bodies.RETRACTION.texts)
    return await changed(desk, "retract", texts["reason"], recording.retract(texts["id"]))


async def merge(desk: Desk, data: Row) -> Answer:
    """Merge a row into another."""
    data = dict(data)
    despite = data.pop("despite_evidence", False)
    if not isinstance(despite, bool):
        raise DataError("is neither true nor false", where="despite_evidence", remedy='write "despite_evidence": true, or leave it out')
    texts = words(data, bodies.MERGE.texts)
    return await changed(desk, "merge", texts["reason"], recording.merge(texts["old"], texts["into"], despite_evidence=despite))


async def undo(desk: Desk, data: Row) -> Answer:
    """Undo a run."""
    texts = words(data, bodies.UNDO.texts)
    return await changed(desk, "undo", texts["reason"], recording.undo(texts["run"]))


async def settle(desk: Desk, data: Row) -> Answer:
    """Settle a conflict by one of its two values."""
    texts = words(data, bodies.SETTLEMENT.texts)
    return await changed(desk, "settle", texts["reason"], recording.settle(texts["id"], texts["choice"]))


async def changed(desk: Desk, kind: str, reason: str, work: Any) -> Answer:
    """Change recorded rows in a run, and answer with a line for each change. The status is 200, as no row is new."""
    run = await desk.write(kind, work, reason=reason)
    return 200, {"ok": True, "run": run.run_id, "changed": run.result if run.run_id else []}


async def names(visit: Visit) -> Response:
    """GET /api/names returns the names similar to `q`, to everybody who may see the base."""
    matches = await visit.read(checking.names, visit.arg("q")[:200], visit.arg("kind"))
    return Response.json({"ok": True, "names": matches})


OPERATIONS = (
    operation("facts", add, Body(whole=bodies.facts_schema(orders.MOST_FACTS)), statuses=(200, 201)),
    operation("record", linking.record, Body(whole=bodies.entries_schema(KINDS, linking.MOST_ENTRIES)), statuses=(200, 201)),
    operation("check-quote", check_quote, bodies.QUOTE, changes=False),
    operation("similar", similar, bodies.SIMILAR, changes=False),
    operation("correct", correct, bodies.CORRECTION),
    operation("review", review, bodies.REVIEW, statuses=(200, 201)),
    operation("retract", retract, bodies.RETRACTION),
    operation("merge", merge, bodies.MERGE),
    operation("undo", undo, bodies.UNDO),
    operation("settle", settle, bodies.SETTLEMENT),
    Operation("names", names, None, (200,), parameters=("q", "kind")),
)
