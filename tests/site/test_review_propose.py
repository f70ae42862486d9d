"""The page on which an article is taken in: pasted or uploaded, it becomes a source in one run, and what it may claim waits for a person."""

from __future__ import annotations

import html
import re
import sqlite3
from typing import Any

import pytest
from httpx import Response

from tests.harness.site import Site

ARTICLE = "The pilot said that the lock is too narrow. “Nobody listens to us,” the captain said.\n\nThe lock was built in 1931."
QUEUED = "SELECT count(*) FROM proposals JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = ? AND status = 'waiting'"


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No model is loaded: which proposals come is not what these tests are about."""
    monkeypatch.setenv("KB_MODEL", "none")


def sent(desk: Site, file: tuple[str, bytes] | None = None, **fields: str) -> Response:
    """The form as a browser sends it, once the page has asked for what is missing; without a file its field is there and empty."""
    return desk.post("/propose", "clerk", data={"asked": "yes", **fields}, files={"file": file or ("", b"")})


def ids_of(desk: Site, slug: str) -> list[str]:
    """The ids of the sources that are this slug and the tail of a digest."""
    return [row[0] for row in desk.rows("SELECT id FROM sources WHERE id GLOB ?", f"{slug}-??????")]


def alert(answer: Response) -> str:
    found = re.search(r'role="alert".*?</div>', answer.text, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", found[0])) if found else ""


def test_a_pasted_article_becomes_a_source_whose_proposals_wait(desk: Site) -> None:
    claims = desk.rows("SELECT count(*) FROM claims")
    answer = sent(
        desk, article=ARTICLE.replace("\n", "\r\n"), title="The lock", authors="Jo Writer; Port Society", published="1956-07", url=""
    )
    assert answer.status_code == 303, alert(answer)
    source = ids_of(desk, "the-lock")[0]
    assert answer.headers["location"] == f"/review/sentences?source={source}"
    assert desk.rows("SELECT published FROM sources WHERE id = ?", source) == [("1956-07",)]
    assert desk.rows("SELECT count(*) FROM source_authors WHERE source_id = ?", source) == [(2,)]
    assert desk.rows("SELECT text FROM snapshots WHERE source_id = ?", source) == [(ARTICLE,)]
    assert desk.rows(QUEUED, source)[0][0] >= 2
    assert desk.rows("SELECT count(*) FROM claims") == claims  # nothing unseen is ever accepted
    assert desk.rows("SELECT count(*) FROM runs WHERE kind = 'propose'") == [(1,)]
    page = desk.get(answer.headers["location"], "clerk").text
    assert "The lock" in page and "sentence 1 of" in page


@pytest.mark.thorough
def test_the_actors_of_an_article_come_before_its_sentences(desk: Site) -> None:
    answer = sent(desk, article="Jonas Berg said that the lock is too narrow. Jonas Berg also said that it is old.", title="The lock")
    address = f"/review/actors/{(source := ids_of(desk, 'the-lock')[0])}"
    assert answer.status_code == 303 and answer.headers["location"] == address
    onward = f"/review/sentences?source={source}"
    assert re.search(rf'<a href="{re.escape(onward)}" rel="next"', desk.get(address, "clerk").text)
    settled = {"name.0": "Jonas Berg", "do.0": "new", "new.0": "Jonas Berg", "kind.0": "actor person", "id.0": "jonas-berg"}
    assert desk.post(address, "clerk", data=settled).headers["location"] == onward
    assert "Every actor that its open claims name is one of the base" in desk.get(address, "clerk").text
    places = desk.rows("SELECT sentences.id FROM sentences JOIN sources USING (snapshot_id) WHERE sources.id = ?", source)
    for (at,) in places:  # on every sentence the speaker is the settled actor, and nobody new
        page = desk.get(f"{onward}&at={at}", "clerk").text
        assert 'value="Jonas Berg"' in page and not re.search(r'speaker-kind"[^\n]*\n[^\n]* selected', page)


@pytest.mark.thorough
def test_the_page_asks_once_for_author_date_and_publisher(desk: Site) -> None:
    before = desk.dump()
    answer = sent(desk, article=ARTICLE, title="The lock", asked="", published="1956")
    assert answer.status_code == 200 and desk.dump() == before
    assert "does not say who wrote it and who published it" in html.unescape(answer.text)
    assert 'name="asked" value="yes"' in answer.text and "Nobody listens to us" in answer.text
    assert sent(desk, article=ARTICLE, title="The lock", published="1956").status_code == 303


@pytest.mark.thorough
def test_an_uploaded_file_outlives_the_question(desk: Site) -> None:
    answer = sent(desk, ("lock.txt", ARTICLE.encode()), title="The lock", asked="")
    kept = re.findall(r'name="(kept[^"]*)" value="([^"]*)"', answer.text)
    assert dict(kept)["kept-name"] == "lock.txt"
    assert sent(desk, title="The lock", **dict(kept)).status_code == 303
    assert desk.rows("SELECT text FROM snapshots WHERE source_id LIKE 'the-lock%'") == [(ARTICLE,)]


def test_nobody_waits_for_an_article_to_be_read(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from kb.site import bounded

    real, written = bounded.call, []

    async def while_read(*given: Any, **more: Any) -> Any:
        other = sqlite3.connect(desk.path, timeout=0)
        other.execute("BEGIN IMMEDIATE")  # refused where a run is open
        written.append(True)
        other.rollback()
        other.close()
        return await real(*given, **more)

    monkeypatch.setattr(bounded, "call", while_read)
    assert sent(desk, article=ARTICLE, title="The lock").status_code == 303 and written == [True]


def test_a_file_is_read_by_its_name_and_the_same_again_adds_nothing(desk: Site) -> None:
    pytest.importorskip("markdown_it", reason="Markdown comes with the extra read")
    answer = sent(desk, ("lock.md", b"# The lock\n\nThe pilot said that the lock is too narrow.\n"), rights="CC BY 4.0")
    assert answer.status_code == 303, alert(answer)
    assert desk.rows("SELECT title, rights FROM sources WHERE id = ?", *ids_of(desk, "the-lock")) == [("The lock", "CC BY 4.0")]
    before = desk.dump()
    assert sent(desk, ("lock.md", b"# The lock\n\nThe pilot said that the lock is too narrow.\n")).status_code == 303
    assert desk.dump() == before


def test_what_is_left_out_is_told_and_one_box_reads_it_all(desk: Site) -> None:
    pytest.importorskip("markdown_it", reason="Markdown comes with the extra read")
    file = ("lock.md", b"# The lock\n\nThe pilot ~~agreed to~~ refused the plan of the lock.\n")
    assert 'name="keep_all"' in desk.get("/propose", "clerk").text
    answer = sent(desk, file)
    assert answer.status_code == 303, alert(answer)
    page = desk.ask(answer.headers["location"], who="clerk", cookies={"ds_messages": answer.cookies["ds_messages"]})
    assert "left out, deleted words (1): “agreed to”." in html.unescape(page.text)
    assert sent(desk, file, keep_all="yes").status_code == 303
    text = "SELECT text FROM snapshots JOIN sources ON snapshot_id = snapshots.id WHERE sources.id LIKE 'the-lock-______'"
    assert desk.rows(text) == [("The lock\n\nThe pilot [deleted words: agreed to] refused the plan of the lock.",)]


@pytest.mark.thorough
def test_what_the_public_may_see_is_chosen_on_the_form_and_shown_on_the_page_of_the_source(desk: Site) -> None:
    form = desk.get("/propose", "clerk").text
    assert [word for word in ("public", "quotes", "private") if f'<option value="{word}"' in form] == ["public", "quotes", "private"]
    labels = dict(desk.rows("SELECT value, label FROM vocabulary WHERE field = 'sources.access'"))
    for source, access, given in (
        ("lock", "private", {}),
        ("weir", "public", {"rights": "CC BY 4.0"}),
        ("quay", "quotes", {"rights": "CC BY 4.0", "access": "quotes"}),
    ):
        answer = sent(desk, article=ARTICLE.replace("lock", source), title=source, **given)
        assert answer.status_code == 303, alert(answer)
        assert desk.rows("SELECT access FROM sources WHERE id = ?", *ids_of(desk, source)) == [(access,)]
        assert f"<dt>Shown to the public</dt><dd>{labels[access]} " in desk.get(f"/source/{ids_of(desk, source)[0]}").text


def test_an_access_that_there_is_not_is_refused_and_nothing_is_taken_in(desk: Site) -> None:
    before = desk.dump()
    answer = sent(desk, article=ARTICLE, title="The lock", access="everybody")
    assert answer.status_code == 422 and "access" in alert(answer)
    assert desk.dump() == before


@pytest.mark.thorough
def test_what_is_missing_or_there_twice_is_said_and_what_was_typed_is_kept(desk: Site) -> None:
    before = desk.dump()
    nothing = sent(desk, title="The lock")
    assert nothing.status_code == 422 and "article: is missing" in alert(nothing) and 'value="The lock"' in nothing.text
    twice = sent(desk, ("a.txt", b"Words"), article="Words")
    assert twice.status_code == 422 and "given twice" in alert(twice)
    untitled = sent(desk, article="Just one line <b>of words</b>.")
    assert untitled.status_code == 422 and "title: " in alert(untitled) and "--title" not in alert(untitled)
    assert "&lt;b&gt;of words&lt;/b&gt;" in untitled.text
    unread = sent(desk, ("a.pdf", b"%PDF-1.4 is no whole file"), title="The lock")
    assert unread.status_code == 422 and alert(unread)
    undated = sent(desk, article=ARTICLE, title="The lock", published="last week")
    assert undated.status_code == 422 and "published" in alert(undated)
    assert desk.dump() == before


def test_too_much_is_refused(desk: Site) -> None:
    most = int(desk.datasette.setting("max_post_body_bytes"))
    before = desk.dump()
    assert sent(desk, ("a.txt", b"words " * (most // 5)), title="Long").status_code == 413
    assert desk.dump() == before


def test_what_is_no_form_of_the_page_is_refused(desk: Site) -> None:
    answer = desk.post("/propose", "clerk", content=b"{}", headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


REFERENCE = (
    "@report{lock, title = {The {Lock}}, author = {Writer, Jo and {Port Society}}, editor = {Roe, Ed}, institution = {Lock Press},\r\n"
)
REFERENCE += "  date = {DATE}, doi = {10.1000/lock}, url = {https://example.org/lock}, volume = 7}\r\n"


def fields_of(answer: Response) -> dict[str, str]:
    found = re.findall(r'name="([a-z_-]+)"(?: type="[a-z]+")? value="([^"]*)"', answer.text)
    return {name: html.unescape(value) for name, value in found if name != "csrftoken"}


def test_a_pasted_reference_fills_the_empty_fields_and_gives_what_the_form_has_no_field_for(desk: Site) -> None:
    before = desk.dump()
    article = {"article": ARTICLE, "reference": REFERENCE.replace("DATE", "1956-07"), "publisher": "Harbour Gazette"}
    answer = sent(desk, **article)  # whatever the button: nobody has seen yet what it says
    assert answer.status_code == 200 and desk.dump() == before
    assert "what it says of volume is left out" in answer.text and REFERENCE.strip().splitlines()[1].strip()[-10:] in html.unescape(
        answer.text
    )
    shown = fields_of(answer)
    wanted = {"title": "The Lock", "authors": "Jo Writer; Port Society", "published": "1956-07", "url": "https://example.org/lock"}
    assert {name: shown[name] for name in wanted} == wanted and shown["publisher"] == "Harbour Gazette"
    assert re.search(r'<option value="report" selected', answer.text)
    answer = sent(desk, **article, **wanted | {"url": "", "kind": "report", "filled": shown["filled"]})  # somebody emptied the address
    assert answer.status_code == 303, alert(answer)
    source = ids_of(desk, "the-lock")[0]
    sql = "SELECT publisher_id, published, published_basis, url FROM sources WHERE id = ?"
    assert desk.rows(sql, source) == [("harbour-gazette-paper", "1956-07", "metadata", None)]
    assert desk.rows("SELECT scheme, value FROM identifiers WHERE entity_id = ?", source) == [("doi", "10.1000/lock")]
    roles = desk.rows("SELECT actor_id, role FROM source_authors WHERE source_id = ? ORDER BY position", source)
    assert [role for _, role in roles] == ["author", "author", "editor"] and roles[2][0] == "ed-roe"


def test_a_reference_that_leaves_something_open_says_so_before_anything_is_recorded(desk: Site) -> None:
    before = desk.dump()
    answer = sent(desk, article=ARTICLE, do="fill", reference=REFERENCE.replace("DATE", "3/4/1956"))
    assert "write 1956-04-03 or 1956-03-04" in alert(answer) and fields_of(answer)["title"] == "The Lock"
    for pasted, what in (
        (REFERENCE + REFERENCE.replace("lock", "gate"), "holds 2 references"),
        ("The Lock, by Jo Writer", "holds no references that can be read"),
    ):
        answer = sent(desk, article=ARTICLE, do="fill", reference=pasted)
        assert what in alert(answer) and answer.status_code == 422
        assert html.escape(pasted.splitlines()[0], quote=False)[:20] in html.unescape(answer.text)
    assert desk.dump() == before
