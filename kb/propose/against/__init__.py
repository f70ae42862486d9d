"""Suggest how a proposed claim may relate to claims of the base: as duplicate, agreement, contradiction or update."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kb.propose import hedges
from kb.propose.against import statements, wording
from kb.propose.against.figures import UNDONE, Amount, Figure, later, same_time
from kb.propose.against.statements import Said
from kb.propose.against.suggestion import Suggestion
from kb.propose.against.wording import Wording
from kb.propose.parts import Date, Quantity

__all__ = ["DUPLICATE", "Proposed", "Said", "Suggestion", "suggest"]
CANDIDATES = 40  # claims compared at most by words, and by each entity
COMMON = 1000  # claims with a word, from which on the word says too little to search for it
NEARLY, NEGATED, LIKE, SAME_MATTER, WITHIN = 0.92, 0.85, 0.75, 0.7, 0.8  # least likeness of the rules below
DUPLICATE = "duplicate"
# What a reviewer sees first, by rule; everything else follows by how sure its rule is.
FIRST = ("same words", "same statement, other stance", "other figure, same time")

_COLUMNS = """claims.id, claims.text, claims.kind, subject_id, object_id, event_id, place_id, coalesce(as_of, about_time),
 comparison, value, minimum, maximum, unit, measure"""
_CURRENT = "claims.status <> 'retracted' AND merged_into_id IS NULL"
BY_WORDS = f"""SELECT {_COLUMNS} FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid LEFT JOIN quantities ON claim_id = claims.id
 WHERE claims_fts MATCH ? AND {_CURRENT} ORDER BY claims_fts.rank LIMIT {CANDIDATES}"""
BY_TEXT = (
    f"SELECT {_COLUMNS} FROM claims LEFT JOIN quantities ON claim_id = claims.id WHERE claims.text = ? AND {_CURRENT} LIMIT {CANDIDATES}"
)
COUNT = f"SELECT count(*) FROM (SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT {COMMON})"
BY_SUBJECT = f"""SELECT {_COLUMNS} FROM claims CROSS JOIN quantities ON claim_id = claims.id
 WHERE subject_id = ? AND {_CURRENT} ORDER BY claims.id LIMIT {CANDIDATES}"""
SPEAKERS = "SELECT DISTINCT speaker_id FROM assertions WHERE claim_id = ? AND status <> 'retracted' LIMIT 50"


@dataclass(frozen=True, slots=True)
class Known:
    """The features of a claim of the base that are compared."""

    id: str
    text: str
    kind: str
    entities: frozenset[str]
    figure: Figure | None
    measure: str
    when: str | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """The features of a proposed claim that are compared. Each of its figures comes with its measure. `said` is what it says, if read."""

    text: str
    kind: str
    entities: frozenset[str]
    figures: tuple[tuple[Figure, str], ...]
    when: str | None
    said: Said | None = None

    @classmethod
    def of(cls, content: str, entities: Sequence[str], quantities: Sequence[Quantity], dates: Sequence[Date]) -> Proposed:
        """Return the features of a claim with these words. `entities` are ids of the base, and the rest was found in the words."""
        when = next((date.edtf for date in dates if date.edtf), None)
        figures = tuple((Figure.of(quantity, when), quantity.measure or "") for quantity in quantities)
        return cls(content, hedges.read(content).kind, frozenset(entities), figures, when)


def suggest(connection: sqlite3.Connection, proposed: Proposed, speaker_id: str | None) -> list[Suggestion]:
    """Return at most one suggestion for each claim of the base: those of the rules in FIRST, then the surest.

    Claims are found by the index of words and by what they say, never by reading all of them. A figure only contradicts a figure of the same
    time, and a plan or prediction is not compared with what was done.
    """
    found = {one.claim_id: one for known in _known(connection, proposed) if (one := _compared(proposed, known)) is not None}
    for one in statements.suggest(connection, proposed.said) if proposed.said else ():
        figures = found.get(one.claim_id)
        if figures is None or figures.relation in ("agrees", "") or (one.relation == "contradicts" and figures.relation == "duplicate"):
            found[one.claim_id] = one  # what both say counts before how alike their words are, but not before their figures
    suggestions = [_spoken(connection, one, speaker_id) for one in found.values() if one.relation]
    return sorted(suggestions, key=lambda suggestion: (place(suggestion.rule), -suggestion.score, suggestion.claim_id))


def place(rule: str) -> int:
    """The place of a rule among those whose suggestions come first."""
    return FIRST.index(rule) if rule in FIRST else len(FIRST)


def _known(connection: sqlite3.Connection, proposed: Proposed) -> Iterator[Known]:
    """Yield the claims of the base that are worth comparing with the proposed one, each once."""
    plain = " ".join(proposed.text.split())
    rows: dict[str, Known] = {
        row[0]: _row(row) for text in dict.fromkeys((plain, plain.rstrip("."))) for row in connection.execute(BY_TEXT, (text,))
    }
    expression = _expression(connection, wording.weighty(proposed.text))
    if expression:
        rows |= {row[0]: _row(row) for row in connection.execute(BY_WORDS, (expression,))}
    for entity in sorted(proposed.entities) if proposed.figures else ():
        rows |= {row[0]: _row(row) for row in connection.execute(BY_SUBJECT, (entity,))}
    yield from rows.values()


def _expression(connection: sqlite3.Connection, words: list[str]) -> str:
    """Return an FTS5 expression for claims with any of the rarer words, or with all words where none is rare, and "" without words.

    Ranking takes time in proportion to the claims that match, so words in COMMON claims or more are left out; counting stops there.
    """
    quoted = [f'"{word}"' for word in words]
    rare = [word for word in quoted if connection.execute(COUNT, (word,)).fetchone()[0] < COMMON]
    return " OR ".join(rare) or " AND ".join(quoted)


def _row(row: tuple[object, ...]) -> Known:
    """Return the features of a claim from a row of _COLUMNS."""
    claim_id, text, kind, *ids, when, comparison, value, minimum, maximum, unit, measure = row
    moment = None if when is None else str(when)
    figure = Figure.bounded(Amount(str(comparison), value, minimum, maximum, unit), moment) if comparison else None  # type: ignore[arg-type]
    return Known(
        str(claim_id), str(text), str(kind), frozenset(str(entity) for entity in ids if entity), figure, str(measure or ""), moment
    )


def _compared(proposed: Proposed, known: Known) -> Suggestion | None:
    """Return the suggestion of the first rule that applies, None where none does or that rule finds the two not comparable."""
    mine, theirs = wording.of(proposed.text), wording.of(known.text)
    for rule in RULES:
        suggestion = rule(proposed, known, mine, theirs)
        if suggestion is not None:
            return suggestion if suggestion.relation else None
    return None


def _same_words(proposed: Proposed, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    """Suggest a duplicate where the words are the same, or nearly the same with equal numbers."""
    if " ".join(proposed.text.split()).casefold().rstrip(".") == known.text.casefold().rstrip("."):
        return Suggestion(known.id, DUPLICATE, "same words", "the base has a claim with these very words", 1.0)
    near = wording.likeness(mine, theirs)
    same = near >= NEARLY and mine.figures == theirs.figures and mine.denied == theirs.denied and wording.opposite(mine, theirs) is None
    if same and same_time(proposed.when, known.when) is not False:
        return Suggestion(known.id, DUPLICATE, "nearly the same words", f"{near:.0%} of the words are the same, and all numbers", near)
    return None


def _negated(proposed: Proposed, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    """Suggest a contradiction where the words are nearly the same and only one claim is negated."""
    near = wording.likeness(mine, theirs)
    if mine.denied == theirs.denied or mine.figures != theirs.figures or near < NEGATED or same_time(proposed.when, known.when) is False:
        return None
    if {proposed.kind, known.kind} & {"question", "conditional"}:
        return None
    return Suggestion(known.id, "contradicts", "negated", "the same words, but one of them negated; it may be this claim, denied", near)


def _opposite(proposed: Proposed, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    """Suggest a contradiction where the words differ only in a pair of opposites."""
    pair = wording.opposite(mine, theirs)
    if pair is None or mine.denied != theirs.denied or same_time(proposed.when, known.when) is False:
        return None
    return Suggestion(known.id, "contradicts", "opposite words", f"the same but for “{pair[0]}” against “{pair[1]}”", LIKE)


def _figures(proposed: Proposed, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    """Suggest how two figures of one measure relate. An empty relation ends the comparison, since the figures are not comparable."""
    if known.figure is None or not proposed.figures or not _same_matter(proposed, known, mine, theirs):
        return None
    figure = next((candidate for candidate, _ in proposed.figures if candidate.comparable(known.figure)), None)
    if figure is None:
        return None
    if (proposed.kind in UNDONE) != (known.kind in UNDONE):
        return Suggestion(known.id, "", "plan and fact", "one is planned or foretold, the other was done", 0.0)
    return Suggestion(known.id, *_timed(figure, known.figure))


def _timed(mine: Figure, theirs: Figure) -> tuple[str, str, str, float]:
    """Return (relation, rule, why, score) of two figures of one measure, by their times."""
    same = same_time(mine.when, theirs.when)
    if same:
        if mine.agrees(theirs):
            return "agrees", "same figure", "the same measure, time and figure", LIKE
        return "contradicts", "other figure, same time", "the same measure and time, but another figure", LIKE
    if same is False and later(mine.when, theirs.when):
        return "updates", "other time", f"the same measure at a later time: {mine.when} after {theirs.when}", SAME_MATTER
    return "", "time unknown or earlier", "nothing says that both are of one time", 0.0


def _same_matter(proposed: Proposed, known: Known, mine: Wording, theirs: Wording) -> bool:
    """Whether two claims have the same subject and measure, by the entities that they name and their words without figures."""
    if proposed.entities and known.entities and not proposed.entities & known.entities:
        return False
    measured = wording.of(known.measure)
    return wording.likeness(mine, theirs) >= SAME_MATTER or (
        bool(proposed.entities & known.entities)
        and any(
            wording.likeness(wording.of(measure), measured) >= SAME_MATTER or wording.containment(wording.of(measure), measured) >= WITHIN
            for _, measure in proposed.figures
            if measure
        )
    )


def _alike(proposed: Proposed, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    """Suggest an agreement where enough of the words are the same, and numbers, entities and times do not differ."""
    near = max(
        wording.likeness(mine, theirs), wording.containment(mine, theirs) * NEARLY if min(len(mine.words), len(theirs.words)) > 3 else 0.0
    )
    shared = proposed.entities & known.entities
    if near < LIKE or mine.denied != theirs.denied or (proposed.entities and known.entities and not shared):
        return None
    if mine.figures and theirs.figures and mine.figures != theirs.figures:
        return None
    if same_time(proposed.when, known.when) is False or (proposed.kind in UNDONE) != (known.kind in UNDONE):
        return None
    named = " and of " + ", ".join(sorted(shared)) if shared else ""
    return Suggestion(known.id, "agrees", "like words", f"{near:.0%} of the words are the same{named}", near * 0.9)


RULES: list[Callable[[Proposed, Known, Wording, Wording], Suggestion | None]] = [_same_words, _negated, _opposite, _figures, _alike]


def _spoken(connection: sqlite3.Connection, suggestion: Suggestion, speaker_id: str | None) -> Suggestion:
    """Return the suggestion as "restates" instead of "agrees" where the same speaker already holds the claim of the base."""
    if speaker_id is None or suggestion.relation != "agrees":
        return suggestion
    if (speaker_id,) in connection.execute(SPEAKERS, (suggestion.claim_id,)).fetchall():
        return Suggestion(
            suggestion.claim_id, "restates", suggestion.rule, suggestion.why + "; the same speaker holds it", suggestion.score
        )
    return suggestion
