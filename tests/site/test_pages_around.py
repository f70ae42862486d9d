"""What is around the pages: how to read them, feeds, cards for other sites, and what the heads tell search engines."""

from __future__ import annotations

import sqlite3
from xml.etree import ElementTree

import pytest

from kb.base import dates
from kb.site.pages import about
from tests.harness.page import Page
from tests.harness.site import Site

CLAIM = "clm-ferry-too-small"
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(site: Site, path: str) -> list[ElementTree.Element]:
    answer = site.get(path)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.text)
    assert root.tag == f"{ATOM}feed"
    for name in ("title", "id", "updated"):
        assert root.findtext(f"{ATOM}{name}"), name
    found = root.findall(f"{ATOM}entry")
    assert all(entry.findtext(f"{ATOM}{name}") for entry in found for name in ("title", "id", "updated", "summary"))
    times = [entry.findtext(f"{ATOM}updated") or "" for entry in found]
    assert times == sorted(times, reverse=True)
    return found


def titles(found: list[ElementTree.Element]) -> set[str]:
    return {entry.findtext(f"{ATOM}title") or "" for entry in found}


def test_a_feed_has_the_claims_of_the_base_a_source_an_actor_or_a_question(tiny_site: Site, tiny: sqlite3.Connection) -> None:
    everything = titles(feed(tiny_site, "/feed.atom"))
    assert len(everything) == tiny.execute("SELECT count(*) FROM claims WHERE status <> 'proposed'").fetchone()[0]
    of_source = {
        row[0]
        for row in tiny.execute("SELECT text FROM claims JOIN assertions ON claim_id = claims.id WHERE source_id = 'harbour-gazette'")
    }
    assert titles(feed(tiny_site, "/source/harbour-gazette.atom")) == of_source != everything
    assert titles(feed(tiny_site, "/thing/ferry.atom")) < everything
    denied = feed(tiny_site, "/questions/denials.atom")
    assert denied and all("denied by" in (entry.findtext(f"{ATOM}summary") or "").lower() for entry in denied)
    for missing in ("/thing/nothing.atom", "/actor/ferry.atom", "/questions/none.atom"):
        assert tiny_site.get(missing).status_code == 404
    for page in ("/", "/source/harbour-gazette", "/thing/ferry"):
        offered = [link["href"] for link in tiny_site.page(page).all("link") if link.get("type") == "application/atom+xml"]
        assert offered and all(tiny_site.get(href).status_code == 200 for href in offered)


def test_a_changed_claim_comes_first_again(desk: Site) -> None:
    run = desk.post("/api/correct", "clerk", json={"id": CLAIM, "set": {"kind": "factual"}, "reason": "x"})
    assert run.status_code == 200
    first = feed(desk, "/feed.atom")[0]
    assert (first.findtext(f"{ATOM}id") or "").endswith(CLAIM)


def test_the_card_alone_may_stand_in_a_frame_of_another_site(tiny_site: Site) -> None:
    answer = tiny_site.get(f"/claim/{CLAIM}/embed")
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors *" in policy and "script-src" not in policy and "default-src 'none'" in policy
    assert "x-frame-options" not in answer.headers and answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "set-cookie" not in answer.headers
    page = Page(answer.text)
    assert page.all("script") == [] and page.all("form") == [] and page.marked
    assert f"/claim/{CLAIM}" in "".join(page.links)
    claim = tiny_site.get(f"/claim/{CLAIM}")
    assert "frame-ancestors 'none'" in claim.headers["content-security-policy"] and claim.headers["x-frame-options"] == "DENY"
    assert f"/claim/{CLAIM}/embed" in claim.text and "&lt;iframe" in claim.text
    assert tiny_site.get("/claim/clm-none/embed").status_code == 404


@pytest.mark.thorough
def test_heads_describe_their_page_and_robots_keep_to_the_rights(tiny_site: Site, shipped_site: Site) -> None:
    page = shipped_site.page("/claim/clm-china-russia-formal-alliance")
    described = {tag.get("name") or tag.get("property"): tag["content"] for tag in page.all("meta") if "content" in tag}
    assert described["description"] == described["og:description"] and described["description"].startswith("Denied by ")
    assert described["og:url"].endswith("clm-china-russia-formal-alliance") and described["og:type"] == "article"
    assert "formal military alliance" in described["og:title"]
    for site in (tiny_site, shipped_site):
        for source, access in site.rows("SELECT id, access FROM sources"):
            robots = [tag["content"] for tag in site.page(f"/source/{source}").all("meta") if tag.get("name") == "robots"]
            assert robots == ([] if access == "public" else ["noindex, noarchive"]), source
    closed = any(access != "public" for (access,) in tiny_site.rows("SELECT access FROM sources WHERE snapshot_id IS NOT NULL"))
    assert ("Disallow: /\n" in tiny_site.get("/robots.txt").text) is closed


def test_every_word_of_the_glossary_has_its_definition_and_dates_are_spelled_out(
    tiny_site: Site, shipped_site: Site, tiny: sqlite3.Connection
) -> None:
    page = tiny_site.page("/about")
    for field in ("assertions.stance", "claims.kind", "events.actuality", "relations.relation"):
        for value, description in tiny.execute("SELECT value, description FROM vocabulary WHERE field = ?", (field,)):
            assert f"{field.replace('.', '-')}-{value}" in page.ids and description in page.text
    assert "2021/2041~" in page.text and "edtf" in page.ids
    assert all(dates.bounds(edtf) for edtf in about.DATES), "a date that the base refuses"
    linked = shipped_site.page("/timeline").links
    assert any(link.endswith("/about#edtf") for link in linked)


@pytest.mark.parametrize("path", ["/feed.atom", "/about", "/robots.txt", f"/claim/{CLAIM}/embed"])
def test_nothing_around_the_pages_takes_a_post(tiny_site: Site, path: str) -> None:
    assert tiny_site.post(path).status_code == 405
