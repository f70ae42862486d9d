"""The Datasette plugin: what pages show, what its limits are, and that the base's laws hold against Datasette's own write API."""

from __future__ import annotations

import sqlite3
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markupsafe
import pytest
from datasette.plugins import pm

import kb.site
from kb.ask import questions
from kb.base import full_text, schema
from kb.errors import KbError
from kb.site import dress
from kb.site.guard.connection import LONGEST_VALUE
from kb.site.tables import describe, links, metadata
from tests.harness.site import Site


@pytest.fixture
def site(tiny_path: Path) -> Iterator[Site]:
    started = Site(tiny_path)
    yield started
    started.close()


@pytest.fixture
def reading(tiny_site: Site) -> Site:
    """A site that is only read from."""
    return tiny_site


def rows(site: Site, path: str) -> list[dict[str, Any]]:
    """The rows that a table, view or query answers with, as JSON."""
    answer = site.get(f"/{site.name}{path}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["rows"])


def test_every_hook_of_the_plugin_is_one_that_this_datasette_calls(reading: Site) -> None:
    plugin = pm.get_plugin("kb_site")
    assert plugin is kb.site
    called = [caller.name for caller in pm.get_hookcallers(plugin) or []]
    assert sorted(called) == sorted(set(kb.site.__all__) - {"app"})
    for name in called:
        assert pm.hook.__dict__[name].spec is not None, f"{name} is no hook of this Datasette"
        assert len([one for one in pm.hook.__dict__[name].get_hookimpls() if one.plugin is plugin]) == 1


def test_a_table_page_shows_what_the_table_and_each_column_mean(reading: Site) -> None:
    description, columns = schema.descriptions()["assertions"]
    page = reading.get("/tiny/assertions").text
    for text in (description, columns["stance"], columns["derivation"]):
        assert text.replace("'", "&#39;") in page


def test_every_table_view_and_column_is_described(reading: Site, tiny: sqlite3.Connection) -> None:
    told = metadata.descriptions()
    made_by_search = {
        f"{table}_fts{part}" for table in full_text.INDEXED for part in ("", "_data", "_idx", "_docsize", "_config", "_terms")
    }
    names = [row[0] for row in tiny.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")]
    for name in set(names) - made_by_search:
        assert told[name].title and told[name].description, name
    for name in ("claim_sheet", "timeline", "claims", "participations"):
        answer = reading.get(f"/tiny/{name}.json?_size=0&_extra=metadata,columns").json()
        assert set(answer["metadata"]["columns"]) == set(answer["columns"])
        assert answer["metadata"]["description"] == told[name].description


def test_bookkeeping_is_kept_off_the_list_of_tables(reading: Site) -> None:
    tables = {table["name"]: table["hidden"] for table in reading.get("/tiny.json").json()["tables"]}
    assert {name for name, hidden in tables.items() if hidden} >= {
        "dates",
        "never",
        "change_context",
        "claims_awaiting_assertion",
        "claims_fts",
    }
    assert not any(tables[name] for name in ("claims", "assertions", "passages", "vocabulary", "revisions"))


def test_internal_tables_are_in_no_list_and_no_jump_menu_but_open_to_sql(reading: Site) -> None:
    lists = reading.get("/tiny").text
    offered = [
        item["url"] for word in ("rdf", "fts", "sequence", "dates") for item in reading.get(f"/-/jump.json?q={word}").json()["matches"]
    ]
    for internal in ("rdf_", "_fts", "sqlite_sequence", "/tiny/dates"):
        assert f'href="/tiny/{internal}' not in lists
        assert not [url for url in offered if internal in url]
    assert "/tiny/claim_sheet" in [item["url"] for item in reading.get("/-/jump.json?q=claim_sheet").json()["matches"]]
    assert rows(reading, "/-/query.json?sql=select+count(*)+as+n+from+claims_fts")[0]["n"]


def test_lists_say_what_each_table_and_view_holds(reading: Site) -> None:
    page = reading.get("/tiny").text
    for name in ("assertions", "claim_sheet", "timeline"):
        assert markupsafe.escape(schema.descriptions()[name][0]) in page


@pytest.mark.parametrize("path", ["/tiny", "/tiny/-/query", "/tiny/-/query?sql="])
@pytest.mark.thorough
def test_a_page_that_was_asked_nothing_begins_with_the_claim_sheet_and_tells_no_results(path: str, reading: Site) -> None:
    page = reading.get(path).text
    assert "FROM claim_sheet" in page.partition('<textarea id="sql-editor"')[2].partition("</textarea>")[0]
    assert "0 results" not in page
    assert rows(reading, f"/-/query.json?{urllib.parse.urlencode({'sql': dress.STARTING})}")


@pytest.mark.parametrize(
    ("sql", "near"),
    [
        ("select speker from claim_sheet where stance = :stance", "speaker"),
        ("select sheet.quotes from claim_sheet as sheet", "quote"),
        ("select claim from clam_sheet", "claim_sheet"),
    ],
)
@pytest.mark.thorough
def test_a_wrong_name_in_a_query_keeps_the_query_and_names_the_nearest(sql: str, near: str, reading: Site) -> None:
    answer = reading.get(f"/tiny/-/query?{urllib.parse.urlencode({'sql': sql, 'stance': 'denies'})}")
    assert f">{markupsafe.escape(sql)}</textarea>" in answer.text
    assert f'">{near}</a>' in answer.text.partition("is no name here")[2].partition("</p>")[0]


def test_what_is_no_query_that_may_run_is_given_back(reading: Site) -> None:
    answer = reading.get("/tiny/-/query?sql=update+claims+set+text+%3D+1")
    assert answer.status_code == 400
    assert "update claims set text = 1</textarea>" in answer.text and "begin it with SELECT" in answer.text


def test_the_settings_name_tables_and_columns_that_there_are(tiny: sqlite3.Connection) -> None:
    for table, settings in metadata.table_settings().items():
        columns = [row[1] for row in tiny.execute(f'PRAGMA table_info("{table}")')]
        assert columns, table
        named = [settings[key] for key in ("label_column", "sort", "sort_desc") if key in settings] + settings.get("facets", [])
        assert set(named) <= set(columns)


def test_the_claim_sheet_begins_with_who_says_what_and_ends_with_ids(reading: Site) -> None:
    columns = reading.get("/tiny/claim_sheet.json?_size=0&_extra=columns").json()["columns"]
    assert columns[:6] == ["claim", "stance", "speaker", "quote", "source", "published"]
    ids = [column for column in columns if column.endswith("_id")]
    assert columns[-len(ids) - 1 :] == [*ids, "claim_rowid"]


def test_a_row_of_the_claim_sheet_leads_to_its_pages_and_the_claim_back_to_its_rows(reading: Site) -> None:
    row = rows(reading, "/claim_sheet.json?_shape=objects&_size=1")[0]
    page = reading.get("/tiny/claim_sheet?_size=1").text
    for address, words in (
        (f"/claim/{row['claim_id']}", row["claim"]),
        (f"/actor/{row['speaker_id']}", row["speaker"]),
        (f"/source/{row['source_id']}", row["source"]),
        (f"/assertion/{row['assertion_id']}", row["quote"]),
    ):
        assert f'<a href="{address}">{markupsafe.escape(words)}</a>' in page
    assert f"/tiny/claim_sheet?claim_id={row['claim_id']}" in reading.get(f"/claim/{row['claim_id']}").text
    chosen = reading.get("/tiny/claim_sheet?_col=claim&_size=1").text  # without ids there is nowhere to lead to
    assert f'<td class="col-claim type-str">{markupsafe.escape(row["claim"])}</td>' in chosen


def test_the_claim_sheet_is_counted_by_what_readers_filter_by_unless_the_base_is_large(reading: Site) -> None:
    facets = reading.get("/tiny/claim_sheet.json?_size=0&_extra=facet_results").json()["facet_results"]["results"]
    assert set(facets) == {"stance", "certainty", "speaker", "source", "kind"}
    assert "facets" not in metadata.table_settings(metadata.MOST_FACETED + 1)["claim_sheet"]


def test_a_long_quote_folds_and_loses_nothing() -> None:
    quote = "so it was said " * 40
    text = markupsafe.Markup(links.folded(quote)).striptags().replace(" …", "")
    assert text.split() == quote.split()


def test_links_to_rows_read_as_names_and_texts(reading: Site) -> None:
    first = rows(reading, "/assertions.json?_labels=on&_size=1")[0]
    claim = rows(reading, f"/claims.json?id={first['claim_id']['value']}")[0]
    speaker = rows(reading, f"/actors.json?id={first['speaker_id']['value']}")[0]
    assert (first["claim_id"]["label"], first["speaker_id"]["label"]) == (claim["text"], speaker["name"])


@pytest.mark.parametrize(
    ("table", "column"),
    [("claims", "text"), ("passages", "exact"), ("names", "name"), ("entities", "label"), ("snapshots", "text"), ("claim_sheet", "claim")],
)
def test_full_text_search_finds_by_a_word(reading: Site, table: str, column: str) -> None:
    text = rows(reading, f"/{table}.json?_size=1")[0][column]
    word = max("".join(character if character.isalnum() else " " for character in text[:200]).split(), key=len)
    found = rows(reading, f"/{table}.json?_search={word.upper()}")
    assert text in [row[column] for row in found]
    assert rows(reading, f"/{table}.json?_search=zzyzx") == []


def test_the_sheet_is_searched_by_claim_and_each_row_found_is_of_such_a_claim(reading: Site) -> None:
    found = rows(reading, "/claim_sheet.json?_search=ferry")
    assert found and all("ferry" in row["claim"].lower() for row in found)


@pytest.mark.parametrize("name", [question.name for question in questions.load()])
def test_each_named_question_answers_with_its_example(reading: Site, name: str) -> None:
    path = metadata.example_link(questions.get(name), f"/tiny/{name}")
    answer = reading.get(path.replace(name, f"{name}.json", 1))
    assert answer.status_code == 200, answer.text
    assert answer.json()["ok"] is True


def test_a_question_s_page_says_what_it_asks_and_offers_an_example(reading: Site) -> None:
    page = reading.get("/tiny/claims-about").text
    assert questions.get("claims-about").title in page
    assert f'href="/{reading.name}/claims-about?entity=india&amp;reach=parties"' in page


def test_questions_answer_without_arbitrary_sql(tiny_path: Path) -> None:
    started = Site(tiny_path, settings={"default_allow_sql": False})
    assert started.get("/tiny/-/query.json?sql=select+1").status_code == 403
    assert started.get("/tiny/numbers.json?source=").status_code == 200
    started.close()


def test_questions_of_an_earlier_version_are_taken_away(site: Site) -> None:
    site.run(lambda: site.datasette.add_query(site.name, "gone", "select 1", source=describe.QUERY_SOURCE))
    site.run(lambda: site.datasette.add_query(site.name, "mine", "select 1", source="user"))
    site.run(lambda: describe.describe_bases(site.datasette))
    assert site.get("/tiny/gone.json").status_code == 404
    assert site.get("/tiny/mine.json").status_code == 200


def test_what_the_server_s_owner_configures_goes_before_ours(tiny_path: Path) -> None:
    config = {"databases": {tiny_path.stem: {"tables": {"actors": {"label_column": "kind"}}}}}
    started = Site(tiny_path, config=config, settings={"max_returned_rows": 7})
    assert started.run(lambda: started.datasette.table_config(started.name, "actors")) == {
        "label_column": "kind",
        "facets": ["kind", "anonymity"],
    }
    assert started.datasette.setting("max_returned_rows") == 7
    started.close()


def test_a_database_that_is_not_ours_is_left_alone(tiny_path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE claims(a)")
    connection.close()
    started = Site(tiny_path)
    from datasette.database import Database

    started.datasette.add_database(Database(started.datasette, str(other)))
    started.run(lambda: describe.describe_bases(started.datasette))
    assert "other" not in started.datasette.config["databases"]
    started.close()


def test_a_file_that_is_no_base_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.db"
    sqlite3.connect(path).close()
    with pytest.raises(KbError):
        kb.site.app(path)


# ------------------------------------------------------------------------------------------------------------- limits


@pytest.mark.parametrize(
    "expression",
    ["randomblob(1000000000)", "zeroblob(1000000000)", "replace(hex(zeroblob(9000000)), '0', 'xxx')", "hex(randomblob(15000000))"],
)
def test_no_expression_makes_a_value_without_bound(reading: Site, expression: str) -> None:
    asked = urllib.parse.urlencode({"sql": f"select length({expression})"})
    answer = reading.get(f"/tiny/-/query.json?{asked}")
    assert answer.status_code == 400
    assert "too big" in answer.json()["error"]


def test_a_value_within_the_limit_is_served(reading: Site) -> None:
    assert rows(reading, f"/-/query.json?sql=select+length(randomblob({LONGEST_VALUE // 2}))+as+n") == [{"n": LONGEST_VALUE // 2}]


@pytest.mark.thorough
def test_a_query_that_runs_on_is_stopped(tiny_path: Path) -> None:
    started = Site(tiny_path, settings={"sql_time_limit_ms": 1000})
    endless = urllib.parse.urlencode({"sql": "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"})
    answer = started.get(f"/tiny/-/query.json?{endless}")
    assert answer.status_code == 400
    assert "took too long" in answer.text
    started.close()


def test_facets_are_not_guessed_at(reading: Site) -> None:
    assert reading.get("/tiny/claims.json?_extra=suggested_facets").json()["suggested_facets"] == []
