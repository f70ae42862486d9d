"""Tell the clauses that state a condition from those that only look so, and find the condition under which a statement holds."""

from __future__ import annotations

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.attribution.unsaid import concedes
from kb.propose.statements import spans, subjects
from kb.propose.statements.commitment import unrealised
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.words import listed

CONDITIONS = frozenset(("if", "unless", "provided", "providing", "assuming", "supposing", "lest"))


def of_draft(tree: Tree, draft: Draft) -> Phrase | None:
    """Return the clause that states a condition of the statement, or None."""
    if draft.clause is None:
        return None
    first = first_conjunct(draft.clause.verb)
    own = (kid for verb in (*draft.clause.chain, first) for kid in verb.kids)
    for kid in (*own, *draft.clause.adverbials, *before_report(first)):
        if (kid.dep == "advcl" and conditional(tree, kid)) or is_supposed(kid):
            return spans.whole(tree, kid, "condition")
    return None


def conditional(tree: Tree, verb: Word) -> bool:
    """Whether a clause states a condition, as in "if it rains", "should it rain", but not "even if it rains" or "as if it rained"."""
    first = tree.words[verb.left]
    mark = verb.kid("mark")
    if mark is None or mark.lower not in CONDITIONS:
        return inverted_condition(tree, verb) or first.lower in ("provided", "assuming", "providing")
    before = tree.words[mark.i - 1].lower if mark.i else ""
    if unrealised.is_asked(verb) or is_beside(verb) or concedes(verb):
        return False
    return before not in ("even", "as") and first.lower not in ("even", "as")


def inverted_condition(tree: Tree, verb: Word) -> bool:
    """Whether a clause states a condition by its order alone, as in "Should it rain, …", "Were it to rain, …"."""
    subject = subjects.own(verb)
    first = next((word for word in (*verb.kids, verb) if word is verb or word.dep in ("aux", "auxpass")), verb)
    if subject is None or first.lower not in ("should", "were", "had") or subject.i < first.i or (first is verb and first.lower != "were"):
        return False
    if verb.dep != "ccomp":
        return verb.dep == "advcl" and tree.words[verb.left] is first
    asked = any(word.text == "?" for word in tree.words[first.i : verb.right + 3]) or any(kid.tag[:1] == "W" for kid in verb.kids)
    return not asked and (first.i == 0 or tree.words[first.i - 1].lower not in listed("clause", "inverting"))


def is_condition(tree: Tree, verb: Word) -> bool:
    """Whether the clause of a verb is itself a condition."""
    first = first_conjunct(verb)
    if inverted_condition(tree, first) or (first.dep == "advcl" and inverted_condition(tree, first.head)):  # "Were they to leave"
        return True
    mark = first.kid("mark")
    if first.dep == "ccomp" and first.head.lower in CONDITIONS and subjects.own(first.head) is None:
        return True  # "provided that they pay"
    if first.dep == "advcl" and mark is not None and mark.lower == "as" and first.head.lower == "long" and first.head.dep == "advmod":
        return True  # "as long as they pay"
    if first.dep not in ("advcl", "ROOT") or mark is None or mark.lower not in CONDITIONS:
        return False
    return not (unrealised.is_asked(first) or is_beside(first) or concedes(first) or unrealised.is_likened(tree, first))


def opens_sentence(tree: Tree, draft: Draft) -> bool:
    """Whether the sentence begins with a condition that the parse takes for a noun of the clause: "Should Norway win, Sweden will leave"."""
    first, last = (tree.words[place] for place in tree.sentences[draft.verb.sentence])
    verbs = draft.clause.chain if draft.clause is not None else []
    opens = first.lower in ("should", "had", "were") and first.dep in ("aux", "auxpass") and first.head.dep not in ("advcl", "ROOT")
    return opens and last.text != "?" and first.head not in verbs and first.head.head in verbs


def is_supposed(verb: Word) -> bool:
    """Whether "were" before its subject states a condition of what would be so: "would leave were Holm to become mayor"."""
    would = any(kid.tag == "MD" and kid.lower in ("would", "could", "'d", "’d") for kid in verb.head.kids)
    infinitive = any(kid.tag == "VB" and kid.i > verb.i for kid in verb.kids)
    return verb.lower == "were" and verb.i > verb.head.i and subjects.own(verb) is None and would and infinitive


def is_beside(verb: Word) -> bool:
    """Whether "if" only sets something beside something else, as in "doubled if compared to last year"."""
    return verb.lemma == "compare" and verb.tag == "VBN" and subjects.own(verb) is None


def before_report(verb: Word) -> list[Word]:
    """Return the conditions in front of who says it, of what would then be so: "If it rains, officials say the pier will close"."""
    report = verb.head
    subject = subjects.own(report) if verb.dep == "ccomp" else None
    own = subject is not None and subject.lower in ("i", "we") and report.tag == "VBP"  # "If it is safe, I believe it helps"
    if subject is None or "clause" not in table("verbs").get(report.lemma, {}) or not (own or any(kid.tag == "MD" for kid in verb.kids)):
        return []
    first = min(subject.left, verb.left)  # "If it rains, the pier will close, officials say"
    return [kid for kid in report.kids if kid.dep == "advcl" and kid.right < first and (subjects.own(kid) or kid.kid("expl"))]
