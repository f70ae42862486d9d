"""Currencies by the signs and words that English texts write for them, as ISO 4217 codes."""

from __future__ import annotations

import tomllib
from importlib import resources

LISTED: dict[str, dict[str, list[str]]] = tomllib.loads(
    resources.files(__package__).joinpath("currencies.toml").read_text(encoding="utf-8")
)


def by_word(table: str) -> dict[str, str]:
    """Return {sign or word in lower case: the first code that lists it}."""
    codes: dict[str, str] = {}
    for code, words in LISTED[table].items():
        for word in words:
            codes.setdefault(word.lower(), code)
    return codes


SIGN, CURRENCY = by_word("sign"), by_word("currency")
