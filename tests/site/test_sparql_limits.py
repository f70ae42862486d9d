"""What ends a SPARQL query: time, memory, size, a queue that is full, and the end of the site."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import runs, store
from kb.site.sparql.engine import Engine, Question, queues
from tests.harness.patience import within
from tests.harness.site import Site
from tests.harness.triples import BASE

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def site(tiny_built: Path) -> Iterator[Site]:
    started = Site(tiny_built, cors=True)
    yield started
    started.close()


def worker_of(site: Site) -> subprocess.Popen[bytes] | None:
    """The process that answered the last query."""
    return queues[site.datasette][site.name].idle[-1].worker


@pytest.mark.thorough
def test_a_fact_that_was_just_added_is_in_the_next_answer(tiny_path: Path) -> None:
    site = Site(tiny_path)
    ask = {"query": 'ASK { ?s skos:prefLabel "A thing just added" }'}
    try:
        assert site.ask("/sparql", params=ask).json()["boolean"] is False
        with closing(store.connect(tiny_path)) as connection, runs.begin(connection, "add"):
            connection.execute("INSERT INTO things(id, name, kind) SELECT 'just-added', 'A thing just added', kind FROM things LIMIT 1")
        assert site.ask("/sparql", params=ask).json()["boolean"] is True
    finally:
        site.close()


@pytest.mark.thorough
def test_a_query_is_killed_at_the_time_limit_and_the_next_one_answered(tiny_path: Path) -> None:
    site = Site(tiny_path, config={"plugins": {"kb_site": {"sparql_seconds": 0.7}}})
    try:
        site.ask("/sparql", params={"query": "ASK {}"})
        worker = worker_of(site)
        began = time.monotonic()
        answer = site.ask("/sparql", params={"query": SLOW})
        assert answer.status_code == 503 and "0.7 seconds" in answer.text and time.monotonic() - began < within(10)
        assert worker is not None and worker.poll() is not None, "the process goes on"
        page = site.ask("/sparql", params={"query": SLOW}, headers=BROWSER)
        assert page.status_code == 503 and "0.7 seconds" in page.text
        assert site.ask("/sparql", params={"query": "ASK {}"}).status_code == 200
    finally:
        site.close()


@pytest.mark.thorough
def test_an_answer_that_is_too_large_is_refused(site: Site) -> None:
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    answer = site.ask("/sparql", params={"query": query})
    assert answer.status_code in (400, 503) and ("larger than" in answer.text or "seconds" in answer.text)


@pytest.mark.thorough
def test_a_query_that_takes_too_much_memory_is_ended_and_the_next_one_answered(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.site.sparql.engine.SECONDS", 120.0)  # the limit on memory is met first, however busy the machine
    parts = [f"BIND(CONCAT({', '.join([f'?x{number}'] * 10)}) AS ?x{number + 1})" for number in range(8)]
    query = "SELECT (STRLEN(?z) AS ?n) { BIND('0123456789' AS ?x0) " + " ".join(parts) + " BIND(CONCAT(?x8, ?x8) AS ?z) }"  # 2 GB
    answer = site.ask("/sparql", params={"query": query})
    assert answer.status_code == 503 and "memory" in answer.text
    assert site.ask("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_those_who_wait_too_many_are_turned_away(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.site.queueing.MOST_WAITING", 0)
    site = Site(tiny_path)
    try:
        answer = site.ask("/sparql", params={"query": "ASK {}"})
        assert answer.status_code == 503 and answer.headers["retry-after"]
    finally:
        site.close()


@pytest.mark.thorough
def test_the_worker_ends_with_the_site(tiny_path: Path) -> None:
    site = Site(tiny_path)
    site.ask("/sparql", params={"query": "ASK {}"})
    worker = worker_of(site)
    assert worker is not None and worker.poll() is None
    site.close()
    assert worker.poll() is not None


@pytest.mark.thorough
def test_the_worker_ends_itself_should_the_server_be_gone(tiny_path: Path) -> None:
    engine = Engine(tiny_path)
    question = Question(SLOW, {"select": "json"}, BASE)
    engine.exchange({"load": True}, 60, "")
    worker = engine.worker
    assert worker is not None and worker.stdin is not None and worker.stdout is not None
    request = {**question.__dict__, "query": SLOW, "seconds": 0}
    worker.stdin.write(json.dumps(request).encode() + b"\n")
    worker.stdin.flush()
    assert worker.wait(30) != 0  # nobody killed it
    engine.close()
