"""Tell apart what a verb says twice over, each figure with its own place and time.

"It sold 3 ships to Poland in May and 2 to Norway in June" says two things, and no mixture of them. The phrases after the verb are compared
in the order of the text, not of the parse, which seldom knows to which of the two a phrase belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import spans
from kb.propose.statements.chunks import ENDING, NOUN, phrases
from kb.propose.statements.draft import Draft, Phrase


@dataclass(frozen=True, slots=True)
class Row:
    """Phrases that stand side by side after a verb, as "2 | to Norway | in June"."""

    phrases: list[Phrase]

    @property
    def first(self) -> int:
        """The position of its first word."""
        return self.phrases[0].first

    @property
    def last(self) -> int:
        """The position of its last word."""
        return self.phrases[-1].last


def split(tree: Tree, draft: Draft) -> list[Draft]:
    """Return the statement once for each row of phrases that its sentence joins, or alone where it joins none."""
    if draft.clause is None:
        return [draft]
    found = next((rows for cc in joints(tree, draft) if (rows := alike(tree, draft, cc)) is not None), None)
    if found is None:
        return list(gapped(tree, draft)) or [draft]
    before, after, subject = found
    more = next((cc.i for cc in joints(tree, draft) if cc.i > after.last), None)  # "… and the king to Oslo" is neither's
    draft = replace(draft, arguments=[one for one in draft.arguments if more is None or one.first < more])
    first = cut(draft, before[0].last, after.last)
    return [first, *(other(tree, draft, before, row, subject) for row in (*before[1:], after))]


def joints(tree: Tree, draft: Draft) -> Iterator[Word]:
    """Yield each "and" after the verb behind which no other clause begins."""
    main = draft.clause.main if draft.clause is not None else draft.verb
    last = tree.sentences[main.sentence][1]
    for word in tree.words[main.i + 1 : last + 1]:
        if word.tag in ENDING or (word.dep == "mark" and word.tag != "IN"):
            return
        if word.lower == "and" and word.dep == "cc":
            yield word


def alike(tree: Tree, draft: Draft, joint: Word) -> tuple[list[Row], Row, bool] | None:
    """Return the rows before an "and", the row after it, and whether that begins with a subject of its own; None where they differ."""
    assert draft.clause is not None
    after = phrases(tree, joint.i + 1)
    before = [one for one in phrases(tree, draft.clause.main.i + 1, joint.i) if one.first > draft.clause.main.i]
    groups = grouped(before)
    for size in range(len(after), 1, -1):
        row = Row(after[:size])
        if len(groups[-1]) >= size and fit(groups[-1][-size:], row.phrases):
            rows = [Row(groups.pop()[-size:])]
            while groups and len(groups[-1]) >= size and fit(groups[-1][-size:], row.phrases) and len(rows[0].phrases) == size:
                whole = groups.pop()
                rows.insert(0, Row(whole[-size:]))
                if len(whole) > size:
                    break
            return rows, row, False
        own = before == groups[-1] and len(before) == size - 1 and row.phrases[0].head.tag in NOUN[:4] and row.phrases[0].role != "time"
        if own and draft.subject is not None and fit(before, row.phrases[1:], strictly=True):
            return [Row(before)], row, True
    return None


def grouped(listed: Sequence[Phrase]) -> list[list[Phrase]]:
    """Return phrases in groups, parted where a comma stands between two."""
    groups: list[list[Phrase]] = [[]]
    for one in listed:
        if groups[-1] and one.first - 1 > groups[-1][-1].last:
            groups.append([])
        groups[-1].append(one)
    return groups


def fit(left: Sequence[Phrase], right: Sequence[Phrase], *, strictly: bool = False) -> bool:
    """Whether two rows have phrases of the same kinds in the same order."""
    return len(left) == len(right) and all(same(one, other, strictly) for one, other in zip(left, right, strict=True))


def same(one: Phrase, other: Phrase, strictly: bool) -> bool:
    """Whether two phrases say the same kind of thing: with the same preposition, of time or place, or two names or figures without any."""
    if one.head.tag in NOUN or other.head.tag in NOUN:
        figures = [any(word.tag == "CD" for word in below(phrase)) for phrase in (one, other)]
        return one.head.tag in NOUN and other.head.tag in NOUN and one.role == other.role and (figures[0] or not figures[1])
    if one.role == other.role and one.role in ("time", "place"):
        return True
    return one.head.lower == other.head.lower and not strictly and "time" not in (one.role, other.role)


def below(phrase: Phrase) -> Iterator[Word]:
    """Yield the words of a phrase that depend on its head, itself first."""
    waiting = [phrase.head]
    while waiting:
        word = waiting.pop()
        if phrase.first <= word.i <= phrase.last:
            yield word
            waiting += word.kids


def cut(draft: Draft, last: int, end: int) -> Draft:
    """Return a statement without what stands from behind one word to another."""
    kept = [short for one in draft.arguments if (short := shorter(one, last, end)) is not None]
    return replace(draft, object=shorter(draft.object, last, end), arguments=kept)


def shorter(one: Phrase | None, last: int, end: int) -> Phrase | None:
    """Return a phrase up to a word, or None for one that begins behind it and before `end`."""
    if one is None or one.last <= last or one.first > end:
        return one
    return replace(one, last=last) if one.first <= last else None


def other(tree: Tree, draft: Draft, before: Sequence[Row], row: Row, subject: bool) -> Draft:
    """Return the statement with the phrases of a later row in place of those of the first."""
    place, found = before[0].first, list(row.phrases)
    model = list(before[0].phrases)
    if subject:
        draft = replace(draft, subject=replace(found.pop(0), role="subject"), member=True)
    kept = [short for one in draft.arguments if (short := outside(one, place, row.last)) is not None]
    object_ = outside(draft.object, place, row.last)
    if found[0].head.lower == "to" and kept and kept[-1].head.lower == "from":
        kept.pop()  # "from 3 million in 2020 to 4 in 2021 and to 5 in 2022"
    if object_ is None and draft.object is not None:
        chosen = next((n for n, one in enumerate(model) if one.first <= draft.object.head.i <= one.last), 0)
        one = found.pop(chosen)
        object_ = as_object(tree, draft, one, model.pop(chosen))
        if object_.first == one.first and one.head.tag in ("IN", "TO") and isinstance(draft.relation[-1], Word):
            draft = replace(draft, relation=[*draft.relation[:-1], one.head.lower])  # "grew from 3 to 4 and to 5": grew to 5
            object_ = replace(object_, first=one.first + 1, head=one.head.kid("pobj") or tree.words[one.last])
    return replace(draft, object=object_, arguments=[*kept, *(filled(tree, one, m) for one, m in zip(found, model, strict=False))])


def outside(one: Phrase | None, place: int, last: int) -> Phrase | None:
    """Return a phrase without what stands in the rows, or None for one that stands there."""
    if one is None or one.last < place or one.first > last:
        return one
    return replace(one, last=place - 1) if one.first < place <= one.head.i + 1 and one.head.i < place else None


def as_object(tree: Tree, draft: Draft, one: Phrase, model: Phrase) -> Phrase:
    """Return a phrase of a row as the object, without the preposition that the relation has already."""
    within = any(isinstance(word, Word) and word.i == model.first for word in draft.relation)
    if within and one.head.tag in ("IN", "TO"):
        noun = one.head.kid("pobj") or tree.words[one.last]
        return Phrase(noun, min(one.first + 1, one.last), one.last, "object")
    return filled(tree, replace(one, role="object"), model)


def filled(tree: Tree, one: Phrase, model: Phrase) -> Phrase:
    """Return a bare figure with what is counted, which is said of the first one only: "2 ships" for the 2 in "3 ships to Poland and 2"."""
    words = tree.words[one.first : one.last + 1]
    first = tree.words[model.first : model.last + 1]
    counted = max((word.i for word in first if word.tag == "CD"), default=model.last)
    if one.head.tag != "CD" or any(word.tag != "CD" for word in words) or counted >= model.last:
        return one
    rest = tree.text[tree.words[counted + 1].start : tree.words[model.last].end]
    if model.head.tag == "NNS" and model.head.i == model.last and words[0].lower in ("one", "1") and len(words) == 1:
        rest = rest.removesuffix(model.head.text) + model.head.lemma
    return replace(one, name=f"{tree.text[words[0].start : words[-1].end]} {rest}")


def gapped(tree: Tree, draft: Draft) -> Iterator[Draft]:
    """Yield both statements of "France sent tanks and Japan money", where the parse takes the second country for a part of the object."""
    noun, subject = (draft.object.head if draft.object is not None else None), draft.subject
    second = noun.kid("conj") if noun is not None and noun.dep == "dobj" and noun.kid("cc") is not None else None
    if second is None or noun is None or subject is None or subject.head.text not in gazetteer.countries() or second.i != second.left + 1:
        return
    name = tree.words[second.left]
    named = name.text in gazetteer.countries() and not name.text.isupper() and name.text not in gazetteer.demonyms()
    if named and second.tag in ("NN", "NNS") and draft.object is not None and noun.tag in ("NN", "NNS"):
        yield replace(draft, object=spans.noun_phrase(tree, noun, "object", conjuncts=False))
        yield replace(
            draft, subject=Phrase(name, name.i, name.i, "subject"), object=Phrase(second, second.i, second.right, "object"), arguments=[]
        )
