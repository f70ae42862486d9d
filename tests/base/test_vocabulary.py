"""The words that the program decides by are those of the vocabulary."""

from __future__ import annotations

from pathlib import Path

from kb.base import vocabulary, words


def test_the_enums_are_those_that_the_vocabulary_gives() -> None:
    assert Path(words.__file__).read_text("utf-8") == vocabulary.module(), "write them anew: python -m kb.base.vocabulary"


def test_a_word_is_its_text_for_sqlite_and_json() -> None:
    assert f"{words.Stance.DENIES}" == "denies" == words.Stance.DENIES
