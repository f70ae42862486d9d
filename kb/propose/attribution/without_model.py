"""The rules for texts without a parser: whole sentences, and what words and punctuation alone show to be said by somebody named.

Whatever needs grammar is left to the author's sentence that holds it, because a wrong speaker costs a reader more than a missing one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.propose.attribution import quotes
from kb.propose.attribution.drafts import Draft, Stretch, tidy
from kb.propose.attribution.lexicon import ASSERTS, Frames, verbs
from kb.propose.attribution.paragraphs import Paragraph, shift
from kb.propose.attribution.quotes import ABBREVIATION, Quote, begins_sentence, stands_alone
from kb.propose.attribution.speakers import LONGEST_SOURCE, before_verb, named, words_after
from kb.propose.attribution.speech import Speech

WORD = re.compile(r"[^\W\d_][\w’'-]*")
SENTENCE = re.compile(r"[.?!…][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])")
BARRED = frozenset(
    [
        "to",
        "a",
        "an",
        "the",
        "of",
        "in",
        "for",
        "on",
        "by",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "no",
        "this",
        "that",
        "these",
        "those",
    ]
)
"""Words after which a form is a noun or an infinitive rather than a verb with its own subject."""
ACCORDING = re.compile(r"According to ([^,.;:—”\"]+),\s")
THAT = re.compile(r"\s+that\s")
LEAST_WORDS = 3  # of what somebody says; less is picked out of speech, or a title


class Cue(NamedTuple):
    """A form of a verb of the lexicon: its match in the text, its kind ("base", "s", "past" or "ing"), and the verb's frames."""

    match: re.Match[str]
    kind: str
    frames: Frames


def paragraph(text: str, offset: int) -> Paragraph:
    """Return a paragraph with the drafts found in it. `text` begins at code point `offset` of the whole text."""
    marks = quotes.find(text)
    stretches = sentences(text)
    spoken = speech(text, marks, stretches)
    spoken.loose = []  # a paragraph of speech without its speaker is nobody's
    found_drafts = [*spoken.drafts, *according(text, marks, stretches)]
    for start, end in stretches:
        found_drafts += clauses(text, start, end, marks)
    shift(found_drafts, offset)
    quoted = [(mark.start, mark.end) for mark in marks if mark.full]
    own = [(start, end) for start, end in stretches if not any(first < end and start < last for first, last in quoted)]
    moved = [(start + offset, end + offset) for start, end in own]
    return Paragraph(text, offset, spoken, found_drafts, moved)


def sentences(text: str) -> list[Stretch]:
    """Return the sentences of a paragraph, divided where a full stop is followed by a capital letter."""
    masked = ABBREVIATION.sub(lambda match: match.group().replace(".", "_"), text)
    edges = [0, *(match.end() for match in SENTENCE.finditer(masked)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(edges) if text[start:end].strip()]


def cues(text: str, start: int, end: int) -> Iterator[Cue]:
    """Yield the words of text[start:end] that are forms of the lexicon's verbs."""
    known = verbs()
    before = ""
    for match in WORD.finditer(text, start, end):
        form = known.get(match.group().lower())
        if form is not None and before not in BARRED:
            yield Cue(match, form[1], form[2])
        before = match.group().lower()


def speech(text: str, marks: Sequence[Quote], stretches: Sequence[Stretch]) -> Speech:
    """Return the direct speech of a paragraph: quotations with the verb next to them, later ones joined to the first."""
    direct = Speech()
    for quote in marks:
        if not quote.full or quote.words < LEAST_WORDS:
            continue
        draft = spoken(text, quote, marks, stretches)
        if draft is None or (direct.drafts and draft.cue == direct.drafts[-1].cue):
            if direct.drafts and begins_sentence(text, quote) and quote.start - max(direct.last, direct.drafts[-1].cue[1]) < LONGEST_SOURCE:
                direct.drafts[-1].content = direct.drafts[-1].content[0], quote.end
                direct.drafts[-1].quoted.append((quote.start, quote.end))
                direct.last = quote.end
            elif not direct.drafts and not text[direct.loose[-1].end if direct.loose else 0 : quote.start].strip():
                direct.loose.append(quote)
        else:
            direct.drafts.append(draft)
            direct.last = max(quote.end, draft.cue[1])
    return direct


def spoken(text: str, quote: Quote, marks: Sequence[Quote], stretches: Sequence[Stretch]) -> Draft | None:
    """Return the draft of a quotation with a verb right after it, or before it in its sentence, or None."""
    following = min([other.start for other in marks if other.start >= quote.end], default=len(text))
    sentence_end = min([end for _, end in stretches if end > quote.end + 1], default=len(text))
    stretch = (quote.start, quote.end)
    if quote.inner.rstrip()[-1:] != ".":
        for match, _, frames in cues(text, quote.end, min(sentence_end, following, quote.end + LONGEST_SOURCE)):
            if "clause" in frames:
                between = text[quote.end : match.start()].strip(" ,")
                source = (
                    before_verb(text, quote.end, match.start()) if between else words_after(text, match.end(), min(sentence_end, following))
                )
                if source is None:
                    return None
                rule = "direct-after" if between else "direct-inverted"
                return Draft(rule, stretch, source, match.span(), frames["clause"], match.start(), [stretch])
    if stands_alone(text, quote):
        start = max(first for first, _ in stretches if first <= quote.start)
        for match, _, frames in reversed(list(cues(text, start, quote.start))):
            if "clause" in frames and not any(mark.start <= match.start() < mark.end for mark in marks):
                source = before_verb(text, start, match.start())
                if source is None:
                    return None
                return Draft("direct-before", stretch, source, match.span(), frames.get("clause", ASSERTS), match.start(), [stretch])
    return None


def according(text: str, marks: Sequence[Quote], stretches: Sequence[Stretch]) -> Iterator[Draft]:
    """Yield a draft for each sentence that begins with "According to" and a name: "According to the Port League, it rained"."""
    for start, end in stretches:
        match = ACCORDING.match(text, start, end)
        source = named(text, match.start(1), match.end(1), whole=True, first=False) if match else None
        if match and source:
            content = tidy(text, match.end(), end, marks)
            if len(text[slice(*content)].split()) >= LEAST_WORDS:
                yield Draft("according-to", content, source, (match.start(), match.start(1) - 1), ASSERTS, match.start())


def clauses(text: str, start: int, end: int, marks: Sequence[Quote]) -> Iterator[Draft]:
    """Yield a draft where a sentence begins with a name or an office right before a verb of speech and "that": "The board said that …"."""
    for cue in cues(text, start, end):
        that = THAT.match(text, cue.match.end(), end)
        if that is None or "clause" not in cue.frames or cue.kind not in ("past", "s"):
            continue
        subject = text[start : cue.match.start()].rstrip()
        source = named(text, start, start + len(subject), whole=True, first=True)
        content = tidy(text, that.start() + 1, end, marks)
        if source is not None and len(text[slice(*content)].split()) > LEAST_WORDS:
            yield Draft("indirect-clause", content, source, cue.match.span(), cue.frames["clause"], cue.match.start())
            return
