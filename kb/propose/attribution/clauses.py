"""What a verb introduces as a clause, behind it, before it, or around it."""

from __future__ import annotations

from kb.propose.attribution.cues import frames_of
from kb.propose.attribution.lexicon import Frames
from kb.propose.attribution.sources import own_subject, passive
from kb.propose.attribution.tree import Tree, Word

Found = tuple[str, str, int, int] | None
"""Rule, frame, first and last word of the content."""


def clause(tree: Tree, verb: Word, frames: Frames) -> Found:
    """ "said that it rained", "asked whether it rained", "it rained, they said"."""
    for kid in verb.kids:
        if kid.dep == "ccomp" and kid.right > verb.i:
            if "clause" in frames and kid.left > verb.i:
                return "indirect-clause", "clause", kid.left, tail(tree, kid.left, pruned(verb, kid))
            if "clause" in frames:
                return "indirect-parenthesis", "clause", kid.left, kid.right
            if "whom" in frames and kid.kid("aux") is not None:
                return "whom-to-infinitive", "whom", kid.left, tail(tree, kid.left, kid.right)
    return None


def clause_before(tree: Tree, verb: Word, frames: Frames) -> Found:
    """ "It rained, they said": only where nothing that could be the content follows."""
    behind = any(
        kid.dep in ("xcomp", "ccomp", "oprd") or (kid.dep == "dobj" and "whom" not in frames) for kid in verb.kids if kid.i > verb.i
    )
    if "clause" not in frames or behind or passive(verb):
        return None
    for kid in verb.kids:
        if kid.dep == "ccomp" and kid.right < verb.i:
            return "indirect-before", "clause", kid.left, kid.right
    if verb.dep == "conj" and own_subject(verb) is not None and verb.left > 1 and tree.words[verb.left - 1].text == ",":
        host = verb.head  # "It rained, said the clerk" parsed like "it rained, it snowed"
        while host.dep == "conj":
            host = host.head
        return ("indirect-before", "clause", host.left, verb.left - 2) if host.i < verb.left and host.tag[:2] in ("VB", "MD") else None
    return None


def tail(tree: Tree, first: int, last: int) -> int:
    """The last word of a content without what only adds to it behind a comma or a dash: "that it rained, which surprised nobody"."""
    for word in tree.words[first + 1 : last + 1]:
        if word.right == last and first <= word.head.i < word.left and word.left > first + 1 and adds(tree, word):
            return word.left - 2
    return last


def adds(tree: Tree, word: Word) -> bool:
    before = tree.words[word.left - 1].text
    mark = word.kid("mark")
    if word.dep == "advcl":
        return before in PAUSES and mark is not None and (mark.lower in CONCEDING or tree.words[word.left].lower == "even")
    return word.dep in ("relcl", "appos") and before in PAUSES


CONCEDING = ("while", "though", "although", "whereas")
DASHES = ("-", "–", "—", "--")
PAUSES = (",", *DASHES)


def pruned(verb: Word, content: Word) -> int:
    """The last word of a content, without a second cue verb that the parse hung inside it ("says it rained and tells them")."""
    for kid in content.kids:
        if kid.dep == "conj" and kid.i > content.i and second_cue(verb, content, kid):
            before = [other for other in content.kids if other.dep in ("cc", "punct") and kid.left - 2 <= other.right < kid.left]
            return min([kid.left, *(other.left for other in before)]) - 1
    return content.right


def second_cue(verb: Word, content: Word, conjunct: Word) -> bool:
    """Whether a conjunct without a subject goes on with the cue, not with the content: in the cue's tense, and another tense or a comma apart."""
    if conjunct.tag != verb.tag or "clause" not in frames_of(conjunct) or conjunct.kid("nsubj", "nsubjpass"):
        return False
    comma = any(kid.dep == "punct" and content.i < kid.i < conjunct.i and kid.i >= conjunct.left - 2 for kid in content.kids)
    return comma or content.tag != conjunct.tag


def parenthesis(tree: Tree, verb: Word, frames: Frames) -> Found:
    """ "It rained, they said, all day", "as they said, it rained"."""
    if "clause" not in frames or verb.head is verb:
        return None
    mark = verb.kid("mark", "advmod")
    as_said = (
        verb.dep == "advcl"
        and mark is not None
        and mark.lower == "as"
        and not verb.kid("ccomp", "xcomp")
        and ("whom" in frames or not verb.kid("dobj"))
    )
    if verb.dep == "parataxis" or as_said:
        host = verb.head
        first, last = host.left, host.right
        if verb.left <= first:
            first = verb.right + 1
        elif verb.right >= last or (first < verb.i and aside(tree, verb, last)):
            last = verb.left - 1
        return "indirect-parenthesis", "clause", first, last
    return None


def aside(tree: Tree, verb: Word, last: int) -> bool:
    """Whether what follows a "she said" in the middle only tells how it was said: "she said, wiping her brow"."""
    behind = tree.words[verb.right + 1 : last + 1]
    while behind and behind[0].dep == "punct":
        behind = behind[1:]
    return not behind or behind[0].tag == "VBG" or behind[0].lower in ("on", "in", "at", "during", "after", "while", "as")
