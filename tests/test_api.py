"""The library as a program uses it: its own example, each method, and that only its own errors come out."""

from __future__ import annotations

import html
import io
import re
import sqlite3
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kb
from kb import UsageError
from tests.whole import rows

QUOTE: dict[str, Any] = {"source": "port-bulletin", "quote": "The ferry is too small"}


def test_the_example_in_the_docstring_runs(shipped_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert kb.__doc__
    example = textwrap.dedent("\n".join(line for line in kb.__doc__.splitlines() if line.startswith("    ") or not line)).strip()
    assert "kb.open" in example
    monkeypatch.chdir(shipped_path.parent)
    exec(compile(example, "the example", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) > 1
    assert any(" denies " in line for line in printed)


def test_every_name_that_is_offered_is_there() -> None:
    for name in kb.__all__:
        assert getattr(kb, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        kb.opne  # noqa: B018 - the attribute is what is asked for


def test_a_base_is_made_worked_on_and_closed(tmp_path: Path) -> None:
    with kb.init(tmp_path / "own.db") as base:
        source = base.add_source("The mayor lied. Nobody cares.", title="A note", authors=["Ada"])
        added = base.add(source=source, quote="The mayor lied", text="The mayor lied", by="Ada", reason="it is there")
        assert (added.exact, added.start, added.end) == ("The mayor lied", 0, 14)
        assert added.new_claim
        assert added.new_assertion
        assert base.query("SELECT speaker, quote FROM claim_sheet") == [{"speaker": "Ada", "quote": "The mayor lied"}]
        assert [problem for problem in base.check() if problem.severity == "error"] == []
    with pytest.raises(sqlite3.ProgrammingError):
        base.connection.execute("SELECT 1")


def test_the_same_fact_twice_is_one_fact(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        first = base.add(**QUOTE, text="The ferry is small")
        before = rows(base.connection)
        again = base.add(kb.Fact(**QUOTE, text="The ferry is small"))
        assert (again.assertion_id, again.new_assertion) == (first.assertion_id, False)
        assert rows(base.connection) == before


def test_voices_nest_from_the_outermost_inward(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        voices = (kb.Voice("radio-one"), kb.Voice("many-captains", stance="denies"))
        added = base.add(**QUOTE, text="The ferry is small", voices=voices)
        (row,) = base.query("SELECT level, stance, via FROM claim_sheet WHERE assertion_id = :id", id=added.assertion_id)
        assert (row["level"], row["stance"]) == (2, "denies")
        assert row["via"].endswith("Radio One › many captains")


def test_several_facts_are_added_all_or_none(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        before = rows(base.connection)
        facts = [kb.Fact(**QUOTE, text="The ferry is small"), kb.Fact("port-bulletin", "no such words in it", text="x")]
        with pytest.raises(kb.DataError, match="not in the text"):
            base.add_all(facts)
        assert rows(base.connection) == before
        assert (
            len(
                {
                    base.query("SELECT run_id FROM assertions WHERE id = :id", id=each.assertion_id)[0]["run_id"]
                    for each in base.add_all(facts[:1] * 2)
                }
            )
            == 1
        )


def test_each_way_to_change_tells_what_it_did_and_can_be_undone(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        claim = "clm-ferry-too-small"
        changes: list[Callable[[], list[str]]] = [
            lambda: base.correct(claim, "measured", kind="factual", by="Ada"),
            lambda: base.correct("clm-company-passengers-april", "counted", **{"quantity.minimum": "1100"}),
            lambda: base.retract(claim, "misread"),
            lambda: base.merge("harbour-board", "harbour-office", "one body"),
        ]
        for change in changes:
            assert change()
            run = base.query("SELECT id FROM runs ORDER BY rowid DESC LIMIT 1")[0]["id"]
            assert base.undo(run, "only tried")
            assert [problem for problem in base.check() if problem.severity == "error"] == []
        assert base.show(claim).row["kind"] == "evaluation"
        assert [change["by"] for change in base.show(claim).history][:2] == ["curators", "Ada"]


def test_new_rows_take_their_kind_by_that_name(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        assert base.new("actor", "captain-hale", "Captain Hale", kind="person", part_of="many-captains") == "captain-hale"
        assert base.new("predicate", "eats", "eats") == "eats"
        (row,) = base.query("SELECT kind, part_of_id FROM actors WHERE id = 'captain-hale'")
        assert row == {"kind": "person", "part_of_id": "many-captains"}
        with pytest.raises(kb.DataError, match="kidn"):
            base.new("actor", "captain-dale", "Captain Dale", kind="person", kidn="person")
        with pytest.raises(kb.UsageError, match="captain"):
            base.new("captain", "captain-dale", "Captain Dale")


def test_a_trace_ends_at_the_words_in_their_sentence(tiny_path: Path) -> None:
    with kb.open(tiny_path, readonly=True) as base:
        steps = base.trace("clm-ferry-too-small")
        assert all(re.fullmatch("[0-9a-f]{64}", step["sha256"]) for step in steps)
        assert all(f"»{step['exact']}«" in step["in_sentence"] for step in steps)


def test_named_questions_take_parameters_and_fill_in_examples(shipped_path: Path) -> None:
    with kb.open(shipped_path, readonly=True) as base:
        assert base.query("who-says") == base.query("who-says", claim="clm-china-russia-formal-alliance") != []


@pytest.mark.thorough
def test_triples_come_as_bytes_a_file_or_a_graph(tiny_path: Path, tmp_path: Path) -> None:
    with kb.open(tiny_path, readonly=True) as base:
        stream = io.BytesIO()
        written = base.export("nq", stream)
        assert base.export("nq", tmp_path / "base.nq") == written == len(stream.getvalue()) > 1000
        assert (tmp_path / "base.nq").read_bytes() == stream.getvalue()
        graph = base.graph(claims=["clm-ferry-too-small"])
        assert len(graph) < len(base.graph())
        assert len(graph) > 10


def test_an_export_that_is_refused_leaves_the_file_that_was_there(tiny_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "base.nq"
    file.write_text("an earlier export")
    with kb.open(tiny_path, readonly=True) as base, pytest.raises(kb.KbError):
        base.export("pdf", file)
    assert file.read_text() == "an earlier export"
    assert [path.name for path in tmp_path.iterdir() if "base" in path.name] == ["base.nq"]


def test_a_base_opened_for_reading_cannot_be_written(tiny_path: Path) -> None:
    with kb.open(tiny_path, readonly=True) as base:
        for change in (lambda: base.add(**QUOTE, text="x"), lambda: base.retract("clm-ferry-too-small", "x")):
            with pytest.raises(kb.DataError, match="only be read"):
                change()


def test_a_question_cannot_write_nor_weaken_the_base(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        before = rows(base.connection)
        for statement in (
            "DELETE FROM names",
            "WITH x AS (SELECT 1) DELETE FROM names",
            "PRAGMA foreign_keys = OFF",
            "PRAGMA foreign_keys(0)",
            "PRAGMA query_only = OFF",
            "PRAGMA user_version = 7",
            "ATTACH ':memory:' AS other",
            "VACUUM",
            "BEGIN",
            "SELECT load_extension('x')",
        ):
            with pytest.raises(kb.UsageError):
                base.query(statement)
        assert rows(base.connection) == before
        assert base.query("PRAGMA foreign_keys") == [{"foreign_keys": 1}]
        assert base.query("PRAGMA table_info(claims)")
        base.add(**QUOTE, text="Questions leave the connection as it was")


def test_a_question_that_runs_away_is_stopped(tiny_path: Path) -> None:
    from kb.ask import queries

    with kb.open(tiny_path) as base:
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        with pytest.raises(kb.DataError, match="stopped"):
            queries.ask(base.connection, endless, {}, seconds=0.2)
        assert base.query("SELECT 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize(
    "call",
    [
        lambda base: base.show("nothing"),
        lambda base: base.trace("nothing"),
        lambda base: base.query("SELECT :missing"),
        lambda base: base.query("no-such-question"),
        lambda base: base.query("SELECT nothing FROM nowhere"),
        lambda base: base.query("SELECT 1; SELECT 2"),
        lambda base: base.query("SELECT '\0'"),
        lambda base: base.query("SELECT :n", n=2**70),
        lambda base: base.undo("run-nothing", "x"),
        lambda base: base.merge("ferry", "ferry", "x"),
        lambda base: base.correct("ferry", "x", colour="red"),
        lambda base: base.correct("ferry", "x", kind="red"),
        lambda base: base.retract("ferry", "x"),
        lambda base: base.add(source="nowhere", quote="x", text="x"),
        lambda base: base.add(source="port-bulletin", quote="", text="x"),
        lambda base: base.add(**QUOTE),
        lambda base: base.add_source(b"\xff", title="x"),
        lambda base: base.add_source("", title="x"),
        lambda base: base.export("pdf", io.BytesIO()),
    ],
)
@pytest.mark.thorough
def test_what_is_refused_is_one_of_our_errors_and_changes_nothing(call: Callable[[kb.Base], object], tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        before = rows(base.connection)
        with pytest.raises(kb.KbError):
            call(base)
        assert rows(base.connection) == before


def test_what_is_no_base_is_refused(tmp_path: Path) -> None:
    with pytest.raises(kb.UsageError, match="no such base"):
        kb.open(tmp_path / "none.db")
    (tmp_path / "words.db").write_text("only words")
    with pytest.raises(kb.DataError, match="not a base"):
        kb.open(tmp_path / "words.db")


def test_a_second_writer_is_told_and_the_first_keeps_its_work(tiny_path: Path) -> None:
    with kb.open(tiny_path) as one, kb.open(tiny_path) as other:
        other.connection.execute("PRAGMA busy_timeout = 50")
        one.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(kb.DataError, match="somebody else"):
            other.add(**QUOTE, text="x")
        one.connection.execute("ROLLBACK")
        other.add(**QUOTE, text="x")


def test_an_answer_is_shown_as_a_table_with_its_words_escaped(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        rows = base.query("SELECT '<script>alert(1)</script>' AS quote, NULL AS missing, 'a & b' AS words")
        assert rows.columns == ("quote", "missing", "words") and isinstance(rows, list)
        shown = rows._repr_html_()
        assert "<q>&lt;script&gt;alert(1)&lt;/script&gt;</q>" in shown and "<td>a &amp; b</td>" in shown and "<script" not in shown
        many = base.query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT i FROM n")
        assert "and 40 more rows" in many._repr_html_() and len(many) == 100
        assert base.query("SELECT id FROM actors WHERE false").columns == ("id",)


def test_a_claim_is_shown_with_each_quote_and_who_holds_it(tiny_path: Path) -> None:
    with kb.open(tiny_path) as base:
        shown = base.show("clm-ferry-too-small")._repr_html_()
        for row in base.query("SELECT via, stance, quote FROM claim_sheet WHERE claim_id = 'clm-ferry-too-small' AND counted"):
            assert all(html.escape(value) in shown for value in row.values())


def test_a_data_frame_needs_a_library_and_says_which(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kb.open(tiny_path) as base:
        rows = base.query("SELECT id, name FROM actors ORDER BY id")
        for library in ("pandas", "polars"):
            monkeypatch.setitem(sys.modules, library, None)  # as where it is not installed
        with pytest.raises(UsageError, match="install pandas"):
            rows.df()
        with pytest.raises(UsageError, match="needs arrow"):
            rows.df("arrow")
