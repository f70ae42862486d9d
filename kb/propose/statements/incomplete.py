"""Recognise clauses that leave unsaid what they are about, or only echo another clause."""

from __future__ import annotations

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Word, antecedent, first_conjunct
from kb.propose.statements.clause import Clause
from kb.propose.statements.commitment import unrealised


def is_incomplete(clause: Clause) -> bool:
    """Whether a clause leaves unsaid what it is about, as in "what they forget", "as they did", or an aside (", he said,")."""
    if clause.verb.dep == "parataxis" and introduces(clause) and not clause.objects:
        return True
    if unrealised.is_rumoured(clause.main):
        return True
    if is_echo(clause) or gives_reason(clause) or asks_after_preposition(clause):
        return True
    if clause.main.lemma == "do" and not clause.objects and not clause.adverbials:  # "as they did"
        return True
    if any(kid.dep == "ccomp" and relative_subject(kid) for kid in clause.main.kids):  # "which they said was closed"
        return True
    asked = any(asks_for(kid) and kid.dep in ("dobj", "pobj") for verb in clause.chain for kid in verb.kids)
    return asked and first_conjunct(clause.verb).dep not in ("ROOT", "relcl")


def gives_reason(clause: Clause) -> bool:
    """Whether a clause says of the whole sentence why it is so, and nothing of the noun before: "…, which is why they left"."""
    why = (word.kid("advmod") for word in clause.main.kids if word.dep in ("ccomp", "advcl", "attr"))
    return clause.antecedent is not None and clause.main.lemma == "be" and any(one is not None and one.lower == "why" for one in why)


def asks_after_preposition(clause: Clause) -> bool:
    """Whether a clause asks for what stands after a preposition of it, as in "Who is it for?", "which port they sailed from"."""
    verb = clause.main
    stranded = [
        kid for kid in verb.kids if kid.dep in ("prep", "dative") and kid.i > verb.i and not any(below.i > kid.i for below in kid.kids)
    ]
    asking = [*verb.kids, *(below for prep in stranded for below in prep.kids)]
    fronted = any(word.i < verb.i and (word.tag in ("WP", "WP$") or asks_for(word)) and word.dep[:5] != "nsubj" for word in asking)
    return bool(stranded) and fronted and first_conjunct(clause.verb).dep != "relcl"


def asks_for(word: Word) -> bool:
    """Whether a word stands for what nobody has named yet, as in "what they sold", "which mill they sold"."""
    return word.lower == "what" or any(kid.tag == "WDT" and kid.dep == "det" for kid in word.kids)


def is_echo(clause: Clause) -> bool:
    """Whether a clause says of somebody else only that it holds of them, or does not: "Neither do I", "So did Norway"."""
    main = clause.main
    opening = min((kid for kid in main.kids if kid.dep != "punct"), key=lambda kid: kid.i, default=main)
    return main.tag == "MD" or (main.lemma == "do" and opening.lower in ("neither", "nor", "so") and opening.i == main.i - 1)


def relative_subject(verb: Word) -> bool:
    """Whether the subject of a clause is a relative pronoun."""
    subject = verb.kid("nsubj", "nsubjpass")
    return subject is not None and subject.tag in ("WDT", "WP") and antecedent(verb) is not None


def introduces(clause: Clause) -> bool:
    """Whether a verb introduces what others say or think, so that a clause before it is its content."""
    return "clause" in table("verbs").get(clause.main.lemma, {})
