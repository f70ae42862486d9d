"""What an accepted claim links: the names in its words, the subject's part in its event, and its relations to other claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kb import changes
from kb.base import ids
from kb.base.model import Row
from kb.base.runs import Run
from kb.base.words import Verdict
from kb.facts import Added
from kb.names.entities import plan_relation
from kb.names.lookup import Lookup
from kb.review.queue import Waiting
from kb.review.suggested import known
from kb.review.words import PRONOUNS

NAME, DESCRIPTION = "name", "description"  # words of mentions.sense
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
DEFINITE = re.compile(r"(?:the|this|that|these|those)\s", re.IGNORECASE)
Related = tuple[str, str]  # a word of relations.relation, and the id of the other claim


def record_mentions(run: Run, waiting: Waiting, added: Added) -> None:
    """Record which words stand for the entities of the accepted fact: names in its words, its speaker, and its subject and object."""
    lookup = Lookup(run.connection)
    entities = entities_of(run, added)
    rows = [row for row in (*named(lookup, waiting), *spoken(lookup, waiting, added)) if row["entity_id"] in entities]
    for row in rows:
        run.put("mentions", row)


def named(lookup: Lookup, waiting: Waiting) -> Iterator[Row]:
    """Yield a row of `mentions` for each name in the words that stands for an entity which the base has by now."""
    for found in waiting.found.get("mentions", ()):
        for match in found["matches"][:1]:
            entity = known(lookup, {"id": match["entity_id"] or ids.slug(match["label"]), "label": match["label"]}, waiting.snapshot_id)
            if entity:
                yield mention(waiting, (found["start_char"], found["text"]), entity, match["sense"] or NAME)


def spoken(lookup: Lookup, waiting: Waiting, added: Added) -> Iterator[Row]:
    """Yield a row of `mentions` for the words that name the speaker, and for subject and object as the text words them."""
    statement = waiting.found.get("statement") or {}
    columns = "SELECT subject_id, object_id FROM claims WHERE id = ?"
    subject, object_ = lookup.connection.execute(columns, (added.claim_id,)).fetchone()
    parts = [(waiting.speaker_start_char, waiting.speaker, added.assertions[-1]["speaker_id"])]
    for name, entity in (("subject", subject), ("object", object_)):
        argument = statement.get(name)
        # A person may have taken other words for the subject or object; "the company" then still stands for what the person said it is.
        if argument and (entity == known(lookup, statement["about"][name], waiting.snapshot_id) or DEFINITE.match(argument["text"])):
            parts.append((argument["start_char"], argument["text"], entity))
    for start, words, entity in parts:
        if start is None or not words or not entity or words.casefold() in PRONOUNS:
            continue
        article = ARTICLE.match(words)
        bare = words[article.end() :] if article else words
        is_name = entity in {row[0] for row in lookup.by_name(bare)}
        place = (start + len(words) - len(bare), bare) if is_name else (start, words)
        yield mention(waiting, place, entity, NAME if is_name else DESCRIPTION)


def mention(waiting: Waiting, place: tuple[int, str], entity: str, sense: str) -> Row:
    """Return the row of `mentions` for words at a place, given as (start, words)."""
    start, words = place
    end = start + len(words)
    row: Row = {"id": ids.mention_id(waiting.snapshot_id, start, end, entity), "snapshot_id": waiting.snapshot_id}
    return row | {"start_char": start, "end_char": end, "exact": words, "entity_id": entity, "sense": sense}


def entities_of(run: Run, added: Added) -> set[str]:
    """Return the ids of everything that a recorded fact names: subject, object, place, event and speakers."""
    columns = "subject_id, object_id, place_id, event_id"
    row: tuple[Any, ...] = run.connection.execute(f"SELECT {columns} FROM claims WHERE id = ?", (added.claim_id,)).fetchone()
    return {value for value in (*row, *(one["speaker_id"] for one in added.assertions)) if value}


def relate(run: Run, claim_id: str, related: Iterable[Related]) -> None:
    """Record the relations that a person confirmed between the accepted claim and others, as reviewed by that person."""
    lookup = Lookup(run.connection)
    for relation, other in related:
        rationale = f"confirmed by {run.contributor} while the text was reviewed"
        row = plan_relation(lookup, {"from": claim_id, "to": other, "relation": relation, "rationale": rationale})
        if run.put("relations", row, key=("from_claim_id", "to_claim_id", "relation")):
            changes.review_one(run, ("relations", row["id"]), Verdict.CARRIES, None)
