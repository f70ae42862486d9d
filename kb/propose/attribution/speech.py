"""Rules for direct speech: each quotation with the verb that introduces it and the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kb.propose.attribution import speakers
from kb.propose.attribution.clauses import LOOKING, cue, frames_of, is_verb
from kb.propose.attribution.drafts import Draft, Stretch, noun_phrase, tidy
from kb.propose.attribution.introducing import cue_of
from kb.propose.attribution.lexicon import ASSERTS
from kb.propose.attribution.quotes import ABBREVIATION, NOMINAL, STOP, Quote, begins_sentence, edge, inside, title
from kb.propose.attribution.tree import Tree, Word, passive, speaker
from kb.propose.attribution.unlisted import named_before, signed


@dataclass(slots=True)
class Speech:
    """The direct speech of a paragraph.

    `loose` are the quotations at its beginning that nothing in it introduces, `stray` those that follow other sentences, and `last`
    is the offset where the last quotation or its cue ends.
    """

    drafts: list[Draft] = field(default_factory=list)
    loose: list[Quote] = field(default_factory=list)
    stray: list[Quote] = field(default_factory=list)
    last: int = 0


def find(tree: Tree, quotes: Sequence[Quote]) -> Speech:
    """Return the direct speech of a paragraph, with one draft for each run of quotations of one speaker."""
    cues = [
        word
        for word in tree.words
        if is_verb(word) and "clause" in frames_of(word) and word.lemma not in LOOKING and not inside(word, quotes)
    ]
    speech = Speech()
    for quote in quotes:
        if not quote.full or title(tree.text, quote):
            continue
        before = named_before(tree.text, quote)
        named = before or signed(tree.text, quote)
        if named is not None:
            stretch, rule = (quote.start, quote.end), "direct-named" if before else "direct-signed"
            speech.drafts.append(Draft(rule, stretch, named[0], named[1], ASSERTS, -10 - quote.start, [stretch]))
            speech.last = quote.end
            continue
        current = speech.drafts[-1] if speech.drafts else None
        if current is not None and resumes(tree.text, current, quote):
            continue_speech(tree.text, speech, quote, introduced=True)
            continue
        verb, rule = cue_of(tree, quote, quotes, cues)
        if current is not None and (verb is None or current.at == verb.i):
            continue_speech(tree.text, speech, quote, introduced=verb is not None)
        elif verb is not None:
            entry = frames_of(verb).get("clause", ASSERTS)
            content = whole(tree, quote, verb, rule)
            speech.drafts.append(Draft(rule, content, source_of(tree, verb, quote, quotes), cue(tree, verb), entry, verb.i, [content]))
            speech.last = max(quote.end, tree.words[verb.i].end)
        else:
            keep_unintroduced(tree.text, speech, quote)
    return speech


def resumes(text: str, current: Draft, quote: Quote) -> bool:
    """Whether a quotation goes on with the sentence that the cue interrupted, as in "“That,” he said, “promises to make it worse.”"."""
    broken_off = text[: current.content[1]].rstrip("”\"'’ ")[-1:] == ","
    between = text[current.content[1] : quote.start]
    goes_on = quote.inner[:1].islower() and between.rstrip()[-1:] == "," and not STOP.search(ABBREVIATION.sub("Mx ", between))
    return broken_off and goes_on and current.cue[0] >= current.content[1]


def continue_speech(text: str, speech: Speech, quote: Quote, *, introduced: bool) -> None:
    """Add a quotation without a cue of its own to the last draft, or as a new draft of the same speaker, or nowhere.

    `introduced` is whether the cue of the last draft also introduces this quotation.
    """
    current, stretch = speech.drafts[-1], (quote.start, quote.end)
    if mostly_other(text, current, quote):
        speech.drafts.append(replace(current, rule="floating-quote", entry=ASSERTS, content=stretch, at=-1, quoted=[stretch]))
        speech.last = quote.end
    elif (introduced or (begins_sentence(text, quote) and complete(text, quote))) and follows(text, current, quote):
        current.content = current.content[0], quote.end
        current.quoted.append(stretch)
        speech.last = quote.end


def keep_unintroduced(text: str, speech: Speech, quote: Quote) -> None:
    """Keep a quotation before any draft as loose, if only loose ones come before it, or as stray, if it begins a sentence."""
    if not complete(text, quote):
        return
    if not text[speech.loose[-1].end if speech.loose else 0 : quote.start].strip(" \u00a0…"):
        speech.loose.append(quote)
    elif begins_sentence(text, quote) and not speech.loose:
        speech.stray.append(quote)


def strays(speech: Speech, others: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each stray quotation after a sentence that reports somebody's words, with that sentence's speaker."""
    for quote in speech.stray:
        before = [draft for draft in others if draft.cue[1] <= quote.start and draft.rule in REPORTING and draft.source]
        if before:
            stretch = (quote.start, quote.end)
            yield replace(
                max(before, key=lambda draft: draft.cue),
                rule="floating-quote",
                entry=ASSERTS,
                content=stretch,
                at=-1 - quote.start,
                quoted=[stretch],
            )


REPORTING = ("said-clause", "indirect-clause", "indirect-before", "indirect-parenthesis", "according-to", "belief-clause")


def mostly_other(text: str, current: Draft, quote: Quote) -> bool:
    """Whether adding the quotation to the current draft would give a content with more words between its quotations than in them."""
    if not (begins_sentence(text, quote) and complete(text, quote) and follows(text, current, quote)):
        return False
    between = len(text[current.content[1] : quote.start].split())
    return between > len(text[current.content[0] : current.content[1]].split()) + quote.words


def follows(text: str, current: Draft, quote: Quote) -> bool:
    """Whether at most the rest of the sentence with the cue lies between the current draft's content and this quotation."""
    end = max(current.content[1], current.cue[1])
    between = ABBREVIATION.sub("Mx ", text[end : quote.start].rstrip())
    return len(STOP.findall(between + " ")) <= 1


def complete(text: str, quote: Quote) -> bool:
    """Whether a quotation ends a sentence, rather than being the first words of a sentence ("“Emma,” the novel, …")."""
    ends = quote.inner.rstrip()[-1:] in tuple(".?!…—-") or STOP.search(ABBREVIATION.sub("Mx ", quote.inner)) is not None
    return not quote.closed or ends or not text[quote.end :].strip(" .")


def announcement(tree: Tree, quotes: Sequence[Quote]) -> Draft | None:
    """Return the draft, its content still empty, of a paragraph that ends in a colon ("The minister added:"), or None."""
    if tree.text.rstrip()[-1:] != ":":
        return None
    first, last = tree.sentences[-1]
    heads = [word for word in tree.words[first : last + 1] if is_verb(word) and not inside(word, quotes)]
    cues = [word for word in heads if "clause" in frames_of(word)]
    for word in cues[::-1] or [word for word in heads if word.dep == "ROOT"]:
        who = speaker(word)
        source = noun_phrase(tree, who) if who is not None else None
        entry = frames_of(word).get("clause", ASSERTS)
        return Draft("direct-announced", (0, 0), source, cue(tree, word), entry, word.i)
    return None


def whole(tree: Tree, quote: Quote, verb: Word, rule: str) -> Stretch:
    """Return the quotation with the rest of its clause ("that the talks were “a waste of time.”")."""
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


def source_of(tree: Tree, verb: Word, quote: Quote, quotes: Sequence[Quote]) -> Stretch | None:
    """Return the subject of the verb, or where the parse has none, the noun phrase between quotation and verb, or after the verb."""
    who = speaker(verb)
    if who is not None and not inside(who, quotes):
        start, end = noun_phrase(tree, who)
        return tidy(tree.text, quote.end, end) if start < quote.end <= who.start else (start, end)
    if passive(verb) and verb.kid("auxpass"):
        return None
    named = speakers.before_verb(tree.text, edge(tree.text, verb.start), verb.start)
    if named is not None:
        return named
    close = [word for word in tree.words[max(0, verb.i - 12) : verb.i] if word.start >= quote.end and word.tag in NOMINAL]
    if not close and verb.start > quote.start:
        close = [word for word in verb.kids if word.i > verb.i and word.tag in NOMINAL and word.left <= verb.i + 2]
    tops = [word for word in close if word.head not in close]
    return noun_phrase(tree, tops[0]) if tops else None
