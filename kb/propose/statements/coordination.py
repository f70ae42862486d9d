"""Split a coordination into its members, so that each has a statement of its own.

"She speaks Danish and Finnish" is (She, speaks, Danish) and (She, speaks, Finnish); "a treaty between Chad and Niger" stays whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.reference.mentions import kind_of
from kb.propose.statements import spans
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.words import listed


def members(head: Word, *, either: bool = False) -> list[Word]:
    """Return the conjoined words that a first one heads, itself first. "X but not Y" is not split, "X or Y" only with `either`."""
    found = [head]
    for word in found:
        cc = [kid for kid in word.kids if kid.dep == "cc"]
        if any(not joins(word, kid) and not (either and kid.lower == "or") for kid in cc):
            return [head]
        found.extend(kid for kid in word.kids if kid.dep == "conj" and kid.i > word.i)
    if any(word.tag[:2] in ("VB", "MD") or word.kid("neg") for word in found[1:]):
        return [head]
    if is_one_name(found):
        return [head]
    if not any(word.kid("cc") for word in found):  # "Lund, Sweden" is one place
        return [head]
    return found


def is_one_name(words: list[Word]) -> bool:
    """Whether a coordination is the name of one body, as in "the Lund and Malmö Foundation"."""
    article = words[0].kid("det")
    named = all(word.tag in ("NNP", "NNPS") for word in words) and not words[0].kid("compound")
    return named and article is not None and article.lower == "the" and not any(word.kid("det") for word in words[1:])


def joins(word: Word, cc: Word) -> bool:
    """Whether a conjunction says that both are meant, as in "and", and "but" after "not only"."""
    first = word.kid("preconj")
    only = first is not None and first.lower == "not" and any(kid.lower in ("only", "just") for kid in first.kids)
    return cc.lower in ("and", "&", "nor") or (cc.lower == "but" and only)


def split(tree: Tree, draft: Draft, *, things: bool = True) -> Iterator[Draft]:
    """Yield the statement once for each member of its subject and of its object, or only where each member is somebody, without `things`."""
    together = is_collective(draft) or not (things or (are_somebody(draft.subject) and not is_mutual(draft)))
    together = together and (draft.subject is None or neither(draft.subject) is None)
    subjects = [draft.subject] if together else parts(tree, draft.subject)
    denied = not things and any(isinstance(word, Word) and word.dep == "neg" for word in draft.relation)  # not X or Y: neither of them
    denied = denied or (draft.object is not None and neither(draft.object) is not None)
    for subject in subjects:
        for object_ in parts(tree, draft.object, either=denied) if things or denied or are_somebody(draft.object) else [draft.object]:
            yield replace(draft, subject=subject, object=object_, member=len(subjects) > 1)
    yield from examples(tree, draft)


def neither(phrase: Phrase) -> Word | None:
    """Return the "neither" that denies a statement of each member of a phrase, as in "signed neither the treaty nor the letter"."""
    noun = named(phrase)
    opening = first_conjunct(noun).kid("preconj", "det", "cc") if noun is not None else None
    return opening if opening is not None and opening.lower == "neither" else None


def is_collective(draft: Draft) -> bool:
    """Whether a statement holds of its subjects only together, as in "they met", "X and Y are allies", "the two fought each other"."""
    reciprocal = listed("coordination", "reciprocal")
    words = [word for word in draft.relation if isinstance(word, Word)]
    if any(word.lemma in listed("coordination", "collective") or word.lower in reciprocal for word in words):
        return True
    phrase = draft.object
    if phrase is None:
        return False
    if phrase.head.dep == "attr" and phrase.head.tag in ("NNS", "NNPS"):
        return True
    return any(kid.lower in reciprocal for kid in phrase.head.kids) or phrase.head.lower in reciprocal


def is_mutual(draft: Draft) -> bool:
    """Whether two names have something with each other, as in "Lund and Malmo signed a treaty"."""
    noun = named(draft.object) if draft.object is not None else None
    pair = named(draft.subject) if draft.subject is not None else None
    if noun is None or pair is None or not is_between(noun) or any(kid.lower == "neither" for kid in pair.kids):
        return False
    others = any(phrase.head.lower in ("with", "against", "between") for phrase in draft.arguments)
    return not others and len(members(pair)) == 2 and all(word.tag in ("NNP", "NNPS") for word in members(pair))


def is_between(noun: Word) -> bool:
    """Whether a noun is for what two have with each other, and nothing after it says whose or with whom it is."""
    owners = (kid.dep == "poss" or (kid.dep == "prep" and kid.lower in ("with", "between", "of", "against")) for kid in noun.kids)
    return noun.lemma in listed("coordination", "mutual") and not any(owners)


def are_somebody(phrase: Phrase | None) -> bool:
    """Whether each member of a phrase is a name, or a noun for a person or an office, so that what is said holds of each by itself."""
    noun = named(phrase) if phrase is not None else None
    if noun is not None and noun.dep == "attr" and noun.kid("det") is not None and noun.tag == "NN":
        return True  # "is a port and a member of the league"
    return noun is not None and all(word.tag in ("NNP", "NNPS", "PRP") or kind_of(word) == "person" for word in members(noun))


def parts(tree: Tree, phrase: Phrase | None, *, either: bool = False) -> list[Phrase | None]:
    """Return the members of a phrase as phrases, or the phrase alone where it is no list."""
    noun = named(phrase) if phrase is not None and phrase.role in ("subject", "object", "agent") else None
    if phrase is None or noun is None or phrase.head.lower in listed("coordination", "together"):
        return [phrase]
    joined = members(noun, either=either)
    if len(joined) < 2 or not all(phrase.first <= word.i <= phrase.last for word in joined):
        return [phrase]
    found: list[Phrase | None] = []
    for place, word in enumerate(joined):
        alone = spans.noun_phrase(tree, word, phrase.role, conjuncts=False)
        if place == 0:
            alone = Phrase(phrase.head, min(phrase.first, alone.first), alone.last, phrase.role)
            opening = tree.words[alone.first]
            alone.first += opening.dep == "preconj" or opening.lower == "neither"  # "both"
        found.append(alone)
    return found


def examples(tree: Tree, draft: Draft) -> Iterator[Draft]:
    """Yield what an affirmed statement says of the examples of its object, as in "it owns ports such as Riga" is also (it, owns, Riga).

    A number holds for all of them together: "half of the cars were made by firms such as BMW" says nothing of BMW.
    """
    noun = named(draft.object) if draft.object is not None else None
    if noun is None or noun.tag != "NNS" or any(isinstance(word, Word) and word.dep == "neg" for word in draft.relation):
        return
    if draft.subject is not None and counts(tree, draft.subject):
        return
    for prep in noun.kids:
        example = prep.kid("pobj")
        if prep.dep == "prep" and spans.is_example(prep) and example is not None:
            for member in members(example):
                yield replace(draft, rule="named-example", object=spans.noun_phrase(tree, member, "object", conjuncts=False))


def counts(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase has a number or a share of something: "two towns", "most of the cars"."""
    inside = tree.words[phrase.first : phrase.last + 1]
    return phrase.head.tag == "CD" or any(word.dep == "nummod" or word.lower in listed("coordination", "shares") for word in inside)


def named(phrase: Phrase) -> Word | None:
    """Return the noun that a phrase is about, its head or the object of the preposition that heads it."""
    if phrase.head.dep in ("prep", "agent", "dative"):
        return phrase.head.kid("pobj")
    return phrase.head
