"""Which noun a pronoun most likely stands for by syntax alone."""

from __future__ import annotations

from kb.propose.attribution import tree
from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Word
from kb.propose.reference.agreement import (
    agrees,
    clause,
    is_mistaken,
    is_small_subject,
    may_be_somebody,
    parted,
    subject_of,
)
from kb.propose.reference.mention import Entity, Mention
from kb.propose.reference.words import listed


def commanding(mention: Mention) -> Word | None:
    """Return the subject that a pronoun most likely stands for by syntax alone, or None.

    For a possessive in an object that is the subject of its clause ("Apple lowered its prices"), for the subject of a content clause
    the one who says it ("Apple said it will sell"), for that of another clause after its host the host's ("Apple closed the shops that it
    owned"), for a reflexive the subject.
    """
    word = mention.head
    verb, whole = clause(word), parted(mention)
    if verb is word or whole is not None:
        return whole
    if (other := done_before(word, verb)) is not None or word.head.lemma == "behalf":
        return other
    if word.tag == "PRP$" or word.lower in listed("pronouns", "reflexive"):
        return owner_around(word) or parallel(mention, word) or (None if within_subject(word, verb) else subject_of(verb))
    return None if is_small_subject(word) else subject_above(mention, verb)


def subject_above(mention: Mention, verb: Word) -> Word | None:
    """Return for the subject of a clause below another whom that makes likely, which is its own subject or whom it judges, or None."""
    word, content = mention.head, verb.dep == "ccomp" and verb.head.tag[:2] == "VB"
    if word.dep == "nsubj" and content and "clause" in table("verbs").get(verb.head.lemma, {}):
        return subject_of(verb.head)
    if word.dep not in ("nsubj", "nsubjpass") or verb.dep not in ("relcl", "advcl") or verb.i < verb.head.i:
        return None
    host = verb.head if verb.dep == "advcl" else clause(verb.head)
    if verb.dep == "advcl":
        return judged(host, verb) or several(mention, host) or subject_of(host)
    return subject_of(host) if host is not verb.head else None


def is_answer(mention: Mention, near: Word, entity: Entity) -> bool:
    """Whether what a pronoun stands for by syntax fits it, save that no thing without a name does so by itself but what another verb is done to."""
    done = mention.head.tag == "PRP" and near.dep == "dobj"
    fits = agrees(mention, entity) and (entity.kind != "thing" or bool(entity.plural) or entity.name is not None or done)
    return not is_each(near) and (fits or (mention.head.tag == "PRP$" and may_be_somebody(mention, entity)))


def is_closed(mention: Mention, near: Word, entity: Entity | None) -> bool:
    """Whether a pronoun that is not that of the noun it stands for by syntax is nobody else's either."""
    owns = mention.head.tag == "PRP$"
    if entity is None:
        return is_each(near) or ((owns or near.tag == "VBG") and near.tag not in ("PRP", "WDT", "WP"))
    return is_each(near) or (owns and is_mistaken(mention, entity))


REASONS = frozenset(("after", "because", "for", "since", "when", "once"))


def judged(host: Word, verb: Word) -> Word | None:
    """Return whom a verb of praise or blame judges for what a clause after it tells they did: Berg in "Holm criticised Berg after he left", or None."""
    first = min(verb.kids, key=lambda kid: kid.i, default=verb)
    entry = table("verbs").get(host.lemma, {}).get("object")
    blamed = host.kid("dobj")
    if first.lower not in REASONS or entry is None or entry.kind != "evaluation" or blamed is None or blamed.tag[:2] != "NN":
        return None
    return blamed


def done_before(word: Word, verb: Word) -> Word | None:
    """Return what the verb before has done to it, for "it" as the object of a second verb: the ship in "bought the ship and sold it", or None."""
    first = tree.first_conjunct(verb)
    if word.lower != "it" or word.dep not in ("dobj", "pobj") or first is verb or tree.own_subject(verb) is not None:
        return None
    done = first.kid("dobj", "xcomp")
    return done if done is not None and first.i < done.i < verb.i and done.tag in ("NN", "NNP", "VBG") else None


def several(mention: Mention, host: Word) -> Word | None:
    """Return the objects of a verb for "they" in a clause after it, where its subject is one: "thanked the clerks if they agree", or None."""
    one, many = tree.own_subject(host), host.kid("dobj")
    if not mention.plural or one is None or many is None or many.tag[:2] != "NN":
        return None
    single = one.tag in ("NN", "NNP") and one.kid("conj") is None and many.kid("conj", "cc") is not None
    return many if single else None


def owner_around(word: Word) -> Word | None:
    """Return whose the thing is within which a possessive stands: Bush for "his" in "Bush’s aim in his meeting with the king", or None."""
    if word.tag != "PRP$":
        return None
    for above in word.head.above():
        if above.tag[:2] in ("VB", "MD"):
            return None
        owner = above.kid("poss") if above.tag[:2] == "NN" else None
        if owner is not None and owner.tag == "NNP" and owner.i < word.i:
            return owner
    return None


def parallel(mention: Mention, word: Word) -> Word | None:
    """Return whose the first of two things is, for a possessive before the second: "Apple’s shops and its offices"."""
    before = mention.tree.words[max(word.i - 3, 0) : word.i]
    joining = word.head.dep == "conj" or [one.lower for one in before] == ["as", "well", "as"]
    if word.tag != "PRP$" or not joining:
        return None
    owner = tree.first_conjunct(word.head).kid("poss")
    if owner is word or owner is None:
        first = mention.tree.sentences[word.sentence][0]
        owner = next((one for one in reversed(mention.tree.words[first : word.i]) if one.dep == "poss"), None)
    return owner if owner is not None and owner.tag in ("NNP", "NNPS") else None


def within_subject(word: Word, verb: Word) -> bool:
    """Whether a word stands in the subject of a clause itself."""
    subject = tree.own_subject(verb)
    return subject is not None and (word.head is subject or subject in list(word.above()))


def is_each(noun: Word) -> bool:
    """Whether a noun is for each or none of several, so that a pronoun for it names nobody: "neither country has said whether it will leave"."""
    article = noun.kid("det")
    return article is not None and article.lower in ("each", "every", "no", "neither", "either", "any")
