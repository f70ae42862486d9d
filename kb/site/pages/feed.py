"""Atom feeds of new and changed claims: of the whole base, of a source, an actor, thing or event, and of a question's answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from xml.etree import ElementTree

from datasette.utils.asgi import Response

from kb.ask import parameters
from kb.base.model import Row
from kb.errors import UsageError
from kb.site import cite
from kb.site.errors import MissingError
from kb.site.linked_data.documents import base_of
from kb.site.page_data import column, first_row, listed, quoted_rows, rows
from kb.site.pages import question
from kb.site.pages.claim import FIRST_QUOTE
from kb.site.visit import Visit

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
ENTRIES = 50
MOST_CLAIMS = 20_000  # whose changes one feed follows
# When claims were recorded, got another voice, or were changed, the latest first. {only} limits them to the claims of the feed.
CHANGES = (
    "SELECT id, recorded_at AS at FROM claims WHERE {only} ORDER BY recorded_at DESC LIMIT ?2",
    "SELECT claim_id AS id, recorded_at AS at FROM assertions WHERE {only_claims} ORDER BY recorded_at DESC LIMIT ?2",
    "SELECT row_id AS id, at FROM revisions WHERE table_name = 'claims' AND {only_rows} ORDER BY seq DESC LIMIT ?2",
    "SELECT claim_id AS id, at FROM revisions JOIN assertions ON assertions.id = row_id WHERE table_name = 'assertions' AND {only_claims} ORDER BY seq DESC LIMIT ?2",
)
CLAIM = "SELECT id, text, status FROM claims WHERE id = ? AND status <> 'proposed'"
# Of a work without a text, what others report from it, as its page lists it.
OF_SOURCE = """
SELECT DISTINCT claim_id FROM assertions WHERE source_id = ?1
  OR (work_id = ?1 AND EXISTS (SELECT 1 FROM sources WHERE id = ?1 AND snapshot_id IS NULL)) LIMIT ?2"""
OF_ENTITY = "SELECT DISTINCT claim_id FROM entity_claims WHERE entity_id = ? LIMIT ?"
ENTITY = "SELECT label FROM entities WHERE id = ? AND kind = ?"


def entries(connection: sqlite3.Connection, claim_ids: Sequence[str] | None) -> list[Row]:
    """The claims that were recorded or changed last, each with `updated` and the first `quote` that carries it. None stands for all claims."""
    names = {"only": "id", "only_claims": "claim_id", "only_rows": "row_id"}
    only = {key: "1" if claim_ids is None else f"{name} IN (SELECT value FROM json_each(?1))" for key, name in names.items()}
    given = listed(claim_ids or [])
    latest: dict[str, str] = {}
    for sql in CHANGES:
        for row in rows(connection, sql.format(**only), given, ENTRIES):
            latest[row["id"]] = max(row["at"], latest.get(row["id"], ""))
    by_id = sorted(latest.items())  # of one moment, in no order that would tell how their sentences follow each other
    newest = sorted(by_id, key=lambda pair: pair[1], reverse=True)[:ENTRIES]
    found = [(first_row(connection, CLAIM, claim_id), at) for claim_id, at in newest]
    return [{**claim, "updated": at, "quote": first_quote(connection, claim["id"])} for claim, at in found if claim]


def first_quote(connection: sqlite3.Connection, claim_id: str) -> Row | None:
    """The first quote that carries a claim, or None where nobody holds it any more."""
    first = column(connection, FIRST_QUOTE, claim_id)
    return dict(quoted_rows(connection, first)[0]) if first else None


async def of_all(visit: Visit) -> Response:
    """Answers with the feed of the whole base."""
    return answer(visit, "New and changed claims", "/", await visit.read(entries, None))


async def of_entity(visit: Visit) -> Response:
    """Answers with the feed of the claims of a source, or of those in which an actor, thing or event plays a part."""
    kind, row_id = visit.parts["kind"], visit.parts["id"]

    def read(connection: sqlite3.Connection) -> tuple[str, list[Row]]:
        named = column(connection, ENTITY, row_id, kind)
        if not named:
            raise MissingError(f"there is no {kind} {row_id}")
        return str(named[0]), entries(connection, claims_of(connection, kind, row_id))

    label, found = await visit.read(read)
    return answer(visit, f"{label}: new and changed claims", f"/{kind}/{row_id}", found)


def claims_of(connection: sqlite3.Connection, kind: str, row_id: str) -> list[str]:
    """The claims whose changes the feed of a source or another entity tells: of a source those quoted from it, else those that name it and that it makes."""
    return column(connection, OF_SOURCE if kind == "source" else OF_ENTITY, row_id, MOST_CLAIMS)


async def of_question(visit: Visit) -> Response:
    """Answers with the feed of the claims in a question's answer."""
    asked = question.find(visit.parts["name"], visit)
    given = {parameter.name: visit.arg(parameter.name) for parameter in asked.parameters if parameter.name in visit.request.args}

    def read(connection: sqlite3.Connection) -> list[Row]:
        values = parameters.resolved(connection, asked, given)
        names, records, _ = question.answer(connection, asked.sql, values, MOST_CLAIMS)
        at = [number for number, name in enumerate(names) if name.startswith("claim") and name.endswith("_id")]
        return entries(connection, list(dict.fromkeys(row[number] for row in records for number in at if row[number])))

    try:
        found = await visit.read(read)
    except UsageError as error:
        raise MissingError(error.what, where=error.where, remedy=error.remedies) from error
    return answer(visit, asked.title, f"/questions/{asked.name}", found)


def answer(visit: Visit, title: str, path: str, found: Sequence[Row]) -> Response:
    """The feed as Atom. Its ids are the IRIs of the claims, which stay when a site moves."""

    def absolute(where: str) -> str:
        return str(visit.datasette.absolute_url(visit.request, where))

    base = base_of(visit.datasette)
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    here = absolute(visit.request.path + (f"?{visit.request.query_string}" if visit.request.query_string else ""))
    add(feed, "title", f"{title} · {cite.TITLE}")
    add(feed, "id", here)
    add(feed, "link", href=here, rel="self", type="application/atom+xml")
    add(feed, "link", href=absolute(visit.addresses.path(path)), rel="alternate", type="text/html")
    add(feed, "updated", max((row["updated"] for row in found), default="1970-01-01T00:00:00Z"))
    add(ElementTree.SubElement(feed, "author"), "name", cite.TITLE)
    for row in found:
        entry = ElementTree.SubElement(feed, "entry")
        page = absolute(visit.addresses.claim(row["id"]))
        add(entry, "title", f"Retracted: {row['text']}" if row["status"] == "retracted" else row["text"])
        add(entry, "id", str(base.node(row["id"])))
        add(entry, "link", href=page, rel="alternate", type="text/html")
        add(entry, "updated", row["updated"])
        add(entry, "summary", summary(row["quote"]))
    body = ElementTree.tostring(feed, encoding="unicode", xml_declaration=False)
    return Response(f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n', content_type=MEDIA_TYPE)


def summary(quote: Row | None) -> str:
    """Who holds a claim and in which words, as a sentence."""
    if quote is None:
        return "Nobody holds it here any more."
    held = cite.attribution(quote)  # type: ignore[arg-type]  # a QuotedRow as a plain dictionary
    return f"{held[0].upper()}{held[1:]}: “{' '.join(quote['quote'].split())}”"


def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> None:
    """Add an element with a text or attributes."""
    ElementTree.SubElement(parent, name, attributes).text = text or None
