"""Find a quote in a text, either to the letter or folded (see kb.texts.folding), but never by guessing.

All offsets are code points from 0, end exclusive. A span always covers the text's own characters, never the quote's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.errors import DataError
from kb.texts.display import CONTEXT, differences, in_context, shorten
from kb.texts.folding import fold, folded, splits_letter

LONGEST = 20_000  # code points of a quote: whoever needs more means a section, and the search takes length times length
WORD = re.compile(r"\w")
NEAR = 75.0  # percent of likeness below which showing the nearest passage helps nobody


@dataclass(frozen=True)
class Span:
    """A stretch of a text by code-point offsets. `exact` says whether the quote stands there to the letter."""

    start: int
    end: int
    exact: bool = True

    def of(self, text: str) -> str:
        """Return the characters of the text that the span covers."""
        return text[self.start : self.end]


class QuoteError(DataError):
    """The error for a quote that is not in the text, or occurs there more than once.

    `nearest` is the span of the most similar words, if any are similar enough; `short` is the remedy without the `lines` that
    show the words of the text.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str, lines: tuple[str, ...] = (), nearest: Span | None = None) -> None:
        super().__init__(what, where=where, remedy="".join((f"{remedy}:" if lines else remedy, *(f"\n    {line}" for line in lines))))
        self.short, self.nearest = remedy, nearest


def occurrences(text: str, quote: str) -> list[Span]:
    """Return every span where the quote occurs, the exact ones if there are any, else the tolerant ones.

    An empty quote occurs nowhere.
    """
    return exact_places(text, quote) or tolerant_places(text, quote)


def exact_places(text: str, quote: str) -> list[Span]:
    """Return the spans where the quote occurs to the letter, or with LF where the quote has CRLF.

    A letter whose accent follows as a character of its own is another letter: "cafe" does not occur in "cafe\u0301".
    """
    if not quote.strip():
        return []
    for words in dict.fromkeys((quote, quote.replace("\r\n", "\n"))):
        spans = [Span(at, at + len(words)) for at in places(text, words)]
        spans = whole_letters(text, spans)
        if spans:
            return spans
    return []


def tolerant_places(text: str, quote: str) -> list[Span]:
    """Return the spans where the quote occurs once both are folded, in whole characters of the text."""
    plain = folded(quote)
    if not plain:
        return []
    whole = fold(text)
    found = [(at, at + len(plain)) for at in places(whole.text, plain)]
    spans = [Span(*whole.cover(first, last)) for first, last in found if not whole.divides(first) and not whole.divides(last)]
    return [Span(span.start, span.end, exact=span.of(text) == quote) for span in whole_letters(text, spans)]


def whole_letters(text: str, spans: list[Span]) -> list[Span]:
    """Return the spans that do not begin or end between a letter and its accent."""
    if text.isascii():
        return spans
    return [span for span in spans if not splits_letter(text, span.start) and not splits_letter(text, span.end)]


def places(text: str, words: str) -> list[int]:
    """Return every offset at which the words occur to the letter, overlapping occurrences included.

    The time grows with the length of the text alone: where words that repeat themselves overlap, as rows of dashes do, only what is new
    of the next occurrence is compared.
    """
    offsets, at = [], text.find(words)
    while at >= 0:
        offsets.append(at)
        following = text.find(words, at + 1)
        period = following - at
        if 0 < period <= len(words) // 2:
            while text.startswith(words[-period:], at + len(words)):
                at += period
                offsets.append(at)
            following = text.find(words, at + 1)
        at = following
    return offsets


def find(text: str, quote: str, *, prefix: str = "", suffix: str = "", within: str = "", where: str = "") -> Span:
    """Return the span of the only occurrence of the quote.

    `prefix` and `suffix` are the words right before and after it; `within` is a longer stretch, itself unique, that contains it.
    Raises QuoteError when it occurs nowhere (with the nearest passage and the differences) or several times.
    """
    for words, name in ((quote, "quote"), (prefix, "prefix"), (suffix, "suffix")):
        if len(words) > LONGEST:
            raise QuoteError(f"the {name} has more than {LONGEST} characters", where=where, remedy="give a part of it")
    around = None
    for search in (exact_places, tolerant_places):  # the context may fit no exact occurrence, but one that is written a little differently
        spans = search(text, quote)
        if spans and within:
            around = around or find(text, within, where=where)
            spans = [span for span in spans if around.start <= span.start and span.end <= around.end]
        spans = [span for span in spans if fits(text, span, prefix, suffix)]
        if len(spans) == 1:
            return spans[0]
        if spans:
            raise several(text, quote, spans, where)
    if not occurrences(text, quote):
        raise missing(text, quote, where)
    raise QuoteError(
        f"the quote {shorten(quote)} is in the text, but not with that prefix, suffix or within",
        where=where,
        remedy="copy them from the text",
    )


def verified(text: str, start: int, end: int, quote: str = "", *, where: str = "") -> Span:
    """The stretch start:end, once it is in the text and holds the quote, which may be written a little differently or be left out.

    Raises QuoteError when it does not.
    """
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise QuoteError(
            f"{start}-{end} is no stretch of words in the text, which has {len(text)} characters",
            where=where,
            remedy="count code points from 0, the end exclusive",
        )
    there = text[start:end]
    if quote and folded(quote) != folded(there):
        raise QuoteError(
            f"the text does not say {shorten(quote)} at {start}-{end}",
            where=where,
            remedy=f"there it says {shorten(there)}: give these words, or their place in the current text",
        )
    return Span(start, end, exact=not quote or quote == there)


def fits(text: str, span: Span, prefix: str, suffix: str) -> bool:
    """Whether the prefix comes right before the span and the suffix right after it."""
    return (not prefix or ends_with(text, prefix, span.start)) and (not suffix or begins_with(text, suffix, span.end))


def several(text: str, quote: str, spans: list[Span], where: str) -> QuoteError:
    """Return the error for a quote that occurs several times, with the context of the first nine occurrences."""
    return QuoteError(
        f"the quote {shorten(quote)} occurs {len(spans)} times, at " + ", ".join(str(span.start) for span in spans[:9]),
        where=where,
        remedy="quote more words, or add prefix, suffix or within",
        lines=tuple(in_context(text, span.start, span.end) for span in spans[:9]),
    )


def whole_words(text: str, span: Span) -> bool:
    """Whether the span begins and ends at word boundaries."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return not (WORD.match(before) and WORD.match(text[span.start])) and not (WORD.match(after) and WORD.match(text[span.end - 1]))


def ends_with(text: str, words: str, end: int) -> bool:
    """Whether text[:end] ends with the words once both are folded."""
    return folded(text[max(0, end - window(words)) : end]).endswith(folded(words))


def begins_with(text: str, words: str, start: int) -> bool:
    """Whether text[start:] begins with the words once both are folded."""
    return folded(text[start : start + window(words)]).startswith(folded(words))


def window(words: str) -> int:
    """Return how many code points of a text are read for words, which may stand there with more white space and invisible characters."""
    return 4 * len(words) + 8 * CONTEXT


def missing(text: str, quote: str, where: str) -> QuoteError:
    """Return the error for a quote that is not in the text, with the nearest passage and how it differs."""
    near = nearest(text, quote)
    if near is None:
        return QuoteError(
            f"the quote {shorten(quote)} is not in the text", where=where, remedy="copy the words from the text; nothing like them is in it"
        )
    return QuoteError(
        f"the quote {shorten(quote)} is not in the text",
        where=where,
        remedy=f"did you mean the words at {near.start}-{near.end}? [-yours-] {{+the text's+}}",
        lines=(differences(quote, near.of(text)),),
        nearest=near,
    )


def nearest(text: str, quote: str) -> Span | None:
    """Return the span most similar to the quote, widened to whole words, or None where nothing is similar enough to show."""
    from rapidfuzz import fuzz

    whole, plain = fold(text), folded(quote)
    if len(plain) < 4:
        return None
    best = fuzz.partial_ratio_alignment(plain, whole.text, score_cutoff=NEAR)
    if best is None or best.dest_end <= best.dest_start:
        return None
    first, last = best.dest_start, best.dest_end
    while first < last - 1 and whole.text[first] == " ":
        first += 1
    while first > 0 and whole.text[first - 1].isalnum():
        first -= 1
    while last < len(whole.text) and whole.text[last].isalnum():
        last += 1
    return Span(*whole.cover(first, last), exact=False)


def likeness(ours: str, theirs: str) -> float:
    """Return how similar two wordings are, from 0 to 1."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(fold(ours).text, fold(theirs).text)) / 100
