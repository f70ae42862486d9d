"""Formats of triples on the web: endings, media types, and choosing one by an Accept header."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

# Ending: its media type. The first is what a reader gets who takes any kind of triples.
TYPES: dict[str, str] = {
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples; charset=utf-8",
    "rdf": "application/rdf+xml; charset=utf-8",
    "trig": "application/trig; charset=utf-8",
    "nq": "application/n-quads; charset=utf-8",
}
LABELS = {"ttl": "Turtle", "jsonld": "JSON-LD", "nt": "N-Triples", "rdf": "RDF/XML", "trig": "TriG", "nq": "N-Quads"}
ENDING = rf"(?P<format>{'|'.join(TYPES)})"  # for the patterns of routes

# What a program may call each format in its Accept header, besides the media type it is sent as.
NAMED: dict[str, tuple[str, ...]] = {
    ending: (media_type.partition(";")[0], *{"jsonld": ("application/json",), "rdf": ("application/xml", "text/xml")}.get(ending, ()))
    for ending, media_type in TYPES.items()
}
HTML = {"html": ("text/html", "application/xhtml+xml")}
RANGE = re.compile(r'\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)((?:\s*;\s*[\w!#$&^.+*-]+\s*=\s*(?:"[^"]*"|[^\s;,"]*))*)\s*(?:,|$)')
WEIGHT = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


def ranges(accept: str) -> list[tuple[str, str, float]]:
    """(type, subtype, weight from 0 to 1) of each media range; what cannot be read is left out. Parameters other than q do not count."""
    found = []
    for kind, subtype, parameters in RANGE.findall(accept.lower()):
        weight = WEIGHT.search(parameters)
        found.append((kind, subtype, min(float(weight[1]), 1.0) if weight else 1.0))
    return found


def weight(media_type: str, accepted: Sequence[tuple[str, str, float]]) -> float:
    """How much a media type is wanted: the weight of the closest range that holds it, 0 when none does."""
    kind, _, subtype = media_type.partition("/")
    for wanted in ((kind, subtype), (kind, "*"), ("*", "*")):
        weights = [each for *named, each in accepted if tuple(named) == wanted]
        if weights:
            return max(weights)
    return 0.0


def choose(accept: str | None, offers: Mapping[str, Sequence[str]]) -> str | None:
    """The name of the offer that an Accept header wants most; the first of equals; None when it wants none of them.

    No header at all takes anything. A media type named outright goes before one that only a wildcard lets through, and other names of
    a format than its first count only where they are named.
    """
    accepted = ranges(accept or "") or [("*", "*", 1.0)]
    named = {f"{kind}/{subtype}" for kind, subtype, _ in accepted}
    best = (0.0, False)
    chosen = None
    for name, media_types in offers.items():
        for number, media_type in enumerate(media_types):
            if number and media_type not in named:
                continue
            value = (weight(media_type, accepted), media_type in named)
            if value[0] > 0 and (chosen is None or value > best):
                best, chosen = value, name
    return chosen
