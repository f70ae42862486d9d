"""Find verbs and names that introduce a quotation by their position alone, without being in the lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.propose.attribution.clauses import is_verb
from kb.propose.attribution.drafts import Stretch
from kb.propose.attribution.phrases import NOT_NAMES
from kb.propose.attribution.quotes import ABBREVIATION, NOMINAL, Quote, inside, joined
from kb.propose.attribution.tree import Tree, Word, own_subject, passive, speaker


def verb_after(tree: Tree, quote: Quote) -> Word | None:
    """Return a verb next to its subject right after a quotation that ends in a comma or the like ("“No,” an angry clerk retaliated")."""
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
            complement = verb.kid("dobj", "ccomp", "acomp", "attr", "xcomp")
            return verb if complement is None or inside(complement, [quote]) else None
    return None


NAMED = re.compile(
    r"(?:^|[.!?”\"…]\s+|\s[-–—]+\s*|\b(?:[Ff]rom|[Pp]er|[Vv]ia)\s+)((?:(?:[Tt]he\s+)?[A-Z][\w.'’&-]*)(?:\s+(?:of|the|and|[A-Z][\w.'’&-]*)){0,6})\s*:\s*$"
)
"""A name and a colon at the beginning of a sentence, or after a dash or "from"."""


def named_before(text: str, quote: Quote) -> tuple[Stretch, Stretch] | None:
    """Return the name before the colon that introduces a quotation, and the colon, as in "More from the clerk: “It is closed.”"."""
    match = NAMED.search(text, max(0, quote.start - 120), quote.start)
    if (
        match is None
        or match[1] in NOT_NAMES
        or ABBREVIATION.search(text[: match.end(1)].rstrip() + " ", max(0, match.start() - 5), match.start(1))
    ):
        return None
    colon = text.rindex(":", 0, quote.start)
    return match.span(1), (colon, colon + 1)


SIGNED = re.compile(
    r"\s*(?P<dash>[-–—―]{1,3})\s*(?P<name>[A-ZÀ-Þ][\w.'’&-]*(?:,? (?:of|the|and|for|de|von|van|[A-ZÀ-Þ0-9][\w.'’&-]*)){0,7}?)(?:, [^.!?]{3,80})?[.]?\s*$"
)
"""A dash and a name, with what somebody is, which are all that follows a quotation in its paragraph."""


def signed(text: str, quote: Quote) -> tuple[Stretch, Stretch] | None:
    """Return the name that a dash ties to the end of a quotation that begins a paragraph, and the dash: "“It is closed.” — Ada Holm"."""
    if not quote.closed or text[: quote.start].strip():
        return None
    match = SIGNED.match(text, quote.end)
    return (match.span("name"), match.span("dash")) if match is not None else None


REACH = 9
"""The number of words after a quotation among which such a verb is sought."""


def verb_before(tree: Tree, quote: Quote, quotes: Sequence[Quote]) -> tuple[Word | None, str]:
    """Return a verb with a subject and the rule, before a colon, or before a comma and a capital ("she fired back: “No.”"), or (None, "")."""
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
