"""A governor is what a word above a clause makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Word
from kb.propose.statements.commitment.effects import Effect


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above a clause, its effect, the head of the noun phrase that names who says or thinks so, and the kind of claim that it makes."""

    word: Word
    effect: Effect
    holder: Word | None = None
    kind: str | None = None


def frame(word: Word, *names: str) -> str | None:
    """Return the kind of claim that the lexicon of attribution gives to what a word introduces, or None for a plain statement."""
    entries = table("verbs" if word.tag[:2] == "VB" else "nouns").get(word.lemma, {})
    found = [entries[name] for name in names if name in entries]
    if not found or found[0].kind == "statement":
        return None
    feared = found[0].act in ("warns", "believes") and found[0].kind == "prediction" and names == ("clause",)
    return None if feared else found[0].kind  # what is warned of or feared may be so already


def without_aim(governor: Governor) -> Governor:
    """Return a governor without the kind that it gives to what is to be said, which it does not give to what that says: "plans to say that they left"."""
    return replace(governor, kind=None) if governor.kind in ("plan", "norm") else governor
