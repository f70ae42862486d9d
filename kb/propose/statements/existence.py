"""What there is, as in "there were riots in Lund" is (riots, there were, in Lund)."""

from __future__ import annotations

from collections.abc import Iterator

from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import spans
from kb.propose.statements.clause import Clause
from kb.propose.statements.draft import Draft


def find(tree: Tree, clause: Clause) -> Iterator[Draft]:
    """Yield the statement of a clause with "there" in the place of its subject."""
    there = clause.verb.kid("expl")
    if there is None or there.lower != "there":
        return
    noun = next((word for word in clause.objects if word.dep in ("attr", "dobj")), None)
    if noun is None:
        return
    places = [
        spans.noun_phrase(tree, word, "place" if word.dep == "prep" else "other")
        for word in clause.adverbials
        if word.dep in ("prep", "npadvmod")
    ]
    subject = spans.noun_phrase(tree, noun, "subject")
    relation: list[Word | str] = [there, *clause.group]
    article = noun.kid("det")
    if article is not None and article.lower == "no" and noun.lower != "one" and article.i == subject.first < subject.last:
        relation.append(article)
        subject.first += 1
    yield Draft("existence", clause.verb, relation, subject, None, places, clause)
