"""What the wording of a claim says of its kind, its stance and its certainty. Words only: no model is asked.

A negation is part of what is claimed, as long as nobody affirms the positive: so stance `denies` is given only where the main clause itself
is plainly negated ("China is not in an alliance"), for then the positive can be the claim and the stance carry the denial. A
negation in a subordinate clause, in a condition or in a question, and one that only limits ("not only", "no more than"), leaves `affirms`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words of the vocabulary: claims.kind, assertions.stance, assertions.certainty."""

    kind: str
    stance: str
    certainty: str


def _any(words: list[str]) -> str:
    return r"(?<![\w’'-])(?:" + "|".join(words) + r")(?![\w’'-])"


_WORDS = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
_CERTAINTY = [(name, re.compile(_any(words), re.IGNORECASE)) for name, words in _WORDS["certainty"].items()]
_KIND = [(name, re.compile(_any(words), re.IGNORECASE)) for name, words in _WORDS["kind"].items()]
_CONDITION = re.compile(_any(_WORDS["conditional"]["words"]), re.IGNORECASE)
_NO_CONDITION = re.compile(_any(_WORDS["conditional"]["not"]), re.IGNORECASE)
_INVERTED = re.compile(r"\s*(?:Should|Were|Had) (?:the |a |an )?\w+(?: \w+)* (?:\w+), ")
_NEGATION = re.compile(_any(_WORDS["negation"]["words"]), re.IGNORECASE)
_NO_SUBJECT = re.compile(r"\s*[“\"‘']?" + _any(_WORDS["negation"]["subject"]), re.IGNORECASE)
_LIFTED = re.compile(_any(_WORDS["negation"]["lifted"]), re.IGNORECASE)
_MAY_MONTH = re.compile(r"\bMay\b(?= \d|,|\.|$)|(?<=\w )May\b")
# Where the main clause ends and one that hangs on it begins. A first clause of time or ground is passed over.
_SUBORDINATE = re.compile(
    r"[,;:—–]\s|\b(?:that|which|who|whom|whose|because|while|although|though|whether|when|where|so that|but|as|after|before|until|since)\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"\s*(?:If|When|While|Although|Though|Because|Since|After|Before|Despite|As|In|On|At|By|During|With|Without|For|Under|However|Meanwhile|Indeed|Still|But|And|Yet|So)\b[^,;]{0,120}, "
)
_QUESTION = re.compile(r"\?[\"”’')\]]*\s*$")


def read(content: str) -> Hedge:
    """The kind, stance and certainty that the words of one claim show; factual, affirms, certain where nothing shows."""
    if _QUESTION.search(content):
        return Hedge("question", "uncommitted", "uncommitted")
    plain = _MAY_MONTH.sub("   ", content)
    certainty = next((name for name, pattern in _CERTAINTY if pattern.search(plain)), "certain")
    if _is_conditional(content):
        return Hedge("conditional", "affirms", certainty if certainty != "uncommitted" else "possible")
    kind = next((name for name, pattern in _KIND if pattern.search(plain)), "factual")
    if certainty == "uncommitted":
        return Hedge(kind, "uncommitted", "uncommitted")
    return Hedge(kind, "denies" if _is_denial(content) else "affirms", certainty)


def _is_conditional(content: str) -> bool:
    left = _NO_CONDITION.sub(lambda found: " " * len(found[0]), content)
    return bool(_CONDITION.search(left) or _INVERTED.match(content))


def _is_denial(content: str) -> bool:
    """Whether the main clause, the first that is not put before it, is negated and not merely limited."""
    fronted = _FRONTED.match(content)
    main = content[fronted.end() :] if fronted else content
    left = _LIFTED.sub(lambda found: " " * len(found[0]), main)
    if _NO_SUBJECT.match(left):
        return True
    ends = _SUBORDINATE.search(left)
    return bool(_NEGATION.search(left[: ends.start()] if ends else left))
