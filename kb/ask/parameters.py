"""Check the values of a question's parameters against the base, so that an unknown id is refused with the nearest known ids.

Without that a question would answer a mistyped id with an empty table, which reads as if nothing were said.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from kb.ask.questions import Parameter, Question
from kb.base.row_by_id import table_of
from kb.errors import KbError, UsageError, actions
from kb.errors.actions import Action
from kb.errors.remedies import Remedies
from kb.names.lookup import Lookup


def resolved(connection: sqlite3.Connection, question: Question, given: Mapping[str, str]) -> dict[str, str]:
    """Return the values of all parameters, with the id in place of a name and of an id that was merged into another.

    Raises UsageError for the ids that are not in the base, all of them at once.
    """
    values, faults = question.values(dict(given)), []
    lookup = Lookup(connection)
    for parameter in question.parameters:
        if not parameter.kinds or not (values[parameter.name] or parameter.example):
            continue
        try:
            values[parameter.name] = ids_in(lookup, parameter, values[parameter.name])
        except KbError as error:
            faults.append(refusal(parameter, error, is_example=parameter.name not in given))
    if faults:
        what = "; ".join(fault.what for fault in faults)
        where = f"question {question.name}, {', '.join(fault.where for fault in faults)}"
        raise UsageError(what, where=where, remedy=tuple(dict.fromkeys(remedy for fault in faults for remedy in fault.remedies)))
    return values


def ids_in(lookup: Lookup, parameter: Parameter, value: str) -> str:
    """Return the ids for a value, which is one id or name, or several names parted by semicolons, or several ids parted by blanks.

    Raises KbError for an unknown one.
    """
    if not parameter.several:
        return id_of(lookup, parameter, value)
    if ";" in value:
        return " ".join(id_of(lookup, parameter, name.strip()) for name in value.split(";") if name.strip())
    try:
        return id_of(lookup, parameter, value)
    except KbError:
        return " ".join(id_of(lookup, parameter, word) for word in value.split())


def id_of(lookup: Lookup, parameter: Parameter, value: str) -> str:
    """Return the id of a row of the parameter's kinds, given by id or name. Raises KbError where there is none."""
    look_up = LOOKUPS.get(parameter.kinds[0])
    return look_up(lookup, value) if look_up else str(lookup.entity(value, parameter.name, parameter.kinds, needed=True))


def row(lookup: Lookup, value: str) -> str:
    """Return the id of a row of any table unchanged. A compound key and a row that is gone are known by their history."""
    known = lookup.rows("SELECT 1 FROM revisions WHERE row_id = ? LIMIT 1", value)
    if "_" not in value and not known:
        table_of(lookup.connection, value)
    return value


# Kinds that are not entities.
LOOKUPS: dict[str, Callable[[Lookup, str], str]] = {
    "claim": Lookup.claim,
    "predicate": lambda lookup, value: str(lookup.predicate(value) or ""),
    "row": row,
}


def refusal(parameter: Parameter, error: KbError, *, is_example: bool) -> UsageError:
    """Return the error of a lookup as one about a parameter. Whoever asks wants another id, not to record what is missing."""
    remedies: Remedies = tuple(remedy for remedy in error.remedies if not isinstance(remedy, Action)) or actions.search()
    if is_example:
        remedies = f"give {parameter.name}, as its example {parameter.example!r} is not in this base"
    return UsageError(error.what, where=parameter.name, remedy=remedies)
