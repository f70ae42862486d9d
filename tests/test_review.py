"""The queue of proposed claims: nothing proposed counts as said, each decision is a person's, and each can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from kb import checks, review, store, undo
from kb.errors import DataError, UsageError
from kb.propose.types import Attribution, Match, Proposal, Quantity, Span
from kb.review.queue import listed
from tests.whole import rows

SOURCE = "harbour-gazette"
KNOWN, UNKNOWN, OWN = "a second ferry", "that the ferry is too small", "the ferry will lose half its passengers"


def held(connection: sqlite3.Connection) -> tuple[str, str]:
    """(id, text) of the snapshot that proposals are made for."""
    found: tuple[str, str] = connection.execute(
        "SELECT snapshots.id, text FROM snapshots JOIN sources ON snapshot_id = snapshots.id WHERE sources.id = ?", (SOURCE,)
    ).fetchone()
    return found


def spanned(text: str, words: str | None) -> Span | None:
    return None if words is None else Span.of(text, text.index(words), text.index(words) + len(words))


def proposal(text: str, name: str, content: str, **more: Any) -> Proposal:
    """A proposal of words that stand in the text once; `source`, `cue` and `speaker_id` as wanted."""
    content_span = spanned(text, content)
    assert content_span is not None
    one = Attribution(
        content_span,
        spanned(text, more.get("source")),
        spanned(text, more.get("cue")),
        rule=more.get("rule", "said"),
        act=more.get("act", "asserts"),
        kind="factual",
    )
    match = Match(more["speaker_id"], "somebody", "alias in the base") if more.get("speaker_id") else None
    return Proposal(f"prp-{name}", one, more.get("confidence", 0.5), match, more.get("parent"))


@pytest.fixture
def queued(tiny: sqlite3.Connection) -> sqlite3.Connection:
    """The tiny base with three proposals: one whose speaker is known, one whose speaker is not, one of the text itself."""
    snapshot, text = held(tiny)
    with store.run(tiny, "propose", contributor="tester") as run_id:
        made = [
            proposal(text, "known", KNOWN, source="The harbour board", cue="has refused", speaker_id="harbour-board", confidence=0.9),
            proposal(text, "unknown", UNKNOWN, source="Many captains", cue="believe", confidence=0.7),
            proposal(text, "own", OWN, rule="author", confidence=0.8),
        ]
        assert review.record(tiny, run_id, snapshot, made) == (3, 0)
        assert review.record(tiny, run_id, snapshot, made) == (0, 3)
    return tiny


def decide(connection: sqlite3.Connection, name: str, edits: Mapping[str, str] | None = None, **more: Any) -> tuple[review.Decided, str]:
    with store.run(connection, "review", contributor="tester") as run_id:
        return review.accept(connection, run_id, f"prp-{name}", edits, **more), run_id


def status(connection: sqlite3.Connection, name: str) -> str:
    return str(connection.execute("SELECT status FROM proposals WHERE id = ?", (f"prp-{name}",)).fetchone()[0])


def test_what_is_proposed_is_not_said(queued: sqlite3.Connection) -> None:
    counts = [queued.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("claims", "assertions", "claim_sheet")]
    assert queued.execute("SELECT count(*) FROM claims WHERE status = 'proposed'").fetchone()[0] == 0
    assert queued.execute("SELECT count(*) FROM assertions JOIN runs ON runs.id = run_id WHERE runs.kind = 'propose'").fetchone()[0] == 0
    assert counts[1] == counts[2]


def test_the_surest_come_first_and_what_was_put_off_last(queued: sqlite3.Connection) -> None:
    assert [one.id for one in listed(queued)] == ["prp-known", "prp-own", "prp-unknown"]
    with store.run(queued, "review", contributor="tester"):
        review.put_off(queued, "prp-known")
    assert [one.id for one in listed(queued)] == ["prp-own", "prp-unknown", "prp-known"]
    assert [one.id for one in listed(queued, rule="author")] == ["prp-own"]
    starts = [one.start_char for one in listed(queued, by_place=True, statuses=("waiting",))]
    assert starts == sorted(starts)


def test_an_accepted_proposal_is_a_sourced_fact_in_the_speaker_s_voice(queued: sqlite3.Connection) -> None:
    decided, _ = decide(queued, "known", {"text": "Something that the board holds"})
    assert decided.status == status(queued, "known") == "accepted"
    assert decided.added is not None
    chain = queued.execute(
        "SELECT level, speaker_id, act FROM assertions WHERE claim_id = ? ORDER BY level", (decided.added.claim_id,)
    ).fetchall()
    assert chain[1] == (1, "harbour-board", "asserts")
    assert [problem for problem in checks.check(queued) if problem.severity == "error"] == []


def test_what_nobody_is_credited_with_is_the_document_s_own(queued: sqlite3.Connection) -> None:
    decided, _ = decide(queued, "own", {"text": "Something that the text itself says"})
    assert decided.added is not None
    assert queued.execute("SELECT max(level) FROM assertions WHERE claim_id = ?", (decided.added.claim_id,)).fetchone()[0] == 0


def test_a_speaker_whom_the_base_does_not_know_is_never_dropped_silently(queued: sqlite3.Connection) -> None:
    before = rows(queued)
    with pytest.raises(DataError, match="who is"):
        decide(queued, "unknown")
    assert rows(queued) == before
    decided, _ = decide(queued, "unknown", {"text": "Said by the text itself"}, drop_speaker=True)
    assert decided.status == "edited"


def test_another_speaker_or_stance_makes_it_edited_other_words_for_the_claim_do_not(queued: sqlite3.Connection) -> None:
    assert decide(queued, "known", {"text": "In other words", "stance": "denies"})[0].status == "edited"
    assert decide(queued, "own", {"text": "Another wording of it"})[0].status == "accepted"


def test_a_proposal_is_decided_on_once(queued: sqlite3.Connection) -> None:
    with store.run(queued, "review", contributor="tester"):
        assert review.reject(queued, "prp-own").status == "rejected"
    for again in (lambda: decide(queued, "own"), lambda: review.reject(queued, "prp-own"), lambda: review.put_off(queued, "prp-own")):
        with pytest.raises(UsageError, match="rejected already"):
            again()
    with pytest.raises(UsageError, match="no proposal"):
        decide(queued, "nothing")
    with pytest.raises(UsageError, match="has no colour"):
        decide(queued, "known", {"colour": "red"})


def test_a_decision_that_is_undone_leaves_the_proposal_waiting(queued: sqlite3.Connection) -> None:
    decided, run_id = decide(queued, "known", {"text": "Taken back soon"})
    with store.run(queued, "undo", contributor="tester", reason="decided otherwise"):
        undo.undo(queued, run_id)
    assert status(queued, "known") == "waiting"
    assert decided.added is not None
    found = queued.execute("SELECT status FROM assertions WHERE id = ?", (decided.added.assertion_id,)).fetchone()[0]
    assert found == "retracted"
    assert decide(queued, "known", {"text": "Taken back soon"})[0].status == "accepted"


def test_undoing_the_proposing_rejects_what_still_waits(queued: sqlite3.Connection) -> None:
    decide(queued, "known", {"text": "It stays"})
    (proposing,) = queued.execute("SELECT id FROM runs WHERE kind = 'propose'").fetchone()
    with store.run(queued, "undo", contributor="tester", reason="the wrong text"):
        assert "rejected 2 proposals" in undo.undo(queued, proposing)
    assert (status(queued, "known"), status(queued, "own")) == ("accepted", "rejected")


def test_the_report_counts_a_batch_and_feeds_the_confidence_of_the_rule(queued: sqlite3.Connection) -> None:
    _, first = decide(queued, "known", {"text": "One"})
    with store.run(queued, "review", contributor="tester") as second:
        review.reject(queued, "prp-unknown")
    decide(queued, "own", {"text": "Two"})
    assert review.of_run(queued, [first, second]) == {"said": review.Tally(accepted=1, rejected=1)}
    assert review.of_rules(queued)["author"] == review.Tally(accepted=1)
    snapshot, text = held(queued)
    with store.run(queued, "propose", contributor="tester") as run_id:
        review.record(queued, run_id, snapshot, [proposal(text, "later", "Radio One reported", confidence=0.9)])
    assert review.find(queued, "prp-later").confidence == pytest.approx((0.9 * 10 + 1) / 12, abs=0.001)


def test_words_with_a_negation_are_affirmed_as_they_stand_and_a_denial_of_plain_words_stays_one(queued: sqlite3.Connection) -> None:
    snapshot, text = held(queued)
    with store.run(queued, "propose", contributor="tester") as run_id:
        negated, plain = proposal(text, "negated", "The ferry will not stop"), proposal(text, "plain", "the ferry is too small")
        made = [replace(one, attribution=replace(one.attribution, stance="denies")) for one in (negated, plain)]
        review.record(queued, run_id, snapshot, made)
    found = {name: review.find(queued, f"prp-{name}") for name in ("negated", "plain")}
    assert {name: one.stance for name, one in found.items()} == {"negated": "affirms", "plain": "denies"}
    assert ["negation" in note for note in found["negated"].found["notes"]] == [True]


def test_a_claim_that_the_base_has_is_suggested_and_can_be_asserted_once_more(queued: sqlite3.Connection) -> None:
    found = review.suggestions(queued, review.find(queued, "prp-unknown"))
    assert [(one.claim_id, one.relation) for one in found][:1] == [("clm-ferry-too-small", "duplicate")]
    before = queued.execute("SELECT count(*) FROM claims").fetchone()[0]
    decided, _ = decide(queued, "unknown", {"claim_id": "clm-ferry-too-small", "speaker": "many-captains"})
    assert (decided.status, decided.added.claim_id if decided.added else "") == ("accepted", "clm-ferry-too-small")
    assert queued.execute("SELECT count(*) FROM claims").fetchone()[0] == before


def test_the_one_number_in_the_words_is_recorded_with_them_unless_it_is_left_out(queued: sqlite3.Connection) -> None:
    snapshot, text = held(queued)
    words = "it carried “at least 1,200 passengers” in April"
    number = Quantity(
        Span.of(text, text.index("at least"), text.index("passengers") - 1), "at-least", None, "1200", None, "passengers", "passengers"
    )
    with store.run(queued, "propose", contributor="tester") as run_id:
        made = [replace(proposal(text, "number", words, rule="author"), quantities=(number,))]
        made.append(replace(proposal(text, "without", words[3:], rule="author"), quantities=(number,)))
        review.record(queued, run_id, snapshot, made)
    for name, edits, expected in (("number", {}, [("at-least", 1200.0, "at least 1,200")]), ("without", {"number": "none"}, [])):
        decided, _ = decide(queued, name, {"text": f"Passengers were carried, {name}"} | edits)
        assert decided.added is not None
        sql = "SELECT comparison, minimum, verbatim FROM quantities WHERE claim_id = ?"
        assert queued.execute(sql, (decided.added.claim_id,)).fetchall() == expected
    assert [problem for problem in checks.check(queued) if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("that the ferry is small", "The ferry is small"),
        ("“We will not stop the ferry,”", "We will not stop the ferry"),
        ("the ferry “will not stop", "The ferry will not stop"),
        ("It\n  sails.", "It sails"),
    ],
)
def test_the_first_wording_of_a_claim_is_a_sentence_without_the_marks_around_it(words: str, claim: str) -> None:
    assert review.claim_text(words) == claim
