"""Roles: what each of the people who sign in may do to a base, in words that the site's owner gives (`kb serve --role ID=ROLE`).

Each role may what the one before it may, and more. They are allowances of Datasette's actions, so that a token, or Datasette's own
configuration, can restrict a person further or allow somebody else a single action.
"""

from __future__ import annotations

from collections.abc import Iterable

from kb.errors import UsageError, did_you_mean

PROPOSE = "propose-facts"  # take an article in, and have claims proposed from it
ADD = "add-facts"  # add facts and other rows, decide on proposals, review; correct, retract and undo one's own
CHANGE = "change-facts"  # correct, retract and undo what others recorded, merge, settle conflicts
OURS = {
    PROPOSE: ("pf", "Take an article in and have claims proposed from it"),
    ADD: ("af", "Add facts, decide on proposals, review, and correct, retract and undo what one has recorded oneself"),
    CHANGE: ("cf", "Correct, retract and undo what others recorded, merge, and settle conflicts"),
}
DATASETTES = frozenset(  # Datasette's own actions that write, past the library
    {
        *("execute-write-sql", "create-table", "create-view", "alter-table", "drop-table", "drop-view", "set-column-type"),
        *("insert-row", "update-row", "delete-row", "store-query", "update-query", "delete-query"),
    }
)
ROLES: dict[str, frozenset[str]] = {
    "reader": frozenset(),
    "proposer": frozenset({PROPOSE}),
    "editor": frozenset({PROPOSE, ADD}),
    "curator": frozenset({PROPOSE, ADD, CHANGE}),
    "admin": frozenset({PROPOSE, ADD, CHANGE}) | DATASETTES,
}
WRITER = "curator"  # what `--writer ID` stands for
# By the kind of a run: the action that it takes. Every other kind takes CHANGE.
NEEDED = {"propose": PROPOSE, **dict.fromkeys(("add", "import", "review", "correct", "retract", "undo"), ADD)}
OWN_ONLY = ("import", "correct", "retract", "undo")  # without CHANGE, only of what one has recorded oneself


def read(given: Iterable[str], writers: Iterable[str] = ()) -> dict[str, str]:
    """Return {id: role} from words like ID=ROLE. Raises UsageError for other words, and where one person has two roles."""
    roles = dict.fromkeys(writers, WRITER)
    for word in given:
        who, equals, role = word.rpartition("=")
        if not equals or not who:
            raise UsageError(f"{word!r} names no person and role", where="--role", remedy="write it like --role ada=editor")
        if role not in ROLES:
            raise UsageError(f"unknown role {role!r}", where="--role", remedy=did_you_mean(role, ROLES))
        if roles.setdefault(who, role) != role:
            raise UsageError(f"{who} has two roles", where="--role", remedy=f"choose {roles[who]} or {role}; --writer means {WRITER}")
    return roles
