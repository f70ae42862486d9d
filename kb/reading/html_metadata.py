"""What a page says of itself: JSON-LD, <meta>, <link rel=canonical>, <time>, <title>, lang; each with the place it stood in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kb.reading.types import Finds, Found

ARTICLE = re.compile(r"(\w*Article|BlogPosting|Report|\w*Posting|WebPage)")
KIND = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "news-analysis",
    "ReportageNewsArticle": "news",
    "NewsArticle": "article",
    "Report": "report",
}
# <meta> by property, name or itemprop: the surest first.
META = {
    "title": ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title", "headline"),
    "authors": ("citation_author", "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl"),
    "published": ("article:published_time", "citation_publication_date", "datepublished", "parsely-pub-date", "pubdate", "publishdate", "dcterms.issued",
                  "dc.date.issued", "dc.date", "date", "sailthru.date"),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified"),
    "publisher": ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "application-name"),
    "language": ("og:locale", "dc.language", "content-language", "language"),
    "url": ("og:url",),
}  # fmt: skip
LD = {"title": "headline", "published": "datePublished", "updated": "dateModified", "language": "inLanguage"}


@dataclass
class Page:
    """What was found, in order of trust, and whether the page says that it may be read without paying (None: it does not say)."""

    found: Finds = field(default_factory=list)
    free: bool | None = None

    def add(self, key: str, value: object, where: str) -> None:
        if isinstance(value, str) and value.strip():
            words = re.sub(r"\s+", " ", value).strip()
            self.found.append((key, Found((words,) if key == "authors" else words, where)))


def metadata(tree: Any) -> Page:
    page = Page()
    for node in linked_data(tree):
        article(page, node)
    for key, names in META.items():
        for name in names:
            values = [element.get("content") or "" for element in metas(tree, name)]
            where = f"meta {'property' if ':' in name else 'name'} {name}"
            if key == "authors":
                names_of = tuple(author for value in values for author in [re.sub(r"\s+", " ", value).strip()] if author)
                page.found += [("authors", Found(names_of, where))] if names_of else []
            elif values:
                page.add(key, values[0], where)
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            page.add("url", link.get("href"), "link rel=canonical")
    for time in tree.iter("time"):
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished" or in_head_of_article(time):
            page.add("published", time.get("datetime"), "time element")
    page.add("title", next((title.text_content() for title in tree.iter("title")), ""), "title element")
    page.add("language", tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"), "html lang")
    return page


def metas(tree: Any, name: str) -> Iterator[Any]:
    for element in tree.iter("meta"):
        if name in {(element.get(key) or "").lower() for key in ("property", "name", "itemprop", "http-equiv")}:
            yield element


def in_head_of_article(time: Any) -> bool:
    return any(ancestor.tag == "header" for ancestor in time.iterancestors()) and any(
        ancestor.tag in ("article", "main") for ancestor in time.iterancestors()
    )


def linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every JSON-LD node of the page that describes an article; what is no JSON is passed over."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in told if isinstance(told, list) else [told]:
            if isinstance(node, dict):
                inner = node.get("@graph")
                nodes += [node, *(one for one in inner if isinstance(one, dict))] if isinstance(inner, list) else [node]
    yield from sorted((node for node in nodes if kind_of(node)), key=lambda node: kind_of(node) == "WebPage")


def kind_of(node: dict[str, Any]) -> str:
    kinds = node.get("@type")
    return next((kind for kind in as_list(kinds) if isinstance(kind, str) and ARTICLE.fullmatch(kind)), "")


def as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def article(page: Page, node: dict[str, Any]) -> None:
    kind = kind_of(node)
    for key, name in LD.items():
        page.add(key, node.get(name), f"JSON-LD {kind} {name}")
    authors = tuple(name for one in as_list(node.get("author")) for name in [name_of(one)] if name)
    if authors:
        page.found.append(("authors", Found(authors, f"JSON-LD {kind} author")))
    page.add("publisher", name_of(node.get("publisher")), f"JSON-LD {kind} publisher")
    of = node.get("mainEntityOfPage")
    page.add("url", node.get("url") or (of.get("@id") if isinstance(of, dict) else of), f"JSON-LD {kind} url")
    if kind in KIND:
        page.add("kind", KIND[kind], f"JSON-LD type {kind}")
    free = str(node.get("isAccessibleForFree", "")).lower()
    if free in ("true", "false"):
        page.free = free == "true" and page.free is not False


def name_of(value: object) -> str:
    """The name of a person or body that is given as words or as a node."""
    if isinstance(value, list):
        value = value[0] if value else ""
    name = value.get("name") if isinstance(value, dict) else value
    return re.sub(r"\s+", " ", name).strip() if isinstance(name, str) else ""
