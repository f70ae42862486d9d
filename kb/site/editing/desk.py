"""Read and write the base as the signed-in actor: in public mode, too, the base itself and not the public edition."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from kb.base import runs, store, trial_copy
from kb.base.runs import Run
from kb.base.worker_connection import on_base
from kb.errors import BusyError, ConflictError, DataError, KbError
from kb.site import bounded
from kb.site.editing import own
from kb.site.errors import RefusedError
from kb.site.guard import permissions, roles
from kb.site.visit import Visit
from kb.workers.worker import Limits

Result = TypeVar("Result")
Given = ParamSpec("Given")


class SignInError(RefusedError):
    """Nobody is signed in (status 401)."""

    def __init__(self) -> None:
        remedy = "sign in, or send a token: Authorization: Bearer dstok_…"
        super().__init__("nobody is signed in", status=401, remedy=remedy, headers={"WWW-Authenticate": "Bearer"})


@dataclass(frozen=True)
class RunResult:
    """The result of a run: its id, or None where it changed nothing, and what the function returned."""

    run_id: str | None
    result: Any


@dataclass(frozen=True)
class Desk:
    """A visitor who may write, with the id of the contributor."""

    visit: Visit
    who: str

    @classmethod
    async def of(cls, visit: Visit, action: str | None = None) -> Desk:
        """Return the desk of a visit. Raises SignInError where nobody is signed in, RefusedError where the actor may not do this, or write at all.

        The route table says what each route takes, and `write` asks again by the kind of the run.
        """
        actor = visit.request.actor
        if not actor or actor.get("id") is None:
            raise SignInError
        desk = cls(visit, str(actor["id"]))
        if action or not any([await visit.may(each) for each in roles.OURS]):
            await desk.must(action or roles.ADD)
        return desk

    async def must(self, action: str) -> None:
        """Raise RefusedError unless the actor may do this."""
        if not await self.visit.may(action):
            role = next(name for name, allowed in roles.ROLES.items() if action in allowed)
            remedy = f"ask whoever keeps this site to start it with: kb serve --role {self.who}={role}"
            raise RefusedError(f"{self.who} may not do this here ({action})", remedy=remedy)

    async def read(
        self, function: Callable[Concatenate[sqlite3.Connection, Given], Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Return the result of `function(connection, …)` on the base, where rows are tuples, as the library expects."""

        def read_plainly(connection: sqlite3.Connection) -> Result:
            with plain(connection):
                return function(connection, *args, **kwargs)

        edition = permissions.edition_of(self.visit.datasette)
        if edition is None:
            return await self.visit.read(read_plainly)

        def read_base() -> Result:
            connection = store.connect(edition.base, readonly=True)
            try:
                return read_plainly(connection)
            finally:
                connection.close()

        return await asyncio.to_thread(read_base)

    async def check(
        self, function: Callable[Concatenate[sqlite3.Connection, Given], Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Return the result of `function(connection, …)` on the base, in a process with limits on time and memory.

        For functions that search or compare what the user sent. Raises TooSlowError at a limit.
        """
        return await bounded.call(self.visit, bounded.CHECKING, on_base, self.path, function, *args, **kwargs)

    @property
    def path(self) -> Path:
        """The file of the base itself."""
        edition = permissions.edition_of(self.visit.datasette)
        return Path(edition.base if edition else self.visit.database.path)

    async def attempt(
        self, kind: str, function: Callable[[Run], Result], *, reason: str | None = None, limits: Limits = bounded.CHECKING
    ) -> Result:
        """Return what `function(run)` returns in a run of the actor of which nothing is kept, on a copy of the base in a process with limits.

        So no writer waits for it. Raises KbError where the run itself would, TooSlowError at a limit. The function must be importable, or a partial of one.
        """
        tried = partial(own.only_own, kind=kind, function=function) if await self.changes_own_only(kind) else function
        try:
            return await bounded.call(self.visit, limits, trial_copy.attempt, self.path, kind, self.who, reason, tried)
        except UnicodeEncodeError as error:
            raise as_kb_error(error) from error

    async def changes_own_only(self, kind: str) -> bool:
        """Return whether the actor's role allows a run of this kind for their own rows only. Raises RefusedError where it does not allow it at all."""
        await self.must(roles.NEEDED.get(kind, roles.CHANGE))
        if permissions.edition_of(self.visit.datasette) is None and not self.visit.database.is_mutable:
            raise RefusedError("this base may only be read", remedy="whoever keeps it can make its file and folder writable")
        return kind in roles.OWN_ONLY and not await self.visit.may(roles.CHANGE)

    async def write(self, kind: str, function: Callable[[Run], Any], *, reason: str | None = None) -> RunResult:
        """Call `function(run)` in one run of the actor, and return its result.

        Raises KbError, and the base is then unchanged, also where the actor's role does not allow this kind.
        """
        work_in_run = partial(own.only_own, kind=kind, function=function) if await self.changes_own_only(kind) else function

        def work(connection: sqlite3.Connection) -> RunResult | Exception:
            with plain(connection):
                try:
                    with runs.begin(connection, kind, contributor=self.who, reason=reason) as run:
                        result = work_in_run(run)
                    return RunResult(kept_id(connection, run), result)
                except (KbError, sqlite3.Error, UnicodeEncodeError) as error:  # returned, since Datasette prints what is raised
                    return error

        edition = permissions.edition_of(self.visit.datasette)
        if edition is None:
            result = await self.visit.database.execute_write_fn(work, transaction=False)
        else:
            result = await asyncio.to_thread(on_file, edition.base, work)
            if isinstance(result, RunResult) and result.run_id:
                await edition.refresh()
        if isinstance(result, Exception):
            raise as_kb_error(result)
        run: RunResult = result
        return run


def kept_id(connection: sqlite3.Connection, run: Run) -> str | None:
    """Return the id of a run, or None where it changed nothing and so was not kept."""
    kept = connection.execute("SELECT 1 FROM runs WHERE id = ?", (run.id,)).fetchone()
    return run.id if kept else None


def on_file(path: Any, work: Callable[[sqlite3.Connection], Any]) -> Any:
    """Call a function with a connection of its own to the base."""
    connection = store.connect(path)
    try:
        return work(connection)
    finally:
        connection.close()


@contextmanager
def plain(connection: sqlite3.Connection) -> Iterator[None]:
    """Let the connection return tuples within the block, since the sqlite3.Row of Datasette cannot be compared with tuples."""
    before, connection.row_factory = connection.row_factory, None
    try:
        yield
    finally:
        connection.row_factory = before


def as_kb_error(error: Exception) -> KbError:
    """Return the error that stopped a run as one with a remedy."""
    if isinstance(error, sqlite3.Error):
        error = store.refused(error)
    if isinstance(error, UnicodeEncodeError):
        return DataError("the text holds half of a surrogate pair", remedy="give well-formed Unicode")
    assert isinstance(error, KbError)
    return error


def status_of(error: KbError) -> int:
    """Return the HTTP status of an error in writing."""
    known = {ConflictError: 409, BusyError: 503}
    if isinstance(error, RefusedError):
        return error.status
    return next((status for kind, status in known.items() if isinstance(error, kind)), getattr(error, "status", 422))
