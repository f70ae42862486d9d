"""Signing in with a token that the site's owner made for somebody; the session lasts as long as the token, and may do no more."""

from __future__ import annotations

import time

from datasette.tokens import TokenInvalid
from datasette.utils.asgi import Response

from kb.site.visit import Visit
from kb.site.writing import forms

A_DAY = 24 * 3600


async def view(visit: Visit) -> Response:
    """GET the form; POST a token for a cookie. Whoever was named root at the start uses the link that was printed then."""
    if visit.request.method != "POST":
        return await visit.page("kb/add_sign_in.html", error="")
    form = await forms.received(visit.request)
    try:
        actor = await visit.datasette.verify_token(form["token"])
    except TokenInvalid:
        actor = None
    if not actor or actor.get("id") is None:
        error = "This is no token of this site, or it has expired."
        return await visit.page("kb/add_sign_in.html", status=401, error=error)
    response = Response.redirect(visit.addresses.home(), status=303)
    left = int(actor["token_expires"] - time.time()) if actor.get("token_expires") else A_DAY
    visit.datasette.set_actor_cookie(response, actor, expire_after=max(1, min(left, A_DAY)))
    return response
