"""The home page: what the base holds, some questions answered on the spot, and the ways in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from datasette.utils.asgi import Response

from kb.site.reading import Row, column, count, kept, one, quoted, rows, words
from kb.site.visit import Visit

COUNTS = {
    "claims": "SELECT count(*) FROM claims WHERE status NOT IN ('proposed', 'retracted')",
    "assertions": "SELECT count(*) FROM assertions WHERE status NOT IN ('proposed', 'retracted')",
    "held": "SELECT count(*) FROM sources WHERE snapshot_id IS NOT NULL",
    "cited": "SELECT count(*) FROM sources WHERE snapshot_id IS NULL",
    "speakers": "SELECT count(DISTINCT speaker_id) FROM assertions",
    "events": "SELECT count(*) FROM events",
}
SOURCES = """
SELECT sources.id, sources.title, published, publisher.name AS publisher,
  (SELECT count(DISTINCT claim_id) FROM assertions WHERE source_id = sources.id AND status NOT IN ('proposed', 'retracted')) AS claims
FROM sources JOIN entities ON entities.id = sources.id LEFT JOIN actors AS publisher ON publisher.id = publisher_id
WHERE snapshot_id IS NOT NULL AND entities.status = 'current' ORDER BY published DESC, sources.id LIMIT 12"""
# The first count ranks by the index alone, over the whole base; the second is exact, for the few that are shown.
SPEAKERS = """
SELECT actors.id, actors.name AS label,
  (SELECT count(*) FROM assertions WHERE speaker_id = actors.id AND status NOT IN ('proposed', 'retracted')) AS claims
FROM (SELECT speaker_id FROM assertions GROUP BY speaker_id ORDER BY count(*) DESC LIMIT 14) AS said
JOIN actors ON actors.id = speaker_id ORDER BY claims DESC, label"""
TALKED_OF = """
SELECT entities.id, entities.kind, entities.label,
  (SELECT count(*) FROM claims WHERE subject_id = entities.id AND status NOT IN ('proposed', 'retracted')) AS claims
FROM (SELECT subject_id FROM claims WHERE subject_id IS NOT NULL GROUP BY subject_id ORDER BY count(*) DESC LIMIT 14) AS about
JOIN entities ON entities.id = subject_id ORDER BY claims DESC, label"""
EVENTS = """
SELECT events.id, events.name, date, actuality FROM events JOIN entities ON entities.id = events.id
WHERE earliest IS NOT NULL AND entities.status = 'current' ORDER BY earliest DESC LIMIT 10"""
# Claims that contradict, those of the same time first; which two voices, tells the view.
CONTRADICTING = """
SELECT from_claim_id, to_claim_id FROM relations WHERE relation = ? AND status NOT IN ('proposed', 'retracted')
ORDER BY comparable IS NOT 'same-time', id LIMIT 12"""
PARTED = """
SELECT * FROM disagreements WHERE claim_a_id = ? AND claim_b_id = ? AND kind IN ('contradicts', 'updates') AND direction <> 'b-to-a'
ORDER BY source_a_id = source_b_id LIMIT 1"""
BOTH_WAYS = """
SELECT DISTINCT one.claim_id FROM assertions AS one JOIN assertions AS other ON other.claim_id = one.claim_id AND other.stance = 'affirms'
WHERE one.stance = 'denies' AND one.status = 'reviewed' AND other.status = 'reviewed' LIMIT 12"""
VOICE = "SELECT assertion_id FROM voices WHERE claim_id = ? AND source_id = ? AND speaker_id = ? AND stance = ? LIMIT 1"
FIRST_OF_EACH = "SELECT assertion_id FROM voices WHERE claim_id = ? AND stance = ? LIMIT 1"
DENIED = """
SELECT assertions.id FROM assertions JOIN claims ON claims.id = claim_id WHERE stance = 'denies' AND level = 0 AND cue IS NOT NULL
  AND assertions.status = 'reviewed' AND claims.status = 'reviewed' LIMIT 1"""
REPORTED = """
SELECT assertions.id FROM assertions JOIN claims ON claims.id = claim_id JOIN actors ON actors.id = speaker_id
WHERE level > 0 AND work_id IS NOT NULL AND assertions.status = 'reviewed' AND claims.status = 'reviewed' LIMIT 1"""
NUMBER = """
SELECT (SELECT assertion_id FROM who_says_what AS said WHERE said.claim_id = largest.claim_id LIMIT 1) FROM (SELECT claim_id FROM quantities
JOIN claims ON claims.id = claim_id WHERE claims.status = 'reviewed' ORDER BY value DESC LIMIT 1) AS largest"""
NOT_HAPPENED = """
SELECT (SELECT assertion_id FROM who_says_what AS said WHERE said.claim_id = claims.id ORDER BY stance = 'uncommitted' LIMIT 1)
FROM events JOIN claims ON claims.event_id = events.id WHERE actuality = ? AND claims.status = 'reviewed' LIMIT 1"""
HEDGED = """
SELECT assertions.id FROM assertions JOIN claims ON claims.id = claim_id WHERE certainty = 'possible' AND stance <> 'uncommitted' AND cue IS NOT NULL
  AND assertions.status = 'reviewed' AND claims.status = 'reviewed' LIMIT 1"""
ANSWERS = 5


def first(connection: sqlite3.Connection, sql: str, *parameters: object) -> list[Row]:
    """The quote of the one assertion that the SELECT finds, or none."""
    return quoted(connection, [name for name in column(connection, sql, *parameters) if name])


def parted(connection: sqlite3.Connection, relation: str) -> list[Row]:
    """Two voices, of two sources if possible, whose claims are so related."""
    best: list[Row] = []
    for from_id, to_id in connection.execute(CONTRADICTING, (relation,)).fetchall():
        pair = one(connection, PARTED, from_id, to_id)
        if pair:
            names = [
                column(
                    connection,
                    VOICE,
                    *(pair[f"{part}_{side}{'_id' if part != 'stance' else ''}"] for part in ("claim", "source", "speaker", "stance")),
                )
                for side in "ab"
            ]
            found = quoted(connection, [name for side in names for name in side])
            if len(found) == 2 and found[0]["source_id"] != found[1]["source_id"]:
                return found
            best = best or found
    return best


def both_ways(connection: sqlite3.Connection) -> list[Row]:
    """One claim that one voice affirms and another denies."""
    for claim_id in column(connection, BOTH_WAYS):
        found = first(connection, FIRST_OF_EACH, claim_id, "affirms") + first(connection, FIRST_OF_EACH, claim_id, "denies")
        if len(found) == 2:
            return found
    return []


# The question, what finds its answer, and the named question that lists them all.
QUESTIONS: tuple[tuple[str, Callable[[sqlite3.Connection], list[Row]], str], ...] = (
    ("Where do voices disagree?", lambda connection: parted(connection, "contradicts") or both_ways(connection), "where-texts-disagree"),
    ("Who passes on whose words?", lambda connection: first(connection, REPORTED), "chains"),
    ("What did not happen?", lambda connection: first(connection, NOT_HAPPENED, "did-not-happen"), "did-not-happen"),
    ("Which numbers are given?", lambda connection: first(connection, NUMBER), "numbers"),
    ("What is said to be otherwise now?", lambda connection: parted(connection, "updates"), "updates"),
    ("What is denied?", lambda connection: first(connection, DENIED), "denials"),
    ("What is only said to be possible?", lambda connection: first(connection, HEDGED), "hedged"),
    ("What is planned?", lambda connection: first(connection, NOT_HAPPENED, "planned"), "predictions"),
)


def read(connection: sqlite3.Connection) -> Row:
    answers: list[Row] = []
    for title, answer, name in QUESTIONS:
        found = answer(connection)
        if found and len(answers) < ANSWERS:
            answers.append({"title": title, "quotes": found, "question": name})
    return {
        "counts": {name: count(connection, sql) for name, sql in COUNTS.items()},
        "answers": answers,
        "sources": rows(connection, SOURCES),
        "speakers": rows(connection, SPEAKERS),
        "talked_of": rows(connection, TALKED_OF),
        "events": rows(connection, EVENTS),
        "words": words(connection),
    }


async def view(visit: Visit) -> Response:
    """The home page."""
    return await visit.page("kb/home.html", **await visit.read(kept, "home", read))
