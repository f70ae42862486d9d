"""The offices that stand before a name: "Swedish President Ada Holm" is (Ada Holm, is, President of Sweden)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import coordination, nominal, spans
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.implied.words import listed

NAME = ("NNP", "NNPS")


def find(tree: Tree) -> Iterator[Draft]:
    """Yield the offices and leaders that a paragraph names."""
    for word in tree.words:
        if word.tag in NAME and word.dep != "compound":
            yield from of_name(tree, word)
        if word.lemma in listed("leaders"):
            yield from leaders(tree, word)


def of_name(tree: Tree, name: Word) -> Iterator[Draft]:
    """Yield the office in front of a name, with the country whose it is."""
    words = tree.words[name.left : name.i]
    office = [word for word in words if word.text in nominal.titles() and word.dep in ("compound", "nmod")]
    state = next((word for word in words if country(word) is not None and word.dep in ("amod", "poss", "compound", "nmod")), None)
    if not office or state is None or state.i > office[0].i or office[-1].i + 1 > name.i:
        return
    of = country(state)
    title = " ".join(word.text for word in tree.words[office[0].i : office[-1].i + 1])
    holder = Phrase(name, office[-1].i + 1, name.i, "subject")
    article = "the " if of is not None and of.startswith(("United", "Netherlands", "Philippines")) else ""
    what = Phrase(office[-1], state.i, office[-1].i, "object", f"{title} of {article}{of}")
    yield Draft("implied-office", office[-1], ["is"], holder, what)


def country(word: Word) -> str | None:
    """Return the country that a word names or whose people it names, or None."""
    return gazetteer.demonyms().get(word.text) or gazetteer.countries().get(word.text)


def leaders(tree: Tree, noun: Word) -> Iterator[Draft]:
    """Yield who leads what, as in "its two leaders, Riga and Narva" and "Lund's leader Ada Holm"."""
    owner = noun.kid("poss")
    first = next((kid for kid in noun.kids if kid.dep in ("appos", "conj") and kid.tag in NAME and kid.i > noun.i), None)
    if owner is None or first is None or any(kid.dep == "cc" and kid.i < first.i for kid in noun.kids):
        return
    what = replace(nominal.owner(tree, owner), role="object")
    for member in coordination.members(first):
        if member.tag in NAME:
            yield Draft("implied-leader", noun, ["leads"], spans.noun_phrase(tree, member, "subject", conjuncts=False), what)
