"""Hang clauses that the parser hangs on the wrong word where the form of their words shows the right one."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.attribution.contrast import rehang
from kb.propose.attribution.lexicon import occasions, table
from kb.propose.attribution.tree import Word

FINITE = ("VBD", "VBZ", "VBN", "VBG")


def settle(words: Sequence[Word]) -> bool:
    """Hang strayed clauses where they belong and return whether any did. The words are changed in place."""
    rules = (
        (goes_on, "conj"),
        (lists, "conj"),
        (completes, "ccomp"),
        (is_done, "ccomp"),
        (does, "nsubj"),
        (goes_on_that, "conj"),
        (tells_when, "advcl"),
        (relates_on, "conj"),
        (is_name, "flat"),
    )
    found = [(word, host, dep) for word in words for rule, dep in rules if (host := rule(words, word)) is not None]
    for word, host, dep in found:
        word.tag = "NNP" if dep == "flat" else word.tag
        rehang(word, host, dep)
    return bool(found)


def goes_on(words: Sequence[Word], verb: Word) -> Word | None:
    """Return the infinitive that a bare verb goes on with, which the parse joins to the verb above it: "urged them to sell one, buy another"."""
    finite = verb.head
    if verb.tag != "VB" or verb.dep != "conj" or finite.tag not in FINITE or verb.kid("nsubj", "nsubjpass", "aux", "auxpass"):
        return None
    between = [
        word for word in words[finite.i + 1 : verb.i] if word.tag == "VB" and word.sentence == verb.sentence and finite in word.above()
    ]
    return next((word for word in reversed(between) if word.dep != "conj" and word.kid("aux") and verb not in word.above()), None)


def lists(words: Sequence[Word], gerund: Word) -> Word | None:
    """Return what a series of gerunds goes on with, which the parse hangs on the verb above it, a gerund or a noun after "including":
    "want them playing a part, setting rules and paying", "crimes including theft, hiding it and lying"."""
    above = gerund.head
    series = any(kid.tag == "VBG" and (kid.dep == "conj" or (kid.dep == "advcl" and kid.kid("conj"))) for kid in gerund.kids)
    if gerund.dep != "advcl" or gerund.tag != "VBG" or not series or words[gerund.i - 1].text != ",":
        return None
    if above.tag == "VBG" and lists(words, above) is not None:
        return above
    objects = [kid for word in (above, *(kid for kid in above.kids if kid.dep == "prep")) for kid in word.kids]
    first = next((kid for kid in objects if kid.dep in ("ccomp", "pcomp") and kid.tag == "VBG" and above.i < kid.i < gerund.i), None)
    before = words[gerund.i - 2]
    leading = before.head
    such = leading.lower == "as" and leading.i > 0 and words[leading.i - 1].lower == "such"
    example = before.dep == "pobj" and (leading.lower in ("including", "like") or such)
    return first or (before if example else None)


def does(words: Sequence[Word], noun: Word) -> Word | None:
    """Return the gerund that tells what somebody does, which the parse hangs beside them: "opposed Norway’s joining the league"."""
    owned = noun.kid("case")
    after = words[owned.i + 1] if owned is not None and owned.i + 1 < len(words) else None
    beside = after is not None and after.tag == "VBG" and after.dep == "advcl" and after.head is noun.head
    return after if noun.dep == "dobj" and beside else None


def is_done(words: Sequence[Word], gerund: Word) -> Word | None:
    """Return the verb whose object a gerund is whose subject has an apostrophe, as in "opposed Norway’s joining the league"."""
    owner = words[gerund.i - 1].head if gerund.i and words[gerund.i - 1].tag == "POS" else None
    return gerund.head if owner is not None and does(words, owner) is gerund else None


def is_name(words: Sequence[Word], word: Word) -> Word | None:
    """Return the first name of somebody whose name the parse takes for an auxiliary: "Ada May met the board", "George Will reignited his feud"."""
    before = words[word.i - 1] if word.i else None
    past = word.tag == "MD" and word.text == "Will" and word.head.tag in ("VBD", "VBN") and not word.head.kid("auxpass", "neg")
    alone = past and not any(kid.dep == "aux" and kid is not word for kid in word.head.kids)  # which no past tense has for an auxiliary
    called = alone or (word.tag == "NNP" and word.dep == "aux")
    return before if called and before is not None and before.tag == "NNP" and before.dep in ("nsubj", "nsubjpass") else None


def relates_on(_: Sequence[Word], verb: Word) -> Word | None:
    """Return the verb that a further "who" goes on with, which the parse joins to its infinitive: "who wants to stay and who has paid"."""
    subject = verb.kid("nsubj", "nsubjpass")
    if verb.dep != "conj" or verb.head.tag != "VB" or subject is None or subject.tag not in ("WP", "WDT") or verb.tag == "VB":
        return None
    return next((above for above in verb.head.above() if above.dep == "relcl"), None)


def goes_on_that(_: Sequence[Word], clause: Word) -> Word | None:
    """Return the clause that a further "that" goes on with, which the parse takes for its adverbial: "said that they left, that they paid"."""
    marks = [[kid.lower for kid in word.kids if kid.dep == "mark"] for word in (clause, clause.head)]
    return clause.head if clause.dep == "advcl" and marks == [["that"], ["that"]] and clause.i > clause.head.i else None


def tells_when(_: Sequence[Word], clause: Word) -> Word | None:
    """Return the verb that a clause before it tells when or why of, which the parse takes for what somebody says: "after it fell, he urged them"."""
    mark = clause.kid("mark")
    opens = mark is not None and all(kid.dep == "punct" or kid.i >= mark.i for kid in clause.kids)
    before = clause.dep == "ccomp" and clause.i < clause.head.i and opens
    return clause.head if before and mark is not None and mark.lower in ADVERBIAL else None


ADVERBIAL = ("after", "before", "because", "although", "though", "while", "since", "until", "once")


def completes(_: Sequence[Word], clause: Word) -> Word | None:
    """Return the verb of saying that a "that" completes, which the parse hangs on the time in between: "said for years that it was old"."""
    mark, noun = clause.kid("mark"), clause.head
    if clause.dep not in ("acl", "relcl", "ccomp") or mark is None or mark.lower != "that" or noun.lemma not in occasions():
        return None
    verb = noun.head.head if noun.dep == "pobj" else noun.head
    if noun.dep not in ("pobj", "npadvmod") or verb.tag[:2] != "VB" or verb.i > noun.i or verb.kid("ccomp"):
        return None
    return verb if "clause" in table("verbs").get(verb.lemma, {}) else None
