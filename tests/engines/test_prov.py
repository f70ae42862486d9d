"""The package prov loads our provenance: entities, activities and agents are those that were recorded."""

from __future__ import annotations

import datetime
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kb.base import store
from kb.rdf import export
from tests.engines import environments
from tests.harness.clients import reads

pytestmark = pytest.mark.engines
ID = "http://localhost:8001/id/"
# By what the package calls it, the rows that say the same.
PAIRS = {
    "associations": "SELECT id, contributor_id FROM runs UNION ALL SELECT id, contributor_id FROM reviews",
    "specializations": "SELECT id, source_id FROM snapshots",
    "attributions": "SELECT id, speaker_id FROM assertions UNION ALL SELECT id, speaker_id FROM sections WHERE speaker_id IS NOT NULL"
    " UNION ALL SELECT source_id, actor_id FROM source_authors",
}
GENERATED = ("actors", "things", "events", "sources", "predicates", "snapshots", "sections", "sentences", "passages", "mentions", "claims", "assertions", "relations", "citations")  # fmt: skip


@pytest.fixture(scope="module", params=["nt", "nq"])
def found(request: pytest.FixtureRequest, shipped_built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the package finds in the shipped base."""
    path = tmp_path_factory.mktemp("prov") / f"base.{request.param}"
    with closing(store.connect(shipped_built, readonly=True)) as connection, path.open("wb") as file:
        export.write(connection, request.param, file)
    loaded: dict[str, Any] = json.loads(
        environments.run("provenance", "run_prov.py", str(path), {"nt": "nt", "nq": "nquads"}[request.param])
    )
    return loaded


def iris(connection: sqlite3.Connection, query: str) -> set[tuple[str, ...]]:
    return {tuple(ID + value for value in row) for row in connection.execute(query)}


def test_agents_are_the_actors_and_the_contributors(found: dict[str, Any], shipped: sqlite3.Connection) -> None:
    assert {(agent,) for agent in found["agents"]} == iris(shipped, "SELECT id FROM actors UNION SELECT id FROM contributors")


def test_entities_are_sources_snapshots_and_assertions(found: dict[str, Any], shipped: sqlite3.Connection) -> None:
    recorded = iris(shipped, "SELECT id FROM sources UNION SELECT id FROM snapshots UNION SELECT id FROM assertions")
    assert {(entity,) for entity in found["entities"]} >= recorded
    assert not {(entity,) for entity in found["entities"]} & iris(shipped, "SELECT id FROM actors UNION SELECT id FROM runs")


def test_activities_are_the_runs_and_the_reviews_with_their_times(found: dict[str, Any], shipped: sqlite3.Connection) -> None:
    def moment(time: str | None) -> datetime.datetime | None:
        return datetime.datetime.fromisoformat(time) if time else None

    loaded = {(name, moment(start), moment(end)) for name, start, end in found["activities"]}
    recorded = shipped.execute("SELECT id, started_at, ended_at FROM runs UNION ALL SELECT id, NULL, at FROM reviews").fetchall()
    assert len(recorded) > 400
    assert loaded == {(ID + name, moment(start), moment(end)) for name, start, end in recorded}


@reads("prov", "nt", "nq", engine=True)
def test_who_said_and_who_did_what_is_what_was_recorded(found: dict[str, Any], shipped: sqlite3.Connection) -> None:
    for name, query in PAIRS.items():
        assert {tuple(pair) for pair in found[name] if None not in pair} == iris(shipped, query) - left_out(shipped, name), name


def left_out(connection: sqlite3.Connection, name: str) -> set[tuple[str, ...]]:
    """An authorship is a node of ours and a link of schema.org; PROV does not learn of it, as nothing is attributed by it."""
    return iris(connection, "SELECT source_id, actor_id FROM source_authors") if name == "attributions" else set()


def test_every_row_is_generated_by_the_run_that_recorded_it(found: dict[str, Any], shipped: sqlite3.Connection) -> None:
    rows = " UNION ALL ".join(f"SELECT id, run_id FROM {table} WHERE run_id IS NOT NULL" for table in GENERATED)
    assert iris(shipped, rows) <= {tuple(pair) for pair in found["generations"]}
