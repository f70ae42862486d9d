"""A site over one base, read one page at a time, and what can be asked of a page."""

from __future__ import annotations

import asyncio
import html.parser
import re
from pathlib import Path
from typing import Any

from httpx import Response

import kb.site


class Reader:
    """A running site; `get` asks as somebody who is not signed in."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.loop = asyncio.new_event_loop()
        self.datasette = kb.site.app(path, **options)
        self.base = path.stem
        self.loop.run_until_complete(self.datasette.invoke_startup())

    def get(self, path: str, **options: Any) -> Response:
        answer: Response = self.loop.run_until_complete(self.datasette.client.get(path, **options))
        return answer

    def page(self, path: str, status: int = 200) -> Page:
        answer = self.get(path)
        assert answer.status_code == status, f"{path}: {answer.status_code}\n{answer.text[:500]}"
        return Page(answer.text)

    def close(self) -> None:
        self.datasette.close()
        self.loop.close()


class Page(html.parser.HTMLParser):
    """An HTML page, taken apart: its text, its links, its ids, and every element with its attributes."""

    VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.markup, self.words = markup, list[str]()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.marked: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert tag in self.open, f"</{tag}> closes nothing"
        while self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "script" not in self.open and "style" not in self.open:
            self.words.append(data)
        if "mark" in self.open:
            self.marked[-1] += data

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))

    @property
    def links(self) -> list[str]:
        return [attributes["href"] for tag, attributes in self.elements if tag == "a" and "href" in attributes]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]
