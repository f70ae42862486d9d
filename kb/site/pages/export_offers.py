"""Which formats of other programs the pages of the site offer, and where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.site.visit import Visit


@dataclass(frozen=True)
class Format:
    """How a preset is offered: its label, the ending of the file, its media type, and the kinds of page on which it makes sense."""

    label: str
    ending: str
    type: str
    pages: tuple[str, ...]


EVERYWHERE = ("source", "claim", "entity", "search")
FORMATS: Mapping[str, Format] = {
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex; charset=utf-8", EVERYWHERE),
    "ris": Format("RIS", "ris", "application/x-research-info-systems; charset=utf-8", EVERYWHERE),
    "csl": Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json; charset=utf-8", EVERYWHERE),
    "annotations": Format("Web Annotations", "jsonld", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', EVERYWHERE),
    "hypothesis": Format("Hypothesis", "json", "application/json; charset=utf-8", ("source",)),
    "facts": Format("sheet of facts", "csv", "text/csv; charset=utf-8", ("source", "entity", "search")),
    "graphml": Format("GraphML", "graphml", "application/graphml+xml; charset=utf-8", ("source", "entity", "search")),
    "geojson": Format("GeoJSON", "geojson", "application/geo+json; charset=utf-8", ("source", "entity", "search")),
    "quickstatements": Format("QuickStatements", "txt", "text/plain; charset=utf-8", ("source", "entity")),
}


def offered(visit: Visit, page: str, **asked: str | None) -> list[dict[str, str]]:
    """The formats that a kind of page offers of what is `asked`, each with its address and that of its loss report."""
    at = visit.addresses
    return [
        {"label": each.label, "href": at.path(f"/export/{name}", **asked), "loss": at.path(f"/export/{name}/loss.json", **asked)}
        for name, each in FORMATS.items()
        if page in each.pages
    ]
