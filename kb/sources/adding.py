"""Add a plain text to a base, as a new source or as a later text of one."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from kb.base import ids, purged
from kb.base.entries import needed
from kb.base.licences import refuse_stricter
from kb.base.model import Row
from kb.base.row_by_id import row_of
from kb.base.runs import Run
from kb.errors import DataError, actions
from kb.errors.remedies import Note
from kb.names.entities import NewEntity, add_entity, plan_names, refuse_other_kind
from kb.names.lookup import Lookup
from kb.sources import moving, snapshots
from kb.texts.sentences import Received


@dataclass
class AddedSource:
    """The source and snapshot of a text that was added, whether the text is new, lines to show about it, and its quotes where it is a later text."""

    source_id: str
    snapshot_id: str
    new: bool
    lines: list[str] = field(default_factory=list)
    moved: list[moving.MovedQuote] = field(default_factory=list)


def add_source(run: Run, received: Received, values: Row) -> AddedSource:
    """Record a text with its metadata in the open run.

    `values` holds the title, and any options of `kb source add` by the names of `kb.base.fields.SOURCE`. A text that the base has
    already adds nothing. With the `source_id` of a recorded source, the text becomes its current one, and its quotes are moved to it.
    Raises DataError where a value is wrong, or where the base has the text otherwise.
    """
    connection = run.connection
    purged.refuse(connection, received.sha256)
    known = recorded_text(connection, received, values.get("source_id"))
    if known:
        refuse_stricter(known.source_id, values.get("access"), access_of(connection, known.source_id))
        return known
    lookup = Lookup(connection)
    source_id = ids.check_entity_id(values.get("source_id") or ids.source_id(values["title"], received.sha256), "id")
    current = connection.execute("SELECT snapshot_id FROM sources WHERE id = ?", (source_id,)).fetchone()
    lines = [] if current else namesake_lines(lookup, values.get("source_id"), values["title"])
    if current:
        refuse_stricter(source_id, values.get("access"), access_of(connection, source_id))
    else:
        lines += record_source(lookup, run, source_id, values)
    added = record_text(lookup, run, source_id, received, values)
    added.lines += lines
    added.lines.append(f"access: {access_of(connection, source_id)}")
    if current:
        added.lines += kept_lines(connection, source_id, values)
    if current and current[0]:
        added.moved = moving.move_to(run, source_id, added.snapshot_id)
        added.lines += quote_lines(added.moved)
    return added


def recorded_text(connection: sqlite3.Connection, received: Received, source_id: str | None) -> AddedSource | None:
    """Return the source whose current text is this one, or None where there is none, or where the text is to become current again.

    Raises DataError where the source is retracted or merged, or where the text is an earlier one and no `source_id` is given.
    """
    match = connection.execute(
        "SELECT source_id, snapshots.id, snapshots.id = snapshot_id, status FROM snapshots JOIN sources ON sources.id = source_id"
        " JOIN entities ON entities.id = source_id WHERE sha256 = :sha256 AND (:source IS NULL OR source_id = :source)"
        " ORDER BY snapshots.id <> snapshot_id, source_id LIMIT 1",
        {"sha256": received.sha256, "source": source_id},
    ).fetchone()
    if not match:
        return None
    holder, snapshot, current, status = match
    if status != "current":
        raise DataError(f"the base holds this text already, as {holder}, which is {status}", remedy=actions.show(holder))
    if current:
        return AddedSource(holder, snapshot, False, ["the base holds this text already"])
    if source_id is None:
        raise DataError(
            f"the base holds this text already, as an earlier text of {holder}",
            remedy=(actions.give("id", holder, "to make it the current one again"), "or give another id"),
        )
    return None


def kept_lines(connection: sqlite3.Connection, source_id: str, values: Row) -> list[str]:
    """Return a note on the values that differ from the recorded source, which a later text leaves as they are."""
    row = dict(row_of(connection, "sources", source_id))
    columns = ("title", "kind", "published", "published_basis", "language", "url", "rights", "access", "note")
    unlike = [key for key in columns if values.get(key) is not None and values[key] != row[key]]
    unlike += [key for key in ("authors", "author", "publisher", "identifiers") if values.get(key)]
    return [Note(f"{', '.join(unlike)}: kept as it was", actions.correct(source_id))] if unlike else []


def access_of(connection: sqlite3.Connection, source_id: str) -> str:
    """Return the access of a recorded source: public, quotes or private."""
    return str(row_of(connection, "sources", source_id)["access"])


def namesake_lines(lookup: Lookup, given: str | None, title: str) -> list[str]:
    """Return a note on the sources with the given id and a tail, or else with the same title, of which a text may be a later one."""
    same = [row[0] for row in (lookup.by_slug(given) if given else lookup.by_name(title)) if row[1] == "source"]
    later = actions.give("id", same[0] if len(same) == 1 else "", "if this is a later text of it")
    shown = ", ".join(same[:3]) + (" …" if len(same) > 3 else "")
    return [Note(f"there is {shown}, with the same {'id but for its tail' if given else 'title'}", later)] if same else []


def record_source(lookup: Lookup, run: Run, source_id: str, values: Row) -> list[str]:
    """Insert the source, with its publisher and authors, who are recorded as actors where they are new. Returns lines about them."""
    kinds = values.get("author_kinds", {})
    publisher, lines = actor(lookup, run, values.get("publisher"), "media")
    run.insert("sources", {"id": source_id} | snapshots.plan_source(lookup, {"kind": "document"} | values | {"publisher": publisher}))
    for position, author in enumerate([*({"actor": name} for name in values.get("authors", ())), *values.get("author", ())], 1):
        actor_id, more = actor(lookup, run, author["actor"], kinds.get(author["actor"], "person"))
        lines += more
        role = lookup.word("source_authors.role", author.get("role", "author"))
        run.insert("source_authors", {"source_id": source_id, "position": position, "actor_id": actor_id, "role": role})
    for table, name in plan_names(lookup, source_id, values):
        run.put(table, name)
    return lines


def add_cited_source(run: Run, lookup: Lookup, entry: Row) -> bool:
    """Record a work that is only cited, with its authors and names, and return whether it is new.

    Raises DataError where the id belongs to another row, or to this source with other values.
    """
    needed(entry, ("id", "title", "kind"), "source")
    row: Row = {"id": ids.check_entity_id(entry["id"], "id")} | snapshots.plan_source(lookup, entry)
    refuse_other_kind(lookup, NewEntity("source", entry["id"]))
    if lookup.rows("SELECT 1 FROM sources WHERE id = ?", entry["id"]):
        present = row_of(run.connection, "sources", entry["id"])
        unlike = [key for key, value in row.items() if entry.get(key.removesuffix("_id")) and present[key] != value]
        if unlike:
            remedy = ("use that one, or choose another id", actions.correct(entry["id"], unlike[0]))
            raise DataError(f"the id {entry['id']!r} is recorded with the {unlike[0]} {present[unlike[0]]!r}", where="id", remedy=remedy)
        return False
    run.insert("sources", row)
    for position, author in enumerate([*({"actor": name} for name in entry.get("authors", ())), *entry.get("author", ())], 1):
        needed(author, ("actor",), f"author {position}")
        role = lookup.word("source_authors.role", author.get("role", "author"))
        of = {"source_id": entry["id"], "position": position, "actor_id": lookup.actor(author["actor"], "author"), "role": role}
        run.insert("source_authors", of)
    for table, name in plan_names(lookup, entry["id"], entry):
        run.put(table, name)
    return True


def actor(lookup: Lookup, run: Run, name: str | None, kind: str) -> tuple[str | None, list[str]]:
    """Return the id of the actor with this id or name, recording an author or publisher who is new, and lines about an id that is not the usual.

    Another with the same id, since letters of different scripts or with accents are written the same in ids, is never taken for this one.
    """
    if not name:
        return None, []
    if any(row[1] == "actor" for row in (*lookup.by_id(name), *lookup.by_name(name))):
        return lookup.actor(name, kind), []
    actor_id = ids.readable_id(name)
    other = lookup.rows("SELECT label FROM entities WHERE id = ? UNION ALL SELECT label FROM predicates WHERE id = ?", actor_id, actor_id)
    lines = []
    if other:
        taken, actor_id = actor_id, ids.told_apart(actor_id, name)
        lines = [f"{name} is {actor_id}, since {taken} is the id of {other[0][0]}"]
    add_entity(run, NewEntity("actor", actor_id, {"id": actor_id, "name": name, "kind": kind}), lookup)
    return actor_id, lines


def record_text(lookup: Lookup, run: Run, source_id: str, received: Received, values: Row) -> AddedSource:
    """Record a source's text as a snapshot with its sections and sentences, all in the author's voice.

    `values["drawn"]` gives the sections as (kind, start, end) in code points; without it there is one.
    """
    snapshot = snapshots.add_snapshot(run, source_id, received, retrieved_from=values.get("retrieved_from"))
    voice = voice_of(lookup, run, source_id)
    drawn = values.get("drawn") or [("body", 0, len(received.text))]
    sections = [
        {
            "id": ids.section_id(snapshot, start),
            "snapshot_id": snapshot,
            "position": position,
            "kind": kind,
            "start_char": start,
            "end_char": end,
            "speaker_id": voice,
        }
        for position, (kind, start, end) in enumerate(drawn, 1)
    ]
    sentences = snapshots.plan_sentences(snapshot, received.text, sections)
    for table, rows in (("sections", sections), ("sentences", sentences)):
        for row in rows:
            run.put(table, row)
    line = f"{len(received.text)} characters, {len(sentences)} sentences; level 0 is the voice of {voice}"
    return AddedSource(source_id, snapshot, True, [line])


def voice_of(lookup: Lookup, run: Run, source_id: str) -> str:
    """Return the id of the actor in whose voice the body is: the author, else the publisher, else an unnamed author."""
    sql = "SELECT actor_id FROM source_authors WHERE source_id = ? AND role = 'author' ORDER BY position"
    authors = [row[0] for row in lookup.rows(sql, source_id)]
    if len(authors) == 1:
        return authors[0]
    title, publisher_id = lookup.rows("SELECT title, publisher_id FROM sources WHERE id = ?", source_id)[0]
    if authors:  # a body with several authors is spoken by one group
        group: Row = {"name": f"the authors of “{title}”", "kind": "group", "anonymity": "named"}
        return unnamed_actor(lookup, run, f"authors-of-{source_id}", group)
    author: Row = {"name": f"the author of “{title}”", "kind": "other", "anonymity": "unspecified"}
    return publisher_id or unnamed_actor(lookup, run, f"author-of-{source_id}", author)


def unnamed_actor(lookup: Lookup, run: Run, actor_id: str, entry: Row) -> str:
    """Return the id of an actor whom the source does not name, recorded if new, or of the actor that it was merged into."""
    if lookup.rows("SELECT 1 FROM actors WHERE id = ?", actor_id):
        return lookup.actor(actor_id, "author")
    add_entity(run, NewEntity("actor", actor_id, {"id": actor_id, **entry}), lookup)
    return actor_id


def quote_lines(moved: list[moving.MovedQuote]) -> list[str]:
    """Return a line with the counts of quotes by outcome, and a line for each quote that is not in the new text."""
    outcomes = {word: [quote for quote in moved if quote.outcome == word] for word in ("unchanged", "moved", "altered", "gone")}
    lines = ["quotes in the new text: " + ", ".join(f"{len(quotes)} {word}" for word, quotes in outcomes.items())]
    for quote in outcomes["altered"] + outcomes["gone"]:
        lines.append(
            f"{quote.outcome}: {quote.quote!r} carries {quote.claim_id} ({quote.claim}); it stays with the earlier text"
            + (f"; nearest now: {quote.nearest!r}" if quote.nearest else "")
        )
    return lines
