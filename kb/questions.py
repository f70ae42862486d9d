"""The named questions: SELECTs in `schema/queries/`, each with a title, a description and parameters in its comment head.

A file `schema/queries/<name>.sql` begins with comment lines and holds one SELECT after them:

    -- title: Who says and who denies a claim
    -- description: One or more sentences. It may go on in further
    --   lines that are indented.
    -- param: claim | Claim | clm-china-russia-formal-alliance | Id of the claim.
    -- param: source | Source | | Id of the source; leave empty for all.

`title` and `description` come once each. Each `param` line holds name, label, example and description, parted by ` | `. The example
may be empty where an empty value has a meaning, which the description then states. The SELECT names its parameters `:name`, all of
them declared and all declared ones used; every value arrives as text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb import schema
from kb.errors import DataError, UsageError, did_you_mean

HEAD_LINE = re.compile(r"-- (title|description|param): +(.+)")
STRING_OR_COMMENT = re.compile(r"'(?:[^']|'')*'|--[^\n]*")


@dataclass(frozen=True)
class Parameter:
    """One value that a question asks for; `example` is a value that finds something in the shipped base."""

    name: str
    label: str
    example: str
    description: str


@dataclass(frozen=True)
class Question:
    """One named question; `sql` is a single SELECT that names its parameters `:name`."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sql: str

    def values(self, given: dict[str, str]) -> dict[str, str]:
        """Every parameter with its value: the one given, or else the example. Refuses names that are not there."""
        known = [parameter.name for parameter in self.parameters]
        for name in given:
            if name not in known:
                remedy = did_you_mean(name, known) or "give it without parameters"
                raise UsageError(f"there is no parameter {name!r}", where=f"question {self.name}", remedy=remedy)
        return {parameter.name: given.get(parameter.name, parameter.example) for parameter in self.parameters}


@functools.cache
def load() -> tuple[Question, ...]:
    """Every named question, by name. Raises DataError for a file that does not follow the grammar."""
    files = [entry for entry in (schema.folder() / "queries").iterdir() if entry.name.endswith(".sql")]
    return tuple(parse(entry.name.removesuffix(".sql"), entry.read_text("utf-8")) for entry in sorted(files, key=lambda entry: entry.name))


def get(name: str) -> Question:
    """The question of that name. Raises UsageError, with the nearest names, where there is none."""
    questions = {question.name: question for question in load()}
    if name not in questions:
        remedy = did_you_mean(name, questions) or "kb query without arguments lists them"
        raise UsageError(f"there is no question {name!r}", remedy=remedy)
    return questions[name]


def parse(name: str, text: str) -> Question:
    """Read one file; `name` is the file's name without `.sql`."""
    where = f"schema/queries/{name}.sql"
    head, sql = split(text)
    fields: dict[str, list[str]] = {"title": [], "description": [], "param": []}
    for key, value in entries(head, where):
        fields[key].append(value)
    if len(fields["title"]) != 1 or len(fields["description"]) != 1:
        raise DataError("needs one title and one description", where=where, remedy="begin it with -- title: … and -- description: …")
    parameters = tuple(parameter(line, where) for line in fields["param"])
    check_select(sql, [parameter.name for parameter in parameters], where)
    return Question(name, fields["title"][0], fields["description"][0], parameters, sql)


def split(text: str) -> tuple[list[str], str]:
    """The comment lines at the head, and the statement below them without its semicolon."""
    lines = text.strip().splitlines()
    count = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    return lines[:count], "\n".join(lines[count:]).strip().removesuffix(";")


def entries(head: list[str], where: str) -> Iterator[tuple[str, str]]:
    """(key, value) of each entry of the head, indented lines joined to the entry they go on."""
    joined: list[str] = []
    for line in head:
        if line.startswith("--   ") and joined:
            joined[-1] += " " + line[2:].strip()
        else:
            joined.append(line.rstrip())
    for line in joined:
        found = HEAD_LINE.fullmatch(line)
        if not found:
            raise DataError(
                f"cannot read the head line {line!r}", where=where, remedy="write -- title: …, -- description: … or -- param: …"
            )
        yield found[1], found[2]


def parameter(line: str, where: str) -> Parameter:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 4 or not (parts[0].isidentifier() and parts[1] and parts[3]):
        raise DataError(f"cannot read the parameter {line!r}", where=where, remedy="write name | label | example | description")
    return Parameter(*parts)


def check_select(sql: str, declared: list[str], where: str) -> None:
    """One SELECT, and exactly the declared parameters."""
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
