"""A language model's answers are held to the text: what is not in it, to the letter, is dropped and counted. The model here is a fake."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import propose
from kb.errors import UsageError
from kb.propose import language_model

TEXT = "The board said that the ferry\nwill stop. Nobody asked the captains.\n\nThe mill is old, and the mill is shut."
SOUND = {"act": "asserts", "stance": "affirms", "certainty": "certain", "kind": "factual", "cue": None, "speaker": None}


def heard(*answers: Any, text: str = TEXT) -> language_model.Heard:
    """What comes of these answers to the first paragraph; the others are answered with nothing."""
    printed = iter(["Here you are:\n" + json.dumps(answers)])
    return language_model.attributions(text, lambda _prompt: next(printed, "[]"))


def test_an_answer_whose_words_are_in_the_text_becomes_a_proposal_with_exact_offsets() -> None:
    answer = SOUND | {"quote": "that the ferry will stop", "speaker": "The board", "cue": "said"}
    proposals, dropped = propose.asked(TEXT, lambda prompt: json.dumps([answer]) if "ferry" in prompt else "[]")
    (one,) = proposals
    content, source, cue = one.attribution.content, one.attribution.source, one.attribution.cue
    assert content.text == "that the ferry\nwill stop" == TEXT[content.start : content.end]
    assert source is not None and cue is not None
    assert (source.text, cue.text, one.attribution.rule, one.confidence) == ("The board", "said", "language-model", 0.5)
    assert dropped == {}
    again, _ = propose.asked(TEXT, lambda prompt: json.dumps([answer]) if "ferry" in prompt else "[]")
    assert [one.id for one in again] == [one.id for one in proposals]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (SOUND | {"quote": "the ferry will never stop"}, "quote not in the text"),
        (SOUND | {"quote": "THE FERRY WILL STOP"}, "quote not in the text"),
        (SOUND | {"quote": "the"}, "quote not in the text"),
        (SOUND | {"quote": "The mill is old"}, "quote not in the text"),
        (SOUND | {"quote": ""}, "quote not in the text"),
        (SOUND | {"quote": 7}, "quote not in the text"),
        (SOUND | {"quote": "the ferry will stop", "speaker": "The mayor"}, "speaker not in the text"),
        (SOUND | {"quote": "the ferry will stop", "stance": "shrugs"}, "unknown word"),
        ("the ferry will stop", "not an object"),
    ],
)
def test_an_answer_that_is_not_in_its_paragraph_or_not_in_our_words_is_dropped_and_counted(answer: Any, reason: str) -> None:
    found = heard(answer)
    assert found.attributions == []
    assert found.dropped == {reason: 1}


def test_the_same_answer_twice_is_one() -> None:
    answer = SOUND | {"quote": "Nobody asked the captains."}
    found = heard(answer, answer)
    assert (len(found.attributions), found.dropped) == (1, {"said twice": 1})


@given(
    st.text()
    | st.builds(
        json.dumps, st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
    )
)
def test_whatever_a_model_prints_nothing_but_words_of_the_text_comes_of_it(printed: str) -> None:
    for one in language_model.attributions(TEXT, lambda _prompt: printed).attributions:
        assert one.content.text == TEXT[one.content.start : one.content.end]


def test_without_the_package_or_the_model_the_remedy_is_told() -> None:
    with pytest.raises(UsageError, match="llm"):
        language_model.asking("no-such-model-anywhere")
