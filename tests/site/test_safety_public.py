"""Public mode: quotes in their sentence but no whole text without the rights, and nothing proposed, retracted or private, by any route."""

from __future__ import annotations

import re
import sqlite3
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Response

from kb import changes, facts
from kb.base import ids, runs, store
from kb.facts import Fact, Voice
from kb.names.entities import NewEntity, add_entity
from kb.site.guard import public_edition
from kb.sources import adding
from kb.texts import sentences
from tests.harness.patience import within
from tests.harness.site import Site

NONCE = re.compile(r'nonce="[^"]*"')
SECRET_WORDS = ("Plumcake", "Quagmire", "Velvetine", "Zymurgy", "Ombudsman", "Nightjar", "Xebec", "1877-03")
PRIVATE = "Plumcake is our code. Nobody else knows it."
CLOSED = "The bridge is blue. Velvetine curtains hang in the hall. It opened in 1958."
WORKED = "The tunnel is dark and it is long. Trains go through it at every hour. Nobody walks there any more."
FREE = "The canal is long. Nobody quoted this open sentence."


@pytest.fixture(scope="module")
def planted(shared_path: Path) -> Path:
    """The tiny base with a private text, closed ones, an open one, and facts that are proposed, retracted and corrected."""
    connection = store.connect(shared_path)
    with runs.begin(connection, "add", contributor="tester", reason="Ombudsman") as run:
        for words, title, rights, access in (
            (PRIVATE, "Notes", "Private notes of the tester", None),
            (CLOSED, "Bridges", "All rights reserved", "quotes"),
            (WORKED, "Tunnels", "All rights reserved", "quotes"),
            (FREE, "Canals", "CC BY-SA 4.0", None),
        ):
            described = {"title": title, "authors": ["Jane Sailor"], "rights": rights, "access": access}
            adding.add_source(run, sentences.receive(words.encode()), described | {"source_id": ids.slug(described["title"])})

        def add(source: str, quote: str, claim: str, **more: object) -> facts.Added:
            return facts.record(run, Fact(source=source, quote=quote, text=claim, **more))  # type: ignore[arg-type]

        verb = NewEntity.of("predicate", {"id": "xebec-of", "label": "Xebec of"}, "")
        add_entity(run, verb)
        add(
            "notes",
            "Plumcake is our code",
            "Plumcake is a code",
            about="1877-03",
            subject="ferry",
            predicate="xebec-of",
            object="harbour-board",
        )
        add("bridges", "The bridge is blue", "The bridge is blue in colour")
        for number, sentence in enumerate(WORKED.split(". ")):
            add("tunnels", sentence.rstrip("."), f"Sentence {number} says what it says")
        add("canals", "The canal is long", "The canal is of great length")
        add("harbour-gazette", "Why does nobody ask", "Quagmire is proposed", status="proposed")
        taken_back = add("harbour-gazette", "Why does nobody", "Zymurgy is retracted", author=Voice(stance="denies"))
        corrected = add("harbour-gazette", "does nobody ask", "Nightjar is earlier wording")
    with runs.begin(connection, "retract", contributor="tester", reason="wrong") as run:
        changes.retract(run, taken_back.assertion_id)
    with runs.begin(connection, "correct", contributor="tester", reason="better") as run:
        changes.correct(run, corrected.claim_id, {"text": "Somebody is not asked"})
    connection.close()
    return shared_path


@pytest.fixture(scope="module")
def public(planted: Path) -> Iterator[Site]:
    """To be read only."""
    started = Site(planted, public=True)
    yield started
    started.close()


@pytest.fixture
def own_public(planted: Path, tmp_path: Path) -> Iterator[Site]:
    """To be written to."""
    original, copy = sqlite3.connect(planted), sqlite3.connect(tmp_path / "tiny.db")
    original.backup(copy)
    original.close()
    copy.close()
    started = Site(tmp_path / "tiny.db", public=True)
    yield started
    started.close()


@pytest.fixture(scope="module")
def answers(public: Site) -> dict[str, Response]:
    """What everybody is told at every address."""
    return {path: public.get(path) for path in everything(public)}


def everything(desk: Site) -> list[str]:
    """Addresses of every page, table, question and row that a reader may find."""
    names = [row[0] for row in desk.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    entities = [(row[0], row[1]) for row in desk.rows("SELECT kind, id FROM entities")]
    claims = [row[0] for row in desk.rows("SELECT id FROM claims")]
    found = ["/", "/timeline", "/compare", "/questions", "/statistics", "/changes", "/tiny", "/tiny.json", "/tiny/-/schema"]
    found += [f"/search?q={word}" for word in SECRET_WORDS] + [f"/api/names?q={word}" for word in SECRET_WORDS]
    found += [
        f"/tiny/{name}{end}"
        for name in names
        for end in ((".json?_shape=objects",) if name.startswith("rdf_") else (".json?_shape=objects", ".csv?_stream=1", ""))
    ]
    found += [f"/{kind}/{row_id}" for kind, row_id in entities] + [f"/claim/{row_id}" for row_id in claims]
    found += [f"/id/{row_id}{end}" for row_id in [*claims, *(row[1] for row in entities)] for end in (".ttl", ".jsonld")]
    found += [f"/changes/{row[0]}" for row in desk.rows("SELECT id FROM runs")]
    found += [
        f"/tiny/{table}/{row[0]}.json"
        for table in ("claims", "sources", "snapshots", "passages")
        for row in desk.rows(f"SELECT id FROM {table}")
    ]
    return found


@pytest.mark.thorough
def test_by_no_route_is_anything_told_that_the_public_may_not_see(public: Site, answers: dict[str, Response]) -> None:
    shown = 0
    for path, answer in answers.items():
        assert answer.status_code in (200, 303, 400, 403, 404), (path, answer.status_code)
        shown += answer.status_code == 200
        asked = [word for word in SECRET_WORDS if word.lower() in path.lower()]
        for word in set(SECRET_WORDS) - set(asked):
            assert word.lower() not in answer.text.lower(), (path, word)
        if path.startswith("/search"):  # the question itself is given back, and nothing that it found
            other = public.get(path.replace(asked[0], "Xylophone")).text
            assert NONCE.sub("", answer.text.replace(asked[0], "Xylophone")) == NONCE.sub("", other), path
    assert shown > 100


def test_outside_public_mode_the_same_words_are_found(planted: Path) -> None:
    desk = Site(planted)
    try:
        told = "".join(
            desk.get(path).text
            for path in (
                "/tiny/snapshots.json",
                "/tiny/predicates.json",
                "/tiny/claims.json",
                "/tiny/revisions.json",
                "/tiny/runs.json",
                "/source/bridges",
            )
        )
        assert all(word in told for word in SECRET_WORDS)
        assert "public edition" not in desk.get("/").text
    finally:
        desk.close()


@pytest.mark.thorough
def test_no_route_gives_the_running_text_of_a_closed_source_though_each_sentence_is_quoted(
    public: Site, answers: dict[str, Response]
) -> None:
    snapshots = [row[0] for row in public.rows("SELECT id FROM snapshots")]
    asked = [f"/dump/tiny.{end}" for end in ("nt", "nq", "ttl", "trig", "jsonld", "rdf")]
    asked += [f"/id/{row_id}{end}" for row_id in snapshots for end in (".ttl", ".nt", ".jsonld", ".rdf", "")]
    asked += [f"/source/tunnels{end}" for end in ("", ".ttl", ".jsonld", ".trig", ".annotations.jsonld")]
    asked += [f"/sparql?query={urllib.parse.quote(query)}" for query in ("SELECT * { ?s sdo:text ?o }", "DESCRIBE * { ?s a kb:Snapshot }")]
    told = {path: answer.text for path, answer in answers.items()}
    told |= {path: public.get(path, follow_redirects=True).text for path in asked}
    shown = 0
    for path, words in told.items():
        assert WORKED[:-1] not in words, path
        shown += WORKED.split(". ")[1] in words
    assert shown > 10


def test_the_file_that_is_served_holds_none_of_it_not_even_in_free_pages(planted: Path, tmp_path: Path) -> None:
    public_edition.build(planted, tmp_path / "public.db")
    held = (tmp_path / "public.db").read_bytes() + b"".join(path.read_bytes() for path in tmp_path.glob("public.db-*"))
    for word in SECRET_WORDS:
        assert word.encode() not in held and word.lower().encode() not in held, word


def test_a_table_of_which_nobody_said_that_it_may_be_shown_is_empty(planted: Path, tmp_path: Path) -> None:
    original, copy = sqlite3.connect(planted), sqlite3.connect(tmp_path / "later.db")
    original.backup(copy)
    copy.executescript("CREATE TABLE later(words TEXT); INSERT INTO later VALUES ('Ombudsman')")
    tables = {row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    original.close()
    copy.close()
    public_edition.build(tmp_path / "later.db", tmp_path / "public.db")
    shown = sqlite3.connect(tmp_path / "public.db")
    for table in {"later", "revisions", "origins", "originals", "proposals"} & tables:
        assert shown.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    shown.close()


def test_a_quote_stands_in_its_sentence_and_an_open_text_whole(public: Site) -> None:
    claim = public.rows("SELECT id FROM claims WHERE text = 'The bridge is blue in colour'")[0][0]
    assert "<mark>The bridge is blue</mark>" in public.get(f"/claim/{claim}").text
    closed, free = public.get("/source/bridges").text, public.get("/source/canals").text
    assert "It opened in 1958" not in closed and "its rights do not allow that" in closed
    assert "Nobody quoted this open sentence" in free


@pytest.mark.thorough
def test_every_page_says_that_it_is_the_public_edition(public: Site) -> None:
    for path in ("/", "/search", "/source/bridges", "/tiny", "/tiny/claims", "/nowhere", "/changes"):
        assert "This is the public edition" in public.get(path).text, path


@pytest.mark.parametrize(
    "path",
    [
        "/tiny/-/query?sql=select+1",
        "/tiny/-/query.json?sql=select+text+from+snapshots",
        "/tiny/snapshots",
        "/tiny/snapshots.json",
        "/tiny/snapshots_fts.json",
        "/tiny/snapshots_fts_data.json",
        "/tiny.db",
        "/-/databases.json",
        "/-/plugins.json",
        "/-/config.json",
    ],
)
@pytest.mark.parametrize("who", [None, "clerk", "root"])
@pytest.mark.thorough
def test_texts_sql_files_and_the_machine_are_closed(public: Site, path: str, who: str | None) -> None:
    assert public.get(path, who).status_code == 403


def test_offsets_keep_their_meaning_in_the_public_edition(planted: Path, tmp_path: Path) -> None:
    public_edition.build(planted, tmp_path / "public.db")
    connection = store.connect(tmp_path / "public.db", readonly=True)
    sql = "SELECT text, start_char, end_char, exact FROM passages JOIN snapshots ON snapshots.id = snapshot_id"
    found = connection.execute(sql).fetchall()
    assert found and all(words[start:end] == exact for words, start, end, exact in found)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.mark.thorough
def test_who_may_add_adds_to_the_base_and_the_public_sees_it(own_public: Site) -> None:
    fact = {"source": "bridges", "quote": "It opened in 1958", "text": "The bridge was opened in 1958"}
    assert own_public.post("/api/facts", json=fact).status_code == 401
    assert own_public.post("/tiny/actors/-/insert", "root", json={"row": {"id": "x", "name": "X", "kind": "person"}}).status_code == 403
    answer = own_public.post("/api/facts", "clerk", json=fact)
    assert answer.status_code == 201, answer.text
    assert own_public.rows("SELECT count(*) FROM claims WHERE id = ?", answer.json()["claim_id"]) == [(1,)]
    assert "It opened in 1958" in own_public.get(f"/claim/{answer.json()['claim_id']}").text


@pytest.mark.thorough
def test_what_changes_in_the_base_reaches_the_public(own_public: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_edition, "CHECK_INTERVAL", 0.0)
    claim = own_public.rows("SELECT id FROM claims WHERE text = 'The bridge is blue in colour'")[0][0]
    assert own_public.get(f"/claim/{claim}").status_code == 200
    connection = store.connect(own_public.path)
    with runs.begin(connection, "retract", contributor="tester", reason="wrong") as run:
        changes.retract(run, claim)
    connection.close()
    until = time.monotonic() + within(5)
    while own_public.get(f"/claim/{claim}").status_code == 200 and time.monotonic() < until:
        time.sleep(0.1)
    assert own_public.get(f"/claim/{claim}").status_code == 404
