"""The verbs that tell of an event by name, with the noun, the kind of event and the roles that each stands for."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb of verbs.toml tells of: the noun with its preposition, the kind of event, and the roles of subject and object."""

    noun: str
    kind: str
    subject: str
    object: str
    own: bool = False

    @property
    def head(self) -> str:
        """The noun alone."""
        return self.noun.rpartition(" ")[0]


@functools.cache
def verbs() -> dict[str, Verb]:
    """Return {lemma: what it tells of} for every verb of verbs.toml."""
    listed = tomllib.loads(resources.files("kb.propose.events").joinpath("verbs.toml").read_text(encoding="utf-8"))
    return {lemma: Verb(row[0], row[1], row[2], row[3], "own" in row[4:]) for lemma, row in listed.items()}
