"""The formats of triples on the web, with their endings, media types, and content negotiation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kb.rdf.formats import RDF

# The media type of each ending. The first is the answer to a reader who accepts any kind of triples.
TYPES: dict[str, str] = {name: each.content_type for name, each in RDF.items()}
ENDING = rf"(?P<format>{'|'.join(TYPES)})"  # for the patterns of routes

# The media types by which an Accept header may name each format; a response has the first.
NAMED: dict[str, tuple[str, ...]] = {name: (each.media_type, *each.also) for name, each in RDF.items()}
HTML = {"html": ("text/html", "application/xhtml+xml")}
RANGE = re.compile(r'\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)((?:\s*;\s*[\w!#$&^.+*-]+\s*=\s*(?:"[^"]*"|[^\s;,"]*))*)\s*(?:,|$)')
WEIGHT = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


def ranges(accept: str) -> list[tuple[str, str, float]]:
    """The media ranges of an Accept header as (type, subtype, weight from 0 to 1). Unreadable ones are left out.

    Parameters other than q are ignored.
    """
    parsed = []
    for kind, subtype, parameters in RANGE.findall(accept.lower()):
        weight = WEIGHT.search(parameters)
        parsed.append((kind, subtype, min(float(weight[1]), 1.0) if weight else 1.0))
    return parsed


def weight(media_type: str, accepted: Sequence[tuple[str, str, float]]) -> float:
    """The weight of the most specific range that includes a media type, or 0 where none does."""
    kind, _, subtype = media_type.partition("/")
    for wanted in ((kind, subtype), (kind, "*"), ("*", "*")):
        weights = [each for *named, each in accepted if tuple(named) == wanted]
        if weights:
            return max(weights)
    return 0.0


def choose(accept: str | None, offers: Mapping[str, Sequence[str]]) -> str | None:
    """The name of the offer that an Accept header prefers, the first of equals, or None where it accepts none of them.

    No header accepts everything. A media type that the header names goes before one that only a wildcard includes, and the media types of
    an offer after its first count only where the header names them.
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
