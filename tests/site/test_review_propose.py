"""The page on which an article is taken in: pasted or uploaded, it becomes a source in one run, and what it may claim waits for a person."""

from __future__ import annotations

import html
import re

import pytest
from httpx import Response

from tests.site.writer import Desk

ARTICLE = "The pilot said that the lock is too narrow. “Nobody listens to us,” the captain said.\n\nThe lock was built in 1931."
QUEUED = "SELECT count(*) FROM proposals JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = ? AND status = 'waiting'"


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No model is loaded: which proposals come is not what these tests are about."""
    monkeypatch.setenv("KB_MODEL", "none")


def sent(desk: Desk, file: tuple[str, bytes] | None = None, **fields: str) -> Response:
    """The form as a browser sends it; without a file its field is there and empty."""
    return desk.post("/propose", "clerk", data=fields, files={"file": file or ("", b"")})


def alert(answer: Response) -> str:
    found = re.search(r'role="alert".*?</div>', answer.text, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", found[0])) if found else ""


def test_a_pasted_article_becomes_a_source_whose_proposals_wait(desk: Desk) -> None:
    claims = desk.rows("SELECT count(*) FROM claims")
    answer = sent(
        desk, article=ARTICLE.replace("\n", "\r\n"), title="The lock", authors="Jo Writer; Port Society", published="1956-07", url=""
    )
    assert answer.status_code == 303, alert(answer)
    assert answer.headers["location"] == "/review?source=the-lock&order=text"
    assert desk.rows("SELECT published FROM sources WHERE id = 'the-lock'") == [("1956-07",)]
    assert desk.rows("SELECT count(*) FROM source_authors WHERE source_id = 'the-lock'") == [(2,)]
    assert desk.rows("SELECT text FROM snapshots WHERE source_id = 'the-lock'") == [(ARTICLE,)]
    assert desk.rows(QUEUED, "the-lock")[0][0] >= 2
    assert desk.rows("SELECT count(*) FROM claims") == claims  # nothing unseen is ever accepted
    assert desk.rows("SELECT count(*) FROM runs WHERE kind = 'propose'") == [(1,)]
    page = desk.get(answer.headers["location"], "clerk").text
    assert "The lock" in page and "Proposal 1 of" in page


def test_a_file_is_read_by_its_name_and_the_same_again_adds_nothing(desk: Desk) -> None:
    pytest.importorskip("markdown_it", reason="Markdown comes with the extra read")
    answer = sent(desk, ("lock.md", b"# The lock\n\nThe pilot said that the lock is too narrow.\n"), rights="CC BY 4.0")
    assert answer.status_code == 303, alert(answer)
    assert desk.rows("SELECT title, rights FROM sources WHERE id = 'the-lock'") == [("The lock", "CC BY 4.0")]
    before = desk.dump()
    assert sent(desk, ("lock.md", b"# The lock\n\nThe pilot said that the lock is too narrow.\n")).status_code == 303
    assert desk.dump() == before


def test_what_is_missing_or_there_twice_is_said_and_what_was_typed_is_kept(desk: Desk) -> None:
    before = desk.dump()
    nothing = sent(desk, title="The lock")
    assert nothing.status_code == 422 and "article: is missing" in alert(nothing) and 'value="The lock"' in nothing.text
    twice = sent(desk, ("a.txt", b"Words"), article="Words")
    assert twice.status_code == 422 and "there twice" in alert(twice)
    untitled = sent(desk, article="Just one line <b>of words</b>.")
    assert untitled.status_code == 422 and "title: " in alert(untitled) and "--title" not in alert(untitled)
    assert "&lt;b&gt;of words&lt;/b&gt;" in untitled.text
    unread = sent(desk, ("a.pdf", b"%PDF-1.4 is no whole file"), title="The lock")
    assert unread.status_code == 422 and alert(unread)
    undated = sent(desk, article=ARTICLE, title="The lock", published="last week")
    assert undated.status_code == 422 and "published" in alert(undated)
    assert desk.dump() == before


def test_too_much_is_refused(desk: Desk) -> None:
    most = int(desk.datasette.setting("max_post_body_bytes"))
    before = desk.dump()
    assert sent(desk, ("a.txt", b"words " * (most // 5)), title="Long").status_code == 413
    assert desk.dump() == before


def test_what_is_no_form_of_the_page_is_refused(desk: Desk) -> None:
    answer = desk.post("/propose", "clerk", content=b"{}", headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
