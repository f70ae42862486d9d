"""What the stances on two related claims, or of two voices on one claim, come to: the views comparisons, agreements and disagreements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from kb.base import store
from tests.harness.contract import rows
from tests.harness.recorder import Recorder

# The relation from a to b, then what follows where both affirm, where only a affirms, where only b affirms, and where both deny.
TABLE = """
same-claim   | agreement              | disagreement  | disagreement                   | agreement
agrees       | agreement              | disagreement  | disagreement                   | agreement
restates     | agreement              | disagreement  | disagreement                   | agreement
contradicts  | disagreement           | agreement     | agreement                      | both reject both
supports     | support                | tension       | conclusion without this reason | -
qualifies    | agreement with a limit | -             | -                              | agreement with a limit
updates      | changed since          | changed since | changed since                  | unchanged
explains     | -                      | -             | -                              | -
condition-of | -                      | -             | -                              | -
"""
STANCES = (("affirms", "affirms"), ("affirms", "denies"), ("denies", "affirms"), ("denies", "denies"))
WITH_AN_UNCOMMITTED = (
    ("uncommitted", "affirms"),
    ("affirms", "uncommitted"),
    ("uncommitted", "denies"),
    ("denies", "uncommitted"),
    ("uncommitted", "uncommitted"),
)
BOTH_WAYS = ("same-claim", "agrees", "contradicts")


def cells() -> Iterator[tuple[str, str, str, str | None]]:
    """Each relation with two stances and the finding, None for no finding."""
    for line in TABLE.strip().splitlines():
        relation, *findings = (cell.strip() for cell in line.split("|"))
        for stances, finding in zip(STANCES, findings, strict=True):
            yield relation, *stances, None if finding == "-" else finding
        for stances in WITH_AN_UNCOMMITTED:
            yield relation, *stances, None


@pytest.fixture
def recorder(tiny: sqlite3.Connection) -> Iterator[Recorder]:
    """Writes past the library in a transaction that is kept open until the test ends."""
    with store.transaction(tiny):
        yield Recorder(tiny)


def test_the_table_has_every_relation_of_the_vocabulary(tiny: sqlite3.Connection) -> None:
    words = {row[0] for row in tiny.execute("SELECT value FROM vocabulary WHERE field = 'relations.relation'")}
    assert {relation for relation, *_ in cells()} == words | {"same-claim"}


@pytest.mark.parametrize(("relation", "stance_a", "stance_b", "finding"), list(cells()))
@pytest.mark.thorough
def test_the_finding_follows_from_the_relation_and_both_stances(
    recorder: Recorder, relation: str, stance_a: str, stance_b: str, finding: str | None
) -> None:
    other = "so" if relation == "same-claim" else "thus"
    recorder.say("so", ("ann", stance_a))
    recorder.say(other, ("bob", stance_b), source=1)
    if relation != "same-claim":
        recorder.relate("so", relation, "thus")
    listed = "SELECT kind, speaker_a, stance_a, speaker_b, stance_b, direction, finding FROM {} WHERE claim_a_id IN ('clm-so', 'clm-thus') ORDER BY speaker_a"
    ways = ("both", "both") if relation in BOTH_WAYS else ("a-to-b", "b-to-a")
    pairs: list[tuple[object, ...]] = [
        (relation, "Ann", stance_a, "Bob", stance_b, ways[0], finding),
        (relation, "Bob", stance_b, "Ann", stance_a, ways[1], finding),
    ]
    assert rows(recorder.connection, listed.format("comparisons")) == pairs
    agree = finding in ("agreement", "agreement with a limit")
    assert rows(recorder.connection, listed.format("agreements")) == (pairs if agree else [])
    differ = finding in ("disagreement", "tension")
    assert rows(recorder.connection, listed.format("disagreements")) == (pairs if differ else [])


def test_one_speaker_is_two_voices_in_two_sources_or_with_two_stances(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "affirms"))
    recorder.say("so", ("ann", "affirms"))  # said twice in one source: one voice
    found = "SELECT source_a_id, stance_a, source_b_id, stance_b, finding FROM comparisons WHERE claim_a_id = 'clm-so' ORDER BY 1, 2, 3, 4"
    assert rows(recorder.connection, found) == []
    recorder.say("so", ("ann", "affirms"), source=1)
    one, other = recorder.sources[:2]
    assert rows(recorder.connection, found) == [
        (one, "affirms", other, "affirms", "agreement"),
        (other, "affirms", one, "affirms", "agreement"),
    ]
    recorder.say("so", ("ann", "denies"))
    assert (one, "affirms", one, "denies", "disagreement") in rows(recorder.connection, found)


def test_who_wonders_in_one_place_and_commits_in_another_commits(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "uncommitted"))
    recorder.say("thus", ("bob", "affirms"))
    recorder.relate("so", "contradicts", "thus")
    stances = "SELECT stance_a, finding FROM comparisons WHERE claim_a_id = 'clm-so' AND claim_b_id = 'clm-thus'"
    assert rows(recorder.connection, stances) == [("uncommitted", None)]
    recorder.say("so", ("ann", "denies"))
    assert rows(recorder.connection, stances) == [("denies", "agreement")]


@pytest.mark.parametrize("status", ["proposed", "retracted"])
def test_what_is_proposed_or_retracted_compares_with_nothing(recorder: Recorder, status: str) -> None:
    recorder.say("so", ("ann", "affirms"))
    recorder.say("so", ("bob", "denies"), source=1, status=status)
    recorder.say("thus", ("bob", "affirms"), source=1)
    recorder.relate("so", "contradicts", "thus")
    recorder.connection.execute("UPDATE relations SET status = ? WHERE from_claim_id = 'clm-so'", (status,))
    assert rows(recorder.connection, "SELECT * FROM comparisons WHERE claim_a_id IN ('clm-so', 'clm-thus')") == []


@pytest.mark.parametrize(
    ("recorded", "about_a", "about_b", "published", "shown"),
    [
        (None, "2020", "2021", ("2021", "2021"), "different-time"),
        (None, "2020", "2020-05", ("2019", "2021"), None),  # the claims' own times come first
        (None, None, None, ("2021-10-23", "2025-09"), "different-time"),
        (None, None, None, ("2021-10-23", "2021"), None),
        (None, None, "2020", ("2021", "2021"), "different-time"),
        (None, "../2020", "2021", ("2021", "2021"), "different-time"),
        (None, "2020/..", "2021", ("2021", "2021"), None),
        (None, None, None, (None, "2021"), None),  # a time that is not known differs from none
        ("different-scope", "2020", "2021", ("2021", "2021"), "different-scope different-time"),
        ("same-time", "2020", "2021", ("2021", "2021"), "same-time"),  # a person judged
        ("different-time", None, None, ("2021", "2021"), "different-time"),
    ],
)
@pytest.mark.thorough
def test_times_that_do_not_overlap_are_told_though_the_relation_does_not_say_so(
    recorder: Recorder,
    recorded: str | None,
    about_a: str | None,
    about_b: str | None,
    published: tuple[str | None, str | None],
    shown: str | None,
) -> None:
    recorder.say("so", ("ann", "affirms"))
    recorder.say("thus", ("bob", "affirms"), source=1)
    recorder.relate("so", "contradicts", "thus")
    recorder.connection.execute("UPDATE relations SET comparable = ? WHERE from_claim_id = 'clm-so'", (recorded,))
    for source, date in zip(recorder.sources, published, strict=False):
        basis = "stated" if date else None
        recorder.connection.execute("UPDATE sources SET published = ?, published_basis = ? WHERE id = ?", (date, basis, source))
    for claim, about in (("clm-so", about_a), ("clm-thus", about_b)):
        recorder.connection.execute("UPDATE claims SET about_time = ? WHERE id = ?", (about, claim))
    found = "SELECT comparable FROM comparisons WHERE claim_a_id IN ('clm-so', 'clm-thus')"
    assert rows(recorder.connection, found) == [(shown,), (shown,)]
    assert rows(recorder.connection, "SELECT comparable FROM relations WHERE from_claim_id = 'clm-so'") == [(recorded,)]


def test_one_undated_claim_in_sources_of_two_years_is_of_two_times(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "affirms"))
    recorder.say("so", ("bob", "affirms"), source=1)
    for source, date in zip(recorder.sources, ("2021", "2025"), strict=False):
        recorder.connection.execute("UPDATE sources SET published = ? WHERE id = ?", (date, source))
    found = "SELECT DISTINCT comparable FROM comparisons WHERE claim_a_id = 'clm-so'"
    assert rows(recorder.connection, found) == [("different-time",)]
    recorder.connection.execute("UPDATE claims SET about_time = '1969' WHERE id = 'clm-so'")
    assert rows(recorder.connection, found) == [(None,)]


AGREED = "SELECT claim_a_id FROM agreements WHERE kind = 'same-claim'"
DISAGREED = "SELECT claim_a_id FROM disagreements WHERE kind = 'same-claim'"
SEVERAL = "SELECT claim_id FROM corroboration WHERE affirming_speakers > 1 OR denying_speakers > 1"
CONTESTED = "SELECT claim_id FROM corroboration WHERE affirming_speakers > 0 AND denying_speakers > 0"


def test_what_several_speakers_corroborate_is_an_agreement(shipped: sqlite3.Connection) -> None:
    assert rows(shipped, SEVERAL) != []
    assert rows(shipped, f"{SEVERAL} EXCEPT {AGREED}") == []


def test_what_is_corroborated_and_denied_is_a_disagreement(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "affirms"))
    recorder.say("so", ("some", "uncommitted"), ("bob", "denies"), source=1)
    assert ("clm-so",) in rows(recorder.connection, CONTESTED)
    assert rows(recorder.connection, f"{CONTESTED} EXCEPT {DISAGREED}") == []
    assert ("clm-so",) not in rows(recorder.connection, SEVERAL)


def test_who_reports_another_and_agrees_is_a_second_voice_but_corroborates_nothing(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "affirms"), ("bob", "affirms"))
    assert len(rows(recorder.connection, f"{AGREED} AND claim_a_id = 'clm-so'")) == 2
    assert rows(recorder.connection, "SELECT affirming_speakers FROM corroboration WHERE claim_id = 'clm-so'") == [(1,)]


@pytest.mark.parametrize(
    ("claim_a", "speaker_a", "claim_b", "speaker_b", "finding"),
    [
        ("china-rejected-all-out-alliance", "lyle-goldstein", "china-russia-formal-alliance", "antonio-graceffo", "agreement"),
        ("north-korea-only-official-ally", "antonio-graceffo", "china-has-allies", "global-times", "tension"),
        ("partnership-less-than-it-appears", "asia-times", "china-russia-allies", "antonio-graceffo", "agreement"),
        ("interdependence-growing", "lyle-goldstein", "china-russia-relations-peaked", "many-experts-on-peak", "disagreement"),
    ],
)
def test_voices_of_the_two_shipped_texts_meet_as_a_reader_finds(
    shipped: sqlite3.Connection, claim_a: str, speaker_a: str, claim_b: str, speaker_b: str, finding: str
) -> None:
    found = "SELECT DISTINCT finding FROM comparisons WHERE claim_a_id = ? AND speaker_a_id = ? AND claim_b_id = ? AND speaker_b_id = ?"
    assert rows(shipped, found, f"clm-{claim_a}", speaker_a, f"clm-{claim_b}", speaker_b) == [(finding,)]
    assert rows(shipped, found, f"clm-{claim_b}", speaker_b, f"clm-{claim_a}", speaker_a) == [(finding,)]


def test_two_sources_in_their_own_voice_agree_or_disagree_as_the_matrix_shows(shipped: sqlite3.Connection) -> None:
    """A claim that two sources affirm or deny themselves is a pair of voices with the finding that their stances give."""
    both = rows(
        shipped,
        "SELECT one.claim_id, one.source_id, other.source_id, CASE WHEN one.stance = other.stance THEN 'agreement' ELSE 'disagreement' END"
        " FROM source_matrix AS one JOIN source_matrix AS other ON other.claim_id = one.claim_id AND other.source_id <> one.source_id"
        " WHERE one.stance IN ('affirms', 'denies') AND other.stance IN ('affirms', 'denies')",
    )
    assert both
    compared = set(rows(shipped, "SELECT claim_a_id, source_a_id, source_b_id, finding FROM comparisons WHERE kind = 'same-claim'"))
    assert set(both) <= compared
