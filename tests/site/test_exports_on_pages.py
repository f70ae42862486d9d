"""The pages offer other programs' formats: the same files as the command writes, each with its loss report beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import bibtexparser
import pytest

from tests.harness.page import Page
from tests.harness.site import Site
from tests.whole import kb

PAGES = {
    "/source/port-bulletin": ("--source", "port-bulletin"),
    "/claim/clm-ferry-keeps-running": ("--claim", "clm-ferry-keeps-running"),
}
OFFERED = (
    "/source/port-bulletin",
    "/claim/clm-ferry-keeps-running",
    "/actor/canal-company",
    "/thing/ferry",
    "/search?q=ferry",
    "/search?source=harbour-gazette&stance=denies",
)


def offered(site: Site, path: str) -> list[str]:
    return [link for link in Page(site.get(path).text).links if link.startswith("/export/")]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.thorough
def test_a_page_gives_what_the_command_writes(path: str, tiny_site: Site, tiny_built: Path, tmp_path: Path) -> None:
    for link in [link for link in offered(tiny_site, path) if "/loss.json" not in link]:
        name = re.findall(r"/export/([a-z]+)", link)[0]
        answer = tiny_site.get(link)
        said = kb("export", name, *PAGES[path], "--loss", tmp_path / "loss.json", db=tiny_built)
        assert (answer.status_code, answer.text) == (200, said.out), link
        beside = re.findall(r"<([^>]+)>; rel=\"describedby\"", answer.headers["link"])[0]
        assert tiny_site.get(beside).json() == json.loads((tmp_path / "loss.json").read_text("utf-8"))


@pytest.mark.thorough
def test_every_kind_of_page_offers_formats_that_answer(tiny_site: Site) -> None:
    for path in OFFERED:
        links = offered(tiny_site, path)
        assert len(links) >= 8, path
        for link in links[:2]:  # the first format and its report; every format is asked for above
            assert tiny_site.get(link).status_code == 200, link
    assert offered(tiny_site, "/search?q=nowheretobefound") == []


def test_a_search_exports_the_sources_of_what_it_finds(tiny_site: Site) -> None:
    entries = bibtexparser.parse_string(tiny_site.get("/export/bibtex?q=passengers&source=port-bulletin").text).entries
    assert {entry.key for entry in entries} >= {"port-bulletin"}
    rows = tiny_site.get("/export/facts?q=passengers").text.splitlines()
    assert len(rows) > 1 and all("passengers" in row for row in rows[1:])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("bibtex", 400),
        ("bibtex?q=nowheretobefound", 404),
        ("bibtex?actor=nobody", 404),
        ("bibtx?q=ferry", 404),
        ("csl?source=nowhere", 400),
    ],
)
def test_what_cannot_be_exported_is_told_and_never_becomes_everything(path: str, status: int, tiny_site: Site) -> None:
    answer = tiny_site.get(f"/export/{path}")
    assert answer.status_code == status and "harbour-gazette" not in answer.headers.get("content-disposition", "")
