"""What the wording of a claim says of its kind, stance and certainty."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.propose import hedges
from kb.propose.hedges import Hedge

VOCABULARY = tomllib.loads((Path(__file__).parents[2] / "schema" / "vocabulary.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Exports rose.", "factual"),
        ("Will they come?", "question"),
        ("If attacked, it will respond.", "conditional"),
        ("It will not sign unless they pay.", "conditional"),
        ("The deal will be signed next year.", "prediction"),
        ("The Chinese government is to spend $209 billion in 2021", "plan"),
        ("It plans to build a base.", "plan"),
        ("They should leave.", "norm"),
        ("The war was caused by greed.", "causal"),
        ("The treaty is very important.", "evaluation"),
        ("The clerk was “deeply unfit” to be captain.", "evaluation"),
        ("The mayor was a worthy foe.", "evaluation"),
        ("It looks as if nobody came.", "factual"),
    ],
)
def test_the_kind_follows_the_words(content: str, kind: str) -> None:
    assert hedges.read(content).kind == kind


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("China and Russia are not in a formal alliance.", "denies"),
        ("It doesn’t want war.", "denies"),
        ("Nobody came.", "denies"),
        ("There is no evidence of that.", "denies"),
        ("In 2020, it did not grow.", "denies"),
        ("It is unlikely to intervene.", "denies"),
        ("Not only China but Russia objected.", "affirms"),
        ("He said that it is not true.", "affirms"),
        ("It left because it was not paid.", "affirms"),
        ("It has no more than ten ships.", "affirms"),
        ("If it does not pay, they leave.", "affirms"),
        ("He allegedly took bribes.", "uncommitted"),
        ("Is it not so?", "uncommitted"),
    ],
)
def test_only_a_plainly_negated_main_clause_is_a_denial(content: str, stance: str) -> None:
    assert hedges.read(content).stance == stance


@pytest.mark.parametrize(
    ("content", "certainty"),
    [
        ("It may rain.", "possible"),
        ("It rained in May.", "certain"),
        ("Perhaps it rained.", "possible"),
        ("It is likely to rain.", "probable"),
        ("It reportedly rained.", "uncommitted"),
        ("It rained.", "certain"),
    ],
)
def test_the_certainty_follows_the_hedge(content: str, certainty: str) -> None:
    assert hedges.read(content).certainty == certainty


@given(st.text())
def test_any_text_gets_words_of_the_vocabulary(content: str) -> None:
    found = hedges.read(content)
    assert isinstance(found, Hedge)
    assert found.kind in VOCABULARY["claims.kind"]
    assert found.stance in VOCABULARY["assertions.stance"]
    assert found.certainty in VOCABULARY["assertions.certainty"]
