"""Which statements a sentence makes, one construction at a time, as (subject, relation, object and further arguments)."""

from __future__ import annotations

import pytest

from tests.propose.statements.reading import statements_of

Made = tuple[str, ...]

CASES: dict[str, tuple[str, list[Made]]] = {
    "verb and object": ("The council approved the plan in May.", [("The council", "approved", "the plan", "in May")]),
    "no object": ("The talks collapsed on Monday.", [("The talks", "collapsed on", "Monday")]),
    "a place before a time": ("She lived in 1990 in Lund.", [("She", "lived in", "Lund", "in 1990")]),
    "copula": ("Oslo is a port.", [("Oslo", "is", "a port")]),
    "copula with a named relation": (
        "Oslo is the capital of Norland.",
        [("Oslo", "is", "the capital of Norland"), ("Oslo", "is the capital of", "Norland")],
    ),
    "adjective with its preposition": ("The crew was responsible for the repairs.", [("The crew", "was responsible for", "the repairs")]),
    "passive with its agent": ("The plan was drafted in May by the clerk.", [("The plan", "was drafted by", "the clerk", "in May")]),
    "verb and infinitive": ("The firm plans to sell the ships.", [("The firm", "plans to sell", "the ships")]),
    "adjective and infinitive": ("The firm is ready to sell the ships.", [("The firm", "is ready to sell", "the ships")]),
    "light verb": ("The bishop took part in the march.", [("The bishop", "took part in", "the march")]),
    "light verb with an article": ("The firm has a stake in the mine.", [("The firm", "has a stake in", "the mine")]),
    "what is not meant": (
        "The league has focused on trade, not minor matters of the sea.",
        [("The league", "has focused on", "trade")],
    ),
    "a relative clause with an adjective": (
        "They sell metals on which the ports are dependent.",
        [("They", "sell", "metals"), ("the ports", "are dependent on", "metals")],
    ),
    "content": (
        "The clerk said that the harbour was sold.",
        [("The clerk", "said that", "the harbour was sold"), ("the harbour", "was sold")],
    ),
    "conjoined verbs": (
        "In May, the council met and approved the plan.",
        [("the council", "met", "In May"), ("the council", "approved", "the plan", "In May")],
    ),
    "verbs that share an auxiliary": ("The pier was sold and moved.", [("The pier", "was sold"), ("The pier", "was moved")]),
    "verbs that share an object": ("The mint makes and sells coins.", [("The mint", "makes", "coins"), ("The mint", "sells", "coins")]),
    "conjoined objects": ("She speaks Danish and Finnish.", [("She", "speaks", "Danish"), ("She", "speaks", "Finnish")]),
    "the name of one body": ("She left the Lund and Malmö Foundation.", [("She", "left", "the Lund and Malmö Foundation")]),
    "objects joined by or": ("She speaks Danish or Finnish.", [("She", "speaks", "Danish or Finnish")]),
    "conjoined subjects": (
        "The mayor and the bishop signed the letter.",
        [("The mayor", "signed", "the letter"), ("the bishop", "signed", "the letter")],
    ),
    "subjects that act together": ("Norland and Osmark met in Lund.", [("Norland and Osmark", "met in", "Lund")]),
    "relative clause": (
        "The ship that sank belonged to Osmark.",
        [("The ship", "sank"), ("The ship", "belonged to", "Osmark")],
    ),
    "relative clause without its object": ("The ship that they sold sank.", [("they", "sold", "The ship"), ("The ship", "sank")]),
    "relative clause after a description": (
        "Ada Holm is a clerk who writes novels.",
        [("Ada Holm", "is", "a clerk"), ("Ada Holm", "writes", "novels")],
    ),
    "conjoined verbs after a description": (
        "Ada Holm is a clerk who lives in Lund and works in Malmö.",
        [("Ada Holm", "is", "a clerk"), ("Ada Holm", "lives in", "Lund"), ("Ada Holm", "works in", "Malmö")],
    ),
    "relative clause that agrees with a noun further up": (
        "The pact between the two states that has failed was secret.",
        [("The pact between the two states", "has failed"), ("The pact between the two states", "was", "secret")],
    ),
    "participle after a noun": (
        "The plan drafted by the clerk was a failure.",
        [("The plan", "was drafted by", "the clerk"), ("The plan drafted by the clerk", "was", "a failure")],
    ),
    "participle in front": (
        "Having lost the vote, the party left the cabinet.",
        [("the party", "Having lost", "the vote"), ("the party", "left", "the cabinet")],
    ),
    "apposition": (
        "Ada Holm, the clerk of Lund, signed the order.",
        [("Ada Holm", "is", "the clerk of Lund"), ("Ada Holm", "signed", "the order")],
    ),
    "description in front of a name": (
        "The composer Ada Holm lives in Lund.",
        [("Ada Holm", "is", "The composer"), ("The composer Ada Holm", "lives in", "Lund")],
    ),
    "title": ("President Holm signed the law.", [("Holm", "is", "President"), ("President Holm", "signed", "the law")]),
    "possessive": ("The mayor’s sister sold the farm.", [("The mayor", "has", "sister"), ("The mayor’s sister", "sold", "the farm")]),
    "acronym": (
        "The World Grain Council (WGC) met on Monday.",
        [("WGC", "stands for", "The World Grain Council"), ("The World Grain Council", "met on", "Monday")],
    ),
    "examples": (
        "The firm owns ports such as Riga and Lund.",
        [("The firm", "owns", "ports"), ("The firm", "owns", "Riga"), ("The firm", "owns", "Lund"), ("Riga", "is", "ports"), ("Lund", "is", "ports")],
    ),
    "what there is": ("There were riots in Lund.", [("riots in Lund", "There were")]),
    "a clause for it": ("It is vital that the dam holds.", [("the dam holds", "is", "vital"), ("the dam", "holds")]),
    "event as a noun": (
        "Osmark’s decision to close the border angered the farmers.",
        [
            ("Osmark", "has", "decision to close the border"),
            ("Osmark", "to close", "the border"),
            ("Osmark’s decision to close the border", "angered", "the farmers"),
        ],
    ),
    "no statement of many of whom": (
        "The judge met the guards, many of whom left.",
        [("The judge", "met", "the guards")],
    ),
    "no statement of as they did": ("The guards left as the judge did.", [("The guards", "left")]),
    "a subject that holds a question": (
        "The rule on how coins are made is old.",
        [("The rule on how coins are made", "is", "old"), ("coins", "are made")],
    ),
    "no object is negated once": ("The panel found no trace.", [("The panel", "found no", "trace")]),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "made"), CASES.values(), ids=CASES)
@pytest.mark.thorough
def test_a_sentence_makes_these_statements_and_no_others(sentence: str, made: list[Made]) -> None:
    assert sorted(in_words(sentence)) == sorted(made)


def in_words(sentence: str) -> list[Made]:
    """The statements of a sentence, each as its words."""
    return [
        (
            one.subject.text if one.subject else "",
            one.relation.text,
            *(argument.text for argument in (one.object, *one.arguments) if argument is not None),
        )
        for one in statements_of(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "role"),
    [
        ("She signed it on Monday.", "on Monday", "time"),
        ("He built it with a saw.", "with a saw", "instrument"),
        ("They sold it in the town.", "in the town", "place"),
        ("They closed it because of the rain.", "because of the rain", "cause"),
    ],
)
def test_an_argument_says_which_part_it_plays(sentence: str, words: str, role: str) -> None:
    arguments = [argument for one in statements_of(sentence) for argument in (one.object, *one.arguments) if argument is not None]
    assert role in [argument.role for argument in arguments if argument.text == words]
