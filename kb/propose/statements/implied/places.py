"""What clauses say of the place or the examples that stand before them: "a strait where Lund is the main power"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.reference.words import listed as reference_words
from kb.propose.statements import spans
from kb.propose.statements.draft import Draft, Phrase

NAME = ("NNP", "NNPS")


def find(tree: Tree, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what the clauses of a paragraph say of places and of examples."""
    for draft in drafts:
        yield from where(tree, draft)
    for word in tree.words:
        if word.dep == "prep" and spans.is_example(word):
            yield from examples(tree, word, drafts)


def where(tree: Tree, draft: Draft) -> Iterator[Draft]:
    """Yield the relation of a subject to the named place in which a clause with "where" says something of it."""
    if draft.clause is None or draft.subject is None or draft.object is None or draft.subject.head.tag not in NAME:
        return
    verb = draft.clause.verb
    adverb = next((kid for kid in verb.kids if kid.lower == "where" and kid.i < verb.i), None)
    if verb.dep != "relcl" or adverb is None or draft.object.role == "content":
        return
    place = next((word for word in (verb.head, *noun_before(tree, adverb)) if word.tag in NAME), None)
    if place is not None:
        yield replace(
            draft,
            rule="implied-where",
            relation=[*draft.relation, *phrase_words(tree, draft.object), "in"],
            object=alone(tree, place),
            arguments=[],
        )


def noun_before(tree: Tree, word: Word) -> list[Word]:
    """Return the noun right before a word, but for a comma."""
    place = word.i - 1
    while place > 0 and tree.words[place].dep == "punct":
        place -= 1
    return [tree.words[place]] if tree.words[place].tag[:2] == "NN" else []


def phrase_words(tree: Tree, phrase: Phrase) -> list[Word]:
    """Return the words of a phrase."""
    return tree.words[phrase.first : phrase.last + 1]


def alone(tree: Tree, noun: Word) -> Phrase:
    """Return the phrase of a noun without what is joined to it."""
    return spans.noun_phrase(tree, noun, "object", conjuncts=False)


def examples(tree: Tree, prep: Word, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what is said of a noun in the plural of each of its examples: "towns that trade with Riga, such as Lund and Narva"."""
    first = prep.kid("pobj")
    if first is None or first.tag not in NAME:
        return
    members = joined(first)
    noun = exemplified(tree, prep, members)
    if noun is None:
        return
    for draft in drafts:
        about = draft.subject is not None and draft.subject.head is noun
        if about and draft.object is not None and draft.rule.startswith("relative") and draft.clause is not None:
            for member in members:
                subject = spans.noun_phrase(tree, member, "subject", conjuncts=False)
                while tree.words[subject.first].tag[:2] == "RB":
                    subject.first += 1  # "and most notably Lund"
                yield replace(draft, rule="implied-example", subject=subject, member=True, arguments=[])


def joined(first: Word) -> list[Word]:
    """Return the names of a list, each hung to the one before it or to the first."""
    found = [first]
    for word in found:
        found += [kid for kid in word.kids if kid.dep == "conj" and kid.i > word.i and kid.tag in NAME and kid not in found]
    return found if not any(kid.lower in ("or", "nor") for word in found for kid in word.kids) else []


def exemplified(tree: Tree, prep: Word, members: Sequence[Word]) -> Word | None:
    """Return the noun whose examples are given: after a dash a noun of their kind before it, else the noun that the parse gives."""
    near = next((above for above in prep.above() if above.tag in ("NNS", "NNPS")), None)
    if not all(member.text in gazetteer.countries() for member in members) or (near is not None and is_place(near)):
        return near
    first = tree.sentences[prep.sentence][0]
    return next((word for word in reversed(tree.words[first : prep.i]) if word.tag == "NNS" and is_place(word)), near)


def is_place(noun: Word) -> bool:
    """Whether a noun is for a place or state."""
    return noun.lemma in reference_words("kind", "place")
