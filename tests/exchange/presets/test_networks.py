"""GraphML and the CSV of nodes and edges as NetworkX reads them: every edge once, and no edge that says what only somebody said."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kb import api
from tests.harness.clients import reads
from tests.whole import done

Export = Callable[..., tuple[str, dict[str, Any]]]
UNCOUNTED = "SELECT count(*) AS n FROM claim_sheet WHERE NOT counted"
HELD = "SELECT assertion_id, speaker_id, claim_id, speaker, stance, certainty FROM claim_sheet WHERE counted"


@reads("networkx", "graphml")
def test_every_assertion_is_an_edge_from_holder_to_claim_with_stance_and_certainty(exported: Export, lossy_base: api.Base) -> None:
    text, report = exported("graphml")
    graph = nx.parse_graphml(text, force_multigraph=True)
    held = {key: (tail, head, data) for tail, head, key, data in graph.edges(keys=True, data=True) if data["relation"] == "holds"}
    rows = lossy_base.query(HELD)
    assert len(rows) == len(held)
    for row in rows:
        tail, head, data = held[row["assertion_id"]]
        assert (tail, head) == (row["speaker_id"], row["claim_id"])
        assert (data["holder"], data["stance"], data["certainty"]) == (row["speaker"], row["stance"], row["certainty"])
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (report["kept"]["nodes"], report["kept"]["edges"])


@reads("networkx", "graphml")
def test_no_edge_joins_what_a_claim_relates_but_through_the_claim(exported: Export) -> None:
    graph = nx.parse_graphml(exported("graphml")[0], force_multigraph=True)
    assert all("claim" in (graph.nodes[tail]["kind"], graph.nodes[head]["kind"]) for tail, head in graph.edges())
    assert graph.nodes["harbour"]["latitude"] == 51.5  # a number, not its text


@reads("networkx", "edges")
def test_the_tables_hold_the_same_network_with_parallel_edges_apart(tiny_path: Path, tmp_path: Path) -> None:
    done("add", "--source", "harbour-gazette", "--quote", "refused a second ferry", "--claim-id", "clm-ferry-keeps-running", db=tiny_path)
    with api.open(tiny_path, readonly=True) as base:
        loss = base.export_as("edges", tmp_path / "net")
        whole = io.StringIO()
        base.export_as("graphml", whole)
    nodes, edges = ([*csv.DictReader((tmp_path / "net" / name).open(encoding="utf-8"))] for name in ("nodes.csv", "edges.csv"))
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(row["Id"] for row in nodes)
    graph.add_edges_from((row["Source"], row["Target"], row["Id"]) for row in edges)
    assert graph.number_of_nodes() == len(nodes) == loss.kept["nodes"]  # no end without its node
    assert graph.number_of_edges() == len(edges) == loss.kept["edges"]
    assert graph.number_of_edges("harbour-gazette-paper", "clm-ferry-keeps-running") == 2
    assert sorted(graph.edges(keys=True)) == sorted(nx.parse_graphml(whole.getvalue(), force_multigraph=True).edges(keys=True))


@pytest.mark.parametrize(
    "selection", [{"sources": ["port-bulletin"]}, {"actors": ["canal-company"]}, {"claims": ["clm-bridge-opens-1958"]}]
)
def test_a_part_of_the_base_has_no_loose_ends(exported: Export, selection: dict[str, list[str]]) -> None:
    text, report = exported("graphml", **selection)
    graph = nx.parse_graphml(text, force_multigraph=True)
    assert 0 < graph.number_of_nodes() == report["kept"]["nodes"]
    assert all(graph.nodes[node] for edge in graph.edges() for node in edge)


def test_what_does_not_count_is_left_out_and_counted(exported: Export, lossy_base: api.Base) -> None:
    text, report = exported("graphml")
    assert "clm-ferry-too-small" not in text
    lost = {each["what"]: each["rows"] for each in report["lost"]}
    assert lost["assertions that are proposed or retracted"] == lossy_base.query(UNCOUNTED)[0]["n"] == 3
    assert lost["affiliations"] == 3
    assert lost["quantities"] == 3


def test_a_character_that_xml_cannot_hold_becomes_a_mark_and_is_reported(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("UPDATE things SET description = 'a' || char(8) || 'b' WHERE id = 'ferry'")
    connection.commit()
    connection.close()
    stream = io.StringIO()
    with api.open(tiny_path, readonly=True) as base:
        loss = base.export_as("graphml", stream)
    assert nx.parse_graphml(stream.getvalue()).nodes["ferry"]["description"] == "a\N{REPLACEMENT CHARACTER}b"
    assert loss.lost["values with control characters"].rows == 1
