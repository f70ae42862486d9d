"""Somebody who decides on proposals through the forms of the page."""

from __future__ import annotations

import html
import re

from httpx import Response

from kb.site.review import batch
from tests.harness.page import Page
from tests.harness.site import Site
from tests.site.queue import Found


class Reviewer:
    """Somebody at the page, whose browser keeps the cookie of the batch."""

    def __init__(self, desk: Site, who: str = "clerk") -> None:
        self.desk, self.who, self.cookies = desk, who, dict[str, str]()

    def get(self, path: str = "/review") -> Response:
        return self.desk.get(path, self.who, cookies=self.cookies)

    def form(self, found: Found, **typed: str) -> dict[str, str]:
        """The form of this proposal's page as a browser sends it, with what is typed."""
        page = self.get(f"/review?at={self.id_of(found)}").text
        form = page[page.index('id="accept"') : page.index("</form>", page.index('id="accept"'))]
        given = {
            one["name"]: one.get("value", "")
            for one in Page(form + "</form>" if "<form" in form else f"<form {form}</form>").all("input")
            if "name" in one
        }
        given = {name: value for name, value in given.items() if name not in ("drop", "claim_id")}
        areas = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>(.*?)</textarea>', form, re.DOTALL)
        chosen = re.findall(r'<select[^>]* name="([\w-]+)">(.*?)</select>', form, re.DOTALL)
        picked = {name: re.findall(r'value="([\w-]*)"(?: selected)', options) for name, options in chosen}
        return (
            given
            | {name: html.unescape(words) for name, words in areas}
            | {name: one[0] if one else "" for name, one in picked.items()}
            | typed
        )

    def id_of(self, found: Found) -> str:
        sql = "SELECT id FROM proposals WHERE exact = ? AND speaker IS ?"
        return str(self.desk.rows(sql, found.words, found.speaker)[0][0])

    def decide(self, do: str, found: Found, query: str = "", **typed: str) -> Response:
        return self.send({**self.form(found), **typed, "do": do}, query)

    def send(self, form: dict[str, str], query: str = "") -> Response:
        answer = self.desk.post("/review" + query, self.who, data=form, cookies=self.cookies)
        self.cookies |= {name: value for name, value in answer.cookies.items() if name == batch.COOKIE}
        return answer

    def status(self, found: Found) -> str:
        return str(self.desk.rows("SELECT status FROM proposals WHERE id = ?", self.id_of(found))[0][0])


def plain(answer: Response) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", answer.text))


def alert(answer: Response) -> str:
    found = re.search(r'role="alert".*?</div>', answer.text, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", found[0])) if found else ""
