"""What the site shows of a source that was purged: that it was, when and why, and none of its words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.changes.test_purging import REASON, SOURCE, purge, words_of
from tests.harness.site import Site

DATELINE = "Harbour Gazette, 3 May 1956"  # the publisher and the day, which a page puts together from what is no part of the text
PAGES = (
    f"/source/{SOURCE}",
    f"/source/{SOURCE}.jsonld",
    f"/source/{SOURCE}/claims.json",
    "/claim/clm-ferry-keeps-running",
    "/search?q=ferry",
    "/statistics",
    "/timeline",
    "/compare",
    "/changes",
    "/questions/who-says.json",
    "/feed.atom",
    "/export/bibtex",
    "/export/web-annotations",
    "/event/bridge-opening",
    "/tiny/snapshots.json?_size=max",
    "/tiny/revisions.json?_size=max",
    "/tiny/claims.json?_size=max",
)


@pytest.mark.parametrize("public", [False, True])
def test_the_page_says_that_it_was_purged_and_no_page_holds_its_words(tiny_path: Path, *, public: bool) -> None:
    words = {word for word in words_of(tiny_path, length=20) if word not in DATELINE}
    with closing(sqlite3.connect(tiny_path)) as connection:
        connection.execute("UPDATE sources SET access = 'public'")
        connection.commit()
    purge(tiny_path)
    site = Site(tiny_path, public=public)
    try:
        said = site.page(f"/source/{SOURCE}").text
        assert "Purged on" in said and (public or f"because: {REASON}" in said)
        for page in PAGES:
            answer = site.get(page)
            assert answer.status_code < 500, page
            shown = {word for word in words if word.strip() and word in answer.text}
            assert not shown, (page, shown)
    finally:
        site.close()
