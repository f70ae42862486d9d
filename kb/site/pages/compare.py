"""Sources side by side: the matrix of claims, silence filled in; where they disagree, both quotes and why; what was updated since."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from datasette.utils.asgi import Response

from kb.site.reading import Row, column, listed, quoted, rows, words
from kb.site.visit import Visit

HELD = """
SELECT sources.id, sources.title, published, coalesce(publisher.name, sources.title) AS by FROM sources
JOIN entities ON entities.id = sources.id LEFT JOIN actors AS publisher ON publisher.id = publisher_id
WHERE snapshot_id IS NOT NULL AND (entities.status = 'current' OR sources.id IN (SELECT value FROM json_each(?)))
ORDER BY published, sources.id LIMIT 200"""
# Each claim, source, stance and level once; the most rows that are put side by side.
MOST_SPOKEN = 40_000
SPOKEN = """
SELECT claim_id, claim, source_id, stance, min(level) AS level FROM json_each(?) AS chosen JOIN standing ON standing.source_id = chosen.value
GROUP BY claim_id, source_id, stance LIMIT ?"""
MOST_ROWS = 250
MOST_SOURCES = 30
RELATED = """
SELECT id, from_claim_id, to_claim_id, relation FROM relations
WHERE from_claim_id IN (SELECT value FROM json_each(?1)) AND to_claim_id IN (SELECT value FROM json_each(?1))
  AND relation IN ('contradicts', 'qualifies', 'updates') AND status NOT IN ('proposed', 'retracted') LIMIT 2000"""
PAIR = "SELECT * FROM disagreements WHERE claim_a_id = ? AND claim_b_id = ? AND direction <> 'b-to-a' LIMIT 400"
BOTH_WAYS = "SELECT * FROM disagreements WHERE claim_a_id = ? AND kind = 'affirmed-and-denied' AND stance_a = 'affirms' LIMIT 400"
VOICE = "SELECT assertion_id FROM voices WHERE claim_id = ? AND source_id = ? AND speaker_id = ? AND stance = ? LIMIT 1"
# Kinds of disagreement, in the order they are shown, with what each means.
KINDS = (
    ("affirmed-and-denied", "One claim, affirmed and denied", "The same claim: one voice holds it, the other holds that it is not so."),
    ("contradicts", "Claims that contradict each other", "Both cannot hold, if they speak of the same time, definition and scope."),
    ("qualifies", "Claims that qualify each other", "One limits or refines what the other says."),
    ("updates", "Updated since", "The one on the left says how the matter stands later."),
    ("within", "Within one text", "Voices of the same text: its author, and whoever is reported there."),
)
PARTING = tuple(kind for kind, _, _ in KINDS)
SHOWN_PAIRS = 60
SIGNS = {"affirms": "+", "denies": "−", "both": "±", "uncommitted": "○", "silent": "·"}
WAYS = {"shared": "what more than one speaks of", "apart": "where their stances differ", "all": "everything"}


def read(connection: sqlite3.Connection, asked: Sequence[str], way: str) -> Row:
    """The matrix and the disagreements of the chosen sources: those asked for, or the first held ones."""
    held = rows(connection, HELD, listed(asked))
    known = {row["id"]: row for row in held}
    chosen = [known[name] for name in asked if name in known][:MOST_SOURCES] or held[:2]
    if len(chosen) == 1:
        chosen += [row for row in held if row["id"] != chosen[0]["id"]][:1]
    names = [row["id"] for row in chosen]
    matrix = stances(connection, names)
    wanted = [row for row in matrix if picked(row, way)] if way in WAYS else matrix
    return {
        "held": held,
        "chosen": chosen,
        "unknown": [name for name in asked if name not in known],
        "matrix": wanted[:MOST_ROWS],
        "rows_in_all": len(wanted),
        "tally": {name: sum(1 for row in matrix if picked(row, name)) for name in WAYS},
        "parted": parted(connection, names, [row["claim_id"] for row in matrix]),
        "words": words(connection),
    }


def stances(connection: sqlite3.Connection, names: Sequence[str]) -> list[Row]:
    """A row a claim: the stance of each chosen source in its own voice (level 0), `uncommitted` where it only reports, else `silent`."""
    claims: dict[str, Row] = {}
    own: dict[tuple[str, str], set[str]] = {}
    for row in rows(connection, SPOKEN, listed(names), MOST_SPOKEN):
        claims.setdefault(row["claim_id"], {"claim_id": row["claim_id"], "claim": row["claim"]})
        said = own.setdefault((row["claim_id"], row["source_id"]), set())
        if row["level"] == 0 and row["stance"] != "uncommitted":
            said.add(row["stance"])
    for claim in claims.values():
        claim["stances"] = [stance_of(own.get((claim["claim_id"], name))) for name in names]
        claim["speaking"] = sum(1 for stance in claim["stances"] if stance != "silent")
    return sorted(
        claims.values(), key=lambda claim: (-claim["speaking"], [stance == "silent" for stance in claim["stances"]], claim["claim"])
    )


def stance_of(said: set[str] | None) -> str:
    if said is None:
        return "silent"
    return "both" if len(said) > 1 else next(iter(said), "uncommitted")


def picked(row: Row, way: str) -> bool:
    if way == "shared":
        return bool(row["speaking"] > 1)
    if way == "apart":
        return len({stance for stance in row["stances"] if stance in ("affirms", "denies", "both")}) > 1 or "both" in row["stances"]
    return True


def parted(connection: sqlite3.Connection, names: Sequence[str], claim_ids: Sequence[str]) -> dict[str, list[Row]]:
    """{kind: pairs of quotes} of the chosen sources; the tensions within one text apart."""
    found: list[Row] = []
    for relation in connection.execute(RELATED, (listed(claim_ids),)).fetchall():
        found += rows(connection, PAIR, relation[1], relation[2])
        if len(found) > 20 * SHOWN_PAIRS:
            break
    both = "SELECT claim_id FROM standing JOIN json_each(?) AS wanted ON wanted.value = claim_id GROUP BY claim_id HAVING sum(stance = 'affirms') AND sum(stance = 'denies') LIMIT 200"
    for claim_id in column(connection, both, listed(claim_ids)):
        found += rows(connection, BOTH_WAYS, claim_id)
    inside = [row for row in found if row["source_a_id"] in names and row["source_b_id"] in names]
    inside.sort(key=lambda row: (row["source_a_id"] == row["source_b_id"], row["comparable"] != "same-time", row["claim_a"]))
    groups: dict[str, list[Row]] = {}
    for kind, _, _ in KINDS:
        pairs = once(row for row in inside if kind_of(row) == kind)
        if pairs:
            groups[kind] = with_quotes(connection, pairs[:SHOWN_PAIRS])
    return groups


def kind_of(row: Row) -> str:
    return "within" if row["source_a_id"] == row["source_b_id"] and row["kind"] in PARTING else str(row["kind"])


def once(found: Iterable[Row]) -> list[Row]:
    """One pair of voices for two claims and two sources; the first stands for the others."""
    kept: dict[tuple[str, ...], Row] = {}
    for row in found:
        kept.setdefault((row["claim_a_id"], row["claim_b_id"], row["source_a_id"], row["source_b_id"]), row)
    return list(kept.values())


def with_quotes(connection: sqlite3.Connection, pairs: Sequence[Row]) -> list[Row]:
    """The pairs with both quotes in their sentences, as `a` and `b`."""
    names = []
    for pair in pairs:
        for side in "ab":
            key = (pair[f"claim_{side}_id"], pair[f"source_{side}_id"], pair[f"speaker_{side}_id"], pair[f"stance_{side}"])
            names += column(connection, VOICE, *key)
    quotes = iter(quoted(connection, names))
    return [{**pair, "a": next(quotes), "b": next(quotes)} for pair in pairs]


async def view(visit: Visit) -> Response:
    """The comparison; `source` (repeated) chooses, `show` says which claims."""
    way = visit.arg("show", "shared")
    way = way if way in WAYS else "shared"
    found = await visit.read(read, visit.args("source"), way)
    return await visit.page(
        "kb/compare.html", way=way, ways=WAYS, kinds=KINDS, signs=SIGNS, most=MOST_ROWS, most_pairs=SHOWN_PAIRS, **found
    )
