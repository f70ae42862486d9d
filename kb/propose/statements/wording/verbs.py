"""Turn the words of a relation into a finite verb group in the positive, as in "did not sign" to "signed", "exceeding" to "exceeds"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kb.propose.attribution.tree import Word, first_conjunct, past_above
from kb.propose.statements.commitment import governors, unrealised
from kb.propose.statements.draft import Draft
from kb.propose.statements.wording.inflection import inflected
from kb.propose.statements.words import listed

CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am", "'d": "would"}
"""The full form of shortened auxiliaries, with straight apostrophes."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
BE_FORMS = {"is": ("is", "are"), "are": ("is", "are"), "was": ("was", "were"), "were": ("was", "were")}
"""The singular and plural form of "be" in each tense."""
AFTER = {"have": "VBN", "be": "VBG"}
"""The form of a verb after an auxiliary."""


def finite(draft: Draft, negating: Collection[int], plural: bool | None) -> list[str]:
    """Return the words of the relation as a positive finite verb group.

    `negating` are the positions of the words to leave out. `plural` says whether the subject is plural, None to leave the number as it is.
    """
    kept = [word for word in draft.relation if isinstance(word, str) or (word.i not in negating and not is_filler(word))]
    left_out = [word for word in draft.relation if isinstance(word, Word) and word.i in negating]
    first = next((place for place, word in enumerate(kept) if isinstance(word, str) or is_verb(word)), None)
    texts = [word if isinstance(word, str) else full(word) for word in kept]
    if first is None:
        return texts
    verb = kept[first]
    if isinstance(verb, str):
        texts[first] = verb if plural is None or verb not in BE_FORMS else BE_FORMS[verb][plural]
        return texts
    join_to_auxiliary(kept, texts, first, left_out, plural)
    if verb.tag not in FINITE and not (verb.dep == "aux" and verb.tag == "VB"):
        texts[first] = made_finite(verb, left_out, draft, plural)
        texts[:first] = ["" if text.lower() == "to" else text for text in texts[:first]]
    if plural is not None and texts[first] == full(verb):
        texts[first] = agreeing(verb, texts[first], plural)
    return [text for text in texts if text]


def is_filler(word: Word) -> bool:
    """Whether an adverb only ties the sentence to others, as "too" does unless it stands before what there is too much of: "too old"."""
    measures = word.lower == "too" and word.head.i > word.i and word.head.tag[:2] in ("JJ", "RB", "VB")
    return word.lower in listed("wording", "fillers") and not measures


def join_to_auxiliary(kept: Sequence[Word | str], texts: list[str], first: int, left_out: Sequence[Word], plural: bool | None) -> None:
    """Give the verb after an auxiliary the form that the words left out no longer give it, in place.

    "did not sign" becomes "signed", "has declined to sign" "has signed", "must avoid signing" "must sign".
    """
    auxiliary = kept[first]
    later = [(place, word) for place, word in enumerate(kept) if place > first and isinstance(word, Word) and word.tag in ("VB", "VBG")]
    if not later or not isinstance(auxiliary, Word):
        return
    place, main = later[0]
    if auxiliary.lemma == "do" and auxiliary.dep == "aux" and not any(isinstance(word, Word) and word.dep == "neg" for word in kept):
        tag = "VBP" if auxiliary.tag == "VB" else auxiliary.tag
        texts[place] = inflected(main.lemma, tag if plural is None or tag == "VBD" else "VBP" if plural else "VBZ")
        texts[first] = ""
    elif any(word.tag[:2] == "VB" or word.lower == "to" for word in left_out):
        form = "VB" if auxiliary.tag == "MD" else AFTER.get(auxiliary.lemma)
        texts[place] = inflected(main.lemma, form) if form is not None else texts[place]


def is_verb(word: Word | str) -> bool:
    """Whether a word of the relation is a verb or auxiliary."""
    return isinstance(word, Word) and (word.tag[:2] in ("VB", "MD"))


def full(word: Word) -> str:
    """Return a word, written in full where it is a shortened auxiliary."""
    text = word.lower.replace("’", "'")
    if text == "'s" and word.tag != "POS":
        return "has" if (word.head.tag in ("VBN", "VBD") and word.dep == "aux") or after_has(word) else "is"
    if text == "'d" and word.head.tag in ("VBN", "VBD"):
        return "had"
    if text in CONTRACTED and (text[0] == "'" or word.tag == "MD"):
        return CONTRACTED[text]
    return word.lower if word.text.istitle() and word.tag not in ("NNP", "NNPS") else word.text


def after_has(word: Word) -> bool:
    """Whether a shortened "has" is meant, as in "it’s been", "he’s got"."""
    return any(kid.lower in ("been", "got") and kid.i == word.i + 1 for kid in (*word.head.kids, word.head))


def made_finite(verb: Word, left_out: list[Word], draft: Draft, plural: bool | None) -> str:
    """Return a finite form of a verb that has none, in the tense of the verb that was left out, else of the verb above."""
    dropped = next((word for word in left_out if word.tag in FINITE), None)
    if any(word.lower == "unlikely" for word in left_out):
        return f"will {verb.lemma}"
    past = dropped.tag == "VBD" if dropped is not None else is_past(verb)
    helper = next((word for word in draft.relation if isinstance(word, Word) and word.tag in ("VBZ", "VBP") and word.dep == "aux"), None)
    if helper is not None and helper.i not in {word.i for word in left_out}:
        return inflected(verb.lemma, "VBN")
    many = plural if plural is not None else is_plural(draft)
    base = {"having": "have", "being": "be"}.get(verb.lower, verb.lemma)
    if verb.tag == "VBN" and dropped is None and verb.dep in ("ROOT", "conj", "ccomp", "relcl"):
        return verb.text  # a past tense that the parse took for a participle
    done = verb.tag == "VB" and dropped is None and governors.brings_about(verb.head)
    past = past or done
    if verb.tag == "VB" and dropped is None and not done and ought(verb):
        return f"{be_of(draft, many)} to {verb.lemma}"
    if base == "be":
        return ("were" if many else "was") if past else ("are" if many else "is")
    return inflected(base, "VBD" if past else "VBP" if many else "VBZ")


def ought(verb: Word) -> bool:
    """Whether a base form tells of what is to be: an infinitive with "to", or what is demanded ("asked that he leave", "must close and be sold")."""
    main = verb.head if verb.dep in ("aux", "auxpass") else verb
    if unrealised.is_held_to_be(main):
        return False
    headline = main.dep == "ROOT" and unrealised.is_to_be(main)  # "Port to be closed"
    demanded = any(kid.lower == "to" for kid in (*verb.kids, *main.kids) if kid.dep == "aux")
    return headline or demanded or unrealised.is_subjunctive(main) or unrealised.shares_obligation(main)


def be_of(draft: Draft, many: bool) -> str:
    """Return the form of "be" in the present for a subject."""
    if draft.subject is not None and draft.subject.head.lower in ("i", "me", "my"):
        return "am"
    return "are" if many else "is"


def is_past(verb: Word) -> bool:
    """Whether a verb without tense is about the past: as the verb above is, always in "denies taking it", never in "ruled out taking it"."""
    if verb.tag == "VBG" and verb.head.lemma in ("deny", "admit", "regret", "recall", "remember"):
        return True
    if verb.tag == "VBG" and first_conjunct(verb).head.lemma in listed("wording", "to_come"):
        return False
    return past_above(verb)


def is_plural(draft: Draft) -> bool:
    """Whether the subject is plural."""
    if draft.subject is None:
        return False
    head = draft.subject.head
    joined = head.kid("conj")
    return (
        head.tag in ("NNS", "NNPS")
        or head.lower in ("they", "we", "you", "these", "those")
        or (joined is not None and joined.i <= draft.subject.last)
    )


def agreeing(verb: Word, text: str, plural: bool) -> str:
    """Return a finite verb in the number of the subject."""
    if verb.lemma == "be" and verb.tag in ("VBD", "VBZ", "VBP"):
        return {True: {"VBD": "were"}, False: {"VBD": "was"}}[plural].get(verb.tag, "are" if plural else "is")
    if verb.tag in ("VBZ", "VBP"):
        return inflected(verb.lemma, "VBP" if plural else "VBZ")
    return text
