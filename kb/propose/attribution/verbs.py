"""Rules for verbs that are cues of a clause, an infinitive, an object or a prepositional object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.propose.attribution import speakers
from kb.propose.attribution.clauses import Complement, clause, clause_before, cue, frames_of, is_verb, parenthesis, tail
from kb.propose.attribution.drafts import Draft, Stretch, extent, noun_phrase
from kb.propose.attribution.lexicon import Entry, Frames, occasions, states
from kb.propose.attribution.meanings import meant, named
from kb.propose.attribution.quotes import Quote, edge
from kb.propose.attribution.tree import Tree, Word, agent, passive, speaker
from kb.propose.attribution.unsaid import weighed


def infinitive(tree: Tree, verb: Word, frames: Frames) -> Complement | None:
    """Return the infinitive that a verb introduces, as in "vowed to leave" or "urged them to leave"."""
    if verb.lemma in ("seem", "appear"):
        return appearance(verb, frames)
    if verb.lemma == "call" and (addressed := called_on(verb, frames)) is not None:
        return addressed
    for kid in verb.kids:
        if (
            kid.dep == "xcomp"
            and kid.i > verb.i
            and kid.lemma != "mind"
            and not (verb.lemma == "call" and kid.tag == "VBG")
            and (kid.kid("aux") is not None or kid.tag == "VBG")
        ):
            whom = verb.kid("dobj")
            if whom is not None and whom.i < kid.i:
                return ("whom-to-infinitive", "whom", whom.left, kid.right) if "whom" in frames else None
            if passive(verb) and ("whom" in frames or "inf" in frames):
                subject = verb.kid("nsubjpass")
                first = subject.left if subject is not None else kid.left
                return "passive-infinitive", "whom" if "whom" in frames else "inf", first, kid.right
            if "inf" in frames or kid.tag == "VBG":
                return bare(tree, verb, kid, frames)
    return None


def bare(tree: Tree, verb: Word, task: Word, frames: Frames) -> Complement:
    """Return an infinitive or gerund right behind its verb, for "said closing it could help", of which the parse lost the subject, a clause."""
    if task.tag == "VBG" and verb.lemma == "say":
        return "indirect-clause", "clause", task.left, task.right
    last = continued(verb, task, tail(tree, task.left, task.right))
    return "to-infinitive", "inf" if "inf" in frames else next(iter(frames)), task.left, last


def continued(verb: Word, task: Word, last: int) -> int:
    """Return the last word of an infinitive with those after it that the parse joins to its finite verb: "plans to sell one, buy another"."""
    if verb.tag == "VB" or task.tag != "VB":
        return last
    for kid in sorted(verb.kids, key=lambda kid: kid.i):
        if kid.dep in ("conj", "dep") and kid.tag == "VB" and kid.i > last and kid.left <= last + 4 and not kid.kid("nsubj", "aux"):
            last = kid.right
    return last


def called_on(verb: Word, frames: Frames) -> Complement | None:
    """Return the person addressed and the infinitive of a "call on", as in "called on the city to close the harbour"."""
    on = next((kid for kid in verb.kids if kid.dep == "prep" and kid.i > verb.i and kid.kid("pobj") and f"in:{kid.lower}" in frames), None)
    task = next((kid for kid in verb.kids if kid.dep in ("xcomp", "advcl") and kid.tag == "VB" and kid.kid("aux")), None)
    if on is None or task is None or task.left < on.right:
        return None
    return "whom-to-infinitive", f"in:{on.lower}", on.i + 1, task.right


def appearance(verb: Word, frames: Frames) -> Complement | None:
    """Return the subject and complement of "seem" or "appear", as in "they seem to know"."""
    subject = verb.kid("nsubj")
    what = verb.kid("xcomp", "oprd", "acomp")
    if subject is None or what is None or what.i < verb.i or "inf" not in frames:
        return None
    return "appearance", "inf", subject.left, what.right


def naming(tree: Tree, verb: Word, frames: Frames) -> Complement | None:
    """Return the object and what it is called, as in "called it a mistake" or "described it as a mistake"."""
    if "as" not in frames or (passive(verb) and verb.dep == "acl" and agent(verb) is None):
        return None
    following = [kid for kid in verb.kids if kid.i > verb.i]
    what = next((kid for kid in following if kid.dep in ("oprd", "attr") or (kid.dep == "prep" and kid.lower == "as")), None)
    what = what or next((kid for kid in following if kid.dep in ("ccomp", "xcomp") and kid.tag != "VB"), None)
    about = verb.kid("nsubjpass") if passive(verb) else verb.kid("dobj")
    if what is None and any(kid.lemma in occasions() for kid in following if kid.dep == "npadvmod"):  # "called both Tuesday night"
        return None
    if what is None and about is not None and verb.lemma in CALLING and not passive(verb) and about.i > verb.i:
        last = max(kid.right for kid in following if kid is about or (kid.dep == "prep" and kid.left == about.right + 2))
        return "naming", "as", about.left, last
    if what is None or (verb.lemma == "find" and (what.tag == "VBN" or what.lower in states())):  # "was found dead"
        return None
    first = min(about.left, what.left) if about is not None else what.left
    return "naming", "as", first, tail(tree, what.left, what.right)


CALLING = frozenset(["call", "label", "dub", "brand", "deem", "nickname", "term"])


def blaming(tree: Tree, verb: Word, frames: Frames) -> Complement | None:
    """Return the person and the charge, as in "accused them of lying"."""
    if "of" not in frames:
        return None
    of = next(
        (
            kid
            for kid in verb.kids
            if kid.dep in ("prep", "dative") and kid.i > verb.i and (kid.lower in OF or (kid.lower == "to" and verb.lemma in TO))
        ),
        None,
    )
    about = verb.kid("nsubjpass") if passive(verb) else verb.kid("dobj", "dative")
    if of is None or about is None:
        return None
    return "blaming", "of", min(about.left, of.left), tail(tree, of.left, of.right)


OF = frozenset(("of", "for", "over", "on", "with", "about"))
TO = frozenset(("compare", "liken", "attribute"))


def prepositional(tree: Tree, verb: Word, frames: Frames) -> Complement | None:
    """Return the prepositional object of a verb, as in "called for a vote" or "spoke about the vote"."""
    for kid in verb.kids:
        if kid.dep in ("advcl", "ccomp", "xcomp") and kid.i > verb.i and "in:for" in frames and for_to(kid):
            return "whom-to-infinitive", "in:for", kid.left + 1, tail(tree, kid.left, kid.right)
        if kid.lower == "at" and verb.kid("dobj") is not None:  # "fired shots at the boat"
            continue
        if kid.dep == "prep" and kid.i > verb.i and f"in:{kid.lower}" in frames and kid.i <= verb.i + 6 and kid.right > kid.i:
            return "preposition", f"in:{kid.lower}", kid.i + 1, tail(tree, kid.i + 1, kid.right)
    return None


def for_to(verb: Word) -> bool:
    """Whether a clause is an infinitive with its subject after a "for", as in "for the city to close the harbour"."""
    mark = verb.kid("mark")
    return (
        verb.tag == "VB" and verb.kid("nsubj", "nsubjpass") is not None and mark is not None and mark.lower == "for" and mark.i == verb.left
    )


def direct_object(tree: Tree, verb: Word, frames: Frames) -> Complement | None:
    """Return the object of a verb, as in "denied the report"."""
    if "object" not in frames:
        return None
    if passive(verb):
        about = verb.kid("nsubjpass") if agent(verb) is not None else None
        return ("passive-object", "object", about.left, about.right) if about is not None else None
    about = verb.kid("dobj")
    if about is None or about.i < verb.i or verb.dep == "csubj" or speaker(verb) is None:
        return None
    last = tail(tree, about.left, about.right)
    for kid in sorted(verb.kids, key=lambda kid: kid.i):
        another = kid.dep == "conj" and kid.tag[:2] == "NN" and kid.left <= last + 3  # "stressed fairness, and a need", joined to the verb
        if kid.i > about.i and (another or (kid.left == last + 1 and goes_on(kid))):
            last = tail(tree, kid.left, kid.right)
    return "object", "object", about.left, last


def goes_on(kid: Word) -> bool:
    """Whether what follows an object belongs to it: some prepositions, and an infinitive."""
    return (kid.dep in ("prep", "dative") and kid.lower in WITH) or (kid.dep == "xcomp" and kid.tag == "VB")


WITH = frozenset(
    ["for", "as", "over", "of", "with", "from", "to", "against", "despite", "beyond", "about", "because", "toward", "towards", "into"]
)


def find(tree: Tree, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield a draft for each verb of the lexicon with the likeliest content that it introduces."""
    for verb in tree.words:
        if not is_verb(verb):
            continue
        frames = frames_of(verb)
        if not frames:
            continue
        for rule, frame, content in contents(tree, verb, frames, quotes):
            who = spoken_above(verb) or speaker(verb)
            if rule == "appearance":
                who = None
            if credits_too_little(verb, who, rule, frames[frame]):
                break
            source = source_of(tree, verb, who, rule)
            entry = weighed(verb, meant(verb, rule, frames, frame))
            yield Draft(named(rule, verb, entry), content, source, cue(tree, verb), entry, verb.i)
            break


def source_of(tree: Tree, verb: Word, who: Word | None, rule: str) -> Stretch | None:
    """Return the stretch that names who speaks: the noun that a "that" stands for, and a name right before a verb whose subject the parse lost."""
    if who is not None and who.lower == "that" and verb.dep == "relcl" and who.head is verb:
        return noun_phrase(tree, verb.head)
    if who is not None:
        return noun_phrase(tree, who)
    lost = rule == "indirect-clause" and verb.tag in ("VBD", "VBZ", "VBP") and not verb.kid("auxpass", "nsubj", "nsubjpass")
    return speakers.before_verb(tree.text, edge(tree.text, verb.start), verb.start) if lost else None


def credits_too_little(verb: Word, who: Word | None, rule: str, entry: Entry) -> bool:
    """Whether the object of a verb is seldom what somebody says: where nobody is named, unless somebody is asked about it, or in a clause
    that only describes a noun, unless it tells what people think of something ("voters who back the mayor")."""
    if rule not in ("object", "preposition"):
        return False
    if who is None:
        return rule == "object" or entry.kind not in ("question", "norm")
    if verb.dep == "relcl":
        return rule == "preposition" or entry.kind not in ("evaluation", "norm")
    return verb.dep == "acl" and (rule == "preposition" or entry.kind == "plan")


def spoken_above(verb: Word) -> Word | None:
    """Return who speaks in the clause above, for a participle after what they say: "said that it rained, arguing that it was cold"."""
    said = verb.head
    comma = (
        verb.dep == "advcl"
        and verb.tag == "VBG"
        and verb.i > said.i
        and any(kid.dep == "punct" and said.i < kid.i < verb.i for kid in said.kids)
    )
    if not comma or said.dep != "ccomp" or "clause" not in frames_of(said.head) or "clause" not in frames_of(verb):
        return None
    return speaker(said.head)


def contents(tree: Tree, verb: Word, frames: Frames, quotes: Sequence[Quote]) -> Iterator[tuple[str, str, Stretch]]:
    """Yield (rule, frame, stretch) of each content that the verb may introduce, the likeliest first."""
    for construction in (clause, clause_before, parenthesis, infinitive, naming, blaming, prepositional, direct_object):
        complement = construction(tree, verb, frames)
        if complement is not None:
            rule, frame, first, last = complement
            start, end = extent(tree, first, last, quotes)
            if start < end:
                yield rule, frame, (start, end)
