"""The public edition as files: every link leads to a file, nothing private goes out, and the report says what did not."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import urllib.parse
from pathlib import Path

import pytest

from kb import api
from kb.base import store
from kb.base.selection import Selection
from kb.site.guard import public_edition
from kb.site.publishing.places import Places
from kb.site.publishing.relinking import relinked
from tests.harness.page import Page
from tests.whole import kb

ADDRESS = ("href", "src", "action")


@pytest.fixture(scope="module")
def published(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny base as files, with what it must not tell: a private source and a retracted claim."""
    home = tmp_path_factory.mktemp("published")
    base = Path(shutil.copy(tiny_built, home / "tiny.db"))
    with api.open(base) as changed:
        changed.correct("port-bulletin", "ours alone", access="private")
        changed.retract("clm-ferry-too-small", "misread")
    said = kb("publish", home / "site", "--with-base", "--loss", home / "loss.json", db=base)
    assert said.code == 0, said.err
    return home


def links(file: Path) -> list[str]:
    """Every address on a page that is not of somebody else's site."""
    elements = Page(file.read_text("utf-8")).elements
    found = [values[name] for _, values in elements for name in ADDRESS if name in values]
    return [link for link in found if not re.match(r"https?:|mailto:", link)]


@pytest.mark.thorough
def test_every_link_of_every_page_leads_to_a_file_and_to_a_place_in_it(published: Path) -> None:
    pages = sorted((published / "site").rglob("*.html"))
    assert len(pages) > 50
    ids = {page: set(Page(page.read_text("utf-8")).ids) for page in pages}
    astray = set()
    for page in pages:
        for link in links(page):
            path, _, fragment = link.partition("#")
            target = (page.parent / urllib.parse.unquote(path.partition("?")[0])).resolve() if path else page
            if path.startswith("/") or not target.is_file() or (fragment and target.suffix == ".html" and fragment not in ids[target]):
                astray.add((page.name, link))
    assert astray == set()


@pytest.mark.thorough
def test_nothing_private_proposed_or_retracted_goes_out(published: Path) -> None:
    written = {path: path.read_bytes() for path in (published / "site").rglob("*") if path.is_file()}
    for secret in (b"port-bulletin", b"Port Bulletin", b"The ferry is too small for", b"ours alone", b"misread", str(published).encode()):
        assert [path for path, content in written.items() if secret in content] == []


@pytest.mark.thorough
def test_the_edition_has_every_row_the_search_all_voices_and_the_base_opens(published: Path) -> None:
    site = published / "site"
    with sqlite3.connect(site / "data" / "kb.db") as edition:
        rows = edition.execute("SELECT kind || '/' || id FROM entities UNION SELECT 'claim/' || id FROM claims").fetchall()
        counted = edition.execute("SELECT count(*) FROM claim_sheet WHERE counted").fetchone()[0]
    edition.close()
    assert all((site / f"{row[0]}.html").is_file() for row in rows) and len(rows) > 15
    index = (site / "data" / "search-index.js").read_text("utf-8")
    found = json.loads(
        re.sub(r",\n\]", "\n]", index.removeprefix("window.searched = ").rstrip(";\n"))
        .replace("names:", '"names":')
        .replace("said:", '"said":')
    )
    assert len(found["said"]) == counted and ["actor", "canal-company"] in [name[:2] for name in found["names"]]
    report = json.loads((published / "loss.json").read_text("utf-8"))
    lost = {each["what"]: each["rows"] for each in report["lost"]}
    assert report["kept"]["claim pages"] == report["kept"]["claims"]
    assert (lost["sources"], lost["assertions in these sources"]) == (1, 3)
    assert lost["assertions that are proposed or retracted"] >= 1


def test_a_part_of_a_base_is_its_claims_and_what_they_rest_on(tiny_built: Path, tmp_path: Path) -> None:
    public_edition.build(tiny_built, tmp_path / "part.db", selection=Selection.of(claims=["clm-ferry-keeps-running"]))
    with store.connect(tmp_path / "part.db", readonly=True) as part:
        assert [row[0] for row in part.execute("SELECT id FROM claims")] == ["clm-ferry-keeps-running"]
        assert part.execute("PRAGMA foreign_key_check").fetchall() == []
        quoted = "SELECT count(*) FROM sentences WHERE NOT EXISTS (SELECT 1 FROM passages AS p WHERE p.snapshot_id = sentences.snapshot_id AND p.start_char < sentences.end_char AND p.end_char > sentences.start_char)"
        assert part.execute(quoted).fetchone()[0] == 0
        assert part.execute("SELECT count(*) FROM predicates").fetchone()[0] <= 1
    part.close()


def test_a_folder_with_anything_else_in_it_is_left_alone(tiny_built: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "note.txt").write_text("kept")
    for target in ("theirs", "theirs/note.txt"):
        said = kb("publish", tmp_path / target, db=tiny_built)
        assert said.code == 2 and "remedy" in said.err
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["note.txt"]


def test_a_link_is_rewritten_as_seen_from_its_page_and_what_needs_a_server_goes(tiny_built: Path) -> None:
    connection = store.connect(tiny_built, readonly=True)
    assertion, claim = connection.execute("SELECT id, claim_id FROM assertions LIMIT 1").fetchone()
    markup = (
        f'<!DOCTYPE html><a href="/assertion/{assertion}">&amp;</a><a href="/source/x?show=psg-1#psg-1">x</a><a href="/sparql?query=q">ask</a>'
        '<form action="/add"><input name="a"><a href="/">in</a></form><form action="/search"><input data-as-typed="/search/as-typed" name="q"></form>'
        '<svg viewBox="0 0 1 1"></svg><link rel="alternate" href="/x.ttl"><a href="/actor/a?of=20&amp;reach=all">more</a><a href="/actor/a?of=20#of">m</a>'
    )
    page = relinked(markup, "claim/clm-a.html", Places(connection).of)
    connection.close()
    assert page.markup == (
        f'<!DOCTYPE html><a href="{claim}.html#{assertion}">&amp;</a><a href="../source/x.html#psg-1">x</a><a>ask</a>'
        '<form action="../search.html"><input name="q"></form><svg viewBox="0 0 1 1"></svg><a>more</a><a href="../actor/a_of-20-859b0766.html#of">m</a>'
    )
    assert page.cut == ["/sparql?query=q", "/actor/a?of=20&reach=all"]
