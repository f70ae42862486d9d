"""Datasette's own page of a named question takes names where it takes ids: what is typed leads to the id, and each field offers names.

The fields are Datasette's, so that they are found in its HTML; what each shows was read by the hook above them, which Datasette asks first.
"""

from __future__ import annotations

import re
import sqlite3
import urllib.parse
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from datasette.utils import sqlite_timelimit
from markupsafe import Markup

from kb.ask import parameters, questions
from kb.ask.questions import Parameter, Question
from kb.errors import KbError, UsageError
from kb.names.lookup import Lookup
from kb.site import wording
from kb.site.database import bases
from kb.site.editing import naming
from kb.site.errors import MovedError
from kb.site.urls import Addresses

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

READ = "kb_asked"  # the key of the request's scope under which the hook leaves what it read for the fields
ROW = re.compile(r'<label for="([^"]+)">([^<]+)</label> <input type="text" id="\1" name="[^"]*" value="[^"]*"([^>]*)>')


@dataclass(frozen=True)
class Asked:
    """What stands in the fields of a question: ids, names in their place, who each is, and what was refused."""

    question: Question
    ids: dict[str, str]
    shown: dict[str, str]
    told: dict[str, str]
    refused: list[UsageError]


def above_question(datasette: Datasette, request: Request, database: str, query_name: str) -> Callable[[], Awaitable[Markup | None]] | None:
    """Datasette's hook top_stored_query. Leads a name to its id, and says on the page what a name that is refused could mean."""
    base = next((base for base in bases(datasette) if base.name == database), None)
    question = next((each for each in questions.load() if each.name == query_name), None)
    if base is None or question is None:
        return None
    given = {name: values[-1].replace("\0", "").strip() for name, values in lists(request).items()}

    async def inner() -> Markup | None:
        limit = datasette.setting("sql_time_limit_ms")

        def bounded(connection: sqlite3.Connection) -> Asked:
            with sqlite_timelimit(connection, limit):
                return read(connection, question, given)

        asked: Asked = await base.execute_fn(bounded)
        if any(given[name] != value for name, value in asked.ids.items()):
            query = [(name, asked.ids.get(name, value)) for name, values in lists(request).items() for value in values]
            raise MovedError(f"{request.path}?{urllib.parse.urlencode(query)}")
        request.scope[READ] = asked
        parts = [
            Markup('<p class="notice">{}. {}</p>').format(each.what, wording.on_page(Addresses(datasette), each)) for each in asked.refused
        ]
        return Markup("").join(parts) if parts else None

    return inner


def lists(request: Request) -> dict[str, list[str]]:
    """The values of each parameter of a request."""
    return urllib.parse.parse_qs(request.query_string, keep_blank_values=True)


def read(connection: sqlite3.Connection, question: Question, given: dict[str, str]) -> Asked:
    """Look the values up that name rows. What is refused stays as it was typed."""
    lookup, ids, refused = Lookup(connection), {}, []
    for parameter in question.parameters:
        if parameter.kinds and given.get(parameter.name):
            try:
                ids[parameter.name] = parameters.ids_in(lookup, parameter, given[parameter.name])
            except KbError as error:
                refused.append(parameters.refusal(parameter, error, is_example=False))
    values = {parameter.name: ids.get(parameter.name, given.get(parameter.name, "")) for parameter in question.parameters}
    shown = naming.parameters_by_name(connection, question, values)
    return Asked(question, ids, shown, naming.told(connection, shown.values()), refused)


def picking(markup: str, request: Request | None, offers: str) -> Markup:
    """The HTML of a question's page, with fields that show names and offer them, from the address `offers`, while somebody types."""
    asked: Asked | None = request.scope.get(READ) if request else None
    if asked is None:
        return Markup(markup)
    by_name = {parameter.name: parameter for parameter in asked.question.parameters}

    def field(found: re.Match[str]) -> str:
        parameter = by_name.get(found[2])
        return field_of(parameter, found[1], found[3], asked, offers) if parameter else found[0]

    return Markup(ROW.sub(field, str(markup)))


def field_of(parameter: Parameter, row_id: str, rest: str, asked: Asked, offers: str) -> Markup:
    """The label and the field of a parameter; `rest` are the attributes that Datasette's own scripts look for."""
    value = asked.shown[parameter.name]
    picks = Markup("")
    if parameter.kinds and "row" not in parameter.kinds:
        several = " data-several" if parameter.several else ""
        picks = Markup(' autocomplete="off" data-as-typed="{}" data-kinds="{}"{}').format(offers, " ".join(parameter.kinds), several)
    told = Markup('<span class="hint picked" id="{}-picked">{}</span>').format(row_id, asked.told[value]) if value in asked.told else ""
    return Markup(
        '<label for="{0}">{1}</label> <span class="asked"><input type="text" id="{0}" name="{2}" value="{3}"{4}{5}>{6}</span>'
    ).format(row_id, parameter.label, parameter.name, value, picks, Markup(rest), told)
