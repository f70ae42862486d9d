"""What people did to the rows of the curated files outlives their being read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading import ACTORS, BULLETIN, CLAIMS, SOURCE, Desk, write_as


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    """The invented source, read once, with its files to edit."""
    return Desk.at(tmp_path, tiny_path)


# ------------------------------------------------------------------------------------------ what people did since


def test_a_person_s_correction_outlives_reading_the_same_files_again(desk: Desk) -> None:
    desk.kb_well("correct", "clm-captains-are-asked", "kind=factual", "--reason", "wrong")
    desk.kb_well("correct", "radio-one", "name=Radio 1", "description=A station", "--reason", "wrong")
    desk.kb_well("correct", desk.one("SELECT id FROM relations"), "rationale=Both count.", "--reason", "wrong")
    write_as(desk.db, "correct", "UPDATE names SET language = 'de' WHERE entity_id = 'canal-company'")
    write_as(desk.db, "correct", "UPDATE sources SET title = 'Other' WHERE id = 'radio-one-broadcast'")
    write_as(desk.db, "correct", "UPDATE sentences SET no_claim_reason = 'Empty.' WHERE position = 2")
    before = desk.state()
    assert "nothing new" in desk.read_well()
    assert desk.state() == before


def test_a_correction_and_a_changed_entry_meet_in_a_conflict_until_they_agree(desk: Desk) -> None:
    desk.kb_well("correct", "clm-captains-are-asked", "kind=factual", "--reason", "wrong")
    desk.edit(CLAIMS, 'kind = "question"', 'kind = "norm"')
    for _ in range(2):
        result = desk.read()
        assert result.exit_code == 1
        assert "'norm'" in result.stderr and "'factual'" in result.stderr and "clm-captains-are-asked" in result.stderr
        assert desk.one("SELECT kind FROM claims WHERE id = 'clm-captains-are-asked'") == "factual"
    assert desk.read("--check").exit_code == 1
    desk.edit(CLAIMS, 'kind = "norm"', 'kind = "factual"')
    desk.read_well()
    assert "nothing new" in desk.read_well()
    desk.edit(CLAIMS, 'kind = "factual"', 'kind = "norm"')  # nobody changed the row since: the file's word counts again
    desk.read_well()
    assert desk.one("SELECT kind FROM claims WHERE id = 'clm-captains-are-asked'") == "norm"


OPEN = "SELECT count(*) FROM conflicts WHERE status = 'open'"


@pytest.mark.thorough
def test_a_conflict_with_a_file_is_kept_once_with_both_values_and_settled_when_they_agree(desk: Desk) -> None:
    desk.kb_well("correct", "clm-captains-are-asked", "kind=factual", "--by", "Ada", "--reason", "wrong")
    desk.edit(CLAIMS, 'kind = "question"', 'kind = "norm"')
    assert [desk.read().exit_code for _ in range(2)] == [1, 1]
    assert desk.one(OPEN) == 1
    both = "SELECT group_concat(table_name || row_id || ours || theirs || our_contributor_id || whose) FROM conflicts"
    assert desk.one(both) == 'claimsclm-captains-are-asked{"kind": "factual"}{"kind": "norm"}contributor-adacurators'
    desk.edit(CLAIMS, 'kind = "norm"', 'kind = "factual"')
    desk.read_well()
    assert desk.one(OPEN) == 0


@pytest.mark.parametrize(("choice", "kind"), [("ours", "factual"), ("theirs", "norm")])
@pytest.mark.thorough
def test_a_conflict_with_a_file_that_a_person_settled_is_reported_no_more(choice: str, kind: str, desk: Desk) -> None:
    desk.kb_well("correct", "clm-captains-are-asked", "kind=factual", "--reason", "wrong")
    desk.edit(CLAIMS, 'kind = "question"', 'kind = "norm"')
    assert desk.read().exit_code == 1
    desk.kb_well("conflicts", "settle", desk.one("SELECT id FROM conflicts"), choice, "--reason", "asked Ada")
    desk.read_well()
    assert "nothing new" in desk.read_well()
    assert desk.one("SELECT kind FROM claims WHERE id = 'clm-captains-are-asked'") == kind


def test_a_conflict_keeps_only_its_own_row(desk: Desk) -> None:
    desk.kb_well("correct", "clm-captains-are-asked", "kind=factual", "--reason", "wrong")
    desk.edit(CLAIMS, 'kind = "question"\nact = "asks"', 'kind = "norm"\nact = "suggests"')
    desk.edit(ACTORS, 'name = "Radio One"', 'name = "Radio 1"')
    assert desk.read().exit_code == 1
    assert desk.one("SELECT act FROM assertions WHERE claim_id = 'clm-captains-are-asked'") == "suggests"
    assert desk.one("SELECT name FROM actors WHERE id = 'radio-one'") == "Radio 1"


def test_a_change_to_one_row_of_an_entry_is_no_conflict_with_a_correction_of_another(desk: Desk) -> None:
    desk.kb_well("correct", "clm-captains-are-asked", "kind=factual", "--reason", "wrong")
    desk.edit(CLAIMS, 'act = "asks"', 'act = "suggests"')
    desk.kb_well("correct", "canal-company", "description=A firm", "--reason", "wrong")
    desk.edit(ACTORS, 'name = "The Company"', 'name = "The Firm"')
    write_as(desk.db, "correct", "UPDATE sentences SET no_claim_reason = 'Empty.' WHERE position = 2")
    desk.append(SOURCE, '[[sentence]]\nquote = "Why does nobody ask"\nno_claim_reason = "It only asks."\n')
    desk.read_well()
    assert desk.one("SELECT kind FROM claims WHERE id = 'clm-captains-are-asked'") == "factual"
    assert desk.one("SELECT act FROM assertions WHERE claim_id = 'clm-captains-are-asked'") == "suggests"
    assert desk.one("SELECT description FROM actors WHERE id = 'canal-company'") == "A firm"
    assert (
        desk.one(
            "SELECT no_claim_reason FROM sentences WHERE position = 2 AND section_id IN (SELECT id FROM sections WHERE kind = 'dateline')"
        )
        == "Empty."
    )
    assert "nothing new" in desk.read_well()


def test_an_entry_that_a_person_corrected_and_the_file_drops_stays_whole(desk: Desk) -> None:
    write_as(desk.db, "correct", "UPDATE assertions SET certainty = 'possible' WHERE claim_id = 'clm-bridge-opens-1958' AND level = 2")
    desk.without(CLAIMS, "bridge-opens-1958")
    assert "a person changed what it said; its rows were kept" in desk.read_well()
    assert desk.rows("SELECT DISTINCT status FROM assertions WHERE claim_id = 'clm-bridge-opens-1958'") == [("recorded",)]
    assert not desk.faults()


def test_whom_a_person_added_to_a_chain_keeps_the_chain_when_the_file_drops_it(desk: Desk) -> None:
    desk.kb_well(
        "add", "--source", "harbour-gazette", "--quote", "the ferry is too small", "--claim-id", "ferry-too-small", "--speaker", "radio-one"
    )
    desk.without(f"{BULLETIN}/claims.toml", 'claim_id = "ferry-too-small"')
    desk.without(CLAIMS, 'id = "ferry-too-small"')
    desk.read_well()
    left = "SELECT speaker_id FROM assertions WHERE claim_id = 'clm-ferry-too-small' AND status = 'recorded' ORDER BY level"
    assert desk.rows(left) == [("harbour-gazette-paper",), ("radio-one",)]
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-ferry-too-small'") == "recorded"
    assert not desk.faults()


def test_a_person_s_own_row_is_joined_and_kept(desk: Desk) -> None:
    desk.kb_well("new", "actor", "ferryman", "The ferryman", "--kind", "person", "--description", "Ada's words")
    entry = '[[actor]]\nid = "ferryman"\nname = "{}"\nkind = "person"\ndescription = "the file\'s words"\n'
    desk.append(ACTORS, entry.format("The ferryman"))
    told = desk.read_well()
    assert "joined ferryman" in told and "description" in told
    assert desk.one("SELECT description FROM actors WHERE id = 'ferryman'") == "Ada's words"
    desk.edit(ACTORS, "the file's words", "other words")
    assert desk.read().exit_code == 1
    desk.without(ACTORS, 'id = "ferryman"')
    desk.read()
    assert desk.one("SELECT description FROM actors WHERE id = 'ferryman'") == "Ada's words"


def test_a_person_s_own_fact_is_joined_and_outlives_its_entry(desk: Desk) -> None:
    desk.kb_well(
        "add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim", "Everyone knows that the ferry is too small"
    )
    fact = '[[claim]]\nquote = "as everyone knows"\ntext = "Everyone knows that the ferry is too small"\n'
    desk.append(f"{BULLETIN}/claims.toml", fact)
    desk.read_well()
    claim = "FROM claims WHERE text LIKE 'Everyone knows%'"
    assert desk.one(f"SELECT count(*) {claim}") == 1
    assert desk.one(f"SELECT count(*) FROM assertions WHERE claim_id = (SELECT id {claim})") == 1
    desk.without(f"{BULLETIN}/claims.toml", "Everyone knows")
    desk.read_well()
    assert desk.one(f"SELECT status {claim}") == "recorded"


def test_rows_that_people_merged_stay_merged(desk: Desk) -> None:
    desk.kb_well(
        "add",
        "--source",
        "port-bulletin",
        "--quote",
        "900 passengers",
        "--claim",
        "The company carried 900 in April 1956",
        "--claim-id",
        "nine-hundred",
    )
    desk.kb_well("merge", "clm-company-passengers-april-bulletin", "clm-nine-hundred", "--reason", "the same")
    desk.kb_well("merge", "harbour-board", "harbour-office", "--reason", "the same body")
    desk.kb_well("merge", "canal-company", "many-captains", "--despite-evidence", "--reason", "the same people")
    before = desk.state()
    assert "nothing new" in desk.read_well()
    assert desk.state() == before


def test_a_row_changed_while_origins_were_forgotten_is_kept(desk: Desk) -> None:
    """An upgrade of an old base forgets origins; what people changed meanwhile is still theirs."""
    desk.kb_well("correct", "clm-captains-are-asked", "kind=factual", "--reason", "wrong")
    write_as(desk.db, "upgrade", "DELETE FROM origins")
    assert "says otherwise in kind" in desk.read_well()
    assert desk.one("SELECT kind FROM claims WHERE id = 'clm-captains-are-asked'") == "factual"
