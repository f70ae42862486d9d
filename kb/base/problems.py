"""A problem of a base: the row at fault, what is wrong with it, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from kb.errors.remedies import Remedy, Word, python, sentence


@dataclass(frozen=True)
class Problem:
    """One row at fault. `severity` is error, or notice for what may be meant.

    `remedies` are words and actions, which each face words for its readers.
    """

    check: str
    severity: str
    what: str
    row: str
    detail: str
    remedies: tuple[Remedy, ...]

    def __str__(self) -> str:
        return self.text(python)

    @property
    def remedy(self) -> str:
        """The remedies as Python words them."""
        return sentence(self.remedies, python)

    def text(self, word: Word) -> str:
        """The whole problem, its actions put into words by `word`."""
        return f"{self.severity}: {self.row}: {self.what} ({self.detail})\n  remedy: {sentence(self.remedies, word)}"
