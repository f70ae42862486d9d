"""Recognise clauses that tell of what did not happen or has not happened yet, by their own form and place in the sentence."""

from __future__ import annotations

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.statements import subjects
from kb.propose.statements.words import listed

ACCOMPLISHED = frozenset(("after", "since", "despite", "upon", "while"))
"""Prepositions whose gerund has happened, whatever their clause says of what is to come: "wants to talk after accusing them"."""
TEMPORAL = frozenset(("until", "till", "once", "when", "after", "before"))


def passed_over(tree: Tree, verb: Word) -> bool:
    """Whether a verb names what somebody does not do but something else, as in "rather than pay", "instead of paying"."""
    start = min([verb.i, *(kid.i for kid in verb.kids if kid.dep == "aux")])
    before = tuple(word.lower for word in tree.words[max(start - 2, 0) : start])
    return before == ("rather", "than") and verb.dep != "pcomp"


def is_likened(tree: Tree, node: Word) -> bool:
    """Whether a clause only tells what something is like, as in "acts as if it owned the dam", "it looks like they will win"."""
    marks = [kid.lower for kid in node.kids if kid.dep == "mark"]
    if node.dep not in ("advcl", "ccomp") or not marks:
        return False
    first = next(kid for kid in node.kids if kid.dep == "mark")
    if marks[-1] in ("if", "though"):
        return "as" in marks[:-1] or (first.i > 0 and tree.words[first.i - 1].lower == "as")
    return marks[0] == "like" and node.i > node.head.i and node.head.lemma in listed("open", "likening")


def is_set_apart(tree: Tree, node: Word, above: Word) -> bool:
    """Whether a colon parts a clause from the verb that it is hung on: "They have one aim: each hopes to win"."""
    return any(word.text in (":", ";") for word in tree.words[node.right + 1 : above.i])


NEEDS = frozenset(("need", "duty", "obligation", "responsibility", "necessity"))
"""Nouns whose infinitive says what ought to be."""
PLANS = frozenset(("plan", "effort", "bid", "attempt", "proposal", "campaign", "move", "drive", "scheme", "fund", "push"))
"""Nouns whose infinitive says what somebody is about to do."""
WANTING = frozenset(("want", "need", "seek", "demand", "require", "request", "propose", "urge", "await", "expect", "prevent", "lack"))
"""Verbs whose object need not be there, or come about."""


def is_wanted(noun: Word) -> bool:
    """Whether somebody only wants what a noun names, or keeps it from happening, as in "called for Lund’s withdrawal from the league"."""
    above = noun.head
    if noun.dep == "dobj":
        return above.lemma in WANTING
    return (
        noun.dep == "pobj"
        and above.lower == "for"
        and above.head.lemma in ("call", "push", "press", "appeal", "ask", "demand", "hope", "wait")
    )


def is_plain(verb: Word) -> bool:
    """Whether it is hard not to see or sense something, which then is so: "it is hard not to see that they left"."""
    negated = any(kid.dep == "neg" and kid.i < verb.i for kid in verb.kids)
    return verb.dep == "xcomp" and verb.tag == "VB" and negated and any(word.lower in HARD for word in (verb.head, *verb.head.kids))


HARD = frozenset(("hard", "difficult", "impossible", "tough"))
"""Adjectives of what nobody can see or say, so that it need not be so."""


def is_only_named(gerund: Word, above: Word) -> bool:
    """Whether a gerund only names what may be or what is judged, as in "may include selling it", "opposed Norway’s joining the league"."""
    if gerund.tag != "VBG" or gerund.dep not in ("xcomp", "ccomp") or gerund.kid("aux") is not None:
        return False
    return (gerund.dep == "xcomp" and any(kid.tag == "MD" for kid in above.kids)) or above.lemma in listed("open", "endorsing")


def is_purpose(node: Word) -> bool:
    """Whether a clause tells what for, and not what came of it, as in "sold the mill so that it could pay the rent"."""
    marks = [kid.lower for kid in node.kids if kid.dep == "mark"]
    begins = marks[:2] in (["so", "that"], ["in", "that"]) or (marks == ["so"] and node.i > node.head.i)
    return node.dep == "advcl" and begins and any(kid.tag == "MD" for kid in node.kids)


def is_high_time(node: Word, above: Word) -> bool:
    """Whether a clause tells what ought to be by now, as in "it is high time that they left", unlike "it was the first time they left"."""
    time = above.kid("attr", "npadvmod") if above.lemma == "be" else above
    if time is None or time.lower != "time" or time.kid("det", "poss", "nummod") or node.i < time.i:
        return False
    verb = time.head.head if time.dep == "pobj" else time.head
    subject = subjects.own(verb)
    past = any(word.tag == "VBD" or (word.lower == "be" and word.tag == "VB") for word in (node, *node.kids))
    return verb.lemma == "be" and subject is not None and subject.lower == "it" and past


def is_subjunctive(verb: Word) -> bool:
    """Whether a clause says what ought to be by the base form alone, as in "argued that she not be paid", "asked that they leave"."""
    mark, helpers = verb.kid("mark"), [kid for kid in verb.kids if kid.dep in ("aux", "auxpass")]
    base = helpers[0].tag == "VB" and helpers[0].lower == "be" if helpers else verb.tag == "VB"
    subject = verb.kid("nsubj", "nsubjpass")
    if disagrees(verb, subject) and mark is not None and mark.lower == "that" and verb.head.lemma in listed("open", "demanding"):
        return True
    clause = verb.dep == "ccomp" and base and subject is not None
    return clause and (mark.lower == "that" if mark is not None else demands(verb.head))


def disagrees(verb: Word, subject: Word | None) -> bool:
    """Whether a verb has its base form though its subject is one thing, which the parse may take for a plural verb."""
    one = subject is not None and (subject.tag in ("NN", "NNP") or subject.lower in ("he", "she", "it")) and subject.kid("conj") is None
    return one and verb.tag in ("VB", "VBP") and verb.lower == verb.lemma and not verb.kid("aux", "auxpass")


def demands(verb: Word) -> bool:
    """Whether a verb calls for what its clause says, with or without "that"."""
    entry = table("verbs").get(verb.lemma, {}).get("clause")
    return entry is not None and entry.kind == "norm"


def shares_obligation(verb: Word) -> bool:
    """Whether a clause in the base form goes on what ought to be, as in "the pier must be closed and a lawyer be appointed"."""
    helper = verb.kid("aux", "auxpass")
    base = helper.lower == "be" if helper is not None else verb.tag == "VB"
    first = first_conjunct(verb)
    own = verb.dep == "conj" and first is not verb and verb.kid("nsubj", "nsubjpass") is not None
    return own and base and any(kid.tag == "MD" and kid.lower in ("must", "should") for kid in first.kids)


def is_held_to_be(verb: Word) -> bool:
    """Whether an infinitive tells what somebody takes something to be, as in "found them to be old", "believed it to have sunk"."""
    entry = table("verbs").get(verb.head.lemma, {}).get("clause")
    state = verb.lemma == "be" or any(kid.lemma == "have" and kid.dep == "aux" for kid in verb.kids)
    holds = entry is not None and (entry.act == "believes" or verb.head.lemma in ("find", "show", "prove"))
    return verb.dep == "ccomp" and verb.tag in ("VB", "VBN") and state and holds and subjects.own(verb) is not None


def is_to_be(node: Word) -> bool:
    """Whether a participle is a passive infinitive, as in "a plan to be published"."""
    return node.tag == "VBN" and any(kid.dep == "aux" and kid.lower == "to" for kid in node.kids) and node.kid("auxpass") is not None


def is_for_show(verb: Word) -> bool:
    """Whether an infinitive tells that somebody means to make known what is so, as in "published a letter to show that they left"."""
    purpose = verb.tag == "VB" and (verb.dep == "advcl" or (verb.dep == "acl" and verb.head.lemma not in PLANS | NEEDS))
    return purpose and verb.lemma in listed("open", "showing") and not verb.kid("neg")


def is_supposed(verb: Word) -> bool:
    """Whether a clause in a question only sets its case, as in "what happens when the dam breaks"."""
    mark = verb.kid("advmod", "mark")
    return (
        verb.dep == "advcl" and verb.head.dep == "ROOT" and verb.tag in ("VBP", "VBZ") and mark is not None and mark.lower in ("when", "if")
    )


def is_rumoured(verb: Word) -> bool:
    """Whether a verb says no more than that there is a rumour, as in "rumour has it that", "legend has it that"."""
    thing = verb.kid("dobj")
    return verb.lemma == "have" and thing is not None and thing.lower == "it" and bool(verb.kid("ccomp"))


FUTURE = frozenset(("will", "wo", "'ll", "’ll", "shall", "should", "must", "would"))


ASPECTS = frozenset(("go", "continue", "begin", "start", "manage", "keep"))
"""Verbs whose infinitive happens, as in "went on to rebut it"."""


def is_infinitive(node: Word, above: Word) -> bool:
    """Whether a clause is an infinitive, with a "to" where it has a subject of its own ("allows them to leave", "made them leave")."""
    made = node.dep == "ccomp" and above.lemma in ("make", "let", "have", "help")
    if made and node.tag in ("VB", "VBP"):  # "could make firms leave"
        return above.tag == "VB" or any(kid.tag == "MD" or kid.dep == "neg" for kid in above.kids)
    return (
        node.tag == "VB"
        and above.lemma not in ASPECTS
        and (node.dep == "xcomp" or any(kid.dep == "aux" and kid.lower == "to" for kid in node.kids))
    )


def is_no_reason(tree: Tree, node: Word) -> bool:
    """Whether a clause is said not to be the reason, as in "not because it will pass"."""
    mark = node.kid("mark")
    return mark is not None and mark.lower == "because" and mark.i > 0 and tree.words[mark.i - 1].lower in ("not", "n't", "n’t")


def is_too_much(node: Word, above: Word) -> bool:
    """Whether an infinitive tells of what is out of reach, as in "too slow to win"."""
    measures = [above, *(kid for kid in above.kids if kid.dep in ("advmod", "acomp") and kid.i < node.i)]
    return any(kid.lower == "too" and kid.dep == "advmod" for word in measures for kid in word.kids)


def is_measured(quality: Word) -> bool:
    """Whether a quality is only said to suffice or to be too much for something, as in "good enough for them to win"."""
    return any(kid.lower in ("enough", "too") for kid in quality.kids)


ASKED = frozenset(
    ("know", "say", "tell", "see", "ask", "wonder", "determine", "decide", "learn", "establish", "clear", "unclear", "uncertain", "doubt")
)


def is_asked(verb: Word) -> bool:
    """Whether "if" begins what nobody knows or somebody asks, and no condition, as in "it is not known if the dam leaked"."""
    mark, above = verb.kid("mark"), verb.head
    if mark is None or mark.lower != "if" or verb.dep != "advcl" or verb.i < above.i or above.lemma not in ASKED:
        return False
    return above.lemma in ("ask", "wonder", "unclear", "uncertain", "doubt") or any(kid.dep in ("neg", "aux") for kid in above.kids)
