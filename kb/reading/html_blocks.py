"""The blocks of a page: each paragraph, heading, list item, caption or table cell, in order, with what its marks say it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "audio",
        "video",
        "select",
        "textarea",
        "button",
        "input",
        "head",
        "datalist",
    ]
)
# Elements that run on within a line; anything else begins and ends a block.
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
    ]
)
ASIDE = frozenset(["nav", "footer", "aside", "form", "menu", "dialog"])
SPACE = re.compile(r"[ \t\r\n\f]+")  # what a browser runs together; U+00A0 stays
EDITORIAL = frozenset(("headline", "standfirst", "byline", "dateline", "caption", "credit", "disclaimer", "bio", "label"))
# What class, id, itemprop, rel and data-testid names say, whole words of them; the first that fits counts.
NAMED = (
    ("credit", re.compile(r"\b(credits?|photographer|copyright-?holder|image-?source|photo-?credit)\b")),
    ("caption", re.compile(r"\b(caption|wp-caption-text|figcaption)\b")),
    ("bio", re.compile(r"\b(author-?(bio|description|info|about|box)|about-?(the-)?author|bio(graphy)?|contributor-?bio)\b")),
    ("byline", re.compile(r"\b(by-?line|author-?names?|authors?|article-?author|posted-by)\b")),
    ("dateline", re.compile(r"\b(date-?line|datepublished|datemodified|pub-?date|publish(ed)?-?(date|time)|timestamp|post-?date|entry-?date|article-?date)\b")),
    ("standfirst", re.compile(r"\b(standfirst|sub-?headline|sub-?head|sub-?title|dek|deck|article-?summary|lede?|teaser-?text|strapline)\b")),
    ("disclaimer", re.compile(r"\b(disclaimer)\b")),
    ("label", re.compile(r"\b(kicker|eyebrow|overline|rubric)\b")),
)  # fmt: skip
LONGEST = {"byline": 300, "dateline": 200, "label": 80, "credit": 300, "standfirst": 800, "headline": 400}


@dataclass
class Block:
    """The words of a block, what it is ("" when its marks do not say), and whether it stands in something beside the article."""

    text: str
    kind: str = ""
    aside: bool = False


@dataclass
class Walk:
    """A walk through the tree. `words` are those of the block that is open."""

    headline: Any = None
    words: list[str] = field(default_factory=list)
    kind: str = ""
    aside: bool = False


def blocks_of(tree: Any) -> Iterator[Block]:
    """The blocks of a tree, without recursion: pages may nest deeper than Python does."""
    walk = Walk(headline_of(tree))
    stack: list[tuple[str, Any, str, bool]] = [("in", tree, "", False)]
    while stack:
        step, element, kind, aside = stack.pop()
        if step == "tail":
            walk.words.append(element.tail or "")
        elif step == "out":
            yield from close(walk)
            walk.kind, walk.aside = kind, aside
        elif step == "in" and isinstance(element.tag, str):
            if element.tag == "br":
                walk.words.append("\x00")
                continue
            if element.tag in DROPPED or hidden(element):
                continue
            block = element.tag not in INLINE
            outer = (walk.kind, walk.aside)
            own = named(element, walk)
            if block or (own and own != walk.kind):
                yield from close(walk)
                walk.kind = own or walk.kind
                walk.aside = walk.aside or element.tag in ASIDE or element.get("role") in ("navigation", "complementary", "contentinfo")
                stack.append(("out", element, *outer))
            walk.words.append(element.text or "")
            for child in reversed(element):
                stack.append(("tail", child, "", False))
                stack.append(("in", child, "", False))
    yield from close(walk)


def hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def headline_of(tree: Any) -> Any:
    """The <h1> of the article, if the page marks where that is, else the first of all: a site's name may be one too."""
    titles = list(tree.iter("h1"))
    inside = (title for title in titles if any(ancestor.tag in ("article", "main") for ancestor in title.iterancestors()))
    return next(inside, titles[0] if titles else None)


def named(element: Any, walk: Walk) -> str:
    """What the element says its words are, or ""; "heading" and "headline" for titles."""
    tag = element.tag
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return "headline" if element is walk.headline else "heading"
    if tag in ("body", "html", "article", "main"):
        return ""
    names = (
        " ".join(filter(None, (element.get(key) for key in ("class", "id", "itemprop", "rel", "data-testid")))).lower().replace("_", "-")
    )
    own = next((kind for kind, pattern in NAMED if pattern.search(names)), "") if names else ""
    if tag == "figcaption" and own != "credit":
        return "caption"
    if tag == "time" and not walk.kind and element.getparent() is not None and element.getparent().tag not in ("p", "li", "td"):
        return "dateline"
    return "byline" if tag == "address" and not own else own


def close(walk: Walk) -> Iterator[Block]:
    """The blocks that the words make: one for each stretch between two line breaks in a row."""
    words = "".join(walk.words)
    walk.words = []
    for stretch in re.split("\x00(?:[ \t\r\n\f]*\x00)+", words):
        lines = (SPACE.sub(" ", line).strip(" ") for line in stretch.split("\x00"))
        text = "\n".join(line for line in lines if line)
        if any(character.isalnum() for character in text):
            yield Block(text, walk.kind if len(text) <= LONGEST.get(walk.kind, 2000) else "", walk.aside)
