"""A source's text changes: each quote is sought in the new one; what is found moves, and what is not is told and stays."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kb
from kb.sources import moving
from tests.harness.again import same_as_fresh
from tests.reading import CLAIMS, TEXT, Desk, contents

OURS = "FROM assertions JOIN passages ON passages.id = passage_id WHERE assertions.source_id = 'harbour-gazette'"
RAIN = "It rained all day, and then some. "


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    return Desk.at(tmp_path, tiny_path)


def outcomes(told: str) -> dict[str, int]:
    """How many quotes the reading says are unchanged, moved, altered and gone."""
    line = re.search(r"quotes in the changed text: (.*)", told)
    assert line
    return {word: int(count) for count, word in re.findall(r"(\d+) (\w+)", line[1])}


@pytest.mark.thorough
def test_quotes_move_with_their_words_and_keep_their_ids(desk: Desk) -> None:
    before = {row[0]: row[1:] for row in desk.rows(f"SELECT assertions.id, start_char, exact, cue, cue_start_char, passage_id {OURS}")}
    old = desk.one("SELECT snapshot_id FROM sources WHERE id = 'harbour-gazette'")
    at = (desk.folder / TEXT).read_text("utf-8").index("Many captains")
    desk.edit(TEXT, "Many captains", RAIN + "Many captains")
    told = outcomes(desk.read_well())
    after = {row[0]: row[1:] for row in desk.rows(f"SELECT assertions.id, start_char, exact, cue, cue_start_char, passage_id {OURS}")}
    assert after.keys() == before.keys()
    for assertion, (start, exact, cue, cue_start, passage) in before.items():
        shift = len(RAIN) if start >= at else 0
        assert after[assertion][:4] == (start + shift, exact, cue, cue_start + shift if cue else None)
        assert after[assertion][4] != passage
        was, reason = desk.one("SELECT before, reason FROM revisions WHERE table_name = 'assertions' AND row_id = ?", assertion)
        assert json.loads(was)["passage_id"] == passage
        assert reason == "the text of harbour-gazette changed"
    moved = sum(start >= at for start, *_ in before.values())
    assert told == {"unchanged": len(before) - moved, "moved": moved, "altered": 0, "gone": 0}
    new = desk.one("SELECT snapshot_id FROM sources WHERE id = 'harbour-gazette'")
    assert new != old
    assert desk.one("SELECT count(*) FROM snapshots WHERE source_id = 'harbour-gazette'") == 2
    assert (
        desk.one("SELECT count(*) FROM sentences WHERE snapshot_id = ?", new)
        == desk.one("SELECT count(*) FROM sentences WHERE snapshot_id = ?", old) + 1
    )
    assert desk.one("SELECT snapshot_id FROM citations JOIN passages ON passages.id = passage_id") == new
    assert desk.rows("SELECT exact FROM mentions WHERE snapshot_id = ?", new) == desk.rows(
        "SELECT exact FROM mentions WHERE snapshot_id = ?", old
    )
    assert "nothing new" in desk.read_well()
    same_as_fresh(desk)


@pytest.mark.thorough
def test_words_that_were_altered_are_told_with_the_nearest_and_stay_until_the_file_follows(desk: Desk) -> None:
    assertion, passage = desk.one(f"SELECT assertions.id, passage_id {OURS} AND claim_id = 'clm-board-agrees-second-ferry'")
    desk.edit(TEXT, "has refused a second ferry", "has now refused a second ferry")
    told = desk.read_well()
    assert outcomes(told)["altered"] == 1 and outcomes(told)["gone"] == 0
    line = next(line for line in told.splitlines() if line.startswith("altered: "))
    assert "clm-board-agrees-second-ferry" in line and "'The harbour board has now refused a second ferry'" in line
    assert desk.one("SELECT passage_id, status FROM assertions WHERE id = ?", assertion) == (passage, "recorded")
    assert not desk.faults()
    assert "nothing new" in desk.read_well()

    desk.edit(CLAIMS, "has refused a second ferry", "has now refused a second ferry")
    desk.read_well()
    assert desk.one(f"SELECT exact {OURS} AND assertions.id = ?", assertion) == "The harbour board has now refused a second ferry"
    same_as_fresh(desk)


def test_words_that_are_gone_are_told_and_stay_with_the_earlier_text(desk: Desk) -> None:
    before = desk.rows(f"SELECT assertions.id, passage_id {OURS} AND claim_id = 'clm-ferry-too-small' ORDER BY 1")
    desk.edit(TEXT, "Many captains believe that the ferry is too small. ", "")
    told = desk.read_well()
    assert outcomes(told)["gone"] == len(before) == 2 and outcomes(told)["altered"] == 0
    assert {line.split("carried ")[1].split()[0] for line in told.splitlines() if line.startswith("gone: ")} == {"clm-ferry-too-small"}
    assert desk.rows(f"SELECT assertions.id, passage_id {OURS} AND claim_id = 'clm-ferry-too-small' ORDER BY 1") == before
    assert "nothing new" in desk.read_well()
    assert not desk.faults()


def test_a_quote_whose_cue_is_gone_stays_and_is_told(desk: Desk) -> None:
    desk.edit(TEXT, "captains believe that", "captains hold that")
    told = desk.read_well()
    assert outcomes(told)["altered"] == 1 and outcomes(told)["gone"] == 0
    assert "captains hold that" in next(line for line in told.splitlines() if line.startswith("altered: "))
    assert desk.one("SELECT cue FROM assertions WHERE claim_id = 'clm-ferry-too-small' AND level = 1") == "believe"
    assert not desk.faults()


def test_what_a_person_added_moves_too(desk: Desk) -> None:
    assertion = desk.kb_well(
        "add", "--source", "harbour-gazette", "--quote", "the ferry", "--within", "the ferry will lose", "--claim", "There is a ferry"
    ).split()[0]
    start = desk.one("SELECT start_char FROM passages JOIN assertions ON passage_id = passages.id WHERE assertions.id = ?", assertion)
    desk.edit(TEXT, "Many captains", RAIN + "Many captains")
    desk.read_well()
    where = "SELECT start_char, runs.kind FROM passages JOIN assertions ON passage_id = passages.id JOIN runs ON runs.id = assertions.run_id WHERE assertions.id = ?"
    assert desk.one(where, assertion) == (start + len(RAIN), "add")
    assert not desk.faults()


@pytest.mark.thorough
def test_the_text_put_back_puts_every_quote_back(desk: Desk) -> None:
    before, text = contents(desk.db), (desk.folder / TEXT).read_bytes()
    desk.edit(TEXT, "Many captains believe that the ferry is too small. ", RAIN)
    desk.read_well()
    assert contents(desk.db) != before
    (desk.folder / TEXT).write_bytes(text)
    desk.read_well()
    assert contents(desk.db) == before
    assert desk.one("SELECT count(*) FROM snapshots WHERE source_id = 'harbour-gazette'") == 2
    assert "nothing new" in desk.read_well()
    same_as_fresh(desk)


@pytest.mark.thorough
def test_a_citation_that_the_file_drops_after_its_text_changed_is_retracted(desk: Desk) -> None:
    desk.edit(TEXT, "Many captains", RAIN + "Many captains")
    desk.read_well()
    desk.without("sources/harbour-gazette/source.toml", "[[citation]]")
    desk.read_well()
    assert desk.one("SELECT status FROM citations") == "retracted"
    same_as_fresh(desk)


@pytest.mark.thorough
def test_a_text_may_change_again_and_again(desk: Desk) -> None:
    for words in ("Many captains", "If the bridge", "Why does"):
        desk.edit(TEXT, words, RAIN + words)
        assert outcomes(desk.read_well())["gone"] == 0
    assert desk.one("SELECT count(*) FROM snapshots WHERE source_id = 'harbour-gazette'") == 4
    same_as_fresh(desk)


@pytest.mark.thorough
def test_words_and_their_entry_may_change_in_one_reading(desk: Desk) -> None:
    assertion = desk.one(f"SELECT assertions.id {OURS} AND claim_id = 'clm-captains-are-asked'")
    for file in (TEXT, CLAIMS):
        desk.edit(file, "Why does nobody ask the captains?", "Why do so few people ever talk to those on board?")
    desk.read_well()
    assert desk.one(f"SELECT exact {OURS} AND assertions.id = ?", assertion) == "Why do so few people ever talk to those on board?"
    same_as_fresh(desk)


@pytest.mark.thorough
def test_a_new_voice_for_a_section_of_a_new_text_is_heard(desk: Desk) -> None:
    desk.edit(TEXT, "Many captains", RAIN + "Many captains")
    desk.edit(
        "sources/harbour-gazette/source.toml",
        'starts = "The Canal Company said"\nspeaker = "harbour-gazette-paper"',
        'starts = "The Canal Company said"\nspeaker = "many-captains"',
    )
    desk.read_well()
    assert desk.one("SELECT speaker_id FROM assertions WHERE claim_id = 'clm-captains-are-asked'") == "many-captains"
    same_as_fresh(desk)


def test_a_name_that_the_new_text_lacks_refuses_the_reading(desk: Desk) -> None:
    before = desk.state()
    desk.edit(TEXT, "Radio One reported", "The wireless reported")
    result = desk.read()
    assert result.exit_code == 1
    assert "'Radio One' is not in the text" in result.stderr
    assert desk.state() == before


@pytest.mark.thorough
def test_a_later_text_may_be_given_by_hand(desk: Desk, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_text(
        (desk.folder / TEXT)
        .read_text("utf-8")
        .replace("Many captains", RAIN + "Many captains")
        .replace("a second ferry", "the second ferry"),
        "utf-8",
    )
    result = desk.kb("source", "add", str(later), "--title", "The ferry will not stop", "--id", "harbour-gazette")
    assert result.exit_code == 0
    assert "0 gone" in result.stderr and "1 altered" in result.stderr
    assert not desk.faults()
    desk.read_well()  # the files hold the earlier text, and bring it back
    same_as_fresh(desk)


# ------------------------------------------------------------------------------------------------------ one quote's way

AND_SO_ON = " and so on, for ever and ever and ever "
LONG = "the ferry is far too small"
SEEKING = {
    "alone in both": (f"He said {LONG}.", f"She wrote: {LONG}!", LONG, 8, 11),
    "with other quote marks": (
        "He said “the ferry is small” twice",
        'Now he said "the ferry is small" twice',
        "“the ferry is small”",
        8,
        12,
    ),
    "short, with the words before it": ("He said no today.", "Then he left. He said no yesterday.", "no", 8, 22),
    "short, with the words after it": ("He said no today.", "She said: no today.", "no", 8, 10),
    "short, among other words": ("He said no today.", "It is not so; no, never.", "no", 8, None),
    "short, at the start of both": ("No deal. Rain.", "No more talk.", "No", 0, 0),
    "the second of two": (f"A: {LONG}. B thinks that {LONG}.", f"Now A: {LONG}. B thinks that {LONG}.", LONG, 45, 49),
    "the first of two, the second gone": (f"A: {LONG}. B thinks that {LONG}.", f"A: {LONG}. B left.", LONG, 3, 3),
    "the second of two, the second gone": (f"A: {LONG}. B thinks that {LONG}.", f"A: {LONG}. C left.", LONG, 45, None),
    "one of two that nothing tells apart": (AND_SO_ON + LONG + AND_SO_ON + LONG + AND_SO_ON, AND_SO_ON + LONG + AND_SO_ON, LONG, 39, None),
    "new words like it elsewhere": (f"A: {LONG}, he said.", f"B: {LONG}. A: {LONG}, he said.", LONG, 3, 34),
    "two places that fit as well": ("He said no today.", "He said no. He said no.", "no", 8, None),
    "soft hyphens gone": (
        "He said the gov\u00adern\u00adment fell today.",
        "He said the government fell today.",
        "the gov\u00adern\u00adment fell",
        8,
        8,
    ),
    "accents composed": ("Le pre\u0301sident parla hier soir.", "Hier, le président parla.", "pre\u0301sident parla hier", 3, None),
    "accents composed, the same words": (
        "Le pre\u0301sident parla hier soir.",
        "Et le président parla hier soir.",
        "pre\u0301sident parla hier",
        3,
        6,
    ),
    "invisible characters around short words": ("He\u200b said \u200bno\u200b today.", "He said no today.", "no", 10, 8),
    "an exponent lost": ("It cost 10² pounds that very day.", "It cost 102 pounds that very day.", "cost 10² pounds that very", 3, None),
    "gone": (f"He said {LONG}.", "He said nothing.", LONG, 8, None),
}


@pytest.mark.parametrize("case", SEEKING)
def test_words_are_sought_in_their_own_place(case: str) -> None:
    old, new, exact, start, expected = SEEKING[case]
    assert old[start:].startswith(exact)
    span = moving.seek(old, new, exact, start)
    assert (span.start if span else None) == expected


def test_words_that_cannot_move_are_altered_when_nearly_the_same_and_else_gone() -> None:
    old = "The harbour board has refused a second ferry"
    assert moving.fate("Now the harbour board has refused the second ferry.", old, None) == (
        "altered",
        "the harbour board has refused the second ferry",
    )
    assert moving.fate("The harbour board has bought a second ship", old, None) == ("gone", "The harbour board has bought a second ship")
    assert moving.fate("It rained.", old, None) == ("gone", "")
    assert moving.fate("He said nope.", "said no", None)[0] == "gone"  # short words are not told from others like them


TEXTS = st.text(alphabet="ab .“", min_size=1, max_size=60)


@given(text=TEXTS, at=st.integers(0, 60), data=st.data())
def test_words_put_in_elsewhere_never_move_a_quote_to_a_wrong_place(text: str, at: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    at = min(at, len(text))
    if start < at < end:
        at = end
    new = text[:at] + "ZZZ" + text[at:]
    span = moving.seek(text, new, text[start:end], start)
    assert span is None or span.start == (start if at >= end else start + 3)


def test_a_number_that_is_printed_with_other_spaces_moves_and_is_respelt(empty_path: Path) -> None:
    first, later = "The canal paid 12\u00a0500\u00a0crowns in May.", "The canal paid 12 500 crowns in May."
    number = {"comparison": "equal", "value": 12500, "measure": "crowns paid", "verbatim": "12\u00a0500"}
    with kb.open(empty_path) as base:
        base.add_source(first, title="Canal", source_id="canal", authors=["Ada Brook"])
        base.add(source="canal", quote="paid 12\u00a0500\u00a0crowns", claim="The canal paid 12,500 crowns in May", quantity=number)
        base.add_source(later, source_id="canal", title="Canal")
        assert base.query("SELECT exact FROM passages ORDER BY rowid DESC LIMIT 1") == [{"exact": "paid 12 500 crowns"}]
        assert base.query("SELECT verbatim FROM quantities") == [{"verbatim": "12 500"}]
        assert base.query("SELECT count(*) AS kept FROM revisions WHERE table_name = 'quantities'") == [{"kept": 1}]
        assert not [problem for problem in base.check() if problem.severity == "error"]


def test_a_quote_with_its_cue_moves_when_only_the_spelling_of_the_text_changes(empty_path: Path) -> None:
    first = "The min\u00adis\u00adter Ada\u200b Brook said\u200b that the of\u00adfice \ufb01led ５ forms… and left."
    later = "News. The minister Ada Brook said that the office filed 5 forms... and left."
    with kb.open(empty_path) as base:
        base.add_source(first, title="Forms", source_id="forms", authors=["Ann Lee"])
        base.new("actor", "ada-brook", "Ada Brook", kind="person")
        voices = (kb.Voice(speaker="ada-brook", cue="said"),)
        added = base.add(source="forms", quote="the office filed 5 forms...", claim="The office filed five forms", voices=voices)
        assert added.assertions
        base.add_source(later, source_id="forms", title="Forms")
        places = base.query("SELECT exact, cue FROM assertions JOIN passages ON passages.id = passage_id ORDER BY level")
        assert places == [{"exact": "the office filed 5 forms...", "cue": None}, {"exact": "the office filed 5 forms...", "cue": "said"}]
