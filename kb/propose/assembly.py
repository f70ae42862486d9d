"""Combine each attribution with the dates, quantities and names inside it into a proposal."""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from kb.base import ids
from kb.base.words import Act
from kb.propose import actors, acts, cutting, dates, doubts, each_figure, events, fragments, hedges, languages, numbers, pointing
from kb.propose.actors.candidates import DESCRIPTION, ROLE, Candidate
from kb.propose.actors.linking import Linker
from kb.propose.actors.titled import is_titled
from kb.propose.attribution.asides import tree_of
from kb.propose.attribution.drafts import OWN
from kb.propose.cutting import Cut
from kb.propose.events import occurrences
from kb.propose.events.occurrences import Occurrence
from kb.propose.events.telling import Events
from kb.propose.grounding import Grounded, Grounder
from kb.propose.parts import Attribution, Date, Match, Mention, Quantity, Span, Written
from kb.propose.precision import of_rule
from kb.propose.proposal import Proposal
from kb.propose.stances import combined, positive, stated
from kb.propose.statements import resolved_by
from kb.propose.statements.resolved import Resolved

if TYPE_CHECKING:
    from kb.names.lookup import Lookup
    from kb.propose.attribution import Parsed
    from kb.propose.parser import Model

Item = TypeVar("Item", Date, Quantity, Mention, Occurrence)


def proposals(text: str, attributions: Sequence[Attribution], reading: Reading) -> list[Proposal]:
    """Return a proposal for each attribution, in their order, each followed by those of the further statements within it.

    Dates, quantities and names are sought once in the whole text, because what a name means depends on what comes before it.
    """
    parsed = reading.parsed(attributions)
    pointers = pointing.find(attributions, parsed.trees) if parsed is not None else []
    if parsed is not None:
        attributions = acts.without_acts(text, attributions, parsed.trees)
    parts = Parts.of(text, reading, parsed)
    statements = reading.statements(text, attributions, parsed, parts) if parsed else [Cut() for _ in (*attributions, None)]
    attributions, statements = pointing.settled(text, pointers, attributions, statements)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    listed: list[Proposal] = []
    places: list[int] = []
    for attribution, cut in zip(attributions, statements[:-1], strict=True):
        own = parts.proposal(digest, attribution, cut.main, [grounded for _, grounded in cut.further])
        places.append(len(listed))
        parent = None if attribution.parent is None else places[attribution.parent]
        listed += by_figure(text, replace(own, parent=parent), places[-1])
        for span, grounded in cut.further:
            listed += by_figure(text, further(parts, digest, attribution, span, grounded, places[-1], parent), len(listed))
    for span, grounded in statements[-1].further:
        own = parts.proposal(digest, Attribution(span, None, None, OWN, Act.ASSERTS), grounded)
        listed += by_figure(text, own, len(listed))
    return fragments.left_out(listed if parsed is None else with_events(listed, parsed, parts))


def with_events(listed: Sequence[Proposal], parsed: cutting.Parsed, parts: Parts) -> list[Proposal]:
    """Return the proposals, each with the events that its words tell of."""
    statements = [one for tree in parsed.trees for one in parsed.statements(tree)]
    told = SpanIndex(occurrences.find(parsed.trees, statements, parts.dates.items, parsed.names))
    return [replace(one, events=told.within(one.attribution.content)) for one in listed]


def by_figure(text: str, own: Proposal, place: int) -> list[Proposal]:
    """Return a proposal, which will stand at `place`, with only its first figure, and one for each further figure of its statement."""
    parted = each_figure.apart(text, own.statement, own.quantities) if own.statement else []
    if not parted:
        return [own]
    (grounded, first), *rest = parted
    found = [replace(own, statement=grounded, quantities=(first,))]
    for statement, figure in rest:
        name = ids.mint("prp", own.id, figure.span.start, figure.span.end)
        found.append(replace(own, id=name, statement=statement, quantities=(figure,), within=place if own.within is None else own.within))
    return found


def in_other_language(text: str, lookup: Lookup | None, written: Written) -> list[Proposal]:
    """Return a proposal for each attribution in a text that is not English, with the numbers in it and a note on how it was read.

    The lists that tell kinds, hedges, dates and names apart are English and are not applied.
    """
    credited = languages.attributions(text, written.language)
    quantities = SpanIndex(numbers.find(text, (), written.language))
    linker = Linker(lookup)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    listed = []
    for one in credited:
        assert one.source is not None  # these rules credit nobody whom they cannot name
        matches = linker.matches(text, Candidate(one.source.start, one.source.end, "person"))
        own = Proposal(proposal_id(digest, one), one, of_rule(one.rule).precision, matches[0], one.parent, speaker_kind="person")
        note = f"{languages.note(written.language)}; word the claim from the quotation"
        listed.append(replace(own, quantities=quantities.within(one.content), notes=(note,)))
    return listed


def further(
    parts: Parts, digest: str, attribution: Attribution, span: Span, grounded: Grounded, within: int, parent: int | None
) -> Proposal:
    """Return the proposal of a further statement of an attribution, in the same voice."""
    own = parts.proposal(digest, replace(attribution, content=span), grounded, None)
    arguments = (grounded.statement.subject, grounded.statement.object, grounded.object)
    places = [argument.start if argument else None for argument in arguments]
    name = ids.mint("prp", own.id, *places)  # two statements may have one stretch of words: "Lund and Malmo want peace and trade"
    return replace(own, id=name, parent=parent, within=within, confidence=round(own.confidence * grounded.statement.confidence, 2))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is read with: its parsed paragraphs (None without a model), the base's names, when and how it was written, and the model."""

    docs: Parsed | None
    lookup: Lookup | None
    written: Written
    model: Model | None = None

    def parsed(self, attributions: Sequence[Attribution]) -> cutting.Parsed | None:
        """Return the paragraphs as trees with what their pronouns stand for, or None without a model."""
        if self.docs is None:
            return None
        trees = [tree_of(doc, offset) for offset, doc in self.docs]
        return cutting.Parsed(trees, resolved_by(attributions, trees, [doc for _, doc in self.docs]))

    def statements(self, text: str, attributions: Sequence[Attribution], parsed: cutting.Parsed, parts: Parts) -> list[Cut]:
        """Return the statements of each attribution, and last the author's own, with what they are about and the events they tell of."""
        assert self.model is not None
        grounder = Grounder(parts.actors.items, self.lookup, self.model)
        cuts = cutting.cut(text, attributions, parsed, grounder)
        told = Events(parsed.trees, parts.dates.items, parts.events.items, grounder.entities, parsed.names)
        attached = iter(told.attach([one for cut in cuts for one in cut.all()]))
        return [cut.replaced(attached) for cut in cuts]


@dataclass(frozen=True, slots=True)
class Parts:
    """The dates, quantities, names and events of a text, by place."""

    dates: SpanIndex[Date]
    quantities: SpanIndex[Quantity]
    actors: SpanIndex[Mention]
    events: SpanIndex[Mention]
    references: Resolved | None

    @classmethod
    def of(cls, text: str, reading: Reading, parsed: cutting.Parsed | None) -> Parts:
        """Return the parts of a text."""
        all_dates = dates.find(text, reading.written.published)
        return cls(
            SpanIndex(all_dates),
            SpanIndex(numbers.find(text, all_dates, reading.written.language)),
            SpanIndex(actors.find(text, reading.docs, reading.lookup, parsed.names.kinds if parsed else None)),
            SpanIndex(events.find(text, reading.lookup)),
            parsed.names if parsed else None,
        )

    def proposal(
        self, digest: str, attribution: Attribution, grounded: Grounded | None, others: Sequence[Grounded] | None = ()
    ) -> Proposal:
        """Return the proposal of an attribution, or of one statement of it, whose `others` are there too."""
        content, named = attribution.content, self.speaker(attribution.source)
        return Proposal(
            id=proposal_id(digest, attribution),
            attribution=stated(attribution, grounded) or combined(attribution, hedges.read(content.text)),
            confidence=of_rule(attribution.rule).precision,
            speaker=match_of(named),
            speaker_kind=named.kind if named else None,
            dates=self.dates.within(content),
            quantities=each_figure.of_statement(grounded, self.quantities.within(content), others),
            mentions=(*self.actors.within(content), *self.events.within(content)),
            notes=doubts.of(grounded, self.references) if self.references is not None else (),
            statement=positive(grounded),
        )

    def speaker(self, source: Span | None) -> Mention | None:
        """Return the name in the words for a speaker, before offices and descriptions, or the name that a pronoun there stands for, or None."""
        if source is None:
            return None
        named = [mention for mention in self.actors.within(source) if mention.matches]
        names = [mention for mention in named if mention.matches[0].sense not in (ROLE, DESCRIPTION)]
        if names:
            return next((one for one in names if is_titled(source, one)), names[0])
        known = self.references or Resolved()
        relative = known.relative.get(source.start)
        for antecedent in [
            *([relative] if relative else []),
            *(one.candidates[0] for one in known.within(source.start, source.end)),
        ]:
            meant = self.actors.within(Span(antecedent.start, antecedent.end, antecedent.text))
            if meant and meant[0].matches:
                return meant[0]
        return named[0] if named else None


class SpanIndex(Generic[Item]):
    """The items of one type in a text, sorted by their spans."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items: list[Item] = sorted(items, key=lambda item: (item.span.start, item.span.end))
        self.starts: list[int] = [item.span.start for item in self.items]

    def within(self, span: Span) -> tuple[Item, ...]:
        """Return the items that lie wholly within a span, in order."""
        first, last = bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.starts, span.end)
        return tuple(item for item in self.items[first:last] if item.span.end <= span.end)


def proposal_id(digest: str, attribution: Attribution) -> str:
    """Return the id of a proposal, which depends only on the text's SHA-256 (hexadecimal) and the places of its spans."""
    spans = (attribution.content, attribution.source, attribution.cue)
    return ids.mint("prp", digest, *(place for span in spans for place in ((span.start, span.end) if span else (None, None))))


def match_of(mention: Mention | None) -> Match | None:
    """Return what a name most likely stands for."""
    return mention.matches[0] if mention else None
