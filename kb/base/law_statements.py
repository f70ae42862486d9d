"""The statements of the derived triggers, each of which refuses a row or records something about it.

A statement is SQL without its semicolon; kb.base.laws puts them into triggers.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.base.model import DATES, SEVERAL_WORDS, TABLE_OF_PREFIX, WORDS, field_of
from kb.base.schema import Table

NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"


def refuse(message: str, where: str) -> str:
    """The statement that refuses a row, with this message, where the condition holds."""
    quoted = message.replace("'", "''")
    return f"SELECT RAISE(ABORT, '{quoted}') WHERE {where}"


def same(columns: list[str]) -> str:
    """The condition that a row has the new row's values in these columns."""
    return " AND ".join(f"{column} = NEW.{column}" for column in columns)


def insert_rules(table: Table) -> list[str]:
    """The statements that refuse to replace a row by its key, by another unique key or by its rowid."""
    rules = []
    for columns in [table.key, *table.unique]:
        shown = ", ".join(columns)
        message = f"{table.name}: a row with this {shown} is there already; change it with UPDATE, or correct it"
        rules.append(refuse(message, f"EXISTS (SELECT 1 FROM {table.name} WHERE {same(columns)})"))
    if table.key != ["seq"]:
        rules.append(
            refuse(f"{table.name}: a row with this rowid is there already", f"EXISTS (SELECT 1 FROM {table.name} WHERE rowid = NEW.rowid)")
        )
    return rules


def reference_rules(table: Table) -> Iterator[str]:
    """One statement for each reference of the table, which holds whether or not foreign keys are on."""
    for column, target in table.references:
        if (table.name, column) == ("sources", "snapshot_id") or (column == "id" and target == "entities"):
            continue  # each kept by a law of its own
        unchanged = f"NEW.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target} WHERE id = NEW.{column})"
        yield refuse(f"{table.name}.{column}: names no row of {target}; add that row first", unchanged)


def id_rule(name: str) -> str:
    """The statement that refuses an id that is not readable, or looks like a minted one.

    A constraint alone is not enough: OR IGNORE and OR FAIL would get past it inside a trigger.
    """
    message = f"{name}.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id"
    prefixes = ", ".join(f"'{prefix}-'" for prefix in TABLE_OF_PREFIX)
    return refuse(message, f"NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ({prefixes})")


def word_rules(table: Table) -> Iterator[str]:
    """One statement for each column that holds a controlled word."""
    for column in WORDS.get(table.name, []):
        if (table.name, column) in SEVERAL_WORDS:
            message = f"{table.name}.{column}: not words of the vocabulary, each once, sorted and separated by one blank; see the table vocabulary, or add the word there first"
            yield refuse(message, f"NEW.{column} IS NOT {known_words(field_of(table.name, column), f'NEW.{column}')}")
            continue
        known = f"SELECT 1 FROM vocabulary WHERE field = '{field_of(table.name, column)}' AND value = NEW.{column}"
        message = f"{table.name}.{column}: not a word of the vocabulary; see the table vocabulary, or add the word there first"
        yield refuse(message, f"NEW.{column} IS NOT NULL AND NOT EXISTS ({known})")


def known_words(field: str, held: str) -> str:
    """The SQL of the words of a field that a column of several words holds, as `model.joined_words` joins them; NULL where there are none."""
    words = f"SELECT value FROM vocabulary WHERE field = '{field}' AND {holds(held, 'value')} ORDER BY value"
    return f"(SELECT group_concat(value, ' ') FROM ({words}))"


def holds(held: str, word: str) -> str:
    """The SQL condition that a column of several words holds a word."""
    return f"instr(' ' || {held} || ' ', ' ' || {word} || ' ') > 0"


def date_rules(table: Table) -> Iterator[str]:
    """Two statements for each column of dates, which enter the date in the calendar and refuse it if that knows no such EDTF date."""
    for column in DATES.get(table.name, []):
        known = f"NEW.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.{column})"
        yield f"INSERT INTO dates(edtf) SELECT NEW.{column} WHERE {known}"
        message = f"{table.name}.{column}: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~"
        yield refuse(message, f"NEW.{column} IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.{column}) IS NOT 1")


def update_rules(table: Table) -> list[str]:
    """The statements that refuse a changed id or rowid, or another row's unique key (UPDATE OR REPLACE would delete that row)."""
    rules = []
    if len(table.key) == 1:
        rules.append(
            refuse(
                f"{table.name}.{table.key[0]}: an id never changes; merge the row into another instead",
                f"NEW.{table.key[0]} IS NOT OLD.{table.key[0]}",
            )
        )
    rules.append(refuse(f"{table.name}: the rowid never changes", "NEW.rowid IS NOT OLD.rowid"))
    for columns in ([table.key] if len(table.key) > 1 else []) + table.unique:
        taken = f"EXISTS (SELECT 1 FROM {table.name} WHERE {same(columns)} AND rowid <> OLD.rowid)"
        rules.append(refuse(f"{table.name}: another row has this {', '.join(columns)} already", taken))
    if table.name == "vocabulary":
        rules += words_in_use(" AND (NEW.field <> OLD.field OR NEW.value <> OLD.value)")
    return rules


def words_in_use(condition: str) -> Iterator[str]:
    """One statement for each column of words, which refuses to delete or change a word while a row holds it."""
    for name, columns in WORDS.items():
        for column in columns:
            holding = holds(column, "OLD.value") if (name, column) in SEVERAL_WORDS else f"{column} = OLD.value"
            used = f"OLD.field = '{field_of(name, column)}'{condition} AND EXISTS (SELECT 1 FROM {name} WHERE {holding})"
            yield refuse(f"vocabulary: the word is in use in {name}.{column}; change those rows first", used)


def delete_rules(table: Table, tables: dict[str, Table]) -> list[str]:
    """The statements that refuse to delete a row that others refer to, or a word of the vocabulary that is in use."""
    rules = []
    for other in tables.values():
        for column, target in other.references:
            if target == table.name:
                message = (
                    f"{table.name}: {other.name}.{column} still refers to this row; change that first, or retract or merge this row instead"
                )
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
