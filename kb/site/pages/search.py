"""In the making."""

from __future__ import annotations

from datasette.utils.asgi import Response

from kb.site.visit import Visit


async def view(visit: Visit) -> Response:
    """In the making."""
    return await visit.page("kb/error.html", status=200, heading="search", what="in the making")
