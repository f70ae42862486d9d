"""What a person types, as expressions for the full-text indexes, from the strictest reading to the loosest.

The order is what people expect: their own words first (in any inflection, which the index sees to), then beginnings of words and other
names of the same thing, then words that are spelt nearly so. Every word is taken literally, so that no input is an expression of FTS5.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from kb.ask import amounts
from kb.base.full_text import SPELT

# Words of a question that say nothing of what is sought. They count where there are no others.
STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "how",
        "i",
        "in",
        "is",
        "it",
        "its",
        "me",
        "of",
        "on",
        "or",
        "say",
        "says",
        "said",
        "she",
        "show",
        "so",
        "tell",
        "that",
        "the",
        "their",
        "them",
        "there",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
    ]
)
ENDS = ".,;:!?\"'()[]“”‘’«»…"
MOST_COMPARED = 5_000  # words of one index, with one that nothing has
SHORTEST_PREFIX, SHORTEST_MISSPELT = 3, 4  # characters; shorter words begin or resemble too many others
ALIKE, ALIKE_ELSEWHERE = 78.0, 85.0  # percent, for words with the same first letter and with another
INITIALS = range(2, 8)  # letters of an acronym
SEPARATED = re.compile(r"[\s\-–—/]+")
INITIALLED = """
SELECT label FROM entities WHERE label LIKE ?1 AND status = 'current' AND kind <> 'source' AND label LIKE '%_ _%'
UNION SELECT name FROM names WHERE name LIKE ?1 AND name LIKE '%_ _%' LIMIT 5000"""
CORRECTIONS, OTHER_NAMES, LONGEST_NAME = 3, 8, 4
NAMED = """
WITH meant(id) AS (SELECT id FROM entities WHERE label = ?1 COLLATE NOCASE UNION SELECT entity_id FROM names WHERE name = ?1 COLLATE NOCASE)
SELECT label FROM entities WHERE id IN meant UNION SELECT name FROM names WHERE entity_id IN meant LIMIT ?2"""


def terms(words: str) -> list[str]:
    """The words to look for, without stop words where there are others, and without the marks around them."""
    # FTS5 would end its expression at a NUL
    typed = [term for word in words.replace("\0", " ").split() if (term := word.strip(ENDS))]
    # in capitals they are names: “US”, “WHO”
    sought = [term for term in typed if (term.isupper() and len(term) > 1) or term.casefold() not in STOP_WORDS]
    return sought or typed


def expressions(connection: sqlite3.Connection, words: str) -> Iterator[str]:
    """The expressions of FTS5 to try one after the other, all of which require every word or what it stands for."""
    sought = terms(words)
    if not sought:
        return
    yield " ".join(map(phrase, sought))
    groups = alternatives(connection, sought)
    yield required(groups)
    spelt = [[*group, *corrections(connection, group[0])] for group in groups]
    if spelt != groups:
        yield required(spelt)


def strictest(connection: sqlite3.Connection, sql: str, words: str, limit: int) -> list[tuple[Any, ...]]:
    """The rows of a SELECT (its parameters are the expression and the limit) for the strictest reading of the words that has any."""
    found = (connection.execute(sql, (expression, limit)).fetchall() for expression in expressions(connection, words))
    return next(filter(None, found), [])


def loosely(connection: sqlite3.Connection, words: str) -> str:
    """The expression that any of the words satisfies, for what is nearest where nothing has all of them; empty without words."""
    groups = alternatives(connection, terms(words))
    return " OR ".join(one for group in groups for one in (*group, *corrections(connection, group[0])))


def alternatives(connection: sqlite3.Connection, sought: list[str]) -> list[list[str]]:
    """For each word, or each run of words that is a name, the phrases that may stand for it, as FTS5 writes them."""
    groups: list[list[str]] = []
    at = 0
    while at < len(sought):
        counted, ways = amounts.forms(sought[at:])
        if counted:
            groups.append(list(dict.fromkeys(map(phrase, [" ".join(sought[at : at + counted]), *ways]))))
            at += counted
            continue
        for length in range(min(LONGEST_NAME, len(sought) - at), 0, -1):
            name = " ".join(sought[at : at + length])
            others = [row[0] for row in connection.execute(NAMED, (name, OTHER_NAMES))]
            if length == 1 and not others and (initials := initialled(connection, name)):
                groups.append(list(map(phrase, (name, *initials))))
                at += length
                break
            if others or length == 1:
                beginning = [f"{phrase(name)} *"] if len(name) >= SHORTEST_PREFIX else []
                groups.append([phrase(name), *beginning, *(phrase(other) for other in others if other.casefold() != name.casefold())])
                at += length
                break
    return groups


def initialled(connection: sqlite3.Connection, word: str) -> list[str]:
    """The names whose initials a word is, as PLA for People’s Liberation Army, in capitals, or where no index has the word itself."""
    letters = word.replace(".", "")
    if not (letters.isalpha() and len(letters) in INITIALS) or not (
        sum(map(str.isupper, letters)) > 1 or not any(has(connection, table, phrase(word)) for table in SPELT)
    ):
        return []
    within = sum(map(str.isupper, letters)) > 1 and len(letters) > INITIALS.start  # DoD, in United States Department of Defense
    likely = connection.execute(INITIALLED, (("%" if within else "") + "%".join(letters) + "%",)).fetchall()
    names = [
        row[0] for row in likely for each in initials_of(row[0]) if each == letters.casefold() or (within and letters.casefold() in each)
    ]
    return list(dict.fromkeys(row[0] for name in names[:OTHER_NAMES] for row in connection.execute(NAMED, (name, OTHER_NAMES))))[
        :OTHER_NAMES
    ]


def initials_of(name: str) -> tuple[str, str]:
    """The initials of all words of a name, and of those that are no small words, in lower case."""
    parts = [part for part in SEPARATED.split(name) if part]
    return "".join(part[0] for part in parts).casefold(), "".join(part[0] for part in parts if part.casefold() not in STOP_WORDS).casefold()


def corrections(connection: sqlite3.Connection, written: str) -> list[str]:
    """The phrases for the words of the indexes that are spelt most like a word, if none of the indexes has it or a word that begins so."""
    word = written.strip('"').casefold()
    if len(word) < SHORTEST_MISSPELT or " " in word or any(has(connection, table, f"{written} *") for table in SPELT):
        return []
    from rapidfuzz import fuzz, process

    for beginnings, alike in (((word[0], word[:2]), ALIKE), (("",), ALIKE_ELSEWHERE)):  # few people mistake the first letter
        near = process.extract(word, sorted(known_words(connection, beginnings)), scorer=fuzz.ratio, score_cutoff=alike, limit=CORRECTIONS)
        if near:
            return [f"{phrase(term)} *" for term, _, _ in near]
    return []


def known_words(connection: sqlite3.Connection, beginnings: Iterable[str]) -> set[str]:
    """The words of each index that begin in the first of some ways of which it has no more than MOST_COMPARED, those of names first.

    A large base has a million words in its claims and quotes, which are compared where they begin like the word that is sought.
    """
    found = set[str]()
    for table in reversed(SPELT):
        sql = f"SELECT term FROM {table}_fts_terms WHERE term >= ? AND term <= ? LIMIT {MOST_COMPARED + 1}"
        many = (connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0) > MOST_COMPARED  # rows, and so words
        lists = (
            [row[0] for row in connection.execute(sql, (beginning, f"{beginning}\U0010ffff"))]
            for beginning in beginnings
            if beginning or not many
        )
        found |= set(next((words for words in lists if len(words) <= MOST_COMPARED), ()))
    return found


def has(connection: sqlite3.Connection, table: str, expression: str) -> bool:
    """Whether an index has anything that satisfies an expression."""
    return connection.execute(f"SELECT 1 FROM {table}_fts WHERE {table}_fts MATCH ? LIMIT 1", (expression,)).fetchone() is not None


def required(groups: list[list[str]]) -> str:
    """The expression that one phrase of each group satisfies."""
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)


def phrase(words: str) -> str:
    """The words as a phrase of FTS5, taken literally."""
    return '"{}"'.format(words.replace("\0", " ").replace('"', '""'))
