"""Run a read-only SELECT, or a named question, within a time limit."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator, Mapping
from typing import Any

from kb.base.rows import column_names
from kb.errors import DataError, UsageError, actions

SECONDS = 60.0  # far more than any named question takes; ends a runaway join
STEPS = 100_000  # SQLite instructions between two looks at the clock


def ask(
    connection: sqlite3.Connection, what: str, values: Mapping[str, str], *, seconds: float = SECONDS
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """(columns, rows) of a SELECT, or of the named question. Parameters of a question that are not given take their examples.

    Raises UsageError for an unknown question, parameter or id and for SQL that does not run, DataError for what takes longer than `seconds`.
    """
    if re.fullmatch(r"[a-z0-9-]+", what):
        from kb.ask import parameters, questions

        question = questions.get(what)
        return run(connection, question.sql, parameters.resolved(connection, question, values), seconds)
    if not re.match(r"\s*(--[^\n]*\n\s*)*(select|with|values|explain|pragma)\b", what, re.IGNORECASE):
        raise no_question()
    return run(connection, what, values, seconds)


# Pragmas that tell something when they are given an argument; the others would set it.
TELLING = frozenset(
    {"table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo"}
    | {"foreign_key_list", "foreign_key_check", "integrity_check", "quick_check"}
)


def only_reading(action: int, argument: str | None, value: str | None, database: str | None, inner: str | None) -> int:  # noqa: ARG001
    """The authorizer that denies ATTACH, DETACH and pragmas that set something.

    They would outlast the query, and the connection goes on to write. (Rows are safe: query_only is on.)
    """
    setting = action == sqlite3.SQLITE_PRAGMA and value is not None and str(argument).lower() not in TELLING
    return sqlite3.SQLITE_DENY if setting or action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH) else sqlite3.SQLITE_OK


def no_question() -> UsageError:
    """The error for SQL that would write."""
    return UsageError(
        "not a question: only SELECT, WITH, VALUES, EXPLAIN and PRAGMA read, and a PRAGMA may set nothing",
        where="query",
        remedy=actions.change_facts(),
    )


def run(
    connection: sqlite3.Connection, sql: str, parameters: Mapping[str, str], seconds: float
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """(columns, rows) of one statement, run with query_only on, an authorizer and a time limit; all three are taken off again."""
    end = time.monotonic() + seconds
    connection.execute("PRAGMA query_only = ON")
    connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    connection.set_authorizer(only_reading)
    try:
        cursor = connection.execute(sql, parameters)
        columns = column_names(cursor)
        rows = cursor.fetchall()
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise DataError(
                f"stopped after {seconds:.0f} seconds", where="query", remedy="ask for less: filter through an id column, or add a LIMIT"
            ) from error
        if "readonly" in str(error):
            raise no_question() from error
        raise UsageError(
            f"SQL: {error}",
            where="query",
            remedy=actions.list_tables(),
        ) from error
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        if "not authorized" in str(error):
            raise no_question() from error
        raise UsageError(f"SQL: {error}", where="query", remedy=("ask one question at a time", actions.give_parameters())) from error
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_authorizer(None)
        connection.execute("PRAGMA query_only = OFF")
    return columns, iter(rows)
