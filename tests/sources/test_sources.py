"""Adding a text: as a new source, as a later text of one that is there, or refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.harness.facts import TEXT, held
from tests.whole import done, kb, rows, sound

# ------------------------------------------------------------------------------------------------------------- source add


BRIDGE = f"the-bridge-{hashlib.sha256(TEXT.encode()).hexdigest()[:6]}"


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
    assert done("source", "add", file, "--title", "The bridge", *options, db=empty_path) == BRIDGE
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
    assert add_text(empty_path) == BRIDGE
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
    assert (said.code, said.out.strip()) == (0, BRIDGE)
    assert "already" in said.err
    assert rows(empty_path) == before


def test_another_text_under_a_title_that_is_there_is_another_source_and_told_how_to_be_a_later_text(empty_path: Path) -> None:
    add_text(empty_path)
    said = kb("source", "add", "-", "--title", "The bridge", db=empty_path, stdin="Quite another text.")
    assert said.code == 0
    assert f"there is {BRIDGE}, with the same title" in said.err
    assert f"--id {BRIDGE}" in said.err
    assert len(rows(empty_path)["sources"]) == 2
    sound(empty_path)


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
    said = kb("source", "add", "-", "--title", "The bridge, corrected", "--id", BRIDGE, db=empty_path, stdin=later)
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
    back = kb("source", "add", "-", "--title", "The bridge", "--id", BRIDGE, db=empty_path, stdin=TEXT)
    assert back.code == 0, back.err
    assert held(empty_path, "SELECT text FROM sources JOIN snapshots ON snapshots.id = snapshot_id") == [{"text": TEXT}]
    assert held(empty_path, "SELECT count(*) AS n FROM snapshots") == [{"n": 2}]
    sound(empty_path)


def test_an_earlier_text_without_its_id_asks_what_is_meant(empty_path: Path) -> None:
    add_text(empty_path)
    add_text(empty_path, "--id", BRIDGE, text="A later text of it.")
    said = kb("source", "add", "-", "--title", "The bridge", db=empty_path, stdin=TEXT)
    assert said.code == 1
    assert f"--id {BRIDGE}" in said.err


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
    done("merge", f"author-of-{BRIDGE}", "ada-writer", "--reason", "she told", db=empty_path)
    done("correct", "the-bridge", "title=The new bridge", "--reason", "misprint", db=empty_path)
    add_text(empty_path, "--id", BRIDGE, text="A later text of it.", title="The new bridge")
    assert {row["speaker_id"] for row in held(empty_path, "SELECT speaker_id FROM sections")} == {"ada-writer"}
    sound(empty_path)


@pytest.mark.parametrize(
    "options",
    [
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


def test_a_title_in_other_letters_is_transliterated(empty_path: Path) -> None:
    assert add_text(empty_path, title="大桥") == f"da-qiao-{BRIDGE[-6:]}"
