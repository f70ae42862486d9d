"""A request to one of our pages, with its parameters, reads from the base, and responses by a template."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from datasette.resources import DatabaseResource
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Response

from kb.site.errors import RefusedError
from kb.site.urls import Addresses

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.utils.asgi import Request

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


def plain(value: str) -> str:
    """The value of a parameter without surrounding white space and without NUL, at which SQLite's full-text queries would end."""
    return str(value).replace("\0", "").strip()


@dataclass
class Visit:
    """What a view receives. `parts` are the named groups of the route's pattern, decoded."""

    datasette: Datasette
    database: Database
    request: Request
    send: Callable[[dict[str, Any]], Awaitable[None]]
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def addresses(self) -> Addresses:
        """The addresses of this site."""
        return Addresses(self.datasette)

    def arg(self, name: str, default: str = "") -> str:
        """The last value of a query parameter, without surrounding white space."""
        values = self.request.args.getlist(name)
        return plain(values[-1]) if values else default

    def args(self, name: str) -> list[str]:
        """The values of a query parameter that are not empty, each once."""
        return list(dict.fromkeys(value for value in map(plain, self.request.args.getlist(name)) if value))

    async def read(
        self, function: Callable[Concatenate[sqlite3.Connection, Arguments], Result], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Result:
        """The result of `function(connection, …)`, run in Datasette's read thread within the site's time limit. Rows are sqlite3.Row."""
        limit = self.datasette.setting("sql_time_limit_ms")

        def bounded(connection: sqlite3.Connection) -> Result:
            with sqlite_timelimit(connection, limit):
                return function(connection, *args, **kwargs)

        result: Result = await self.database.execute_fn(bounded)
        return result

    @property
    def client(self) -> str:
        """Who asks, namely the actor who is signed in, or else the address of the network."""
        actor = self.request.actor
        if actor and actor.get("id") is not None:
            return f"actor {actor['id']}"
        return f"address {(self.request.scope.get('client') or ('unknown',))[0]}"

    async def unless_gone(self, work: Coroutine[Any, Any, Result]) -> Result:
        """The result of `work`, which is cancelled when the client closes the connection. The body must have been read before."""
        task, gone = asyncio.ensure_future(work), asyncio.ensure_future(disconnected(self.request))
        try:
            await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise RefusedError("the client has gone", status=499)
            return task.result()
        finally:
            gone.cancel()
            if task.cancel():
                await asyncio.wait({task})
            await end(gone)

    async def page(self, template: str, *, status: int = 200, headers: dict[str, str] | None = None, **context: Any) -> Response:
        """An HTML page from one of our templates, in which `base` is the name of the database, and `may_change` whether the visitor may change it."""
        may_change = self.request.actor is not None and await self.may("add-facts")
        context = {"base": self.database.name, "may_change": may_change, **context}
        html = await self.datasette.render_template(template, context, request=self.request, view_name="kb")
        return Response.html(html, status=status, headers=headers)

    async def may(self, action: str) -> bool:
        """Whether the client may do this to the base."""
        allowed = await self.datasette.allowed(action=action, resource=DatabaseResource(self.database.name), actor=self.request.actor)
        return bool(allowed)

    async def must(self, action: str) -> None:
        """Refuse with 403 unless the client may do this to the base."""
        await self.datasette.ensure_permission(action=action, resource=DatabaseResource(self.database.name), actor=self.request.actor)


async def end(task: asyncio.Task[None]) -> None:
    """Cancel a task that only waits, as often as something on the way takes the cancellation for its own."""
    while not task.done():
        task.cancel()
        await asyncio.sleep(0)


async def disconnected(request: Request) -> None:
    """Wait until the client closes the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


View = Callable[[Visit], Awaitable[Response | None]]
