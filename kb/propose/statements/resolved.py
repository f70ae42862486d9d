"""Replace the pronouns and descriptions in an argument by what they stand for, where that is sure."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kb.propose.actors import gazetteer
from kb.propose.reference import Candidate, Reference

NAME = r"(?:the )?[A-Z][\w.’'-]*(?: (?:of )?[A-Z][\w.’'-]*){0,3}"
PAIR = re.compile(rf"({NAME}) and ({NAME})")
COUNTRIES = re.compile(r"\b(?:countries|nations)\b", re.IGNORECASE)


RELATIVE = frozenset(("who", "which", "that"))
INTERROGATIVE = frozenset(("whose", "which", "what", "who"))


BEGINNING = re.compile(r"^(?:The|An?|This|That|These|Those|Its|Their|His|Her|Our|My|Some|Both|Each|Every|Many|All)(?= [a-z])")
"""What begins with a capital because it began a sentence, unlike "The Hague"."""


class Resolved:
    """The references of a text that have an answer which says more, in order. Offsets are code points of the whole text.

    A description is replaced by a name only, so "the story" stays, though it is the one called "a story" before. A pronoun is replaced by a
    name or by what stands in its own sentence. `relative` has what each relative pronoun stands for, by its start; no wording is changed for it.
    `kinds` are those of names as the text shows them.
    """

    def __init__(self, references: Iterable[Reference] = (), kinds: Mapping[str, str] | None = None) -> None:
        references = list(references)
        self.kinds = kinds or {}
        self.relative = {one.start: one.candidates[0] for one in references if one.sure and one.text.lower() in RELATIVE}
        answers = [of_countries(one) for one in references if one.sure and not one.beside and says_more(one)]
        self.references: list[Reference] = sorted(answers, key=lambda one: one.start)
        self.starts: list[int] = [one.start for one in self.references]

    def without_first_person(self) -> Resolved:
        """Return these references without "I" and "we", for a content whose verbs would no longer agree with a name."""
        return Resolved(one for one in self.references if one.text.lower() not in ("i", "we"))

    def within(self, start: int, end: int) -> list[Reference]:
        """Return the references that lie wholly in a stretch."""
        first, last = bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end)
        return [one for one in self.references[first:last] if one.end <= end]

    def exactly(self, start: int, end: int) -> Candidate | None:
        """Return what just this stretch stands for, or None."""
        return next((one.candidates[0] for one in self.within(start, end) if (one.start, one.end) == (start, end)), None)

    def reworded(self, text: str, start: int, end: int, said: Iterable[tuple[int, int]] = ()) -> str | None:
        """Return the text of a stretch with its references replaced, or None where it has none.

        What stands for something in the stretch itself, or in one of the stretches `said`, stays: "Apple and its shops".
        """
        pieces: list[str] = []
        at = start
        own = [(start, end), *said]
        for one in self.within(start, end):
            antecedent = one.candidates[0]
            if one.start < at or any(first <= antecedent.start and antecedent.end <= last for first, last in own):
                continue
            name = BEGINNING.sub(lambda word: word[0].lower(), antecedent.text)
            pieces += [text[at - start : one.start - start], possessive(name) if one.possessive else name]
            at = one.end
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


def says_more(one: Reference) -> bool:
    """Whether an answer says more than the words it replaces, as a name does, and any noun for a pronoun in its own sentence."""
    answer = one.candidates[0]
    if answer.text.split(" ", 1)[0].lower() in INTERROGATIVE:  # "whose owners", for "their" in the clause
        return False
    return answer.named or (one.pronoun and answer.same_sentence)


def possessive(name: str) -> str:
    """Return a name with its "’s"."""
    return name if name.endswith(("’s", "'s")) else f"{name}’" if name.endswith("s") else f"{name}’s"
