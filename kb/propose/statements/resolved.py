"""Replace the pronouns and descriptions in an argument by what they stand for, where that is sure."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree
from kb.propose.reference import Candidate, Event, Reference, fullness
from kb.propose.statements import described

NAME = r"(?:the )?[A-Z][\w.’'-]*(?: (?:of )?[A-Z][\w.’'-]*){0,3}"
PAIR = re.compile(rf"({NAME}) and ({NAME})")
COUNTRIES = re.compile(r"\b(?:countries|nations)\b", re.IGNORECASE)


RELATIVE = frozenset(("who", "which", "that"))
INTERROGATIVE = frozenset(("whose", "which", "what", "who"))


PRONOUN = re.compile(r"\b(?:it|its|they|them|their|he|him|his|she|her|we|us|our|I|me|my|you|your|this|that|these|those)\b")
"""What a description may not hold, to be put in the place of another."""
OWN = re.compile(r"^(?:the )?[A-Z][^a-z]?.*[’'](?:s )?.*\b(?:its|their|his|her)\b")
"""What somebody did with what is theirs: "Lund’s decision to sell its ferry"."""
OWN_NOUN = re.compile(r" (\w+)")
"""The noun after a possessive."""
BEGINNING = re.compile(r"^(?:The|An?|This|That|These|Those|Its|Their|His|Her|Our|My|Some|Both|Each|Every|Many|All)(?= [a-z])")
"""What begins with a capital because it began a sentence, unlike "The Hague"."""


class Resolved:
    """The references of a text that have an answer which says more, in order. Offsets are code points of the whole text.

    A description is replaced by a name, or by a fuller description: "the inquiry" by "the inquiry into the fire". It stays where that says no
    more, so "the story" for what was called "a story" before. `relative` has what each relative pronoun stands for, by its start; no wording is changed for it.
    `sure` are the places of all that have an answer. `kinds` are those of names as the text shows them.
    """

    def __init__(self, references: Iterable[Reference] = (), kinds: Mapping[str, str] | None = None) -> None:
        references = list(references)
        self.kinds = kinds or {}
        self.relative = {one.start: one.candidates[0] for one in references if one.sure and one.text.lower() in RELATIVE}
        self.sure = {(one.start, one.end) for one in references if one.sure}
        self.unsure = {(one.start, one.end): tuple(each.text for each in one.candidates[:2]) for one in references if not one.sure}
        self.references: list[Reference] = []
        self.starts: list[int] = []
        for one in sorted((one for one in references if one.sure and not one.beside), key=lambda one: one.start):
            answer = self.answer(of_countries(one))
            if answer is not None:
                self.references.append(answer)
                self.starts.append(answer.start)

    def answer(self, one: Reference) -> Reference | None:
        """Return a reference whose first candidate has the words to put in its place, or None where these say no more than it does."""
        first = one.candidates[0]
        if first.text.split(" ", 1)[0].lower() in INTERROGATIVE:  # "whose owners", for "their" in the clause
            return None
        if first.named:
            return one
        mention = first.mention
        told = None
        if isinstance(mention, Event):
            told = described.of_event(mention, self.words)
        elif mention is not None and mention.form in ("definite", "indefinite") and not mention.joined:
            told = described.of_mention(mention, self.words, short=one.possessive)
        if told is None or (PRONOUN.search(told) and not (isinstance(mention, Event) and OWN.search(told))):
            return one if one.pronoun and first.same_sentence else None
        if not one.pronoun and not (isinstance(mention, Event) or (mention is not None and fullness.tells_apart(mention, one.text))):
            return None
        return replace(one, candidates=(replace(first, text=told), *one.candidates[1:]))

    def perhaps(self, start: int, end: int) -> tuple[str, ...]:
        """Return what a stretch that has no answer may stand for, the likeliest first, at most two."""
        return self.unsure.get((start, end), ())

    def words(self, tree: Tree, first: int, last: int, subject: str = "") -> str:
        """Return the words of a paragraph from one position to another, with what the pronouns in them stand for, unless that is the subject."""
        start, end = tree.words[first].start, tree.words[last].end
        text = tree.text[start:end]
        return self.reworded(text, start + tree.offset, end + tree.offset, subject=subject) or text

    def without_first_person(self) -> Resolved:
        """Return these references without "I" and "we", for a content whose verbs would no longer agree with a name."""
        others = Resolved((), self.kinds)
        others.references = [one for one in self.references if one.text.lower() not in ("i", "we")]
        others.starts = [one.start for one in others.references]
        return others

    def within(self, start: int, end: int) -> list[Reference]:
        """Return the references that lie wholly in a stretch."""
        first, last = bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end)
        return [one for one in self.references[first:last] if one.end <= end]

    def exactly(self, start: int, end: int) -> Candidate | None:
        """Return what just this stretch stands for, or None."""
        return next((one.candidates[0] for one in self.within(start, end) if (one.start, one.end) == (start, end)), None)

    def reworded(self, text: str, start: int, end: int, said: Iterable[tuple[int, int]] = (), *, subject: str = "") -> str | None:
        """Return the text of a stretch with its references replaced, or None where it has none.

        What stands for something in the stretch itself, in one of the stretches `said`, or for the `subject`, stays: "Apple and its shops".
        """
        pieces: list[str] = []
        at = start
        own = [(start, end), *said]
        for one in self.within(start, end):
            antecedent = one.candidates[0]
            if one.start < at or any(first <= antecedent.start and antecedent.end <= last for first, last in own):
                continue
            name = BEGINNING.sub(lambda word: word[0].lower(), antecedent.text)
            if subject and one.pronoun and name.lower().removeprefix("the ") == subject.lower().removeprefix("the "):
                continue
            body = OWN_NOUN.match(text, one.end - start) if one.possessive else None  # "our party" of the Lund Party
            same = body is not None and body[1].lower() == name.split(" ")[-1].lower()
            pieces += [text[at - start : one.start - start], possessive(name) if one.possessive and not same else name]
            at = start + body.end() if body is not None and same else one.end
        return "".join([*pieces, text[at - start :]]) if pieces else None


def pair_of(name: str) -> tuple[str, str] | None:
    """Return the two names that "Lund and Malmo" joins, or None for any other words."""
    found = PAIR.fullmatch(name)
    return (found[1], found[2]) if found else None


def of_countries(one: Reference) -> Reference:
    """Return "the two countries" as the countries whose seats of government were named: China and Russia for "Beijing and Moscow"."""
    names = pair_of(one.candidates[0].text) if COUNTRIES.search(one.text) else None
    seats = [gazetteer.seats().get(name.removeprefix("the ")) for name in names or ()]
    if not any(seats):
        return one
    named = [seat.country if seat else name for seat, name in zip(seats, names or (), strict=True)]
    return replace(one, candidates=(replace(one.candidates[0], text=" and ".join(named)), *one.candidates[1:]))


def possessive(name: str) -> str:
    """Return a name with its "’s"."""
    return name if name.endswith(("’s", "'s")) else f"{name}’" if name.endswith("s") else f"{name}’s"
