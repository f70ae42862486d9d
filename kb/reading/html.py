"""HTML: the article in a page, without what stands around it.

trafilatura says which words are the article's, readability where it finds too few, and the page's own <article> or <main> where both fail.
The characters, their order and what each block is (headline, caption, byline …) come from the page itself, so that nothing is
smoothed on the way. Nothing is fetched or run: scripts are dropped unread but for the metadata among them, and entities that a
document type declares are never expanded.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import Any

from kb.errors import DataError
from kb.reading import limits
from kb.reading.encoding import Decoded, charset_of, decode
from kb.reading.html_blocks import EDITORIAL, Block, blocks_of
from kb.reading.html_metadata import Page, metadata
from kb.reading.needs import library
from kb.reading.types import Raw, assemble

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
LINE = 40  # characters: blocks shorter than this count as the article's only if they are a line of it
ENOUGH = 250  # characters: less from trafilatura, and readability is asked
PAYWALL = re.compile(
    r"subscribe (?:now|today|to (?:continue|read|unlock|keep))|subscribers? only|already a subscriber|to continue reading|(?:log|sign) in to (?:read|continue)"
    r"|create (?:a free|an) account to|register to (?:read|continue)|unlock this article|become a member to",
    re.IGNORECASE,
)


def read(data: bytes, said: str | None, where: str) -> Raw:
    if len(data) > limits.FETCHED:
        raise DataError(
            f"the page has {len(data)} bytes, more than {limits.FETCHED}", where=where, remedy="save the article alone, or its text"
        )
    decoded = decode(data, charset_of(said) or declared(data), where=where, strict=False)
    tree = parsed(decoded.text, where)
    page = metadata(tree)
    blocks = [block for block in blocks_of(tree) if block.text]
    chosen, told = article(tree, blocks)
    text, stretches = assemble([(block.text, block.kind) for block in chosen])
    refuse_bad_bytes(decoded, text, where)
    wall = paywall(page, " ".join(block.text for block in blocks), text, where)
    return Raw(text, stretches, page.found, warnings=[*decoded.warnings, *told, *wall])


def declared(data: bytes) -> str | None:
    match = META_CHARSET.search(data[:4096])
    charset = charset_of(f"charset={match[1].decode('ascii')}") if match else None
    return None if charset and charset.startswith(("utf-16", "utf-32")) else charset  # a page that could be read so far is not that


def parsed(text: str, where: str) -> Any:
    html = library("lxml.html", "HTML")
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except Exception as error:  # the parser has errors of many kinds; all mean that there is no page
        raise empty(where) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):  # it read no further, and says so only here
        raise DataError("the page nests its elements deeper than any article does", where=where, remedy="give the text of the article")
    return tree


def empty(where: str) -> DataError:
    return DataError("the page is empty: it holds no words", where=where, remedy="save the page from the browser when the article shows")


def article(tree: Any, blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks that are the article's, and what to say of it."""
    words = by_trafilatura(tree)
    told: list[str] = []
    if len(words) < ENOUGH:
        other = by_readability(tree)
        if len(other) > max(len(words), ENOUGH):
            words, told = other, ["the article was found by readability; see that it is whole"]
    chosen = matching(blocks, words)
    if not any(not block.kind for block in chosen):
        chosen = [block for block in blocks if not block.aside]
        told = ["no article was found in the page: all of its words are read"]
    left = len(blocks) - len(chosen)
    return chosen, [*told, f"left out as not the article's: {left} blocks of the page"] if left else told


def by_trafilatura(tree: Any) -> str:
    trafilatura = library("trafilatura", "HTML")
    try:
        found = trafilatura.extract(copy.deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # whatever it stumbles on, readability and the page itself are still there
        return ""
    return found or ""


def by_readability(tree: Any) -> str:
    readability, html = library("readability", "HTML"), library("lxml.html", "HTML")
    try:
        summary = readability.Document(html.tostring(tree, encoding="unicode")).summary(html_partial=True)
        return "\n".join(block.text for block in blocks_of(html.document_fromstring(summary)))
    except Exception:  # it too gives up in many ways
        return ""


def matching(blocks: Sequence[Block], words: str) -> list[Block]:
    """The blocks whose words are among those found, and from the first to the last of them also those that belong to any article.

    Headline, standfirst, byline and dateline may stand before the first, disclaimer and bio after the last.
    """
    lines = {bare(line) for line in words.split("\n")}
    everything = bare(words)
    inside = [
        bool(shape) and (shape in lines or (len(shape) >= LINE and shape[:200] in everything and shape[-200:] in everything))
        for shape in (bare(block.text) for block in blocks)
    ]
    held = [position for position, block in enumerate(blocks) if inside[position] and not block.kind] or [0]
    first, last = held[0], held[-1]
    return [
        block
        for position, block in enumerate(blocks)
        if (inside[position] and not (block.aside and not block.kind))
        or (block.kind in EDITORIAL and not block.aside and (block.kind not in ("caption", "credit") or first - 5 <= position <= last))
    ]


def bare(text: str) -> str:
    """Letters and digits alone: the extractors change white space and marks."""
    return re.sub(r"[\W_]+", "", text).lower()


def refuse_bad_bytes(decoded: Decoded, text: str, where: str) -> None:
    """Words with bytes missing are nobody's exact words."""
    if decoded.bad_byte is not None and "\ufffd" in text:
        raise DataError(
            f"byte {decoded.bad_byte} of the page is not {decoded.charset.upper()}, and the article has such bytes: encodings are mixed",
            where=where,
            remedy="save the page from the browser as UTF-8, or give its text",
        )


def paywall(page: Page, words: str, text: str, where: str) -> list[str]:
    """A warning for a page that wants paying or signing in; DataError where it gives hardly any words without."""
    if not words.strip():
        raise empty(where)
    asks = PAYWALL.search(words)
    if page.free is False or asks:
        why = "its metadata says so" if page.free is False else f"it says “{asks[0] if asks else ''}”"
        if len(text) < limits.HARDLY_ANY:
            raise DataError(
                f"the page is behind a paywall ({why}), and gives only {len(text)} characters",
                where=where,
                remedy="open it where you may read it, save the page or its text, and give that file",
            )
        if page.free is False or len(text) < limits.SHORT:
            return [f"the page may be behind a paywall ({why}): see that the article is whole"]
    return []
