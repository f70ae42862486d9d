"""A queue to decide on: proposals for the tiny base, made by hand, so that no rule of kb.propose decides what these tests see."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kb import review
from kb.base import ids, runs, store
from kb.propose.parts import Attribution, Date, Match, Quantity, Span
from kb.propose.proposal import Proposal
from kb.sources import adding
from kb.texts import sentences

GAZETTE = "harbour-gazette"
HOSTILE = 'A quiet line.\n\n<script>alert(1)</script> said <b>lies</b> & "worse" to us.\n\nAnother quiet line.'


@dataclass(frozen=True)
class Found:
    """One proposal by its words, each of which stands once in the text."""

    words: str
    speaker: str | None = None
    cue: str | None = None
    actor: str | None = None
    kind: str = "factual"
    rule: str = "verb"
    confidence: float = 0.8
    parent: int | None = None


CARRIED = Found("carried “at least 1,200 passengers” in April", "The Canal Company", "said", "canal-company")
SMALL = Found("the ferry is too small", "Many captains", "believe", None, "evaluation", "frame", 0.7)
REFUSED = Found("a second ferry", "The harbour board", "refused", None, "plan", "verb", 0.6)
HALF = Found("the ferry will lose half its passengers", kind="prediction", rule="author", confidence=0.5)
REPORTED = Found("the harbour office expects the bridge to open in 1958", "Radio One", "reported", "radio-one", rule="verb", confidence=0.4)
INNER = Found("the bridge to open in 1958", "the harbour office", "expects", "harbour-office", "prediction", "verb", 0.4, parent=4)
ALL = (CARRIED, SMALL, REFUSED, HALF, REPORTED, INNER)


def span(within: str, words: str | None) -> Span | None:
    if words is None:
        return None
    assert within.count(words) == 1, words
    return Span(within.index(words), within.index(words) + len(words), words)


def proposal(within: str, found: Found) -> Proposal:
    """The proposal with its places; the first also has a date and a number."""
    content = span(within, found.words)
    assert content
    source, cue = span(within, found.speaker), span(within, found.cue)
    act = "predicts" if found.kind == "prediction" else "reports" if found.cue == "reported" else "asserts"
    one = Attribution(content, source, cue, found.rule, act, parent=found.parent, kind=found.kind)
    places = [place for each in (content, source, cue) for place in ((each.start, each.end) if each else (None, None))]
    match = Match(found.actor, found.actor.replace("-", " ").title(), "name in the base", "name") if found.actor else None
    dated: tuple[Date, ...] = ()
    counted: tuple[Quantity, ...] = ()
    if found is CARRIED:
        april, least = span(within, "April"), span(within, "at least 1,200")
        assert april and least
        dated = (Date(april, "1956-04", "counted from the date of publication"),)
        counted = (Quantity(least, "at-least", "1200", None, None, "passengers", None),)
    return Proposal(ids.mint("prp", within, *places), one, found.confidence, match, found.parent, dated, counted)


def planted(path: Path) -> None:
    """Put the proposals for the Gazette into the base's queue."""
    connection = store.connect(path)
    with runs.begin(connection, "propose", contributor="clerk") as run:
        sql = "SELECT snapshots.id, text FROM snapshots JOIN sources ON snapshot_id = snapshots.id WHERE sources.id = ?"
        snapshot_id, words = connection.execute(sql, (GAZETTE,)).fetchone()
        review.record(run, snapshot_id, [proposal(words, found) for found in ALL])
    connection.close()


def taken(path: Path, words: str, found: list[Found], title: str = "Markup") -> None:
    """Take another text in, with proposals of its own."""
    connection = store.connect(path)
    with runs.begin(connection, "source", contributor="clerk") as run:
        made = adding.add_source(run, sentences.receive(words.encode()), {"title": title, "source_id": ids.slug(title)})
        proposals = [proposal(words, Found(one.words, one.speaker, one.cue, kind="norm", confidence=one.confidence)) for one in found]
        review.record(run, made.snapshot_id, proposals)
    connection.close()
