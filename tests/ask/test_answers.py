"""The answers of every named question on the shipped base, read from the two texts by hand: tests/answers/<question>.toml.

Each file holds one or more cases:

    because     the words of the text that make the answer right
    parameters  values; those left out are the question's examples
    before      commands that change a copy of the base first
    all         the whole answer, in its order          first_rows  how the answer begins
    some        rows that must be in it                 none        rows that must not
    values      column = every value it has, in any order

A row names the columns that matter. In its words … stands for any others; "" stands for no value.
"""

from __future__ import annotations

import re
import shlex
import sqlite3
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kb.ask import questions
from kb.base import store
from kb.cli import main

ANSWERS = Path(__file__).parent / "answers"
PARTS = {"because", "parameters", "before", "all", "first_rows", "some", "none", "values"}
Row = dict[str, Any]
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{number}")
    for path in sorted(ANSWERS.glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1)
]


def ask(connection: sqlite3.Connection, name: str, values: dict[str, str]) -> list[Row]:
    question = questions.get(name)
    cursor = connection.execute(question.sql, question.values(values))
    return [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor]


def is_as_said(found: object, said: object) -> bool:
    if not isinstance(said, str):
        return found == said
    if said == "":
        return found is None
    pattern = ".*".join(re.escape(words) for words in said.split("…"))
    return isinstance(found, str) and re.fullmatch(pattern, found, re.DOTALL) is not None


def fits(row: Row, said: Row) -> bool:
    return all(is_as_said(row[column], value) for column, value in said.items())


def changed(path: Path, commands: list[str]) -> None:
    """Run the commands on the base at `path`, as a person would."""
    for command in commands:
        words = [*shlex.split(command)[1:], "--db", str(path), *([] if "--by" in command else ["--by", "a tester"])]
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        assert done.exit_code == 0, done.output


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_question_answers_what_the_texts_say(shipped_path: Path, name: str, case: dict[str, Any]) -> None:
    changed(shipped_path, case.get("before", []))
    connection = store.connect(shipped_path, readonly=True)
    found = ask(connection, name, case.get("parameters", {}))
    connection.close()
    for row, said in zip(found, case.get("all", case.get("first_rows", [])), strict=False):
        assert fits(row, said), f"said {said}\nfound {row}"
    assert len(found) == len(case["all"]) if "all" in case else len(found) >= len(case.get("first_rows", []))
    for said in case.get("some", []):
        assert any(fits(row, said) for row in found), f"not there: {said}"
    for said in case.get("none", []):
        assert [row for row in found if fits(row, said)] == [], f"there: {said}"
    for column, values in case.get("values", {}).items():
        assert {row[column] for row in found} == set(values)


def test_every_question_has_its_answers_and_every_file_its_question() -> None:
    assert sorted(path.stem for path in ANSWERS.iterdir()) == [question.name for question in questions.load()]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_case_says_why_and_what(name: str, case: dict[str, Any]) -> None:
    assert set(case) <= PARTS
    assert case["because"].endswith(".")
    assert set(case) & {"all", "first_rows", "some", "none", "values"}


@pytest.mark.parametrize("name", [question.name for question in questions.load()])
def test_the_example_of_a_question_finds_something(shipped: sqlite3.Connection, name: str) -> None:
    nothing_yet = {
        "awaiting-review",
        "history-of-a-row",
        "recent-changes",
        "agreement-of-reviewers",
    }  # as shipped nothing was changed or proposed
    assert bool(ask(shipped, name, {})) is (name not in nothing_yet)


@pytest.mark.parametrize("name", [question.name for question in questions.load()])
def test_a_question_gives_what_people_read_before_the_ids(shipped: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    columns = [column[0] for column in shipped.execute(question.sql, question.values({})).description]
    ids = [column for column in columns if column.endswith("_id")]
    assert len(columns) == len(set(columns)) <= 18
    assert name in {"history-of-a-row", "recent-changes"} or columns[len(columns) - len(ids) :] == ids
