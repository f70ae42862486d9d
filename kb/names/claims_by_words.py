"""Find a claim by its words, for people who know what it says and not its id."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from kb.base import ids
from kb.errors import DataError, actions, did_you_mean
from kb.errors.remedies import Suggestions

# Claims with these very words, and those that the full-text index has with these words in a row, or with some of them: no table is read whole.
WORDED = "SELECT id FROM claims WHERE text = ? AND merged_into_id IS NULL ORDER BY status = 'retracted', id"
INDEXED = """SELECT claims.id, claims.text FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid
WHERE claims_fts MATCH ? AND merged_into_id IS NULL AND status <> 'retracted' ORDER BY claims_fts.rank LIMIT 100"""
STANDING = "SELECT id, kind, about_time FROM claims WHERE id = ? AND status <> 'retracted'"
NEAR = 75  # percent; a claim that is less like the words is no help
MOST = 3
WORD = re.compile(r"\w+")
SOUGHT = 5  # words
PREFIX = "clm-"
# Ids that an unknown one may be meant for: those of a small base, and of a large one those that begin alike.
LIKELY = """SELECT id FROM (SELECT id FROM claims ORDER BY id LIMIT 1000)
UNION SELECT id FROM (SELECT id FROM claims WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 1000)"""


def claim_worded(connection: sqlite3.Connection, words: str) -> str:
    """Return the id of the claim with these words. Raises DataError where none has them, with the nearest, and where several have."""
    found = with_words(connection, words)
    if not found:
        wanted = plain(words)
        in_a_row = " ".join(WORD.findall(words))
        found = [row[0] for row in indexed(connection, f'"{in_a_row}"' if in_a_row else "") if plain(row[1]) == wanted]
    standing = [row for each in found for row in connection.execute(STANDING, (each,))]
    if len(standing) > 1:
        listed = ", ".join(f"{row[0]} ({row[1]}, {row[2] or 'of no time'})" for row in standing)
        raise DataError(f"{words!r} are the words of several: {listed}", where="claim", remedy="give the id of the one that is meant")
    if found:
        return str(standing[0][0] if standing else found[0])
    raise unknown(connection, words)


def only_claim_worded(connection: sqlite3.Connection, words: str) -> str | None:
    """Return the id of the claim that these very words name, or None where they name none or several."""
    found = with_words(connection, words)
    standing = [each for each in found if connection.execute(STANDING, (each,)).fetchone()]
    return (standing or found)[0] if found and len(standing) < 2 else None


def with_words(connection: sqlite3.Connection, words: str) -> list[str]:
    """Return the ids of the claims with these very words, those that stand first."""
    return [row[0] for row in connection.execute(WORDED, (ids.collapse(words),))]


def indexed(connection: sqlite3.Connection, expression: str) -> list[tuple[str, str]]:
    """Return the id and text of the claims that an expression of the full-text index finds, the likeliest first."""
    return connection.execute(INDEXED, (expression,)).fetchall() if expression else []


def any_of(words: Iterable[str]) -> str:
    """Return the expression of the full-text index for any of the longest words, which few claims have."""
    return " OR ".join(f'"{word}"' for word in sorted(set(words), key=lambda word: (-len(word), word))[:SOUGHT])


def plain(words: str) -> str:
    """Return words without differences of case, of blanks, and of the stop at their end."""
    return ids.collapse(words).casefold().rstrip(". ")


def unknown(connection: sqlite3.Connection, name: str) -> DataError:
    """Return the error for an id or words that no claim has, with the nearest ids, or the claims whose words are most like them."""
    if " " not in name.strip():
        bare = name.removeprefix(PREFIX)
        likely = [row[0] for row in connection.execute(LIKELY, (f"{PREFIX}{bare[:2]}",))]
        likely += [row[0] for row in indexed(connection, any_of(WORD.findall(bare)))]
        near = did_you_mean(bare, (each.removeprefix(PREFIX) for each in likely))
        return DataError(f"no claim has the id {name!r}", where="claim", remedy=near or actions.search())
    from rapidfuzz import fuzz, process

    texts = dict(indexed(connection, any_of(WORD.findall(name))))
    best = process.extract(name, texts, scorer=fuzz.token_set_ratio, processor=str.casefold, score_cutoff=NEAR, limit=MOST)
    offers = Suggestions(tuple(row_id for _, _, row_id in best), labels=tuple(text for text, _, _ in best))
    return DataError(f"no claim says {name!r}", where="claim", remedy=(offers, actions.search()))
