"""Turn the drafts of the rules into statements, with stretches of the text, how they are meant, what they stand for, and a wording."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import commitment, confidence, coordination, extraposition, implied, nominal, predicative, rows, verbal, wording
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.resolved import Resolved
from kb.propose.statements.statement import Argument, Relation, Statement


def of_tree(tree: Tree, names: Resolved, *, proposed: bool = False) -> list[Statement]:
    """Return the statements of a parsed paragraph in order of their verbs. Offsets are code points of the whole text.

    What is `proposed` to people keeps together what is joined by "and" unless each is somebody, and has what the sentence implies too.
    """
    told = (extraposition.settled(tree, draft) if proposed else draft for draft in verbal.find(tree))
    clauses = [row for draft in told for row in rows.split(tree, draft)]
    found = [one for draft in clauses for one in coordination.split(tree, draft, things=not proposed)]
    found += [one for draft in found for named in predicative.named_relation(tree, draft) for one in coordination.split(tree, named)]
    found += [draft for draft in nominal.find(tree) if draft.rule != "possessive-pronoun" or is_known(tree, draft, names)]
    found += [draft for draft in implied.find(tree, clauses) if not is_unknown(tree, draft, names)] if proposed else []
    drafts = sorted(found, key=lambda draft: draft.verb.i)
    return [statement(tree, draft, names) for draft in drafts]


def is_known(tree: Tree, draft: Draft, names: Resolved) -> bool:
    """Whether it is known what the subject stands for, since "her clerk" says nothing where nobody knows who she is."""
    return draft.subject is not None and bool(names.within(*wording.span(tree, draft.subject)))


def is_unknown(tree: Tree, draft: Draft, names: Resolved) -> bool:
    """Whether subject or object is a possessive pronoun of which nobody knows what it stands for."""
    bare = [phrase for phrase in (draft.subject, draft.object) if phrase is not None and phrase.head.tag in ("PRP$", "WP$")]
    return any(names.exactly(*wording.span(tree, phrase)) is None for phrase in bare)


def owner(tree: Tree, draft: Draft, names: Resolved) -> Argument | None:
    """Return the subject of a statement, which for "her clerk" is the name that "her" stands for, where that stands in the text."""
    if draft.subject is None or draft.rule != "possessive-pronoun":
        return argument(tree, draft.subject, names)
    name = names.within(*wording.span(tree, draft.subject))[0].candidates[0]
    exact = name.exact
    return Argument(exact, name.start, name.end, "subject", name.text if name.text != exact else None)


def statement(tree: Tree, draft: Draft, names: Resolved) -> Statement:
    """Return a draft with the words of its parts, how it is meant, and its wording."""
    meant = commitment.of(tree, draft, wording.core(tree, draft))
    negating = meant.negating if meant.negated else frozenset()
    return Statement(
        place=draft.verb.start + tree.offset,
        rule=draft.rule,
        confidence=confidence.of_rule(draft.rule),
        subject=owner(tree, draft, names),
        relation=relation(tree, draft),
        object=argument(tree, draft.object, names),
        arguments=tuple(found for phrase in draft.arguments if (found := argument(tree, phrase, names)) is not None),
        negated=meant.negated,
        kind=meant.kind,
        certainty=meant.certainty,
        condition=argument(tree, meant.condition, names),
        holder=argument(tree, meant.holder, names),
        claim=wording.claim(tree, draft, negating, names),
    )


def argument(tree: Tree, phrase: Phrase | None, names: Resolved) -> Argument | None:
    """Return a phrase as a stretch of the text."""
    if phrase is None:
        return None
    start, end = tree.words[phrase.first].start, tree.words[phrase.last].end
    text, place = tree.text[start:end], (start + tree.offset, end + tree.offset)
    known = names.exactly(*place)
    return Argument(text, *place, phrase.role, phrase.name or (known.text if known is not None else names.reworded(text, *place)))


def relation(tree: Tree, draft: Draft) -> Relation:
    """Return the words of the relation in their order."""
    words = [word for word in draft.relation if not isinstance(word, str)]
    text = joined(draft.relation)
    if not words:
        return Relation(text)
    return Relation(text, min(word.start for word in words) + tree.offset, max(word.end for word in words) + tree.offset)


def joined(words: Sequence[Word | str]) -> str:
    """Return words as one string, with no space where the text has none between neighbours ("did" and "n't")."""
    text = ""
    before: Word | str = ""
    for word in words:
        glued = isinstance(word, Word) and isinstance(before, Word) and before.end == word.start
        text += ("" if glued or not text else " ") + (word if isinstance(word, str) else word.text)
        before = word
    return text
