"""An object or argument may end anywhere, as parses do, and is still grounded: no statement stops the reading of a whole article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kb.propose import attribution, statements
from kb.propose import parser as models
from kb.propose.attribution.tree import Tree
from kb.propose.grounding import Grounder
from kb.propose.grounding.keys import words_within
from kb.propose.statements.statement import Argument, Statement

SENTENCES = (
    "Malmo is 82 percent to 18.",
    "The dam is a threat to the port of Riga.",
    "Ada Holm is director of studies at Malmo Bank.",
    "The only ally of Lund in the war is Norway.",
    "The shortage is the result of a strike by Danish dockers.",
    "The vote made the old Nordic league in the north obsolete.",
    "The council spent 4 million crowns on new ferries in May.",
    "Riga played a role in building the long pier near Narva.",
    "The treaty would badly endanger Norway's security.",
    "Lund lost its seat on the council to Malmo in 2011.",
    "Riga sells arms to Malmo and Narva, and cuts trade with Lund by half.",
    "Lund was supplied with ferries by the Malmo Group.",
    "Narva is much larger than the port of Riga and older than Lund.",
    "Holm, a member of the Port League, holds a degree from Lund University.",
)


def cuts(tree: Tree, argument: Argument) -> list[Argument]:
    """Every stretch of an argument from one of its words to another."""
    words = words_within(tree, argument.start, argument.end)
    spans = [(first.start, last.end) for first in words for last in words if first.i <= last.i]
    return [replace(argument, text=tree.text[start:end], start=start + tree.offset, end=end + tree.offset) for start, end in spans]


def cut_short(tree: Tree, statement: Statement) -> list[Statement]:
    """The statement with its subject, its object, and each of its arguments, cut in every way."""
    found = [replace(statement, object=cut) for cut in (cuts(tree, statement.object) if statement.object else [])]
    found += [replace(statement, subject=cut) for cut in (cuts(tree, statement.subject) if statement.subject else [])]
    for number, argument in enumerate(statement.arguments):
        others = list(statement.arguments)
        for cut in cuts(tree, argument):
            others[number] = cut
            found.append(replace(statement, arguments=tuple(others)))
    return found


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_cut_of_an_argument_stops_the_reading(sentence: str) -> None:
    model = models.find()
    docs = attribution.parsed(sentence, model, names=True)
    if docs is None:
        pytest.skip("no model is installed")
    grounder = Grounder((), None, model)
    read = [
        (tree, each)
        for tree, found in statements.of_docs(docs, attribution.find(sentence, docs))
        for statement in found
        for each in cut_short(tree, statement)
    ]
    assert read
    for tree, statement in read:
        assert grounder.ground(tree, statement).statement.relation == statement.relation
