"""Decide how a statement is meant, whether negated, how sure, of which kind, under what condition, and who is credited with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.base.words import Certainty
from kb.propose import hedges
from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.statements import roles, spans, subjects
from kb.propose.statements.commitment import conditions, governors, holders, modals, moods, negation, spelling, unrealised
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.words import listed

CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNCOMMITTED)
"""From the surest to the least sure."""
COULD = re.compile(r"\bcould\b")
"""What could not be done was not done, and no doubt is left of it."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """How a statement is meant. `negating` are the positions of the words that negate it in its own clause."""

    negated: bool
    certainty: Certainty
    kind: str
    condition: Phrase | None
    holder: Phrase | None
    negating: frozenset[int]


def of(tree: Tree, draft: Draft, wording: str) -> Commitment:
    """Return how a statement is meant, from its own words (`wording`, without the clauses in it) and from what governs its clause."""
    own = negation.of_draft(tree, draft)
    hedge = hedges.read(spelling.out(tree, draft, COULD.sub("can", wording) if own.holds else wording))
    kind, certainty, negated, holder = hedge.kind, weaker(Certainty(hedge.certainty), by_adverb(draft)), own.holds, None
    if kind == "norm" and (recommends(draft) or any(tree.words[place].lower == "yet" for place in own.words)):  # "has yet to be paid"
        kind = "factual"
    if draft.clause is not None:
        for governor in governors.of(tree, draft.clause.verb):
            negated ^= governor.effect.denies
            certainty = weaker(certainty, governor.effect.certainty)
            holder = holder or governor.holder
            if governor.kind == "question" or (kind in ("factual", "causal") and governor.kind is not None):
                kind = governor.kind
        holder = holder or holders.aside(draft.clause.verb)
    kind, certainty = by_construction(tree, draft, kind, certainty)
    condition = conditions.of_draft(tree, draft)
    if draft.clause is not None and conditions.is_condition(tree, draft.clause.verb):
        kind, certainty = "conditional", Certainty.UNCOMMITTED
    elif condition is not None or conditions.opens_sentence(tree, draft):
        kind = "conditional"
    if draft.clause is not None and (subjects.commands(draft.clause.verb) or moods.wishes_well(tree, draft.clause.verb)):
        kind, certainty = "norm", Certainty.UNCOMMITTED
    if moods.asks(tree, draft):
        kind, certainty, negated = "question", Certainty.UNCOMMITTED, False
    phrase = spans.noun_phrase(tree, holder, "holder") if holder is not None else None
    return Commitment(negated, certainty, kind, condition, phrase, frozenset(own.words))


def by_construction(tree: Tree, draft: Draft, kind: str, certainty: Certainty) -> tuple[str, Certainty]:
    """Return the kind and certainty that the construction of a statement gives it, whatever its words are."""
    demanded = draft.rule == "implied-action" and unrealised.is_wanted(draft.verb)
    if demanded or (draft.clause is not None and unrealised.is_subjunctive(draft.clause.chain[0])):
        return "norm", Certainty.UNCOMMITTED
    if draft.clause is not None and unrealised.shares_obligation(draft.clause.chain[0]):
        return "norm", certainty
    if draft.rule == "implied-called":
        return "evaluation", certainty
    if kind == "norm" and modals.expects(tree, draft):
        return "prediction", weaker(certainty, Certainty.PROBABLE)
    if kind == "factual" and modals.is_on_the_way(draft):
        return "prediction", weaker(certainty, Certainty.PROBABLE)
    return ("plan" if is_headline(draft.verb) else "factual" if is_plain(tree, draft, kind) else kind), certainty


def is_plain(tree: Tree, draft: Draft, kind: str) -> bool:
    """Whether a statement is factual though its words show another kind."""
    equates = kind == "plan" and draft.subject is not None and draft.subject.head.tag == "VB"  # "to see it is to know it"
    if kind == "definition" and implies(tree, draft):
        return True
    return equates or (kind == "causal" and is_way(draft)) or (kind == "prediction" and modals.is_history(tree, draft))


def implies(tree: Tree, draft: Draft) -> bool:
    """Whether "means" or "refers to" tells what comes of something or what somebody speaks of, and not what a word stands for."""
    verb = next((word for word in draft.relation if isinstance(word, Word) and word.lemma in ("mean", "refer")), None)
    if verb is None or draft.subject is None or verb.kid("auxpass") is not None:
        return False
    noun, follows = draft.subject.head, draft.object.head if draft.object is not None else None
    if noun.lemma in listed("open", "terms") or tree.words[max(draft.subject.first - 1, 0)].tag == "``":
        return False
    clause = draft.object is not None and (draft.object.role == "content" or draft.object.head.tag[:2] == "VB")
    bare = noun.tag in ("NN", "NNP") and noun.kid("det", "poss", "amod") is None
    return verb.lemma == "refer" or clause or follows is None or not bare


def is_headline(verb: Word) -> bool:
    """Whether an infinitive is a sentence by itself, as in "Norway to join the league", "Port to be closed"."""
    return (
        verb.dep == "ROOT"
        and (verb.tag == "VB" or unrealised.is_to_be(verb))
        and any(kid.dep == "aux" and kid.lower == "to" for kid in verb.kids)
    )


def by_adverb(draft: Draft) -> Certainty:
    """Return how sure an adverb beside the clause leaves it, which its own words do without, as in "Perhaps they left"."""
    verbs = draft.clause.chain if draft.clause is not None else []
    first = first_conjunct(verbs[0]) if verbs else None
    subject = subjects.own(first) if first is not None and first not in verbs else None
    shared = [kid for kid in first.kids if kid.i < subject.left] if first is not None and subject is not None else []
    adverbs = (kid.lower for kid in (*(kid for verb in verbs for kid in verb.kids), *shared) if kid.dep == "advmod" and not kid.kids)
    return max(
        (Certainty(hedges.read(f"It {adverb} is").certainty) for adverb in adverbs), key=CERTAINTIES.index, default=Certainty.CERTAIN
    )


def recommends(draft: Draft) -> bool:
    """Whether the statement only reports that somebody recommends something ("called for a ban"), and does not say what should be."""
    entries = table("verbs").get(draft.clause.main.lemma, {}) if draft.clause is not None else {}
    return any(entry.act == "recommends" for entry in entries.values()) and not any(
        isinstance(word, Word) and (word.tag == "MD" or word.lemma in ("need", "have", "ought")) for word in draft.relation
    )


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Return the less sure of two certainties."""
    return max(one, other, key=CERTAINTIES.index)


def is_way(draft: Draft) -> bool:
    """Whether "lead to" tells where a way goes, as in "the stairs led to a cellar"."""
    heads = [phrase.head for phrase in (draft.subject, draft.object) if phrase is not None]
    places = listed("clause", "ways") | roles.words()["place_nouns"]
    return draft.clause is not None and draft.clause.main.lemma == "lead" and any(head.lemma in places for head in heads)
