"""Write raised and lowered characters so that no word or figure changes, the one rule for every format.

A reader of a format gives the runs of a paragraph, with their positions, and `compose` returns its words:

- a mark that refers to a note (“in 2019³”) is taken out, and returned beside the words;
- an exponent stays one (10⁶, km², x⁻¹), in the raised characters of Unicode, or after ^ where Unicode has none (x^k);
- an ordinal or abbreviation (5th, 1er, Mme) is written on the line, and so are formulas of chemistry (H2O);
- the label at the beginning of a note stays raised (¹ See …).

What raised characters stand for is decided in kb.articles.mark_senses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kb.articles.document import LeftOut, Omission
from kb.articles.mark_senses import Sense, sense_of


class Position(StrEnum):
    """Where the characters of a run stand: on the line, above it (superscript) or below it (subscript)."""

    LEVEL = "level"
    RAISED = "raised"
    LOWERED = "lowered"


@dataclass(frozen=True)
class Run:
    """Characters of a paragraph in one position. `note` says that the format itself calls them the mark of a note, as a link to it does."""

    text: str
    position: Position = Position.LEVEL
    note: bool = False


RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
OWN_CHARACTERS = {"tm": "™", "sm": "℠", "o": "º", "a": "ª"}  # raised letters that Unicode has characters for
VULGAR = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞"}

LONG, NEAR = 2000, 80  # characters after which the beginning of a paragraph is put aside, and of it that stay
FRACTION_BAR = re.compile(r"\s*[/⁄∕]\s*")


def compose(runs: Sequence[Run], *, keep_all: bool = False) -> tuple[str, list[LeftOut]]:
    """Return the words of a paragraph, and the marks of notes that were taken out of them.

    With `keep_all` the marks stay, in brackets.
    """
    done: list[str] = []
    words, left_out = "", []
    merged = fractions(merge(runs))
    for at, run in enumerate(merged):
        if len(words) > LONG:  # only what stands right before a mark decides, and a paragraph may have a hundred thousand
            done.append(words[:-NEAR])
            words = words[-NEAR:]
        following = "".join(other.text for other in merged[at + 1 : at + 4])
        if run.position is Position.LOWERED:
            words += lowered(run.text, words)
        elif run.position is Position.LEVEL and not run.note:
            words = spaced(words, run.text) if at and merged[at - 1].note and not keep_all else words + run.text
        elif (sense := sense_of(run.text, run.note, words[-NEAR:], following)) is Sense.NOTE:
            mark = in_brackets(run.text.strip())
            left_out += [] if keep_all else [LeftOut(Omission.NOTE_MARKS, f"{context(words[-NEAR:])} {mark}")]
            words += mark if keep_all else ""
            merged[at] = replace(run, note=True)
        else:
            words = written(run.text, sense, words, following)
    return "".join(done) + words, left_out


def merge(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with neighbours in one position joined, and without empty ones. Raised white space is level."""
    merged: list[Run] = []
    for run in runs:
        own = run if run.text.strip() else replace(run, position=Position.LEVEL, note=False)
        if merged and merged[-1].position is own.position and (own.position is not Position.LEVEL or merged[-1].note == own.note):
            merged[-1] = Run(merged[-1].text + own.text, own.position, merged[-1].note or own.note)
        elif own.text:
            merged.append(own)
    return merged


def fractions(runs: list[Run]) -> list[Run]:
    """Return the runs with each raised number, bar and lowered number made one level run, such as ½ or ³⁄₇."""
    out: list[Run] = []
    at = 0
    while at < len(runs):
        three = runs[at : at + 3]
        shape = [run.position for run in three]
        if (
            shape == [Position.RAISED, Position.LEVEL, Position.LOWERED]
            and FRACTION_BAR.fullmatch(three[1].text)
            and three[0].text.strip().isdecimal()
            and three[2].text.strip().isdecimal()
        ):
            upper, lower = three[0].text.strip(), three[2].text.strip()
            out.append(Run(VULGAR.get(f"{upper}/{lower}", f"{upper.translate(RAISED)}⁄{lower.translate(LOWERED)}")))
            at += 3
        else:
            out.append(runs[at])
            at += 1
    return merge(out)


def written(mark: str, sense: Sense, before: str, following: str) -> str:
    """Return the words so far with a mark that stays."""
    if sense is Sense.EXPONENT:
        return before + raised(mark.strip())
    if sense is Sense.LABEL:
        label = mark.strip()
        return before + (label.translate(RAISED) if label.isdecimal() else label) + ("" if following[:1].isspace() else " ")
    if sense is Sense.APART:
        return spaced(before, " " + mark) if before and not before[-1:].isspace() else before + mark
    return before + OWN_CHARACTERS.get(mark.strip().lower(), mark)


def raised(mark: str) -> str:
    """Return characters as an exponent: in Unicode's raised characters, or after ^ where it has none for one of them."""
    if all(ord(character) in RAISED for character in mark):
        return mark.translate(RAISED)
    return f"^{mark}" if len(mark) == 1 or mark.isalnum() else f"^({mark})"


def lowered(mark: str, before: str) -> str:
    """Return lowered characters: as they are after a letter (H2O), in Unicode's lowered characters after a figure."""
    if not before[-1:].isdecimal():
        return mark
    return mark.translate(LOWERED) if all(ord(character) in LOWERED for character in mark) else f"_{mark}"


def in_brackets(mark: str) -> str:
    """Return the mark of a note in square brackets."""
    return mark if mark[:1] in "[(" else f"[{mark}]"


def spaced(before: str, following: str) -> str:
    """Return two pieces of text joined where a mark was taken out, without a space before a comma, and never as one word."""
    if following[:1] in (*" \t,.;:!?)”’»", "") and before.endswith(" "):
        return before.rstrip(" ") + following
    return f"{before} {following}" if before[-1:].isalnum() and following[:1].isalnum() else before + following


def without_gaps(words: str) -> str:
    """Return words with one space where two were left around words that were taken out."""
    return re.sub(r"(?<=\S) {2,}(?=\S)", " ", words)


def context(words: str) -> str:
    """Return the last two words before a mark, by which a person finds it."""
    return " ".join(words.split()[-2:])
