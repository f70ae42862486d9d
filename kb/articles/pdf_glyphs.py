"""The glyphs of a PDF's page with their places, as PDFium gives them, less what no reader of the page sees.

This runs in the process of kb.articles.pdf_worker. Lengths are points (1/72 inch); x grows in the direction of reading and y upwards,
also on a page whose text stands on its side.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

HYPHENS = "\ufffe\x02\u00ad"  # a hyphen at a line end, as PDFium marks it, and the soft hyphen
UNKNOWN = "\ufffd"  # for a glyph of which the file does not say what it stands for
JOINERS = "\u200c\u200d"
UPRIGHT, DOWNWARDS = 0, 360  # degrees; the second stands for lines that run from the top to the bottom of the page
PATH, IMAGE, FORM = 2, 3, 5  # kinds of objects on a page
INVISIBLE = (3, 7)  # modes of drawing text that leave nothing to see
WHITE = 250  # of 255; parts of a colour from which on it is white
LIGATURE = 4  # letters that one glyph may stand for
TINY = 1.5  # points; type of less height is not there to be read


class Glyph(NamedTuple):
    """A character that is no white space, with its box, its baseline and its height.

    `space` is the white space before it: "real" for a character of the file, "made" where PDFium saw a gap, else "". `cut` is whether
    PDFium begins a line with it. `hyphen` is whether it divides a word at a line end. `origin` is the x from which it was drawn, which
    may lie left of its ink.
    """

    char: str
    left: float
    right: float
    y: float
    height: float
    space: str = ""
    cut: bool = False
    hyphen: bool = False
    origin: float = 0.0


@dataclass
class Sheet:
    """What stands on a page: the glyphs of its running text, stretches in other directions, and the words that cannot be seen.

    `recognised` is whether text recognition laid the text invisibly over a picture, `everything` all characters, dropped ones, too.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    asides: list[tuple[str, int]] = field(default_factory=list)
    hidden: str = ""
    recognised: bool = False
    everything: str = ""


class Mark(NamedTuple):
    """A glyph before it is known which way the page is read, with the corners of its box and the angle of its baseline in degrees."""

    glyph: Glyph
    bottom: float
    top: float
    angle: int


def sheet(page: Any, textpage: Any, raw: Any) -> Sheet:
    """Return what stands on a page. `raw` is the module pypdfium2.raw."""
    result = Sheet()
    marks, hidden = [], []
    drawn = Drawn()
    surface = Surface(page, raw)
    everything = []
    for mark, unseen in characters(textpage.raw, raw, surface, result):
        everything.append(mark.glyph.char)
        if unseen:
            hidden.append(" " * bool(mark.glyph.space or mark.glyph.cut) + mark.glyph.char)
        elif drawn.first_time(mark.glyph):
            marks.append(mark)
    result.hidden, result.everything = "".join(hidden).strip(), "".join(everything)
    angle = reading_angle(marks)
    result.glyphs = [turned(mark, angle) for mark in marks if angle in (mark.angle, DOWNWARDS)]
    result.asides = list(stretches(mark for mark in marks if angle not in (mark.angle, DOWNWARDS)))
    return result


def characters(textpage: Any, raw: Any, surface: Surface, result: Sheet) -> Iterator[tuple[Mark, bool]]:
    """Yield each character that is no white space, and whether it cannot be seen."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    space, cut, unseen, angle = "", True, False, UPRIGHT
    unicode_of, box_of, origin_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
    for at in range(raw.FPDFText_CountChars(textpage)):
        code = unicode_of(textpage, at)
        char = chr(code) if 0 < code < 0x110000 else UNKNOWN
        if char in "\r\n":
            cut = True
        elif char.isspace() or not written(char):
            made = char == " " and raw.FPDFText_IsGenerated(textpage, at) == 1
            space = ("made" if made else "real") if char.isspace() and space != "real" else space
        else:
            box_of(textpage, at, box)
            origin_of(textpage, at, x, y)
            if space or cut:
                angle = -round(math.degrees(raw.FPDFText_GetCharAngle(textpage, at))) % 360  # PDFium counts clockwise
                seen = surface.seen(textpage, at, box)
                unseen = seen is False
                result.recognised = result.recognised or seen is None
            hyphen = char in HYPHENS
            glyph = Glyph("-" if hyphen else char, box.left, box.right, y.value, box.top - box.bottom, space, cut, hyphen, x.value)
            outside = not surface.holds(box)
            yield Mark(glyph, box.bottom, box.top, angle), unseen or outside
            space, cut = "", False


def written(char: str) -> bool:
    """Whether a character stands for something on the page: not controls, but joiners of letters, and symbols of a font's own."""
    return char.isprintable() or char in HYPHENS or char in JOINERS or unicodedata.category(char) == "Co"


class Drawn:
    """What has been drawn on a page, to tell text that is drawn twice, which looks bold. The parts of one ligature have the same place."""

    def __init__(self) -> None:
        self.places: dict[tuple[str, int, int], tuple[int, float]] = {}
        self.count = 0

    def first_time(self, glyph: Glyph) -> bool:
        """Add a glyph, and return whether the same has not been drawn at its place before."""
        self.count += 1
        step = max(0.1 * glyph.height, 0.01)
        column, row = round(glyph.left / step), round(glyph.y / step)
        for near in (column - 1, column, column + 1):
            at, left = self.places.get((glyph.char, near, row), (self.count, 0))
            if self.count - at >= LIGATURE and abs(left - glyph.left) < 0.8 * step:
                return False
        self.places[glyph.char, column, row] = self.count, glyph.left
        return True


class Surface:
    """The page as a background: what lies under its text, and its edges. `raw` is the module pypdfium2.raw."""

    def __init__(self, page: Any, raw: Any) -> None:
        self.raw = raw
        self.edges = page.get_bbox()
        self.images: list[tuple[float, float, float, float]] = []
        self.painted: list[tuple[float, float, float, float]] = []
        sides = [ctypes.c_float() for _ in range(4)]
        for number in range(raw.FPDFPage_CountObjects(page)):
            one = raw.FPDFPage_GetObject(page, number)
            kind = raw.FPDFPageObj_GetType(one)
            if kind in (PATH, IMAGE, FORM) and raw.FPDFPageObj_GetBounds(one, *sides):
                bounds = (sides[0].value, sides[1].value, sides[2].value, sides[3].value)
                if kind == IMAGE:
                    self.images.append(bounds)
                if kind != PATH or not white(raw.FPDFPageObj_GetFillColor, one):
                    self.painted.append(bounds)

    def holds(self, box: Any) -> bool:
        """Whether the middle of a box lies on the page."""
        left, bottom, right, top = self.edges
        return bool(left - 1 <= (box.left + box.right) / 2 <= right + 1 and bottom - 1 <= (box.bottom + box.top) / 2 <= top + 1)

    def seen(self, textpage: Any, at: int, box: Any) -> bool | None:
        """Whether the character can be seen; None for one that text recognition laid invisibly over a picture."""
        one = self.raw.FPDFText_GetTextObject(textpage, at)
        if one and self.raw.FPDFTextObj_GetTextRenderMode(one) in INVISIBLE:
            return None if under(box, self.images) else False
        if 0 < box.top - box.bottom < TINY:
            return False
        pale = white(self.raw.FPDFText_GetFillColor, textpage, at)
        return not pale or under(box, self.painted) or under(box, self.images)


def white(colour_of: Any, *subject: Any) -> bool:
    """Whether the colour that the function tells of the subject is white or wholly transparent."""
    parts = [ctypes.c_uint() for _ in range(4)]
    return bool(colour_of(*subject, *parts)) and (all(part.value >= WHITE for part in parts[:3]) or parts[3].value == 0)


def under(box: Any, areas: Iterable[tuple[float, float, float, float]]) -> bool:
    """Whether the middle of a box lies in one of the areas (left, bottom, right, top)."""
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in areas)


def reading_angle(marks: list[Mark]) -> int:
    """Return the direction of most of the page's text, in degrees from upright, or DOWNWARDS for lines that run down the page."""
    angles = Counter(mark.angle for mark in marks if mark.angle % 90 == 0)
    angle = angles.most_common(1)[0][0] if angles else UPRIGHT
    wide = [mark for mark in marks if unicodedata.east_asian_width(mark.glyph.char) == "W"]
    if angle == UPRIGHT and len(wide) > 0.5 * len(marks):
        down = sum(
            abs(one.glyph.left - other.glyph.left) < 0.2 * one.glyph.height and other.top < one.top - 0.5 * one.glyph.height
            for one, other in itertools.pairwise(wide)
        )
        return DOWNWARDS if down > 0.6 * len(wide) else UPRIGHT
    return angle


def turned(mark: Mark, angle: int) -> Glyph:
    """Return the glyph as it stands when the page is turned so that its lines run to the right, and the first is the highest."""
    glyph = mark.glyph
    if angle == UPRIGHT:
        return glyph
    across = glyph.right - glyph.left
    if angle == 180:
        left, right, y, height = -glyph.right, -glyph.left, -glyph.y, glyph.height
    elif angle == 90:
        left, right, y, height = mark.bottom, mark.top, -glyph.right, across
    else:
        left, right, y, height = -mark.top, -mark.bottom, glyph.left, across
    return glyph._replace(left=left, right=right, y=y, height=height, origin=left)


def stretches(marks: Iterable[Mark]) -> Iterator[tuple[str, int]]:
    """Yield the words of each run of text in one direction, as they are drawn, and its angle."""
    for angle, run in itertools.groupby(marks, key=lambda mark: mark.angle):
        yield "".join(" " * bool(mark.glyph.space or mark.glyph.cut) + mark.glyph.char for mark in run).strip(), angle
