"""A claim's page: every voice with its words, as the tables have them."""

from __future__ import annotations

import html
import json
import re
import sqlite3
from pathlib import Path

import pytest

import kb.api
from kb.base import runs, store
from kb.base.selection import Selection
from tests.harness.shown import spaced
from tests.harness.site import Site


@pytest.fixture
def site(shipped_site: Site) -> Site:
    return shipped_site


# ----------------------------------------------------------------------------------------------------------------- claim


def test_a_claim_s_page_shows_every_voice_under_its_stance_with_its_words(site: Site, shipped: sqlite3.Connection) -> None:
    heads = {"affirms": "Who affirms it", "denies": "Who denies it", "uncommitted": "Who only reports it"}
    for (claim,) in shipped.execute("SELECT id FROM claims ORDER BY id").fetchall()[::5]:
        page = site.page(f"/claim/{claim}")
        voices = shipped.execute(
            "SELECT assertion_id, stance, speaker_id, quote FROM who_says_what WHERE claim_id = ?", (claim,)
        ).fetchall()
        for assertion, stance, speaker, quote in voices:
            assert assertion in page.ids and stance in page.ids and heads[stance] in page.text
            assert f"/actor/{speaker}" in page.links
            assert quote in page.marked
        for stance in heads.keys() - {row[1] for row in voices}:
            assert stance not in page.ids


def test_a_chain_is_shown_from_the_text_s_own_voice_inward(site: Site, shipped: sqlite3.Connection) -> None:
    claim, inner, outer = shipped.execute(
        "SELECT one.claim_id, inner_one.name, outer_one.name FROM assertions AS one JOIN assertions AS other ON other.id = one.reported_in_id"
        " JOIN actors AS inner_one ON inner_one.id = one.speaker_id JOIN actors AS outer_one ON outer_one.id = other.speaker_id ORDER BY one.id"
    ).fetchone()
    chain = re.search(r'<ol class="chain".*?</ol>', site.page(f"/claim/{claim}").markup, re.DOTALL)
    assert chain and 0 <= chain[0].find(outer) < chain[0].find(inner)


def test_a_number_says_what_it_measures(site: Site, shipped: sqlite3.Connection) -> None:
    for claim, verbatim, measure in shipped.execute("SELECT claim_id, verbatim, measure FROM quantities").fetchall():
        page = site.page(f"/claim/{claim}")
        assert spaced(verbatim) in page.text and spaced(measure) in page.text


@pytest.mark.thorough
def test_related_claims_stand_with_their_reason(site: Site, shipped: sqlite3.Connection) -> None:
    for one, other, rationale in shipped.execute(
        "SELECT from_claim_id, to_claim_id, rationale FROM relations ORDER BY id LIMIT 12"
    ).fetchall():
        for here, there in ((one, other), (other, one)):
            page = site.page(f"/claim/{here}")
            assert f"/claim/{there}" in page.links and (rationale is None or spaced(rationale) in page.text)


@pytest.mark.thorough
def test_the_sql_on_a_claim_s_page_gives_its_voices(site: Site, shipped: sqlite3.Connection) -> None:
    from kb.site.pages.claim import SQL

    claim = shipped.execute("SELECT claim_id FROM assertions GROUP BY claim_id ORDER BY count(*) DESC LIMIT 1").fetchone()[0]
    rows = shipped.execute(SQL, {"claim": claim}).fetchall()
    assert len(rows) == shipped.execute("SELECT count(*) FROM assertions WHERE claim_id = ?", (claim,)).fetchone()[0]
    ours = [link for link in site.page(f"/claim/{claim}").links if "/-/query?" in link]
    assert len(ours) == 1 and site.get(ours[0]).status_code == 200


def test_the_sparql_on_a_claim_s_page_gives_the_same_voices(shipped_built: Path) -> None:
    from kb.rdf import graph
    from kb.rdf.namespaces import DEFAULT_BASE
    from kb.site.pages.claim import sparql

    connection = store.connect(shipped_built, readonly=True)
    claim = connection.execute("SELECT claim_id FROM assertions WHERE level > 0 ORDER BY id LIMIT 1").fetchone()[0]
    told = {
        (str(row.speaker).rpartition("/")[2], str(row.words))
        for row in graph.dataset(connection, Selection.of(claims=[claim])).query(sparql(DEFAULT_BASE, claim))
    }
    held = connection.execute(
        "SELECT speaker_id, exact FROM assertions JOIN passages ON passages.id = passage_id WHERE claim_id = ?", (claim,)
    )
    assert told == set(held.fetchall())


def test_a_claim_is_cited_as_text_bibtex_and_csl(site: Site, shipped: sqlite3.Connection) -> None:
    claim, text = shipped.execute("SELECT id, text FROM claims ORDER BY id LIMIT 1").fetchone()
    ways = dict(re.findall(r'<pre class="copy"[^>]*id="cite-(\w+)">(.*?)</pre>', site.page(f"/claim/{claim}").markup, re.DOTALL))
    csl = json.loads(html.unescape(ways["csl"]))[0]
    assert csl["title"] == text and csl["URL"].endswith(f"/id/{claim}")
    assert html.unescape(ways["bibtex"]).startswith(f"@misc{{{claim},") and csl["URL"] in html.unescape(ways["text"])


def test_retracted_and_merged_claims_say_what_became_of_them(own: Site, tiny_path: Path) -> None:
    with kb.api.open(tiny_path) as base:
        gone, old, into = (
            row["id"]
            for row in base.query("SELECT id FROM claims WHERE id NOT IN (SELECT claim_id FROM participations) ORDER BY id LIMIT 3")
        )
        base.retract(gone, "not in the words")
        base.merge(old, into, "the same in other words")
    page = own.page(f"/claim/{gone}")
    assert "Retracted" in page.text and "not in the words" in page.text
    assert f"/claim/{into}" in own.page(f"/claim/{old}").links and "Merged" in own.page(f"/claim/{old}").text


def test_what_is_proposed_is_shown_apart_and_counted_nowhere(own: Site, tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    claim, source = connection.execute("SELECT claim_id, source_id FROM assertions WHERE level = 0 ORDER BY id LIMIT 1").fetchone()
    with runs.begin(connection, "correct", contributor="tester"):
        connection.execute("UPDATE claims SET status = 'proposed' WHERE id = ?", (claim,))
    page = own.page(f"/claim/{claim}")
    assert "Proposed" in page.text and "Not counted" in page.text and "affirms" not in page.ids
    assert f"/claim/{claim}" not in own.page(f"/source/{source}").links
    assert f"/claim/{claim}" not in own.page(f"/search?source={source}").links
