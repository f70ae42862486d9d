"""Change what is recorded without losing what was: correct, retract, merge, undo. Each is one run, with its reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from kb import anchor, ids, sources
from kb.errors import DataError, UsageError, did_you_mean
from kb.facts import Voice, find_cue, insert, number
from kb.lookup import Lookup
from kb.store import relinking
from kb.tables import ENTITY_TABLES, WITH_STATUS, Row

TABLE_OF_PREFIX = {
    "clm": "claims",
    "ast": "assertions",
    "rel": "relations",
    "men": "mentions",
    "cit": "citations",
    "snp": "snapshots",
    "sec": "sections",
    "sen": "sentences",
    "psg": "passages",
    "run": "runs",
}
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
}
FIXED |= {"snapshot_id", "start_char", "end_char", "exact", "passage_id", "claim_id", "cue_start_char", "cue_end_char"}


def table_of(connection: sqlite3.Connection, row_id: str) -> str:
    """The table that holds the row of this id."""
    prefix, hyphen, _ = row_id.partition("-")
    if hyphen and prefix in TABLE_OF_PREFIX:
        table = TABLE_OF_PREFIX[prefix]
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone():
            return table
    found = connection.execute("SELECT kind FROM entities WHERE id = ?", (row_id,)).fetchone()
    if found:
        return f"{found[0]}s"
    for table in ("predicates", "contributors"):
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone():
            return table
    for prefix in ("clm", "ast"):  # a name as the curated files give it
        guess = ids.prefixed(prefix, row_id)
        if connection.execute(f"SELECT 1 FROM {TABLE_OF_PREFIX[prefix]} WHERE id = ?", (guess,)).fetchone():
            raise UsageError(f"there is no row {row_id!r}", remedy=f"did you mean {guess}?")
    known = [
        row[0] for row in connection.execute("SELECT id FROM entities UNION ALL SELECT id FROM claims UNION ALL SELECT id FROM assertions")
    ]
    raise UsageError(
        f"there is no row {row_id!r}", remedy=did_you_mean(row_id, known) if len(known) < 20000 else "look for it with: kb search WORDS"
    )


def row_of(connection: sqlite3.Connection, table: str, row_id: str) -> Row:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    return dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))


# ------------------------------------------------------------------------------------------------------------- correct


def correct(connection: sqlite3.Connection, row_id: str, new: dict[str, str]) -> list[str]:
    """Set columns of one row, in the open run. Returns what changed, a line each. An empty value means none.

    A claim takes quantity.value and the like too; an assertion takes quote, sought in its source's current text.
    """
    table = table_of(connection, row_id)
    look = Lookup(connection)
    old = row_of(connection, table, row_id)
    quantity = {key.removeprefix("quantity."): value for key, value in new.items() if key.startswith("quantity.") and table == "claims"}
    wanted = {key: value for key, value in new.items() if not key.startswith("quantity.") or table != "claims"}
    columns: Row = {}
    for key, value in wanted.items():
        if table == "assertions" and key in ("quote", "cue"):
            columns |= correct_words(look, old | columns, key, value)
            continue
        if key not in old or key in FIXED or table in ("snapshots", "passages", "runs"):
            free = [column for column in old if column not in FIXED] + (["quote"] if table == "assertions" else [])
            raise UsageError(
                f"{table}.{key} cannot be corrected",
                where=row_id,
                remedy=did_you_mean(key, free) if table not in ("snapshots", "passages", "runs") else "record another one",
            )
        columns[key] = value_for(look, table, key, value)
    if "text" in columns and table == "claims":
        columns["text"] = corrected_text(connection, row_id, columns["text"])
    changed = {column: value for column, value in columns.items() if old.get(column) != value}
    if changed:
        connection.execute(
            f"UPDATE {table} SET {', '.join(f'{column} = :{column}' for column in changed)} WHERE id = :old_id",
            changed | {"old_id": row_id},
        )
    lines = [f"{column}: {old.get(column)!r} -> {value!r}" for column, value in changed.items()]
    return lines + (correct_quantity(connection, row_id, quantity) if quantity else [])


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
    twin = connection.execute("SELECT id FROM claims WHERE text = ? AND id <> ? AND merged_into_id IS NULL", (words, claim_id)).fetchone()
    if twin:
        raise DataError(f"{twin[0]} says that already", where="text", remedy=f"merge the two: kb merge {claim_id} {twin[0]} --reason …")
    return words


def correct_quantity(connection: sqlite3.Connection, claim_id: str, new: dict[str, str]) -> list[str]:
    cursor = connection.execute("SELECT * FROM quantities WHERE claim_id = ?", (claim_id,))
    found = cursor.fetchone()
    if not found:
        raise UsageError(f"{claim_id} has no quantity", remedy="record the figure as a claim of its own with kb add")
    old = dict(zip((column[0] for column in cursor.description), found, strict=True))
    look = Lookup(connection)
    lines = []
    for key, value in new.items():
        if key not in old or key in FIXED:
            raise UsageError(
                f"quantity.{key} cannot be corrected", remedy=did_you_mean(key, [column for column in old if column not in FIXED])
            )
        kept = (
            number(value, key)
            if key in ("value", "minimum", "maximum")
            else look.word("quantities.comparison", value)
            if key == "comparison"
            else look.date(value, key)
            if key == "as_of" and value
            else value or None
        )
        connection.execute(f"UPDATE quantities SET {key} = ? WHERE claim_id = ?", (kept, claim_id))
        lines.append(f"quantity.{key}: {old[key]!r} -> {kept!r}")
    return lines


# ------------------------------------------------------------------------------------------------------------- retract


def retract(connection: sqlite3.Connection, row_id: str) -> list[str]:
    """Take a row back in the open run, and what rests on it alone. Returns the ids of all that was taken back."""
    table = table_of(connection, row_id)
    if table in WITH_STATUS:
        done = [row_id] if set_retracted(connection, table, row_id) else []
        if table == "assertions":
            done += retract_reported(connection, row_id)
            done += retract_unheld(connection, row_of(connection, table, row_id)["claim_id"])
        if table == "claims":
            done += retract_resting_on(connection, row_id)
        return done
    if table not in ENTITY_TABLES:
        raise UsageError(f"a row of {table} is not retracted", where=row_id, remedy="retract the assertion or claim that uses it")
    using = list(uses(connection, row_id))
    if using:
        raise DataError(
            f"{row_id} is in use: " + ", ".join(using[:5]) + (" …" if len(using) > 5 else ""),
            remedy="retract those first, or merge it into another: kb merge",
        )
    changed = connection.execute("UPDATE entities SET status = 'retracted' WHERE id = ? AND status = 'current'", (row_id,)).rowcount
    return [row_id] if changed else []


def set_retracted(connection: sqlite3.Connection, table: str, row_id: str) -> bool:
    return connection.execute(f"UPDATE {table} SET status = 'retracted' WHERE id = ? AND status <> 'retracted'", (row_id,)).rowcount > 0


def retract_reported(connection: sqlite3.Connection, row_id: str) -> list[str]:
    """Whoever was only reported in a retracted assertion is no longer reported at all."""
    done = []
    for (child,) in connection.execute(
        "SELECT id FROM assertions WHERE reported_in_id = ? AND status <> 'retracted'", (row_id,)
    ).fetchall():
        set_retracted(connection, "assertions", child)
        done += [child, *retract_reported(connection, child)]
    return done


def retract_unheld(connection: sqlite3.Connection, claim_id: str) -> list[str]:
    """A claim that no assertion holds any longer goes with the last."""
    held = connection.execute("SELECT 1 FROM assertions WHERE claim_id = ? AND status <> 'retracted'", (claim_id,)).fetchone()
    if held or not set_retracted(connection, "claims", claim_id):
        return []
    return [claim_id, *retract_resting_on(connection, claim_id)]


def retract_resting_on(connection: sqlite3.Connection, claim_id: str) -> list[str]:
    """With a claim go the assertions of it and the relations to it."""
    done = []
    for table, condition in (("assertions", "claim_id = :id"), ("relations", ":id IN (from_claim_id, to_claim_id)")):
        for (row_id,) in connection.execute(
            f"SELECT id FROM {table} WHERE {condition} AND status <> 'retracted'", {"id": claim_id}
        ).fetchall():
            set_retracted(connection, table, row_id)
            done.append(row_id)
    return done


def references_to_entity(connection: sqlite3.Connection, kind: str) -> Iterator[tuple[str, str]]:
    """(table, column) of everything that may refer to an entity of that kind, but for its own row."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT'").fetchall()
    for (table,) in tables:
        for row in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            if row[2] in ("entities", f"{kind}s") and row[3] not in ("id", "merged_into_id"):
                yield table, row[3]


def uses(connection: sqlite3.Connection, entity_id: str) -> Iterator[str]:
    """What current rows refer to an entity, as words for a person."""
    kind = connection.execute("SELECT kind FROM entities WHERE id = ?", (entity_id,)).fetchone()[0]
    for table, column in references_to_entity(connection, kind):
        if table in ("names", "identifiers", "source_authors") and column != "actor_id":
            continue
        live = " AND status <> 'retracted'" if table in WITH_STATUS else ""
        if table == "participations":
            live = " AND claim_id IN (SELECT id FROM claims WHERE status <> 'retracted')"
        count = connection.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?{live}", (entity_id,)).fetchone()[0]
        if count:
            yield f"{count} in {table}.{column}"


# --------------------------------------------------------------------------------------------------------------- merge


def merge(connection: sqlite3.Connection, old_id: str, into_id: str) -> list[str]:
    """Make one row of two in the open run: everything that names the old one names the other from now on.

    The old id stays and says what became of it. Returns what was moved, a line each.
    """
    if old_id == into_id:
        raise UsageError("both are the same row", where=old_id, remedy="name two rows")
    table, other = table_of(connection, old_id), table_of(connection, into_id)
    if table != other:
        raise UsageError(f"{old_id} is of {table}, {into_id} of {other}", remedy="merge rows of one kind")
    if table == "claims":
        return merge_claims(connection, old_id, into_id)
    if table in ENTITY_TABLES:
        return merge_entities(connection, table, old_id, into_id)
    raise UsageError(f"rows of {table} are not merged", where=old_id, remedy="merge claims, actors, things, events or cited works")


def merge_entities(connection: sqlite3.Connection, table: str, old_id: str, into_id: str) -> list[str]:
    for name in (old_id, into_id):
        status, merged_into = connection.execute("SELECT status, merged_into_id FROM entities WHERE id = ?", (name,)).fetchone()
        if status != "current":
            raise DataError(f"{name} is {status}" + (f" into {merged_into}" if merged_into else ""), remedy="merge rows that are current")
    if table == "sources" and connection.execute("SELECT 1 FROM snapshots WHERE source_id = ?", (old_id,)).fetchone():
        raise DataError(f"the base holds a text of {old_id}, and a text is never moved", remedy="merge the other way round, or keep both")
    run_id = connection.execute("SELECT run_id FROM change_context").fetchone()[0]
    lines = []
    keep_name(connection, old_id, into_id, run_id)
    connection.execute(
        f"UPDATE {table} SET part_of_id = NULL WHERE id IN (?, ?) AND part_of_id IN (?, ?)", (old_id, into_id, old_id, into_id)
    ) if table != "sources" else None
    for name, column in references_to_entity(connection, table.removesuffix("s")):
        moved = repoint(connection, name, column, old_id, into_id)
        if moved:
            lines.append(f"{moved} in {name}.{column}")
    connection.execute("UPDATE entities SET status = 'merged', merged_into_id = ? WHERE id = ?", (into_id, old_id))
    return lines


def keep_name(connection: sqlite3.Connection, old_id: str, into_id: str, run_id: str) -> None:
    """The old row's own name goes on as a name of the other, so that search still finds it."""
    label = connection.execute("SELECT label FROM entities WHERE id = ?", (old_id,)).fetchone()[0]
    known = (
        "SELECT 1 FROM entities WHERE id = :into AND label = :label UNION ALL SELECT 1 FROM names WHERE entity_id = :into AND name = :label"
    )
    if not connection.execute(known, {"into": into_id, "label": label}).fetchone():
        insert(connection, "names", {"entity_id": into_id, "name": label, "kind": "alias", "run_id": run_id})


def repoint(connection: sqlite3.Connection, table: str, column: str, old_id: str, into_id: str) -> int:
    """Let every row that names the old id name the other; one that would double a row that is there goes (a revision keeps it)."""
    moved = 0
    for (rowid,) in connection.execute(f"SELECT rowid FROM {table} WHERE {column} = ?", (old_id,)).fetchall():
        connection.execute("SAVEPOINT move")
        try:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (into_id, rowid))
            moved += 1
        except sqlite3.IntegrityError:
            connection.execute("ROLLBACK TO move")
            if table in ("names", "identifiers", "participations", "mentions"):
                connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
            else:
                raise
        finally:
            connection.execute("RELEASE move")
    return moved


def merge_claims(connection: sqlite3.Connection, old_id: str, into_id: str) -> list[str]:
    old, into = row_of(connection, "claims", old_id), row_of(connection, "claims", into_id)
    for row in (old, into):
        if row["merged_into_id"] or row["status"] == "retracted":
            raise DataError(
                f"{row['id']} is {'merged already' if row['merged_into_id'] else 'retracted'}", remedy="merge claims that are current"
            )
    lines = []
    with relinking(connection):
        moved = connection.execute("UPDATE assertions SET claim_id = ? WHERE claim_id = ?", (into_id, old_id)).rowcount
    lines.append(f"{moved} in assertions.claim_id")
    moved = repoint(connection, "participations", "claim_id", old_id, into_id)
    lines += [f"{moved} in participations.claim_id"] if moved else []
    merge_quantity(connection, old_id, into_id)
    for column, opposite in (("from_claim_id", "to_claim_id"), ("to_claim_id", "from_claim_id")):
        for relation_id, other in connection.execute(
            f"SELECT id, {opposite} FROM relations WHERE {column} = ? AND status <> 'retracted'", (old_id,)
        ).fetchall():
            doubled = f"SELECT 1 FROM relations AS there JOIN relations AS mine ON mine.id = ? AND there.relation = mine.relation WHERE there.{column} = ? AND there.{opposite} = ?"
            if other == into_id or connection.execute(doubled, (relation_id, into_id, other)).fetchone():
                set_retracted(connection, "relations", relation_id)
            else:
                connection.execute(f"UPDATE relations SET {column} = ? WHERE id = ?", (into_id, relation_id))
                lines.append(f"relation {relation_id}")
    connection.execute("UPDATE claims SET status = 'retracted', merged_into_id = ? WHERE id = ?", (into_id, old_id))
    return lines


def merge_quantity(connection: sqlite3.Connection, old_id: str, into_id: str) -> None:
    """The claim that stays gets the number if it has none; two different numbers are two claims."""
    sql = "SELECT comparison, value, minimum, maximum, unit FROM quantities WHERE claim_id = ?"
    old, into = connection.execute(sql, (old_id,)).fetchone(), connection.execute(sql, (into_id,)).fetchone()
    if old and into and old != into:
        raise DataError(f"{old_id} and {into_id} give different numbers", remedy="keep both, and relate them: two figures are two claims")
    if old and not into:
        run_id = connection.execute("SELECT run_id FROM change_context").fetchone()[0]
        columns = "comparison, value, minimum, maximum, unit, measure, as_of, verbatim"
        connection.execute(
            f"INSERT INTO quantities(claim_id, {columns}, run_id) SELECT ?, {columns}, ? FROM quantities WHERE claim_id = ?",
            (into_id, run_id, old_id),
        )
