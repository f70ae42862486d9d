"""A long text in parts: together they are the text, each quote stands in one of them, and whoever follows a link to a quote gets its part."""

from __future__ import annotations

import html
import re
import sqlite3
from typing import Any

import pytest
from hypothesis import given

from kb.site.pages import source_parts
from kb.site.pages.source_parts import divided
from tests.harness.site import Page, Site
from tests.site.test_pages_parts import quoted_texts


@given(quoted_texts())
def test_parts_are_the_text_and_no_quote_runs_over_their_ends(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, said = case
    with pytest.MonkeyPatch.context() as few:
        few.setattr(source_parts, "PART", 2)
        spans = divided(text, said)
    assert "".join(text[low:high] for low, high in spans) == text
    for row in said:
        assert sum(low <= row["start_char"] and row["end_char"] <= high for low, high in spans) == 1
    for low, _ in spans[1:]:
        assert text[low - 1] == "\n"


def words(page: Page) -> str:
    """The text on a page, without white space."""
    prose = re.sub(r"<(aside|small).*?</\1>", "", page.markup, flags=re.DOTALL)
    bare = re.sub(r"<[^>]+>", "", "".join(re.findall(r'<p class="prose">(.*?)</p>', prose, re.DOTALL)))
    return re.sub(r"\s", "", html.unescape(bare))


@pytest.mark.thorough
def test_the_parts_of_a_source_are_its_text(shipped_site: Site, shipped: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    source, text = shipped.execute("SELECT source_id, text FROM snapshots ORDER BY source_id").fetchone()
    whole = shipped_site.page(f"/source/{source}")
    assert "Parts of the text" not in whole.markup
    monkeypatch.setattr(source_parts, "WHOLE", 40)
    monkeypatch.setattr(source_parts, "PART", 15)
    pages = [shipped_site.page(f"/source/{source}")]
    while links := [link["href"] for link in pages[-1].all("a") if link.get("rel") == "next"]:
        pages.append(shipped_site.page(links[0]))
    assert len(pages) > 2
    assert "".join(words(page) for page in pages) == re.sub(r"\s", "", text) == words(shipped_site.page(f"/source/{source}?part=all"))
    quotes = [{link["id"] for link in page.all("a") if "stop" in link.get("class", "").split()} for page in pages]
    assert sum(map(len, quotes)) == len(set().union(*quotes))
    assert set().union(*quotes) == {link["id"] for link in whole.all("a") if "stop" in link.get("class", "").split()}
    for page in pages:
        assert {link for link in page.links if link.startswith("#card-")} <= {f"#{name}" for name in page.ids}
    for number, names in enumerate(quotes, 1):
        shown = shipped_site.page(f"/source/{source}?show={min(names)}")
        assert f"Part {number} of {len(pages)}" in shown.text
    assert f"Part {len(pages)} of" in shipped_site.page(f"/source/{source}?part=99").text
    assert "Part 1 of" in shipped_site.page(f"/source/{source}?part=none").text
