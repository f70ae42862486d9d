"""What the scorers of CaRB and WiRe57 share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Slots = list[list[str]]
"""The words of the relation, of the first argument, and of further arguments: for CaRB all in one, for WiRe57 the second, then the rest."""
Pair = tuple[float, float]
"""Precision and recall of a predicted tuple against a gold one."""


def common(one: Iterable[str], other: Iterable[str]) -> int:
    """Return the number of words that two lists share, each as often as both hold it."""
    return (Counter(one) & Counter(other)).total()


def one_to_one(scores: Sequence[Sequence[float]], columns: Sequence[int]) -> list[tuple[int, int]]:
    """Return (row, column) pairs, the highest score first, each row and column once."""
    pairs = sorted((-row[column], place, column) for place, row in enumerate(scores) for column in columns)
    rows: set[int] = set()
    taken: set[int] = set()
    chosen = []
    for _, place, column in pairs:
        if place not in rows and column not in taken:
            rows.add(place)
            taken.add(column)
            chosen.append((place, column))
    return chosen


@dataclass
class Sums:
    """Precision and recall added up over sentences, with the number of predicted and of gold tuples."""

    right: float = 0.0
    predicted: int = 0
    recalled: float = 0.0
    gold: int = 0

    @property
    def f1(self) -> tuple[float, float, float]:
        """F1, precision and recall, in per cent."""
        precision = self.right / self.predicted if self.predicted else 1.0
        recall = self.recalled / self.gold if self.gold else 0.0
        return 200 * precision * recall / max(precision + recall, 1e-9), 100 * precision, 100 * recall
