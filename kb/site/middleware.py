"""What stands around the whole application: security headers, each client's share of the threads, links to triples, and CORS."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from kb.site import routes, shares
from kb.site.asgi import App
from kb.site.guard import cors, headers
from kb.site.linked_data import link_header

if TYPE_CHECKING:
    from datasette.app import Datasette


def wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Datasette's hook asgi_wrapper, with the security headers outermost, so that every response carries them."""
    guarded = headers.guard(datasette, is_our_page)
    return lambda app: guarded(shares.sharing(link_header.linking(datasette, cors.opening(datasette, app))))


def is_our_page(path: str) -> bool:
    """Whether a path is one of our routes, whose pages hold no script or style of their own."""
    return any(re.match(route.pattern, path) for route in routes.ROUTES)
