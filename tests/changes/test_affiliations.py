"""Who belongs to what: read from files, imported, corrected, taken back, undone, and moved when two rows become one."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from kb.base import ids
from tests.harness.edits import BECAUSE, get, refused
from tests.harness.runs import last_run
from tests.reading import Desk
from tests.whole import done, errors, rows, sound

AFFILIATIONS = "affiliations.toml"
COUNT = "SELECT count(*) FROM affiliations"


def minted(entity: str, whole: str, role: str, claim: str | None = None, start: str | None = None, end: str | None = None) -> str:
    return ids.mint("aff", entity, whole, role, claim, start, end)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The tiny files, read into a base of their own."""
    made = Desk.at(tmp_path, tmp_path / "tiny.db")
    made.read_well()
    return made


def entry(entity: str = "radio-one", whole: str = "harbour-office", role: str = "media-of", **more: str) -> str:
    given = {"entity": entity, "whole": whole, "role": role, **more}
    return "[[affiliation]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in given.items())


def imported(path: Path, text: str) -> str:
    file = path.with_name("facts.toml")
    file.write_text(text, "utf-8")
    return done("import", file, db=path)


# ------------------------------------------------------------------------------------------------------- curated files


def test_the_files_give_rows_with_minted_ids_once(desk: Desk) -> None:
    claim = "clm-company-passengers-april"
    assert desk.rows("SELECT id, entity_id, whole_id, role, claim_id, start_date, end_date FROM affiliations ORDER BY role") == [
        (minted("harbour-board", "harbour", "affiliated-with", end="1958"), "harbour-board", "harbour", "affiliated-with", None, None, "1958"),
        (minted("canal-company", "harbour-office", "member-of"), "canal-company", "harbour-office", "member-of", None, None, None),
        (minted("canal-company", "ferry", "party-to", claim, "1956-04"), "canal-company", "ferry", "party-to", claim, "1956-04", None),
    ]  # fmt: skip
    assert "nothing new" in desk.read_well()


def test_an_entry_that_is_gone_takes_its_row_along_and_one_that_is_worded_otherwise_is_another(desk: Desk) -> None:
    desk.without(AFFILIATIONS, "member-of")
    desk.edit(AFFILIATIONS, 'end_date = "1958"', 'end_date = "1959"')
    desk.read_well()
    assert desk.rows("SELECT role, end_date FROM affiliations ORDER BY role") == [("affiliated-with", "1959"), ("party-to", None)]
    assert desk.faults() == []


def test_what_a_person_took_back_stays_so_while_the_file_says_the_same(desk: Desk) -> None:
    row = minted("canal-company", "harbour-office", "member-of")
    desk.kb_well("retract", row, "--reason", "no member")
    assert "nothing new" in desk.read_well()
    assert desk.one(COUNT) == 2


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (entry(whole="radio-one"), "nothing belongs to itself"),
        (entry(role="friend-of"), "is not a word of affiliations.role"),
        (entry(whole="nowhere"), "nowhere"),
        (entry(claim_id="no-such-claim"), "no-such-claim"),
        (entry(start_date="last year"), "not an EDTF date"),
        (entry() + entry(), "says the same as an entry before it"),
        ('[[affiliation]]\nentity = "radio-one"\nrole = "media-of"\n', "whole is missing"),
        (entry(since="1950"), "unknown key 'since'"),
    ],
)
@pytest.mark.thorough
def test_a_wrong_entry_is_told_with_its_place_and_nothing_is_recorded(desk: Desk, words: str, what: str) -> None:
    desk.append(AFFILIATIONS, words)
    before = desk.state()
    result = desk.read()
    assert result.exit_code == 1
    assert what in result.output and "tiny/affiliations.toml, [[affiliation]]" in result.output
    assert desk.state() == before


# ----------------------------------------------------------------------------------------------------- people's changes


def test_an_import_adds_each_once(tiny_path: Path) -> None:
    assert "1 new affiliations" in imported(tiny_path, entry() + entry(entity="canal-company", role="member-of"))
    assert "affiliation" not in imported(tiny_path, entry())
    shown = json.loads(done("show", "radio-one", "--json", db=tiny_path))
    assert [(row["role"], row["whole_id"]) for row in shown["belongs to"]] == [("media-of", "harbour-office")]
    shown = json.loads(done("show", "clm-company-passengers-april", "--json", db=tiny_path))
    assert [(row["entity_id"], row["whole_id"]) for row in shown["affiliations"]] == [("canal-company", "ferry")]
    sound(tiny_path)


def test_a_correction_keeps_the_id_and_what_was_before(tiny_path: Path) -> None:
    row = minted("harbour-board", "harbour", "affiliated-with", end="1958")
    done("correct", row, "role=party-to", "end_date=1960~", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT role, end_date FROM affiliations WHERE id = ?", row) == ("party-to", "1960~")
    assert "'affiliated-with' -> 'party-to'" in done("show", row, db=tiny_path)
    assert "is not a word of" in refused(tiny_path, "correct", row, "role=friend-of", *BECAUSE)
    assert "says that already" in refused(
        tiny_path, "correct", row, "entity_id=canal-company", "whole_id=harbour-office", "role=member-of", "end_date=", *BECAUSE
    )
    sound(tiny_path)


def test_what_is_taken_back_goes_and_stays_readable_and_undoing_puts_it_back(tiny_path: Path) -> None:
    row = minted("canal-company", "harbour-office", "member-of")
    before = rows(tiny_path)["affiliations"]
    done("retract", row, *BECAUSE, db=tiny_path)
    assert get(tiny_path, COUNT) == 2
    assert "removed" in done("show", row, db=tiny_path)
    done("undo", last_run(tiny_path), *BECAUSE, db=tiny_path)
    assert [found[:-1] for found in rows(tiny_path)["affiliations"]] == [found[:-1] for found in before]
    sound(tiny_path)


def test_undoing_an_import_takes_its_rows_back(tiny_path: Path) -> None:
    imported(tiny_path, entry())
    done("undo", last_run(tiny_path), *BECAUSE, db=tiny_path)
    assert get(tiny_path, COUNT) == 3
    sound(tiny_path)


def test_a_merge_moves_what_belongs_and_leaves_nothing_twice_or_with_itself(tiny_path: Path) -> None:
    imported(tiny_path, entry("harbour-board", "harbour-office", "official-of") + entry("radio-one", "harbour-board") + entry("radio-one"))
    done("merge", "harbour-board", "harbour-office", *BECAUSE, db=tiny_path)
    assert sorted(row[1:4] for row in rows(tiny_path)["affiliations"]) == [
        ("canal-company", "ferry", "party-to"),
        ("canal-company", "harbour-office", "member-of"),
        ("harbour-office", "harbour", "affiliated-with"),
        ("radio-one", "harbour-office", "media-of"),
    ]
    sound(tiny_path)
    done("undo", last_run(tiny_path), *BECAUSE, db=tiny_path)
    assert get(tiny_path, COUNT) == 6
    sound(tiny_path)


def test_merging_claims_moves_what_rests_on_the_one(tiny_path: Path) -> None:
    done("merge", "clm-company-passengers-april", "clm-ferry-too-small", "--despite-evidence", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT claim_id FROM affiliations WHERE role = 'party-to'") == "clm-ferry-too-small"
    sound(tiny_path)


def test_an_entity_that_something_belongs_to_is_in_use(tiny_path: Path) -> None:
    done("new", "actor", "night-watch", "Night Watch", "--kind", "person", db=tiny_path)
    imported(tiny_path, entry("radio-one", "night-watch"))
    assert "affiliations.whole_id" in refused(tiny_path, "retract", "night-watch", *BECAUSE)
    done("retract", minted("radio-one", "night-watch", "media-of"), *BECAUSE, db=tiny_path)
    done("retract", "night-watch", *BECAUSE, db=tiny_path)
    sound(tiny_path)


def test_check_finds_an_affiliation_with_what_is_gone(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("UPDATE entities SET status = 'retracted' WHERE id = 'harbour'")
    connection.commit()
    row = minted("harbour-board", "harbour", "affiliated-with", end="1958")
    assert [found for found in errors(connection) if row in found]
    connection.close()


@pytest.mark.thorough
def test_what_another_base_says_too_is_no_second_row(tiny_path: Path, tmp_path: Path) -> None:
    """Under another id: there it was corrected until it said the same."""
    imported(tiny_path, entry())
    folder = tmp_path / "dump"
    done("dump", folder, db=tiny_path)
    listing = folder / "affiliations.jsonl"
    listing.write_text(listing.read_text("utf-8").replace(minted("radio-one", "harbour-office", "media-of"), "aff-of-theirs"), "utf-8")
    assert get(tiny_path, COUNT) == 4
    done("load", folder, db=tiny_path)
    assert get(tiny_path, COUNT) == 4
    sound(tiny_path)


@pytest.mark.thorough
def test_a_dump_of_an_older_version_lacks_what_came_later(tiny_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    done("dump", folder, db=tiny_path)
    (folder / "affiliations.jsonl").unlink()
    assert "a file of the dump is missing" in refused(tmp_path / "tiny.db", "load", folder)
    (folder / "base.json").write_text('{"schema": 4}\n', "utf-8")
    vocabulary = (folder / "vocabulary.jsonl").read_text("utf-8").splitlines(keepends=True)
    (folder / "vocabulary.jsonl").write_text("".join(line for line in vocabulary if "affiliations.role" not in line), "utf-8")
    done("load", folder, db=tmp_path / "older.db")
    assert get(tmp_path / "older.db", COUNT) == 0
    imported(tmp_path / "older.db", entry())
    sound(tmp_path / "older.db")
