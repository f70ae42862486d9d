"""Look for everything that can be wrong in a base, and say of each fault where it is and how to mend it."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass

from kb.base import deep as deeper
from kb.base import integrity, rows, schema, slices, sql_heads, whole_file
from kb.base.problems import Problem
from kb.errors import DataError, actions
from kb.errors.actions import Action
from kb.errors.remedies import Remedy


@dataclass(frozen=True)
class Check:
    """A SELECT of schema/checks that returns each row at fault with a detail, and what to do about such a row."""

    name: str
    severity: str
    what: str
    words: tuple[str, ...]
    actions: tuple[str, ...]
    sql: str

    def problems(self, connection: sqlite3.Connection) -> Iterator[Problem]:
        """A problem for each row that the SELECT returns."""
        with slices.offered(connection) if "kb_slice" in self.sql else nullcontext():
            for row in rows.dicts(connection.execute(self.sql)):
                values = {name: str(value) for name, value in row.items()}
                remedies: tuple[Remedy, ...] = (*self.words, *(action(text, values) for text in self.actions))
                yield Problem(self.name, self.severity, self.what, values["row"], values["detail"], remedies)


def action(text: str, values: Mapping[str, str]) -> Action:
    """The action that a head line `name argument=value …` describes, with the columns of a row in place of {column}."""
    name, *given = text.split()
    arguments = dict(argument.split("=", 1) for argument in given)
    maker: Callable[..., Action] = getattr(actions, name)
    return maker(**{argument: value.format_map(values) for argument, value in arguments.items()})


@functools.cache
def load() -> tuple[Check, ...]:
    """Every question of schema/checks, errors first, then by name. Raises DataError for a file whose head cannot be read."""
    files = [file for file in (schema.folder() / "checks").iterdir() if file.name.endswith(".sql")]
    questions = [parse(file.name.removesuffix(".sql"), file.read_text("utf-8")) for file in files]
    return tuple(sorted(questions, key=lambda question: (question.severity, question.name)))


def parse(name: str, text: str) -> Check:
    """Read one file. Its head says how severe a fault is, what is wrong, and what to do, in words or as an action over the row.

        -- severity: error or notice
        -- what: a noun phrase that names the row at fault
        -- remedy: plain words (any number of lines)
        -- action: the name of a function of kb.errors.actions and its arguments, such as: retract id={row} (any number of lines)

    The SELECT below it returns row, detail, and whatever else the actions name in braces. Raises DataError.
    """
    where = f"schema/checks/{name}.sql"
    head, sql = sql_heads.read(text, ("severity", "what", "remedy", "action"), where)
    if head["severity"] not in (["error"], ["notice"]) or len(head["what"]) != 1 or not (head["remedy"] or head["action"]):
        remedy = "begin it with -- severity: error or notice, -- what: … and -- remedy: … or -- action: …"
        raise DataError("needs one severity, what is wrong, and a remedy", where=where, remedy=remedy)
    return Check(name, head["severity"][0], head["what"][0], tuple(head["remedy"]), tuple(head["action"]), sql)


def check(connection: sqlite3.Connection, *, deep: bool = False) -> Iterator[Problem]:
    """Every problem of an open base, errors and notices, grouped by check; with `deep` also values that are not what was written.

    Most of what schema/checks asks the laws refuse when a row is written. It is asked again here, because a writer may have dropped a
    trigger or written with foreign keys off.
    """
    stopped: Exception | None = None
    found: list[Problem] = []
    with whole_file.checked(connection) as damages:
        try:
            for problem in others(connection, deep=deep):
                found.append(problem)
        except (sqlite3.Error, ValueError) as error:  # such as text that is no UTF-8 any more
            stopped = error
        damaged = [integrity.file_damaged(message) for message in damages()]
    yield from damaged
    yield from found
    if stopped is not None:
        if not (deep or damaged):
            raise stopped
        what = "a value that cannot be read stops the other checks"
        yield integrity.error("unreadable", what, "the base", str(stopped), "restore what is named above, or go on from a backup")


def others(connection: sqlite3.Connection, *, deep: bool) -> Iterator[Problem]:
    """The problems that are looked for beside those of the file."""
    if deep:
        yield from deeper.check(connection)
    yield from integrity.check(connection)
    for question in load():
        yield from question.problems(connection)
    yield from integrity.rows_without_a_run(connection)


@dataclass(frozen=True)
class Shares:
    """How far the base keeps to few predicates and to objects that can be asked about."""

    claims: int
    predicates_used: int
    with_triple: int
    with_object_text: int


def shares(connection: sqlite3.Connection) -> Shares:
    """The figures of the claims that count."""
    row = connection.execute(
        "SELECT count(*), count(DISTINCT predicate_id), count(subject_id), count(object_text) FROM claims WHERE status NOT IN ('proposed', 'retracted')"
    ).fetchone()
    return Shares(*row)
