"""A running site over one base, asked one request at a time, as somebody or as nobody."""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from types import CodeType
from typing import Any, TypeVar

import jinja2
from datasette.app import Datasette
from datasette.utils.internal_db import init_internal_db
from httpx import Response
from jinja2.bccache import Bucket

import kb.site
from kb.site import bounded, serve
from kb.site.guard import connection
from tests.harness.memory import LIMITED
from tests.harness.page import Page
from tests.harness.patience import within
from tests.harness.shared_worker import shared_worker

Result = TypeVar("Result")
SECRET = "a secret for the tests"
WRITERS = ["clerk"]
if LIMITED not in os.environ:
    connection.MOST_HEAP = 0  # no limit


bounded.make_worker = shared_worker
# The limits keep other readers from waiting. A test that is no test of them must not fail because the machine is busy.
bounded.CHECKING = dataclasses.replace(bounded.CHECKING, seconds=within(bounded.CHECKING.seconds))
PATIENT = {"sql_time_limit_ms": int(within(serve.SETTINGS["sql_time_limit_ms"]))}


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of each template by its name and source, so that a hundred sites compile it once."""

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key, bucket.checksum] = bucket.code


COMPILED = CompiledTemplates()


@functools.cache
def internal_database() -> bytes:
    """Datasette's own database as it is before anything is known of a base, so that a hundred sites make it once."""
    datasette = Datasette()
    database = datasette.get_internal_database()
    asyncio.run(init_internal_db(database))
    made = database.path
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = Path(made).read_bytes()
    datasette.close()
    return whole


class Site:
    """A Datasette over one base as `kb serve` starts it, but patient, its event loop, and the base behind it; `options` are those of kb.site.app."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.path = path
        self.name = path.stem
        settings = {**PATIENT, **options.pop("settings", {})}
        self.datasette: Datasette = kb.site.app(path, secret=SECRET, settings=settings, **{"writers": WRITERS, **options})
        self.start()

    @classmethod
    def of(cls, datasette: Datasette, path: Path) -> Site:
        """A site that the test has configured itself."""
        site = cls.__new__(cls)
        site.path, site.name, site.datasette = path, path.stem, datasette
        site.start()
        return site

    def start(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.beside: sqlite3.Connection | None = None
        self.datasette.root_enabled = True
        self.datasette._jinja_env.bytecode_cache = COMPILED
        own = self.datasette.get_internal_database()
        if own.is_temp_disk:
            Path(own.path).write_bytes(internal_database())
        self.run(self.datasette.invoke_startup)
        app = self.datasette.app()
        self.datasette.app = lambda: app  # as a server has it: Datasette's own client would make all routes anew for each request

    def run(self, work: Callable[[], Awaitable[Result]]) -> Result:
        async def inner() -> Result:
            return await work()

        return self.loop.run_until_complete(inner())

    def ask(self, path: str, method: str = "get", who: str | None = None, **more: Any) -> Response:
        """The answer to one request; `who` is the id of whoever is signed in, `more` goes to httpx as it is."""
        actor = {"actor": {"id": who}} if who else {}
        answer: Response = self.run(lambda: getattr(self.datasette.client, method)(path, **actor, **more))
        return answer

    def get(self, path: str, who: str | None = None, **more: Any) -> Response:
        return self.ask(path, "get", who, **more)

    def post(self, path: str, who: str | None = None, **more: Any) -> Response:
        return self.ask(path, "post", who, **more)

    def page(self, path: str, status: int = 200) -> Page:
        """The page that somebody who is not signed in is shown."""
        answer = self.get(path)
        assert answer.status_code == status, f"{path}: {answer.status_code}\n{answer.text[:500]}"
        return Page(answer.text)

    def token(self, who: str, **more: Any) -> dict[str, str]:
        """The header that signs a program in."""
        token = self.run(lambda: self.datasette.create_token(who, **more))
        return {"Authorization": f"Bearer {token}"}

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """What the base holds now, read past the site by a connection that is kept: to open one, SQLite parses every law."""
        if self.beside is None:
            self.beside = sqlite3.connect(self.path)
        return self.beside.execute(sql, parameters).fetchall()

    def one(self, sql: str, *parameters: object) -> Any:
        """The first column of the first row."""
        return self.rows(sql, *parameters)[0][0]

    def dump(self) -> list[str]:
        """Everything the base holds, as SQL."""
        with closing(sqlite3.connect(self.path)) as connection:
            return list(connection.iterdump())

    def close(self) -> None:
        self.run(self.datasette.invoke_shutdown)
        self.datasette.close()
        self.loop.close()
        if self.beside is not None:
            self.beside.close()
