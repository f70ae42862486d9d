"""Which pages of other sites may ask, and which may not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.site import Site


@pytest.fixture(scope="module")
def site(tiny_built: Path) -> Iterator[Site]:
    started = Site(tiny_built, cors=True)
    yield started
    started.close()


CROSS = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}


@pytest.mark.thorough
def test_pages_of_other_sites_may_ask(site: Site) -> None:
    direct = {"Content-Type": "application/sparql-query", **CROSS}
    for answer in (
        site.ask("/sparql", params={"query": "ASK {}"}, headers=CROSS),
        site.ask("/sparql", "post", content=b"ASK {}", headers=direct),
        site.ask("/sparql", "post", data={"query": "ASK {}"}, headers={"Origin": "https://elsewhere.example"}),
    ):
        assert answer.status_code == 200 and answer.json()["boolean"] is True and answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
    before = site.ask("/sparql", "options", headers={**CROSS, "Access-Control-Request-Method": "POST"})
    assert before.status_code == 204 and "Content-Type" in before.headers["access-control-allow-headers"]


@pytest.mark.thorough
def test_unless_the_owner_says_so_no_page_of_another_site_reads_a_base(tiny_built: Path) -> None:
    site = Site(tiny_built)
    try:
        claim = site.one("SELECT id FROM claims ORDER BY id")
        for answer in (
            site.ask("/sparql", params={"query": "ASK {}"}, headers=CROSS),
            site.ask("/sparql", "options", headers={**CROSS, "Access-Control-Request-Method": "POST"}),
            site.ask(f"/claim/{claim}.ttl", headers=CROSS),
            site.ask(f"/dump/{site.name}.nt", headers=CROSS),
            site.ask("/void.ttl", headers=CROSS),
            site.ask(f"/{site.name}/claims.json", headers=CROSS),
        ):
            assert answer.status_code in (200, 204)
            assert not [name for name in answer.headers if name.startswith("access-control-")]
        assert site.ask("/sparql", "post", data={"query": "ASK {}"}, headers=CROSS).status_code == 403
        assert site.ask("/sparql", "post", data={"query": "ASK {}"}).status_code == 200
    finally:
        site.close()


@pytest.mark.thorough
def test_in_public_mode_pages_of_other_sites_may_read_unless_the_owner_forbids_it(tiny_path: Path) -> None:
    for options, open_to_pages in (({}, True), ({"cors": False}, False)):
        site = Site(tiny_path, public=True, **options)
        answer = site.ask("/sparql", params={"query": "ASK {}"}, headers=CROSS)
        site.close()
        assert ("access-control-allow-origin" in answer.headers) is open_to_pages


def test_only_sparql_is_open_to_posts_from_other_sites(site: Site) -> None:
    assert site.ask(f"/{site.name}/actors/-/insert", "post", json={"row": {}}, headers=CROSS).status_code == 403
    assert site.ask("/sparql/more", "post", data={"query": "ASK {}"}, headers=CROSS).status_code == 403


@pytest.mark.thorough
def test_a_request_of_another_site_carries_no_cookies(tiny_path: Path) -> None:
    site = Site(tiny_path, config={"allow": {"id": "reader"}}, cors=True)
    try:
        reader = {"actor": {"id": "reader"}}
        assert site.ask("/sparql", "post", data={"query": "ASK {}"}).status_code == 403
        assert site.ask("/sparql", "post", data={"query": "ASK {}"}, **reader).status_code == 200
        assert site.ask("/sparql", "post", data={"query": "ASK {}"}, headers=CROSS, **reader).status_code == 403
    finally:
        site.close()
