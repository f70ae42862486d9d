"""Correcting, reviewing, retracting, merging, undoing and settling as methods, each in a run of its own: a part of the Python interface."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from kb.base import runs
from kb.errors import UsageError

if TYPE_CHECKING:
    from kb.changes.resting import Resting


class Changing:
    """What an open base offers to change rows that are recorded. Whoever inherits it has the `connection`."""

    connection: sqlite3.Connection

    def correct(self, row_id: str, reason: str = "", /, *, by: str | None = None, **new: str) -> list[str]:
        """Set columns of a row, whose old values stay as a revision, and return a line for each change.

        The reason may be named too, except beside a column of that name.
        Raises UsageError for a row or column that cannot be corrected, DataError for a wrong value.
        """
        from kb import changes

        reason = reason or new.pop("reason", "")
        if not reason:
            raise UsageError("no reason is given", where="reason", remedy="say why, for whoever reads the history")
        with runs.begin(self.connection, "correct", contributor=by, reason=reason) as run:
            return changes.correct(run, row_id, new)

    def review(self, row_id: str, verdict: str, note: str | None = None, *, by: str | None = None) -> list[str]:
        """Record who checked a row against the words: carries, does-not-carry or unsure. Returns a line for each row that was reviewed."""
        from kb import changes

        with runs.begin(self.connection, "review", contributor=by, reason=note) as run:
            return changes.review(run, row_id, verdict, note)

    def retract(self, row_id: str, reason: str, *, by: str | None = None) -> list[str]:
        """Retract a row, with the rows that depend on it alone, and return the ids of all retracted rows.

        Raises UsageError for a row that is not retracted, DataError for one that is in use.
        """
        from kb import changes

        with runs.begin(self.connection, "retract", contributor=by, reason=reason) as run:
            return changes.retract(run, row_id)

    def resting_on(self, row_id: str) -> Resting:
        """Return what would lose its only support if a source, passage, claim or assertion went: claims, relations and events.

        Nothing is changed. Raises UsageError for another row.
        """
        from kb.changes import resting

        return resting.resting_on(self.connection, row_id)

    def merge(self, old_id: str, into_id: str, reason: str, *, by: str | None = None, despite_evidence: bool = False) -> list[str]:
        """Merge a row into another, to which its id leads from then on, and return a line for each kind of reference that moved.

        Raises UsageError for rows that are not of one kind, DataError for rows that cannot be merged, for claims of another subject,
        predicate, object or time, and for others of another exact identifier, kind or date, unless with `despite_evidence`.
        """
        from kb.changes import merging

        with runs.begin(self.connection, "merge", contributor=by, reason=reason) as run:
            return merging.merge(run, old_id, into_id, despite_evidence=despite_evidence)

    def undo(self, run_id: str, reason: str, *, by: str | None = None) -> list[str]:
        """Undo a run, and return a line for each change.

        Raises UsageError where there is no such run, DataError where a row of it was changed again since.
        """
        from kb.changes import undoing

        with runs.begin(self.connection, "undo", contributor=by, reason=reason) as run:
            return undoing.undo(run, run_id)

    def conflicts(self) -> list[dict[str, Any]]:
        """Return the open conflicts: rows of which two bases, or a file and a person, say different things."""
        from kb.base import conflicts

        return list(conflicts.listed(self.connection))

    def settle(self, conflict_id: str, choice: str, reason: str, *, by: str | None = None) -> list[str]:
        """Settle a conflict by the value in this base ("ours") or the other ("theirs"), and return a line for each change.

        Raises UsageError where there is no such conflict or choice, DataError where it is settled or the value does not fit the base.
        """
        from kb.changes import settling

        with runs.begin(self.connection, "settle", contributor=by, reason=reason) as run:
            return settling.settle(run, conflict_id, choice)
