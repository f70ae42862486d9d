"""The named questions: a form for the parameters, the SQL, and the answer as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb import questions
from kb.errors import UsageError, nearest
from kb.site.errors import MissingError
from kb.site.reading import Row, rows
from kb.site.visit import Visit

# The most rows on a page and in a file; both say so when there are more.
ON_PAGE = 500
IN_FILE = 100_000
# Columns of ids, and the kind of page they lead to; others ending in _id are looked up in the registry.
KINDS = {"claim": "claim", "source": "source", "speaker": "actor", "event": "event", "assertion": "assertion"}
# A column with such a name is a number that reads better with a bar.
COUNTED = ("claims", "sources", "times", "affirms", "denies", "sentences")
GROUPS = (
    ("Who says what", ("claims-about", "claims-by", "claims-between", "claims-with-words", "who-says", "voices-of-a-source", "chains")),
    (
        "Agreement and disagreement",
        (
            "where-texts-disagree",
            "where-texts-agree",
            "compare-two-sources",
            "relations-of-a-claim",
            "updates",
            "corroborated",
            "only-one-source",
        ),
    ),
    (
        "How it is said",
        (
            "denials",
            "hedged",
            "held-at-a-distance",
            "not-said-outright",
            "nobody-named",
            "questions-asked",
            "conditionals",
            "names-with-several-senses",
        ),
    ),
    ("Events, numbers and places", ("what-happened-when", "did-not-happen", "predictions", "takes-part", "numbers", "places")),
)
REGISTERED = "SELECT id, kind FROM entities WHERE id IN (SELECT value FROM json_each(?))"


async def index(visit: Visit) -> Response:
    """Every question, in groups."""
    known = {question.name: question for question in questions.load()}
    groups = [(title, [known.pop(name) for name in names if name in known]) for title, names in GROUPS]
    groups.append(("The sources and the record", list(known.values())))
    return await visit.page("kb/questions.html", groups=[group for group in groups if group[1]])


def find(name: str, visit: Visit) -> questions.Question:
    try:
        return questions.get(name)
    except UsageError as error:
        known = {question.name: question.title for question in questions.load()}
        near = [(visit.addresses.question(one), known[one]) for one in nearest(name, known)]
        raise MissingError(f"there is no question {name}", near=near) from error


def answer(connection: sqlite3.Connection, sql: str, values: dict[str, str], most: int) -> tuple[list[str], list[tuple[Any, ...]], bool]:
    """(columns, at most `most` rows, whether there are more)."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    found = [tuple(row) for row in cursor.fetchmany(most + 1)]
    return names, found[:most], len(found) > most


def asked(connection: sqlite3.Connection, sql: str, values: dict[str, str]) -> Row:
    """The answer for a page: rows, and where the ids in them lead."""
    names, found, cut = answer(connection, sql, values, ON_PAGE)
    ids = {value for row in found for name, value in zip(names, row, strict=True) if name.endswith("_id") and isinstance(value, str)}
    kinds = {row["id"]: row["kind"] for row in rows(connection, REGISTERED, json.dumps(sorted(ids)))}
    kinds |= {name: "claim" for name in ids if name.startswith("clm-")} | {name: "assertion" for name in ids if name.startswith("ast-")}
    most = {
        name: max((row[at] for row in found if isinstance(row[at], int)), default=0) for at, name in enumerate(names) if name in COUNTED
    }
    return {"columns": names, "rows": found, "cut": cut, "kinds": kinds, "most": most}


def links(columns: list[str]) -> dict[str, str]:
    """{column to read: column of its id}: a name or a text leads to the page of its id, and the id itself is not shown."""
    ids = [name for name in columns if name.endswith("_id")]
    return {name.removesuffix("_id"): name for name in ids if name.removesuffix("_id") in columns}


async def view(visit: Visit) -> Response:
    """One question with its form and answer; `.csv` and `.json` give all rows up to a limit that they state."""
    question = find(visit.parts["name"], visit)
    known = {parameter.name for parameter in question.parameters}
    values = question.values({name: visit.arg(name) for name in visit.request.args if name in known})
    ending = visit.parts.get("format")
    if ending:
        names, found, cut = await visit.read(answer, question.sql, values, IN_FILE)
        return as_csv(question, names, found, cut) if ending == "csv" else as_json(question, values, names, found, cut)
    shown = await visit.read(asked, question.sql, values)
    return await visit.page("kb/question.html", question=question, values=values, on_page=ON_PAGE, links=links(shown["columns"]), **shown)


def as_csv(question: questions.Question, names: list[str], found: list[tuple[Any, ...]], cut: bool) -> Response:
    """The rows as CSV (RFC 4180, with CRLF); a cut answer says so in its file name and in a header."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(names)
    writer.writerows(found)
    name = f"{question.name}{f'-first-{IN_FILE}' if cut else ''}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Complete": "no" if cut else "yes"}
    return Response(stream.getvalue(), headers=headers, content_type="text/csv; charset=utf-8")


def as_json(question: questions.Question, values: dict[str, str], names: list[str], found: list[tuple[Any, ...]], cut: bool) -> Response:
    """The rows as objects, with the question, its values and whether they are all."""
    body = {
        "question": question.name,
        "title": question.title,
        "parameters": values,
        "complete": not cut,
        "rows": [dict(zip(names, row, strict=True)) for row in found],
    }
    return Response.json(body)
