"""What is said to be what, by naming, by "as", by a title in quotation marks, or by a description that is then named."""

from __future__ import annotations

from collections.abc import Iterator

from kb.propose.attribution.lexicon import occasions
from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import nominal, spans
from kb.propose.statements.clause import of_verb
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.implied.words import after, listed
from kb.propose.statements.verbal import detached_time

NAME = ("NNP", "NNPS")
CALLED = "implied-called"
"""What the subject of the verb says it is, and nobody else."""
OPENING, CLOSING = ("“", '"', "``"), ("”", '"', "''")


def find(tree: Tree) -> Iterator[Draft]:
    """Yield what the clauses and phrases of a paragraph equate."""
    for word in tree.words:
        if word.lemma in listed("naming") and word.tag[:2] == "VB":
            yield from called(tree, word)
        elif word.lemma == "find" and word.tag[:2] == "VB":
            yield from found_so(tree, word)
        elif word.lemma in listed("describing") and word.tag[:2] == "VB" and (what := described(word)) is not None:
            yield from equated(tree, word, word.kid("dobj"), what)
        elif word.dep == "prep" and word.lower == "as":
            yield from regarded(tree, word)
        elif word.lemma in listed("authors"):
            yield from author(tree, word)
        elif word.lemma in listed("works"):
            yield from works(tree, word)
        elif word.lemma == "be" and word.tag[:2] == "VB":
            yield from identified(tree, word)
        elif word.lower.strip(",") in listed("degrees"):
            yield from degree(tree, word)


def called(tree: Tree, verb: Word) -> Iterator[Draft]:
    """Yield that what is called something is that, in the words of whoever calls it so: "Holm called Lund a sleeping town"."""
    thing = verb.kid("dobj")
    name = next((kid for kid in verb.kids if kid.dep in ("oprd", "attr", "acomp") and kid.tag[:2] in ("NN", "JJ")), None)
    small = verb.kid("ccomp", "oprd")
    if name is None and small is not None and small.tag[:2] == "NN":
        name, thing = small, small.kid("nsubj")
    if name is None and thing is not None:
        between = [kid for kid in verb.kids if kid.i > thing.i and kid.tag[:2] == "NN" and kid.dep in ("npadvmod", "dobj", "appos", "dep")]
        between = [kid for kid in between if kid.lemma not in occasions()]  # "called both Tuesday night"
        name = next((kid for kid in (*between, *(kid for kid in thing.kids if kid.dep == "appos"))), None)
    yield from equated(tree, verb, thing, name if name is not None else described(verb))


def described(verb: Word) -> Word | None:
    """Return what stands behind the "as" of a verb, as in "describes the dam as a mistake" or "as dangerous"."""
    prep = next((kid for kid in verb.kids if kid.dep == "prep" and kid.lower == "as" and kid.i > verb.i), None)
    what = prep.kid("pobj", "amod", "acomp", "pcomp") if prep is not None else None
    return what if what is not None and what.tag[:2] in ("NN", "JJ") else None


def equated(tree: Tree, verb: Word, thing: Word | None, what: Word | None) -> Iterator[Draft]:
    """Yield that a thing is what the subject of a verb says it is, in a clause with a subject and no negation."""
    clause = of_verb(verb)
    if what is not None and thing is not None and thing is not what and not verb.kid("neg") and clause.subject is not None:
        named = spans.noun_phrase(tree, what, "object", conjuncts=False)
        yield Draft(CALLED, verb, ["is"], spans.noun_phrase(tree, thing, "subject", conjuncts=False), named, clause=clause)


def found_so(tree: Tree, verb: Word) -> Iterator[Draft]:
    """Yield what somebody finds it useful to do, and so does, as in "Lund found it useful to trade with Riga"."""
    state = verb.kid("ccomp", "oprd", "acomp")
    owner = of_verb(verb).subject
    if state is None or state.lower not in listed("useful") or owner is None or verb.kid("neg"):
        return
    action = next((kid for host in (state, verb) for kid in host.kids if kid.tag == "VB" and kid.kid("aux")), None)
    prep = next((kid for kid in action.kids if kid.dep == "prep" and kid.kid("pobj")), None) if action is not None else None
    thing = (action.kid("dobj") or (prep.kid("pobj") if prep is not None else None)) if action is not None else None
    if action is not None and thing is not None:
        relation = f"{action.lemma} {prep.lower}" if prep is not None and action.kid("dobj") is None else action.lemma
        subject = spans.noun_phrase(tree, owner, "subject")
        more = [kid for kid in action.kids if kid.dep == "prep" and kid.i > thing.i]
        rest = [spans.noun_phrase(tree, kid, "other") for kid in more]
        yield Draft("implied-found", action, [after(subject, relation)], subject, spans.noun_phrase(tree, thing, "object"), rest)


def regarded(tree: Tree, prep: Word) -> Iterator[Draft]:
    """Yield what stands behind "as" of a name, as in "replace Lund as the largest port"."""
    noun = prep.kid("pobj")
    verb = prep.head
    if spans.is_example(prep) or noun is None or noun.tag[:2] != "NN":
        return
    thing = (
        verb if verb.tag in NAME else verb.kid("dobj") if verb.lemma in ("replace", "supplant", "succeed", "displace", "overtake") else None
    )
    article = noun.kid("det")
    if thing is not None and thing.tag in NAME and article is not None and article.lower == "the":
        what = spans.noun_phrase(tree, noun, "object")
        detached_time(tree, what)
        yield Draft("implied-as", prep, ["is"], spans.noun_phrase(tree, thing, "subject"), what)


def author(tree: Tree, noun: Word) -> Iterator[Draft]:
    """Yield who wrote a work whose title stands in quotation marks: "Ada Holm, author of “The Port”"."""
    prep = next((kid for kid in noun.kids if kid.dep == "prep" and kid.lower == "of"), None)
    title = quoted(tree, prep.i + 1) if prep is not None else None
    who = noun.head if noun.dep == "appos" else noun.head.kid("nsubj") if noun.dep == "attr" else None
    if title is not None and who is not None and who.tag in NAME:
        yield Draft("implied-author", noun, [f"is the {noun.lower} of"], spans.noun_phrase(tree, who, "subject", conjuncts=False), title)


def works(tree: Tree, noun: Word) -> Iterator[Draft]:
    """Yield who wrote or printed the works whose titles follow: "her books include “The Port”", "ran an article headlined “No”"."""
    owner, verb = noun.kid("poss"), next((above for above in noun.above() if above.tag[:2] == "VB"), None)
    if owner is not None and verb is not None and verb.lemma in ("include", "be") and noun.i < verb.i:
        for work in titles(tree, verb.i + 1):
            yield Draft("implied-author", noun, ["is the author of"], nominal.owner(tree, owner), work)
    participle = noun.kid("acl")
    if participle is None or participle.lemma not in listed("titled") or noun.dep != "dobj":
        return
    clause, title = of_verb(noun.head), quoted(tree, participle.i + 1)
    if title is not None and clause.subject is not None:
        yield Draft("implied-work", noun.head, [*clause.group], spans.noun_phrase(tree, clause.subject, "subject"), title, clause=clause)


def titles(tree: Tree, first: int) -> Iterator[Phrase]:
    """Yield the titles in quotation marks from a word to the end of its sentence."""
    place, last = first, tree.sentences[tree.words[first].sentence][1]
    while place <= last:
        found = quoted(tree, place)
        place += 1
        if found is not None:
            yield found
            place = found.last + 2


def quoted(tree: Tree, first: int) -> Phrase | None:
    """Return the words between the quotation mark at or right after a place and the one that closes it, or None."""
    while first < len(tree.words) and tree.words[first].text in (",", ":"):
        first += 1
    if first >= len(tree.words) or tree.words[first].text not in OPENING:
        return None
    end = next((word.i for word in tree.words[first + 1 :] if word.text in CLOSING), None)
    if end is None or not first + 1 < end <= first + 25:
        return None
    last = end - 1
    while last > first + 1 and tree.words[last].text in (",", "."):
        last -= 1
    head = next((word for word in tree.words[first + 1 : last + 1] if word.tag in NAME), tree.words[last])
    name = tree.text[tree.words[first + 1].start : tree.words[last].end]
    return Phrase(head, first + 1, last, "object", name)


def identified(tree: Tree, verb: Word) -> Iterator[Draft]:
    """Yield what a description says of the name it is given: "the only road leading to Lund is the Sound Road"."""
    noun, name = verb.kid("nsubj"), verb.kid("attr")
    if noun is None or name is None or noun.tag != "NN" or name.tag not in NAME or verb.kid("neg"):
        return
    one = any(kid.lower in ("the", "only") for kid in noun.kids)
    action = next((kid for kid in noun.kids if kid.dep in ("acl", "relcl") and kid.i > noun.i), None)
    thing = action.kid("dobj") if action is not None else None
    own = action.kid("nsubj") if action is not None else None
    if action is None or thing is None or not one or action.tag == "VBN" or action.kid("neg"):
        return
    if own is None or own.tag in ("WDT", "WP"):
        subject = spans.noun_phrase(tree, name, "subject", conjuncts=False)
        clause = of_verb(action)
        yield Draft("implied-identity", action, [*clause.group], subject, spans.noun_phrase(tree, thing, "object"), clause=clause)


def degree(tree: Tree, word: Word) -> Iterator[Draft]:
    """Yield that somebody with a degree after the name holds it, as in "Ada Holm, Ph.D."."""
    comma = word.left - 1
    name = tree.words[comma - 1] if comma > 0 and tree.words[comma].text == "," else None
    if name is not None and name.tag in NAME:
        yield Draft(
            "implied-degree",
            word,
            ["holds"],
            spans.noun_phrase(tree, name, "subject", conjuncts=False),
            Phrase(word, word.i, word.i, "object"),
        )
