"""Statements from the clauses of verbs, as in "The council approved the plan in May" is (The council, approved, the plan, in May)."""

from __future__ import annotations

from collections.abc import Iterator

from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.attribution.unsaid import concedes
from kb.propose.reference import agreement
from kb.propose.statements import clause as clauses
from kb.propose.statements import clefts, constructions, ellipsis, existence, gaps, incomplete, predicative, roles, spans
from kb.propose.statements.clause import Clause
from kb.propose.statements.commitment import conditions
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.resolved import possessive
from kb.propose.statements.words import listed

WH = frozenset(("WDT", "WP", "WP$", "WRB"))


def find(tree: Tree) -> Iterator[Draft]:
    """Yield the statements of the verbs of a paragraph."""
    for clause in clauses.clauses(tree):
        half = ellipsis.is_elliptical(tree, clause.verb)
        yield from ellipsis.completed(tree, clause.verb, of_clause) if half else of_clause(tree, clause)


def of_clause(tree: Tree, clause: Clause) -> Iterator[Draft]:
    """Yield the statement of one clause."""
    if clause.subject is None or (clause.subject.tag in WH and first_conjunct(clause.verb).dep != "ROOT"):
        yield from existence.find(tree, clause)
        return
    plain = clause if clefts.what_of(clause) is None else clefts.straightened(clause)
    if plain is None or plain.subject is None or (plain is clause and incomplete.is_incomplete(clause)):
        return
    clause, first = plain, plain.subject
    if first.text[:1] in "'’":  # "let's go"
        return
    relation: list[Word | str] = [*clauses.participle_helper(clause), *clause.group]
    objects, adverbials = complements(tree, relation, clause)
    if objects and clause.antecedent is not None and tree.words[objects[0].first].lower == "not":  # "not everything they say"
        return
    subject = result_of(tree, clause) or owned(tree, before_verb(tree, spans.noun_phrase(tree, first, "subject"), clause), clause)
    subject, objects, adverbials = extraposed(subject, objects, adverbials)
    if is_empty(subject, clause):
        return
    for phrase in (subject, *objects[:1]):
        phrase.name = phrase.name or spans.appended_name(tree, phrase.head)
    adverbials += [time for phrase in objects if (time := detached_time(tree, phrase)) is not None]
    rest = sorted([*objects[1:], *adverbials], key=lambda phrase: phrase.first)
    yield Draft(constructions.rule(clause), clause.verb, relation, subject, objects[0] if objects else None, rest, clause)


def result_of(tree: Tree, clause: Clause) -> Phrase | None:
    """Return the clause of which another tells the result, as "Holm fired two aides" before ", leading to a strike", or None.

    It is what was done that leads to something, and nobody who did it.
    """
    verb, above = clause.verb, clause.verb.head
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.i < above.i or verb.lemma not in listed("clause", "leading"):
        return None
    if not any(kid.dep == "prep" and kid.lower in ("to", "in") for kid in verb.kids) or tree.words[verb.left - 1].text != ",":
        return None
    done = above.kid("nsubj", "nsubjpass")
    return Phrase(above, done.left, verb.left - 2, "content") if done is not None and above.tag in ("VBD", "VBZ", "VBP", "VBN") else None


def complements(tree: Tree, relation: list[Word | str], clause: Clause) -> tuple[list[Phrase], list[Phrase]]:
    """Return the objects and the adverbials of a clause. Words that name its relation join `relation`, in place."""
    objects = [
        spans.noun_phrase(tree, word, "object") for word in clause.objects if not relative(word, clause) and not contrasted(tree, word)
    ]
    adverbials = [phrase for word in clause.adverbials if (phrase := adverbial(tree, word, clause)) is not None]
    gap = gaps.filler(clause)
    if gap is not None and not objects:
        relation += gap.stranded
        adverbials = [phrase for phrase in adverbials if phrase.head not in gap.stranded]
        objects = [before_verb(tree, spans.noun_phrase(tree, gap.noun, "object"), clause)]
    elif gap is not None and gap.stranded and objects[0].head.dep == "acomp":  # "on which they are dependent"
        relation += [*tree.words[objects[0].first : objects[0].last + 1], *gap.stranded]
        adverbials = [phrase for phrase in adverbials if phrase.head not in gap.stranded]
        objects = [before_verb(tree, spans.noun_phrase(tree, gap.noun, "object"), clause)]
    elif not objects:
        objects, adverbials = promoted(tree, relation, adverbials, clause)
    elif len(objects) == 1:
        opened, adverbials = predicative.with_verb(relation, objects[0], adverbials)
        objects = [predicative.opened(tree, relation, opened)]
    return [without_no(relation, phrase) for phrase in objects], adverbials


def contrasted(tree: Tree, noun: Word) -> bool:
    """Whether a noun is only what is not meant, as in "focused on trade, not minor matters"."""
    first = next((word for word in tree.words[noun.left : noun.i] if word.dep != "punct"), noun)
    return first.lower == "not" and tree.words[first.i - 1].text == ","


def is_empty(subject: Phrase, clause: Clause) -> bool:
    """Whether a subject says nothing on its own, as "it" in "it seems that" and "many of whom" in a relative clause."""
    owners = (kid.kid("pobj") for kid in subject.head.kids if kid.dep == "prep")
    if any(owner is not None and owner.tag in WH for owner in owners):
        return True
    return subject.role != "content" and agreement.pleonastic(subject.head) and clause.main.lemma in ("be", "seem", "appear")


def without_no(relation: list[Word | str], phrase: Phrase) -> Phrase:
    """Return an object without its "no", which joins the relation, as in "found no | trace"."""
    article = phrase.head.kid("det")
    if article is not None and article.lower == "no" and article.i == phrase.first < phrase.last:
        relation.append(article)
        phrase.first += 1
    return phrase


def extraposed(subject: Phrase, objects: list[Phrase], adverbials: list[Phrase]) -> tuple[Phrase, list[Phrase], list[Phrase]]:
    """Return the parts with the clause as the subject that "it" stands for, as in "it is vital that they leave"."""
    clause = next((phrase for phrase in adverbials if phrase.role == "content" and phrase.first > subject.last), None)
    if subject.head.lower != "it" or clause is None or not objects or objects[0].head.dep != "acomp":
        return subject, objects, adverbials
    return clause, objects, [phrase for phrase in adverbials if phrase is not clause]


def detached_time(tree: Tree, phrase: Phrase) -> Phrase | None:
    """Return the time at the end of an object, which is cut there, as in "since 1603" in "was the seat of government since 1603"."""
    noun = phrase.head.kid("pobj") if phrase.head.dep in ("prep", "agent") else phrase.head
    last = next((kid for kid in reversed(noun.kids) if kid.i <= phrase.last and kid.dep != "punct"), None) if noun is not None else None
    if noun is None or last is None or last.dep != "prep" or last.i <= noun.i or last.lower in ("of", "for", "from"):
        return None
    time = Phrase(last, last.i, phrase.last, "time")
    if not roles.is_time(tree, time):
        return None
    phrase.last = last.i - 1
    return time


def before_verb(tree: Tree, phrase: Phrase, clause: Clause) -> Phrase:
    """Return the phrase of a noun cut before the clause that describes it, as in "a plan [drafted in May]"."""
    start = min(clause.group[0].i, clause.verb.i)
    while (
        phrase.head.tag[:2] != "VB" and phrase.first < phrase.head.i and tree.words[phrase.first].tag in ("IN", *WH)
    ):  # "in which the use"
        phrase.first += 1
    if clause.verb.dep in ("acl", "relcl") and phrase.first < start <= phrase.last:
        phrase.last = start - 1
        while phrase.last > phrase.first and (tree.words[phrase.last].dep == "punct" or tree.words[phrase.last].tag in WH):
            phrase.last -= 1
    return phrase


def owned(tree: Tree, subject: Phrase, clause: Clause) -> Phrase:
    """Return a subject with the name of whose it is, as the clerk's son in "the clerk, whose son left the port"."""
    whose = next((kid for kid in subject.head.kids if kid.tag == "WP$"), None)
    noun = clause.antecedent
    if whose is None or noun is None:
        return subject
    owner = before_verb(tree, spans.noun_phrase(tree, noun, "subject"), clause)
    rest = tree.text[tree.words[whose.i + 1].start : tree.words[subject.last].end]
    subject.name = f"{possessive(tree.text[tree.words[owner.first].start : tree.words[owner.last].end])} {rest}"
    return subject


def relative(word: Word, clause: Clause) -> bool:
    """Whether a word is a relative or question pronoun, which "that" is before the verb of a relative clause."""
    return word.tag in WH or (word.lower == "that" and clause.antecedent is not None and word.i < clause.verb.i)


def adverbial(tree: Tree, word: Word, clause: Clause) -> Phrase | None:
    """Return the phrase of an adverbial with its role, or None for one that says nothing of its own."""
    if word.dep == "advmod" and not word.kids and word.i < clause.verb.i:
        return None
    if word.dep in ("ccomp", "xcomp"):
        return content(tree, word) if is_content(tree, word, clause) else None
    if word.dep == "advcl" and word.tag == "VBG" and directly_after(word, clause):
        return spans.whole(tree, word, "content")
    if word.dep == "advcl" and not keeps(tree, word):
        return None
    if word.dep in ("prep", "agent", "dative") and any(kid.tag in WH for kid in word.kids):
        return None
    phrase = spans.whole(tree, word, "other") if word.dep in ("advcl", "advmod") else spans.noun_phrase(tree, word, "other")
    phrase.role = roles.of_phrase(tree, phrase)
    return phrase


def directly_after(word: Word, clause: Clause) -> bool:
    """Whether a gerund follows its verb or particle at once, as its object, as in "ruled out sending troops"."""
    return not clause.objects and word.left == max(clause.main.i, clause.group[-1].i) + 1


def is_content(tree: Tree, word: Word, clause: Clause) -> bool:
    """Whether a clause under the verb is what is said or thought, not one that merely stands beside it ("it rained, we stayed")."""
    if word.dep == "xcomp" or incomplete.introduces(clause):
        return True
    mark = word.kid("mark")
    return word.i > clause.main.i and (mark is not None or tree.words[word.left - 1].text not in (",", ";", ":", "-", "--", "–", "—"))


def keeps(tree: Tree, word: Word) -> bool:
    """Whether a clause is an argument of the verb above, as one of time or purpose is and a concession is not."""
    first = tree.words[word.left]
    if concedes(word):
        return False
    if first.lower == "only" and first.i + 1 == (word.kid("mark") or word).i:
        first = tree.words[first.i + 1]
    return (
        first.lower in KEPT
        or conditions.inverted_condition(tree, word)
        or (word.tag == "VB" and word.kid("aux") is not None and word.i > word.head.i)
    )


KEPT = frozenset(("until", "till", "before", "after", "when", "since", "because", "if", "unless", "once"))


def content(tree: Tree, word: Word) -> Phrase:
    """Return the phrase of a content clause, without the "that" before it."""
    phrase = spans.whole(tree, word, "content")
    if tree.words[phrase.first].lower == "that" and tree.words[phrase.first].dep == "mark":
        phrase.first += 1
    return phrase


def promoted(tree: Tree, relation: list[Word | str], adverbials: list[Phrase], clause: Clause) -> tuple[list[Phrase], list[Phrase]]:
    """Return objects and adverbials, where a content, or else the likeliest phrase with a preposition, becomes the object.

    The preposition joins the relation: "taught at" for "taught at a college". A phrase of time is the object only where there is no other.
    """
    contents = [phrase for phrase in adverbials if phrase.role == "content"]
    if contents:
        that = contents[0].first - 1
        if tree.words[that].dep == "mark" and tree.words[that].lower == "that" and that > clause.main.i:
            relation.append(tree.words[that])
        return contents[:1], [other for other in adverbials if other is not contents[0]]
    after = [phrase for phrase in adverbials if phrase.first > clause.main.i and phrase.head.dep in ("prep", "agent", "dative")]
    chosen = min(after, key=lambda phrase: (phrase.role != "agent", phrase.role == "time", phrase.first), default=None)
    inner = predicative.inside(relation, chosen.head, chosen.last) if chosen is not None else None
    if inner is None:
        return [], adverbials
    return [inner], [other for other in adverbials if other is not chosen]
