"""Give a statement the clause as its subject that "it" only announces, as in "it was a mistake to close the port", "it bothers her that they left"."""

from __future__ import annotations

from dataclasses import replace

from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import clause as clauses
from kb.propose.statements import spans, subjects, verbal
from kb.propose.statements.draft import Draft
from kb.propose.statements.words import listed

LASTING = frozenset(("take", "cost"))
"""Verbs that say how long or at what price something is done: "it took years to build"."""


def settled(tree: Tree, draft: Draft) -> Draft:
    """Return a draft with the clause that its "it" announces as its subject, or the draft itself."""
    clause, subject = draft.clause, draft.subject
    if clause is None or subject is None or subject.head.lower != "it" or subject.head.dep != "nsubj":
        return draft
    follower = clause.chain[1] if len(clause.chain) > 1 else None
    if follower is not None and (judged := complement(clause.verb, follower)) is not None:
        what = spans.noun_phrase(tree, judged, "object")
        what.last = min(what.last, follower.left - 1)
        rest = [one for one in draft.arguments if one.last < follower.left]
        relation: list[Word | str] = [*clauses.group([clause.verb])]
        return replace(draft, relation=relation, subject=verbal.content(tree, follower), object=what, arguments=rest)
    said = next((one for one in draft.arguments if one.role == "content"), None)
    moves = clause.main.lemma in (listed("clause", "moving") if said is not None and said.head.dep == "ccomp" else LASTING)
    if said is not None and moves and draft.object is not None and draft.object.head.dep == "dobj":
        return replace(draft, subject=said, arguments=[one for one in draft.arguments if one is not said])
    return draft


def complement(verb: Word, follower: Word) -> Word | None:
    """Return the quality, the noun or the time by which a verb judges what an infinitive says, or None where "it" may be somebody or something."""
    subject = subjects.own(verb)
    if subject is None or follower.tag != "VB" or not any(kid.lower == "to" and kid.dep == "aux" for kid in follower.kids):
        return None
    noun, quality = verb.kid("attr"), verb.kid("acomp")
    article = noun.kid("det") if noun is not None else None
    if article is not None and article.lower in ("a", "an"):
        return noun
    if quality is not None and quality.lemma in listed("clause", "judging"):
        return quality
    return None
