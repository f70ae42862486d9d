"""Find the quotations of a paragraph, and whether each begins a sentence, stands alone, or is a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.propose.attribution.tree import Word

MARK = re.compile(r"[“”„«»\"]|''|``|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
OPENING = frozenset("“„«‘") | {"``"}
CLOSING = frozenset("”»’")
SINGLE = frozenset("‘’'")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks, in code points of the paragraph. `closed` is false where no mark closes it before the paragraph ends."""

    start: int
    end: int
    closed: bool
    inner: str

    @property
    def words(self) -> int:
        """The number of words between the marks."""
        return len(self.inner.split())

    @property
    def full(self) -> bool:
        """Whether the quotation reads like speech, rather than like a few words picked out of speech."""
        inside = self.inner.strip()
        ends_like_speech = inside[-1:] in ",.?!—-…" or not self.closed
        return bool(inside) and ((ends_like_speech and (self.words >= 2 or inside[-1] in "?!,.")) or self.words >= 8)


def find(text: str) -> list[Quote]:
    """Return the outermost quotations of a paragraph in order. Single marks count only where the paragraph has no other quotation."""
    marks = list(MARK.finditer(text))
    double = pair(text, [mark for mark in marks if mark.group() not in SINGLE])
    if double:
        return double
    return [quote for quote in pair(text, [mark for mark in marks if mark.group() in SINGLE]) if quote.closed]


def pair(text: str, marks: Sequence[re.Match[str]]) -> list[Quote]:
    """Return the quotations between opening marks and the next closing ones. Marks that open inside a quotation are nested in it."""
    quotations: list[Quote] = []
    opened: re.Match[str] | None = None
    depth = 0
    for mark in marks:
        if opened is None:
            if opens(text, mark):
                opened, depth = mark, 0
            continue
        if mark.group() in OPENING and opened.group() == mark.group():
            depth += 1
        elif depth and mark.group() in CLOSING:
            depth -= 1
        elif closes(opened.group(), mark.group()):
            quotations.append(Quote(opened.start(), mark.end(), True, text[opened.end() : mark.start()]))
            opened = None
    if opened is not None and opened.group() not in SINGLE:
        quotations.append(Quote(opened.start(), len(text), False, text[opened.end() :]))
    return quotations


def opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens a quotation: it can only open, or it is straight, with white space or nothing before it and a word after it."""
    if mark.group() in OPENING:
        return True
    if mark.group() in CLOSING:
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(after) and not after.isspace() and (not before or before.isspace() or before in "([—–-:,‘'")


def closes(opened: str, mark: str) -> bool:
    """Whether a mark closes a quotation: curly marks close curly ones, straight double ones close any."""
    return mark not in OPENING and (mark in CLOSING or opened not in OPENING or mark in ('"', "''"))


STOP = re.compile(r"[.?!…][”\"’')\]]*\s|[.?!]$")
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sgt|Lt|Col|St|Jr|Sr|Prof|Rev|Hon|[A-Z])\.(?=[\s,])")
BRACKET = re.compile(r"\([^()]{1,30}\)")
NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT")


def begins_sentence(text: str, quote: Quote) -> bool:
    """Whether a sentence ends right before the quotation, or nothing comes before it."""
    before = text[: quote.start].rstrip()
    return not before or before[-1] in ".?!”\"'…:"


def inside(word: Word, quotes: Sequence[Quote]) -> bool:
    """Whether a word lies in any of the quotations."""
    return any(quote.start <= word.start < quote.end for quote in quotes)


def title(text: str, quote: Quote) -> bool:
    """Whether a quotation is the title of a work: a few words, the long ones capitalised, right after a word of the sentence."""
    words = [word for word in quote.inner.strip(" ,.").split() if len(word) > 3]
    capitalised = len(words) >= 1 and quote.words <= 6 and quote.inner.rstrip()[-1:] == "," and all(not word[0].islower() for word in words)
    return capitalised and quote.inner[:1] not in "…." and text[: quote.start].rstrip()[-1:].isalnum()


def stands_alone(text: str, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own, beginning with a capital or after a comma or colon, not a part of the clause around it."""
    return quote.inner.lstrip("…. [('‘\"")[:1].isupper() or text[: quote.start].rstrip()[-1:] in ",:"


def joined(between: str) -> bool:
    """Whether no sentence ends in the words between a quotation and a verb; what a bracket holds ends none ("Holm (D-Md.)")."""
    return STOP.search(ABBREVIATION.sub("Mx ", BRACKET.sub("", between) + " ")) is None


def edge(text: str, end: int) -> int:
    """Return where the sentence begins that the words before `end` belong to, or where the quotation before them ends."""
    before = ABBREVIATION.sub(lambda match: match[0].replace(".", "x"), text[:end])
    return max([match.end() for match in EDGE.finditer(before)], default=0)


EDGE = re.compile(r"[.?!…](?=\s)|[”\"»]|''")
