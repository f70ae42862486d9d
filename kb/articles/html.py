"""Extract the article from an HTML page, without navigation, advertisements and the like.

trafilatura decides which words are the article's, readability where it finds too few, and where both fail the whole page is read.
The characters, their order and the kind of each block (headline, caption, byline …) come from the page itself, because the
extractors change white space and characters. Nothing is fetched or run: scripts are dropped unread but for the metadata among
them, and entities that a document type declares are never expanded.
"""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Container, Sequence
from typing import Any

from kb.articles import limits
from kb.articles.document import Extraction, LeftOut, Omission, assemble
from kb.articles.encoding import Decoded, charset_of, decode
from kb.articles.html_attributes import refuse_attributes
from kb.articles.html_blocks import Block, blocks_of
from kb.articles.html_elements import EDITORIAL
from kb.articles.html_metadata import Page, metadata
from kb.articles.optional import library
from kb.errors import DataError

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
DATA_ADDRESS = re.compile(r"data:[\w/+.;=-]{0,80},[A-Za-z0-9+/=%_-]{200,}+")
LINE = 40  # characters; a shorter block belongs to the article only if it is a whole line of the extracted words
STRETCH, STRETCHES = 4, 12  # words in a stretch of a block, and how many stretches of a long one are looked up
ENOUGH = 250  # characters; where trafilatura finds fewer, readability is tried too
PAYWALL = re.compile(
    r"subscribe (?:now|today|to (?:continue|read|unlock|keep))|subscribers? only|already a subscriber|to continue reading|(?:log|sign) in to (?:read|continue)"
    r"|create (?:a free|an) account to|register to (?:read|continue)|unlock this article|become a member to",
    re.IGNORECASE,
)


def read(data: bytes, content_type: str | None, where: str, keep_all: bool = False) -> Extraction:
    """Return the article in an HTML page. Raises DataError for a page without words, behind a paywall, or too large."""
    decoded = decoded_page(data, content_type, where)
    tree = parsed(without_pictures(decoded.text, where), where)
    page = metadata(tree)
    blocks = [block for block in blocks_of(tree, keep_all=keep_all) if block.text]
    chosen, notes = (blocks, []) if keep_all else article(tree, blocks)
    text, stretches = assemble([(block.text, block.kind or ("body" if block.attached else "")) for block in chosen])
    refuse_bad_bytes(decoded, text, where)
    wall = paywall(page, " ".join(block.text for block in blocks), text, where)
    return Extraction(text, stretches, page.values, warnings=[*decoded.warnings, *notes, *wall], left_out=omissions(blocks, chosen))


def whole(data: bytes, content_type: str | None, where: str, keep_all: bool = False) -> Extraction:
    """Return all words of a page that is no article among others, such as a letter, without what is beside its text."""
    decoded = decoded_page(data, content_type, where)
    blocks = [block for block in blocks_of(parsed(without_pictures(decoded.text, where), where), keep_all=keep_all) if block.text]
    chosen = blocks if keep_all else [block for block in blocks if not block.aside]
    text, stretches = assemble([(block.text, block.kind) for block in chosen])
    refuse_bad_bytes(decoded, text, where)
    return Extraction(text, stretches, warnings=decoded.warnings, left_out=omissions(blocks, chosen))


def decoded_page(data: bytes, content_type: str | None, where: str) -> Decoded:
    """Return the page decoded by the charset that its server or it itself declares, else by its bytes."""
    return decode(data, charset_of(content_type) or declared(data), where=where, strict=False)


def without_pictures(text: str, where: str) -> str:
    """Return the page without the pictures and fonts that are written into it. Raises DataError where what is left is too large."""
    page = DATA_ADDRESS.sub("data:,", text) if len(text) > limits.WITH_PICTURES else text
    if len(page) > limits.FETCHED:
        raise DataError(
            f"the page has {len(page)} characters without its pictures, more than {limits.FETCHED}",
            where=where,
            remedy="save the article alone, or its text",
        )
    refuse_attributes(page, where)
    return page


def omissions(blocks: Sequence[Block], chosen: Sequence[Block]) -> list[LeftOut]:
    """Return what was left out of the chosen blocks, then the blocks between them that were not chosen, then those around them."""
    kept = {id(block) for block in chosen}
    places = [place for place, block in enumerate(blocks) if id(block) in kept] or [0]
    other = [(place, block) for place, block in enumerate(blocks) if id(block) not in kept]
    other.sort(key=lambda pair: not places[0] < pair[0] < places[-1])
    return [omission for block in chosen for omission in block.left_out] + [LeftOut(Omission.BESIDE, block.text) for _, block in other]


def declared(data: bytes) -> str | None:
    """Return the charset that a <meta> element in the first 4,096 bytes declares, or None."""
    match = META_CHARSET.search(data[:4096])
    charset = charset_of(f"charset={match[1].decode('ascii')}") if match else None
    return (
        None if charset and charset.startswith(("utf-16", "utf-32")) else charset
    )  # the declaration was just read as ASCII, so it cannot be true


def parsed(text: str, where: str) -> Any:
    """Return the root element of the page. Raises DataError for a page that is empty or nested too deeply."""
    html = library("lxml.html", "HTML")
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except Exception as error:  # the parser raises many kinds of errors, and all mean that there is no page
        raise empty(where) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):  # the parser stopped early, and only its log says so
        raise DataError("the page nests its elements deeper than any article does", where=where, remedy="give the text of the article")
    return tree


def empty(where: str) -> DataError:
    """Return the error for a page without words."""
    return DataError("the page is empty: it holds no words", where=where, remedy="save the page from the browser when the article shows")


def article(tree: Any, blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """Return the blocks that belong to the article, and warnings on how it was found."""
    words = by_trafilatura(tree)
    notes: list[str] = []
    if len(words) < ENOUGH:
        other = by_readability(tree)
        if len(other) > max(len(words), ENOUGH):
            words, notes = other, ["the article was found by readability; check that it is complete"]
    chosen = matching(blocks, words)
    if not any(not block.kind for block in chosen):
        chosen = [block for block in blocks if not block.aside] or list(blocks)
        notes = ["no article was found in the page: all of its words are read"]
    return chosen, notes


def by_trafilatura(tree: Any) -> str:
    """Return the article's words as trafilatura extracts them, "" where it fails."""
    trafilatura = library("trafilatura", "HTML")
    try:
        words = trafilatura.extract(copy.deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # whatever the cause, readability and the page itself remain
        return ""
    return words or ""


def by_readability(tree: Any) -> str:
    """Return the article's words as readability extracts them, "" where it fails."""
    readability, html = library("readability", "HTML"), library("lxml.html", "HTML")
    try:
        summary = readability.Document(html.tostring(tree, encoding="unicode")).summary(html_partial=True)
        return "\n".join(block.text for block in blocks_of(html.document_fromstring(summary)))
    except Exception:  # readability, too, fails with many kinds of errors
        return ""


def matching(blocks: Sequence[Block], words: str) -> list[Block]:
    """Return the blocks whose words are among the extracted ones, together with the page's headline, byline, captions and the like.

    An extractor may drop those. Captions and credits count only near the extracted blocks, the others anywhere outside asides. Tables,
    headings and names under quotations belong to the blocks around them.
    """
    lines, everything = {bare(line) for line in words.split("\n")}, bare(words)
    inside = [within(block, lines, everything) for block in blocks]
    extracted = [place for place, block in enumerate(blocks) if inside[place] and block.kind in ("", "table")] or [0]
    first, last = extracted[0], extracted[-1]
    pulled = pulled_out(blocks)
    chosen: list[Block] = []
    for place, block in enumerate(blocks):
        between = first < place < last and not block.aside
        editorial = block.kind in EDITORIAL and not block.aside and (block.kind not in ("caption", "credit") or first - 5 <= place <= last)
        found = inside[place] and not (block.aside and not block.kind)
        attached = block.attached and place > 0 and chosen[-1:] == [blocks[place - 1]]
        missed = between and (block.kind == "table" or (block.quoted and not block.attached))
        missed = missed or (not block.aside and heads(blocks, inside, place))
        if (found or editorial or attached or missed) and place not in pulled:
            chosen.append(block)
    return chosen


def within(block: Block, lines: Container[str], everything: str) -> bool:
    """Whether a block is among the extracted words, as it is, or with the marks and deleted words that were taken out of it.

    For a table one row is enough. An extractor drops formulas and the like, so of a longer block most stretches of a few words suffice.
    """
    if block.kind == "table":
        return any(letters in lines or (len(letters) >= LINE and letters in everything) for letters in map(bare, block.text.split("\n")))
    for letters in (bare(block.text), bare(block.raw)):
        if letters and (letters in lines or (len(letters) >= LINE and letters[:200] in everything and letters[-200:] in everything)):
            return True
    words = block.text.split()
    step = max(STRETCH, len(words) // STRETCHES)
    stretches = [bare(" ".join(words[start : start + STRETCH])) for start in range(0, len(words) - STRETCH + 1, step)]
    return len(stretches) > 2 and sum(stretch in everything for stretch in stretches) > len(stretches) / 2


def pulled_out(blocks: Sequence[Block]) -> set[int]:
    """Return the places of quotations that are pulled out of a longer block of the page, which are not read twice."""
    quoted = {place for place, block in enumerate(blocks) if block.quoted and not block.attached}
    letters = [bare(block.text) for block in blocks] if quoted else []
    return {place for place in quoted if any(len(other) > len(letters[place]) and letters[place] in other for other in letters)}


def heads(blocks: Sequence[Block], inside: Sequence[bool], place: int) -> bool:
    """Whether a block is a heading, and the next block that is none was extracted."""
    if blocks[place].kind != "heading":
        return False
    following = next(
        (at for at in range(place + 1, len(blocks)) if blocks[at].kind not in ("heading", "dateline", "byline", "label")), None
    )
    return following is not None and inside[following]


def bare(text: str) -> str:
    """Return the letters and digits alone, in lower case, because the extractors change white space and punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def refuse_bad_bytes(decoded: Decoded, text: str, where: str) -> None:
    """Raise DataError where the article contains bytes that do not fit the page's charset: its exact words are not known."""
    if decoded.bad_byte is not None and "\ufffd" in text:
        raise DataError(
            f"byte {decoded.bad_byte} of the page is not {decoded.charset.upper()}, and the article has such bytes: encodings are mixed",
            where=where,
            remedy="save the page from the browser as UTF-8, or give its text",
        )


def paywall(page: Page, words: str, text: str, where: str) -> list[str]:
    """Return at most one warning for a page that may be behind a paywall. Raises DataError where it gives hardly any words."""
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
            return [f"the page may be behind a paywall ({why}): check that the article is complete"]
    return []
