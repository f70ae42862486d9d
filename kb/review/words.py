"""Words that name nobody by themselves."""

from __future__ import annotations

from kb.propose.reference.words import listed

PRONOUNS = frozenset[str]().union(
    *(listed("pronouns", name) for name in ("masculine", "feminine", "neuter", "plural", "first", "first_plural"))
)
