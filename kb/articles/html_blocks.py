"""Split an HTML page into blocks (paragraphs, headings, list items, captions, tables), each with the kind that its markup shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from kb.articles import formulas, html_elements, html_quotes, html_tables
from kb.articles.document import LeftOut, Omission
from kb.articles.html_elements import DROPPED, EMBEDS, INLINE
from kb.articles.marks import Position, Run, compose

SPACE = re.compile(r"[ \t\r\n\f]+")  # white space that a browser collapses; U+00A0 stays
BREAK = "\x00"  # a <br>
LONGEST = {"byline": 300, "dateline": 200, "label": 80, "credit": 300, "standfirst": 800, "headline": 400}
MOST = 300  # characters of words left out at one place that are kept, to be shown
ADVERTISEMENT = re.compile(
    r"(?:advertise?ment|advert|sponsored(?: content)?|article continues (?:below|after).{0,40}|story continues below.{0,40})[\s.:—-]*",
    re.IGNORECASE,
)
MATHS = re.compile(r"\b(?:math|formula|equation|latex|tex)\b|mwe-math", re.IGNORECASE)


@dataclass
class Block:
    """A block of a page: its words, its kind ("" where the markup shows none), and whether it lies in a part beside the article.

    `attached` says that it belongs to the block before it, as the name under a quotation does, `quoted` that it is one. `left_out` are words that stood in it,
    or right after it. `raw` is the block with those of them that a reader sees, as an extractor of articles would give it.
    """

    text: str
    kind: str = ""
    aside: bool = False
    attached: bool = False
    quoted: bool = False
    left_out: list[LeftOut] = field(default_factory=list)
    raw: str = ""


@dataclass(frozen=True)
class Around:
    """What holds for the words at one point of the walk: their kind, place and position, as the elements around them say."""

    kind: str = ""
    aside: bool = False
    attached: bool = False
    quoted: bool = False
    position: Position = Position.LEVEL
    note: bool = False


@dataclass
class Walk:
    """The state of a walk through the tree: the headline, the ids of notes, and the block that is open."""

    headline: Any = None
    notes: frozenset[str] = frozenset()
    keep_all: bool = False
    runs: list[Run] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    block: Around = field(default_factory=Around)
    left_out: list[LeftOut] = field(default_factory=list)
    last: dict[bool, Block] = field(default_factory=dict)  # the last block, by whether it is beside the article

    def add(self, words: str | None, around: Around) -> None:
        """Append words to the open block."""
        if words:
            self.runs.append(Run(SPACE.sub(" ", words), around.position, around.note))
            self.raw.append(words)

    def leave_out(self, why: Omission, words: str, around: Around) -> None:
        """Note words that are left out, with the block that is open, else with the last one. Where all is kept, they stand in brackets."""
        shown = " ".join(words.split())
        if not any(character.isalnum() for character in shown):
            return
        if self.keep_all:
            self.add(f" [{why}: {shown}] ", around)
            return
        if why is Omission.DELETED:
            self.raw.append(words)
        last = self.last.get(around.aside)
        inside = last is None or any(run.text.strip() for run in self.runs)
        (self.left_out if last is None or inside else last.left_out).append(LeftOut(why, shown[:MOST]))

    def closed(self, text: str, kind: str, raw: str) -> Block:
        """Return the block that is open with these words, as the last one, with what was left out of it."""
        around = self.block
        aside = around.aside or bool(ADVERTISEMENT.fullmatch(text))
        block = Block(text, kind, aside, around.attached, around.quoted, self.left_out, raw)
        self.left_out = []
        self.last[aside] = block
        return block


def blocks_of(tree: Any, *, keep_all: bool = False) -> Iterator[Block]:
    """Yield the blocks of a tree in order."""
    return walked(tree, Walk(html_elements.headline_of(tree), html_elements.notes_of(tree), keep_all), Around())


def walked(tree: Any, walk: Walk, outer: Around) -> Iterator[Block]:
    """Yield the blocks of a tree in order, without recursion, since pages may nest deeper than Python's stack."""
    stack: list[tuple[str, Any, Around]] = [("in", tree, outer)]
    while stack:
        step, element, around = stack.pop()
        if step == "tail":
            walk.add(element.tail, around)
        elif step == "close":
            walk.add(element, around)  # a closing quotation mark
        elif step == "out":
            yield from close(walk)
            walk.block = around
        elif isinstance(element.tag, str) and not replaced(element, walk, around):
            if element.tag == "table" and html_tables.is_data(element):
                yield from table(element, walk, around)
            else:
                yield from enter(element, walk, around, stack)
    yield from close(walk)


def enter(element: Any, walk: Walk, around: Around, stack: list[tuple[str, Any, Around]]) -> Iterator[Block]:
    """Begin an element: yield the block that it ends, and put its words and children on the stack."""
    own = html_elements.kind_of(element, walk.headline, around.kind) or (
        "note" if element.get("id") in walk.notes and element.tag not in INLINE else ""
    )
    place = html_elements.position(element, around.position)
    inner = replace(around, position=place, note=around.note or html_elements.refers_to_note(element, place))
    under_quotation = element.tag in ("footer", "cite", "figcaption") and quotes(element)
    if element.tag not in INLINE or (own and own != around.kind) or (under_quotation and element.getparent().tag == "blockquote"):
        yield from close(walk)
        kind = around.kind if around.kind == "note" and own in ("heading", "") else own or around.kind
        aside = around.aside or (kind != "note" and html_elements.beside(element))
        quoted = around.quoted or element.tag == "blockquote"
        inner = replace(inner, kind=kind, aside=aside, attached=around.attached or under_quotation, quoted=quoted)
        stack.append(("out", element, walk.block))
        walk.block = inner
    opening, closing = html_quotes.around(element) if element.tag == "q" else ("", "")
    walk.add(opening, inner)
    walk.add(element.text, inner)
    stack.append(("close", closing, inner))
    for child in reversed(element):
        stack.append(("tail", child, inner))
        stack.append(("in", child, inner))


def quotes(element: Any) -> bool:
    """Whether an element says who said the quotation that it stands in or under."""
    parents = list(element.iterancestors())
    return any(parent.tag == "blockquote" for parent in parents) or bool(
        parents and parents[0].tag == "figure" and parents[0].find(".//blockquote") is not None
    )


def replaced(element: Any, walk: Walk, around: Around) -> bool:
    """Whether an element is left out, or other words stand in its place, which are added here."""
    tag = element.tag
    if tag == "br":
        walk.add(BREAK, replace(around, position=Position.LEVEL, note=False))
    elif tag in EMBEDS:
        walk.leave_out(Omission.EMBEDDED, element.get("src") or element.get("data") or "", around)
    elif tag == "math" or (tag == "img" and MATHS.search(f"{element.get('class') or ''}")):
        walk.add(formulas.words_of(element) if tag == "math" else formulas.MARK, around)
    elif tag in DROPPED or html_elements.back_to_text(element):
        pass
    elif tag in ("rt", "rtc"):
        walk.leave_out(Omission.READINGS, element.text_content() or "", around)
    elif html_elements.hidden(element):
        walk.leave_out(Omission.HIDDEN, "" if html_elements.repeats_formula(element) else shown_words(element), around)
    elif html_elements.deleted(element):
        walk.leave_out(Omission.DELETED, shown_words(element), around)
    else:
        return False
    return True


def shown_words(element: Any) -> str:
    """Return the words of an element that is left out as a whole, without scripts and the like."""
    return " ".join(text for text in element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::template)]"))


def table(element: Any, walk: Walk, around: Around) -> Iterator[Block]:
    """Yield the caption of a table, then its rows as one block."""
    yield from close(walk)
    around = replace(around, aside=around.aside or html_elements.beside(element))
    for caption in element.iterchildren("caption"):
        yield from blocks_in(caption, walk, replace(around, kind="caption"))
    left_out: list[LeftOut] = []

    def words(cell: Any) -> str:
        blocks = list(blocks_in(cell, walk, Around()))
        left_out.extend(omission for block in blocks for omission in block.left_out)
        return " ".join(block.text for block in blocks)

    rows = html_tables.rows_of(element, words)
    if any(character.isalnum() for character in rows):
        walk.block, walk.left_out = around, [*walk.left_out, *left_out]
        yield walk.closed(rows, "table", element.text_content() or "")


def blocks_in(element: Any, walk: Walk, around: Around) -> Iterator[Block]:
    """Yield the blocks inside one element of a table, as part of an outer walk."""
    inner = Walk(walk.headline, walk.notes, walk.keep_all, block=around)
    yield from walked(element, inner, around)
    walk.left_out += inner.left_out


def close(walk: Walk) -> Iterator[Block]:
    """Close the open block, and yield its words as blocks divided at two <br> in a row."""
    words, marks = compose(walk.runs, keep_all=walk.keep_all)
    raw = "".join(walk.raw)
    walk.runs, walk.raw = [], []
    walk.left_out += marks
    around = walk.block
    for stretch in re.split("\x00(?:[ \t\r\n\f]*\x00)+", words):
        lines = (SPACE.sub(" ", line).strip(" ") for line in stretch.split(BREAK))
        text = "\n".join(line for line in lines if line)
        if any(character.isalnum() for character in text):
            kind = around.kind if len(text) <= LONGEST.get(around.kind, 2000) or around.kind == "note" else ""
            yield walk.closed(text, kind, raw)
