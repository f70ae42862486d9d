"""Direct speech: quotations, and the verb that says whose words they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kb.propose.attribution.around import ABBREVIATION, NOMINAL, STOP, begins_sentence, inside, joined, stands_alone, title
from kb.propose.attribution.cues import cue, frames_of, is_verb
from kb.propose.attribution.draft import Draft
from kb.propose.attribution.lexicon import Entry
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.sources import passive, speaker
from kb.propose.attribution.spans import Stretch, noun_phrase, tidy
from kb.propose.attribution.tree import Tree, Word
from kb.propose.attribution.unlisted import named_before, verb_before, verb_behind

SAID = Entry("asserts")
AFTER, BEFORE, NEAR = 240, 160, 40
"""How far, in code points, a verb may stand from the quotation it introduces, behind it and before it; and the gap to its subject."""


@dataclass(slots=True)
class Speech:
    """The direct speech of a paragraph. `loose` are the quotations at its beginning that nothing in it introduces,
    `stray` those that follow other sentences.
    """

    drafts: list[Draft] = field(default_factory=list)
    loose: list[Quote] = field(default_factory=list)
    stray: list[Quote] = field(default_factory=list)
    last: int = 0


def find(tree: Tree, quotes: Sequence[Quote]) -> Speech:
    """A draft for each run of quotations of one speaker; a quotation that begins a sentence right behind one goes on with it."""
    cues = [word for word in tree.words if is_verb(word) and "clause" in frames_of(word) and not inside(word, quotes)]
    speech = Speech()
    for quote in quotes:
        if not quote.full or title(tree.text, quote):
            continue
        named = named_before(tree.text, quote)
        if named is not None:
            said = (quote.start, quote.end)
            speech.drafts.append(Draft("direct-named", said, named[0], named[1], SAID, -10 - quote.start, [said]))
            speech.last = quote.end
            continue
        verb, rule = cue_of(tree, quote, quotes, cues)
        current = speech.drafts[-1] if speech.drafts else None
        if current is not None and (verb is None or current.at == verb.i):
            if mostly_other(tree.text, current, quote):
                speech.drafts.append(
                    replace(current, rule="floating-quote", content=(quote.start, quote.end), at=-1, quoted=[(quote.start, quote.end)])
                )
                speech.last = quote.end
            elif (verb is not None or (begins_sentence(tree.text, quote) and complete(tree.text, quote))) and follows(
                tree.text, current, quote
            ):
                current.content = current.content[0], quote.end
                current.quoted.append((quote.start, quote.end))
                speech.last = quote.end
        elif verb is not None:
            entry = frames_of(verb).get("clause", SAID)
            content = whole(tree, quote, verb, rule)
            speech.drafts.append(Draft(rule, content, who_said(tree, verb, quote, quotes), cue(tree, verb), entry, verb.i, [content]))
            speech.last = max(quote.end, tree.words[verb.i].end)
        elif (
            current is None
            and complete(tree.text, quote)
            and not tree.text[speech.loose[-1].end if speech.loose else 0 : quote.start].strip(" \u00a0…")
        ):
            speech.loose.append(quote)
        elif current is None and complete(tree.text, quote) and begins_sentence(tree.text, quote) and not speech.loose:
            speech.stray.append(quote)
    return speech


def strays(speech: Speech, others: Sequence[Draft]) -> Iterator[Draft]:
    """Quotations behind a sentence that reports somebody's words without quoting them, taken to be the same speaker's."""
    for quote in speech.stray:
        before = [draft for draft in others if draft.cue[1] <= quote.start and draft.rule in REPORTING and draft.source]
        if before:
            said = (quote.start, quote.end)
            yield replace(max(before, key=lambda draft: draft.cue), rule="floating-quote", content=said, at=-1 - quote.start, quoted=[said])


REPORTING = ("said-clause", "indirect-clause", "indirect-before", "indirect-parenthesis", "according-to", "belief-clause")


def mostly_other(text: str, current: Draft, quote: Quote) -> bool:
    """Whether, quotation and continuation taken together, more words would stand between quotation marks and cue than in the quotations."""
    if not (begins_sentence(text, quote) and complete(text, quote) and follows(text, current, quote)):
        return False
    between = len(text[current.content[1] : quote.start].split())
    return between > len(text[current.content[0] : current.content[1]].split()) + quote.words


def follows(text: str, current: Draft, quote: Quote) -> bool:
    """Whether at most the rest of the sentence with the cue stands between what was said and this quotation."""
    end = max(current.content[1], current.cue[1])
    between = ABBREVIATION.sub("Mx ", text[end : quote.start].rstrip())
    return len(STOP.findall(between + " ")) <= 1


def complete(text: str, quote: Quote) -> bool:
    """Whether a quotation ends a sentence, rather than being the first words of one ("“Emma,” the novel, …")."""
    return not quote.closed or quote.inner.rstrip()[-1:] in tuple(".?!…—-") or not text[quote.end :].strip(" .")


def announcement(tree: Tree, quotes: Sequence[Quote]) -> Draft | None:
    """The draft, its content still empty, that a paragraph ending in a colon announces: "The minister added:"."""
    if tree.text.rstrip()[-1:] != ":":
        return None
    first, last = tree.sentences[-1]
    heads = [word for word in tree.words[first : last + 1] if is_verb(word) and not inside(word, quotes)]
    said = [word for word in heads if "clause" in frames_of(word)]
    for word in said[::-1] or [word for word in heads if word.dep == "ROOT"]:
        who = speaker(word)
        source = noun_phrase(tree, who) if who is not None else None
        entry = frames_of(word).get("clause", SAID)
        return Draft("direct-announced", (0, 0), source, cue(tree, word), entry, word.i)
    return None


def whole(tree: Tree, quote: Quote, verb: Word, rule: str) -> Stretch:
    """The quotation with what its clause has before or behind it ("that the talks were “a waste of time.”")."""
    start, end = quote.start, quote.end
    for kid in verb.kids:
        first, last = tree.words[kid.left].start, tree.words[kid.right].end
        if kid.dep in ("ccomp", "dobj") and kid.i > verb.i and first < start <= last and rule == "direct-before":
            start = first
        elif (
            kid.dep == "ccomp"
            and last <= verb.start
            and first < end
            and start < last
            and rule != "direct-before"
            and not begins_sentence(tree.text, quote)
        ):
            start, end = min(start, first), max(end, last)
    return tidy(tree.text, start, end, (quote,))


def who_said(tree: Tree, verb: Word, quote: Quote, quotes: Sequence[Quote]) -> Stretch | None:
    """The subject of the verb; where the parse has none, the noun phrase that stands between verb and quotation, or behind the verb."""
    who = speaker(verb)
    if who is not None and not inside(who, quotes):
        return noun_phrase(tree, who)
    if passive(verb):
        return None
    close = [word for word in tree.words[max(0, verb.i - 12) : verb.i] if word.start >= quote.end and word.tag in NOMINAL]
    if not close and verb.start > quote.start:
        close = [word for word in verb.kids if word.i > verb.i and word.tag in NOMINAL and word.left <= verb.i + 2]
    tops = [word for word in close if word.head not in close]
    return noun_phrase(tree, tops[0]) if tops else None


def cue_of(tree: Tree, quote: Quote, quotes: Sequence[Quote], cues: Sequence[Word]) -> tuple[Word | None, str]:
    """The verb that introduces a quotation, and the rule that found it."""
    if quote.inner.rstrip()[-1:] != ".":
        for word in cues:
            if quote.end <= word.start <= quote.end + AFTER and joined(tree.text[quote.end : word.start]) and near(tree, word, quote):
                if not says_before(tree, word, quote, quotes):
                    break
                who = speaker(word)
                return word, "direct-inverted" if who is not None and who.i > word.i else "direct-after"
    if not stands_alone(tree.text, quote):
        return None, ""
    unknown = verb_behind(tree, quote)
    if unknown is not None:
        return unknown, "direct-unlisted"
    before = [word for word in cues if quote.start - BEFORE <= word.start and word.end <= quote.start]
    for word in reversed(before):
        if not joined(tree.text[word.end : quote.start]):
            break
        if word.dep == "parataxis" and not quote.inner[:1].isupper():
            break
        if word.dep != "relcl" or (tree.text[: quote.start].rstrip()[-1:] != ":" and not closed(tree, word, quote, before)):
            return word, "direct-before"
    return verb_before(tree, quote, quotes)


def closed(tree: Tree, verb: Word, quote: Quote, cues: Sequence[Word]) -> bool:
    """Whether a relative clause ends before the comma of a quotation that a verb over it introduces: "she told those who asked, “No.”"."""
    over = any(word in cues and word.i < verb.i for word in verb.above())
    return over and tree.text[: quote.start].rstrip()[-1:] == ","


def near(tree: Tree, verb: Word, quote: Quote) -> bool:
    """Whether the verb, or the noun phrase that is its subject, begins right behind the quotation."""
    who = speaker(verb)
    begins = min(verb.start, tree.words[who.left].start) if who is not None and who.left < verb.i else verb.start
    return max(begins, quote.end) - quote.end <= NEAR


def says_before(tree: Tree, verb: Word, quote: Quote, quotes: Sequence[Quote]) -> bool:
    """Whether the verb's content lies before it: no clause of its own follows unless quoted too; and the quotation begins a clause or is in one."""
    for kid in verb.kids:
        first = tree.words[kid.left]
        if kid.dep == "ccomp" and kid.i > verb.i and first.start >= quote.end and not inside(first, quotes):
            return False
    if stands_alone(tree.text, quote):
        return True
    return any(kid.dep in ("ccomp", "dobj") and tree.words[kid.left].start <= quote.start and kid.right < verb.i for kid in verb.kids)
