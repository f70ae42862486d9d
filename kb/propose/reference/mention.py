"""Types for what is mentioned in a text, which mentions stand for the same, and what a pronoun or description stands for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from kb.propose.attribution.tree import Tree, Word, first_conjunct

Form = Literal["name", "definite", "indefinite", "pronoun", "relative", "event"]
Kind = Literal["person", "organisation", "place", "group", "thing", "unknown"]
Gender = Literal["masculine", "feminine", "neuter", "unknown"]


@dataclass(slots=True, eq=False)
class Mention:
    """A stretch of the text that stands for something. `start` and `end` are code points of the whole text.

    `sentence` counts sentences through the whole text. `joined` is true of what a conjunction joins, taken together.
    """

    tree: Tree
    head: Word
    first: int
    last: int
    form: Form
    kind: Kind
    gender: Gender
    plural: bool | None
    sentence: int
    joined: bool = False

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.tree.words[self.first].start + self.tree.offset

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tree.words[self.last].end + self.tree.offset

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self.tree.text[self.tree.words[self.first].start : self.tree.words[self.last].end]

    @property
    def subject(self) -> bool:
        """Whether it is the subject of a clause."""
        return self.place in ("nsubj", "nsubjpass")

    @property
    def place(self) -> str:
        """The part that it plays in its clause, which for an apposition is that of the noun before it."""
        word = first_conjunct(self.head)
        return word.head.dep if word.dep == "appos" else word.dep

    @property
    def verb(self) -> Word:
        """The word that it depends on, as an apposition does by the noun before it."""
        word = self.head
        return word.head.head if word.dep == "appos" else word.head


@dataclass(slots=True, eq=False)
class Both(Mention):
    """Two that were named apart, taken together from the place of the first: "Lund met Malmo. Both …"."""

    names: str = ""

    @property
    def text(self) -> str:
        """Their names, joined."""
        return self.names


@dataclass(slots=True, eq=False)
class Entity:
    """What several mentions stand for. `nouns` are the nouns that describe it ("clerk")."""

    mentions: list[Mention]
    kind: Kind
    gender: Gender
    plural: bool | None
    nouns: set[str] = field(default_factory=set)

    @property
    def last(self) -> Mention:
        """The mention nearest to the end of the text so far."""
        return self.mentions[-1]

    @property
    def name(self) -> Mention | None:
        """Its name as it is written most often, in several words for a person where there is such a name, or None."""
        names = [mention for mention in self.mentions if mention.form == "name"]
        if self.kind == "person":
            names = [mention for mention in names if mention.first < mention.last] or names
        often = Counter(mention.text for mention in names)
        return max(names, key=lambda mention: (often[mention.text], len(mention.text)), default=None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a mention may stand for, with its score and the reasons for it, whether that is a name, is plural, and is in one sentence.

    `mention` is where it is described most fully, `exact` the words from `start` to `end` where `text` may come to be others.
    """

    text: str
    start: int
    end: int
    score: float
    reasons: tuple[str, ...]
    named: bool = False
    plural: bool = False
    same_sentence: bool = False
    mention: Mention | None = field(default=None, compare=False, repr=False)
    exact: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or description with its place in the text and what it may stand for, the likeliest first.

    `sure` says whether that is an answer. `beside` is true where it stands beside its answer, as "who" and "is the clerk" do, so that
    replacing it would say the same twice.
    """

    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]
    sure: bool
    possessive: bool = False
    beside: bool = False
    pronoun: bool = False

    @property
    def resolved(self) -> str | None:
        """What it stands for, in words, where that is sure."""
        return self.candidates[0].text if self.sure else None
