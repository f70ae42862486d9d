"""The actors that the open proposals of a text name, each once, and who each one is, settled for all of these proposals together.

What is settled is recorded as mentions of the text, so that it holds for this text only, and also for proposals that are made later. Only
a name that the text does not have, since the program worded it, is recorded as a name of the actor.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kb.base.row_by_id import whole_id
from kb.base.runs import Run
from kb.errors import DataError, KbError
from kb.names.distinct import without_told_apart
from kb.names.entities import NewEntity, add_entity, plan_name
from kb.names.lookup import Lookup
from kb.review import choosing, suggested
from kb.review.queue import ProposalFilter, Waiting, listed
from kb.sources import marking
from kb.texts import anchoring

TAKE, NEW, LEAVE = "take", "new", "leave"
MOST_CANDIDATES = 3
SHORTEST = 3  # letters of a word that two names must share before one is offered for the other
OF_ACTOR = "SELECT actors.id, name, kind, description FROM actors WHERE actors.id = ?"


@dataclass(frozen=True)
class KnownActor:
    """An actor of the base, with what tells it from another of the same name."""

    id: str
    name: str
    kind: str
    description: str


@dataclass(frozen=True)
class NamedActor:
    """An actor of a text: its name there, how many open proposals name it, and the actor that it is, may be, or would be as a new one."""

    name: str
    count: int
    known: KnownActor | None
    candidates: tuple[KnownActor, ...]
    new: NewEntity

    @property
    def kind(self) -> str:
        """What the new row would be, such as "actor person", as `choosing` words it."""
        return choosing.kind_of(self.new)


@dataclass(frozen=True)
class Settling:
    """What a person says of one name: `take` the actor or thing `entity`, make the `new` one of a `kind` such as "actor person", or leave it open."""

    name: str
    do: str
    entity: str = ""
    new_id: str = ""
    new_name: str = ""
    kind: str = ""


def of_source(connection: sqlite3.Connection, source: str) -> list[NamedActor]:
    """Return the actors that the open proposals of a source name, those that nobody has settled first, then the most frequent.

    Names that differ in capitals only, as at the beginning of a sentence, are one, in the spelling with fewer of them.
    """
    lookup = Lookup(connection)
    source_id = whole_id(connection, source)
    counts: dict[str, int] = {}
    kinds: dict[str, str] = {}
    settled: dict[str, str] = {}
    named = [list(named_in(lookup, waiting)) for waiting in listed(connection, ProposalFilter(source_id), by_place=True)]
    plain = {spelt: spellings[0] for spellings in spelt_alike(each[0] for parts in named for each in parts).values() for spelt in spellings}
    for parts in named:
        for name, (kind, known) in {plain[spelt]: (kind, known) for spelt, kind, known in parts}.items():
            counts[name] = counts.get(name, 0) + 1
            kinds.setdefault(name, kind)
            if known:
                settled[name] = known
    actors = [named_actor(lookup, name, (counts[name], kinds[name], settled.get(name))) for name in counts]
    return sorted(actors, key=lambda actor: (actor.known is not None, -actor.count))


def spelt_alike(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the spellings of each name, by the name without capitals, those with the fewest capitals first."""
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(name.casefold(), set()).add(name)
    return {name: sorted(spellings, key=lambda each: (sum(map(str.isupper, each)), each)) for name, spellings in found.items()}


def unsettled(connection: sqlite3.Connection, source_id: str) -> int:
    """Return how many names of actors in the open proposals of a source stand for nobody of the base yet."""
    lookup = Lookup(connection)
    waiting = listed(connection, ProposalFilter(source_id))
    return len({name.casefold() for each in waiting for name, _, known in named_in(lookup, each) if known is None})


def named_in(lookup: Lookup, waiting: Waiting) -> Iterator[tuple[str, str, str | None]]:
    """Yield (name, kind of a new actor, id of the known one or None) for each actor that a proposal names as speaker, subject or object."""
    found = waiting.found.get("speaker")
    about = (waiting.found.get("statement") or {}).get("about") or {}
    for entity in (found, about.get("subject"), about.get("object")):
        if not entity or not entity.get("label"):
            continue
        known = suggested.speaker(lookup, waiting) if entity is found else suggested.known(lookup, entity, waiting.snapshot_id)
        if known and lookup.rows(OF_ACTOR, known):
            yield entity["label"], "other", known
        elif not known and entity.get("new") and entity.get("table") == "actor" and entity["id"]:
            yield entity["label"], entity["kind"], None


def named_actor(lookup: Lookup, name: str, found: tuple[int, str, str | None]) -> NamedActor:
    """Return the line of one name, where `found` is (number of proposals, kind of a new actor, id of the known one or None)."""
    count, kind, known = found
    actor = known_actor(lookup, known) if known else None
    return NamedActor(name, count, actor, candidates(lookup, name, known), choosing.named(lookup, f"actor {kind}", name))


def known_actor(lookup: Lookup, actor_id: str) -> KnownActor:
    """Return what is shown of an actor of the base."""
    return KnownActor(*(value or "" for value in lookup.rows(OF_ACTOR, actor_id)[0]))


def candidates(lookup: Lookup, name: str, known: str | None) -> tuple[KnownActor, ...]:
    """Return the actors of the base that a name may stand for: the known one, all of that name, and those with a like name that share a word."""
    words = long_words(name)
    same = [row[0] for row in lookup.by_name(name)]
    like = [each for each, label in lookup.nearest_entities(name, ("actor",)) if words & long_words(label)]
    bearers = ([known] if known else []) + same
    found = dict.fromkeys(bearers + without_told_apart(lookup.connection, bearers, like))
    return tuple(known_actor(lookup, each) for each in found if lookup.rows(OF_ACTOR, each))[:MOST_CANDIDATES]


def long_words(name: str) -> set[str]:
    """Return the words of a name that can tell it from others, without case."""
    return {word for word in name.casefold().replace(",", " ").split() if len(word) >= SHORTEST and word != "the"}


def settle(run: Run, source: str, settlings: Sequence[Settling]) -> int:
    """Record who the names of a text stand for, all or none, and return how many were settled.

    A later answer replaces an earlier one. Raises DataError with every name that cannot be settled.
    """
    done = 0
    faults: list[KbError] = []
    lookup = Lookup(run.connection)
    open_ones = listed(run.connection, ProposalFilter(whole_id(run.connection, source)))
    alike = spelt_alike(name for waiting in open_ones for name, _, _ in named_in(lookup, waiting))
    names = [each.name for each in settlings]
    for each in settlings:
        if each.do == LEAVE:
            continue
        try:
            actor = actor_of(run, lookup, each)
            for spelt in dict.fromkeys((each.name, *alike.get(each.name.casefold(), ()))):
                mark(run, lookup, source, (spelt, names, actor))
            done += 1
        except DataError as error:
            faults.append(DataError(error.what, where=each.name, remedy=error.remedies))
    if faults:
        what = "; ".join(f"{fault.where}: {fault.what}" for fault in faults[1:])
        raise DataError("; ".join(filter(None, (faults[0].what, what))), where=faults[0].where, remedy=faults[0].remedies)
    return done


def actor_of(run: Run, lookup: Lookup, settling: Settling) -> str:
    """Return the id of the actor that a name stands for, or of the thing that it proves to be, which is recorded where it is new."""
    if settling.do == TAKE:
        return str(lookup.entity(settling.entity, "actor", ("actor", "thing"), needed=True))
    if settling.do != NEW:
        raise DataError(f"{settling.do!r} is no answer", where="do", remedy=f"say {TAKE}, {NEW} or {LEAVE}")
    if settling.kind not in (allowed := choosing.kinds(run.connection, "subject")):
        raise DataError(f"{settling.kind!r} is no kind", where="kind", remedy=f"say one of: {', '.join(allowed)}")
    new = choosing.named(lookup, settling.kind, settling.new_name or settling.name)
    if settling.new_id and settling.new_id != new.id:
        new = choosing.with_id(lookup, new, settling.new_id)
    add_entity(run, new)
    return new.id


def mark(run: Run, lookup: Lookup, source: str, settled: tuple[str, Sequence[str], str]) -> None:
    """Record an actor for a name wherever the text has it, but not inside a longer one of the other names, given as (name, all names, actor).

    A name that the text has in other words, as "the government of Norway" for "Oslo", becomes a name of the actor.
    """
    name, names, actor = settled
    snapshot = lookup.snapshot_text(source)
    if not any(anchoring.whole_words(snapshot.text, span) for span in anchoring.occurrences(snapshot.text, name)):
        if actor not in {row[0] for row in lookup.by_name(name)}:
            run.put("names", plan_name(lookup, actor, {"name": name}))
        return
    rows = marking.plan_mentions(lookup, snapshot, {"text": name, "entity": actor, "sense": "name"})
    other = [span for each in names if name in each and name != each for span in anchoring.occurrences(snapshot.text, each)]
    longer = [(span.start, span.end) for span in other]
    earlier = "UPDATE mentions SET status = 'retracted' WHERE snapshot_id = ? AND exact = ? AND entity_id <> ? AND sense = 'name'"
    run.connection.execute(earlier, (snapshot.snapshot_id, rows[0]["exact"], actor))
    for row in rows:
        if not marking.inside((row["start_char"], row["end_char"]), longer):
            run.put("mentions", row)
            run.connection.execute("UPDATE mentions SET status = ? WHERE id = ? AND status = 'retracted'", (row["status"], row["id"]))
