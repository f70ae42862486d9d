"""Find verbs that are cues, and the clause that such a verb introduces after it, before it, or around it."""

from __future__ import annotations

from kb.propose.attribution.drafts import Stretch
from kb.propose.attribution.lexicon import Frames, table
from kb.propose.attribution.tree import Tree, Word, own_subject, passive

AUXILIARIES = ("aux", "auxpass", "neg", "prt")


def frames_of(word: Word) -> Frames:
    """Return the lexicon's frames of a verb with its particle ("point out"), else of the verb alone, else none."""
    verbs = table("verbs")
    particle = word.kid("prt")
    if particle is not None and f"{word.lemma}-{particle.lower}" in verbs:
        return verbs[f"{word.lemma}-{particle.lower}"]
    return verbs.get(word.lemma, {})


def is_verb(word: Word) -> bool:
    """Whether a word is a verb that can be a cue, not an auxiliary or a participle used as an adjective."""
    return word.tag.startswith("VB") and word.dep not in ("aux", "auxpass", "amod", "compound")


def cue(tree: Tree, verb: Word) -> Stretch:
    """Return the stretch of a verb with its auxiliaries, negation and particle, as far as they are next to it."""
    first = last = verb.i
    neither = next((word for word in (*verb.kids, *verb.head.kids) if word.lower in ("neither", "nor") and word.i == verb.i - 1), None)
    first = neither.i if neither is not None else first
    if any(kid.dep == "neg" for kid in verb.kids) and not passive(verb):
        first = min([verb.i, *(kid.i for kid in verb.kids if kid.dep in AUXILIARIES and verb.i - kid.i <= 4)])
    for kid in sorted(verb.kids, key=lambda kid: -abs(kid.i - verb.i), reverse=True):
        if kid.dep in AUXILIARIES:
            first = kid.i if kid.i == first - 1 or (kid.i < first and first - kid.i <= 3) else first
            last = kid.i if kid.i == last + 1 else last
    return tree.words[first].start, tree.words[last].end


Complement = tuple[str, str, int, int]
"""What a verb introduces: the name of the rule, the frame in the lexicon, and the positions of the content's first and last word."""


def clause(tree: Tree, verb: Word, frames: Frames) -> Complement | None:
    """Return the clause that a verb governs, as in "said that it rained", "it rained, they said" or "that it rained was denied"."""
    for kid in verb.kids:
        if kid.dep == "csubjpass" and "clause" in frames:
            return "clausal-subject", "clause", kid.left, kid.right
        if kid.dep == "ccomp" and kid.i > verb.i and (apart(tree, verb, kid) or (verb.lemma in LOOKING and verb.kid("acomp", "oprd"))):
            continue
        if kid.dep == "ccomp" and kid.right > verb.i:
            if "clause" in frames and kid.left > verb.i:
                return "indirect-clause", "clause", kid.left, tail(tree, kid.left, pruned(verb, kid))
            if "clause" in frames:
                return "indirect-parenthesis", "clause", kid.left, kid.right
            if "whom" in frames and kid.kid("aux") is not None:
                return "whom-to-infinitive", "whom", kid.left, tail(tree, kid.left, kid.right)
    return None


LOOKING = ("seem", "appear")
"""Verbs whose adjective says more of a clause than they do: "it seems clear that they left"."""


def apart(tree: Tree, verb: Word, content: Word) -> bool:
    """Whether a colon after the object of a verb begins a sentence of its own: "The polls foretold the vote: most farmers backed her"."""
    thing = verb.kid("dobj")
    return thing is not None and any(word.text == ":" for word in tree.words[thing.right + 1 : content.left + 1])


def clause_before(tree: Tree, verb: Word, frames: Frames) -> Complement | None:
    """Return the clause before a verb, as in "it rained, they said", provided that nothing that could be the content follows."""
    after = any(
        kid.dep in ("xcomp", "ccomp", "oprd") or (kid.dep == "dobj" and "whom" not in frames) for kid in verb.kids if kid.i > verb.i
    )
    if "clause" not in frames or after or passive(verb):
        return None
    for kid in verb.kids:
        if kid.dep == "ccomp" and kid.right < verb.i:
            return "indirect-before", "clause", kid.left, kid.right
    if verb.dep == "conj" and own_subject(verb) is not None and verb.left > 1 and tree.words[verb.left - 1].text == ",":
        host = verb.head  # "It rained, said the clerk" is sometimes parsed like "it rained, it snowed"
        while host.dep == "conj":
            host = host.head
        return ("indirect-before", "clause", host.left, verb.left - 2) if host.i < verb.left and host.tag[:2] in ("VB", "MD") else None
    return None


def tail(tree: Tree, first: int, last: int) -> int:
    """Return the position of a content's last word, without an addition after a comma or dash ("it rained, which surprised nobody")."""
    for word in tree.words[first + 1 : last + 1]:
        if word.right == last and first <= word.head.i < word.left and word.left > first + 1 and adds(tree, word):
            return word.left - 2
    return last


def adds(tree: Tree, word: Word) -> bool:
    """Whether a word heads an addition that a comma or dash sets off: a relative clause, an apposition, a concession, or more that somebody says ("it rained, adding that it was cold")."""
    before = tree.words[word.left - 1].text
    mark = word.kid("mark")
    if word.dep == "advcl" and word.tag == "VBG" and before in PAUSES and "clause" in frames_of(word):
        return True
    if word.dep == "advcl":
        return before in PAUSES and mark is not None and (mark.lower in CONCEDING or tree.words[word.left].lower == "even")
    return word.dep in ("relcl", "appos") and before in PAUSES


CONCEDING = ("while", "though", "although", "whereas")
DASHES = ("-", "–", "—", "--")
PAUSES = (",", *DASHES)


def pruned(verb: Word, content: Word) -> int:
    """Return the position of a content's last word, without a second cue that the parse put inside it ("says it rained and tells them")."""
    for kid in content.kids:
        if kid.dep == "conj" and kid.i > content.i and second_cue(verb, content, kid):
            before = [other for other in content.kids if other.dep in ("cc", "punct") and kid.left - 2 <= other.right < kid.left]
            return min([kid.left, *(other.left for other in before)]) - 1
    return content.right


def second_cue(verb: Word, content: Word, conjunct: Word) -> bool:
    """Whether a conjunct without a subject continues the cue rather than the content.

    It has the cue's tense, and either the content has another tense or a comma comes between.
    """
    if conjunct.tag != verb.tag or "clause" not in frames_of(conjunct) or conjunct.kid("nsubj", "nsubjpass"):
        return False
    comma = any(kid.dep == "punct" and content.i < kid.i < conjunct.i and kid.i >= conjunct.left - 2 for kid in content.kids)
    return comma or content.tag != conjunct.tag


def parenthesis(tree: Tree, verb: Word, frames: Frames) -> Complement | None:
    """Return the clause around a verb, as in "it rained, they said, all day" or "as they said, it rained"."""
    if "clause" not in frames or verb.head is verb or filler(verb):
        return None
    mark = verb.kid("mark", "advmod")
    as_said = (
        verb.dep == "advcl"
        and verb.head.tag[:2] in ("VB", "MD")  # "as long as they agree"
        and mark is not None
        and mark.lower == "as"
        and not verb.kid("ccomp", "xcomp")
        and ("whom" in frames or not verb.kid("dobj"))
    )
    if as_said and own_subject(verb) is None and frames["clause"].kind in ("plan", "prediction"):
        return None  # "as planned, they left"
    if verb.dep == "parataxis" or as_said:
        host = verb.head
        first, last = host.left, host.right
        if verb.left <= first:
            first = verb.left if fronted(verb) else verb.right + 1
        elif verb.right >= last or (first < verb.i and aside(tree, verb, last)):
            last = verb.left - 1
        return "indirect-parenthesis", "clause", first, last
    return None


def fronted(verb: Word) -> bool:
    """Whether the parse hangs a clause on a cue that belongs to what is said, as in "If it rains, they said, we will stay"."""
    subject = own_subject(verb)
    return subject is not None and any(kid.dep == "advcl" and kid.kid("mark") and kid.right < subject.left for kid in verb.kids)


def filler(verb: Word) -> bool:
    """Whether a verb only fills a pause, as in "you know, it rained"."""
    subject = own_subject(verb)
    return verb.lemma in ("know", "see") and subject is not None and subject.lower == "you"


def aside(tree: Tree, verb: Word, last: int) -> bool:
    """Whether the words after a parenthetical cue only describe the speaking, as in "she said, wiping her brow"."""
    following = tree.words[verb.right + 1 : last + 1]
    while following and following[0].dep == "punct":
        following = following[1:]
    return not following or following[0].tag == "VBG" or following[0].lower in ("on", "in", "at", "during", "after", "while", "as")
