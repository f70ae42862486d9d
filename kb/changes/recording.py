"""Record one entry of any kind that people write, in an open run.

The command, files, Python, the JSON API and the forms all use this.

    record_entry(): a checked entry -> the plan of its kind -> rows -> Recorded

Recording the same again is no error: the row stays as it is, and a note says where the entry differs from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kb import facts
from kb.base import ids
from kb.base.entries import OWNER, checked, needed
from kb.base.model import KEYS, Row, key_of, row_id
from kb.base.row_by_id import OF_QUANTITY
from kb.base.rows import first
from kb.base.runs import Run, ensure_contributor
from kb.base.words import Status
from kb.changes.correcting import SAME, sentences_of
from kb.changes.reviewing import review
from kb.errors import ConflictError, DataError, UsageError, actions, did_you_mean
from kb.errors.remedies import Note
from kb.facts import Added, from_entries
from kb.facts.quantities import plan_quantity
from kb.facts.writing import put_quantity
from kb.names.affiliations import plan_affiliation
from kb.names.entities import NewEntity, add_entity, plan_distinct, plan_event_order, plan_identifier, plan_name, plan_relation
from kb.names.lookup import Lookup
from kb.sources import marking
from kb.sources.adding import add_cited_source


@dataclass(frozen=True)
class Recorded:
    """What an entry became: the ids of its rows, how many of them are new, notes for people, the fact of a claim or assertion, and the rows that are retracted."""

    kind: str
    ids: tuple[str, ...]
    new: int
    notes: tuple[str, ...] = ()
    fact: Added | None = None
    retracted: tuple[str, ...] = ()


Record = Callable[[Run, Lookup, str, Row], Recorded]


def record_entry(run: Run, kind: str, entry: Row, lookup: Lookup | None = None) -> Recorded:
    """Record a checked entry of a kind of KINDS in the open run.

    Raises DataError where it is wrong, ConflictError where it contradicts the base.
    """
    owner = OWNER.get(kind)
    if owner:
        needed(entry, (owner,), kind)
    return RECORDS[kind](run, lookup or Lookup(run.connection), kind, entry)


def record_entries(run: Run, listed: Iterable[tuple[str, Row]]) -> list[Recorded]:
    """Check and record several entries, each given as (kind, entry), in the open run.

    Raises UsageError for an unknown kind, and otherwise the errors of `record_entry` with the number of the entry, where there are several.
    """
    pairs, lookup = list(listed), Lookup(run.connection)
    done = []
    for number, (kind, entry) in enumerate(pairs, 1):
        where = f"{kind} {number}" if len(pairs) > 1 else ""
        if kind not in RECORDS:
            raise UsageError(f"{kind!r} is not a kind of entry", where=where, remedy=did_you_mean(str(kind), KINDS))
        try:
            done.append(record_entry(run, kind, checked(kind, entry, ""), lookup))
        except DataError as error:
            raise (error.at(where) if where else error) from None
    return done


# ------------------------------------------------------------------------------------------------------- one row


def put(run: Run, kind: str, table: str, row: Row) -> Recorded:
    """Insert a row, unless one says the same already. Raises ConflictError where a row with its id says something else."""
    columns = SAME.get(table, KEYS[table])
    same = " AND ".join(f"{column} IS :{column}" for column in columns)
    if row.get("relation") in ids.SYMMETRIC:  # the same in both directions
        same = f"({same} OR (relation = :relation AND from_claim_id = :to_claim_id AND to_claim_id = :from_claim_id))"
    present = first(run.connection.execute(f"SELECT * FROM {table} WHERE {same}", row))
    if present is None:
        refuse_taken_id(run, table, row)
        run.insert(table, row)
        return Recorded(kind, (row_id(key_of(table, row)),), 1)
    present_id = row_id(key_of(table, present))
    gone = (present_id,) if present.get("status") == Status.RETRACTED else ()
    return Recorded(kind, (present_id,), 0, tuple(notes_on(present_id, present, row, columns)), retracted=gone)


def refuse_taken_id(run: Run, table: str, row: Row) -> None:
    """Raise ConflictError where another row of the table has the id of a new one."""
    if "id" in row and run.connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row["id"],)).fetchone():
        remedy = ("choose another id, or leave it out", actions.correct(row["id"]))
        raise ConflictError(f"the id {row['id']!r} names another row of {table} already", where="id", remedy=remedy)


def notes_on(present_id: str, present: Row, row: Row, same: tuple[str, ...]) -> list[str]:
    """Return notes that a row which was there already is retracted, or differs from what was given."""
    notes: list[str] = []
    if present.get("status") == Status.RETRACTED:
        notes.append(Note(f"{present_id} was taken back and stays so", actions.correct(present_id, "status")))
    compared = [column for column in row if row[column] is not None and column not in ("id", "status", *same)]
    unlike = [f"{column} {present[column]!r}, not {row[column]!r}" for column in compared if present[column] != row[column]]
    if unlike:
        notes.append(Note(f"{present_id} is recorded with {'; '.join(unlike)}; it was kept", actions.correct(present_id)))
    return notes


# ------------------------------------------------------------------------------------------------------- each kind


def record_fact(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    needed(entry, ("source",), "")
    added = facts.record(run, from_entries.fact_of(entry, "", "", kind=kind), lookup=lookup)
    return Recorded(kind, (added.assertion_id,), int(added.new_assertion), added.notes, added)


def record_named(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    new = add_entity(run, NewEntity.of(kind, entry, ""), lookup)
    return Recorded(kind, (entry["id"],), int(new))


def record_source(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    return Recorded(kind, (entry.get("id", ""),), int(add_cited_source(run, lookup, entry)))


def record_author(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    needed(entry, ("actor",), kind)
    source, actor = lookup.source(entry["source"], "source", needed=True), lookup.actor(entry["actor"], "actor")
    role = lookup.word("source_authors.role", entry.get("role", "author"))
    listed = run.connection.execute("SELECT position, actor_id, role FROM source_authors WHERE source_id = ?", (source,)).fetchall()
    present = [position for position, *whom in listed if whom == [actor, role]]
    if present:
        return Recorded(kind, (f"{source}_{present[0]}",), 0)
    position = max((row[0] for row in listed), default=0) + 1
    return put(run, kind, "source_authors", {"source_id": source, "position": position, "actor_id": actor, "role": role})


def record_relation(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    status = lookup.new_status("relations.status", entry.get("status"))
    return put(run, kind, "relations", plan_relation(lookup, entry) | {"status": status})


def record_affiliation(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    return put(run, kind, "affiliations", plan_affiliation(lookup, entry))


def record_event_order(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    return put(run, kind, "event_order", plan_event_order(lookup, entry))


def record_distinct(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    return put(run, kind, "distinct_entities", plan_distinct(lookup, entry))


def record_role(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    claim_id = lookup.claim(entry["claim_id"])
    event = lookup.rows("SELECT event_id FROM claims WHERE id = ? AND event_id IS NOT NULL", claim_id)
    return put(run, kind, "participations", facts.plan_role(lookup, entry, event[0][0] if event else None, claim_id))


def record_quantity(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    claim_id = lookup.claim(entry["claim_id"])
    planned = plan_quantity(lookup, entry, claim_id, sentences_of(run.connection, claim_id))
    return Recorded(kind, (claim_id + OF_QUANTITY,), int(put_quantity(run, planned)))


def record_name(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    plan, table = (plan_name, "names") if kind == "name" else (plan_identifier, "identifiers")
    entity = lookup.entity(entry["entity"], "entity", needed=True)
    return put(run, kind, table, plan(lookup, str(entity), entry))


def record_mention(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    snapshot = lookup.snapshot_text(entry["source"])
    planned = marking.plan_mentions(lookup, snapshot, entry)
    if not entry.get("within"):
        recorded = "SELECT start_char, end_char FROM mentions WHERE snapshot_id = ? AND status <> 'retracted'"
        longer = run.connection.execute(recorded, (snapshot.snapshot_id,)).fetchall()
        planned = [row for row in planned if not marking.inside((row["start_char"], row["end_char"]), longer)]
        if not planned:
            remedy = "name one of these places with within, if it stands for something of its own there"
            raise DataError(f"{entry['text']!r} is everywhere part of a longer name", where="text", remedy=remedy)
    done = [put(run, kind, "mentions", row) for row in planned]
    notes = tuple(note for one in done for note in one.notes)
    gone = tuple(name for one in done for name in one.retracted)
    return Recorded(kind, tuple(name for one in done for name in one.ids), sum(one.new for one in done), notes, retracted=gone)


def record_citation(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    return put(run, kind, "citations", marking.plan_citation(run, lookup, lookup.snapshot_text(entry["source"]), entry))


def record_sentence(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:
    needed(entry, ("quote", "no_claim_reason"), kind)
    if entry.get("whole"):
        raise DataError("the sentences of a text that is recorded stay as they were divided", where="whole", remedy="leave it out")
    sentence_id, present = marking.sentence_of(lookup, lookup.snapshot_text(entry["source"]), entry["quote"])
    if present is None:
        run.connection.execute("UPDATE sentences SET no_claim_reason = ? WHERE id = ?", (entry["no_claim_reason"], sentence_id))
        return Recorded(kind, (sentence_id,), 1)
    return Recorded(
        kind,
        (sentence_id,),
        0,
        tuple(notes_on(sentence_id, {"no_claim_reason": present}, {"no_claim_reason": entry["no_claim_reason"]}, ())),
    )


def record_review(run: Run, lookup: Lookup, kind: str, entry: Row) -> Recorded:  # noqa: ARG001 - as the others are called
    by = replace(run, contributor=ensure_contributor(run.connection, entry["reviewer"])) if entry.get("reviewer") else run
    lines = review(by, entry["id"], entry.get("verdict", ""), entry.get("note") or None)
    return Recorded(kind, (entry["id"],), len(lines), tuple(lines))


RECORDS: dict[str, Record] = {
    **dict.fromkeys(("predicate", "actor", "thing", "event"), record_named),
    "source": record_source,
    "author": record_author,
    **dict.fromkeys(("claim", "assertion"), record_fact),
    "quantity": record_quantity,
    "role": record_role,
    "relation": record_relation,
    "affiliation": record_affiliation,
    "event_order": record_event_order,
    "distinct": record_distinct,
    **dict.fromkeys(("name", "identifier"), record_name),
    "mention": record_mention,
    "citation": record_citation,
    "sentence": record_sentence,
    "review": record_review,
}
KINDS = tuple(RECORDS)  # in the order in which they can refer to each other
