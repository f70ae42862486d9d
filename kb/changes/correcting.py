"""Correct a row: other words, another name, another word of the vocabulary; what it was before stays readable."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from kb import anchor, ids, sources
from kb.changes.rows import row_of, table_of
from kb.errors import DataError, UsageError, did_you_mean
from kb.facts import Voice, find_cue, number
from kb.lookup import Lookup
from kb.settled import refuse_unsettled
from kb.tables import Row

# What nobody may correct by hand: ids, keys to the text, who recorded it, and what is computed.
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
FIXED |= {"snapshot_id", "start_char", "end_char", "exact", "passage_id", "claim_id", "cue_start_char", "cue_end_char"}


def correct(connection: sqlite3.Connection, row_id: str, new: dict[str, str]) -> list[str]:
    """Set columns of one row, in the open run. Returns what changed, a line each. An empty value means none.

    A claim takes quantity.value and the like too; an assertion takes quote, sought in its source's current text.
    """
    table = table_of(connection, row_id)
    old = row_of(connection, table, row_id)
    quantity = {key.removeprefix("quantity."): value for key, value in new.items() if key.startswith("quantity.") and table == "claims"}
    wanted = {key: value for key, value in new.items() if not key.startswith("quantity.") or table != "claims"}
    changed = {column: value for column, value in corrected(connection, table, old, wanted).items() if old[column] != value}
    if changed:
        setting = ", ".join(f"{column} = :{column}" for column in changed)
        connection.execute(f"UPDATE {table} SET {setting} WHERE id = :old_id", changed | {"old_id": row_id})
    lines = [f"{column}: {old[column]!r} -> {value!r}" for column, value in changed.items()]
    if "status" in changed:
        lines += reviewed_again(connection, table, old, changed["status"])
    lines += correct_quantity(connection, row_id, quantity) if quantity else []
    refuse_unsettled(connection)
    return lines


def corrected(connection: sqlite3.Connection, table: str, old: Row, wanted: dict[str, str]) -> Row:
    """The columns that a correction asks for, as the row keeps them; refused where they are not for anybody to correct."""
    look, columns = Lookup(connection), Row()
    for key, value in wanted.items():
        if table == "assertions" and key in ("quote", "cue"):
            columns |= correct_words(look, old | columns, key, value)
            continue
        if key not in old or key in FIXED or table in ("snapshots", "passages", "runs"):
            free = [column for column in old if column not in FIXED] + (["quote"] if table == "assertions" else [])
            remedy = "record another one" if table in ("snapshots", "passages", "runs") else did_you_mean(key, free)
            raise UsageError(f"{table}.{key} cannot be corrected", where=str(old["id"]), remedy=remedy)
        columns[key] = value_for(look, table, key, value)
    if "text" in columns and table == "claims":
        columns["text"] = corrected_text(connection, old["id"], columns["text"])
    return columns


def reviewed_again(connection: sqlite3.Connection, table: str, old: Row, status: object) -> list[str]:
    """Let an assertion that was retracted count again: with it come those it is reported in, and its claim."""
    if status == "retracted":
        raise UsageError("retracting is more than a correction", where="status", remedy=f"kb retract {old['id']} --reason …")
    if table != "assertions" or old["status"] != "retracted":
        return []
    lines = []
    above = old["reported_in_id"]
    while above:
        reporting = row_of(connection, "assertions", above)
        if reporting["status"] == "retracted":
            connection.execute("UPDATE assertions SET status = ? WHERE id = ?", (status, above))
            lines.append(f"{above}: status: 'retracted' -> {status!r}")
        above = reporting["reported_in_id"]
    claim = row_of(connection, "claims", old["claim_id"])
    if claim["status"] == "retracted":
        connection.execute("UPDATE claims SET status = ? WHERE id = ?", (status, claim["id"]))
        lines.append(f"{claim['id']}: status: 'retracted' -> {status!r}")
    return lines


def value_for(look: Lookup, table: str, column: str, value: str) -> object:
    """The value as the column keeps it: words checked against the vocabulary, ids against the rows, dates against the calendar."""
    if value == "":
        return None
    field = f"{table}.{column}"
    if look.connection.execute("SELECT 1 FROM vocabulary WHERE field = ?", (field,)).fetchone():
        return look.word(field, value)
    readers: dict[str, Callable[[], object]] = {
        **dict.fromkeys(("date", "published", "updated", "about_time", "said"), lambda: look.date(value, column)),
        **dict.fromkeys(("speaker_id", "publisher_id"), lambda: look.actor(value, column)),
        **dict.fromkeys(("subject_id", "object_id", "place_id", "part_of_id", "entity_id"), lambda: look.entity(value, column)),
        **dict.fromkeys(("from_claim_id", "to_claim_id"), lambda: look.claim(value)),
        **dict.fromkeys(("latitude", "longitude"), lambda: number(value, column)),
        **dict.fromkeys(("work_id", "cited_id"), lambda: look.source(value, column)),
        "event_id": lambda: look.event(value, column),
        "predicate_id": lambda: look.predicate(value),
    }
    return readers.get(column, lambda: value)()


def correct_words(look: Lookup, row: Row, key: str, value: str) -> Row:
    """New words for an assertion, sought in the current text of its source."""
    held = look.held(row["source_id"])
    if key == "quote":
        span = anchor.find(held.text, value, where="quote")
        run_id = look.connection.execute("SELECT run_id FROM change_context").fetchone()[0]
        return {"passage_id": sources.put_passage(look.connection, run_id, held.snapshot_id, held.text, span)}
    if not value:
        return {"cue": None, "cue_start_char": None, "cue_end_char": None}
    place = look.connection.execute("SELECT start_char, end_char FROM passages WHERE id = ?", (row["passage_id"],)).fetchone()
    cue = find_cue(held, Voice(cue=value), anchor.Span(*place))
    return {"cue": cue.of(held.text), "cue_start_char": cue.start, "cue_end_char": cue.end}


def corrected_text(connection: sqlite3.Connection, claim_id: str, text: object) -> str:
    """A claim keeps its id through a correction of its words while one source asserts it."""
    words = ids.collapse(str(text or ""))
    asserting = connection.execute(
        "SELECT count(DISTINCT source_id) FROM assertions WHERE claim_id = ? AND status <> 'retracted'", (claim_id,)
    ).fetchone()[0]
    if asserting > 1:
        raise DataError(
            f"{asserting} sources assert {claim_id}: new words might not be what each of them says",
            where="text",
            remedy="record a new claim with kb add, or correct each assertion",
        )
    twin = connection.execute("SELECT id FROM claims WHERE text = ? AND id <> ? AND status <> 'retracted'", (words, claim_id)).fetchone()
    if twin:
        raise DataError(f"{twin[0]} says that already", where="text", remedy=f"merge the two: kb merge {claim_id} {twin[0]} --reason …")
    return words


def correct_quantity(connection: sqlite3.Connection, claim_id: str, new: dict[str, str]) -> list[str]:
    cursor = connection.execute("SELECT * FROM quantities WHERE claim_id = ?", (claim_id,))
    found = cursor.fetchone()
    if not found:
        raise UsageError(f"{claim_id} has no quantity", remedy="record the figure as a claim of its own with kb add")
    old = dict(zip((column[0] for column in cursor.description), found, strict=True))
    kept = {key: quantity_value(Lookup(connection), old, key, value) for key, value in new.items()}
    changed = {key: value for key, value in kept.items() if old[key] != value}
    if changed:
        setting = ", ".join(f"{key} = :{key}" for key in changed)
        connection.execute(f"UPDATE quantities SET {setting} WHERE claim_id = :claim", changed | {"claim": claim_id})
    return [f"quantity.{key}: {old[key]!r} -> {value!r}" for key, value in changed.items()]


def quantity_value(look: Lookup, old: Row, key: str, value: str) -> object:
    if key not in old or key in FIXED:
        free = [column for column in old if column not in FIXED]
        raise UsageError(f"quantity.{key} cannot be corrected", remedy=did_you_mean(key, free))
    if key in ("value", "minimum", "maximum"):
        return number(value, f"quantity.{key}")
    if key == "comparison":
        return look.word("quantities.comparison", value)
    return look.date(value, "quantity.as_of") if key == "as_of" and value else value or None
