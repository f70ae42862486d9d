"""Record a plan in the open run: what is there already stays as it is."""

from __future__ import annotations

import functools
import sqlite3

from kb import anchor
from kb.errors import DataError
from kb.facts.planning import QUANTITY_KEYS
from kb.facts.types import Added, Plan
from kb.tables import Row


def write(connection: sqlite3.Connection, made: Plan, run_id: str, recorded_at: str) -> Added:
    """Record a plan in the open run. What is there already is left as it is: the same fact twice is one fact."""
    put(connection, "passages", made.passage, ("id",), {"run_id": run_id})
    stamp = {"run_id": run_id, "recorded_at": recorded_at}
    new_claim = made.claim is not None and put_claim(connection, made, stamp)
    if made.quantity:
        put_quantity(connection, made.quantity, run_id)
    new = [put(connection, "assertions", row, ("id",), stamp) for row in made.assertions]
    tell_kept(connection, made, new, new_claim=new_claim)
    for row in made.participations:
        put(connection, "participations", row, tuple(row), {"run_id": run_id})
    innermost = made.assertions[-1]
    where = made.passage
    return Added(
        innermost["id"],
        made.claim_id,
        where["id"],
        where["start_char"],
        where["end_char"],
        where["exact"],
        new_claim,
        any(new),
        tuple(made.notes),
    )


ATTRIBUTES = ("act", "stance", "certainty", "derivation", "said")


def tell_kept(connection: sqlite3.Connection, made: Plan, new: list[bool], *, new_claim: bool) -> None:
    """A claim that somebody asserts anew is no longer taken back; an assertion that is there stays as it is, which is told."""
    if any(new) and not new_claim:
        sql = "UPDATE claims SET status = ? WHERE id = ? AND status = 'retracted'"
        if connection.execute(sql, (made.assertions[-1]["status"], made.claim_id)).rowcount:
            made.notes.append("the claim had been taken back; now that somebody asserts it, it counts again")
    for row in (row for row, is_new in zip(made.assertions, new, strict=True) if not is_new):
        status, *there = connection.execute(f"SELECT status, {', '.join(ATTRIBUTES)} FROM assertions WHERE id = ?", (row["id"],)).fetchone()
        if status == "retracted":
            made.notes.append(f"{row['id']} was taken back and stays so; take it up again with: kb correct {row['id']} status=reviewed")
        unlike = [f"{key} {kept!r}, not {row[key]!r}" for key, kept in zip(ATTRIBUTES, there, strict=True) if kept != row[key]]
        if unlike:
            made.notes.append(f"{row['id']} is there with {'; '.join(unlike)}; it was kept: change it with kb correct")


def put(connection: sqlite3.Connection, table: str, row: Row, key: tuple[str, ...], stamp: Row) -> bool:
    """Insert a row unless one with its key is there; whether it was inserted."""
    if connection.execute(find_sql(table, key), [row[column] for column in key]).fetchone():
        return False
    insert(connection, table, row | stamp)
    return True


@functools.cache
def find_sql(table: str, key: tuple[str, ...]) -> str:
    return f"SELECT 1 FROM {table} WHERE {' AND '.join(f'{column} = ?' for column in key)}"


def insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    connection.execute(insert_sql(table, tuple(row)), tuple(row.values()))


@functools.cache
def insert_sql(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table}({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


SAME_CLAIM = ("subject_id", "predicate_id", "object_id", "object_text", "about_time")


def put_claim(connection: sqlite3.Connection, made: Plan, stamp: Row) -> bool:
    """Record the claim, or find that it is there; refuse one of the same words with another triple or time."""
    assert made.claim is not None
    row = made.claim
    there = connection.execute(f"SELECT text, {', '.join(SAME_CLAIM)} FROM claims WHERE id = ?", (row["id"],)).fetchone()
    if there is None:
        insert(connection, "claims", row | stamp)
        return True
    if any(row[column] for column in SAME_CLAIM):
        for column, value in zip(SAME_CLAIM, there[1:], strict=True):
            if row[column] != value:
                raise DataError(
                    f"the claim {row['id']} ({anchor.shorten(there[0])}) is there with {column} {value!r}, not {row[column]!r}",
                    where="claim",
                    remedy="leave subject, predicate, object and time out to use that claim, word yours so that it says what differs, or kb correct that one",
                )
    if there[0] != row["text"]:
        raise DataError(
            f"the claim {row['id']} is there with other words: {anchor.shorten(there[0])}",
            where="claim",
            remedy="choose another id, or kb correct its text",
        )
    made.notes.append("the claim was there already; this is another assertion of it")
    return False


def put_quantity(connection: sqlite3.Connection, row: Row, run_id: str) -> None:
    there = connection.execute(f"SELECT {', '.join(QUANTITY_KEYS)} FROM quantities WHERE claim_id = ?", (row["claim_id"],)).fetchone()
    if there is None:
        insert(connection, "quantities", row | {"run_id": run_id})
    elif tuple(there[:-1]) != tuple(row[key] for key in QUANTITY_KEYS[:-1]):
        raise DataError(
            f"the claim {row['claim_id']} has another quantity already",
            where="quantity",
            remedy="two figures are two claims: word yours as another one",
        )
