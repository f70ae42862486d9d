"""Nobody puts a text together again, of which only quotes may be shown: by no route, no export, no query, and not by trying out ids."""

from __future__ import annotations

import importlib.util
import itertools
import re
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import facts
from kb.base import ids, runs, store
from kb.facts import Fact
from kb.rdf import formats
from kb.site import routes
from kb.site.guard import public_edition
from kb.site.guard.withheld import letters
from kb.site.pages import export_offers
from kb.sources import adding
from kb.texts import sentences
from tests.harness import protocol
from tests.harness.site import Site

WORDS = [
    "amber",
    "basalt",
    "copper",
    "damask",
    "ebony",
    "flint",
    "garnet",
    "hazel",
    "indigo",
    "jasper",
    "kelp",
    "larch",
    "marble",
    "nickel",
    "onyx",
    "pearl",
    "quartz",
    "russet",
    "slate",
    "topaz",
]
SENTENCES = [
    f"The {first} of the {second} is older than the {third}."
    for first, second, third in zip(WORDS, WORDS[7:] + WORDS[:7], WORDS[13:] + WORDS[:13], strict=True)
]
TEXT = " ".join(SENTENCES)
PLACES = {sentence: TEXT.index(sentence) for sentence in SENTENCES}
DUMPS = tuple({*formats.GRAPHS, "nt", "nq", "ttl", "trig", "jsonld", "rdf"})
QUERIES = (
    "SELECT * { ?s ?p ?o } LIMIT 100000",
    "SELECT ?o ?e { ?s oa:start ?o ; oa:end ?e }",
    "SELECT * { ?s oa:exact ?o ; oa:prefix ?before ; oa:suffix ?after }",
    "CONSTRUCT WHERE { ?s ?p ?o }",
)


@pytest.fixture(scope="module")
def quoted(shared_path: Path) -> Path:
    """The tiny base with a closed text of which every sentence is quoted, in the order of the text."""
    connection = store.connect(shared_path)
    with runs.begin(connection, "add", contributor="tester") as run:
        adding.add_source(
            run,
            sentences.receive(TEXT.encode()),
            {"title": "Stones", "rights": "All rights reserved", "access": "quotes", "source_id": "stones"},
        )
        for number, sentence in enumerate(SENTENCES):
            facts.record(run, Fact(source="stones", quote=sentence, text=f"Stone {number} is older than another stone"))
    connection.close()
    return shared_path


@pytest.fixture(scope="module")
def public(quoted: Path) -> Iterator[Site]:
    started = Site(quoted, public=True)
    yield started
    started.close()


def addresses(site: Site) -> Iterator[str]:
    """An address for every route of the table, with every row that may stand in it, and for every table, export and query."""
    stones = "SELECT id FROM claims WHERE text LIKE 'Stone %' LIMIT 3"
    rows = (
        *("SELECT 'stones'", stones, f"SELECT id FROM assertions WHERE claim_id IN ({stones})", "SELECT id FROM runs"),
        *("SELECT id FROM snapshots", "SELECT id FROM passages WHERE exact LIKE '% is older than %' LIMIT 3"),
        *(f"SELECT id FROM {table} LIMIT 1" for table in ("actors", "things", "events")),
    )
    known: dict[str, list[object]] = {
        "id": [row[0] for sql in rows for row in shown(site, sql)],
        "kind": ["actor", "thing", "event", "claim"],
        "format": ["json", "csv", *DUMPS, "annotations.jsonld"],
        "name": [path.stem for path in Path("schema/queries").glob("*.sql")],
        "base": ["tiny"],
        "what": ["entity", "property", "type"],
    }
    for route in routes.ROUTES:
        yield from filled(route.pattern, known)
    tables = [row[0] for row in shown(site, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    for table in map(str, tables):
        yield f"/tiny/{table}.json?_shape=objects&_size=max"
        if not table.startswith("rdf_"):  # the views for triples hold what the tables hold, and have no pages of their own
            yield from (f"/tiny/{table}{ending}" for ending in (".csv?_stream=1", "?_size=max"))
    yield from (f"/dump/tiny.{ending}" for ending in DUMPS)
    for preset in export_offers.FORMATS:
        yield from (f"/export/{preset}{ending}?{asked}" for ending in ("", "/loss.json") for asked in ("source=stones", "q=older"))
    yield from (f"/sparql?query={urllib.parse.quote(query)}&format={ending}" for query in QUERIES for ending in ("json", "nt"))
    yield from ("/", "/search?q=older", "/search?q=amber", "/timeline?source=stones", "/compare?a=stones&b=harbour-gazette")


def shown(site: Site, sql: str) -> list[tuple[object, ...]]:
    import sqlite3

    connection = sqlite3.connect(site.datasette.get_database("tiny").path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def filled(pattern: str, known: dict[str, list[object]]) -> Iterator[str]:
    """The addresses of a route, with each known value in the place of each of its groups, up to a few hundred."""
    plain = re.sub(r"\(\\\.\(\?P<format>([^()]*)\)\)\?", r".(?P<format>\1)", pattern)
    names = re.findall(r"\(\?P<(\w+)>", plain)
    parts = re.split(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)", plain)
    literal = [re.sub(r"\(\?:[^()]*\)\??|[$?^]|\\", "", part.replace("/?$", "")) for part in parts]
    for values in itertools.islice(itertools.product(*(known.get(name, [""]) for name in names)), 60):
        yield "".join(itertools.chain.from_iterable(itertools.zip_longest(literal, map(str, values), fillvalue="")))


@pytest.fixture(scope="module")
def answers(public: Site) -> dict[str, str]:
    found = {path: public.get(path, follow_redirects=True).text for path in dict.fromkeys(addresses(public))}
    if importlib.util.find_spec("mcp"):
        claims, assertions = ([row[0] for row in shown(public, f"SELECT id FROM {table} LIMIT 60")] for table in ("claims", "assertions"))
        found |= protocol.answers(public, claims, assertions, ["stone", "older", "amber"])
    return found


def neighbours(found: list[str]) -> int:
    """How many sentences are followed by the one that follows in the text."""
    return sum(PLACES.get(second, -1) == PLACES[first] + len(first) + 1 for first, second in itertools.pairwise(found))


@pytest.mark.thorough
def test_every_route_is_walked(public: Site, answers: dict[str, str]) -> None:
    read = [route for route in routes.ROUTES if "GET" in route.methods]
    walked = [path.partition("?")[0] for path in answers]
    assert [route.pattern for route in read if not any(re.match(route.pattern, path) for path in walked)] == []
    assert sum(SENTENCES[3] in text for text in answers.values()) > 5
    assert public.get("/source/stones").status_code == 200


@pytest.mark.thorough
def test_no_answer_gives_two_sentences_in_their_order(answers: dict[str, str]) -> None:
    for path, text in answers.items():
        found = [match[0] for match in re.finditer("|".join(map(re.escape, SENTENCES)), text)]
        assert neighbours(found) <= 6, path  # of nineteen, as chance has it


@pytest.mark.thorough
def test_no_answer_gives_the_place_of_a_sentence(answers: dict[str, str]) -> None:
    for path, text in answers.items():
        placed = {}
        for sentence in SENTENCES:
            for match in re.finditer(re.escape(sentence), text):
                around = text[max(0, match.start() - 200) : match.end() + 200]
                if re.search(rf"(?<!\d){PLACES[sentence]}(?!\d)", around) and re.search(
                    rf"(?<!\d){PLACES[sentence] + len(sentence)}(?!\d)", around
                ):
                    placed[sentence] = path
        assert len(placed) <= 1, placed


def test_the_offsets_that_are_shown_put_nothing_in_order(public: Site) -> None:
    rows = shown(
        public, "SELECT exact FROM passages JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = 'stones' ORDER BY start_char"
    )
    assert len(rows) == len(SENTENCES)
    assert neighbours([str(row[0]) for row in rows]) <= 6
    for column in ("rowid", "id"):
        found = shown(public, f"SELECT exact FROM passages WHERE exact LIKE '% is older than %' ORDER BY {column}")
        assert neighbours([str(row[0]) for row in found]) <= 6, column


@pytest.mark.thorough
def test_ids_cannot_be_tried_out(answers: dict[str, str]) -> None:
    told = "\n".join(answers.values())
    digests = set(re.findall(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", told))
    snapshots = set(re.findall(r"snp-[a-z2-7]{12}", told)) | {ids.snapshot_id("stones", digest) for digest in digests}
    passages = set(re.findall(r"psg-[a-z2-7]{12}", told))
    assert passages
    tried = {
        ids.passage_id(snapshot, start, start + len(sentence))
        for snapshot in snapshots
        for sentence in SENTENCES
        for start in (PLACES[sentence],)
        if sentence in told
    }
    original = {ids.passage_id(ids.snapshot_id("stones", sha), PLACES[one], PLACES[one] + len(one)) for one in SENTENCES for sha in digests}
    assert (tried | original) & passages == set()


@pytest.mark.parametrize("share", [0, 20, 50])
@pytest.mark.thorough
def test_not_more_than_the_share_is_quoted_and_each_claim_stays(quoted: Path, tmp_path: Path, share: int) -> None:
    public_edition.build(quoted, tmp_path / "public.db", share)
    connection = store.connect(tmp_path / "public.db", readonly=True)
    sql = "SELECT exact, text, start_char, end_char FROM passages JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = 'stones'"
    rows = connection.execute(sql).fetchall()
    held = (tmp_path / "public.db").read_bytes()
    assert all(text[start:end] == exact for exact, text, start, end in rows)
    found = [sentence for sentence in SENTENCES if sentence.encode() in held]
    assert sum(map(letters, found)) <= letters(TEXT) * share / 100
    assert len(found) >= len(SENTENCES) * share // 100 - 1
    assert connection.execute("SELECT count(*) FROM claims WHERE text LIKE 'Stone %'").fetchone() == (len(SENTENCES),)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
