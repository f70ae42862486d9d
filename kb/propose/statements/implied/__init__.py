"""What sentences say beside their clauses, in offices, actions named by nouns, titles of works, examples and places.

These statements are proposed to people and are no part of the statements that a clause makes: their relation is often a word that the
text implies, as "recruits" in "the league's recruitment of sailors".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.propose.attribution.tree import Tree
from kb.propose.statements.draft import Draft
from kb.propose.statements.implied import actions, equations, offices, places

CALLED = equations.CALLED
PREFIX = "implied-"
"""What the names of these constructions begin with."""


def find(tree: Tree, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the implied statements of a paragraph whose clauses gave `drafts`."""
    yield from offices.find(tree)
    yield from actions.find(tree)
    yield from equations.find(tree)
    yield from places.find(tree, drafts)
