"""Line ends inside paragraphs are told from those between them, whatever width a text is wrapped at."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import propose
from kb.articles import read
from kb.propose import parser as models
from kb.texts.line_ends import flowing
from kb.texts.sentences import sentences
from tests.articles.making import FERRY, ICE, VOTE

STORY = [ICE, FERRY, VOTE]


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def joined(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [" ".join(sentence.split()) for sentence in cut(text)]


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n"])
def test_sentences_go_over_the_line_ends_of_a_wrapped_text(width: int, between: str) -> None:
    line_end = "\r\n" if "\r" in between else "\n"
    text = between.join(line_end.join(textwrap.wrap(paragraph, width)) for paragraph in STORY)
    assert joined(text) == cut("\n\n".join(STORY))


@given(
    st.lists(st.lists(st.sampled_from(ICE.lower().rstrip(".").split()), min_size=25, max_size=60), min_size=1, max_size=4),
    st.integers(40, 100),
)
@pytest.mark.thorough
def test_any_text_of_small_letters_has_as_many_sentences_wrapped_as_not(paragraphs: list[list[str]], width: int) -> None:
    story = [" ".join(words).capitalize() + "." for words in paragraphs]
    assert joined("\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in story)) == story


@given(st.text(alphabet="aB .\n\r\t\f-日。", max_size=80))
def test_nothing_but_line_ends_is_changed_and_no_offset(text: str) -> None:
    words = flowing(text)
    assert len(words) == len(text)
    assert all(new == old or (new == " " and old.isspace()) for new, old in zip(words, text, strict=True))


@pytest.mark.parametrize(
    "lines",
    [
        ["Harbour to close for the winter, says the council in its order", "Ferry company to seek damages from the council for the order"],
        ["Shall I compare the harbour to a day", "That ends in ice and leaves us all to stay", "Until the ferries come to fetch away"],
        ["The council closed the harbour.", "The ferry company was not asked.", "A vote is planned for next week."],
        ["The council needs these for the winter, the clerk said in the letter:", "- ropes and", "- lamps"],
        ["apples", "pears", "plums"],
        ["Year\tBarges that passed the lock", "1900\t457 in the spring", "1901\tnone"],
    ],
)
def test_lines_that_end_what_they_say_stay_apart(lines: list[str]) -> None:
    assert cut("\n".join(lines)) == lines


def test_the_end_of_a_page_in_the_middle_of_a_sentence_is_a_space_too() -> None:
    lines = textwrap.wrap(ICE, 65)
    assert joined("\n".join(lines).replace("\n", "\n\f", 1)) == [ICE]
    assert cut(f"A vote is planned.\n\f{ICE}") == ["A vote is planned.", ICE]


def test_a_line_of_chinese_goes_on_without_a_small_letter() -> None:
    text = "运河管理局清点了过去十年每年通过上游船闸的驳船\n数量，发现运量下降了三分之一，尽管通行费低于战\n前。\n"
    assert cut(text) == [text.strip()]


def test_pasted_lines_without_blank_ones_between_paragraphs_are_paragraphs() -> None:
    text = "Harbour to close\n" + "\n".join("\n".join(textwrap.wrap(paragraph, 65)) for paragraph in STORY)
    assert [(section.kind, text[section.start : section.end].count("\n")) for section in read(text.encode()).sections] == [
        ("headline", 1),
        ("body", len(text.splitlines()) - 2),
    ]


def test_proposals_of_a_wrapped_text_hold_its_own_characters() -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    text = "The keeper of the lock that stands above the old town said that the gates\nwere unsafe and that he had told the office so.\n"
    found = [one for one in propose.attributions(text) if one.source]
    assert found[0].content.text == "that the gates\nwere unsafe and that he had told the office so"
    assert all(one.content.text == text[one.content.start : one.content.end] for one in found)
