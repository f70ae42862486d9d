"""The pages of the named questions, each with a form for the parameters, the SQL, and the answer as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb.ask import parameters, questions
from kb.base.model import Row
from kb.base.rows import column_names
from kb.errors import UsageError, nearest
from kb.site.editing import naming
from kb.site.errors import MissingError
from kb.site.page_data import rows, words
from kb.site.pages import answer_cards
from kb.site.visit import Visit
from kb.texts import csv_cells

# The number of rows on a page and in a file; both say so when there are more.
ON_PAGE = 500
IN_FILE = 100_000
# The kind of page that a column of ids links to; other columns ending in _id are looked up in the table entities.
KINDS = {"claim": "claim", "source": "source", "speaker": "actor", "event": "event", "assertion": "assertion"}
# Columns of counts, which the page draws with a bar.
COUNTED = ("claims", "sources", "times", "affirms", "denies", "sentences")
GROUPS = (
    (
        "Who says what",
        ("claims-about", "claims-by", "claims-between", "claims-with-words", "who-says", "voices-of", "voices-of-a-source", "chains"),
    ),
    ("Relationships", ("role-of", "joint-activity", "who-arms-whom", "grievances", "in-order-of-time", "what-would-change")),
    (
        "Agreement and disagreement",
        (
            "where-texts-disagree",
            "where-texts-agree",
            "compare-two-sources",
            "for-and-against",
            "relations-of-a-claim",
            "what-changed",
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
    ("Events, numbers and places", ("what-happened-when", "did-not-happen", "predictions", "forecasts", "takes-part", "numbers", "places")),
)
REGISTERED = "SELECT id, kind FROM entities WHERE id IN (SELECT value FROM json_each(?))"


async def index(visit: Visit) -> Response:
    """Answers with the list of all questions, in groups."""
    known = {question.name: question for question in questions.load()}
    groups = [(title, [known.pop(name) for name in names if name in known]) for title, names in GROUPS]
    groups.append(("The sources and the record", list(known.values())))
    return await visit.page("kb/questions.html", groups=[group for group in groups if group[1]])


def find(name: str, visit: Visit) -> questions.Question:
    """The question of that name. Raises MissingError, with links to the nearest names, for an unknown one."""
    try:
        return questions.get(name)
    except UsageError as error:
        known = {question.name: question.title for question in questions.load()}
        near = [(visit.addresses.question(match), known[match]) for match in nearest(name, known)]
        raise MissingError(f"there is no question {name}", near=near) from error


def answer(connection: sqlite3.Connection, sql: str, values: dict[str, str], limit: int) -> tuple[list[str], list[tuple[Any, ...]], bool]:
    """The names of the columns, at most `limit` rows, and whether there are more."""
    cursor = connection.execute(sql, values)
    names = column_names(cursor)
    fetched = [tuple(row) for row in cursor.fetchmany(limit + 1)]
    return names, fetched[:limit], len(fetched) > limit


def answer_for_page(connection: sqlite3.Connection, sql: str, values: dict[str, str]) -> Row:
    """The data of the page, which is the answer with the kinds of its ids the highest number in each column of counts, and the cards of its claims."""
    names, records, cut = answer(connection, sql, values, ON_PAGE)
    ids = {value for row in records for name, value in zip(names, row, strict=True) if name.endswith("_id") and isinstance(value, str)}
    kinds = {row["id"]: row["kind"] for row in rows(connection, REGISTERED, json.dumps(sorted(ids)))}
    kinds |= {name: "claim" for name in ids if name.startswith("clm-")} | {name: "assertion" for name in ids if name.startswith("ast-")}
    highest = {
        name: max((row[at] for row in records if isinstance(row[at], int)), default=0) for at, name in enumerate(names) if name in COUNTED
    }
    return {
        "columns": names,
        "rows": records,
        "cut": cut,
        "kinds": kinds,
        "most": highest,
        "cards": answer_cards.cards(connection, names, records),
        "labels": labels_of(connection, names),
    }


def labels_of(connection: sqlite3.Connection, columns: list[str]) -> dict[str, dict[str, str]]:
    """The labels of words by the word and the column of an answer, where every column of the base that is called so says it alike."""
    found: dict[str, dict[str, set[str]]] = {name: {} for name in columns}
    for field, listed in words(connection).items():
        for value, row in listed.items() if (name := field.partition(".")[2]) in found else ():
            found[name].setdefault(value, set()).add(row["label"])
    return {name: {value: min(labels) for value, labels in known.items() if len(labels) == 1} for name, known in found.items()}


def links(columns: list[str]) -> dict[str, str]:
    """For each column with a companion column of ids (`claim` and `claim_id`), the name of that companion.

    The page shows the text as a link to the id, and hides the column of ids.
    """
    ids = [name for name in columns if name.endswith("_id")]
    return {name.removesuffix("_id"): name for name in ids if name.removesuffix("_id") in columns}


async def view(visit: Visit) -> Response:
    """Answers with one question, its form and its answer. `.csv` and `.json` give the rows up to a limit that they state.

    An unknown id is refused with 404; a page whose example is not in this base is shown with the form to give another.
    """
    question = find(visit.parts["name"], visit)
    known = {parameter.name for parameter in question.parameters} | {name for (name, _), _ in question.formerly}
    given = {name: visit.arg(name) for name in visit.request.args if name in known}
    ending = visit.parts.get("format")
    try:
        values = await visit.read(parameters.resolved, question, given)
    except UsageError as error:
        if ending:
            raise MissingError(error.what, where=error.where, remedy=error.remedies) from error
        status = 404 if given else 200
        return await visit.page("kb/question.html", status=status, question=question, values=question.values(given), error=error)
    if ending:
        names, records, cut = await visit.read(answer, question.sql, values, IN_FILE)
        return as_csv(question, names, records, cut) if ending == "csv" else as_json(question, values, names, records, cut)
    data = await visit.read(answer_for_page, question.sql, values)
    shown = await visit.read(naming.parameters_by_name, question, values)
    data |= {"shown": shown, "told": await visit.read(naming.told, shown.values())}
    return await visit.page(
        "kb/question.html",
        question=question,
        values=values,
        on_page=ON_PAGE,
        most_cards=answer_cards.MOST,
        links=links(data["columns"]),
        **data,
    )


def as_csv(question: questions.Question, names: list[str], records: list[tuple[Any, ...]], cut: bool) -> Response:
    """The rows as CSV (RFC 4180, with CRLF). A truncated answer says so in its file name and in the header X-Complete."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(names)
    writer.writerows([csv_cells.guarded(value) for value in record] for record in records)
    name = f"{question.name}{f'-first-{IN_FILE}' if cut else ''}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Complete": "no" if cut else "yes"}
    return Response(stream.getvalue(), headers=headers, content_type="text/csv; charset=utf-8")


def as_json(question: questions.Question, values: dict[str, str], names: list[str], records: list[tuple[Any, ...]], cut: bool) -> Response:
    """The rows as JSON objects, with the question, the values of its parameters, and whether the answer is complete."""
    body = {
        "question": question.name,
        "title": question.title,
        "parameters": values,
        "complete": not cut,
        "rows": [dict(zip(names, row, strict=True)) for row in records],
    }
    return Response.json(body)
