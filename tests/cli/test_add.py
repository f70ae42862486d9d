"""Adding by hand: one sourced fact with `kb add`, one text with `kb source add`, and a base of one's own from nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.base import store
from tests.harness.edits import get
from tests.harness.facts import SOURCE, TEXT, chain, fact, held
from tests.harness.terminal import at_a_terminal
from tests.whole import done, kb, one, rows, sound

# ---------------------------------------------------------------------------------------------------------------- quotes


def test_a_quote_is_told_with_its_place_and_the_texts_own_characters(tiny_path: Path) -> None:
    said = kb(*fact(quote='it carried "at least 1,200 passengers" in April'), db=tiny_path)
    assert said.code == 0
    text = one(store.connect(tiny_path), "SELECT text FROM snapshots WHERE source_id = ?", SOURCE)
    words = "it carried “at least 1,200 passengers” in April"
    start = text.index(words)
    assert f"quote at {start}-{start + len(words)}: {words}" in said.err
    assert "a little differently" in said.err
    (row,) = held(
        tiny_path,
        "SELECT exact, start_char, end_char FROM passages JOIN assertions ON passage_id = passages.id WHERE assertions.id = ?",
        said.out.strip(),
    )
    assert row == {"exact": words, "start_char": start, "end_char": start + len(words)}


def test_a_near_miss_is_shown_with_the_differences_and_records_nothing(tiny_path: Path) -> None:
    before = rows(tiny_path)
    said = kb(*fact(quote="Radio One reported that the harbour board expects the bridge to open in 1958"), db=tiny_path)
    assert said.code == 1
    assert "[-board-]" in said.err
    assert "{+office+}" in said.err
    assert rows(tiny_path) == before


def test_words_that_occur_twice_are_told_apart_by_what_stands_around_them(tiny_path: Path) -> None:
    said = kb(*fact(quote="the ferry"), db=tiny_path)
    assert said.code == 1
    assert "occurs" in said.err
    by_prefix = done(*fact("--prefix", "bridge opens,", quote="the ferry", claim="There is a ferry"), db=tiny_path)
    by_within = done(*fact("--within", "the ferry is too small", quote="the ferry", claim="There is a ferry"), db=tiny_path)
    places = [
        held(tiny_path, "SELECT start_char FROM passages JOIN assertions ON passage_id = passages.id WHERE assertions.id = ?", each)
        for each in (by_prefix, by_within)
    ]
    assert places[0] != places[1]


# ---------------------------------------------------------------------------------------------------------------- voices


def test_without_a_speaker_the_voice_of_the_section_affirms(tiny_path: Path) -> None:
    (row,) = chain(tiny_path, done(*fact(), db=tiny_path))
    assert (row["speaker_id"], row["level"]) == ("harbour-gazette-paper", 0)
    assert (row["act"], row["stance"], row["certainty"]) == ("asserts", "affirms", "certain")


def test_options_before_the_first_speaker_are_the_authors_and_after_it_the_speakers(tiny_path: Path) -> None:
    said = done(*fact("--stance", "denies", "--speaker", "radio-one", "--stance", "affirms", "--certainty", "possible"), db=tiny_path)
    author, speaker = chain(tiny_path, said)
    assert (author["speaker_id"], author["stance"]) == ("harbour-gazette-paper", "denies")
    assert (speaker["speaker_id"], speaker["stance"], speaker["certainty"]) == ("radio-one", "affirms", "possible")


def test_the_same_options_after_the_speaker_leave_the_author_uncommitted(tiny_path: Path) -> None:
    said = done(*fact("--speaker", "radio-one", "--stance", "denies", "--cue", "reported"), db=tiny_path)
    author, speaker = chain(tiny_path, said)
    assert (author["act"], author["stance"], author["cue"]) == ("reports", "uncommitted", None)
    assert (speaker["stance"], speaker["cue"]) == ("denies", "reported")


def test_two_speakers_nest_each_with_what_follows_its_name(tiny_path: Path) -> None:
    voices = ("--speaker", "radio-one", "--work", "radio-one-broadcast", "--cue", "reported", "--speaker", "harbour-office")
    said = kb(*fact(*voices, "--act", "predicts", "--certainty", "probable", "--cue", "expects", "--said", "1956"), db=tiny_path)
    assert said.code == 0, said.err
    author, outer, inner = chain(tiny_path, said.out.strip())
    assert [row["level"] for row in (author, outer, inner)] == [0, 1, 2]
    assert (outer["speaker_id"], outer["work_id"], outer["act"], outer["cue"]) == (
        "radio-one",
        "radio-one-broadcast",
        "reports",
        "reported",
    )
    assert (inner["speaker_id"], inner["work_id"], inner["act"], inner["certainty"]) == ("harbour-office", None, "predicts", "probable")
    assert (inner["cue"], inner["said"], outer["said"]) == ("expects", "1956", None)
    assert [line.strip().split()[0] for line in said.err.splitlines()[2:]] == ["harbour-gazette-paper", "radio-one", "harbour-office"]


def test_an_option_with_an_equals_sign_keeps_its_order_too(tiny_path: Path) -> None:
    author, speaker = chain(tiny_path, done(*fact("--stance=denies", "--speaker=radio-one", "--stance=affirms"), db=tiny_path))
    assert (author["stance"], speaker["stance"]) == ("denies", "affirms")


# ------------------------------------------------------------------------------------------------------ the same fact again


def test_the_same_fact_again_is_one_fact_and_leaves_no_run(tiny_path: Path) -> None:
    first = done(*fact(), db=tiny_path)
    before = rows(tiny_path)
    again = kb(*fact(), db=tiny_path)
    assert again.code == 0
    assert again.out.strip() == first
    assert "there already" in again.err
    assert rows(tiny_path) == before


def test_the_same_claim_in_other_white_space_is_the_same_claim(tiny_path: Path) -> None:
    first = done(*fact(), db=tiny_path)
    assert done(*fact(claim="The  bridge opens\tto traffic in 1958 "), db=tiny_path) == first


def test_the_same_claim_from_another_source_is_another_assertion_of_it(tiny_path: Path) -> None:
    first = done(*fact(), db=tiny_path)
    said = kb(*fact(source="port-bulletin", quote="The Canal Company carried 900 passengers"), db=tiny_path)
    assert said.out.strip() != first
    assert "another assertion" in said.err
    claims = held(tiny_path, "SELECT claim_id, source_id FROM assertions WHERE id IN (?, ?)", first, said.out.strip())
    assert len({row["claim_id"] for row in claims}) == 1
    assert {row["source_id"] for row in claims} == {SOURCE, "port-bulletin"}


def test_a_claim_may_be_named_by_its_id_with_or_without_prefix(tiny_path: Path) -> None:
    for name in ("ferry-too-small", "clm-ferry-too-small"):
        said = done("add", "--source", SOURCE, "--quote", "The ferry will not stop", "--claim-id", name, db=tiny_path)
        (row,) = chain(tiny_path, said)
        assert row["claim_id"] == "clm-ferry-too-small"


def test_the_same_words_with_another_triple_are_refused_naming_both(tiny_path: Path) -> None:
    done(*fact("--subject", "canal-company", "--predicate", "carries", "--object", "passengers"), db=tiny_path)
    before = rows(tiny_path)
    said = kb(*fact("--subject", "canal-company", "--predicate", "carries", "--object", "ferry"), db=tiny_path)
    assert said.code == 1
    assert "passengers" in said.err
    assert "ferry" in said.err
    assert rows(tiny_path) == before


@pytest.mark.parametrize(
    "more", [(), ("--new-actor", "captain-hale:person:Captain Hale", "--speaker", "captain-hale"), ("--by", "Somebody New")]
)
def test_a_dry_run_shows_what_it_would_record_and_records_nothing_at_all(more: tuple[str, ...], tiny_path: Path) -> None:
    before = rows(tiny_path)
    dry = kb(*fact(*more, "--dry-run"), db=tiny_path)
    assert dry.code == 0
    assert "nothing was recorded" in dry.err
    assert rows(tiny_path) == before
    assert done(*fact(*more), db=tiny_path) == dry.out.strip()


def test_who_adds_it_and_why_stand_in_the_run(tiny_path: Path) -> None:
    said = done(*fact("--by", "Ada Reader", "--reason", "read again"), db=tiny_path)
    (run,) = held(
        tiny_path,
        "SELECT contributors.name, contributors.kind, runs.reason, runs.kind AS run FROM assertions JOIN runs ON runs.id = run_id"
        " JOIN contributors ON contributors.id = contributor_id WHERE assertions.id = ?",
        said,
    )
    assert run == {"name": "Ada Reader", "kind": "person", "reason": "read again", "run": "add"}


def test_contributors_whose_names_look_alike_in_plain_letters_stay_apart(tiny_path: Path) -> None:
    for number, name in enumerate(("Łukasz", "李明", "Σοφία", "Ada", "radio-one", "carries")):
        done(*fact("--by", name, claim=f"The bridge opens in 1958, as reader {number} has it"), db=tiny_path)
    found = held(
        tiny_path,
        "SELECT DISTINCT contributors.id, name FROM contributors JOIN runs ON contributor_id = contributors.id WHERE runs.kind = 'add'",
    )
    assert {row["name"] for row in found} == {"Łukasz", "李明", "Σοφία", "Ada", "radio-one", "carries"}
    sound(tiny_path)


@pytest.mark.thorough
def test_at_a_terminal_it_asks_for_what_is_missing_and_shows_the_quote_it_found(tiny_path: Path) -> None:
    answers = [
        ("source", SOURCE),
        ("quote (", "Many captains think that the ferry is too small"),
        ("quote (", "Many captains believe that the ferry is too small"),
        ("claim (", "Many captains find the ferry too small"),
        ("subject (", "many-captains"),
        ("predicate (", "harms"),
        ("object (", "ferry"),
    ]
    code, screen = at_a_terminal(("add",), answers, tiny_path)
    assert code == 0, screen
    assert "port-bulletin" in screen  # the sources to choose from
    assert "[-think-] {+believe+}" in screen
    assert "»Many captains believe that the ferry is too small«" in screen
    (claim,) = held(tiny_path, "SELECT * FROM claims WHERE text = 'Many captains find the ferry too small'")
    assert (claim["subject_id"], claim["predicate_id"], claim["object_id"]) == ("many-captains", "harms", "ferry")
    sound(tiny_path)


def test_at_a_terminal_a_fact_without_a_triple_asks_no_further(tiny_path: Path) -> None:
    options = ("add", "--source", SOURCE, "--quote", "The ferry will not stop")
    code, screen = at_a_terminal(options, [("claim (", "The ferry runs on"), ("subject (", "")], tiny_path)
    assert code == 0, screen
    assert "predicate (" not in screen


def test_in_a_pipe_it_never_asks(tiny_path: Path) -> None:
    said = kb("add", db=tiny_path, stdin="port-bulletin\n")
    assert said.code == 2
    assert "--source is missing" in said.err


def test_five_commands_lead_from_nothing_to_triples(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    text = tmp_path / "bridge.txt"
    text.write_text(TEXT, encoding="utf-8")
    done("init", path)
    source = done("source", "add", text, "--title", "The bridge", "--author", "Ada Writer", db=path)
    added = done(
        "add",
        "--source",
        source,
        "--quote",
        "the council has not decided",
        "--claim",
        "The council has decided",
        "--stance",
        "denies",
        db=path,
    )
    (row,) = json.loads(done("query", "SELECT * FROM claim_sheet", "-f", "json", db=path))
    assert (row["assertion_id"], row["speaker"], row["stance"], row["quote"]) == (
        added,
        "Ada Writer",
        "denies",
        "the council has not decided",
    )
    quads = done("export", "nq", db=path)
    assert added in quads
    sound(path)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        (
            "page.mhtml",
            b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nMIME-Version: 1.0\n\nx\n",
            "multipart/related",
        ),
        ("talk.txt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n", "text/vtt"),
        ("letter.txt", b"{\\rtf1 words}", "RTF"),
    ],
)
def test_a_file_of_another_format_is_no_plain_text(empty_path: Path, tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    said = kb("source", "add", tmp_path / name, "--title", "T", "--author", "A", db=empty_path)
    assert said.code == 1
    assert told in said.err and "remedy" in said.err
    assert rows(empty_path)["sources"] == []


def test_at_a_terminal_a_new_actor_s_kind_is_asked_for_and_in_a_script_it_is_required(tiny_path: Path) -> None:
    code, screen = at_a_terminal(("new", "actor", "pilots", "the pilots"), [("kind", "crew"), ("kind", "group")], tiny_path)
    assert (code, "is not one of" in screen) == (0, True)
    assert get(tiny_path, "SELECT kind FROM actors WHERE id = 'pilots'") == "group"
    for kind in ("actor", "thing", "event"):
        said = kb("new", kind, "quay", "the quay", db=tiny_path)
        assert (said.code, "kind: is missing" in said.err, "use one of:" in said.err) == (1, True, True)
