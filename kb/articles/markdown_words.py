"""The words of Markdown that was parsed: its blocks and tables, the marks of notes, and what is struck out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kb.articles.document import LeftOut, Omission
from kb.articles.html_blocks import blocks_of
from kb.articles.marks import Position, Run, compose, without_gaps
from kb.articles.optional import library
from kb.articles.tables import Cell, lines

if TYPE_CHECKING:
    from markdown_it.token import Token

# A mark of a footnote, raised characters, lowered characters.
IN_TEXT = re.compile(r"\[\^(?P<note>[^\]\s]+)\]|\^(?P<raised>[^\s^]{1,20})\^|(?<!~)~(?P<lowered>[^\s~]{1,10})~(?!~)")
TAG = re.compile(r"<(/?)(sup|sub|del|s|strike|br|q)\b[^>]*>", re.IGNORECASE)
POSITIONS = {"sup": Position.RAISED, "sub": Position.LOWERED}


@dataclass
class Inline:
    """The state within a paragraph: where characters stand, whether they are struck out, and the runs so far."""

    position: Position = Position.LEVEL
    struck: int = 0
    runs: list[Run] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    def add(self, words: str, position: Position | None = None, *, note: bool = False) -> None:
        """Append words, or note them where they are struck out."""
        if self.struck:
            self.deleted[-1] += words
        else:
            self.runs.append(Run(words, position or self.position, note))

    def strike(self, begins: bool) -> None:
        """Begin or end words that are struck out."""
        self.struck = max(0, self.struck + (1 if begins else -1))
        if begins and self.struck == 1:
            self.deleted.append("")


class Composer:
    """Turns tokens into blocks. `left_out` are the words that were left out of them, `labels` the numbers of notes by their labels."""

    def __init__(self, keep_all: bool) -> None:
        self.keep_all = keep_all
        self.left_out: list[LeftOut] = []
        self.labels: dict[str, str] = {}

    def blocks(self, tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
        """Yield (words, kind) of each block. The first heading of level 1 is the headline."""
        kind, headlines = "", 0
        rows: list[list[Cell]] | None = None
        for token in tokens:
            if token.type == "heading_open":
                headlines += token.tag == "h1"
                kind = "headline" if token.tag == "h1" and headlines == 1 else "heading"
            elif token.type == "table_open":
                rows = []
            elif token.type == "tr_open" and rows is not None:
                rows.append([])
            elif token.type == "inline" and rows:
                rows[-1].append(Cell(self.words(token.children or [])))
            elif token.type == "table_close" and rows is not None:
                yield lines(rows), "table"
                rows = None
            else:
                yield from self.block(token, kind)
                kind = "" if token.type.endswith("_close") else kind

    def block(self, token: Token, kind: str) -> Iterable[tuple[str, str]]:
        """Yield (words, kind) of a paragraph, then of each of its pictures, or of code or embedded HTML."""
        if token.type == "inline":
            yield self.words(token.children or []), kind
            for child in token.children or []:
                if child.type == "image":
                    yield child.content, "caption"
        elif token.type in ("fence", "code_block"):
            yield token.content, "body"
        elif token.type == "html_block":
            yield from self.embedded(token.content)

    def notes(self, parser: Any, notes: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Yield (words, kind) of each footnote, with its number raised before it, in the order of the definitions."""
        for label, words in notes:
            for token in parser.parseInline(words):
                number = self.labels.get(label, label)
                yield self.words(token.children or [], [Run(number, Position.RAISED), Run(" ")]), "note"

    def words(self, tokens: Sequence[Token], before: Sequence[Run] = ()) -> str:
        """Return the words of a paragraph that a reader sees. A soft line break is a space."""
        inline = Inline(runs=list(before))
        for token in tokens:
            self.token(token, inline)
        deleted = [LeftOut(Omission.DELETED, words) for words in inline.deleted if words.strip()]
        words, marks = compose(inline.runs, keep_all=self.keep_all)
        self.left_out += [*([] if self.keep_all else deleted), *marks]
        return without_gaps(words) if deleted else words

    def token(self, token: Token, inline: Inline) -> None:
        """Add one token within a line."""
        tag = TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name, ends = (tag[2].lower(), bool(tag[1])) if tag else ("", False)
        if token.type in ("softbreak", "hardbreak") or name == "br":
            inline.add(" " if token.type == "softbreak" else "\n", Position.LEVEL)
        elif name == "q":
            inline.add("”" if ends else "“")
        elif name in POSITIONS:
            inline.position = Position.LEVEL if ends else POSITIONS[name]
        elif name or token.type in ("s_open", "s_close"):
            begins = token.type == "s_open" if not name else not ends
            if self.keep_all:
                inline.add(f"[{Omission.DELETED}: " if begins else "]", Position.LEVEL)
            else:
                inline.strike(begins)
        elif token.type == "text":
            self.text(token.content, inline)
        elif token.type in ("text_special", "code_inline"):
            inline.add(token.content)

    def text(self, content: str, inline: Inline) -> None:
        """Add the characters of a text, with the marks of notes and the raised and lowered characters in it."""
        at = 0
        for match in IN_TEXT.finditer(content):
            inline.add(content[at : match.start()])
            at = match.end()
            if match["note"]:
                number = self.labels.setdefault(match["note"], str(len(self.labels) + 1))
                inline.add(number, Position.RAISED, note=True)
            else:
                inline.add(match["raised"] or match["lowered"], Position.RAISED if match["raised"] else Position.LOWERED)
        inline.add(content[at:])

    def embedded(self, markup: str) -> Iterator[tuple[str, str]]:
        """Yield (words, kind) of the blocks of HTML within the text."""
        html = library("lxml.html", "Markdown with HTML in it")
        try:
            tree = html.fragment_fromstring(markup, create_parent="div")
        except Exception:  # the parser raises many kinds of errors, and all mean that there are no words, as in a closing tag alone
            return
        for block in blocks_of(tree, keep_all=self.keep_all):
            self.left_out += block.left_out
            yield block.text, block.kind
