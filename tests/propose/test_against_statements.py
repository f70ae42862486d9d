"""What a proposed statement is to the claims of the base with its subject: agreement, contradiction, update, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import facts
from kb.base import runs, store
from kb.facts import Fact, Voice
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.propose import against
from kb.propose.against import Said, Suggestion
from kb.propose.against.statements import MIRRORED, OF_SUBJECT, ONE_OBJECT
from kb.sources.adding import add_source
from kb.texts.sentences import receive

PREDICATES = {
    "supports": "supports",
    "opposes": "opposes",
    "based-in": "is based in",
    "allied-with": "is allied with",
    "sells-to": "sells to",
}
ACTORS = ("lund", "malmo", "oslo", "riga", "narva")


@pytest.fixture
def base(empty_path: Path) -> Iterator[sqlite3.Connection]:
    """A base with claims about four ports, one source."""
    connection = store.connect(empty_path)
    text = "Words that carry all of it."
    with runs.begin(connection, "add") as run:
        add_source(run, receive(text.encode()), {"title": "Ports", "source_id": "ports"})
        for name in ACTORS:
            add_entity(run, NewEntity("actor", name, {"id": name, "name": name.capitalize(), "kind": "organization"}))
        for name, label in PREDICATES.items():
            symmetric = {"symmetric": True} if name == "allied-with" else {}
            add_entity(run, NewEntity("predicate", name, {"id": name, "label": label, **symmetric}))
        for subject, predicate, object_, more in [
            ("lund", "supports", "malmo", {}),
            ("lund", "sells-to", "malmo", {}),
            ("lund", "sells-to", "oslo", {}),
            ("lund", "based-in", "oslo", {"about": "2019"}),
            ("malmo", "based-in", "riga", {}),
            ("narva", "based-in", "riga", {}),
            ("lund", "allied-with", "narva", {}),
            ("malmo", "supports", "oslo", {"author": Voice(stance="denies")}),
        ]:
            claim = f"{subject} {PREDICATES[predicate]} {object_}"
            fact = Fact("ports", text, claim, subject=subject, predicate=predicate, object=object_, **more)
            facts.write(run, facts.plan(Lookup(connection), fact))
    yield connection
    connection.close()


def found(base: sqlite3.Connection, *said: str | None, **more: str) -> dict[str, Suggestion]:
    proposed = against.Proposed("Of wholly unlike wording", "factual", frozenset(), (), None, Said(*said, **more))  # type: ignore[arg-type]
    texts = dict(base.execute("SELECT id, text FROM claims"))
    return {texts[one.claim_id]: one for one in against.suggest(base, proposed, None)}


def test_the_same_subject_predicate_and_object_agree_whatever_the_words(base: sqlite3.Connection) -> None:
    assert {text: one.relation for text, one in found(base, "lund", "supports", "malmo").items()} == {"lund supports malmo": "agrees"}


@pytest.mark.parametrize(("subject", "object_", "stance"), [("lund", "malmo", "denies"), ("malmo", "oslo", "affirms")])
def test_another_stance_on_the_same_statement_contradicts(base: sqlite3.Connection, subject: str, object_: str, stance: str) -> None:
    (one,) = found(base, subject, "supports", object_, stance=stance).values()
    assert (one.relation, one.rule) == ("contradicts", "same statement, other stance")


def test_two_denials_agree(base: sqlite3.Connection) -> None:
    assert [one.relation for one in found(base, "malmo", "supports", "oslo", stance="denies").values()] == ["agrees"]


def test_the_opposite_relation_contradicts(base: sqlite3.Connection) -> None:
    assert [(one.relation, one.rule) for one in found(base, "lund", "opposes", "malmo").values()] == [("contradicts", "opposite relation")]


def test_another_object_contradicts_or_updates_only_where_a_predicate_has_one(base: sqlite3.Connection) -> None:
    assert [one.relation for one in found(base, "lund", "based-in", "riga", when="2019").values()] == ["contradicts"]
    assert [one.relation for one in found(base, "lund", "based-in", "riga", when="2021").values()] == ["updates"]
    assert found(base, "lund", "based-in", "riga", when="2011") == {}
    assert found(base, "lund", "sells-to", "riga") == {}


def test_a_symmetric_predicate_agrees_with_its_mirror(base: sqlite3.Connection) -> None:
    assert [one.relation for one in found(base, "narva", "allied-with", "lund").values()] == ["agrees"]


def test_a_plan_is_not_compared_with_what_is_done(base: sqlite3.Connection) -> None:
    assert found(base, "lund", "supports", "malmo", kind="plan") == {}


def test_the_claims_are_found_by_an_index(base: sqlite3.Connection) -> None:
    values = {"subject": "lund", "predicate": "supports", "object": "malmo"}
    for sql, given in ((OF_SUBJECT, values), (MIRRORED, values), (ONE_OBJECT, ("supports",))):
        plan = [row[3] for row in base.execute(f"EXPLAIN QUERY PLAN {sql}", given)]
        assert not [step for step in plan if step.startswith("SCAN claims") or step.startswith("SCAN assertions")], plan
