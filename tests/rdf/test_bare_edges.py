"""What an edge without a voice may say: only facts that a source asserts in its own voice, as certain, and that nobody denies."""

from __future__ import annotations

import sqlite3

import pyoxigraph as ox
import pytest

from kb.base import ids, runs, store
from tests.rdf.test_export import ID, IN_USE, add_claim, in_graphs, quads

XSD = "http://www.w3.org/2001/XMLSchema#"
# What makes a claim more than a bare edge may say, by the change of a claim that would have one.
WITHOUT_EDGE = {
    "a denial": "UPDATE assertions SET stance = 'denies' WHERE claim_id = :claim",
    "nobody commits": "UPDATE assertions SET stance = 'uncommitted', act = 'reports' WHERE claim_id = :claim",
    "only probable": "UPDATE assertions SET certainty = 'probable' WHERE claim_id = :claim",
    "only possible": "UPDATE assertions SET certainty = 'possible' WHERE claim_id = :claim",
    "a belief": "UPDATE assertions SET act = 'believes' WHERE claim_id = :claim",
    "a prediction of the speaker": "UPDATE assertions SET act = 'predicts' WHERE claim_id = :claim",
    "at a distance": "UPDATE assertions SET act = 'distances' WHERE claim_id = :claim",
    **{
        f"a claim of kind {kind}": f"UPDATE claims SET kind = '{kind}' WHERE id = :claim"
        for kind in ("evaluation", "causal", "prediction", "plan", "conditional", "norm", "question", "definition")
    },
    "a proposal": "UPDATE assertions SET status = 'proposed' WHERE claim_id = :claim",
}


def edges(connection: sqlite3.Connection) -> set[ox.Triple]:
    """The plain edges that the option adds to an export without graphs."""
    return {quad.triple for quad in quads(connection, "nt", bare_triples=True) - quads(connection, "nt")}


def says(found: set[ox.Triple], words: str) -> bool:
    return any(words in str(edge) for edge in found)


def assert_also(connection: sqlite3.Connection, claim: str, *, level: int, stance: str, reported_in: str | None = None) -> None:
    """Another assertion of a claim, on the words of the first."""
    passage, source, speaker = connection.execute(
        "SELECT passage_id, source_id, speaker_id FROM assertions WHERE claim_id = ?", (claim,)
    ).fetchone()
    speaker = connection.execute("SELECT id FROM actors WHERE id <> ? ORDER BY id", (speaker,)).fetchone()[0]
    connection.execute(
        "INSERT INTO assertions(id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, stance, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (ids.assertion_id(claim, passage, speaker, reported_in), claim, passage, source, level, reported_in, speaker, stance, store.now()),
    )


def test_a_fact_that_a_source_asserts_in_its_own_voice_has_an_edge(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add"):
        add_claim(tiny, "fact")
    assert says(edges(tiny), "object of fact")


@pytest.mark.parametrize("why", WITHOUT_EDGE)
@pytest.mark.thorough
def test_what_is_less_than_an_asserted_fact_has_a_graph_but_no_edge(tiny: sqlite3.Connection, why: str) -> None:
    with runs.begin(tiny, "add"):
        claim = add_claim(tiny, "planted")
        tiny.execute(WITHOUT_EDGE[why], {"claim": claim})
    assert not says(edges(tiny), "object of planted")
    assert (ID + claim in {graph for graph, *_ in in_graphs(quads(tiny))}) == (why != "a proposal")


def test_what_is_only_reported_has_no_edge(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add"):
        claim = add_claim(tiny, "reported", stance="uncommitted")
        (outer,) = tiny.execute("SELECT id FROM assertions WHERE claim_id = ?", (claim,)).fetchone()
        assert_also(tiny, claim, level=1, stance="affirms", reported_in=outer)
    assert not says(edges(tiny), "object of reported")


@pytest.mark.thorough
def test_what_another_voice_denies_has_no_edge_until_that_is_taken_back(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add"):
        claim = add_claim(tiny, "doubted")
        assert_also(tiny, claim, level=0, stance="denies")
    assert not says(edges(tiny), "object of doubted")
    with runs.begin(tiny, "retract"):
        tiny.execute("UPDATE assertions SET status = 'retracted' WHERE claim_id = ? AND stance = 'denies'", (claim,))
    assert says(edges(tiny), "object of doubted")


@pytest.mark.thorough
def test_every_edge_is_one_of_a_graph(shipped: sqlite3.Connection) -> None:
    graphs = {quad.triple for quad in quads(shipped) if not isinstance(quad.graph_name, ox.DefaultGraph)}
    found = edges(shipped)
    assert found < graphs
    sure = shipped.execute(
        f"SELECT count(*) FROM claims WHERE {IN_USE} AND subject_id IS NOT NULL AND kind = 'factual' AND id IN (SELECT claim_id FROM assertions"
        f" WHERE {IN_USE} AND level = 0 AND stance = 'affirms' AND certainty = 'certain' AND act = 'asserts')"
        f" AND id NOT IN (SELECT claim_id FROM assertions WHERE {IN_USE} AND stance = 'denies')"
    ).fetchone()[0]
    predicates = {ID + row[0] for row in shipped.execute("SELECT id FROM predicates")}
    assert 0 < len([edge for edge in found if edge.predicate.value in predicates]) <= sure


@pytest.mark.parametrize(
    ("subject", "predicate", "thing"),
    [
        ("shanghai-cooperation-organization", "contributes-to", "pacification-of-afghanistan"),  # “took a pass”
        ("china", "supersedes", "united-states"),  # a plan
        ("china", "joins", "us-russia-nuclear-arms-race"),  # hypothetical
    ],
)
@pytest.mark.thorough
def test_what_the_texts_do_not_say_is_so_is_no_edge(shipped: sqlite3.Connection, subject: str, predicate: str, thing: str) -> None:
    assert not [
        edge
        for edge in edges(shipped)
        if (edge.subject.value, edge.object) == (ID + subject, ox.NamedNode(ID + thing)) and predicate in str(edge)
    ]


def test_a_year_a_month_and_a_day_are_literals_of_their_own_type(tiny: sqlite3.Connection) -> None:
    words = {
        "year": ("1999", "gYear"),
        "month": ("1999-07", "gYearMonth"),
        "day": ("1999-07-31", "date"),
        "no-day": ("1999-02-31", "string"),
    }
    with runs.begin(tiny, "add"):
        for name, (text, _) in words.items():
            tiny.execute("UPDATE claims SET object_text = ? WHERE id = ?", (text, add_claim(tiny, name)))
    found = quads(tiny)
    for name, (text, datatype) in words.items():
        literal = ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))
        in_graph = [quad.object for quad in found if str(quad.graph_name) == f"<{ID}clm-{name}>"]
        on_node = [quad.object for quad in found if str(quad.subject) == f"<{ID}clm-{name}>" and quad.predicate.value.endswith("#object")]
        assert in_graph == on_node == [literal]


def test_an_object_that_is_an_exact_number_is_a_decimal_in_its_graph_and_keeps_its_words_on_the_node(tiny: sqlite3.Connection) -> None:
    claim, verbatim, value = tiny.execute(
        "SELECT claim_id, verbatim, value FROM quantities WHERE value IS NOT NULL AND claim_id IN (SELECT id FROM claims WHERE subject_id IS NOT NULL)"
    ).fetchone()
    with runs.begin(tiny, "correct"):
        tiny.execute("UPDATE quantities SET comparison = 'equal' WHERE claim_id = ?", (claim,))
        tiny.execute("UPDATE claims SET object_id = NULL, object_text = ? WHERE id = ?", (verbatim, claim))
    found = quads(tiny)
    (number,) = [quad.object for quad in found if str(quad.graph_name) == f"<{ID}{claim}>" and str(quad.predicate).startswith(f"<{ID}")]
    assert number == ox.Literal(f"{value:g}", datatype=ox.NamedNode(XSD + "decimal"))
    assert [quad.object.value for quad in found if str(quad.subject) == f"<{ID}{claim}>" and quad.predicate.value.endswith("#object")] == [
        verbatim
    ]
