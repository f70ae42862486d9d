"""From words of a parse to stretches of its text: extents, edges trimmed, quotation marks kept in pairs."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.tree import Tree, Word

Stretch = tuple[int, int]
"""Start and end in code points of the paragraph."""

EDGES = " \t\u00a0\u2003,;:.–—-"


def extent(tree: Tree, first: int, last: int, quotes: Sequence[Quote] = ()) -> Stretch:
    """The stretch from one word to another, trimmed, and widened to whole quotations where it cuts one; empty when out of order."""
    if not 0 <= first <= last < len(tree.words):
        return 0, 0
    return tidy(tree.text, tree.words[first].start, tree.words[last].end, quotes)


def tidy(text: str, start: int, end: int, quotes: Sequence[Quote] = ()) -> Stretch:
    """Trim white space and loose punctuation off both edges; never leave half of a pair of quotation marks at an edge."""
    for quote in quotes:
        marks = quote.start < start < quote.end, quote.start < end < quote.end
        if marks == (False, True) and (quote.closed or len(text[end : quote.end].strip(EDGES + "?!…")) <= 2):
            end = quote.end
        elif marks == (True, False) and len(text[quote.start : start].strip()) <= 2:
            start = quote.start
    quoted = {quote.start for quote in quotes}
    while start < end and text[start] in EDGES + ")?!”":
        start += 1
    while start < end and text[end - 1] in EDGES + "(“":
        end -= 1
    if start < end and text[end - 1] in "\"'" and end - 1 in quoted:
        end -= 1
    return start, end


def noun_phrase(tree: Tree, noun: Word) -> Stretch:
    """A noun with everything that belongs to it, but for relative clauses and what stands between dashes behind it."""
    last = noun.right
    for kid in noun.kids:
        if kid.i > noun.i and kid.dep in ("relcl", "acl", "parataxis", "ccomp", "advcl", "punct", "appos") and kid.left <= last:
            closing = kid.dep == "punct" and kid.text not in (",", "-", "—", "–", "(", ":")
            if not closing and not (kid.dep == "appos" and kid.right - kid.left < 12):
                if kid.dep == "punct" and any(
                    other.dep in ("appos", "conj") and other.i > kid.i and other.right - other.left < 12 for other in noun.kids
                ):
                    continue
                last = min(last, kid.left - 1)
    return tidy(tree.text, tree.words[noun.left].start, tree.words[max(last, noun.i)].end)
