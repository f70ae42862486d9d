"""How to read this site, on one page, with every special word and how dates are written; and what robots may read."""

from __future__ import annotations

import sqlite3

from datasette.utils.asgi import Response

from kb.base.model import Row
from kb.site.guard import permissions
from kb.site.page_data import count, words
from kb.site.visit import Visit

# The words that a reader meets on pages, by field of the vocabulary, with what they are words of.
GLOSSARY = (
    ("assertions.stance", "Stance: whether a voice stands by the claim"),
    ("assertions.certainty", "Certainty: how surely"),
    ("assertions.act", "Act: what a voice does in saying it"),
    ("assertions.derivation", "How the words carry it"),
    ("claims.kind", "Kind of claim"),
    ("claims.status", "Status: whether a person has checked the words"),
    ("events.actuality", "Whether an event is said to have happened"),
    ("relations.relation", "How two claims stand to each other"),
    ("relations.comparable", "Why two claims may not be comparable"),
    ("quantities.comparison", "How a number is meant"),
    ("actors.anonymity", "Whether a speaker is named"),
    ("mentions.sense", "What a name stands for"),
    ("sources.access", "What the public may see of a source"),
    ("sources.published_basis", "How a date is known"),
    ("runs.kind", "Kind of change"),
)
# Dates as texts give them (EDTF): the page spells each out.
DATES = ("2021", "2021-10", "2021-10-23", "2021~", "2021?", "192X", "2021/2041", "2021/2041~", "1969/..", "../2001")
PRIVATE = "SELECT count(*) FROM sources WHERE access <> 'public' AND snapshot_id IS NOT NULL"
NOT_FOR_ROBOTS = (
    "/-/",
    "/add",
    "/api/",
    "/change/",
    "/changes",
    "/conflicts",
    "/merge/",
    "/propose",
    "/record/",
    "/review",
    "/search",
    "/sign-in",
    "/sparql",
)


def read(connection: sqlite3.Connection) -> Row:
    """The glossary, field by field, in the order of the page."""
    known = words(connection)
    return {"glossary": [(field, title, known[field].values()) for field, title in GLOSSARY if field in known], "dates": DATES}


async def view(visit: Visit) -> Response:
    """Answers with the page on how to read this site."""
    return await visit.page("kb/about.html", **await visit.read(read))


async def robots(visit: Visit) -> Response:
    """Answers with robots.txt: nothing where texts are shown that are not for the public, else the pages that hold still."""
    whole_base = not permissions.is_public(visit.datasette)
    closed = whole_base and await visit.read(count, PRIVATE) > 0
    paths = ("/",) if closed else (*NOT_FOR_ROBOTS, *(f"/{database.name}" for database in [visit.database]))
    lines = [f"Disallow: {visit.addresses.path(path)}" for path in paths]
    return Response.text("\n".join(["User-agent: *", *lines, ""]))
