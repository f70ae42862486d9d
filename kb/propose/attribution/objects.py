"""What a verb introduces as an infinitive, an object, or a phrase with a preposition."""

from __future__ import annotations

from kb.propose.attribution.clauses import Found, tail
from kb.propose.attribution.lexicon import Frames
from kb.propose.attribution.sources import agent, passive, speaker
from kb.propose.attribution.tree import Tree, Word


def infinitive(tree: Tree, verb: Word, frames: Frames) -> Found:
    """ "vowed to leave", "urged them to leave"."""
    if verb.lemma in ("seem", "appear"):
        return appearance(verb, frames)
    if verb.lemma == "call" and (found := called_on(verb, frames)) is not None:
        return found
    for kid in verb.kids:
        if kid.dep == "xcomp" and kid.i > verb.i and (kid.kid("aux") is not None or kid.tag == "VBG"):
            whom = verb.kid("dobj")
            if whom is not None and whom.i < kid.i:
                return ("whom-to-infinitive", "whom", whom.left, kid.right) if "whom" in frames else None
            if passive(verb) and ("whom" in frames or "inf" in frames):
                subject = verb.kid("nsubjpass")
                first = subject.left if subject is not None else kid.left
                return "passive-infinitive", "whom" if "whom" in frames else "inf", first, kid.right
            if "inf" in frames or kid.tag == "VBG":
                return "to-infinitive", "inf" if "inf" in frames else next(iter(frames)), kid.left, tail(tree, kid.left, kid.right)
    return None


def called_on(verb: Word, frames: Frames) -> Found:
    """ "called on the city to close the harbour": whom, and to do what."""
    on = next((kid for kid in verb.kids if kid.dep == "prep" and kid.i > verb.i and kid.kid("pobj") and f"in:{kid.lower}" in frames), None)
    todo = next((kid for kid in verb.kids if kid.dep in ("xcomp", "advcl") and kid.tag == "VB" and kid.kid("aux")), None)
    if on is None or todo is None or todo.left < on.right:
        return None
    return "whom-to-infinitive", f"in:{on.lower}", on.i + 1, todo.right


def appearance(verb: Word, frames: Frames) -> Found:
    """ "They seem to know": how it looks, to nobody named."""
    subject = verb.kid("nsubj")
    what = verb.kid("xcomp", "oprd", "acomp")
    if subject is None or what is None or what.i < verb.i or "inf" not in frames:
        return None
    return "appearance", "inf", subject.left, what.right


def naming(tree: Tree, verb: Word, frames: Frames) -> Found:
    """ "called it a mistake", "described it as a mistake"."""
    if "as" not in frames or (passive(verb) and verb.dep == "acl" and agent(verb) is None):
        return None
    behind = [kid for kid in verb.kids if kid.i > verb.i]
    what = next((kid for kid in behind if kid.dep in ("oprd", "attr") or (kid.dep == "prep" and kid.lower == "as")), None)
    what = what or next((kid for kid in behind if kid.dep in ("ccomp", "xcomp") and kid.tag != "VB"), None)
    about = verb.kid("nsubjpass") if passive(verb) else verb.kid("dobj")
    if what is None and about is not None and verb.lemma in CALLING and not passive(verb) and about.i > verb.i:
        last = max(kid.right for kid in behind if kid is about or (kid.dep == "prep" and kid.left == about.right + 2))
        return "naming", "as", about.left, last
    if what is None:
        return None
    first = min(about.left, what.left) if about is not None else what.left
    return "naming", "as", first, tail(tree, what.left, what.right)


CALLING = frozenset(["call", "label", "dub", "brand", "deem", "nickname", "term"])


def blaming(_: Tree, verb: Word, frames: Frames) -> Found:
    """ "accused them of lying"."""
    if "of" not in frames:
        return None
    of = next(
        (
            kid
            for kid in verb.kids
            if kid.dep in ("prep", "dative") and kid.i > verb.i and (kid.lower in OF or (kid.lower == "to" and verb.lemma in TO))
        ),
        None,
    )
    about = verb.kid("nsubjpass") if passive(verb) else verb.kid("dobj", "dative")
    if of is None or about is None:
        return None
    return "blaming", "of", min(about.left, of.left), of.right


OF = frozenset(("of", "for", "over", "on", "with", "about"))
TO = frozenset(("compare", "liken", "attribute"))


def prepositional(tree: Tree, verb: Word, frames: Frames) -> Found:
    """ "called for a vote", "spoke about the vote"."""
    for kid in verb.kids:
        if kid.dep in ("advcl", "ccomp", "xcomp") and kid.i > verb.i and "in:for" in frames and for_to(kid):
            return "whom-to-infinitive", "in:for", kid.left + 1, tail(tree, kid.left, kid.right)
        if kid.dep == "prep" and kid.i > verb.i and f"in:{kid.lower}" in frames and kid.i <= verb.i + 6 and kid.right > kid.i:
            return "preposition", f"in:{kid.lower}", kid.i + 1, tail(tree, kid.i + 1, kid.right)
    return None


def for_to(verb: Word) -> bool:
    """Whether a clause is an infinitive with its subject behind a "for": "for the city to close the harbour"."""
    mark = verb.kid("mark")
    return (
        verb.tag == "VB" and verb.kid("nsubj", "nsubjpass") is not None and mark is not None and mark.lower == "for" and mark.i == verb.left
    )


def thing(tree: Tree, verb: Word, frames: Frames) -> Found:
    """ "denied the report"."""
    if "object" not in frames:
        return None
    if passive(verb):
        about = verb.kid("nsubjpass") if agent(verb) is not None else None
        return ("passive-object", "object", about.left, about.right) if about is not None else None
    about = verb.kid("dobj")
    if about is None or about.i < verb.i or verb.dep == "csubj" or speaker(verb) is None:
        return None
    last = tail(tree, about.left, about.right)
    for kid in sorted(verb.kids, key=lambda kid: kid.i):
        if kid.i > about.i and kid.left == last + 1 and kid.dep in ("prep", "dative") and kid.lower in WITH:
            last = tail(tree, kid.left, kid.right)
    return "object", "object", about.left, last


WITH = frozenset(
    ["for", "as", "over", "of", "with", "from", "to", "against", "despite", "beyond", "about", "because", "toward", "towards", "into"]
)
