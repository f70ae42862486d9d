"""Find everything that is wrong with a fact, where planning it stops at the first fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kb.errors import DataError
from kb.facts.fact import Fact, Voice
from kb.facts.planning import plan, span_of
from kb.names.lookup import Lookup

Step = Callable[[], object]


def faults(lookup: Lookup, fact: Fact, where: str = "") -> list[DataError]:
    """Return each fault of a fact, with `where` in front of the field; the list is empty for a fact that can be planned."""
    found: dict[tuple[str, str], DataError] = {}
    for step in every_step(lookup, fact):
        try:
            step()
        except DataError as error:
            found.setdefault((error.where, error.what), error)
    if where:
        for fault in found.values():
            fault.at(where)
    return list(found.values())


def every_step(lookup: Lookup, fact: Fact) -> Iterator[Step]:
    """Yield the look-up of each field, and then the whole plan, which finds what is wrong between fields."""
    yield from steps(lookup, fact)
    yield lambda: plan(lookup, fact)


def steps(lookup: Lookup, fact: Fact) -> Iterator[Step]:
    """Yield a look-up for each field of a fact that can be wrong on its own."""
    yield lambda: lookup.new_status("claims.status", fact.status)
    yield lambda: span_of(lookup, lookup.snapshot_text(fact.source), fact)
    if fact.text is not None:
        yield lambda: lookup.word("claims.kind", fact.kind)
        yield lambda: lookup.entity(fact.subject, "subject")
        yield lambda: lookup.predicate(fact.predicate)
        yield lambda: lookup.entity(fact.object, "object")
        yield lambda: lookup.event(fact.event, "event")
        yield lambda: lookup.entity(fact.place, "place")
        yield lambda: lookup.date(fact.about, "about") if fact.about else None
    for voice in (fact.author, *fact.voices, *(Voice(speaker=speaker) for speaker in fact.speakers)):
        yield from steps_of_voice(lookup, voice.with_defaults(reporting=False), named=voice.speaker is not None)


def steps_of_voice(lookup: Lookup, voice: Voice, *, named: bool) -> Iterator[Step]:
    """Yield a look-up for each field of a voice that can be wrong on its own."""
    if named:
        yield lambda: lookup.actor(voice.speaker, "speaker")
    yield lambda: lookup.source(voice.work, "work")
    yield lambda: lookup.word("assertions.act", voice.act)
    yield lambda: lookup.word("assertions.stance", voice.stance)
    yield lambda: lookup.word("assertions.certainty", voice.certainty)
    yield lambda: lookup.word("assertions.derivation", voice.derivation)
    yield lambda: lookup.date(voice.said, "said") if voice.said else None
