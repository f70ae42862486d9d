"""What can go wrong, and the remedy: what the program refuses, what the database refuses, and what `kb check` finds."""

from __future__ import annotations

import ast
import inspect
import re
from collections import defaultdict

from kb import errors
from kb.base import checks, integrity, schema
from kb.cli.wording import shell
from kb.errors import actions
from kb.errors.remedies import sentence
from tests.docs import markdown
from tests.docs.reference import source_code

INTRODUCTION = """
Every message says what is wrong, where, and what to do about it. `…` stands for what is put in: a name, a number, the words in question.
Nothing is changed by what is refused.
"""
REFUSED = """
Exit code 1 means that the data is wrong, 2 that the call is. The site answers with a page, or as JSON with `error`, `where` and `remedy`.
Where no remedy stands here, it depends on the case, such as the nearest name that is there.
"""
LAWS = """
Whoever writes, also in a bare `sqlite3` shell. The message begins with the table, and with the column where one is at fault; `…` stands for
another table or column.
"""
# What a rule says of another table, which makes the same rule a new sentence for each.
OTHER_TABLE = re.compile(
    r"(?<=names no row of )\w+|\w+\.\w+(?= still refers)|(?<=in use in )\w+\.\w+|(?<=row with this )(?!id|rowid)[\w, ]+(?= is there)|(?<=has this )[\w, ]+(?= already)"
)
CHECKS = """
`kb check` looks for all of this in the whole base. An *error* makes it end with exit code 1; a *notice* is worth knowing and may be meant.
"""


def page() -> str:
    return markdown.page(
        "Errors and remedies",
        INTRODUCTION,
        f"## What the program refuses\n\n{REFUSED.strip()}\n\n" + refusals(),
        f"## What the database refuses\n\n{LAWS.strip()}\n\n" + laws(),
        f"## What kb check finds\n\n{CHECKS.strip()}\n\n" + faults(),
    )


def refusals() -> str:
    rows = set()
    for kind in (errors.DataError, errors.UsageError):
        for call in source_code.calls(kind.__name__):
            what = source_code.words(call.args[0]) if call.args else ""
            if what.strip("…: "):
                where, remedy = (source_code.words(source_code.keyword(call, name)) for name in ("where", "remedy"))
                rows.add((what, where, remedy, str(kind.exit_code)))
    return markdown.table(["what is wrong", "where", "remedy", "exit"], sorted(rows, key=lambda row: (row[0].lower(), *row)))


def laws() -> str:
    """Each rule once, with the tables and columns that it holds for."""
    text = schema.read("schema.sql") + schema.read("derived.sql")
    messages = {*re.findall(r"RAISE\(ABORT, '((?:[^']|'')+)'\)", text), *re.findall(r'CONSTRAINT "([^"]+)"', text)}
    holds: dict[str, set[str]] = {}
    for message in messages:
        where, _, rule = message.replace("''", "'").partition(": ")
        if rule:
            holds.setdefault(OTHER_TABLE.sub("…", rule), set()).add(f"`{where}`")
    rows = [(rule, ", ".join(sorted(places))) for rule, places in sorted(holds.items(), key=lambda item: item[0].lower())]
    return markdown.table(["what must hold, or what to do", "of"], rows)


def faults() -> str:
    rows = set()
    for check in checks.load():
        remedies = (*check.words, *(checks.action(text, defaultdict(str)) for text in check.actions))
        rows.add((check.name, check.severity, check.what, sentence(remedies, shell)))
    for severity in (integrity.error.__name__, integrity.notice.__name__):
        for call in source_code.calls(severity):
            if len(call.args) == 5 and (name := source_code.words(call.args[0])):
                what, remedy = source_code.words(call.args[1]), call.args[4]
                advice = worded_action(remedy) if isinstance(remedy, ast.Call) else source_code.words(remedy)
                rows.add((name, severity, what, advice or "it is said with the fault"))
    return markdown.table(["check", "", "what is wrong", "remedy"], sorted(rows))


def worded_action(call: ast.Call) -> str:
    """A call of a function of kb.actions as the shell words it, with what only the fault knows left open; empty for another call."""
    name = source_code.called(call)
    maker = getattr(actions, name, None)
    return shell(actions.action(name, **dict.fromkeys(inspect.signature(maker).parameters, ""))) if maker else ""
