"""Values of parameters are looked up: names and merged ids work, and an unknown id is refused with the nearest, wherever a question is asked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import kb
from kb.ask import parameters, questions
from kb.base import store
from kb.errors import DataError, UsageError
from tests.harness.site import Site
from tests.whole import kb as shell

# Parameters whose value is no id: words, dates and words of a short list.
NO_IDS = {"words", "from", "to", "since", "reach", "actuality"}
ASKED = [(question.name, parameter.name) for question in questions.load() for parameter in question.parameters if parameter.kinds]


def test_every_parameter_is_an_id_of_a_kind_or_known_to_be_none() -> None:
    without = {parameter.name for question in questions.load() for parameter in question.parameters if not parameter.kinds}
    assert without == NO_IDS


@pytest.mark.parametrize(("name", "parameter"), ASKED)
@pytest.mark.thorough
def test_an_unknown_id_is_refused_and_never_answered_with_an_empty_table(shipped: sqlite3.Connection, name: str, parameter: str) -> None:
    with pytest.raises(UsageError) as refused:
        parameters.resolved(shipped, questions.get(name), {parameter: "zzqx"})
    assert "'zzqx'" in refused.value.what
    assert refused.value.where == f"question {name}, {parameter}"
    assert refused.value.remedy
    assert not refused.value.actions or [action.name for action in refused.value.actions] == ["search"]


@pytest.mark.parametrize(
    ("name", "given", "nearest"),
    [
        ("claims-about", {"entity": "chna"}, "china"),
        ("claims-by", {"actor": "antonio-grafceffo"}, "antonio-graceffo"),
        ("takes-part", {"event": "bejing-parade-2025"}, "beijing-parade-2025"),
        ("denials", {"source": "asia-times-2052"}, "asia-times-2025"),
        ("for-and-against", {"claim": "clm-china-russia-alies"}, "china-russia-allies"),
        ("who-arms-whom", {"predicates": "supplies-arms-to suplies-arms-to"}, "supplies-arms-to"),
        ("history-of-a-row", {"row": "china-russia-allies"}, "clm-china-russia-allies"),
    ],
)
def test_the_nearest_ids_are_offered(shipped: sqlite3.Connection, name: str, given: dict[str, str], nearest: str) -> None:
    with pytest.raises(UsageError) as refused:
        parameters.resolved(shipped, questions.get(name), given)
    assert nearest in refused.value.suggestions


def test_all_unknown_ids_are_told_at_once(shipped: sqlite3.Connection) -> None:
    with pytest.raises(UsageError) as refused:
        parameters.resolved(shipped, questions.get("claims-between"), {"one": "zzqx", "other": "rusia"})
    assert "'zzqx'" in refused.value.what and "'rusia'" in refused.value.what
    assert refused.value.where == "question claims-between, one, other"
    assert "russia" in refused.value.suggestions


def test_the_refusal_names_the_kinds_that_are_asked_for(shipped: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="no actor or thing is called 'zzqx'"):
        parameters.resolved(shipped, questions.get("voices-of"), {"entity": "zzqx"})


def test_an_id_of_another_kind_is_refused(shipped: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="is of kind"):
        parameters.resolved(shipped, questions.get("takes-part"), {"event": "china"})


def test_a_name_and_a_claim_without_its_prefix_stand_for_the_id(shipped: sqlite3.Connection) -> None:
    assert parameters.resolved(shipped, questions.get("claims-about"), {"entity": "Russia"})["entity"] == "russia"
    assert parameters.resolved(shipped, questions.get("who-says"), {"claim": "china-russia-allies"})["claim"] == "clm-china-russia-allies"


def test_an_id_that_was_merged_leads_to_the_other(shipped_path: Path) -> None:
    base = kb.open(shipped_path)
    base.merge("power-of-siberia-2", "power-of-siberia-2-deal", "a test", by="a tester", despite_evidence=True)
    assert base.query("claims-about", entity="power-of-siberia-2") == base.query("claims-about", entity="power-of-siberia-2-deal") != []
    base.close()


def test_an_empty_value_is_taken_where_it_means_all_and_refused_where_it_means_nothing(shipped: sqlite3.Connection) -> None:
    assert parameters.resolved(shipped, questions.get("denials"), {})["source"] == ""
    assert parameters.resolved(shipped, questions.get("who-arms-whom"), {"things": ""})["things"] == ""
    with pytest.raises(UsageError, match="is missing"):
        parameters.resolved(shipped, questions.get("claims-about"), {"entity": ""})


def test_a_row_without_history_and_one_with_a_compound_key_are_no_faults(shipped: sqlite3.Connection) -> None:
    for row in ("clm-china-russia-allies", "epoch-times-2021_1"):
        assert parameters.resolved(shipped, questions.get("history-of-a-row"), {"row": row}) == {"row": row}


def test_an_example_that_is_not_in_a_base_of_one_s_own_asks_for_another_value(tiny: sqlite3.Connection) -> None:
    with pytest.raises(UsageError) as refused:
        parameters.resolved(tiny, questions.get("claims-about"), {})
    assert refused.value.remedy == "give entity, as its example 'india' is not in this base"


def test_an_unknown_kind_in_a_file_is_refused() -> None:
    with pytest.raises(DataError, match="is no kind of id") as refused:
        questions.parse("q", "-- title: T\n-- description: D.\n-- param: a (actr) | A | x | X.\nSELECT :a;")
    assert "actor" in refused.value.suggestions


# ----------------------------------------------------------------------------------------- the shell, Python and the site


def test_the_shell_and_python_refuse_alike(shipped_path: Path) -> None:
    said = shell("query", "claims-about", "-p", "entity=chna", db=shipped_path)
    assert (said.code, said.out) == (2, "")
    assert "no actor, thing, event or source is called 'chna'" in said.err and "did you mean china (China)?" in said.err
    with kb.open(shipped_path) as base, pytest.raises(UsageError, match="called 'chna'"):
        base.query("claims-about", entity="chna")


def test_the_site_refuses_alike(shipped_site: Site) -> None:
    page = shipped_site.page("/questions/claims-about?entity=chna", 404)
    assert "called &#39;chna&#39;" in page.markup and "did you mean china (China)?" in page.text
    assert "p-entity" in page.ids and "all there are" not in page.text
    for path in (
        "/questions/claims-about.json?entity=chna",
        "/questions/claims-about.csv?entity=chna",
        "/questions/claims-about.ttl?entity=chna",
    ):
        answer = shipped_site.get(path)
        assert answer.status_code in (400, 404) and "chna" in answer.text, path


def test_a_page_of_a_question_whose_example_is_not_in_the_base_asks_for_another_value(tiny_site: Site) -> None:
    page = tiny_site.page("/questions/claims-about")
    assert "as its example" in page.text and "p-entity" in page.ids


def test_a_base_of_one_s_own_answers_its_own_ids(tiny_path: Path) -> None:
    connection = store.connect(tiny_path, readonly=True)
    claim = connection.execute("SELECT min(id) FROM claims").fetchone()[0]
    assert parameters.resolved(connection, questions.get("who-says"), {"claim": claim}) == {"claim": claim}
    connection.close()
