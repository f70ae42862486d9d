"""The lists of words.toml, each read once."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def listed(name: str) -> frozenset[str]:
    """Return the words of the list with this name."""
    return frozenset(tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))[name])
