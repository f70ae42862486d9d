"""What runs recorded and changed, in the words of a reader: who was recorded as saying what, and how a row differs from before."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from kb.base.field_labels import label as field_label
from kb.base.model import COMPUTED, ENTITY_TABLES, Row, split_row_id
from kb.base.row_by_id import OF_QUANTITY
from kb.site.page_data import QuotedRow, column, count, first_row, quoted_rows, rows
from kb.texts.quantity_words import in_figures

SHOWN = 3  # lines of each kind that the list of runs shows of one run
SAID = """
SELECT assertions.id FROM assertions JOIN passages ON passages.id = passage_id WHERE assertions.run_id = ?1 AND NOT EXISTS (SELECT 1 FROM assertions AS inner_one WHERE inner_one.reported_in_id = assertions.id AND inner_one.run_id = ?1)
ORDER BY source_id, passages.start_char, level LIMIT ?2"""
SAID_COUNT = """
SELECT count(*) FROM assertions WHERE run_id = ?1
AND NOT EXISTS (SELECT 1 FROM assertions AS inner_one WHERE inner_one.reported_in_id = assertions.id AND inner_one.run_id = ?1)"""
# A proposal that was accepted is told by what was recorded of it.
REVISIONS = "FROM revisions WHERE run_id = ? AND NOT (table_name = 'proposals' AND coalesce(json_extract(after, '$.status'), '') IN ('accepted', 'edited'))"
REVISED = f"SELECT table_name, row_id, operation, before, after, reason, at {REVISIONS} ORDER BY seq LIMIT ?"
REVISED_COUNT = f"SELECT count(*) {REVISIONS}"
NAMED = """
SELECT entities.id, entities.kind, entities.label, entities.status FROM entities WHERE id IN (
  SELECT id FROM actors WHERE run_id = ?1 UNION SELECT id FROM things WHERE run_id = ?1 UNION SELECT id FROM events WHERE run_id = ?1
  UNION SELECT id FROM sources WHERE run_id = ?1) ORDER BY label LIMIT ?2"""
REVIEWED = """
SELECT verdict, count(*) AS times, min(row_id) AS row_id FROM reviews WHERE run_id = ? GROUP BY verdict ORDER BY verdict"""
# The label of the word in a column, within the SELECT of a row.
WORD_OF = "coalesce((SELECT words.label FROM vocabulary AS words WHERE words.field = '{}' AND words.value = {}), '')"
# The label of a row of each table, with the values of its key as parameters.
LABELS = {
    "claims": "SELECT text FROM claims WHERE id = ?",
    "quantities": "SELECT 'the number of: ' || text FROM claims WHERE id = ?",
    "assertions": "SELECT actors.name || ' on: ' || claims.text FROM assertions JOIN actors ON actors.id = speaker_id JOIN claims ON claims.id = claim_id WHERE assertions.id = ?",
    "relations": "SELECT one.text || ' (' || relation || ') ' || other.text FROM relations JOIN claims AS one ON one.id = from_claim_id"
    " JOIN claims AS other ON other.id = to_claim_id WHERE relations.id = ?",
    **dict.fromkeys((*ENTITY_TABLES, "entities"), "SELECT label FROM entities WHERE id = ?"),
    "predicates": "SELECT label FROM predicates WHERE id = ?",
    "proposals": "SELECT 'proposal of “' || exact || '”' FROM proposals WHERE id = ?",
    "distinct_entities": "SELECT one.label || ' is not ' || other.label FROM distinct_entities JOIN entities AS one ON one.id = entity_id"
    " JOIN entities AS other ON other.id = other_id WHERE distinct_entities.id = ?",
    "mentions": "SELECT '“' || exact || '” for ' || entities.label FROM mentions JOIN entities ON entities.id = entity_id WHERE mentions.id = ?",
    "citations": "SELECT one.label || ' cites ' || cited_text FROM citations JOIN entities AS one ON one.id = citing_source_id WHERE citations.id = ?",
    "affiliations": f"SELECT one.label || ' (' || {WORD_OF.format('affiliations.role', 'role')} || ') ' || other.label FROM affiliations JOIN entities AS one ON one.id = entity_id"
    " JOIN entities AS other ON other.id = whole_id WHERE affiliations.id = ?",
    "event_order": "SELECT one.label || ' (' || relation || ') ' || other.label FROM event_order JOIN entities AS one ON one.id = event_id"
    " JOIN entities AS other ON other.id = other_event_id WHERE event_order.id = ?",
    "participations": f"SELECT one.label || ' (' || {WORD_OF.format('participations.role', 'role')} || ') in ' || other.label FROM participations JOIN entities AS one ON one.id = entity_id"
    " JOIN entities AS other ON other.id = event_id WHERE event_id = ? AND entity_id = ? AND role = ? AND claim_id = ?",
    "names": "SELECT label || ', also ' || name FROM names JOIN entities ON entities.id = entity_id WHERE entity_id = ? AND name = ? AND names.kind = ?",
    "identifiers": f"SELECT entities.label || ' in ' || {WORD_OF.format('identifiers.scheme', 'scheme')} || ': ' || value FROM identifiers JOIN entities ON entities.id = entity_id"
    " WHERE entity_id = ? AND scheme = ? AND value = ?",
    "source_authors": "SELECT entities.label || ', author of ' || title FROM source_authors JOIN entities ON entities.id = actor_id JOIN sources ON sources.id = source_id WHERE source_id = ? AND position = ?",
}
NAME_OF_ID = "SELECT label FROM entities WHERE id = ?1 UNION ALL SELECT label FROM predicates WHERE id = ?1 UNION ALL SELECT text FROM claims WHERE id = ?1 LIMIT 1"
WORD = "SELECT label FROM vocabulary WHERE field = ? AND value = ?"
LINKS = (
    "affiliations",
    "participations",
    "event_order",
    "distinct_entities",
    "names",
    "identifiers",
    "source_authors",
    "quantities",
    "mentions",
    "citations",
)
DONE = {
    **{
        "add": "added",
        "correct": "corrected",
        "retract": "retracted",
        "merge": "merged",
        "undo": "took back",
        "ingest": "read the sources",
    },
    **{
        "review": "reviewed",
        "import": "brought in",
        "load": "brought in",
        "settle": "settled a conflict",
        "propose": "proposed",
        "edit": "edited tables",
    },
}


def summary(connection: sqlite3.Connection, run: Row) -> Row:
    """A run with what it did in a few lines: `said`, `changed`, `named` and `reviewed`, and how many there are of each in all."""
    entities = rows(connection, NAMED, run["id"], SHOWN + 1)
    return {
        **run,
        "done": DONE.get(run["kind"], run["kind"]),
        "said": said(connection, run["id"], SHOWN),
        "said_count": count(connection, SAID_COUNT, run["id"]),
        "changed": changed(connection, run["id"], SHOWN),
        "changed_count": count(connection, REVISED_COUNT, run["id"]),
        "named": entities,
        "reviewed": rows(connection, REVIEWED, run["id"]),
    }


def said(connection: sqlite3.Connection, run_id: str, limit: int) -> list[QuotedRow]:
    """What a run recorded somebody as saying, one voice for each chain of reporting, in the order of the texts."""
    return quoted_rows(connection, column(connection, SAID, run_id, limit))


def changed(connection: sqlite3.Connection, run_id: str, limit: int) -> list[Row]:
    """The rows that a run changed, each with its label, the page that shows it, and its differences."""
    listed = []
    for row in rows(connection, REVISED, run_id, limit):
        before, after = json.loads(row["before"]), json.loads(row["after"] or "{}")
        listed.append(
            {
                **row,
                "label": label(connection, row["table_name"], row["row_id"]),
                "page": page(connection, row["table_name"], row["row_id"]),
                "differences": [] if row["operation"] == "delete" else differences(connection, row["table_name"], before, after),
            }
        )
    return listed


def label(connection: sqlite3.Connection, table: str, row_id: str) -> str:
    """What a reader calls a row: a claim by its words, an entity by its name, another row by its kind and id."""
    sql = LABELS.get(table)
    found = column(connection, sql, *split_row_id(table, row_id.removesuffix(OF_QUANTITY)).values()) if sql else []
    return str(found[0]) if found and found[0] else f"{table.replace('_', ' ')} {row_id}"


def page(connection: sqlite3.Connection, table: str, row_id: str) -> tuple[str, str] | None:
    """The (kind, id) of the page that shows a row, or None where none does."""
    if table in ("claims", "quantities", "assertions"):
        return ("assertion" if table == "assertions" else "claim"), row_id
    entity = first_row(connection, "SELECT kind FROM entities WHERE id = ?", row_id)
    return (entity["kind"], row_id) if entity else None


def differences(connection: sqlite3.Connection, table: str, before: Row, after: Row) -> list[tuple[str, str, str]]:
    """How a row differs from before, as (what, value before, value after), each in words."""
    if after.get("merged_into_id") and not before.get("merged_into_id"):
        return [("merged into", "", value_in_words(connection, table, "merged_into_id", after["merged_into_id"]))]
    skipped = {"run_id", *COMPUTED.get(table, ())}
    return [
        (
            field_label(name, table),
            value_in_words(connection, table, name, before[name]),
            value_in_words(connection, table, name, after.get(name)),
        )
        for name in before
        if name not in skipped and before[name] != after.get(name)
    ]


def value_in_words(connection: sqlite3.Connection, table: str, name: str, value: Any) -> str:
    """A value as people say it: the label of a word, the name of what an id stands for, the words of a passage."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, float):
        return in_figures(value)
    sql, parameters = WORD, list[Any]((f"{table}.{name}", value))
    if name == "passage_id":
        sql, parameters = "SELECT '“' || exact || '”' FROM passages WHERE id = ?", [value]
    elif name.endswith("_id"):
        sql, parameters = NAME_OF_ID, [value]
    found = column(connection, sql, *parameters)
    return str(found[0] if found else value)


def taken_back(connection: sqlite3.Connection, run_id: str) -> list[tuple[int, str, str]]:
    """What undoing a run takes back, as (number, singular, what happens to it), for the page to say before it is done."""
    counted = (
        ("SELECT count(*) FROM assertions WHERE run_id = ? AND status <> 'retracted'", "voice", "retracted"),
        ("SELECT count(*) FROM claims WHERE run_id = ? AND status <> 'retracted'", "claim", "retracted where nobody else holds it"),
        ("SELECT count(*) FROM relations WHERE run_id = ? AND status <> 'retracted'", "relation", "retracted"),
        ("SELECT count(*) FROM entities JOIN (SELECT id FROM actors WHERE run_id = ?1 UNION SELECT id FROM things WHERE run_id = ?1"
         " UNION SELECT id FROM events WHERE run_id = ?1 UNION SELECT id FROM sources WHERE run_id = ?1) USING (id) WHERE status = 'current'",
         "name", "retracted where nothing uses it"),
        ("SELECT count(*) FROM reviews WHERE run_id = ?", "review", "removed"),
        ("SELECT count(DISTINCT table_name || row_id) FROM revisions WHERE run_id = ?", "changed row", "as before"),
    )  # fmt: skip
    links = sum(count(connection, f"SELECT count(*) FROM {table} WHERE run_id = ?", run_id) for table in LINKS)
    numbers = ((count(connection, sql, run_id), singular, fate) for sql, singular, fate in counted)
    return [line for line in (*numbers, (links, "link between them", "removed")) if line[0]]
