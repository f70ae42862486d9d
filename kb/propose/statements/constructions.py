"""Name the construction of a clause, which decides how sure its statement is, and whether it says something of its own."""

from __future__ import annotations

from kb.propose.attribution.tree import Word, first_conjunct, passive
from kb.propose.statements.clause import Clause
from kb.propose.statements.commitment import governors

EMBEDDED = "embedded"
"""The construction of a clause that a question takes for granted: "asked why they left", "did not say when they would leave"."""


MEANWHILE = "meanwhile"
"""The construction of a clause that tells of the past beside another: "while she was mayor"."""


def is_meanwhile(verb: Word) -> bool:
    """Whether a clause with "while" or "since" tells what was so already, whatever the clause above it says of what is to be."""
    mark = verb.kid("mark", "advmod")
    past = verb.tag == "VBD" or any(kid.tag == "VBD" for kid in verb.kids if kid.dep in ("aux", "auxpass"))
    return (
        verb.dep == "advcl"
        and verb.head.tag[:2] == "VB"
        and past
        and mark is not None
        and mark.i < verb.i
        and mark.lower in ("while", "since", "as")
    )


def is_embedded(verb: Word) -> bool:
    """Whether whoever asks the question that a clause is takes for granted that it is so, save for when, where or how it can be."""
    if not governors.is_granted(verb) or verb.dep == "csubj":
        return False
    helpers = [kid for kid in verb.kids if kid.dep == "aux"]
    why = any(kid.lower == "why" for kid in verb.kids)
    return why or not any((kid.tag == "MD" and kid.lower not in ("will", "would")) or kid.tag == "TO" for kid in helpers)


def rule(clause: Clause) -> str:
    """Return the name of the construction, which decides how sure the statement is."""
    top = first_conjunct(clause.verb)
    names = {"ROOT": "main", "relcl": "relative", "acl": "participle", "advcl": "adverbial", "ccomp": "content", "pcomp": "gerund"}
    whether = any(kid.dep == "mark" and kid.lower == "whether" for kid in clause.verb.kids)
    name = EMBEDDED if is_embedded(top) and not whether else MEANWHILE if is_meanwhile(top) else names.get(top.dep, "other")
    return f"{name}-passive" if passive(clause.main) else name
