"""The kind of a new thing or actor, by the last noun of its name, from `kinds.toml`."""

from __future__ import annotations

import functools
import itertools
import tomllib
from collections.abc import Sequence
from importlib import resources

from kb.propose.actors import gazetteer
from kb.propose.grounding.words import listed


def of_thing(name: str) -> tuple[str, str]:
    """Return the table and kind of what has a name and is nobody, by its last word: "the Lund Accord" is a treaty."""
    table, kind = kind_of(name.split())
    return (table, kind) if table == "thing" and kind != "concept" else ("thing", "other")


def is_concrete(words: Sequence[str]) -> bool:
    """Whether the last noun of a description is of a kind of thing that is listed."""
    return kinds().get(words[-1].lower(), ("actor", ""))[0] == "thing"


def kind_of(words: Sequence[str]) -> tuple[str, str]:
    """Return the table and kind (things.kind or actors.kind) for a description, by its last noun before a preposition."""
    before = list(itertools.takewhile(lambda word: word.lower() not in listed("links"), words)) or list(words)
    return kinds().get(before[-1].lower()) or of_people(before[-1].lower()) or ("thing", "concept")


def of_people(noun: str) -> tuple[str, str] | None:
    """Return the table and kind for a noun for somebody, "an executive", or for several, or None for another noun."""
    known = people()
    several = {noun.removesuffix("s"), f"{noun.removesuffix('ies')}y"} if noun.endswith("s") else set()
    return ("actor", "person") if noun in known else ("actor", "group") if several & known else None


@functools.cache
def people() -> frozenset[str]:
    """Return every noun for somebody by office, trade or otherwise."""
    return frozenset(noun for name in ("roles", "trades", "people") for noun in gazetteer.words()[name]) - listed("either")


@functools.cache
def kinds() -> dict[str, tuple[str, str]]:
    """Return {noun: (table, kind)} for every noun of kinds.toml."""
    read = tomllib.loads(resources.files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {noun: (table, kind) for table, listed_kinds in read.items() for kind, nouns in listed_kinds.items() for noun in nouns}
