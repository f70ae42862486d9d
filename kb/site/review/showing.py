"""What the page shows of a proposal: its words in the text, possible speakers, and the precision of its rule. Offsets are code points."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import sqlite3
from dataclasses import asdict

from kb import review
from kb.base.model import Row
from kb.names.lookup import Lookup
from kb.propose.precision import of_rule
from kb.review import Waiting
from kb.site.editing import checking, naming
from kb.site.editing.forms import Form
from kb.site.page_data import TEXT, first_row
from kb.texts.person_names import bare

MARKED = ("content", "speaker", "cue")
NAMING = ("speaker", "subject", "predicate", "object", "place", "event")  # fields that name a row
REACH = 1_500  # code points of the text on each side, at most, where not all of it is shown
WHOLE = 200_000  # code points; a longer text is not shown whole
ARTICLE = re.compile(r"^(the|an?)\s+", re.IGNORECASE)
LINE = re.compile(r"[^\r\n]+")


def details(connection: sqlite3.Connection, proposal_id: str, *, whole: bool) -> Row:
    """Return everything that the page shows of a proposal. Raises UsageError where there is none with this id."""
    waiting = review.find(connection, proposal_id)
    text = str(connection.execute(TEXT, (waiting.snapshot_id,)).fetchone()[0])
    source = "SELECT sources.id, title, url, published FROM sources WHERE id = ?"
    return {
        "waiting": waiting,
        "shown": digest(connection, waiting),
        "chain": chain(connection, waiting),
        "source": first_row(connection, source, waiting.source_id),
        "lines": lines(text, waiting, whole=whole),
        "speakers": speakers(connection, waiting),
        "missing": review.missing(Lookup(connection), waiting),
        "similar": checking.similar(connection, review.claim_text(waiting.exact)),
        "measured": of_rule(waiting.rule),
        "here_tally": review.of_rules(connection).get(waiting.rule),
    }


def digest(connection: sqlite3.Connection, waiting: Waiting) -> str:
    """Return a digest of what a person sees when deciding: the proposal, its status, and the proposals that report it."""
    seen = json.dumps([asdict(waiting), chain(connection, waiting)], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(seen.encode()).hexdigest()[:32]


def chain(connection: sqlite3.Connection, waiting: Waiting) -> list[Row]:
    """Return the proposals that report this one, outermost first, each with its speaker and status."""
    reporting: list[Row] = []
    parent_id = waiting.parent_id
    while parent_id:
        parent = review.find(connection, parent_id)
        sql = "SELECT id, label FROM entities WHERE id = coalesce((SELECT speaker_id FROM assertions WHERE id = ?), ?)"
        actor = first_row(connection, sql, parent.assertion_id, parent.speaker_id) or {"id": None, "label": None}
        reporting.insert(0, {"proposal": parent.id, "words": parent.speaker, "cue": parent.cue, "status": parent.status, **actor})
        parent_id = parent.parent_id
    return reporting


def defaults(connection: sqlite3.Connection, waiting: Waiting) -> Form:
    """Return the form as it is before a person edits it."""
    proposed = {name: str(getattr(waiting, name) or "") for name in ("act", "stance", "certainty", "kind", "cue")}
    words = {"text": review.claim_text(waiting.exact), "quote": waiting.exact}
    return Form(proposed | words | suggested(connection, waiting) | {"new-name": bare(waiting.speaker or "")})


def suggested(connection: sqlite3.Connection, waiting: Waiting) -> dict[str, str]:
    """Return what is suggested for the fields of a proposal, as the form shows it: names in place of ids."""
    values = review.suggested_values(Lookup(connection), waiting)
    return values | naming.by_name(connection, {name: values[name] for name in NAMING if name in values})


def spans(waiting: Waiting) -> dict[str, tuple[int, int]]:
    """Return the (start, end) of each marked part of the text."""
    marked = {"content": (waiting.start_char, waiting.end_char)}
    for name, start, end in (
        ("speaker", waiting.speaker_start_char, waiting.speaker_end_char),
        ("cue", waiting.cue_start_char, waiting.cue_end_char),
    ):
        if start is not None and end is not None:
            marked[name] = (start, end)
    return marked


def lines(text: str, waiting: Waiting, *, whole: bool) -> list[list[tuple[str, tuple[str, ...]]]]:
    """Return the paragraphs around the words, or of the whole text, each a list of (words, names of MARKED that they belong to)."""
    marked = spans(waiting)
    low, high = (0, len(text)) if whole and len(text) <= WHOLE else window(text, marked)
    cuts = sorted({offset for span in marked.values() for offset in span})
    paragraphs = []
    for line in LINE.finditer(text, low, high):
        if line[0].strip():
            offsets = [line.start(), *(offset for offset in cuts if line.start() < offset < line.end()), line.end()]
            paragraphs.append([(text[a:b], covering(marked, a, b)) for a, b in itertools.pairwise(offsets)])
    return paragraphs


def covering(marked: dict[str, tuple[int, int]], start: int, end: int) -> tuple[str, ...]:
    """Return the names of the marked parts that cover a span. None of them begins or ends within it."""
    return tuple(name for name in MARKED if name in marked and marked[name][0] <= start and end <= marked[name][1])


def window(text: str, marked: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Return the (start, end) of the marked words with the paragraphs before and after them, within REACH."""
    start, end = min(low for low, _ in marked.values()), max(high for _, high in marked.values())
    least, most = max(0, start - REACH), min(len(text), end + REACH)
    own_start, own_end = text.rfind("\n", 0, start) + 1, line_end(text, end)
    before = len(text[:own_start].rstrip())  # where the paragraph before ends
    after = own_end + len(text[own_end:most]) - len(text[own_end:most].lstrip())
    return max(least, text.rfind("\n", 0, before) + 1), min(most, line_end(text, after))


def line_end(text: str, offset: int) -> int:
    """Return the offset of the next line end, or of the end of the text."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def speakers(connection: sqlite3.Connection, waiting: Waiting) -> list[Row]:
    """Return the actors who may be the speaker, each with the reason: the matched one, then those with near names."""
    actors: dict[str, Row] = {}
    matched = waiting.found.get("speaker") or {}
    if waiting.speaker_id:
        actors[waiting.speaker_id] = {"id": waiting.speaker_id, "label": matched.get("label", ""), "why": matched.get("why", "matched")}
    if waiting.speaker:
        for row in checking.names(connection, bare(ARTICLE.sub("", waiting.speaker)), "actor"):
            why = "its name is like it" if row.get("near") else f"also called {row['also']}" if row.get("also") else "a name of the base"
            actors.setdefault(row["id"], {"id": row["id"], "label": row["label"], "why": why})
    for mention in waiting.found.get("mentions", []) if waiting.attributed else []:
        for match in mention["matches"]:
            if match["entity_id"] and is_actor(connection, match["entity_id"]):
                why = f"“{mention['text']}” in the words: {match['why']}"
                actors.setdefault(match["entity_id"], {"id": match["entity_id"], "label": match["label"], "why": why})
    names = naming.by_name(connection, {actor_id: actor_id for actor_id in actors})
    return [{**row, "name": names[row["id"]]} for row in actors.values()]


def is_actor(connection: sqlite3.Connection, entity_id: str) -> bool:
    """Return whether the entity is a current actor."""
    return (
        connection.execute("SELECT 1 FROM entities WHERE id = ? AND kind = 'actor' AND status = 'current'", (entity_id,)).fetchone()
        is not None
    )
