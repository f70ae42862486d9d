"""What an export says: named graphs a claim, plain edges on request, labels, excerpts that load by themselves, and honest refusals."""

from __future__ import annotations

import io
import math
import sqlite3
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import kb.exchange.load
from kb.base import ids, runs, store
from kb.base.selection import Selection
from kb.errors import DataError, UsageError
from kb.rdf import export, load, model_mapping
from kb.rdf.namespaces import KB, PREFIXES
from tests.harness.searching import examples

ID = "http://localhost:8001/id/"
IN_USE = "status NOT IN ('proposed', 'retracted')"
MADE = f"c.{IN_USE} AND EXISTS (SELECT 1 FROM assertions a WHERE a.claim_id = c.id AND a.{IN_USE}"


# Beyond these, SQLite's own printing of REAL drops the last digit.
NUMBERS = st.floats(-1e100, 1e100).filter(lambda number: number == 0 or abs(number) > 1e-98)


def quads(connection: sqlite3.Connection, format: str = "nq", **options: Any) -> set[ox.Quad]:
    stream = io.BytesIO()
    export.write(connection, format, stream, *export.parted(**options))
    return set(ox.parse(stream.getvalue(), format=ox.RdfFormat.N_QUADS if format == "nq" else ox.RdfFormat.N_TRIPLES))


def in_graphs(found: set[ox.Quad]) -> set[tuple[str, str, str, str]]:
    named = [quad for quad in found if not isinstance(quad.graph_name, ox.DefaultGraph)]
    return {(quad.graph_name.value, quad.subject.value, quad.predicate.value, quad.object.value) for quad in named}  # type: ignore[union-attr]  # no blank nodes


def objects(found: set[ox.Quad], subject: str, predicate: str) -> list[str]:
    prefix, _, name = predicate.partition(":")
    wanted = PREFIXES.get(prefix, KB) + name
    return sorted(str(quad.object) for quad in found if str(quad.subject) == f"<{ID}{subject}>" and quad.predicate.value == wanted)


def add_claim(
    connection: sqlite3.Connection, name: str, *, status: str = "reviewed", asserted: str = "reviewed", stance: str = "affirms"
) -> str:
    """A claim of our own about the entities that are there, resting on a passage that is there."""
    claim = f"clm-{name}"
    passage, source = connection.execute(
        "SELECT p.id, s.source_id FROM passages p JOIN snapshots s ON s.id = p.snapshot_id ORDER BY p.id"
    ).fetchone()
    (entity,), (predicate,) = (connection.execute(f"SELECT id FROM {table} ORDER BY id").fetchone() for table in ("actors", "predicates"))
    connection.execute(
        "INSERT INTO claims(id, text, kind, subject_id, predicate_id, object_text, status, recorded_at) VALUES (?, ?, 'factual', ?, ?, ?, ?, ?)",
        (claim, f"An invented claim named {name}", entity, predicate, f"object of {name}", status, store.now()),
    )
    connection.execute(
        "INSERT INTO assertions(id, claim_id, passage_id, source_id, level, speaker_id, stance, status, recorded_at) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)",
        (ids.assertion_id(claim, passage, entity, None), claim, passage, source, entity, stance, asserted, store.now()),
    )
    return claim


def test_each_claim_in_use_has_its_triple_in_a_graph_of_its_own_name(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add"):
        for name, status, asserted in (
            ("a", "reviewed", "disputed"),
            ("b", "retracted", "reviewed"),
            ("c", "proposed", "reviewed"),
            ("d", "reviewed", "retracted"),
            ("e", "reviewed", "proposed"),
        ):
            add_claim(tiny, name, status=status, asserted=asserted)
    wanted = {
        (ID + claim, ID + subject, ID + predicate, ID + thing if thing else text)
        for claim, subject, predicate, thing, text in tiny.execute(
            f"SELECT id, subject_id, predicate_id, object_id, object_text FROM claims c WHERE subject_id IS NOT NULL AND {MADE})"
        )
    }
    parts = tiny.execute(
        f"SELECT p.claim_id, p.event_id, role, entity_id FROM participations p JOIN claims c ON c.id = p.claim_id WHERE {MADE})"
    )
    wanted |= {(ID + claim, ID + event, f"{KB}participations.role_{role}", ID + entity) for claim, event, role, entity in parts}
    orders = tiny.execute(
        f"SELECT o.claim_id, o.event_id, iri, other_event_id FROM event_order o JOIN claims c ON c.id = o.claim_id"
        f" JOIN vocabulary ON field = 'event_order.relation' AND value = o.relation WHERE {MADE})"
    )
    wanted |= {(ID + claim, ID + event, term, ID + other) for claim, event, term, other in orders}
    found = in_graphs(quads(tiny))
    assert found == wanted
    assert {graph for graph, *_ in found if graph.startswith(ID + "clm-") and len(graph) == len(ID) + 5} == {ID + "clm-a"}


def test_the_default_graph_never_says_what_a_claim_says(tiny: sqlite3.Connection) -> None:
    verbs = {ID + row[0] for row in tiny.execute("SELECT id FROM predicates")}
    default = [quad for quad in quads(tiny) if isinstance(quad.graph_name, ox.DefaultGraph)]
    assert default
    assert not [quad for quad in default if quad.predicate.value in verbs or quad.predicate.value.startswith(KB + "participations.role_")]
    assert not [quad for quad in default if "sameAs" in quad.predicate.value]


def test_formats_with_graphs_refuse_plain_edges(tiny: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="graph of its own"):
        export.write(tiny, "trig", io.BytesIO(), settings=export.Settings(bare_triples=True))


def test_the_report_says_whether_the_base_is_only_the_default(tiny: sqlite3.Connection) -> None:
    stream = io.BytesIO()
    report = export.write(tiny, "nq", stream)
    assert report.default_base
    assert report.base == "http://localhost:8001/"
    assert report.bytes == len(stream.getvalue())
    assert not export.write(tiny, "nq", io.BytesIO(), settings=export.Settings("https://example.org")).default_base


@pytest.mark.parametrize("wrong", ["", "example.org/", "https://", "https://a b/", "ftp://a/", "https://a/#x", 'https://a/"'])
def test_a_base_that_is_no_iri_is_refused(tiny: sqlite3.Connection, wrong: str) -> None:
    with pytest.raises(UsageError, match="base"):
        export.write(tiny, "nq", io.BytesIO(), settings=export.Settings(wrong))


def test_labels_have_their_language_and_a_metonym_is_none(tiny: sqlite3.Connection) -> None:
    entity = tiny.execute("SELECT id FROM actors ORDER BY id").fetchone()[0]
    own = tiny.execute("SELECT name FROM actors WHERE id = ?", (entity,)).fetchone()[0]
    with runs.begin(tiny, "add"):
        tiny.execute("DELETE FROM names WHERE entity_id = ?", (entity,))
        for name, kind, language in (
            ("Zeta", "name", "fr"), ("Alpha", "name", "fr"), ("Alfa", "alias", "fr-CA"), ("名", "name", "zh-Hans"), ("A.B.", "abbreviation", None),
            ("Palace", "metonym", "en"), ("Alphan", "demonym", "en"), ("Svenska", "alias", "sv"),
        ):  # fmt: skip
            tiny.execute("INSERT INTO names(entity_id, name, kind, language) VALUES (?, ?, ?, ?)", (entity, name, kind, language))
    found = quads(tiny)
    assert objects(found, entity, "skos:prefLabel") == sorted([str(ox.Literal(own)), '"Alpha"@fr', '"名"@zh'])
    assert objects(found, entity, "skos:altLabel") == ['"A.B."', '"Alfa"@fr', '"Svenska"', '"Zeta"@fr']


def test_only_a_sure_wikidata_item_is_an_exact_match(tiny: sqlite3.Connection) -> None:
    entity = tiny.execute("SELECT id FROM things ORDER BY id").fetchone()[0]
    with runs.begin(tiny, "add"):
        tiny.execute("DELETE FROM identifiers WHERE entity_id = ?", (entity,))
        for value, match in (("Q1", "exact"), ("Q2", "close"), ("Q3/4", "exact")):
            tiny.execute("INSERT INTO identifiers(entity_id, scheme, value, match) VALUES (?, 'wikidata', ?, ?)", (entity, value, match))
    assert objects(quads(tiny), entity, "skos:exactMatch") == ["<http://www.wikidata.org/entity/Q1>"]


def test_what_belongs_to_what_is_a_node_that_names_its_claim_and_a_plain_edge_only_for_reference_data(tiny: sqlite3.Connection) -> None:
    claim = "clm-company-passengers-april"
    sql = "INSERT INTO affiliations(id, entity_id, whole_id, role, claim_id) VALUES (?, ?, ?, 'member-of', ?)"
    tiny.execute(sql, ("aff-filed", "radio-one", "harbour-board", None))
    tiny.execute(sql, ("aff-said", "many-captains", "harbour-board", claim))
    found = quads(tiny, "nt")
    for row, entity in (("aff-filed", "radio-one"), ("aff-said", "many-captains")):
        assert objects(found, row, "org:member") == objects(found, row, "kb:affiliated") == [f"<{ID}{entity}>"]
        assert objects(found, row, "org:organization") == objects(found, row, "kb:affiliatedTo") == [f"<{ID}harbour-board>"]
    assert (objects(found, "aff-said", "kb:restsOn"), objects(found, "aff-filed", "kb:restsOn")) == ([f"<{ID}{claim}>"], [])
    assert objects(found, "radio-one", "sdo:memberOf") == [f"<{ID}harbour-board>"]
    assert [quad for quad in found if str(quad.subject) == f"<{ID}many-captains>" and str(quad.object) == f"<{ID}harbour-board>"] == []
    between_thing = tiny.execute("SELECT id FROM affiliations WHERE whole_id = 'ferry'").fetchone()[0]
    assert objects(found, between_thing, "org:member") == [] != objects(found, between_thing, "kb:affiliated")


def test_an_excerpt_takes_along_what_rests_on_its_claims_and_what_was_filed_of_both_ends(tiny: sqlite3.Connection) -> None:
    tiny.execute(
        "INSERT INTO affiliations(id, entity_id, whole_id, role) VALUES ('aff-near', 'harbour-gazette-paper', 'ferry', 'subject-of')"
    )
    tiny.execute("INSERT INTO affiliations(id, entity_id, whole_id, role) VALUES ('aff-far', 'radio-one', 'harbour', 'media-of')")
    found = quads(tiny, "nt", claims=["clm-company-passengers-april"])
    roles = dict(tiny.execute("SELECT id, role FROM affiliations"))
    assert {role for row, role in roles.items() if objects(found, row, "kb:affiliated")} == {"party-to", "subject-of"}


def test_only_a_reviewed_relation_gives_a_direct_link(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add"):
        one, two = add_claim(tiny, "one"), add_claim(tiny, "two")
        for relation, status in (("contradicts", "reviewed"), ("updates", "proposed")):
            tiny.execute(
                "INSERT INTO relations(id, from_claim_id, to_claim_id, relation, rationale, status, recorded_at) VALUES (?, ?, ?, ?, 'why', ?, ?)",
                (ids.relation_id(one, relation, two), one, two, relation, status, store.now()),
            )
    found = quads(tiny)
    assert objects(found, one, "cito:disagreesWith") == [f"<{ID}{two}>"]
    assert objects(found, one, "cito:updates") == []


def test_the_quote_selector_has_the_text_around_it(tiny: sqlite3.Connection) -> None:
    found = quads(tiny)
    for passage, exact, start, end, text in tiny.execute(
        "SELECT p.id, exact, start_char, end_char, text FROM passages p JOIN snapshots s ON s.id = p.snapshot_id"
    ).fetchall():
        for property, wanted in (("exact", exact), ("prefix", text[max(0, start - 32) : start]), ("suffix", text[end : end + 32])):
            assert objects(found, f"{passage}_quote", f"oa:{property}") == ([str(ox.Literal(wanted))] if wanted else [])


def test_leaving_texts_out_leaves_out_nothing_else(tiny: sqlite3.Connection) -> None:
    missing = quads(tiny) - quads(tiny, texts=False)
    assert {quad.predicate.value for quad in missing} == {PREFIXES["sdo"] + "text"}
    assert len(missing) == tiny.execute("SELECT count(*) FROM snapshots").fetchone()[0]


def selections(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    def one(query: str) -> str:
        return str(connection.execute(query).fetchone()[0])

    source, other = (
        one("SELECT source_id FROM snapshots ORDER BY source_id"),
        one("SELECT source_id FROM snapshots ORDER BY source_id DESC"),
    )
    speaker, claim = one("SELECT speaker_id FROM assertions ORDER BY level DESC"), one("SELECT id FROM claims ORDER BY id")
    return [
        {"sources": [source]},
        {"sources": [source, other]},
        {"actors": [speaker]},
        {"claims": [claim]},
        {"sources": [source], "actors": [speaker]},
        {"since": "2020-01-01"},
    ]


@pytest.mark.thorough
def test_an_excerpt_is_part_of_the_whole_and_loads_by_itself(tiny: sqlite3.Connection, tmp_path: Path) -> None:
    whole = quads(tiny)
    for number, selection in enumerate(selections(tiny)):
        part = quads(tiny, **selection)
        assert part <= whole
        path = tmp_path / f"{number}.nq"
        with path.open("wb") as file:
            export.write(tiny, "nq", file, *export.parted(**selection))
        read = load.rows(path)
        held = {table: {row["id"] for row in rows if "id" in row} for table, rows in read.items()}
        for name, table in model_mapping.content_tables().items():
            for column, target in table.references:
                assert {row[column] for row in read[name]} - {None} <= held[target], (selection, name, column)
        assert {row["id"] for row in read["claims"]} == {row["claim_id"] for row in read["assertions"]}, selection
        store.init(tmp_path / f"{number}.db")
        fresh = store.connect(tmp_path / f"{number}.db")
        kb.exchange.load.load(fresh, read)
        assert quads(fresh) == part
        fresh.close()


def test_a_source_comes_whole_and_with_no_other_sources_words(tiny: sqlite3.Connection, tmp_path: Path) -> None:
    for (source,) in tiny.execute("SELECT DISTINCT source_id FROM snapshots").fetchall():
        path = tmp_path / f"{source}.nq"
        with path.open("wb") as file:
            export.write(tiny, "nq", file, Selection.of(sources=[source]))
        read = load.rows(path)
        for table in ("assertions", "sentences", "mentions"):
            through = "source_id = ?" if table == "assertions" else "snapshot_id IN (SELECT id FROM snapshots WHERE source_id = ?)"
            assert {row["id"] for row in read[table]} >= {
                row[0] for row in tiny.execute(f"SELECT id FROM {table} WHERE {through}", (source,))
            }
        claims = {row[0] for row in tiny.execute("SELECT claim_id FROM assertions WHERE source_id = ?", (source,))}
        assert {row["claim_id"] for row in read["assertions"] if row["source_id"] != source} & claims == set()


def test_nothing_is_chosen_by_a_date_to_come(tiny: sqlite3.Connection) -> None:
    assert not [quad for quad in quads(tiny, since="2999-01-01") if quad.object == ox.NamedNode(KB + "Claim")]


@pytest.mark.parametrize(
    ("option", "value"), [("sources", ["no-such"]), ("actors", ["no-such"]), ("claims", ["clm-none"]), ("since", "yesterday")]
)
def test_a_choice_of_what_is_not_there_is_refused(tiny: sqlite3.Connection, option: str, value: Any) -> None:
    with pytest.raises(UsageError):
        export.write(tiny, "nq", io.BytesIO(), *export.parted(**{option: value}))
    assert export.write(tiny, "nq", io.BytesIO()).bytes


def test_an_unknown_format_is_refused_with_the_nearest(tiny: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="did you mean"):
        export.write(tiny, "trigg", io.BytesIO())


def test_an_export_leaves_the_base_as_it_was(tiny: sqlite3.Connection) -> None:
    before = list(tiny.iterdump())
    quads(tiny, sources=[tiny.execute("SELECT source_id FROM snapshots").fetchone()[0]])
    assert not tiny.in_transaction
    assert list(tiny.iterdump()) == before
    assert tiny.execute("SELECT count(*) FROM sqlite_temp_master").fetchone() == (0,)


def test_a_value_that_is_no_iri_stops_the_export_and_names_it(tiny: sqlite3.Connection) -> None:
    tiny.execute("PRAGMA ignore_check_constraints = ON")  # as a base may hold that something else wrote
    with runs.begin(tiny, "correct"):
        tiny.execute("UPDATE predicates SET iri = 'http://example.org/a' || char(10) || 'b' WHERE id = (SELECT min(id) FROM predicates)")
    for format in export.FORMATS:
        with pytest.raises(DataError, match="not an IRI"):
            export.write(tiny, format, io.BytesIO())


@pytest.mark.thorough
def test_what_xml_cannot_carry_is_marked_and_counted_in_rdf_xml_only(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "correct"):
        tiny.execute("UPDATE actors SET description = 'a' || char(12) || 'b' WHERE id = (SELECT min(id) FROM actors)")
    assert {format: export.write(tiny, format, io.BytesIO()).replaced for format in export.FORMATS} == dict.fromkeys(export.FORMATS, 0) | {
        "rdf": 1
    }


@example(text="a\r\nb", number=0.1 + 0.2)  # seventeen digits
@example(text='"\\%s\u2028', number=252e9)
@settings(deadline=None, max_examples=examples(5), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1), number=NUMBERS)
@pytest.mark.thorough
def test_any_text_and_any_number_come_back(tiny: sqlite3.Connection, tmp_path: Path, text: str, number: float) -> None:
    entity = tiny.execute("SELECT id FROM things ORDER BY id").fetchone()[0]
    degrees = math.fmod(number, 90)
    with runs.begin(tiny, "correct"):
        tiny.execute("UPDATE things SET description = ?, latitude = ?, longitude = ? WHERE id = ?", (text, degrees, -degrees, entity))
        tiny.execute("DELETE FROM names WHERE entity_id = ?", (entity,))
        tiny.execute("INSERT INTO names(entity_id, name, kind) VALUES (?, ?, 'alias')", (entity, text))
        tiny.execute("UPDATE quantities SET value = ?, minimum = NULL, maximum = NULL", (number,))
    for format in ("nq", "ttl", "jsonld"):
        path = tmp_path / f"any.{format}"
        with path.open("wb") as file:
            export.write(tiny, format, file)
        read = load.rows(path)
        thing = next(row for row in read["things"] if row["id"] == entity)
        assert (thing["description"], thing["latitude"], thing["longitude"]) == (text, degrees, -degrees)
        assert [row["name"] for row in read["names"] if row["entity_id"] == entity] == [text]
        assert {row["value"] for row in read["quantities"]} == {number}
