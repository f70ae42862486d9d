"""What a sentence sets aside for what it means, as "schools" in "the money went not to schools but to roads".

The verb is not denied there: the money went. So what is set aside is no longer a part of its clause, and what is meant takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.attribution.tree import Word

SET_ASIDE = "contrast"
"""The relation of "not" and of what is set aside to the word that they hang on, by which no rule takes them for a part of the clause."""
NOT_CONTRASTS = frozenset(
    ("only", "just", "merely", "simply", "solely", "necessarily", "least", "even", "yet", "all", "every", "everyone", "everybody")
)
HELPERS = ("aux", "auxpass")
CLAUSES = ("advcl", "mark")


def settle(words: Sequence[Word], sentences: Sequence[tuple[int, int]]) -> None:
    """Hang what sentences set aside, and what they mean instead, where the rules look for them. The words are changed in place."""
    for first, last in sentences:
        for word in words[first : last + 1]:
            if word.lower == "not" and first < word.i < last and not denies_verb(words, word):
                settle_one(words, word, last)
            elif word.lower == "but" and word.dep == "cc":
                leave_denied(word)


def leave_denied(but: Word) -> None:
    """Set aside what is meant instead where the verb itself is denied, as the letter in "did not sign the treaty but the letter"."""
    denied, meant = but.head, but.head.kid("conj")
    verb = next((above for above in denied.above() if above.tag[:2] in ("VB", "MD")), None)
    if meant is not None and verb is not None and verb.kid("neg") and denied.i > verb.i and is_alike(denied, meant):
        but.dep = meant.dep = SET_ASIDE


def denies_verb(words: Sequence[Word], negation: Word) -> bool:
    """Whether "not" stands where it denies a verb, or begins a set phrase such as "not only"."""
    before, after = words[negation.i - 1], words[negation.i + 1]
    helper = before.dep in HELPERS or before.tag == "MD" or before.lemma in ("do", "have")
    return helper or after.lower in NOT_CONTRASTS or after.tag[:2] in ("VB", "MD", "RB", "JJ", "CD")


def settle_one(words: Sequence[Word], negation: Word, last: int) -> None:
    """Set aside the part that one "not" stands before, where something else is meant."""
    aside = part_from(words, negation.i + 1, last)
    if aside is None or aside.dep in ("ROOT", "conj", "ccomp", "pcomp") or aside.tag[:2] in ("VB", "MD"):
        return
    end = max(aside.right, aside.i)
    but = next((word for word in words[negation.i + 1 : last] if word.lower == "but"), None)
    if but is not None:
        meant = part_from(words, but.i + 1, last)
        if meant is None:
            return
        if is_alike(aside, meant):
            rehang(meant, aside.head, aside.dep)
        elif meant.dep not in CLAUSES and meant.tag not in ("IN", "TO"):
            return
        but.dep = SET_ASIDE
    elif words[negation.i - 1].text != "," or (end < last and words[end + 1].text not in (",", ".", ";", ":", "—", "–", "”", '"')):
        return
    aside.dep = negation.dep = SET_ASIDE


def part_from(words: Sequence[Word], start: int, last: int) -> Word | None:
    """Return the head of the widest phrase that begins at a word and hangs on one outside it, or None."""
    heads = [word for word in words[start : last + 1] if opening(word) == start and not start <= word.head.i <= word.right]
    return max(heads, key=lambda word: word.right, default=None)


def opening(word: Word) -> int:
    """Return the position of the first word of a phrase, without "not" and what separates it from the words before."""
    skipped = {kid.i for kid in word.kids if kid.lower in ("not", "but", "rather", "instead") or kid.dep in ("punct", "cc", "preconj")}
    start = word.left
    while start in skipped:
        start += 1
    return start


def is_alike(one: Word, other: Word) -> bool:
    """Whether two phrases can stand in each other's place: both begin with a preposition, or both are nouns."""
    prepositions = one.tag in ("IN", "TO") and other.tag in ("IN", "TO")
    return prepositions or (one.tag[:2] in ("NN", "CD", "PR") and other.tag[:2] in ("NN", "CD", "PR"))


def rehang(word: Word, head: Word, dep: str) -> None:
    """Hang a word on another one in place of what is set aside there."""
    if word.head is not word and word in word.head.kids:
        word.head.kids.remove(word)
    word.head, word.dep = head, dep
    head.kids.append(word)
    head.kids.sort(key=lambda kid: kid.i)
