"""Give each figure of a statement a claim of its own, since a claim has one quantity.

"Lund spent 4 million on ships and 6 million on planes" says that it spent 4 million on ships. Each figure has the words up to the end of
its phrase, and the last one has them all, so that no claim says more than the sentence. Figures whose phrases cannot be parted stay together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from kb.propose.grounding import Grounded
from kb.propose.parts import Quantity
from kb.propose.statements.statement import Argument, Statement

BOUNDARY = re.compile(r"\s*[,;—–(]\s*(?:and\s+|but\s+|or\s+)?|\s+(?:and|but|while|compared (?:with|to)|up from|down from|against)\s+")


def apart(text: str, grounded: Grounded, quantities: Sequence[Quantity]) -> list[tuple[Grounded, Quantity]]:
    """Return the statement with each of its figures in turn, or nothing where it has not several that can be parted.

    Offsets of the statement and of the figures are code points of `text`.
    """
    statement = grounded.statement
    own = [one for one in quantities if is_said_of(statement, one)]
    if len(own) < 2:
        return []
    found = []
    for one, following in itertools.pairwise(own):
        cut = parted(text, grounded, one, following)
        if cut is None:
            return []
        found.append((cut, one))
    claims = [one.statement.claim for one, _ in found] + [statement.claim]
    return [*found, (grounded, own[-1])] if len(set(claims)) == len(claims) else []


def of_statement(grounded: Grounded | None, quantities: Sequence[Quantity], others: Sequence[Grounded] | None = ()) -> tuple[Quantity, ...]:
    """Return the figures in the parts of a statement, or those in the parts of none of the `others`, unless these are None."""
    own = tuple(one for one in quantities if grounded and holds(grounded, one))
    if own or (others is None and grounded):
        return own
    return tuple(one for one in quantities if not any(holds(other, one) for other in others or ()))


def holds(grounded: Grounded, quantity: Quantity) -> bool:
    """Whether a figure stands in the subject, the object or a further argument of a statement."""
    statement, span = grounded.statement, quantity.span
    parts = [one for one in (statement.subject, statement.object, *statement.arguments) if one is not None]
    return any(part.start <= span.start and span.end <= part.end for part in parts)


def is_said_of(statement: Statement, quantity: Quantity) -> bool:
    """Whether a figure stands behind the relation in the object or a further argument of a statement, and no length of time or date."""
    span, end = quantity.span, statement.relation.end
    places = [one for one in (statement.object, *statement.arguments) if one is not None and one.role != "time"]
    return end is not None and span.start >= end and any(one.start <= span.start and span.end <= one.end for one in places)


def parted(text: str, grounded: Grounded, one: Quantity, following: Quantity) -> Grounded | None:
    """Return the statement up to the end of the phrase of a figure, with what it says of time, or None where nothing parts the two."""
    statement = grounded.statement
    between = BOUNDARY.search(text, one.span.end, following.span.start)
    if between is None or statement.claim.count(following.span.text) != 1:
        return None
    cut, claim = between.start(), statement.claim
    openings = (text[place : following.span.end].strip() for place in (between.start(), between.end()))
    place = next((found for opening in openings if (found := claim.find(opening)) > 0), None)
    if place is None or one.span.text not in claim[:place]:
        return None
    times = (re.search(re.escape(when.text), claim[place:], re.IGNORECASE) for when in statement.arguments if when.role == "time")
    claim = " ".join([claim[:place].rstrip(" ,;(—–"), *(match[0] for match in times if match)])
    arguments = tuple(short for argument in statement.arguments if (short := shortened(argument, cut)) is not None)
    shorter = replace(statement, claim=claim, object=shortened(statement.object, cut), arguments=arguments)
    return replace(grounded, statement=shorter, object=shortened(grounded.object, cut))


def shortened(argument: Argument | None, cut: int) -> Argument | None:
    """Return an argument up to a code point of the text, or None where nothing is left of it. What says when stays whole."""
    if argument is None or argument.role == "time" or argument.end <= cut:
        return argument
    return replace(argument, text=argument.text[: cut - argument.start], end=cut) if argument.start < cut else None
