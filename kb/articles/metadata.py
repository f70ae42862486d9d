"""Choose the metadata of an article: for each key the most trusted value of its format, else what the text itself says."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping, Sequence

from kb.articles import datelines, people
from kb.articles.dates import date_of, first_date, in_address
from kb.articles.document import MetadataValue, MetadataValues, Section
from kb.articles.language import NAMES, language
from kb.articles.parts import NAME
from kb.texts.written_dates import Order, order_in

SITE_SUFFIX = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
VIEWS_OF = re.compile(r"views of ((?:[Tt]he )?[A-Z][\w&.’'-]*(?: (?:[A-Z][\w&.’'-]*|of|and|the|for))*(?<! of)(?<! and)(?<! the)(?<! for))")
TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")


def choose(values: MetadataValues, text: str, sections: Sequence[Section], url: str | None) -> tuple[dict[str, MetadataValue], list[str]]:
    """Return the metadata by key, and warnings where values contradict each other."""
    order = order_in(text)
    candidates = [pair for pair in (plausible(key, value, url, order) for key, value in values) if pair]
    candidates += in_text(text, sections, order)
    if url:
        candidates.append(("url", MetadataValue(url, "the address it was fetched from")))
    chosen: dict[str, MetadataValue] = {}
    warnings = []
    for key, value in candidates:
        first = chosen.setdefault(key, value)
        if key == "published" and str(value)[:7] != str(first)[: len(str(value)[:7])]:
            warnings.append(f"the date is {first} by {first.where}, and {value} by {value.where}: check which is right")
    if "published" not in chosen and "url" in chosen:
        date = in_address(str(chosen["url"]))
        chosen |= {"published": MetadataValue(date, "the path of the address", "url")} if date else {}
    warnings += choose_language(chosen, text)
    return chosen, warnings


def choose_language(chosen: dict[str, MetadataValue], text: str) -> list[str]:
    """Set the language that the words show, and return warnings where that is not the declared one, or not English."""
    shown = language(text)
    if not shown:
        return []
    declared = chosen.get("language")
    if declared is None:
        chosen["language"] = MetadataValue(shown, "its commonest words", "inferred")
    elif str(declared).partition("-")[0] != shown:
        chosen["language"] = MetadataValue(shown, f"its commonest words, though {declared.where} says {declared}", "inferred")
        return [f"{declared.where} says the language is {declared}, but the words are {NAMES[shown]}"]
    return (
        []
        if shown == "en"
        else [f"the text is in {NAMES[shown]}: parts of an article and what it claims are looked for with English words"]
    )


def plausible(key: str, value: MetadataValue, url: str | None, order: Order | None) -> tuple[str, MetadataValue] | None:
    """Return (key, value) in the form that the base stores, or None for a value that cannot be right."""
    if key == "authors":
        read = people.one_name if value.delimited else people.in_field
        names = tuple(dict.fromkeys(name for words in value.value for name in read(words)))
        return (key, MetadataValue(names, value.where, value.basis)) if names else None
    normalised: str | None = str(value)
    if key in ("published", "updated", "created"):
        normalised = date_of(str(value), order)
    elif key == "url":
        normalised = address(str(value), url)
    elif key == "language":
        normalised = str(value).replace("_", "-").lower()
        normalised = "-".join(
            [normalised.partition("-")[0], *(part.upper() if len(part) == 2 else part for part in normalised.split("-")[1:])]
        )
        normalised = normalised if TAG.fullmatch(normalised.lower()) else None
    elif key == "title":
        normalised = SITE_SUFFIX.sub("", str(value)) if value.where == "title element" else str(value)
    return (key, MetadataValue(normalised, value.where, value.basis)) if normalised else None


def address(value: str, url: str | None) -> str | None:
    """Return the absolute web address, resolved against the page's own, or None for any other string."""
    try:
        whole = urllib.parse.urljoin(url or "", value.strip())
        host = urllib.parse.urlsplit(whole).hostname
    except ValueError:
        return None
    return whole if host and ADDRESS.fullmatch(whole) else None


def in_text(text: str, sections: Sequence[Section], order: Order | None) -> MetadataValues:
    """Return the metadata that the headline, byline, bio, dateline, beginning, address and disclaimer give."""
    words: Mapping[str, list[str]] = {
        kind: [text[section.start : section.end].strip() for section in sections if section.kind == kind] for kind in READ
    }
    values: MetadataValues = [
        ("title", MetadataValue(" ".join(headline.split()), "the headline", "stated")) for headline in words["headline"][:1]
    ]
    for line in words["byline"]:
        names = tuple(people.in_byline(first_line(line)))
        values += [("authors", MetadataValue(names, "the byline", "stated", delimited=True))] if names else []
        date = first_date(line, order)
        values += [("published", MetadataValue(date, "the byline", "stated"))] if date else []
    for bio in words["bio"]:
        name = re.match(NAME, bio)
        values += [("authors", MetadataValue((name[0].rstrip(",."),), "the bio", "stated"))] if name else []
    for line in words["dateline"]:
        date = first_date(line, order)
        values += [("published", MetadataValue(date, "the dateline", "stated"))] if date else []
    for line in words["body"][:1]:
        date = datelines.day(line, order)
        values += [("published", MetadataValue(date, "the dateline", "stated"))] if date else []
    for line in words["url"]:
        match = ADDRESS.search(line)
        values += [("url", MetadataValue(match[0], "the address in the text", "stated"))] if match else []
    for line in words["disclaimer"]:
        match = VIEWS_OF.search(line)
        values += [("publisher", MetadataValue(match[1].rstrip(".,’'-"), "the disclaimer", "stated"))] if match else []
    return values


READ = ("headline", "byline", "bio", "dateline", "body", "url", "disclaimer")


def first_line(words: str) -> str:
    """Return the words up to the first line end."""
    return words.split("\n", 1)[0]
