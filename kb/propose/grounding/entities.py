"""What the arguments of statements stand for: an entity of the base, or one that would be new, with an id and a kind for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.base import ids
from kb.names.lookup import Lookup
from kb.propose.actors import gazetteer
from kb.propose.actors.candidates import DEMONYM, DESCRIPTION, ROLE
from kb.propose.grounding.kinds import is_concrete, kind_of, kinds, of_thing
from kb.propose.grounding.likeness import alike
from kb.propose.grounding.naming import name_of, spelt, without_degree
from kb.propose.grounding.words import listed
from kb.propose.numbers import vocabulary
from kb.propose.parts import Match, Mention
from kb.propose.statements.statement import Argument

ARTICLE = re.compile(r"^(?:the|an?|no|any|such|this|that|these|those|its|their|his|her|our)[ \u00a0]+", re.IGNORECASE)
FIGURE = re.compile(
    r"[\d$€£¥₹+−-]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w* \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
JOINING = re.compile(r"(?:\band|&)[ \u00a0]+$")
ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+[A-Z]$")
INDEFINITE = re.compile(r"^an? ", re.IGNORECASE)
NOT_A_NAME = re.compile(
    r"\b(?:that|which|who|whom|whose|what|if|when|because|it|they|he|she|them|him|its|their|his|her|this|these|those)\b|[.;:?!]",
    re.IGNORECASE,
)
LINKED = re.compile(rf"\b(?:{'|'.join(sorted(listed('links')))}) (?:the |an? )?$")
SOURCE = "source"
"""What words in small letters do not name: an article called "The bridge" is not the bridge."""
LONGEST = 8  # words of a description from which on it is a sentence rather than a name
TITLE = 4  # words before a name that may be a title: "the Russian foreign minister"
EDGES = " \u00a0,;:.“”\"‘’'()[]"
NEW_KINDS = {
    "person": ("actor", "person"),
    "organisation": ("actor", "organization"),
    "group": ("actor", "group"),
    "place": ("thing", "place"),
    "event": ("event", "other"),
}
"""The table and kind of a new entity, by the kind of its mention."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What an argument stands for. `id` is None where it has no name that an entity could be found or made by.

    `table` is actor, thing or event and `kind` a word of its vocabulary where the entity would be `new`; both are None otherwise.
    """

    id: str | None
    label: str
    why: str
    new: bool = False
    table: str | None = None
    kind: str | None = None


class Entities:
    """Finds what arguments stand for, among the mentions of the text and the names of a base."""

    def __init__(self, mentions: Sequence[Mention], lookup: Lookup | None) -> None:
        self.lookup = lookup
        self.mentions = sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end))
        self.asked: dict[str, str | None] = {}

    def of(self, argument: Argument | None, *, acting: bool = False) -> Entity | None:
        """Return what an argument stands for, or None for a bare pronoun, a clause, and words that are no name.

        The capital that is `acting`, as "Beijing" does that rejects something, is the government that it stands for in the base.
        """
        if argument is None or argument.role == "content":
            return None
        if argument.resolved:
            return self.named(argument.resolved) or self.owned(argument.resolved)
        words = core(argument.text)
        return None if words.lower() in listed("pronouns") else self.called(argument, words, acting=acting)

    def called(self, argument: Argument, words: str, *, acting: bool) -> Entity | None:
        """Return what the words of an argument name or describe, or None."""
        mention = self.mention(argument, words)
        stands = self.metonym(words) if acting else None
        if stands is not None:
            return Entity(stands, words, "the base has what this place stands for, and it acts here")
        name = name_of(words)
        known = self.in_base(edged(argument.text)) or self.in_base(words) or self.in_base(name)
        if known is not None:
            return Entity(known, words, "name in the base")
        if self.are_several(argument, words):
            return None
        if mention is not None:
            return of_mention(mention)
        return self.alike(words) or self.alike(name) or described(edged(argument.text))

    def are_several(self, argument: Argument, words: str) -> bool:
        """Whether the words are names that are joined, as "Ada Holm and Bo Berg", of which no single one is meant."""
        start = argument.start + argument.text.find(words)
        spans = [one.span for one in self.mentions if start <= one.span.start and one.span.end <= start + len(words)]
        first = next((span for span in spans if span.start == start), None)
        last = next((span for span in spans if span.end == start + len(words)), None)
        apart = first and last and first.end < last.start
        return bool(apart) and last is not None and JOINING.search(words[: last.start - start]) is not None

    def owned(self, words: str) -> Entity:
        """Return what a description stands for whose pronoun was replaced: "its nuclear arsenal" as "China’s nuclear arsenal"."""
        return self.alike(words) or self.alike(name_of(words)) or described(words) or Entity(None, words, "what the words before it name")

    def alike(self, words: str) -> Entity | None:
        """Return the only entity of the base that these words describe in nearly its own, or None. Asked once for each description."""
        if self.lookup is None:
            return None
        key = f"\0{words}"
        if key not in self.asked:
            rows = set(alike(words, self.lookup))
            self.asked[key] = rows.pop() if len(rows) == 1 else None
        known = self.asked[key]
        return Entity(known, words, "the base has it in nearly these words") if known else None

    def named(self, words: str) -> Entity | None:
        """Return the entity of the base or of the text that has exactly this name, or None."""
        known = self.in_base(words) or self.in_base(core(words))
        if known is not None:
            return Entity(known, words, "name in the base, named before")
        match = next((mention for mention in self.mentions if mention.span.text == words), None)
        return of_mention(match) if match is not None else None

    def in_base(self, words: str) -> str | None:
        """Return the id of the only current entity of the base with this name, or None. Asked once for each name."""
        if self.lookup is None or not words:
            return None
        if words not in self.asked:
            plain = words.replace("\u00a0", " ")
            named = (row[0] for row in self.lookup.by_name(plain) if row[1] != SOURCE or not core(plain).islower())
            rows = set(named) or {row[0] for row in self.described(plain)}
            self.asked[words] = rows.pop() if len(rows) == 1 else None
        return self.asked[words]

    def metonym(self, words: str) -> str | None:
        """Return the id of the only current entity for which the base has this name as a metonym, or None."""
        rows = self.named_by("metonym", words.replace("\u00a0", " ")) if self.lookup is not None and words else []
        return rows[0][0] if len({row[0] for row in rows}) == 1 else None

    def described(self, words: str) -> list[tuple[str, ...]]:
        """Return the current entities that the base knows by this description, or else as a metonym."""
        return self.named_by("description", words) or self.named_by("metonym", words)

    def named_by(self, kind: str, words: str) -> list[tuple[str, ...]]:
        """Return the current entities that have a name of this kind, with or without an article in front."""
        assert self.lookup is not None
        return self.lookup.rows(
            "SELECT entities.id FROM names JOIN entities ON entities.id = entity_id"
            " WHERE name COLLATE NOCASE IN (?, ?) AND names.kind = ? AND status = 'current'",
            words,
            f"the {words}",
            kind,
        )

    def mention(self, argument: Argument, words: str) -> Mention | None:
        """Return the mention that is the whole of an argument but for articles and titles, or None."""
        start = argument.start + argument.text.find(words)
        end = start + len(words)
        inside = [mention for mention in self.mentions if start <= mention.span.start and mention.span.end <= end]
        last = next((mention for mention in inside if mention.span.end == end), None)
        if last is not None and last.kind == "event" and last.span.text != name_of(words) and not is_known(last):
            return None  # "the SCO meeting in Riga" is more than "meeting in Riga"
        before = words[: len(words) - len(last.span.text)] if last else ""
        linked = before[:1].islower() and LINKED.search(before)  # "a member of the Port League" is no League
        if linked or last is None or 2 * len(last.span.text) >= len(words):
            return None if linked else last
        if len(before.split()) > TITLE or NOT_A_NAME.search(spelt(before)) or not (last.kind == "person" or is_title(before)):
            return None
        return last


def is_known(mention: Mention) -> bool:
    """Whether the base has what a mention stands for."""
    return bool(mention.matches) and mention.matches[0].entity_id is not None


def is_title(before: str) -> bool:
    """Whether words in front of a name say what it is: "the state-run broadcaster", "Chinese media", and not "the north of"."""
    words = before.replace("\u00a0", " ").split()
    small = [word for word in words if word[0].islower()]
    described_by = bool(small) and small[-1] is words[-1] and small[-1].lower() in kinds()
    return described_by and all(word[0].islower() or word in gazetteer.demonyms() for word in words) and not set(words) & listed("links")


def described(words: str) -> Entity | None:
    """Return a new thing or actor for words that describe it well enough to be found again, or None.

    None is the answer for a sentence, a figure or a date, and for what only points back ("the message", "the company"), unless it is a
    thing of a kind of which a text mostly speaks of one ("the bridge").
    """
    name = name_of(core(words))
    parts = re.findall(r"[^\W\d_][\w’'-]*", name)
    pointing = ARTICLE.match(words) is not None and not INDEFINITE.match(words)
    if (
        is_figure(core(words))
        or not 1 <= len(parts) <= LONGEST
        or (pointing and len(parts) < 2 and not is_concrete(parts))
        or NOT_A_NAME.search(name)
    ):
        return None
    return Entity(ids.slug(name) or None, name, "a description: proposed as new", True, *kind_of(parts))


def is_figure(words: str) -> bool:
    """Whether words begin with a figure or date, or with a bound and a figure, as "more than $90,000" does."""
    amount = vocabulary.QUANTITY.match(words)
    return FIGURE.match(words) is not None or (amount is not None and amount["before"] is not None)


def core(words: str) -> str:
    """Return the words of an argument without what stands around a name: articles, quotation marks, and the ending of a possessive."""
    return re.sub(r"['’]s$", "", ARTICLE.sub("", without_degree(edged(words))))


def edged(words: str) -> str:
    """Return words without the marks around them, but with the full stop of an abbreviation: "U.S."."""
    plain = words.strip(EDGES)
    return f"{plain}." if ABBREVIATED.search(plain) and f"{plain}." in words else plain


def of_mention(mention: Mention) -> Entity:
    """Return the entity of a mention, new where the base has none. A people ("Swedes") is not its state."""
    if mention.matches and mention.matches[0].sense == DEMONYM and mention.span.text.endswith("s"):
        people = mention.span.text
        return Entity(ids.slug(people) or None, people, mention.matches[0].why, True, "actor", "group")
    return of_match(mention.matches[0] if mention.matches else Match(None, mention.span.text, "named in the text"), mention.kind)


def of_match(first: Match, kind: str) -> Entity:
    """Return the entity of what a name most likely stands for, by the kind of its mention."""
    if first.entity_id is not None:
        return Entity(first.entity_id, first.label, first.why)
    if first.sense == ROLE:
        return Entity(None, first.label, first.why)
    if first.sense == DESCRIPTION:
        named = name_of(core(first.label))
        table, word = kind_of(re.findall(r"[^\W\d_][\w’'-]*", named) or [named]) if kind == "organisation" else NEW_KINDS["group"]
        table, word = (table, word) if table == "actor" else NEW_KINDS["organisation"]
        return Entity(ids.slug(core(first.label)) or None, first.label, first.why, True, table, word)
    label = name_of(first.label) if kind in ("organisation", "place", "event") else first.label
    table, word = ("actor", "state") if first.label in gazetteer.countries() else NEW_KINDS.get(kind) or of_thing(label)
    return Entity(ids.slug(label) or None, label, first.why, True, table, word)
