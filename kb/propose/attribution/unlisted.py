"""Verbs that no lexicon knows, beside a quotation: where they stand says that they introduce it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.propose.attribution.around import NOMINAL, inside, joined
from kb.propose.attribution.cues import is_verb
from kb.propose.attribution.phrases import NOT_NAMES
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.sources import own_subject, passive, speaker
from kb.propose.attribution.spans import Stretch
from kb.propose.attribution.tree import Tree, Word


def verb_behind(tree: Tree, quote: Quote) -> Word | None:
    """Right behind a quotation that ends like a part of a sentence, a verb next to its subject: "“No,” an angry clerk retaliated"."""
    if quote.inner.rstrip()[-1:] not in tuple(",?!"):
        return None
    first = next((word.i for word in tree.words if word.start >= quote.end), len(tree.words))
    for verb in tree.words[first : first + REACH]:
        if not joined(tree.text[quote.end : verb.start]):
            return None
        if is_verb(verb) and verb.tag in ("VBD", "VBZ") and verb.lemma != "be" and not passive(verb):
            who = own_subject(verb)
            if who is None or who.tag not in NOMINAL or min(verb.i, who.left) != first:
                return None
            behind = verb.kid("dobj", "ccomp", "acomp", "attr", "xcomp")
            return verb if behind is None or inside(behind, [quote]) else None
    return None


NAMED = re.compile(
    r"(?:^|[.!?”\"…]\s+|\s[-–—]+\s*|\b(?:[Ff]rom|[Pp]er|[Vv]ia)\s+)((?:(?:[Tt]he\s+)?[A-Z][\w.'’&-]*)(?:\s+(?:of|the|and|[A-Z][\w.'’&-]*)){0,6})\s*:\s*$"
)
"""A name and a colon, at the beginning of a sentence or behind a dash or "from"."""


def named_before(text: str, quote: Quote) -> tuple[Stretch, Stretch] | None:
    """Who stands before the colon of a quotation, and the colon, without a verb: "More from the clerk: “It is closed.”"."""
    found = NAMED.search(text, max(0, quote.start - 120), quote.start)
    if found is None or found[1] in NOT_NAMES:
        return None
    colon = text.rindex(":", 0, quote.start)
    return found.span(1), (colon, colon + 1)


REACH = 9
"""Words behind a quotation among which such a verb stands."""


def verb_before(tree: Tree, quote: Quote, quotes: Sequence[Quote]) -> tuple[Word | None, str]:
    """Before a colon or a comma and a quotation that begins large, any verb with a subject will do: "she fired back: “No.”"."""
    before = tree.text[: quote.start].rstrip()
    if before[-1:] != ":" and not (before[-1:] == "," and quote.inner[:1].isupper() and quote.words >= 4):
        return None, ""
    for word in reversed(tree.words):
        if word.end <= quote.start and is_verb(word) and not inside(word, quotes):
            if not joined(tree.text[word.end : quote.start]):
                break
            who = speaker(word)
            if who is not None and who.tag in NOMINAL and not inside(who, quotes):
                return word, "direct-colon"
    return None, ""
