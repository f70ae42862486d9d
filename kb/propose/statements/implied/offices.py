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
        yield from titled(tree, name)
        return
    of = country(state)
    between = [word for word in tree.words[state.i + 1 : office[-1].i + 1] if word.dep != "case"]  # "Foreign Minister"
    title = " ".join(word.text for word in between)
    holder = Phrase(name, office[-1].i + 1, name.i, "subject")
    article = "the " if of is not None and of.startswith(("United", "Netherlands", "Philippines")) else ""
    what = Phrase(office[-1], state.i, office[-1].i, "object", f"{title} of {article}{of}")
    yield Draft("implied-office", office[-1], ["is"], holder, what)


def titled(tree: Tree, name: Word) -> Iterator[Draft]:
    """Yield the office or trade in front of a name, as in "Economic Affairs Minister Ada Holm" and "former chief executive Ada Holm"."""
    before = [word for word in tree.words[name.left : name.i] if word.dep not in ("punct", "det")]
    last = next((word for word in reversed(before) if is_office(word)), None)
    if last is None or not all(word.tag in NAME for word in tree.words[last.i + 1 : name.i + 1]):
        return
    if last.i + 1 >= name.i and last.tag in NAME and last.text not in nominal.titles():
        return  # "Marine Corps"
    first = next((word.i + 1 for word in reversed(tree.words[name.left : last.i]) if word.dep in ("det", "case", "punct")), name.left)
    owned = first > 0 and tree.words[first - 1].dep == "case"
    if owned or name.text in gazetteer.words()["bodies"] or tree.words[first].tag == "PRP$":
        return
    text = tree.text[tree.words[first].start : tree.words[last.i].end]
    if tree.words[first].i == tree.sentences[name.sentence][0] and (tree.words[first].tag not in NAME or last.lower in trades()):
        text = text[:1].lower() + text[1:]
    alone = text == last.text and (last.text not in nominal.titles() or last.text in ("Judge", "Justice"))
    one_of_many = last.lower in trades() or alone or text.lower().startswith("former")
    if last.lower in trades() or alone:
        text = text.lower()
    article = "" if not one_of_many else "an " if text[:1].lower() in "aeiou" else "a "
    what = Phrase(last, first, last.i, "object", article + text)
    yield Draft("implied-office", last, ["is"], Phrase(name, last.i + 1, name.i, "subject"), what)


def is_office(word: Word) -> bool:
    """Whether a word in front of a name is an office or trade."""
    known = word.text in nominal.titles() or word.lower in gazetteer.words()["roles"] or word.lower in trades()
    return (
        known
        and word.dep in ("compound", "nmod", "amod")
        and word.text not in ("General", "Major", "Marine", "King", "Prince", "Chief", "operator")
    )


def trades() -> frozenset[str]:
    """Return the trades that stand before a name, of which there are many."""
    return frozenset(gazetteer.words()["trades"])


def country(word: Word) -> str | None:
    """Return the country that a word names or whose people it names, or None."""
    return gazetteer.demonyms().get(word.text) or gazetteer.countries().get(word.text)


def leaders(tree: Tree, noun: Word) -> Iterator[Draft]:
    """Yield who leads what, as in "its two leaders, Riga and Narva" and "Lund's leader Ada Holm"."""
    owner = noun.kid("poss")
    first = next((kid for kid in noun.kids if kid.dep in ("appos", "conj") and kid.tag in NAME and kid.i > noun.i), None)
    if owner is None or first is None or any(kid.dep == "cc" and kid.i < first.i for kid in noun.kids):
        return
    before = {kid.lower for kid in noun.kids if kid.dep in ("amod", "compound", "nmod") and kid.i < noun.i}
    if before & listed("leading_part") or (noun.tag == "NN" and not before <= listed("leading_whole")):
        return  # "its foreign policy chief" and "its opposition leaders" do not lead it
    what = replace(nominal.owner(tree, owner), role="object")
    for member in coordination.members(first):
        if member.tag in NAME:
            yield Draft("implied-leader", noun, ["leads"], spans.noun_phrase(tree, member, "subject", conjuncts=False), what)
