"""The page that imports a sheet or file of facts, pasted or uploaded. Everything that is wrong, and what would be recorded, is shown first."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from kb.errors import DataError, KbError
from kb.exchange import failed_rows, import_report, listed_entries, sheet_entries, sheets
from kb.exchange.facts_files import Imported, RefusedError
from kb.exchange.import_report import Report
from kb.exchange.listed_entries import Settings
from kb.site import bounded, wording
from kb.site.editing import marked, uploads
from kb.site.editing.desk import Desk, status_of
from kb.site.editing.forms import Form
from kb.site.visit import Visit

PREVIEW, RECORD, FAILED = uploads.PREVIEW, uploads.RECORD, uploads.FAILED
ENDINGS = {"[[": ".toml", "{": ".jsonl"}  # of pasted text, by how it begins


async def view(visit: Visit) -> Response:
    """GET shows the form. POST shows what importing would do, then imports, or gives the rows that failed as a file."""
    desk = await Desk.of(visit)
    if visit.request.method != "POST":
        return await form_page(desk, Form())
    form, data, name = await uploads.received(visit)
    try:
        if marked.holds_annotations(form, data, name):
            return await marked.imported(desk, form, data, name)
        path, text = await readable(visit, form, data, name)
        return await imported(desk, uploads.keeping(form, data, name, uploads.body_limit(visit)), path, text)
    except KbError as error:
        kept = uploads.keeping(form, data, name, uploads.body_limit(visit))
        return await form_page(desk, kept, error=error, status=status_of(error))


async def readable(visit: Visit, form: Form, data: bytes, name: str) -> tuple[Path, str | bytes]:
    """Return (name, content) of what was sent. A workbook becomes delimited text, in a process that can be ended. Raises DataError where nothing was sent, or twice."""
    uploads.refuse_none_or_both(form, data)
    if not data:
        return Path("pasted" + next((each for begin, each in ENDINGS.items() if form["sheet"].startswith(begin)), ".csv")), form["sheet"]
    path = Path(Path(name).name or "sheet.csv")
    if path.suffix.lower() in listed_entries.RDF:
        raise DataError(
            "triples are not read here", where=path.name, remedy="read them at the command line of the machine that has the base"
        )
    if path.suffix.lower() == sheets.WORKBOOK:
        return path.with_suffix(".csv"), await bounded.call(
            visit, bounded.READING, sheets.workbook_as_text, path, data, sheet_entries.of_facts
        )
    return path, data


async def imported(desk: Desk, form: Form, path: Path, text: str | bytes) -> Response:
    """Import what was sent, or only show what that would do. A file with a wrong row is refused, unless bad rows may be skipped."""
    settings = Settings(
        form["skip_bad"] == "yes", form["restore"] == "yes", tuple(form["ignore"].replace(",", " ").split()), marked.MOST_ROWS
    )
    recording, reason = form["do"] == RECORD, form["reason"] or f"import of {path.name}"
    run_id = None
    try:
        look = await desk.attempt(
            "import", partial(import_report.look_at, path=path, data=text, settings=settings), reason=reason, limits=bounded.READING
        )
        done, report = look.imported, look.report
        if recording:
            run = await desk.write("import", partial(import_report.import_looked_at, look=look, settings=settings), reason=reason)
            run_id, report = run.run_id, run.result
    except RefusedError as refused:
        if form["do"] == FAILED:
            return as_file(refused.imported)
        report = Report(faults=of_refused(refused), skipped=len(refused.imported.failed))
        return await form_page(desk, form, report=report, refused=True, status=422 if recording else 200)
    if form["do"] == FAILED:
        return as_file(done)
    if recording and not report.skipped and run_id:
        desk.visit.datasette.add_message(desk.visit.request, in_words(report))
        return Response.redirect(desk.visit.addresses.path(f"/changes/{run_id}", recorded="yes"), status=303)
    return await form_page(desk, form, report=report, run_id=run_id, recorded=recording)


def of_refused(refused: RefusedError) -> list[import_report.Fault]:
    """Return what is wrong with a refused file: its headings first, then each row."""
    by_row = [fault for entry, errors in refused.imported.failed for fault in import_report.faults(errors, entry)]
    of_rows = {id(error) for _, errors in refused.imported.failed for error in errors}
    return import_report.faults(error for error in refused.errors if id(error) not in of_rows) + by_row


def as_file(done: Imported) -> Response:
    """Return the rows that failed as a file, each with why."""
    ending = ".csv" if done.headings else ".jsonl"
    kind = "text/csv" if done.headings else "application/x-ndjson"
    return uploads.as_file(failed_rows.text(done, wording.page), f"failed-rows{ending}", kind)


def in_words(report: Report) -> str:
    """Return in a line what was imported."""
    numbers = (
        *((report.new, "new facts"), (report.there, "that were there already"), (report.retracted, "of them retracted, which stay so")),
        *(
            (report.restored, "restored"),
            (report.corrected, "rows corrected"),
            (report.taken_back, "retracted by the sheet"),
            (report.unchanged, "as they were"),
        ),
        *((number, f"new {kind.replace('_', ' ')} rows") for kind, number in report.others.items()),
    )
    return ", ".join(f"{number} {what}" for number, what in numbers if number) + "."


async def form_page(desk: Desk, form: Form, *, status: int = 200, **context: Any) -> Response:
    """Return the page with the form, and what came of it."""
    report = context.get("report")
    return await marked.import_page(desk, form, status=status, told=in_words(report) if report else "", **context)
