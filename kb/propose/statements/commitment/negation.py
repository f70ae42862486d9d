"""Find the words that negate a clause, so that the statement can carry the negation and its wording can do without them.

In "they did not sign" that is "not", in "they refused to sign" it is "refused to", and in "they found no trace" it is "no".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.statements import coordination, subjects
from kb.propose.statements.clause import Clause
from kb.propose.statements.draft import ELLIPTICAL, Draft
from kb.propose.statements.words import listed


@dataclass(slots=True)
class Negation:
    """The words that negate a clause, by position, and how many times it is negated. Two negations cancel each other."""

    words: set[int] = field(default_factory=set)
    times: int = 0

    @property
    def holds(self) -> bool:
        """Whether the clause says that something is not so."""
        return self.times % 2 == 1


def of_draft(tree: Tree, draft: Draft) -> Negation:
    """Return what negates the statement in its own clause."""
    found = Negation()
    if draft.clause is None:
        return found
    for word in (*adverbs(tree, draft.clause), *inverted(tree, draft)):
        add(found, word)
    for verb in draft.clause.chain[:-1]:
        if verb.lemma in listed("negating", "verbs"):
            add(found, *dropped(verb, draft.clause))
    for word in draft.clause.adjectives:
        if word.lower in listed("negating", "adjectives"):
            add(found, *dropped(word, draft.clause))
    for phrase in (draft.object, draft.subject if draft.rule == "existence" else None):
        if phrase is None or phrase.role == "content" or doubtless(phrase.head):
            continue
        if (article := phrase.head.kid("det")) is not None and article.lower == "no" and not is_quoted(tree, article):
            add(found, article)
    if draft.object is not None and draft.object.role != "content" and (opened := coordination.neither(draft.object)) is not None:
        add(found, opened)
    opening = first_conjunct(draft.subject.head).kid("preconj", "det") if draft.member and draft.subject is not None else None
    if opening is not None and opening.lower == "neither":
        add(found, opening)
    for words in (*phrases(tree, draft.clause), *occasions(tree, draft.clause)):
        add(found, *words)
    return found


def inverted(tree: Tree, draft: Draft) -> list[Word]:
    """Return the "neither" or "nor" before a verb whose subject follows, as in "neither will the clerk"."""
    before = tree.words[draft.verb.i - 1] if draft.rule == ELLIPTICAL and draft.verb.i else None
    return [before] if before is not None and before.lower in ("neither", "nor") else []


def add(found: Negation, *words: Word) -> None:
    """Count a negation that consists of these words, once."""
    places = {word.i for word in words}
    if not places & found.words:
        found.words |= places
        found.times += 1


def is_quoted(tree: Tree, article: Word) -> bool:
    """Whether a "no" begins the words that somebody is quoted with, as in "reported “no opinion”", which the claim keeps."""
    return article.i > 0 and tree.words[article.i - 1].tag == "``"


def doubtless(noun: Word) -> bool:
    """Whether a noun after "no" affirms what follows, as in "there is no doubt"."""
    return noun.lemma in ("doubt", "question", "wonder")


def adverbs(tree: Tree, clause: Clause) -> list[Word]:
    """Return the adverbs that negate a clause, those shared with an earlier verb included ("did not sign or ratify").

    Who "asked not to be named" did ask, and who "seems not to know" does not know.
    """
    meant = [link for before, link in pairwise(clause.chain) if before.lemma in listed("negating", "raising")]
    verbs = [clause.chain[0], *meant, *(word for word in clause.objects if word.dep in ("acomp", "attr"))]
    first = first_conjunct(clause.verb)
    shared = subjects.own(clause.verb) is None and any(word.head is first and word is not clause.verb for word in clause.group)
    if turns(clause.verb):
        pass  # "should not sell it and instead keep it"
    elif first is not clause.verb and clause.verb.tag in ("VB", "VBG") and shared:
        verbs.append(first)
    elif clause.verb.dep == "conj" and clause.verb.tag == "VB" and clause.verb.head.tag == "VB" and subjects.own(clause.verb) is None:
        verbs += [] if clause.verb.kid("aux", "cc") else [clause.verb.head]  # "did not and does not fear or hope"
    elif shares_negation(clause.verb):
        verbs.append(clause.verb.head)
    said = nor(clause.verb)  # "did not sign nor ratify" denies each once
    return said or [kid for verb in verbs for kid in verb.kids if negates(tree, kid) and not is_second(tree, kid)]


def turns(verb: Word) -> bool:
    """Whether a verb tells what is done in place of what the verb before it denies: "did not leave but stayed", "and instead stayed"."""
    joined = verb.head.kid("cc") if verb.dep == "conj" else None
    return verb.dep == "conj" and (
        any(kid.lower in ("instead", "rather") for kid in verb.kids) or (joined is not None and joined.lower == "but")
    )


def shares_negation(verb: Word) -> bool:
    """Whether a participle after "or" shares the auxiliary that denies the one before: "had not signed or ratified"."""
    joined = verb.head.kid("cc") if verb.dep == "conj" and subjects.own(verb) is None else None
    helped = verb.head.kid("aux", "auxpass") is not None and verb.kid("aux", "auxpass") is None
    alike = verb.tag == verb.head.tag == "VBG" or (verb.head.tag == "VBN" and verb.tag in ("VBN", "VBD"))
    return joined is not None and joined.lower == "or" and alike and helped


def is_second(tree: Tree, word: Word) -> bool:
    """Whether a negation denies only the second of two things said: "was awaited but not a surprise"."""
    return word.head.tag[:2] not in ("VB", "MD") and tree.words[word.i - 1].lower in ("but", "and")


def nor(verb: Word) -> list[Word]:
    """Return the "nor" before a verb, as in "Nor did they sign", "did not sign nor ratify"."""
    hosts = [verb, verb.head] if verb.dep == "conj" else [verb]
    return [kid for host in hosts for kid in host.kids if kid.lower == "nor" and kid.i < verb.i]


def negates(tree: Tree, word: Word) -> bool:
    """Whether a word denies the verb that it belongs to, and does not only limit it ("not only")."""
    if word.dep not in ("neg", "advmod", "preconj") or word.lower not in listed("negating", "adverbs"):
        return False
    if word.i and "or" in (tree.words[word.i - 1].lower, tree.words[max(word.i - 2, 0)].lower if word.head.tag != "MD" else ""):
        before = [one.lower for one in tree.words[max(word.i - 3, 0) : word.i]]  # "whether or not", "may or may not"
        if before[-1] == "or" or before[0] == before[-1]:
            return False
    following = tree.words[word.i + 1].lower if word.i + 1 < len(tree.words) else ""
    return following not in listed("negating", "lifting")


def dropped(word: Word, clause: Clause) -> list[Word]:
    """Return a word of the chain with the "to" after it, and the copula before an adjective, as in "was unable to"."""
    following = next((link for link in clause.chain if link.i > word.i), None)
    particle = [] if following is None else [kid for kid in following.kids if kid.dep == "aux" and kid.lower == "to"]
    copula = [word.head] if word.dep == "acomp" else []
    return [*copula, word, *particle]


def occasions(tree: Tree, clause: Clause) -> list[list[Word]]:
    """Return the phrases that deny what is said of every time or way, as in "at no time", "under no circumstances"."""
    nouns = [(kid, kid.kid("pobj")) for verb in clause.chain for kid in verb.kids if kid.dep == "prep"]
    denying = [
        (prep, noun)
        for prep, noun in nouns
        if noun is not None and noun.lower in listed("negating", "occasions") and any(kid.lower == "no" for kid in noun.kids)
    ]
    return [tree.words[prep.i : noun.i + 1] for prep, noun in denying]


def phrases(tree: Tree, clause: Clause) -> list[list[Word]]:
    """Return the phrases of several words around the verb that negate a clause, as in "far from", "no longer"."""
    subject = subjects.own(clause.verb)
    start = clause.group[0].i
    if subject is not None and subject.right < start:
        start = subject.right + 1
    words = tree.words[start : clause.main.i + 5]
    found = []
    for phrase in listed("negating", "phrases"):
        parts = phrase.split()
        for place in range(len(words) - len(parts) + 1):
            piece = words[place : place + len(parts)]
            if [word.lower for word in piece] == parts:
                found.append(piece)
    return found
