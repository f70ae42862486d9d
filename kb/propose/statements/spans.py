"""Cut the stretch of an argument, whole but without what the sentence only adds to it.

In "the mayor of Lund, who resigned, and her staff" the mayor's stretch is "the mayor of Lund".
"""

from __future__ import annotations

from kb.propose.attribution.contrast import SET_ASIDE
from kb.propose.attribution.tree import Tree, Word
from kb.propose.reference.mentions import kind_of
from kb.propose.statements.draft import Phrase

ADDED = frozenset(("relcl", "appos", "parataxis", "advcl", "ccomp", "dep", "meta"))
"""Relations of what follows a noun as an addition, which makes a statement of its own."""
OPENING = {"``": "''", "“": "”", "(": ")", "-LRB-": "-RRB-", '"': '"', "`": "'", "‘": "’"}


def noun_phrase(tree: Tree, noun: Word, role: str, *, conjuncts: bool = True) -> Phrase:
    """Return the phrase of a noun, with its coordination if `conjuncts`."""
    first, last = left_limit(noun), right_limit(tree, noun, conjuncts)
    if noun.dep == "poss" and tree.words[last].dep == "case":
        last -= 1
    return Phrase(noun, *balanced(tree, first, last), role)


def appended_name(tree: Tree, noun: Word) -> str | None:
    """Return the name of a person that an apposition gives after what they are, as in "its chairman, Ada Holm, …", or None."""
    name = next((kid for kid in noun.kids if kid.dep == "appos" and kid.tag == "NNP" and kid.i > noun.i), None)
    if name is None or noun.tag != "NN" or kind_of(noun) != "person" or tree.words[name.left - 1].text not in (",", "–", "—"):
        return None
    words = tree.words[left_limit(name) : name.i + 1]
    return tree.text[words[0].start : name.end] if all(word.tag in ("NNP", "NNPS", "HYPH") for word in words) else None


def whole(tree: Tree, word: Word, role: str) -> Phrase:
    """Return the phrase of a word with everything that depends on it, without punctuation at its edges."""
    first, last = word.left, word.right
    while first < last and tree.words[first].dep == "punct" and tree.words[first].text not in OPENING:
        first += 1
    while first < last and tree.words[last].dep == "punct" and tree.words[last].text not in OPENING.values():
        last -= 1
    return Phrase(word, *balanced(tree, first, last), role)


def left_limit(head: Word) -> int:
    """Return the position of the first word of a phrase, without conjunctions and punctuation before it."""
    apart = ("punct", "cc", "preconj", "relcl", "parataxis", "intj", "mark", SET_ASIDE)
    before = [kid for kid in head.kids if kid.i < head.i and kid.lower != "even"]
    kids = [kid for kid in before if kid.dep not in apart or (kid.dep == "mark" and kid.lower == "whether")]
    return min([head.i, *(kid.left for kid in kids)])


def right_limit(tree: Tree, head: Word, conjuncts: bool = True) -> int:
    """Return the position of the last word of a phrase before the first addition to it."""
    last = head.i
    for kid in head.kids:
        if kid.i < head.i or kid.dep in ("punct", "cc"):
            continue
        if ends_phrase(tree, head, kid, conjuncts):
            break
        last = max(last, right_limit(tree, kid, conjuncts or kid.dep != "conj"))
    return last


def ends_phrase(tree: Tree, head: Word, kid: Word, conjuncts: bool) -> bool:
    """Whether a word after the head begins what is only added, so that the phrase ends before it."""
    if (kid.dep == "conj" and not conjuncts) or kid.dep in ("neg", SET_ASIDE):
        return True
    if kid.dep == "appos" and (is_place_in_place(tree, head, kid) or hyphenated(tree, kid) or is_its_name(head, kid)):
        return False
    if (kid.dep == "prep" and (is_example(kid) or is_inserted(tree, kid))) or (
        kid.lower == "alone" and head.tag[:2] == "NN" and kid.i == head.i + 1
    ):
        return True
    if kid.dep in ADDED and head.tag[:2] not in ("VB", "MD"):
        return True
    if kid.dep == "acl" and kid.tag in ("VBD", "VBZ", "VBP"):  # a main verb that the parse hangs on its subject
        return True
    return kid.dep == "acl" and tree.words[kid.left - 1].text in (",", "-", "--", "–", "—")


HYPHENS = frozenset(("-", "–", "—", "‑"))


def hyphenated(tree: Tree, word: Word) -> bool:
    """Whether a phrase is tied by a hyphen or dash, without a space, to what stands before it, as in "the Lund–Malmö line"."""
    before = tree.words[word.left - 1]
    return before.text in HYPHENS and before.end == tree.words[word.left].start


def is_place_in_place(tree: Tree, head: Word, kid: Word) -> bool:
    """Whether two names, with a comma between, are a place and the place around it, as in "Toronto, Ontario"."""
    words = tree.words[kid.left : kid.i + 1]
    return head.tag == "NNP" and all(word.tag == "NNP" for word in words) and kid.left == head.i + 2 and tree.words[head.i + 1].text == ","


def is_inserted(tree: Tree, prep: Word) -> bool:
    """Whether a phrase after a dash or comma only comments: "Holm — to his credit", "Holm, for example", "Holm, of necessity"."""
    before, noun = tree.words[prep.left - 1].text, prep.kid("pobj")
    bare = noun is not None and not noun.kids and noun.tag == "NN"
    dash = before in ("-", "--", "–", "—") and not hyphenated(tree, prep)
    return dash or (before == "," and bare and prep.lower in ("for", "of", "in", "by"))


def is_its_name(noun: Word, kid: Word) -> bool:
    """Whether a name stands right after a noun with "the" and belongs to it, as in "the newspaper Dagbladet"."""
    article = noun.kid("det", "poss")
    bare = kid.left == noun.i + 1 and all(below.dep in ("compound", "nmod", "punct") for below in kid.kids)
    return noun.tag == "NN" and kid.tag == "NNP" and bare and article is not None and article.lower not in ("a", "an")


def is_example(prep: Word) -> bool:
    """Whether a preposition introduces examples, as in "such as", "including"."""
    return prep.lower == "including" or (prep.lower == "as" and any(kid.lower == "such" for kid in prep.kids))


def balanced(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Return a stretch widened by a closing mark that an opening mark inside it lacks, and by a pair of marks just around it."""
    inside = [word.text for word in tree.words[first : last + 1]]
    for opening, closing in OPENING.items():
        if opening in inside and closing not in inside and last + 1 < len(tree.words) and tree.words[last + 1].text == closing:
            return first, last + 1
    if first > 0 and last + 1 < len(tree.words) and OPENING.get(tree.words[first - 1].text) == tree.words[last + 1].text:
        return (first - 1, last + 1) if tree.words[first - 1].text in ("``", "“", '"') else (first, last)
    return first, last
