"""Find all events that a text tells of, named or not, each with its word, whether it happened, when, and who or what takes part in it.

An event of a base must have a name by which others can be found to tell of it, too. Those found here need none: "sold the yard in May",
"the sale of the yard".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kb.propose.attribution.tree import Tree, Word
from kb.propose.events import nominal, triggers
from kb.propose.events.actuality import DID_NOT_HAPPEN, HAPPENING_ITSELF, HYPOTHETICAL, OCCURRED, ONGOING, of_clause, of_noun, of_tense
from kb.propose.events.triggers import Trigger
from kb.propose.events.verbs import verbs
from kb.propose.parts import Date, Span
from kb.propose.statements import assembly
from kb.propose.statements.commitment.unrealised import ASPECTS
from kb.propose.statements.resolved import Resolved
from kb.propose.statements.statement import Argument, Statement
from kb.propose.statements.words import listed

REALISED = ASPECTS | {"use", "come", "get"}
"""Verbs whose infinitive has happened where they have: "managed to sell it", not "tried to sell it"."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event that a text tells of: its word, its kind where the word shows it, and its participants in the roles of the active voice.

    `actuality` is a word of events.actuality, the most cautious where the words leave it open. `date` is EDTF.
    """

    span: Span
    kind: str | None
    actuality: str
    date: str | None
    participants: tuple[Argument, ...]


def find(trees: Iterable[Tree], statements: Iterable[Statement], dates: Sequence[Date], names: Resolved) -> list[Occurrence]:
    """Return the events that the paragraphs of a text tell of, in order."""
    by_place: dict[int, Statement] = {}
    for statement in statements:
        by_place.setdefault(statement.place, statement)
    return [one for tree in trees for one in of_tree(tree, by_place, dates, names)]


def of_tree(tree: Tree, by_place: dict[int, Statement], dates: Sequence[Date], names: Resolved) -> Iterator[Occurrence]:
    """Yield the events that one paragraph tells of."""
    found = triggers.find(tree)
    dated = dated_by(tree, {one.word.i for one in found}, dates)
    for one in found:
        word = one.word
        parts = tuple(part for phrase in one.parts if (part := assembly.argument(tree, phrase, names)) is not None)
        kind = one.kind or (kind_of_verb(word) if one.clause else None)
        when = dated.get(word.i) or (dated.get(word.head.i, []) if tells_when(word) else [])
        span = Span(word.start + tree.offset, word.end + tree.offset, word.text)
        yield Occurrence(span, kind, shown(tree, one, by_place), when[0] if len(when) == 1 else None, parts)


def kind_of_verb(verb: Word) -> str | None:
    """Return the kind of the event of a verb that stands in verbs.toml, or says something, else None."""
    if verb.lemma in verbs():
        return verbs()[verb.lemma].kind
    return "communication" if verb.lemma in nominal.words("saying") else None


def shown(tree: Tree, trigger: Trigger, by_place: dict[int, Statement]) -> str:
    """Return whether an event happened, by the statement of its verb, or of the verb that its noun depends on, and by tense alone without one."""
    word, clause = trigger.word, trigger.clause
    if clause is None:
        verb = next((above for above in word.above() if above.tag.startswith("VB")), None)
        return of_noun(by_place.get(verb.start + tree.offset) if verb else None, verb, word, trigger.kind)
    statement = by_place.get(clause.verb.start + tree.offset)
    if statement is not None and word is clause.main:
        told = of_clause(statement, clause.verb)
        realised = all(link.lemma in REALISED or link.lemma in listed("open", "implicative") for link in clause.chain[:-1])
        return told if told not in (OCCURRED, ONGOING) or (realised and not clause.adjectives) else HYPOTHETICAL  # "tried to sell it"
    if word.tag == "VBG" and not word.kid("aux"):  # "must be firm in spelling it out"
        return HYPOTHETICAL
    if any(kid.dep == "mark" and kid.lower in ("if", "unless", "whether") for kid in clause.verb.kids):
        return HYPOTHETICAL
    return DID_NOT_HAPPEN if word.kid("neg") else of_tense(word)


def tells_when(noun: Word) -> bool:
    """Whether the time of a noun's event is that of the verb whose subject it is, as in "the sale came in May"."""
    return noun.dep == "nsubj" and noun.head.lemma in HAPPENING_ITSELF


def dated_by(tree: Tree, places: set[int], dates: Sequence[Date]) -> dict[int, list[str]]:
    """Return the EDTF dates of each word that tells of an event, by its position: those whose nearest such word it is."""
    found: dict[int, list[str]] = {}
    end = tree.offset + len(tree.text)
    for date in dates:
        if date.edtf and tree.offset <= date.span.start < end:
            first = next((word for word in tree.words if word.end + tree.offset > date.span.start), None)
            near = next((word for word in above(first) if word.i in places), None) if first is not None else None
            if near is not None:
                found.setdefault(near.i, []).append(date.edtf)
    return found


def above(word: Word) -> Iterator[Word]:
    """Yield a word and those it depends on."""
    yield word
    yield from word.above()
