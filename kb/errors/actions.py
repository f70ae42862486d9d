"""Actions that a person or program can take next, as data that the shell, the pages, the JSON API and Python each put in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Action:
    """An action by the name of a function below, with the pairs of its arguments.

    An empty argument is one that only the reader knows. One class serves all, as a class for each would slow each start of the command.
    """

    name: str
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def arguments(self) -> dict[str, str]:
        """The known arguments by name."""
        return {name: value for name, value in self.pairs if value}


def action(name: str, **arguments: str) -> Action:
    """Return an action with these arguments, in their order."""
    return Action(name, tuple(arguments.items()))


def search(words: str = "") -> Action:
    """Look for a row by its words."""
    return action("search", words=words)


def show(id: str) -> Action:
    """Show a row or run with its history."""
    return action("show", id=id)


def record_entity(kind: str = "actor", id: str = "", label: str = "") -> Action:
    """Record an actor, thing, event or predicate, so that facts can name it."""
    return action("record_entity", kind=kind, id=id, label=label)


def record_fact() -> Action:
    """Record a separate fact."""
    return action("record_fact")


def add_text(id: str = "") -> Action:
    """Add a text to a source, or as a new source."""
    return action("add_text", id=id)


def correct(id: str = "", column: str = "") -> Action:
    """Set a column of a row."""
    return action("correct", id=id, column=column)


def reinstate(assertion: str = "") -> Action:
    """Let a retracted assertion count again."""
    return action("reinstate", assertion=assertion)


def review(id: str = "") -> Action:
    """Record that a row was checked against the words, and whether they carry it."""
    return action("review", id=id)


def retract(id: str = "") -> Action:
    """Retract a row, which stays readable."""
    return action("retract", id=id)


def merge(old: str = "", into: str = "") -> Action:
    """Merge two rows that mean the same."""
    return action("merge", old=old, into=into)


def purge(source: str = "") -> Action:
    """Erase the words of a source, for law or privacy."""
    return action("purge", source=source)


def undo(run: str = "") -> Action:
    """Undo a run."""
    return action("undo", run=run)


def change_facts() -> Action:
    """Add, correct, retract or merge rows, which a query cannot do."""
    return action("change_facts")


def list_words(field: str) -> Action:
    """List the words that a column with a vocabulary may hold."""
    return action("list_words", field=field)


def list_questions() -> Action:
    """List the named questions."""
    return action("list_questions")


def list_tables() -> Action:
    """List the tables and views that SQL can query."""
    return action("list_tables")


def list_runs() -> Action:
    """List the latest runs."""
    return action("list_runs")


def list_proposals() -> Action:
    """List the proposed claims that nobody has decided on."""
    return action("list_proposals")


def list_conflicts() -> Action:
    """List the conflicts that nobody has settled."""
    return action("list_conflicts")


def settle(id: str) -> Action:
    """Settle a conflict by the value in this base or the other."""
    return action("settle", id=id)


def upgrade(path: str) -> Action:
    """Upgrade an older base."""
    return action("upgrade", path=path)


def check() -> Action:
    """Check a base for problems."""
    return action("check")


def rebuild_search() -> Action:
    """Rebuild the full-text indexes of a base."""
    return action("rebuild_search")


def init(path: str = "") -> Action:
    """Create an empty base."""
    return action("init", path=path)


def give(argument: str, value: str = "", purpose: str = "") -> Action:
    """Give a missing argument, or another value for one. `purpose` says when that is right, such as "to replace it"."""
    return action("give", argument=argument, value=value, purpose=purpose)


def give_parameters() -> Action:
    """Give the parameters of a query by name."""
    return action("give_parameters")
