"""Annotations of other programs, whose quotes become proposals: found again in the text, or listed with why not."""

from __future__ import annotations

import csv
import json
import sqlite3
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import kb.api
from kb.errors import DataError, UsageError
from kb.exchange.formats import registry
from kb.exchange.formats.quoted import Format, Quoted
from tests.whole import kb as command
from tests.whole import sound

QUOTE = "The ferry will not stop"
HYPOTHESIS = {
    "total": 3,
    "rows": [
        {
            "uri": "https://example.org/gazette",
            "user": "acct:reader@example.org",
            "text": "the ferry stays",
            "tags": ["ferry"],
            "target": [{"source": "http://example.org/gazette/#top", "selector": [{"type": "TextQuoteSelector", "exact": QUOTE}]}],
        },
        {"uri": "https://example.org/gazette", "text": "a page note", "target": [{"source": "https://example.org/gazette"}]},
        {"uri": "https://example.org/unknown", "target": [{"selector": [{"type": "TextQuoteSelector", "exact": QUOTE}]}]},
    ],
}
SHEET = "\ufeffQuote;Source;Claim;Speaker;Note\r\nthe ferry  is too small;harbour-gazette;The ferry is small;captains;see p. 1\r\nThe ferry was sold;harbour-gazette;;;\r\n;;;;\r\n"


def langextract(text: str) -> str:
    extraction = {"extraction_class": "capacity", "extraction_text": QUOTE, "attributes": {"what": "ferry"}}
    return json.dumps({"document_id": "doc_1", "text": text, "extractions": [extraction]}) + "\n"


def waiting(path: Path) -> list[tuple[str, str, str | None, list[str]]]:
    connection = sqlite3.connect(path)
    sql = "SELECT exact, rule, speaker, found FROM proposals WHERE status = 'waiting' ORDER BY exact"
    found = [(exact, rule, speaker, json.loads(more).get("notes", [])) for exact, rule, speaker, more in connection.execute(sql)]
    connection.close()
    return found


def test_each_format_becomes_proposals_and_what_fails_is_listed(tiny_path: Path, tmp_path: Path) -> None:
    with kb.api.open(tiny_path) as base:
        base.correct("harbour-gazette", "its page", url="https://example.org/gazette", by="a tester")
        text = base.query("SELECT text FROM snapshots WHERE source_id = 'harbour-gazette'")[0]["text"]
        claims = base.query("SELECT count(*) AS n FROM claims")
    files = {name: tmp_path / name for name in ("notes.json", "quotes.csv", "extracted.jsonl", "failed.csv")}
    files["notes.json"].write_text(json.dumps(HYPOTHESIS))
    files["quotes.csv"].write_text(SHEET, newline="")
    files["extracted.jsonl"].write_text(langextract(text))
    said = command("import", files["notes.json"], "--as", "annotations", "--errors", files["failed.csv"], db=tiny_path)
    assert said.code == 3 and said.out == "1 proposals, 0 that were there already, 2 not found\n"
    exact, rule, speaker, notes = waiting(tiny_path)[0]
    assert (exact, rule, speaker, notes[0]) == (
        QUOTE,
        "annotation",
        None,
        "the annotation notes: the ferry stays · tags: ferry · acct:reader@example.org",
    )
    with files["failed.csv"].open(newline="") as file:
        assert [(row["row"], row["quote"]) for row in csv.DictReader(file)] == [("row 2", ""), ("row 3", QUOTE)]
    assert "https://example.org/unknown" in said.err and "a page note or a reply" in said.err
    said = command("import", files["quotes.csv"], "--as", "quotes", db=tiny_path)
    assert said.code == 3 and "row 3, 'The ferry was sold'" in said.err
    small = next(each for each in waiting(tiny_path) if each[0] == "the ferry is too small")
    assert small[2] == "captains" and small[3] == ["the annotation claims: The ferry is small", "the annotation notes: see p. 1"]
    said = command("import", files["extracted.jsonl"], "--as", "annotations", db=tiny_path)
    assert (said.code, said.out) == (0, "0 proposals, 1 that were there already, 0 not found\n")
    with kb.api.open(tiny_path) as base:
        assert base.query("SELECT count(*) AS n FROM claims") == claims
    sound(tiny_path)


def test_our_own_web_annotations_find_their_words_again(tiny_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "annotations.jsonld"
    with kb.api.open(tiny_path) as base:
        base.export_as("annotations", file)
        quotes = registry.read(file.name, file.read_bytes())
        taken = base.import_annotations(file, by="a tester", dry_run=True)
        places = {
            (row["start_char"], row["end_char"])
            for row in base.query("SELECT start_char, end_char FROM passages JOIN assertions ON passage_id = passages.id")
        }
    assert taken.failed == [] and taken.new == len(places) and len(quotes) > taken.new
    assert waiting(tiny_path) == []


def test_among_several_places_the_surroundings_or_the_offset_decide() -> None:
    from kb.review.annotated import place

    text = "It rains. We stay.\nIt rains. We go.\n"
    assert place(text, Quoted("row 1", "It rains", suffix=". We go")).start == 19
    assert place(text, Quoted("row 1", "It rains", start=19)).start == 19
    with pytest.raises(DataError, match="2 times"):
        place(text, Quoted("row 1", "It rains"))


def test_another_package_offers_a_format_and_ours_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = [Format(name, "theirs", lambda *_: True, lambda _: [Quoted("row 1", "theirs")]) for name in ("own", "hypothesis")]
    monkeypatch.setattr(EntryPoint, "load", lambda entry: theirs[int(entry.value)])
    found = [EntryPoint(each.name, str(number), registry.GROUP) for number, each in enumerate(theirs)]
    monkeypatch.setattr(registry, "entry_points", lambda **_: found)
    assert list(registry.formats()) == ["hypothesis", "web-annotation", "langextract", "quotes", "own"]
    assert registry.read("notes.json", json.dumps(HYPOTHESIS).encode())[0].quote == QUOTE
    assert registry.read("notes.x", b"\x00")[0].quote == "theirs"
    theirs[0] = [Format]  # type: ignore[list-item]
    with pytest.raises(DataError, match="is not a format"):
        registry.formats()
    theirs[0] = theirs[1]
    with pytest.raises(UsageError, match="zotero"):
        registry.read("notes.x", b"", "zotero")
