"""Fold a text so that wordings which look alike become equal, and map places in the folded text back to the text's own characters.

Folding drops what nobody sees (soft hyphens, zero-width characters, byte order marks, bidirectional marks), writes out ligatures, fullwidth
letters and "…", composes letters with their accents, and makes one of all quotation marks, dashes and white space. Raised and lowered figures
stay as they are, since 5² is not 52. All offsets are code points from 0, end exclusive.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache

SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
# Typographic variants that mean the same to a reader, character by character.
FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´‹›׳＇", "'"),
        **dict.fromkeys("“”„‟″«»「」『』｢｣〝〞〟״＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－⸺⸻", "-"),
        **dict.fromkeys(SPACES, " "),
    }
)
LENGTH_KEPT = {code: other for code, other in FOLDED.items() if code not in (ord("«"), ord("»"))}  # French sets spaces inside of «»
# Characters that show nothing by themselves: soft hyphen, joiners, bidirectional controls, variation selectors, tags.
UNSEEN = "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
# Blocks whose characters are other spellings of letters: ligatures, digraphs, "…", presentation and width forms.
SPELLINGS = (
    "«»\u0132\u0133\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u2024-\u2026\ufb00-\ufdff\ufe10-\ufe19\ufe30-\ufe6f\ufe70-\ufefc\uff01-\uffef"
)
SPELT = re.compile(rf"[{SPELLINGS}][\uff9e\uff9f]?")
INNER = rf"(?P<inner>(?:(?<=[ (\[]«)|(?<=\A«)) [ {UNSEEN}]*| [ {UNSEEN}]*(?=»(?:[-\s.,;:!?…)\]]|\Z)))"  # but »so« has spaces outside
BLANK = rf"(?P<blank> (?=[- {UNSEEN}])[ {UNSEEN}]*|(?<=-) [ {UNSEEN}]*|[{UNSEEN}]+ [ {UNSEEN}]*)"  # a single space stays as it is
RULE = rf"(?P<rule>-(?:[{UNSEEN}]*-)++(?![ {UNSEEN}]*\d))"  # "--" is typed for a dash, but before a number the second one may be a minus
OTHERS = rf"{INNER}|{BLANK}|{RULE}|(?P<spelling>{SPELT.pattern})|(?P<unseen>[{UNSEEN}]+)"
ASCII = re.compile(rf"(?P<blank> {{2,}}| (?=-)|(?<=-) )|{RULE}")
COMPOSED = re.compile(rf"(?=[- {UNSEEN}{SPELLINGS}])(?:{OTHERS})")  # the look ahead is for speed: most characters begin nothing
HIDDEN = re.compile(rf"[{UNSEEN}]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the stretches of it that are longer or shorter than what they stand for.

    Stretch i is text[first[i]:last[i]] and stands for the characters start[i]:end[i] of the original, which cannot be divided.
    """

    text: str
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)

    def cover(self, first: int, last: int) -> tuple[int, int]:
        """Return the (start, end) of the shortest stretch of the original that stands for all of text[first:last]."""
        at = bisect.bisect_right(self.first, first) - 1
        start = first
        if at >= 0:
            start = self.start[at] if first < self.last[at] else self.end[at] + first - self.last[at]
        at = bisect.bisect_left(self.first, last) - 1
        end = last if at < 0 else self.end[at] + max(0, last - self.last[at])
        return start, end

    def divides(self, place: int) -> bool:
        """Return whether a place in the folded text lies inside of what is one character in the original, as between f and i of "ﬁ"."""
        at = bisect.bisect_left(self.first, place) - 1
        return at >= 0 and place < self.last[at]


@lru_cache(maxsize=4)
def fold(text: str) -> Folded:
    """Return a text folded. The last few are kept, since one text is searched for many quotes."""
    plain = text.translate(LENGTH_KEPT)
    pieces: list[str] = []
    folded = Folded("")
    length = done = 0
    for match in pattern_for(plain).finditer(plain):
        words = replacement(match, plain, text)
        if words == match[0]:
            continue
        pieces += (plain[done : match.start()], words)
        length += match.start() - done
        for places, place in (
            (folded.first, length),
            (folded.last, length + len(words)),
            (folded.start, match.start()),
            (folded.end, match.end()),
        ):
            places.append(place)
        length, done = length + len(words), match.end()
    return Folded("".join((*pieces, plain[done:])), folded.first, folded.last, folded.start, folded.end)


def replacement(match: re.Match[str], plain: str, text: str) -> str:
    """Return what a matched stretch of `plain` is folded to. `text` is the original, as long as `plain`."""
    kind = match.lastgroup
    if kind == "blank":
        beside_dash = plain[match.end() : match.end() + 1] == "-" or plain[match.start() - 1 : match.start()] == "-"
        hyphenated = match[0][0] == "\u00ad" and re.search(r"[\r\n]", text[match.start() : match.end()])
        return "" if beside_dash or hyphenated else " "
    if kind == "rule":
        return "-"
    if kind in ("inner", "unseen"):
        return ""
    return unicodedata.normalize("NFC", spelt_out(match[0])).translate(FOLDED)


def spelt_out(words: str) -> str:
    """Return the words without invisible characters, and with plain letters for other spellings of them."""
    return SPELT.sub(lambda match: unicodedata.normalize("NFKC", match[0]), HIDDEN.sub("", words))


def pattern_for(plain: str) -> re.Pattern[str]:
    """Return the cheapest pattern that matches all in a text whose length may change when it is folded."""
    if plain.isascii():
        return ASCII
    return COMPOSED if unicodedata.is_normalized("NFC", spelt_out(plain)) else decomposed()


@cache
def decomposed() -> re.Pattern[str]:
    """Return the pattern for a text with letters and accents apart. It is made on first use, since each character is asked for its category."""
    marks, alone = [], []
    for code in (*range(0x300, 0x3100), *range(0xA000, 0xAC00), *range(0xF900, 0xFE00)):
        character = chr(code)
        if unicodedata.category(character)[0] == "M" and character != "\u034f":
            marks.append(character)
        elif not unicodedata.is_normalized("NFC", character):
            alone.append(character)
    mark = "".join(marks) + "\u1160-\u11ff"  # the second and third parts of a syllable in Hangul
    one = "".join(alone) + "\U0002f800-\U0002fa1f"
    letter = rf"(?P<letter>[^ {UNSEEN}{mark}](?:[{UNSEEN}]*[{mark}])+|[{one}])"
    return re.compile(rf"(?=[- {UNSEEN}{SPELLINGS}{one}]|.[{UNSEEN}{mark}])(?:{letter}|{OTHERS})", re.DOTALL)


def folded(words: str) -> str:
    """Return the words folded, without white space around them."""
    return fold(words).text.strip(" ")


def splits_letter(text: str, place: int) -> bool:
    """Return whether a place in a text lies between a letter and an accent that belongs to it."""
    if text[place : place + 1].isascii():
        return False  # also at the end of the text
    before, after = text[max(0, place - 4) : place], text[place : place + 4]
    parts = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", after)
    return parts != unicodedata.normalize("NFC", before + after)
