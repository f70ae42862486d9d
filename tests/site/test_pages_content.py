"""What each page shows is what the base holds: every number and every voice is compared with the tables."""

from __future__ import annotations

import html
import re
import sqlite3
from pathlib import Path

import pytest

from kb.base import runs, store
from tests.harness.shown import STANDS, spaced
from tests.harness.site import Site


@pytest.fixture
def site(shipped_site: Site) -> Site:
    return shipped_site


# ------------------------------------------------------------------------------------------------------------------ home


def test_home_says_how_much_there_is(site: Site, shipped: sqlite3.Connection) -> None:
    claims = shipped.execute("SELECT count(*) FROM claims WHERE status NOT IN ('proposed', 'retracted')").fetchone()[0]
    texts = shipped.execute("SELECT count(*) FROM sources WHERE snapshot_id IS NOT NULL").fetchone()[0]
    assert f"{claims} claims from {texts} texts" in site.page("/").text
    assert len([one for one in site.page("/").all("ol") if one.get("class") == "answers"]) == 1


def test_home_leads_to_every_text(site: Site, shipped: sqlite3.Connection) -> None:
    held = {f"/source/{row[0]}" for row in shipped.execute("SELECT id FROM sources WHERE snapshot_id IS NOT NULL")}
    assert held <= set(site.page("/").links)


# ---------------------------------------------------------------------------------------------------------------- source


@pytest.mark.thorough
def test_a_source_s_page_holds_its_whole_text_in_order(site: Site, shipped: sqlite3.Connection) -> None:
    for source, text, sha256 in shipped.execute("SELECT source_id, text, sha256 FROM snapshots").fetchall():
        page = site.page(f"/source/{source}")
        prose = re.sub(r"<(aside|small).*?</\1>", "", page.markup, flags=re.DOTALL)
        shown = "".join(re.findall(r'<p class="prose">(.*?)</p>', prose, re.DOTALL))
        bare = re.sub(r"<[^>]+>", "", shown)
        assert re.sub(r"\s", "", html.unescape(bare)) == re.sub(r"\s", "", text)
        assert sha256 in page.text


def test_every_quote_is_highlighted_and_every_claim_is_linked_beside_it(site: Site, shipped: sqlite3.Connection) -> None:
    for (source,) in shipped.execute("SELECT DISTINCT source_id FROM snapshots").fetchall():
        page = site.page(f"/source/{source}")
        claims = {
            row[0]
            for row in shipped.execute(
                f"SELECT claim_id FROM assertions JOIN claims ON claims.id = claim_id WHERE source_id = ? AND {STANDS}", (source,)
            )
        }
        assert {f"/claim/{claim}" for claim in claims} <= set(page.links)
        cards = {link for link in page.links if link.startswith("#card-")}
        assert cards and cards <= {f"#{name}" for name in page.ids}
        stops = [link["id"] for link in page.all("a") if "stop" in link.get("class", "").split()]
        assert {f"#card-{name}" for name in stops} == cards, "one stop for the Tab key a quote"
        assert all(link.get("tabindex") == "-1" for link in page.all("a") if "data-passages" in link)
        assert f"{len(claims)} claims in" in page.text


@pytest.mark.thorough
def test_a_filter_marks_the_claims_of_one_holder_stance_or_kind(site: Site) -> None:
    path = "/source/epoch-times-2021"
    everything, denied = site.page(path), site.page(f"{path}?stance=denies")
    assert [link for link in everything.all("a") if "lit" in link.get("class", "").split()] == []
    lit = [link["class"].split() for link in denied.all("a") if "lit" in link.get("class", "").split()]
    assert lit and all(any(name.endswith("-denies") for name in names) for names in lit)
    assert not any("-own" in link.get("class", "") for link in denied.all("a"))
    assert "0 claims marked in colour" in site.page(f"{path}?stance=denies&holder=nobody-at-all").text
    assert set(everything.ids) <= set(denied.ids), "every quote still has its card"


@pytest.mark.thorough
def test_overlapping_quotes_are_each_reachable(site: Site, shipped: sqlite3.Connection) -> None:
    overlapping = shipped.execute(
        "SELECT a.id, b.id, c.source_id FROM passages AS a JOIN passages AS b ON b.snapshot_id = a.snapshot_id AND b.start_char > a.start_char"
        " AND b.start_char < a.end_char AND b.end_char > a.end_char JOIN snapshots AS c ON c.id = a.snapshot_id"
    ).fetchall()
    assert overlapping
    for one, other, source in overlapping:
        page = site.page(f"/source/{source}?show={other}")
        assert {one, other} <= set(page.ids)
        shown = [link for link in page.all("a") if "shown" in link.get("class", "").split()]
        assert len(shown) > 1  # the words shared with the first, and the rest


def test_a_sentence_without_claims_says_why(site: Site, shipped: sqlite3.Connection) -> None:
    found = shipped.execute(
        "SELECT source_id, sentence, no_claim_reason FROM coverage WHERE no_claim_reason IS NOT NULL AND claims = 0"
    ).fetchall()
    assert found
    for source, sentence, reason in found:
        assert f"{spaced(sentence).strip()} [{reason}]" in site.page(f"/source/{source}").text


def test_a_sentence_that_is_not_read_yet_says_so(own: Site, tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "correct", contributor="tester"):
        connection.execute("UPDATE sentences SET no_claim_reason = NULL WHERE no_claim_reason IS NOT NULL")
    source = connection.execute("SELECT source_id FROM coverage WHERE claims = 0").fetchone()[0]
    assert "[no claim recorded yet]" in own.page(f"/source/{source}").text


def test_quotes_link_to_the_publisher_s_page_at_their_words(site: Site) -> None:
    outside = [link for link in site.page("/source/asia-times-2025").links if "#:~:text=" in link]
    assert outside and all(link.startswith("https://asiatimes.com/2025/09/") for link in outside)
    assert not [link for link in site.page("/source/epoch-times-2021").links if "#:~:text=" in link]


def test_a_work_that_is_only_cited_says_who_cites_it(site: Site) -> None:
    page = site.page("/source/pentagon-report-on-china")
    assert "holds no text of this work" in page.text
    assert "/source/epoch-times-2021" in page.links
