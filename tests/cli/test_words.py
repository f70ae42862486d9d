"""What people read, on pages, in help and in descriptions, is said in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.ask import questions
from kb.base import fields, schema
from kb.cli.commands import COMMANDS
from tests.whole import done

TEMPLATES = Path(__file__).resolve().parents[2] / "kb" / "site" / "templates"
# Phrases that only somebody who knows the code understands.
PRIVATE = (
    "stands with",
    "as usual",
    "past the library",
    "the other end",
    "leans on",
    "nobody could ask about it",
    "under one roof",
    "held at a distance",
    "how surely",
    "the last to hold",
    "not thereby true",
    "laid anew",
    "go on answering",
    "goes on answering",
)


def private_in(words: str) -> list[str]:
    return [phrase for phrase in PRIVATE if phrase in words.lower()]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_pages_use_no_private_words(path: Path) -> None:
    words = path.read_text("utf-8")
    assert private_in(words) == []
    assert "innermost" not in words  # a column of the contract, and no word for a page


def test_descriptions_of_tables_columns_and_questions_use_no_private_words() -> None:
    described = [text for table, columns in schema.descriptions().values() for text in (table, *columns.values())]
    asked = [words for question in questions.load() for words in (question.title, question.description)]
    assert len(described) > 300
    assert [words for words in (*described, *asked) if private_in(words)] == []


def test_help_uses_no_private_words() -> None:
    helps = {name: " ".join(done(name, "--help").split()) for name in COMMANDS}
    helps |= {"source": " ".join(done("source", "add", "--help").split()), "kb": done("--help"), "start": done()}
    assert {name: private_in(words) for name, words in helps.items() if private_in(words)} == {}
    assert [words for words in (*fields.FACT.values(), *fields.VOICE.values(), *fields.SOURCE.values()) if private_in(words)] == []
