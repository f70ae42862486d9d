"""Read the kind, stance and certainty of a claim from its wording, by lists of words and without a model.

The stance is `denies` only where the main clause itself is plainly negated ("China is not in an alliance"), because then the positive
can be the claim and the stance can carry the denial. A negation in a subordinate clause, a condition or a question, and a negation
that only limits ("not only", "no more than"), is part of what is claimed and leaves `affirms`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from kb.base.words import Certainty, Stance


@dataclass(frozen=True, slots=True)
class Hedge:
    """The kind, stance and certainty of a claim, in words of the vocabulary (claims.kind, assertions.stance, assertions.certainty)."""

    kind: str
    stance: str
    certainty: str


def _any(words: list[str]) -> str:
    """Return the regular expression of any of the words, which are regular expressions themselves, as a whole word."""
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
_WOULD_BE = re.compile(r"\bwould(?: not|n['’]t)? be\b", re.IGNORECASE)
"""What would be a mistake is judged, rather than foretold."""
_WOULD_BE_TO = re.compile(r"\bwould be to (?:\w+ly )?[a-z]+", re.IGNORECASE)
_MAY_MONTH = re.compile(r"\bMay\b(?= \d|,|\.|$)|(?<=\w )May\b")
# The end of the main clause, where a subordinate one begins. A fronted clause or phrase is skipped before that.
_SUBORDINATE = re.compile(
    r"[,;:—–]\s|\b(?:that|which|who|whom|whose|because|while|although|though|whether|when|where|so that|but|as|after|before|until|since)\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"\s*(?:If|When|While|Although|Though|Because|Since|After|Before|Despite|As|In|On|At|By|During|With|Without|For|Under|However|Meanwhile|Indeed|Still|But|And|Yet|So)\b[^,;]{0,120}, "
)
_QUESTION = re.compile(r"\?[\"”’')\]]*\s*$")


def read(content: str) -> Hedge:
    """Return the kind, stance and certainty that the words of one claim show, by default factual, affirms and certain."""
    if _QUESTION.search(content):
        return Hedge("question", Stance.UNCOMMITTED, Certainty.UNCOMMITTED)
    plain = _MAY_MONTH.sub("   ", content)
    certainty = next((name for name, pattern in _CERTAINTY if pattern.search(plain)), Certainty.CERTAIN)
    if _is_conditional(content):
        return Hedge("conditional", Stance.AFFIRMS, certainty if certainty != Certainty.UNCOMMITTED else Certainty.POSSIBLE)
    kind = next((name for name, pattern in _KIND if pattern.search(plain)), "factual")
    if kind == "prediction" and (_WOULD_BE_TO.search(plain) or (_WOULD_BE.search(plain) and dict(_KIND)["evaluation"].search(plain))):
        kind = "evaluation"
    if certainty == Certainty.UNCOMMITTED:
        return Hedge(kind, Stance.UNCOMMITTED, Certainty.UNCOMMITTED)
    return Hedge(kind, Stance.DENIES if _is_denial(content) else Stance.AFFIRMS, certainty)


def _is_conditional(content: str) -> bool:
    """Whether the words state a condition, by a conjunction or by inversion ("Should the talks fail, …")."""
    remaining = _NO_CONDITION.sub(lambda match: " " * len(match[0]), content)
    return bool(_CONDITION.search(remaining) or _INVERTED.match(content))


def _is_denial(content: str) -> bool:
    """Whether the main clause is negated and not merely limited. A fronted clause or phrase is skipped."""
    fronted = _FRONTED.match(content)
    main = content[fronted.end() :] if fronted else content
    remaining = _LIFTED.sub(lambda match: " " * len(match[0]), main)
    if _NO_SUBJECT.match(remaining):
        return True
    ends = _SUBORDINATE.search(remaining)
    return bool(_NEGATION.search(remaining[: ends.start()] if ends else remaining))
