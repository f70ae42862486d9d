"""The named questions: their files, what they find, and that each is answered through indexes."""

from __future__ import annotations

import re
import sqlite3

import pytest

from kb import changes
from kb.ask import questions
from kb.base import runs
from kb.errors import DataError, UsageError
from tests import many_claims
from tests.bench import synthetic

# What the invented claims hold nothing of: no change was made.
NOT_INVENTED = {"history-of-a-row", "recent-changes"}
# Small tables, which a question without a narrower parameter may run through, and other results already narrowed down.
SMALL = (
    "sources",
    "registered",
    "event",
    "runs",
    "contributor",
    "sqlite_master",
    "revisions",
    "work",
    "first",
    "second",
    "reach",
    "review",
)

NAMES = [question.name for question in questions.load()]


def invented(connection: sqlite3.Connection, question: questions.Question) -> dict[str, str]:
    found = synthetic.values(connection, question.name)
    return question.values({parameter.name: found[parameter.name] for parameter in question.parameters})


def ask(connection: sqlite3.Connection, name: str, **values: str) -> list[dict[str, object]]:
    question = questions.get(name)
    cursor = connection.execute(question.sql, question.values(values))
    return [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor]


def test_there_are_questions_enough_to_read_a_base_by() -> None:
    assert len(NAMES) >= 22
    assert sorted(set(NAMES)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_question_reads_as_one(name: str) -> None:
    question = questions.get(name)
    assert not question.title.endswith((".", "?"))
    assert question.description.endswith(".")
    for parameter in question.parameters:
        assert parameter.description.endswith(".")
        assert parameter.example or "leave empty" in parameter.description


def test_no_question_hides_a_table_or_view_of_its_name(tiny: sqlite3.Connection) -> None:
    assert set(NAMES) & {row[0] for row in tiny.execute("SELECT name FROM sqlite_master")} == set()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.thorough
def test_a_question_finds_something_among_many(many: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    found = many.execute(question.sql, invented(many, question)).fetchall()
    assert bool(found) is (name not in NOT_INVENTED)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.thorough
def test_a_question_with_its_parameters_is_answered_through_indexes(many: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    assert many_claims.work(many, question.sql, invented(many, question)) < many_claims.work_of_whole(many, "claim_sheet")


@pytest.mark.parametrize("name", [name for name in NAMES if all(parameter.example for parameter in questions.get(name).parameters)])
@pytest.mark.thorough
def test_a_question_about_one_thing_never_runs_through_a_large_table(many: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    steps = many_claims.scans(many, question.sql, invented(many, question))
    narrowed = {*SMALL, *many_claims.NAMED_RESULT.findall(question.sql)}
    assert [step for step in steps if step.split()[1] not in narrowed and "VIRTUAL TABLE" not in step] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.thorough
def test_a_question_reads_no_table_whole_to_look_up_rows_of_it(many: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    assert many_claims.read_whole(many, question.sql, invented(many, question)) == []


@pytest.mark.parametrize(
    "name",
    [name for name in NAMES if any(parameter.name == "source" and not parameter.example for parameter in questions.get(name).parameters)],
)
@pytest.mark.thorough
def test_no_source_means_every_source(many: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    sources = [row[0] for row in many.execute("SELECT id FROM sources")]
    whole = many.execute(question.sql, {"source": ""}).fetchall()
    parts = [row for source in sources for row in many.execute(question.sql, {"source": source})]
    assert set(whole) == set(parts)


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UsageError) as refused:
        questions.get("claims-abuot")
    assert "claims-about" in refused.value.remedy


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        questions.get("claims-about").values({"entiti": "china"})
    assert "entity" in refused.value.remedy


def test_values_not_given_are_the_examples() -> None:
    assert questions.get("claims-between").values({"other": "russia"}) == {"one": "china", "other": "russia", "reach": "parties"}


HEAD = "-- title: T\n-- description: D.\n"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("-- title: T\nSELECT 1;", "one title and one description"),
        (HEAD + "-- title: U\nSELECT 1;", "one title and one description"),
        (HEAD + "-- parameter: a | A | x | X.\nSELECT :a;", "cannot read the head line"),
        (HEAD + "-- param: a | A | x\nSELECT :a;", "cannot read the parameter"),
        (HEAD + "-- param: a | A | x | X.\nSELECT 1;", "declares a and uses none"),
        (HEAD + "SELECT :a;", "declares no parameter and uses a"),
        (HEAD + "DELETE FROM claims;", "must hold one SELECT"),
        (HEAD + "SELECT 1; DELETE FROM claims;", "must hold one SELECT"),
    ],
)
def test_a_file_that_breaks_the_grammar_is_refused_with_its_name(text: str, what: str) -> None:
    with pytest.raises(DataError) as refused:
        questions.parse("some-question", text)
    assert what in refused.value.what
    assert refused.value.where == "schema/queries/some-question.sql"


def test_a_head_line_may_go_on_and_strings_hold_no_parameters() -> None:
    question = questions.parse("q", "-- title: T\n-- description: One\n--   two.\n-- param: a | A | | Empty.\nSELECT ':b;' WHERE :a = ''; ")
    assert question.description == "One two."
    assert question.parameters == (questions.Parameter("a", "A", "", "Empty."),)
    assert question.sql == "SELECT ':b;' WHERE :a = ''"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.thorough
def test_a_question_leaves_out_what_is_retracted(tiny: sqlite3.Connection, name: str) -> None:
    claims = [row[0] for row in tiny.execute("SELECT id FROM claims")]
    with runs.begin(tiny, "retract", contributor="tester") as run:
        for (assertion,) in tiny.execute("SELECT id FROM assertions").fetchall():
            changes.retract(run, assertion)
    assert tiny.execute("SELECT count(*) FROM assertions WHERE status <> 'retracted'").fetchone()[0] == 0
    question = questions.get(name)
    entity = tiny.execute("SELECT subject_id FROM claims WHERE subject_id IS NOT NULL").fetchone()[0]
    source = tiny.execute("SELECT id FROM sources WHERE snapshot_id IS NOT NULL").fetchone()[0]
    given = {
        "claim": claims[0],
        "entity": entity,
        "one": entity,
        "other": entity,
        "source": source,
        "first": source,
        "second": source,
        "words": "ferry",
    }
    values = question.values(
        {name: value for name, value in given.items() if name in {parameter.name for parameter in question.parameters}}
    )
    cursor = tiny.execute(question.sql, values)
    shown = [row[index] for row in cursor for index, column in enumerate(cursor.description) if re.fullmatch(r"(\w+_)?claim_id", column[0])]
    # a relation between two claims stays while the claims themselves do
    assert name == "relations-of-a-claim" or shown == []


SHIPPED = ["asia-times-2025", "epoch-times-2021"]


@pytest.mark.parametrize("source", SHIPPED)
@pytest.mark.thorough
def test_every_sentence_yields_a_claim_or_says_why_not(shipped: sqlite3.Connection, source: str) -> None:
    found = ask(shipped, "what-sentences-yield", source=source)
    assert [row["position"] for row in found] == list(range(1, len(found) + 1))
    for row in found:
        assert bool(row["claims"]) is bool(row["what"]) is not bool(row["no_claim_reason"]), row["sentence"]


@pytest.mark.parametrize("name", ["where-texts-agree", "where-texts-disagree"])
@pytest.mark.thorough
def test_a_comparison_of_two_texts_is_the_same_from_either(shipped: sqlite3.Connection, name: str) -> None:
    one, other = "claim_a_id", "claim_b_id"
    there = sorted((str(row[one]), str(row[other])) for row in ask(shipped, name, first=SHIPPED[0], second=SHIPPED[1]))
    assert there == sorted((str(row[other]), str(row[one])) for row in ask(shipped, name, first=SHIPPED[1], second=SHIPPED[0]))


def test_a_search_shows_whoever_denies_what_another_is_reported_to_say(shipped: sqlite3.Connection) -> None:
    texts = [row[0] for row in shipped.execute("SELECT DISTINCT claim_a FROM disagreements WHERE kind = 'same-claim'")]
    assert texts
    for text in texts:
        assert {row["stance"] for row in ask(shipped, "claims-with-words", words=text) if row["claim"] == text} == {"affirms", "denies"}


def test_voices_count_a_claim_once_however_often_it_is_said(shipped: sqlite3.Connection) -> None:
    said = "SELECT count(DISTINCT claim_id) FROM who_says_what WHERE source_id = ? AND speaker_id = ? AND stance = 'denies'"
    for row in ask(shipped, "voices-of-a-source"):
        assert row["denies"] == shipped.execute(said, ("epoch-times-2021", row["speaker_id"])).fetchone()[0]
