"""The words of a Word paragraph: its runs with their positions, symbols, equations, and what is deleted, struck out or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kb.articles import formulas
from kb.articles.document import LeftOut, Omission
from kb.articles.marks import Position, Run, compose, without_gaps

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
KINDS = {"title": "headline", "subtitle": "standfirst", "caption": "caption", "footnote text": "note", "endnote text": "note"}
# White space and hyphens that Word writes as elements, and the characters that they stand for.
MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
LEFT_OUT = {W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", W + "fldData", MC + "Fallback"}
REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
LABELS = {W + "footnoteRef": "footnote", W + "endnoteRef": "endnote"}
ON = (None, "1", "true", "on")  # values of a property that switches something on
RAISED_BY = 4  # half points above the line, from which characters count as raised
# The characters of the font Symbol, which Word writes by their codes in that font.
GREEK = dict(zip("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)) | dict(
    zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)
)
SYMBOLS = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑", 0xF2: "∫", 0x2D: "−",
}  # fmt: skip
SYMBOL = "[symbol]"  # stands for a character of a font of pictures


class Notes:
    """The numbers that Word gives notes, by their kind and id, in the order of their marks in the document."""

    def __init__(self, body: Any) -> None:
        self.numbers: dict[tuple[str, str], str] = {}
        for element in body.iter(*REFERENCES) if body is not None else ():
            kind = REFERENCES[element.tag]
            key = (kind, element.get(W + "id", ""))
            self.numbers.setdefault(key, str(1 + sum(other == kind for other, _ in self.numbers)))

    def number(self, kind: str, key: str) -> str:
        """Return the number of a note, * where no mark in the text leads to it."""
        return self.numbers.get((kind, key), "*")


class Styles:
    """The styles of a document: the kind of section that each stands for, and the properties of its characters."""

    def __init__(self, root: Any) -> None:
        self.kinds: dict[str, str] = {}
        self.properties: dict[str, Any] = {}
        for style in root.iter(W + "style") if root is not None else ():
            key = style.get(W + "styleId", "")
            # The names are English everywhere, while ids depend on the writer's language.
            name = next((element.get(W + "val", "") for element in style.iter(W + "name")), "").lower()
            self.kinds[key] = KINDS.get(name, "heading" if re.fullmatch(r"heading \d", name) else "")
            self.properties[key] = style.find(W + "rPr")

    def kind(self, paragraph: Any) -> str:
        """Return the kind of section that the style of a paragraph stands for, or ""."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.kinds.get(style.get(W + "val", "") if style is not None else "", "")

    def value(self, run: Any, name: str) -> str | None:
        """Return the value of a property of a run, by itself or its character style, or None where neither has it."""
        own = run.find(W + "rPr")
        style = own.find(W + "rStyle") if own is not None else None
        for properties in (own, self.properties.get(style.get(W + "val", "")) if style is not None else None):
            element = properties.find(W + name) if properties is not None else None
            if element is not None:
                return str(element.get(W + "val", "on"))
        return None

    def on(self, run: Any, *names: str) -> bool:
        """Whether one of these properties is switched on."""
        return any(self.value(run, name) in ON[1:] for name in names)

    def position(self, run: Any) -> Position:
        """Return where the characters of a run stand."""
        align, moved = self.value(run, "vertAlign"), self.value(run, "position") or "0"
        by = int(moved) if re.fullmatch(r"-?\d{1,4}", moved) else 0
        if align == "superscript" or by >= RAISED_BY:
            return Position.RAISED
        return Position.LOWERED if align == "subscript" or by <= -RAISED_BY else Position.LEVEL


def words_of(paragraph: Any, styles: Styles, notes: Notes, *, keep_all: bool = False) -> tuple[str, list[LeftOut]]:
    """Return the words of a paragraph, without those of paragraphs nested in it (text boxes), and what was left out of them."""
    runs: list[Run] = []
    omissions: list[LeftOut] = []
    for why, run in pieces(paragraph, styles, notes, Position.LEVEL):
        if why is None:
            runs.append(run)
        elif keep_all:
            runs.append(Run(f"[{why}: {run.text}]"))
        elif omissions and omissions[-1].why is why and runs and runs[-1].text == "":
            omissions[-1] = LeftOut(why, omissions[-1].words + run.text)
        else:
            omissions.append(LeftOut(why, run.text))
            runs.append(Run(""))  # marks the place, so that words struck out in several runs are told as one
    words, marks = compose(runs, keep_all=keep_all)
    words = without_gaps(words) if omissions else words
    return words, [*(omission for omission in omissions if omission.words.strip()), *marks]


def pieces(element: Any, styles: Styles, notes: Notes, position: Position) -> Iterator[tuple[Omission | None, Run]]:
    """Yield the runs of an element, each with the reason why it is left out, None for those that stay."""
    for child in element:
        tag = child.tag
        if tag == W + "r":
            yield from of_run(child, styles, notes)
        elif tag in (M + "oMath", M + "oMathPara"):
            yield None, Run(formulas.words_of(child))
        elif tag == W + "del":
            yield Omission.DELETED, Run("".join(text.text or "" for text in child.iter(W + "delText")))
        elif tag == W + "rt":
            yield Omission.READINGS, Run("".join(text.text or "" for text in child.iter(W + "t")))
        elif tag not in LEFT_OUT and tag != W + "p":
            yield from pieces(child, styles, notes, position) if len(child) or tag not in LEAVES else leaf(child, notes, position)


def of_run(run: Any, styles: Styles, notes: Notes) -> Iterator[tuple[Omission | None, Run]]:
    """Yield the characters of a run."""
    why = Omission.HIDDEN if styles.on(run, "vanish") else Omission.DELETED if styles.on(run, "strike", "dstrike") else None
    position = styles.position(run)
    for child in run:
        inner = leaf(child, notes, position) if child.tag in LEAVES else pieces([child], styles, notes, position)
        for other, piece in inner:
            yield why or other, piece


def leaf(element: Any, notes: Notes, position: Position) -> Iterator[tuple[Omission | None, Run]]:
    """Yield the characters that an element without children stands for."""
    tag = element.tag
    if tag == W + "t":
        yield None, Run(element.text or "", position)
    elif tag in MARKS:
        yield None, Run(MARKS[tag])
    elif tag in REFERENCES and element.get(W + "customMarkFollows") not in ON[1:]:
        yield None, Run(notes.number(REFERENCES[tag], element.get(W + "id", "")), Position.RAISED, note=True)
    elif tag in LABELS:
        yield None, Run(label(element, LABELS[tag], notes), Position.RAISED)
    elif tag == W + "sym":
        yield None, Run(symbol(element.get(W + "font", ""), element.get(W + "char", "")), position)
    elif tag == OLE and element.get("ProgID", "").startswith("Equation"):
        yield None, Run(formulas.MARK)


LEAVES = frozenset([W + "t", *MARKS, *REFERENCES, *LABELS, W + "sym", OLE])


def label(element: Any, kind: str, notes: Notes) -> str:
    """Return the number that stands at the beginning of a note."""
    note = next((ancestor for ancestor in element.iterancestors(f"{W}{kind}")), None)
    return notes.number(kind, note.get(W + "id", "")) if note is not None else ""


def symbol(font: str, code: str) -> str:
    """Return the character of a symbol, by its code in its font, or SYMBOL where Unicode is not known to have it."""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
        return SYMBOL
    number = int(code, 16)
    own = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    if font.lower() == "symbol":
        return SYMBOLS.get(own) or GREEK.get(chr(own)) or (chr(own) if 0x20 <= own < 0x7F else SYMBOL)
    return chr(number) if 0x20 <= number < 0xD800 and own == number and "dings" not in font.lower() else SYMBOL
