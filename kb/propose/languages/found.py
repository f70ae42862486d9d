"""A quotation or an "according to" with its speaker, as the rules of a language find it."""

from __future__ import annotations

from dataclasses import dataclass

from kb.propose.attribution.drafts import Draft, Stretch
from kb.propose.attribution.lexicon import ASSERTS

QUOTATION, ACCORDING = "quotation-by-words", "according-to-by-words"
"""The rules by which these are found, for all languages the same."""


@dataclass(frozen=True, slots=True)
class Found:
    """The stretches of a content, its speaker and its cue, in code points of the text."""

    rule: str
    content: Stretch
    source: Stretch
    cue: Stretch

    def draft(self) -> Draft:
        """Return it as a draft of an attribution."""
        return Draft(self.rule, self.content, self.source, self.cue, ASSERTS, self.cue[0])
