"""Sign in with a token of this site, for a session that lasts as long as the token and has the same permissions.

Whoever fails several times waits, as does everybody else from the same address of the network.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from datasette.tokens import TokenInvalid
from datasette.utils.asgi import Response

from kb.site.editing import forms
from kb.site.errors import RefusedError
from kb.site.visit import Visit

if TYPE_CHECKING:
    from datasette.app import Datasette

A_DAY = 24 * 3600
TRIES = 10  # that may fail
WITHIN = 300  # seconds
MOST_CLIENTS = 10_000  # of whom failed tries are remembered


class Failures:
    """The times of failed tries by client, those of the last WITHIN seconds."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}

    def wait(self, client: str, now: float) -> int:
        """The seconds that a client has to wait before the next try, 0 for none."""
        times = [time for time in self.times.get(client, ()) if time > now - WITHIN]
        return math.ceil(times[-TRIES] + WITHIN - now) if len(times) >= TRIES else 0

    def add(self, client: str, now: float) -> None:
        """Remember a failed try."""
        if len(self.times) >= MOST_CLIENTS:
            self.times = {who: times for who, times in self.times.items() if times[-1] > now - WITHIN}
        self.times.setdefault(client, []).append(now)
        self.times[client] = self.times[client][-TRIES:]


def failures_of(datasette: Datasette) -> Failures:
    """The failed tries at this site."""
    found: Failures | None = getattr(datasette, "kb_failed_sign_ins", None)
    if found is None:
        found = Failures()
        setattr(datasette, "kb_failed_sign_ins", found)  # noqa: B010 - Datasette knows no such attribute
    return found


async def view(visit: Visit) -> Response:
    """GET shows the form, and POST exchanges a token for a cookie. The root actor uses the link that the site printed at its start."""
    if visit.request.method != "POST":
        return await visit.page("kb/add_sign_in.html", error="", after=here_only(visit.arg("next")))
    form, failures = await forms.received(visit.request), failures_of(visit.datasette)
    if seconds := failures.wait(visit.client, time.monotonic()):
        raise RefusedError("too many tries", status=429, remedy=f"try again in {seconds} seconds", headers={"Retry-After": str(seconds)})
    try:
        actor = await visit.datasette.verify_token(form["token"])
    except TokenInvalid:
        actor = None
    if not actor or actor.get("id") is None:
        failures.add(visit.client, time.monotonic())
        error = "This is no token of this site, or it has expired."
        return await visit.page("kb/add_sign_in.html", status=401, error=error, after=here_only(form["next"]))
    response = Response.redirect(here_only(form["next"]) or visit.addresses.home(), status=303)
    left = int(actor["token_expires"] - time.time()) if actor.get("token_expires") else A_DAY
    visit.datasette.set_actor_cookie(response, actor, expire_after=max(1, min(left, A_DAY)))
    return response


def here_only(address: str) -> str:
    """The address to go on to after signing in if it is a path of this site, else an empty one: no link leads from here to another site."""
    return address if address.startswith("/") and address[1:2] not in ("/", "\\") and address.isprintable() else ""
