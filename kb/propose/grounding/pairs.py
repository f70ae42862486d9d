"""Readings of a statement whose two ends are what it relates, where these are not its grammatical subject and object.

"Lund spent 4 million on ships" relates Lund and ships, "Holm is a clerk at Malmo Bank" Holm and the bank. The words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.grounding.comparing import compared
from kb.propose.grounding.keys import Reading, meaningful, possessor, relating, rest, words_within
from kb.propose.grounding.words import listed
from kb.propose.reference.mentions import kind_of
from kb.propose.statements import coordination
from kb.propose.statements.nominal import PERSON_ENDINGS
from kb.propose.statements.resolved import pair_of
from kb.propose.statements.statement import Argument, Statement

NAME = ("NNP", "NNPS")
AMOUNT = re.compile(r"[$€£¥₹]|\d|\b(?:billion|million|years?|months?|days?|hours?)\b")


def paired(tree: Tree, statement: Statement) -> Iterator[Reading]:
    """Yield the readings of a statement by which it relates two things, the likeliest first."""
    relation = relating(tree, statement)
    if statement.subject is None:
        return
    verb = next((word for word in reversed(relation) if word.tag[:2] == "VB"), None)
    copula = verb.lemma in ("be", "become", "remain") if verb is not None else statement.relation.text in ("is", "are", "was", "were")
    object_ = words_within(tree, statement.object.start, statement.object.end) if statement.object else []
    head = next((word for word in object_ if word.head not in object_), None)
    yield from mutual(tree, statement, verb, head)
    yield from scaled(tree, statement, verb)
    yield from compared(tree, statement, verb)
    if statement.object is None or head is None or (verb is None and not copula):
        return
    if copula or verb is None:
        yield from complement(tree, statement, object_, head)
    elif statement.rule.endswith("passive"):
        yield from permitted(statement, verb)
        yield from furnished(tree, statement, verb)
    else:
        yield from small_clause(tree, statement, verb, object_)
        yield from amount(tree, statement, verb)
        yield from improved(tree, statement, object_)
        yield from affected(tree, statement, verb, head)
        yield from across(tree, statement, verb, head)


def mutual(tree: Tree, statement: Statement, verb: Word | None, head: Word | None) -> Iterator[Reading]:
    """Yield that the first of two names stands in the relation to the second: "A and B are rivals", "met", "have a treaty"."""
    assert statement.subject is not None
    two = both(tree, statement.subject)
    if two is None or verb is None:
        return
    words = {word.lower for one in statement.arguments for word in words_within(tree, one.start, one.end)}
    together = {"together", "jointly"} & words or any(word in statement.relation.text.split() for word in ("together", "jointly"))
    if head is not None and head.lemma in listed("symmetric") and head.tag.startswith("NN"):
        yield Reading(("be", head.lemma, "of"), *two)
    elif head is not None and coordination.is_between(head) and not with_others(statement):
        yield Reading((verb.lemma, head.lemma, "with"), *two)
    elif verb.lemma in listed("collective") and (statement.object is None or together):
        yield Reading((verb.lemma, "with"), *two)
    elif together and statement.object is None:
        yield Reading((verb.lemma, "together", "with"), *two)
    elif together and head is not None and head.lemma in listed("collective"):
        yield Reading((head.lemma, "with"), *two)


def with_others(statement: Statement) -> bool:
    """Whether a statement says with whom else, as in "both fought wars with Riga"."""
    return any(one.text.lower().startswith(("with ", "against ", "between ")) for one in statement.arguments)


def both(tree: Tree, subject: Argument) -> tuple[Argument, Argument] | None:
    """Return the two that a subject joins: "Lund and Malmo", "Swedish and Danish leaders", "the two towns" where they were named."""
    if subject.resolved is not None and (names := pair_of(subject.resolved)) is not None:
        return replace(subject, resolved=names[0]), replace(subject, resolved=names[1])
    words = words_within(tree, subject.start, subject.end)
    first = next((word for word in words if word.head not in words), None)
    if first is None:
        return None
    people = next((kid for kid in first.kids if kid.dep == "amod" and kid.text in gazetteer.demonyms() and kid.kid("conj")), None)
    other = people.kid("conj") if people is not None else None
    if people is not None and other is not None and other.text in gazetteer.demonyms() and first.tag == "NNS":
        noun = tree.text[tree.words[other.i + 1].start : words[-1].end]
        return replace(subject, resolved=f"{people.text} {noun}"), replace(subject, resolved=f"{other.text} {noun}")
    members = coordination.members(first)
    if len(members) != 2 or not all(word in words for word in members):
        return None
    first_part = [word for word in words if word.i < members[1].left and word.tag not in ("CC", ",")]
    second_part = [word for word in words if word.i >= members[1].left]
    return (rest(tree, first_part), rest(tree, second_part)) if first_part and second_part else None


def scaled(tree: Tree, statement: Statement, verb: Word | None) -> Iterator[Reading]:
    """Yield what rises or falls in what, as in "the number of ships has grown", where the ships are what people look up."""
    assert statement.subject is not None
    words = words_within(tree, statement.subject.start, statement.subject.end)
    scale = next((word for word in words if word.head not in words), None)
    prep = scale.kid("prep") if scale is not None else None
    direction = next((name for name in ("rise", "fall") if verb is not None and verb.lemma in listed(name)), None)
    if scale is None or prep is None or prep.lower != "of" or direction is None or scale.lemma not in listed("scales") or statement.object:
        return
    inner, outer = [word for word in words if word.i > prep.i], [word for word in words if scale.left <= word.i < prep.i]
    if inner and outer:
        yield Reading((direction, "in"), rest(tree, inner), replace(rest(tree, outer), resolved=scale.text))


def complement(tree: Tree, statement: Statement, object_: list[Word], head: Word) -> Iterator[Reading]:
    """Yield to whom a copula relates its subject: "is China's ally", "its only ally is Riga", "is a clerk at Malmo Bank"."""
    assert statement.subject is not None and statement.object is not None
    own = possessor(tree, statement)
    if own is not None:
        yield own
    words = words_within(tree, statement.subject.start, statement.subject.end)
    noun = next((word for word in words if word.head not in words), None)
    owner = noun.kid("poss") if noun is not None else None
    if noun is not None and owner is not None and owner in words and noun.lemma in listed("relational") and head.tag in NAME:
        named = rest(tree, [word for word in words if owner.left <= word.i <= owner.right and word.dep != "case"])
        turned = noun.lemma not in listed("symmetric")
        yield Reading(("be", noun.lemma, "of"), *((statement.object, named) if turned else (named, statement.object)))
    yield from related(tree, statement, object_, head)
    yield from employer(tree, statement, object_, head)
    yield from result(tree, statement, object_)


def related(tree: Tree, statement: Statement, object_: list[Word], head: Word) -> Iterator[Reading]:
    """Yield to whom a noun relates the subject: "a member of the Port League", where no office is held there, and "a threat to the port"."""
    prep = head.kid("prep")
    noun = prep.kid("pobj") if prep is not None and prep.lower == "of" else None
    if prep is not None and noun is not None and noun.tag in NAME and head.lemma in listed("relational") - listed("offices"):
        named = [word for word in object_ if noun.left <= word.i <= noun.right]
        if named:
            yield Reading(("be", head.lemma, "of"), statement.subject, rest(tree, named))
    phrases = [object_[1:], *(words_within(tree, one.start, one.end) for one in statement.arguments)]
    for words in phrases if head.tag == "NN" else ():
        towards = next((word for word in words if word.dep == "prep" and word.lower == "to" and word.kid("pobj") is not None), None)
        after = [word for word in words if towards is not None and word.i > towards.i]
        if towards is not None and after and (towards.head is head or words[0] is towards):
            yield Reading(("be", head.lemma, "to"), statement.subject, rest(tree, after))


def result(tree: Tree, statement: Statement, object_: list[Word]) -> Iterator[Reading]:
    """Yield what causes that which is its result: "the shortage is the result of a strike"."""
    relation = relating(tree, statement)
    noun = next((word for word in (*relation, *object_) if word.lemma in ("result", "product", "consequence", "outcome")), None)
    prep = noun.kid("prep") if noun is not None else None
    cause = prep.kid("pobj") if prep is not None and prep.lower == "of" else None
    if cause is not None and cause in object_:
        inner = [word for word in object_ if cause.left <= word.i <= cause.right]
        yield Reading(("cause",), rest(tree, inner), statement.subject)


def employer(tree: Tree, statement: Statement, object_: list[Word], head: Word) -> Iterator[Reading]:
    """Yield the body at which somebody holds an office, as in "is director of studies at Malmo Bank"."""
    inner = [word for word in object_ if word.dep == "prep" and word.lower in ("at", "with", "for") and word.i > head.i]
    for prep in inner:
        noun = prep.kid("pobj")
        if noun is not None and noun.tag in NAME and noun in object_ and prep.head.tag not in NAME:
            named = [word for word in object_ if noun.left <= word.i <= noun.right]
            relation = relating(tree, statement)
            office = next((word for word in relation if word.tag == "NN"), head)
            if is_person(office):
                yield Reading(("be", office.lemma, prep.lower), statement.subject, rest(tree, named))
            return


def is_person(noun: Word) -> bool:
    """Whether a noun is for somebody in an office or trade."""
    return kind_of(noun) == "person" or noun.lemma in listed("offices") or noun.lower.endswith(PERSON_ENDINGS)


def permitted(statement: Statement, verb: Word) -> Iterator[Reading]:
    """Yield that a country permits or bans what is permitted or banned there."""
    if verb.lemma not in listed("permitting"):
        return
    for one in (one for one in (statement.object, *statement.arguments) if one is not None):
        if one is statement.object and statement.relation.text.split()[-1] == "in":
            yield Reading((verb.lemma,), one, statement.subject)
        elif one.role == "place" and one.text.startswith("in "):
            inner = Argument(one.text[3:], one.start + 3, one.end, "subject")
            yield Reading((verb.lemma,), inner, statement.subject)


def furnished(tree: Tree, statement: Statement, verb: Word) -> Iterator[Reading]:
    """Yield that somebody was reinforced or supplied by what they were reinforced or supplied with."""
    assert statement.object is not None
    if verb.lemma in listed("furnishing") and relating(tree, statement)[-1].lower == "with":
        yield Reading((verb.lemma,), statement.object, statement.subject)


def small_clause(tree: Tree, statement: Statement, verb: Word, object_: list[Word]) -> Iterator[Reading]:
    """Yield what is made to be somehow, as in "made the league obsolete"."""
    if verb.lemma not in ("make", "render", "leave", "keep") or statement.object is None:
        return
    state = next((kid for kid in verb.kids if kid.dep == "ccomp" and kid.tag.startswith("JJ") and kid in object_), None)
    noun = state.kid("nsubj") if state is not None else None
    if state is not None and noun is not None and noun.tag.startswith("NN"):
        inner = [word for word in object_ if noun.left <= word.i < state.i and (word.i <= noun.i or word.dep != "advmod")]
        inner = [word for word in inner if (word.i <= noun.right and word not in state.kids) or word is noun]
        if inner:
            yield Reading((verb.lemma, state.lemma), statement.subject, rest(tree, inner))


def amount(tree: Tree, statement: Statement, verb: Word) -> Iterator[Reading]:
    """Yield what money or time is spent on, as in "spent 4 million on ships", "has spent 20 years in Asia"."""
    assert statement.object is not None
    if not AMOUNT.search(statement.object.text) or verb.lemma not in listed("spending"):
        return
    for one in statement.arguments:
        words = words_within(tree, one.start, one.end)
        if len(words) > 1 and words[0].tag == "IN" and one.role != "time" and words[0].lower in ("on", "in", "for", "at", "with"):
            yield Reading((verb.lemma, words[0].lower), statement.subject, rest(tree, words[1:]))
            return


def improved(tree: Tree, statement: Statement, object_: list[Word]) -> Iterator[Reading]:
    """Yield what somebody has a part in doing, as in "played a role in building the pier"."""
    gerund = object_[0] if object_ and object_[0].tag == "VBG" else None
    thing = gerund.kid("dobj") if gerund is not None else None
    relation = {word.lower for word in relating(tree, statement)}
    if gerund is not None and thing is not None and relation & {"role", "part", "hand", "share", "helped", "succeeded"}:
        inner = [word for word in object_ if thing.left <= word.i <= thing.right]
        if inner:
            yield Reading(("help", gerund.lemma), statement.subject, rest(tree, inner))


def affected(tree: Tree, statement: Statement, verb: Word, head: Word) -> Iterator[Reading]:
    """Yield the country that is harmed or helped where something of its is, as in "would endanger Norway's security"."""
    owner = head.kid("poss")
    if owner is not None and verb.lemma in listed("affecting") and owner.text in gazetteer.countries():
        words = [word for word in tree.words[owner.left : owner.right + 1] if word.dep != "case"]
        yield Reading((verb.lemma,), statement.subject, rest(tree, words))


def across(tree: Tree, statement: Statement, verb: Word, head: Word) -> Iterator[Reading]:
    """Yield to, from or against whom something described is done: "lost its seat to Malmo", "holds a degree from Lund University"."""
    article = head.kid("det")
    if head.tag in NAME and (article is None or article.lower not in ("a", "an")):
        return
    for one in statement.arguments:
        words = words_within(tree, one.start, one.end)
        noun = words[0].kid("pobj") if len(words) > 1 else None  # it may stand outside the argument
        if noun is None or noun.tag not in NAME or words[0].lower not in ("to", "from", "with", "against") or one.role == "time":
            continue
        key = (verb.lemma, *(word.lemma for word in [head] if meaningful(word)), words[0].lower)
        yield Reading(key, statement.subject, rest(tree, words[1:]))
        return
