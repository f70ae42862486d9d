"""Read the named questions: SELECTs in `schema/queries/`, each with a title, a description and parameters in its comment head.

A file `schema/queries/<name>.sql` begins with comment lines and holds one SELECT after them:

    -- title: Who says and who denies a claim
    -- description: One or more sentences. It may go on in further
    --   lines that are indented.
    -- param: claim (claim) | Claim | clm-china-russia-formal-alliance | Id of the claim.
    -- param: source (source) | Source | | The source, by title or id; leave empty for all.
    -- param: words | Words | cold war | The words, in the order in which they stand in the claim.
    -- formerly: works=no | source=

`title` and `description` come once each. Each `param` line holds name, label, example and description, separated by ` | `. A name whose value
is an id is followed by what it may be the id of: actor, thing, event, source, claim, predicate, or row for any table; the plural
takes several names parted by semicolons, or ids parted by blanks. The example may be empty where an empty value has a meaning, which the description then states. A
`formerly` line says which parameter and value took the place of one that links and scripts may still give. The SELECT names its parameters `:name`, all of them
declared and all declared ones used; every value arrives as text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.base import schema, sql_heads
from kb.errors import DataError, UsageError, actions, did_you_mean
from kb.errors.remedies import Remedies

KINDS = ("actor", "thing", "event", "source", "claim", "predicate", "row")
STRING_OR_COMMENT = re.compile(r"'(?:[^']|'')*'|--[^\n]*")


@dataclass(frozen=True)
class Parameter:
    """A value that a question takes; `example` is a value with which the shipped base has an answer.

    `kinds` says what it is the id of, and is empty where it is no id; `several` whether it may hold several ids, parted by blanks.
    """

    name: str
    label: str
    example: str
    description: str
    kinds: tuple[str, ...] = ()
    several: bool = False


@dataclass(frozen=True)
class Question:
    """A named question, whose `sql` is a single SELECT with parameters written `:name`."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sql: str
    formerly: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()

    def values(self, given: dict[str, str]) -> dict[str, str]:
        """The value of every parameter, its example where none is given. Raises UsageError for names that are no parameters."""
        known = [parameter.name for parameter in self.parameters]
        given = dict(self.renamed(given))
        for name in given:
            if name not in known:
                remedy: Remedies = did_you_mean(name, known) or "give it without parameters"
                raise UsageError(f"there is no parameter {name!r}", where=f"question {self.name}", remedy=remedy)
        return {parameter.name: given.get(parameter.name, parameter.example) for parameter in self.parameters}

    def renamed(self, given: dict[str, str]) -> Iterator[tuple[str, str]]:
        """The parameters and values as they are called now; one that has no place now is left out, unless its name was never known."""
        old = dict(self.formerly)
        names = {name for name, _ in old}
        for name, value in given.items():
            if (name, value) in old:
                now, meant = old[name, value]
                if now not in given:
                    yield now, meant
            elif name not in names:
                yield name, value


@functools.cache
def load() -> tuple[Question, ...]:
    """Every named question, sorted by name. Raises DataError for a file that does not follow the grammar."""
    files = [entry for entry in (schema.folder() / "queries").iterdir() if entry.name.endswith(".sql")]
    return tuple(
        sorted((parse(entry.name.removesuffix(".sql"), entry.read_text("utf-8")) for entry in files), key=lambda question: question.name)
    )


def get(name: str) -> Question:
    """The question with this name. Raises UsageError, with the nearest names, where there is none."""
    questions = {question.name: question for question in load()}
    if name not in questions:
        raise UsageError(f"there is no question {name!r}", remedy=did_you_mean(name, questions) or actions.list_questions())
    return questions[name]


def parse(name: str, text: str) -> Question:
    """Read one file, whose `name` is that of the file without `.sql`. Raises DataError."""
    where = f"schema/queries/{name}.sql"
    fields, sql = sql_heads.read(text, ("title", "description", "param", "formerly"), where)
    if len(fields["title"]) != 1 or len(fields["description"]) != 1:
        raise DataError("needs one title and one description", where=where, remedy="begin it with -- title: … and -- description: …")
    parameters = tuple(parameter(line, where) for line in fields["param"])
    check_select(sql, [parameter.name for parameter in parameters], where)
    formerly = tuple(renaming(line, where) for line in fields["formerly"])
    return Question(name, fields["title"][0], fields["description"][0], parameters, sql, formerly)


def parameter(line: str, where: str) -> Parameter:
    """Read one parameter line. Raises DataError."""
    parts = [part.strip() for part in line.split("|")]
    named = re.fullmatch(r"(\w+)(?: \(([a-z, ]+)\))?", parts[0])
    if len(parts) != 4 or not (named and parts[1] and parts[3]):
        raise DataError(f"cannot read the parameter {line!r}", where=where, remedy="write name (kind) | label | example | description")
    words = named[2].split(", ") if named[2] else []
    kinds = tuple(word if word in KINDS else word.removesuffix("s") for word in words)
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise DataError(f"{unknown[0]!r} is no kind of id", where=where, remedy=did_you_mean(unknown[0], KINDS))
    _, label, example, description = parts
    return Parameter(named[1], label, example, description, kinds, several=list(kinds) != words)


def renaming(line: str, where: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Read one line that says what took the place of a parameter and value. Raises DataError."""
    found = re.fullmatch(r"(\w+)=(\S*) \| (\w+)=(\S*)", line)
    if not found:
        raise DataError(f"cannot read the line {line!r}", where=where, remedy="write old=value | new=value")
    return (found[1], found[2]), (found[3], found[4])


def check_select(sql: str, declared: list[str], where: str) -> None:
    """Raise DataError unless the SQL is one SELECT that uses exactly the declared parameters."""
    bare = STRING_OR_COMMENT.sub("''", sql)
    if not re.match(r"(SELECT|WITH)\b", bare) or ";" in bare:
        raise DataError("must hold one SELECT", where=where, remedy="write one statement that begins with SELECT or WITH")
    used = set(re.findall(r":(\w+)", bare))
    if used != set(declared) or len(declared) != len(set(declared)):
        raise DataError(
            f"declares {', '.join(declared) or 'no parameter'} and uses {', '.join(sorted(used)) or 'none'}",
            where=where,
            remedy="declare each parameter once, and use each one declared",
        )
