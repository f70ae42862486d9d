"""What a noun for an action says: "the league's recruitment of sailors" is (the league, recruits, sailors)."""

from __future__ import annotations

from collections.abc import Iterator

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import coordination, nominal, spans
from kb.propose.statements.commitment.effects import is_negated
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.implied.words import action, after, intended, listed

NAME = ("NNP", "NNPS")


def find(tree: Tree) -> Iterator[Draft]:
    """Yield what the nouns of a paragraph for actions, decisions and leadership say."""
    for word in tree.words:
        if word.tag in ("NN", "NNS", "NNP") and is_given(word):
            yield from done(tree, word)
            yield from decided(tree, word)
            yield from purpose(tree, word)
        if word.tag[:2] == "VB" and word.lemma in listed("aiming"):
            yield from aimed(tree, word)
        if word.lemma in listed("led") or word.lower.endswith("-led"):
            yield from led(tree, word)


def is_given(noun: Word) -> bool:
    """Whether a text takes for granted what a noun names, as it does not of "a potential visit", "no visit" and "if a visit follows"."""
    article = noun.kid("det")
    if article is not None and article.lower in ("no", "any", "neither", "either"):
        return False
    return not any(kid.lower in listed("open") for kid in noun.kids)


def done(tree: Tree, noun: Word) -> Iterator[Draft]:
    """Yield who does to whom what a noun names."""
    entry = action(noun.lemma)
    actor = doer(tree, noun) if entry is not None else None
    if entry is None or actor is None:
        return
    verb, prepositions = entry
    hosts = [noun, *(kid for kid in noun.kids if kid.dep == "acl" and kid.tag in ("VBN", "VBD"))]
    hosts += [kid for kid in noun.kids if kid.dep == "prep" and kid.lower == "from"]
    hosts += [below for kid in hosts[1:] if (below := kid.kid("pobj")) is not None]  # "from coal to gas"
    preps = [kid for host in hosts for kid in host.kids if kid.dep in ("prep", "dative") and kid.i > noun.i and kid.lower in prepositions]
    other = min(preps, key=lambda prep: prepositions.index(prep.lower), default=None)
    thing = other.kid("pobj") if other is not None else None
    if other is None or thing is None or (other.head is not noun and other.lower == "of"):
        return
    for member in coordination.members(thing) if thing.tag in NAME else [thing]:
        object_ = spans.noun_phrase(tree, member, "object", conjuncts=thing.tag not in NAME)
        yield Draft("implied-action", noun, [after(actor, verb)], actor, object_, beside(tree, noun, other))


def beside(tree: Tree, noun: Word, taken: Word) -> list[Phrase]:
    """Return the further phrases after a noun for an action, as "as spies" in "its recruitment of sailors as spies"."""
    preps = [kid for kid in noun.kids if kid.dep == "prep" and kid.i > taken.i and kid.lower in ("as", "for", "in", "at", "on", "during")]
    return [Phrase(kid, kid.i, spans.right_limit(tree, kid), "other") for kid in preps]


def doer(tree: Tree, noun: Word) -> Phrase | None:
    """Return who does what a noun names, the possessor, a people before it, or the name of a country before it."""
    owner = noun.kid("poss")
    if owner is not None:
        return nominal.owner(tree, owner)
    if noun.dep == "dobj" and noun.head.lemma in listed("stating") and noun.head.kid("nsubj") and not noun.head.kid("neg"):
        return spans.noun_phrase(tree, noun.head.kid("nsubj") or noun, "subject")
    for kid in noun.kids:
        before = kid.dep in ("amod", "compound", "nmod") and kid.i < noun.i
        country = gazetteer.demonyms().get(kid.text) or (gazetteer.countries().get(kid.text) if kid.dep == "compound" else None)
        if before and country is not None:
            return Phrase(kid, kid.i, kid.i, "subject", country)
    return None


def decided(tree: Tree, noun: Word) -> Iterator[Draft]:
    """Yield what somebody's decision is, as in "Lund's decision to reject the plan"."""
    worded = intended(noun.lemma)
    actor = doer(tree, noun) if worded is not None else None
    first = next((kid for kid in noun.kids if kid.dep in ("acl", "relcl") and kid.tag == "VB" and kid.kid("aux") is not None), None)
    for verb in [] if first is None else [first, *(kid for kid in first.kids if kid.dep == "conj" and kid.tag == "VB")]:
        object_ = verb.kid("dobj")
        if worded is not None and actor is not None and object_ is not None and not verb.kid("neg", "nsubj"):
            what = spans.noun_phrase(tree, object_, "object")
            yield Draft("implied-decision", verb, [after(actor, worded), verb], actor, what)


def purpose(tree: Tree, noun: Word) -> Iterator[Draft]:
    """Yield what an agreement or programme is for, as in "a new agreement to study the tides"."""
    verb = next((kid for kid in noun.kids if kid.dep in ("acl", "relcl") and kid.tag == "VB" and kid.kid("aux") is not None), None)
    object_ = verb.kid("dobj") if verb is not None else None
    if (
        noun.lemma not in listed("purposes")
        or (intended(noun.lemma) and doer(tree, noun))
        or verb is None
        or object_ is None
        or verb.kid("nsubj", "neg")
        or is_negated(tree, noun)
    ):
        return
    start = next(kid for kid in verb.kids if kid.dep == "aux").i
    subject = Phrase(noun, spans.left_limit(noun), start - 1, "subject")
    thing = spans.noun_phrase(tree, object_, "object", conjuncts=not any(kid.dep == "advmod" for kid in conjuncts(object_)))
    yield Draft("implied-purpose", verb, ["is to" if noun.tag == "NN" else "are to", verb], subject, thing)


def conjuncts(noun: Word) -> list[Word]:
    """Return what depends on the words joined to a noun."""
    return [below for kid in noun.kids if kid.dep == "conj" for below in kid.kids]


def aimed(tree: Tree, verb: Word) -> Iterator[Draft]:
    """Yield at whom something is aimed, as in "turned its guns against Riga"."""
    thing = verb.kid("dobj")
    preps = [kid for host in (thing, verb) if host is not None for kid in host.kids if kid.dep == "prep" and kid.lower == "against"]
    target = preps[0].kid("pobj") if preps else None
    if thing is None or target is None or verb.kid("neg"):
        return
    first = max((kid.right + 1 for kid in thing.kids if kid.dep == "poss"), default=spans.left_limit(thing))
    last = min(thing.right, preps[0].i - 1)
    yield Draft(
        "implied-aim", verb, ["is directed against"], Phrase(thing, first, last, "subject"), spans.noun_phrase(tree, target, "object")
    )


def led(tree: Tree, word: Word) -> Iterator[Draft]:
    """Yield who leads or backs what a name with a hyphen stands before, as in "the Lund-led league"."""
    if word.tag in ("VBN", "VBD") and word.i > 1 and tree.words[word.i - 1].text == "-":
        name = tree.words[word.i - 2]
        verb, owner = word.lemma, Phrase(name, name.i, name.i, "subject")
    elif word.lower.endswith("-led") and word.text[0].isupper():
        verb, owner = "lead", Phrase(word, word.i, word.i, "subject", word.text[: -len("-led")])
    else:
        return
    if owner.head.tag not in NAME:
        return
    noun = next((above for above in (word.head, *word.above()) if above.tag.startswith("NN") and above.dep != "compound"), None)
    if noun is None or noun.i < word.i:
        return
    host = host_of(tree, noun)
    if host is None and noun.tag not in NAME:
        return
    whole = Phrase(noun, word.i + 1, spans.right_limit(tree, noun, conjuncts=False), "object")
    what = spans.noun_phrase(tree, host, "object", conjuncts=False) if host is not None else whole
    yield Draft("implied-led", word, [after(owner, verb)], owner, what)


def host_of(tree: Tree, noun: Word) -> Word | None:
    """Return the name that a noun after a comma describes, as the league in "the Port League, a Lund-led alliance", or None."""
    if noun.dep == "appos":
        return noun.head
    comma = noun.left - 1
    if comma < 1 or tree.words[comma].text != ",":
        return None
    before = tree.words[comma - 1]
    while before.dep == "punct" and before.i > 0:
        before = tree.words[before.i - 1]
    top = before.head if before.dep == "appos" else before
    return top if top.tag in NAME and top.i < noun.i else None
