"""Settle what an article says of itself: of all that was found, the surest of each, and what a text itself tells where metadata does not."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping, Sequence

from kb.reading.dates import date_of, first_date, in_address
from kb.reading.language import NAMES, language
from kb.reading.parts import NAME
from kb.reading.types import Finds, Found, Section

SITE_SUFFIX = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
BY = re.compile(r"^(?:(?:written |reporting )?by:?|authors?:)\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:,| and | & |;)\s*")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
VIEWS_OF = re.compile(r"views of ((?:[Tt]he )?[A-Z][\w&.’'-]*(?: (?:[A-Z][\w&.’'-]*|of|and|the|for))*(?<! of)(?<! and)(?<! the)(?<! for))")
TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
NOBODY = re.compile(r"(?:admin|administrator|editor|staff|unknown|author|user|webmaster|newsroom|https?://.*|www\..*|.*@.*)", re.IGNORECASE)


def settle(found: Finds, text: str, sections: Sequence[Section], url: str | None) -> tuple[dict[str, Found], list[str]]:
    """The metadata, and warnings: what contradicts itself."""
    candidates = [one for one in (plausible(key, what, url) for key, what in found) if one]
    candidates += in_text(text, sections)
    if url:
        candidates.append(("url", Found(url, "the address it was fetched from")))
    settled: dict[str, Found] = {}
    warnings = []
    for key, what in candidates:
        first = settled.setdefault(key, what)
        if key == "published" and str(what)[:7] != str(first)[: len(str(what)[:7])]:
            warnings.append(f"the date is {first} by {first.where}, and {what} by {what.where}: see which it is")
    if "published" not in settled and "url" in settled:
        date = in_address(str(settled["url"]))
        settled |= {"published": Found(date, "the path of the address", "url")} if date else {}
    warnings += settle_language(settled, text)
    return settled, warnings


def settle_language(settled: dict[str, Found], text: str) -> list[str]:
    """The language that the words show, where nothing says it; a warning where the words are in another than is said."""
    shown = language(text)
    if not shown:
        return []
    said = settled.get("language")
    if said is None:
        settled["language"] = Found(shown, "its commonest words", "inferred")
    elif str(said).partition("-")[0] != shown:
        settled["language"] = Found(shown, f"its commonest words, though {said.where} says {said}", "inferred")
        return [f"{said.where} says the language is {said}, but the words are {NAMES[shown]}"]
    return (
        []
        if shown == "en"
        else [f"the text is in {NAMES[shown]}: parts of an article and what it claims are looked for with English words"]
    )


def plausible(key: str, what: Found, url: str | None) -> tuple[str, Found] | None:
    """The find in the form that the base holds, or None for what cannot be it."""
    if key == "authors":
        names = tuple(dict.fromkeys(name for value in what.value for name in people(value)))
        return (key, Found(names, what.where, what.basis)) if names else None
    value: str | None = str(what)
    if key in ("published", "updated", "created"):
        value = date_of(str(what))
    elif key == "url":
        value = address(str(what), url)
    elif key == "language":
        value = str(what).replace("_", "-").lower()
        value = "-".join([value.partition("-")[0], *(part.upper() if len(part) == 2 else part for part in value.split("-")[1:])])
        value = value if TAG.fullmatch(value.lower()) else None
    elif key == "title":
        value = SITE_SUFFIX.sub("", str(what)) if what.where == "title element" else str(what)
    return (key, Found(value, what.where, what.basis)) if value else None


def address(value: str, url: str | None) -> str | None:
    """The address made whole; None for what is no web address."""
    try:
        whole = urllib.parse.urljoin(url or "", value.strip())
        host = urllib.parse.urlsplit(whole).hostname
    except ValueError:
        return None
    return whole if host and ADDRESS.fullmatch(whole) else None


def people(words: str) -> list[str]:
    """The names in a byline or an author field, without "By" and what is nobody's name."""
    words = BY.sub("", words.partition("|")[0].strip())
    return [
        name for name in (name.strip(" .,") for name in BETWEEN.split(words)) if name and len(name) <= 100 and not NOBODY.fullmatch(name)
    ]


def in_text(text: str, sections: Sequence[Section]) -> Finds:
    """What the parts of the text themselves say."""
    words: Mapping[str, list[str]] = {kind: [text[one.start : one.end].strip() for one in sections if one.kind == kind] for kind in READ}
    found: Finds = [("title", Found(" ".join(one.split()), "the headline", "stated")) for one in words["headline"][:1]]
    for line in words["byline"]:
        found += [("authors", Found(tuple(people(first_line(line))), "the byline", "stated"))] if people(first_line(line)) else []
    for bio in words["bio"]:
        name = re.match(NAME, bio)
        found += [("authors", Found((name[0].rstrip(",."),), "the bio", "stated"))] if name else []
    for line in words["dateline"]:
        date = first_date(line)
        found += [("published", Found(date, "the dateline", "stated"))] if date else []
    for line in words["url"]:
        match = ADDRESS.search(line)
        found += [("url", Found(match[0], "the address in the text", "stated"))] if match else []
    for line in words["disclaimer"]:
        match = VIEWS_OF.search(line)
        found += [("publisher", Found(match[1].rstrip(".,’'-"), "the disclaimer", "stated"))] if match else []
    return found


READ = ("headline", "byline", "bio", "dateline", "url", "disclaimer")


def first_line(words: str) -> str:
    return words.split("\n", 1)[0]
