"""Remedies of errors and notes on changes, made of words, actions and suggestions, with their wording for Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kb.errors.actions import Action


@dataclass(frozen=True)
class Suggestions:
    """Known words in place of an unknown one: the nearest, or all where `near` is false. `labels` are the labels of ids."""

    words: tuple[str, ...] = ()
    near: bool = True
    labels: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)

    def __str__(self) -> str:
        shown = [f"{word} ({label})" for word, label in zip(self.words, self.labels, strict=True)] if self.labels else self.words
        return f"did you mean {' or '.join(shown)}?" if self.near else f"use one of: {', '.join(shown)}"


Remedy = str | Action | Suggestions
Remedies = Remedy | tuple[Remedy, ...]
Word = Callable[[Action], str]
Templates = Mapping[str, str | Callable[[Action], str]]

# The placeholders of arguments that only the reader knows.
UNKNOWN = {
    "words": "WORDS",
    "id": "ID",
    "assertion": "AST-…",
    "label": "NAME",
    "column": "COLUMN",
    "old": "OLD_ID",
    "into": "INTO_ID",
    "run": "RUN",
    "source": "SOURCE",
    "path": "FILE",
}


def wording(templates: Templates, quote: Callable[[str], str]) -> Word:
    """Return the function that words an action by its template: a format string for its quoted arguments, or a function of the action."""

    def word(action: Action) -> str:
        template = templates[action.name]
        if not isinstance(template, str):
            return template(action)
        return template.format_map({name: quote(value) if value else UNKNOWN.get(name, "…") for name, value in action.pairs})

    return word


def parts(remedy: Remedies) -> tuple[Remedy, ...]:
    """Return the remedies as a tuple, without empty ones."""
    return tuple(part for part in (remedy if isinstance(remedy, tuple) else (remedy,)) if part)


def sentence(remedies: Iterable[Remedy], word: Word) -> str:
    """Return the remedies in a line, suggestions first."""
    remedy_parts = tuple(remedies)
    suggested = " ".join(str(part) for part in remedy_parts if isinstance(part, Suggestions))
    others = "; ".join(word(part) if isinstance(part, Action) else part for part in remedy_parts if not isinstance(part, Suggestions))
    if not (suggested and others):
        return suggested or others
    return f"{suggested}{'' if suggested.endswith('?') else '.'} Or {others}"


class Note(str):
    """A note on a change, with its remedies. As a string it is worded for Python."""

    what: str
    remedies: tuple[Remedy, ...]

    def __new__(cls, what: str, *remedies: Remedy) -> Note:
        note = super().__new__(cls, "; ".join(filter(None, (what, sentence(remedies, python)))))
        note.what, note.remedies = what, remedies
        return note


def worded(note: str, word: Word) -> str:
    """Return a note as an interface words it, and other strings unchanged."""
    return "; ".join(filter(None, (note.what, sentence(note.remedies, word)))) if isinstance(note, Note) else note


def give_to_python(action: Action) -> str:
    argument, value, purpose = (value for _, value in action.pairs)
    return f"give {argument}={repr(value) if value else '…'} {purpose}".strip()


def record_in_python(action: Action) -> str:
    kind, row_id, label = (value for _, value in action.pairs)
    words = [in_double_quotes(value) if value else unknown for value, unknown in ((kind, "KIND"), (row_id, "ID"), (label, "NAME"))]
    return f"add it first: base.new({', '.join(words)}{'' if kind == 'predicate' else ', kind=…'})"


def correct_in_python(action: Action) -> str:
    row_id, column = (value for _, value in action.pairs)
    change = f"{column or 'COLUMN'}=…" if "." not in column else f"**{{{in_double_quotes(column)}: …}}"
    return f"correct it with: base.correct({in_double_quotes(row_id) if row_id else 'ID'}, reason, {change})"


PYTHON: Templates = {
    "search": 'look for it with: base.query("claims-with-words", words={words})',
    "show": "see what became of it with: base.show({id})",
    "record_entity": record_in_python,
    "record_fact": "record it as a fact of its own with: base.add(…)",
    "add_text": "give its text with: base.add_source(…)",
    "correct": correct_in_python,
    "reinstate": 'let the assertion count again: base.correct({assertion}, reason, status="recorded")',
    "review": 'let somebody else check it: base.review({id}, "carries")',
    "retract": "retract it with: base.retract({id}, reason)",
    "merge": "merge the two with: base.merge({old}, {into}, reason)",
    "purge": "erase its words there with: kb.changes.purging.purge(run, {source})",
    "undo": "undo that run first: base.undo({run}, reason)",
    "change_facts": "change rows with: base.add, base.correct, base.retract or base.merge",
    "list_words": 'see the words with: base.query("SELECT value, description FROM vocabulary WHERE field = :field", field={field})',
    "list_questions": "kb.ask.questions.load() lists them",
    "list_tables": "see the tables and views with: base.query(\"SELECT name FROM sqlite_master WHERE type IN ('table', 'view')\")",
    "list_runs": 'see the latest with: base.query("recent-runs")',
    "list_proposals": 'see those that wait with: base.query("awaiting-review")',
    "list_conflicts": "see those that are open with: base.conflicts()",
    "settle": 'settle it with: base.settle({id}, "ours", reason), or "theirs"',
    "upgrade": "bring it up to date where it may be written: kb.open({path}), or kb upgrade at the shell",
    "check": "look for what is wrong with: base.check()",
    "rebuild_search": "rebuild the full-text indexes with kb upgrade --search at the shell",
    "init": "make one with: kb.init({path})",
    "give": give_to_python,
    "give_parameters": "give parameters by name: base.query(sql, name=value)",
}


def in_double_quotes(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


python: Word = wording(PYTHON, in_double_quotes)
