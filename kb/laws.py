"""Derive, from the tables and keys of schema.sql, the triggers that make them law for every writer.

SQLite checks foreign keys only where a connection asks for it, and REPLACE deletes rows without firing a trigger. So each table
gets triggers of its own: no row replaced, no reference dangling, no unknown word, no id changed, no row deleted that others
refer to, and a revision for each change. `python -m kb.laws` writes them into schema.sql; a test compares.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

BEGIN = "-- >>> laws that follow from the keys, written by python -m kb.laws"
END = "-- <<<"

# Kept by triggers or holding no record of their own: no laws derived.
BOOKKEEPING = {"change_context", "dates", "never", "claims_awaiting_assertion"}
# No revisions: the registry follows its rows but for merges; the rest is bookkeeping or never changes.
UNREVISED = {"revisions", "origins", "runs", "snapshots", "passages", "originals"}
# Columns that a trigger computes, or that have a revision trigger of their own.
COMPUTED = {"events": {"earliest", "latest"}, "claims": {"about_earliest", "about_latest"}, "sources": {"snapshot_id"}}
DATES = {
    "sources": ["published", "updated"],
    "events": ["date"],
    "claims": ["about_time"],
    "assertions": ["said"],
    "quantities": ["as_of"],
}
BOUNDS = {("events", "date"): ("earliest", "latest"), ("claims", "about_time"): ("about_earliest", "about_latest")}
REGISTERED = {"actors": ("actor", "name"), "things": ("thing", "name"), "events": ("event", "name"), "sources": ("source", "title")}
WORDS = {
    "contributors": ["kind"],
    "runs": ["kind"],
    "revisions": ["operation"],
    "entities": ["kind", "status"],
    "actors": ["kind", "anonymity"],
    "things": ["kind"],
    "events": ["kind", "actuality", "date_basis"],
    "sources": ["kind", "published_basis"],
    "source_authors": ["role"],
    "names": ["kind"],
    "identifiers": ["scheme", "match"],
    "sections": ["kind"],
    "mentions": ["sense", "status"],
    "claims": ["kind", "status"],
    "quantities": ["comparison"],
    "assertions": ["act", "stance", "certainty", "derivation", "status"],
    "proposals": ["kind", "act", "stance", "certainty", "status"],
    "participations": ["role"],
    "relations": ["relation", "comparable", "status"],
    "citations": ["status"],
}
# Columns that hold words of another column's field.
SHARED_WORDS = {
    "proposals.kind": "claims.kind",
    "proposals.act": "assertions.act",
    "proposals.stance": "assertions.stance",
    "proposals.certainty": "assertions.certainty",
}
MINTED = ("snp", "sec", "sen", "psg", "men", "clm", "ast", "rel", "cit", "prp", "run")
NOT_RESTORING = "NOT coalesce((SELECT restoring FROM change_context), 0)"
NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"


@dataclass
class Table:
    """One table as SQLite understood it: columns in order, key, other unique keys, references as (column, table)."""

    name: str
    columns: list[str]
    key: list[str]
    unique: list[list[str]] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)


def read_tables(connection: sqlite3.Connection) -> dict[str, Table]:
    """Read every content table of an open database."""
    tables = {}
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    for (name,) in connection.execute(names).fetchall():
        if name in BOOKKEEPING:
            continue
        info = connection.execute("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", (name,)).fetchall()
        key = [column for column, position in sorted(info, key=lambda row: row[1]) if position]
        unique = []
        for (index,) in connection.execute(
            "SELECT name FROM pragma_index_list(?) WHERE \"unique\" AND origin = 'u' ORDER BY name", (name,)
        ):
            unique.append([row[0] for row in connection.execute("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (index,))])
        references = connection.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?) ORDER BY id DESC', (name,)).fetchall()
        tables[name] = Table(name, [column for column, _ in info], key, unique, references)
    return tables


def trigger(name: str, when: str, table: str, body: list[str], condition: str = "") -> str:
    """Spell one trigger; the body is a list of statements without semicolons."""
    head = f"CREATE TRIGGER {name} {when} ON {table}" + (f"\n  WHEN {condition}" if condition else "")
    return head + " BEGIN\n" + "".join(f"  {statement};\n" for statement in body) + "END;"


def refuse(message: str, where: str) -> str:
    quoted = message.replace("'", "''")
    return f"SELECT RAISE(ABORT, '{quoted}') WHERE {where}"


def same(columns: list[str]) -> str:
    return " AND ".join(f"{column} = NEW.{column}" for column in columns)


def insert_rules(table: Table) -> list[str]:
    """No row is replaced: neither by its key, nor by another unique key, nor by its rowid."""
    rules = []
    for columns in [table.key, *table.unique]:
        shown = ", ".join(columns)
        message = f"{table.name}: a row with this {shown} is there already; change it with UPDATE, or kb correct"
        rules.append(refuse(message, f"EXISTS (SELECT 1 FROM {table.name} WHERE {same(columns)})"))
    if table.key != ["seq"]:
        rules.append(
            refuse(f"{table.name}: a row with this rowid is there already", f"EXISTS (SELECT 1 FROM {table.name} WHERE rowid = NEW.rowid)")
        )
    return rules


def reference_rules(table: Table) -> Iterator[str]:
    """One statement for each reference of the table, checked whether or not foreign keys are on."""
    for column, target in table.references:
        if (table.name, column) == ("sources", "snapshot_id") or (column == "id" and target == "entities"):
            continue  # each kept by a law of its own
        unchanged = f"NEW.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target} WHERE id = NEW.{column})"
        yield refuse(f"{table.name}.{column}: names no row of {target}; add that row first", unchanged)


def id_rule(name: str) -> str:
    """A readable id, checked here and not by a constraint alone: OR IGNORE and OR FAIL would get past that inside a trigger."""
    message = f"{name}.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id"
    prefixes = ", ".join(f"'{prefix}-'" for prefix in MINTED)
    return refuse(message, f"NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ({prefixes})")


def field_of(table: str, column: str) -> str:
    """The field of the vocabulary whose words a column holds."""
    return SHARED_WORDS.get(f"{table}.{column}", f"{table}.{column}")


def word_rules(table: Table) -> Iterator[str]:
    """One statement for each column that holds a controlled word."""
    for column in WORDS.get(table.name, []):
        known = f"SELECT 1 FROM vocabulary WHERE field = '{field_of(table.name, column)}' AND value = NEW.{column}"
        message = f"{table.name}.{column}: not a word of the vocabulary; see the table vocabulary, or add the word there first"
        yield refuse(message, f"NEW.{column} IS NOT NULL AND NOT EXISTS ({known})")


def date_rules(table: Table) -> Iterator[str]:
    """Each date is looked up in, or added to, the calendar, which knows what an EDTF date is."""
    for column in DATES.get(table.name, []):
        known = f"NEW.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.{column})"
        yield f"INSERT INTO dates(edtf) SELECT NEW.{column} WHERE {known}"
        message = f"{table.name}.{column}: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~"
        yield refuse(message, f"NEW.{column} IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.{column}) IS NOT 1")


def update_rules(table: Table) -> list[str]:
    """The id and the rowid stay; no other unique key may land on another row (UPDATE OR REPLACE would delete it)."""
    rules = []
    if len(table.key) == 1:
        rules.append(
            refuse(f"{table.name}.{table.key[0]}: an id never changes; use kb merge", f"NEW.{table.key[0]} IS NOT OLD.{table.key[0]}")
        )
    rules.append(refuse(f"{table.name}: the rowid never changes", "NEW.rowid IS NOT OLD.rowid"))
    for columns in ([table.key] if len(table.key) > 1 else []) + table.unique:
        taken = f"EXISTS (SELECT 1 FROM {table.name} WHERE {same(columns)} AND rowid <> OLD.rowid)"
        rules.append(refuse(f"{table.name}: another row has this {', '.join(columns)} already", taken))
    if table.name == "vocabulary":
        rules += words_in_use(" AND (NEW.field <> OLD.field OR NEW.value <> OLD.value)")
    return rules


def words_in_use(condition: str) -> Iterator[str]:
    """No word goes, or changes, while a row holds it."""
    for name, columns in WORDS.items():
        for column in columns:
            used = f"OLD.field = '{field_of(name, column)}'{condition} AND EXISTS (SELECT 1 FROM {name} WHERE {column} = OLD.value)"
            yield refuse(f"vocabulary: the word is in use in {name}.{column}; change those rows first", used)


def delete_rules(table: Table, tables: dict[str, Table]) -> list[str]:
    """Nothing goes that another row refers to; a word of the vocabulary counts as referred to where it is used."""
    rules = []
    for other in tables.values():
        for column, target in other.references:
            if target == table.name:
                message = f"{table.name}: {other.name}.{column} still refers to this row; change that first, or use kb retract or kb merge"
                rules.append(refuse(message, f"EXISTS (SELECT 1 FROM {other.name} WHERE {column} = OLD.id)"))
    if table.name == "vocabulary":
        rules += words_in_use("")
    return rules


def revision(table: Table, operation: str) -> str:
    """The statement that keeps what a row was before."""

    def row(side: str) -> str:
        return "json_object(" + ", ".join(f"'{column}', {side}.{column}" for column in table.columns) + ")"

    row_id = " || '_' || ".join(f"OLD.{column}" for column in table.key)
    after = row("NEW") if operation == "update" else "NULL"
    return (
        "INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)\n"
        f"  VALUES ('{table.name}', {row_id}, '{operation}', {row('OLD')}, {after},\n"
        f"    (SELECT reason FROM change_context), {NOW}, (SELECT run_id FROM change_context))"
    )


def registry(table: Table) -> Iterator[str]:
    """Actors, things, events and sources share one registry of ids."""
    kind, label = REGISTERED[table.name]
    name = table.name
    taken = refuse(
        f"{name}.id: already names something else; ids are unique in the whole base", "EXISTS (SELECT 1 FROM entities WHERE id = NEW.id)"
    )
    add = f"INSERT INTO entities(id, kind, label) VALUES (NEW.id, '{kind}', NEW.{label})"
    yield trigger(f"{name}_may_register", "BEFORE INSERT", name, [*insert_rules(table), id_rule(name), taken])
    yield trigger(f"{name}_are_registered", "AFTER INSERT", name, [add])  # after: a row that OR IGNORE leaves out gets no entry
    yield trigger(
        f"{name}_rename",
        f"AFTER UPDATE OF {label}",
        name,
        [f"UPDATE entities SET label = NEW.{label} WHERE id = NEW.id"],
        f"NEW.{label} <> OLD.{label}",
    )
    yield trigger(f"{name}_are_unregistered", "AFTER DELETE", name, ["DELETE FROM entities WHERE id = OLD.id"])


def whole(table: Table) -> Iterator[str]:
    """A row is never part of itself."""
    path = (
        "EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id)"
        " SELECT 1 FROM up WHERE id = NEW.id)"
    )
    rule = refuse(f"{table.name}.part_of_id: would make it part of itself; choose another whole", path)
    for when, name in (("BEFORE INSERT", "begin"), ("BEFORE UPDATE OF part_of_id", "stay")):
        yield trigger(f"{table.name}_{name}_in_a_tree", when, table.name, [rule], "NEW.part_of_id IS NOT NULL")


def computed_bounds(table: Table) -> Iterator[str]:
    for (name, column), bounds in BOUNDS.items():
        if name != table.name:
            continue
        looked_up = [
            f"{bound} = (SELECT {part} FROM dates WHERE edtf = NEW.{column})"
            for bound, part in zip(bounds, ("earliest", "latest"), strict=True)
        ]
        fill = f"UPDATE {name} SET {', '.join(looked_up)} WHERE id = NEW.id"
        given = " OR ".join([f"NEW.{column} IS NOT NULL", *[f"NEW.{bound} IS NOT NULL" for bound in bounds]])
        yield trigger(f"{name}_get_bounds", "AFTER INSERT", name, [fill], given)
        yield trigger(f"{name}_keep_bounds", f"AFTER UPDATE OF {column}", name, [fill], f"NEW.{column} IS NOT OLD.{column}")
        wrong = " OR ".join(
            f"NEW.{bound} IS NOT (SELECT {part} FROM dates WHERE edtf = NEW.{column})"
            for bound, part in zip(bounds, ("earliest", "latest"), strict=True)
        )
        message = f"{name}: {' and '.join(bounds)} are computed from {column}; change that"
        yield trigger(f"{name}_refuse_bounds", f"BEFORE UPDATE OF {', '.join(bounds)}", name, [refuse(message, wrong)])


def laws_of(table: Table, tables: dict[str, Table]) -> Iterator[str]:
    """Every derived trigger of one table."""
    name = table.name
    checks = [*reference_rules(table), *word_rules(table), *date_rules(table)]
    if name in REGISTERED:
        yield from registry(table)
        rules = []
    else:
        rules = insert_rules(table)
    if name in ("predicates", "contributors"):
        rules.append(id_rule(name))
    yield trigger(f"{name}_insert", "BEFORE INSERT", name, rules + checks)
    if table.key != ["seq"]:  # before an insert a rowid not given yet reads as -1: a row that has it would stop all others
        yield trigger(
            f"{name}_rowid", "AFTER INSERT", name, [refuse(f"{name}: rowids begin at 1; leave the rowid out", "true")], "NEW.rowid < 1"
        )
    if name not in ("passages", "snapshots", "revisions"):
        yield trigger(f"{name}_update", "BEFORE UPDATE", name, update_rules(table) + checks)
    if name not in ("passages", "snapshots", "revisions", "claims", "assertions"):
        rules = delete_rules(table, tables)
        if rules:
            yield trigger(f"{name}_delete", "BEFORE DELETE", name, rules)
    if "part_of_id" in table.columns:
        yield from whole(table)
    yield from computed_bounds(table)
    if name not in UNREVISED:
        kept = [column for column in table.columns if column not in COMPUTED.get(name, set())]
        changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in kept)
        if name == "entities":  # a new label follows its row, which has a revision of its own
            changed = "NEW.status IS NOT OLD.status OR NEW.merged_into_id IS NOT OLD.merged_into_id"
        yield trigger(
            f"{name}_revised", f"AFTER UPDATE OF {', '.join(kept)}", name, [revision(table, "update")], f"({changed}) AND {NOT_RESTORING}"
        )
        if name not in ("claims", "assertions", "entities"):
            yield trigger(f"{name}_removed", "AFTER DELETE", name, [revision(table, "delete")], NOT_RESTORING)


def derive(schema: str) -> str:
    """The text of schema.sql with its derived section written anew."""
    head, _, rest = schema.partition(BEGIN)
    _, _, tail = rest.partition(END)
    connection = sqlite3.connect(":memory:")
    connection.executescript(head)
    tables = read_tables(connection)
    connection.close()
    derived = [statement for table in tables.values() for statement in laws_of(table, tables)]
    return f"{head}{BEGIN}\n\n" + "\n".join(derived) + f"\n\n{END}{tail}"


def main() -> None:
    """Write the derived laws into schema.sql."""
    path = Path(__file__).resolve().parent.parent / "schema" / "schema.sql"
    path.write_text(derive(path.read_text("utf-8")), encoding="utf-8")
    sys.stdout.write(f"wrote the derived laws into {path.name}\n")


if __name__ == "__main__":
    main()
