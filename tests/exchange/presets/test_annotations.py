"""Web Annotations anchor again on the publisher's text, and GeoJSON keeps to its standard."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from kb import api

Export = Callable[..., tuple[str, dict[str, Any]]]
NO_URL = "SELECT count(*) AS n FROM standing JOIN sources ON sources.id = source_id WHERE url IS NULL"


def items(text: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(text)["first"]["items"]
    return listed


def test_both_selectors_find_the_quote_in_the_text(exported: Export, lossy_base: api.Base) -> None:
    texts = {row["id"]: row["text"] for row in lossy_base.query("SELECT source_id AS id, text FROM snapshots")}
    urls = {"https://gazette.example/1956/ferry": "harbour-gazette", "http://localhost:8001/id/port-bulletin": "port-bulletin"}
    text, report = exported("annotations")
    assert len(items(text)) == report["kept"]["assertions"] == lossy_base.query("SELECT count(*) AS n FROM standing")[0]["n"]
    for each in items(text):
        words = texts[urls[each["target"]["source"]]]
        quote, position = each["target"]["selector"]
        assert words[position["start"] : position["end"]] == quote["exact"]
        context = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
        assert words.count(context) == 1


def test_a_body_of_text_says_who_holds_the_claim_and_how(exported: Export) -> None:
    bodies = [each["body"][0] for each in items(exported("annotations", claims=["clm-ferry-keeps-running"])[0])]
    assert {body["type"] for body in bodies} == {"TextualBody"}
    assert bodies[0]["value"].startswith("Harbour Gazette denies (asserts, certain): The ferry will stop running")


def test_the_file_for_hypothesis_has_what_its_client_imports(exported: Export) -> None:
    text, report = exported("hypothesis")
    found = json.loads(text)
    web = [each for each in items(exported("annotations")[0]) if each["target"]["source"].startswith("https://gazette.example/")]
    assert set(found) == {"export_date", "export_userid", "client_version", "annotations"}
    assert len(found["annotations"]) == len(web) == report["kept"]["assertions"]
    for each, same in zip(found["annotations"], web, strict=True):
        assert each["uri"] == each["target"][0]["source"] == same["target"]["source"]
        assert each["target"][0]["selector"] == same["target"]["selector"]
        assert each["text"] == f"{same['body'][0]['value']}\n\n{same['id']}"
        assert each["document"] == {"title": ["The ferry will not stop"]} and len(each["tags"]) == 2


def test_what_an_annotation_cannot_say_is_counted(exported: Export, lossy_base: api.Base) -> None:
    lost = {each["what"]: each["rows"] for each in exported("annotations")[1]["lost"]}
    assert lost["assertions that are proposed or retracted"] == 3
    assert lost["addresses of the text"] == lossy_base.query(NO_URL)[0]["n"] > 0
    assert lost["relations"] == 1


def test_places_and_dated_events_are_features_with_longitude_first(exported: Export) -> None:
    text, report = exported("geojson")
    features = {each["id"]: each for each in json.loads(text)["features"]}
    assert features["harbour"]["geometry"] == {"type": "Point", "coordinates": [0.25, 51.5]}
    opening = features["bridge-opening"]
    assert opening["geometry"] is None
    assert [opening["properties"][name] for name in ("actuality", "start", "end")] == ["predicted", "1958-01-01", "1958-12-31"]
    lost = {each["what"]: each["rows"] for each in report["lost"]}
    assert (lost["events without place and date"], lost["coordinates of events"], lost["claims"]) == (1, 1, 8)
    assert report["kept"] == {"places": 1, "events": 1}
