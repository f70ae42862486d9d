"""Write the rows of a plan in an open run. Rows that are recorded already stay unchanged."""

from __future__ import annotations

import sqlite3

from kb.base.model import QUANTITY_COLUMNS, Row
from kb.base.rows import first
from kb.base.runs import Run
from kb.base.words import Status
from kb.errors import ConflictError, actions
from kb.errors.remedies import Note
from kb.facts.fact import Added, Fact, Plan
from kb.facts.planning import plan
from kb.names.lookup import Lookup
from kb.texts import display


def record(run: Run, fact: Fact, where: str = "", lookup: Lookup | None = None) -> Added:
    """Record a sourced fact in the open run. Every way of adding one comes through here.

    Raises DataError where the fact is wrong, ConflictError where it contradicts the base; `where` is put in front of the field.
    """
    planned = plan(lookup or Lookup(run.connection), fact, where)
    try:
        return write(run, planned)
    except ConflictError as error:
        raise (error.at(where) if where else error) from None


def write(run: Run, planned: Plan) -> Added:
    """Write a plan in the open run. Rows that are recorded already stay unchanged, so the same fact twice is one fact."""
    run.put("passages", planned.passage)
    new_claim = planned.claim is not None and put_claim(run, planned)
    if planned.quantity:
        put_quantity(run, planned.quantity)
    new = [put_assertion(run, planned, row) for row in planned.assertions]
    retracted = note_recorded(run, planned, new, new_claim=new_claim)
    for row in planned.participations:
        run.put("participations", row)
    innermost, passage = planned.assertions[-1], planned.passage
    return Added(
        innermost["id"],
        planned.claim_id,
        passage["id"],
        passage["start_char"],
        passage["end_char"],
        passage["exact"],
        new_claim,
        any(new),
        tuple(planned.notes),
        tuple(planned.assertions),
        retracted,
    )


def put_assertion(run: Run, planned: Plan, row: Row) -> bool:
    """Record an assertion unless it is recorded, or stands in the plan twice, and return whether it is new."""
    if row["id"] in planned.assertions_recorded:
        return False
    planned.assertions_recorded.add(row["id"])
    run.insert("assertions", row)
    return True


ATTRIBUTES = ("act", "stance", "certainty", "derivation", "said")


def note_recorded(run: Run, planned: Plan, new: list[bool], *, new_claim: bool) -> tuple[str, ...]:
    """Let a retracted claim with a new assertion count again, and add notes on assertions that were recorded already.

    Returns the ids of those that are retracted.
    """
    retracted = []
    if any(new) and not new_claim:
        sql = "UPDATE claims SET status = ? WHERE id = ? AND status = 'retracted'"
        if run.connection.execute(sql, (planned.assertions[-1]["status"], planned.claim_id)).rowcount:
            planned.notes.append("the claim had been taken back; now that somebody asserts it, it counts again")
    for row in (row for row, is_new in zip(planned.assertions, new, strict=True) if not is_new):
        present_sql = f"SELECT status, {', '.join(ATTRIBUTES)} FROM assertions WHERE id = ?"
        status, *present = run.connection.execute(present_sql, (row["id"],)).fetchone()
        if status == Status.RETRACTED:
            retracted.append(row["id"])
            planned.notes.append(Note(f"{row['id']} was taken back and stays so", actions.reinstate(row["id"])))
        unlike = [f"{key} {kept!r}, not {row[key]!r}" for key, kept in zip(ATTRIBUTES, present, strict=True) if kept != row[key]]
        if unlike:
            planned.notes.append(Note(f"{row['id']} is recorded with {'; '.join(unlike)}; it was kept", actions.correct(row["id"])))
    return tuple(retracted)


SAME_CLAIM = ("subject_id", "predicate_id", "object_id", "object_text", "about_time")


def differing(connection: sqlite3.Connection, claim: Row, present: Row) -> list[str]:
    """Return the columns in which a claim has another triple or time than the claim that is recorded under its id.

    There are none for a claim that gives neither triple nor time. With a symmetric predicate it does not matter which of the two is the subject.
    """
    if not any(claim[column] for column in SAME_CLAIM):
        return []
    unlike = [column for column in SAME_CLAIM if claim[column] != present[column]]
    exchanged = unlike == ["subject_id", "object_id"] and (claim["subject_id"], claim["object_id"]) == (
        present["object_id"],
        present["subject_id"],
    )
    symmetric = "SELECT 1 FROM predicates WHERE id = ? AND symmetric"
    return [] if exchanged and connection.execute(symmetric, (claim["predicate_id"],)).fetchone() else unlike


def put_claim(run: Run, planned: Plan) -> bool:
    """Record the claim and return whether it is new. Raises ConflictError where it is recorded with another text, triple or time."""
    assert planned.claim is not None
    row = planned.claim
    if not planned.claim_recorded:
        run.insert("claims", row)
        return True
    present = first(run.connection.execute(f"SELECT text, {', '.join(SAME_CLAIM)} FROM claims WHERE id = ?", (row["id"],)))
    assert present is not None
    for column in differing(run.connection, row, present):
        raise ConflictError(
            f"the claim {row['id']} ({display.shorten(present['text'])}) is recorded with {column} {present[column]!r}, not {row[column]!r}",
            where="claim",
            remedy=(
                "leave subject, predicate, object and time out to use that claim, or word yours so that it says what differs",
                actions.correct(row["id"], column),
            ),
        )
    if present["text"] != row["text"]:
        raise ConflictError(
            f"the claim {row['id']} is recorded with another text: {display.shorten(present['text'])}",
            where="claim",
            remedy=("choose another id", actions.correct(row["id"], "text")),
        )
    planned.notes.append("the claim was there already; this is another assertion of it")
    return False


def put_quantity(run: Run, row: Row) -> bool:
    """Record a claim's number, and return whether it is new. Raises ConflictError where the claim has another one."""
    present = run.connection.execute(
        f"SELECT {', '.join(QUANTITY_COLUMNS)} FROM quantities WHERE claim_id = ?", (row["claim_id"],)
    ).fetchone()
    if present is None:
        run.insert("quantities", row)
    elif tuple(present[:-1]) != tuple(row[key] for key in QUANTITY_COLUMNS[:-1]):
        raise ConflictError(
            f"the claim {row['claim_id']} has another quantity already",
            where="quantity",
            remedy="two figures are two claims: word yours as another one",
        )
    return present is None
