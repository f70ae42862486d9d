"""The fields by which people record what is no fact, with their help texts, for the commands and the forms of the site.

Each kind is one of `kb.changes.recording.KINDS`, and each field a key of its entries.
"""

from __future__ import annotations

from dataclasses import dataclass

from kb.base.fields import SOURCE


@dataclass(frozen=True)
class EntryFields:
    """The fields of one kind of entry: those that identify it, in the order in which they are said, and the others.

    `summary` begins the help of the command and heads the form; `vocabulary` has the columns whose words a field takes.
    """

    summary: str
    said: dict[str, str]
    others: dict[str, str]
    vocabulary: dict[str, str]
    required: tuple[str, ...] = ()  # of the others


CLAIM = "The claim that says so: its words or its id. Without one it is the curators' reference data."
STATUS = "Whether it counts, waits to be checked, or people differ on it.  [default: recorded]"
DATE = "2021, 2021-10 or 2021-10-23, or 2021~ for about then"
DATES = {"start_date": f"Since when, where it is known: {DATE}.", "end_date": f"Until when, where it is known: {DATE}."}
DESCRIPTION = "What it is: reference data, never a source's claim."
EVENT = {
    "actuality": "What the sources make of it: that it occurred, goes on, is only planned …",
    "date": f"When: {DATE}.",
    "date_basis": "Where the date comes from.  [default: stated]",
    "place": "Where: an id or a name.",
}

ENTRY_FIELDS: dict[str, EntryFields] = {
    "relation": EntryFields(
        "Relate one claim to another, and say why.",
        {
            "from": "The claim that agrees, contradicts, supports …: its words or its id.",
            "relation": "How the one stands to the other.",
            "to": "The claim that it agrees with, contradicts, supports …: its words or its id.",
        },
        {
            "rationale": "Why, so that a reader can judge.",
            "comparable": "What both speak of alike or not, such as the same time or another definition.",
            "status": STATUS,
        },
        {"relation": "relations.relation", "comparable": "relations.comparable"},
        ("rationale",),
    ),
    "affiliation": EntryFields(
        "Say who or what belongs to what, and in which role.",
        {
            "entity": "Who or what belongs to the whole: an id or a name.",
            "role": "As a member, an official, a party …",
            "whole": "The state, body, group or agreement that it belongs to: an id or a name.",
        },
        {"claim_id": CLAIM, **DATES},
        {"role": "affiliations.role"},
    ),
    "event_order": EntryFields(
        "Put two events in order, where their dates do not say it.",
        {
            "event": "The event that comes before, after or during the other: an id or a name.",
            "relation": "How the first stands in time to the second.",
            "other": "The event that it is compared with: an id or a name.",
        },
        {"claim_id": CLAIM},
        {"relation": "event_order.relation"},
    ),
    "distinct": EntryFields(
        "Say that two names do not stand for the same, and why.",
        {
            "entity": "The one: an id or a name.",
            "other": "The other, which is not the same: an id or a name.",
        },
        {"reason": "What tells them apart, so that a reader can judge."},
        {},
        ("reason",),
    ),
    "role": EntryFields(
        "Say who plays which part in an event.",
        {
            "claim_id": "The claim that says so: its words or its id.",
            "entity": "Who or what takes part: an id or a name.",
            "role": "In which role: participant, host, victim …",
        },
        {"event": "The event: an id or a name.  [default: the event of the claim]"},
        {"role": "participations.role"},
    ),
    "quantity": EntryFields(
        "Give the number in a recorded claim.",
        {"claim_id": "The claim whose number it is: its words or its id."},
        {
            "comparison": "Whether the text gives the number itself, about it, a bound, a range …",
            "value": "The number in figures, without thousand, million or billion in words: 252000000000.",
            "minimum": "The lower bound, of a range or of “at least”.",
            "maximum": "The upper bound, of a range or of “at most”.",
            "unit": "The unit: USD, percent, people, ships.",
            "measure": "What is measured and how it is defined, as far as the text says.",
            "as_of": f"The time the number is for: {DATE}.",
            "verbatim": "The number as printed in the text.",
        },
        {"comparison": "quantities.comparison"},
        ("comparison", "measure", "verbatim"),
    ),
    "mention": EntryFields(
        "Say what a name in a text stands for there.",
        {
            "source": "The source whose text has the words: an id or a title.",
            "text": "The words as they stand in the text: every occurrence as whole words.",
            "entity": "What they stand for: an id or a name.",
        },
        {
            "sense": "As its own name, or as a word that stands for it: a capital for a government, an office for its holder …",
            "within": "A longer stretch of the text that holds the words: only there.",
            "status": STATUS,
        },
        {"sense": "mentions.sense"},
        ("sense",),
    ),
    "citation": EntryFields(
        "Record which work a text cites or relies on.",
        {"source": "The source that cites: an id or a title.", "quote": "The words that cite it, exactly as in the text."},
        {
            "cited_text": "What the citing text calls the work.",
            "cited": "The work that is cited, where it is known: an id or a title.",
            "within": "A longer passage that contains the quote and occurs once.",
            "status": STATUS,
        },
        {},
        ("cited_text",),
    ),
    "sentence": EntryFields(
        "Record that a sentence states nothing, and why.",
        {"source": "The source whose text has the sentence: an id or a title.", "quote": "Words of the sentence, exactly as in the text."},
        {"no_claim_reason": "Why it carries no claim."},
        {},
        ("no_claim_reason",),
    ),
    "name": EntryFields(
        "Give another name of an actor, thing, event or source.",
        {"entity": "Whose name it is: an id or a name.", "name": "The other name."},
        {
            "kind": "What sort of name it is, such as an abbreviation.  [default: alias]",
            "language": "The language of the name as its code, such as en or zh.",
        },
        {"kind": "names.kind"},
    ),
    "identifier": EntryFields(
        "Give the id of an entity elsewhere, such as in Wikidata.",
        {"entity": "Whose id it is: an id or a name.", "scheme": "Where it has that id, such as Wikidata.", "value": "The id there."},
        {"match": "Whether the id stands for exactly the same, or for something close.  [default: exact]"},
        {"scheme": "identifiers.scheme", "match": "identifiers.match"},
    ),
    "author": EntryFields(
        "Name an author of a source.",
        {"source": "The work: an id or a title.", "actor": "Who wrote it: an id or a name."},
        {"role": "In which role.  [default: author]"},
        {"role": "source_authors.role"},
    ),
    "source": EntryFields(
        "Record a work that is only cited, without a text.",
        {
            "id": "Its id, of a-z, 0-9 and hyphens, such as pentagon-report-2020.  [default: made from the title]",
            "title": SOURCE["title"],
            "kind": "What sort of work it is.",
        },
        {name: SOURCE[name] for name in ("publisher", "published", "published_basis", "language", "url", "rights", "access", "note")},
        {"kind": "sources.kind", "published_basis": "sources.published_basis", "access": "sources.access"},
    ),
    **{
        kind: EntryFields(
            f"Record {article} {kind}.",
            {
                "id": f"Its id, of a-z, 0-9 and hyphens, such as {example}.  [default: made from the name]",
                "name": "Its usual name.",
                "kind": "What sort it is.",
            },
            {"part_of": "The larger whole that it is part of: an id or a name.", "description": DESCRIPTION, **others},
            {"kind": f"{kind}s.kind", **vocabulary},
            required,
        )
        for kind, article, example, others, vocabulary, required in (
            (
                "actor",
                "an",
                "radio-one",
                {"anonymity": "Whether the sources name it.  [default: named]"},
                {"anonymity": "actors.anonymity"},
                (),
            ),
            ("thing", "a", "second-ferry", {}, {}, ()),
            ("event", "an", "bridge-opening", EVENT, {"actuality": "events.actuality", "date_basis": "events.date_basis"}, ("actuality",)),
        )
    },
    "predicate": EntryFields(
        "Record a predicate.",
        {
            "id": "Its id, of a-z, 0-9 and hyphens, such as supplies-arms-to.  [default: made from its words]",
            "label": "How to read it between subject and object.",
        },
        {
            "description": "When to use it, in one sentence.",
            "iri": "The address of a term in a public vocabulary that means the same (an IRI).",
        },
        {},
    ),
}
