"""Find a claim by its words, for people who know what it says and not its id."""

from __future__ import annotations

import sqlite3

from kb.base import ids
from kb.errors import DataError, actions, did_you_mean
from kb.errors.remedies import Suggestions

# Claims with these very words, and those of about their length, which may differ in case, blanks and the stop at the end.
WORDED = "SELECT id FROM claims WHERE text = ? AND merged_into_id IS NULL ORDER BY status = 'retracted', id"
NEARLY_AS_LONG = (
    "SELECT id, text FROM claims WHERE merged_into_id IS NULL AND status <> 'retracted' AND length(text) BETWEEN ?1 - 3 AND ?1 + 3"
)
STANDING = "SELECT id, kind, about_time FROM claims WHERE id = ? AND status <> 'retracted'"
NEAR = 75  # percent; a claim that is less like the words is no help
MOST = 3
TEXTS = "SELECT id, text FROM claims WHERE merged_into_id IS NULL AND status <> 'retracted'"


def claim_worded(connection: sqlite3.Connection, words: str) -> str:
    """Return the id of the claim with these words. Raises DataError where none has them, with the nearest, and where several have."""
    found = with_words(connection, words)
    if not found:
        wanted = plain(words)
        found = [row[0] for row in connection.execute(NEARLY_AS_LONG, (len(wanted),)) if plain(row[1]) == wanted]
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


def plain(words: str) -> str:
    """Return words without differences of case, of blanks, and of the stop at their end."""
    return ids.collapse(words).casefold().rstrip(". ")


def unknown(connection: sqlite3.Connection, name: str) -> DataError:
    """Return the error for an id or words that no claim has, with the nearest ids, or the claims whose words are most like them."""
    if " " not in name.strip():
        known = [row[0].removeprefix("clm-") for row in connection.execute("SELECT id FROM claims")]
        near = did_you_mean(name.removeprefix("clm-"), known)
        return DataError(f"no claim has the id {name!r}", where="claim", remedy=near or actions.search())
    from rapidfuzz import fuzz, process

    texts = dict(connection.execute(TEXTS).fetchall())
    best = process.extract(name, texts, scorer=fuzz.token_set_ratio, processor=str.casefold, score_cutoff=NEAR, limit=MOST)
    offers = Suggestions(tuple(row_id for _, _, row_id in best), labels=tuple(text for text, _, _ in best))
    return DataError(f"no claim says {name!r}", where="claim", remedy=(offers, actions.search()))
