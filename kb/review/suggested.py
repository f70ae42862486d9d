"""What the statement of a proposal suggests for the fact: its wording, subject, predicate, object, place, time and event.

Only rows that the base has by now are suggested for fields that name one, so that an actor who is recorded while an article is under
review is found for all its other proposals too.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Any

from kb import propose
from kb.base.model import Row
from kb.names.entities import NewEntity
from kb.names.lookup import Lookup
from kb.propose import json_lines
from kb.review.queue import Waiting

FIELDS = ("speaker", "text", "subject", "predicate", "object", "object_text", "place", "about", "event")
MARKED = "SELECT DISTINCT entity_id FROM mentions WHERE snapshot_id = ? AND exact = ? AND sense = 'name' AND status <> 'retracted'"


def values(lookup: Lookup, waiting: Waiting) -> dict[str, str]:
    """Return the values of FIELDS that a proposal suggests. Those it does not suggest are left out."""
    spoken = {"speaker": speaker(lookup, waiting)} if waiting.attributed else {}
    statement = waiting.found.get("statement")
    if not statement:
        return {field: value for field, value in spoken.items() if value}
    about = statement["about"]
    who = spoken.get("speaker") if first_person(waiting, statement) else None
    found = spoken | {
        "text": statement["claim"],
        "subject": who or known(lookup, about["subject"], waiting.snapshot_id),
        "predicate": predicate(lookup.connection, about["predicate"]),
        "object": known(lookup, about["object"], waiting.snapshot_id),
        "place": known(lookup, about["place"], waiting.snapshot_id),
        "about": own_date(waiting, about.get("event")) or only([date["edtf"] for date in waiting.found.get("dates", ()) if date["edtf"]]),
        "event": known(lookup, about.get("event"))
        or only([match for mention in waiting.found.get("mentions", ()) if (match := event_of(mention))]),
    }
    if not found["object"] and about["object_text"]:
        found["object_text"] = about["object_text"]
    return {field: value for field, value in found.items() if value}


def reworded(lookup: Lookup, waiting: Waiting, text: str) -> dict[str, str]:
    """Return the values of FIELDS that a claim suggests in the words that a person gave it, without the wording and the speaker.

    The sentence is parsed like one of an article of the same day. It suggests nothing where no parser is installed or no clause is read.
    """
    published = lookup.connection.execute("SELECT published FROM sources WHERE id = ?", (waiting.source_id,)).fetchone()[0]
    proposals = propose.propose(text, lookup, anchor=published, language="en")
    main = next((one for one in proposals if one.statement is not None), None)
    if main is None:
        return {}
    printed = json_lines.record(main)
    found = {key: printed[key] for key in ("dates", "quantities", "mentions", "statement")}
    read = values(lookup, replace(waiting, found=found | {"speaker": waiting.found.get("speaker")}))
    return {field: value for field, value in read.items() if field not in ("text", "speaker")}


def after_rewording(lookup: Lookup, waiting: Waiting, found: dict[str, str], text: str) -> dict[str, str]:
    """Return what is suggested for a claim that a person reworded: what its new words say, and what they still hold of the old ones.

    A triple that is not read from the new words stays only if they name its subject and its object still.
    """
    new = reworded(lookup, waiting, text)
    triple = {field: found[field] for field in ("subject", "predicate", "object", "object_text") if field in found}
    about = (waiting.found.get("statement") or {}).get("about") or {}
    named = [about["subject"]["label"] if about.get("subject") else None, about.get("object_text")]
    kept = triple if all(words and words.lower() in text.lower() for words in named) else {}
    if "subject" in new and "predicate" in new and ("object" in new or "object_text" in new):
        kept = {}
    rest = {field: value for field, value in found.items() if field not in triple}
    return rest | kept | {field: value for field, value in new.items() if field not in kept}


def first_person(waiting: Waiting, statement: dict[str, Any]) -> bool:
    """Whether the subject is the speaker of a quotation: "we" in “we support it”, her colleague said."""
    subject = statement["subject"]
    return bool(subject) and subject["text"].lower() in ("i", "we") and any(mark in waiting.exact for mark in '“"‘«„')


def speaker(lookup: Lookup, waiting: Waiting) -> str | None:
    """Return the id of the actor who is the speaker, matched when the article was read or recorded since, or None."""
    found = waiting.found.get("speaker") or {}
    said = settled(lookup, found.get("label"), waiting.snapshot_id)
    if said and lookup.by_id(said)[0][1] == "actor":
        return said
    return waiting.speaker_id or known(lookup, {"id": found.get("id"), "label": found["label"]} if found.get("new") else None)


def settled(lookup: Lookup, name: str | None, snapshot_id: str) -> str | None:
    """Return the id of the entity that this name stands for wherever it is marked in a text, or None."""
    rows = lookup.rows(MARKED, snapshot_id, name) if name else []
    return known(lookup, {"id": rows[0][0], "label": name}) if len(rows) == 1 else None


def known(lookup: Lookup, entity: dict[str, Any] | None, snapshot_id: str = "") -> str | None:
    """Return the id of the current entity that was found, or that has the name of one that was new then. None where there is none.

    What the name is marked as in the text `snapshot_id` goes before what was found.
    """
    if entity is None or entity["id"] is None:
        return None
    if snapshot_id and (marked := settled(lookup, entity["label"], snapshot_id)):
        return marked
    rows = lookup.by_id(entity["id"]) or lookup.by_name(entity["label"])
    if len(rows) != 1:
        return None
    return known(lookup, {"id": rows[0][2], "label": entity["label"]}) if rows[0][2] else rows[0][0]


def predicate(connection: sqlite3.Connection, found: dict[str, Any] | None) -> str | None:
    """Return the id of a predicate that was found or was new then, or None where the base has none of this id."""
    row = connection.execute("SELECT id FROM predicates WHERE id = ?", (found["id"],)).fetchone() if found else None
    return row[0] if row else None


def event_of(mention: dict[str, Any]) -> str | None:
    """Return the id of the event of the base that a mention names first, or None."""
    return mention["matches"][0]["entity_id"] if mention["kind"] == "event" and mention["matches"] else None


def own_date(waiting: Waiting, event: dict[str, Any] | None) -> str | None:
    """Return the date of the event that a statement tells of where its own words give it, or None."""
    dates = {date["edtf"] for date in waiting.found.get("dates", ())}
    return event["date"] if event and event["date"] in dates else None


def roles(lookup: Lookup, waiting: Waiting, event: str | None) -> tuple[Row, ...]:
    """Return who takes part in the event of a statement, and in which role, as far as the base has them, if `event` is that event."""
    told = ((waiting.found.get("statement") or {}).get("about") or {}).get("event")
    if not told or event is None or known(lookup, told) != event:
        return ()
    parts = [(part["role"], known(lookup, part["entity"], waiting.snapshot_id)) for part in told["participants"]]
    return tuple({"event": event, "entity": entity, "role": role} for role, entity in parts if entity and entity != event)


def only(values: list[str]) -> str | None:
    """Return the value where all are the same, else None."""
    return values[0] if len(set(values)) == 1 else None


@dataclass(frozen=True, slots=True)
class Missing:
    """A row that a proposal suggests and the base lacks: the field that it would fill, and the entity or predicate itself.

    An event that has a place in its name which the base lacks, too, is recorded with that `place`.
    """

    field: str
    entity: NewEntity
    place: NewEntity | None = None

    @property
    def name(self) -> str:
        """Its name, or the label of a predicate."""
        return str(self.entity.entry.get("name") or self.entity.entry["label"])


def missing(lookup: Lookup, waiting: Waiting) -> list[Missing]:
    """Return what the base would have to record first for a proposal, each row once."""
    about = (waiting.found.get("statement") or {}).get("about") or {}
    event = about.get("event")
    entities = [
        ("speaker", waiting.found.get("speaker")),
        *((field, about.get(field)) for field in ("subject", "object", "place", "event")),
    ]
    listed: list[Missing] = []
    for field, entity in entities:
        if not entity or not entity.get("new") or not entity["id"] or known(lookup, entity, waiting.snapshot_id) is not None:
            continue
        if entity["table"] != "event":
            listed.append(Missing(field, of_suggestion(entity)))
        elif event and entity["id"] == event["id"]:  # an event needs its actuality, which only the statement that tells of it shows
            place = event["place"] if in_its_name(event) and known(lookup, event["place"], waiting.snapshot_id) is None else None
            listed.append(Missing(field, of_event(lookup, waiting, event), of_suggestion(place) if place and place["new"] else None))
    found = about.get("predicate")
    if found and found["new"] and predicate(lookup.connection, found) is None:
        entry = {key: found[key] for key in ("id", "label", "description")}
        listed.append(Missing("predicate", NewEntity("predicate", found["id"], entry)))
    return listed


def in_its_name(event: dict[str, Any]) -> bool:
    """Whether the name of an event tells where it is: "Geneva summit"."""
    return bool(event["place"]) and event["place"]["label"] in event["label"]


def of_suggestion(entity: dict[str, Any]) -> NewEntity:
    """Return the actor or thing that a suggestion would make."""
    return NewEntity(entity["table"], entity["id"], {"id": entity["id"], "name": entity["label"], "kind": entity["kind"]})


def of_event(lookup: Lookup, waiting: Waiting, event: dict[str, Any]) -> NewEntity:
    """Return the event that a suggestion would make, with no more of its date and place than its name and the statement itself carry."""
    entry = {"id": event["id"], "name": event["label"], "kind": event["kind"], "actuality": event["actuality"]}
    date = own_date(waiting, event)
    if date:
        counted = any(one["edtf"] == date and one["basis"].startswith("counted") for one in waiting.found.get("dates", ()))
        entry |= {"date": date, "date_basis": "relative" if counted else "stated"}
    place = known(lookup, event["place"], waiting.snapshot_id)
    if place and (in_its_name(event) or place == known(lookup, waiting.found["statement"]["about"]["place"], waiting.snapshot_id)):
        entry["place"] = place
    return NewEntity("event", event["id"], entry)
