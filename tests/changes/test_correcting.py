"""A correction is held to the rules of adding: what nobody could add, nobody can correct a row to."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import api
from kb.errors import DataError, KbError, actions
from kb.facts import Voice
from tests.whole import errors, rows

NUMBER, CLAIM, BULLETIN_NUMBER = "clm-company-passengers-april", "clm-ferry-too-small", "clm-company-passengers-april-bulletin"
ASSERTION = "SELECT id FROM assertions WHERE claim_id = 'clm-board-agrees-second-ferry' AND source_id = 'harbour-gazette'"
CAPTAINS = "SELECT id FROM assertions WHERE speaker_id = 'many-captains'"
RELATION, MENTION = "SELECT id FROM relations", "SELECT id FROM mentions WHERE entity_id = 'radio-one'"
SECTION, CITATION = "SELECT id FROM sections WHERE kind = 'dateline'", "SELECT id FROM citations"

# (row, or the SQL that finds it; what it is corrected to; where that is wrong; words that say so)
WRONG: dict[str, tuple[str, dict[str, str], str, str]] = {
    "a number that nobody printed": (NUMBER, {"quantity.verbatim": "nine zillion"}, "quantity.verbatim", "not in the sentence"),
    "a number printed in another sentence": (NUMBER, {"quantity.verbatim": "1958"}, "quantity.verbatim", "not in the sentence"),
    "a number that is none": (NUMBER, {"quantity.minimum": "1200 or so"}, "quantity.minimum", "not a number"),
    "a number without end": (NUMBER, {"quantity.minimum": "inf"}, "quantity.minimum", "not a number"),
    "bounds the wrong way round": (NUMBER, {"quantity.maximum": "3"}, "quantity.minimum, quantity.maximum", "above the maximum"),
    "no word for how to compare": (NUMBER, {"quantity.comparison": "most"}, "comparison", "not a word"),
    "no measure": (NUMBER, {"quantity.measure": ""}, "quantity.measure", "left empty"),
    "no number as printed": (NUMBER, {"quantity.verbatim": ""}, "quantity.verbatim", "left empty"),
    "no comparison": (NUMBER, {"quantity.comparison": ""}, "quantity.comparison", "left empty"),
    "a number of no day": (NUMBER, {"quantity.as_of": "May"}, "quantity.as_of", "EDTF"),
    "half a triple": (CLAIM, {"subject_id": ""}, "subject, predicate, object", "the triple is incomplete"),
    "two objects": (CLAIM, {"object_text": "a boat"}, "object, object_text", "two objects"),
    "an event that is none": (CLAIM, {"event_id": "ferry"}, "event", "is of kind thing"),
    "a time that is none": (CLAIM, {"about_time": "in May"}, "about", "EDTF"),
    "no kind of claim": (CLAIM, {"kind": ""}, "kind", "left empty"),
    "no words": (CLAIM, {"text": "  "}, "claim", "no words"),
    "a speaker that is a thing": (CAPTAINS, {"speaker_id": "ferry"}, "speaker", "is of kind thing"),
    "no speaker": (CAPTAINS, {"speaker_id": ""}, "speaker_id", "left empty"),
    "a work that is an actor": (CAPTAINS, {"work_id": "radio-one"}, "work", "is of kind actor"),
    "no stance": (CAPTAINS, {"stance": ""}, "stance", "left empty"),
    "said on no day": (CAPTAINS, {"said": "yesterday"}, "said", "EDTF"),
    "a cue from another sentence": (CAPTAINS, {"cue": "refused"}, "cue", "not in the sentence"),
    "a quote that leaves its cue behind": (ASSERTION, {"quote": "the ferry is too small"}, "cue", "not in the sentence"),
    "no quote": (ASSERTION, {"quote": ""}, "quote", "left empty"),
    "a quote that is nowhere": (ASSERTION, {"quote": "The harbour board has refused a third ferry"}, "quote", "not in the text"),
    "an actor without a name": ("radio-one", {"name": ""}, "name", "left empty"),
    "an actor without a kind": ("radio-one", {"kind": ""}, "kind", "left empty"),
    "part of itself": ("harbour-office", {"part_of_id": "harbour-office"}, "actors.part_of_id", "part of itself"),
    "a latitude past the pole": ("harbour", {"latitude": "91"}, "latitude", "is no latitude"),
    "a longitude past the date line": ("harbour", {"longitude": "-181"}, "longitude", "is no longitude"),
    "half a place": ("harbour", {"latitude": ""}, "latitude, longitude", "only one of the coordinates"),
    "an event without its date, but with its basis": ("bridge-opening", {"date": ""}, "date_basis", "of a date that is empty"),
    "no actuality": ("bridge-opening", {"actuality": ""}, "actuality", "left empty"),
    "an address that is none": ("harbour-gazette", {"url": "nowhere"}, "sources.url", "begins with http"),
    "a language that is none": ("harbour-gazette", {"language": "en glish"}, "sources.language", "BCP 47"),
    "a publisher that is a thing": ("harbour-gazette", {"publisher_id": "ferry"}, "publisher", "is of kind thing"),
    "no title": ("harbour-gazette", {"title": ""}, "title", "left empty"),
    "updated on no day": ("harbour-gazette", {"updated": "later"}, "updated", "EDTF"),
    "a predicate without a description": ("carries", {"description": ""}, "description", "left empty"),
    "a relation without its reason": (RELATION, {"rationale": ""}, "rationale", "left empty"),
    "a relation of a claim to itself": (RELATION, {"to_claim_id": BULLETIN_NUMBER}, "from, to", "cannot be related to itself"),
    "a relation to no claim": (RELATION, {"to_claim_id": "clm-nothing"}, "claim", "no claim has the id"),
    "a mention of nobody": (MENTION, {"entity_id": "nobody-known"}, "entity", "is called"),
    "a mention in no sense": (MENTION, {"sense": ""}, "sense", "left empty"),
    "a citation of an actor": (CITATION, {"cited_id": "radio-one"}, "cited", "is of kind actor"),
    "a citation in no words": (CITATION, {"cited_text": ""}, "cited_text", "left empty"),
    "a section in the voice of a thing": (SECTION, {"speaker_id": "ferry"}, "speaker", "is of kind thing"),
    "a contributor without a name": ("curators", {"name": ""}, "name", "left empty"),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.thorough
def test_what_could_not_be_added_is_refused_with_its_place_and_a_remedy(tiny_path: Path, name: str) -> None:
    found, new, where, words = WRONG[name]
    with api.open(tiny_path) as base:
        row = base.connection.execute(found).fetchone()[0] if found.startswith("SELECT") else found
        before = rows(base.connection)
        with pytest.raises(KbError) as refused:
            base.correct(row, "for the test", **new)
        assert words in refused.value.what
        assert (refused.value.where, bool(refused.value.remedy)) == (where, True)
        assert "constraint failed" not in str(refused.value)
        assert rows(base.connection) == before


def test_words_are_kept_as_adding_keeps_them(tiny_path: Path) -> None:
    """White space collapsed, characters composed, numbers as numbers, the printed number in the text's own characters."""
    with api.open(tiny_path) as base:
        base.correct(
            NUMBER, "for the test", text="  The  Cafe\u0301 Company carried\n1,200 ", **{"quantity.verbatim": "1,200\u00a0passengers"}
        )
        assert base.query("SELECT text FROM claims WHERE id = :id", id=NUMBER) == [{"text": "The Café Company carried 1,200"}]
        assert base.query("SELECT verbatim FROM quantities WHERE claim_id = :id", id=NUMBER) == [{"verbatim": "1,200 passengers"}]
        base.correct(NUMBER, "for the test", **{"quantity.value": "1e3", "quantity.unit": ""})
        assert base.query("SELECT value, unit FROM quantities WHERE claim_id = :id", id=NUMBER) == [{"value": 1000.0, "unit": None}]
        assert not errors(base.connection)


def test_a_cue_goes_with_its_quote_to_another_sentence_that_holds_it(tiny_path: Path) -> None:
    with api.open(tiny_path) as base:
        base.add_source("She said no. He said yes. They said never.", title="Said", source_id="said", authors=["radio-one"])
        added = base.add(source="said", quote="no", text="No was the answer", author=Voice(cue="said"))
        base.correct(added.assertion_id, "the other sentence", quote="yes")
        row = base.query("SELECT cue, cue_start_char FROM assertions WHERE id = :id", id=added.assertion_id)
        assert row == [{"cue": "said", "cue_start_char": "She said no. He said yes.".rindex("said")}]
        base.correct(added.assertion_id, "no cue", quote="never", cue="")
        assert base.query("SELECT cue FROM assertions WHERE id = :id", id=added.assertion_id) == [{"cue": None}]
        assert not errors(base.connection)


def test_a_correction_makes_no_second_row_that_says_the_same(tiny_path: Path) -> None:
    with api.open(tiny_path) as base:
        first = base.add(source="port-bulletin", quote="as everyone knows", text="Everyone knows it", voices=(Voice("radio-one"),))
        second = base.add(source="port-bulletin", quote="as everyone knows", text="Everyone knows it", voices=(Voice("many-captains"),))
        with pytest.raises(DataError, match=f"{first.assertion_id} says that already") as refused:
            base.correct(second.assertion_id, "the same", speaker_id="radio-one")
        assert refused.value.where == "speaker_id"
        mention = base.query("SELECT id, snapshot_id, start_char, end_char, exact FROM mentions WHERE entity_id = 'radio-one'")[0]
        base.connection.execute(
            "INSERT INTO mentions(id, snapshot_id, start_char, end_char, exact, entity_id, sense)"
            " VALUES ('men-other', :snapshot_id, :start_char, :end_char, :exact, 'many-captains', 'name')",
            mention,
        )
        with pytest.raises(DataError, match=f"{mention['id']} says that already"):
            base.correct("men-other", "the same", entity_id="radio-one")


def test_a_relation_that_means_the_same_the_other_way_round_is_no_second_one(tiny_path: Path) -> None:
    with api.open(tiny_path) as base:
        there, one, other = base.connection.execute("SELECT id, to_claim_id, from_claim_id FROM relations").fetchone()
        base.connection.execute(
            "INSERT INTO relations(id, from_claim_id, to_claim_id, relation, rationale, recorded_at) VALUES ('rel-x', ?, ?, 'supports', 'So.', ?)",
            (one, other, "2024-01-01T00:00:00Z"),
        )
        with pytest.raises(DataError, match=f"{there} says that already"):
            base.correct("rel-x", "the same", relation="contradicts")


def test_a_proposal_is_decided_on_not_corrected(tiny_path: Path) -> None:
    from tests.whole import PROPOSED

    with api.open(tiny_path) as base:
        base.connection.executescript(PROPOSED)
        with pytest.raises(KbError, match="cannot be corrected") as refused:
            base.correct("prp-words", "for the test", status="later")
        assert actions.list_proposals() in refused.value.actions


def test_the_number_of_a_claim_goes_with_the_last_quote_whose_sentence_prints_it(tiny_path: Path) -> None:
    with api.open(tiny_path) as base:
        other = base.add(source="port-bulletin", quote="as everyone knows", claim_id=BULLETIN_NUMBER)
        (printing,) = base.query(
            "SELECT id FROM assertions WHERE claim_id = :id AND id <> :other", id=BULLETIN_NUMBER, other=other.assertion_id
        )
        assert f"quantity of {BULLETIN_NUMBER}" in base.retract(printing["id"], "misread")
        assert not errors(base.connection)
        (run,) = base.query("SELECT id FROM runs WHERE kind = 'retract'")
        base.undo(run["id"], "read again")
        assert base.query("SELECT verbatim FROM quantities WHERE claim_id = :id", id=BULLETIN_NUMBER) == [{"verbatim": "900 passengers"}]
        assert not errors(base.connection)
