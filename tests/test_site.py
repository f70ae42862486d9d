"""The Datasette plugin: what pages show, what its limits are, and that the base's laws hold against Datasette's own write API."""

from __future__ import annotations

import asyncio
import sqlite3
import urllib.parse
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from datasette.app import Datasette
from datasette.plugins import pm
from httpx import Response

import kb.site
from kb import questions, schema, search, store
from kb.errors import KbError
from kb.site import describe, metadata
from kb.site.connection import LONGEST_VALUE

Result = TypeVar("Result")


class Site:
    """A running site over one base, asked one request at a time."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.loop = asyncio.new_event_loop()
        self.datasette: Datasette = kb.site.app(path, **options)
        self.datasette.root_enabled = True
        self.database = path.stem
        self.run(self.datasette.invoke_startup)

    def run(self, work: Callable[[], Awaitable[Result]]) -> Result:
        async def inner() -> Result:
            return await work()

        return self.loop.run_until_complete(inner())

    def get(self, path: str) -> Response:
        answer: Response = self.run(lambda: self.datasette.client.get(f"/{self.database}{path}"))
        return answer

    def rows(self, path: str) -> list[dict[str, Any]]:
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["rows"])

    def post(self, path: str, body: dict[str, Any], actor: str | None = "root") -> Response:
        given = {"actor": {"id": actor}} if actor else {}
        answer: Response = self.run(lambda: self.datasette.client.post(f"/{self.database}{path}", json=body, **given))
        return answer

    def close(self) -> None:
        self.datasette.close()
        self.loop.close()


@pytest.fixture
def site(tiny_path: Path) -> Iterator[Site]:
    started = Site(tiny_path)
    yield started
    started.close()


@pytest.fixture(scope="module")
def reading(tiny_built: Path) -> Iterator[Site]:
    """A site that is only read from."""
    started = Site(tiny_built)
    yield started
    started.close()


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
    page = reading.get("/assertions").text
    for text in (description, columns["stance"], columns["derivation"]):
        assert text.replace("'", "&#39;") in page


def test_every_table_view_and_column_is_described(reading: Site, tiny: sqlite3.Connection) -> None:
    told = metadata.descriptions()
    made_by_search = {f"{table}_fts{part}" for table in search.INDEXED for part in ("", "_data", "_idx", "_docsize", "_config")}
    names = [row[0] for row in tiny.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")]
    for name in set(names) - made_by_search:
        assert told[name].title and told[name].description, name
    for name in ("claim_sheet", "timeline", "claims", "participations"):
        answer = reading.get(f"/{name}.json?_size=0&_extra=metadata,columns").json()
        assert set(answer["metadata"]["columns"]) == set(answer["columns"])
        assert answer["metadata"]["description"] == told[name].description


def test_bookkeeping_is_kept_off_the_list_of_tables(reading: Site) -> None:
    tables = {table["name"]: table["hidden"] for table in reading.get(".json").json()["tables"]}
    assert {name for name, hidden in tables.items() if hidden} >= {
        "dates",
        "never",
        "change_context",
        "claims_awaiting_assertion",
        "claims_fts",
    }
    assert not any(tables[name] for name in ("claims", "assertions", "passages", "vocabulary", "revisions"))


def test_the_settings_name_tables_and_columns_that_there_are(tiny: sqlite3.Connection) -> None:
    for table, settings in metadata.table_settings().items():
        columns = [row[1] for row in tiny.execute(f'PRAGMA table_info("{table}")')]
        assert columns, table
        named = [settings[key] for key in ("label_column", "sort", "sort_desc") if key in settings] + settings.get("facets", [])
        assert set(named) <= set(columns)


def test_links_to_rows_read_as_names_and_texts(reading: Site) -> None:
    first = reading.rows("/assertions.json?_labels=on&_size=1")[0]
    claim = reading.rows(f"/claims.json?id={first['claim_id']['value']}")[0]
    speaker = reading.rows(f"/actors.json?id={first['speaker_id']['value']}")[0]
    assert (first["claim_id"]["label"], first["speaker_id"]["label"]) == (claim["text"], speaker["name"])


@pytest.mark.parametrize(
    ("table", "column"),
    [("claims", "text"), ("passages", "exact"), ("names", "name"), ("entities", "label"), ("snapshots", "text"), ("claim_sheet", "claim")],
)
def test_full_text_search_finds_by_a_word(reading: Site, table: str, column: str) -> None:
    text = reading.rows(f"/{table}.json?_size=1")[0][column]
    word = max("".join(character if character.isalnum() else " " for character in text[:200]).split(), key=len)
    found = reading.rows(f"/{table}.json?_search={word.upper()}")
    assert text in [row[column] for row in found]
    assert reading.rows(f"/{table}.json?_search=zzyzx") == []


def test_the_sheet_is_searched_by_claim_and_each_row_found_is_of_such_a_claim(reading: Site) -> None:
    found = reading.rows("/claim_sheet.json?_search=ferry")
    assert found and all("ferry" in row["claim"].lower() for row in found)


@pytest.mark.parametrize("name", [question.name for question in questions.load()])
def test_each_named_question_answers_with_its_example(reading: Site, name: str) -> None:
    path = metadata.example_link(questions.get(name), f"/{name}")
    answer = reading.get(path.replace(name, f"{name}.json", 1))
    assert answer.status_code == 200, answer.text
    assert answer.json()["ok"] is True


def test_a_question_s_page_says_what_it_asks_and_offers_an_example(reading: Site) -> None:
    page = reading.get("/claims-about").text
    assert questions.get("claims-about").title in page
    assert f'href="/{reading.database}/claims-about?entity=india&amp;parts=yes"' in page


def test_questions_answer_without_arbitrary_sql(tiny_path: Path) -> None:
    started = Site(tiny_path, settings={"default_allow_sql": False})
    assert started.get("/-/query.json?sql=select+1").status_code == 403
    assert started.get("/numbers.json?source=").status_code == 200
    started.close()


def test_questions_of_an_earlier_version_are_taken_away(site: Site) -> None:
    site.run(lambda: site.datasette.add_query(site.database, "gone", "select 1", source=describe.QUERY_SOURCE))
    site.run(lambda: site.datasette.add_query(site.database, "mine", "select 1", source="user"))
    site.run(lambda: describe.tell(site.datasette))
    assert site.get("/gone.json").status_code == 404
    assert site.get("/mine.json").status_code == 200


def test_what_the_server_s_owner_configures_goes_before_ours(tiny_path: Path) -> None:
    config = {"databases": {tiny_path.stem: {"tables": {"actors": {"label_column": "kind"}}}}}
    started = Site(tiny_path, config=config, settings={"max_returned_rows": 7})
    assert started.run(lambda: started.datasette.table_config(started.database, "actors")) == {
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
    started.run(lambda: describe.tell(started.datasette))
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
    answer = reading.get(f"/-/query.json?{asked}")
    assert answer.status_code == 400
    assert "too big" in answer.json()["error"]


def test_a_value_within_the_limit_is_served(reading: Site) -> None:
    assert reading.rows(f"/-/query.json?sql=select+length(randomblob({LONGEST_VALUE // 2}))+as+n") == [{"n": LONGEST_VALUE // 2}]


def test_a_query_that_runs_on_is_stopped(tiny_path: Path) -> None:
    started = Site(tiny_path, settings={"sql_time_limit_ms": 1000})
    endless = urllib.parse.urlencode({"sql": "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"})
    answer = started.get(f"/-/query.json?{endless}")
    assert answer.status_code == 400
    assert "took too long" in answer.text
    started.close()


def test_facets_are_not_guessed_at(reading: Site) -> None:
    assert reading.get("/claims.json?_extra=suggested_facets").json()["suggested_facets"] == []


# -------------------------------------------------------------------------------- the laws, against Datasette's write API


def dump(path: Path) -> list[str]:
    """Everything the base holds, as SQL."""
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def one(path: Path, sql: str) -> dict[str, Any]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    row = dict(connection.execute(sql).fetchone())
    connection.close()
    return row


CLAIM = {"id": "clm-past-the-library", "text": "It is so", "kind": "factual", "recorded_at": "2026-01-01T00:00:00Z"}
Body = dict[str, Any] | Callable[[Path], dict[str, Any]]  # what is posted, or how it is made from the base
LAWS: list[tuple[str, str, Body, str]] = [
    ("a claim nobody is said to make", "/claims/-/insert", {"row": CLAIM}, "FOREIGN KEY"),
    (
        "a passage whose words are not in the text",
        "/passages/-/insert",
        lambda path: {"row": {**one(path, "SELECT * FROM passages"), "id": "psg-made-up", "start_char": 0, "end_char": 3, "exact": "zzz"}},
        "not the words of the snapshot",
    ),
    (
        "a passage changed",
        "/passages/{passages}/-/update",
        lambda path: {"update": {"exact": one(path, "SELECT exact FROM passages")["exact"][::-1]}},
        "a passage never changes",
    ),
    ("a passage deleted", "/passages/{passages}/-/delete", {}, "a passage is never deleted"),
    (
        "a snapshot changed",
        "/snapshots/{snapshots}/-/update",
        {"update": {"text": "Other words."}},
        "a snapshot never changes",
    ),
    (
        "an unknown word",
        "/actors/-/insert",
        {"row": {"id": "somebody", "name": "Somebody", "kind": "wizard"}},
        "actors.kind: not a word of the vocabulary",
    ),
    ("an id that is changed", "/actors/{actors}/-/update", {"update": {"id": "somebody-else"}}, "an id never changes"),
    (
        "a row replaced by insert",
        "/actors/-/insert",
        lambda path: {"row": {**one(path, "SELECT * FROM actors"), "name": "Somebody"}, "replace": True},
        "is there already",
    ),
    (
        "a row with a compound key replaced",
        "/participations/-/insert",
        lambda path: {"row": one(path, "SELECT * FROM participations"), "replace": True},
        "is there already",
    ),
    (
        "a row replaced by upsert",
        "/actors/-/upsert",
        lambda path: {"row": {**one(path, "SELECT * FROM actors"), "name": "Somebody"}},
        "is there already",
    ),
    ("a row that others refer to deleted", "/actors/{actors}/-/delete", {}, "still refers to this row"),
    ("a claim deleted", "/claims/{claims}/-/delete", {}, "a claim is never deleted"),
    ("an assertion deleted", "/assertions/{assertions}/-/delete", {}, "an assertion is never deleted"),
    (
        "a reference to nothing",
        "/things/-/insert",
        {"row": {"id": "a-part", "name": "A part", "kind": "place", "part_of_id": "no-such-thing"}},
        "names no row of entities",
    ),
    (
        "an impossible date",
        "/events/-/insert",
        {"row": {"id": "ev", "name": "E", "kind": "meeting", "actuality": "occurred", "date": "2021-13", "date_basis": "stated"}},
        "not an EDTF date",
    ),
    ("history changed", "/revisions/1/-/update", {"update": {"reason": "none"}}, "history is never changed"),
]


@pytest.mark.parametrize(("address", "body", "message"), [law[1:] for law in LAWS], ids=[law[0] for law in LAWS])
def test_datasette_s_write_api_is_refused(site: Site, tiny_path: Path, address: str, body: Body, message: str) -> None:
    referred = "SELECT speaker_id AS id FROM assertions"
    firsts = {
        table: one(tiny_path, referred if table == "actors" else f"SELECT id FROM {table}")["id"]
        for table in ("passages", "snapshots", "actors", "claims", "assertions")
    }
    with_a_revision(tiny_path)
    before = dump(tiny_path)
    answer = site.post(address.format(**firsts), body(tiny_path) if callable(body) else body)
    assert answer.status_code == 400, answer.text
    assert message in answer.text
    assert dump(tiny_path) == before


def with_a_revision(path: Path) -> None:
    connection = store.connect(path)
    with store.run(connection, "correct", contributor="tester", reason="for the test"):
        connection.execute("UPDATE things SET description = 'Another description.' WHERE id = (SELECT min(id) FROM things)")
    connection.close()


def test_an_upsert_adds_what_is_not_there(site: Site, tiny_path: Path) -> None:
    assert site.post("/actors/-/upsert", {"row": {"id": "new-actor", "name": "New Actor", "kind": "person"}}).status_code == 200
    assert one(tiny_path, "SELECT name FROM actors WHERE id = 'new-actor'") == {"name": "New Actor"}


def test_reference_data_may_be_added_changed_and_removed(site: Site, tiny_path: Path) -> None:
    assert site.post("/actors/-/insert", {"row": {"id": "new-actor", "name": "New Actor", "kind": "person"}}).status_code == 201
    assert one(tiny_path, "SELECT label, status FROM entities WHERE id = 'new-actor'") == {"label": "New Actor", "status": "current"}
    assert site.post("/actors/new-actor/-/update", {"update": {"name": "Newer Actor"}}).status_code == 200
    kept = one(tiny_path, "SELECT before, run_id FROM revisions WHERE row_id = 'new-actor'")
    assert '"New Actor"' in kept["before"] and kept["run_id"] is None
    assert site.post("/actors/new-actor/-/delete", {}).status_code == 200


def test_nobody_writes_without_leave(site: Site, tiny_path: Path) -> None:
    before = dump(tiny_path)
    answer = site.post("/actors/-/insert", {"row": {"id": "new-actor", "name": "New Actor", "kind": "person"}}, actor=None)
    assert answer.status_code == 403
    assert dump(tiny_path) == before


def test_foreign_keys_are_on_for_whoever_writes(site: Site) -> None:
    database = site.datasette.get_database(site.database)
    assert site.run(lambda: database.execute_write_fn(lambda connection: connection.execute("PRAGMA foreign_keys").fetchone()[0])) == 1
