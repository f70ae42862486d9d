"""Who and what is named in a fact: found by id or by name, offered when nearly right, or recorded with the fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.base import store
from kb.errors import DataError
from kb.names import senses
from kb.names.lookup import Lookup
from tests.harness.facts import chain, fact, held
from tests.whole import done, kb, rows

# --------------------------------------------------------------------------------------------------- who and what is named


def test_an_unknown_actor_offers_the_nearest_names_and_how_to_add_one(tiny_path: Path) -> None:
    before = rows(tiny_path)
    said = kb(*fact("--speaker", "harbor offise"), db=tiny_path)
    assert said.code == 1
    assert "harbour-office" in said.err
    assert "--new-actor" in said.err
    assert rows(tiny_path) == before


def test_a_new_actor_is_recorded_with_the_fact_and_in_its_run(tiny_path: Path) -> None:
    said = done(*fact("--new-actor", "captain-hale:person:Captain Hale", "--speaker", "captain-hale"), db=tiny_path)
    (actor,) = held(tiny_path, "SELECT * FROM actors WHERE id = 'captain-hale'")
    assert (actor["name"], actor["kind"]) == ("Captain Hale", "person")
    assert actor["run_id"] == chain(tiny_path, said)[-1]["run_id"]


def test_a_new_actor_goes_when_its_fact_is_refused(tiny_path: Path) -> None:
    before = rows(tiny_path)
    said = kb(
        *fact("--new-actor", "captain-hale:person:Captain Hale", "--speaker", "captain-hale", quote="No such words at all here"),
        db=tiny_path,
    )
    assert said.code == 1
    assert rows(tiny_path) == before


def test_a_new_thing_and_a_new_predicate_make_a_triple(tiny_path: Path) -> None:
    new = ("--new-thing", "bridge:project:the bridge", "--new-predicate", "opens-in:opens in")
    said = done(*fact(*new, "--subject", "bridge", "--predicate", "opens-in", "--object-text", "1958", "--about", "1958"), db=tiny_path)
    (claim,) = held(tiny_path, "SELECT claims.* FROM claims JOIN assertions ON claim_id = claims.id WHERE assertions.id = ?", said)
    assert (claim["subject_id"], claim["predicate_id"], claim["object_text"]) == ("bridge", "opens-in", "1958")
    assert (claim["about_earliest"], claim["about_latest"]) == ("1958-01-01", "1958-12-31")


def test_names_do_as_well_as_ids(tiny_path: Path) -> None:
    said = done(
        *fact("--subject", "the company", "--predicate", "CARRIES", "--object", "passengers", "--speaker", "Radio One"), db=tiny_path
    )
    (claim,) = held(tiny_path, "SELECT claims.* FROM claims JOIN assertions ON claim_id = claims.id WHERE assertions.id = ?", said)
    assert (claim["subject_id"], claim["predicate_id"], claim["object_id"]) == ("canal-company", "carries", "passengers")


def test_a_new_actor_that_is_there_under_another_name_is_refused(tiny_path: Path) -> None:
    said = kb(*fact("--new-actor", "radio-one:media:Radio Two"), db=tiny_path)
    assert said.code == 1
    assert "Radio One" in said.err


def test_a_new_entity_is_not_described_otherwise_than_it_is(tiny_path: Path) -> None:
    before = rows(tiny_path)
    assert kb("new", "actor", "radio-one", "Radio One", "--kind", "media", db=tiny_path).code == 0
    said = kb("new", "actor", "radio-one", "Radio One", "--kind", "person", db=tiny_path)
    assert said.code == 1
    assert "media" in said.err
    assert rows(tiny_path) == before


def test_every_part_of_a_new_event_is_kept(tiny_path: Path) -> None:
    options = ("--kind", "construction", "--actuality", "planned", "--date", "1957-03", "--place", "harbour", "--part-of", "bridge-opening")
    assert done("new", "event", "bridge-works", "works on the bridge", "--kind", "other", *options, db=tiny_path) == "bridge-works"
    (event,) = held(tiny_path, "SELECT * FROM events WHERE id = 'bridge-works'")
    assert (event["actuality"], event["date"], event["earliest"], event["latest"]) == ("planned", "1957-03", "1957-03-01", "1957-03-31")
    assert (event["place_id"], event["part_of_id"], event["date_basis"]) == ("harbour", "bridge-opening", "stated")


def test_a_name_that_also_stands_for_somebody_else_is_refused_with_both_and_what_each_is(tiny_path: Path) -> None:
    done("new", "thing", "harbour-town", "Harbour Town", "--kind", "place", db=tiny_path)
    done("name", "harbour-office", "Harbour Town", "--kind", "metonym", db=tiny_path)
    before = rows(tiny_path)
    said = kb(*fact("--subject", "Harbour Town", "--predicate", "harms", "--object", "ferry"), db=tiny_path)
    assert said.code == 1
    assert "names several" in said.err
    assert "harbour-town (Harbour Town, place)" in said.err and "harbour-office (" in said.err
    assert rows(tiny_path) == before
    done(*fact("--subject", "harbour-town", "--predicate", "harms", "--object", "ferry"), db=tiny_path)


def test_namesakes_are_refused_with_what_each_is(tiny_path: Path) -> None:
    done("new", "actor", "hale-one", "Captain Hale", "--kind", "person", db=tiny_path)
    done("new", "actor", "hale-crew", "Captain Hale", "--kind", "group", db=tiny_path)
    said = kb(*fact("--speaker", "captain hale"), db=tiny_path)
    assert said.code == 1
    assert "hale-one (Captain Hale, person)" in said.err and "hale-crew (Captain Hale, group)" in said.err


@pytest.mark.parametrize("character", ["\x08", "\x0c", "\x9f", "\ufffe", "\ufdd0", "\U0001ffff"])
@pytest.mark.thorough
def test_names_and_claims_refuse_characters_that_no_format_can_carry(character: str, tiny_path: Path) -> None:
    before = rows(tiny_path)
    for call in (
        ("new", "actor", "hale", f"Captain{character} Hale", "--kind", "person"),
        ("name", "harbour-office", f"The{character}Office"),
        ("new", "predicate", "drops", f"dr{character}ops"),
        fact(claim=f"The ferry{character} is small"),
    ):
        if character == "\x0c" and call[0] == "add":
            continue  # blanks of every sort become one blank in a claim
        said = kb(*call, db=tiny_path)
        assert said.code == 1, said
        assert f"U+{ord(character):04X}" in said.err and "write it without" in said.err
    assert rows(tiny_path) == before


def test_a_name_that_a_text_uses_for_another_is_ambiguous_too(tiny_path: Path) -> None:
    done("mention", "harbour-gazette", "Canal Company", "harbour-office", "--sense", "metonym", db=tiny_path)
    connection = store.connect(tiny_path)
    plan = connection.execute(f"EXPLAIN QUERY PLAN {senses.MEANT}", ("x",)).fetchall()
    assert any("mentions_as_metonyms" in row[3] for row in plan)
    with pytest.raises(
        DataError, match=r"names several: canal-company \(Canal Company, organization\), harbour-office \(Harbour Office, government\)"
    ):
        Lookup(connection).entity("canal company", "subject")
    assert Lookup(connection).entity("canal-company", "subject") == "canal-company"
    connection.close()
