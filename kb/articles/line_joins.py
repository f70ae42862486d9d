"""What stands between the words of two lines that follow one another in a paragraph: a space, nothing, or the rest of a divided word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BOUND = re.compile(r"\S[–—/]$")  # a dash or slash with nothing before it but its word
THOUSANDS = re.compile(r"(?:^|[\s(£$€])\d{1,3}(?:,\d{3})+,$")  # a number that has thousands already, and goes on
GROUP = re.compile(r"\d{3}(?!\d)")
CURRENCY = re.compile(r"(?:^|[\s(A-Z])[$£€¥]$")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
OPENING, CLOSING = "([{“‘«¿¡", ",.;:!?)]}”’%"
HEADS = frozenset(("half", "long", "self", "vice", "well"))  # first parts of words that are written with a hyphen as a rule
TAILS = frozenset(("based", "elect", "owned", "sized", "term"))  # and last parts
SUSPENDED = re.compile(r"(?:and|or|to|und|oder|et|ou|y|o|e|en|of)\b")  # after the first half of “pre- and post-war”


def goes_on(above: str, following: str, forms: Counter[str], hyphen: bool) -> tuple[str, bool, bool]:
    """Return what stands between two lines, whether the hyphen at the end of the first is dropped, and whether that is a guess.

    `forms` counts each word of the file in lower case, with and without hyphens. `hyphen` is whether the line ends in one that may
    divide a word.
    """
    if hyphen and above.endswith("-"):
        if SUSPENDED.match(following):
            return " ", False, False
        drop, guess = divided(above, following, forms)
        return "", drop, guess
    return ("" if touches(above, following, forms) else " "), False, False


def touches(above: str, following: str, forms: Counter[str]) -> bool:
    """Whether the words of two lines touch, without a space that only the line end hid."""
    last, first = above[-1], following[0]
    if set_apart(last, first):
        return True
    if hangul(last) and hangul(first):
        whole = WORD.findall(above)[-1] + first  # endings are left aside, which differ from place to place
        return any(form.startswith(whole) for form in forms)
    if BOUND.search(above):
        return first.isalnum() or ADDRESS.search(above) is not None
    if ADDRESS.search(above) and last in "/.-_?&=%#~":
        return re.match(r"[\w/.-]*[/.=\d][\w/]|[\w-]+$", following) is not None and not first.isupper()
    if first.isdigit():
        return bool((THOUSANDS.search(above) and GROUP.match(following)) or CURRENCY.search(above)) or leading_zero(above, following)
    return last in OPENING or first in CLOSING


def leading_zero(above: str, following: str) -> bool:
    """Whether a group of thousands begins with 0, as no number does."""
    return re.search(r"(?:^|[\s(£$€])\d{1,3},$", above) is not None and re.match(r"0\d\d(?!\d)", following) is not None


def set_apart(last: str, first: str) -> bool:
    """Whether two characters belong to scripts that put no spaces between words (Chinese, Japanese)."""
    return unspaced(last) and unspaced(first)


def unspaced(char: str) -> bool:
    """Whether a character is a Chinese one, a kana, or punctuation of their width."""
    return unicodedata.east_asian_width(char) in ("W", "F") and not hangul(char)


def hangul(char: str) -> bool:
    """Whether a character is a Korean syllable or letter."""
    return "\u1100" <= char <= "\u11ff" or "\u3130" <= char <= "\u318f" or "\uac00" <= char <= "\ud7a3"


def divided(line: str, following: str, forms: Counter[str]) -> tuple[bool, bool]:
    """Return whether the hyphen at the end of a line is dropped, and whether that is a guess."""
    head, tail = WORD.findall(line[:-1]), WORD.match(following)
    if not head or not tail or not line[:-1].endswith(head[-1]):
        return False, False
    with_hyphen, without = forms[f"{head[-1]}-{tail[0]}".lower()], forms[f"{head[-1]}{tail[0]}".lower()]
    if with_hyphen or without:
        return without >= with_hyphen, False
    compound = "-" in head[-1] or head[-1].lower() in HEADS or tail[0].lower() in TAILS
    return tail[0][0].islower() and not compound, True
