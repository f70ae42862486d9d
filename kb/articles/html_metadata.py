"""Collect the metadata of a page from JSON-LD, <meta>, <link rel=canonical>, <time>, <title> and lang, each value with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kb.articles.document import MetadataValue, MetadataValues
from kb.texts.person_names import in_reading_order

ARTICLE = re.compile(r"(\w*Article|BlogPosting|Report|\w*Posting|WebPage)")
ORGANIZATION = re.compile(r"\w*Organi[sz]ation|Corporation|\w*Agency")
KIND = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "news-analysis",
    "ReportageNewsArticle": "news",
    "NewsArticle": "article",
    "Report": "report",
}
# Names of <meta> elements (property, name or itemprop), the most trusted first.
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
BIBLIOGRAPHIC = ("citation_author", "dc.creator", "dcterms.creator")  # one name each, the family name first where there is a comma
LD = {"title": "headline", "published": "datePublished", "updated": "dateModified", "language": "inLanguage"}


@dataclass
class Page:
    """The metadata of a page, the most trusted first. `free` is whether it says that reading costs nothing, None where it does not say."""

    values: MetadataValues = field(default_factory=list)
    free: bool | None = None

    def add(self, key: str, value: object, where: str) -> None:
        """Add a value with its white space collapsed, unless it is empty or no string."""
        if isinstance(value, str) and value.strip():
            words = re.sub(r"\s+", " ", value).strip()
            self.values.append((key, MetadataValue((words,) if key == "authors" else words, where)))


def metadata(tree: Any) -> Page:
    """Return the metadata of a parsed page."""
    page = Page()
    for node in linked_data(tree):
        article(page, node)
    for key, names in META.items():
        for name in names:
            values = [element.get("content") or "" for element in metas(tree, name)]
            where = f"meta {'property' if ':' in name else 'name'} {name}"
            if key == "authors":
                authors = tuple(author for value in values for author in [re.sub(r"\s+", " ", value).strip()] if author)
                authors = tuple(map(in_reading_order, authors)) if name in BIBLIOGRAPHIC else authors
                delimited = len(authors) > 1 or name in BIBLIOGRAPHIC
                page.values += [("authors", MetadataValue(authors, where, delimited=delimited))] if authors else []
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
    """Yield the <meta> elements of that property, name, itemprop or http-equiv."""
    for element in tree.iter("meta"):
        if name in {(element.get(key) or "").lower() for key in ("property", "name", "itemprop", "http-equiv")}:
            yield element


def in_head_of_article(time: Any) -> bool:
    """Whether a <time> element lies in the <header> of an <article> or <main>."""
    return any(ancestor.tag == "header" for ancestor in time.iterancestors()) and any(
        ancestor.tag in ("article", "main") for ancestor in time.iterancestors()
    )


def linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield every JSON-LD node of the page that describes an article, skipping scripts that are not valid JSON."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in value if isinstance(value, list) else [value]:
            if isinstance(node, dict):
                graph = node.get("@graph")
                nodes += [node, *(item for item in graph if isinstance(item, dict))] if isinstance(graph, list) else [node]
    yield from sorted((node for node in nodes if kind_of(node)), key=lambda node: kind_of(node) == "WebPage")


def kind_of(node: dict[str, Any]) -> str:
    """Return the first type of the node that stands for an article, or ""."""
    kinds = node.get("@type")
    return next((kind for kind in as_list(kinds) if isinstance(kind, str) and ARTICLE.fullmatch(kind)), "")


def as_list(value: object) -> list[Any]:
    """Return a JSON-LD value as a list, empty for None."""
    return value if isinstance(value, list) else [] if value is None else [value]


def article(page: Page, node: dict[str, Any]) -> None:
    """Add the metadata in one JSON-LD node to the page."""
    kind = kind_of(node)
    for key, name in LD.items():
        page.add(key, node.get(name), f"JSON-LD {kind} {name}")
    add_authors(page, node.get("author"), f"JSON-LD {kind} author")
    page.add("publisher", name_of(node.get("publisher")), f"JSON-LD {kind} publisher")
    main_entity = node.get("mainEntityOfPage")
    page.add("url", node.get("url") or (main_entity.get("@id") if isinstance(main_entity, dict) else main_entity), f"JSON-LD {kind} url")
    if kind in KIND:
        page.add("kind", KIND[kind], f"JSON-LD type {kind}")
    free = str(node.get("isAccessibleForFree", "")).lower()
    if free in ("true", "false"):
        page.free = free == "true" and page.free is not False


def add_authors(page: Page, value: object, where: str) -> None:
    """Add the authors of a JSON-LD node: each node and each item of a list is one name, and only a string alone may hold several."""
    names = {name: author for author in as_list(value) for name in [name_of(author)] if name}
    if names:
        page.values.append(("authors", MetadataValue(tuple(names), where, delimited=not isinstance(value, str))))
    bodies = tuple(name for name, author in names.items() if isinstance(author, dict) and is_organization(author))
    if bodies:
        page.values.append(("organizations", MetadataValue(bodies, where, delimited=True)))


def is_organization(node: dict[str, Any]) -> bool:
    """Whether a JSON-LD node says that it is an organisation of any kind."""
    return any(ORGANIZATION.fullmatch(str(kind)) for kind in as_list(node.get("@type")))


def name_of(value: object) -> str:
    """Return the name of a person or organisation that is given as a string, a node, or a list of those, or ""."""
    if isinstance(value, list):
        value = value[0] if value else ""
    name = value.get("name") if isinstance(value, dict) else value
    return re.sub(r"\s+", " ", name).strip() if isinstance(name, str) else ""
