"""`kb propose` and `kb review`: an article in, a decision by one key each, and a report."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from kb import api, review
from kb.base import runs
from tests.harness.terminal import at_a_terminal
from tests.whole import done, kb, one, rows

ARTICLE = """The bridge is late

The Harbour Board said that the bridge will open in 1958. "We will not stop the ferry," the board said.

According to the Canal Company, a second ferry costs 3 million dollars.
"""
ASKED = "a m e n d s c r l 0 + u q ?"


@pytest.fixture
def taken(empty_path: Path, tmp_path: Path) -> Path:
    """A base with one article, read by the rules that need no model, and one actor who speaks in it."""
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    done("new", "actor", "harbour-board", "Harbour Board", "--kind", "organization", db=empty_path)
    said = kb("propose", file, "--title", "The bridge is late", "--author", "Gazette", "--model", "none", db=empty_path)
    assert said.code == 0, said.err
    assert re.fullmatch(r"the-bridge-is-late-[0-9a-f]{6}", said.out.strip())
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


def test_a_dry_run_over_a_recorded_source_records_nothing_either(empty_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    source = done("source", "add", file, "--title", "T", db=empty_path).strip()
    before = rows(empty_path)
    said = kb("propose", source, "--model", "none", "--dry-run", db=empty_path)
    assert said.code == 0 and "nothing was recorded" in said.err and not said.err.startswith("0 proposals")
    assert rows(empty_path) == before


def test_what_is_left_out_is_listed_and_comes_in_with_one_flag(empty_path: Path, tmp_path: Path) -> None:
    pytest.importorskip("markdown_it", reason="Markdown comes with the extra read")
    file = tmp_path / "article.md"
    file.write_text("# The bridge is late\n\nThe board ~~agreed to~~ refused the plan of the union in May.\n", encoding="utf-8")
    said = kb("propose", file, "--model", "none", db=empty_path)
    assert "left out, deleted words (1): “agreed to”" in said.err and "--keep-all" in said.err
    before = rows(empty_path)["snapshots"]
    for _ in range(2):  # the second time the fuller text is there already
        said = kb("propose", file, "--model", "none", "--keep-all", db=empty_path)
        assert said.code == 0 and re.fullmatch(r"the-bridge-is-late-[0-9a-f]{6}", said.out.strip()), said.err
        assert "left out" not in said.err
    assert kb("propose", "the-bridge-is-late", "--keep-all", db=empty_path).code == 2
    after = rows(empty_path)
    assert (len(after["sources"]), len(after["snapshots"])) == (1, 2)
    assert [row for row in after["snapshots"] if row in before] == before  # a text that is stored stays as it is
    connection = sqlite3.connect(empty_path)
    text = one(connection, "SELECT text FROM snapshots JOIN sources ON snapshot_id = snapshots.id")
    connection.close()
    assert text == "The bridge is late\n\nThe board [deleted words: agreed to] refused the plan of the union in May."


def test_an_article_without_a_title_is_refused_with_the_remedy(empty_path: Path) -> None:
    said = kb("propose", "-", "--model", "none", db=empty_path, stdin="some words without a name, in small letters.\n")
    assert said.code != 0
    assert "--title" in said.err
    assert rows(empty_path)["sources"] == []


@pytest.mark.thorough
def test_one_key_rejects_puts_off_and_takes_back(taken: Path) -> None:
    code, screen = at_a_terminal(
        ("review", "--one-by-one", "--by", "tester"), [(ASKED, "r"), (ASKED, "u"), (ASKED, "l"), (ASKED, "q")], taken, enter=""
    )
    assert code == 0, screen
    assert "rejected" in screen
    assert "restored proposals" in screen
    assert "This batch:" in screen
    assert (proposals(taken, "status = 'later'"), proposals(taken, "status = 'rejected'")) == (1, 0)


@pytest.mark.thorough
def test_accepting_records_the_fact_and_the_report_counts_it(taken: Path) -> None:
    board = "speaker_id = 'harbour-board'"
    assert proposals(taken, board) >= 1
    rule = sqlite3.connect(taken).execute(f"SELECT rule FROM proposals WHERE {board} ORDER BY confidence DESC").fetchone()[0]
    code, screen = at_a_terminal(("review", "--rule", rule, "--by", "tester"), [(ASKED, "a")], taken, enter="")
    assert code == 0, screen
    assert "accepted: ast-" in screen
    assert (len(rows(taken)["claims"]), proposals(taken, "status = 'accepted'")) == (1, 1)
    assert "1 accepted" in done("review", "--report", db=taken)


@pytest.mark.thorough
def test_dropping_a_speaker_asks_first(taken: Path) -> None:
    before = rows(taken)["assertions"]
    code, screen = at_a_terminal(
        ("review", "--one-by-one", "--by", "tester"), [(ASKED, "d"), ("[y/N]", "n\n"), (ASKED, "q")], taken, enter=""
    )
    assert code == 0, screen
    assert "document's own?" in screen
    assert rows(taken)["assertions"] == before


def test_what_waits_can_be_listed_and_in_a_pipe_nothing_is_asked(taken: Path) -> None:
    assert len(done("review", "--list", db=taken).splitlines()) == proposals(taken)
    assert kb("review", db=taken).code == 2


def test_the_slug_of_a_source_lists_what_waits_in_it(taken: Path) -> None:
    assert done("review", "the-bridge-is-late", "--list", db=taken) == done("review", "--list", db=taken) != ""
    assert re.match(r"the-bridge-is-late-[0-9a-f]{6}$", done("propose", "the-bridge-is-late", "--model", "none", db=taken))


@pytest.mark.thorough
def test_editing_asks_for_names_keeps_what_was_typed_and_records_what_is_new(taken: Path) -> None:
    rule = sqlite3.connect(taken).execute("SELECT rule FROM proposals WHERE speaker_id = 'harbour-board'").fetchone()[0]
    others = [(f"  {name}", "\n") for name in ("certainty", "subject", "predicate", "object", "place", "event", "about", "quote", "cue")]
    others += [("act", "\n"), ("kind", "\n")]
    script = [(ASKED, "e"), ("text", "\n"), ("speaker", "Bridge Board\n"), ("stance", "denies\n"), *others, ("record it?", "n\n")]
    script += [(ASKED, "e"), ("text", "\n"), ("speaker [Bridge Board]", "\n"), ("stance [denies]", "\n"), *others, ("record it?", "\n")]
    script += [("what is it", "actor group\n"), ("id [bridge-board]", "the-bridge-board\n")]
    code, screen = at_a_terminal(("review", "--rule", rule, "--by", "tester"), script, taken, enter="")
    assert code == 0, screen
    base = sqlite3.connect(taken)
    assert base.execute("SELECT kind FROM actors WHERE id = 'the-bridge-board'").fetchall() == [("group",)]
    assert base.execute("SELECT count(*) FROM assertions WHERE stance = 'denies'").fetchone() == (1,)


@pytest.mark.thorough
def test_a_sentence_can_state_nothing_and_a_claim_be_added(taken: Path) -> None:
    before = proposals(taken)
    script = [(ASKED, "+"), ("words", "The bridge is late\n"), (ASKED, "0"), ("why", "\n"), (ASKED, "q")]
    code, screen = at_a_terminal(("review", "--one-by-one", "--by", "tester"), script, taken, enter="")
    assert code == 0, screen
    assert proposals(taken) == before + 1 and "rejected" in screen
    assert sqlite3.connect(taken).execute("SELECT count(*) FROM sentences WHERE no_claim_reason = 'states nothing'").fetchone() == (1,)


@pytest.mark.thorough
def test_with_a_source_its_actors_are_settled_before_its_proposals(taken: Path) -> None:
    asked = "1 2 3 t m e l q ?"
    script = [(asked, "m"), ("a m e x c + y 0 l u q ?", "q")]
    code, screen = at_a_terminal(("review", "the-bridge-is-late", "--by", "tester"), script, taken, enter="")
    assert code == 0, screen
    assert "Canal Company" in screen and "settled: 1" in screen
    assert [row[0] for row in rows(taken)["actors"]].count("canal-company") == 1


def test_the_claims_of_a_sentence_are_decided_on_together(taken: Path) -> None:
    keys = "a m e x c + y 0 l u q ?"
    script = [(keys, "x"), (keys, "x"), (keys, "m"), (keys, "l"), (keys, "q")]
    code, screen = at_a_terminal(("review", "--by", "tester"), script, taken, enter="")
    assert code == 0, screen
    assert "(left out)" in screen and "1 accepted, 0 rejected" in screen
    assert (len(rows(taken)["claims"]), proposals(taken, "status = 'accepted'")) == (1, 1)
    assert proposals(taken, "status = 'later'") >= 1


@pytest.mark.thorough
def test_a_name_typed_in_a_sentence_is_described_at_once_and_recorded_with_it(taken: Path) -> None:
    keys = "a m e x c + y 0 l u q ?"
    script = [(keys, "e"), ("text", "\n"), ("speaker", "Bridge Board\n")]
    script += [(f"  {name}", "\n") for name in ("stance", "certainty", "subject", "predicate", "object", "place", "event", "about")]
    script += [(f"  {name}", "\n") for name in ("quote", "cue", "act", "kind")]
    script += [("record it?", "\n"), ("what is it", "actor group\n"), ("id [bridge-board]", "\n"), (keys, "q")]
    code, screen = at_a_terminal(("review", "--by", "tester"), script, taken, enter="")
    assert code == 0, screen
    drafts = taken.with_name(taken.name + "-drafts")
    assert "Bridge Board" in drafts.read_text(encoding="utf-8")  # the session ended, and the next one takes it up
    code, screen = at_a_terminal(("review", "--by", "tester"), [(keys, "a"), (keys, "m"), (keys, "q")], taken, enter="")
    assert code == 0 and not drafts.exists(), screen
    base = sqlite3.connect(taken)
    assert base.execute("SELECT kind FROM actors WHERE id = 'bridge-board'").fetchall() == [("group",)]
    assert base.execute("SELECT count(*) FROM assertions WHERE speaker_id = 'bridge-board'").fetchone() == (1,)


def related_claims(path: Path) -> list[tuple[object, ...]]:
    base = sqlite3.connect(path)
    return base.execute("SELECT relation, count(*) FROM relations JOIN reviews ON row_id = relations.id GROUP BY 1").fetchall()


@pytest.mark.parametrize("way", [(), ("--one-by-one",)])
@pytest.mark.thorough
def test_a_suggested_relation_is_recorded_with_one_key(taken: Path, tmp_path: Path, way: tuple[str, ...]) -> None:
    base = sqlite3.connect(taken)
    (proposal,) = base.execute("SELECT id FROM proposals WHERE exact LIKE 'that the bridge will open%'").fetchone()
    base.close()
    with api.open(taken) as own, runs.begin(own.connection, "review", contributor="tester") as run:
        review.accept(run, proposal)
    other = tmp_path / "other.txt"
    other.write_text("The bridge\n\nThe Harbour Board said that the bridge will not open in 1958.\n", encoding="utf-8")
    source = done("propose", other, "--title", "The bridge", "--model", "none", db=taken).strip()
    keys, script = (ASKED, [(ASKED, "c")]) if way else ("a m e x c + y 0 l u q ?", [])
    script = script or [(keys, "c"), (keys, "c"), (keys, "c"), (keys, "a")]
    code, screen = at_a_terminal(("review", source, *way, "--by", "tester"), script, taken, enter="")
    assert code == 0 and "contradicts clm-" in " ".join(screen.split()), screen
    assert related_claims(taken) == [("contradicts", 1)]
