"""The errors of the program, each with what is wrong, where, and the remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import Any

from kb.errors.actions import Action
from kb.errors.remedies import Remedies, Suggestions, Word, parts, python, sentence

MOST_LISTED = 30  # more known words are not listed in a remedy


class KbError(Exception):
    """The base class of errors, after which the base is unchanged.

    `what` says what is wrong and `where` names the file, line, row or option. `remedies` are words, actions and suggestions, which each
    interface (shell, page, JSON, Python) words for its users. `exit_code` is 1 where the data is wrong and 2 where the call is.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: Remedies = ()) -> None:
        super().__init__(what)
        self.what, self.where, self.remedies = what, where, parts(remedy)

    def __str__(self) -> str:
        return self.text(python)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle an error whole, whatever the parameters of its class, so that it can pass between processes."""
        return restored, (type(self), self.args, self.__dict__)

    @property
    def remedy(self) -> str:
        """The remedies, worded for Python."""
        return self.advice(python)

    @property
    def actions(self) -> tuple[Action, ...]:
        """The remedies that are actions."""
        return tuple(part for part in self.remedies if isinstance(part, Action))

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The known words that may have been meant."""
        return tuple(word for part in self.remedies if isinstance(part, Suggestions) for word in part.words)

    def advice(self, word: Word) -> str:
        """Return the remedies in a line, with actions worded by `word`."""
        return sentence(self.remedies, word)

    def text(self, word: Word) -> str:
        """Return the whole error in words, with where, what and the remedy."""
        where = f"{self.where}: " if self.where else ""
        remedy = f"\n  remedy: {self.advice(word)}" if self.remedies else ""
        return f"{where}{self.what}{remedy}"

    def at(self, where: str) -> KbError:
        """Put a place in front of `where`, and return the same error: whoever reads a file adds its name to the errors of its entries."""
        self.where = f"{where}, {self.where}" if self.where else where
        return self


def restored(kind: type[KbError], args: tuple[Any, ...], state: dict[str, Any]) -> KbError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class DataError(KbError):
    """The given data, or the base itself, is wrong."""


class SeveralProblemsError(DataError):
    """Several things are wrong with what was given; `errors` are all of them, of which the first stands for the others."""

    def __init__(self, errors: Sequence[KbError]) -> None:
        super().__init__(errors[0].what, where=errors[0].where, remedy=errors[0].remedies)
        self.errors = tuple(errors)

    def text(self, word: Word) -> str:
        """Return each error in words, one after the other."""
        return "\n".join(error.text(word) for error in self.errors)


class BusyError(DataError):
    """Somebody else is writing to the base."""


class ConflictError(DataError):
    """The request contradicts rows of the base."""

    @classmethod
    def of(cls, error: KbError) -> ConflictError:
        """Return an error as a conflict."""
        return cls(error.what, where=error.where, remedy=error.remedies)


class UsageError(KbError):
    """The call is wrong, for example by an unknown option, a missing argument or an unknown name."""

    exit_code = 2


def nearest(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Return the known words that are similar to `word`, best first."""
    return difflib.get_close_matches(word, list(known), n=count, cutoff=0.6)


def did_you_mean(word: str, known: Iterable[str]) -> Suggestions:
    """Suggest the known words nearest to `word`, or all known words where none is near and they are few.

    The suggestions are false where there are none.
    """
    words = sorted(set(known))
    close = nearest(word, words)
    if close:
        return Suggestions(tuple(close))
    return Suggestions(tuple(words) if len(words) <= MOST_LISTED else (), near=False)
