"""Which entities a pronoun can stand for, and how likely each is."""

from __future__ import annotations

from kb.propose.actors import gazetteer
from kb.propose.attribution import tree
from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Word
from kb.propose.reference.mention import Entity, Mention
from kb.propose.reference.words import listed


def first_person(mention: Mention) -> bool:
    """Whether a pronoun is "I", "we" or one of their forms."""
    return mention.head.lower in listed("pronouns", "first") or mention.head.lower in listed("pronouns", "first_plural")


def pleonastic(word: Word) -> bool:
    """Whether "it" stands for nothing, or for a whole clause, as in "it is likely that", "it rained" and "it was a duty to go"."""
    if word.lower != "it":
        return False
    verb = word.head
    if word.dep == "expl" or verb.lemma in ("rain", "snow", "seem", "appear", "turn") or introduces_topic(verb):
        return True
    if is_small_subject(word):
        return verb.kid("xcomp", "advcl", "ccomp", "acl") is not None  # "makes it impossible to win"
    if word.dep == "dobj":
        return verb.lemma == "do" or bool(verb.kid("ccomp"))
    complement = verb.kid("acomp", "attr", "oprd")
    clausal = verb.kid("ccomp", "xcomp", "advcl", "csubj") or (
        complement is not None and complement.kid("xcomp", "ccomp", "relcl", "advcl", "acl")
    )
    if verb.lemma in ("be", "remain", "become"):
        personal = complement is not None and complement.lemma in listed("pronouns", "personal") and verb.kid("ccomp", "csubj") is None
        hour = complement is not None and complement.lemma in ("late", "early") and any(kid.lower == "too" for kid in complement.kids)
        return hour or (clausal is not None and not personal)
    return verb.lemma in ("show", "mean", "suggest", "make", "take", "matter", "help") and verb.kid("ccomp", "xcomp") is not None


def introduces_topic(verb: Word) -> bool:
    """Whether a verb only says what is spoken of, as in "when it comes to money"."""
    return verb.lemma == "come" and {"when", "to"} <= {kid.lower for kid in verb.kids}


def relates(mention: Mention, entity: Entity) -> bool:
    """Whether a relative pronoun can stand for an entity, and no other noun stands between them ("the side of the device, which")."""
    word = mention.head
    if (word.lower == "which" and entity.kind == "person") or (word.lower == "who" and entity.kind == "thing"):
        return False
    before = next((other for other in reversed(mention.tree.words[: word.i]) if other.tag[:2] == "NN"), None)
    return before is None or before is antecedent(word) or word.lower == "who"


def antecedent(word: Word) -> Word | None:
    """Return the noun that a relative pronoun stands for, or None for a question word."""
    for above in word.above():
        if above.tag[:2] in ("VB", "MD"):
            return tree.antecedent(above)
    return None


def is_mistaken(mention: Mention, entity: Entity) -> bool:
    """Whether a name fits a pronoun but for its kind, which the model only guessed: "Nashua" in "Nashua raised its prices"."""
    return entity.name is not None and entity.gender == "unknown" and mention.gender == "neuter" and not entity.plural


def may_be_somebody(mention: Mention, entity: Entity) -> bool:
    """Whether a name in two words that no word shows to be a body's may be that of a man or woman: "Pramila Jayapal won her race"."""
    words = entity.name.text.split(" ") if entity.name is not None else []
    listed_words = {*gazetteer.words()["bodies"], *gazetteer.words()["works"]}
    shown = any(word in listed_words or word.lower() in listed("kind", "firms") for word in words) or is_place(entity)
    return (
        mention.gender in ("masculine", "feminine") and entity.gender == "neuter" and 1 < len(words) < 4 and not shown and not entity.nouns
    )


def is_small_subject(word: Word) -> bool:
    """Whether a word is what a verb makes or finds somehow, which is that verb's object: "it" in "made it popular"."""
    state = word.head
    return word.dep == "nsubj" and state.dep == "ccomp" and state.tag[:2] in ("JJ", "NN") and state.kid("cop", "aux", "mark") is None


def doer(verb: Word) -> Word | None:
    """Return the subject of a verb or, for an infinitive or gerund without one, of the nearest verb above it that has one."""
    for above in (verb, *verb.above()):
        subject = subject_of(above) if above.tag[:2] in ("VB", "MD") else None
        if subject is not None:
            return subject
    return None


def subject_of(verb: Word, depth: int = 0) -> Word | None:
    """Return the subject of a verb, its own or the one it shares, which for a relative pronoun is the noun before it.

    A participle or infinitive after a noun shares the subject of the clause that the noun stands in. `depth` counts the clauses gone up.
    """
    top = tree.first_conjunct(verb)
    if top.dep == "acl" and depth < 4:
        return subject_of(clause(top), depth + 1) if clause(top) is not top else None
    subject = tree.own_subject(verb) or tree.own_subject(top) or tree.inherited(verb)
    if subject is not None and subject.tag in ("WDT", "WP"):
        return antecedent(subject)
    return subject


def saying(word: Word) -> Word | None:
    """Return the subject of the nearest verb of saying above a word, or None."""
    for above in word.above():
        if above.tag[:2] == "VB" and "clause" in table("verbs").get(above.lemma, {}):
            subject = subject_of(above)
            if subject is not None and subject is not word and subject.tag != "PRP":
                return subject
    return None


def agrees(mention: Mention, entity: Entity) -> bool:
    """Whether number, gender and kind allow a pronoun to stand for an entity, and the syntax does not forbid it."""
    if mention.plural:
        fits = entity.plural is True or (entity.kind in ("group", "organisation"))
    elif mention.gender == "neuter":
        fits = entity.plural is not True and entity.kind != "person" and entity.gender in ("neuter", "unknown")
    else:
        fits = entity.plural is not True and entity.gender in (mention.gender, "unknown") and entity.kind in ("person", "unknown")
        fits = fits and not (entity.gender == "unknown" and is_place(entity))
    return fits and not is_nobody(entity) and not forbidden(mention, entity) and can_undergo(mention, entity)


def is_nobody(entity: Entity) -> bool:
    """Whether an entity is nobody or nothing in particular, which no pronoun stands for later: "neither side", "any report"."""
    return all(
        one.head.lower in ("nobody", "nothing", "none")
        or (one.head.tag != "NNS" and any(kid.lower in NOBODY and kid.dep in ("det", "neg", "cc", "preconj") for kid in one.head.kids))
        for one in entity.mentions
        if one.sentence == entity.last.sentence or one.form != "pronoun"
    )


NOBODY = frozenset(("no", "neither", "any", "every", "each", "either"))


def described_by(speaker: Entity) -> list[Word]:
    """Return the nouns for a spokesperson, or for the head of a body, that describe somebody, in the mentions themselves or beside them."""
    heads = [one.head for one in speaker.mentions]
    beside = [word for head in heads for word in (head.head, *head.kids) if word.dep in ("appos", "compound", "nmod") or word is head.head]
    return [word for word in (*heads, *beside) if word.lemma in listed("kind", "spokespeople") | listed("kind", "heads")]


def is_place(entity: Entity) -> bool:
    """Whether an entity is a country or a capital by its name, whatever the model takes it for."""
    return entity.name is not None and (entity.name.text in gazetteer.countries() or entity.name.text in gazetteer.seats())


def can_undergo(mention: Mention, entity: Entity) -> bool:
    """Whether an entity can be what is done to "it": a country or a company is not built, signed or read."""
    word, body = (
        mention.head,
        entity.kind in ("organisation", "place", "person", "group") or (entity.name is not None and entity.kind != "thing"),
    )
    verb = word.head
    done = word.dep == "nsubjpass" or (word.dep == "dobj" and verb.kid("prt") is None)
    if entity.kind in ("organisation", "person") and word.dep == "pobj" and word.head.lower in listed("pronouns", "spatial"):
        return False
    if entity.name is None and entity.kind == "thing" and word.dep == "nsubj" and mention.gender == "neuter" and is_done_by_somebody(verb):
        return False
    return not (body and mention.gender == "neuter" and done and verb.lemma in listed("pronouns", "of_things"))


def is_done_by_somebody(verb: Word) -> bool:
    """Whether only somebody can do what a verb says: say or plan something, hire, sue."""
    return verb.lemma in listed("pronouns", "of_somebody") or speaks_of_more(verb)


def speaks_of_more(verb: Word) -> bool:
    """Whether a verb introduces what its subject says, thinks or wants, and such a clause stands there."""
    frames = table("verbs").get(verb.lemma, {})
    return ("clause" in frames and verb.kid("ccomp") is not None and verb.lemma not in listed("pronouns", "shown")) or (
        "inf" in frames
        and verb.kid("xcomp") is not None
        and verb.lemma not in ("seem", "appear", "need", "use", "tend", "continue", "begin", "start")
    )


def forbidden(mention: Mention, entity: Entity) -> bool:
    """Whether pronoun and entity stand too near, in one clause as subject and object, or one within the other's phrase."""
    word, last = mention.head, entity.mentions[-3:]
    if word.dep == "nsubj" and is_done_to(entity, word.head.kid("dobj")):
        return True
    if (whole := parted(mention)) is not None:
        return all(other.head is not whole for other in last)
    return any(other.tree is mention.tree and other.sentence == mention.sentence and too_near(word, other) for other in last)


def too_near(word: Word, other: Mention) -> bool:
    """Whether a pronoun stands too near a mention in its sentence to stand for the same."""
    if other.first <= word.i <= other.last or (other.head in list(word.above())[:2] and word.dep == "poss" and other.head is word.head):
        return True
    around, reflexive = clause(word), word.lower in listed("pronouns", "reflexive")
    if is_small_subject(word) and doer(around) is other.head:
        return True
    acted_on = word.head.lemma == "behalf" or (word.dep in ("dobj", "pobj") and not reflexive)
    return (acted_on and subject_of(around) is other.head) or (word.tag == "PRP" and not reflexive and clause(other.head) is around)


def parted(mention: Mention) -> Word | None:
    """Return the noun of which the words after it tell a part, the men for "them" in "most are men, many of them in trade", or None."""
    word, words = mention.head, mention.tree.words
    if word.dep != "pobj" or word.head.lower != "of" or word.i < 4 or words[word.i - 3].text != ",":
        return None
    noun, part = words[word.i - 4], words[word.i - 2]
    return noun if noun.tag == "NNS" and part.tag in ("JJ", "JJS", "DT", "CD", "RB", "NN") else None


def is_done_to(entity: Entity, noun: Word | None) -> bool:
    """Whether an object is the name of an entity, so that the subject is another: "It accused the FDIC" is not of the FDIC."""
    return noun is not None and noun.tag in ("NNP", "NNPS") and entity.name is not None and noun.text in entity.name.text.split(" ")[-1:]


def clause(word: Word) -> Word:
    """Return the verb whose clause a word stands in, itself a pronoun's nearest verb above."""
    return next((above for above in word.above() if above.tag[:2] in ("VB", "MD")), word)


def quoted(mention: Mention) -> bool:
    """Whether a mention stands after an opening quotation mark that is not closed before it in its paragraph."""
    before = mention.tree.text[: mention.tree.words[mention.first].start]
    if "“" in before:
        return before.count("“") > before.count("”")
    if "``" in before:
        return before.count("``") > before.count("''")
    return before.count('"') % 2 == 1 or before.count("''") % 2 == 1


def speaks(mention: Mention) -> bool:
    """Whether a mention is the subject of a verb of saying."""
    return mention.subject and mention.verb.lemma in listed("kind", "saying")


def introduces_speech(mention: Mention) -> bool:
    """Whether a mention is the subject of any verb that can introduce what somebody says."""
    return mention.subject and "clause" in table("verbs").get(mention.head.head.lemma, {})
