"""Find the verb of the lexicon that introduces a quotation, before or after it."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.attribution.quotes import Quote, inside, joined, stands_alone
from kb.propose.attribution.tree import Tree, Word, agent, first_conjunct, own_subject, passive, speaker
from kb.propose.attribution.unlisted import verb_after, verb_before

AFTER, BEFORE, NEAR = 240, 160, 40
"""The greatest distances, in code points, of a verb after and before the quotation that it introduces, and of its subject after it."""


def cue_of(tree: Tree, quote: Quote, quotes: Sequence[Quote], cues: Sequence[Word]) -> tuple[Word | None, str]:
    """Return the verb that introduces a quotation and the name of the rule, or (None, "")."""
    if quote.inner.rstrip()[-1:] != "." or said_alone(tree, quote, cues):
        for first in cues:
            word = told_of(first, cues) if first.start >= quote.end else first
            if quote.end <= first.start <= quote.end + AFTER and joined(tree.text[quote.end : first.start]) and near(tree, word, quote):
                if not says_before(tree, word, quote, quotes):
                    break
                who = speaker(word)
                return word, "direct-inverted" if who is not None and who.i > word.i else "direct-after"
    if not stands_alone(tree.text, quote):
        return None, ""
    unknown = verb_after(tree, quote)
    if unknown is not None:
        return unknown, "direct-unlisted"
    before = [word for word in cues if quote.start - BEFORE <= word.start and word.end <= quote.start]
    for word in reversed(before):
        if not joined(tree.text[word.end : quote.start]):
            break
        if word.dep == "parataxis" and not quote.inner[:1].isupper():
            break
        if passive(word) and agent(word) is None and word.dep != "ROOT":
            continue  # "who told them when asked about it: “No.”"
        if word.dep != "relcl" or (tree.text[: quote.start].rstrip()[-1:] != ":" and not closed(tree, word, quote, before)):
            return word, "direct-before"
    return verb_before(tree, quote, quotes)


def told_of(verb: Word, cues: Sequence[Word]) -> Word:
    """Return the cue whose subject a cue only tells more of, as "told" in "“No,” a clerk, who asked for time, told the board", else the cue."""
    clause = first_conjunct(verb)
    if clause.dep not in ("relcl", "acl"):
        return verb
    above = next((word for word in clause.above() if word.tag[:2] in ("VB", "MD")), verb)
    who = own_subject(above)
    return above if above in cues and who is not None and who.left <= clause.i <= who.right and clause.i < above.i else verb


def said_alone(tree: Tree, quote: Quote, cues: Sequence[Word]) -> bool:
    """Whether a whole sentence of speaker and cue follows a quotation that ends in a full stop, as in "“It is closed.” Holm said."."""
    said = next((word for word in cues if word.start >= quote.end), None)
    if said is None or (said.i + 1 < len(tree.words) and tree.words[said.i + 1].text != "."):
        return False
    who = own_subject(said)
    return who is not None and not tree.text[quote.end : tree.words[who.left].start].strip()


def closed(tree: Tree, verb: Word, quote: Quote, cues: Sequence[Word]) -> bool:
    """Whether a verb's relative clause ends before a quotation that a cue above it introduces, as in "she told those who asked, “No.”"."""
    over = any(word in cues and word.i < verb.i for word in verb.above())
    return over and tree.text[: quote.start].rstrip()[-1:] == ","


def near(tree: Tree, verb: Word, quote: Quote) -> bool:
    """Whether the verb, or the noun phrase that is its subject, begins within NEAR code points after the quotation."""
    who = speaker(verb)
    begins = min(verb.start, tree.words[who.left].start) if who is not None and who.left < verb.i else verb.start
    return max(begins, quote.end) - quote.end <= NEAR


def says_before(tree: Tree, verb: Word, quote: Quote, quotes: Sequence[Quote]) -> bool:
    """Whether the verb's content lies before it.

    Then no clause of its own follows, unless that is quoted too, and the quotation is a sentence or lies in a clause before the verb.
    """
    for kid in verb.kids:
        first = next((word for word in tree.words[kid.left : kid.i] if word.dep != "punct" or inside(word, quotes)), kid)
        if kid.dep == "ccomp" and kid.i > verb.i and first.start >= quote.end and not inside(first, quotes):
            return False
    if stands_alone(tree.text, quote):
        return True
    return any(kid.dep in ("ccomp", "dobj") and tree.words[kid.left].start <= quote.start and kid.right < verb.i for kid in verb.kids)
