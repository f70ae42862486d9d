"""A nanopublication says that somebody holds a claim, never the claim, and its name changes with every word of it."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox

from kb import api
from kb.rdf.namespaces import KB, PREFIXES
from tests.exchange.presets.lossy import lossy
from tests.whole import done


def export(path: Path, folder: Path) -> dict[str, bytes]:
    with api.open(path, readonly=True) as base:
        base.export_as("nanopub", folder)
    return {each.stem: each.read_bytes() for each in folder.glob("*.trig")}


def test_no_nanopublication_states_what_was_only_said(tiny_path: Path, tmp_path: Path) -> None:
    with api.open(tiny_path, readonly=True) as base:
        predicates = {f"http://localhost:8001/id/{row['id']}" for row in base.query("SELECT id FROM predicates")}
    for written in export(tiny_path, tmp_path / "out").values():
        quads = list(ox.parse(written, format=ox.RdfFormat.TRIG))
        assert not predicates & {quad.predicate.value for quad in quads}
        assert len({quad.graph_name for quad in quads}) == 4
        assert {KB + "stance", PREFIXES["prov"] + "wasAttributedTo"} <= {quad.predicate.value for quad in quads}


def test_the_name_is_the_same_for_the_same_content_and_another_for_another(tiny_path: Path, tmp_path: Path) -> None:
    first = export(tiny_path, tmp_path / "first")
    assert export(tiny_path, tmp_path / "again") == first
    names = {row_id: set(re.findall(rb"/np/(RA[\w-]{43})", written)) for row_id, written in first.items()}
    assert all(len(each) == 1 for each in names.values())
    done("correct", "canal-company", "name=Canal Company Ltd", "--reason", "its full name", db=tiny_path)
    changed = {row_id for row_id, written in export(tiny_path, tmp_path / "later").items() if written != first[row_id]}
    with api.open(tiny_path, readonly=True) as base:
        assert changed == {row["id"] for row in base.query("SELECT id FROM assertions WHERE speaker_id = 'canal-company'")}


def test_what_does_not_count_has_none(tiny_path: Path, tmp_path: Path) -> None:
    with api.open(lossy(tiny_path), readonly=True) as base:
        counted = {row["assertion_id"] for row in base.query("SELECT assertion_id FROM standing")}
    assert set(export(tiny_path, tmp_path / "out")) == counted
