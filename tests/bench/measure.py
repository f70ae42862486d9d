"""Time two ways of doing the same work within one run, and say how they compare.

Work inside this process is timed by the CPU it takes, since other programs may use the machine meanwhile; whole processes by the
clock. Rounds alternate between the two ways, and the best of each counts.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass
class Ratio:
    """One line of the table. `at_least`: the ratio should be the target or more; otherwise the target or less.

    `ours` and `peer` are seconds (or bytes); `equal` says whether both gave the same, without which nothing counts.
    """

    name: str
    ratio: float
    target: float
    floor: float
    at_least: bool
    ours: float
    peer: float
    note: str = ""
    equal: bool = True

    @property
    def verdict(self) -> str:
        if not self.equal:
            return "NOT EQUAL"
        if self.within(self.target):
            return "met"
        return "floor met" if self.within(self.floor) else "NOT MET"

    def within(self, bound: float) -> bool:
        return self.ratio >= bound if self.at_least else self.ratio <= bound

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "verdict": self.verdict}


@dataclass
class Report:
    """What the groups found: ratios, and times in milliseconds of questions and views."""

    ratios: list[Ratio] = field(default_factory=list)
    pages: list[dict[str, Any]] = field(default_factory=list)

    def faster(self, name: str, ours: float, peer: float, target: float, floor: float, note: str = "", *, equal: bool = True) -> None:
        """Ours is to be so many times as fast as the peer."""
        self.add(Ratio(name, peer / ours, target, floor, True, ours, peer, note, equal))

    def no_more(self, name: str, ours: float, peer: float, target: float, floor: float, note: str = "", *, equal: bool = True) -> None:
        """Ours is to take at most so many times what the peer takes."""
        self.add(Ratio(name, ours / peer, target, floor, False, ours, peer, note, equal))

    def add(self, ratio: Ratio) -> None:
        self.ratios.append(ratio)
        say(f"{ratio.name}: {ratio.ratio:.2f} ({ratio.verdict})")


def say(line: str) -> None:
    sys.stderr.write(f"  {line}\n")
    sys.stderr.flush()


def cpu(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of CPU that the work took, and what came of it."""
    before = time.process_time()
    made = work()
    return time.process_time() - before, made


def elapsed(work: Callable[[], object]) -> float:
    """Seconds by the clock that the work took."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def clock(command: Sequence[str], **options: Any) -> float:
    """Seconds by the clock until a process has ended well."""
    before = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - before


def alternating(ours: Callable[[], float], peer: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The best of each; ours also has the last word, so that both see the machine at its busiest and at its quietest."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        times[0].append(ours())
        times[1].append(peer())
    times[0].append(ours())
    return min(times[0]), min(times[1])
