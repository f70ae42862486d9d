"""Whose words a mention stands in, and who asked for them."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.reference.agreement import quoted
from kb.propose.reference.mention import Entity, Mention

MARKS = frozenset('“‘"`')
"""Marks that open a quotation."""


def asked(mention: Mention, entity: Entity) -> bool:
    """Whether somebody asked what a quotation answers, which so is spoken to them: "“Why?” Holm asked. “He lied,” Berg said"."""
    near = (one for one in entity.mentions[-3:] if mention.sentence - one.sentence <= 2)
    return any(one.subject and one.verb.lemma == "ask" and not quoted(one) for one in near)


def speaking(mention: Mention, speakers: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    """Return where the speakers of what a mention stands in are named, of the quotations alone where it stands in one.

    "I" in "Holm said my plan failed", within somebody's quotation marks, is not Holm but whose words they are.
    """
    around = [one for one in speakers if one[0] <= mention.start and mention.end <= one[1]]
    text, offset = mention.tree.text, mention.tree.offset
    marked = [one for one in around if MARKS & set(text[max(one[0] - offset - 1, 0) : max(one[0] - offset + 1, 0)])]
    innermost = [one for one in marked if one[0] == max(each[0] for each in marked)]
    return [(start, end) for _, _, start, end in innermost or around]
