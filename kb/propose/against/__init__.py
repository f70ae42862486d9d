"""What a proposed claim may have to do with the claims of the base: duplicates, agreements, disagreements, updates; suggestions only."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kb.propose import hedges
from kb.propose.against import wording
from kb.propose.against.figures import UNDONE, Figure, later, same_time
from kb.propose.against.wording import Wording
from kb.propose.types import Date, Quantity

CANDIDATES = 40  # claims looked at by their words, and as many by each entity
COMMON = 1000  # claims with a word: from there on it says little
NEARLY, NEGATED, LIKE, SAME_MATTER, WITHIN = 0.92, 0.85, 0.75, 0.7, 0.8
DUPLICATE = "duplicate"

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
class Suggestion:
    """A claim of the base, how the proposed one may stand to it (a word of relations.relation, or "duplicate"), the rule that fired,
    why in words, and how sure it is (0 to 1). The base decides nothing by it."""

    claim_id: str
    relation: str
    rule: str
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Known:
    """A claim of the base, as far as it is compared."""

    id: str
    text: str
    kind: str
    entities: frozenset[str]
    figure: Figure | None
    measure: str
    when: str | None


@dataclass(frozen=True, slots=True)
class New:
    """The proposed claim, as far as it is compared."""

    text: str
    kind: str
    entities: frozenset[str]
    figures: tuple[tuple[Figure, str], ...]
    when: str | None


def suggest(
    connection: sqlite3.Connection,
    content: str,
    speaker_id: str | None,
    entities: Sequence[str],
    quantities: Sequence[Quantity],
    dates: Sequence[Date],
) -> list[Suggestion]:
    """At most one suggestion a claim of the base, the surest first.

    `entities` are ids of the base that the content names; `quantities` and `dates` were found in it. Claims are found by the index of
    words and by subject, never by reading all. A figure is only said to contradict one of the same time; what is planned or
    foretold is not compared with what was done.
    """
    when = next((one.edtf for one in dates if one.edtf), None)
    figures = tuple((Figure.of(one, when), one.measure or "") for one in quantities)
    new = New(content, hedges.read(content).kind, frozenset(entities), figures, when)
    found: dict[str, Suggestion] = {}
    for known in _known(connection, new):
        made = _compared(new, known)
        if made is not None:
            found[known.id] = _spoken(connection, made, speaker_id)
    return sorted(found.values(), key=lambda one: (-one.score, one.claim_id))


def _known(connection: sqlite3.Connection, new: New) -> Iterator[Known]:
    plain = " ".join(new.text.split())
    rows: dict[str, Known] = {row[0]: _row(row) for text in {plain, plain.rstrip(".")} for row in connection.execute(BY_TEXT, (text,))}
    expression = _expression(connection, wording.weighty(new.text))
    if expression:
        rows |= {row[0]: _row(row) for row in connection.execute(BY_WORDS, (expression,))}
    for entity in sorted(new.entities) if new.figures else ():
        rows |= {row[0]: _row(row) for row in connection.execute(BY_SUBJECT, (entity,))}
    yield from rows.values()


def _expression(connection: sqlite3.Connection, words: list[str]) -> str:
    """An FTS5 expression for claims with any of the rarer words, or with all of them where none is rare; empty where there are no words.

    Ranking costs time by the claims that match, so words that thousands of claims have are left out; counting stops at `COMMON`.
    """
    quoted = [f'"{word}"' for word in words]
    rare = [word for word in quoted if connection.execute(COUNT, (word,)).fetchone()[0] < COMMON]
    return " OR ".join(rare) or " AND ".join(quoted)


def _row(row: tuple[object, ...]) -> Known:
    claim_id, text, kind, *ids, when, comparison, value, minimum, maximum, unit, measure = row
    moment = None if when is None else str(when)
    figure = Figure.made(str(comparison), value, minimum, maximum, unit, moment) if comparison else None  # type: ignore[arg-type]
    return Known(str(claim_id), str(text), str(kind), frozenset(str(one) for one in ids if one), figure, str(measure or ""), moment)


def _compared(new: New, known: Known) -> Suggestion | None:
    mine, theirs = wording.of(new.text), wording.of(known.text)
    for rule in RULES:
        made = rule(new, known, mine, theirs)
        if made is not None:
            return made if made.relation else None
    return None


def _same_words(new: New, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    if " ".join(new.text.split()).casefold().rstrip(".") == known.text.casefold().rstrip("."):
        return Suggestion(known.id, DUPLICATE, "same words", "the base has a claim with these very words", 1.0)
    near = wording.likeness(mine, theirs)
    same = near >= NEARLY and mine.figures == theirs.figures and mine.denied == theirs.denied and wording.opposite(mine, theirs) is None
    if same and same_time(new.when, known.when) is not False:
        return Suggestion(known.id, DUPLICATE, "nearly the same words", f"{near:.0%} of the words are the same, and all numbers", near)
    return None


def _negated(new: New, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    near = wording.likeness(mine, theirs)
    if mine.denied == theirs.denied or mine.figures != theirs.figures or near < NEGATED or same_time(new.when, known.when) is False:
        return None
    if {new.kind, known.kind} & {"question", "conditional"}:
        return None
    return Suggestion(known.id, "contradicts", "negated", "the same words, but one of them negated; it may be this claim, denied", near)


def _opposite(new: New, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    pair = wording.opposite(mine, theirs)
    if pair is None or mine.denied != theirs.denied or same_time(new.when, known.when) is False:
        return None
    return Suggestion(known.id, "contradicts", "opposite words", f"the same but for “{pair[0]}” against “{pair[1]}”", LIKE)


def _figures(new: New, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    """One measure, two figures. An empty relation ends the comparison: the two are about numbers that cannot be compared."""
    if known.figure is None or not new.figures or not _same_matter(new, known, mine, theirs):
        return None
    figure = next((one for one, _ in new.figures if one.comparable(known.figure)), None)
    if figure is None:
        return None
    if (new.kind in UNDONE) != (known.kind in UNDONE):
        return Suggestion(known.id, "", "plan and fact", "one is planned or foretold, the other was done", 0.0)
    return Suggestion(known.id, *_timed(figure, known.figure))


def _timed(mine: Figure, theirs: Figure) -> tuple[str, str, str, float]:
    """(relation, rule, why, score) of two figures of one measure, by their times."""
    same = same_time(mine.when, theirs.when)
    if same:
        if mine.agrees(theirs):
            return "agrees", "same figure", "the same measure, time and figure", LIKE
        return "contradicts", "other figure, same time", "the same measure and time, but another figure", LIKE
    if same is False and later(mine.when, theirs.when):
        return "updates", "other time", f"the same measure at a later time: {mine.when} after {theirs.when}", SAME_MATTER
    return "", "time unknown or earlier", "nothing says that both are of one time", 0.0


def _same_matter(new: New, known: Known, mine: Wording, theirs: Wording) -> bool:
    """The same subject and measure, by the entities named and the words apart from the figures."""
    if new.entities and known.entities and not new.entities & known.entities:
        return False
    measured = wording.of(known.measure)
    return wording.likeness(mine, theirs) >= SAME_MATTER or (
        bool(new.entities & known.entities)
        and any(
            wording.likeness(wording.of(measure), measured) >= SAME_MATTER or wording.held(wording.of(measure), measured) >= WITHIN
            for _, measure in new.figures
            if measure
        )
    )


def _alike(new: New, known: Known, mine: Wording, theirs: Wording) -> Suggestion | None:
    near = max(wording.likeness(mine, theirs), wording.held(mine, theirs) * NEARLY if min(len(mine.words), len(theirs.words)) > 3 else 0.0)
    shared = new.entities & known.entities
    if near < LIKE or mine.denied != theirs.denied or (new.entities and known.entities and not shared):
        return None
    if mine.figures and theirs.figures and mine.figures != theirs.figures:
        return None
    if same_time(new.when, known.when) is False or (new.kind in UNDONE) != (known.kind in UNDONE):
        return None
    named = " and of " + ", ".join(sorted(shared)) if shared else ""
    return Suggestion(known.id, "agrees", "like words", f"{near:.0%} of the words are the same{named}", near * 0.9)


RULES: list[Callable[[New, Known, Wording, Wording], Suggestion | None]] = [_same_words, _negated, _opposite, _figures, _alike]


def _spoken(connection: sqlite3.Connection, made: Suggestion, speaker_id: str | None) -> Suggestion:
    """What the same speaker says again in other words restates rather than agrees."""
    if speaker_id is None or made.relation != "agrees":
        return made
    if (speaker_id,) in connection.execute(SPEAKERS, (made.claim_id,)).fetchall():
        return Suggestion(made.claim_id, "restates", made.rule, made.why + "; the same speaker holds it", made.score)
    return made
