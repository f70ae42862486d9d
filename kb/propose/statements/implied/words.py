"""The lists of words.toml of this package, each read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from kb.propose.statements.draft import Phrase
from kb.propose.statements.wording.inflection import inflected


@cache
def tables() -> dict[str, dict[str, str]]:
    """Return the tables of words.toml."""
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of words."""
    return frozenset(tables()["other"][name].split())


@cache
def action(noun: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the verb of a noun, and the prepositions before whom it is done to, or None for a noun that names no action."""
    entry = tables()["actions"].get(noun)
    if entry is None:
        return None
    verb, *prepositions = entry.split()
    return verb.replace("_", " "), tuple(prepositions)


def after(subject: Phrase, verb: str) -> str:
    """Return the words of a verb, given in its base form, as they follow a subject: "recruits" or "recruit"."""
    first, *rest = verb.split()
    noun = subject.head
    plural = (
        subject.name is None and (noun.tag in ("NNS", "NNPS") or noun.kid("conj") is not None) and subject.first <= noun.i <= subject.last
    )
    return " ".join((inflected(first, "VBP" if plural or noun.lower in ("they", "their") else "VBZ"), *rest))


def intended(noun: str) -> str | None:
    """Return the verb for a noun for a decision, as "decide to", or None for another noun."""
    return tables()["intended"].get(noun)
