"""Which predicates and entities of a base statements are about, and what is proposed where the base has none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import facts, propose
from kb.base import runs, store
from kb.facts import Fact
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.propose import parser as models
from kb.propose.grounding import Grounded, entities, wording
from kb.sources.adding import add_source
from kb.texts.sentences import receive

PREDICATES = {
    "supplies-arms-to": "supplies arms to",
    "member-of": "is a member of",
    "causes": "causes",
    "allied-with": "is allied with",
    "dominates": "dominates",
    "has-quality": "has the quality",
    "is-a": "is a",
}
ACTORS = {"north-harbour": "North Harbour", "south-harbour": "South Harbour", "port-league": "Port League"}


@pytest.fixture(scope="module", autouse=True)
def parser() -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")


@pytest.fixture
def harbours(empty_path: Path) -> Iterator[sqlite3.Connection]:
    """A base with three actors and a few predicates."""
    connection = store.connect(empty_path)
    with runs.begin(connection, "add") as run:
        for name, label in PREDICATES.items():
            add_entity(run, NewEntity("predicate", name, {"id": name, "label": label}))
        for name, label in ACTORS.items():
            add_entity(run, NewEntity("actor", name, {"id": name, "name": label, "kind": "organization"}))
    yield connection
    connection.close()


def grounded(text: str, connection: sqlite3.Connection | None = None) -> list[Grounded]:
    lookup = Lookup(connection) if connection else None
    return [one.statement for one in propose.propose(text, lookup) if one.statement is not None]


def triple(one: Grounded) -> tuple[str | None, str | None, str | None]:
    return (
        one.subject_entity.id if one.subject_entity else None,
        one.predicate.id if one.predicate else None,
        one.object_entity.id if one.object_entity else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Harbour supplies arms to South Harbour.", ("north-harbour", "supplies-arms-to", "south-harbour")),
        ("North Harbour has been supplying arms to South Harbour.", ("north-harbour", "supplies-arms-to", "south-harbour")),
        ("North Harbour sold weapons to South Harbour.", ("north-harbour", "supplies-arms-to", "south-harbour")),
        ("North Harbour is a member of the Port League.", ("north-harbour", "member-of", "port-league")),
        ("North Harbour belongs to the Port League.", ("north-harbour", "member-of", "port-league")),
        ("North Harbour is allied with South Harbour.", ("north-harbour", "allied-with", "south-harbour")),
        ("South Harbour is dominated by North Harbour.", ("north-harbour", "dominates", "south-harbour")),
        ("North Harbour is likely to dominate South Harbour.", ("north-harbour", "dominates", "south-harbour")),
    ],
)
@pytest.mark.thorough
def test_a_statement_finds_the_predicate_and_the_entities_of_the_base(
    text: str, expected: tuple[str, str, str], harbours: sqlite3.Connection
) -> None:
    assert triple(grounded(text, harbours)[0]) == expected


def test_a_claim_of_the_base_teaches_the_words_of_its_predicate(harbours: sqlite3.Connection) -> None:
    """A base that records something in words of its own finds that predicate again in the words of the next article."""
    said = "North Harbour argues with South Harbour."
    assert grounded(said, harbours)[0].predicate is None
    with runs.begin(harbours, "add") as run:
        add_entity(run, NewEntity("predicate", "at-odds-with", {"id": "at-odds-with", "label": "is at odds with"}))
        add_source(run, receive(said.encode()), {"title": "Harbours", "source_id": "harbours"})
        fact = Fact("harbours", said, text=said, subject="north-harbour", predicate="at-odds-with", object="south-harbour")
        facts.record(run, fact)
    chosen = grounded("The council argues with the Port League.", harbours)[0].predicate
    assert chosen is not None and chosen.id == "at-odds-with"


def test_one_word_that_says_little_teaches_nothing(harbours: sqlite3.Connection) -> None:
    """That a paper "ran" a story must not make it run a country."""
    assert grounded("North Harbour ran South Harbour.", harbours)[0].predicate is None


def test_an_adjective_is_a_quality_and_no_is_a(harbours: sqlite3.Connection) -> None:
    one = grounded("North Harbour is cautious.", harbours)[0]
    assert one.predicate is not None and one.predicate.id == "has-quality"
    assert one.object is not None and one.object.text == "cautious"


def test_what_the_base_lacks_is_proposed_with_an_id_a_label_and_a_definition(harbours: sqlite3.Connection) -> None:
    one = grounded("North Harbour blocked the East Quay Company.", harbours)[0]
    assert one.predicate is None and one.new is not None
    assert (one.new.id, one.new.label) == ("blocks", "blocks") and one.new.description
    assert one.object_entity is not None and one.object_entity.new
    assert (one.object_entity.id, one.object_entity.table) == ("east-quay-company", "actor")


@pytest.mark.parametrize("text", ["It dominates South Harbour.", "They dominate South Harbour.", "This dominates South Harbour."])
def test_a_bare_pronoun_is_never_a_name(text: str, harbours: sqlite3.Connection) -> None:
    assert grounded(text, harbours)[0].subject_entity is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a new bridge", ("thing", "infrastructure")),
        ("local traders", ("actor", "group")),
        ("the Swedish government", ("actor", "government")),
        ("a treaty on fishing in the strait", ("thing", "treaty")),
        ("slow growth", ("thing", "concept")),
    ],
)
def test_a_description_gets_the_kind_of_its_last_noun(words: str, expected: tuple[str, str]) -> None:
    one = entities.described(words)
    assert one is not None and (one.table, one.kind) == expected


@pytest.mark.parametrize(
    "words",
    [
        "more than $90,000",
        "at least 40 ships",
        "the message",
        "the company",
        "40 million euros",
        "May 3, 2021",
        "$252 billion",
        "what they said",
        "who it was",
    ],
)
def test_figures_dates_sentences_and_bare_pointers_are_no_things(words: str) -> None:
    assert entities.described(words) is None


@pytest.mark.parametrize(
    ("lemma", "form"), [("supply", "supplies"), ("reach", "reaches"), ("be", "is"), ("have", "has"), ("play", "plays"), ("go", "goes")]
)
def test_the_label_of_a_new_predicate_is_in_the_third_person(lemma: str, form: str) -> None:
    assert wording.third_person(lemma) == form


def test_a_capital_that_acts_is_the_government_that_the_base_has_it_stand_for(harbours: sqlite3.Connection) -> None:
    with runs.begin(harbours, "add") as run:
        names = [{"name": "Saltmarsh", "kind": "metonym"}]
        add_entity(
            run, NewEntity("actor", "salt-council", {"id": "salt-council", "name": "Salt Council", "kind": "government", "names": names})
        )
        add_entity(run, NewEntity("thing", "saltmarsh", {"id": "saltmarsh", "name": "Saltmarsh", "kind": "place"}))
    acting = grounded("Saltmarsh dominates North Harbour.", harbours)[0]
    assert acting.subject_entity is not None and acting.subject_entity.id == "salt-council"
    placed = grounded("Saltmarsh is a town.", harbours)[0]
    assert placed.subject_entity is not None and placed.subject_entity.id == "saltmarsh"


def test_several_names_that_are_one_object_are_told_apart(harbours: sqlite3.Connection) -> None:
    found = grounded("The Port League supplies arms to North Harbour and South Harbour.", harbours)
    objects = [(one.object_entity.id, one.statement.claim.rstrip(".")) for one in found if one.object_entity]
    assert objects == [
        ("north-harbour", "The Port League supplies arms to North Harbour"),
        ("south-harbour", "The Port League supplies arms to South Harbour"),
    ]
    (treaty,) = grounded("The Port League is allied with a union between North Harbour and South Harbour.", harbours)
    assert treaty.object_entity is None or treaty.object_entity.id not in ACTORS


@pytest.mark.parametrize("text", ["North Harbour is South Harbour’s closest ally.", "North Harbour is a South Harbour ally."])
def test_a_relation_to_somebody_is_between_the_two(text: str) -> None:
    one = grounded(text)[0]
    assert one.object_entity is not None and one.object_entity.label == "South Harbour"
    assert one.new is not None and one.new.label == "is ally of"


def test_a_description_is_found_in_nearly_the_words_of_the_base(harbours: sqlite3.Connection) -> None:
    with runs.begin(harbours, "add") as run:
        for name, label in {"lund-oslo-relationship": "Lund–Oslo relationship", "syrian-economy": "Syrian economy"}.items():
            add_entity(run, NewEntity("thing", name, {"id": name, "name": label, "kind": "concept"}))
    lookup = Lookup(harbours)
    assert entities.alike("Lund-Oslo relations", lookup) == ["lund-oslo-relationship"]
    assert entities.alike("economy of Syria", lookup) == ["syrian-economy"]
    assert entities.alike("Lund-Malmo relations", lookup) == [] == entities.alike("relations", lookup)


def test_words_that_say_what_a_name_is_are_no_part_of_it() -> None:
    one = grounded("The state-run broadcaster Port Radio supports North Harbour.")[0]
    assert one.subject_entity is not None and one.subject_entity.label == "Port Radio"
    assert entities.core("a U.S.") == "U.S." and entities.core("the harbour.") == "harbour"


def test_a_pair_of_names_is_no_single_one_of_them(harbours: sqlite3.Connection) -> None:
    found = grounded("Ada Holm and Bo Berg are candidates. The Port League supplies arms to North Harbour.", harbours)
    assert found and found[0].subject_entity is None and any(one.subject_entity is not None for one in found[1:])


def test_the_predicate_of_a_perfect_passive_is_its_participle(harbours: sqlite3.Connection) -> None:
    found = grounded("The Port League had been offered twenty ships.", harbours)[0]
    assert found.new is not None and found.new.label == "is offered"


def test_a_preposition_that_is_not_meant_is_no_part_of_a_new_predicate(harbours: sqlite3.Connection) -> None:
    for text, label in (
        ("Ada Holm works not as a cook but as a lawyer.", "works as"),
        ("The port, he said, trades with Riga.", "trades with"),
    ):
        new = grounded(text, harbours)[0].new
        assert new is not None and new.label == label
