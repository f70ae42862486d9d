"""Search over claims, quotes, names and texts, with filters and counts. A name is found by any name it goes by."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import Response
from markupsafe import Markup, escape

from kb.site.reading import Row, column, listed, one, quoted, rows, words
from kb.site.visit import Visit

# Not more claims than this are looked through and counted; the page says when there are more.
MOST = 500
PAGE = 20
CLAIMS = "SELECT claims.id FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid WHERE claims_fts MATCH ? ORDER BY rank LIMIT ?"
QUOTES = """
SELECT assertions.claim_id FROM passages_fts JOIN passages ON passages.rowid = passages_fts.rowid JOIN assertions ON assertions.passage_id = passages.id
WHERE passages_fts MATCH ? ORDER BY rank LIMIT ?"""
# Entities by their own name or by another; `by` is the other name that was found.
NAMES = """
SELECT id, kind, label, min(by) AS by FROM (
  SELECT entities.id, entities.kind, entities.label, NULL AS by, entities_fts.rank AS likeness FROM entities_fts JOIN entities ON entities.rowid = entities_fts.rowid
  WHERE entities_fts MATCH ?1 AND status = 'current'
  UNION ALL
  SELECT entities.id, entities.kind, entities.label, names.name || ' (' || names.kind || ')', names_fts.rank FROM names_fts JOIN names ON names.rowid = names_fts.rowid
  JOIN entities ON entities.id = entity_id WHERE names_fts MATCH ?1 AND status = 'current')
GROUP BY id ORDER BY min(likeness), label LIMIT ?2"""
# Entities that bear exactly these words as a name: what is said of them is found too.
CALLED = """
SELECT id FROM entities WHERE label = ?1 COLLATE NOCASE AND status = 'current'
UNION SELECT entity_id FROM names WHERE name = ?1 COLLATE NOCASE"""
ABOUT = """
SELECT id FROM claims WHERE subject_id IN (SELECT value FROM json_each(?1))
UNION SELECT id FROM claims WHERE object_id IN (SELECT value FROM json_each(?1))
UNION SELECT claim_id FROM assertions WHERE speaker_id IN (SELECT value FROM json_each(?1)) LIMIT ?2"""
TEXTS = """
SELECT sources.id, sources.title, sources.snapshot_id FROM snapshots_fts JOIN snapshots ON snapshots.rowid = snapshots_fts.rowid
JOIN sources ON sources.snapshot_id = snapshots.id WHERE snapshots_fts MATCH ? ORDER BY rank LIMIT 10"""
SENTENCES = """
SELECT sentences.id, substr(snapshots.text, start_char + 1, end_char - start_char) AS sentence, start_char FROM sentences
JOIN snapshots ON snapshots.id = snapshot_id WHERE snapshot_id = ? ORDER BY start_char LIMIT 5000"""
# Without words, the claims of the narrowest filter there is.
LISTED = {
    "speaker": "SELECT DISTINCT claim_id FROM assertions WHERE speaker_id = ? LIMIT ?",
    "source": "SELECT DISTINCT claim_id FROM assertions WHERE source_id = ? LIMIT ?",
    "kind": "SELECT id FROM claims WHERE kind = ? LIMIT ?",
    "stance": "SELECT DISTINCT claim_id FROM assertions WHERE stance = ? LIMIT ?",
    "certainty": "SELECT DISTINCT claim_id FROM assertions WHERE certainty = ? LIMIT ?",
}
SAID = """
SELECT standing.assertion_id, standing.claim_id, standing.kind, standing.speaker_id AS speaker, standing.source_id AS source, standing.stance, standing.certainty,
  claims.about_earliest, claims.about_latest, sources.published
FROM json_each(?) AS wanted JOIN standing ON standing.claim_id = wanted.value JOIN claims ON claims.id = standing.claim_id
JOIN sources ON sources.id = +standing.source_id
WHERE standing.assertion_id IN (SELECT assertion_id FROM who_says_what WHERE claim_id = wanted.value) ORDER BY wanted.key, standing.level"""
FILTERS = ("source", "speaker", "stance", "certainty", "kind")
TITLES = {"source": "Source", "speaker": "Who says it", "stance": "Stance", "certainty": "Certainty", "kind": "Kind of claim"}
SHOWN_CHOICES = 12


@dataclass(frozen=True)
class Asked:
    """What was asked for: words, filters by name, and the days the claim is about or was published between."""

    words: str
    filters: dict[str, str]
    first: str
    last: str

    @property
    def match(self) -> str:
        """The words for FTS5: all of them, each taken literally."""
        return " ".join('"{}"'.format(word.replace('"', '""')) for word in self.words.split())


def read(connection: sqlite3.Connection, asked: Asked, start: int) -> Row:
    """Everything the page shows; no results without words or filters."""
    names = rows(connection, NAMES, asked.match, 12) if asked.words else []
    ids, found_by = candidates(connection, asked)
    said = rows(connection, SAID, listed(ids[:MOST]))
    hits = [row for row in said if fits(row, asked, FILTERS)]
    claims = list(dict.fromkeys(row["claim_id"] for row in hits))
    shown = claims[start : start + PAGE]
    first: dict[str, str] = {}
    for row in hits:
        first.setdefault(row["claim_id"], row["assertion_id"])
    return {
        "names": names,
        "hits": quoted(connection, [first[name] for name in shown]),
        "found_by": found_by,
        "count": len(claims),
        "cut": len(ids) > MOST,
        "choices": choices(connection, said, asked),
        "texts": texts(connection, asked) if asked.words else [],
        "words": words(connection),
    }


def candidates(connection: sqlite3.Connection, asked: Asked) -> tuple[list[str], dict[str, str]]:
    """(claim ids, best first, {claim id: how it was found, where not by its own words})."""
    if not asked.words:
        for name, sql in LISTED.items():
            if asked.filters.get(name):
                return column(connection, sql, asked.filters[name], MOST + 1), {}
        dated = "SELECT id FROM claims WHERE coalesce(about_earliest, '0000') <= ? AND coalesce(about_latest, '9999') >= ? LIMIT ?"
        return (
            (column(connection, dated, asked.last, asked.first, MOST + 1), {}) if asked.first > "0000" or asked.last < "9999" else ([], {})
        )
    own = column(connection, CLAIMS, asked.match, MOST + 1)
    by_quote = column(connection, QUOTES, asked.match, MOST + 1)
    called = column(connection, CALLED, " ".join(asked.words.split()))
    about = column(connection, ABOUT, listed(called), MOST + 1) if called else []
    found_by = dict.fromkeys(about, "by whom or what it is about") | dict.fromkeys(by_quote, "by its quote")
    ids = list(dict.fromkeys([*own, *by_quote, *about]))
    return ids, {name: how for name, how in found_by.items() if name not in set(own)}


def fits(row: Row, asked: Asked, filters: Sequence[str]) -> bool:
    """Whether an assertion passes these filters and the days."""
    early, late = row["about_earliest"] or row["published"] or "0000", row["about_latest"] or row["published"] or "9999"
    within = early <= asked.last and (late >= asked.first or late.startswith(asked.first))
    return within and all(row[name] == asked.filters[name] for name in filters if asked.filters.get(name))


def choices(connection: sqlite3.Connection, said: Sequence[Row], asked: Asked) -> list[Row]:
    """For each filter its values with how many claims each would leave, the other filters kept."""
    found = []
    for name in FILTERS:
        others = [other for other in FILTERS if other != name]
        pairs = {(row["claim_id"], row[name]) for row in said if fits(row, asked, others)}
        counts = Counter(value for _, value in pairs).most_common()
        values = [{"value": value, "count": number} for value, number in counts[:SHOWN_CHOICES]]
        chosen = asked.filters.get(name)
        if chosen and chosen not in [row["value"] for row in values]:
            values.append({"value": chosen, "count": dict(counts).get(chosen, 0)})
        found.append({"name": name, "title": TITLES[name], "values": values, "more": max(0, len(counts) - SHOWN_CHOICES)})
    label(connection, found)
    return found


def label(connection: sqlite3.Connection, found: Sequence[Row]) -> None:
    """How to show each value of each filter."""
    ids = [row["value"] for choice in found if choice["name"] in ("source", "speaker") for row in choice["values"]]
    labels = dict(
        connection.execute("SELECT id, label FROM entities WHERE id IN (SELECT value FROM json_each(?))", (listed(ids),)).fetchall()
    )
    known = words(connection)
    for choice in found:
        field = "claims.kind" if choice["name"] == "kind" else f"assertions.{choice['name']}"
        for row in choice["values"]:
            named = known.get(field, {}).get(row["value"], {})
            row["label"] = labels.get(row["value"]) or named.get("label") or row["value"]


def texts(connection: sqlite3.Connection, asked: Asked) -> list[Row]:
    """Texts that hold all the words, each with the first sentences that do."""
    wanted = [word.casefold() for word in asked.words.split()]
    found = rows(connection, TEXTS, asked.match)
    for text in found:
        sentences = [
            row for row in rows(connection, SENTENCES, text["snapshot_id"]) if all(word in row["sentence"].casefold() for word in wanted)
        ]
        text["sentences"], text["count"] = sentences[:4], len(sentences)
    return found


def marked(text: str, asked: str) -> Markup:
    """The text, escaped, with each of the words that were asked for in <mark>."""
    wanted = [re.escape(word) for word in sorted(set(asked.split()), key=len, reverse=True)]
    if not wanted:
        return escape(text)
    parts = re.split(rf"(?<!\w)({'|'.join(wanted)})", text, flags=re.IGNORECASE)
    return Markup("").join(Markup('<mark class="word">{}</mark>').format(part) if at % 2 else escape(part) for at, part in enumerate(parts))


async def view(visit: Visit) -> Response:
    """The search page; `q` words, filters by name, `from` and `to` days, `start` how many to leave out."""
    asked = Asked(
        visit.arg("q")[:200], {name: visit.arg(name) for name in FILTERS}, visit.arg("from") or "0000", (visit.arg("to") or "9999") + "~"
    )
    start = int(visit.arg("start")) if visit.arg("start").isascii() and visit.arg("start").isdigit() else 0
    found = await visit.read(read, asked, min(start, MOST))
    kept: dict[str, Any] = {"q": asked.words, **asked.filters, "from": visit.arg("from"), "to": visit.arg("to")}
    only = await visit.read(one, "SELECT label FROM entities WHERE id = ?", asked.filters["source"] or asked.filters["speaker"])
    return await visit.page(
        "kb/search.html",
        asked=asked,
        kept=kept,
        start=start,
        page=PAGE,
        most=MOST,
        marked=marked,
        only=only,
        any_filter=any(kept.values()),
        **found,
    )
