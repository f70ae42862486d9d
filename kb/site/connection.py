"""What each of Datasette's connections is set to before it reads or writes: laws on, and no query of a reader's without bound.

The site's time limit is looked at between two steps of a query, so one step must not take long either; nor may what a query collects
fill the memory before the limit on rows is met.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Callable

# One value may not be longer than this many bytes. Without it `select randomblob(1000000000)` allocates a gigabyte before
# any time limit is looked at. It also bounds the text of a snapshot that the site can show.
LONGEST_VALUE = 10_000_000
# LIKE and GLOB take pattern times text in one step: bytes of a pattern.
LONGEST_PATTERN = 250
MOST_TRIMMED = 100  # characters that trim() may look for
# Bytes that SQLite itself may hold, all connections of the process together. What goes over is a MemoryError.
MOST_HEAP = 500_000_000
# Rows of at least so many bytes are counted; one query may return so many bytes of them.
LARGE_ROW, MOST_IN_LARGE_ROWS = 100_000, 50_000_000

TOO_LONG = bytes(LONGEST_VALUE + 1)  # what a function answers that SQLite shall refuse as too big

Value = str | bytes | int | float | None


def prepare(conn: sqlite3.Connection) -> None:
    """Foreign keys on, as SQLite leaves them off; full-text triggers allowed; nothing of unbounded length, time or memory."""
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA trusted_schema = ON")
    conn.execute(f"PRAGMA hard_heap_limit = {MOST_HEAP}")
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    conn.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)
    for name, arguments, function in FUNCTIONS:
        conn.create_function(name, arguments, function, deterministic=True)
    conn.row_factory = Rows()


class Rows:
    """Datasette's rows, refused once those of one query hold too much: its limit on rows does not look at their size."""

    def __init__(self) -> None:
        self.held: weakref.WeakKeyDictionary[sqlite3.Cursor, int] = weakref.WeakKeyDictionary()

    def __call__(self, cursor: sqlite3.Cursor, data: tuple[Value, ...]) -> sqlite3.Row:
        size = 0
        for value in data:
            if value.__class__ is str or value.__class__ is bytes:
                size += len(value)
        if size >= LARGE_ROW:
            held = self.held[cursor] = self.held.get(cursor, 0) + size
            if held > MOST_IN_LARGE_ROWS:
                raise sqlite3.OperationalError("the answer is too large: ask for fewer rows, or for parts of the long values")
        return sqlite3.Row(cursor, data)


# SQLite's own instr, replace and trim compare every place with every place: hours for two long values, in one step that nothing stops. These
# give the same answers in time that grows with the length alone.


def instr(text: Value, part: Value) -> int | None:
    """Where the part begins, from 1; 0 where it is not there."""
    if text is None or part is None:
        return None
    if isinstance(text, bytes) and isinstance(part, bytes):
        return text.find(part) + 1
    return as_text(text).find(as_text(part)) + 1


def replace(text: Value, old: Value, new: Value) -> Value:
    """The text with every `old` replaced; what would grow beyond any value is refused."""
    if text is None or old is None:
        return None
    words, gone = as_text(text), as_text(old)
    if not gone:
        return words if isinstance(text, bytes) else text
    if new is None:
        return None
    come = as_text(new)
    if len(words) + words.count(gone) * (len(come) - len(gone)) > LONGEST_VALUE:
        return TOO_LONG
    return words.replace(gone, come)


def trimming(strip: Callable[[str, str], str]) -> Callable[..., str | bytes | None]:
    """trim, ltrim or rtrim: by what is to be taken off, blanks unless said."""

    def trim(text: Value, marks: Value = " ") -> str | bytes | None:
        if text is None or marks is None:
            return None
        wanted = as_text(marks)
        if len(wanted) > MOST_TRIMMED:
            return TOO_LONG
        return strip(as_text(text), wanted)

    return trim


def as_text(value: str | bytes | int | float) -> str:
    """A value as SQLite writes it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, int):
        return str(value)
    figures, mark, power = f"{value:.15g}".partition("e")
    return (figures if "." in figures or not figures.lstrip("-").isdigit() else f"{figures}.0") + mark + power


TRIMS = (("trim", trimming(str.strip)), ("ltrim", trimming(str.lstrip)), ("rtrim", trimming(str.rstrip)))
FUNCTIONS: tuple[tuple[str, int, Callable[..., Value]], ...] = (
    ("instr", 2, instr),
    ("replace", 3, replace),
    *((name, arguments, function) for name, function in TRIMS for arguments in (1, 2)),
)
