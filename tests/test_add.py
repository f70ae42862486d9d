"""Adding by hand: one sourced fact with `kb add`, one text with `kb source add`, and a base of one's own from nothing."""

from __future__ import annotations

import json
import os
import pty
import select
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kb import store
from tests.whole import done, kb, one, rows, sound

SOURCE = "harbour-gazette"
QUOTE = "Radio One reported that the harbour office expects the bridge to open in 1958"
TEXT = "A bridge is planned.\nThe mayor said: “the council has not decided”. Nobody knows the cost.\n"


def fact(*more: object, source: str = SOURCE, quote: str = QUOTE, claim: str = "The bridge opens to traffic in 1958") -> tuple[object, ...]:
    return ("add", "--source", source, "--quote", quote, "--claim", claim, *more)


def held(path: Path, sql: str, *parameters: object) -> list[dict[str, Any]]:
    connection = sqlite3.connect(path)
    cursor = connection.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor]
    connection.close()
    return found


def chain(path: Path, assertion_id: str) -> list[dict[str, Any]]:
    """The assertion and those it is reported in, outermost first."""
    found: list[dict[str, Any]] = []
    above: str | None = assertion_id
    while above:
        found += held(path, "SELECT * FROM assertions WHERE id = ?", above)
        above = found[-1]["reported_in_id"]
    return found[::-1]


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
    assert done("new", "event", "bridge-works", "works on the bridge", *options, db=tiny_path) == "bridge-works"
    (event,) = held(tiny_path, "SELECT * FROM events WHERE id = 'bridge-works'")
    assert (event["actuality"], event["date"], event["earliest"], event["latest"]) == ("planned", "1957-03", "1957-03-01", "1957-03-31")
    assert (event["place_id"], event["part_of_id"], event["date_basis"]) == ("harbour", "bridge-opening", "stated")


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


# ----------------------------------------------------------------------------------------------------------- at a terminal


def at_a_terminal(arguments: tuple[object, ...], answers: list[tuple[str, str]], db: Path, enter: str = "\n") -> tuple[int, str]:
    """Run the command at a terminal and answer each prompt when it shows, with Enter; (exit code, all that was on the screen)."""
    script = "import sys; from kb.cli import main; main(sys.argv[1:], prog_name='kb')"
    leader, follower = pty.openpty()
    words = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(words, stdin=follower, stdout=follower, stderr=follower, env=os.environ | {"KB_DB": str(db), "TERM": "dumb"})
    os.close(follower)
    screen, waiting, end = "", list(answers), time.monotonic() + 30
    seen = 0
    while time.monotonic() < end:
        ready, _, _ = select.select([leader], [], [], 0.2)
        if ready:
            try:
                read = os.read(leader, 65536)
            except OSError:
                break
            if not read:
                break
            screen += read.decode("utf-8", "replace")
        if waiting and waiting[0][0] in screen[seen:]:
            seen = len(screen)
            time.sleep(0 if enter else 0.3)  # a single key is read in the terminal's raw mode, which drops what was typed before it
            os.write(leader, (waiting.pop(0)[1] + enter).encode())
    os.close(leader)
    assert waiting == [], screen
    return process.wait(timeout=30), screen


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


# ------------------------------------------------------------------------------------------------------------- source add


def add_text(path: Path, *options: object, text: str = TEXT, title: str = "The bridge") -> str:
    return done("source", "add", "-", "--title", title, *options, db=path, stdin=text)


def test_a_text_from_a_file_becomes_a_source_that_covers_every_character(empty_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, encoding="utf-8")
    options = (
        "--author",
        "Ada Writer",
        "--publisher",
        "River Press",
        "--published",
        "1957-02",
        "--language",
        "en",
        "--url",
        "https://example.org/b",
    )
    assert done("source", "add", file, "--title", "The bridge", *options, db=empty_path) == "the-bridge"
    (source,) = held(empty_path, "SELECT * FROM sources")
    assert (source["kind"], source["publisher_id"], source["published"], source["published_basis"]) == (
        "document",
        "river-press",
        "1957-02",
        "stated",
    )
    (snapshot,) = held(empty_path, "SELECT * FROM snapshots")
    assert (snapshot["text"], snapshot["retrieved_from"]) == (TEXT, "https://example.org/b")
    (section,) = held(empty_path, "SELECT * FROM sections")
    assert (section["start_char"], section["end_char"], section["speaker_id"]) == (0, len(TEXT), "ada-writer")
    words = [TEXT[row["start_char"] : row["end_char"]] for row in held(empty_path, "SELECT * FROM sentences ORDER BY position")]
    assert words[0] == "A bridge is planned."
    assert "".join("".join(words).split()) == "".join(TEXT.split())
    sound(empty_path)


def test_a_text_from_standard_input_is_the_same_text(empty_path: Path) -> None:
    assert add_text(empty_path) == "the-bridge"
    (snapshot,) = held(empty_path, "SELECT text, retrieved_from FROM snapshots")
    assert snapshot == {"text": TEXT, "retrieved_from": None}


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfWith a mark.\n", "With a mark.\n"),
        (b"One line.\r\nAnother.\r\n", "One line.\r\nAnother.\r\n"),
        ("Café\u00a0„Zürich“.".encode(), "Café\u00a0„Zürich“."),
    ],
    ids=["byte order mark", "CRLF", "beyond ASCII"],
)
def test_a_text_is_kept_as_it_was_received(data: bytes, text: str, empty_path: Path) -> None:
    said = kb("source", "add", "-", "--title", "A text", db=empty_path, stdin=data)
    assert said.code == 0, said.err
    assert held(empty_path, "SELECT text FROM snapshots") == [{"text": text}]
    sound(empty_path)


@pytest.mark.parametrize("data", [b"", b" \n ", b"caf\xe9", b"a\x00b"], ids=["empty", "blank", "not UTF-8", "NUL"])
def test_what_is_no_text_is_refused(data: bytes, empty_path: Path) -> None:
    before = rows(empty_path)
    said = kb("source", "add", "-", "--title", "A text", db=empty_path, stdin=data)
    assert said.code == 1
    assert "remedy" in said.err
    assert rows(empty_path) == before


def test_the_same_text_twice_is_recognised_whatever_its_title(empty_path: Path) -> None:
    add_text(empty_path)
    before = rows(empty_path)
    said = kb("source", "add", "-", "--title", "Another title", db=empty_path, stdin=TEXT)
    assert (said.code, said.out.strip()) == (0, "the-bridge")
    assert "already" in said.err
    assert rows(empty_path) == before


def test_another_text_under_a_title_that_is_there_needs_to_say_which_it_is(empty_path: Path) -> None:
    add_text(empty_path)
    before = rows(empty_path)
    said = kb("source", "add", "-", "--title", "The bridge", db=empty_path, stdin="Quite another text.")
    assert said.code == 1
    assert "--id the-bridge" in said.err
    assert rows(empty_path) == before


def test_a_later_text_moves_the_quotes_that_it_still_holds_and_lists_the_others(empty_path: Path) -> None:
    add_text(empty_path)
    kept = done(
        "add",
        "--source",
        "the-bridge",
        "--quote",
        "the council has not decided",
        "--claim",
        "The council decided",
        "--stance",
        "denies",
        db=empty_path,
    )
    gone = done(
        "add",
        "--source",
        "the-bridge",
        "--quote",
        "Nobody knows the cost",
        "--claim",
        "Somebody knows the cost",
        "--stance",
        "denies",
        db=empty_path,
    )
    later = "CORRECTED. " + TEXT.replace("Nobody knows the cost. ", "").replace("Nobody knows the cost.", "It is dear.")
    said = kb("source", "add", "-", "--title", "The bridge, corrected", "--id", "the-bridge", db=empty_path, stdin=later)
    assert said.code == 0, said.err
    assert "1 moved" in said.err
    assert "Nobody knows the cost" in said.err
    assert "title: kept as it was" in said.err
    places = {row["id"]: row["text"][row["start_char"] : row["end_char"]] + "|" + str(len(row["text"])) for row in held(
        empty_path, "SELECT assertions.id, text, start_char, end_char FROM assertions JOIN passages ON passages.id = passage_id JOIN snapshots ON snapshots.id = snapshot_id"
    )}  # fmt: skip
    assert places == {kept: f"the council has not decided|{len(later)}", gone: f"Nobody knows the cost|{len(TEXT)}"}
    sound(empty_path)
    # the publisher goes back to the first wording: the earlier snapshot is current again, and nothing is recorded twice
    back = kb("source", "add", "-", "--title", "The bridge", "--id", "the-bridge", db=empty_path, stdin=TEXT)
    assert back.code == 0, back.err
    assert held(empty_path, "SELECT text FROM sources JOIN snapshots ON snapshots.id = snapshot_id") == [{"text": TEXT}]
    assert held(empty_path, "SELECT count(*) AS n FROM snapshots") == [{"n": 2}]
    sound(empty_path)


def test_an_earlier_text_without_its_id_asks_what_is_meant(empty_path: Path) -> None:
    add_text(empty_path)
    add_text(empty_path, "--id", "the-bridge", text="A later text of it.")
    said = kb("source", "add", "-", "--title", "The bridge", db=empty_path, stdin=TEXT)
    assert said.code == 1
    assert "--id the-bridge" in said.err


def test_the_same_words_may_be_the_text_of_two_sources(empty_path: Path) -> None:
    add_text(empty_path)
    assert add_text(empty_path, "--id", "the-copy", title="The copy") == "the-copy"
    before = rows(empty_path)
    assert add_text(empty_path, "--id", "the-copy", title="The copy") == "the-copy"
    assert rows(empty_path) == before


def test_a_text_of_several_authors_is_spoken_by_one_group(empty_path: Path) -> None:
    add_text(empty_path, "--author", "Ada Writer", "--author", "Ben Writer")
    assert [row["actor_id"] for row in held(empty_path, "SELECT actor_id FROM source_authors ORDER BY position")] == [
        "ada-writer",
        "ben-writer",
    ]
    (voice,) = held(empty_path, "SELECT actors.* FROM sections JOIN actors ON actors.id = speaker_id")
    assert voice["kind"] == "group"
    assert "The bridge" in voice["name"]


def test_a_text_of_nobody_is_spoken_by_somebody_unspecified(empty_path: Path) -> None:
    add_text(empty_path)
    (voice,) = held(empty_path, "SELECT actors.* FROM sections JOIN actors ON actors.id = speaker_id")
    assert voice["anonymity"] == "unspecified"


def test_a_later_text_is_spoken_by_whoever_its_author_was_found_to_be(empty_path: Path) -> None:
    add_text(empty_path)
    done("new", "actor", "ada-writer", "Ada Writer", "--kind", "person", db=empty_path)
    done("merge", "author-of-the-bridge", "ada-writer", "--reason", "she told", db=empty_path)
    done("correct", "the-bridge", "title=The new bridge", "--reason", "misprint", db=empty_path)
    add_text(empty_path, "--id", "the-bridge", text="A later text of it.", title="The new bridge")
    assert {row["speaker_id"] for row in held(empty_path, "SELECT speaker_id FROM sections")} == {"ada-writer"}
    sound(empty_path)


@pytest.mark.parametrize(
    "options",
    [
        ("--author", "李明"),
        ("--kind", "rumour"),
        ("--published", "May"),
        ("--url", "nowhere"),
        ("--id", "The Bridge"),
        ("--language", "en_GB"),
    ],
)
def test_metadata_that_cannot_be_is_refused_with_the_text(options: tuple[str, ...], empty_path: Path) -> None:
    before = rows(empty_path)
    said = kb("source", "add", "-", "--title", "The bridge", *options, db=empty_path, stdin=TEXT)
    assert said.code == 1
    assert said.err.startswith("kb: ")
    assert rows(empty_path) == before


def test_a_title_without_plain_letters_needs_an_id(empty_path: Path) -> None:
    said = kb("source", "add", "-", "--title", "大桥", db=empty_path, stdin=TEXT)
    assert said.code == 1
    assert "--id" in said.err
    assert add_text(empty_path, "--id", "da-qiao", title="大桥") == "da-qiao"


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
