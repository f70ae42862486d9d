"""One function adds a fact, whoever calls it: what it takes for granted, what it refuses, and which ids it gives."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
import unicodedata
from typing import Any

import pytest

from kb import facts
from kb.base import runs
from kb.cli.wording import shell
from kb.errors import DataError
from kb.facts import Added, Fact, Voice

GAZETTE, BULLETIN = "harbour-gazette", "port-bulletin"
PAPER, OFFICE = "harbour-gazette-paper", "harbour-office"
REPORTED = "the harbour office expects the bridge to open in 1958"


def add(base: sqlite3.Connection, quote: str, text: str | None = "Something new", source: str = GAZETTE, **more: Any) -> Added:
    with runs.begin(base, "add", contributor="Ada") as run:
        return facts.record(run, Fact(source, quote, text, **more))


def chain(base: sqlite3.Connection, added: Added) -> list[tuple[Any, ...]]:
    sql = "SELECT level, speaker_id, act, stance, certainty, derivation FROM assertions WHERE claim_id = ? ORDER BY level, rowid"
    return base.execute(sql, (added.claim_id,)).fetchall()


def totals(base: sqlite3.Connection) -> dict[str, int]:
    tables = ("claims", "assertions", "passages", "quantities", "participations", "runs", "revisions", "contributors")
    return {table: base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


# ------------------------------------------------------------------------------------------------------------- voices


def test_an_author_who_reports_nobody_affirms_what_he_says(tiny: sqlite3.Connection) -> None:
    assert chain(tiny, add(tiny, "Many captains believe")) == [(0, PAPER, "asserts", "affirms", "certain", "explicit")]


def test_an_author_who_reports_somebody_commits_to_nothing(tiny: sqlite3.Connection) -> None:
    found = chain(tiny, add(tiny, REPORTED, voices=(Voice("radio-one"), Voice(OFFICE))))
    assert [row[:5] for row in found] == [
        (0, PAPER, "reports", "uncommitted", "uncommitted"),
        (1, "radio-one", "reports", "uncommitted", "uncommitted"),
        (2, OFFICE, "asserts", "affirms", "certain"),
    ]


def test_what_is_said_of_a_voice_overrides_what_is_taken_for_granted(tiny: sqlite3.Connection) -> None:
    author = Voice(act="distances", stance="denies", certainty="probable", derivation="implied")
    found = chain(tiny, add(tiny, REPORTED, author=author, voices=(Voice(OFFICE, stance="denies"),)))
    assert found[0] == (0, PAPER, "distances", "denies", "probable", "implied")
    assert found[1][2:5] == ("asserts", "denies", "certain")


@pytest.mark.parametrize("name", [PAPER, "Harbour Gazette", "harbour gazette"])
def test_an_author_named_outright_is_level_0_and_reports_nobody(tiny: sqlite3.Connection, name: str) -> None:
    found = chain(tiny, add(tiny, "Many captains believe", voices=(Voice(name, act="suggests", certainty="possible"),)))
    assert found == [(0, PAPER, "suggests", "affirms", "possible", "explicit")]
    assert len(chain(tiny, add(tiny, REPORTED, "Another", voices=(Voice(name), Voice(OFFICE))))) == 2
    both = chain(tiny, add(tiny, REPORTED, "A third", voices=(Voice(name),), speakers=("radio-one", OFFICE)))
    assert [row[:3] for row in both] == [(0, PAPER, "reports"), (1, "radio-one", "asserts"), (1, OFFICE, "asserts")]


def test_speakers_side_by_side_share_the_last_voice_and_whoever_reports_them(tiny: sqlite3.Connection) -> None:
    added = add(tiny, REPORTED, voices=(Voice("radio-one"), Voice(act="predicts", cue="expects")), speakers=(OFFICE, "canal-company"))
    rows = tiny.execute(
        "SELECT level, speaker_id, act, cue, reported_in_id FROM assertions WHERE claim_id = ? ORDER BY level, speaker_id",
        (added.claim_id,),
    ).fetchall()
    assert [row[:4] for row in rows[2:]] == [(2, "canal-company", "predicts", "expects"), (2, OFFICE, "predicts", "expects")]
    reporter = tiny.execute("SELECT id FROM assertions WHERE claim_id = ? AND level = 1", (added.claim_id,)).fetchone()[0]
    assert {row[4] for row in rows[2:]} == {reporter}


# --------------------------------------------------------------------------------------------------- cues and numbers


@pytest.fixture
def longer(tiny: sqlite3.Connection) -> sqlite3.Connection:
    """A source whose sentences hold the same words several times."""
    words = "He said that she said no. The aforesaid, he said, is “no” more. She claimed so.\nNothing was said."
    with runs.begin(tiny, "source", contributor="Ada") as run:
        from kb.sources import adding
        from kb.texts.sentences import receive

        adding.add_source(run, receive(words.encode()), {"title": "Longer", "authors": ["radio-one"]})
    return tiny


def cue_of(base: sqlite3.Connection, added: Added) -> tuple[str, int]:
    return base.execute("SELECT cue, cue_start_char FROM assertions WHERE id = ?", (added.assertion_id,)).fetchone()


def test_the_cue_is_the_nearest_to_the_quote_in_its_sentence(longer: sqlite3.Connection) -> None:
    assert cue_of(longer, add(longer, "no.", source="longer", author=Voice(cue="said"))) == ("said", 17)
    assert cue_of(longer, add(longer, "He", "Another", source="longer", author=Voice(cue="said"))) == ("said", 3)


def test_a_cue_is_a_word_of_its_own_where_there_is_one(longer: sqlite3.Connection) -> None:
    assert cue_of(longer, add(longer, "The", source="longer", author=Voice(cue="said"))) == ("said", 44)


def test_a_cue_elsewhere_is_found_through_the_words_around_it(longer: sqlite3.Connection) -> None:
    assert (
        cue_of(longer, add(longer, "is “no” more", source="longer", author=Voice(cue="claimed", cue_quote="She claimed so")))[0]
        == "claimed"
    )
    with pytest.raises(DataError, match="the cue “claimed” is not in the sentence") as refused:
        add(longer, "is “no” more", source="longer", author=Voice(cue="claimed"))
    assert "cue_quote" in refused.value.remedy


def test_a_cue_keeps_the_texts_own_characters(longer: sqlite3.Connection) -> None:
    assert cue_of(longer, add(longer, "more", source="longer", author=Voice(cue='"no"')))[0] == "“no”"


def quantity(**more: Any) -> dict[str, Any]:
    return {"comparison": "equal", "value": 1, "unit": "x", "measure": "things", "verbatim": "1,200 passengers"} | more


def test_a_number_is_printed_in_the_sentence_of_the_quote(tiny: sqlite3.Connection) -> None:
    quote = "it carried"
    added = add(tiny, quote, quantity=quantity(value=None, minimum=1200, comparison="at-least", verbatim='"at least 1,200 passengers"'))
    found = tiny.execute("SELECT comparison, value, minimum, verbatim FROM quantities WHERE claim_id = ?", (added.claim_id,)).fetchone()
    assert found == ("at-least", None, 1200.0, "“at least 1,200 passengers”")
    with pytest.raises(DataError, match="“in 1958” is not in the sentence of the quote"):
        add(tiny, quote, "Another", quantity=quantity(verbatim="in 1958"))


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"value": "many"}, "quantity.value"),
        ({"value": float("nan")}, "quantity.value"),
        ({"maximum": float("inf")}, "quantity.maximum"),
        ({"comparison": "roughly"}, "comparison"),
        ({"as_of": "1956-13"}, "quantity.as_of"),
        ({"measure": None}, "quantity"),
        ({"verbatim": ""}, "quantity"),
    ],
)
def test_a_number_that_is_none_is_refused(tiny: sqlite3.Connection, wrong: dict[str, Any], where: str) -> None:
    before = totals(tiny)
    with pytest.raises(DataError) as refused:
        add(tiny, "it carried", quantity=quantity(**wrong))
    assert refused.value.where == where
    assert totals(tiny) == before


def test_a_claim_has_one_quantity(tiny: sqlite3.Connection) -> None:
    add(tiny, "it carried", quantity=quantity())
    add(tiny, "it carried", quantity=quantity(verbatim="1,200"))
    with pytest.raises(DataError, match="another quantity already"):
        add(tiny, "it carried", quantity=quantity(value=2))


# --------------------------------------------------------------------------------------------------------- once, and twice


def test_the_same_fact_twice_is_one_fact(tiny: sqlite3.Connection) -> None:
    first = add(tiny, REPORTED, voices=(Voice(OFFICE, cue="expects"),))
    before = totals(tiny)
    second = add(tiny, REPORTED, "  Something \n new ", voices=(Voice(OFFICE, cue="expects"),))
    assert second.assertion_id == first.assertion_id
    assert (first.new_claim, first.new_assertion, second.new_claim, second.new_assertion) == (True, True, False, False)
    assert totals(tiny) == before


def test_the_same_fact_is_known_under_the_name_a_curator_gave_it(tiny: sqlite3.Connection) -> None:
    again = add(tiny, "The harbour board agreed to a second ferry", None, BULLETIN, claim_id="board-agrees-second-ferry")
    assert again.assertion_id == "ast-bulletin-second-ferry"
    assert not again.new_assertion


def test_the_same_claim_in_another_source_is_another_assertion(tiny: sqlite3.Connection) -> None:
    first, second = add(tiny, "a second ferry"), add(tiny, "to a second ferry", source=BULLETIN)
    assert first.claim_id == second.claim_id
    assert first.assertion_id != second.assertion_id
    assert not second.new_claim and second.new_assertion
    assert "the claim was there already" in second.notes[0]


def test_the_same_words_with_another_triple_are_refused_naming_both(tiny: sqlite3.Connection) -> None:
    first = add(tiny, "a second ferry", subject="ferry", predicate="has-quality", object="too-small")
    before = totals(tiny)
    with pytest.raises(DataError) as refused:
        add(tiny, "to a second ferry", source=BULLETIN, subject="ferry", predicate="has-quality", object="stopped")
    assert all(word in refused.value.what for word in (first.claim_id, "Something new", "'too-small'", "'stopped'"))
    with pytest.raises(DataError, match="about_time"):
        add(tiny, "to a second ferry", source=BULLETIN, subject="ferry", predicate="has-quality", object="too-small", about="1956")
    assert totals(tiny) == before
    assert not add(tiny, "to a second ferry", source=BULLETIN).new_claim  # without a triple it is that claim


def test_an_id_that_is_there_with_other_words_is_refused(tiny: sqlite3.Connection) -> None:
    with pytest.raises(DataError, match="is recorded with another text: “The ferry is too small”"):
        add(tiny, "as everyone knows", "The ferry is small", BULLETIN, claim_id="ferry-too-small")


def test_a_fact_that_is_there_with_another_stance_is_kept_and_told(tiny: sqlite3.Connection) -> None:
    added = add(
        tiny,
        "The harbour board agreed to a second ferry",
        None,
        BULLETIN,
        claim_id="board-agrees-second-ferry",
        author=Voice(stance="denies"),
    )
    assert "stance 'affirms', not 'denies'" in " ".join(added.notes)
    assert tiny.execute("SELECT stance FROM assertions WHERE id = 'ast-bulletin-second-ferry'").fetchone()[0] == "affirms"


def test_a_claim_that_was_taken_back_counts_again_when_somebody_asserts_it(tiny: sqlite3.Connection) -> None:
    added = add(tiny, "a second ferry")
    with runs.begin(tiny, "retract", contributor="Ada"):
        tiny.execute("UPDATE assertions SET status = 'retracted' WHERE claim_id = ?", (added.claim_id,))
        tiny.execute("UPDATE claims SET status = 'retracted' WHERE id = ?", (added.claim_id,))
    same = add(tiny, "a second ferry")
    assert "was taken back and stays so" in same.notes[-1] and same.assertion_id in same.notes[-1]
    assert tiny.execute("SELECT status FROM claims WHERE id = ?", (added.claim_id,)).fetchone()[0] == "retracted"
    other = add(tiny, "to a second ferry", source=BULLETIN)
    assert other.claim_id == added.claim_id and "it counts again" in other.notes[-1]
    assert tiny.execute("SELECT status FROM claims WHERE id = ?", (added.claim_id,)).fetchone()[0] == "recorded"


def test_an_assertion_that_was_corrected_keeps_its_id_from_another(tiny: sqlite3.Connection) -> None:
    first = add(tiny, "a second ferry")
    with runs.begin(tiny, "correct", contributor="Ada"):
        tiny.execute("UPDATE assertions SET speaker_id = 'radio-one' WHERE id = ?", (first.assertion_id,))
    second = add(tiny, "a second ferry")
    assert second.new_assertion and second.assertion_id != first.assertion_id
    assert add(tiny, "a second ferry").assertion_id == second.assertion_id


# --------------------------------------------------------------------------------------------------------------- ids


def minted(prefix: str, *parts: object) -> str:
    """The formula as the contract has it, and not as the code does."""
    digest = hashlib.sha256("\u001f".join(str(part) for part in parts).encode()).digest()
    return prefix + "-" + base64.b32encode(digest).decode().lower()[:12]


def test_ids_are_minted_from_what_they_name(tiny: sqlite3.Connection) -> None:
    text = "The cafe\u0301  opens\n in 1958"
    added = add(tiny, REPORTED, text, voices=(Voice(OFFICE),))
    snapshot, sha256, whole = tiny.execute("SELECT id, sha256, text FROM snapshots WHERE source_id = ?", (GAZETTE,)).fetchone()
    start = whole.index(REPORTED)
    assert snapshot == minted("snp", GAZETTE, sha256)
    assert added.claim_id == minted("clm", unicodedata.normalize("NFC", "The caf\u00e9 opens in 1958"))
    assert added.passage_id == minted("psg", snapshot, start, start + len(REPORTED))
    outer = minted("ast", added.claim_id, added.passage_id, PAPER, "")
    assert added.assertion_id == minted("ast", added.claim_id, added.passage_id, OFFICE, outer)
    for prefix, table in (("sec", "sections"), ("sen", "sentences")):
        for row_id, of, begin in tiny.execute(f"SELECT id, snapshot_id, start_char FROM {table}"):
            assert row_id == minted(prefix, of, begin)
    for row_id, of, begin, end, entity in tiny.execute("SELECT id, snapshot_id, start_char, end_char, entity_id FROM mentions"):
        assert row_id == minted("men", of, begin, end, entity)
    relation, one, word, other = tiny.execute("SELECT id, from_claim_id, relation, to_claim_id FROM relations").fetchone()
    assert word == "contradicts" and relation == minted("rel", *sorted([one, other])[:1], word, *sorted([one, other])[1:])


def test_names_given_to_claims_get_the_prefix(tiny: sqlite3.Connection) -> None:
    assert add(tiny, "a second ferry", claim_id="ferry-two").claim_id == "clm-ferry-two"
    assert add(tiny, "a second ferry", "Other words", claim_id="clm-ferry-three").claim_id == "clm-ferry-three"


# ------------------------------------------------------------------------------------------------------- what is refused

REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    "a quote that is not there": ({"quote": "a third ferry"}, "quote", "did you mean"),
    "a quote that is there twice": ({"quote": "ferry"}, "quote", "prefix, suffix or within"),
    "a source that is not there": ({"source": "harbor-gazette"}, "source", "did you mean harbour-gazette"),
    "a source that is only cited": ({"source": "radio-one-broadcast"}, "source", "kb source add"),
    "no words": ({"text": " \n"}, "claim", "in a sentence that stands alone"),
    "no claim": ({"text": None}, "claim", "say what the words claim"),
    "a claim that is not there": ({"text": None, "claim_id": "ferry-to-small"}, "claim", "did you mean ferry-too-small"),
    "half a triple": ({"subject": "ferry"}, "subject, predicate, object", "or none of them"),
    "two objects": ({"subject": "ferry", "predicate": "carries", "object": "ferry", "object_text": "x"}, "object, object_text", "not both"),
    "an actor that is not there": ({"voices": (Voice("radio-two"),)}, "speaker", "radio-one (Radio One)"),
    "a thing that speaks": ({"voices": (Voice("ferry"),)}, "speaker", "actor"),
    "a predicate that is not there": ({"subject": "ferry", "predicate": "carrys", "object": "ferry"}, "predicate", "did you mean carries"),
    "an event that is not there": ({"event": "bridge-openin"}, "event", "bridge-opening"),
    "an actor as an event": ({"event": "radio-one"}, "event", "event"),
    "an unknown kind": ({"kind": "factul"}, "kind", "did you mean factual"),
    "an unknown stance": ({"author": Voice(stance="afirms")}, "stance", "did you mean affirms"),
    "an unknown act": ({"author": Voice(act="says")}, "act", ""),
    "an unknown status": ({"status": "done"}, "status", "recorded"),
    "a thirteenth month": ({"about": "2021-13"}, "about", "write it like 2021"),
    "an impossible day of saying": ({"author": Voice(said="2021-02-31")}, "said", "write it like 2021"),
    "a role without an event": ({"roles": ({"entity": "ferry", "role": "participant"},)}, "roles.event", "name"),
    "an unknown role": ({"event": "bridge-opening", "roles": ({"entity": "ferry", "role": "partcipant"},)}, "role", "participant"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.thorough
def test_what_is_refused_says_where_and_the_remedy_and_changes_nothing(tiny: sqlite3.Connection, case: str) -> None:
    wrong, where, remedy = REFUSED[case]
    before = totals(tiny)
    with pytest.raises(DataError) as refused:
        add(tiny, **({"quote": "a second ferry"} | wrong))
    assert refused.value.where == where
    assert remedy in refused.value.advice(shell)
    assert refused.value.what
    assert totals(tiny) == before


def test_several_facts_are_recorded_together_or_not_at_all(tiny: sqlite3.Connection) -> None:
    before = totals(tiny)
    with pytest.raises(DataError), runs.begin(tiny, "import", contributor="Ada") as run:
        facts.record(run, Fact(GAZETTE, "a second ferry", "Good"))
        facts.record(run, Fact(GAZETTE, "a third ferry", "Bad"))
    assert totals(tiny) == before


# ------------------------------------------------------------------------------------------------------------- places


def test_a_fact_may_say_where_its_words_stand_and_leave_them_out(tiny: sqlite3.Connection) -> None:
    text = tiny.execute("SELECT text FROM snapshots WHERE source_id = ?", (GAZETTE,)).fetchone()[0]
    start = text.rindex("ferry")  # the words stand there more than once: sought, they would be refused
    added = add(tiny, "", "It is about a ferry", at=(start, start + len("ferry")))
    assert (added.start, added.end, added.exact) == (start, start + 5, "ferry")
    assert add(tiny, "ferry", "It is about a ferry", at=(start, start + 5)).new_assertion is False


def test_words_at_a_place_may_be_written_a_little_differently(tiny: sqlite3.Connection) -> None:
    text = tiny.execute("SELECT text FROM snapshots WHERE source_id = ?", (GAZETTE,)).fetchone()[0]
    start = text.index("“at least 1,200 passengers”")
    added = add(tiny, '"at least 1,200 passengers"', at=(start, start + 27))
    assert added.exact == "“at least 1,200 passengers”"
    assert any("differently" in note for note in added.notes)


@pytest.mark.parametrize("at", [(-1, 4), (4, 4), (9, 4), (0, 10**9), (10**9, 10**9 + 1)])
def test_a_place_outside_the_text_is_refused(tiny: sqlite3.Connection, at: tuple[int, int]) -> None:
    before = totals(tiny)
    with pytest.raises(DataError, match="no stretch of words") as refused:
        add(tiny, "", at=at)
    assert refused.value.where == "quote"
    assert totals(tiny) == before


def test_other_words_than_those_at_the_place_are_refused(tiny: sqlite3.Connection) -> None:
    before = totals(tiny)
    with pytest.raises(DataError, match="does not say “a second ferry”"):
        add(tiny, "a second ferry", at=(0, 14))
    assert totals(tiny) == before
