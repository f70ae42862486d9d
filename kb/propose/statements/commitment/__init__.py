"""Decide how a statement is meant, whether negated, how sure, of which kind, under what condition, and who is credited with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.base.words import Certainty
from kb.propose import hedges
from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.statements import spans, subjects
from kb.propose.statements.clause import inverted_condition
from kb.propose.statements.commitment import governors, holders, negation, unrealised
from kb.propose.statements.draft import Draft, Phrase

CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNCOMMITTED)
"""From the surest to the least sure."""
COULD = re.compile(r"\bcould\b")
"""What could not be done was not done, and no doubt is left of it."""
PAST_YEAR = re.compile(r"1[0-9]{3}s?|20[01]\ds?")
CONDITIONS = frozenset(("if", "unless", "provided", "providing", "assuming", "supposing", "lest"))


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
    hedge = hedges.read(spelt_out(tree, draft, COULD.sub("can", wording) if own.holds else wording))
    kind, certainty, negated, holder = hedge.kind, weaker(Certainty(hedge.certainty), by_adverb(draft)), own.holds, None
    if kind == "norm" and (recommends(draft) or any(tree.words[place].lower == "yet" for place in own.words)):  # "has yet to be paid"
        kind = "factual"
    if draft.clause is not None:
        for governor in governors.of(tree, draft.clause.verb):
            negated ^= governor.effect.denies
            certainty = weaker(certainty, governor.effect.certainty)
            holder = holder or governor.holder
            if governor.kind == "question" or (kind == "factual" and governor.kind is not None):
                kind = governor.kind
        holder = holder or holders.aside(draft.clause.verb)
    kind, certainty = by_construction(tree, draft, kind, certainty)
    condition = condition_of(tree, draft)
    if is_condition(tree, draft):
        kind, certainty = "conditional", Certainty.UNCOMMITTED
    elif condition is not None:
        kind = "conditional"
    if draft.clause is not None and subjects.commands(draft.clause.verb):
        kind, certainty = "norm", Certainty.UNCOMMITTED
    if asks(tree, draft):
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
    equates = kind == "plan" and draft.subject is not None and draft.subject.head.tag == "VB"  # "to see it is to know it"
    return ("factual" if equates or (kind == "prediction" and is_history(tree, draft)) else kind), certainty


def spelt_out(tree: Tree, draft: Draft, wording: str) -> str:
    """Return a wording with "’ll" and a "’d" that means "would" in full, without what only describes ("a potentially ruinous suit")."""
    for phrase in [one for one in (draft.object, *draft.arguments) if one is not None]:
        for word in tree.words[phrase.first : phrase.last + 1]:
            if word.dep == "advmod" and word.head.dep == "amod":
                wording = wording.replace(f"{word.text} ", "", 1)
            if word.lower == "means" and word.tag[:2] == "NN":
                wording = re.sub(r"\bmeans\b", "ways", wording, count=1)
            if word.tag == "POS":  # "the town’s very good mill" is no "’s very good"
                wording = re.sub(rf" ?{re.escape(word.text)}(?!\w)", "", wording, count=1)
            if word.lower == "results" and word.tag[:2] == "NN":
                wording = re.sub(r"\bresults\b", "outcomes", wording, count=1)
            if word.dep == "advmod" and word.head.dep == "pcomp":  # "is suing them for allegedly hiding it" is sure of the suit
                wording = wording.replace(f"{word.text} ", "", 1)
            if word.dep == "acl" and word.tag in ("VBG", "VBN") and word.i > phrase.head.i:  # "men preparing to leave"
                wording = wording.replace(tree.text[word.start : tree.words[min(word.right, phrase.last)].end], "", 1)
    modals = {word.lower for word in draft.relation if isinstance(word, Word) and word.tag == "MD"}
    if "wo" in modals:
        wording = re.sub(r"\bwo(?= ?n['’]t\b)", "will", wording)
    for contracted, full in (("ll", "will"), ("d", "would")):
        if modals & {f"'{contracted}", f"’{contracted}"}:
            wording = re.sub(rf" ?['’]{contracted}\b", f" {full}", wording)
    return wording


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


def is_history(tree: Tree, draft: Draft) -> bool:
    """Whether "would" tells of what came later in the past, by a date that is over or by "later": "would later sink in 1952"."""
    would = next((word for word in draft.relation if isinstance(word, Word) and word.lower == "would"), None)
    if would is None or any(isinstance(word, Word) and word.lemma == "have" and word.dep == "aux" for word in draft.relation):
        return False
    said = [word for phrase in draft.arguments for word in tree.words[phrase.first : phrase.last + 1]] + list(would.head.kids)
    said += [word for phrase in [draft.object] if phrase is not None for word in tree.words[phrase.first : phrase.last + 1]]
    return any(PAST_YEAR.fullmatch(word.text) or (word.lower == "later" and word.head is would.head) for word in said)


def recommends(draft: Draft) -> bool:
    """Whether the statement only reports that somebody recommends something ("called for a ban"), and does not say what should be."""
    entries = table("verbs").get(draft.clause.main.lemma, {}) if draft.clause is not None else {}
    return any(entry.act == "recommends" for entry in entries.values()) and not any(
        isinstance(word, Word) and (word.tag == "MD" or word.lemma in ("need", "have", "ought")) for word in draft.relation
    )


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Return the less sure of two certainties."""
    return max(one, other, key=CERTAINTIES.index)


def condition_of(tree: Tree, draft: Draft) -> Phrase | None:
    """Return the clause that states a condition of the statement, or None."""
    if draft.clause is None:
        return None
    first = first_conjunct(draft.clause.verb)
    own = (kid for verb in (*draft.clause.chain, first) for kid in verb.kids)
    for kid in (*own, *draft.clause.adverbials, *before_report(first)):
        if kid.dep == "advcl" and conditional(tree, kid):
            return spans.whole(tree, kid, "condition")
    return None


def conditional(tree: Tree, verb: Word) -> bool:
    """Whether a clause states a condition, as in "if it rains", "should it rain", but not "even if it rains" or "as if it rained"."""
    first = tree.words[verb.left]
    mark = verb.kid("mark")
    if mark is None or mark.lower not in CONDITIONS:
        return inverted_condition(tree, verb) or first.lower in ("provided", "assuming", "providing")
    before = tree.words[mark.i - 1].lower if mark.i else ""
    if unrealised.is_asked(verb) or is_beside(verb):
        return False
    return before not in ("even", "as") and first.lower not in ("even", "as")


def is_condition(tree: Tree, draft: Draft) -> bool:
    """Whether the statement is itself a condition."""
    if draft.clause is None:
        return False
    first = first_conjunct(draft.clause.verb)
    if inverted_condition(tree, first) or (first.dep == "advcl" and inverted_condition(tree, first.head)):  # "Were they to leave"
        return True
    mark = first.kid("mark")
    return (
        first.dep in ("advcl", "ROOT")
        and mark is not None
        and mark.lower in CONDITIONS
        and not (unrealised.is_asked(first) or is_beside(first))
    )


def is_beside(verb: Word) -> bool:
    """Whether "if" only sets something beside something else, as in "doubled if compared to last year"."""
    return verb.lemma == "compare" and verb.tag == "VBN" and subjects.own(verb) is None


def before_report(verb: Word) -> list[Word]:
    """Return the conditions in front of who says it, of what would then be so: "If it rains, officials say the pier will close"."""
    report = verb.head
    subject = subjects.own(report) if verb.dep == "ccomp" and report.i < verb.i else None
    if subject is None or "clause" not in table("verbs").get(report.lemma, {}) or not any(kid.tag == "MD" for kid in verb.kids):
        return []
    return [kid for kid in report.kids if kid.dep == "advcl" and kid.right < subject.left and subjects.own(kid) is not None]


def asks(tree: Tree, draft: Draft) -> bool:
    """Whether the statement stands in the main clause of a question, or in one that sets its case: "What if …", "What happens when …"."""
    first = first_conjunct(draft.clause.verb) if draft.clause is not None else None
    if first is None or not (first.dep == "ROOT" or unrealised.is_supposed(first)):
        return False
    _, last = tree.sentences[draft.verb.sentence]
    return any(word.text == "?" for word in tree.words[max(draft.verb.i, last - 2) : last + 1])
