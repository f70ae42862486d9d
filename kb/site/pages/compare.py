"""The page that compares sources, with pairs of quotes where the sources disagree or agree, and a matrix of claims and stances."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import cast

from datasette.utils.asgi import Response

from kb.base.contract_rows import ComparisonRow
from kb.base.model import Row
from kb.site.counting import cached
from kb.site.page_data import QuotedRow, first_row, listed, quoted_rows, rows, voices_of_pair, words
from kb.site.visit import Visit

# Those asked for, however many there are, and as many others as a page can list.
SOURCES = """
SELECT sources.id, sources.title, published, coalesce(publisher.name, sources.title) AS by FROM (
  SELECT sources.id, sources.id IN (SELECT value FROM json_each(?1)) AS asked FROM sources JOIN entities ON entities.id = sources.id
  WHERE snapshot_id IS NOT NULL AND (entities.status = 'current' OR sources.id IN (SELECT value FROM json_each(?1)))
  ORDER BY asked DESC, published, sources.id LIMIT 200) AS listed
JOIN sources ON sources.id = listed.id LEFT JOIN actors AS publisher ON publisher.id = publisher_id
ORDER BY published, sources.id"""
# The two texts with most in common, of those that the page lists: claims that both speak of, and related claims.
CLOSEST = """
WITH held AS MATERIALIZED (SELECT sources.id FROM sources JOIN entities ON entities.id = sources.id
    WHERE snapshot_id IS NOT NULL AND entities.status = 'current' ORDER BY published, sources.id LIMIT 200),
spoken AS MATERIALIZED (SELECT DISTINCT claim_id, source_id FROM standing WHERE source_id IN (SELECT id FROM held)),
shared AS MATERIALIZED (SELECT claim_id FROM spoken GROUP BY claim_id HAVING count(*) > 1),
pairs AS (
  SELECT one.source_id AS a, other.source_id AS b FROM shared JOIN spoken AS one USING (claim_id) JOIN spoken AS other USING (claim_id)
  UNION ALL SELECT one.source_id, other.source_id FROM spoken AS one CROSS JOIN relations ON one.claim_id = from_claim_id
    JOIN spoken AS other ON other.claim_id = to_claim_id WHERE relations.status NOT IN ('proposed', 'retracted'))
SELECT min(a, b) AS a, max(a, b) AS b FROM pairs WHERE a <> b GROUP BY min(a, b), max(a, b) ORDER BY count(*) DESC, 1, 2 LIMIT 1"""
CLOSEST_NAME = "closest sources"  # under which it is remembered
# The number of rows (claim, source, stance) that the matrix is made from at most.
MOST_SPOKEN = 40_000
SPOKEN = """
SELECT claim_id, claim, source_id, stance, min(level) AS level FROM json_each(?) AS chosen JOIN standing ON standing.source_id = chosen.value
GROUP BY claim_id, source_id, stance LIMIT ?"""
MOST_ROWS = 250
MOST_SOURCES = 30
# What one chosen source says beside another: all that differs, and all else that follows from the stances.
MET = """
SELECT * FROM comparisons WHERE source_a_id = ?1 AND +source_b_id IN (SELECT value FROM json_each(?2))
  AND (finding IN ('disagreement', 'tension') OR finding IS NOT NULL AND +source_b_id <> ?1) LIMIT 5000"""
WITHIN = "within"
# The findings in the order in which the page shows them: the finding, the heading and an explanation, in two groups.
APART_FINDINGS = (
    (
        "disagreement",
        "They disagree",
        "One affirms what the other denies, or both affirm claims that cannot both be true if they speak of the same time, definition and scope.",
    ),
    ("tension", "In tension", "One affirms a reason for something that the other denies."),
    ("changed since", "Changed since", "The claim on the left describes a later state of the same matter."),
    (WITHIN, "Within one text", "Speakers in the same text disagree: its author, and whoever is reported there."),
)
OTHER_FINDINGS = (
    ("agreement", "They agree", "Both affirm or both deny it, or one affirms what rules out what the other denies."),
    ("agreement with a limit", "They agree, with a limit", "One limits or refines what the other says."),
    ("support", "One supports the other", "The claim on the left is a reason for the one on the right, and both are affirmed."),
    (
        "conclusion without this reason",
        "The conclusion without this reason",
        "The reason on the left is denied, what it would support is affirmed.",
    ),
    ("both reject both", "Both reject both", "The claims rule each other out, and neither speaker holds the one denied."),
    ("unchanged", "Unchanged", "Both deny it, the one of a later time than the other."),
)
FINDINGS = (*APART_FINDINGS, *OTHER_FINDINGS)
SHOWN_PAIRS = 20
SIGNS = {"affirms": "+", "denies": "−", "both": "±", "uncommitted": "○", "silent": "·"}
WAYS = {"shared": "what more than one speaks of", "apart": "where their stances differ", "all": "everything"}


class QuotedPair(ComparisonRow):
    """A row of `comparisons` with the quotes of both voices in their sentences."""

    a: QuotedRow
    b: QuotedRow


def read(connection: sqlite3.Connection, asked: Sequence[str], way: str) -> Row:
    """The data of the page for the sources asked for, or for the two with most in common where none is known.

    `way` is a key of WAYS and says which claims the matrix shows.
    """
    sources = rows(connection, SOURCES, listed(asked))
    known = {row["id"]: row for row in sources}
    chosen = [known[name] for name in asked if name in known][:MOST_SOURCES]
    if not chosen:
        closest = cached(connection, CLOSEST_NAME, closest_sources)
        chosen = [row for row in sources if row["id"] in closest] or sources[:2]
    if len(chosen) == 1:
        chosen += [row for row in sources if row["id"] != chosen[0]["id"]][:1]
    source_ids = [row["id"] for row in chosen]
    matrix = stances(connection, source_ids)
    shown = [row for row in matrix if is_shown(row, way)] if way in WAYS else matrix
    return {
        "sources": sources,
        "chosen": chosen,
        "unknown": [name for name in asked if name not in known],
        "matrix": shown[:MOST_ROWS],
        "rows_in_all": len(shown),
        "tally": {name: sum(1 for row in matrix if is_shown(row, name)) for name in WAYS},
        "words": words(connection),
    }


def closest_sources(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of the two sources with most in common, or none where no two have anything."""
    pair = first_row(connection, CLOSEST)
    return (pair["a"], pair["b"]) if pair else ()


def stances(connection: sqlite3.Connection, source_ids: Sequence[str]) -> list[Row]:
    """The rows of the matrix, one for each claim, claims that more sources speak of first.

    `stances` holds one stance for each of `source_ids`, that of the source's own voice (level 0), `uncommitted` where it only reports the
    claim, and `silent` where it does not speak of it.
    """
    claims: dict[str, Row] = {}
    by_claim_and_source: dict[tuple[str, str], set[str]] = {}
    for row in rows(connection, SPOKEN, listed(source_ids), MOST_SPOKEN):
        claims.setdefault(row["claim_id"], {"claim_id": row["claim_id"], "claim": row["claim"]})
        own_stances = by_claim_and_source.setdefault((row["claim_id"], row["source_id"]), set())
        if row["level"] == 0 and row["stance"] != "uncommitted":
            own_stances.add(row["stance"])
    for claim in claims.values():
        claim["stances"] = [stance_of(by_claim_and_source.get((claim["claim_id"], name))) for name in source_ids]
        claim["speaking"] = sum(1 for stance in claim["stances"] if stance != "silent")
    return sorted(
        claims.values(), key=lambda claim: (-claim["speaking"], [stance == "silent" for stance in claim["stances"]], claim["claim"])
    )


def stance_of(own_stances: set[str] | None) -> str:
    """The stance of a source from the set of stances of its own voice, with `both` for two and `silent` for None."""
    if own_stances is None:
        return "silent"
    return "both" if len(own_stances) > 1 else next(iter(own_stances), "uncommitted")


def is_shown(row: Row, way: str) -> bool:
    """Whether the matrix shows a row under a key of WAYS."""
    if way == "shared":
        return bool(row["speaking"] > 1)
    if way == "apart":
        return len({stance for stance in row["stances"] if stance in ("affirms", "denies", "both")}) > 1 or "both" in row["stances"]
    return True


def comparisons(connection: sqlite3.Connection, source_ids: Sequence[str]) -> dict[str, list[QuotedPair]]:
    """The pairs of quotes in which these sources disagree, agree or otherwise meet, by the findings of FINDINGS."""
    found: list[Row] = []
    for source_id in source_ids:
        found += rows(connection, MET, source_id, listed(source_ids))
    pairs = [row for row in cast("list[ComparisonRow]", found) if stands_first(row, source_ids)]
    pairs.sort(key=lambda row: ("same-time" not in (row["comparable"] or "").split(), row["claim_a"], row["claim_b"], row["speaker_a"]))
    groups: dict[str, list[QuotedPair]] = {}
    for name, _, _ in FINDINGS:
        chosen = one_per_sources(row for row in pairs if group_of(row) == name)
        if chosen:
            groups[name] = with_quotes(connection, chosen[:SHOWN_PAIRS])
    return groups


def stands_first(row: ComparisonRow, source_ids: Sequence[str]) -> bool:
    """Whether the page shows a pair in this orientation: from the claim that the relation goes from, else from the source chosen first."""
    if row["direction"] != "both":
        return row["direction"] == "a-to-b"
    first = (source_ids.index(row["source_a_id"]), row["claim_a_id"], row["stance_a"], row["speaker_a_id"])
    return first < (source_ids.index(row["source_b_id"]), row["claim_b_id"], row["stance_b"], row["speaker_b_id"])


def group_of(row: ComparisonRow) -> str | None:
    """The group of FINDINGS in which the page shows a pair: WITHIN where both voices are in one source, else its finding."""
    return WITHIN if row["source_a_id"] == row["source_b_id"] else row["finding"]


def one_per_sources(pairs: Iterable[ComparisonRow]) -> list[ComparisonRow]:
    """The first pair of voices for each two claims in each two sources."""
    kept: dict[tuple[str, ...], ComparisonRow] = {}
    for row in pairs:
        kept.setdefault((row["claim_a_id"], row["claim_b_id"], row["source_a_id"], row["source_b_id"]), row)
    return list(kept.values())


def with_quotes(connection: sqlite3.Connection, pairs: Sequence[ComparisonRow]) -> list[QuotedPair]:
    """The pairs, each with the quotes of its voices in their sentences."""
    quotes = iter(quoted_rows(connection, [assertion_id for pair in pairs for assertion_id in voices_of_pair(connection, pair)]))
    return [{**pair, "a": next(quotes), "b": next(quotes)} for pair in pairs]


async def view(visit: Visit) -> Response:
    """Answers with the comparison. `source` (repeated) chooses the sources, and `show`, a key of WAYS, the claims."""
    way = visit.arg("show", "shared")
    way = way if way in WAYS else "shared"
    data = await visit.read(read, visit.args("source"), way)  # each part within the site's time limit
    data["pairs"] = await visit.read(comparisons, [row["id"] for row in data["chosen"]])
    groups = (("parted", "Where they differ", APART_FINDINGS), ("met", "Where they agree", OTHER_FINDINGS))
    return await visit.page(
        "kb/compare.html", way=way, ways=WAYS, groups=groups, signs=SIGNS, most=MOST_ROWS, most_pairs=SHOWN_PAIRS, **data
    )
