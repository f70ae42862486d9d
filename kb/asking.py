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

    Raises UsageError for an unknown question or parameter, and DataError for SQL that does not run.
    """
    if re.fullmatch(r"[a-z0-9-]+", what):
        from kb import questions

        question = questions.get(what)
        return run(connection, question.sql, question.values(dict(given)), seconds)
    if not re.match(r"\s*(--[^\n]*\n\s*)*(select|with|values|explain|pragma)\b", what, re.IGNORECASE):
        raise UsageError(
            "not a question: only SELECT, WITH, VALUES, EXPLAIN and PRAGMA read",
            where="query",
            remedy="change rows with kb add, kb correct, kb retract or kb merge",
        )
    return run(connection, what, given, seconds)


def run(
    connection: sqlite3.Connection, sql: str, parameters: Mapping[str, str], seconds: float
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    end = time.monotonic() + seconds
    connection.execute("PRAGMA query_only = ON")
    connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    try:
        cursor = connection.execute(sql, parameters)
        columns = [column[0] for column in cursor.description or ()]
        rows = cursor.fetchall()
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise DataError(
                f"stopped after {seconds:.0f} seconds", where="query", remedy="ask for less: filter through an id column, or add a LIMIT"
            ) from error
        raise DataError(
            f"SQL: {error}",
            where="query",
            remedy="see the tables and views with: kb query \"SELECT name FROM sqlite_master WHERE type IN ('table', 'view')\"",
        ) from error
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise DataError(f"SQL: {error}", where="query", remedy="ask one question at a time; parameters go in with -p name=value") from error
    finally:
        connection.set_progress_handler(None, 0)
        connection.execute("PRAGMA query_only = OFF")
    return columns, iter(rows)
