"""Reading and writing the base itself as the signed-in actor. In public mode the pages show the public edition; this still means the base."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from kb import settled, store
from kb.errors import DataError, KbError
from kb.site import access
from kb.site.errors import RefusedError
from kb.site.visit import Visit

Result = TypeVar("Result")
Given = ParamSpec("Given")


class SignInError(RefusedError):
    """Nobody is signed in; status 401."""

    def __init__(self) -> None:
        remedy = "sign in, or send a token: Authorization: Bearer dstok_…"
        super().__init__("nobody is signed in", status=401, remedy=remedy, headers={"WWW-Authenticate": "Bearer"})


class ConflictError(DataError):
    """What was asked for contradicts what the base holds by now; status 409."""

    @classmethod
    def of(cls, error: KbError) -> ConflictError:
        return cls(error.what, where=error.where, remedy=error.remedy)


class BusyError(DataError):
    """Somebody else is writing to the file; status 503."""


@dataclass(frozen=True)
class Done:
    """What came of a run: its id (None when it changed nothing), and what the function returned."""

    run_id: str | None
    result: Any


@dataclass(frozen=True)
class Desk:
    """One visitor who may write."""

    visit: Visit
    who: str

    @classmethod
    async def of(cls, visit: Visit) -> Desk:
        """Refused with 401 where nobody is signed in, with 403 where the one who is may not add facts."""
        actor = visit.request.actor
        if not actor or actor.get("id") is None:
            raise SignInError
        if not await visit.may(access.ADD):
            remedy = "ask whoever keeps this site to start it with: kb serve --writer " + str(actor["id"])
            raise RefusedError(f"{actor['id']} may not add facts here", remedy=remedy)
        return cls(visit, str(actor["id"]))

    async def read(
        self, function: Callable[Concatenate[sqlite3.Connection, Given], Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Run `function(connection, …)` on the base; rows are tuples, as the library expects."""

        def read_plainly(connection: sqlite3.Connection) -> Result:
            with plain(connection):
                return function(connection, *args, **kwargs)

        edition = access.edition_of(self.visit.datasette)
        if edition is None:
            return await self.visit.read(read_plainly)

        def read_base() -> Result:
            connection = store.connect(edition.base, readonly=True)
            try:
                return read_plainly(connection)
            finally:
                connection.close()

        return await asyncio.to_thread(read_base)

    async def write(self, kind: str, function: Callable[[sqlite3.Connection, str], Any], *, reason: str | None = None) -> Done:
        """Run `function(connection, run_id)` in one run of the actor's: all of it or nothing. Refusals are raised here, as KbErrors."""

        def work(connection: sqlite3.Connection) -> Done | Exception:
            with plain(connection):
                try:
                    return in_run(connection, kind, self.who, reason, function)
                except (KbError, sqlite3.Error, UnicodeEncodeError) as error:  # returned, as Datasette would print what is raised
                    return error

        edition = access.edition_of(self.visit.datasette)
        if edition is None:
            if not self.visit.database.is_mutable:
                raise RefusedError("this base may only be read", remedy="whoever keeps it can make its file and folder writable")
            done = await self.visit.database.execute_write_fn(work, transaction=False)
        else:
            done = await asyncio.to_thread(on_file, edition.base, work)
            if isinstance(done, Done) and done.run_id:
                await edition.refresh()
        if isinstance(done, Exception):
            raise told(done)
        result: Done = done
        return result


def in_run(
    connection: sqlite3.Connection, kind: str, who: str, reason: str | None, function: Callable[[sqlite3.Connection, str], Any]
) -> Done:
    with store.run(connection, kind, contributor=who, reason=reason) as run_id:
        result = function(connection, run_id)
        settled.refuse_unsettled(connection)
    kept = connection.execute("SELECT 1 FROM runs WHERE id = ?", (run_id,)).fetchone()
    return Done(run_id if kept else None, result)


def on_file(path: Any, work: Callable[[sqlite3.Connection], Any]) -> Any:
    connection = store.connect(path)
    try:
        return work(connection)
    finally:
        connection.close()


@contextmanager
def plain(connection: sqlite3.Connection) -> Iterator[None]:
    """Rows as tuples meanwhile: Datasette's are sqlite3.Row, which cannot be compared with tuples."""
    before, connection.row_factory = connection.row_factory, None
    try:
        yield
    finally:
        connection.row_factory = before


def told(error: Exception) -> KbError:
    """What stopped a run, as an error with a remedy."""
    if isinstance(error, sqlite3.Error):
        error = store.refused(error)
    if isinstance(error, UnicodeEncodeError):
        return DataError("the words hold half a character", remedy="give well-formed Unicode")
    assert isinstance(error, KbError)
    if error.what == "somebody else is writing to this base":
        return BusyError(error.what, remedy=error.remedy)
    return error


def status_of(error: KbError) -> int:
    """The HTTP status of a refusal by the writing side."""
    known = {ConflictError: 409, BusyError: 503}
    if isinstance(error, RefusedError):
        return error.status
    return next((status for kind, status in known.items() if isinstance(error, kind)), getattr(error, "status", 422))
