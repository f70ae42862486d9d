"""The clause model, which is a verb with its group of words, its subject, its objects and complements, and its adverbials.

"Earlier, the council had not approved the plan in May" is the verb `approved` with the group "had not approved", the subject "the
council", the object "the plan" and the adverbials "Earlier" and "in May".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kb.propose.attribution.tree import Tree, Word, antecedent, first_conjunct, past_above
from kb.propose.statements import subjects
from kb.propose.statements.words import listed

YEAR = re.compile(r"1\d{3}|20[01]\d")
PARTS_OF_GROUP = frozenset(("aux", "auxpass", "neg", "prt"))
OBJECTS = frozenset(("dobj", "attr", "acomp", "oprd"))
ADVERBIALS = frozenset(("prep", "agent", "npadvmod", "advcl", "advmod", "dative", "ccomp", "xcomp"))


@dataclass(slots=True)
class Clause:
    """A verb and what depends on it. `chain` are the verbs of the relation in order ("tries", "woo"), the last of them the main one.

    `group` are the words of the relation in order of the text, with auxiliaries that an earlier conjoined verb shares. `antecedent` is
    the noun that a relative pronoun of the clause stands for.
    """

    verb: Word
    chain: list[Word]
    group: list[Word]
    subject: Word | None
    objects: list[Word] = field(default_factory=list)
    adverbials: list[Word] = field(default_factory=list)
    antecedent: Word | None = None

    @property
    def adjectives(self) -> list[Word]:
        """The adjectives that lead from one verb of the chain to the next, as in "unable" in "is unable to pay"."""
        return linking(self.chain)

    @property
    def main(self) -> Word:
        """The last verb of the chain, which carries the meaning."""
        return self.chain[-1]


def clauses(tree: Tree) -> Iterator[Clause]:
    """Yield the clauses of a paragraph in the order of their verbs."""
    chained: set[int] = set()
    for word in tree.words:
        if is_predicate(word) and word.i not in chained:
            clause = of_verb(word)
            chained.update(verb.i for verb in clause.chain)
            yield clause


def is_predicate(word: Word) -> bool:
    """Whether a word is the verb of a clause, not an auxiliary or a participle used as an adjective."""
    if not (word.text[:1].isalpha() or is_shortened(word)) or is_hardship(word) or is_beside(word):
        return False
    return word.tag[:2] in ("VB", "MD") and word.dep not in ("aux", "auxpass", "amod", "compound", "prep", "punct", "pobj", "nmod")


def is_beside(word: Word) -> bool:
    """Whether a participle only sets one thing beside another, as in "as opposed to", "as compared with"."""
    mark = word.kid("mark", "prep") if word.tag == "VBN" and word.lower in listed("clause", "beside") else None
    return mark is not None and mark.lower == "as" and mark.i == word.i - 1


def is_shortened(word: Word) -> bool:
    """Whether a word is a form of "be" that is written with what stands before it: "he’s a clerk", "they’re in Lund"."""
    return word.lemma == "be" and word.text[:1] in "'’" and word.tag in ("VBZ", "VBP")


def is_hardship(word: Word) -> bool:
    """Whether a participle only tells in what somebody has trouble, as in "had trouble paying"."""
    above = word.head
    return word.tag == "VBG" and word.dep == "acl" and above.dep == "dobj" and above.lemma in listed("clause", "hardships")


def of_verb(verb: Word) -> Clause:
    """Return the clause of a verb."""
    chain = chained(verb)
    clause = Clause(verb, chain, group(chain), subjects.of(verb), antecedent=None if subjects.completes(verb) else antecedent(verb))
    for link in chain:
        for kid in link.kids:
            if kid in chain or in_group(kid, clause.group):
                continue
            if kid.dep in OBJECTS:
                clause.objects.append(kid)
            elif kid.dep in ADVERBIALS and not in_group(kid, clause.group):
                clause.adverbials.append(kid)
    clause.adverbials += [kid for adjective in linking(chain) for kid in adjective.kids if kid.lower == "than" and kid.kids]
    clause.adverbials.extend([*shared(verb), *before_aside(verb)])
    borrow_complements(clause)
    return clause


def borrow_complements(clause: Clause) -> None:
    """Add what a verb shares with the one conjoined right after it, in place, as in "issues and executes orders"."""
    verb = clause.main
    other = verb.kid("conj")
    if other is None or other.tag[:2] != "VB" or subjects.own(other) is not None or clause.objects:
        return
    if verb.lemma in listed("clause", "intransitive"):
        return
    between = [kid for kid in verb.kids if verb.i < kid.i < other.i and kid.dep not in ("cc", "punct", "prt", "prep")]
    preps = [kid for kid in verb.kids if verb.i < kid.i < other.i and kid.dep == "prep"]
    if between or any(kid.kids for kid in preps):
        return
    passive_verb = verb.kid("auxpass") is not None or bool(borrowed(verb))
    if preps and not passive_verb:
        clause.group.extend(preps)
        clause.adverbials = [word for word in clause.adverbials if word not in preps]
    kept = ("dobj",) if not passive_verb else ()
    clause.objects.extend(kid for kid in other.kids if kid.dep in kept and not preps)
    if preps:
        clause.objects.extend(
            below
            for kid in other.kids
            if kid.dep in ("dobj", "prep")
            for below in (kid if kid.dep == "dobj" else kid.kid("pobj"),)
            if below
        )
    elif not other.kid("dobj") or not passive_verb:
        clause.adverbials.extend(kid for kid in other.kids if kid.dep in ("prep", "agent"))


def chained(verb: Word) -> list[Word]:
    """Return the verbs that make up one relation, as in "tries to woo" but not "allowed them to leave"."""
    chain = [verb]
    while len(chain) < 4:
        last = chain[-1]
        follower = last.kid("xcomp") or through_adjective(last)
        if last.lemma in listed("denying", "certain") or last.kid("prt"):
            break
        if follower is not None and (parted(last, follower) or any(kid.lower == "whether" or kid.tag == "WRB" for kid in follower.kids)):
            break
        if follower is None or follower.tag[:2] != "VB" or last.kid("dobj") or follower.i < last.i or follower.kid("nsubj", "nsubjpass"):
            break
        chain.append(follower)
    return chain


def parted(verb: Word, follower: Word) -> bool:
    """Whether a phrase of its own stands between a verb and its infinitive, as in "has until Friday to pay"."""
    parting = ("prep", "npadvmod", "dative", "agent")
    return any(verb.i < kid.i < follower.left and kid.dep in parting for kid in verb.kids if kid is not follower)


def through_adjective(verb: Word) -> Word | None:
    """Return the verb that an adjective after the copula leads on to, as in "pay" in "is unable to pay"."""
    adjective = verb.kid("acomp")
    subject = subjects.own(verb)
    if adjective is None or (subject is not None and subject.lower == "it" and not verb.kid("expl")):
        return None
    follower = adjective.kid("xcomp")
    return follower if follower is not None and follower.kid("aux") is not None else None


def group(chain: list[Word]) -> list[Word]:
    """Return the words of the relation in order of the text."""
    words = {word.i: word for word in chain}
    for adjective in linking(chain):
        words |= {word.i: word for word in (*adjective.kids, adjective) if word.i <= adjective.i}
    for verb in chain:
        for kid in verb.kids:
            if kid.dep in PARTS_OF_GROUP or before_verb(kid, verb) or is_particle(kid, verb):
                words |= {part.i: part for part in (kid, *(below for below in kid.kids if kid.tag == "MD" and below.dep == "cc"))}
    for aux in borrowed(chain[0]):
        words[aux.i] = aux
    return [words[place] for place in sorted(words)]


def before_aside(verb: Word) -> Iterator[Word]:
    """Yield the clauses before an aside that the parse hangs on its verb: "If it rains, they said, we will stay"."""
    for kid in verb.kids:
        subject = subjects.own(kid) if kid.dep == "parataxis" and kid.i < verb.i else None
        if subject is not None:
            yield from (below for below in kid.kids if below.dep == "advcl" and below.kid("mark") and below.right < subject.left)


def linking(chain: list[Word]) -> list[Word]:
    """Return the adjectives that lead from one verb of a chain to the next."""
    heads = [verb.head for verb in chain[1:] if verb.head not in chain]
    between = [kid for verb, follower in pairwise(chain) for kid in verb.kids if kid.dep == "acomp" and verb.i < kid.i < follower.i]
    return [*heads, *(word for word in between if word not in heads)]


def is_particle(kid: Word, verb: Word) -> bool:
    """Whether a preposition without an object belongs to a passive verb, as in "to" in "is referred to as a city"."""
    return kid.dep == "prep" and not kid.kids and kid.i == verb.i + 1 and verb.kid("auxpass") is not None


def before_verb(kid: Word, verb: Word) -> bool:
    """Whether a word is a single adverb that stands within the verb's group, as in "generally" in "was generally liked"."""
    if kid.dep != "advmod" or kid.kids or kid.i > verb.i or kid.tag in ("WRB", "IN"):
        return False
    subject = verb.kid("nsubj", "nsubjpass", "csubj", "expl")
    helper = min((other.i for other in verb.kids if other.dep in ("aux", "auxpass")), default=verb.i)
    return kid.i > (subject.right if subject is not None else min(helper, verb.i) - 3)


def in_group(word: Word, words: list[Word]) -> bool:
    """Whether a word is one of the relation's."""
    return any(word is other for other in words)


def borrowed(verb: Word) -> list[Word]:
    """Return the auxiliaries that a conjoined verb shares with the first one, as in "was" for "exalted" in "was loved and exalted"."""
    if verb.dep != "conj" or verb.kid("aux", "auxpass") or subjects.own(verb) is not None:
        return []
    first = first_conjunct(verb)
    helpers = [kid for kid in first.kids if kid.dep in ("aux", "auxpass")]
    if verb.tag == "VBN" and first.tag in ("VBN", "VBD"):
        return helpers
    if verb.tag == first.tag and verb.tag in ("VB", "VBG"):
        return [kid for kid in helpers if kid.lower != "to" or first.dep not in ("xcomp",)]
    return []


def shared(verb: Word) -> Iterator[Word]:
    """Yield the adverbials at the front of a sentence that hold for its later verbs, too, as in "In May, they met and signed"."""
    if verb.dep != "conj" or subjects.own(verb) is not None:
        return
    first = first_conjunct(verb)
    subject = subjects.own(first)
    if subject is not None:
        yield from (kid for kid in first.kids if kid.dep in ("prep", "npadvmod") and kid.right < subject.left)


def participle_helper(clause: Clause) -> list[Word | str]:
    """Return the form of "be" that a passive participle without auxiliary lacks, as in "the plan [was] drafted in May"."""
    verb = clause.verb
    if verb.tag != "VBN" or verb.kid("aux", "auxpass") or (len(clause.group) > 1 and clause.group[0].dep.startswith("aux")):
        return []
    if first_conjunct(verb).dep not in ("acl", "advcl") or (verb.kid("nsubj") is not None and verb.kid("dobj") is not None):
        return []
    plural = clause.subject is not None and (clause.subject.tag in ("NNS", "NNPS") or clause.subject.kid("conj") is not None)
    past = past_above(verb) or any(YEAR.fullmatch(noun.text) for kid in verb.kids if (noun := kid.kid("pobj")) is not None)
    return [("were" if plural else "was") if past else ("are" if plural else "is")]
