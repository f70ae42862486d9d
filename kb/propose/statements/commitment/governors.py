"""What the words above a clause make of it, as in "experts doubt that", "it is possible that", "there is no evidence that".

Each governor affirms, denies, weakens or leaves open the clause that depends on it, and a negation of the governor turns that once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.base.words import Certainty
from kb.propose.attribution.lexicon import table
from kb.propose.attribution.meanings import is_pictured
from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.attribution.unsaid import says_by_it
from kb.propose.statements import subjects
from kb.propose.statements.commitment import ahead, conditions, unrealised
from kb.propose.statements.commitment.effects import NEUTRAL, OPEN, Effect, effect_of, is_doubtless, is_groundless, is_negated
from kb.propose.statements.commitment.governor import Governor, frame, without_aim
from kb.propose.statements.commitment.holders import holder
from kb.propose.statements.commitment.nonfinite import of_infinitive, of_preposition
from kb.propose.statements.words import listed

LIKENED = Effect(certainty=Certainty.PROBABLE)
"""What a look of things makes of a clause: "it looks as if they left"."""


def of(tree: Tree, verb: Word) -> Iterator[Governor]:
    """Yield the governors of a clause, the nearest first.

    Above a relative or adverbial clause they only say who is credited: what "who resigned" says is taken for granted.
    """
    node = start = first_conjunct(verb)
    presupposed = told = False
    if verb is not node and any(kid.dep == "mark" and kid.lower in ("whether", "if") for kid in verb.kids):
        yield Governor(verb, OPEN)  # "asked how they left and whether they paid"
    relates = node.dep == "acl" or (node.dep == "relcl" and any(kid.tag == "MD" for kid in node.kids))
    if relates and (node.head.lower[:3] == "any" or any(kid.lower == "any" for kid in node.head.kids)):
        yield Governor(node.head, OPEN)  # "any sign linking them to it"
    if unrealised.passed_over(tree, verb):
        yield Governor(tree.words[verb.left], Effect(denies=True))
    for _ in range(6):
        above = node.head
        if not presupposed and node is not start and conditions.is_condition(tree, node):
            yield Governor(node, OPEN, kind="conditional")
        if above is node:
            return
        if not presupposed and ahead.would_be(node, above):
            yield Governor(above, OPEN)
        found = governor(tree, node, above)
        if found is not None:
            yield replace(found, effect=NEUTRAL, kind=None) if presupposed else without_aim(found) if told else found
            told = told or is_told(node)
        elif ahead.attends(node, above):
            if not presupposed and ahead.is_ahead(above):
                yield Governor(above, OPEN)
        elif node.dep in ("relcl", "acl", "advcl") or (node.dep == "pcomp" and above.lower in unrealised.ACCOMPLISHED):
            presupposed = True
        presupposed |= node.dep == "ccomp" and unrealised.is_for_show(above)
        presupposed |= is_granted(node) or (found is None and node.dep in ("relcl", "acl", "advcl"))
        node = first_conjunct(next((word for word in (above, *above.above()) if word.tag[:2] in ("VB", "MD")), above))


def is_told(node: Word) -> bool:
    """Whether a clause is what somebody says or thinks, and no more what they are to do: "plans to say that they left"."""
    clause = node.dep == "ccomp" or (node.dep == "acl" and node.kid("mark") is not None)
    to_be = node.tag == "VB" and not any(kid.tag == "MD" for kid in node.kids)
    return clause and not to_be and not unrealised.is_infinitive(node, node.head) and not unrealised.is_subjunctive(node)


def governor(tree: Tree, node: Word, above: Word) -> Governor | None:
    """Return what the word above makes of a clause, or None for one that stands on its own (a relative clause, "because …")."""
    mark = node.kid("mark")
    if node.dep == "pcomp":
        asked = (mark is not None and mark.lower == "whether") or (is_granted(node) and any(kid.tag == "MD" for kid in node.kids))
        return Governor(above.head, OPEN) if asked else of_preposition(above)
    if subjects.completes(node):
        return Governor(above, effect_of(tree, above), holder(above), None if is_doubtless(above) else frame(above, "clause"))
    apart = node.dep == "ccomp" and unrealised.is_set_apart(tree, node, above)
    if apart or node.dep not in ("ccomp", "xcomp", "acl", "csubj", "csubjpass", "advcl", "acomp", "relcl"):
        return None
    opened = of_form(tree, node, above)
    if opened is not None or node.dep == "relcl":
        return opened
    if node.dep in ("acl", "advcl") and (mark is None or mark.lower not in ("that", "whether")):
        return of_infinitive(tree, node, above)
    return of_clause(tree, node, above, mark)


def of_form(tree: Tree, node: Word, above: Word) -> Governor | None:
    """Return what the form of a clause makes of it, whatever stands above it: "for them to leave", "as if they left", "not because they left"."""
    if mark_for(node) and node.tag == "VB" and (above.lemma == "be" or node.dep == "relcl"):
        due = predicate(above).lower in listed("open", "due") and not unrealised.is_measured(predicate(above))
        return Governor(above, OPEN, kind="norm" if due else None)
    if unrealised.is_purpose(node) or unrealised.is_high_time(node, above):
        return Governor(above, OPEN, kind="plan" if node.dep == "advcl" else "norm")
    if node.dep == "relcl":
        return of_relative(tree, node, above)
    if unrealised.is_likened(tree, node):
        return Governor(above, LIKENED if above.lemma in listed("open", "likening") else OPEN)
    asked = unrealised.is_asked(node) or ahead.to_come(node, above) or unrealised.is_no_reason(tree, node)
    return Governor(above, OPEN) if asked else None


def of_relative(tree: Tree, node: Word, above: Word) -> Governor | None:
    """Return what a noun makes of a relative clause that says what may or should be: "the only way they will lose", "no reason they should"."""
    only = any(kid.lower == "only" for kid in above.kids)
    if above.lemma == "way" and only and any(kid.tag == "MD" for kid in node.kids):
        return Governor(above, OPEN)
    return Governor(above, Effect(denies=True)) if is_groundless(tree, node, above) else None


def of_clause(tree: Tree, node: Word, above: Word, mark: Word | None) -> Governor:
    """Return what the verb or adjective above makes of a clause that completes it, which a mark ("that", "whether") may begin."""
    word = predicate(above)
    if unrealised.is_rumoured(above):
        return Governor(above, OPEN)
    if unrealised.is_plain(node) or unrealised.is_plain(word):
        return Governor(word, LIKENED if unrealised.is_plain(word) else NEUTRAL)
    if is_granted(node) or (word.lemma == "ask" and mark is None and spoken(tree, node, word)):
        return Governor(word, NEUTRAL, holder(word))
    if is_pictured(word) and is_negated(tree, word):
        return Governor(word, Effect(denies=True, certainty=Certainty.PROBABLE), holder(word), "prediction")
    effect = OPEN if is_hard(node) else effect_of(tree, word)
    if mark is not None and mark.lower in ("whether", "if"):
        effect = Effect(effect.denies, Certainty.UNCOMMITTED) if not effect.denies else effect
    elif (
        effect == NEUTRAL
        and not (moved(word, node) or unrealised.is_held_to_be(node) or says_by_it(node))
        and (unrealised.is_infinitive(node, word) or (node.i > word.i and subjects.commands(word)))
    ):
        effect = NEUTRAL if brings_about(word) else OPEN  # "forced them to leave", but "let them know"
    if effect == NEUTRAL and unrealised.is_only_named(node, word):
        effect = OPEN
    kind = frame(word, "inf", "whom") if node.dep == "xcomp" else frame(word, "clause")
    if kind == "question":
        that = mark is not None and mark.lower == "that"  # "pressed his claim that they left", "asked them to leave"
        kind = "norm" if node.dep == "xcomp" else None if that or is_doubtless(word) else kind
    thing = word.kid("dobj")
    kind = kind or ("plan" if node.dep == "xcomp" and thing is not None and thing.lemma in unrealised.PLANS else None)
    return Governor(word, effect, holder(word), kind)


def spoken(tree: Tree, node: Word, word: Word) -> bool:
    """Whether what stands before who asks is no question: "“I sold it,” she asked"."""
    return node.right < word.i and not any(one.text == "?" for one in tree.words[node.i : word.i])


def moved(word: Word, node: Word) -> bool:
    """Whether an infinitive tells what moved somebody, and happened, or what may well be said: "glad to hear that they left", "fair to say so"."""
    if word.lower in listed("open", "sayable") and "clause" in table("verbs").get(node.lemma, {}):
        return True
    return word.lower in listed("open", "emotive") and node.lemma in listed("open", "perceiving") and word.tag[:2] != "NN"


def brings_about(verb: Word) -> bool:
    """Whether a verb tells that its object did what its infinitive says, as in "forced them to leave"."""
    if verb.dep == "relcl" and (verb.head.lower in ("nothing", "nobody", "none") or any(kid.lower == "no" for kid in verb.head.kids)):
        return False  # "nothing that has caused them to leave"
    done = verb.lemma in listed("open", "implicative") and verb.tag in ("VBD", "VBN")
    return done and not verb.kid("neg", "auxpass") and not any(kid.tag == "MD" for kid in verb.kids)


def is_granted(verb: Word) -> bool:
    """Whether a clause is taken for granted, as they left is by whoever wonders why, how, where or when they left."""
    asks = any(kid.tag == "WRB" and kid.lower in ("why", "how", "where", "when") and kid.i < verb.i for kid in verb.kids)
    return asks and not is_hard(verb) and verb.dep in ("ccomp", "pcomp", "csubj")


def is_hard(verb: Word) -> bool:
    """Whether nobody can well see how a clause is so, which then need not be so: "it is hard to see how they can win"."""
    above, how = verb.head.head, any(kid.lower == "how" for kid in verb.kids)
    return how and verb.head.dep == "xcomp" and any(word.lower in unrealised.HARD for word in (above, *above.kids))


def mark_for(node: Word) -> bool:
    """Whether an infinitive has a subject after "for", as in "it is hard for them to leave"."""
    mark = node.kid("mark")
    return mark is not None and mark.lower == "for" and node.kid("nsubj", "nsubjpass") is not None


def predicate(above: Word) -> Word:
    """Return the word that carries the meaning above a clause, the complement of a copula or else the word itself."""
    if above.lemma in COPULAS:
        return above.kid("acomp", "attr", "oprd") or above
    return above


COPULAS = frozenset(("be", "seem", "appear", "remain", "sound"))
