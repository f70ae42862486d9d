"""The named questions: their files, what they find, and that each is answered through indexes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from tests import many_claims
import pytest

from kb import questions, store
from kb.errors import DataError, UsageError

# Values that find something among the invented claims of many_claims.sql.
INVENTED = {
    "source": "source-3",
    "first": "source-0",
    "second": "source-1",
    "entity": "actor-4",
    "actor": "actor-4",
    "one": "actor-4",
    "other": "thing-28",
    "event": "event-6",
    "claim": "clm-5",
    "row": "clm-5",
    "words": "Claim 12",
    "parts": "yes",
    "from": "1900-01-01",
    "to": "1950-12-31",
    "actuality": "",
}
# What the invented claims hold nothing of: no change was made, nothing awaits review, and so on.
NOT_INVENTED = {
    "did-not-happen",
    "hedged",
    "held-at-a-distance",
    "history-of-a-row",
    "not-said-outright",
    "questions-asked",
    "recent-changes",
}
# Small tables, which a question without a narrower parameter may run through, and results already narrowed down.
SMALL = ("sources", "registered", "event", "runs", "contributor", "sqlite_master", "revisions", "work", "asked", "found", "first", "second")

NAMES = [question.name for question in questions.load()]


@pytest.fixture(scope="module", params=[False, True], ids=["without statistics", "with statistics"])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Two thousand claims, to be read only."""
    path = tmp_path_factory.mktemp("many") / "many.db"
    connection = store.connect(many_claims.build(path, analyzed=request.param), readonly=True)
    yield connection
    connection.close()


def invented(question: questions.Question) -> dict[str, str]:
    return question.values({parameter.name: INVENTED[parameter.name] for parameter in question.parameters})


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
def test_a_question_finds_something_among_many(many: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    found = many.execute(question.sql, invented(question)).fetchall()
    assert bool(found) is (name not in NOT_INVENTED)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_with_its_parameters_is_answered_through_indexes(many: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    everything = many_claims.work(many, "SELECT * FROM claim_sheet", ())
    assert many_claims.work(many, question.sql, invented(question)) < everything


@pytest.mark.parametrize("name", [name for name in NAMES if all(parameter.example for parameter in questions.get(name).parameters)])
def test_a_question_about_one_thing_never_runs_through_a_large_table(many: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    steps = many_claims.scans(many, question.sql, invented(question))
    assert [step for step in steps if step.split()[1] not in SMALL and "VIRTUAL TABLE" not in step] == []


@pytest.mark.parametrize(
    "name",
    [name for name in NAMES if any(parameter.name == "source" and not parameter.example for parameter in questions.get(name).parameters)],
)
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
    assert questions.get("claims-between").values({"other": "russia"}) == {"one": "china", "other": "russia", "parts": "yes"}


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
def test_a_question_leaves_out_what_is_retracted(tiny: sqlite3.Connection, name: str) -> None:
    claims = [row[0] for row in tiny.execute("SELECT id FROM claims")]
    with store.run(tiny, "retract", contributor="tester"):
        tiny.execute("UPDATE assertions SET status = 'retracted'")
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


# ------------------------------------------------------------- answers read from the two shipped texts, by hand


def column(found: list[dict[str, object]], name: str) -> set[object]:
    return {row[name] for row in found}


def quotes(found: list[dict[str, object]]) -> str:
    return "\n".join(str(row["quote"]) for row in found)


def test_both_authors_deny_a_formal_alliance_and_nobody_affirms_it(shipped: sqlite3.Connection) -> None:
    found = ask(shipped, "who-says", claim="clm-china-russia-formal-alliance")
    assert {(row["speaker_id"], row["stance"]) for row in found} == {("lyle-goldstein", "denies"), ("antonio-graceffo", "denies")}
    agreed = [
        row["stance"]
        for row in ask(shipped, "where-texts-agree")
        if row["first_claim_id"] == row["second_claim_id"] == "clm-china-russia-formal-alliance"
    ]
    assert agreed == ["denies"]
    assert "clm-china-russia-formal-alliance" not in column(ask(shipped, "only-one-source"), "claim_id")


def test_the_texts_disagree_on_whether_the_tie_still_grows(shipped: sqlite3.Connection) -> None:
    found = [row for row in ask(shipped, "where-texts-disagree") if row["kind"] == "contradicts"]
    assert any("growing" in str(row["quote_a"]) and "already reached its peak" in str(row["quote_b"]) for row in found)
    assert all(row["rationale"] for row in found)
    turned = ask(shipped, "where-texts-disagree", first="epoch-times-2021", second="asia-times-2025")
    assert {(row["claim_a_id"], row["claim_b_id"]) for row in found} <= {(row["claim_b_id"], row["claim_a_id"]) for row in turned}


def test_the_later_text_updates_the_earlier_on_india(shipped: sqlite3.Connection) -> None:
    found = ask(shipped, "updates", source="asia-times-2025")
    assert any("coming together to dialogue" in str(row["later_quote"]) and "skirmishes" in str(row["earlier_quote"]) for row in found)


def test_luo_xi_is_not_xi(shipped: sqlite3.Connection) -> None:
    assert [row["quote"] for row in ask(shipped, "claims-by", actor="luo-xi")] == [
        "China could be drawn into a nuclear arms race between the United States and Russia"
    ]
    assert "near-Arctic power" in quotes(ask(shipped, "claims-by", actor="xi-jinping"))
    assert "arms race" not in quotes(ask(shipped, "claims-by", actor="xi-jinping"))


def test_the_numbers_are_those_that_the_texts_print(shipped: sqlite3.Connection) -> None:
    found = {(row["comparison"], row["value"], row["minimum"], row["maximum"], row["unit"]) for row in ask(shipped, "numbers")}
    money = {row for row in found if row[4] == "USD"}
    assert money == {("equal", 252e9, None, None, "USD"), ("equal", 209e9, None, None, "USD"), ("range", None, 12.3e9, 15.3e9, "USD")}
    assert 200_000 in {row[2] for row in found if row[0] == "at-least"}
    assert {row[1] for row in found} >= {6.6, 3, 10}


def test_beliefs_without_a_name_are_those_of_experts_and_of_nobody(shipped: sqlite3.Connection) -> None:
    found = quotes(ask(shipped, "nobody-named", source="epoch-times-2021"))
    for words in ("accelerated pace", "on chips this year", "not the result of a true alliance", "already reached its peak"):
        assert words in found
    assert "silos" not in found


def test_no_words_are_put_into_the_mouth_of_the_named_example(shipped: sqlite3.Connection) -> None:
    assert ask(shipped, "claims-by", actor="alexander-lukin") == []
    assert "alexander-lukin" not in column(ask(shipped, "voices-of-a-source"), "speaker_id")


def test_new_start_falls_due_with_the_year_2026(shipped: sqlite3.Connection) -> None:
    due = {row["due"] for row in ask(shipped, "predictions") if "expire in 2026" in str(row["quote"])}
    assert due == {"2026-12-31"}


def test_the_battle_of_1969_was_fought_with_the_soviet_union(shipped: sqlite3.Connection) -> None:
    found = ask(shipped, "what-happened-when", **{"from": "1969-01-01", "to": "1969-12-31"})
    assert [(row["date"], row["participants"], row["actuality"]) for row in found] == [("1969", "China; Soviet Union", "occurred")]


def test_what_did_not_happen_is_not_listed_as_if_it_had(shipped: sqlite3.Connection) -> None:
    unreal = {str(row["event"]).lower(): row["actuality"] for row in ask(shipped, "did-not-happen")}
    for word, actuality in (
        ("volunteers", "did-not-happen"),
        ("alliance", "did-not-happen"),
        ("lunar base", "planned"),
        ("arms race", "hypothetical"),
    ):
        assert {how for event, how in unreal.items() if word in event} == {actuality}, word


def test_three_phrases_are_held_at_a_distance(shipped: sqlite3.Connection) -> None:
    found = quotes(ask(shipped, "held-at-a-distance", source="asia-times-2025"))
    for words in ("“lockstep,”", "“axis of authoritarians,”", "“quasi-alliance.”"):
        assert words in found


def test_denials_do_without_not(shipped: sqlite3.Connection) -> None:
    found = quotes(ask(shipped, "denials"))
    for words in ("no paper tiger", "hardly presage", "took a pass", "less than supportive"):
        assert words in found


def test_a_conditional_keeps_its_if(shipped: sqlite3.Connection) -> None:
    found = ask(shipped, "conditionals")
    assert any("modern arms race" in str(row["claim"]) for row in found)
    assert all("if " in str(row["claim"]).lower() for row in found)


def test_the_parade_raised_the_one_question_and_it_stays_open(shipped: sqlite3.Connection) -> None:
    found = ask(shipped, "questions-asked")
    assert [(row["source_id"], row["answer"]) for row in found] == [("asia-times-2025", "open")]
    assert "why is none of this fearsome Chinese hardware" in quotes(found)


def test_beijing_is_a_city_and_a_government(shipped: sqlite3.Connection) -> None:
    found = ask(shipped, "names-with-several-senses", source="asia-times-2025")
    senses = {row["entity_id"]: row["sense"] for row in found if row["name"] == "Beijing"}
    assert senses == {"beijing": "name", "chinese-government": "metonym"}
    assert {"two leaders", "two countries"} & column(found, "name") == set()


def test_the_epoch_times_leans_on_a_headline_a_report_and_a_book(shipped: sqlite3.Connection) -> None:
    called = "\n".join(str(row["called"]) for row in ask(shipped, "what-it-cites"))
    for words in ("China does not have allies", "A Pentagon report", "The New Rapprochement"):
        assert words in called


def test_the_pentagon_is_heard_through_the_author(shipped: sqlite3.Connection) -> None:
    found = [row for row in ask(shipped, "chains", source="epoch-times-2021") if "double its stock" in str(row["quote"])]
    assert [(str(row["via"]).split(" › ")[0], row["stance"], row["source_stance"]) for row in found] == [
        ("Antonio Graceffo", "affirms", "uncommitted")
    ]
    assert "Pentagon report" in str(found[0]["work"])


def test_xi_and_putin_watched_the_parade(shipped: sqlite3.Connection) -> None:
    watching = {row["entity_id"] for row in ask(shipped, "takes-part", event="beijing-parade-2025") if row["role"] == "observer"}
    assert watching == {"xi-jinping", "vladimir-putin"}


@pytest.mark.parametrize("source", ["asia-times-2025", "epoch-times-2021"])
def test_every_sentence_yields_a_claim_or_says_why_not(shipped: sqlite3.Connection, source: str) -> None:
    found = ask(shipped, "what-sentences-yield", source=source)
    assert [row["position"] for row in found] == list(range(1, len(found) + 1))
    for row in found:
        assert bool(row["claims"]) is bool(row["what"]) is not bool(row["no_claim_reason"]), row["sentence"]


@pytest.mark.parametrize("name", NAMES)
def test_the_example_of_a_question_finds_something_in_the_shipped_base(shipped: sqlite3.Connection, name: str) -> None:
    nothing_yet = {"awaiting-review", "history-of-a-row", "recent-changes"}  # nothing was changed or proposed in it
    assert bool(ask(shipped, name)) is (name not in nothing_yet)
