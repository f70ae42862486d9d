"""What sentences say beside their clauses, proposed to people but not counted among the statements that clauses make."""

from __future__ import annotations

import pytest

from kb.propose import attribution, statements
from kb.propose import parser as models
from kb.propose.statements import Statement, implied
from tests.propose.statements.reading import statements_of

CASES: dict[str, tuple[str, tuple[str, str, str]]] = {
    "an office before a name": ("Swedish President Ada Holm spoke.", ("Ada Holm", "is", "President of Sweden")),
    "an office after a possessor": ("Sweden’s President Ada Holm spoke.", ("Ada Holm", "is", "President of Sweden")),
    "the leaders of a body": ("The League and its two leaders, Sweden and Norway, are wary.", ("Norway", "leads", "League")),
    "an action with a possessor": ("Sweden’s recruitment of sailors annoyed Riga.", ("Sweden", "recruits", "sailors")),
    "an action of a people": ("Swedish support for Norway grew.", ("Sweden", "supports", "Norway")),
    "an action of a country by its name": ("US pressure on Norway grew.", ("United States", "pressures", "Norway")),
    "an action between two": ("Sweden’s border skirmishes with Norway went on.", ("Sweden", "skirmishes with", "Norway")),
    "a change of course": ("Sweden’s switch from coal to gas took years.", ("Sweden", "switches to", "gas")),
    "a decision": ("They welcomed Sweden’s decision to reject the plan.", ("Sweden", "decides to reject", "the plan")),
    "a goal that is published": (
        "Sweden has published goals to build ships and to replace Norway.",
        ("Sweden", "aims to replace", "Norway"),
    ),
    "a purpose": ("A new agreement to study the tides was signed.", ("A new agreement", "is to study", "the tides")),
    "who leads": ("She joined the Sweden-led Port League.", ("Sweden", "leads", "Port League")),
    "what is called something": ("Holm called Sweden a sleeping giant.", ("Sweden", "is", "a sleeping giant")),
    "what is replaced as something": ("Norway will replace Sweden as the largest exporter.", ("Sweden", "is", "the largest exporter")),
    "an author": ("Ada Holm, author of “The Port: A History,” spoke.", ("Ada Holm", "is the author of", "The Port: A History")),
    "an article with its title": ("The Gazette ran an article headlined, “No Ships.”", ("The Gazette", "ran", "No Ships")),
    "a description that is named": (
        "The only treaty limiting warships is the Port Treaty.",
        ("the Port Treaty", "limiting", "warships"),
    ),
    "what is found useful": ("Sweden has found it useful to trade with Norway.", ("Sweden", "trades with", "Norway")),
    "a place with where": (
        "They met in Norway, where Sweden has the most influence.",
        ("Sweden", "has the most influence in", "Norway"),
    ),
    "examples of a subject": (
        "Some countries that support the League, such as Sweden and Norway, left.",
        ("Norway", "support", "the League"),
    ),
    "what is aimed at somebody": ("Sweden turned its guns against Norway.", ("guns", "is directed against", "Norway")),
}


def proposed(text: str) -> list[Statement]:
    model = models.find()
    if model.tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    parsed = attribution.parsed(text, model, names=True) or []
    trees = [attribution.trees.from_doc(doc, offset) for offset, doc in parsed]
    names = statements.resolved_by(attribution.find(text, parsed), trees, [doc for _, doc in parsed])
    return [one for tree in trees for one in statements.of_tree(tree, names, proposed=True)]


def triple(one: Statement) -> tuple[str | None, str, str | None]:
    subject, object_ = (part and (part.resolved or part.text) for part in (one.subject, one.object))
    return subject, one.relation.text, object_


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_noun_phrase_says_something_of_its_own(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [triple(one) for one in proposed(text) if one.rule.startswith(implied.PREFIX)]


@pytest.mark.parametrize(
    "text",
    [
        "A potential Swedish attack on Norway worried them.",
        "There was no Swedish attack on Norway.",
        "The visit to Norway was short.",
        "The report on Sweden was long.",
        "She has not called Sweden a giant.",
        "Sweden’s refusal to support Norway was noted.",
        "A Sweden-led effort failed.",
    ],
)
def test_what_a_text_leaves_open_or_names_nobody_for_is_not_implied(text: str) -> None:
    assert [triple(one) for one in proposed(text) if one.rule.startswith(implied.PREFIX)] == []


def test_what_an_action_is_for_stands_in_its_wording() -> None:
    found = [one.claim for one in proposed("The League’s use of ports for the purpose of trade grew.")]
    assert "The League uses ports for the purpose of trade" in found


def test_the_statements_of_clauses_have_none_that_are_implied() -> None:
    text = "Sweden’s recruitment of sailors annoyed Riga."
    assert [one.rule for one in statements_of(text) if one.rule.startswith(implied.PREFIX)] == []


def test_what_is_implied_is_worded_as_a_sentence() -> None:
    assert "Sweden decides to reject the plan" in [one.claim for one in proposed("They saw Sweden’s decision to reject the plan.")]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("The winds and tides of Lund have shifted.", {"The winds and tides of Lund"}),
        ("Sweden and Norway voted.", {"Sweden", "Norway"}),
        ("Sweden and Norway signed a treaty.", {"Sweden and Norway"}),
    ],
)
def test_things_joined_by_and_stay_together_and_names_do_not(text: str, subjects: set[str]) -> None:
    assert {one.subject.text for one in proposed(text) if one.subject and one.rule == "main"} == subjects


def test_what_is_denied_of_one_or_the_other_is_denied_of_each() -> None:
    objects = {one.object.text for one in proposed("The council has not paid taxes or fees.") if one.object and one.rule == "main"}
    assert objects == {"taxes", "fees"}


def test_a_participle_after_what_somebody_has_tells_of_that() -> None:
    subjects = [
        one.subject.text for one in proposed("Sweden has a plan, focusing on trade.") if one.subject and one.relation.text == "focusing on"
    ]
    assert subjects == ["a plan"]


def test_whoever_wonders_why_something_is_so_takes_it_for_granted() -> None:
    (inner,) = [
        one for one in proposed("Few of them wondered why Sweden left the League.") if one.object and one.object.text == "the League"
    ]
    assert inner.certainty == "certain"
