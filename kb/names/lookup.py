"""Look up by id or name what a fact refers to: texts of sources, actors, things, events, predicates, claims and vocabulary words.

A Lookup reads through one connection and caches texts and words, but not rows, since rows may change while it is in use. Where rows
are only added, as in an import, it may cache the ids that it found, too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kb.base import dates, ids
from kb.base.model import joined_words
from kb.base.row_by_id import sources_of_slug
from kb.base.snapshot_text import SnapshotText, read_snapshot
from kb.base.words import Status
from kb.errors import DataError, actions, did_you_mean
from kb.errors.remedies import Suggestions
from kb.names import senses
from kb.names.claims_by_words import claim_worded
from kb.names.distinct import without_told_apart
from kb.names.senses import folded
from kb.texts.anchors import Anchors

ENTITIES = ("actor", "thing", "event", "source")
MOST_HELD = 4_000_000  # code points of texts that are held, beyond which they are let go of all together


class Lookup:
    """Looks rows of a base up by id or name. Each method raises DataError, with the nearest that exists, where there is none.

    `only_adding` promises that no row is changed meanwhile, so that ids can be cached. A parameter `where` names the field in errors.
    """

    def __init__(self, connection: sqlite3.Connection, *, only_adding: bool = False) -> None:
        self.connection = connection
        self.only_adding = only_adding
        self._entities: dict[str, tuple[str, ...]] = {}
        self._predicates: set[str] = set()
        self._snapshots: dict[str, SnapshotText] = {}
        self._held = 0
        self._words: dict[str, set[str]] = {}
        self.anchors = Anchors()

    def rows(self, sql: str, *parameters: object) -> list[tuple[str, ...]]:
        return self.connection.execute(sql, parameters).fetchall()

    def snapshot_text(self, source: str) -> SnapshotText:
        """Return the current snapshot of a source, given by id or title, with its text. Raises DataError where it has none."""
        source_id = self.source(source, "source", needed=True)
        assert source_id is not None
        if source_id not in self._snapshots:
            matches = self.rows("SELECT snapshot_id FROM sources WHERE id = ? AND snapshot_id IS NOT NULL", source_id)
            if not matches:
                raise DataError(
                    f"{source_id} is only cited: the base holds no text of it", where="source", remedy=actions.add_text(source_id)
                )
            if self._held > MOST_HELD:
                self._snapshots, self._held = {}, 0
            self._snapshots[source_id] = read_snapshot(self.connection, matches[0][0])
            self._held += len(self._snapshots[source_id].text)
        return self._snapshots[source_id]

    def forget_rows(self) -> None:
        """Drop the cached ids, after rows that were added have been rolled back."""
        self._entities.clear()
        self._predicates.clear()

    def forget(self, source_id: str) -> None:
        """Drop the cached text of a source whose text or sections have changed."""
        forgotten = self._snapshots.pop(source_id, None)
        self._held -= len(forgotten.text) if forgotten else 0

    def entity(self, name: str | None, where: str, kinds: tuple[str, ...] = (), *, needed: bool = False) -> str | None:
        """Return the id of an actor, thing, event or source, given by id, by an unambiguous name, or by an id that was merged into it.

        `kinds` restricts the kind of entity. An empty name returns None, unless it is `needed`.
        """
        if not name:
            if needed:
                raise DataError("is missing", where=where, remedy="name an actor, thing, event or source")
            return None
        if (cached := self._entities.get(name)) and not cached[2] and (not kinds or cached[1] in kinds):
            return cached[0]
        matches = (
            self.by_id(name)
            or senses.with_metonyms(self.connection, name, self.by_name(name))
            or self.by_slug(name)
            or self.by_folded(name)
        )
        matches = [row for row in matches if row[1] in kinds] or matches
        if len(matches) > 1:
            listed = ", ".join(senses.described(self.connection, row[0]) for row in matches)
            raise DataError(f"{name!r} names several: {listed}", where=where, remedy="give the id of the one that is meant")
        if not matches:
            raise self.unknown(name, where, kinds)
        entity_id, kind, merged_into = matches[0]
        if merged_into:
            return self.entity(merged_into, where, kinds)
        if kinds and kind not in kinds:
            raise DataError(f"{entity_id!r} is of kind {kind}", where=where, remedy=f"name one of kind {' or '.join(kinds)}")
        return entity_id

    def by_id(self, name: str) -> list[tuple[str, ...]]:
        """Return a list with (id, kind, merged_into_id) of the entity with this id, whatever its status, or an empty list."""
        if name in self._entities:
            return [self._entities[name]]
        matches = self.rows("SELECT id, kind, merged_into_id FROM entities WHERE id = ?", name)
        if matches and self.only_adding:
            self._entities[name] = matches[0]
        return matches

    def by_name(self, name: str) -> list[tuple[str, ...]]:
        """Return (id, kind, merged_into_id) of each current entity with this label or name, whatever its case."""
        return self.rows(
            "SELECT id, kind, merged_into_id FROM entities WHERE label = ? COLLATE NOCASE AND status = 'current' UNION"
            " SELECT entities.id, entities.kind, merged_into_id FROM names JOIN entities ON entities.id = entity_id"
            " WHERE name = ? COLLATE NOCASE AND names.kind NOT IN ('metonym', 'demonym', 'description') AND status = 'current'",
            name,
            name,
        )

    def by_slug(self, name: str) -> list[tuple[str, ...]]:
        """Return (id, kind, merged_into_id) of each current source whose id is this name and the tail of a digest, as in the-mill-3f2a9c."""
        return [row for source in sources_of_slug(self.connection, name) for row in self.by_id(source)]

    def by_folded(self, name: str) -> list[tuple[str, ...]]:
        """Return (id, kind, merged_into_id) of each current entity whose id, label or name is the same but for case, blanks and widths."""
        wanted = folded(name)
        rows = self.rows(
            "SELECT id, kind, merged_into_id, label FROM entities WHERE status = 'current' UNION"
            " SELECT entities.id, entities.kind, merged_into_id, name FROM names JOIN entities ON entities.id = entity_id"
            " WHERE names.kind NOT IN ('metonym', 'demonym', 'description') AND status = 'current'"
        )
        return list(dict.fromkeys(row[:3] for row in rows if wanted in (row[0], folded(row[3]))))

    def unknown(self, name: str, where: str, kinds: tuple[str, ...]) -> DataError:
        """Return the error for a name that nothing has, with the nearest names."""
        what = ", ".join(kinds or ENTITIES)
        what = " or ".join(what.rsplit(", ", 1))
        offers = self.nearest_entities(name, kinds)
        suggestions = Suggestions(tuple(entity for entity, _ in offers), labels=tuple(label for _, label in offers))
        add = actions.add_text() if kinds == ("source",) else actions.record_entity(kinds[0] if kinds else "actor")
        return DataError(f"no {what} is called {name!r}", where=where, remedy=(suggestions, add))

    def nearest_entities(self, name: str, kinds: tuple[str, ...] = (), count: int = 3) -> list[tuple[str, str]]:
        """Return (id, label) of the current entities, of these kinds if any are given, whose id or names are most similar to `name`.

        What is marked as not the same as the bearer of the name is left out."""
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
        offered = without_told_apart(self.connection, [row[0] for row in self.by_name(name)], best)
        return [(each, best[each]) for each in offered][:count]

    def new_status(self, field: str, given: str | None) -> str:
        """The status of a new row: recorded unless another is given. Raises DataError for reviewed, which follows from a review."""
        if given == Status.REVIEWED:
            raise DataError(
                "a row is reviewed once somebody other than its author has checked it",
                where="status",
                remedy=("leave status out", actions.review()),
            )
        return self.word(field, given or Status.RECORDED)

    def actor(self, name: str | None, where: str) -> str:
        actor_id = self.entity(name, where, ("actor",), needed=True)
        assert actor_id is not None
        return actor_id

    def event(self, name: str | None, where: str, *, needed: bool = False) -> str | None:
        return self.entity(name, where, ("event",), needed=needed)

    def source(self, name: str | None, where: str, *, needed: bool = False) -> str | None:
        return self.entity(name, where, ("source",), needed=needed)

    def predicate(self, name: str | None) -> str | None:
        """Return the id of a predicate, given by its id or label, or None for an empty name."""
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
        alike = [row[0] for row in self.rows("SELECT id, label FROM predicates") if folded(name) in (row[0], folded(row[1]))]
        if len(alike) == 1:
            return alike[0]
        known = [row[0] for row in self.rows("SELECT id FROM predicates")]
        remedy = (did_you_mean(name, known), actions.record_entity("predicate"))
        raise DataError(f"no predicate is called {name!r}", where="predicate", remedy=remedy)

    def claim(self, name: str) -> str:
        """Return the id of a recorded claim, given by its words or by its id with or without the prefix, or of the claim that it was merged into."""
        for candidate in (name, ids.prefixed("clm", name)):
            matches = self.rows("SELECT id, merged_into_id FROM claims WHERE id = ?", candidate)
            if matches:
                claim_id, merged_into = matches[0]
                return self.claim(merged_into) if merged_into else claim_id
        return claim_worded(self.connection, name)

    def current_claim(self, claim_id: str) -> tuple[str, bool]:
        """Return the id of the claim that this one was merged into, or the id itself where it was not merged; and whether it is recorded."""
        matches = self.rows("SELECT merged_into_id FROM claims WHERE id = ?", claim_id)
        return self.current_claim(matches[0][0]) if matches and matches[0][0] else (claim_id, bool(matches))

    def claim_id_of_text(self, text: str) -> str | None:
        """Return the id of the claim with exactly this text that was not merged into another, or None."""
        matches = self.rows("SELECT status = 'retracted', id FROM claims WHERE text = ? AND merged_into_id IS NULL", text)
        return min(matches)[1] if matches else None

    def word(self, column: str, value: str | None) -> str:
        """Return a word unchanged if the vocabulary has it for the column, given as "table.column". Raises DataError otherwise."""
        if column not in self._words:
            self._words[column] = {row[0] for row in self.rows("SELECT value FROM vocabulary WHERE field = ?", column)}
        if value in self._words[column]:
            return str(value)
        name = column.split(".")[1]
        if not value:
            raise DataError("is missing", where=name, remedy=Suggestions(tuple(sorted(self._words[column])), near=False))
        known = did_you_mean(str(value), self._words[column])
        raise DataError(f"{value!r} is not a word of {column}", where=name, remedy=known or actions.list_words(column))

    def words(self, column: str, given: str | Iterable[str]) -> str | None:
        """Words of the vocabulary, in a list or separated by blanks, as a column of several words holds them."""
        return joined_words(self.word(column, word) for word in (given.split() if isinstance(given, str) else given))

    def date(self, edtf: str, where: str) -> str:
        """Return an EDTF date unchanged. Raises DataError for what is not one."""
        if dates.bounds(edtf) is None:
            if days := dates.readings(edtf):
                raise DataError(
                    f"{edtf!r} is not an EDTF date",
                    where=where,
                    remedy=f"write {' or '.join(days)}, {'whichever' if len(days) > 1 else 'if that'} is meant",
                )
            raise DataError(
                f"{edtf!r} is not an EDTF date", where=where, remedy="write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~"
            )
        return edtf
