"""The names and claims that the search box offers while somebody types, found as the search page finds them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from datasette.utils.asgi import Response

from kb.ask import matching
from kb.ask import search as ask
from kb.ask.reconciling import in_a_line
from kb.base.model import Row
from kb.site.editing import checking, naming
from kb.site.page_data import holders, listed, near_entities, rows
from kb.site.pages.search_names import ALIKE, CLAIMS, named
from kb.site.visit import Visit

MOST_NAMES, MOST_CLAIMS = 6, 4
LONGEST = 200  # characters; nobody waits for an offer to more
LIKELY = 20  # claims looked at: not all of them are held by anybody
TEXTS = "SELECT id, text FROM claims WHERE id IN (SELECT value FROM json_each(?)) AND status NOT IN ('proposed', 'retracted')"
KINDS = ("actor", "thing", "event", "source", "predicate", "claim")


def read(connection: sqlite3.Connection, words: str) -> dict[str, list[Row]]:
    """The names, each with one line of who or what it is, and the claims, each with who holds it; near names where nothing has the words."""
    if not matching.terms(words):
        return {"names": [], "claims": []}
    claims = held_claims(connection, words)
    names: list[Row] = named(connection, words)[:MOST_NAMES]
    if not names and not claims:
        names = [{**dict(row), "near": True} for row in near_entities(connection, words, alike=ALIKE)][:MOST_NAMES]
    lines = in_a_line(connection, [row["id"] for row in names])
    return {"names": [{**dict(row), "line": lines.get(row["id"], "")} for row in names], "claims": claims}


def held_claims(connection: sqlite3.Connection, words: str) -> list[Row]:
    """The claims with these words, best first. Those that nobody holds are left out, since there would be nobody to say who says so."""
    typed = [hit.id for hit in ask.by_id(connection, words) if hit.kind == "claim"]
    likely = list(dict.fromkeys([*typed, *(row[0] for row in matching.strictest(connection, CLAIMS, words, LIKELY))]))
    texts = {row["id"]: row["text"] for row in rows(connection, TEXTS, listed(likely))}
    held = holders(connection, texts)
    shown = [claim_id for claim_id in likely if claim_id in held][:MOST_CLAIMS]
    return [{"id": claim_id, "label": texts[claim_id], "line": naming.held_by(held[claim_id])} for claim_id in shown]


def read_kinds(connection: sqlite3.Connection, words: str, kinds: Sequence[str]) -> dict[str, list[Row]]:
    """What of some kinds the words may name, for a field that takes nothing else: entities, predicates or claims."""
    names = [row for kind in kinds if kind != "claim" for row in checking.names(connection, words, kind)[:MOST_NAMES]]
    names.sort(key=lambda row: bool(row.get("near")))  # those called so before those that are only spelt nearly so
    found = [{**row, "by": row.get("also"), "line": row.get("line", "")} for row in names if row["kind"] or not row.get("near")]
    return {"names": found[: 2 * MOST_NAMES], "claims": held_claims(connection, words) if "claim" in kinds else []}


async def view(visit: Visit) -> Response:
    """Answers with what `q` may mean, each with the address of its page.

    `kinds`, parted by blanks, leaves out all others; `new` names the kinds of row that whoever may add is offered to record of that name.
    """
    typed, kinds = visit.arg("q")[:LONGEST], [kind for kind in visit.arg("kinds").split() if kind in KINDS]
    found = await (visit.read(read_kinds, typed, kinds) if kinds else visit.read(read, typed))
    makeable = [kind for kind in visit.arg("new").split() if kind in naming.MAKEABLE]
    new = await visit.read(naming.new_row, typed, makeable) if typed and makeable and await visit.may("add-facts") else None
    addresses = visit.addresses
    answer: dict[str, Any] = {
        "names": [
            {**row, **({} if row["kind"] == "predicate" else {"href": addresses.page(row["kind"], row["id"])})} for row in found["names"]
        ],
        "claims": [{**row, "href": addresses.claim(row["id"])} for row in found["claims"]],
        **({"new": new} if new else {}),
    }
    return Response.json(answer)
