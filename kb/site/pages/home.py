"""The home page, with the contents of the base in numbers, some questions with an example of an answer, and links into the base."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import cast

from datasette.utils.asgi import Response

from kb.base.contract_rows import ComparisonRow
from kb.base.model import Row
from kb.site.counting import cached
from kb.site.page_data import QuotedRow, column, count, first_row, listed, quoted_rows, rows, voices_of_pair, words
from kb.site.pages.compare import CLOSEST_NAME, closest_sources
from kb.site.visit import Visit

COUNTS = {
    "claims": "SELECT count(*) FROM claims WHERE status NOT IN ('proposed', 'retracted')",
    "held": "SELECT count(*) FROM sources WHERE snapshot_id IS NOT NULL",
    "cited": "SELECT count(*) FROM sources WHERE snapshot_id IS NULL",
    "events": "SELECT count(*) FROM events JOIN entities ON entities.id = events.id WHERE entities.status = 'current'",
}
SOURCES = """
SELECT sources.id, sources.title, published, publisher.name AS publisher,
  (SELECT claims_in FROM entity_counts WHERE entity_id = sources.id) AS claims
FROM sources JOIN entities ON entities.id = sources.id LEFT JOIN actors AS publisher ON publisher.id = publisher_id
WHERE snapshot_id IS NOT NULL AND entities.status = 'current' ORDER BY published DESC, sources.id LIMIT 12"""
BESIDE = """
SELECT sources.id, coalesce(publisher.name, sources.title) AS name FROM json_each(?) AS wanted JOIN sources ON sources.id = wanted.value
LEFT JOIN actors AS publisher ON publisher.id = publisher_id ORDER BY wanted.key"""
# Indexes alone choose who may have most, over the whole base; the exact numbers of those few are in entity_counts.
SPEAKERS = """
SELECT actors.id, actors.name AS label,
  (SELECT claims_by FROM entity_counts WHERE entity_id = actors.id) AS claims
FROM (SELECT speaker_id FROM assertions GROUP BY speaker_id ORDER BY count(*) DESC LIMIT 40) AS said
JOIN actors ON actors.id = speaker_id ORDER BY claims DESC, label LIMIT 14"""
SUBJECTS = """
SELECT entities.id, entities.kind, entities.label,
  (SELECT claims_about FROM entity_counts WHERE entity_id = entities.id) AS claims
FROM (SELECT id FROM (SELECT subject_id AS id, count(*) AS times FROM claims WHERE subject_id IS NOT NULL GROUP BY subject_id
    UNION ALL SELECT object_id, count(*) FROM claims WHERE object_id IS NOT NULL GROUP BY object_id)
  GROUP BY id ORDER BY sum(times) DESC LIMIT 40) AS named
JOIN entities ON entities.id = named.id ORDER BY claims DESC, label LIMIT 14"""
EVENTS = """
SELECT events.id, events.name, date, actuality FROM events JOIN entities ON entities.id = events.id
WHERE earliest IS NOT NULL AND entities.status = 'current' ORDER BY earliest DESC LIMIT 10"""
# Pairs of claims in one relation, those about the same time first, and claims that somebody denies; the views tell which pairs of voices meet.
RELATED = """
SELECT from_claim_id, to_claim_id FROM relations WHERE relation = ? AND status NOT IN ('proposed', 'retracted')
ORDER BY coalesce(comparable, '') NOT LIKE '%same-time%', id LIMIT 12"""
FIRST_PAIR = """
SELECT * FROM comparisons WHERE claim_a_id = ? AND claim_b_id = ? AND finding = ? AND direction <> 'b-to-a'
ORDER BY source_a_id = source_b_id LIMIT 1"""
CONTESTED = """
SELECT DISTINCT claim_id FROM standing WHERE stance = 'denies' AND EXISTS (SELECT 1 FROM standing AS other
  WHERE other.claim_id = standing.claim_id AND other.stance = 'affirms') LIMIT 12"""
AFFIRMED_AND_DENIED = "SELECT * FROM disagreements WHERE claim_a_id = ? AND kind = 'same-claim' AND stance_a = 'affirms' LIMIT 1"
DENIED = """
SELECT assertions.id FROM assertions JOIN claims ON claims.id = claim_id WHERE stance = 'denies' AND level = 0 AND cue IS NOT NULL
  AND assertions.status NOT IN ('proposed', 'retracted', 'disputed') AND claims.status NOT IN ('proposed', 'retracted', 'disputed') LIMIT 1"""
REPORTED = """
SELECT assertions.id FROM assertions JOIN claims ON claims.id = claim_id JOIN actors ON actors.id = speaker_id
WHERE level > 0 AND work_id IS NOT NULL AND assertions.status NOT IN ('proposed', 'retracted', 'disputed') AND claims.status NOT IN ('proposed', 'retracted', 'disputed') LIMIT 1"""
NUMBER = """
SELECT (SELECT assertion_id FROM who_says_what AS said WHERE said.claim_id = largest.claim_id LIMIT 1) FROM (
  SELECT claim_id FROM (SELECT claim_id FROM quantities ORDER BY value DESC LIMIT -1) CROSS JOIN claims ON claims.id = claim_id
  WHERE claims.status NOT IN ('proposed', 'retracted', 'disputed') LIMIT 1) AS largest"""
NOT_HAPPENED = """
SELECT (SELECT assertion_id FROM who_says_what AS said WHERE said.claim_id = claims.id ORDER BY stance = 'uncommitted' LIMIT 1)
FROM events JOIN claims ON claims.event_id = events.id WHERE actuality = ? AND claims.status NOT IN ('proposed', 'retracted', 'disputed') LIMIT 1"""
HEDGED = """
SELECT assertions.id FROM assertions JOIN claims ON claims.id = claim_id WHERE certainty = 'possible' AND stance <> 'uncommitted' AND cue IS NOT NULL
  AND assertions.status NOT IN ('proposed', 'retracted', 'disputed') AND claims.status NOT IN ('proposed', 'retracted', 'disputed') LIMIT 1"""
ANSWERS = 5
NAME = "home"  # under which it is remembered


def first_quote(connection: sqlite3.Connection, sql: str, *parameters: object) -> list[QuotedRow]:
    """A list of the quote of the assertion that the SELECT finds, empty where it finds none."""
    return quoted_rows(connection, [assertion_id for assertion_id in column(connection, sql, *parameters) if assertion_id])


def quotes_of(connection: sqlite3.Connection, pair: Row | None) -> list[QuotedRow]:
    """The quotes of the two voices of a row of `comparisons`, empty where there is none."""
    return quoted_rows(connection, voices_of_pair(connection, cast("ComparisonRow", pair))) if pair else []


def contrasting(connection: sqlite3.Connection, relation: str, finding: str) -> list[QuotedRow]:
    """The quotes of two voices whose claims stand in this relation with this finding, from two sources if possible, empty where there are none."""
    same_source: list[QuotedRow] = []
    for from_id, to_id in connection.execute(RELATED, (relation,)).fetchall():
        quotes = quotes_of(connection, first_row(connection, FIRST_PAIR, from_id, to_id, finding))
        if len(quotes) == 2 and quotes[0]["source_id"] != quotes[1]["source_id"]:
            return quotes
        same_source = same_source or quotes
    return same_source


def affirmed_and_denied(connection: sqlite3.Connection) -> list[QuotedRow]:
    """The quotes of two voices, of which the first affirms a claim and the second denies it, empty where there are none."""
    for claim_id in column(connection, CONTESTED):
        quotes = quotes_of(connection, first_row(connection, AFFIRMED_AND_DENIED, claim_id))
        if len(quotes) == 2:
            return quotes
    return []


# The question in words, the function that finds an example, and the named question that lists all answers.
QUESTIONS: tuple[tuple[str, Callable[[sqlite3.Connection], list[QuotedRow]], str], ...] = (
    (
        "Where do voices disagree?",
        lambda connection: contrasting(connection, "contradicts", "disagreement") or affirmed_and_denied(connection),
        "where-texts-disagree",
    ),
    ("Who reports whom?", lambda connection: first_quote(connection, REPORTED), "chains"),
    ("What did not happen?", lambda connection: first_quote(connection, NOT_HAPPENED, "did-not-happen"), "did-not-happen"),
    ("Which numbers are given?", lambda connection: first_quote(connection, NUMBER), "numbers"),
    ("What is said to have changed?", lambda connection: contrasting(connection, "updates", "changed since"), "updates"),
    ("What is denied?", lambda connection: first_quote(connection, DENIED), "denials"),
    ("What is only said to be possible?", lambda connection: first_quote(connection, HEDGED), "hedged"),
    ("What is planned?", lambda connection: first_quote(connection, NOT_HAPPENED, "planned"), "predictions"),
)


def read(connection: sqlite3.Connection) -> Row:
    """The data of the page."""
    answers: list[Row] = []
    for title, find_quotes, name in QUESTIONS:
        if len(answers) == ANSWERS:
            break
        if quotes := find_quotes(connection):
            answers.append({"title": title, "quotes": quotes, "question": name})
    return {
        "counts": {name: count(connection, sql) for name, sql in COUNTS.items()},
        "answers": answers,
        "sources": rows(connection, SOURCES),
        "beside": rows(connection, BESIDE, listed(cached(connection, CLOSEST_NAME, closest_sources))),
        "speakers": rows(connection, SPEAKERS),
        "subjects": rows(connection, SUBJECTS),
        "events": rows(connection, EVENTS),
        "words": words(connection),
    }


async def view(visit: Visit) -> Response:
    """Answers with the home page."""
    return await visit.page("kb/home.html", **await visit.read(cached, NAME, read))
