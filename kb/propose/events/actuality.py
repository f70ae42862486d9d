"""Whether an event happened, as a statement shows it by its kind, certainty, negation and tense, and the most cautious where unsure."""

from __future__ import annotations

from collections.abc import Sequence

from kb.base.words import Certainty
from kb.propose.attribution.tree import Word
from kb.propose.events import nominal
from kb.propose.statements.commitment.unrealised import ACCOMPLISHED
from kb.propose.statements.implied.actions import is_given
from kb.propose.statements.statement import Statement

OCCURRED, ONGOING, PLANNED, PREDICTED = "occurred", "ongoing", "planned", "predicted"
HYPOTHETICAL, DID_NOT_HAPPEN = "hypothetical", "did-not-happen"
ORDER = (OCCURRED, ONGOING, PLANNED, PREDICTED, HYPOTHETICAL)
"""From what commits a source most to what commits it least."""
OF_KIND = {"plan": PLANNED, "prediction": PREDICTED, "conditional": HYPOTHETICAL, "question": HYPOTHETICAL, "demand": HYPOTHETICAL}
PLANNING = nominal.words("planning")
IMAGINING = nominal.words("imagining")
"""Verbs whose object need not have happened, though what they say did: "discussed the merger", "rejected the sale"."""
PREVENTING = nominal.words("preventing")
PENDING = PLANNING | IMAGINING | PREVENTING | nominal.words("stalling")
"""Verbs whose subject need not have happened, though what they say did: "the merger stalled"."""
STRIKING = frozenset(("crime", "disaster"))
"""Kinds of event that a text names when they have happened, and does not plan."""
PRESENT = ("participant", "observer", "victim")
"""Roles of those who were not there where it is denied, so that the event happened without them."""
PRESENT_AT = frozenset(("in", "at", "during", "following", "amid", "from", "by", "with", "over", "because", "under"))
"""Prepositions whose event was there when the verb's was: "was hurt in the raid", "fell during the talks"."""
HAPPENING_ITSELF = frozenset(("happen", "occur", "take", "come", "begin", "start", "follow", "end"))
"""Verbs whose time is that of the event that is their subject."""
HAPPENING = nominal.words("going_on")
"""Verbs with which a past event that is their subject or object has happened."""


def of_clause(statement: Statement, verb: Word) -> str:
    """Return whether the event of a verb happened, by the statement with that verb."""
    unsure = statement.certainty in (Certainty.POSSIBLE, Certainty.UNCOMMITTED) or statement.condition is not None
    if statement.kind in OF_KIND:
        return HYPOTHETICAL if statement.negated or unsure else OF_KIND[statement.kind]
    if unsure:
        return HYPOTHETICAL
    if statement.negated:
        return DID_NOT_HAPPEN
    return of_tense(verb, probable=statement.certainty == Certainty.PROBABLE)


def of_tense(verb: Word, *, probable: bool = False) -> str:
    """Return what the tense of a verb shows of its event: past or perfect occurred, progressive is ongoing, anything else is not sure."""
    helpers = {kid.lower for kid in verb.kids if kid.dep in ("aux", "auxpass")}
    if helpers & {"will", "would", "shall", "’ll", "'ll"}:
        return PREDICTED
    if helpers & {"may", "might", "could", "can", "should", "must", "ought"} or verb.tag == "VB":
        return HYPOTHETICAL
    if verb.tag == "VBG" and helpers & {"is", "are", "’s", "'s", "’re", "'re"}:
        return HYPOTHETICAL if probable else ONGOING
    if verb.tag in ("VBD", "VBN", "VBG"):
        return HYPOTHETICAL if probable else OCCURRED
    return HYPOTHETICAL if probable else ONGOING if verb.tag in ("VBZ", "VBP") else HYPOTHETICAL


def of_named(statement: Statement, verb: Word, *, subject: bool, kind: str | None = None) -> str:
    """Return whether an event of a kind that is named as subject or object of a statement happened."""
    undergone = not subject or verb.kid("auxpass") is not None
    if verb.lemma in PREVENTING and not statement.negated and undergone:
        return DID_NOT_HAPPEN if of_clause(statement, verb) == OCCURRED else HYPOTHETICAL
    if not subject and verb.lemma in PLANNING | IMAGINING:
        return PLANNED if verb.lemma in PLANNING and not statement.negated else HYPOTHETICAL
    shown = of_clause(statement, verb)
    if shown == DID_NOT_HAPPEN:
        return of_denied(verb, subject=subject)
    if shown in (OCCURRED, ONGOING) and has_happened(verb, shown, kind):
        return shown if verb.lemma in HAPPENING and verb.tag not in ("VBD", "VBN") and kind not in STRIKING else OCCURRED
    return shown if shown in (PLANNED, PREDICTED) else HYPOTHETICAL


def has_happened(verb: Word, shown: str, kind: str | None) -> bool:
    """Whether a verb says of an event only what is said of one that happened: "shocked", but not "stalled", "the shooting is remembered"."""
    if verb.lemma in HAPPENING:
        return verb.kid("xcomp") is None
    past = shown == OCCURRED and verb.kid("auxpass", "xcomp", "nsubjpass") is None
    return verb.lemma not in PENDING and (past or kind in STRIKING)


def of_denied(verb: Word, *, subject: bool) -> str:
    """Return whether an event happened by a statement that denies something of it: who did not attend the summit missed it."""
    if verb.lemma in ("happen", "occur", "take"):
        return DID_NOT_HAPPEN
    missed = not subject and nominal.taken_by(verb) in PRESENT and of_tense(verb.kid("aux") or verb) == OCCURRED
    return OCCURRED if missed else HYPOTHETICAL


def of_noun(statement: Statement | None, verb: Word | None, noun: Word, kind: str | None) -> str:
    """Return whether the event of a noun, of this kind, happened, by the statement of the verb that the noun depends on, if there is one."""
    if statement is None or verb is None or not is_given(noun):
        return HYPOTHETICAL
    if noun.dep in ("nsubj", "nsubjpass") or (noun.dep == "dobj" and noun.head is verb):
        return of_named(statement, verb, subject=noun.dep != "dobj", kind=kind)
    return of_phrase(statement, verb, noun, kind) if noun.dep == "pobj" else HYPOTHETICAL


def of_phrase(statement: Statement, verb: Word, noun: Word, kind: str | None) -> str:
    """Return whether the event of a noun after a preposition happened: "was hurt in the raid", "the result of the strike"."""
    prep, shown = noun.head, of_clause(statement, verb)
    if prep.head is verb:
        there = prep.lower in ACCOMPLISHED | PRESENT_AT and verb.lemma not in PENDING
        return shown if there and shown in (OCCURRED, ONGOING, PLANNED, PREDICTED) else HYPOTHETICAL
    inside = prep.lower in ("of", "in", "between", "over", "during", "after") and prep.head.tag[:2] == "NN"
    return of_noun(statement, verb, prep.head, kind) if inside and shown in (OCCURRED, ONGOING) else HYPOTHETICAL


def joined(shown: Sequence[str]) -> str:
    """Return whether an event happened by all that is said of it: what commits least, and nothing where some say that it did not happen."""
    if DID_NOT_HAPPEN in shown:
        return DID_NOT_HAPPEN if set(shown) == {DID_NOT_HAPPEN} else HYPOTHETICAL
    return max(shown, key=ORDER.index)
