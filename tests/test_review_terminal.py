"""`kb propose` and `kb review`: an article in, a decision by one key each, and a report."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.test_add import at_a_terminal
from tests.whole import done, kb, one, rows

ARTICLE = """The bridge is late

The Harbour Board said that the bridge will open in 1958. "We will not stop the ferry," the board said.

According to the Canal Company, a second ferry costs 3 million dollars.
"""
ASKED = "a e n d s r l u q ?"


@pytest.fixture
def taken(empty_path: Path, tmp_path: Path) -> Path:
    """A base with one article, read by the rules that need no model, and one actor who speaks in it."""
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    done("new", "actor", "harbour-board", "Harbour Board", "--kind", "organization", db=empty_path)
    said = kb("propose", file, "--title", "The bridge is late", "--author", "Gazette", "--model", "none", db=empty_path)
    assert said.code == 0, said.err
    assert said.out.strip() == "the-bridge-is-late"
    assert "read by the tier “rules”" in said.err
    return empty_path


def proposals(path: Path, condition: str = "true") -> int:
    connection = sqlite3.connect(path)
    count = int(one(connection, f"SELECT count(*) FROM proposals WHERE {condition}"))
    connection.close()
    return count


def test_an_article_is_taken_in_once_and_nothing_in_it_counts_as_said(taken: Path, tmp_path: Path) -> None:
    assert proposals(taken, "status = 'waiting'") == proposals(taken) >= 3
    assert rows(taken)["assertions"] == []
    before = rows(taken)["proposals"]
    for again in (tmp_path / "article.txt", "the-bridge-is-late"):
        said = kb("propose", again, "--title", "The bridge is late", "--model", "none", db=taken)
        assert f"0 proposals, {len(before)} that were there already" in said.err
    assert rows(taken)["proposals"] == before


def test_a_dry_run_shows_and_records_nothing(empty_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    before = rows(empty_path)
    said = kb("propose", file, "--title", "T", "--model", "none", "--dry-run", db=empty_path)
    assert (said.code, "nothing was recorded" in said.err) == (0, True)
    assert rows(empty_path) == before


def test_an_article_without_a_title_is_refused_with_the_remedy(empty_path: Path) -> None:
    said = kb("propose", "-", "--model", "none", db=empty_path, stdin="some words without a name, in small letters.\n")
    assert said.code != 0
    assert "--title" in said.err
    assert rows(empty_path)["sources"] == []


def test_one_key_rejects_puts_off_and_takes_back(taken: Path) -> None:
    code, screen = at_a_terminal(("review", "--by", "tester"), [(ASKED, "r"), (ASKED, "u"), (ASKED, "l"), (ASKED, "q")], taken, enter="")
    assert code == 0, screen
    assert "rejected" in screen
    assert "restored proposals" in screen
    assert "This batch:" in screen
    assert (proposals(taken, "status = 'later'"), proposals(taken, "status = 'rejected'")) == (1, 0)


def test_accepting_records_the_fact_and_the_report_counts_it(taken: Path) -> None:
    board = "speaker_id = 'harbour-board'"
    assert proposals(taken, board) >= 1
    rule = sqlite3.connect(taken).execute(f"SELECT rule FROM proposals WHERE {board} ORDER BY confidence DESC").fetchone()[0]
    code, screen = at_a_terminal(("review", "--rule", rule, "--by", "tester"), [(ASKED, "a")], taken, enter="")
    assert code == 0, screen
    assert "accepted: ast-" in screen
    assert (len(rows(taken)["claims"]), proposals(taken, "status = 'accepted'")) == (1, 1)
    assert "1 accepted" in done("review", "--report", db=taken)


def test_dropping_a_speaker_asks_first(taken: Path) -> None:
    before = rows(taken)["assertions"]
    code, screen = at_a_terminal(("review", "--by", "tester"), [(ASKED, "d"), ("[y/N]", "n\n"), (ASKED, "q")], taken, enter="")
    assert code == 0, screen
    assert "document's own?" in screen
    assert rows(taken)["assertions"] == before


def test_what_waits_can_be_listed_and_in_a_pipe_nothing_is_asked(taken: Path) -> None:
    assert len(done("review", "--list", db=taken).splitlines()) == proposals(taken)
    assert kb("review", db=taken).code == 2
