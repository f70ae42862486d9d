"""What the word above makes of an infinitive, gerund or participle, as in "the refusal to sign", "ruled out signing", "accused of lying"."""

from __future__ import annotations

from kb.base.words import Certainty
from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import subjects
from kb.propose.statements.commitment import unrealised
from kb.propose.statements.commitment.effects import OPEN, Effect, effect_of, is_negated
from kb.propose.statements.commitment.governor import Governor, frame
from kb.propose.statements.commitment.holders import holder
from kb.propose.statements.words import listed


def of_infinitive(tree: Tree, node: Word, above: Word) -> Governor | None:
    """Return what a noun or verb makes of an infinitive or gerund that depends on it, as in "the refusal to sign", "ruled out signing"."""
    if node.tag in ("VBG", "VBN") and not unrealised.is_to_be(node):
        return of_participle(tree, node, above)
    if (
        not (node.tag == "VB" or unrealised.is_to_be(node))
        or any(kid.dep == "aux" and kid.lower != "to" for kid in node.kids)
        or above.lemma in unrealised.ASPECTS
    ):
        return None
    if above.lemma in listed("negating", "nouns"):
        return Governor(above, Effect(denies=not is_negated(tree, above)))
    if unrealised.is_too_much(node, above):
        return Governor(above, Effect(denies=True))
    denies = above.tag[:2] == "NN" and is_negated(tree, above)
    kind = frame(above, "inf")
    kind = None if kind == "norm" and node.dep == "advcl" else kind  # "will call in to discuss it" demands nothing
    return Governor(
        above,
        Effect(denies, Certainty.PROBABLE if denies else Certainty.UNCOMMITTED),
        kind=kind or kind_of_infinitive(above),
    )


def of_participle(tree: Tree, node: Word, above: Word) -> Governor | None:
    """Return what a noun or verb makes of a gerund or participle that depends on it, as in "ruled out signing", "the risk of it being sold"."""
    if node.tag == "VBG" and above.tag[:2] == "VB" and node.left in (above.i + 1, above.i + 2) and tree.words[node.left - 1].dep != "punct":
        effect = effect_of(tree, above)
        return Governor(above, effect, holder(above)) if effect.denies else None
    if node.tag == "VBG" and node.dep == "advcl" and node.left and tree.words[node.left - 1].text == ":":
        return Governor(above, OPEN)  # "has one choice: selling it"
    if above.dep == "pobj" and above.head.head.tag[:2] == "NN":
        noun = above.head.head.lemma
        return Governor(above, OPEN) if noun in listed("open", "unrealised") or noun in table("nouns") else None
    return None


def kind_of_infinitive(above: Word) -> str | None:
    """Return the kind of what an infinitive says by the word that it depends on, or None where that shows none."""
    if above.tag[:2] == "NN" and above.lemma in unrealised.NEEDS:
        return "norm"
    return "plan" if above.tag[:2] == "VB" or above.lemma in unrealised.PLANS else None


def of_preposition(prep: Word) -> Governor | None:
    """Return what a preposition, or the verb before it, makes of a gerund, as in "without paying", "accused of lying"."""
    parts = {prep.lower, *(kid.lower for kid in prep.kids if kid.i == prep.i - 1)} | ({prep.head.lower} if prep.lower == "of" else set())
    if parts & listed("negating", "prepositions"):
        return Governor(prep, OPEN if any(kid.dep == "neg" for kid in prep.head.kids) else Effect(denies=True))
    if prep.lower == "of" and "short" in (prep.head.lower, *(kid.lower for kid in prep.head.kids if kid.i == prep.i - 1)):
        return Governor(prep, Effect(denies=True))
    if subjects.hindered(prep) is not None:
        return Governor(prep.head, Effect(denies=True))
    if subjects.blamed(prep) is not None:
        return Governor(prep.head, OPEN, holder(prep.head))
    if prep.lower == "about" and prep.head.lemma not in listed("open", "done"):
        return Governor(prep.head, OPEN)
    aims = listed("open", "gerunds") if prep.lower != "of" else {"suspect", "dream", "think"}
    thought_of = listed("open", "envisaged") | listed("open", "possible") | listed("open", "probable")
    envisages = prep.lower == "of" and prep.head.tag[:2] == "NN" and prep.head.lemma in thought_of
    return Governor(prep.head, OPEN) if envisages or prep.head.lemma in aims else None
