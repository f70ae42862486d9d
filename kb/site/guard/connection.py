"""The settings of Datasette's connections, which enforce the laws of the base and limit what a reader's query can use.

SQLite checks the site's time limit only between two steps of a query, so no step may take long either; and the rows of a query must not
fill the memory before Datasette's limit on their number is reached.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Callable

# The bytes of one value. Without this limit `select randomblob(1000000000)` allocates a gigabyte before any time limit is checked. It also
# limits the text of a snapshot that the site can show.
LONGEST_VALUE = 10_000_000
# The bytes of a pattern of LIKE and GLOB, whose one step takes time in proportion to pattern times text.
LONGEST_PATTERN = 250
MOST_TRIMMED = 100  # characters in the second argument of trim()
# The bytes that SQLite may allocate, for all connections of the process together; beyond them it raises MemoryError.
MOST_HEAP = 500_000_000
# The rows of one query that have at least LARGE_ROW bytes may have so many bytes together.
LARGE_ROW, MOST_IN_LARGE_ROWS = 100_000, 50_000_000

OF_THE_MACHINE = frozenset({"pragma_database_list", "dbstat", "sqlite_dbpage"})
TOO_LONG = bytes(LONGEST_VALUE + 1)  # the result by which a function makes SQLite refuse a value as too big

Value = str | bytes | int | float | None


def prepare(conn: sqlite3.Connection) -> None:
    """Datasette's hook prepare_connection, which turns foreign keys on and limits length, time and memory.

    It also allows the triggers that keep the full-text indexes.
    """
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA trusted_schema = ON")
    conn.execute(f"PRAGMA hard_heap_limit = {MOST_HEAP}")
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    conn.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)
    for name, arguments, function in FUNCTIONS:
        conn.create_function(name, arguments, function, deterministic=True)
    conn.set_authorizer(authorize)
    conn.row_factory = Rows()


def authorize(action: int, table: str | None, *_: str | None) -> int:
    """Refuse to read what SQLite says of the machine, such as the paths of files, and of pages whatever they hold."""
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_READ and (table or "").lower() in OF_THE_MACHINE else sqlite3.SQLITE_OK


class Rows:
    """The row factory of a connection, which refuses a query whose rows are too large together.

    Datasette limits the number of rows, not their size.
    """

    def __init__(self) -> None:
        self.bytes_read: weakref.WeakKeyDictionary[sqlite3.Cursor, int] = weakref.WeakKeyDictionary()

    def __call__(self, cursor: sqlite3.Cursor, data: tuple[Value, ...]) -> sqlite3.Row:
        size = 0
        for value in data:
            if value.__class__ is str or value.__class__ is bytes:
                size += len(value)
        if size >= LARGE_ROW:
            total = self.bytes_read[cursor] = self.bytes_read.get(cursor, 0) + size
            if total > MOST_IN_LARGE_ROWS:
                cursor.close()  # the exception keeps it alive, and with it the statement
                raise sqlite3.OperationalError("the answer is too large: ask for fewer rows, or for parts of the long values")
        return sqlite3.Row(cursor, data)


# SQLite's own instr, replace and trim take time in proportion to the product of both lengths: hours for two long values, in one step that
# no limit can stop. These give the same results in linear time.


def instr(text: Value, part: Value) -> int | None:
    """The position of a part in a text, from 1, or 0 where it does not occur."""
    if text is None or part is None:
        return None
    if isinstance(text, bytes) and isinstance(part, bytes):
        return text.find(part) + 1
    return as_text(text).find(as_text(part)) + 1


def replace(text: Value, old: Value, new: Value) -> Value:
    """The text with every `old` replaced by `new`. A result longer than LONGEST_VALUE is refused."""
    if text is None or old is None:
        return None
    whole, removed = as_text(text), as_text(old)
    if not removed:
        return whole if isinstance(text, bytes) else text
    if new is None:
        return None
    added = as_text(new)
    if len(whole) + whole.count(removed) * (len(added) - len(removed)) > LONGEST_VALUE:
        return TOO_LONG
    return whole.replace(removed, added)


def trimming(strip: Callable[[str, str], str]) -> Callable[..., str | bytes | None]:
    """The SQL function trim, ltrim or rtrim, from the method of str that does the same."""

    def trim(text: Value, marks: Value = " ") -> str | bytes | None:
        if text is None or marks is None:
            return None
        characters = as_text(marks)
        if len(characters) > MOST_TRIMMED:
            return TOO_LONG
        return strip(as_text(text), characters)

    return trim


def as_text(value: str | bytes | int | float) -> str:
    """A value as SQLite converts it to text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, int):
        return str(value)
    digits, exponent_sign, exponent = f"{value:.15g}".partition("e")
    return (digits if "." in digits or not digits.lstrip("-").isdigit() else f"{digits}.0") + exponent_sign + exponent


TRIMS = (("trim", trimming(str.strip)), ("ltrim", trimming(str.lstrip)), ("rtrim", trimming(str.rstrip)))
FUNCTIONS: tuple[tuple[str, int, Callable[..., Value]], ...] = (
    ("instr", 2, instr),
    ("replace", 3, replace),
    *((name, arguments, function) for name, function in TRIMS for arguments in (1, 2)),
)
