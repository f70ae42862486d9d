"""Write equations of MathML (HTML, ODT, EPUB) and of Word in one line where that is plain, and else as the visible mark [formula]."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from kb.articles.marks import lowered, raised

MARK = "[formula]"
LONGEST = 120  # characters; a longer equation is not plain on one line
DEEPEST = 12  # elements within one another, so that a hostile file cannot exhaust the stack
INVISIBLE = re.compile("[\u2061-\u2064\u200b]")  # operators that MathML writes and nobody sees
APPLIED = re.compile(r"\s*([=<>≤≥≈≠+×·±→])\s*")
ALIASES = {"msup": "sup", "sSup": "sup", "msub": "sub", "sSub": "sub", "mfrac": "fraction", "f": "fraction", "msqrt": "root"}
TOKENS = frozenset(["mi", "mn", "mo", "mtext", "ms", "t"])
ROWS = frozenset(["math", "mrow", "mstyle", "mpadded", "semantics", "oMath", "oMathPara", "r", "e", "num", "den", "sup", "sub", "box"])
# Children that are no part of what an equation shows.
UNSEEN = frozenset(
    ["annotation", "annotation-xml", "mphantom", "rPr", "ctrlPr", "sSupPr", "sSubPr", "fPr", "dPr", "radPr", "oMathParaPr", "boxPr"]
)


class NotPlainError(Exception):
    """The equation has a part that one line of text cannot show, such as a matrix."""


def words_of(element: Any) -> str:
    """Return the equation in one line of text, or MARK where it cannot be written so without being misread."""
    try:
        words = plain(element, 0)
    except NotPlainError:
        return MARK
    words = APPLIED.sub(r" \1 ", INVISIBLE.sub("", " ".join(words.split()))).strip()
    return words if words and len(words) <= LONGEST else MARK


def plain(element: Any, depth: int) -> str:
    """Return the words of one element. Raises NotPlainError for any element that is not known to be plain."""
    name = local(element)
    if depth > DEEPEST:
        raise NotPlainError
    if name in TOKENS:
        return element.text or ""
    if name == "mspace":
        return " "
    if name == "d":
        return f"({inside(element, depth)})"
    if name in ALIASES:
        return SHAPES[ALIASES[name]](operands(element, depth))
    if name in ROWS:
        return inside(element, depth)
    raise NotPlainError


def inside(element: Any, depth: int) -> str:
    """Return the words of an element's children, one after the other."""
    return "".join(plain(child, depth + 1) for child in element if isinstance(child.tag, str) and local(child) not in UNSEEN)


def operands(element: Any, depth: int) -> list[str]:
    """Return the words of each child, such as the base and the exponent."""
    parts = [plain(child, depth + 1).strip() for child in element if isinstance(child.tag, str) and local(child) not in UNSEEN]
    return ["".join(parts)] if local(element) == "msqrt" else parts


def superscript(parts: Sequence[str]) -> str:
    """Return a power such as x² or (a+b)^k."""
    base, exponent = pair(parts)
    return grouped(base) + raised(exponent)


def subscript(parts: Sequence[str]) -> str:
    """Return a variable with its index."""
    base, index = pair(parts)
    return base + lowered(index, base)


def fraction(parts: Sequence[str]) -> str:
    """Return a fraction with a slash."""
    upper, lower = pair(parts)
    return f"{grouped(upper)}/{grouped(lower)}"


def root(parts: Sequence[str]) -> str:
    """Return a square root."""
    return f"√{grouped(parts[0])}" if len(parts) == 1 and parts[0] else MARK


SHAPES: dict[str, Callable[[Sequence[str]], str]] = {"sup": superscript, "sub": subscript, "fraction": fraction, "root": root}


def pair(parts: Sequence[str]) -> tuple[str, str]:
    """Return two operands. Raises NotPlainError where there are not two, or one is empty."""
    if len(parts) != 2 or not all(parts):
        raise NotPlainError
    return parts[0], parts[1]


def grouped(words: str) -> str:
    """Return an operand, in brackets where it is more than one number or name."""
    return words if re.fullmatch(r"[\w.,]+|\(.*\)", words) else f"({words})"


def local(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
