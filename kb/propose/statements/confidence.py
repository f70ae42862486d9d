"""How often each construction gives a right statement, measured on labelled sentences and stored in `confidence.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

FEW = 10
"""The number of cases below which a construction's own figure is replaced by that of all constructions together."""


@cache
def table() -> dict[str, float]:
    """Return the confidence (0 to 1) by construction, and that of all constructions together under ""."""
    rows = tomllib.loads(resources.files(__package__).joinpath("confidence.toml").read_text(encoding="utf-8"))
    own = {rule: float(row["share"]) for rule, row in rows["rules"].items() if row["cases"] >= FEW}
    return {"": float(rows["all"]["share"]), **own}


def of_rule(rule: str) -> float:
    """Return the confidence of a construction, or that of all constructions for one with fewer than FEW cases."""
    return table().get(rule, table()[""])
