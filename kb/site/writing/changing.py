"""Pages that change what is recorded, and that show every change: correct, retract, merge, undo; who, when and why."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb import changes, history
from kb.errors import DataError, KbError, UsageError
from kb.site.errors import MissingError
from kb.site.reading import one, rows, words
from kb.site.visit import Visit
from kb.site.writing import forms, recording
from kb.site.writing.desk import ConflictError, Desk
from kb.site.writing.forms import Form
from kb.tables import ENTITY_TABLES, WITH_STATUS

Row = dict[str, Any]
A_PAGE = 50
RUNS = """
SELECT runs.id, runs.kind, contributors.name AS who, runs.reason, runs.started_at,
  (SELECT count(*) FROM assertions WHERE run_id = runs.id) AS assertions, (SELECT count(*) FROM revisions WHERE run_id = runs.id) AS revisions
FROM runs JOIN contributors ON contributors.id = contributor_id
WHERE ?1 = '' OR (runs.started_at, runs.id) < (SELECT started_at, id FROM runs WHERE id = ?1) ORDER BY runs.started_at DESC, runs.id DESC LIMIT ?2"""
RUN = """
SELECT runs.*, contributors.name AS who FROM runs JOIN contributors ON contributors.id = contributor_id WHERE runs.id = ?"""
RECORDED = """
SELECT assertions.id, claim_id, claims.text AS claim, actors.name AS speaker, assertions.stance, assertions.status, passages.exact AS quote, source_id
FROM assertions JOIN claims ON claims.id = claim_id JOIN actors ON actors.id = speaker_id JOIN passages ON passages.id = passage_id
WHERE assertions.run_id = ? ORDER BY source_id, passages.start_char, level LIMIT 200"""
NAMED = """
SELECT entities.id, entities.kind, entities.label, entities.status FROM entities WHERE id IN (
  SELECT id FROM actors WHERE run_id = ?1 UNION SELECT id FROM things WHERE run_id = ?1 UNION SELECT id FROM events WHERE run_id = ?1
  UNION SELECT id FROM sources WHERE run_id = ?1) ORDER BY label LIMIT 200"""
REVISED = "SELECT table_name, row_id, operation, before, after, reason, at FROM revisions WHERE run_id = ? ORDER BY seq LIMIT 500"
WORDED = "SELECT DISTINCT value FROM vocabulary WHERE field = ? ORDER BY value"


async def listed(visit: Visit) -> Response:
    """The latest runs, who did them, when and why."""
    runs = await visit.read(rows, RUNS, visit.arg("before"), A_PAGE + 1)
    more = runs[A_PAGE - 1]["id"] if len(runs) > A_PAGE else None
    return await visit.page("kb/changes.html", runs=runs[:A_PAGE], more=more)


async def run(visit: Visit) -> Response:
    """What one run did; POST takes it back."""
    run_id = visit.parts["id"]
    if visit.request.method == "POST":
        desk = await Desk.of(visit)
        form = await forms.received(visit.request)
        try:
            done = await desk.write("undo", recording.take_back(run_id), reason=reason_of(form))
        except KbError as error:
            return await run_page(visit, run_id, form, error)
        return Response.redirect(visit.addresses.path(f"/changes/{done.run_id}"), status=303)
    return await run_page(visit, run_id, Form(), None)


async def run_page(visit: Visit, run_id: str, form: Form, error: KbError | None) -> Response:
    found = await visit.read(told_run, run_id)
    may = await visit.may("add-facts")
    status = 200 if error is None else 409 if isinstance(error, ConflictError) else 422
    return await visit.page("kb/change_run.html", status=status, form=form, error=error, may=may, recorded=visit.arg("recorded"), **found)


def told_run(connection: sqlite3.Connection, run_id: str) -> Row:
    run = one(connection, RUN, run_id)
    if run is None:
        raise MissingError(f"there is no run {run_id}")
    changed = [
        {**row, "change": history.told_change(row["operation"], json.loads(row["before"]), json.loads(row["after"] or "{}"), belongs=False)}
        for row in rows(connection, REVISED, run_id)
    ]
    return {"run": run, "assertions": rows(connection, RECORDED, run_id), "entities": rows(connection, NAMED, run_id), "changed": changed}


def reason_of(form: Form) -> str:
    if not form["reason"]:
        raise DataError("is missing", where="reason", remedy="say why, for whoever reads the history")
    return form["reason"]


async def row(visit: Visit) -> Response:
    """One row with its history; POST corrects, retracts or merges it."""
    desk = await Desk.of(visit)
    row_id, form, error = visit.parts["id"], Form(), None
    if visit.request.method == "POST":
        form = await forms.received(visit.request)
        try:
            return await changed(desk, row_id, form)
        except KbError as refused:
            error = refused
    found = await desk.read(told_row, row_id)
    status = 200 if error is None else 409 if isinstance(error, ConflictError) else 422
    return await visit.page("kb/change.html", status=status, form=form, error=error, **found)


async def changed(desk: Desk, row_id: str, form: Form) -> Response:
    """Do what the form asks for, in one run with its reason."""
    do, reason = form["do"], reason_of(form)
    if do == "correct":
        new = await desk.read(corrections, row_id, form)
        done = await desk.write(do, recording.correct(row_id, new), reason=reason)
    elif do == "retract":
        done = await desk.write(do, recording.retract(row_id), reason=reason)
    elif do == "merge":
        if not form["into"]:
            raise DataError("is missing", where="into", remedy="say which row it is the same as")
        done = await desk.write(do, recording.merge(row_id, form["into"]), reason=reason)
    else:
        raise UsageError(f"{do!r} is nothing to do", remedy="use the buttons of the page")
    if done.run_id is None:
        raise DataError("nothing changed: it says so already", remedy="change a field, or leave it")
    return Response.redirect(desk.visit.addresses.path(f"/changes/{done.run_id}"), status=303)


def corrections(connection: sqlite3.Connection, row_id: str, form: Form) -> dict[str, str]:
    """The fields that differ from what the row says now."""
    now = {one["name"]: one["value"] for one in fields(connection, changes.table_of(connection, row_id), row_id)}
    sent = {name.removeprefix("set-"): value for name, value in form.fields.items() if name.startswith("set-")}
    found = {name: value for name, value in sent.items() if name not in now or value != now[name]}
    if not found:
        raise DataError("nothing changed: it says so already", remedy="change a field, or leave it")
    return found


def fields(connection: sqlite3.Connection, table: str, row_id: str) -> list[Row]:
    """What of a row somebody may correct: name, present value, and the words to choose from where it holds one."""
    if table in ("snapshots", "passages", "runs"):
        return []
    old = changes.row_of(connection, table, row_id)
    found = []
    if table == "assertions":
        quote = connection.execute("SELECT exact FROM passages WHERE id = ?", (old["passage_id"],)).fetchone()[0]
        found.append({"name": "quote", "value": quote, "choices": []})
    for name, value in old.items():
        if name not in changes.FIXED:
            options = [
                row[0]
                for row in connection.execute(WORDED, (f"{table}.{name}",)).fetchall()
                if row[0] != "retracted" or value == "retracted"
            ]
            found.append({"name": name, "value": "" if value is None else str(value), "choices": options})
    if table == "claims":
        quantity = rows(
            connection,
            "SELECT comparison, value, minimum, maximum, unit, measure, as_of, verbatim FROM quantities WHERE claim_id = ?",
            row_id,
        )
        found += [
            {"name": f"quantity.{name}", "value": "" if value is None else str(value), "choices": []}
            for row in quantity
            for name, value in row.items()
        ]
    return found


def told_row(connection: sqlite3.Connection, row_id: str) -> Row:
    """What the page shows. Raises MissingError where there is no such row."""
    try:
        table = changes.table_of(connection, row_id)
    except UsageError as error:
        raise MissingError(error.what, remedy=error.remedy) from error
    story = history.story(connection, row_id)
    label = next((str(story.row[name]) for name in ("text", "name", "title", "label", "exact") if story.row.get(name)), row_id)
    return {
        "table": table,
        "row_id": row_id,
        "label": label,
        "became": story.became,
        "standing": story.row.get("status"),
        "fields": fields(connection, table, row_id),
        "history": story.history,
        "retractable": table in WITH_STATUS or table in ENTITY_TABLES,
        "mergeable": table == "claims" or table in ENTITY_TABLES,
        "words": words(connection),
    }
