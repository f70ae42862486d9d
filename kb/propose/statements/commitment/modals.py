"""What "should" and "would" mean where they neither demand nor foretell: what is likely, and what came later in the past."""

from __future__ import annotations

import re

from kb.propose.actors import gazetteer
from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word, first_conjunct, past_above
from kb.propose.reference.words import listed as reference_listed
from kb.propose.statements import roles, subjects
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.words import listed

PAST_YEAR = re.compile(r"1[0-9]{3}s?|20[01]\ds?")
PERSONAL = frozenset(("i", "you", "he", "she", "we", "they", "who", "everyone", "everybody", "anyone", "anybody", "someone", "somebody"))
ANYBODY = frozenset(("every", "each", "all", "any", "no", "a", "an", "these", "those"))
"""Articles of whoever it may be, so that "every child should be able to read" demands."""


def modal(draft: Draft, *forms: str) -> Word | None:
    """Return the modal verb of a statement that has one of these forms, or None."""
    return next((word for word in draft.relation if isinstance(word, Word) and word.tag == "MD" and word.lower in forms), None)


def expects(tree: Tree, draft: Draft) -> bool:
    """Whether "should" says what is likely and demands nothing, as in "the loan should help the town", "the pier should be finished in May".

    Somebody who should help is asked to, so that only what things bring about is expected, and what somebody should be able to do.
    """
    if draft.clause is None or draft.subject is None or modal(draft, "should", "shall") is None or after_have(draft):
        return False
    main, subject = draft.clause.main, draft.subject.head
    negated = any(kid.dep == "neg" for verb in draft.clause.chain for kid in verb.kids)
    if any(word.lower == "able" for word in draft.clause.adjectives):
        return not negated and is_one(subject)
    if draft.object is not None and main.lemma == "have" and draft.object.head.lemma in listed("clause", "hardships"):
        return True
    return not is_somebody(subject) and comes_about(tree, draft, main, negated=negated)


def comes_about(tree: Tree, draft: Draft, main: Word, *, negated: bool) -> bool:
    """Whether a verb tells what a thing brings about, is soon, or has undergone by a time."""
    if main.kid("auxpass") is not None:
        return not negated and main.lemma in listed("should", "finished") and any(roles.is_time(tree, one) for one in timed(draft))
    if main.lemma == "be":
        return not negated and draft.object is not None and draft.object.head.lower in listed("should", "states")
    return main.lemma in listed("should", "lasting" if negated else "expected")


def timed(draft: Draft) -> list[Phrase]:
    """Return the parts of a statement that may say when."""
    return [one for one in (draft.object, *draft.arguments) if one is not None]


def after_have(draft: Draft) -> bool:
    """Whether the verb is put into the past by "have", as in "should have paid"."""
    return any(isinstance(word, Word) and word.lemma == "have" and word.dep == "aux" for word in draft.relation)


def is_one(noun: Word) -> bool:
    """Whether a subject is a certain one: a name, "he", "the firm"."""
    if noun.tag in ("NNP", "NNPS"):
        return True
    article = noun.kid("det", "poss")
    return noun.lower in ("he", "she", "it") or (article is not None and article.lower not in ANYBODY)


def is_somebody(noun: Word) -> bool:
    """Whether a subject is a person or a body that may be asked to do something."""
    if noun.tag in ("NNP", "NNPS") or noun.lower in PERSONAL:
        return True
    words = gazetteer.words()
    people = reference_listed("kind", "people") | reference_listed("kind", "place")
    bodies = ("roles", "groups", "trades", "body-nouns")
    return any(form in words[name] for form in (noun.lower, noun.lemma) for name in bodies) or noun.lemma in people


def is_due(year: Word) -> bool:
    """Whether something is to be done by a year: "by 2019"."""
    return year.head.lower == "by"


def is_history(tree: Tree, draft: Draft) -> bool:
    """Whether "would" tells of what came later in the past: "would later sink", "would go on to win", "met Ada, who would become mayor".

    A date that is over shows it, too. What somebody says would be later is foretold, and no history.
    """
    would = modal(draft, "would", "'d", "’d")
    if would is None or after_have(draft) or draft.clause is None:
        return False
    said = [word for phrase in draft.arguments for word in tree.words[phrase.first : phrase.last + 1]]
    said += [word for phrase in [draft.object] if phrase is not None for word in tree.words[phrase.first : phrase.last + 1]]
    if any(PAST_YEAR.fullmatch(word.text) and not is_due(word) for word in (*said, *would.head.kids)):
        return True
    top = first_conjunct(draft.clause.verb)
    if is_habit(would) or goes_on(tree, top, would) or (top.dep != "ccomp" and declines(draft, would)):
        return True
    reports = top is not draft.clause.verb and top.tag in ("VBZ", "VBP")  # "says it would fall, but would eventually rise"
    if reports or top.dep == "ccomp" or not (top.dep != "relcl" or past_above(top)):
        return False
    if any(kid.lower in listed("would", "afterwards") | listed("would", "habits") for kid in would.head.kids):
        return True
    kids = would.head.kids
    went_on = (
        would.head.lemma == "go" and any(kid.lower == "on" for kid in kids) and any(kid.tag == "VB" and kid.kid("aux") for kid in kids)
    )
    named = draft.subject is not None and draft.subject.head.tag in ("NNP", "NNPS")
    return went_on or (top.dep == "relcl" and named and draft.clause.main.lemma == "become")


def goes_on(tree: Tree, verb: Word, would: Word) -> bool:
    """Whether a clause goes on, after a colon or semicolon, with what a clause in the past began to tell: "They sent clerks; they would pay them"."""
    before = verb.head if verb.dep in ("parataxis", "conj") else verb.kid("ccomp", "parataxis")
    if before is None or before.tag != "VBD" or not before.i < would.i or "clause" in table("verbs").get(before.lemma, {}):
        return False
    return subjects.own(verb) is not None and any(word.text in (";", ":") for word in tree.words[before.i : would.i])


def is_on_the_way(draft: Draft) -> bool:
    """Whether somebody is only on the way to what an infinitive tells of, as in "is on track to win"."""
    if draft.clause is None or not (draft.clause.main.tag == "VB" or draft.clause.main.kid("xcomp")):
        return False
    places = [kid.kid("pobj") for verb in draft.clause.chain for kid in verb.kids if kid.dep == "prep" and kid.lower == "on"]
    return any(noun is not None and noun.lower in listed("open", "underway") for noun in places)


def declines(draft: Draft, would: Word) -> bool:
    """Whether somebody only did not want to say something, as in "would not comment on it"."""
    assert draft.clause is not None
    negated = any(kid.dep == "neg" for kid in would.head.kids)
    supposed = any(kid.dep == "advcl" and kid.kid("mark") for kid in would.head.kids)
    return negated and not supposed and draft.clause.main.lemma in listed("would", "withheld")


def is_habit(would: Word) -> bool:
    """Whether "would" tells what was done time and again, as in "when they would go out, the clerks would follow them"."""
    clauses = [kid for kid in would.head.kids if kid.dep == "advcl" and any(mark.lower in ("when", "whenever") for mark in kid.kids)]
    return any(kid.lower in ("would", "'d", "’d") for clause in clauses for kid in clause.kids if kid.tag == "MD")
