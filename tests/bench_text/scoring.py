"""How found attributions are compared with marked ones: by the words both hold, one to one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.bench_text.polnear import Stretches

ENOUGH = 0.5
"""The least share of common content words, over all words of both, at which two contents are the same."""


@dataclass(frozen=True)
class Found:
    """One proposal as the scorer sees it; offsets in code points, source None where the text names nobody."""

    content: tuple[int, int]
    source: tuple[int, int] | None
    rule: str


@dataclass
class Tally:
    """Counts added up over texts."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    sourced: int = 0
    by_rule: dict[str, list[int]] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        self.gold += other.gold
        self.found += other.found
        self.matched += other.matched
        self.sourced += other.sourced
        for rule, (right, all_of_it) in other.by_rule.items():
            counts = self.by_rule.setdefault(rule, [0, 0])
            counts[0] += right
            counts[1] += all_of_it


class Words:
    """Where the words (`\\w+`) of a text begin, so that stretches can be compared as sets of words."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in re.finditer(r"\w+", text)]

    def of(self, stretches: Iterable[tuple[int, int]]) -> frozenset[int]:
        """The starts of the words that lie in any of the stretches, wholly or in part."""
        return frozenset(word[0] for start, end in stretches for word in self.between(start, end))

    def between(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.spans[middle][1] <= start else (low, middle)
        while low < len(self.spans) and self.spans[low][0] < end:
            yield self.spans[low]
            low += 1


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Common words over the words of both, 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def match(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> dict[int, int]:
    """Which gold content goes with which found one, the best overlaps first, each used once: gold place -> found place."""
    where: dict[int, list[int]] = {}
    for place, words in enumerate(found):
        for word in words:
            where.setdefault(word, []).append(place)
    pairs = []
    for place, words in enumerate(gold):
        for candidate in {candidate for word in words for candidate in where.get(word, ())}:
            share = overlap(words, found[candidate])
            if share >= ENOUGH:
                pairs.append((-share, place, candidate))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, candidate in sorted(pairs):
        if place not in chosen and candidate not in taken:
            chosen[place] = candidate
            taken.add(candidate)
    return chosen


def same_source(words: Words, gold: Stretches, found: tuple[int, int] | None) -> bool:
    """Both name nobody, or the words of both overlap at all."""
    if not gold or found is None:
        return not gold and found is None
    return bool(words.of(gold) & words.of((found,)))


def score(text: str, gold: Sequence[tuple[Stretches, Stretches]], found: Sequence[Found]) -> Tally:
    """Compare one text's gold (content, source) pairs with what was found."""
    words = Words(text)
    tally = Tally(len(gold), len(found))
    chosen = match([words.of(content) for content, _ in gold], [words.of((one.content,)) for one in found])
    tally.matched = len(chosen)
    right = set(chosen.values())
    tally.sourced = sum(same_source(words, gold[place][1], found[candidate].source) for place, candidate in chosen.items())
    for place, one in enumerate(found):
        counts = tally.by_rule.setdefault(one.rule, [0, 0])
        counts[0] += place in right
        counts[1] += 1
    return tally


def f1(right: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return 200 * right / (found + gold) if found + gold else 0.0


def share(part: int, whole: int) -> float:
    """A part in per cent of a whole, one digit, 0 where there is nothing."""
    return round(100 * part / whole, 1) if whole else 0.0
