"""Recognise sentences that assert nothing by their mood: questions, with those that only a tag makes one, and wishes."""

from __future__ import annotations

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.statements import subjects
from kb.propose.statements.commitment import unrealised
from kb.propose.statements.draft import Draft
from kb.propose.statements.words import listed


def asks(tree: Tree, draft: Draft) -> bool:
    """Whether the statement stands in the main clause of a question, or in one that sets its case: "What if …", "What happens when …"."""
    first = first_conjunct(draft.clause.verb) if draft.clause is not None else None
    if first is None:
        return False
    if is_quoted(tree, first) or is_inverted(tree, first):
        return True
    if not (first.dep == "ROOT" or unrealised.is_supposed(first) or is_fragment(first) or is_tagged(first) or is_put(first)):
        return False
    _, last = tree.sentences[draft.verb.sentence]
    return any(word.text == "?" for word in tree.words[max(draft.verb.i, last - 2) : last + 1])


def is_inverted(tree: Tree, verb: Word) -> bool:
    """Whether a clause is a question by its order and the mark right behind it, wherever it stands: "asks the question, “Should they leave?”"."""
    subject = subjects.own(verb)
    first = next((kid for kid in verb.kids if kid.dep != "punct"), verb)
    before = subject is not None and first.dep == "aux" and first.i < subject.i
    return before and any(word.text == "?" for word in tree.words[verb.i + 1 : verb.right + 2])


def is_quoted(tree: Tree, verb: Word) -> bool:
    """Whether a clause is a question that somebody is quoted with, before whoever asks it: "“Did they leave?” the clerk said"."""
    subject, above = subjects.own(verb), verb.head
    if verb.dep != "ccomp" or above.i < verb.i or subject is None or not any(word.text == "?" for word in tree.words[verb.i : above.i]):
        return False
    return any(kid.i < subject.i and (kid.dep in ("aux", "auxpass") or kid.tag[:1] == "W") for kid in verb.kids)


def is_fragment(verb: Word) -> bool:
    """Whether a clause completes a noun that is a sentence by itself, as in "The idea that firms owe nothing?"."""
    return verb.dep in ("acl", "relcl", "ccomp") and verb.head.dep == "ROOT" and verb.head.tag[:2] == "NN" and verb.kid("mark") is not None


def is_tagged(verb: Word) -> bool:
    """Whether a clause has a tag after it that asks whether it is so, which the parse takes for the main clause: "It is old, isn’t it?"."""
    tag = verb.head
    if verb.dep != "ccomp" or tag.dep != "ROOT" or tag.i < verb.right:
        return False
    repeats = tag.lemma in ("be", "do", "have") or tag.tag == "MD"
    return tag.lower in listed("open", "tags") or (
        repeats and not any(kid.i > tag.i and kid.tag[:3] not in ("RB", "PRP", ".") for kid in tag.kids)
    )


def is_put(verb: Word) -> bool:
    """Whether somebody is asked what they think of a clause, as in "You think they left?", "Think they left?"."""
    above = verb.head
    if verb.dep != "ccomp" or above.dep != "ROOT" or verb.i < above.i or above.kid("aux"):
        return False
    entry, subject = table("verbs").get(above.lemma, {}).get("clause"), subjects.own(above)
    return entry is not None and entry.act == "believes" and (subject is None or subject.lower == "you")


def wishes_well(tree: Tree, verb: Word) -> bool:
    """Whether a clause only wishes, as in "God save the king", "May she rest in peace", "Long live the king"."""
    subject = subjects.own(verb)
    if subject is None or verb.dep not in ("ROOT", "ccomp"):
        return False
    first = tree.words[verb.left]
    may = first.lower == "may" and first.dep == "aux" and not any(word.text == "?" for word in tree.words[verb.i : verb.i + 20])
    base = unrealised.disagrees(verb, subject) and verb.kid("mark") is None
    return may or (base and (subject.lower in listed("open", "invoked") or (first.lower == "long" and first.i < subject.i)))
