"""Import what was marked in texts with other programs: what is found again, and what is not and why, is shown first; then it waits for review."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from kb.base.runs import Run
from kb.errors import DataError
from kb.exchange.formats import registry
from kb.exchange.formats.quoted import ANNOTATIONS
from kb.names.lookup import Lookup
from kb.review import annotated
from kb.review.annotated import Sought, Taken
from kb.site import bounded
from kb.site.editing import uploads
from kb.site.editing.desk import Desk
from kb.site.editing.forms import Form

MOST_ROWS = 2_000  # what is written of them holds up whoever else writes
MOST_SHOWN = 200  # of each list


def holds_annotations(form: Form, data: bytes, name: str) -> bool:
    """Whether somebody says that what was sent is annotations, or it is JSON of a program whose annotations can be nothing else."""
    if form["as"] or name.lower().endswith(".toml"):
        return form["as"] == ANNOTATIONS
    sent = data or form["sheet"].encode("utf-8", "replace")
    return sent.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and any(
        each.is_of(name, sent) for each in registry.OURS if each.holds == ANNOTATIONS
    )


async def imported(desk: Desk, form: Form, data: bytes, name: str) -> Response:
    """Put the quotes of a file into the queue, or only show which are found again, or give those that are not as a file."""
    uploads.refuse_none_or_both(form, data)
    name = Path(name).name if data else "pasted"
    sent, source = data or form["sheet"].encode("utf-8", "replace"), form["source"]
    recording, reason = form["do"] == uploads.RECORD, form["reason"] or f"import of {name}"
    sought, taken = await desk.attempt(
        "propose", partial(look, filename=name, data=sent, source=source), reason=reason, limits=bounded.READING
    )
    if form["do"] == uploads.FAILED:
        return uploads.as_file(annotated.failed_as_csv(sought.failed), "failed-quotes.csv", "text/csv")
    run_id = None
    if recording:
        run = await desk.write("propose", partial(annotated.record, sought=sought), reason=reason)
        run_id, taken = run.run_id, run.result
    kept = uploads.keeping(form, data, name, uploads.body_limit(desk.visit))
    return await import_page(desk, kept, sought=sought, taken=taken, told=in_words(taken), recorded=recording, run_id=run_id)


def look(run: Run, filename: str, data: bytes, source: str) -> tuple[Sought, Taken]:
    """Seek the quotes of a file, and record what they propose. For a trial, which may take long. Raises DataError for too many."""
    quotes = registry.read(filename, data)
    if len(quotes) > MOST_ROWS:
        raise DataError(f"the file holds more than {MOST_ROWS} quotes", where=filename, remedy="send it in parts")
    given = Lookup(run.connection).source(source, "source") if source else None
    sought = annotated.seek(run.connection, quotes, given)
    return sought, annotated.record(run, sought)


def in_words(taken: Taken) -> str:
    """Return in a line what becomes of the quotes."""
    numbers = ((taken.new, "new to the queue"), (taken.known, "that were there already"), (len(taken.failed), "not found"))
    return ", ".join(f"{number} {what}" for number, what in numbers if number) + "."


async def import_page(desk: Desk, form: Form, *, status: int = 200, **context: Any) -> Response:
    """Return the page with the form, and what came of it."""
    shown = {"error": None, "report": None, "sought": None, "refused": False, "recorded": False, "run_id": None, "told": "", **context}
    limits: dict[str, Any] = {"most": uploads.body_limit(desk.visit), "most_rows": MOST_ROWS, "most_shown": MOST_SHOWN}
    return await desk.visit.page("kb/import.html", status=status, form=form, sources=await desk.read(titles), **limits, **shown)


def titles(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the title of each source that has a text, by its id."""
    sql = (
        "SELECT sources.id, title FROM sources JOIN entities USING (id) WHERE snapshot_id IS NOT NULL AND status = 'current' ORDER BY title"
    )
    return dict(connection.execute(sql + " LIMIT 2000").fetchall())
