"""The description of the JSON API, and the API as it describes it."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from kb.base.entries import KEYS
from kb.site.editing import openapi
from kb.site.routes import ROUTES
from tests.harness.site import Site

FACT = {"source": "port-bulletin", "quote": "as everyone knows", "text": "Everyone knows that the ferry is small"}
VALID: dict[str, list[dict[str, Any]]] = {
    "facts": [FACT, {"facts": [FACT], "reason": "read again", "dry_run": True}],
    "record": [{"type": "name", "entity": "ferry", "name": "the old ferry", "kind": "alias"}],
    "check-quote": [{"source": "port-bulletin", "quote": "as everyone knows"}],
    "similar": [{"text": "the ferry"}],
    "correct": [{"id": "ferry", "set": {"description": "a boat"}, "reason": "for the test"}],
}
INVALID: dict[str, list[dict[str, Any]]] = {
    "facts": [{**FACT, "qoute": "x"}, {"quote": "without a source"}, {"facts": []}],
    "record": [{"type": "nonsense"}, {"entries": [{"type": "name", "nam": "x"}]}],
    "check-quote": [{"source": "port-bulletin"}, {"source": "port-bulletin", "quote": " "}],
    "similar": [{"text": 7}],
    "correct": [{"id": "ferry", "set": {}, "reason": "for the test"}],
}


@pytest.fixture(scope="module")
def description(shared_desk: Site) -> dict[str, Any]:
    answer = shared_desk.get("/openapi.json")
    assert answer.headers["content-type"].startswith("application/json")
    found: dict[str, Any] = answer.json()
    return found


def test_every_route_of_the_api_is_described_with_its_methods(description: dict[str, Any]) -> None:
    routes = {
        route.pattern.removesuffix("$"): {m.lower() for m in route.methods} - {"head"}
        for route in ROUTES
        if route.pattern.startswith("/api/")
    }
    assert {path: set(operations) for path, operations in description["paths"].items()} == routes
    assert description["openapi"] == "3.1.0" and description["servers"] == [{"url": "http://localhost"}]
    for operations in description["paths"].values():
        for operation in operations.values():
            assert operation["summary"].endswith(".") and "\n" not in operation["summary"]


def schema_of(description: dict[str, Any], name: str) -> Any:
    schema = description["paths"][f"/api/{name}"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(("name", "body"), [(name, body) for name, bodies in VALID.items() for body in bodies])
@pytest.mark.thorough
def test_what_fits_the_description_is_carried_out(desk: Site, description: dict[str, Any], name: str, body: dict[str, Any]) -> None:
    schema_of(description, name).validate(body)
    answer = desk.post(f"/api/{name}", "root", json=body)
    responses = description["paths"][f"/api/{name}"]["post"]["responses"]
    assert answer.status_code in (200, 201) and str(answer.status_code) in responses, answer.text
    jsonschema.validate(answer.json(), openapi.ANSWER)


@pytest.mark.parametrize(("name", "body"), [(name, body) for name, bodies in INVALID.items() for body in bodies])
@pytest.mark.thorough
def test_what_does_not_fit_is_refused_as_described(shared_desk: Site, description: dict[str, Any], name: str, body: dict[str, Any]) -> None:
    assert not schema_of(description, name).is_valid(body)
    answer = shared_desk.post(f"/api/{name}", "root", json=body)
    assert answer.status_code == 422, answer.text
    jsonschema.validate(answer.json(), openapi.ERROR)


def test_nobody_and_no_json_are_refused_as_described(shared_desk: Site, description: dict[str, Any]) -> None:
    stranger, text = shared_desk.post("/api/facts", json=FACT), shared_desk.post("/api/facts", "root", content=b"no json")
    assert (stranger.status_code, text.status_code) == (401, 400)
    for answer in (stranger, text):
        jsonschema.validate(answer.json(), openapi.ERROR)


def test_a_fact_and_every_entry_have_the_keys_that_files_have(description: dict[str, Any]) -> None:
    one, _ = schema_of(description, "facts").schema["anyOf"]
    assert set(KEYS["claim"]) | set(KEYS["assertion"]) <= set(one["properties"])
