"""The words for actions on the site, which are text and a link for a page, and a request of the JSON API for a program.

Nobody who has only a browser or a token can run a command, so none is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import Any
from urllib.parse import quote as percent

from markupsafe import Markup, escape

from kb.errors import KbError
from kb.errors.actions import Action
from kb.errors.remedies import Remedy, Suggestions, Templates, Word, sentence, wording
from kb.site.urls import Addresses


def give_on_page(action: Action) -> str:
    """The words for giving an argument in a form."""
    argument, value, purpose = (value for _, value in action.pairs)
    return f"{f'give {value} as {argument}' if value else f'fill in the {argument}'} {purpose}".strip()


def give_to_api(action: Action) -> str:
    """The words for giving an argument in a JSON request."""
    argument, value, purpose = (value for _, value in action.pairs)
    return f'add "{argument}": "{value or "…"}" {purpose}'.strip()


def record_with_fact(action: Action) -> str:
    """The words for recording an entity or predicate in the request that adds the fact."""
    kind = action.arguments["kind"]
    fields = '"id": "…", "label": "…"' if kind == "predicate" else '"id": "…", "name": "…", "kind": "…"'
    return f'record it with the fact: "new": [{{"type": "{kind}", {fields}}}]'


def ask_for_text(action: Action) -> str:
    """The words for adding a text, which only the keeper of the base can do."""
    return f"ask whoever keeps this base to add the text of {action.arguments.get('id', 'that source')}"


UPGRADE = "ask whoever keeps this site to bring the base up to date"
CHECK = "ask whoever keeps this site to check the base"
SEARCH = "ask whoever keeps this site to rebuild the full-text indexes"
INIT = "ask whoever keeps this site to make an empty base"
TABLES = "see the tables and views on the page of the database"
WORDS = "see the words of {field} in the table vocabulary"

PAGE: Templates = {
    "search": "look for it by its words",
    "show": "see what became of it",
    "record_entity": "record it first, beside a fact that you add",
    "record_fact": "record it as a fact of its own",
    "add_text": ask_for_text,
    "correct": "correct it",
    "reinstate": "let the assertion count again: correct its status to recorded",
    "review": "let somebody else check it on the page of the claim",
    "retract": "retract it",
    "merge": "merge the two",
    "purge": "have whoever keeps the base erase its words there",
    "undo": "undo that run first",
    "change_facts": "add or correct facts on the pages of this site",
    "list_words": WORDS,
    "list_questions": "see all questions",
    "list_tables": TABLES,
    "list_runs": "see the latest changes",
    "list_proposals": "see the proposals that wait",
    "list_conflicts": "see the open conflicts",
    "settle": "settle it on the page of conflicts",
    "upgrade": UPGRADE,
    "check": CHECK,
    "rebuild_search": SEARCH,
    "init": INIT,
    "give": give_on_page,
    "give_parameters": "give the parameters by name",
}

API: Templates = {
    "search": "look for it with GET /api/names?q=…, or claims with POST /api/similar",
    "show": "see what became of {id} at /change/{id}",
    "record_entity": record_with_fact,
    "record_fact": "record it as a fact of its own: POST /api/facts",
    "add_text": ask_for_text,
    "correct": 'correct it: POST /api/correct with "id": "{id}" and "set": {{"{column}": "…"}}',
    "reinstate": 'let the assertion count again: POST /api/correct with "id": "{assertion}" and "set": {{"status": "recorded"}}',
    "review": 'let somebody else check it: POST /api/review with "id": "{id}" and "verdict": "carries"',
    "retract": 'retract it: POST /api/retract with "id": "{id}"',
    "merge": 'merge the two: POST /api/merge with "old": "{old}" and "into": "{into}"',
    "purge": "have whoever keeps the base erase the words of {source} there",
    "undo": 'undo that run first: POST /api/undo with "run": "{run}"',
    "change_facts": "change facts with POST to /api/facts, /api/correct, /api/retract or /api/merge",
    "list_words": WORDS,
    "list_questions": "see all questions at /questions",
    "list_tables": TABLES,
    "list_runs": "see the latest runs at /changes",
    "list_proposals": "see those that wait at /review",
    "list_conflicts": "see the open conflicts at /conflicts",
    "settle": 'settle it: POST /api/settle with "id": "{id}" and "choice": "ours" or "theirs"',
    "upgrade": UPGRADE,
    "check": CHECK,
    "rebuild_search": SEARCH,
    "init": INIT,
    "give": give_to_api,
    "give_parameters": "give the parameters by name, as parameters of the query",
}


def at(path: str, row_id: str = "") -> Callable[[Addresses], str]:
    """The function that gives the address of a path, followed by an id if given."""
    return lambda addresses: addresses.path(f"{path}/{percent(row_id, safe='')}" if row_id else path)


def to_change(row_id: str) -> Callable[[Addresses], str] | None:
    """The function that gives the address of the form to change a row, or None without an id."""
    return at("/change", row_id) if row_id else None


# The address that the words of an action link to on a page; actions without one are words alone.
LEADS: dict[str, Callable[..., Callable[[Addresses], str] | None]] = {
    "search": lambda words="": lambda addresses: addresses.search(words),
    "show": lambda id: at("/changes", id) if id.startswith("run-") else to_change(id),
    "record_entity": lambda **_: at("/add"),
    "record_fact": lambda: at("/add"),
    "correct": lambda id="", **_: to_change(id),
    "reinstate": lambda assertion="": to_change(assertion),
    "retract": lambda id="": to_change(id),
    "merge": lambda old="", **_: at("/merge", old) if old else None,
    "undo": lambda run="": at("/changes", run),
    "change_facts": lambda: at("/add"),
    "list_questions": lambda: at("/questions"),
    "list_runs": lambda: at("/changes"),
    "list_proposals": lambda: at("/review"),
    "list_conflicts": lambda: at("/conflicts"),
    "settle": lambda id: at("/conflicts"),  # noqa: ARG005
}

page: Word = wording(PAGE, str)
api: Word = wording(API, str)


def link(addresses: Addresses, below: Collection[str], action: Action) -> str:
    """An action as a link, or as words where it has no address. `below` lists the kinds that the form on the page can record."""
    if action.name == "record_entity" and action.arguments["kind"] in below:
        return escape("record it first, below")
    lead = LEADS[action.name](**action.arguments) if action.name in LEADS else None
    return Markup('<a href="{}">{}</a>').format(lead(addresses), page(action)) if lead else escape(page(action))


def on_page(addresses: Addresses, error: KbError, below: Collection[str] = ()) -> Markup:
    """The remedies of an error in HTML."""
    return Markup(sentence(map(escaped, error.remedies), partial(link, addresses, below)))  # every part is escaped


def escaped(part: Remedy) -> Remedy:
    """The part of a remedy in HTML. An action stays as it is, for `link` to word."""
    if isinstance(part, Suggestions):
        return Suggestions(tuple(map(escape, part.words)), part.near, tuple(map(escape, part.labels)))
    return part if isinstance(part, Action) else escape(part)


def data(error: KbError) -> dict[str, Any]:
    """An error as a JSON object, with its remedy in words and its actions as data."""
    return {
        "error": error.what,
        "where": error.where,
        "remedy": error.advice(api),
        "suggestions": list(error.suggestions),
        "actions": [{"name": action.name, "arguments": action.arguments} for action in error.actions],
    }
