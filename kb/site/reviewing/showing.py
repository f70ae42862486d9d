"""What the page shows of one proposal: the words in their text, who may be meant and why, what its rule has been worth. Offsets are code points."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import sqlite3
from dataclasses import asdict
from typing import Any

from kb import review
from kb.propose.precision import of_rule
from kb.review import Waiting
from kb.site.reading import TEXT, one
from kb.site.writing import add, checking
from kb.site.writing.forms import Form

Row = dict[str, Any]
MARKED = ("content", "speaker", "cue")
REACH = 1_500  # of the text on each side, at most, where not all of it is shown
WHOLE = 200_000  # a longer text is not shown whole
ARTICLE = re.compile(r"^(the|an?)\s+", re.IGNORECASE)
LINE = re.compile(r"[^\r\n]+")


def told(connection: sqlite3.Connection, proposal_id: str, *, whole: bool) -> Row:
    """Everything about one proposal. Raises UsageError where there is none of that id."""
    waiting = review.find(connection, proposal_id)
    text = str(connection.execute(TEXT, (waiting.snapshot_id,)).fetchone()[0])
    source = "SELECT sources.id, title, url, published FROM sources WHERE id = ?"
    return {
        "waiting": waiting,
        "shown": digest(connection, waiting),
        "chain": chain(connection, waiting),
        "source": one(connection, source, waiting.source_id),
        "lines": lines(text, waiting, whole=whole),
        "speakers": speakers(connection, waiting),
        "similar": checking.similar(connection, review.claim_text(waiting.exact)),
        "measured": of_rule(waiting.rule),
        "here_tally": review.of_rules(connection).get(waiting.rule),
    }


def digest(connection: sqlite3.Connection, waiting: Waiting) -> str:
    """A fingerprint of what somebody sees when deciding: the proposal, its status, and who passes it on."""
    seen = json.dumps([asdict(waiting), chain(connection, waiting)], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(seen.encode()).hexdigest()[:32]


def chain(connection: sqlite3.Connection, waiting: Waiting) -> list[Row]:
    """Those within whose words it stands, the outermost first: who is credited there, and what was decided on that."""
    found: list[Row] = []
    parent_id = waiting.parent_id
    while parent_id:
        parent = review.find(connection, parent_id)
        sql = "SELECT id, label FROM entities WHERE id = coalesce((SELECT speaker_id FROM assertions WHERE id = ?), ?)"
        actor = one(connection, sql, parent.assertion_id, parent.speaker_id) or {"id": None, "label": None}
        found.insert(0, {"proposal": parent.id, "words": parent.speaker, "cue": parent.cue, "status": parent.status, **actor})
        parent_id = parent.parent_id
    return found


def defaults(waiting: Waiting) -> Form:
    """The form as it is before anybody types."""
    proposed = {name: str(getattr(waiting, name) or "") for name in ("act", "stance", "certainty", "kind", "cue")}
    words = {"text": review.claim_text(waiting.exact), "quote": waiting.exact, "speaker": waiting.speaker_id or ""}
    return Form(proposed | words | {"new-name": waiting.speaker or ""})


def spans(waiting: Waiting) -> dict[str, tuple[int, int]]:
    """Where each marked part stands."""
    found = {"content": (waiting.start_char, waiting.end_char)}
    for name, start, end in (
        ("speaker", waiting.speaker_start_char, waiting.speaker_end_char),
        ("cue", waiting.cue_start_char, waiting.cue_end_char),
    ):
        if start is not None and end is not None:
            found[name] = (start, end)
    return found


def lines(text: str, waiting: Waiting, *, whole: bool) -> list[list[tuple[str, tuple[str, ...]]]]:
    """The paragraphs around the words, or of the whole text: each a list of (words, which of MARKED they belong to)."""
    marked = spans(waiting)
    low, high = (0, len(text)) if whole and len(text) <= WHOLE else window(text, marked)
    cuts = sorted({place for span in marked.values() for place in span})
    found = []
    for line in LINE.finditer(text, low, high):
        if line[0].strip():
            places = [line.start(), *(place for place in cuts if line.start() < place < line.end()), line.end()]
            found.append([(text[a:b], over(marked, a, b)) for a, b in itertools.pairwise(places)])
    return found


def over(marked: dict[str, tuple[int, int]], start: int, end: int) -> tuple[str, ...]:
    """Which marked parts cover this stretch, which none of them begins or ends inside of."""
    return tuple(name for name in MARKED if name in marked and marked[name][0] <= start and end <= marked[name][1])


def window(text: str, marked: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """From the start of the paragraph before the marked words to the end of the one after them, within REACH."""
    start, end = min(low for low, _ in marked.values()), max(high for _, high in marked.values())
    least, most = max(0, start - REACH), min(len(text), end + REACH)
    own_start, own_end = text.rfind("\n", 0, start) + 1, line_end(text, end)
    before = len(text[:own_start].rstrip())  # where the paragraph before ends
    after = own_end + len(text[own_end:most]) - len(text[own_end:most].lstrip())
    return max(least, text.rfind("\n", 0, before) + 1), min(most, line_end(text, after))


def line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def speakers(connection: sqlite3.Connection, waiting: Waiting) -> list[Row]:
    """Actors that may be meant, each with why: whom the name was matched with, then names of the base that are near it."""
    found: dict[str, Row] = {}
    matched = waiting.found.get("speaker") or {}
    if waiting.speaker_id:
        found[waiting.speaker_id] = {"id": waiting.speaker_id, "label": matched.get("label", ""), "why": matched.get("why", "matched")}
    if waiting.speaker:
        for row in checking.names(connection, ARTICLE.sub("", waiting.speaker), "actor"):
            why = "its name is like it" if row.get("near") else f"also called {row['also']}" if row.get("also") else "a name of the base"
            found.setdefault(row["id"], {"id": row["id"], "label": row["label"], "why": why})
    for mention in waiting.found.get("mentions", []) if waiting.attributed else []:
        for match in mention["matches"]:
            if match["entity_id"] and is_actor(connection, match["entity_id"]):
                why = f"“{mention['text']}” in the words: {match['why']}"
                found.setdefault(match["entity_id"], {"id": match["entity_id"], "label": match["label"], "why": why})
    return list(found.values())


def is_actor(connection: sqlite3.Connection, entity_id: str) -> bool:
    return (
        connection.execute("SELECT 1 FROM entities WHERE id = ? AND kind = 'actor' AND status = 'current'", (entity_id,)).fetchone()
        is not None
    )


def offered(connection: sqlite3.Connection) -> Row:
    """What the fields offer: words of the vocabulary, names, predicates, kinds of actors."""
    return add.choices(connection)
