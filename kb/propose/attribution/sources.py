"""Who a cue belongs to: the subject of a verb, found along the parse."""

from __future__ import annotations

from kb.propose.attribution.tree import Word

SUBJECT = ("nsubj", "nsubjpass")
EMPTY = frozenset(("it", "there"))


def passive(verb: Word) -> bool:
    """Whether a verb is in the passive, participles behind a noun included ("a book written by them")."""
    if verb.kid("auxpass", "nsubjpass", "csubjpass"):
        return True
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl", "amod", "ROOT") and not verb.kid("aux", "nsubj")


def agent(verb: Word) -> Word | None:
    """The doer of a passive: what stands behind its "by"."""
    for by in verb.kids:
        if by.dep == "agent" or (by.dep == "prep" and by.lower == "by"):
            return by.kid("pobj", "pcomp")
    return None


def own_subject(verb: Word) -> Word | None:
    return verb.kid(*SUBJECT)


def speaker(verb: Word, depth: int = 0) -> Word | None:
    """The head of the noun phrase whose saying, thinking or meaning the verb is; None where the text names nobody."""
    if passive(verb):
        return agent(verb)
    subject = own_subject(verb)
    if subject is not None:
        return None if subject.lower == "it" and verb.kid("expl") else subject
    return inherited(verb, depth)


def inherited(verb: Word, depth: int = 0) -> Word | None:
    """The subject that a verb without one borrows from what it depends on."""
    above = verb.head
    if above is verb or depth > 6:
        return None
    if verb.dep in ("acl", "relcl"):
        return possessor(above) or sender(verb, depth) or above
    if verb.dep == "xcomp" and above.kid("dobj") is not None and verb.tag == "VB":
        return above.kid("dobj")
    if above.tag.startswith("VB") or above.tag == "MD":
        return own_subject(above) or agent_or_climb(above, depth)
    if above.dep in CARRIERS:
        return own_subject(above) or inherited(above, depth + 1)
    return inherited(above, depth + 1) if verb.dep == "pcomp" else None


def sender(verb: Word, depth: int) -> Word | None:
    """Whose words a participle behind an object tells: "the union released a statement saying that" is the union's saying."""
    made = verb.head
    if verb.dep != "acl" or verb.tag != "VBG" or made.dep != "dobj" or not made.head.tag.startswith("VB"):
        return None
    return own_subject(made.head) or inherited(made.head, depth + 1)


CARRIERS = frozenset(("prep", "pcomp", "agent", "mark", "acomp", "attr", "oprd", "amod", "conj", "dobj", "pobj"))
"""What an infinitive or participle may hang on that has no subject itself."""


def agent_or_climb(verb: Word, depth: int) -> Word | None:
    return agent(verb) if passive(verb) and agent(verb) else inherited(verb, depth + 1)


def possessor(noun: Word) -> Word | None:
    """Whose a noun is: "his claim", "the claim of the union", "a claim by the union"."""
    owner = noun.kid("poss")
    if owner is not None:
        return owner
    for prep in noun.kids:
        if prep.dep in ("prep", "agent") and prep.lower in ("by", "from"):
            return prep.kid("pobj")
    return None
