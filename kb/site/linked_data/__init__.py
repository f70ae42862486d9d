"""The site's linked data, with triples of pages, tables and query results, node IRIs, dumps, and a description of the dataset."""

from __future__ import annotations

from kb.site.linked_data import catalogue, documents, dumps, identity, pages, webannotation
from kb.site.linked_data.media import ENDING
from kb.site.visit import View

# Patterns for whole paths, as in the table of kb/site/routes.py. Ids contain no dot.
ROUTES: tuple[tuple[str, View], ...] = (
    (r"/source/(?P<id>[a-z0-9-]+)\.annotations\.jsonld$", webannotation.view),
    (rf"/(?P<kind>source|claim|assertion|actor|thing|event)/(?P<id>[^/.]+)\.{ENDING}$", pages.of_page),
    (rf"/timeline\.{ENDING}$", pages.of_timeline),
    (rf"/search\.{ENDING}$", pages.of_search),
    (rf"/compare\.{ENDING}$", pages.of_comparison),
    (rf"/questions/(?P<name>[^/.]+)\.{ENDING}$", pages.of_question),
    (rf"/id/(?P<id>[a-z0-9-]+)\.{ENDING}$", identity.describe),
    (r"/id/(?P<id>[^/]+)$", identity.view),
    (r"/dump$", dumps.index),
    (rf"/dump/(?P<name>[^/]+)\.{ENDING}$", dumps.view),
    (rf"/void\.{ENDING}$", catalogue.view),
    (r"/void$", catalogue.well_known),
    (r"/\.well-known/void$", catalogue.well_known),
    (r"/context\.jsonld$", documents.context),
)
