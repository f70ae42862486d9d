"""A language model's answers are held to the text and the base: what is in neither is dropped and counted. The model here is recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb import propose
from kb.base import runs, store
from kb.errors import UsageError
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.propose import language_model
from kb.propose import parser as models
from kb.propose.language_model import asking, offered, wording
from kb.propose.proposal import Proposal
from tests.whole import kb

RECORDED = Path(__file__).with_name("recorded")
ARTICLE = (RECORDED / "harbours.txt").read_text("utf-8")
ANSWERS = json.loads((RECORDED / "harbours.json").read_text("utf-8"))
TEXT = "The board said that the ferry\u00a0will stop. Nobody asked the captains.\n\nThe mill is old, and the mill is shut."
SOUND: dict[str, Any] = {
    "quote": "that the ferry will stop",
    "speaker": "The board",
    "cue": "said",
    "act": "asserts",
    "stance": "affirms",
    "certainty": "certain",
    "kind": "prediction",
    "subject": {"text": "the ferry", "resolved": None, "entity_id": None},
    "relation": "will stop",
    "object": None,
    "arguments": [],
    "negated": False,
    "predicate_id": None,
    "condition": None,
    "event": None,
    "claim": "The ferry will stop.",
}
ROWS = {
    "predicate": [{"id": "supplies-arms-to", "label": "supplies arms to"}, {"id": "member-of", "label": "is a member of"}],
    "actor": [
        {"id": "north-harbour", "name": "North Harbour", "kind": "organization"},
        {"id": "south-harbour", "name": "South Harbour", "kind": "organization"},
        {"id": "port-league", "name": "Port League", "kind": "organization"},
        {"id": "east-harbour", "name": "East Harbour", "kind": "organization"},
    ],
    "event": [{"id": "ferry-sinking", "name": "Sinking of the ferry", "kind": "disaster", "actuality": "occurred"}],
}


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lookup]:
    path = tmp_path_factory.mktemp("harbours") / "kb.db"
    store.init(path)
    connection = store.connect(path)
    with runs.begin(connection, "add") as run:
        for kind, rows in ROWS.items():
            for row in rows:
                add_entity(run, NewEntity(kind, row["id"], dict(row)))
    yield Lookup(connection)
    connection.close()


def recorded(prompt: str) -> str:
    """What was recorded for the sentence at the end of a prompt."""
    return str(ANSWERS[prompt.rsplit("SENTENCE:\n", 1)[1]])


def heard(*answers: Any, lookup: Lookup | None = None) -> language_model.Checked:
    """What comes of these answers to the first sentence; the others are answered with nothing."""
    printed = iter(["Here you are:\n" + json.dumps(answers)])
    return language_model.ask_about(TEXT, lambda _prompt: next(printed, "[]"), lookup)


@pytest.fixture(scope="module")
def proposed(lookup: Lookup) -> tuple[list[Proposal], dict[str, int]]:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    return propose.propose_by_language_model(ARTICLE, recorded, lookup)


def test_a_recorded_answer_fills_the_schema_of_statements_with_the_ids_of_the_base(proposed: tuple[list[Proposal], dict[str, int]]) -> None:
    arms = proposed[0][0]
    grounded = arms.statement
    assert grounded is not None and grounded.predicate is not None
    assert grounded.subject_entity is not None and grounded.object_entity is not None
    triple = grounded.subject_entity.id, grounded.predicate.id, grounded.object_entity.id
    assert triple == ("north-harbour", "supplies-arms-to", "south-harbour")
    relation = grounded.statement.relation
    assert (relation.text, ARTICLE[relation.start : relation.end]) == ("has supplied arms to", "has long supplied arms to")
    assert (grounded.statement.claim, arms.confidence, arms.attribution.rule) == (
        "North Harbour supplied arms to South Harbour.",
        language_model.CONFIDENCE,
        "language-model",
    )


def test_what_a_statement_negates_is_denied_and_what_a_pronoun_stands_for_is_kept(proposed: tuple[list[Proposal], dict[str, int]]) -> None:
    admitted = next(one for one in proposed[0] if one.attribution.content.text.startswith("The Port League"))
    assert admitted.statement is not None and admitted.statement.object is not None and admitted.statement.object_entity is not None
    assert (admitted.attribution.stance, admitted.statement.statement.claim) == ("denies", "The Port League admitted South Harbour.")
    assert (admitted.statement.object.resolved, admitted.statement.object_entity.id) == ("South Harbour", "south-harbour")
    assert admitted.notes == ()


def test_an_event_is_taken_as_the_base_has_it(proposed: tuple[list[Proposal], dict[str, int]]) -> None:
    sank = next(one for one in proposed[0] if "sank" in one.attribution.content.text)
    assert sank.statement is not None and sank.statement.event is not None
    assert (sank.statement.event.entity.id, sank.statement.event.actuality) == ("ferry-sinking", "occurred")
    assert sank.statement.statement.event == "ferry-sinking"


def test_what_the_rules_read_as_denied_or_doubted_is_marked_where_the_model_affirms_it(
    proposed: tuple[list[Proposal], dict[str, int]],
) -> None:
    notes = {one.attribution.content.text: one.notes for one in proposed[0]}
    assert "denied" in notes["that the ferry sank on Monday"][0]
    assert "denied" in notes["the mill will open"][0] or "doubted" in notes["the mill will open"][0]
    assert [words for words, told in notes.items() if not told] == [
        "North Harbour has long supplied arms to South Harbour",
        "The Port League did not admit them",
    ]


def test_an_id_that_the_base_lacks_drops_the_answer_and_foreign_words_the_wording(proposed: tuple[list[Proposal], dict[str, int]]) -> None:
    proposals, dropped = proposed
    assert dropped == {"id not in the base": 1, "wording with words that are not in the text": 1}
    mill = next(one for one in proposals if "mill" in one.attribution.content.text)
    assert mill.statement is not None and mill.statement.statement.claim == ""


def test_a_prompt_holds_the_entities_that_the_article_names_and_the_likest_predicates_first(lookup: Lookup) -> None:
    prompts: list[str] = []
    language_model.ask_about(ARTICLE, lambda prompt: prompts.append(prompt) or "[]", lookup)  # type: ignore[func-returns-value]
    assert len(prompts) == 4
    entities = prompts[2].split("ENTITIES:\n")[1].split("\n\n")[0].splitlines()
    assert entities[0] == "port-league: Port League (actor)"
    assert sorted(line.partition(":")[0] for line in entities) == ["north-harbour", "port-league", "south-harbour"]
    assert prompts[0].split("PREDICATES:\n")[1].startswith("supplies-arms-to: supplies arms to")
    assert prompts[1].split("BEFORE IT (context only):\n")[1].startswith("North Harbour has long")


def test_what_is_offered_is_bounded(lookup: Lookup, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offered, "ENTITIES", 2)
    monkeypatch.setattr(offered, "PREDICATES", 1)
    bounded = offered.Known(ARTICLE, lookup).offered(ARTICLE, 0, 54)
    assert [row.id for row in bounded.entities] == ["north-harbour", "south-harbour"]
    assert [row.id for row in bounded.predicates] == ["supplies-arms-to"]


def test_an_answer_whose_words_are_in_the_text_becomes_a_proposal_with_exact_offsets_and_a_stable_id() -> None:
    def answer(prompt: str) -> str:
        return json.dumps([SOUND]) if "SENTENCE:\nThe board" in prompt else "[]"

    ((one,), dropped), (again, _) = (propose.propose_by_language_model(TEXT, answer, by_rules=()) for _ in range(2))
    content, source, cue = one.attribution.content, one.attribution.source, one.attribution.cue
    assert content.text == "that the ferry\u00a0will stop" == TEXT[content.start : content.end]
    assert source is not None and cue is not None
    assert (source.text, cue.text, dropped) == ("The board", "said", {})
    assert [one.id for one in again] == [one.id]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "the ferry will never stop"}, "quote not in the sentence, or more than once"),
        ({"quote": "THE FERRY WILL STOP"}, "quote not in the sentence, or more than once"),
        ({"quote": "he"}, "quote not in the sentence, or more than once"),
        ({"quote": "Nobody asked the captains."}, "quote not in the sentence, or more than once"),
        ({"quote": ""}, "quote not in the sentence, or more than once"),
        ({"quote": 7}, "quote not in the sentence, or more than once"),
        ({"speaker": "The mayor"}, "speaker not in the text"),
        ({"cue": "swore"}, "cue not in the sentence"),
        ({"stance": "shrugs"}, "unknown word"),
        ({"negated": "no"}, "unknown word"),
        ({"negated": True, "stance": "denies"}, "negated twice"),
        ({"relation": "stop will"}, "relation not in the sentence"),
        ({"subject": None}, "no subject"),
        ({"subject": {"text": "the boat"}}, "argument not in the sentence"),
        ({"object": "the ferry"}, "argument not in the sentence"),
        ({"arguments": 5}, "argument not in the sentence"),
        ({"arguments": [{"text": "The board", "role": "guest"}]}, "argument not in the sentence"),
        ({"subject": {"text": "the ferry", "resolved": "the steamer"}}, "what a pronoun stands for is not in the text"),
        ({"subject": {"text": "the ferry", "entity_id": "ferry-of-nowhere"}}, "id not in the base"),
        ({"subject": {"text": "the ferry", "entity_id": "\ud800"}}, "id not in the base"),
        ({"predicate_id": "stops"}, "id not in the base"),
        ({"event": "north-harbour"}, "id not in the base"),
        ({"condition": "if it rains"}, "condition not in the sentence"),
    ],
)
def test_an_answer_that_fails_in_any_part_is_dropped_and_counted(change: dict[str, Any], reason: str, lookup: Lookup) -> None:
    found = heard(SOUND | change, lookup=lookup)
    assert (found.answers, dict(found.dropped)) == ([], {reason: 1})


def test_what_is_no_object_is_counted_and_the_same_answer_twice_is_one() -> None:
    assert dict(heard("the ferry will stop").dropped) == {"not an object": 1}
    assert dict(language_model.ask_about(TEXT, lambda _prompt: "Sorry!", None).dropped) == {"not JSON": 3}
    found = heard(SOUND, SOUND)
    assert (len(found.answers), dict(found.dropped)) == (1, {"said twice": 1})


def test_a_wording_that_keeps_the_negation_is_left_out() -> None:
    found = heard(SOUND | {"negated": True, "claim": "The ferry will not stop."})
    assert found.answers[0].grounded is not None
    assert (found.answers[0].grounded.statement.claim, sum(found.dropped.values())) == ("", 1)


KEYS = st.sampled_from(sorted(SOUND))
WORDS = st.sampled_from(["The board", "the ferry", "will stop", "said", "affirms", "denies", "north-harbour", "old news", "not", "x"])
ANY = st.recursive(
    st.none() | st.booleans() | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["text", "role", "resolved", "entity_id"]), inner),
    max_leaves=4,
)


@settings(max_examples=40)
@given(st.text() | st.lists(st.dictionaries(KEYS, ANY).map(lambda change: SOUND | change), max_size=2).map(json.dumps))
@pytest.mark.thorough
def test_whatever_a_model_prints_nothing_but_words_of_the_text_and_ids_of_the_base_comes_of_it(printed: str) -> None:
    for answer in language_model.ask_about(TEXT, lambda _prompt: printed, None).answers:
        own, statement = answer.attribution, answer.grounded.statement if answer.grounded else None
        spans = [(one.text, one.start, one.end) for one in (own.content, own.source, own.cue) if one]
        assert all(TEXT[start:end] == words for words, start, end in spans)
        if statement is None:
            continue
        parts = [one for one in (statement.subject, statement.object, statement.condition, *statement.arguments) if one]
        assert all(TEXT[start:end] == words for words, start, end in [(one.text, one.start, one.end) for one in parts])
        assert all(one.resolved is None or one.resolved in TEXT for one in parts)
        assert {one.entity_id for one in parts} | {statement.predicate_id, statement.event} == {None}
        said = TEXT[statement.relation.start : statement.relation.end]
        assert all(word in said for word in statement.relation.text.split())
        begun = {word[:3] for word in wording.WORD.findall(TEXT.lower())}
        assert all(word in wording.SMALL or word[:3] in begun for word in wording.WORD.findall(statement.claim.lower()))


@pytest.mark.thorough
def test_the_run_says_which_model_was_asked_with_which_prompt_of_which_version(empty_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_model, "prompter", lambda _name: lambda _prompt: json.dumps([SOUND]))
    said = kb("propose", "-", "--title", "The ferry", "--llm", "a-model", "--model", "none", db=empty_path, stdin=TEXT)
    assert said.code == 0, said.err
    assert "dropped: 2 answers, quote not in the sentence" in said.err
    assert "1 proposals, 0 that were there already; read by the language model a-model" in said.err
    connection = store.connect(empty_path, readonly=True)
    ((reason,),) = connection.execute("SELECT reason FROM runs WHERE id = (SELECT run_id FROM proposals)").fetchall()
    connection.close()
    assert reason == language_model.provenance("a-model")
    assert reason.startswith("asked the language model a-model with prompt 2:\n")
    assert "exact words of the sentence" in reason


def test_a_folder_is_refused_since_a_language_model_is_asked_about_one_article(empty_path: Path) -> None:
    said = kb("propose", empty_path.parent, "--llm", "a-model", db=empty_path)
    assert (said.code, "one article at a time" in said.err) == (2, True)


def test_without_the_package_or_the_model_the_remedy_is_told() -> None:
    with pytest.raises(UsageError, match="llm"):
        asking.prompter("no-such-model-anywhere")
