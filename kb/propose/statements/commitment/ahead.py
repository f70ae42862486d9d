"""Recognise clauses about what is yet to come or need not come, because what they belong to is: "will march, waving flags"."""

from __future__ import annotations

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Word
from kb.propose.attribution.unsaid import asked_for, is_infinitive
from kb.propose.statements import subjects
from kb.propose.statements.commitment.unrealised import ASPECTS, FUTURE, TEMPORAL, WANTING
from kb.propose.statements.words import listed


def attends(node: Word, above: Word) -> bool:
    """Whether a participle tells of what goes with the verb before it and is as sure as that: "will march, waving flags"."""
    return node.dep == "advcl" and node.tag == "VBG" and above.tag[:2] == "VB" and node.i > above.i and not node.kid("mark", "aux")


def is_ahead(verb: Word) -> bool:
    """Whether a verb tells of what is yet to come: "will march", "expects to march"."""
    if any(kid.tag == "MD" for kid in verb.kids):
        return True
    entry = table("verbs").get(verb.head.lemma, {}).get("inf") if verb.dep == "xcomp" and verb.tag == "VB" else None
    return entry is not None and entry.kind in ("plan", "prediction", "norm")


def to_come(node: Word, above: Word) -> bool:
    """Whether a temporal clause tells of what has not happened yet, because the clause above it is about the future."""
    mark = node.kid("mark", "advmod")
    future = any((kid.tag == "MD" and kid.lower in FUTURE) or (kid.lower == "better" and kid.i < above.i) for kid in above.kids)
    if node.dep != "advcl" or mark is None or mark.lower not in TEMPORAL:
        return False
    promised = mark.lower in ("until", "till") and any(one.kind == "plan" for one in table("verbs").get(above.lemma, {}).values())
    asked = mark.lower in ("until", "till") and any(kid.tag == "MD" for word in (above, above.head.head) for kid in word.kids)
    demanded = mark.lower in ("until", "till") and any(asked_for(one.head) for one in infinitives(node, above))
    may_be = (
        mark.lower in ("before", "until", "till", "once")
        and is_present(node)
        and (is_infinitive(above) or any(kid.tag == "MD" for kid in above.kids))
    )
    return promised or demanded or may_be or ((future or asked) and node.tag in ("VBZ", "VBP", "VBN"))


def infinitives(node: Word, above: Word) -> list[Word]:
    """Return the infinitives that a clause may depend on, whichever the parse hangs it on: "rejected the request to wait until they paid"."""
    nouns = [kid for kid in above.kids if kid.dep == "dobj"]
    near = [above, *(kid for word in (above, *nouns) for kid in word.kids if kid.dep in ("acl", "xcomp") and above.i < kid.i < node.left)]
    return [word for word in near if word.tag == "VB" and any(kid.lower == "to" for kid in word.kids if kid.dep == "aux")]


def would_be(node: Word, above: Word) -> bool:
    """Whether a relative clause tells of something that there is not yet, as in "is likely to write a book that tells of the war"."""
    above = subjects.agreeing(above, node) if node.dep == "relcl" and above.tag[:2] == "NN" else above
    verb = next((word for word in above.above() if word.tag[:2] in ("VB", "MD")), None)
    article = above.kid("det", "poss")
    indefinite = article.lower in ("a", "an", "any") if article is not None else above.tag == "NNS"
    relates = (node.dep == "relcl" and node.tag in ("VBZ", "VBP", "VBD")) or (node.dep == "acl" and node.tag == "VBG")
    if relates and node.tag != "VBD" and indefinite_or_bare(above) and is_sought(above):
        return True
    if not relates or verb is None or above.dep not in ("dobj", "attr") or not indefinite or node.kid("aux"):
        return False
    helpers = [kid for kid in verb.kids if kid.dep == "aux"]
    if node.tag == "VBD":  # "would like to have a clerk who sang"
        return any(kid.lower in ("would", "'d", "’d") for word in above.above() for kid in word.kids if kid.tag == "MD")
    to_be = verb.tag == "VB" and verb.dep == "xcomp" and verb.head.lemma not in ASPECTS
    return to_be or verb.lemma in WANTING or any(kid.tag == "MD" for kid in helpers)


def indefinite_or_bare(noun: Word) -> bool:
    """Whether a noun has no article, or an indefinite one."""
    article = noun.kid("det", "poss")
    return article is None or article.lower in ("a", "an", "any")


def is_sought(noun: Word) -> bool:
    """Whether a noun is for what somebody hopes to get, as in "a reward for information leading to an arrest"."""
    return noun.dep == "pobj" and noun.head.lower == "for" and noun.head.head.lemma in listed("open", "seeking")


def is_present(verb: Word) -> bool:
    """Whether a clause is in the present, by its verb or by the auxiliary of that."""
    return verb.tag in ("VBZ", "VBP") or any(kid.tag in ("VBZ", "VBP") for kid in verb.kids if kid.dep in ("aux", "auxpass"))
