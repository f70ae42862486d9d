"""Complete a clause that says only who does the same, or does not: "So did Lund", "Malmo has not", "neither will the clerk".

What it leaves out stands in the clause before it, whose verb takes the form that the auxiliary asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.statements import clause as clauses
from kb.propose.statements import spans, subjects
from kb.propose.statements.clause import Clause
from kb.propose.statements.draft import ELLIPTICAL, Draft
from kb.propose.statements.wording.inflection import inflected

SAME = frozenset(("so", "neither", "nor"))
BESIDE = frozenset(("too", "also", "either", "not", "n't", "n’t", "never", "both", "either", "however", "still", "so", "neither", "nor"))
FINITE = ("VBD", "VBZ", "VBP", "MD")
OPENING = (",", ";", ":", "–", "—", "-", ".", "?", "!", "”", "''", '"', ")")


def is_elliptical(tree: Tree, verb: Word) -> bool:
    """Whether a verb is an auxiliary whose main verb is left out, as in "Malmo did not" and not in "as they did", "they did it"."""
    if (verb.lemma not in ("do", "have", "be") and verb.tag != "MD") or verb.tag not in FINITE or verb.dep in ("aux", "auxpass", "relcl"):
        return False
    if first_conjunct(verb).dep in ("advcl", "relcl", "acl", "csubj") or verb.kid("mark") is not None:
        return False
    subject = subject_of(tree, verb)
    if subject is None or subject.tag in ("WDT", "WP", "EX") or (subject.lower == "it" and verb.lemma == "be"):
        return False
    rest = [kid for kid in verb.kids if kid is not subject and kid.dep not in ("punct", "cc", "conj", "ccomp") and kid.lower not in BESIDE]
    after = [kid for kid in verb.kids if kid.dep == "ccomp" and kid.i > verb.i]
    return not rest and not after and ends(tree, verb, subject)


def ends(tree: Tree, verb: Word, subject: Word) -> bool:
    """Whether nothing of a clause follows its auxiliary and subject."""
    place = max(verb.i, subject.right) + 1
    while place < len(tree.words) and tree.words[place].lower in BESIDE:
        place += 1
    following = tree.words[place] if place < len(tree.words) else None
    return following is None or following.sentence != verb.sentence or following.text in OPENING or following.dep == "cc"


def subject_of(tree: Tree, verb: Word) -> Word | None:
    """Return the subject of such a clause, which stands behind the auxiliary after "so" and "neither"."""
    before = tree.words[verb.i - 1] if verb.i else None
    if before is not None and before.lower in SAME:
        return next((kid for kid in verb.kids if kid.i > verb.i and kid.dep in ("nsubj", "nsubjpass", "dobj", "attr")), None)
    own = subjects.own(verb)
    return own if own is not None and own.i < verb.i else None


def completed(tree: Tree, verb: Word, read: Callable[[Tree, Clause], Iterator[Draft]]) -> Iterator[Draft]:
    """Yield the statement of an elliptical clause, if there is a clause before that it repeats, which `read` reads."""
    other = before(tree, verb)
    draft = next(read(tree, clauses.of_verb(other)), None) if other is not None else None
    subject = subject_of(tree, verb)
    if draft is None or subject is None or draft.clause is None:
        return
    main = draft.clause.chain[0]
    place = next((n for n, word in enumerate(draft.relation) if word is main), None)
    if place is None:
        return
    phrase = spans.noun_phrase(tree, subject, "subject")
    if subject.lower in ("those", "that") and draft.subject is not None:
        rest = tree.text[tree.words[subject.i].end : tree.words[phrase.last].end]
        phrase.name = f"the {draft.subject.head.lower}{rest}"
    arguments = [one for one in draft.arguments if one.role != "time" and one.first > main.i]
    relation: list[Word | str] = [*group(verb, main), *draft.relation[place + 1 :]]
    yield replace(
        draft,
        rule=ELLIPTICAL,
        verb=verb,
        relation=relation,
        subject=phrase,
        arguments=arguments,
        clause=clauses.of_verb(verb),
        member=False,
    )


def group(verb: Word, main: Word) -> list[str]:
    """Return the words of the verb that is left out, in the form that its auxiliary asks for."""
    if verb.lemma == "do":
        return [inflected(main.lemma, verb.tag)]
    if verb.tag == "MD":
        return [verb.lower, main.lemma]
    if verb.lemma == "have" and not any(kid.lemma == "have" and kid.dep == "aux" for kid in main.kids):
        return [verb.lower]
    if verb.lemma == "have":
        return [verb.lower, inflected(main.lemma, "VBN")]
    return [verb.lower] if main.lemma == "be" else [verb.lower, main.text]


def before(tree: Tree, verb: Word) -> Word | None:
    """Return the verb of the clause that an elliptical one repeats, in its sentence or the one before, or None."""
    for sentence in (verb.sentence, verb.sentence - 1):
        words = [word for word in tree.words if word.sentence == sentence and word.i < verb.i and clauses.is_predicate(word)]
        fitting = [
            word for word in words if fits(verb, word) and first_conjunct(word).dep not in ("relcl", "acl", "advcl", "xcomp", "pcomp")
        ]
        alike = [word for word in fitting if verb.tag == "MD" and any(kid.tag == "MD" for kid in word.kids)]
        fitting = alike or fitting
        if fitting:
            return min(fitting, key=lambda word: (sum(1 for _ in first_conjunct(word).above()), -word.i))
        if words:
            return None
    return None


def fits(verb: Word, other: Word) -> bool:
    """Whether an auxiliary can stand for another verb with its own auxiliaries."""
    helpers = [kid for kid in other.kids if kid.dep in ("aux", "auxpass")]
    if verb.lemma == "be" and verb.tag != "MD":
        return other.lemma == "be" or any(kid.lemma == "be" for kid in helpers)
    if verb.tag == "MD":
        return other.lemma != "be"
    if verb.lemma == "have":
        return other.lemma == "have" or any(kid.lemma == "have" for kid in helpers)
    return other.lemma != "be" and all(kid.lemma == "do" for kid in helpers)
