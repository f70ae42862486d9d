"""Who holds what a clause says: whoever the verb or noun above it, or an aside in it, credits with it."""

from __future__ import annotations

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Word, agent, passive
from kb.propose.statements import subjects


def aside(verb: Word) -> Word | None:
    """Return who is credited with a clause by an aside in it, as in "The plan, she said, failed"."""
    for kid in verb.kids:
        if kid.dep == "parataxis" and "clause" in table("verbs").get(kid.lemma, {}):
            return holder(kid)
    return None


NOBODY = frozenset(("it", "there", "this", "that"))


def holder(word: Word) -> Word | None:
    """Return who says or thinks it, or None where nobody is named."""
    if word.tag[:2] != "VB":
        subject = subjects.own(word.head)
        return word.kid("poss") or (subject if subject is not None and can_hold(subject) else None)
    if passive(word):
        return agent(word)
    subject = subjects.of(word)
    return subject if subject is not None and can_hold(subject) else None


def can_hold(word: Word) -> bool:
    """Whether a word can name somebody who says or thinks something."""
    return word.lower not in NOBODY and word.tag[:2] in ("NN", "PR", "CD", "DT", "JJ") and word.dep not in ("csubj", "csubjpass")
