"""Word a statement as a sentence of its own, with a finite verb, no leading "that", and the negation left to `negated`.

"Ada Holm, who did not sign the order on Monday," gives "Ada Holm signed the order on Monday", negated.
"""

from __future__ import annotations

from collections.abc import Collection

from kb.propose.attribution.tree import Tree
from kb.propose.reference import Candidate
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.resolved import Resolved
from kb.propose.statements.wording import verbs
from kb.propose.statements.words import listed

EDGES = " ,;:–—-\u00a0"


def claim(tree: Tree, draft: Draft, negating: Collection[int], names: Resolved) -> str:
    """Return the wording of a statement, or "" where it has no subject, or where a part of it is only asked for.

    `negating` are the positions of the words that negate it, which are left out. `names` are what pronouns and descriptions stand for.
    """
    if draft.subject is None or any(asks(phrase) for phrase in (draft.subject, draft.object, *draft.arguments) if phrase is not None):
        return ""
    said = span(tree, draft.subject)
    known = names.exactly(*said)
    subject = known.text if known is not None else reworded(tree, draft.subject, negating, names)
    relation = verbs.finite(draft, negating, number(draft, known))
    first = NOMINATIVE.get(subject.lower(), subject)
    if draft.subject.role == "content" and first.split(" ", 1)[0].lower() not in ("to", "that", "whether", "if", "what", "how", "why"):
        first = f"that {lowered(tree, draft.subject, first, names)}"
    later = draft.subject.role == "content" and draft.subject.first > draft.verb.i and first.startswith("to ")  # "it is hard to leave"
    pieces = [*relation, first] if draft.rule == "existence" else ["it" if later else first, *relation]
    for phrase in ordered(draft):
        if later and phrase.first < draft.verb.i:
            pieces.append(first)
            later = False
        pieces.append(lowered(tree, phrase, reworded(tree, phrase, negating, names, said, subject=subject), names))
    pieces += [first] if later else []
    text = contracted(" ".join(" ".join(piece for piece in pieces if piece).split()))
    return text[:1].upper() + text[1:]


def asks(phrase: Phrase) -> bool:
    """Whether a phrase asks for what it names, as "which bank" and "how much" do: "he knew which bank had sent the money"."""
    return phrase.head.tag[:2] != "VB" and any(
        kid.i < phrase.head.i and (kid.tag == "WRB" or (kid.tag in ("WDT", "WP") and kid.dep == "det")) for kid in phrase.head.kids
    )


def contracted(text: str) -> str:
    """Return words with "n’t" tied to the auxiliary before it."""
    for full, short in ((" can n", " ca n"), (" will n", " wo n"), (" shall n", " sha n")):
        text = text.replace(f"{full}’t", f"{short}’t").replace(f"{full}'t", f"{short}'t")
    return text.replace(" n’t", "n’t").replace(" n't", "n't")


def reworded(tree: Tree, phrase: Phrase, negating: Collection[int], names: Resolved, *said: tuple[int, int], subject: str = "") -> str:
    """Return the words of a phrase with what its pronouns stand for, unless that is said already in one of the stretches `said` or is the `subject`."""
    start, end = span(tree, phrase)
    if phrase.name is not None:
        return phrase.name
    known = names.exactly(start, end)
    if phrase.head.tag == "PRP$" and phrase.first == phrase.last and known is not None:
        return known.text  # whose it is, by itself
    if phrase.role == "content":
        names = names.without_first_person()
    new = names.reworded(tree.text[start - tree.offset : end - tree.offset], start, end, said, subject=subject)
    inside = any(place in negating for place in range(phrase.first, phrase.last + 1))
    return words(tree, phrase, negating) if new is None or inside else tidy(new)


NOMINATIVE = {
    "him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "me": "I", "my": "I", "us": "we", "our": "we", "its": "it",
    "your": "you",
}  # fmt: skip
"""The form of a pronoun as a subject."""


def span(tree: Tree, phrase: Phrase) -> tuple[int, int]:
    """Return where a phrase starts and ends, in code points of the whole text."""
    return tree.words[phrase.first].start + tree.offset, tree.words[phrase.last].end + tree.offset


def number(draft: Draft, known: Candidate | None) -> bool | None:
    """Return whether the verb is to be plural, or None for its own number.

    A member of a coordination has a number of its own, and so has a name in the place of "I", "we" or "they".
    """
    subject = draft.subject
    if subject is None:
        return None
    if known is not None and subject.head.lower in ("i", "we", "they", "you", "me", "us", "them"):
        return known.plural or " and " in known.text
    return subject.head.tag in ("NNS", "NNPS") if draft.member and subject.head.tag[:2] == "NN" else None


def core(tree: Tree, draft: Draft) -> str:
    """Return the words of a statement that show its kind and certainty, without the clauses in it."""
    relation = " ".join(word if isinstance(word, str) else word.text for word in draft.relation)
    phrases = [phrase for phrase in (draft.object, *draft.arguments) if phrase is not None and is_short(phrase)]
    return " ".join(["It", relation, *opening(tree, draft), *(words(tree, phrase, ()) for phrase in phrases)]).replace("by no means", "not")


def opening(tree: Tree, draft: Draft) -> list[str]:
    """Return the words of a long predicate noun up to the noun itself, as in "is an important step on the way …"."""
    noun = draft.object
    if noun is None or is_short(noun) or noun.role == "content" or noun.head.dep != "attr" or noun.head.i - noun.first > 5:
        return []
    return [words(tree, Phrase(noun.head, noun.first, noun.head.i, noun.role), ())]


def is_short(phrase: Phrase) -> bool:
    """Whether a phrase holds no clause of its own."""
    return phrase.role != "content" and phrase.head.dep not in ("advcl", "ccomp", "xcomp", "agent") and phrase.last - phrase.first < 8


def ordered(draft: Draft) -> list[Phrase]:
    """Return object and arguments in the order of the sentence, with what stands before the verb at the end."""
    arguments = [phrase for phrase in draft.arguments if phrase.first < phrase.last or not is_filler(phrase.head.lower)]
    after = [phrase for phrase in arguments if phrase.first > draft.verb.i]
    before = [phrase for phrase in arguments if phrase.first <= draft.verb.i]
    if draft.object is None:
        return [*after, *before]
    leading = [phrase for phrase in after if phrase.last < draft.object.first and phrase.head.dep == "dative"]
    return [*leading, draft.object, *(phrase for phrase in after if phrase not in leading), *before]


def is_filler(word: str) -> bool:
    """Whether an adverb only ties the sentence to others."""
    return word in listed("wording", "fillers") or word in listed("wording", "loose")


def words(tree: Tree, phrase: Phrase, left_out: Collection[int]) -> str:
    """Return the words of a phrase, without an odd quotation mark or bracket and without a "no" that is left out."""
    first = phrase.first
    while first <= phrase.last and first in left_out:
        first += 1
    if first > phrase.last:
        return ""
    return tidy(tree.text[tree.words[first].start : tree.words[phrase.last].end])


def tidy(text: str) -> str:
    """Return words without punctuation at their edges and without an odd quotation mark or bracket."""
    text = text.strip(EDGES)
    for opening, closing in ("“”", "()", "[]"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    for mark in ('"', "''"):
        text = text if text.count(mark) % 2 == 0 else " ".join(text.replace(mark, "").split())
    return text


def lowered(tree: Tree, phrase: Phrase, text: str, names: Resolved) -> str:
    """Return the words of a phrase that no longer begins the sentence with a small letter, unless it begins with a name."""
    first = tree.words[phrase.first]
    if any(first.text in name.split(" ") for name in names.kinds):
        return text
    begins = all(word.dep == "punct" for word in tree.words[tree.sentences[first.sentence][0] : first.i])
    small = first.text.istitle() and first.tag in ("IN", "RB", "WRB", "CC", "TO", "DT", "PRP$")
    own = text.lower().startswith(first.lower) and first.tag not in ("NNP", "NNPS") and first.text != "I"
    return text[:1].lower() + text[1:] if own and (begins or small) else text
