"""What pronouns and descriptions stand for within a text, and when no answer is given."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.propose import attribution, reference
from kb.propose import parser as models
from kb.propose.attribution.trees import from_doc
from kb.propose.reference import Reference


def references(text: str) -> list[Reference]:
    """The references of a text; without an English model the test is skipped."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    docs = attribution.parsed(text, models.find(), names=True) or []
    speakers = [
        (one.content.start, one.content.end, one.source.start, one.source.end)
        for one in attribution.find(text, docs)
        if one.source is not None and one.cue is not None
    ]
    return reference.find([(from_doc(doc, offset), doc) for offset, doc in docs], speakers)


def answers(text: str) -> list[tuple[str, str]]:
    """The pronouns and descriptions of a text that have an answer, each with what it stands for, unless that stands beside it."""
    return [(one.text, one.resolved) for one in references(text) if one.resolved is not None and not one.beside]


CASES = {
    "he by gender": ("John Holm met Mary Lind in Lund. He sold a farm.", ("He", "John Holm")),
    "she by gender": ("John Holm met Mary Lind in Lund. She sold a farm.", ("She", "Mary Lind")),
    "gender by title": ("Mr. Orsk met Mrs. Varn in Lund. She sold a farm.", ("She", "Varn")),
    "possessive of the subject": ("Microsoft sold its ships.", ("its", "Microsoft")),
    "possessive of the one who is made to": ("The mayor forced Microsoft to sell its ships.", ("its", "Microsoft")),
    "the one who says it": ("Microsoft said it would sell the ships.", ("it", "Microsoft")),
    "the subject of the clause above": ("Mary Lind closed the shops after she lost the vote.", ("she", "Mary Lind")),
    "plural for all that is joined": ("Mary Lind and John Holm sold their farm.", ("their", "Mary Lind and John Holm")),
    "I is the speaker": ("“I sold the farm,” Mary Lind said.", ("I", "Mary Lind")),
    "a description by the end of the name": ("Swedbank closed a branch in May. The bank lost money.", ("The bank", "Swedbank")),
    "a description by the noun in front": ("The newspaper Dagbladet was sold in May. The newspaper lost money.", ("The newspaper", "Dagbladet")),
    "the name written most often in full": (
        "Old John Holm left. John Holm sold a farm. John Holm lost a vote. He was tired.",
        ("He", "John Holm"),
    ),
    "a woman, not the body that is called after her": (
        "Holm left. The Holm Foundation lost money. Mary Holm met an executive of the bank. Mrs. Holm praised the prize she had used.",
        ("she", "Mary Holm"),
    ),
    "a body, not the woman after whom it is called": ("Mrs. Holm left. The Holm Foundation closed a school. It lost money.", ("It", "Holm Foundation")),
    "a woman, not what is called after her": (
        "Mary Holm left. Holm spoke. The Holm Global Initiative paid. She was tired.",
        ("She", "Mary Holm"),
    ),
    "the group is what was said to be one": (
        "The State Department left. The State Department paid. The State Department spoke. The State Department grew. The State Department turned the letters over to a conservative advocacy group, Holm Watch, as part of a suit that the group brought.",
        ("the group", "Holm Watch"),
    ),
    "part of what stands just before": (
        "Women give less. Most of the givers are men, many of them in fields like trade. Women left.",
        ("them", "men"),
    ),
    "women, whichever of them": (
        "Norway had times when women were poor. While women are making more gifts than ever, they trail men in Lund.",
        ("they", "women"),
    ),
    "a subject, though what is his was named last": (
        "Marco Lind left. Marco Lind stayed off the air to focus on Lund. Retired neurosurgeon Ben Holm went on the air to defend his farm. He left.",
        ("He", "Ben Holm"),
    ),
    "we for the firm of its head": ("“We closed the mine,” said Ada Holm, the chief executive of Orvik Energy.", ("We", "Orvik Energy")),
    "whom a verb of blame judges": ("Peter Holm criticised Bo Berg after he delivered a speech.", ("he", "Bo Berg")),
    "several who were thanked": (
        "The Federal Reserve and the Treasury met. The president thanked Mary Lind and Bo Berg if they agree.",
        ("they", "Mary Lind and Bo Berg"),
    ),
    "it that is ready": ("Orvik Energy lost money. It is ready to sell the port.", ("It", "Orvik Energy")),
    "my in a quotation, below who says something else": (
        "“I was pointing out that Director Bo Holm had said that my answers were truthful,” Mary Lind said.",
        ("my", "Mary Lind"),
    ),
    "it that two verbs do something to": ("The firm met the council. Lund bought the ship and sold it.", ("it", "the ship")),
    "on his behalf": ("Tim Canova won. Bernie Sanders sent out emails on his behalf.", ("his", "Tim Canova")),
    "her of a woman whom the model takes for a body": (
        "Zephyr Teachout won her New York primary and Pramila Jayapal finished first in her top-two race.",
        ("her", "Pramila Jayapal"),
    ),
    "he is nobody who asked": (
        "Peter Holm left. “But why?” reporter Jack Nespral asked him. “He took the soldiers out,” Bo Berg said.",
        ("He", "Peter Holm"),
    ),
    "he of a salesman": ("The board praised a salesman. If the plan works, he will promote it.", ("he", "a salesman")),
    "the president by his title": (
        "President Holm left Lund. Mary Berg stayed. She spoke with the clerk. The ship came. This week, the president declined to threaten Norway.",
        ("the president", "Holm"),
    ),
    "the senator by his title and state": (
        "Sen. Bernie Holm left. Tad Lind said the Vermont senator will arrive. Lind slept.",
        ("the Vermont senator", "Bernie Holm"),
    ),
    "the country is a country": ("The envoy left Norway for Oslo. The country had a new king.", ("The country", "Norway")),
    "both of two": ("Norway sells tin to Sweden and Denmark, and both have paid.", ("both", "Sweden and Denmark")),
    "the two countries": ("Sweden and Denmark signed a treaty. The two countries had been at war.", ("The two countries", "Sweden and Denmark")),
    "the two leaders": ("John Holm and Mary Lind met in Lund. The two leaders spoke.", ("The two leaders", "John Holm and Mary Lind")),
    "whose the first thing is": ("Norway’s ports and its ships were sold.", ("its", "Norway")),
    "the firm, not the port that hired it": ("The Port of Lund has hired Norden Dredging. The company owns ships.", ("The company", "Norden Dredging")),
    "the company named before": ("Microsoft opened a plant in May. The company lost money.", ("The company", "Microsoft")),
    "a company of which a clause tells more": (
        "Microsoft opened a plant in May. The company, which lost money, left.",
        ("The company", "Microsoft"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), CASES.values(), ids=CASES)
def test_what_stands_for_something_is_resolved(text: str, answer: tuple[str, str]) -> None:
    assert answer in answers(text)


UNSURE = {
    "two of the same gender": "The letter praised John Holm and Peter Lind. He was old.",
    "it for nothing": "It rained in Lund.",
    "it before a clause": "The firm sold a ship. It is likely that the mine will close.",
    "it for a duty": "The firm sold a ship. It was a duty to pay.",
    "unique by itself": "Microsoft opened a plant. The world changed.",
    "narrowed by what follows": "The mayor left. The mayor of Malmö stayed.",
    "the government is no company": "Microsoft opened a plant in May. The government paid.",
    "a board is no company": "Microsoft opened a plant in May. The board met.",
    "a company of somebody’s words is not the text’s": "Holm praised the plan. “Microsoft makes money,” said Berg, an analyst at the firm.",
    "a woman is no man": "John Holm sold a farm. The woman left.",
    "two cities are no countries": "Sweden and Denmark signed a treaty. The two cities are old.",
    "I without a speaker": "I sold the farm.",
}


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_where_it_is_not_sure_there_is_no_answer(text: str) -> None:
    assert answers(text) == []


def test_candidates_come_with_reasons_the_likeliest_first() -> None:
    found = next(one for one in references("John Holm met Mary Lind in Lund. He sold a farm.") if one.text == "He")
    scores = [candidate.score for candidate in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert "gender known" in found.candidates[0].reasons


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(["He", "she", "it", "Ada Holm", "the bank", "sold", "its", "ships", ".", "\n\n", "“", "”", "and", "said", "I"]),
        max_size=25,
    )
)
@pytest.mark.thorough
def test_every_reference_and_candidate_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for one in references(text):
        assert text[one.start : one.end] == one.text
        assert all(text[candidate.start : candidate.end] == candidate.text for candidate in one.candidates)


THINGS = [
    ("The strike will make it impossible for Norway to win the vote.", "it", None),
    ("Sweden found it hard to agree with Norway.", "it", None),
    ("The White House is open to modifying the tax to make it more popular.", "it", "the tax"),
    ("Norway published a plan in May. Sweden will not back it.", "it", "a plan"),
    ("Microsoft wants a bridge. The town will build it.", "it", "a bridge"),
    ("Microsoft drafted a bill. The council passed it in May.", "it", "a bill"),
    ("The report criticised Microsoft. Norway read it.", "it", "The report"),
    ("Microsoft was sued in May. Norway signed it.", "it", None),
    ("Mary Lind wrote to Microsoft. It answered in May.", "It", "Microsoft"),
    ("Microsoft said it would sell the ships.", "it", "Microsoft"),
    ("Norway bought Volvo. It sold it in May.", "it", "Volvo"),
]


@pytest.mark.parametrize(("text", "pronoun", "meant"), THINGS)
def test_it_is_no_body_where_a_thing_or_a_clause_is_meant(text: str, pronoun: str, meant: str | None) -> None:
    assert dict(answers(text)).get(pronoun) == meant


SPEAKERS = [
    ("“We will win,” a spokesman for Microsoft said.", "We", "Microsoft"),
    ("“We will win,” said Ada Holm, a spokeswoman for Microsoft.", "We", "Microsoft"),
    ("“We will win,” said Microsoft spokesman John Holm.", "We", "Microsoft"),
    ("“We will win,” John Holm said.", "We", None),
    ("“We will win,” said John Holm, the mayor of Lund.", "We", None),
    ("Microsoft sold a plant. “We will win,” a spokesman said.", "We", None),
    ("“I will win,” said Microsoft spokesman John Holm.", "I", "John Holm"),
    ("“I am tired,” Norway said.", "I", None),
    ("Norway welcomed Mary Lind in May. She opened a bridge.", "She", "Mary Lind"),
    ("Norway lost the vote. She opened a bridge.", "She", None),
]


@pytest.mark.parametrize(("text", "pronoun", "meant"), SPEAKERS)
def test_we_is_the_body_that_somebody_speaks_for_and_i_no_place(text: str, pronoun: str, meant: str | None) -> None:
    assert dict(answers(text)).get(pronoun) == meant


OFFICES = [
    ("John Holm met Mary Lind. The president signed the bill.", "The president", None),
    ("Mayor John Holm left Lund in May. The mayor was tired.", "The mayor", "John Holm"),
    ("John Holm, the governor, left Lund in May. The governor was tired.", "The governor", "John Holm"),
    ("John Holm left Lund in May. The governor was tired.", "The governor", None),
    ("John Holm and Mary Lind met in Lund. The judges signed the bill.", "The judges", None),
    ("John Holm left Lund in May. The senator was tired.", "The senator", None),
    ("Senator John Holm left Lund in May. The senator was tired.", "The senator", "John Holm"),
    ("John Holm and Mary Lind met in Lund. The two leaders spoke.", "The two leaders", "John Holm and Mary Lind"),
]


@pytest.mark.parametrize(("text", "words", "meant"), OFFICES)
def test_an_office_is_whoever_was_said_to_have_it(text: str, words: str, meant: str | None) -> None:
    assert dict(answers(text)).get(words) == meant
