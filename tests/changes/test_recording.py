"""Entries that connect facts: recorded once, joined where they are there already, refused with a remedy where they contradict the base."""

from __future__ import annotations

from pathlib import Path

import pytest

import kb
from kb.errors import ConflictError, DataError, UsageError
from tests.harness.edits import BECAUSE, get
from tests.whole import done, one, rows, sound
from tests.whole import kb as command

AGREES = {"from": "ferry-too-small", "to": "captains-are-asked", "relation": "agrees", "rationale": "Both are about the ferry."}


def test_a_symmetric_relation_is_one_row_in_whichever_direction_it_is_said(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        first = base.record("relation", AGREES)
        again = base.record("relation", AGREES | {"from": AGREES["to"], "to": AGREES["from"], "rationale": "Another reason."})
    assert (first.new, again.new, again.ids) == (1, 0, first.ids)
    assert "rationale 'Both are about the ferry.', not 'Another reason.'; it was kept" in again.notes[0]
    sound(tiny_path)


def test_what_was_taken_back_stays_so_and_says_so(tiny_path: Path) -> None:
    relation = done("relate", "ferry-too-small", "agrees", "captains-are-asked", "--because", "x", db=tiny_path)
    done("retract", relation, *BECAUSE, db=tiny_path)
    said = command("relate", "ferry-too-small", "agrees", "captains-are-asked", "--because", "x", db=tiny_path)
    assert said.code == 0
    assert f"{relation} was taken back and stays so; correct it with: kb correct {relation} status=…" in said.err
    assert get(tiny_path, "SELECT status FROM relations WHERE id = ?", relation) == "retracted"
    done("correct", relation, "status=recorded", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT status FROM relations WHERE id = ?", relation) == "recorded"


@pytest.mark.parametrize(
    ("kind", "entry", "error", "words"),
    [
        ("relation", AGREES | {"rationale": ""}, DataError, "rationale is missing"),
        ("relation", AGREES | {"to": "ferry-too-small"}, DataError, "related to itself"),
        ("relation", AGREES | {"status": "reviewed"}, DataError, "somebody other than its author"),
        ("relation", AGREES | {"relation": "agree"}, DataError, "did you mean agrees"),
        ("relation", AGREES | {"rational": "x"}, DataError, "unknown key 'rational'"),
        ("relations", AGREES, UsageError, "did you mean relation"),
        ("affiliation", {"id": "one", "entity": "ferry", "whole": "ferry", "role": "member-of"}, DataError, "nothing belongs to itself"),
        ("mention", {"source": "port-bulletin", "text": "nowhere", "entity": "ferry", "sense": "name"}, DataError, "not in the text"),
        ("mention", {"text": "ferry", "entity": "ferry", "sense": "name"}, DataError, "source is missing"),
        ("citation", {"source": "port-bulletin", "quote": "not there", "cited_text": "x"}, DataError, "not in the text"),
        ("sentence", {"source": "port-bulletin", "quote": "1956. The Canal", "no_claim_reason": "x"}, DataError, "several sentences"),
        (
            "quantity",
            {"claim_id": "ferry-too-small", "comparison": "equal", "value": 7, "measure": "x", "verbatim": "7"},
            DataError,
            "is not in",
        ),
        ("role", {"claim_id": "ferry-too-small", "entity": "ferry", "role": "participant"}, DataError, "roles.event: is missing"),
        ("thing", {"id": "pier", "name": "the pier"}, DataError, "kind: is missing"),
        ("name", {"entity": "ferry", "name": "x", "kind": "nickname"}, DataError, "is not a word of names.kind"),
    ],
)
@pytest.mark.thorough
def test_what_is_wrong_is_refused_with_its_remedy_and_nothing_is_recorded(
    kind: str, entry: dict[str, object], error: type[Exception], words: str, tiny_path: Path
) -> None:
    before = rows(tiny_path)
    with kb.open(tiny_path) as base, pytest.raises(error) as refused:
        base.record(kind, entry)
    assert words in str(refused.value)
    assert rows(tiny_path) == before


def test_an_id_that_another_row_has_is_a_conflict(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        base.record("relation", AGREES | {"id": "one"})
        with pytest.raises(ConflictError, match="names another row of relations already"):
            base.record("relation", AGREES | {"id": "one", "relation": "contradicts"})


def test_several_entries_are_recorded_together_or_not_at_all(tiny_path: Path) -> None:
    before = rows(tiny_path)
    pier = ("thing", {"id": "pier", "name": "the pier", "kind": "place"})
    with kb.open(tiny_path) as base:
        with pytest.raises(DataError, match=r"name 2.*no actor, thing, event or source is called 'peer'"):
            base.record_all([pier, ("name", {"entity": "peer", "name": "jetty"})])
        assert rows(tiny_path) == before
        base.record_all([pier], dry_run=True)
        assert rows(tiny_path) == before
        base.record_all([pier, ("name", {"entity": "pier", "name": "jetty"})])
    assert get(tiny_path, "SELECT name FROM names WHERE entity_id = 'pier'") == "jetty"


def test_a_name_that_is_part_of_a_longer_one_is_no_mention_of_its_own(tiny_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "mentions.toml"
    file.write_text(
        'source = "port-bulletin"\n'
        '[[mention]]\ntext = "ferry"\nentity = "ferry"\nsense = "name"\n'
        '[[mention]]\ntext = "second ferry"\nentity = "second-ferry"\nsense = "name"\n',
        "utf-8",
    )
    done("import", file, db=tiny_path)
    with kb.open(tiny_path) as base:
        found = base.query(
            "SELECT mentions.exact, entity_id FROM mentions JOIN sources USING (snapshot_id) WHERE sources.id = 'port-bulletin' AND mentions.exact LIKE '%ferry' AND sense = 'name' ORDER BY start_char"
        )
    assert found == [{"exact": "second ferry", "entity_id": "second-ferry"}, {"exact": "ferry", "entity_id": "ferry"}]
    sound(tiny_path)


def test_a_fact_brings_its_roles_and_its_number_from_the_command(tiny_path: Path) -> None:
    done(
        *("add", "--source", "port-bulletin", "--quote", "in June 1956", "--claim", "The agreement was in June 1956"),
        *("--event", "second-ferry-decision", "--role", "harbour-board:participant", "--role", "bridge-opening=ferry:participant"),
        *("--quantity", "comparison=equal", "--quantity", "value=1956", "--quantity", "measure=the year", "--quantity", "verbatim=1956"),
        db=tiny_path,
    )
    with kb.open(tiny_path) as base:
        claim = base.query("SELECT id FROM claims WHERE text = 'The agreement was in June 1956'")[0]["id"]
        roles = base.query("SELECT event_id, entity_id FROM participations WHERE claim_id = :claim ORDER BY event_id", claim=claim)
        assert [tuple(role.values()) for role in roles] == [("bridge-opening", "ferry"), ("second-ferry-decision", "harbour-board")]
        assert base.query("SELECT value FROM quantities WHERE claim_id = :claim", claim=claim) == [{"value": 1956.0}]
    for wrong in (("--role", "harbour-board"), ("--quantity", "value"), ("--quantity", "valeu=1")):
        assert command("add", "--source", "x", "--quote", "y", "--claim", "z", *wrong, db=tiny_path).code == 2


def test_rows_without_an_id_are_named_by_their_key_shown_corrected_and_put_back(tiny_path: Path) -> None:
    name, number = "canal-company_The Company_alias", "clm-company-passengers-april_quantity"
    assert "The Company" in done("show", name, db=tiny_path)
    assert "passengers" in done("show", number, db=tiny_path)
    done("correct", name, "language=fr", *BECAUSE, db=tiny_path)
    assert "'en' -> 'fr'" in done("show", name, db=tiny_path)
    said = command("correct", name, "kind=abbreviation", *BECAUSE, db=tiny_path)
    assert (said.code, "would be another row" in said.err) == (2, True)
    run = done("retract", number, *BECAUSE, db=tiny_path)
    with kb.open(tiny_path) as base:
        assert one(base.connection, "SELECT count(*) FROM quantities WHERE claim_id = 'clm-company-passengers-april'") == 0
    done("undo", run, *BECAUSE, db=tiny_path)
    assert "passengers" in done("show", number, db=tiny_path)
    sound(tiny_path)


def test_a_predicate_that_a_claim_uses_is_not_taken_back(tiny_path: Path) -> None:
    said = command("retract", "carries", *BECAUSE, db=tiny_path)
    assert (said.code, "in claims.predicate_id" in said.err) == (1, True)
