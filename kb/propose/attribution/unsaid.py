"""Whether a cue tells that something was said at all: what somebody should, would or might say, or is asked to say, was not."""

from __future__ import annotations

from dataclasses import replace

from kb.propose.attribution.lexicon import Entry, table
from kb.propose.attribution.tree import Word, first_conjunct, own_subject

MODALS = frozenset(("should", "would", "could", "may", "might", "must", "can", "ought", "shall", "'d", "’d", "will", "wo", "'ll", "’ll"))
CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
NEEDING = frozenset(("have", "need", "ought", "refuse", "decline", "fail"))
FIRST = frozenset(("i", "we"))
"""Whose "I would say" and "we must admit" say it."""


def weighed(verb: Word, entry: Entry) -> Entry:
    """Return the entry of a verb that is a cue, uncommitted where the sentence does not tell that anything was said."""
    return replace(entry, stance="uncommitted", certainty="uncommitted") if unsaid(verb) else entry


def unsaid(verb: Word) -> bool:
    """Whether a verb only tells what may, should or will be said, as in "the board should reject it", "urged the board to reject it"."""
    subject = own_subject(verb)
    if (subject is not None and subject.lower in FIRST) or wishes(verb) or may_be_said(verb, subject) or says_by_it(verb):
        return False
    inverted = subject is not None and any(kid.dep == "aux" and kid.i < subject.i for kid in verb.kids)  # "do you know that"
    anybody = verb.dep in ("acl", "relcl") and verb.head.lower in ANYBODY
    if inverted or anybody or (verb.dep == "ROOT" and who_asks(subject)):
        return True
    mark = verb.kid("mark")
    supposed = mark is not None and mark.lower in CONDITIONS and not concedes(verb)
    if supposed or any(kid.tag == "MD" and kid.lower in MODALS for kid in verb.kids):
        return True
    first = first_conjunct(verb)
    return verb.tag == "VB" and first.dep in ("xcomp", "ccomp", "acl") and is_infinitive(first) and asked_for(first.head)


def is_infinitive(verb: Word) -> bool:
    """Whether a verb has its "to", unlike the one of "said they did not believe it"."""
    return any(kid.dep == "aux" and kid.lower == "to" for kid in verb.kids)


def may_be_said(verb: Word, subject: Word | None) -> bool:
    """Whether somebody says a thing by saying that it can be said, as in "you could say that they won", "one might argue that they won"."""
    modal = next((kid for kid in verb.kids if kid.tag == "MD"), None)
    anybody = subject is not None and subject.lower in ("you", "one") and verb.kid("neg", "mark") is None
    said = verb.lemma in ("say", "argue") and modal is not None and modal.lower in ("can", "could", "might", "may")
    return anybody and said and subject is not None and modal is not None and modal.i > subject.i


def says_by_it(verb: Word) -> bool:
    """Whether somebody says a thing by saying that they have to, as in "I have to admit that", "we need to say that"."""
    above, entry = verb.head, table("verbs").get(verb.lemma, {}).get("clause")
    who = own_subject(above) if verb.dep == "xcomp" and above.lemma in ("have", "need", "want") else None
    return who is not None and who.lower in FIRST and entry is not None and entry.act == "asserts" and above.tag == "VBP"


def who_asks(subject: Word | None) -> bool:
    """Whether a subject asks who says something, as in "Who believes that", "How many of you believe that"."""
    if subject is None:
        return False
    return subject.tag == "WP" or any(kid.tag in ("WRB", "WDT", "WP$") for kid in subject.kids if kid.dep in ("advmod", "det", "poss"))


def wishes(verb: Word) -> bool:
    """Whether "would" only makes a wish polite, as in "would like to leave"."""
    return verb.lemma in WISHING and any(kid.lower in ("would", "'d", "’d") and kid.tag == "MD" for kid in verb.kids)


WISHING = frozenset(("like", "love", "prefer", "hate"))
ANYBODY = frozenset(("anyone", "anybody", "whoever"))
"""Who may say something, which nobody need have said: "anyone claiming that they left is wrong"."""
CONCEDING = frozenset(("also", "nevertheless", "nonetheless", "still"))


def concedes(verb: Word) -> bool:
    """Whether "if" grants what is so, as in "If the strike hurt the town, it also gave the league a leader"."""
    mark, above = verb.kid("mark"), verb.head
    if mark is None or mark.lower != "if" or verb.dep != "advcl" or verb.i > above.i:
        return False
    finite = above.tag in ("VBD", "VBZ", "VBP", "VBN") and not any(kid.tag == "MD" for kid in above.kids)
    return finite and any(kid.dep == "advmod" and kid.lower in CONCEDING for kid in above.kids)


def asked_for(word: Word) -> bool:
    """Whether what the infinitive of a verb or noun tells of is only wanted, asked for, planned or refused."""
    if word.lemma in NEEDING:
        return True
    entries = table("verbs" if word.tag[:2] == "VB" else "nouns").get(word.lemma, {})
    return any(entries[frame].kind in ("norm", "plan", "question") for frame in ("inf", "whom", "for") if frame in entries)
