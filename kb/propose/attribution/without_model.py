"""The tier without a model: the same rules as far as words, quotation marks and punctuation alone can carry them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from kb.propose.attribution import quotes
from kb.propose.attribution.across import Part, place
from kb.propose.attribution.around import ABBREVIATION, begins_sentence, stands_alone
from kb.propose.attribution.author import apart
from kb.propose.attribution.draft import Draft
from kb.propose.attribution.inflection import verbs
from kb.propose.attribution.lexicon import Entry, Frames
from kb.propose.attribution.phrases import REPORTS, headed_line
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.spans import Stretch, tidy
from kb.propose.attribution.speech import SAID, Speech

WORD = re.compile(r"[^\W\d_][\w’'-]*")
SENTENCE = re.compile(r"[.?!…][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])")
BREAK = re.compile(r"[,;:—–(]|\s-+\s|\b(?:and|but|that|which|while|because|as|when|if|after|before|since|although|though|whether|or)\b")
AUXILIARY = re.compile(r"(?:\s*\b(?:has|have|had|was|were|is|are|be|been|will|would|also|later|then|now|not|n[’']t|\w+ly)\b)+\s*$")
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
"""Words before which a form is a noun, or an infinitive, rather than a verb with its own subject."""
ACCORDING = re.compile(r"\baccording to ([^,.;:—”\"]+)", re.IGNORECASE)
CLAUSE_BEGINS = re.compile(
    r"\s+(?:[\w.’']+\s+){0,4}?(?:that|whether|if|how|why|what)\b|\s+(?:he|she|they|it|we|I|the|a|an|his|her|their|its|there|this|[A-Z])",
)
LONGEST_SOURCE = 90
"""Code points of a source found by its edges; what is longer is most likely a clause."""


def paragraph(text: str, offset: int) -> Part:
    """What can be found in one paragraph; `text` begins at code point `offset` of the whole text."""
    marks = quotes.find(text)
    stretches = sentences(text)
    spoken = speech(text, marks, stretches)
    found = [*spoken.drafts, *headed_line(text), *according(text, marks, stretches)]
    for start, end in stretches:
        found += clauses(text, start, end, marks)
    place(found, offset)
    moved = [(start + offset, end + offset) for start, end in stretches]
    return Part(text, offset, spoken, found, moved, None, apart(marks, offset))


def sentences(text: str) -> list[Stretch]:
    """The sentences of a paragraph, cut where a full stop is followed by a capital letter."""
    masked = ABBREVIATION.sub(lambda match: "x" * len(match.group()), text)
    edges = [0, *(match.end() for match in SENTENCE.finditer(masked)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(edges) if text[start:end].strip()]


def cues(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], str, Frames]]:
    """The words of a stretch that are forms of the lexicon's verbs, with the kind of form."""
    known = verbs()
    before = ""
    for match in WORD.finditer(text, start, end):
        form = known.get(match.group().lower())
        if form is not None and before not in BARRED:
            yield match, form[1], form[2]
        before = match.group().lower()


def speech(text: str, marks: Sequence[Quote], stretches: Sequence[Stretch]) -> Speech:
    """Quotations with the verb next to them, those that follow in the paragraph joined to them."""
    found = Speech()
    for quote in marks:
        if not quote.full:
            continue
        draft = spoken(text, quote, marks, stretches)
        if draft is None or (found.drafts and draft.cue == found.drafts[-1].cue):
            if found.drafts and begins_sentence(text, quote) and quote.start - max(found.last, found.drafts[-1].cue[1]) < LONGEST_SOURCE:
                found.drafts[-1].content = found.drafts[-1].content[0], quote.end
                found.drafts[-1].quoted.append((quote.start, quote.end))
                found.last = quote.end
            elif not found.drafts and not text[found.loose[-1].end if found.loose else 0 : quote.start].strip():
                found.loose.append(quote)
        else:
            found.drafts.append(draft)
            found.last = max(quote.end, draft.cue[1])
    return found


def spoken(text: str, quote: Quote, marks: Sequence[Quote], stretches: Sequence[Stretch]) -> Draft | None:
    """The draft of a quotation with a verb right behind it, or before it in its sentence."""
    following = min([other.start for other in marks if other.start >= quote.end], default=len(text))
    behind = min([end for _, end in stretches if end > quote.end + 1], default=len(text))
    said = (quote.start, quote.end)
    if quote.inner.rstrip()[-1:] != ".":
        for match, _, frames in cues(text, quote.end, min(behind, following, quote.end + LONGEST_SOURCE)):
            if "clause" in frames:
                between = text[quote.end : match.start()].strip(" ,")
                source = trim(text, quote.end, match.start()) if between else behind_verb(text, match.end(), min(behind, following))
                rule = "direct-after" if between else "direct-inverted"
                return Draft(rule, said, source, match.span(), frames["clause"], match.start(), [said])
    if stands_alone(text, quote):
        start = max(first for first, _ in stretches if first <= quote.start)
        for match, _, frames in reversed(list(cues(text, start, quote.start))):
            if "clause" in frames and not any(mark.start <= match.start() < mark.end for mark in marks):
                source = before_verb(text, start, match.start())
                return Draft("direct-before", said, source, match.span(), frames.get("clause", SAID), match.start(), [said])
    return None


def before_verb(text: str, start: int, end: int) -> Stretch | None:
    """The words before a verb, back to the nearest break."""
    end -= len(text[start:end]) - len(AUXILIARY.sub("", text[start:end]))
    while (found := trim(text, start, end)) and text[found[1] - 1 : found[1]] == ",":
        end = found[1] - 1
    appositive = re.search(r",[^,]*,\s*$", text[start:end])
    if appositive:
        end = start + appositive.start()
    breaks = [match.end() for match in BREAK.finditer(text, start, end) if text[match.end() : end].strip()]
    return trim(text, breaks[-1] if breaks else start, end)


def behind_verb(text: str, start: int, end: int) -> Stretch | None:
    stop = re.search(r"[,.;:—“\"]", ABBREVIATION.sub(lambda match: "x" * len(match.group()), text[start:end]))
    return trim(text, start, start + stop.start() if stop else end)


def trim(text: str, start: int, end: int) -> Stretch | None:
    """The stretch without white space and punctuation at its edges; None where nothing, or far too much, is left."""
    start, end = tidy(text, start, end)
    while start < end and not (text[start].isalnum() or text[start] in "$@"):
        start += 1
    return (start, end) if 0 < end - start <= LONGEST_SOURCE else None


def according(text: str, marks: Sequence[Quote], stretches: Sequence[Stretch]) -> Iterator[Draft]:
    """ "According to them, it rained", "it rained, according to them"."""
    for match in ACCORDING.finditer(text):
        start, end = max((first, last) for first, last in stretches if first <= match.start())
        if match.start() - start > 3:
            content = tidy(text, start, match.start(), marks) if end - match.end() <= 3 else tidy(text, start, end, marks)
        else:
            content = tidy(text, match.end(), end, marks)
        if content[0] < content[1]:
            yield Draft("according-to", content, match.span(1), (match.start(), match.start(1) - 1), REPORTS, match.start())


def clauses(text: str, start: int, end: int, marks: Sequence[Quote]) -> Iterator[Draft]:
    """In one sentence, verbs with a subject before them and a clause, an infinitive or an object behind them."""
    for match, kind, frames in cues(text, start, end):
        content, rule, entry = behind(text, match, end, kind, frames, marks)
        source = before_verb(text, start, match.start())
        if content is None or entry is None or (source is None and kind != "ing"):
            continue
        yield Draft(rule, content, source, match.span(), entry, match.start())


def behind(
    text: str, match: re.Match[str], end: int, kind: str, frames: Frames, marks: Sequence[Quote]
) -> tuple[Stretch | None, str, Entry | None]:
    """What follows a verb in its sentence, and which rule that is."""
    rest = text[match.end() : end]
    content = tidy(text, match.end(), end, marks)
    if content[1] - content[0] < 3:
        return None, "", None
    if rest.lstrip(" \u00a0").startswith("to ") and "inf" in frames:
        return content, "to-infinitive", frames["inf"]
    told = CLAUSE_BEGINS.match(rest)
    if "clause" in frames and told and (kind != "base" or "that" in told.group()):
        that = re.search(r"\bthat\b", told.group())
        return (content[0] if that is None else match.end() + that.start(), content[1]), "indirect-clause", frames["clause"]
    return None, "", None
