"""Review by sentence: which sentences have proposals, and decisions on all proposals of a sentence in one run. Offsets are code points."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kb import changes
from kb.base import ids
from kb.base.model import Row
from kb.base.runs import Run
from kb.base.snapshot_text import read_snapshot
from kb.base.words import ProposalStatus
from kb.errors import DataError, UsageError, actions
from kb.names.lookup import Lookup
from kb.review import choosing
from kb.review.choosing import Fault, FaultsError
from kb.review.deciding import Decided, accept_as, decide, undecided
from kb.review.queue import COLUMNS, ProposalFilter, Waiting, listed, waiting_of
from kb.texts import anchoring

BY_PERSON = "person"  # the rule of a proposal that a reviewer added
ACCEPT, REJECT, LATER = "accept", "reject", "later"
STATUS = {REJECT: ProposalStatus.REJECTED, LATER: ProposalStatus.LATER}
OPEN = f"('{ProposalStatus.WAITING}', '{ProposalStatus.LATER}')"
# The sentence in which a proposal's words begin.
SENTENCE_OF = (
    "(SELECT sentences.id FROM sentences WHERE sentences.snapshot_id = proposals.snapshot_id AND sentences.start_char <= proposals.start_char"
    " ORDER BY sentences.start_char DESC LIMIT 1)"
)
QUEUE = f"""
SELECT sentence_id, count(*), min(later) FROM (
  SELECT coalesce({SENTENCE_OF}, '') AS sentence_id, proposals.status = 'later' AS later, snapshots.source_id, start_char
  FROM proposals JOIN snapshots ON snapshots.id = proposals.snapshot_id
  WHERE proposals.status IN {OPEN} AND :source IN ('', snapshots.source_id))
WHERE sentence_id <> '' GROUP BY sentence_id ORDER BY min(later), min(source_id), min(start_char)"""
SENTENCE = """
SELECT sentences.id, sentences.snapshot_id, source_id, start_char, end_char, no_claim_reason FROM sentences
JOIN snapshots ON snapshots.id = sentences.snapshot_id WHERE sentences.id = ?"""
OF_SENTENCE = (
    f"SELECT {COLUMNS} FROM proposals JOIN snapshots ON snapshots.id = proposals.snapshot_id WHERE proposals.snapshot_id = ? AND"
    f" proposals.start_char >= ? AND proposals.status IN {OPEN} AND {SENTENCE_OF} = ? ORDER BY proposals.start_char, proposals.end_char DESC, proposals.id"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence with its open proposals, in the order of the text."""

    id: str
    snapshot_id: str
    source_id: str
    start: int
    end: int
    no_claim_reason: str | None
    proposals: tuple[Waiting, ...]


@dataclass(frozen=True)
class Decision:
    """What a person decided on one proposal: accept, reject or later, and the fields as they were typed, all of them or only those changed."""

    proposal_id: str
    do: str
    typed: dict[str, str]


def queue(connection: sqlite3.Connection, source: str = "") -> list[tuple[str, int]]:
    """Return (id, number of open proposals) of each sentence that has any, in the order of the texts, those put off last."""
    return [(row[0], row[1]) for row in connection.execute(QUEUE, {"source": source})]


def find(connection: sqlite3.Connection, sentence_id: str) -> Sentence:
    """Return a sentence with its open proposals. Raises UsageError where there is none of this id."""
    row: Any = connection.execute(SENTENCE, (sentence_id,)).fetchone()
    if row is None:
        raise UsageError(f"there is no sentence {sentence_id!r}", remedy=actions.list_proposals())
    proposals = waiting_of(connection.execute(OF_SENTENCE, (row[1], row[3], sentence_id)))
    return Sentence(row[0], row[1], row[2], row[3], row[4], row[5], tuple(proposals))


def of_proposal(connection: sqlite3.Connection, proposal_id: str) -> str | None:
    """Return the id of the sentence in which the words of a proposal begin, or None."""
    row = connection.execute(f"SELECT {SENTENCE_OF} FROM proposals WHERE id = ?", (proposal_id,)).fetchone()
    return row[0] if row else None


def names_in_text(connection: sqlite3.Connection, source: str) -> list[tuple[str, str]]:
    """Return (name, kind) of each row that the open proposals of a source would make, so that one may be named for another proposal too."""
    names: dict[str, str] = {}
    for waiting in listed(connection, ProposalFilter(source)):
        about = (waiting.found.get("statement") or {}).get("about") or {}
        for entity in (waiting.found.get("speaker"), about.get("subject"), about.get("object")):
            if entity and entity.get("new") and entity["table"] != "event":
                names.setdefault(entity["label"], f"{entity['table']} {entity['kind']}")
    return sorted(names.items())


def decide_all(run: Run, decisions: Sequence[Decision], *, make: bool = False) -> list[Decided]:
    """Decide on several proposals in the open run, all or none, those that report another first.

    With `make`, what is accepted may name rows that the base lacks, which are recorded first. Raises FaultsError with what is wrong at
    each field of each proposal.
    """
    decided: list[Decided] = []
    faults: list[Fault] = []
    for decision in reporting_first(run.connection, decisions):
        waiting = undecided(run.connection, decision.proposal_id)
        if decision.do != ACCEPT:
            decided.append(decide(run, waiting.id, STATUS[decision.do]))
            continue
        try:
            choice = choosing.choice_of(Lookup(run.connection), waiting, decision.typed, make=make)
            decided.append(accept_as(run, waiting.id, choice))
        except FaultsError as error:
            faults += error.faults
        except DataError as error:
            faults.append(Fault(waiting.id, field_of(error), error))
    if faults:
        raise FaultsError(faults)
    return decided


def field_of(error: DataError) -> str:
    """Return the field of the form at which an error of planning a fact is shown."""
    place = error.where.split(",")[0].strip()
    return {"claim": "text", "object_text": "object", "proposals": "text"}.get(place, place or "text")


def reporting_first(connection: sqlite3.Connection, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions with every proposal behind the one that reports it, since its chain needs that one's speaker."""
    by_id = {decision.proposal_id: decision for decision in decisions}
    parent = {one: connection.execute("SELECT parent_id FROM proposals WHERE id = ?", (one,)).fetchone() for one in by_id}
    ordered: dict[str, Decision] = {}

    def place(proposal_id: str) -> None:
        above = parent[proposal_id]
        if above and above[0] in by_id:
            place(above[0])
        ordered.setdefault(proposal_id, by_id[proposal_id])

    for proposal_id in by_id:
        place(proposal_id)
    return list(ordered.values())


def states_nothing(run: Run, sentence_id: str, reason: str = "") -> list[Decided]:
    """Record that a sentence states nothing, and reject its open proposals."""
    sentence = find(run.connection, sentence_id)
    decided = [decide(run, waiting.id, ProposalStatus.REJECTED) for waiting in sentence.proposals]
    changes.correct(run, sentence_id, {"no_claim_reason": reason.strip() or "states nothing"})
    return decided


def add(run: Run, sentence_id: str, quote: str, like: str = "") -> str:
    """Add a proposal for words that a person selected in a sentence or near it, and return its id.

    `like` is the id of a proposal whose speaker, cue and manner the new one shares, as where one proposal is split into several.
    Raises DataError where the words are not in the text, or are there more than once outside the sentence.
    """
    sentence = find(run.connection, sentence_id)
    snapshot = read_snapshot(run.connection, sentence.snapshot_id)
    places = anchoring.occurrences(snapshot.text[sentence.start : sentence.end], quote)
    if places:
        span = anchoring.Span(sentence.start + places[0].start, sentence.start + places[0].end, places[0].exact)
    else:
        span = anchoring.find(snapshot.text, quote, where="quote")
    voice = voice_of(undecided(run.connection, like)) if like else VOICE_OF_DOCUMENT
    number = run.connection.execute("SELECT count(*) FROM proposals WHERE snapshot_id = ?", (sentence.snapshot_id,)).fetchone()[0]
    row: Row = {
        "id": ids.mint("prp", sentence.snapshot_id, span.start, span.end, like, number),
        "snapshot_id": sentence.snapshot_id,
        "start_char": span.start,
        "end_char": span.end,
        "exact": span.of(snapshot.text),
        **voice,
        "rule": BY_PERSON,
        "confidence": 1.0,
    }
    run.insert("proposals", row)
    return str(row["id"])


VOICE_OF_DOCUMENT: Row = {"kind": "factual", "act": "asserts", "stance": "affirms", "certainty": "certain"}
OF_VOICE = ("parent_id", "speaker", "speaker_start_char", "speaker_end_char", "speaker_id", "cue", "cue_start_char", "cue_end_char")


def voice_of(waiting: Waiting) -> Row:
    """Return the columns of a proposal that say who says it and how."""
    return {name: getattr(waiting, name) for name in (*OF_VOICE, *VOICE_OF_DOCUMENT)}


def join(run: Run, sentence_id: str, kept_id: str, other_id: str) -> str:
    """Join two proposals of a sentence: return the words from the first to the last of both for the kept one, and reject the other."""
    sentence = find(run.connection, sentence_id)
    kept, other = undecided(run.connection, kept_id), undecided(run.connection, other_id)
    if kept.snapshot_id != other.snapshot_id or kept.id == other.id:
        raise UsageError("only two proposals of one text can be joined", remedy="choose two claims of the same sentence")
    decide(run, other.id, ProposalStatus.REJECTED)
    text = read_snapshot(run.connection, sentence.snapshot_id).text
    return text[min(kept.start_char, other.start_char) : max(kept.end_char, other.end_char)]
