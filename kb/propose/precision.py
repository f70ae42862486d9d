"""The precision of each rule, measured on labelled articles by tests/bench_text and stored in `precision.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

NARROW = 0.85
"""The least measured precision of a narrow rule, whose proposals are shown first."""
FEW = 30
"""The number of cases below which a rule's own figure is replaced by that of all rules together."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A rule's share of right proposals (0 to 1, two digits), the number of cases, and whether the share is that of all rules."""

    precision: float
    cases: int
    pooled: bool = False

    @property
    def narrow(self) -> bool:
        """Whether the rule's own precision is at least NARROW."""
        return not self.pooled and self.precision >= NARROW


@cache
def table() -> dict[str, Measured]:
    """Return the measured precision of every rule by name, and that of all rules together under ""."""
    rows = tomllib.loads(resources.files("kb.propose").joinpath("precision.toml").read_text(encoding="utf-8"))
    return {rule: Measured(row["precision"], row["cases"]) for rule, row in {"": rows["all"], **rows["rule"]}.items()}


def of_rule(rule: str) -> Measured:
    """Return the precision of a rule, or that of all rules for a rule with fewer than FEW cases."""
    own = table().get(rule)
    if own is not None and own.cases >= FEW:
        return own
    return Measured(table()[""].precision, own.cases if own else 0, pooled=True)
