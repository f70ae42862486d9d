"""Entries that the curated files no longer hold: what is taken back, and what stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.harness.again import same_as_fresh
from tests.reading import ACTORS, BULLETIN, CLAIMS, RELATIONS, Desk, contents


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    """The invented source, read once, with its files to edit."""
    return Desk.at(tmp_path, tiny_path)


# ----------------------------------------------------------------------------------------------------- entries that go


@pytest.mark.thorough
def test_a_claim_that_is_gone_is_retracted_with_its_assertions_and_the_reason(desk: Desk) -> None:
    taken = desk.without(CLAIMS, "bridge-opens-1958")
    dated = 'date = "1958"\ndate_basis = "stated"\n'  # the event's date rests on that claim, and goes with it
    desk.edit("events.toml", dated, "")
    desk.read_well()
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-bridge-opens-1958'") == "retracted"
    assert desk.rows("SELECT DISTINCT status FROM assertions WHERE claim_id = 'clm-bridge-opens-1958'") == [("retracted",)]
    reasons = "SELECT DISTINCT revisions.reason, runs.kind FROM revisions JOIN runs ON runs.id = run_id WHERE table_name IN ('claims', 'assertions')"
    assert desk.rows(reasons) == [(f"no longer in tiny/{CLAIMS}", "ingest")]
    assert not desk.faults()

    desk.append(CLAIMS, taken)
    desk.edit("events.toml", 'actuality = "predicted"\n', f'actuality = "predicted"\n{dated}')
    desk.read_well()
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-bridge-opens-1958'") == "recorded"
    assert desk.rows("SELECT DISTINCT status FROM assertions WHERE claim_id = 'clm-bridge-opens-1958'") == [("recorded",)]
    same_as_fresh(desk)


def test_a_claim_that_a_person_retracted_stays_so_when_the_file_says_it_again(desk: Desk) -> None:
    desk.kb_well("retract", "clm-captains-are-asked", "--reason", "nobody says that")
    taken = desk.without(CLAIMS, "captains-are-asked")
    desk.read_well()
    desk.append(CLAIMS, taken)
    assert "retracted by a person and stays so" in desk.read_well(retracted=True)
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-captains-are-asked'") == "retracted"
    assert desk.one("SELECT status FROM assertions WHERE claim_id = 'clm-captains-are-asked'") == "retracted"
    assert not desk.faults()
    assert "nothing new" in desk.read_well(retracted=True)


def test_what_another_file_says_of_a_claim_a_person_retracted_is_recorded_as_retracted(desk: Desk) -> None:
    desk.kb_well("retract", "clm-captains-are-asked", "--reason", "nobody says that")
    desk.append(f"{BULLETIN}/claims.toml", '[[assertion]]\nclaim_id = "captains-are-asked"\nquote = "as everyone knows"\n')
    assert "was retracted by a person and stays so" in desk.read_well(retracted=True)
    assert desk.rows("SELECT DISTINCT status FROM assertions WHERE claim_id = 'clm-captains-are-asked'") == [("retracted",)]
    assert not desk.faults()
    assert "nothing new" in desk.read_well(retracted=True)


@pytest.mark.thorough
def test_a_quantity_a_name_and_an_identifier_that_are_gone_leave_a_revision(desk: Desk) -> None:
    desk.edit(
        CLAIMS,
        'quantity = { comparison = "change", value = -50, unit = "percent", measure = "passengers of the ferry, against before the bridge", verbatim = "half" }\n',
        "",
    )
    desk.edit(ACTORS, 'identifiers = [{ scheme = "lei", value = "00000000000000000001" }]', "")
    desk.edit(ACTORS, '{ name = "The Company", kind = "alias", language = "en" }, ', "")
    desk.read_well()
    gone = desk.rows("SELECT table_name FROM revisions WHERE operation = 'delete' ORDER BY 1")
    assert gone == [("identifiers",), ("names",), ("quantities",)]
    same_as_fresh(desk)


def test_an_entry_that_another_file_makes_too_stays_until_both_are_gone(desk: Desk) -> None:
    twice = '[[claim]]\nquote = "{}"\ntext = "There is a second ferry"\nsubject = "second-ferry"\npredicate = "has-quality"\nobject_text = "there"\n'
    desk.append(CLAIMS, twice.format("a second ferry"))
    desk.append(f"{BULLETIN}/claims.toml", twice.format("to a second ferry"))
    desk.read_well()
    claim = desk.one("SELECT id FROM claims WHERE text = 'There is a second ferry'")
    desk.without(CLAIMS, "There is a second ferry")
    desk.read_well()
    assert desk.one("SELECT status FROM claims WHERE id = ?", claim) == "recorded"
    assert desk.rows("SELECT source_id, status FROM assertions WHERE claim_id = ? ORDER BY 1", claim) == [
        ("harbour-gazette", "retracted"),
        ("port-bulletin", "recorded"),
    ]
    desk.without(f"{BULLETIN}/claims.toml", "There is a second ferry")
    desk.read_well()
    assert desk.one("SELECT status FROM claims WHERE id = ?", claim) == "retracted"


def test_an_actor_that_is_gone_but_in_use_stays_with_a_note(desk: Desk) -> None:
    desk.without(ACTORS, 'id = "many-captains"')
    told = desk.read_well()
    assert "many-captains stays" in told and "speaker_id" in told
    assert desk.one("SELECT count(*) FROM actors WHERE id = 'many-captains'") == 1
    assert "nothing new" in desk.read_well()


def test_an_actor_that_is_gone_and_out_of_use_leaves_a_revision(desk: Desk) -> None:
    desk.append(ACTORS, '[[actor]]\nid = "nobody"\nname = "Nobody"\nkind = "person"\n')
    desk.read_well()
    desk.without(ACTORS, 'id = "nobody"')
    desk.read_well()
    assert not desk.rows("SELECT 1 FROM entities WHERE id = 'nobody'")
    assert desk.one("SELECT operation FROM revisions WHERE table_name = 'actors'") == "delete"


def test_a_source_folder_that_is_gone_takes_its_claims_back_and_leaves_its_text(desk: Desk) -> None:
    desk.without(RELATIONS, "company-passengers-april-bulletin")
    text = desk.one("SELECT text FROM snapshots WHERE source_id = 'port-bulletin'")
    parts = desk.rows("SELECT id FROM sentences") + desk.rows("SELECT id FROM sections")
    shutil.rmtree(desk.folder / BULLETIN)
    told = desk.read_well()
    assert "port-bulletin stays" in told
    assert not desk.rows("SELECT 1 FROM assertions WHERE source_id = 'port-bulletin' AND status <> 'retracted'")
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-company-passengers-april-bulletin'") == "retracted"
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-ferry-too-small'") == "recorded"  # the other paper says it still
    assert desk.one("SELECT text FROM snapshots WHERE source_id = 'port-bulletin'") == text
    assert desk.rows("SELECT id FROM sentences") + desk.rows("SELECT id FROM sections") == parts
    assert desk.one("SELECT count(*) FROM source_authors WHERE source_id = 'port-bulletin'") == 0
    assert not desk.faults()
    assert "nothing new" in desk.read_well()


def test_another_folder_may_be_read_into_the_same_base(desk: Desk, tmp_path: Path) -> None:
    before = contents(desk.db)
    other = tmp_path / "mine"
    other.mkdir()
    (other / "actors.toml").write_text('[[actor]]\nid = "ada"\nname = "Ada Byron"\nkind = "person"\n', "utf-8")
    Desk(other, desk.db).read_well()
    after = contents(desk.db)
    assert [name for name in before if before[name] != after[name]] == ["actors"]
    assert "nothing new" in desk.read_well()
    assert desk.one("SELECT name FROM actors WHERE id = 'ada'") == "Ada Byron"
