"""How often each rule was right on labelled articles: `precision.toml`, written by tests/bench_text."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

NARROW = 0.85
"""From this measured precision on a rule is narrow: what it found is shown first."""
FEW = 30
"""Cases below which a rule's own figure says little, and that of all rules together stands in for it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A rule's share of right proposals (0 to 1, two digits), the cases it rests on, and whether that is its own or a pooled figure."""

    precision: float
    cases: int
    pooled: bool = False

    @property
    def narrow(self) -> bool:
        return not self.pooled and self.precision >= NARROW


@cache
def table() -> dict[str, Measured]:
    """Every measured rule, by name; "" is the figure of all together."""
    rows = tomllib.loads(resources.files("kb.propose").joinpath("precision.toml").read_text(encoding="utf-8"))
    return {rule: Measured(row["precision"], row["cases"]) for rule, row in {"": rows["all"], **rows["rule"]}.items()}


def of_rule(rule: str) -> Measured:
    """The figure of a rule; of a rule that was never measured, or too seldom, that of all rules."""
    own = table().get(rule)
    if own is not None and own.cases >= FEW:
        return own
    return Measured(table()[""].precision, own.cases if own else 0, pooled=True)
