"""What the words above a clause make of it, as in "experts doubt that", "it is possible that", "there is no evidence that".

Each governor affirms, denies, weakens or leaves open the clause that depends on it, and a negation of the governor turns that once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.base.words import Certainty
from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.statements import subjects
from kb.propose.statements.commitment import negation, unrealised
from kb.propose.statements.commitment.holders import holder
from kb.propose.statements.words import listed


@dataclass(frozen=True, slots=True)
class Effect:
    """What a governor does to a clause, whether it denies it and how sure that leaves it."""

    denies: bool = False
    certainty: Certainty = Certainty.CERTAIN


NEUTRAL = Effect()
OPEN = Effect(certainty=Certainty.UNCOMMITTED)
EFFECTS = (
    ("denying", "certain", Effect(denies=True), OPEN),
    ("denying", "adjectives_certain", Effect(denies=True), OPEN),
    ("denying", "probable", Effect(denies=True, certainty=Certainty.PROBABLE), NEUTRAL),
    ("denying", "adjectives_probable", Effect(denies=True, certainty=Certainty.PROBABLE), Effect(certainty=Certainty.PROBABLE)),
    ("open", "words", OPEN, OPEN),
    ("open", "unsettled", NEUTRAL, OPEN),
    ("open", "factive", NEUTRAL, NEUTRAL),
    ("open", "grounds", Effect(certainty=Certainty.PROBABLE), Effect(denies=True, certainty=Certainty.PROBABLE)),
    ("open", "possible", Effect(certainty=Certainty.POSSIBLE), Effect(denies=True)),
    ("open", "probable", Effect(certainty=Certainty.PROBABLE), Effect(denies=True, certainty=Certainty.PROBABLE)),
)
"""List of words, what they do, and what they do when negated. The first list that has the word decides."""


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above a clause, its effect, the head of the noun phrase that names who says or thinks so, and the kind of claim that it makes."""

    word: Word
    effect: Effect
    holder: Word | None = None
    kind: str | None = None


def of(tree: Tree, verb: Word) -> Iterator[Governor]:
    """Yield the governors of a clause, the nearest first.

    Above a relative or adverbial clause they only say who is credited: what "who resigned" says is taken for granted.
    """
    node = first_conjunct(verb)
    presupposed = False
    if unrealised.passed_over(tree, verb):
        yield Governor(tree.words[verb.left], Effect(denies=True))
    for _ in range(6):
        above = node.head
        if above is node:
            return
        if not presupposed and unrealised.would_be(node, above):
            yield Governor(above, OPEN)
        found = governor(tree, node, above)
        if found is not None:
            yield replace(found, effect=NEUTRAL, kind=None) if presupposed else found
            presupposed = presupposed or (node.dep == "ccomp" and found.word.lemma in listed("open", "factive"))
        elif unrealised.attends(node, above):
            if not presupposed and any(kid.tag == "MD" for kid in above.kids):
                yield Governor(above, OPEN)
        elif node.dep in ("relcl", "acl", "advcl") or (node.dep == "pcomp" and above.lower in unrealised.ACCOMPLISHED):
            presupposed = True
        presupposed |= is_granted(node) or (found is None and node.dep in ("relcl", "acl", "advcl"))
        node = first_conjunct(next((word for word in (above, *above.above()) if word.tag[:2] in ("VB", "MD")), above))


def governor(tree: Tree, node: Word, above: Word) -> Governor | None:
    """Return what the word above makes of a clause, or None for one that stands on its own (a relative clause, "because …")."""
    mark = node.kid("mark")
    if node.dep == "pcomp":
        return Governor(above.head, OPEN) if mark is not None and mark.lower == "whether" else of_preposition(above)
    if subjects.completes(node):
        return Governor(above, effect_of(tree, above), holder(above), frame(above, "clause"))
    if node.dep not in ("ccomp", "xcomp", "acl", "csubj", "csubjpass", "advcl", "acomp"):
        return None
    if unrealised.is_asked(node) or unrealised.to_come(node, above) or unrealised.is_no_reason(tree, node):
        return Governor(above, OPEN)
    if node.dep in ("acl", "advcl") and (mark is None or mark.lower not in ("that", "whether")):
        return of_infinitive(tree, node, above)
    return of_clause(tree, node, above, mark)


def of_clause(tree: Tree, node: Word, above: Word, mark: Word | None) -> Governor:
    """Return what the verb or adjective above makes of a clause that completes it, which a mark ("that", "whether") may begin."""
    word = predicate(above)
    if unrealised.is_rumoured(above):
        return Governor(above, OPEN)
    if is_granted(node):
        return Governor(word, NEUTRAL, holder(word))
    effect = effect_of(tree, word)
    if mark is not None and mark.lower in ("whether", "if"):
        effect = Effect(effect.denies, Certainty.UNCOMMITTED) if not effect.denies else effect
    elif effect == NEUTRAL and (unrealised.is_infinitive(node, word) or (node.i > word.i and subjects.commands(word))):
        effect = NEUTRAL if brings_about(word) else OPEN  # "forced them to leave", but "let them know"
    kind = frame(word, "inf", "whom") if node.dep == "xcomp" else frame(word, "clause")
    kind = "norm" if node.dep == "xcomp" and kind == "question" else kind  # "asked them to leave"
    thing = word.kid("dobj")
    kind = kind or ("plan" if node.dep == "xcomp" and thing is not None and thing.lemma in unrealised.PLANS else None)
    return Governor(word, effect, holder(word), kind)


def brings_about(verb: Word) -> bool:
    """Whether a verb tells that its object did what its infinitive says, as in "forced them to leave"."""
    if verb.dep == "relcl" and (verb.head.lower in ("nothing", "nobody", "none") or any(kid.lower == "no" for kid in verb.head.kids)):
        return False  # "nothing that has caused them to leave"
    done = verb.lemma in listed("open", "implicative") and verb.tag in ("VBD", "VBN")
    return done and not verb.kid("neg", "auxpass") and not any(kid.tag == "MD" for kid in verb.kids)


def is_granted(verb: Word) -> bool:
    """Whether a clause is taken for granted, as they left is by whoever wonders why, how, where or when they left."""
    asks = any(kid.tag == "WRB" and kid.lower in ("why", "how", "where", "when") and kid.i < verb.i for kid in verb.kids)
    return asks and verb.dep in ("ccomp", "pcomp", "csubj")


def of_infinitive(tree: Tree, node: Word, above: Word) -> Governor | None:
    """Return what a noun or verb makes of an infinitive or gerund that depends on it, as in "the refusal to sign", "ruled out signing"."""
    if node.tag == "VBG" and above.tag[:2] == "VB" and node.left in (above.i + 1, above.i + 2) and tree.words[node.left - 1].dep != "punct":
        effect = effect_of(tree, above)
        return Governor(above, effect, holder(above)) if effect.denies else None
    if node.tag == "VBG" and above.dep == "pobj" and above.head.head.tag[:2] == "NN":
        noun = above.head.head.lemma
        return Governor(above, OPEN) if noun in listed("open", "unrealised") or noun in table("nouns") else None
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


def kind_of_infinitive(above: Word) -> str | None:
    """Return the kind of what an infinitive says by the word that it depends on, or None where that shows none."""
    if above.tag[:2] == "NN" and above.lemma in unrealised.NEEDS:
        return "norm"
    return "plan" if above.tag[:2] == "VB" or above.lemma in unrealised.PLANS else None


def frame(word: Word, *names: str) -> str | None:
    """Return the kind of claim that the lexicon of attribution gives to what a word introduces, or None for a plain statement."""
    entries = table("verbs" if word.tag[:2] == "VB" else "nouns").get(word.lemma, {})
    kinds = [entries[name].kind for name in names if name in entries]
    return kinds[0] if kinds and kinds[0] != "statement" else None


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
    aims = listed("open", "gerunds") if prep.lower != "of" else {"suspect", "dream", "think"}
    envisages = prep.lower == "of" and prep.head.tag[:2] == "NN" and prep.head.lemma in listed("open", "envisaged")
    return Governor(prep.head, OPEN) if envisages or prep.head.lemma in aims else None


def predicate(above: Word) -> Word:
    """Return the word that carries the meaning above a clause, the complement of a copula or else the word itself."""
    if above.lemma == "be":
        return above.kid("acomp", "attr") or above
    return above


def effect_of(tree: Tree, word: Word) -> Effect:
    """Return the effect of a word with its particle, turned where the word is negated."""
    verdict = verdict_on(word)
    if verdict is not None:
        return verdict
    if word.lower in ("sure", "certain") and word.head.lemma == "make":
        return OPEN  # "making sure that it holds"
    subject = word.kid("nsubjpass", "nsubj") if word.tag[:2] == "VB" else None
    if subject is not None and subject.lemma in listed("open", "grounds") and is_negated(tree, subject):
        word = subject  # "no evidence was found that"
    particle = word.kid("prt")
    names = (f"{word.lemma}-{particle.lower}",) if particle is not None else (word.lemma, word.lower)
    negated = is_negated(tree, word)
    for group, name, plain, turned in EFFECTS:
        if listed(group, name).intersection(names):
            return turned if negated else plain
    if negated and word.lower in ("true", "case"):
        return Effect(denies=True)
    return OPEN if negated and word.tag[:2] != "JJ" else NEUTRAL


def verdict_on(noun: Word) -> Effect | None:
    """Return what a sentence says of the claim that a noun introduces, as in "dismissed claims that", "reports that … are false"."""
    verb = noun.head
    if noun.tag[:2] == "NN" and any(kid.dep == "amod" and kid.lower in listed("denying", "epithets") for kid in noun.kids):
        return Effect(denies=True)
    if noun.tag[:2] != "NN" or verb.tag[:2] not in ("VB", "MD"):
        return None
    if noun.dep in ("dobj", "nsubjpass") and verb.lemma in listed("denying", "certain"):
        return Effect(denies=True)
    complement = verb.kid("acomp", "attr") if noun.dep == "nsubj" else None
    if complement is None or complement is noun:
        return None
    for name, certainty in (("adjectives_certain", Certainty.CERTAIN), ("adjectives_probable", Certainty.PROBABLE)):
        if complement.lower in listed("denying", name):
            return Effect(True, certainty)
    return None


def is_negated(tree: Tree, word: Word) -> bool:
    """Whether a governor is negated, by its own adverb, by "no", or by the verb that it belongs to."""
    own = [kid for kid in word.kids if negation.negates(tree, kid) or (kid.dep == "det" and kid.lower in ("no", "little"))]
    if own or negation.nor(word) or any(kid.dep == "amod" and kid.lower in ("little", "scant") for kid in word.kids):
        return True
    verb = word.head
    if word.dep in ("acl", "relcl") and verb.lower in ("nothing", "nobody", "none"):  # "nothing to suggest that"
        return True
    if word.tag[:2] not in ("VB", "MD") and word.dep in ("attr", "acomp", "dobj", "pobj") and verb.tag[:2] == "VB":
        return any(negation.negates(tree, kid) for kid in verb.kids) or verb.lemma == "lack"
    return word.tag[:2] == "VB" and any(
        kid.lower in ("nobody", "none", "nothing", "few", "neither") or any(below.lower in ("no", "few") for below in kid.kids)
        for kid in word.kids
        if kid.dep == "nsubj"
    )
