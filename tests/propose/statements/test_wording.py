"""The wording of a statement as a sentence of its own, and the laws that hold for statements of any text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.propose.statements.wording.inflection import inflected
from tests.propose.statements.reading import statements_of

CASES = {
    "what stands in front comes last": ("In May, the council approved the plan.", "The council approved the plan in May"),
    "no leading that": ("The clerk said that the pier was sold.", "The pier was sold"),
    "no adverb that ties": ("However, the council also approved the plan.", "The council approved the plan"),
    "a participle is finite": ("The firm, exceeding its target, sold 40 ships.", "The firm exceeded its target"),
    "in the tense of the sentence": ("The firm, exceeding its target, sells ships.", "The firm exceeds its target"),
    "one of two subjects": ("The mayor and the bishop were guests in Lund.", "The mayor and the bishop were guests in Lund"),
    "one of two subjects, in the singular": ("The mayor and the bishop have sold the farm.", "The mayor has sold the farm"),
    "a name for a pronoun": ("Mary Lind left Lund. She had sold the farm.", "Mary Lind had sold the farm"),
    "no name twice": ("Microsoft sold its ships.", "Microsoft sold its ships"),
    "a name for a possessive": ("Mary Lind left Lund. Her brother sold the farm.", "Mary Lind’s brother sold the farm"),
    "the speaker for I": ("“I have sold the farm,” Mary Lind said.", "Mary Lind has sold the farm"),
    "a negation leaves no trace": ("The firm does not sell ships.", "The firm sells ships"),
    "after an auxiliary": ("The firm has refused to pay the fine.", "The firm has paid the fine"),
    "after a modal": ("The firm must avoid selling ships.", "The firm must sell ships"),
    "what is stopped was done": ("The firm has stopped selling ships.", "The firm has stopped selling ships"),
    "what is ruled out is no past": ("The firm ruled out selling ships.", "The firm sells ships"),
    "what is denied is past": ("The firm denied selling ships.", "The firm sold ships"),
    "a shortened auxiliary": ("They’ll sell the ships.", "They will sell the ships"),
    "a contraction that only limits": ("He can’t simply leave.", "He can’t simply leave"),
    "a question": ("Has the minister sold the farm?", "The minister has sold the farm"),
    "what there is": ("There were riots in Lund.", "There were riots in Lund"),
    "a quotation's mark": ("“We sold the farm,” the clerk said.", "We sold the farm"),
}


@pytest.mark.parametrize(("text", "claim"), CASES.values(), ids=CASES)
def test_the_wording_is_a_sentence_of_its_own(text: str, claim: str) -> None:
    assert claim in [one.claim for one in statements_of(text)]


@pytest.mark.parametrize(
    ("base", "tag", "form"),
    [
        ("sign", "VBD", "signed"), ("stop", "VBD", "stopped"), ("carry", "VBZ", "carries"), ("pay", "VBD", "paid"), ("write", "VBN", "written"),
        ("lie", "VBG", "lying"), ("make", "VBG", "making"), ("refer", "VBD", "referred"), ("visit", "VBD", "visited"), ("go", "VBZ", "goes"),
        ("be", "VBD", "was"), ("have", "VBZ", "has"), ("agree", "VBG", "agreeing"), ("play", "VBD", "played"), ("push", "VBZ", "pushes"),
    ],
)  # fmt: skip
def test_verbs_are_inflected(base: str, tag: str, form: str) -> None:
    assert inflected(base, tag) == form


WORDS = [
    *(
        "the",
        "council",
        "Ada Holm",
        "she",
        "approved",
        "did",
        "not",
        "sign",
        "refused",
        "to",
        "sell",
        "ships",
        "and",
        "or",
        "which",
        "that",
        "said",
    ),
    *(",", ".", "?", "“", "”", "if", "in", "May", "has", "been", "is", "unlikely", "no", "evidence", "its", "\n\n", "n’t", "selling", "by"),
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=30))
@pytest.mark.thorough
def test_every_part_is_what_stands_at_its_place(words: list[str]) -> None:
    text = " ".join(words)
    for one in statements_of(text):
        for part in (one.subject, one.object, one.condition, one.holder, *one.arguments):
            assert part is None or text[part.start : part.end] == part.text
        assert 0 < one.confidence <= 1
        assert "\n" not in one.claim


def test_the_same_text_gives_the_same_statements() -> None:
    text = "Ada Holm, the clerk of Lund, said that she had not signed the order. If it rains, the ships stay."
    assert statements_of(text) == statements_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Holm said he knew which bank had sent the money.",
        "The strike showed how much the whole country depends on the port.",
        "He told the council what price the firm had paid.",
    ],
)
def test_what_is_only_asked_for_is_worded_as_no_claim(text: str) -> None:
    worded = [one.claim for one in statements_of(text)]
    assert not [claim for claim in worded if claim.startswith(("Bank", "The whole country", "The firm had paid"))], worded


FALSE = {
    "an example of a share": (
        "Nearly half of the ships were sold by firms such as Microsoft and Apple.",
        {"Nearly half of the ships were sold by firms"},
        {"Nearly half of the ships were sold by Microsoft", "Nearly half of the ships were sold by Apple"},
    ),
    "a study that finds": (
        "It published a report that showed farmers suffered from drought.",
        {"Farmers suffered from drought"},
        {"Farmers suffered a report from drought"},
    ),
    "whose owners": (
        "Sweden, whose farmers earn a third of their income abroad, opposes the plan.",
        {"Sweden’s farmers earn a third of their income abroad"},
        {"Sweden’s farmers earn a third of whose farmers’ income abroad"},
    ),
}


@pytest.mark.parametrize(("text", "said", "unsaid"), FALSE.values(), ids=FALSE)
def test_nothing_is_worded_that_the_sentence_does_not_say(text: str, said: set[str], unsaid: set[str]) -> None:
    claims = {one.claim for one in statements_of(text)}
    assert said <= claims
    assert not unsaid & claims
