"""Reading the curated files: again, changed, with entries gone, and after people changed the base."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.reading import BULLETIN, CLAIMS, GAZETTE, SOURCE, Desk, contents, write_as


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    """The invented source, read once, with its files to edit."""
    return Desk.at(tmp_path, tiny_path)


def same_as_fresh(desk: Desk) -> None:
    """The base holds what a base read for the first time from these files holds, and nothing is wrong with it."""
    fresh = Desk(desk.folder, desk.db.with_name("fresh.db"))
    fresh.read_well()
    kept, new = contents(desk.db), contents(fresh.db)
    assert {name: rows for name, rows in kept.items() if rows != new[name]} == {
        name: rows for name, rows in new.items() if rows != kept[name]
    }
    assert not desk.faults()


def ids(desk: Desk) -> set[tuple[str, str]]:
    tables = ("claims", "assertions", "relations", "sections", "sentences", "mentions", "citations", "entities")
    return {(table, row[0]) for table in tables for row in desk.rows(f"SELECT id FROM {table}")}


def test_reading_the_same_files_again_writes_nothing(desk: Desk) -> None:
    before = desk.state()
    assert "nothing new" in desk.read_well()
    assert desk.state() == before
    assert len(before["runs"]) == 1


def test_a_first_reading_says_what_it_recorded(desk: Desk) -> None:
    fresh = Desk(desk.folder, desk.db.with_name("fresh.db"))
    assert "claims          8 new" in fresh.read_well()
    assert fresh.one("SELECT kind, contributor_id FROM runs") == ("ingest", "curators")
    assert not fresh.faults()


# --------------------------------------------------------------------------------------------------- changed entries

RELATIONS, ACTORS = "relations.toml", "actors.toml"
PASSENGERS = "SELECT id FROM assertions WHERE claim_id = 'clm-company-passengers-april' AND level = 1"
OPENS = "SELECT id FROM assertions WHERE claim_id = 'clm-bridge-opens-1958' AND level = 2"
ASKED = "SELECT id FROM assertions WHERE claim_id = 'clm-captains-are-asked'"
REFUSED = "SELECT id FROM assertions WHERE claim_id = 'clm-board-agrees-second-ferry' AND source_id = 'harbour-gazette'"
PASSAGE = "SELECT exact FROM passages JOIN assertions ON passage_id = passages.id WHERE assertions.id = ?"
# what changes: (file, words there, words instead, table, which row, how to read the new value, the value)
EDITS = {
    "a claim's text": (CLAIMS, "The ferry will stop running", "The ferry will cease", "claims", "clm-ferry-keeps-running", "text", "The ferry will cease"),
    "a claim's kind": (CLAIMS, 'kind = "evaluation"', 'kind = "factual"', "claims", "clm-ferry-too-small", "kind", "factual"),
    "a claim's object": (CLAIMS, 'object_text = "1958"', 'object = "ferry"', "claims", "clm-bridge-opens-1958", "object_id", "ferry"),
    "a claim's time": (CLAIMS, 'about = "1958"', 'about = "1958~"', "claims", "clm-bridge-opens-1958", "about_time", "1958~"),
    "a certainty": (CLAIMS, 'certainty = "probable"', 'certainty = "possible"', "assertions", OPENS, "certainty", "possible"),
    "an act": (CLAIMS, 'act = "asks"', 'act = "suggests"', "assertions", ASKED, "act", "suggests"),
    "a stance": (CLAIMS, 'derivation = "presupposed"\n', 'derivation = "implied"\n', "assertions", ASKED, "derivation", "implied"),
    "a date of saying": (CLAIMS, 'said = "1956-05-01"', 'said = "1956-05"', "assertions", PASSENGERS, "said", "1956-05"),
    "a speaker": (CLAIMS, '{ speaker = "canal-company", cue', '{ speaker = "radio-one", cue', "assertions", PASSENGERS, "speaker_id", "radio-one"),
    "a cue": (CLAIMS, 'cue = "refused"', 'cue = "has refused"', "assertions", REFUSED, "cue", "has refused"),
    "a quote": (CLAIMS, '"Why does nobody ask the captains?"', '"nobody ask the captains"', "assertions", ASKED, PASSAGE, "nobody ask the captains"),
    "a quantity": (CLAIMS, "value = -50", "value = -49.5", "quantities", "clm-bridge-halves-passengers", "value", -49.5),
    "what a quantity measures": (CLAIMS, "against before the bridge", "before it", "quantities", "clm-bridge-halves-passengers", "measure", "passengers of the ferry, before it"),
    "a mention's sense": (SOURCE, 'entity = "radio-one"\nsense = "name"', 'entity = "radio-one"\nsense = "role"', "mentions", "SELECT id FROM mentions WHERE entity_id = 'radio-one'", "sense", "role"),
    "why claims contradict": (RELATIONS, "Both count", "Both do count", "relations", "SELECT id FROM relations", "rationale", "Both do count passengers of one company in one month; 900 is fewer than 1,200."),
    "a section's kind": (SOURCE, 'kind = "dateline"', 'kind = "byline"', "sections", "SELECT id FROM sections WHERE position = 2", "kind", "byline"),
    "why a sentence has no claim": (SOURCE, "It only names the paper", "It names the paper", "sentences", "SELECT id FROM sentences WHERE no_claim_reason LIKE '% the paper%'", "no_claim_reason", "It names the paper and the day."),
    "an actor's name": (ACTORS, 'name = "Radio One"', 'name = "Radio 1"', "actors", "radio-one", "name", "Radio 1"),
    "whom an actor belongs to": (ACTORS, 'part_of = "harbour-office"', 'part_of = "canal-company"', "actors", "harbour-board", "part_of_id", "canal-company"),
    "a thing's place": ("things.toml", "longitude = 0.25", "longitude = -1", "things", "harbour", "longitude", -1.0),
    "an event's date": ("events.toml", 'date = "1958"', 'date = "195X"', "events", "bridge-opening", "latest", "1959-12-31"),
    "a predicate's label": ("predicates.toml", 'label = "carries"', 'label = "transports"', "predicates", "carries", "label", "transports"),
    "a source's title": (SOURCE, 'title = "The ferry will not stop"', 'title = "No stop"', "sources", "harbour-gazette", "title", "No stop"),
    "a work's title": ("works.toml", "A broadcast of", "Broadcast of", "sources", "radio-one-broadcast", "title", "Broadcast of Radio One"),
}  # fmt: skip


@pytest.mark.parametrize("what", EDITS)
def test_a_changed_entry_changes_its_row_and_leaves_a_revision(desk: Desk, what: str) -> None:
    file, old, new, table, which, value_of, value = EDITS[what]
    row_id = desk.one(which) if which.startswith("SELECT") else which
    before = ids(desk)
    desk.edit(file, old, new)
    desk.read_well()
    key = "claim_id" if table == "quantities" else "id"
    sql = value_of if value_of.startswith("SELECT") else f"SELECT {value_of} FROM {table} WHERE {key} = ?"
    assert desk.one(sql, row_id) == value
    assert ids(desk) == before
    revision = (
        "SELECT runs.kind, revisions.reason, before, after FROM revisions JOIN runs ON runs.id = run_id WHERE table_name = ? AND row_id = ?"
    )
    kind, reason, was, became = desk.rows(revision, table, row_id)[0]
    assert kind == "ingest"
    assert reason and Path(file).name in reason
    assert json.loads(was) != json.loads(became)
    assert "nothing new" in desk.read_well()
    same_as_fresh(desk)


def test_a_changed_role_takes_the_place_of_the_old_one(desk: Desk) -> None:
    desk.edit(CLAIMS, 'role = "participant"', 'role = "opponent"')
    desk.read_well()
    assert desk.one("SELECT role FROM participations") == "opponent"
    assert desk.one("SELECT operation, json_extract(before, '$.role') FROM revisions WHERE table_name = 'participations'") == (
        "delete",
        "participant",
    )
    same_as_fresh(desk)


def test_a_mention_of_somebody_else_takes_the_place_of_the_old_one(desk: Desk) -> None:
    desk.edit(SOURCE, 'entity = "radio-one"', 'entity = "harbour-office"')
    desk.read_well()
    assert desk.rows("SELECT entity_id, status FROM mentions WHERE exact = 'Radio One' ORDER BY 2") == [
        ("radio-one", "retracted"),
        ("harbour-office", "reviewed"),
    ]
    same_as_fresh(desk)


def test_a_new_section_is_drawn_between_the_others(desk: Desk) -> None:
    kept = desk.rows("SELECT id, start_char FROM sections ORDER BY start_char")
    desk.append(SOURCE, '[[section]]\nkind = "note"\nstarts = "If the bridge opens"\nspeaker = "radio-one"\n')
    desk.edit(
        SOURCE,
        '[[section]]\nkind = "dateline"',
        '[[section]]\nkind = "byline"\nstarts = "will not stop"\nspeaker = "radio-one"\n\n[[section]]\nkind = "dateline"',
    )
    desk.read_well()
    assert set(kept) < set(desk.rows("SELECT id, start_char FROM sections"))
    assert desk.one("SELECT speaker_id FROM assertions WHERE claim_id = 'clm-captains-are-asked'") == "radio-one"
    same_as_fresh(desk)


def test_a_section_that_begins_later_keeps_its_id_and_leaves_a_revision(desk: Desk) -> None:
    before = ids(desk)
    body, start = desk.one("SELECT id, start_char FROM sections WHERE position = 3")
    desk.edit(SOURCE, 'starts = "The Canal Company said"', 'starts = "Many captains believe"')
    desk.read_well()
    assert ids(desk) == before
    assert desk.one("SELECT start_char FROM sections WHERE id = ?", body) > start
    assert desk.one("SELECT json_extract(before, '$.start_char') FROM revisions WHERE row_id = ?", body) == start
    same_as_fresh(desk)


def test_a_section_that_is_gone_leaves_its_words_to_the_one_before(desk: Desk) -> None:
    desk.without(SOURCE, 'starts = "Harbour Gazette, 3 May"')
    desk.without(SOURCE, 'starts = "The Canal Company said"')
    desk.read_well()
    assert desk.rows(
        "SELECT position, kind FROM sections JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = 'harbour-gazette'"
    ) == [(1, "headline")]
    same_as_fresh(desk)


def test_a_sentence_may_be_joined_to_the_next_and_parted_again(desk: Desk) -> None:
    count = desk.one("SELECT count(*) FROM sentences")
    joined = '[[sentence]]\nquote = "Many captains believe that the ferry is too small. The harbour board has refused a second ferry."\nwhole = true\n'
    desk.append(SOURCE, joined)
    desk.read_well()
    assert desk.one("SELECT count(*) FROM sentences") == count - 1
    same_as_fresh(desk)
    desk.without(SOURCE, "whole = true")
    desk.db.with_name("fresh.db").unlink()
    desk.read_well()
    assert desk.one("SELECT count(*) FROM sentences") == count
    same_as_fresh(desk)


SIDE_BY_SIDE = 'said_by = [{ act = "believes", cue = "believe" }]\nspeakers = '


@pytest.mark.parametrize(
    "steps",
    [
        [["many-captains", "radio-one"], ["harbour-office", "many-captains", "radio-one"]],
        [["many-captains", "radio-one"], ["many-captains", "harbour-office"], ["many-captains", "harbour-office", "radio-one"]],
        [["many-captains", "radio-one", "harbour-office"], ["radio-one"], ["harbour-office", "radio-one"]],
    ],
)
def test_speakers_side_by_side_may_come_and_go(desk: Desk, steps: list[list[str]]) -> None:
    file = desk.folder / CLAIMS
    original = file.read_text("utf-8")
    for speakers in steps:
        file.write_text(
            original.replace(
                'said_by = [{ speaker = "many-captains", act = "believes", cue = "believe" }]', SIDE_BY_SIDE + json.dumps(speakers)
            ),
            "utf-8",
        )
        desk.read_well()
        found = "SELECT speaker_id FROM assertions WHERE claim_id = 'clm-ferry-too-small' AND level = 1 AND status = 'reviewed'"
        assert {row[0] for row in desk.rows(found)} == set(speakers)
    same_as_fresh(desk)


def test_a_voice_put_between_two_others_keeps_theirs(desk: Desk) -> None:
    before = dict(desk.rows("SELECT speaker_id, id FROM assertions WHERE claim_id = 'clm-bridge-opens-1958'"))
    desk.edit(CLAIMS, '  { speaker = "radio-one", work', '  { speaker = "canal-company" },\n  { speaker = "radio-one", work')
    desk.read_well()
    assert desk.one("SELECT id FROM assertions WHERE claim_id = 'clm-bridge-opens-1958' AND level = 0") == before["harbour-gazette-paper"]
    assert desk.one("SELECT max(level) FROM assertions WHERE claim_id = 'clm-bridge-opens-1958' AND status = 'reviewed'") == 3
    same_as_fresh(desk)


# ----------------------------------------------------------------------------------------------------- entries that go


def test_a_claim_that_is_gone_is_retracted_with_its_assertions_and_the_reason(desk: Desk) -> None:
    taken = desk.without(CLAIMS, "bridge-opens-1958")
    desk.read_well()
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-bridge-opens-1958'") == "retracted"
    assert desk.rows("SELECT DISTINCT status FROM assertions WHERE claim_id = 'clm-bridge-opens-1958'") == [("retracted",)]
    reasons = "SELECT DISTINCT revisions.reason, runs.kind FROM revisions JOIN runs ON runs.id = run_id WHERE table_name IN ('claims', 'assertions')"
    assert desk.rows(reasons) == [(f"no longer in tiny/{CLAIMS}", "ingest")]
    faults = desk.faults()
    assert len(faults) == 1 and "bridge-opening" in faults[0]  # the event's date rested on that claim

    desk.append(CLAIMS, taken)
    desk.read_well()
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-bridge-opens-1958'") == "reviewed"
    assert desk.rows("SELECT DISTINCT status FROM assertions WHERE claim_id = 'clm-bridge-opens-1958'") == [("reviewed",)]
    same_as_fresh(desk)


def test_a_claim_that_a_person_retracted_stays_so_when_the_file_says_it_again(desk: Desk) -> None:
    desk.kb_well("retract", "clm-captains-are-asked", "--reason", "nobody says that")
    taken = desk.without(CLAIMS, "captains-are-asked")
    desk.read_well()
    desk.append(CLAIMS, taken)
    assert "retracted by a person and stays so" in desk.read_well()
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-captains-are-asked'") == "retracted"
    assert desk.one("SELECT status FROM assertions WHERE claim_id = 'clm-captains-are-asked'") == "retracted"
    assert not desk.faults()
    assert "nothing new" in desk.read_well()


def test_what_another_file_says_of_a_claim_a_person_retracted_is_recorded_as_retracted(desk: Desk) -> None:
    desk.kb_well("retract", "clm-captains-are-asked", "--reason", "nobody says that")
    desk.append(f"{BULLETIN}/claims.toml", '[[assertion]]\nclaim = "captains-are-asked"\nquote = "as everyone knows"\n')
    assert "was retracted by a person and stays so" in desk.read_well()
    assert desk.rows("SELECT DISTINCT status FROM assertions WHERE claim_id = 'clm-captains-are-asked'") == [("retracted",)]
    assert not desk.faults()
    assert "nothing new" in desk.read_well()


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
    assert desk.one("SELECT status FROM claims WHERE id = ?", claim) == "reviewed"
    assert desk.rows("SELECT source_id, status FROM assertions WHERE claim_id = ? ORDER BY 1", claim) == [
        ("harbour-gazette", "retracted"),
        ("port-bulletin", "reviewed"),
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
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-ferry-too-small'") == "reviewed"  # the other paper says it still
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


# ------------------------------------------------------------------------------------- claims in one file, said in another


def test_a_claim_stated_in_one_file_may_be_asserted_in_another(desk: Desk) -> None:
    said = "SELECT source_id, stance FROM assertions WHERE claim_id = 'clm-board-agrees-second-ferry' ORDER BY 1"
    assert desk.rows(said) == [("harbour-gazette", "denies"), ("port-bulletin", "affirms")]
    assert desk.one("SELECT count(*) FROM assertions WHERE id = 'ast-bulletin-second-ferry'") == 1


def test_an_entry_that_names_a_claim_nobody_states_any_more_is_refused_on_an_old_base_as_on_a_new_one(desk: Desk) -> None:
    desk.without(CLAIMS, 'id = "board-agrees-second-ferry"')
    before = desk.state()
    result = desk.read()
    assert result.exit_code == 1
    assert "board-agrees-second-ferry" in result.stderr and f"tiny/{BULLETIN}/claims.toml, [[assertion]] 1" in result.stderr
    assert desk.state() == before
    fresh = Desk(desk.folder, desk.db.with_name("fresh.db"))
    assert fresh.read().exit_code == 1
    assert not fresh.db.exists()


def test_an_entry_that_misspells_a_claim_is_told_the_nearest(desk: Desk) -> None:
    desk.edit(f"{BULLETIN}/claims.toml", 'claim = "ferry-too-small"', 'claim = "ferry-to-small"')
    result = desk.read()
    assert result.exit_code == 1
    assert "did you mean ferry-too-small" in result.stderr


def test_a_claim_that_only_a_person_says_still_may_be_named(desk: Desk) -> None:
    desk.kb_well(
        "add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim", "Everyone knows it", "--claim-id", "everyone-knows"
    )
    desk.append(f"{BULLETIN}/claims.toml", '[[assertion]]\nclaim = "everyone-knows"\nquote = "everyone knows"\n')
    desk.read_well()
    assert desk.one("SELECT count(*) FROM assertions WHERE claim_id = 'clm-everyone-knows'") == 2


def test_two_files_that_give_one_claim_different_triples_are_refused_naming_both(desk: Desk) -> None:
    same = '[[claim]]\nquote = "{}"\ntext = "There is a second ferry"\nsubject = "second-ferry"\npredicate = "has-quality"\nobject = "{}"\n'
    desk.append(CLAIMS, same.format("a second ferry", "stopped"))
    desk.append(f"{BULLETIN}/claims.toml", same.format("to a second ferry", "too-small"))
    result = desk.read()
    assert result.exit_code == 1
    assert "'stopped', not 'too-small'" in result.stderr and CLAIMS in result.stderr and f"{BULLETIN}/claims.toml" in result.stderr


def test_two_claims_with_the_same_words_are_refused(desk: Desk) -> None:
    desk.edit(CLAIMS, 'text = "The ferry will stop running"', 'text = "The bridge will open in 1958"')
    result = desk.read()
    assert result.exit_code == 1
    assert "clm-bridge-opens-1958" in result.stderr and "same words" in result.stderr


def test_new_words_for_a_claim_of_two_sources_are_a_conflict(desk: Desk) -> None:
    desk.edit(CLAIMS, 'text = "The ferry is too small"', 'text = "The ferry is tiny"')
    result = desk.read()
    assert result.exit_code == 1
    assert "several sources assert clm-ferry-too-small" in result.stderr
    assert desk.one("SELECT text FROM claims WHERE id = 'clm-ferry-too-small'") == "The ferry is too small"
    assert desk.folder.joinpath(GAZETTE).is_dir()


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
    assert desk.rows("SELECT DISTINCT status FROM assertions WHERE claim_id = 'clm-bridge-opens-1958'") == [("reviewed",)]
    assert not desk.faults()


def test_whom_a_person_added_to_a_chain_keeps_the_chain_when_the_file_drops_it(desk: Desk) -> None:
    desk.kb_well(
        "add", "--source", "harbour-gazette", "--quote", "the ferry is too small", "--claim-id", "ferry-too-small", "--speaker", "radio-one"
    )
    desk.without(f"{BULLETIN}/claims.toml", 'claim = "ferry-too-small"')
    desk.without(CLAIMS, 'id = "ferry-too-small"')
    desk.read_well()
    left = "SELECT speaker_id FROM assertions WHERE claim_id = 'clm-ferry-too-small' AND status = 'reviewed' ORDER BY level"
    assert desk.rows(left) == [("harbour-gazette-paper",), ("radio-one",)]
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-ferry-too-small'") == "reviewed"
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
    assert desk.one(f"SELECT status {claim}") == "reviewed"


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
    desk.kb_well("merge", "canal-company", "many-captains", "--reason", "the same people")
    before = desk.state()
    assert "nothing new" in desk.read_well()
    assert desk.state() == before


def test_a_row_changed_while_origins_were_forgotten_is_kept(desk: Desk) -> None:
    """An upgrade of an old base forgets origins; what people changed meanwhile is still theirs."""
    desk.kb_well("correct", "clm-captains-are-asked", "kind=factual", "--reason", "wrong")
    write_as(desk.db, "upgrade", "DELETE FROM origins")
    assert "says otherwise in kind" in desk.read_well()
    assert desk.one("SELECT kind FROM claims WHERE id = 'clm-captains-are-asked'") == "factual"
