"""Find the subject of a verb, its own or the one it shares with a verb before it, with the noun it describes, or with the verb above."""

from __future__ import annotations

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Word, antecedent, first_conjunct, possessor
from kb.propose.statements.words import listed

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE = frozenset(("who", "which", "that", "whom", "whose", "where", "when"))


def own(verb: Word) -> Word | None:
    """Return the subject that the parse attaches to the verb itself or to its auxiliary, or None."""
    helpers = (kid for kid in verb.kids if kid.dep in ("aux", "auxpass"))
    return verb.kid(*SUBJECTS) or next((subject for helper in helpers if (subject := helper.kid(*SUBJECTS)) is not None), None)


def of(verb: Word, depth: int = 0) -> Word | None:
    """Return the head of the noun phrase that a verb's clause is about, or None.

    `depth` counts the steps up the tree, to end the search in badly parsed sentences.
    """
    subject = own(verb)
    if subject is not None:
        if subject.tag in ("WDT", "WP") or (subject.lower in RELATIVE and first_conjunct(verb).dep == "relcl"):
            noun = antecedent(verb)
            return described(agreeing(noun, verb)) if noun is not None else None
        return subject
    if depth > 6 or verb.head is verb or commands(verb):
        return None
    return possessed(verb) or inherited(verb, depth)


def possessed(verb: Word) -> Word | None:
    """Return what somebody has that a participle tells of, as the plan in "has a plan, focusing on trade", or None."""
    above = verb.head
    return above.kid("dobj") if verb.dep == "advcl" and verb.tag == "VBG" and verb.i > above.i and above.lemma == "have" else None


def inherited(verb: Word, depth: int) -> Word | None:
    """Return the subject that a verb without one of its own shares."""
    above = verb.head
    is_clause = above.tag[:2] in ("VB", "MD")
    if verb.dep == "conj":
        return of(above, depth + 1)
    if verb.dep == "acl":
        return possessor(above) or of_light_verb(above, depth) if verb.tag == "VB" else above
    if verb.dep == "xcomp":
        return above.kid("dobj") or called_on(above) or (of(above, depth + 1) if is_clause else own(above.head))
    if verb.dep == "pcomp":
        if (other := hindered(above) or blamed(above)) is not None or argues_against(above):
            return other
        above = above.head if above.head.tag != "RB" else above.head.head  # "short of calling"
    elif verb.dep not in ("advcl", "ccomp", "dep") or verb.tag not in ("VBG", "VBN", "VB"):
        return None
    return of(above, depth + 1) if above.tag[:2] in ("VB", "MD") else None


def called_on(verb: Word) -> Word | None:
    """Return who is to do what an infinitive says, as the council in "called on the council to pay"."""
    on = next((kid for kid in verb.kids if kid.dep == "prep" and kid.lower in ("on", "upon")), None) if verb.lemma == "call" else None
    return on.kid("pobj") if on is not None else None


def commands(verb: Word) -> bool:
    """Whether a verb is a command, alone or as what somebody said: "“Close the pier,” she said"."""
    if verb.tag != "VB" or own(verb) is not None or verb.kid("aux", "mark") is not None:
        return False
    return verb.dep == "ROOT" or (verb.dep == "ccomp" and "clause" in table("verbs").get(verb.head.lemma, {}))


def hindered(prep: Word) -> Word | None:
    """Return who did not do what follows "from", as the crew in "kept the crew from leaving"."""
    verb = prep.head
    return verb.kid("dobj") if prep.lower == "from" and verb.lemma in listed("negating", "hindering") else None


def completes(verb: Word) -> bool:
    """Whether what looks like a relative clause is what its noun is about, as in "no proof the ship sank", "no way that it will pass"."""
    noun = verb.head
    if verb.dep != "relcl" or own(verb) is None or noun.tag[:2] != "NN":
        return False
    if any(kid.dep != "mark" and (kid.tag in ("WDT", "WP", "WRB") or kid.lower == "that") for kid in verb.kids):
        return tells_all(verb)
    if noun.lemma == "way" and not any(kid.lower == "no" for kid in noun.kids):  # "the best way I can tell it"
        return False
    if verb.lemma in listed("clause", "delivering") and verb.kid("dobj") is None:  # "speeches she gave"
        return False
    return noun.lemma in listed("open", "grounds") | listed("open", "possible") or "clause" in table("nouns").get(noun.lemma, {})


def tells_all(verb: Word) -> bool:
    """Whether a clause after "that" lacks nothing, so that it is what its noun says, as in "the claim that they were in debt"."""
    that = next((kid for kid in verb.kids if kid.lower == "that" and kid.dep not in ("mark", *SUBJECTS)), None)
    said = "clause" in table("nouns").get(verb.head.lemma, {}) and verb.head.lemma not in listed("open", "factive")
    return that is not None and that.tag == "IN" and said and verb.lemma == "be" and any(kid.dep in ("prep", "acomp") for kid in verb.kids)


def blamed(prep: Word) -> Word | None:
    """Return who is said to do what follows a preposition, as the envoy in "accused the envoy of lying" and "thanked the envoy for coming"."""
    verb = prep.head
    entries = table("verbs").get(verb.lemma, {})
    judges = "of" in entries or ("object" in entries and entries["object"].kind == "evaluation")
    advises = prep.lower == "against" and "in:against" in entries and verb.kid("dobj") is not None
    return verb.kid("dobj") if advises or (judges and prep.lower in ("of", "for")) else None


def argues_against(prep: Word) -> bool:
    """Whether nobody is named who is not to do what follows "against", as in "warned against leaving"."""
    return prep.lower == "against" and prep.head.kid("dobj") is None and "in:against" in table("verbs").get(prep.head.lemma, {})


def of_light_verb(noun: Word, depth: int) -> Word | None:
    """Return the subject of the verb whose object a noun is, as they for "leave" in "they made a decision to leave"."""
    return of(noun.head, depth + 1) if noun.dep == "dobj" and noun.head.tag[:2] == "VB" else None


def agreeing(noun: Word, verb: Word) -> Word:
    """Return the noun that a relative clause describes, which its verb agrees with: the pact in "the pact between two states that has failed"."""
    plural = next(
        (number for word in (*verb.kids, verb) if (word is verb or word.dep in AUXILIARIES) and (number := is_plural(word)) is not None),
        None,
    )
    candidate = noun
    while plural is not None and (candidate.tag in ("NNS", "NNPS")) != plural:
        whole = candidate.head.head
        if (
            candidate.kid("conj") is not None
            or candidate.tag[:2] != "NN"
            or candidate.dep != "pobj"
            or (whole.tag[:2] != "NN" and whole.lower != "one")
        ):
            return noun
        candidate = whole
    return candidate


AUXILIARIES = ("aux", "auxpass")


def is_plural(verb: Word) -> bool | None:
    """Whether a verb is in the plural, or None where its form does not tell."""
    if verb.lower in ("was", "were"):
        return verb.lower == "were"
    return verb.tag == "VBP" if verb.tag in ("VBZ", "VBP") else None


def described(noun: Word) -> Word:
    """Return what a predicate noun or an apposition describes, as Ada in "Ada is a clerk who sings", else the noun itself."""
    above = noun.head
    if noun.dep == "appos" and above.tag in ("NNP", "NNPS"):
        return above
    article = noun.kid("det")
    if noun.dep != "attr" or above.lemma != "be" or above.kid("neg") or (article is not None and article.lower not in ("a", "an")):
        return noun
    subject = own(above)
    return noun if subject is None or subject.tag in ("WDT", "WP", "EX", "DT") or subject.lower == "it" else subject
