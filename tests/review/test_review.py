"""The queue of proposed claims: nothing proposed counts as said, each decision is a person's, and each can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from kb import review
from kb.base import checks, runs
from kb.changes import undoing
from kb.errors import DataError, UsageError
from kb.propose.parts import Attribution, Match, Quantity, Span
from kb.propose.proposal import Proposal
from kb.review.queue import ProposalFilter, listed
from kb.sources import adding
from kb.texts.sentences import receive
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
    with runs.begin(tiny, "propose", contributor="tester") as run:
        made = [
            proposal(text, "known", KNOWN, source="The harbour board", cue="has refused", speaker_id="harbour-board", confidence=0.9),
            proposal(text, "unknown", UNKNOWN, source="Many captains", cue="believe", confidence=0.7),
            proposal(text, "own", OWN, rule="author", confidence=0.8),
        ]
        assert review.record(run, snapshot, made) == (3, 0)
        assert review.record(run, snapshot, made) == (0, 3)
    return tiny


def decide(connection: sqlite3.Connection, name: str, edits: Mapping[str, str] | None = None, **more: Any) -> tuple[review.Decided, str]:
    with runs.begin(connection, "review", contributor="tester") as run:
        return review.accept(run, f"prp-{name}", edits, **more), run.id


def status(connection: sqlite3.Connection, name: str) -> str:
    return str(connection.execute("SELECT status FROM proposals WHERE id = ?", (f"prp-{name}",)).fetchone()[0])


def test_what_is_proposed_is_not_said(queued: sqlite3.Connection) -> None:
    counts = [queued.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("claims", "assertions", "claim_sheet")]
    assert queued.execute("SELECT count(*) FROM claims WHERE status = 'proposed'").fetchone()[0] == 0
    assert queued.execute("SELECT count(*) FROM assertions JOIN runs ON runs.id = run_id WHERE runs.kind = 'propose'").fetchone()[0] == 0
    assert counts[1] == counts[2]


def test_the_surest_come_first_and_what_was_put_off_last(queued: sqlite3.Connection) -> None:
    assert [one.id for one in listed(queued)] == ["prp-known", "prp-own", "prp-unknown"]
    with runs.begin(queued, "review", contributor="tester") as run:
        review.put_off(run, "prp-known")
    assert [one.id for one in listed(queued)] == ["prp-own", "prp-unknown", "prp-known"]
    assert [one.id for one in listed(queued, ProposalFilter(rule="author"))] == ["prp-own"]
    starts = [one.start_char for one in listed(queued, ProposalFilter(statuses=("waiting",)), by_place=True)]
    assert starts == sorted(starts)


def test_an_accepted_proposal_is_a_sourced_fact_in_the_speaker_s_voice(queued: sqlite3.Connection) -> None:
    decided, _ = decide(queued, "known", {"text": "Something that the board holds"})
    assert decided.status == status(queued, "known") == "edited"
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


def test_another_speaker_or_stance_or_other_words_for_the_claim_make_it_edited(queued: sqlite3.Connection) -> None:
    assert decide(queued, "known", {"text": "In other words", "stance": "denies"})[0].status == "edited"
    assert decide(queued, "own", {"text": "Another wording of it"})[0].status == "edited"


def test_a_proposal_is_decided_on_once(queued: sqlite3.Connection) -> None:
    with runs.begin(queued, "review", contributor="tester") as run:
        assert review.reject(run, "prp-own").status == "rejected"
    with pytest.raises(UsageError, match="rejected already"):
        decide(queued, "own")
    for again in (review.reject, review.put_off):
        with pytest.raises(UsageError, match="rejected already"), runs.begin(queued, "review", contributor="tester") as run:
            again(run, "prp-own")
    with pytest.raises(UsageError, match="no proposal"):
        decide(queued, "nothing")
    with pytest.raises(UsageError, match="has no colour"):
        decide(queued, "known", {"colour": "red"})


def test_a_decision_that_is_undone_leaves_the_proposal_waiting(queued: sqlite3.Connection) -> None:
    decided, run_id = decide(queued, "known", {"text": "Taken back soon"})
    with runs.begin(queued, "undo", contributor="tester", reason="decided otherwise") as run:
        undoing.undo(run, run_id)
    assert status(queued, "known") == "waiting"
    assert decided.added is not None
    found = queued.execute("SELECT status FROM assertions WHERE id = ?", (decided.added.assertion_id,)).fetchone()[0]
    assert found == "retracted"
    assert decide(queued, "known", {"text": "Taken back soon"})[0].status == "edited"


def test_undoing_the_proposing_rejects_what_still_waits(queued: sqlite3.Connection) -> None:
    decide(queued, "known", {"text": "It stays"})
    (proposing,) = queued.execute("SELECT id FROM runs WHERE kind = 'propose'").fetchone()
    with runs.begin(queued, "undo", contributor="tester", reason="the wrong text") as run:
        assert "rejected 2 proposals" in undoing.undo(run, proposing)
    assert (status(queued, "known"), status(queued, "own")) == ("edited", "rejected")


def test_the_report_counts_a_batch_and_feeds_the_confidence_of_the_rule(queued: sqlite3.Connection) -> None:
    _, first = decide(queued, "known", {"text": "One"})
    with runs.begin(queued, "review", contributor="tester") as second:
        review.reject(second, "prp-unknown")
    decide(queued, "own", {"text": "Two"})
    assert review.of_run(queued, [first, second.id]) == {"said": review.Tally(edited=1, rejected=1)}
    assert review.of_rules(queued)["author"] == review.Tally(edited=1)
    snapshot, text = held(queued)
    with runs.begin(queued, "propose", contributor="tester") as run:
        review.record(run, snapshot, [proposal(text, "later", "Radio One reported", confidence=0.9)])
    assert review.find(queued, "prp-later").confidence == pytest.approx(0.9 * 10 / 12, abs=0.001)


def test_words_with_a_negation_are_affirmed_as_they_stand_and_a_denial_of_plain_words_stays_one(queued: sqlite3.Connection) -> None:
    snapshot, text = held(queued)
    with runs.begin(queued, "propose", contributor="tester") as run:
        negated, plain = proposal(text, "negated", "The ferry will not stop"), proposal(text, "plain", "the ferry is too small")
        made = [replace(one, attribution=replace(one.attribution, stance="denies")) for one in (negated, plain)]
        review.record(run, snapshot, made)
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
    with runs.begin(queued, "propose", contributor="tester") as run:
        made = [replace(proposal(text, "number", words, rule="author"), quantities=(number,))]
        made.append(replace(proposal(text, "without", words[3:], rule="author"), quantities=(number,)))
        review.record(run, snapshot, made)
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


def test_a_proposal_accepted_unchanged_is_recorded_at_its_own_place(tiny: sqlite3.Connection) -> None:
    """The same words, with the same words around them, stand there many times: no search would tell which were meant."""
    line = "The ferry was late again, and nobody on the whole long quay had any idea why it was late.\n"
    with runs.begin(tiny, "propose", contributor="tester") as run:
        made = adding.add_source(run, receive((line * 9).encode()), {"title": "Late"})
        start = 4 * len(line)
        one = Attribution(
            Span.of(line * 9, start, start + len("The ferry was late")), None, None, rule="author", act="asserts", kind="factual"
        )
        review.record(run, made.snapshot_id, [Proposal("prp-fifth", one, 0.9, None, None)])
    decided, _ = decide(tiny, "fifth")
    assert decided.added is not None
    assert (decided.added.start, decided.added.exact) == (start, "The ferry was late")
    assert decided.status == "accepted"


def test_a_proposal_of_an_earlier_text_is_recorded_where_its_words_stand_now(queued: sqlite3.Connection) -> None:
    _, words = held(queued)
    with runs.begin(queued, "source", contributor="tester") as run:
        adding.add_source(run, receive(f"A note of the editor.\n{words}".encode()), {"title": "x", "source_id": SOURCE})
    decided, _ = decide(queued, "known", {"text": "There is talk of a second ferry"})
    assert decided.added is not None
    assert (decided.added.start, decided.added.exact) == (words.index(KNOWN) + len("A note of the editor.\n"), KNOWN)
