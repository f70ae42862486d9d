"""The grid of contested claims by voices: what each cell says is in the base, and sides are made of those who agree more than they differ."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from pathlib import Path

from kb.site.pages import disagreements
from kb.site.pages.disagreements import joined, toward
from tests.harness.site import Site


def test_every_cell_is_a_voice_of_the_base(shipped: sqlite3.Connection) -> None:
    grid = disagreements.read(shipped)
    assert len(grid["claims"]) > 5
    for claim in grid["claims"]:
        assert {1, -1} <= {toward(cell) for cell in claim["cells"].values()}
        for speaker, cell in claim["cells"].items():
            held = claim["id"] if cell["through"] is None else cell["through"]["id"]
            stances = {
                row[0] for row in shipped.execute("SELECT stance FROM voices WHERE claim_id = ? AND speaker_id = ?", (held, speaker))
            }
            assert cell["said"] in stances or (cell["through"] and "affirms" in stances) or (cell["said"] == "both" and len(stances) > 1)
            if cell["through"]:
                relations = shipped.execute(
                    "SELECT relation FROM relations WHERE (from_claim_id, to_claim_id) IN (VALUES (?1, ?2), (?2, ?1))", (claim["id"], held)
                ).fetchall()
                assert {"rival": "contradicts", "same": "agrees"}[cell["said"]] in {row[0] for row in relations}


def test_every_claim_that_is_affirmed_and_denied_is_a_row_and_no_row_repeats_another(shipped: sqlite3.Connection) -> None:
    grid = disagreements.read(shipped)
    denied = "SELECT DISTINCT claim_a_id FROM disagreements WHERE kind = 'same-claim' AND speaker_a_id <> speaker_b_id"
    shown = [claim["id"] for claim in grid["claims"]]
    assert {row[0] for row in shipped.execute(denied)} <= set(shown) and len(shown) == len(set(shown))
    one, other = ({"id": name, "directly": False, "cells": {"ann": {"through": {"id": rival}}}} for name, rival in (("a", "b"), ("b", "a")))
    assert disagreements.without_mirrors([one, other]) == [one]
    assert disagreements.without_mirrors([one, {**other, "directly": True}]) == [one, {**other, "directly": True}]


def test_voices_stand_together_only_where_they_meet_and_agree() -> None:
    ties = Counter({("ann", "bob"): 2, ("bob", "cid"): -1, ("ann", "cid"): 3, ("cid", "dee"): 0})
    ties.update({(b, a): number for (a, b), number in ties.items()})
    assert [set(side) for side in joined([["ann"], ["bob"], ["cid"], ["dee"]], ties)] == [{"ann", "bob", "cid"}, {"dee"}]
    assert joined([], {}) == []


def test_the_page_is_a_table_whose_sides_and_cells_are_words(shipped_site: Site) -> None:
    page = shipped_site.page("/disagreements")
    assert "Together: Antonio Graceffo, Lyle Goldstein, Asia Times" in page.text
    table = page.markup[page.markup.index("<table") : page.markup.index("</table>")]
    assert table.count('scope="colgroup"') == 2 and table.count('scope="row"') > 5 and "<caption" in table
    words = set(re.findall(r'<a class="stance [^"]*"[^>]*>([^<]+)</a>', table))
    assert words == {"affirms", "denies", "holds a rival claim", "says as much"}
    assert "(different scope, different time)" in page.text
    assert all(
        f'href="{path}"' in shipped_site.page(where).markup for where, path in (("/", "/disagreements"), ("/compare", "/disagreements"))
    )


def test_who_both_affirms_and_denies_stands_on_neither_side() -> None:
    assert toward({"said": "both"}) == toward({"said": "uncommitted"}) == toward(None) == 0


def test_a_base_without_disagreement_says_so(empty_path: Path) -> None:
    reader = Site(empty_path)
    assert "No claim here is affirmed by one voice and denied by another" in reader.page("/disagreements").text
    reader.close()
