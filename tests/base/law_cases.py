"""What the database must refuse: cases derived from the tables and keys, and those by hand in laws_cases.toml."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kb.base import model, schema
from kb.base.model import DATES as DATED
from kb.base.model import TABLE_OF_PREFIX

MODEL = sqlite3.connect(":memory:")
schema.create_tables(MODEL)
INTERNAL = {"settings", "never", "claims_awaiting_assertion", "change_context", "dates", "stand_ins", "text_pieces", "digests", "unswept"}
TABLES = [name for (name,) in MODEL.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%STRICT'") if name not in INTERNAL]
COLUMNS = {table: [row[1] for row in MODEL.execute(f"PRAGMA table_info({table})")] for table in TABLES}
KEYS = {table: [row[0] for row in MODEL.execute(f"SELECT name FROM pragma_table_info('{table}') WHERE pk ORDER BY pk")] for table in TABLES}
REFERENCES = [(table, row[3], row[2]) for table in TABLES for row in MODEL.execute(f"PRAGMA foreign_key_list({table})")]
WORDS = [(table, column) for table, columns in model.WORDS.items() for column in columns]
DATES = [(table, column) for table, columns in DATED.items() for column in columns]
COMPUTED = {"earliest", "latest", "about_earliest", "about_latest"}
MINTED = (
    "snapshots",
    "sections",
    "sentences",
    "passages",
    "mentions",
    "claims",
    "assertions",
    "relations",
    "affiliations",
    "citations",
    "event_order",
    "distinct_entities",
    "reviews",
    "conflicts",
    "proposals",
    "runs",
)
EMPTIABLE = [
    (table, row[1])
    for table in TABLES
    for row in MODEL.execute(f"PRAGMA table_info({table})")
    if row[2] == "TEXT" and not row[3] and table != "revisions" and row[1] not in COMPUTED
]
TIMES = [(table, column) for table in TABLES for column in COLUMNS[table] if column.endswith("_at") or column == "at"]
IRIS = [("contributors", "url"), ("sources", "url"), ("predicates", "iri"), ("vocabulary", "iri"), ("identifiers", "value")]
FIXED = {
    "snapshots",
    "passages",
    "originals",
    "reviews",
    "revisions",
    "runs",
}  # nothing in them changes (of a passage: only its section; of a run: its end)
FOUND = {("proposals", column) for column in ("recorded_at", "speaker", "cue", "rule")}
FOUND |= {
    ("conflicts", column) for column in ("table_name", "row_id", "ours", "theirs", "whose", "at", "our_contributor_id", "our_at", "run_id")
}  # they stay as they were; see the cases by hand
KEPT = {
    "snapshots",
    "passages",
    "originals",
    "proposals",
    "reviews",
    "conflicts",
    "revisions",
    "claims",
    "assertions",
}  # nothing in them is deleted
NAMES = dict.fromkeys(("actors", "things", "events", "names", "contributors"), "name") | {"sources": "title", "predicates": "label"}
# A row of each table that nothing refers to.
SPARE = {"runs": "run-spare", "entities": "spare-thing", "sections": "sec-spare"}
SPARE |= {f"{kind}s": f"spare-{kind}" for kind in ("contributor", "actor", "event", "source", "predicate")}
# Another law keeps these columns from pointing at a spare row; what they refer to is deleted instead, and any reference may be named.
ENTANGLED = {("assertions", "source_id"), ("citations", "citing_source_id"), ("entities", "merged_into_id")}
ENTANGLED |= {(table, "id") for table in ("actors", "things", "events", "sources")}
CASES = tomllib.loads(Path(__file__).with_name("laws_cases.toml").read_text("utf-8"))
SHORT = CASES["short"]
# What makes a copy of a table's first row another valid row: an expression for each column that has to differ.
FRESH = {
    **{table: {"id": f"'fresh-{table}'"} for table in ("contributors", "predicates", "actors", "things", "events", "entities")},
    "runs": {"id": "'run-fresh'"},
    "claims": {"id": "'clm-fresh'"},
    "assertions": {"id": "'ast-fresh'"},
    "citations": {"id": "'cit-fresh'"},
    "reviews": {"id": "'rvw-fresh'"},
    "conflicts": {"id": "'cfl-fresh'"},
    "revisions": {"seq": "NULL"},
    "origins": {"entry": "'fresh'"},
    "vocabulary": {"value": "'fresh'"},
    "sources": {"id": "'fresh-source'", "snapshot_id": "NULL"},
    "source_authors": {"position": "2"},
    "names": {"name": "'another name'"},
    "identifiers": {"value": "'Q00'"},
    "snapshots": {"id": "'snp-fresh'", "sha256": "printf('%064d', 9)"},
    "originals": {"snapshot_id": "'snp-notice'"},
    "proposals": {"id": "'prp-fresh'"},
    "sections": {"id": "'sec-fresh'", "position": "9"},
    "sentences": {"id": "'sen-fresh'", "position": "9"},
    "passages": {"id": "'psg-fresh'", "end_char": "start_char + 5", "exact": "substr(exact, 1, 5)"},
    "mentions": {"id": "'men-fresh'", "entity_id": "'northport'"},
    "quantities": {"claim_id": "'clm-bears'"},
    "participations": {"entity_id": "'northport'"},
    "relations": {"id": "'rel-fresh'", "relation": "'supports'"},
    "event_order": {"id": "'ord-fresh'", "relation": "'after'"},
    "distinct_entities": {"id": "'dst-fresh'", "entity_id": "'harbour-board'"},
    "affiliations": {"id": "'aff-fresh'", "start_date": "'2021-10'"},
}


def unique_sets(table: str) -> list[list[str]]:
    """The columns of the key, of each other unique key, and the rowid where it is not the key."""
    indexes = MODEL.execute(f"SELECT name FROM pragma_index_list('{table}') WHERE origin = 'u'").fetchall()
    others = [[row[0] for row in MODEL.execute(f"SELECT name FROM pragma_index_info('{name}')")] for (name,) in indexes]
    return [KEYS[table], *others] + ([["rowid"]] if KEYS[table] != ["seq"] else [])


def copy(table: str, change: dict[str, str], verb: str = "INSERT INTO", tail: str = "") -> str:
    """The statement that inserts the first row of `table` again, with some columns given by an expression instead."""
    columns = COLUMNS[table] + (["rowid"] if "rowid" in change else [])
    values = ", ".join(change.get(column, column) for column in columns)
    return f"{verb} {table}({', '.join(columns)}) SELECT {values} FROM {table} WHERE rowid = (SELECT min(rowid) FROM {table}) {tail}"


def fresh(table: str, change: dict[str, str] | None = None) -> str:
    return copy(table, FRESH[table] | (change or {}))


def update(table: str, change: dict[str, str], verb: str = "UPDATE", where: str = "true", last: bool = False) -> str:
    """The statement that changes the first (or last) row of `table` for which `where` holds."""
    changes = ", ".join(f"{column} = {value}" for column, value in change.items())
    place = "max" if last else "min"
    return f"{verb} {table} SET {changes} WHERE rowid = (SELECT {place}(rowid) FROM {table} WHERE {where})"


class Case(NamedTuple):
    """Statements that must each be refused with a message that holds `says`, after `setup` was let in."""

    name: str
    says: str
    statements: list[str]
    setup: str = ""


def dangling() -> Iterator[Case]:
    for table, column, target in REFERENCES:
        if (column, target) == ("id", "entities"):
            continue  # the row of the registry is made by the insert itself; see the cases by hand
        if table != "entities":
            yield Case(f"{table}.{column} dangling", f"{table}.{column}", [fresh(table, {column: "'nobody'"})])
        if table != "revisions":
            says = table if (table in FIXED and column != "section_id") or (table, column) in FOUND else f"{table}.{column}"
            yield Case(f"{table}.{column} left dangling", says, [update(table, {column: "'nobody'"})])


def wrong_values() -> Iterator[Case]:
    """Each column that holds words, dates, times, IRIs, ids or nothing, given what it must not hold."""
    dates = ["2021-13", "2021-02-30", "2022/2021", "soon", "", "10/2021", "2021-10-23T25:00:00Z"]
    times = ["2021-13-01T00:00:00Z", "2021-02-30T00:00:00Z", "2021-01-01T24:61:00Z", "2021-01-01", "soon", ""]
    iris = ["http://example.org/a b", "http://example.org/<a>", "http://example.org/a\nb"]
    names = list(NAMES.items())
    named = [(table, "id") for table in ("actors", "things", "events", "sources", "predicates", "contributors")]
    minted = [(table, "id") for table in MINTED]
    looks_minted = [f"{prefix}-x" for prefix in TABLE_OF_PREFIX]
    groups: list[tuple[str, list[tuple[str, str]], list[str]]] = [
        ("an unknown word", WORDS, ["unheard-of", "Person", ""]),
        ("an impossible date", DATES, dates),
        ("an impossible time", TIMES, times),
        ("no IRI", IRIS, iris),
        ("nothing at all", EMPTIABLE + names, [""]),
        ("a wrong id", named, ["Radio", "radio one", "radio.one", "radio/one", "radio_one", "ra\ndio", "", "-x"]),
        ("a minted id", named, looks_minted),
        ("no minted id", minted, ["fresh", "xyz-fresh", "clm.x", "CLM-X", "snp-", ""]),
    ]
    for what, columns, values in groups:
        for table, column in columns:
            quoted = ["'" + value.replace("\n", "' || char(10) || '") + "'" for value in values]
            inserts = [fresh(table, {column: value}) for value in quoted] if table != "entities" else []
            updates = (
                [update(table, {column: value}) for value in quoted]
                if table not in FIXED and column != "id" and (table, column) not in FOUND
                else []
            )
            yield Case(f"{table}.{column} holding {what}", f"{table}.{column}", inserts + updates)


def changed_keys() -> Iterator[Case]:
    for table in TABLES:
        if len(KEYS[table]) == 1:
            value = "99" if table == "revisions" else "'changed'"
            yield Case(f"{table}.{KEYS[table][0]} changed", table, [update(table, {KEYS[table][0]: value})])
        if KEYS[table] != ["seq"]:
            yield Case(f"{table}.rowid changed", table, [update(table, {name: "999"}) for name in ("rowid", "oid", "_rowid_")])


def replaced() -> Iterator[Case]:
    """A second row with the same key, unique key or rowid, by each way to write one; or a row moved onto another."""
    for table in TABLES:
        upsert = f"ON CONFLICT DO UPDATE SET {COLUMNS[table][-1]} = excluded.{COLUMNS[table][-1]}"
        ways = [("INSERT INTO", ""), ("REPLACE INTO", ""), ("INSERT INTO", upsert), ("INSERT INTO", "ON CONFLICT DO NOTHING")]
        for columns in unique_sets(table):
            shown = ", ".join(columns)
            change = {column: value for column, value in FRESH[table].items() if column not in columns}
            change |= {"rowid": "rowid"} if columns == ["rowid"] else {}
            statements = [copy(table, change, verb, tail) for verb, tail in ways]
            yield Case(f"{table} with the {shown} of another", f"{table}: a row with this {shown}", statements)
            first = {column: f"(SELECT {column} FROM {table} ORDER BY rowid LIMIT 1)" for column in columns}
            setup = fresh(table) if table != "entities" else ""
            yield Case(f"{table} moved onto the {shown} of another", table, [update(table, first, last=True)], setup)


def in_the_way() -> Iterator[Case]:
    """A trigger before an insert sees the rowid -1 where none is given: a row that truly has it would stop every later one."""
    for table in TABLES:
        if table not in ("entities", "revisions"):
            yield Case(f"{table} with a rowid below 1", f"{table}: rowids begin at 1", [fresh(table, {"rowid": n}) for n in ("-1", "0")])


def deleted() -> Iterator[Case]:
    """Rows that something refers to: where the laws let us, a spare row that only this one column refers to."""
    for table, column, target in REFERENCES:
        name, says, setup = f"{target} without {table}.{column}", f"{target}: {table}.{column} still refers", ""
        if target in KEPT or (table, column) in ENTANGLED:
            of = f"(SELECT {column} FROM {table} WHERE {column} IS NOT NULL)"
            yield Case(name, f"{target}: ", [f"DELETE FROM {target} WHERE id IN {of}"])
            continue
        pointing = {column: f"'{SPARE[target]}'"} | ({"text": "'█'"} if column == "purged_in_id" else {})
        setup = (
            fresh(table, pointing) if table in FIXED or (table, column) in FOUND else update(table, pointing, where=f"{column} IS NOT NULL")
        )
        of = "things" if target == "entities" else target
        yield Case(name, says, [f"DELETE FROM {of} WHERE id = '{SPARE[target]}'"], setup)
    for table in sorted(KEPT):
        yield Case(f"all of {table} deleted", f"{table}: ", [f"DELETE FROM {table}"])


LOSING = ("DELETE FROM vocabulary", "UPDATE vocabulary SET value = 'x'", "UPDATE vocabulary SET field = 'x.y'")


def words_in_use() -> Iterator[Case]:
    for table, column in WORDS:
        field = model.field_of(table, column)  # the words may be another column's too: then that one may be told of
        word = f"field = '{field}' AND value = (SELECT {column} FROM {table} WHERE {column} IS NOT NULL)"
        statements = [f"{start} WHERE {word}" for start in LOSING]
        where = f"{table}.{column}" if field == f"{table}.{column}" else ""
        yield Case(f"a word of {table}.{column} lost", f"vocabulary: the word is in use in {where}", statements)


def by_hand() -> Iterator[Case]:
    for name, (says, statement, *setup) in CASES["refused"].items():
        yield Case(name, says, [statement.format(**SHORT)], "".join(setup).format(**SHORT))


ALL = [case for cases in (by_hand, dangling, wrong_values, changed_keys, replaced, in_the_way, deleted, words_in_use) for case in cases()]
