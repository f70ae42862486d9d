"""What follows from a predicate, and the order of events, in the terms of OWL and OWL-Time, and read back from them."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import pytest

from kb.base import runs, store
from kb.exchange import dump
from kb.exchange import load as loading
from kb.rdf import export, load
from kb.rdf.namespaces import KB, PREFIXES
from tests.rdf.test_export import ID, in_graphs, quads

PROPERTIES = "SELECT id, symmetric, transitive, inverse_of_id FROM predicates ORDER BY id"
OWL, TIME = PREFIXES["owl"], PREFIXES["time"]


@pytest.fixture
def described(tiny: sqlite3.Connection) -> sqlite3.Connection:
    """The tiny base with a symmetric, a transitive and two inverse predicates, and an order of events without a claim."""
    with runs.begin(tiny, "correct") as run:
        tiny.execute("UPDATE predicates SET symmetric = 1 WHERE id = 'has-quality'")
        tiny.execute("UPDATE predicates SET transitive = 1, inverse_of_id = 'carries' WHERE id = 'harms'")
        tiny.execute("UPDATE predicates SET inverse_of_id = 'harms' WHERE id = 'carries'")
        order = {
            "id": "ord-plain",
            "event_id": "bridge-opening",
            "relation": "after",
            "other_event_id": "second-ferry-decision",
            "claim_id": None,
        }
        run.insert("event_order", order)
    return tiny


def test_predicates_are_properties_of_owl(described: sqlite3.Connection) -> None:
    found = {(quad.subject.value, quad.predicate.value, quad.object.value) for quad in quads(described)}
    kinds = {(ID + "has-quality", "SymmetricProperty"), (ID + "harms", "TransitiveProperty")}
    assert {(subject, thing.removeprefix(OWL)) for subject, _, thing in found if thing.startswith(OWL)} == kinds
    inverse = {(subject, thing) for subject, predicate, thing in found if predicate == OWL + "inverseOf"}
    assert inverse == {(ID + "harms", ID + "carries"), (ID + "carries", ID + "harms")}
    assert (ID + "agrees-to", KB + "symmetric", "false") in found


def test_an_order_is_a_bare_edge_only_where_it_rests_on_no_claim(described: sqlite3.Connection) -> None:
    found = quads(described)
    named = [edge for edge in in_graphs(found) if edge[2].startswith(TIME)]
    assert named == [(ID + "clm-board-agrees-second-ferry", ID + "second-ferry-decision", TIME + "before", ID + "bridge-opening")]
    plain = [str(quad) for quad in found if quad.predicate.value.startswith(TIME) and f"{ID}clm-" not in str(quad.graph_name)]
    assert len(plain) == 1 and TIME + "after" in plain[0]


@pytest.mark.parametrize("format", ["nq", "ttl", "jsonld", "rdf"])
@pytest.mark.thorough
def test_properties_and_orders_load_into_an_empty_base(described: sqlite3.Connection, tmp_path: Path, format: str) -> None:
    path, stream = tmp_path / f"export.{format}", io.BytesIO()
    export.write(described, format, stream)
    path.write_bytes(stream.getvalue())
    store.init(tmp_path / "copy.db")
    copy = store.connect(tmp_path / "copy.db")
    assert loading.load(copy, load.rows(path))[1] == []
    for sql in (PROPERTIES, "SELECT * FROM event_order ORDER BY id"):
        assert copy.execute(sql).fetchall() == described.execute(sql).fetchall()
    copy.close()


def test_predicates_that_are_each_other_s_inverse_are_dumped_and_loaded(described: sqlite3.Connection, tmp_path: Path) -> None:
    dump.dump(described, tmp_path / "dump")
    store.init(tmp_path / "copy.db")
    copy = store.connect(tmp_path / "copy.db")
    loading.load(copy, dump.read(tmp_path / "dump"))
    assert copy.execute(PROPERTIES).fetchall() == described.execute(PROPERTIES).fetchall()
    copy.close()


def test_an_excerpt_has_the_orders_that_rest_on_its_claims(described: sqlite3.Connection) -> None:
    found = quads(described, claims=["clm-board-agrees-second-ferry"])
    orders = {quad.subject.value for quad in found if quad.predicate.value == KB + "order"}
    assert len(orders) == 2  # and what curators know of the two events that come with it
    none = quads(described, claims=["clm-ferry-too-small"])
    assert not [quad for quad in none if quad.predicate.value == KB + "order"]
