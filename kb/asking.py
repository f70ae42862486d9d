"""Ask in SQL or by the name of a question; read-only, and bounded in time."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator, Mapping
from typing import Any

from kb.errors import DataError, UsageError

SECONDS = 60.0  # far more than any named question takes; ends a runaway join
STEPS = 100_000  # SQLite instructions between two looks at the clock


def ask(
    connection: sqlite3.Connection, what: str, given: Mapping[str, str], *, seconds: float = SECONDS
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """(columns, rows) of a SELECT, or of the named question. Parameters of a question that are not given take their examples.

    Raises UsageError for an unknown question or parameter and for SQL that does not run, DataError for what takes too long.
    """
    if re.fullmatch(r"[a-z0-9-]+", what):
        from kb import questions

        question = questions.get(what)
        return run(connection, question.sql, question.values(dict(given)), seconds)
    if not re.match(r"\s*(--[^\n]*\n\s*)*(select|with|values|explain|pragma)\b", what, re.IGNORECASE):
        raise no_question()
    return run(connection, what, given, seconds)


# Pragmas that tell something when they are given an argument; the others would set it.
TELLING = frozenset(
    {"table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo"}
    | {"foreign_key_list", "foreign_key_check", "integrity_check", "quick_check"}
)


def only_reading(action: int, one: str | None, two: str | None, database: str | None, inner: str | None) -> int:  # noqa: ARG001
    """Refuse to set what outlasts the question: this connection goes on to write. (Rows are safe: query_only is on.)"""
    setting = action == sqlite3.SQLITE_PRAGMA and two is not None and str(one).lower() not in TELLING
    return sqlite3.SQLITE_DENY if setting or action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH) else sqlite3.SQLITE_OK


def no_question() -> UsageError:
    return UsageError(
        "not a question: only SELECT, WITH, VALUES, EXPLAIN and PRAGMA read, and a PRAGMA may set nothing",
        where="query",
        remedy="change rows with kb add, kb correct, kb retract or kb merge",
    )


def run(
    connection: sqlite3.Connection, sql: str, parameters: Mapping[str, str], seconds: float
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    end = time.monotonic() + seconds
    connection.execute("PRAGMA query_only = ON")
    connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    connection.set_authorizer(only_reading)
    try:
        cursor = connection.execute(sql, parameters)
        columns = [column[0] for column in cursor.description or ()]
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
            remedy="see the tables and views with: kb query \"SELECT name FROM sqlite_master WHERE type IN ('table', 'view')\"",
        ) from error
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        if "not authorized" in str(error):
            raise no_question() from error
        raise UsageError(
            f"SQL: {error}", where="query", remedy="ask one question at a time; parameters go in with -p name=value"
        ) from error
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_authorizer(None)
        connection.execute("PRAGMA query_only = OFF")
    return columns, iter(rows)
