"""Statements as the rules find them, in words of a parsed paragraph, before they become stretches of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.propose.attribution.tree import Word
from kb.propose.statements.clause import Clause

ELLIPTICAL = "elliptical"
"""The rule of a clause whose verb stands in the one before: "So did Lund"."""


@dataclass(slots=True)
class Phrase:
    """The words from `first` to `last` (positions in the paragraph) around the word `head`, and the part they play in the statement.

    `name` is what they stand for where that is another word than the text has, as "Sweden" for "Swedish".
    """

    head: Word
    first: int
    last: int
    role: str = "other"
    name: str | None = None


@dataclass(slots=True)
class Draft:
    """A statement as one rule finds it. A word of the relation that the text leaves out ("is") is a plain string.

    `clause` is the verb's, None for the statement of a noun phrase. `member` is true where the
    subject is one of several in the text. `verb` is the word whose clause it was read from: the noun itself where there is no verb.
    """

    rule: str
    verb: Word
    relation: list[Word | str]
    subject: Phrase | None
    object: Phrase | None = None
    arguments: list[Phrase] = field(default_factory=list)
    clause: Clause | None = None
    member: bool = False
