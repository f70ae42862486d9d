"""What files that read well would leave wrong in the base is told in the same run, and nothing is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading import CLAIMS, TINY, Desk

EVENTS = "events.toml"
DATED, STATED = "an event's date that no claim of that event carries", 'event = "bridge-opening"\nabout = "1958"\n'


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    """The invented source, read once, with its files to edit."""
    return Desk.at(tmp_path, tiny_path)


def refused(desk: Desk, *options: str) -> str:
    """Read files that leave a fault; the base stays as it was. Returns what is printed."""
    before = desk.state()
    result = desk.read(*options)
    assert result.exit_code == 1
    assert "nothing was recorded" in result.output
    assert desk.state() == before and not desk.faults()
    return result.output


@pytest.mark.thorough
def test_an_event_whose_date_loses_its_claim_is_told_with_its_file_and_the_remedy(desk: Desk) -> None:
    taken = desk.without(CLAIMS, "bridge-opens-1958")
    told = refused(desk)
    assert f"tiny/{EVENTS}, [[event]] 1 (bridge-opening): {DATED} (1958 (stated))" in told
    assert "add a claim with that event and time, or take the date out" in told
    assert DATED in refused(desk, "--check")
    desk.append(CLAIMS, taken)
    assert "nothing new" in desk.read_well()


# What a file may change so that something else in the files rests on nothing: (file, words, other words, what is told, of which row).
SIBLINGS = {
    "the claim keeps its event and loses its time": (CLAIMS, STATED, STATED.replace('about = "1958"\n', ""), DATED, "bridge-opening"),
    "the claim is about another time": (CLAIMS, STATED, STATED.replace("1958", "1961"), DATED, "bridge-opening"),
    "the event gets another date": (EVENTS, 'date = "1958"', 'date = "1960"', DATED, "bridge-opening"),
    "the event gets a place that no claim names": (EVENTS, 'date = "1958"', 'date = "1958"\nplace = "old-harbour"', "an event's place", "bridge-opening"),
    "the claim tells of no event": (CLAIMS, 'event = "second-ferry-decision"\nroles = [{ entity = "harbour-board", role = "participant" }]\n', "", "an event that no claim tells of", "second-ferry-decision"),
}  # fmt: skip


@pytest.mark.parametrize("case", SIBLINGS)
@pytest.mark.thorough
def test_whatever_would_rest_on_nothing_is_told(desk: Desk, case: str) -> None:
    file, old, new, what, row = SIBLINGS[case]
    desk.append("things.toml", '[[thing]]\nid = "old-harbour"\nname = "Old Harbour"\nkind = "place"\n')
    desk.edit(file, old, new)
    told = refused(desk)
    assert f"tiny/{EVENTS}, [[event]] " in told and f"({row})" in told and what in told and "remedy:" in told


def test_an_event_that_is_only_denied_and_filed_as_occurred_is_told(desk: Desk) -> None:
    desk.append(EVENTS, '[[event]]\nid = "last-crossing"\nname = "the last crossing"\nkind = "change"\nactuality = "occurred"\n')
    desk.edit(CLAIMS, 'object = "stopped"\n', 'object = "stopped"\nevent = "last-crossing"\n')
    told = refused(desk)
    assert f"tiny/{EVENTS}, [[event]] 3 (last-crossing): an event filed as occurred that no claim of it affirms" in told
    desk.edit(EVENTS, 'actuality = "occurred"', 'actuality = "did-not-happen"')
    desk.read_well()


def test_all_that_is_left_wrong_is_told_at_once(desk: Desk) -> None:
    desk.without(CLAIMS, "bridge-opens-1958")
    desk.edit(CLAIMS, *SIBLINGS["the claim tells of no event"][1:3])
    assert "2 mistakes in the files" in refused(desk)


def test_a_new_base_is_not_made_of_files_that_leave_a_fault(tmp_path: Path) -> None:
    desk = Desk.at(tmp_path, tmp_path / "new.db")
    assert desk.folder.name == TINY.name
    desk.without(CLAIMS, "bridge-opens-1958")
    result = desk.read()
    assert result.exit_code == 1 and DATED in result.output
    assert not desk.db.exists()


def test_what_a_person_left_wrong_keeps_nobody_from_reading_files(desk: Desk) -> None:
    desk.kb_well("retract", "clm-bridge-opens-1958", "--reason", "misread")
    (fault,) = desk.faults()
    assert DATED in fault
    assert "nothing new" in desk.read_well(retracted=True)
    desk.edit("actors.toml", 'name = "Radio One"', 'name = "Radio Number One"')
    assert "actors" in desk.read_well(retracted=True)
    assert desk.faults() == [fault]
