"""Reading the curated files: again, changed, with entries gone, and after people changed the base."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.harness.again import ids, same_as_fresh
from tests.reading import ACTORS, BULLETIN, CLAIMS, GAZETTE, RELATIONS, SOURCE, Desk


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    """The invented source, read once, with its files to edit."""
    return Desk.at(tmp_path, tiny_path)


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


@pytest.mark.thorough
def test_each_changed_entry_changes_its_row_and_leaves_a_revision(desk: Desk) -> None:
    """Each edit is read by itself, after those before it; that nothing else came of them is asked once, at the end."""
    before = ids(desk)
    for what, (file, old, new, table, which, value_of, value) in EDITS.items():
        row_id = desk.one(which) if which.startswith("SELECT") else which
        known = desk.one("SELECT max(seq) FROM revisions") or 0
        desk.edit(file, old, new)
        desk.read_well()
        key = "claim_id" if table == "quantities" else "id"
        sql = value_of if value_of.startswith("SELECT") else f"SELECT {value_of} FROM {table} WHERE {key} = ?"
        assert desk.one(sql, row_id) == value, what
        assert ids(desk) == before, what
        revision = "SELECT runs.kind, revisions.reason, before, after FROM revisions JOIN runs ON runs.id = run_id WHERE table_name = ? AND row_id = ? AND seq > ?"
        kind, reason, was, became = desk.rows(revision, table, row_id, known)[0]
        assert kind == "ingest", what
        assert reason and Path(file).name in reason, what
        assert json.loads(was) != json.loads(became), what
        assert "nothing new" in desk.read_well(), what
    same_as_fresh(desk)


@pytest.mark.thorough
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
        ("harbour-office", "recorded"),
        ("radio-one", "retracted"),
    ]
    same_as_fresh(desk)


@pytest.mark.thorough
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


@pytest.mark.thorough
def test_a_section_that_begins_later_keeps_its_id_and_leaves_a_revision(desk: Desk) -> None:
    before = ids(desk)
    body, start = desk.one("SELECT id, start_char FROM sections WHERE position = 3")
    desk.edit(SOURCE, 'starts = "The Canal Company said"', 'starts = "Many captains believe"')
    desk.read_well()
    assert ids(desk) == before
    assert desk.one("SELECT start_char FROM sections WHERE id = ?", body) > start
    assert desk.one("SELECT json_extract(before, '$.start_char') FROM revisions WHERE row_id = ?", body) == start
    same_as_fresh(desk)


@pytest.mark.thorough
def test_a_section_that_is_gone_leaves_its_words_to_the_one_before(desk: Desk) -> None:
    desk.without(SOURCE, 'starts = "Harbour Gazette, 3 May"')
    desk.without(SOURCE, 'starts = "The Canal Company said"')
    desk.read_well()
    assert desk.rows(
        "SELECT position, kind FROM sections JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = 'harbour-gazette'"
    ) == [(1, "headline")]
    same_as_fresh(desk)


@pytest.mark.thorough
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
@pytest.mark.thorough
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
        found = "SELECT speaker_id FROM assertions WHERE claim_id = 'clm-ferry-too-small' AND level = 1 AND status = 'recorded'"
        assert {row[0] for row in desk.rows(found)} == set(speakers)
    same_as_fresh(desk)


@pytest.mark.thorough
def test_a_voice_put_between_two_others_keeps_theirs(desk: Desk) -> None:
    before = dict(desk.rows("SELECT speaker_id, id FROM assertions WHERE claim_id = 'clm-bridge-opens-1958'"))
    desk.edit(CLAIMS, '  { speaker = "radio-one", work', '  { speaker = "canal-company" },\n  { speaker = "radio-one", work')
    desk.read_well()
    assert desk.one("SELECT id FROM assertions WHERE claim_id = 'clm-bridge-opens-1958' AND level = 0") == before["harbour-gazette-paper"]
    assert desk.one("SELECT max(level) FROM assertions WHERE claim_id = 'clm-bridge-opens-1958' AND status = 'recorded'") == 3
    same_as_fresh(desk)


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
    desk.edit(f"{BULLETIN}/claims.toml", 'claim_id = "ferry-too-small"', 'claim_id = "ferry-to-small"')
    result = desk.read()
    assert result.exit_code == 1
    assert "did you mean ferry-too-small" in result.stderr


def test_a_claim_that_only_a_person_says_still_may_be_named(desk: Desk) -> None:
    desk.kb_well(
        "add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim", "Everyone knows it", "--claim-id", "everyone-knows"
    )
    desk.append(f"{BULLETIN}/claims.toml", '[[assertion]]\nclaim_id = "everyone-knows"\nquote = "everyone knows"\n')
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


# ------------------------------------------------------------------------------- what people made rest on what a file said


def test_a_relation_of_a_person_goes_with_the_claim_that_a_file_loses_and_comes_back_with_an_undo(desk: Desk) -> None:
    facts = desk.db.with_name("relation.toml")
    facts.write_text(
        '[[relation]]\nfrom = "captains-are-asked"\nto = "ferry-too-small"\nrelation = "supports"\nrationale = "They would know."\n',
        "utf-8",
    )
    desk.kb_well("import", str(facts))
    (relation,) = desk.rows("SELECT id FROM relations WHERE relation = 'supports'")[0]
    desk.without(CLAIMS, "captains-are-asked")
    output = desk.read_well()
    assert f"with it {relation}" in output
    assert desk.one("SELECT status FROM relations WHERE id = ?", relation) == "retracted"
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-captains-are-asked'") == "retracted"
    assert not desk.faults()
    reading = desk.one("SELECT run_id FROM revisions WHERE row_id = ? ORDER BY seq DESC LIMIT 1", relation)
    assert "no longer in" in desk.one("SELECT reason FROM revisions WHERE row_id = ? AND table_name = 'relations'", relation)
    desk.kb_well("undo", reading, "--reason", "it was said after all")
    assert desk.one("SELECT status FROM relations WHERE id = ?", relation) == "recorded"
    assert not desk.faults()


def test_a_claim_that_a_person_asserts_too_stays_and_so_does_the_relation_to_it(desk: Desk) -> None:
    desk.kb_well("add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim-id", "captains-are-asked")
    facts = desk.db.with_name("relation.toml")
    facts.write_text(
        '[[relation]]\nfrom = "captains-are-asked"\nto = "ferry-too-small"\nrelation = "supports"\nrationale = "They would know."\n',
        "utf-8",
    )
    desk.kb_well("import", str(facts))
    desk.without(CLAIMS, "captains-are-asked")
    desk.read_well()
    assert desk.rows("SELECT status FROM relations WHERE relation = 'supports'") == [("recorded",)]
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-captains-are-asked'") == "recorded"
    assert not desk.faults()


def test_a_number_goes_with_the_last_words_that_print_it(desk: Desk) -> None:
    """The claim stays, as a person asserts it; the file that printed its number says so no longer."""
    desk.kb_well("add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim-id", "company-passengers-april-bulletin")
    desk.without("relations.toml", "company-passengers-april-bulletin")
    desk.without(f"{BULLETIN}/claims.toml", 'id = "company-passengers-april-bulletin"')
    assert "quantities      1 removed" in desk.read_well()
    assert not desk.rows("SELECT 1 FROM quantities WHERE claim_id = 'clm-company-passengers-april-bulletin'")
    assert desk.rows("SELECT 1 FROM revisions WHERE table_name = 'quantities' AND row_id = 'clm-company-passengers-april-bulletin'")
    assert not desk.faults()


def test_a_quote_whose_sentence_prints_another_number_now_stays_with_the_earlier_text(desk: Desk) -> None:
    desk.edit(f"{BULLETIN}/text.txt", "900 passengers", "901 passengers")
    desk.edit(f"{BULLETIN}/claims.toml", 'verbatim = "900 passengers"', 'verbatim = "901 passengers"')
    desk.edit(
        f"{BULLETIN}/claims.toml", 'quote = "The Canal Company carried 900 passengers', 'quote = "The Canal Company carried 901 passengers'
    )
    desk.kb_well(
        "add", "--source", "port-bulletin", "--quote", "The Canal Company carried", "--claim-id", "company-passengers-april-bulletin"
    )
    assert r"altered: 'The Canal\xa0Company carried' carried" in desk.read_well()
    assert not desk.faults()


# --------------------------------------------------------------------------- how an assertion once named its claim

OLD_BULLETIN = f"{BULLETIN}/claims.toml"


@pytest.mark.thorough
def test_an_old_spelling_is_read_as_the_id_it_was_with_a_notice(desk: Desk) -> None:
    words = (desk.folder / OLD_BULLETIN).read_text("utf-8")
    (desk.folder / OLD_BULLETIN).write_text(words.replace("claim_id = ", "claim = "), "utf-8")
    before = desk.state()
    output = desk.read_well()
    assert "write claim_id" in output and "and 1 more" in output
    assert "nothing new" in output
    assert desk.state() == before
    same_as_fresh(desk)


def test_a_base_that_was_read_with_the_old_spelling_reads_the_new_one_and_writes_nothing(desk: Desk) -> None:
    """Digests of entries spell it as the first bases did."""
    said = {"id": "bulletin-second-ferry", "claim": "board-agrees-second-ferry", "quote": "The harbour board agreed to a second ferry"}
    old = hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    assert old in {row[0] for row in desk.rows("SELECT digest FROM origins WHERE entry LIKE 'assertion:bulletin-second-ferry/%'")}


def test_a_claim_named_twice_in_an_entry_is_refused(desk: Desk) -> None:
    desk.edit(OLD_BULLETIN, 'claim_id = "ferry-too-small"', 'claim_id = "ferry-too-small"\nclaim = "ferry-too-small"')
    assert "claim and claim_id say the same" in desk.read().stderr


def test_a_reading_that_drew_sections_anew_is_undone_whole_or_not_at_all(desk: Desk) -> None:
    """New sections have no status to be retracted by: taking the drawing back would leave them lying over the old ones."""
    desk.append(SOURCE, '[[section]]\nkind = "note"\nstarts = "If the bridge opens"\nspeaker = "radio-one"\n')
    desk.edit(SOURCE, 'kind = "dateline"', 'kind = "byline"')
    desk.read_well()
    before = desk.state()
    latest = desk.one("SELECT id FROM runs ORDER BY started_at DESC LIMIT 1")
    result = desk.kb("undo", latest, "--reason", "drawn wrongly")
    assert result.exit_code == 1
    assert "section" in result.output
    assert desk.state() == before
    assert not desk.faults()
