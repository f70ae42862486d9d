"""The search page, over claims, quotes, names and texts, with filters and their counts."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from datasette.utils.asgi import Response
from markupsafe import Markup, escape

from kb.ask import matching
from kb.ask import search as ask
from kb.ask.reaching import NEAR, REACHES, word
from kb.base.model import Row
from kb.site.page_data import column, first_row, listed, quoted_rows, rows, words
from kb.site.pages import export_offers as offers
from kb.site.pages.search_names import CLAIMS, named, near
from kb.site.visit import Visit

# The number of claims that a search ranks and counts; the page says when there are more.
MOST = 500
MOST_IN_FILE = 5_000  # claims that the whole list of a search holds, as many as are ranked
PAGE = 20
QUOTES = """
SELECT assertions.claim_id FROM (SELECT rowid, rank AS likeness FROM passages_fts WHERE passages_fts MATCH ? LIMIT 5000) AS likely
JOIN passages ON passages.rowid = likely.rowid JOIN assertions ON assertions.passage_id = passages.id ORDER BY likeness LIMIT ?"""
# Entities whose name is exactly these words: claims about them and by them are results too.
CALLED = """
SELECT id FROM entities WHERE label = ?1 COLLATE NOCASE AND status = 'current'
UNION SELECT entity_id FROM names WHERE name = ?1 COLLATE NOCASE"""
ABOUT = f"""
WITH asked(id) AS (SELECT value FROM json_each(?2)), {NEAR}
SELECT claim_id, path, length FROM near ORDER BY length, path, claim_id LIMIT ?3"""
SPOKEN = "SELECT DISTINCT claim_id FROM assertions WHERE speaker_id IN (SELECT value FROM json_each(?1)) LIMIT ?2"
TEXTS = """
SELECT sources.id, sources.title, sources.snapshot_id FROM (SELECT rowid, rank AS likeness FROM snapshots_fts WHERE snapshots_fts MATCH ? LIMIT 1000) AS likely
JOIN snapshots ON snapshots.rowid = likely.rowid JOIN sources ON sources.snapshot_id = snapshots.id ORDER BY likeness LIMIT ?"""
SENTENCES = "SELECT id, start_char, end_char FROM sentences WHERE snapshot_id = ? ORDER BY start_char LIMIT 5000"
# The claims of each filter, narrowest first, for a search without words.
LISTED = {
    "speaker": "SELECT DISTINCT claim_id FROM assertions WHERE speaker_id = ? LIMIT ?",
    "source": "SELECT DISTINCT claim_id FROM assertions WHERE source_id = ? LIMIT ?",
    "kind": "SELECT id FROM claims WHERE kind = ? LIMIT ?",
    "stance": "SELECT DISTINCT claim_id FROM assertions WHERE stance = ? LIMIT ?",
    "certainty": "SELECT DISTINCT claim_id FROM assertions WHERE certainty = ? LIMIT ?",
}
ASSERTIONS = """
SELECT standing.assertion_id, standing.claim_id, standing.kind, standing.speaker_id AS speaker, standing.source_id AS source, standing.stance, standing.certainty,
  claims.about_earliest, claims.about_latest, sources.published
FROM json_each(?) AS wanted JOIN standing ON standing.claim_id = wanted.value JOIN claims ON claims.id = standing.claim_id
JOIN sources ON sources.id = +standing.source_id
WHERE standing.assertion_id IN (SELECT assertion_id FROM who_says_what WHERE claim_id = wanted.value) ORDER BY wanted.key, standing.level"""
FILTERS = ("source", "speaker", "stance", "certainty", "kind")
TITLES = {"source": "Source", "speaker": "Who says it", "stance": "Stance", "certainty": "Certainty", "kind": "Kind of claim"}
SHOWN_CHOICES = 12
LONGEST_QUERY = 400  # characters; a longer one is cut before a word


@dataclass(frozen=True)
class Search:
    """A search by words, filters by name, the ISO days between which a claim holds or, without a time, was published, and how far it reaches.

    The reach is for words that name an entity: claims about what stands for it are results too.
    """

    words: str
    filters: dict[str, str]
    first: str
    last: str
    reach: str = "parties"

    @property
    def name(self) -> str:
        """The words without those of a question, as a name is written: “what did Luo Xi say” names Luo Xi."""
        return " ".join(matching.terms(self.words))


def read(connection: sqlite3.Connection, query: Search, start: int) -> Row:
    """The data of the page, from the result number `start` on, without results where there are neither words nor filters."""
    names = named(connection, query.words) if query.words else []
    ids, found_by = candidates(connection, query)
    assertions = rows(connection, ASSERTIONS, listed(ids[:MOST]))
    hits = [row for row in assertions if fits(row, query, FILTERS)]
    claims = distinct_claims(hits)
    shown = claims[start : start + PAGE]
    first: dict[str, str] = {}
    for row in hits:
        first.setdefault(row["claim_id"], row["assertion_id"])
    return {
        "names": names,
        "hits": quoted_rows(connection, [first[claim_id] for claim_id in shown]),
        "found_by": found_by,
        "reached": bool(query.words and column(connection, CALLED, query.name)),
        "count": len(claims),
        "cut": len(ids) > MOST,
        "choices": choices(connection, assertions, query),
        "texts": texts(connection, query) if query.words else [],
        "near": near(connection, query.words) if query.words and not claims else {},
        "words": words(connection),
    }


def found(connection: sqlite3.Connection, query: Search) -> tuple[list[str], bool]:
    """Every assertion that passes, of the best MOST_IN_FILE claims, and whether those are all."""
    ids, _ = candidates(connection, query, MOST_IN_FILE)
    assertions = rows(connection, ASSERTIONS, listed(ids[:MOST_IN_FILE]))
    return [row["assertion_id"] for row in assertions if fits(row, query, FILTERS)], len(ids) <= MOST_IN_FILE


def distinct_claims(assertions: Iterable[Row]) -> list[str]:
    """The ids of the claims of assertions, in their order."""
    return list(dict.fromkeys(row["claim_id"] for row in assertions))


def candidates(connection: sqlite3.Connection, query: Search, most: int = MOST) -> tuple[list[str], dict[str, str]]:
    """The ids of the claims that match the words, best first, and how each was found where not by its own words.

    Without words, the claims of the narrowest filter. One more than `most` says that there are more.
    """
    if not query.words:
        for name, sql in LISTED.items():
            if query.filters.get(name):
                return column(connection, sql, query.filters[name], most + 1), {}
        dated = "SELECT id FROM claims WHERE coalesce(about_earliest, '0000') <= ? AND coalesce(about_latest, '9999') >= ? LIMIT ?"
        return (
            (column(connection, dated, query.last, query.first, most + 1), {}) if query.first > "0000" or query.last < "9999" else ([], {})
        )
    by_id = [hit.id for hit in ask.by_id(connection, query.words) if hit.kind == "claim"]
    own = by_id + [row[0] for row in matching.strictest(connection, CLAIMS, query.words, most + 1)]
    by_quote = [row[0] for row in matching.strictest(connection, QUOTES, query.words, most + 1)]
    called = column(connection, CALLED, query.name)
    about = rows(connection, ABOUT, query.reach, listed(called), most + 1) if called else []
    ways = {row["claim_id"]: f"through: {row['path']}" if row["path"] else "by whom or what it is about" for row in about}
    spoken = column(connection, SPOKEN, listed(called), most + 1) if called else []
    found_by = ways | dict.fromkeys(spoken, "by whom or what it is about") | dict.fromkeys(by_quote, "by its quote")
    named = [row["claim_id"] for row in about if not row["length"]]
    ids = list(dict.fromkeys([*own, *by_quote, *named, *spoken, *ways]))
    return ids, {name: how for name, how in found_by.items() if name not in set(own)}


def fits(row: Row, query: Search, filters: Sequence[str]) -> bool:
    """Whether an assertion passes those of the search's filters that are named, and its days."""
    early, late = row["about_earliest"] or row["published"] or "0000", row["about_latest"] or row["published"] or "9999"
    within = early <= query.last and (late >= query.first or late.startswith(query.first))
    return within and all(row[name] == query.filters[name] for name in filters if query.filters.get(name))


def choices(connection: sqlite3.Connection, assertions: Sequence[Row], query: Search) -> list[Row]:
    """The filters, each with its values and the number of claims that each value would leave while the other filters stay."""
    filters = []
    for name in FILTERS:
        others = [other for other in FILTERS if other != name]
        pairs = {(row["claim_id"], row[name]) for row in assertions if fits(row, query, others)}
        counts = Counter(value for _, value in pairs).most_common()
        values = [{"value": value, "count": number} for value, number in counts[:SHOWN_CHOICES]]
        chosen = query.filters.get(name)
        if chosen and chosen not in [row["value"] for row in values]:
            values.append({"value": chosen, "count": dict(counts).get(chosen, 0)})
        filters.append({"name": name, "title": TITLES[name], "values": values, "more": max(0, len(counts) - SHOWN_CHOICES)})
    add_labels(connection, filters)
    return filters


def add_labels(connection: sqlite3.Connection, filters: Sequence[Row]) -> None:
    """Add to each value of each filter the label to show."""
    ids = [row["value"] for filter_ in filters if filter_["name"] in ("source", "speaker") for row in filter_["values"]]
    labels = dict(
        connection.execute("SELECT id, label FROM entities WHERE id IN (SELECT value FROM json_each(?))", (listed(ids),)).fetchall()
    )
    known = words(connection)
    for filter_ in filters:
        field = "claims.kind" if filter_["name"] == "kind" else f"assertions.{filter_['name']}"
        for row in filter_["values"]:
            named = known.get(field, {}).get(row["value"], {})
            row["label"] = labels.get(row["value"]) or named.get("label") or row["value"]


def texts(connection: sqlite3.Connection, query: Search) -> list[Row]:
    """The sources whose text holds all the words, each with the number of sentences that do and the first of them."""
    wanted = [word.casefold() for word in matching.terms(query.words)]
    found = matching.strictest(connection, TEXTS, query.words, 10)
    sources: list[Row] = [{"id": row[0], "title": row[1], "snapshot_id": row[2]} for row in found]
    for source in sources:
        (whole,) = column(connection, "SELECT text FROM snapshots WHERE id = ?", source["snapshot_id"])
        sentences = [
            row | {"sentence": whole[row["start_char"] : row["end_char"]]} for row in rows(connection, SENTENCES, source["snapshot_id"])
        ]
        found_in = [row for row in sentences if all(word in row["sentence"].casefold() for word in wanted)]
        source["sentences"], source["count"] = found_in[:4], len(found_in)
    return sources


def marked(text: str, asked: str) -> Markup:
    """The text in HTML, with every word of `asked` in <mark>."""
    patterns = [re.escape(word) for word in sorted(set(asked.split()), key=len, reverse=True)]
    if not patterns:
        return escape(text)
    parts = re.split(rf"(?<!\w)({'|'.join(patterns)})", text, flags=re.IGNORECASE)
    return Markup("").join(Markup('<mark class="word">{}</mark>').format(part) if at % 2 else escape(part) for at, part in enumerate(parts))


def shortened(query: str) -> str:
    """The query, cut before the word that goes beyond LONGEST_QUERY."""
    cut = query[: LONGEST_QUERY + 1]
    return query if len(query) <= LONGEST_QUERY else cut.rpartition(" ")[0] or cut[:-1]


def asked_in(visit: Visit) -> tuple[Search, dict[str, str]]:
    """The search that an address asks for, and its parameters as they were given, but for the reach."""
    query = Search(
        shortened(visit.arg("q")),
        {name: visit.arg(name) for name in FILTERS},
        visit.arg("from") or "0000",
        (visit.arg("to") or "9999") + "~",
        word(visit.arg("reach")),
    )
    return query, {"q": query.words, **query.filters, "from": visit.arg("from"), "to": visit.arg("to")}


async def view(visit: Visit) -> Response:
    """Answers with the results. `q` is the words, `from` and `to` days, `start` the number of results to skip, the rest filters."""
    query, parameters = asked_in(visit)
    start = int(visit.arg("start")) if visit.arg("start").isascii() and visit.arg("start").isdigit() else 0
    data = await visit.read(read, query, min(start, MOST))
    any_filter = any(parameters.values())
    parameters["reach"] = visit.arg("reach")
    filtered_by = await visit.read(
        first_row, "SELECT label FROM entities WHERE id = ?", query.filters["source"] or query.filters["speaker"]
    )
    return await visit.page(
        "kb/search.html",
        asked=query,
        kept=parameters,
        start=start,
        page=PAGE,
        most=MOST,
        most_in_file=MOST_IN_FILE,
        marked=marked,
        only=filtered_by,
        any_filter=any_filter,
        reaches=REACHES,
        exports=offers.offered(visit, "search", **parameters) if data["count"] else [],
        **data,
    )
