"""Correct columns of a row, whose earlier values stay as a revision."""

from __future__ import annotations

import sqlite3

from kb.base import ids
from kb.base.model import KEYS, QUANTITY_COLUMNS, Row, bound, matching
from kb.base.row_by_id import key_named, row_of, table_of, whole_id
from kb.base.rows import first
from kb.base.runs import Run
from kb.base.snapshot_text import SnapshotText, read_snapshot
from kb.base.words import Status
from kb.changes.planning import plan_correction
from kb.changes.reviewing import vouch
from kb.errors import DataError, UsageError, actions, did_you_mean
from kb.errors.remedies import Remedies
from kb.facts import Voice, plan_cue, plan_quantity
from kb.names.lookup import Lookup
from kb.sources import snapshots
from kb.texts import anchoring
from kb.texts.quantity_words import told

# Columns that nobody may correct: ids, keys to the text, who recorded the row, and what is computed.
FIXED = {
    "id",
    "run_id",
    "recorded_at",
    "earliest",
    "latest",
    "about_earliest",
    "about_latest",
    "level",
    "source_id",
    "reported_in_id",
    "merged_into_id",
    "position",
}
FIXED |= {"snapshot_id", "start_char", "end_char", "exact", "passage_id", "claim_id", "section_id", "cue_start_char", "cue_end_char"}
# Columns that make the row what it is, and are fixed in one table only.
FIXED_IN = {"distinct_entities": ("entity_id", "other_id")}
# Rows that are never corrected, and what to do instead.
NEVER: dict[str, Remedies] = {
    **dict.fromkeys(("snapshots", "passages", "runs"), "record another one"),
    "reviews": "a review stays as it was given: give another one",
    "proposals": ("decide on it", actions.list_proposals()),
}
# Two rows of a table with the same values in these columns are duplicates.
SAME = {
    "assertions": ("claim_id", "passage_id", "speaker_id", "reported_in_id"),
    "relations": ("from_claim_id", "to_claim_id", "relation"),
    "event_order": ("event_id", "relation", "other_event_id", "claim_id"),
    "distinct_entities": ("entity_id", "other_id"),
    "mentions": ("snapshot_id", "start_char", "end_char", "entity_id"),
    "affiliations": ("entity_id", "whole_id", "role", "claim_id", "start_date", "end_date"),
}


def correct(run: Run, row_id: str, new: dict[str, str]) -> list[str]:
    """Set columns of a row in the open run, and return a line for each column that changed. An empty value empties the column.

    A claim also takes quantity.value and the other columns of `quantities`, and an assertion takes `quote`, which is searched in the
    current text of its source. Raises UsageError for a column that cannot be corrected, DataError for a wrong value.
    """
    connection = run.connection
    row_id = whole_id(connection, row_id)
    table = table_of(connection, row_id)
    old = row_of(connection, table, row_id)
    if table == "quantities":
        return correct_quantity(connection, old["claim_id"], new)
    quantity = {key.removeprefix("quantity."): value for key, value in new.items() if key.startswith("quantity.") and table == "claims"}
    wanted = {key: value for key, value in new.items() if not key.startswith("quantity.") or table != "claims"}
    changed = {column: value for column, value in corrected(run, table, old, wanted).items() if old[column] != value}
    refuse_doubled(connection, table, old, changed)
    if changed:
        setting, key = ", ".join(f"{column} = :{column}" for column in changed), key_named(table, row_id) or {}
        connection.execute(f"UPDATE {table} SET {setting} WHERE {matching(key)}", changed | bound(key))
    lines = [f"{column}: {old[column]!r} -> {value!r}" for column, value in changed.items()]
    if "status" in changed:
        if changed["status"] == Status.REVIEWED:
            vouch(run, (table, row_id))
        lines += reinstate(run, table, old, changed["status"])
    return lines + (correct_quantity(connection, row_id, quantity) if quantity else [])


def corrected(run: Run, table: str, old: Row, wanted: dict[str, str]) -> Row:
    """Return the columns of the row as corrected. Raises UsageError for a column that cannot be corrected, DataError for a wrong value."""
    lookup = Lookup(run.connection)
    words = {key: value for key, value in wanted.items() if table == "assertions" and key in ("quote", "cue")}
    columns = {key: value or None for key, value in wanted.items() if key not in words}
    for key, value in columns.items():
        if key not in correctable(table, old):
            remedy = NEVER.get(table) or did_you_mean(key, correctable(table, old))
            if key in (*KEYS[table], *FIXED_IN.get(table, ())) and key != "id":
                remedy = ("that would be another row: record it, then retract this one", actions.retract())
            raise UsageError(f"{table}.{key} cannot be corrected", where=str(old.get("id", "")), remedy=remedy)
        if value is None and is_required(run.connection, table, key):
            raise DataError("cannot be left empty", where=key, remedy="give a value, or leave the column as it is")
    planned = plan_correction(lookup, table, old | columns, set(columns)) if columns else Row()
    if "text" in planned and table == "claims":
        refuse_other_words(run.connection, old, planned["text"])
    return planned | (correct_words(run, lookup, old, words) if words else {})


def correctable(table: str, row: Row) -> list[str]:
    """Return what may be corrected of a row: its columns but for those that are fixed or its key, and the quote of an assertion."""
    if table in NEVER:
        return []
    columns = [column for column in row if column not in FIXED and column not in (*KEYS[table], *FIXED_IN.get(table, ()))]
    return columns + (["quote"] if table == "assertions" else [])


def is_required(connection: sqlite3.Connection, table: str, column: str) -> bool:
    """Return whether a column is NOT NULL."""
    sql = 'SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?'
    return bool(connection.execute(sql, (table, column)).fetchone()[0])


def refuse_doubled(connection: sqlite3.Connection, table: str, old: Row, changed: Row) -> None:
    """Raise DataError where the corrected row would be a duplicate of another."""
    columns = SAME.get(table, ())
    counts_again = old.get("status") == Status.RETRACTED and "status" in changed
    if not counts_again and not set(columns) & set(changed):
        return
    row = old | changed
    alike = " AND ".join(f"{column} IS :{column}" for column in columns)
    if row.get("relation") in ids.SYMMETRIC:  # the same in both directions
        alike = f"({alike} OR (relation = :relation AND from_claim_id = :to_claim_id AND to_claim_id = :from_claim_id))"
    counts = " AND status <> 'retracted'" if table == "assertions" else ""
    sql = f"SELECT id FROM {table} WHERE id <> :id AND {alike}{counts}"
    twin = connection.execute(sql, row).fetchone() if columns else None
    if twin:
        raise DataError(
            f"{twin[0]} says that already",
            where=", ".join(column for column in changed if column in columns) or "status",
            remedy=f"retract the one or the other, or correct {twin[0]}",
        )


def reinstate(run: Run, table: str, old: Row, status: object) -> list[str]:
    """Give the status of a reinstated assertion to the retracted assertions that it is reported in and to its claim.

    Returns a line for each row that changed. Raises UsageError where the new status is "retracted".
    """
    if status == Status.RETRACTED:
        raise UsageError("retracting is more than a correction", where="status", remedy=actions.retract(str(old["id"])))
    if table != "assertions" or old["status"] != Status.RETRACTED:
        return []
    with_it = []
    above = old["reported_in_id"]
    while above:
        with_it.append(("assertions", above))
        above = row_of(run.connection, "assertions", above)["reported_in_id"]
    lines = []
    for other, row_id in (*with_it, ("claims", old["claim_id"])):
        sql = f"UPDATE {other} SET status = ? WHERE id = ? AND status = 'retracted'"
        if run.connection.execute(sql, (status, row_id)).rowcount:
            lines.append(f"{row_id}: status: 'retracted' -> {status!r}")
            if status == Status.REVIEWED:
                vouch(run, (other, row_id))
    return lines


def correct_words(run: Run, lookup: Lookup, old: Row, words: dict[str, str]) -> Row:
    """Return the columns of an assertion for another quote, found in the current text of its source, and for its cue."""
    place = "SELECT snapshot_id, start_char, end_char FROM passages WHERE id = ?"
    snapshot_id, start, end = run.connection.execute(place, (old["passage_id"],)).fetchone()
    text, span = read_snapshot(run.connection, snapshot_id), anchoring.Span(start, end)
    cue = words.get("cue", old["cue"] if in_sentence(text, span, old) else None)
    columns = Row()
    if "quote" in words:
        if not words["quote"]:
            raise DataError("cannot be left empty", where="quote", remedy="give the words that carry the claim")
        text = lookup.snapshot_text(old["source_id"])
        span = anchoring.find(text.text, words["quote"], where="quote")
        columns["passage_id"] = snapshots.put_passage(run, text.snapshot_id, text.text, span)
    if cue is not None:
        columns |= plan_cue(text, Voice(cue=cue), span)
    return columns


def in_sentence(text: SnapshotText, span: anchoring.Span, row: Row) -> bool:
    """Return whether an assertion's cue is in the sentence of its quote, so that it moves with the quote."""
    low, high = text.sentence_around(span.start, span.end)
    return row["cue"] is not None and low <= row["cue_start_char"] and row["cue_end_char"] <= high


def refuse_other_words(connection: sqlite3.Connection, old: Row, words: str) -> None:
    """Raise DataError where several sources assert the claim, or where another claim has the new text."""
    if words == old["text"]:
        return
    claim_id = old["id"]
    asserting = connection.execute(
        "SELECT count(DISTINCT source_id) FROM assertions WHERE claim_id = ? AND status <> 'retracted'", (claim_id,)
    ).fetchone()[0]
    if asserting > 1:
        raise DataError(
            f"{asserting} sources assert {claim_id}: new words might not be what each of them says",
            where="text",
            remedy=(actions.record_fact(), "or correct each assertion"),
        )
    twin = connection.execute("SELECT id FROM claims WHERE text = ? AND id <> ? AND status <> 'retracted'", (words, claim_id)).fetchone()
    if twin:
        raise DataError(f"{twin[0]} says that already", where="text", remedy=actions.merge(claim_id, twin[0]))


def correct_quantity(connection: sqlite3.Connection, claim_id: str, new: dict[str, str]) -> list[str]:
    """Set columns of a claim's number, and return a line for each that changed. Raises DataError where no sentence prints the number."""
    old = first(connection.execute(f"SELECT {', '.join(QUANTITY_COLUMNS)} FROM quantities WHERE claim_id = ?", (claim_id,)))
    if old is None:
        raise UsageError(f"{claim_id} has no quantity", remedy=actions.record_fact())
    for key, value in new.items():
        if key not in QUANTITY_COLUMNS:
            raise UsageError(f"quantity.{key} cannot be corrected", remedy=did_you_mean(key, QUANTITY_COLUMNS))
        if not value and is_required(connection, "quantities", key):
            raise DataError("cannot be left empty", where=f"quantity.{key}", remedy="give a value, or leave the column as it is")
    planned = plan_quantity(Lookup(connection), old | new, claim_id, sentences_of(connection, claim_id))
    changed = {key: planned[key] for key in new if old[key] != planned[key]}
    if changed:
        setting = ", ".join(f"{key} = :{key}" for key in changed)
        connection.execute(f"UPDATE quantities SET {setting} WHERE claim_id = :claim", changed | {"claim": claim_id})
    return [f"quantity.{key}: {told(old[key])} -> {told(value)}" for key, value in changed.items()]


def sentences_of(connection: sqlite3.Connection, claim_id: str) -> list[str]:
    """Return the sentences with quotes of a claim, leaving out retracted assertions unless all are."""
    places = connection.execute(
        "SELECT snapshot_id, start_char, end_char, status <> 'retracted' FROM assertions JOIN passages ON passages.id = passage_id"
        " WHERE claim_id = ? ORDER BY assertions.rowid",
        (claim_id,),
    ).fetchall()
    counting = [place for place in places if place[3]] or places
    return [read_snapshot(connection, snapshot_id).sentence(start, end) for snapshot_id, start, end, _ in counting]
