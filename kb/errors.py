"""What can go wrong, said so that a person can mend it: what, where, and the remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class KbError(Exception):
    """Something refused. Nothing was changed.

    `what` says what is wrong, `where` the file, line, row or option, `remedy` what to do about it.
    `exit_code` is 1 when the data is wrong and 2 when the call is.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        remedy = f"\n  remedy: {self.remedy}" if self.remedy else ""
        return f"{where}{self.what}{remedy}"

    def at(self, where: str) -> KbError:
        """The same error, with the place put in front: files know their entries, entries do not know their file."""
        self.where = f"{where}, {self.where}" if self.where else where
        return self


class DataError(KbError):
    """The data given, or the base itself, is wrong."""


class UsageError(KbError):
    """The call is wrong: an unknown option value, a missing argument, a name that is not there."""

    exit_code = 2


def nearest(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """The known words most like `word`, best first; empty when none is close."""
    return difflib.get_close_matches(word, list(known), n=count, cutoff=0.6)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy that offers the nearest known words, or lists them when there are few."""
    words = sorted(set(known))
    close = nearest(word, words)
    if close:
        return "did you mean " + " or ".join(close) + "?"
    return "use one of: " + ", ".join(words) if words and len(words) <= 30 else ""
