"""Take a plain text in as a source of a base of one's own."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import dataclass, field

from kb import ids, sources
from kb.changes import row_of
from kb.entities import NewEntity, add_entity
from kb.errors import DataError
from kb.facts import insert, put
from kb.lookup import Lookup
from kb.tables import Row
from kb.text import Received


@dataclass
class Taken:
    """What came of a text: its source, and what there is to say about it."""

    source_id: str
    snapshot_id: str
    new: bool
    lines: list[str] = field(default_factory=list)


def add_source(connection: sqlite3.Connection, run_id: str, received: Received, said: Row) -> Taken:
    """Record a text and its metadata in the open run. `said` has title, and any of the options of `kb source add`."""
    known = held_already(connection, received, said.get("source_id"))
    if known:
        return known
    look = Lookup(connection)
    source_id = ids.check_entity_id(said.get("source_id") or slug(said["title"]), "id")
    current = connection.execute("SELECT snapshot_id FROM sources WHERE id = ?", (source_id,)).fetchone()
    if current and not said.get("source_id"):
        raise DataError(
            f"a source with the id {source_id!r} is there already",
            where="title",
            remedy=f"give --id {source_id} if this is a later text of it, or another --id",
        )
    if not current:
        record_source(look, run_id, source_id, said)
    taken = take_text(look, run_id, source_id, received, said)
    if current:
        taken.lines += kept_lines(connection, source_id, said)
    if current and current[0]:
        taken.lines += moved_lines(sources.move_to(connection, run_id, source_id, taken.snapshot_id))
    return taken


def held_already(connection: sqlite3.Connection, received: Received, source_id: str | None) -> Taken | None:
    """The source that holds this very text, unless it is given as the text of another, or has been followed by a later one."""
    found = connection.execute(
        "SELECT source_id, snapshots.id, snapshots.id = snapshot_id, status FROM snapshots JOIN sources ON sources.id = source_id"
        " JOIN entities ON entities.id = source_id WHERE sha256 = :sha256 AND (:source IS NULL OR source_id = :source)"
        " ORDER BY snapshots.id <> snapshot_id, source_id LIMIT 1",
        {"sha256": received.sha256, "source": source_id},
    ).fetchone()
    if not found:
        return None
    holder, snapshot, current, status = found
    if status != "current":
        raise DataError(
            f"the base holds this text already, as {holder}, which is {status}", remedy=f"see what became of it: kb show {holder}"
        )
    if current:
        return Taken(holder, snapshot, False, ["the base holds this text already"])
    if source_id is None:
        raise DataError(
            f"the base holds this text already, as an earlier text of {holder}",
            remedy=f"give --id {holder} to make it the current one again, or another --id",
        )
    return None


def kept_lines(connection: sqlite3.Connection, source_id: str, said: Row) -> list[str]:
    """What was said of a source that is there, and is otherwise there: a later text does not describe it anew."""
    row = dict(row_of(connection, "sources", source_id))
    plain = ("title", "kind", "published", "published_basis", "language", "url", "rights", "note")
    unlike = [key for key in plain if said.get(key) is not None and said[key] != row[key]]
    unlike += [key for key in ("authors", "publisher") if said.get(key)]
    return [f"{', '.join(unlike)}: kept as it was; change it with kb correct {source_id}"] if unlike else []


def record_source(look: Lookup, run_id: str, source_id: str, said: Row) -> None:
    row = {key: said.get(key) for key in ("title", "language", "url", "rights", "note")} | {"id": source_id}
    row["kind"] = look.word("sources.kind", said.get("kind", "document"))
    row["publisher_id"] = actor(look, run_id, said.get("publisher"), "media")
    row["published"] = look.date(said["published"], "published") if said.get("published") else None
    row["published_basis"] = look.word("sources.published_basis", said.get("published_basis", "stated")) if said.get("published") else None
    insert(look.connection, "sources", row | {"run_id": run_id})
    for position, name in enumerate(said.get("authors", ()), 1):
        author = {"source_id": source_id, "position": position, "actor_id": actor(look, run_id, name, "person"), "role": "author"}
        insert(look.connection, "source_authors", author | {"run_id": run_id})


def actor(look: Lookup, run_id: str, name: str | None, kind: str) -> str | None:
    """The actor of that id or name; naming the author or publisher of one's own text records it if new."""
    if not name:
        return None
    if look.rows("SELECT 1 FROM entities WHERE id = ?", name) or look.by_name(name):
        return look.actor(name, kind)
    actor_id = slug(name, f"record {name} first: kb new actor ID {name!r}, then give that id")
    add_entity(look.connection, look, run_id, NewEntity("actor", actor_id, {"id": actor_id, "name": name, "kind": kind}))
    return actor_id


def take_text(look: Lookup, run_id: str, source_id: str, received: Received, said: Row) -> Taken:
    """The snapshot in the author's voice, cut into sentences; one section, or those that `said` has drawn: (kind, start, end) each."""
    snapshot = sources.add_snapshot(look.connection, run_id, source_id, received, retrieved_from=said.get("retrieved_from"))
    voice = voice_of(look, run_id, source_id)
    drawn = said.get("drawn") or [("body", 0, len(received.text))]
    sections = [section_row(snapshot, position, kind, start, end, voice) for position, (kind, start, end) in enumerate(drawn, 1)]
    sentences = sources.plan_sentences(snapshot, received.text, sections)
    for table, rows in (("sections", sections), ("sentences", sentences)):
        for row in rows:
            put(look.connection, table, row, ("id",), {"run_id": run_id})
    return Taken(
        source_id, snapshot, True, [f"{len(received.text)} characters, {len(sentences)} sentences; level 0 is the voice of {voice}"]
    )


def section_row(snapshot_id: str, position: int, kind: str, start: int, end: int, voice: str) -> Row:
    row: Row = {"id": ids.section_id(snapshot_id, start), "snapshot_id": snapshot_id, "position": position, "kind": kind}
    return row | {"start_char": start, "end_char": end, "speaker_id": voice}


def voice_of(look: Lookup, run_id: str, source_id: str) -> str:
    """Whose voice the body is: the author's, else the publisher's, else somebody's who is not named."""
    sql = "SELECT actor_id FROM source_authors WHERE source_id = ? AND role = 'author' ORDER BY position"
    authors = [row[0] for row in look.rows(sql, source_id)]
    if len(authors) == 1:
        return authors[0]
    title = look.rows("SELECT title, publisher_id FROM sources WHERE id = ?", source_id)[0]
    if authors:  # a body with several authors is spoken by one group
        return unnamed(look, run_id, f"authors-of-{source_id}", f"the authors of “{title[0]}”", "group", "named")
    return title[1] or unnamed(look, run_id, f"author-of-{source_id}", f"the author of “{title[0]}”", "other", "unspecified")


def unnamed(look: Lookup, run_id: str, actor_id: str, name: str, kind: str, anonymity: str) -> str:
    """Somebody whom the source does not name; once recorded, whoever he was found to be."""
    if look.rows("SELECT 1 FROM actors WHERE id = ?", actor_id):
        return look.actor(actor_id, "author")
    add_entity(
        look.connection, look, run_id, NewEntity("actor", actor_id, {"id": actor_id, "name": name, "kind": kind, "anonymity": anonymity})
    )
    return actor_id


def moved_lines(moved: list[sources.Moved]) -> list[str]:
    """What became of each quote in a later text, the ones at stake told in full."""
    outcomes = {word: [one for one in moved if one.outcome == word] for word in ("unchanged", "moved", "altered", "gone")}
    lines = ["quotes in the new text: " + ", ".join(f"{len(ones)} {word}" for word, ones in outcomes.items())]
    for one in outcomes["altered"] + outcomes["gone"]:
        lines.append(
            f"{one.outcome}: {one.quote!r} carries {one.claim_id} ({one.claim}); it stays with the earlier text"
            + (f"; nearest now: {one.nearest!r}" if one.nearest else "")
        )
    return lines


def slug(words: str, remedy: str = "give one with --id") -> str:
    """An id made from words: a-z, 0-9 and hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    if not made:
        raise DataError(f"no id can be made from {words!r}", remedy=remedy)
    return made
