"""The reconciliation service as its clients meet it: OpenRefine with version 0.2, and clients of the draft of 1.0."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kb.ask.reconciling import Condition, Wanted, candidates
from kb.base import store
from kb.site.reconciliation.requests import MOST_QUERIES
from tests.harness.clients import reads
from tests.harness.site import Site

SCHEMAS = Path(__file__).parents[3] / "shared" / "conformance" / "reconciliation"
# What version 0.2 asks of each answer, in few words, for where the community group's own schemas are not at hand.
NAMED = {"type": "object", "required": ["id", "name"], "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}
LIST = {"type": "object", "required": ["result"], "properties": {"result": {"type": "array", "items": NAMED}}}
CANDIDATE = {**NAMED, "required": ["id", "name", "score"]}
OURS: dict[str, Any] = {
    "manifest": {"type": "object", "required": ["versions", "name", "identifierSpace", "schemaSpace"]},
    "reconciliation-result-batch": {
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "required": ["result"],
            "properties": {"result": {"type": "array", "items": CANDIDATE}},
        },
    },
    "data-extension-response": {"type": "object", "required": ["rows", "meta"], "properties": {"meta": {"type": "array", "items": NAMED}}},
    "data-extension-property-proposal": {
        "type": "object",
        "required": ["properties"],
        "properties": {"properties": {"type": "array", "items": NAMED}},
    },
    **{f"suggest-{what}-response": LIST for what in ("entities", "properties", "types")},
}
BATCH = {"q0": {"query": "ferry"}, "q1": {"query": "Harbour Ofice", "type": "actor"}, "q2": {"query": "nothing of the kind whatever"}}
EXTEND = {"ids": ["ferry", "harbour-office", "no-such-id"], "properties": [{"id": "name"}, {"id": "said", "settings": {"limit": "1"}}]}
ASKED: list[tuple[str, str, dict[str, str]]] = [
    ("manifest", "/reconcile", {}),
    ("reconciliation-result-batch", "/reconcile", {"queries": json.dumps(BATCH)}),
    ("data-extension-response", "/reconcile", {"extend": json.dumps(EXTEND)}),
    ("data-extension-property-proposal", "/reconcile/extend/propose", {"type": "actor", "limit": "3"}),
    ("suggest-entities-response", "/reconcile/suggest/entity", {"prefix": "harb"}),
    ("suggest-properties-response", "/reconcile/suggest/property", {"prefix": "na"}),
    ("suggest-types-response", "/reconcile/suggest/type", {"prefix": "act"}),
]


@pytest.fixture(scope="module")
def site(tiny_built: Path) -> Iterator[Site]:
    started = Site(tiny_built, cors=True)
    yield started
    started.close()


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / "schemas" / f"{name}.json").read_text("utf-8"))
    return loaded


def validator(name: str) -> Any:
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT7

    anything = Resource.from_contents({}, default_specification=DRAFT7)  # of Swagger: how services with a password say so
    one_type = Resource.from_contents(schema("type"), default_specification=DRAFT7)
    by_name = {"type.json": one_type, "https://reconciliation-api.github.io/specs/0.2/schemas/type.json": one_type}
    registry: Any = Registry().with_resources([*by_name.items(), ("http://swagger.io/v2/schema.json", anything)])
    return jsonschema.Draft7Validator({**schema(name), "$id": f"urn:{name}"} if name != "type" else schema(name), registry=registry)


@pytest.mark.parametrize(("name", "path", "parameters"), ASKED, ids=[name for name, _, _ in ASKED])
def test_every_answer_has_the_shape_of_version_0_2(site: Site, name: str, path: str, parameters: dict[str, str]) -> None:
    answer = site.get(path, params=parameters)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/json"), answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    jsonschema.validate(answer.json(), OURS[name])
    if path == "/reconcile":
        assert site.post(path, data=parameters).json() == answer.json() or not parameters


@reads("jsonschema", "/reconcile")
@pytest.mark.parametrize(("name", "path", "parameters"), ASKED, ids=[name for name, _, _ in ASKED])
def test_every_answer_fits_the_schema_of_the_community_group(site: Site, name: str, path: str, parameters: dict[str, str]) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip(f"the schemas of the Reconciliation Service API are not in {SCHEMAS}")
    validator(name).validate(site.get(path, params=parameters).json())


def examples() -> list[Path]:
    return sorted(SCHEMAS.glob("examples/*query*/*/*.json"))


@pytest.mark.parametrize("path", examples(), ids=[f"{path.parts[-3]}/{path.parts[-2]}/{path.stem}" for path in examples()])
def test_every_example_of_a_query_is_read_or_refused_as_its_name_says(site: Site, path: Path) -> None:
    parameter = "extend" if "extension" in str(path) else "queries"
    answer = site.post("/reconcile", data={parameter: path.read_text("utf-8")})
    understood = answer.status_code == 200 or "there is no " in answer.json()["message"]  # this base has not those types and properties
    assert understood == (path.parts[-2] == "valid"), answer.text


def test_a_name_of_its_own_matches_and_one_of_several_is_left_to_people(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    best = candidates(connection, Wanted("Radio One"))[0]
    assert (best.id, best.score, best.match, best.type) == ("radio-one", 100.0, True, "actor.media")
    run = connection.execute("SELECT id FROM runs LIMIT 1").fetchone()[0]
    connection.execute(
        "INSERT INTO actors(id, name, kind, anonymity, run_id) VALUES ('radio-two', 'Radio One', 'media', 'named', ?)", (run,)
    )
    both = candidates(connection, Wanted("radio  one", ("actor",)))[:2]
    assert [(each.id, each.score, each.match) for each in both] == [("radio-one", 100.0, False), ("radio-two", 100.0, False)]
    metonym = "INSERT INTO names(entity_id, name, kind, run_id) VALUES ('radio-two', 'the harbour office', 'metonym', ?)"
    connection.execute(metonym, (run,))
    office = {each.id: each for each in candidates(connection, Wanted("the harbour office"))}
    assert office["radio-two"].score == 90.0 and not any(each.match for each in office.values())
    settled = candidates(connection, Wanted("Radio One", conditions=(Condition("name", ("the harbour office",)),)))
    assert [(each.id, each.match) for each in settled[:2]] == [("radio-two", True), ("radio-one", False)]
    by_property = candidates(connection, Wanted("", conditions=(Condition("name", ("the harbour office",), required=True),)))
    assert [each.id for each in by_property] == ["radio-two"]


def test_misspelt_names_are_candidates_and_types_narrow_them(site: Site) -> None:
    answer = site.post("/reconcile", data={"queries": json.dumps(BATCH)}).json()
    assert answer["q1"]["result"][0]["id"] == "harbour-office" and not answer["q1"]["result"][0]["match"]
    assert {each["type"][1]["id"] for each in answer["q1"]["result"]} == {"actor"} and answer["q2"] == {"result": []}


def test_what_is_said_is_extended_with_who_says_it(site: Site) -> None:
    rows = site.get("/reconcile", params={"extend": json.dumps(EXTEND)}).json()["rows"]
    assert set(rows) == set(EXTEND["ids"]) and rows["no-such-id"] == {"name": [], "said": []}
    (said,) = rows["ferry"]["said"]
    speaker, stance, claim = site.rows(
        "SELECT speaker, stance, claim FROM claim_sheet WHERE subject_id = 'ferry' AND counted AND innermost ORDER BY 1, 2, 3"
    )[0]
    assert said["str"] == f"{speaker} {stance}: {claim}"


def test_clients_of_the_draft_get_the_same_candidates(site: Site) -> None:
    conditions = [
        {"matchType": "name", "propertyValue": "Radio One"},
        {"matchType": "property", "propertyId": "kind", "propertyValue": "media"},
    ]
    body = {"queries": [{"type": "actor", "conditions": conditions}, {"query": "ferry", "limit": 1}]}
    for path in ("/reconcile", "/reconcile/1.0-draft/match", "/reconcile/1.0-draft/reconcile"):
        results = site.post(path, json=body).json()["results"]
        assert [len(each["candidates"]) for each in results][1] == 1
        best = results[0]["candidates"][0]
        assert (best["id"], best["name"], best["match"]) == ("radio-one", [{"str": "Radio One"}], True)
        assert all({"id", "name", "value"} == set(feature) for feature in best["features"])
    manifest = site.get("/reconcile/1.0-draft").json()
    assert manifest["suggest"] == {"entity": True, "property": True, "type": True} and "{id}" in manifest["view"]["url"]
    rows = site.post("/reconcile/1.0-draft/extend", json=EXTEND).json()["rows"]
    assert [row["id"] for row in rows] == EXTEND["ids"] and rows[0]["properties"][1]["values"][0]["str"]


@pytest.mark.parametrize(
    ("parameters", "status", "said"),
    [
        ({"queries": "[]"}, 400, "no JSON object"),
        ({"queries": "{"}, 400, "not JSON"),
        ({"queries": json.dumps({"q": {"query": "x", "type": "actor.medium"}})}, 400, "actor.media"),
        ({"queries": json.dumps({"q": {"query": "x", "properties": [{"pid": "nam", "v": "x"}]}})}, 400, "name"),
        ({"queries": json.dumps({"q": {"query": "x", "limit": "many"}})}, 400, "no number"),
        ({"queries": json.dumps({str(n): {"query": "x"} for n in range(MOST_QUERIES + 1)})}, 413, str(MOST_QUERIES)),
        ({"extend": json.dumps({"ids": ["ferry"], "properties": [{"id": "nonsense"}]})}, 400, "no property"),
    ],
)
def test_a_wrong_request_is_refused_with_what_is_wrong(site: Site, parameters: dict[str, str], status: int, said: str) -> None:
    answer = site.post("/reconcile", data=parameters)
    assert answer.status_code == status and said in answer.text
    assert answer.json()["remedy"]


def test_a_preview_can_stand_in_another_site_s_frame_and_escapes_what_it_shows(own: Site) -> None:
    run = own.one("SELECT id FROM runs LIMIT 1")
    connection = store.connect(own.path)
    connection.execute("INSERT INTO names(entity_id, name, kind, run_id) VALUES ('ferry', '<b>boat</b>', 'alias', ?)", (run,))
    connection.close()
    answer = own.get("/reconcile/preview", params={"id": "ferry"})
    assert answer.status_code == 200 and "frame-ancestors http: https:" in answer.headers["content-security-policy"]
    assert "&lt;b&gt;boat&lt;/b&gt;" in answer.text and "<b>" not in answer.text
    assert own.get("/reconcile/preview", params={"id": "nobody"}).status_code == 404


@pytest.mark.thorough
def test_the_public_edition_knows_nothing_of_private_sources(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    connection.execute("UPDATE sources SET access = 'private'")
    connection.close()
    public = Site(tiny_path, public=True)
    title = public.one("SELECT title FROM sources WHERE id = 'harbour-gazette'")
    assert public.post("/reconcile", data={"queries": json.dumps({"q": {"query": title}})}).json() == {"q": {"result": []}}
    extend = json.dumps({"ids": ["ferry"], "properties": [{"id": "said"}]})
    assert public.post("/reconcile", data={"extend": extend}).json()["rows"]["ferry"]["said"] == []
    public.close()
