"""Straighten what a sentence stresses by "what": "What the council wants is a ferry" says that the council wants a ferry."""

from __future__ import annotations

from kb.propose.attribution.tree import Word
from kb.propose.statements import clause as clauses
from kb.propose.statements.clause import Clause


def what_of(clause: Clause) -> Word | None:
    """Return the "what" of the clause that is the subject of a copula, or None for any other clause."""
    verb = clause.subject
    if clause.main.lemma != "be" or verb is None or verb.dep != "csubj" or verb.tag[:2] != "VB":
        return None
    what = verb.kid("dobj", "nsubj")
    return what if what is not None and what.lower == "what" and what.i < verb.i else None


def straightened(clause: Clause) -> Clause | None:
    """Return the clause after "what" with the complement of the copula in its place, or None where that is no plain noun.

    A copula that is negated or weakened says of something else that it is not so, and is left out.
    """
    verb, what = clause.subject, what_of(clause)
    noun = clause.verb.kid("attr")
    if verb is None or what is None or noun is None or noun.tag[:2] not in ("NN", "PR") or clause.verb.kid("neg", "aux"):
        return None
    found = clauses.of_verb(verb)
    found.objects = [word for word in found.objects if word is not what]
    if what.dep == "dobj":
        found.objects.insert(0, noun)
    else:
        found.subject = noun
    return found
