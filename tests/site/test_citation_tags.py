"""What reference managers find in the head of a page, as Zotero's translator for embedded metadata reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.presets.lossy import lossy
from tests.harness.site import Site


@pytest.fixture
def site(tiny_path: Path) -> Iterator[Site]:
    started = Site(lossy(tiny_path))
    yield started
    started.close()


def tags(site: Site, path: str) -> list[tuple[str, str]]:
    found = [(tag.get("name", ""), tag["content"]) for tag in site.page(path).all("meta") if "content" in tag]
    return [(name.removeprefix("citation_"), content) for name, content in found if name.startswith("citation_")]


@pytest.mark.thorough
def test_a_source_and_a_claim_can_be_taken_in_from_their_pages(site: Site) -> None:
    assert tags(site, "/source/harbour-gazette") == [
        ("title", "The ferry will not stop"),
        ("author", "Harbour Gazette"),
        ("editor", "Ann Lee"),
        ("publication_date", "1956/05/03"),
        ("journal_title", "Harbour Gazette"),
        ("publisher", "Harbour Gazette"),
        ("language", "en"),
        ("doi", "10.5555/ferry_1"),
        ("fulltext_html_url", "https://gazette.example/1956/ferry"),
        ("public_url", "http://localhost:8001/id/harbour-gazette"),
    ]
    assert ("publication_date", "1956") in tags(site, "/source/port-bulletin")  # a span of months: the year is what is certain
    claim = dict(tags(site, "/claim/clm-ferry-keeps-running"))
    assert claim["public_url"].endswith("/id/clm-ferry-keeps-running") and len(claim["publication_date"]) == 10 and "author" not in claim
    assert tags(site, "/actor/canal-company") == []
