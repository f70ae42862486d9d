"""A private source on the public edition: by no route of the site is anything told that stands in it alone, or that it exists."""

from __future__ import annotations

import re
import sqlite3
import urllib.parse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kb import changes, facts
from kb.base import conflicts, ids, runs, store
from kb.base.conflicts import Conflict, Side
from kb.changes import merging
from kb.facts import Fact, Voice
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.review import intake
from kb.site.guard import public_edition
from kb.site.routes import ROUTES
from kb.sources import adding, snapshots
from kb.texts import sentences
from kb.texts.anchoring import Span
from tests.harness import protocol
from tests.harness.site import Site

NONCE = re.compile(r'nonce="[^"]*"')
TEXT = "Borogove waits at the weir. Frabjous tells her that the ferry is too small. Slithytove is not quoted."
# Each stands in one place alone: what is shown with any of them shows something of the private source.
WORDS = (
    *("Borogove", "Frabjous", "Slithytove", "Wolfram", "Tumtum", "Jubjub", "Snarkish", "Bandersnatch", "frumious", "vorpal", "1871-12"),
    *("Manxome", "Uffish", "Tulgey", "Brillig", "Callooh", "Mimsy", "Gimble", "Outgrabe", "hidden-"),
)
ENDINGS = ("ttl", "nt", "nq", "trig", "jsonld", "rdf")
QUERIES = (
    "SELECT * { ?s ?p ?o } LIMIT 9999",
    "SELECT ?o { ?s dct:title ?o }",
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE * { ?s a kb:Source }",
)


@pytest.fixture(scope="module")
def planted(shared_path: Path) -> Path:
    """The tiny base, and a source of which nobody said that the public may see it, with something in every table that can name it."""
    connection = store.connect(shared_path)
    with runs.begin(connection, "add", contributor="Callooh", reason="Outgrabe") as run:
        lookup = Lookup(connection)
        for kind, name, more in (
            ("predicate", "Uffish of", {"id": "hidden-verb"}),
            ("thing", "Tulgey Wood", {"id": "hidden-wood", "kind": "place", "names": [{"name": "Tulgey", "kind": "alias"}]}),
            ("event", "Brillig feast", {"id": "hidden-feast", "kind": "other", "actuality": "occurred", "date": "1871-12"}),
            ("actor", "Frabjous", {"id": "hidden-speaker", "kind": "person"}),
        ):
            add_entity(run, NewEntity.of(kind, {"label" if kind == "predicate" else "name": name, **more}, ""), lookup)
        described = {"title": "Wolfram diary", "authors": ["Tumtum Writer"], "publisher": "Jubjub Press", "note": "Snarkish"}
        described |= {
            "rights": "Bandersnatch holds them, all rights reserved",
            "url": "https://example.org/frumious",
            "published": "1871-12",
        }
        received = sentences.receive(TEXT.encode())
        taken = adding.add_source(run, received, described | {"source_id": "hidden-diary", "retrieved_from": "vorpal.txt"})
        works = (("hidden-papers", "Gimble papers", "quotes"), ("hidden-letters", "Mimsy letters", "private"))
        for work, title, access in works:
            row = {"id": work, "title": title, "kind": "document", "access": access}
            run.insert("sources", row)
        for quote, claim, more in (
            (
                "Borogove waits at the weir",
                "Manxome is the weir",
                {"subject": "hidden-wood", "predicate": "hidden-verb", "object": "ferry"},
            ),
            ("Borogove waits", "Somebody waits in Manxome", {"event": "hidden-feast", "about": "1871-12"}),
            ("the ferry is too small", None, {"claim_id": "clm-ferry-too-small", "voices": (Voice("hidden-speaker", cue="tells"),)}),
        ):
            fact = Fact(source="hidden-diary", quote=quote, text=claim, **more)  # type: ignore[arg-type]
            facts.record(run, fact, lookup=lookup)
        mention = {
            "id": ids.mention_id(taken.snapshot_id, 0, 8, "hidden-wood"),
            "snapshot_id": taken.snapshot_id,
            "entity_id": "hidden-wood",
        }
        mention |= {"start_char": 0, "end_char": 8, "exact": "Borogove", "sense": "description"}
        run.insert("mentions", mention)
        shown = lookup.snapshot_text("harbour-gazette")
        passage = snapshots.put_passage(run, shown.snapshot_id, shown.text, Span(0, 10))
        cited = {"id": ids.citation_id("harbour-gazette", "hidden-letters", passage), "citing_source_id": "harbour-gazette"}
        cited |= {"cited_id": "hidden-letters", "cited_text": "Mimsy letters", "passage_id": passage}
        run.insert("citations", cited)
        (feast,) = connection.execute(
            "SELECT claim_id FROM assertions JOIN claims ON claims.id = claim_id WHERE event_id = 'hidden-feast'"
        ).fetchone()
        for relation, claim in (("before", None), ("before", feast)):
            order = ids.event_order_id("hidden-feast", relation, "bridge-opening", claim)
            row = {"id": order, "event_id": "hidden-feast", "relation": relation, "other_event_id": "bridge-opening", "claim_id": claim}
            run.insert("event_order", row)
        mark = {"entity_id": "harbour-board", "other_id": "hidden-speaker", "reason": "Outgrabe"}
        run.insert("distinct_entities", {"id": ids.distinct_id("harbour-board", "hidden-speaker")} | mark)
        connection.execute("UPDATE predicates SET inverse_of_id = 'hidden-verb' WHERE id = 'carries'")
        claim = "(SELECT id FROM claims WHERE text = 'Manxome is the weir')"
        for entity, whole, rests_on, date in (
            ("harbour-board", "canal-company", claim, "'1871-12'"),
            ("hidden-speaker", "harbour-board", "NULL", "'1871-12'"),
            ("harbour-office", "hidden-wood", "NULL", "NULL"),
        ):
            run.connection.execute(
                "INSERT INTO affiliations(id, entity_id, whole_id, role, claim_id, start_date, run_id)"
                f" VALUES (?, ?, ?, 'official-of', {rests_on}, {date}, ?)",
                (f"aff-hidden-{entity}", entity, whole, run.id),
            )
        intake.of_source(run, "hidden-diary", model="none")
    with runs.begin(connection, "review", contributor="Callooh", reason="Outgrabe") as run:
        hidden = [row[0] for row in connection.execute("SELECT id FROM assertions WHERE source_id = 'hidden-diary'")]
        hidden += [row[0] for row in connection.execute("SELECT id FROM claims WHERE text LIKE '%Manxome%'")]
        for row_id in hidden:
            changes.review(run, row_id, "carries", "Outgrabe")
        changes.review(run, str(mention["id"]), "carries", "Outgrabe")
        ours, theirs = (Side({"title": title}, None, "2024-01-01T00:00:00Z") for title in ("Outgrabe", "Manxome"))
        conflicts.record(run, Conflict("sources", "hidden-diary", ours, theirs))
    with runs.begin(connection, "review", contributor="tester") as run:  # shown, with the verdict but without the note
        changes.review(run, "clm-ferry-keeps-running", "carries", "Outgrabe")
    with runs.begin(connection, "merge", contributor="Callooh", reason="Outgrabe") as run:
        merging.merge(run, "hidden-papers", "hidden-diary")
    connection.close()
    return shared_path


@pytest.fixture(scope="module")
def public(planted: Path) -> Iterator[Site]:
    started = Site(planted, public=True)
    yield started
    started.close()


# A place in the table of routes, and one path at least that it answers; those that take an id are asked below.
WITHOUT_ID = [
    "/",
    "/timeline",
    "/compare",
    "/disagreements",
    "/-/health",
    "/-/mcp",
    "/search",
    "/questions",
    "/statistics",
    "/changes",
    "/review",
    "/review/report",
    "/review/sentences",
    "/review/actors/hidden-diary",
    "/propose",
    "/conflicts",
    "/merge/hidden-diary",
    "/merge/harbour-gazette?into=hidden-diary",
    "/actor/harbour-office/claims.csv",
    "/source/hidden-diary/claims.csv",
    "/source/hidden-diary/claims.nt",
    "/source/hidden-papers/claims.json",
    "/search/claims.json?q=hidden",
    "/search/claims.ttl?q=weir",
    "/about",
    "/robots.txt",
    "/feed.atom",
    "/questions/claims-about.atom",
    "/questions/names-with-several-senses.atom",
    "/openapi.json",
    "/context.jsonld",
    "/search/as-typed?q=hidden",
    "/export/facts?q=hidden",
    "/export/graphml?actor=harbour-office",
    "/export/annotations?source=hidden-diary",
    "/export/csl/loss.json?source=harbour-gazette",
    "/reconcile",
    '/reconcile?queries={"q":{"query":"hidden"},"r":{"query":"weir"}}',
    '/reconcile?extend={"ids":["hidden-diary","ferry","harbour-gazette"],"properties":[{"id":"said"},{"id":"name"},{"id":"author"}]}',
    "/reconcile/suggest/entity?prefix=hidden",
    "/reconcile/preview?id=hidden-diary",
    "/reconcile/extend/propose",
    "/reconcile/1.0-draft",
    "/reconcile/1.0-draft/match",
    "/reconcile/1.0-draft/reconcile",
    "/reconcile/1.0-draft/suggest/entity?prefix=hidden",
    "/reconcile/1.0-draft/preview?id=hidden-diary",
    "/reconcile/1.0-draft/extend",
    "/reconcile/1.0-draft/extend/propose",
    "/add",
    "/import",
    "/sign-in",
    "/dump",
    "/void",
    "/.well-known/void",
    "/timeline.ttl",
    "/search.ttl",
    "/compare.ttl",
    "/void.ttl",
    "/compare?source=hidden-diary&source=harbour-gazette",
    "/questions/what-it-cites?source=hidden-diary",
    "/questions/names-with-several-senses",
    "/questions/names-with-several-senses.ttl",
    "/questions/names-with-several-senses.csv",
    "/questions/claims-about",
    "/api/names?q=hidden",
    "/api/facts",
    "/api/record",
    "/record/relation?from=clm-ferry-too-small",
    "/record/mention?source=hidden-diary",
    "/api/check-quote",
    "/api/similar",
    "/api/correct",
    "/api/review",
    "/api/retract",
    "/api/merge",
    "/api/undo",
    "/api/settle",
    "/change/hidden-diary",
    "/change/harbour-gazette",
    "/tiny",
    "/tiny.json",
    "/-/health",
    "/-/databases.json",
    "/-/search?q=weir",
]


def addresses(desk: Site) -> list[str]:
    """Addresses for every route of ours and every table, with the ids of everything that the base holds, private or not."""

    def ids_of(table: str) -> list[str]:
        return [str(row[0]) for row in desk.rows(f"SELECT id FROM {table} ORDER BY id")]

    pages = [f"/{kind}/{row_id}" for kind, row_id in desk.rows("SELECT kind, id FROM entities")]
    pages += [f"/{kind}/{row_id}" for kind in ("claim", "assertion") for row_id in ids_of(f"{kind}s")]
    pages += [f"{path}.atom" for path in pages if not path.startswith(("/claim/", "/assertion/"))]
    pages += [f"/claim/{row_id}/embed" for row_id in ids_of("claims")]
    nodes = [f"/id/{row_id}" for table in ("sources", "snapshots", "claims", "passages") for row_id in ids_of(table)]
    nodes += [f"/id/{row_id}" for row_id in ids_of("entities") if row_id.startswith("hidden-")]
    found = [*WITHOUT_ID, *pages, *(f"{path}.ttl" for path in nodes), *nodes[:2]]
    found += [f"{path}.jsonld" for path in pages if "/hidden-" in path or path.startswith("/source/")]
    found += [f"/source/{row_id}.annotations.jsonld" for row_id in ids_of("sources")]
    found += [f"/changes/{run_id}" for run_id in ids_of("runs")] + [f"/tiny/sources/{row_id}.json" for row_id in ids_of("sources")]
    found += [f"/dump/tiny.{ending}" for ending in ENDINGS] + [f"/sparql?query={urllib.parse.quote(query)}" for query in QUERIES]
    tables = [
        row[0] for row in desk.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'rdf_labels_%'")
    ]
    found += [f"/tiny/{name}.json?_shape=objects" for name in tables]
    return found + [
        f"/tiny/{name}" for name in ("sources", "claims", "entities", "names", "citations", "claim_sheet", "actor_sheet", "timeline")
    ]


@pytest.mark.thorough
def test_every_route_is_walked(public: Site) -> None:
    walked = [urllib.parse.urlsplit(path).path for path in addresses(public)]
    first = {next((route.pattern for route in ROUTES if re.match(route.pattern, path)), "") for path in walked}
    assert {route.pattern for route in ROUTES} - first == set()


@pytest.mark.thorough
def test_no_route_tells_a_word_that_stands_in_a_private_source_alone(public: Site) -> None:
    shown = 0
    for path in addresses(public):
        answer = public.get(path, follow_redirects=True)
        assert answer.status_code < 500, (path, answer.status_code)
        shown += answer.status_code == 200
        told = answer.text.lower()
        for asked in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", urllib.parse.unquote(path)):
            told = told.replace(asked, "")  # the id that was asked for, given back
        for word in WORDS:
            assert word.lower() not in told, (path, word)
    assert shown > 150


@pytest.mark.thorough
def test_no_tool_of_a_language_model_tells_a_word_that_stands_in_a_private_source_alone(public: Site, planted: Path) -> None:
    pytest.importorskip("mcp", reason="the package mcp is not installed")
    with closing(sqlite3.connect(planted)) as connection:
        claims, assertions = ([row[0] for row in connection.execute(f"SELECT id FROM {table}")] for table in ("claims", "assertions"))
    for asked, told in protocol.answers(public, claims, assertions, ["ferry", "captain", *WORDS]):
        answer = told.lower().replace(asked.lower(), "")
        if not any(word.lower() in asked.lower() for word in WORDS):
            assert not [word for word in WORDS if word.lower() in answer and "no claim" not in answer], asked


@pytest.mark.parametrize("kind", ["source", "actor", "thing", "event", "id"])
def test_what_is_private_is_not_there(kind: str, public: Site) -> None:
    wanted = {"source": "hidden-diary", "actor": "hidden-speaker", "thing": "hidden-wood", "event": "hidden-feast", "id": "hidden-diary"}[
        kind
    ]
    hidden, never = public.get(f"/{kind}/{wanted}"), public.get(f"/{kind}/never-there")
    assert hidden.status_code == never.status_code == 404
    nearest = re.compile(rf"{NONCE.pattern}|<h2>Closest matches</h2>.*?</ul>", re.DOTALL)  # others, whose ids look like the one asked for
    assert nearest.sub("", hidden.text.replace(wanted, "never-there")).split() == nearest.sub("", never.text).split()


@pytest.mark.parametrize(
    "path", ["/search?q={}", "/api/names?q={}", "/search.ttl?q={}", "/tiny/claims.json?_search={}", "/tiny/sources.json?_search={}"]
)
@pytest.mark.thorough
def test_a_search_for_a_private_word_answers_as_for_a_word_that_is_nowhere(path: str, public: Site) -> None:
    for word in WORDS:
        other = public.get(path.format("Xylophone"))
        answer = public.get(path.format(word))
        plain = re.compile(rf"{NONCE.pattern}|{re.escape(word)}|Xylophone|\"query_ms\": [0-9.]+", re.IGNORECASE)
        assert plain.sub("", answer.text) == plain.sub("", other.text), (path, word)


def test_a_claim_that_a_public_source_makes_too_stays_with_that_source_alone(public: Site) -> None:
    sheet = public.get("/tiny/claim_sheet.json?_shape=objects&claim_id=clm-ferry-too-small").json()["rows"]
    assert sheet and "hidden-diary" not in {row["source_id"] for row in sheet}
    assert public.get("/claim/clm-ferry-too-small").status_code == 200


def test_the_file_that_is_served_holds_none_of_the_words(planted: Path, tmp_path: Path) -> None:
    public_edition.build(planted, tmp_path / "public.db")
    held = (tmp_path / "public.db").read_bytes() + b"".join(path.read_bytes() for path in tmp_path.glob("public.db-*"))
    assert [word for word in WORDS if word.encode() in held or word.lower().encode() in held] == []


def test_to_whoever_may_see_the_base_itself_every_word_is_told(planted: Path) -> None:
    desk = Site(planted)
    try:
        told = "".join(desk.get(path).text for path in ("/source/hidden-diary", "/changes", "/dump/tiny.nt", "/tiny/runs.json"))
        assert [word for word in WORDS if word not in told] == []
    finally:
        desk.close()


@pytest.mark.parametrize(
    "rights",
    ["Strictly private", "confidential, off the record", "not for publication", "\tprivate", "Not public domain", "formerly CC BY", None],
)
@pytest.mark.thorough
def test_a_source_of_which_nobody_said_that_it_may_be_shown_is_not(rights: str | None, tiny: sqlite3.Connection, tmp_path: Path) -> None:
    with runs.begin(tiny, "source", contributor="tester") as run:
        adding.add_source(run, sentences.receive(b"Borogove waits."), {"title": "Wolfram diary", "rights": rights})
    path = Path(tiny.execute("PRAGMA database_list").fetchone()[2])
    public_edition.build(path, tmp_path / "public.db")
    shown = store.connect(tmp_path / "public.db", readonly=True)
    assert shown.execute("SELECT count(*) FROM sources WHERE title = 'Wolfram diary'").fetchone() == (0,)
    assert shown.execute("SELECT count(*) FROM snapshots WHERE text LIKE '%Borogove%'").fetchone() == (0,)
    shown.close()
