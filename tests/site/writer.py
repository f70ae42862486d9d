"""A running site over one base that may be written to, asked one request at a time, as somebody or as nobody."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

from datasette.app import Datasette
from httpx import Response

import kb.site

Result = TypeVar("Result")
SECRET = "a secret for the tests"


class Desk:
    """The site, its loop, and the base behind it."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.path = path
        self.loop = asyncio.new_event_loop()
        self.datasette: Datasette = kb.site.app(path, secret=SECRET, **{"writers": ["clerk"], **options})
        self.datasette.root_enabled = True
        self.run(self.datasette.invoke_startup)

    def run(self, work: Callable[[], Awaitable[Result]]) -> Result:
        async def inner() -> Result:
            return await work()

        return self.loop.run_until_complete(inner())

    def get(self, path: str, who: str | None = None, **more: Any) -> Response:
        return self.ask("get", path, who, **more)

    def post(self, path: str, who: str | None = None, **more: Any) -> Response:
        return self.ask("post", path, who, **more)

    def ask(self, method: str, path: str, who: str | None, **more: Any) -> Response:
        actor = {"actor": {"id": who}} if who else {}
        answer: Response = self.run(lambda: getattr(self.datasette.client, method)(path, **actor, **more))
        return answer

    def token(self, who: str, **more: Any) -> dict[str, str]:
        """The header that signs a program in."""
        made = self.run(lambda: self.datasette.create_token(who, **more))
        return {"Authorization": f"Bearer {made}"}

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def dump(self) -> list[str]:
        """Everything the base holds."""
        connection = sqlite3.connect(self.path)
        try:
            return list(connection.iterdump())
        finally:
            connection.close()

    def close(self) -> None:
        self.datasette.close()
        self.loop.close()
