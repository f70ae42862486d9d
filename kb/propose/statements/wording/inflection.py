"""Inflect English verbs, as in "sign" to "signs", "signed" and "signing"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""A verb of one syllable whose last consonant is doubled before -ed and -ing."""
PREFIXES = ("re", "over", "out", "mis", "un", "under", "fore")
"""What may stand before an irregular verb: "retake"."""
BE = {"VBZ": "is", "VBP": "are", "VBD": "was", "VBN": "been", "VBG": "being", "VB": "be"}


@cache
def irregular() -> dict[str, list[str]]:
    """Return the past tense and past participle of irregular verbs by base form."""
    forms: dict[str, str] = _tables()["forms"]
    return {base: words.split() for base, words in forms.items()}


@cache
def doubling() -> frozenset[str]:
    """Return the longer verbs that double their last consonant."""
    words: str = _tables()["doubling"]["words"]
    return frozenset(words.split())


@cache
def _tables() -> dict[str, dict[str, str]]:
    """Return the tables of irregular.toml."""
    return tomllib.loads(resources.files(__package__).joinpath("irregular.toml").read_text(encoding="utf-8"))


def inflected(base: str, tag: str) -> str:
    """Return the form of a verb with a Penn Treebank tag (VB, VBP, VBZ, VBD, VBN or VBG)."""
    if base == "be":
        return BE[tag]
    prefix = next((prefix for prefix in PREFIXES if base.startswith(prefix) and base.removeprefix(prefix) in irregular()), "")
    if prefix and base not in irregular():
        return prefix + inflected(base.removeprefix(prefix), tag)
    if tag == "VBZ":
        return third_person(base)
    if tag == "VBD":
        return irregular()[base][0] if base in irregular() else past(base)
    if tag == "VBN":
        return irregular()[base][-1] if base in irregular() else past(base)
    return participle(base) if tag == "VBG" else base


def third_person(base: str) -> str:
    """Return the form after "she"."""
    if base in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[base]
    if base.endswith("y") and base[-2:-1] not in "aeou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def past(base: str) -> str:
    """Return the past tense of a regular verb."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeou":
        return base[:-1] + "ied"
    return (base + base[-1] if doubles(base) else base) + "ed"


def participle(base: str) -> str:
    """Return the form in -ing."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return (base + base[-1] if doubles(base) else base) + "ing"


def doubles(base: str) -> bool:
    """Whether a verb doubles its last consonant before a vowel."""
    return bool(SHORT.fullmatch(base)) or base in doubling()
