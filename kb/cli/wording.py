"""The words of each action at the shell, which are mostly the command that does it."""

from __future__ import annotations

import shlex

from kb.errors.actions import Action
from kb.errors.remedies import Templates, Word, wording

NEW_OPTIONS = {"actor": "ID:KIND:NAME", "thing": "ID:KIND:NAME", "predicate": "ID:LABEL"}  # of `kb add`


def record_entity(action: Action) -> str:
    kind, row_id, label = (value for _, value in action.pairs)
    name = shlex.quote(label) if label else "LABEL" if kind == "predicate" else "NAME"
    beside = f", or --new-{kind} {NEW_OPTIONS[kind]} beside the fact" if kind in NEW_OPTIONS else ""
    sort = "" if kind == "predicate" else " --kind KIND"
    return f"add it first: kb new {kind} {row_id or 'ID'} {name}{sort}{beside}"


def add_text(action: Action) -> str:
    row_id = action.arguments.get("id")
    if row_id:
        return f"give its text with: kb source add FILE --id {shlex.quote(row_id)} --title …"
    return "take its text in first: kb source add FILE --title …"


def give(action: Action) -> str:
    argument, value, purpose = (value for _, value in action.pairs)
    option = f"give --{argument} {shlex.quote(value)}" if value else f"give it with --{argument}"
    return f"{option} {purpose}".strip()


SHELL: Templates = {
    "search": "look for it with: kb search {words}",
    "show": "see what became of it with: kb show {id}",
    "record_entity": record_entity,
    "record_fact": "record it as a fact of its own with: kb add",
    "add_text": add_text,
    "correct": "correct it with: kb correct {id} {column}=… --reason …",
    "reinstate": "let the assertion count again: kb correct {assertion} status=recorded --reason …",
    "review": "let somebody else check it: kb review {id} --verdict carries",
    "retract": "retract it with: kb retract {id} --reason …",
    "merge": "merge the two: kb merge {old} {into} --reason …",
    "purge": "erase its words there with: kb purge {source} --reason …",
    "undo": "undo that run first: kb undo {run} --reason …",
    "change_facts": "change rows with kb add, kb correct, kb retract or kb merge",
    "list_words": "see the words with: kb query \"SELECT value, description FROM vocabulary WHERE field = '{field}'\"",
    "list_questions": "kb query without arguments lists them",
    "list_tables": "see the tables and views with: kb query \"SELECT name FROM sqlite_master WHERE type IN ('table', 'view')\"",
    "list_runs": "see the latest with: kb query recent-runs",
    "list_proposals": "see those that wait with: kb review --list",
    "list_conflicts": "see those that are open with: kb conflicts",
    "settle": "settle it with: kb conflicts settle {id} ours --reason …, or theirs",
    "upgrade": "bring it up to date where it may be written: kb upgrade --db {path}",
    "check": "look for what is wrong with: kb check",
    "rebuild_search": "rebuild the full-text indexes with: kb upgrade --search",
    "init": "make one with: kb init {path}",
    "give": give,
    "give_parameters": "parameters go in with -p name=value",
}

shell: Word = wording(SHELL, shlex.quote)
