"""The lists of words by which reference is decided, from `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _tables() -> dict[str, dict[str, str]]:
    """Return the tables of words.toml."""
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def table(name: str) -> dict[str, str]:
    """Return one table of words."""
    return _tables()[name]


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """Return one list of words."""
    return frozenset(_tables()[table][name].split())
