"""What the tag and the attributes of an HTML element say: whether it is shown, where its characters stand, and what kind of block it is."""

from __future__ import annotations

import re
from typing import Any

from kb.articles.marks import Position
from kb.articles.parts import in_head

# No words of the page, or words that only work a form.
DROPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "canvas", "select", "textarea", "button", "input", "head", "datalist", "rp",
    "optgroup", "option",
))  # fmt: skip
EMBEDS = frozenset(("iframe", "object", "embed", "applet", "audio", "video"))
DELETED = frozenset(("del", "s", "strike"))
# Elements within a line; any other element begins and ends a block.
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "nobr", "q", "rp", "rb", "rt", "rtc", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "img", "math",
))  # fmt: skip
ASIDE = frozenset(("nav", "footer", "aside", "form", "menu", "dialog"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
EDITORIAL = frozenset(("headline", "standfirst", "byline", "dateline", "caption", "credit", "disclaimer", "bio", "label", "note"))
# Kinds by whole words in the attributes class, id, itemprop, rel and data-testid; the first pattern that matches counts.
NAMED = (
    ("note", re.compile(r"(?:^|[\s-])(?:footnotes?|endnotes?|fn-?(?:list|group)|ref-?list|references)(?:$|\s)")),
    ("credit", re.compile(r"\b(credits?|photographer|copyright-?holder|image-?source|photo-?credit)\b")),
    ("caption", re.compile(r"\b(caption|wp-caption-text|figcaption)\b")),
    ("bio", re.compile(r"\b(author-?(bio|description|info|about|box)|about-?(the-)?author|bio(graphy)?|contributor-?bio)\b")),
    ("byline", re.compile(r"\b(by-?line|author-?names?|authors?|article-?author|posted-by)\b")),
    ("dateline", re.compile(r"\b(date-?line|datepublished|datemodified|pub-?date|publish(ed)?-?(date|time)|timestamp|post-?date|entry-?date|article-?date)\b")),
    ("standfirst", re.compile(r"\b(stand-?first|sub-?headline|sub-?head|sub-?title|dek|deck|article-?(summary|intro|lead)|lede?|teaser-?text|strapline)\b")),
    ("disclaimer", re.compile(r"\b(disclaimer)\b")),
    ("label", re.compile(r"\b(kicker|eyebrow|overline|rubric)\b")),
)  # fmt: skip
ADVERTISEMENT = re.compile(
    r"(?:^|[\s-])(?:ads?|adverts?|sponsored|promo)(?:$|\s)"
    r"|(?:^|[\s-])(?:advertisements?|ad-?(?:slot|unit|container|wrapper|box|break|placeholder)s?|sponsor-content|outbrain|taboola|promo-?box)(?:$|[\s-])"
)
RELATED = re.compile(
    r"(?:^|[\s-])(?:related(?:-(?:articles?|content|links?|stories|posts?|news))?|read-?(?:more|next|also)|also-?read|more-?(?:stories|on-this)|recommended"
    r"|recirculation|most-?(?:read|popular)|newsletter(?:-\w+)?|share-?(?:bar|buttons?|tools?)|social-?(?:share|links|media))(?:$|[\s-])"
)
ELSEWHERE = re.compile(
    r"\s*(?:read (?:more|also|next)|also read|related|more (?:on|from|stories)|you may also|recommended|don['’]t miss|most read)\b",
    re.IGNORECASE,
)
LINKED = 0.6  # of the letters of an element that begins so are in links
BESIDE = 1500  # characters; an element with more is the article's, whatever it calls itself
RUNNING = 40  # characters of a paragraph that is running text, no label
UNSEEN = re.compile(
    r"(?:^|[\s-])(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|off-?screen|hidden-visually|a11y-hidden|assistive-text)(?:$|[\s-])"
)
RAISED_NAME = re.compile(r"(?:^|[\s-])(?:superscript|super|sup)(?:$|\s)")
LOWERED_NAME = re.compile(r"(?:^|[\s-])(?:subscript)(?:$|\s)")
NOTE_NAME = re.compile(
    r"(?:^|[\s-])(?:foot-?note-?ref(?:erence)?|note-?ref|fn-?ref|foot-?note(?:-(?:link|anchor))?|end-?note-?ref|doc-noteref|reference|cite-?ref|xref-fn)(?:$|\s)"
)
NOTE_ADDRESS = re.compile(r"#(?:[\w:.-]*note[\w:.-]*|_?(?:ftn|edn|fn)[-_:.]?\w+)", re.IGNORECASE)
BACK_NAME = re.compile(
    r"(?:^|[\s-])(?:doc-backlink|footnote-back(?:ref|link)?|back-?(?:ref|link)|reversefootnote|mw-cite-backlink)(?:$|\s)"
)
BACK = re.compile(r"[↩↑^⤴\ufe0e\ufe0f\s]+")
MARK = re.compile(r"\s*(?:[\[(]\s*)?(?:\d{1,3}|[*†‡§]+|[a-z]|[ivx]{1,5})(?:\s*[\])])?\s*")


def names(element: Any) -> str:
    """Return the names in an element's attributes in lower case, with hyphens for underscores."""
    values = (
        element.get(key)
        for key in ("class", "id", "itemprop", "rel", "role", "data-testid", "epub:type", "{http://www.idpf.org/2007/ops}type")
    )
    return " ".join(filter(None, values)).lower().replace("_", "-")


def style(element: Any) -> str:
    """Return the style attribute of an element, without white space."""
    return re.sub(r"\s+", "", element.get("style") or "").lower()


def hidden(element: Any) -> bool:
    """Whether the element's own attributes hide it from those who see the page."""
    own = style(element)
    return (
        element.get("hidden") is not None
        or "display:none" in own
        or "visibility:hidden" in own
        or (element.get("aria-hidden") == "true" and not part_of_word(element) and not holds_text(element))
        or (bool(UNSEEN.search(element.get("class") or "")) and not stands_for_sibling(element))
    )


def holds_text(element: Any) -> bool:
    """Whether an element that screen readers skip holds running text, as a whole page does that was saved while a dialog lay over it."""
    return element.tag in ("main", "article", "p", "body") or any(
        len(paragraph.text_content() or "") >= RUNNING for paragraph in element.iter("p", "h1", "article")
    )


def part_of_word(element: Any) -> bool:
    """Whether an element that screen readers skip is a letter of a word, such as a large initial that no other element repeats."""
    letters = (element.text_content() or "").strip()
    glued = (element.tail or "")[:1].isalnum() and 0 < len(letters) <= 2
    return glued and not any(UNSEEN.search(sibling.get("class") or "") for sibling in siblings(element))


def stands_for_sibling(element: Any) -> bool:
    """Whether an element for screen readers says what a sibling shows, which they skip: the word then comes from this one."""
    return any(sibling.get("aria-hidden") == "true" for sibling in siblings(element))


def siblings(element: Any) -> list[Any]:
    """Return the elements right before and after an element, without other words between."""
    before, after = element.getprevious(), element.getnext()
    beside = [before] if before is not None and not (before.tail or "").strip() else []
    return [
        sibling
        for sibling in [*beside, *([after] if after is not None and not (element.tail or "").strip() else [])]
        if isinstance(sibling.tag, str)
    ]


def repeats_formula(element: Any) -> bool:
    """Whether a hidden element is a formula once more, written for one kind of reader beside that for another."""
    return any(node.find(".//math") is not None for node in (element, *siblings(element)))


def deleted(element: Any) -> bool:
    """Whether the words of an element are struck out."""
    return element.tag in DELETED or bool(re.search(r"text-decoration(-line)?:[a-z]*line-through", style(element)))


def position(element: Any, outer: Position) -> Position:
    """Return where the characters of an element stand, by its tag, style and class, inside one that stands at `outer`."""
    own = style(element)
    if element.tag == "sup" or "vertical-align:super" in own or RAISED_NAME.search(element.get("class") or ""):
        return Position.RAISED
    if element.tag == "sub" or "vertical-align:sub" in own or LOWERED_NAME.search(element.get("class") or ""):
        return Position.LOWERED
    return outer


def refers_to_note(element: Any, place: Position) -> bool:
    """Whether an element is the mark of a note: a link to one, or an element that calls itself so, with hardly more than a number."""
    if element.tag not in INLINE or not MARK.fullmatch(element.text_content() or ""):
        return False
    if NOTE_NAME.search(names(element)):
        return True
    address = element.get("href") or "" if element.tag == "a" else ""
    bracketed = (element.text_content() or "").strip()[:1] in ("[", "(")
    return address.startswith("#") and (place is Position.RAISED or bracketed or bool(NOTE_ADDRESS.fullmatch(address)))


def back_to_text(element: Any) -> bool:
    """Whether an element only leads from a note back to its mark in the text."""
    return bool(BACK_NAME.search(names(element))) or (element.tag == "a" and bool(BACK.fullmatch(element.text_content() or "")))


def beside(element: Any) -> bool:
    """Whether an element is beside the article: navigation, a form, an advertisement, links to other articles."""
    if element.get("role") in ("navigation", "complementary", "contentinfo"):
        return True
    if element.tag in ASIDE:
        return element.tag != "footer" or not any(ancestor.tag == "blockquote" for ancestor in element.iterancestors())
    if element.tag in ("html", "body", "article", "main") or element.tag in INLINE:
        return False
    own = names(element)
    named = own and (ADVERTISEMENT.search(own) or RELATED.search(own))
    return bool(named or leads_elsewhere(element)) and len(element.text_content() or "") < BESIDE and element.find(".//h1") is None


def leads_elsewhere(element: Any) -> bool:
    """Whether an element begins with words such as “Read more:” and holds hardly more than links."""
    first = next((words for words in element.itertext() if isinstance(words, str) and words.strip()), "")
    if not ELSEWHERE.match(first) or (element.text_content() or "").rstrip().endswith("."):
        return False
    letters, linked = (sum(len("".join(part.split())) for part in parts) for parts in (element.itertext(), element.xpath(".//a//text()")))
    return linked >= LINKED * letters


def kind_of(element: Any, headline: Any, outer: str) -> str:
    """Return the kind of section that an element's tag and attributes show, or "". `outer` is the kind of the block around it."""
    tag, parent = element.tag, element.getparent()
    if element is headline or tag in ("body", "html", "article", "main"):
        return "headline" if element is headline else ""
    own = kind_by_name(element)
    if not own and tag in ("p", "h2") and sums_up(element, headline):
        return "standfirst"
    if tag in HEADINGS:
        return own if own in ("standfirst", "label") else "heading"
    if tag == "figcaption" and own != "credit":
        return "" if parent is not None and parent.find(".//blockquote") is not None else "caption"
    beside_text = tag == "time" and not outer and parent is not None and parent.tag not in ("p", "li", "td")
    return own or ("byline" if tag == "address" else "dateline" if beside_text else "")


def kind_by_name(element: Any) -> str:
    """Return the kind of section that the names of an element show, or "". Within a line there are no notes, only their marks."""
    own = names(element)
    kind = next((kind for kind, pattern in NAMED if pattern.search(own)), "") if own else ""
    return "" if kind == "note" and element.tag in INLINE else kind


def sums_up(element: Any, headline: Any) -> bool:
    """Whether a paragraph stands beside the headline in its <header> or <hgroup>, and is longer than a name or a date."""
    parent = headline.getparent() if headline is not None else None
    if parent is None or parent.tag not in ("header", "hgroup") or element.getparent() is not parent:
        return False
    words = " ".join((element.text_content() or "").split())
    return len(words) >= 40 and not in_head(words)


def headline_of(tree: Any) -> Any:
    """Return the first <h1> inside <article> or <main>, else the first of the page, else None. A site's name may be an <h1> too."""
    titles = list(tree.iter("h1"))
    inside = (title for title in titles if any(ancestor.tag in ("article", "main") for ancestor in title.iterancestors()))
    return next(inside, titles[0] if titles else None)


def notes_of(tree: Any) -> frozenset[str]:
    """Return the ids that marks of notes lead to."""
    marks = (link for link in tree.iter("a") if (link.get("href") or "").startswith("#"))
    raised = (link for link in marks if refers_to_note(link, place_of(link)))
    return frozenset(link.get("href")[1:] for link in raised if len(link.get("href")) > 1)


def place_of(element: Any) -> Position:
    """Return the position of an element's characters, by the elements within a line around it."""
    nearest = (position(node, Position.LEVEL) for node in (element, *element.iterancestors()) if node.tag in INLINE)
    return next((place for place in nearest if place is not Position.LEVEL), Position.LEVEL)
