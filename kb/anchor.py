"""Find a quote in a text: exactly, or past differences that no reader would call a difference; never by guessing.

All offsets are code points from 0, end exclusive. What is found is always the text's own characters.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from kb.errors import DataError

# Typographic variants that mean the same to a reader. Each is one character for one character, so that offsets stay.
FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
SPACE = re.compile(r"\s+")
WORD = re.compile(r"\w")
NEAR = 75.0  # below this likeness (percent) the nearest passage is no help to anybody
CONTEXT = 32


@dataclass(frozen=True)
class Span:
    """A stretch of a text by code-point offsets, and whether the quote stood there to the letter."""

    start: int
    end: int
    exact: bool = True

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class QuoteError(DataError):
    """A quote that is not in the text, or not only once. `nearest` is where the likest words stand, if any."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "", nearest: Span | None = None) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.nearest = nearest


def fold(text: str) -> tuple[str, list[int]]:
    """The text with quote marks, dashes and white space made plain, and for each character of it the offset it came from."""
    characters, offsets = [], []
    for match in re.finditer(r"\s+|\S", text):
        characters.append(" " if match[0].isspace() else match[0].translate(FOLDED))
        offsets.append(match.start())
    offsets.append(len(text))
    return "".join(characters), offsets


def folded(words: str) -> str:
    """Words with quote marks, dashes and white space made plain, and none around them."""
    return SPACE.sub(" ", words.strip()).translate(FOLDED)


def occurrences(text: str, quote: str) -> list[Span]:
    """Every place where the quote stands: exact ones when there are any, else tolerant ones. Empty quotes stand nowhere."""
    return exact_places(text, quote) or tolerant_places(text, quote)


def exact_places(text: str, quote: str) -> list[Span]:
    """Where the quote stands to the letter; line ends of Windows may stand for plain ones."""
    if not quote.strip():
        return []
    for words in dict.fromkeys((quote, quote.replace("\r\n", "\n"))):
        found = places(text, words)
        if found:
            return [Span(at, at + len(words)) for at in found]
    return []


def tolerant_places(text: str, quote: str) -> list[Span]:
    """Where the quote stands but for the kind of quote marks, dashes and white space."""
    plain = folded(quote)
    if not plain:
        return []
    characters, offsets = fold(text)
    spans = [(offsets[at], offsets[at + len(plain)]) for at in places(characters, plain)]
    return [Span(start, end, exact=text[start:end] == quote) for start, end in spans]


def places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def find(text: str, quote: str, *, prefix: str = "", suffix: str = "", within: str = "", where: str = "") -> Span:
    """The one place where the quote stands.

    `prefix` and `suffix` are words right before and after it; `within` is a longer stretch, itself unique, that holds it.
    Raises QuoteError when it stands nowhere (with the nearest passage and the differences) or in several places.
    """
    around = None
    for search in (exact_places, tolerant_places):  # words told by their context may be written a little differently there
        found = search(text, quote)
        if found and within:
            around = around or find(text, within, where=where)
            found = [span for span in found if around.start <= span.start and span.end <= around.end]
        found = [span for span in found if fits(text, span, prefix, suffix)]
        if len(found) == 1:
            return found[0]
        if found:
            raise several(text, quote, found, where)
    if not occurrences(text, quote):
        raise missing(text, quote, where)
    raise QuoteError(
        f"the quote {shorten(quote)} is in the text, but not with that prefix, suffix or within",
        where=where,
        remedy="copy them from the text",
    )


def fits(text: str, span: Span, prefix: str, suffix: str) -> bool:
    """Whether these words stand right before and right after."""
    return (not prefix or ends_with(text[: span.start], prefix)) and (not suffix or begins_with(text[span.end :], suffix))


def several(text: str, quote: str, found: list[Span], where: str) -> QuoteError:
    return QuoteError(
        f"the quote {shorten(quote)} occurs {len(found)} times, at " + ", ".join(str(span.start) for span in found[:9]),
        where=where,
        remedy="quote more words, or add prefix, suffix or within:\n" + "\n".join(f"    {in_context(text, span)}" for span in found[:9]),
    )


def whole_words(text: str, span: Span) -> bool:
    """Whether nothing of a longer word stands right before or after."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return not (WORD.match(before) and WORD.match(text[span.start])) and not (WORD.match(after) and WORD.match(text[span.end - 1]))


def ends_with(text: str, words: str) -> bool:
    tail = text[-(2 * len(words) + CONTEXT) :]
    return fold(tail)[0].rstrip().endswith(folded(words))


def begins_with(text: str, words: str) -> bool:
    head = text[: 2 * len(words) + CONTEXT]
    return fold(head)[0].lstrip().startswith(folded(words))


def missing(text: str, quote: str, where: str) -> QuoteError:
    near = nearest(text, quote)
    if near is None:
        return QuoteError(
            f"the quote {shorten(quote)} is not in the text", where=where, remedy="copy the words from the text; nothing like them is in it"
        )
    return QuoteError(
        f"the quote {shorten(quote)} is not in the text",
        where=where,
        remedy=f"did you mean the words at {near.start}-{near.end}? [-yours-] {{+the text's+}}:\n    {differences(quote, near.of(text))}",
        nearest=near,
    )


def nearest(text: str, quote: str) -> Span | None:
    """The stretch most like the quote, widened to whole words, if it is like enough to be worth showing."""
    from rapidfuzz import fuzz

    characters, offsets = fold(text)
    plain = folded(quote)
    if len(plain) < 4:
        return None
    best = fuzz.partial_ratio_alignment(plain, characters, score_cutoff=NEAR)
    if best is None or best.dest_end <= best.dest_start:
        return None
    start, end = best.dest_start, best.dest_end
    while start < end - 1 and characters[start] == " ":
        start += 1
    while start > 0 and characters[start - 1].isalnum():
        start -= 1
    while end < len(characters) and characters[end].isalnum():
        end += 1
    return Span(offsets[start], offsets[end], exact=False)


def likeness(one: str, other: str) -> float:
    """How alike two stretches are, from 0 to 1."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(fold(one)[0], fold(other)[0])) / 100


def differences(ours: str, theirs: str) -> str:
    """Both wordings in one line, word by word: [-only ours-] {+only theirs+}."""
    old, new = ours.split(), theirs.split()
    parts = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(" ".join(old[a:b]))
            continue
        if b > a:
            parts.append("[-" + " ".join(old[a:b]) + "-]")
        if d > c:
            parts.append("{+" + " ".join(new[c:d]) + "+}")
    return " ".join(parts)


def in_context(text: str, span: Span, width: int = CONTEXT) -> str:
    """One line: the words with a little of what stands around them, marked."""
    before, after = text[max(0, span.start - width) : span.start], text[span.end : span.end + width]
    return SPACE.sub(" ", f"{span.start}-{span.end}: …{before}»{span.of(text)}«{after}…")


def shorten(words: str, length: int = 80) -> str:
    plain = SPACE.sub(" ", words.strip())
    return f"“{plain}”" if len(plain) <= length else f"“{plain[: length - 1]}…”"
