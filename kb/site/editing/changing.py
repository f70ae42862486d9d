"""The pages that correct, review, retract, merge and undo, and the list of all runs with who, when and why."""

from __future__ import annotations

import sqlite3

from datasette.utils.asgi import Response

from kb.ask import story
from kb.base.field_labels import label
from kb.base.model import ENTITY_TABLES, SEVERAL_WORDS, WITH_STATUS, Row, key_of
from kb.base.model import row_id as id_of
from kb.base.row_by_id import OF_QUANTITY, row_of, table_of
from kb.changes import RETRACTABLE, correctable
from kb.changes.resting import FIRST, resting_on
from kb.errors import DataError, KbError, UsageError
from kb.site.editing import forms, in_words, naming, recording
from kb.site.editing.desk import Desk, status_of
from kb.site.editing.forms import Form
from kb.site.errors import MissingError
from kb.site.page_data import first_row, rows, words
from kb.site.visit import Visit
from kb.texts.quantity_words import in_figures

A_PAGE = 50
RUNS = """
SELECT runs.id, runs.kind, contributors.name AS who, runs.reason, runs.started_at FROM runs JOIN contributors ON contributors.id = contributor_id
WHERE ?1 = '' OR (runs.started_at, runs.id) < (SELECT started_at, id FROM runs WHERE id = ?1) ORDER BY runs.started_at DESC, runs.id DESC LIMIT ?2"""
RUN = """
SELECT runs.*, contributors.name AS who FROM runs JOIN contributors ON contributors.id = contributor_id WHERE runs.id = ?"""
MOST_SHOWN = 200  # rows of one kind on the page of a run
# Tables whose rows connect facts; a run page lists those that it recorded.
CONNECTING = (
    *("relations", "affiliations", "event_order", "distinct_entities", "participations", "quantities"),
    *("mentions", "citations", "names", "identifiers", "source_authors", "predicates"),
)
# What a row is called whose table's name does not say it.
ROWS_OF = {
    "affiliations": "what belongs to what",
    "assertions": "who says it",
    "distinct_entities": "that two are not the same",
    "event_order": "the order of two events",
    "identifiers": "an id elsewhere",
    "mentions": "what a name stands for",
    "participations": "who plays which part",
    "quantities": "a number",
    "source_authors": "an author",
}
WORDED = "SELECT value, label FROM vocabulary WHERE field = ? ORDER BY rowid"


async def list_runs(visit: Visit) -> Response:
    """Show the latest runs, with who, when and why."""
    runs = await visit.read(latest_runs, visit.arg("before"))
    more = runs[A_PAGE - 1]["id"] if len(runs) > A_PAGE else None
    return await visit.page("kb/changes.html", runs=runs[:A_PAGE], more=more)


def latest_runs(connection: sqlite3.Connection, before: str) -> list[Row]:
    """Return the runs before a run, the latest first, each with what it did; one more than a page shows."""
    return [in_words.summary(connection, run) for run in rows(connection, RUNS, before, A_PAGE + 1)]


async def run(visit: Visit) -> Response:
    """GET shows what a run did, and POST undoes it."""
    run_id = visit.parts["id"]
    if visit.request.method == "POST":
        desk = await Desk.of(visit)
        form = await forms.received(visit.request)
        try:
            undo = await desk.write("undo", recording.undo(run_id), reason=reason_of(form))
        except KbError as error:
            return await run_page(visit, run_id, form, error)
        return Response.redirect(visit.addresses.path(f"/changes/{undo.run_id}"), status=303)
    return await run_page(visit, run_id, Form(), None)


async def run_page(visit: Visit, run_id: str, form: Form, error: KbError | None) -> Response:
    details = await visit.read(run_details, run_id)
    may = await visit.may("add-facts")
    status = 200 if error is None else status_of(error)
    return await visit.page("kb/change_run.html", status=status, form=form, error=error, may=may, recorded=visit.arg("recorded"), **details)


def run_details(connection: sqlite3.Connection, run_id: str) -> Row:
    """Return a run with the assertions and entities that it recorded and the rows that it changed. Raises MissingError."""
    run = first_row(connection, RUN, run_id)
    if run is None:
        raise MissingError(f"there is no run {run_id}")
    return {
        "run": run,
        "assertions": in_words.said(connection, run_id, MOST_SHOWN),
        "entities": rows(connection, in_words.NAMED, run_id, MOST_SHOWN),
        "changed": in_words.changed(connection, run_id, MOST_SHOWN),
        "taken_back": in_words.taken_back(connection, run_id),
        "connecting": connecting(connection, run_id),
    }


def connecting(connection: sqlite3.Connection, run_id: str) -> list[Row]:
    """Return the table and id of each row that connects facts and was recorded in a run."""
    listed: list[Row] = []
    for table in CONNECTING:
        for row in rows(connection, f"SELECT * FROM {table} WHERE run_id = ? ORDER BY rowid LIMIT 100", run_id):
            named = id_of(key_of(table, row)) + (OF_QUANTITY if table == "quantities" else "")
            listed.append({"table": table, "id": named, "label": in_words.label(connection, table, named)})
    return listed


def reason_of(form: Form) -> str:
    """Return the reason that the form gives. Raises DataError where it is empty."""
    if not form["reason"]:
        raise DataError("is missing", where="reason", remedy="say why, for whoever reads the history")
    return form["reason"]


async def row(visit: Visit) -> Response:
    """GET shows a row with its history, and POST corrects, reviews, retracts or merges it."""
    desk = await Desk.of(visit)
    row_id, form, error = visit.parts["id"], Form(), None
    if visit.request.method == "POST":
        form = await forms.received(visit.request)
        try:
            return await changed(desk, row_id, form)
        except KbError as refused:
            error = refused
    details = await desk.read(row_details, row_id)
    values = [form["set-" + field["name"]] or field["value"] for field in details["fields"] if field["kinds"]]
    told = await desk.read(naming.told, values)
    status = 200 if error is None else status_of(error)
    return await visit.page("kb/change.html", status=status, form=form, error=error, told=told, **details)


async def changed(desk: Desk, row_id: str, form: Form) -> Response:
    """Correct, review, retract or merge the row as the form asks, in one run with its reason."""
    do, reason = form["do"], form["note"] or None if form["do"] == "review" else reason_of(form)
    if do == "review":
        run = await desk.write(do, recording.review(row_id, form["verdict"], reason), reason=reason)
    elif do == "correct":
        new = await desk.read(corrections, row_id, form)
        run = await desk.write(do, recording.correct(row_id, new), reason=reason)
    elif do == "retract":
        run = await desk.write(do, recording.retract(row_id), reason=reason)
    elif do == "merge":
        if not form["into"]:
            raise DataError("is missing", where="into", remedy="say which row it is the same as")
        merge = recording.merge(row_id, form["into"], despite_evidence=form["despite"] == "yes")
        run = await desk.write(do, merge, reason=reason)
    else:
        raise UsageError(f"unknown action {do!r}", remedy="use the buttons of the page")
    if run.run_id is None:
        raise DataError("nothing changed: it says so already", remedy="change a field, or leave it")
    return Response.redirect(desk.visit.addresses.path(f"/changes/{run.run_id}"), status=303)


def corrections(connection: sqlite3.Connection, row_id: str, form: Form) -> dict[str, str]:
    """Return the fields of the form that differ from the row. Raises DataError where none does."""
    present = {field["name"]: field["value"] for field in fields(connection, table_of(connection, row_id), row_id)}
    sent = {name.removeprefix("set-"): value for name, value in form.fields.items() if name.startswith("set-")}
    changes = {name: value for name, value in sent.items() if name not in present or value != present[name]}
    if not changes:
        raise DataError("nothing changed: it says so already", remedy="change a field, or leave it")
    return changes


def fields(connection: sqlite3.Connection, table: str, row_id: str) -> list[Row]:
    """Return the fields of a row that can be corrected, each with name, label, value and the words to choose from, each with its label."""
    if table in ("snapshots", "passages", "runs"):
        return []
    old = row_of(connection, table, row_id)
    listed: list[Row] = []
    if table == "assertions":
        quote = connection.execute("SELECT exact FROM passages WHERE id = ?", (old["passage_id"],)).fetchone()[0]
        listed.append({"name": "quote", "value": quote, "choices": []})
    for name, value in old.items():
        if name in correctable(table, old):
            options = [row for row in words_for(connection, table, name) if row[0] != "retracted" or value == "retracted"]
            listed.append({"name": name, "value": "" if value is None else str(value), "choices": options})
    if table == "claims":
        quantity = rows(
            connection,
            "SELECT comparison, value, minimum, maximum, unit, measure, as_of, verbatim FROM quantities WHERE claim_id = ?",
            row_id,
        )
        listed += [
            {
                "name": f"quantity.{name}",
                "value": in_figures(value, parted=False) if isinstance(value, float) else value or "",
                "choices": words_for(connection, "quantities", name),
            }
            for row in quantity
            for name, value in row.items()
        ]
    return [{**field, "label": label(field["name"].removeprefix("quantity."), table)} for field in with_names(connection, table, listed)]


def words_for(connection: sqlite3.Connection, table: str, column: str) -> list[tuple[str, str]]:
    """Return the words that a column holds one of, each with its label, or none where it is free or holds several."""
    if (table, column) in SEVERAL_WORDS:
        return []
    return [(row[0], row[1]) for row in connection.execute(WORDED, (f"{table}.{column}",))]


def with_names(connection: sqlite3.Connection, table: str, listed: list[Row]) -> list[Row]:
    """Return the fields with a name in place of each id, where it stands for that row alone, and with the kinds that a field may name."""
    kinds = {column: naming.KINDS_OF[of] for column, of in rows_named(connection, table).items() if of in naming.KINDS_OF}
    names = naming.by_name(connection, {field["name"]: field["value"] for field in listed if field["name"] in kinds})
    return [field | {"kinds": kinds.get(field["name"], ""), "value": names.get(field["name"], field["value"])} for field in listed]


def rows_named(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return the table whose rows each column of a table names."""
    return {row[3]: row[2] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}


def row_details(connection: sqlite3.Connection, row_id: str) -> Row:
    """Return a row as the page shows it, with its fields and history. Raises MissingError where there is no such row."""
    try:
        table = table_of(connection, row_id)
    except UsageError as error:
        raise MissingError(error.what, remedy=error.remedies) from error
    shown = story.story(connection, row_id)
    return {
        "table": table,
        "of": ROWS_OF.get(table, f"{'an' if table[0] in 'aeiou' else 'a'} {table.removesuffix('s').replace('_', ' ')}"),
        "row_id": row_id,
        "label": in_words.label(connection, table, row_id),
        "became": shown.became,
        "standing": shown.row.get("status"),
        "fields": fields(connection, table, row_id),
        "history": shown.history,
        "reviewable": table in WITH_STATUS and shown.row["status"] != "retracted",
        "reviews": shown.parts.get("reviews", []),
        "retractable": table in RETRACTABLE,
        "resting": resting_on(connection, row_id) if table in FIRST else None,
        "most_shown": MOST_SHOWN,
        "mergeable": table == "claims" or table in ENTITY_TABLES,
        "words": words(connection),
    }
