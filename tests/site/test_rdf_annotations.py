"""A source as Web Annotations."""

from __future__ import annotations

import json
import re
from contextlib import closing

import pytest

from kb.base import runs, store
from tests.harness.site import Site
from tests.harness.triples import exported, quads


@pytest.fixture
def site(tiny_site: Site) -> Site:
    return tiny_site


# What http://www.w3.org/ns/anno.jsonld says of the names that are used, as tests read nothing from the network.
ANNO = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector")},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "describing": "oa:describing",
    "identifying": "oa:identifying",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "created": {"@id": "http://purl.org/dc/terms/created", "@type": "xsd:dateTime"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}


def test_a_source_as_web_annotations_points_at_its_words(site: Site) -> None:
    source, text = site.rows("SELECT s.source_id, s.text FROM snapshots AS s JOIN sources ON sources.snapshot_id = s.id ORDER BY s.id")[0]
    answer = site.ask(f"/source/{source}.annotations.jsonld")
    assert answer.headers["content-type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    found = answer.json()
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and found["type"] == "AnnotationCollection"
    items = found["first"]["items"]
    counts = "SELECT (SELECT count(*) FROM assertions WHERE source_id = ?1) + (SELECT count(*) FROM mentions JOIN snapshots s ON s.id = snapshot_id WHERE source_id = ?1)"
    assert found["total"] == len(items) == site.one(counts, source) > 0
    for item in items:
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] and item["type"] == "Annotation"
        assert item["body"] and item["motivation"] in ("describing", "identifying")


def test_web_annotations_say_what_the_triples_of_the_base_say(site: Site) -> None:
    source = site.one("SELECT id FROM sources WHERE snapshot_id IS NOT NULL ORDER BY id")
    found = site.ask(f"/source/{source}.annotations.jsonld").json()
    found["@context"][0] = ANNO
    said, held = quads(json.dumps(found), "jsonld"), exported(site.path, "nt")
    exact = {quad for quad in said if re.search(r"oa#(exact|prefix|suffix|hasSource|hasSelector)>", quad[1])}
    assert exact and exact <= held
    speakers = {quad for quad in said if "wasAttributedTo" in quad[1] or re.search(r"ns#(stance|certainty|act)>", quad[1])}
    assert speakers and speakers <= held


def test_web_annotations_leave_out_what_is_retracted(changing: Site) -> None:
    source, assertion = changing.rows("SELECT source_id, id FROM assertions ORDER BY level DESC, id")[0]
    with closing(store.connect(changing.path)) as connection, runs.begin(connection, "retract", reason="for the test"):
        connection.execute("UPDATE assertions SET status = 'retracted' WHERE id = ?", (assertion,))
    assert assertion not in changing.ask(f"/source/{source}.annotations.jsonld").text
    assert changing.ask("/source/nothing.annotations.jsonld").status_code == 404
