"""Every page of ours: it answers, links only to what answers, works without script and style attributes, and escapes what it shows."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import kb.api
from kb.ask import questions
from kb.base import store
from tests.harness.page import Page
from tests.harness.site import Site

PAGES = ["/", "/timeline", "/compare", "/search", "/search?q=the", "/questions", "/statistics"]


def every_page(path: Path) -> list[str]:
    """The address of every page that a base has."""
    connection = store.connect(path, readonly=True)
    found = [f"/{row[0]}/{row[1]}" for row in connection.execute("SELECT kind, id FROM entities ORDER BY id")]
    found += [f"/claim/{row[0]}" for row in connection.execute("SELECT id FROM claims ORDER BY id")]
    connection.close()
    return PAGES + [f"/questions/{question.name}" for question in questions.load()] + found


def sound(page: Page, path: str) -> None:
    """What holds of every page: one main, one h1, a title, labels, ids once, no inline style or script."""
    assert len(page.all("main")) == 1 and len(page.all("h1")) == 1, path
    assert page.all("html")[0]["lang"] == "en"
    assert re.search(r"<title>\s*\S", page.markup), path
    assert len(page.ids) == len(set(page.ids)), f"{path}: {sorted(name for name in page.ids if page.ids.count(name) > 1)}"
    assert not [
        attributes for _, attributes in page.elements if "style" in attributes or any(name.startswith("on") for name in attributes)
    ], path
    assert all("src" in script or script.get("type") == "application/ld+json" for script in page.all("script")), path
    labelled = {label["for"] for label in page.all("label") if "for" in label}
    for field in page.all("select") + [one for one in page.all("input") if one.get("type") not in ("hidden", "checkbox")]:
        assert field.get("id") in labelled, f"{path}: {field}"


@pytest.fixture(scope="module")
def tiny_pages(tiny_site: Site, tiny_built: Path) -> dict[str, Page]:
    """Every page of the tiny base, each of which answered with 200."""
    return {path: tiny_site.page(path) for path in every_page(tiny_built)}


def test_every_page_of_the_tiny_base_answers_and_is_sound(tiny_pages: dict[str, Page]) -> None:
    for path, page in tiny_pages.items():
        sound(page, path)


@pytest.mark.thorough
def test_pages_of_the_shipped_base_answer_and_are_sound(shipped_site: Site, shipped_built: Path) -> None:
    pages = every_page(shipped_built)
    for path in pages[:50] + pages[50::4]:  # every fourth claim and entity: what can differ is in the tiny base too
        sound(shipped_site.page(path), path)


@pytest.mark.thorough
def test_no_page_links_to_a_page_that_is_not_there(tiny_site: Site, tiny_pages: dict[str, Page]) -> None:
    ours = re.compile(r"/(claim|assertion|source|actor|thing|event|questions|search|compare|timeline|statistics|tiny)\b")
    links = {link for page in tiny_pages.values() for link in page.links if ours.match(link)}
    addresses = sorted({link.partition("#")[0] for link in links if "/search?" not in link and "/-/query" not in link})
    assert len(addresses) > 50
    tables = {re.sub(r"=[^&]*", "", address): address for address in addresses if address.startswith("/tiny/")}  # one of each kind
    for address in {address for address in addresses if not address.startswith("/tiny/")} - tiny_pages.keys() | set(tables.values()):
        assert tiny_site.get(address, follow_redirects=True).status_code == 200, address


@pytest.mark.thorough
def test_links_within_the_site_lead_to_places_that_the_page_has(tiny_site: Site, tiny: sqlite3.Connection) -> None:
    for assertion, claim, source, passage in tiny.execute("SELECT id, claim_id, source_id, passage_id FROM assertions").fetchall():
        assert passage in tiny_site.page(f"/source/{source}").ids
        answer = tiny_site.get(f"/assertion/{assertion}")
        assert (answer.status_code, answer.headers["location"]) == (303, f"/claim/{claim}#{assertion}")


@pytest.mark.thorough
def test_a_quote_is_two_clicks_from_home(shipped_site: Site, shipped: sqlite3.Connection) -> None:
    home = shipped_site.page("/")
    quotes = {row[0] for row in shipped.execute("SELECT exact FROM passages")}
    assert len([text for text in home.marked if text in quotes]) >= 5
    for link in [link for link in home.links if re.match(r"/(claim|source|actor|event|thing)/", link)]:
        page = shipped_site.page(link.partition("#")[0])
        shown = [text for text in page.marked if text in quotes] or [one for one in page.all("a") if "hl" in one.get("class", "").split()]
        assert shown, link


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/claim/clm-no-such-claim", None),
        ("/source/harbor-gazette", "/source/harbour-gazette"),
        ("/actor/nobody-at-all", None),
        ("/assertion/ast-none", None),
        ("/questions/denial", "/questions/denials"),
        ("/no/such/page/at-all", None),
    ],
)
def test_what_is_not_there_is_said_with_the_nearest_there_is(tiny_site: Site, path: str, near: str | None) -> None:
    page = tiny_site.page(path, 404)
    sound(page, path)
    assert "Traceback" not in page.markup
    assert near is None or near in page.links


def test_a_program_is_told_in_json(tiny_site: Site) -> None:
    answer = tiny_site.get("/claim/clm-none", headers={"accept": "application/json"})
    assert answer.status_code == 404
    assert answer.json()["ok"] is False and "clm-none" in answer.json()["error"]


def test_pages_are_only_read(tiny_site: Site) -> None:
    answer = tiny_site.post("/compare")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    head = tiny_site.ask("/compare", "head")
    assert head.status_code == 200


def test_who_may_not_see_the_base_sees_no_page_of_it(tiny_path: Path) -> None:
    reader = Site(tiny_path, config={"databases": {tiny_path.stem: {"allow": {"id": "somebody"}}}})
    for path in ("/", "/search?q=the", "/statistics", "/questions/denials.csv"):
        assert reader.get(path).status_code == 403, path
    assert reader.get("/statistics", actor={"id": "somebody"}).status_code == 200
    reader.close()


def test_a_site_without_a_base_of_ours_keeps_datasette_s_home(tmp_path: Path, tiny_path: Path) -> None:
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE a(b)")
    from datasette.app import Datasette

    kb.site.app(tiny_path).close()  # registers the plugin
    reader = Site.of(Datasette(files=[str(tmp_path / "other.db")]), tmp_path / "other.db")
    assert "other" in reader.get("/").text and "Some questions, answered" not in reader.get("/").text
    assert reader.get("/timeline").status_code == 404
    reader.close()


def test_an_empty_base_says_that_it_is_empty(empty_path: Path) -> None:
    reader = Site(empty_path)
    for path in (*PAGES, "/questions/denials", "/questions/denials.csv"):
        assert reader.get(path).status_code == 200, path
    assert "This base is empty" in reader.page("/").text
    reader.close()


NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> & </mark>"


@pytest.fixture
def nasty(tmp_path: Path) -> Iterator[Site]:
    """A base in which every text and name is an attack."""
    path = tmp_path / "nasty.db"
    with kb.api.init(path) as base:
        base.new("actor", "attacker", NASTY, kind="person", description=NASTY)
        base.new("thing", "target", f"The {NASTY}", kind="concept", description=NASTY)
        base.new("event", "attack", f"Attack {NASTY}", kind="other", actuality="occurred", date="2020", date_basis="stated")
        base.new("predicate", "attacks", NASTY, description=NASTY)
        source = base.add_source(f"{NASTY}\n\nIt is said that {NASTY} is so.\n", title=f"Title {NASTY}", by="tester", authors=["attacker"])
        base.add(
            source=source, quote=f"that {NASTY} is", text=f"Claim {NASTY}", subject="attacker", predicate="attacks", object="target",
            event="attack", kind="factual",
        )  # fmt: skip
        base.correct("attacker", NASTY, description=f"more {NASTY}")
    reader = Site(path)
    yield reader
    reader.close()


@pytest.mark.thorough
def test_hostile_texts_and_names_are_shown_as_text(nasty: Site, tmp_path: Path) -> None:
    pages = every_page(tmp_path / "nasty.db")
    asked = [
        "/search?q=%3Cscript%3Ealert(1)&speaker=%22%3E%3Cscript%3E",
        "/timeline?from=%22%3E%3Cscript%3E",
        "/claim/%3Cscript%3E",
        "/compare?source=%3Cimg%20onerror%3D1%3E",
    ]
    shown = 0
    for path in pages + asked:
        answer = nasty.get(path)
        page = Page(answer.text)
        shown += "<script>alert(1)</script>" in page.text
        assert "<script>alert" not in page.markup and "<img" not in page.markup, path
        sound(page, path)
    assert shown >= 8, "the attack was not on the pages at all"


@pytest.mark.thorough
def test_a_name_can_close_no_json_in_the_head(nasty: Site, tmp_path: Path) -> None:
    for path in every_page(tmp_path / "nasty.db"):
        for script in re.findall(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", nasty.get(path).text, re.DOTALL):
            assert "<" not in script, path
