"""Find what a fact names: its source's text, actors, things, events, predicates and words; refuse what is not there.

A Lookup reads through one connection and remembers texts and words, not rows: rows may be added while it is in use. Where nothing
but that happens, as in an import, it may remember which ids it found too.
"""

from __future__ import annotations

import bisect
import sqlite3
from dataclasses import dataclass

from kb import dates, ids
from kb.errors import DataError, did_you_mean


@dataclass(frozen=True)
class Section:
    """A stretch of a snapshot with its own voice; code-point offsets, end exclusive."""

    id: str
    start: int
    end: int
    speaker_id: str | None


@dataclass(frozen=True)
class Held:
    """A source's current snapshot: its text, sections and sentences, in order of place."""

    source_id: str
    snapshot_id: str
    text: str
    sections: tuple[Section, ...]
    sentences: tuple[tuple[int, int], ...]

    def section_at(self, offset: int) -> Section:
        for section in self.sections:
            if section.start <= offset < section.end:
                return section
        raise DataError(
            f"no section of {self.source_id} holds character {offset}",
            where="quote",
            remedy="draw the sections so that they cover the text",
        )

    def sentence_around(self, start: int, end: int) -> tuple[int, int]:
        """The sentence or sentences that start:end touches."""
        first = max(0, bisect.bisect_right(self.sentences, (start, len(self.text))) - 1)
        low, high = start, end
        for begin, finish in self.sentences[first:]:
            if begin >= end:
                break
            if finish > start:
                low, high = min(low, begin), max(high, finish)
        return low, high


class Lookup:
    """What is in the base, by id or by name."""

    def __init__(self, connection: sqlite3.Connection, *, only_adding: bool = False) -> None:
        self.connection = connection
        self.only_adding = only_adding
        self._entities: dict[str, tuple[str, ...]] = {}
        self._predicates: set[str] = set()
        self._held: dict[str, Held] = {}
        self._words: dict[str, set[str]] = {}

    def rows(self, sql: str, *parameters: object) -> list[tuple[str, ...]]:
        return self.connection.execute(sql, parameters).fetchall()

    def held(self, source: str) -> Held:
        """The current snapshot of a source, with its text."""
        source_id = self.source(source, "source", needed=True)
        assert source_id is not None
        if source_id not in self._held:
            found = self.rows(
                "SELECT snapshots.id, text FROM sources JOIN snapshots ON snapshots.id = snapshot_id WHERE sources.id = ?", source_id
            )
            if not found:
                raise DataError(
                    f"{source_id} is only cited: the base holds no text of it", where="source", remedy="give its text with kb source add"
                )
            snapshot_id, text = found[0]
            sections = self.rows(
                "SELECT id, start_char, end_char, speaker_id FROM sections WHERE snapshot_id = ? ORDER BY start_char", snapshot_id
            )
            spans = self.rows("SELECT start_char, end_char FROM sentences WHERE snapshot_id = ? ORDER BY start_char", snapshot_id)
            self._held[source_id] = Held(source_id, snapshot_id, text, tuple(Section(*row) for row in sections), tuple(spans))  # type: ignore[arg-type]
        return self._held[source_id]

    def forget(self, source_id: str) -> None:
        """The source's text or sections have changed: read them again."""
        self._held.pop(source_id, None)

    def entity(self, name: str | None, where: str, kinds: tuple[str, ...] = (), *, needed: bool = False) -> str | None:
        """The id of an actor, thing, event or source: given by id, by its one name, or by an id that was merged."""
        if not name:
            if needed:
                raise DataError("is missing", where=where, remedy="name an actor, thing, event or source")
            return None
        found = self.by_id(name) or self.by_name(name)
        if len(found) > 1:
            listed = ", ".join(row[0] for row in found)
            raise DataError(f"{name!r} names several: {listed}", where=where, remedy="give the id")
        if not found:
            raise self.unknown(name, where, kinds)
        entity_id, kind, merged_into = found[0]
        if merged_into:
            return self.entity(merged_into, where, kinds)
        if kinds and kind not in kinds:
            raise DataError(f"{entity_id!r} is of kind {kind}", where=where, remedy=f"name one of kind {' or '.join(kinds)}")
        return entity_id

    def by_id(self, name: str) -> list[tuple[str, ...]]:
        if name in self._entities:
            return [self._entities[name]]
        found = self.rows("SELECT id, kind, merged_into_id FROM entities WHERE id = ?", name)
        if found and self.only_adding:
            self._entities[name] = found[0]
        return found

    def by_name(self, name: str) -> list[tuple[str, ...]]:
        return self.rows(
            "SELECT id, kind, merged_into_id FROM entities WHERE label = ? COLLATE NOCASE AND status = 'current' UNION"
            " SELECT entities.id, entities.kind, merged_into_id FROM names JOIN entities ON entities.id = entity_id"
            " WHERE name = ? COLLATE NOCASE AND names.kind NOT IN ('metonym', 'demonym', 'description') AND status = 'current'",
            name,
            name,
        )

    def unknown(self, name: str, where: str, kinds: tuple[str, ...]) -> DataError:
        what = kinds[0] if len(kinds) == 1 else "actor, thing, event or source"
        offers = self.nearest_entities(name, kinds)
        remedy = (
            ("did you mean " + " or ".join(f"{entity} ({label})" for entity, label in offers) + "? Or " if offers else "")
            + f"add it first: kb new {kinds[0] if kinds else 'actor'} ID NAME, or --new-{kinds[0] if kinds else 'actor'} ID:KIND:NAME beside the fact"
        )
        return DataError(f"no {what} is called {name!r}", where=where, remedy=remedy)

    def nearest_entities(self, name: str, kinds: tuple[str, ...] = (), count: int = 3) -> list[tuple[str, str]]:
        """(id, label) of the entities whose id or a name of theirs is most like the words."""
        from rapidfuzz import fuzz, process

        known = self.rows(
            "SELECT id, kind, label, id FROM entities WHERE status = 'current' UNION ALL SELECT entities.id, entities.kind, label, name FROM names JOIN entities ON entities.id = entity_id UNION ALL SELECT id, kind, label, label FROM entities WHERE status = 'current'"
        )
        known = [row for row in known if not kinds or row[1] in kinds]
        best: dict[str, str] = {}
        for _, _, index in process.extract(
            name.lower(), [row[3].lower() for row in known], scorer=fuzz.WRatio, score_cutoff=75, limit=3 * count
        ):
            best.setdefault(known[index][0], known[index][2])
        return list(best.items())[:count]

    def actor(self, name: str | None, where: str) -> str:
        found = self.entity(name, where, ("actor",), needed=True)
        assert found is not None
        return found

    def event(self, name: str | None, where: str, *, needed: bool = False) -> str | None:
        return self.entity(name, where, ("event",), needed=needed)

    def source(self, name: str | None, where: str, *, needed: bool = False) -> str | None:
        return self.entity(name, where, ("source",), needed=needed)

    def predicate(self, name: str | None) -> str | None:
        if not name:
            return None
        if name in self._predicates:
            return name
        if self.rows("SELECT id FROM predicates WHERE id = ?", name):
            self._predicates.update({name} if self.only_adding else ())
            return name
        by_label = self.rows("SELECT id FROM predicates WHERE label = ? COLLATE NOCASE", name)
        if len(by_label) == 1:
            return by_label[0][0]
        known = [row[0] for row in self.rows("SELECT id FROM predicates")]
        remedy = did_you_mean(name, known)
        raise DataError(
            f"no predicate is called {name!r}",
            where="predicate",
            remedy=(remedy + " " if remedy else "")
            + "Or add it first: kb new predicate ID LABEL, or --new-predicate ID:LABEL beside the fact",
        )

    def claim(self, name: str) -> str:
        """The id of a claim that is there: given with or without its prefix."""
        for candidate in (name, ids.prefixed("clm", name)):
            found = self.rows("SELECT id, merged_into_id FROM claims WHERE id = ?", candidate)
            if found:
                return self.claim(found[0][1]) if found[0][1] else found[0][0]
        known = [row[0].removeprefix("clm-") for row in self.rows("SELECT id FROM claims")]
        raise DataError(
            f"no claim has the id {name!r}",
            where="claim",
            remedy=did_you_mean(name.removeprefix("clm-"), known) or "look for it with: kb search WORDS",
        )

    def current_claim(self, claim_id: str) -> str:
        """The id itself, or of the claim that took its place; a new id is as good as any."""
        merged = self.rows("SELECT merged_into_id FROM claims WHERE id = ? AND merged_into_id IS NOT NULL", claim_id)
        return self.current_claim(merged[0][0]) if merged else claim_id

    def claim_id_of_text(self, text: str) -> str | None:
        """The id of the claim with these very words, if it is there and was not merged into another."""
        found = self.rows("SELECT id FROM claims WHERE text = ? AND merged_into_id IS NULL ORDER BY status = 'retracted', id LIMIT 1", text)
        return found[0][0] if found else None

    def word(self, column: str, value: str | None) -> str:
        """A word of the vocabulary, as it is; the nearest one offered when there is no such word."""
        if column not in self._words:
            self._words[column] = {row[0] for row in self.rows("SELECT value FROM vocabulary WHERE field = ?", column)}
        if value in self._words[column]:
            return str(value)
        name = column.split(".")[1]
        if not value:
            raise DataError("is missing", where=name, remedy="use one of: " + ", ".join(sorted(self._words[column])))
        remedy = (
            did_you_mean(str(value), self._words[column])
            or "see the words with: kb query \"SELECT value, description FROM vocabulary WHERE field = '" + column + "'\""
        )
        raise DataError(f"{value!r} is no word for {column}", where=name, remedy=remedy)

    def date(self, edtf: str, where: str) -> str:
        """An EDTF date, as it is, or refused. The calendar of the base judges."""
        if dates.bounds(edtf) is None:
            raise DataError(
                f"{edtf!r} is not an EDTF date", where=where, remedy="write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~"
            )
        return edtf
