"""One request to one of our pages: what was asked, reading from the base, and answering with a template."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from datasette.resources import DatabaseResource
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Response

from kb.site.addresses import Addresses

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.utils.asgi import Request

Result = TypeVar("Result")
Given = ParamSpec("Given")


def plain(value: str) -> str:
    """A value of the query without blanks around it and without NUL, at which SQLite's full-text queries end."""
    return str(value).replace("\0", "").strip()


@dataclass
class Visit:
    """What a view is given. `parts` are the named groups of the route's pattern, decoded; `args` the query."""

    datasette: Datasette
    database: Database
    request: Request
    send: Callable[[dict[str, Any]], Awaitable[None]]
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def addresses(self) -> Addresses:
        return Addresses(self.datasette)

    def arg(self, name: str, default: str = "") -> str:
        """The last value of a query parameter, without blanks around it."""
        values = self.request.args.getlist(name)
        return plain(values[-1]) if values else default

    def args(self, name: str) -> list[str]:
        """Every value of a query parameter that is not empty, each once."""
        return list(dict.fromkeys(value for value in map(plain, self.request.args.getlist(name)) if value))

    async def read(
        self, function: Callable[Concatenate[sqlite3.Connection, Given], Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Run `function(connection, …)` in Datasette's read thread, within the site's time limit. Rows are sqlite3.Row."""
        limit = self.datasette.setting("sql_time_limit_ms")

        def bounded(connection: sqlite3.Connection) -> Result:
            with sqlite_timelimit(connection, limit):
                return function(connection, *args, **kwargs)

        result: Result = await self.database.execute_fn(bounded)
        return result

    async def page(self, template: str, *, status: int = 200, headers: dict[str, str] | None = None, **context: Any) -> Response:
        """An HTML page from one of our templates; `base` in it is the database's name."""
        context = {"base": self.database.name, **context}
        html = await self.datasette.render_template(template, context, request=self.request, view_name="kb")
        return Response.html(html, status=status, headers=headers)

    async def may(self, action: str) -> bool:
        """Whether the one who asks may do this to the base."""
        allowed = await self.datasette.allowed(action=action, resource=DatabaseResource(self.database.name), actor=self.request.actor)
        return bool(allowed)

    async def must(self, action: str) -> None:
        """Refuse with 403 unless the one who asks may do this to the base."""
        await self.datasette.ensure_permission(action=action, resource=DatabaseResource(self.database.name), actor=self.request.actor)


View = Callable[[Visit], Awaitable[Response | None]]
