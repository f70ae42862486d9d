"""The description of the JSON API in OpenAPI 3.1 (`/openapi.json`), made from the operations that its routes are made from."""

from __future__ import annotations

import inspect
from typing import Any

from datasette.utils.asgi import Response

from kb.site.editing import api, once
from kb.site.editing.api import Operation
from kb.site.linked_data.documents import OPEN
from kb.site.tables import metadata
from kb.site.visit import Visit
from kb.version import __version__

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
MEANINGS = {
    200: "Nothing was new, something was changed, or this was a check.",
    201: "Something was recorded.",
    400: "The body is not a JSON object.",
    401: "Nobody is signed in.",
    403: "Whoever is signed in may not add facts here.",
    409: "It is in conflict with rows of the base, or the same request is still being carried out.",
    413: "The body is too long.",
    422: "Something is wrong; `faults` says what, where several things are.",
    503: "Somebody else is writing; try again.",
}
REFUSALS = (400, 401, 403, 409, 413, 422, 503)
FAULT: Json = {
    "error": TEXT,
    "where": TEXT,
    "remedy": TEXT,
    "suggestions": {"type": "array", "items": TEXT},
    "actions": {"type": "array", "items": {"type": "object"}},
}
ERROR: Json = {
    "type": "object",
    "required": ["ok", "status", "errors", "error"],
    "properties": {
        **{"ok": {"const": False}, "status": {"type": "integer"}, "errors": {"type": "array", "items": TEXT}},
        **FAULT,
        "faults": {"type": "array", "items": {"type": "object", "properties": FAULT}},
        "nearest": {"type": "object", "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}}},
    },
}
ANSWER: Json = {"type": "object", "required": ["ok"], "properties": {"ok": {"const": True}, "run": {"type": ["string", "null"]}}}


async def view(visit: Visit) -> Response:
    """Answers with the description of the JSON API in OpenAPI 3.1."""
    server = str(visit.datasette.absolute_url(visit.request, visit.datasette.urls.path("/"))).rstrip("/")
    return Response.json(document(server), headers=OPEN)


def document(server: str) -> Json:
    """The description of the API at a server."""
    return {
        "openapi": "3.1.0",
        "info": {"title": metadata.TITLE, "version": __version__, "description": inspect.getdoc(api) or ""},
        "servers": [{"url": server}],
        "paths": {each.path: {"post" if each.body else "get": described(each)} for each in api.OPERATIONS},
        "components": {
            "schemas": {"Answer": ANSWER, "Error": ERROR},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "A token of Datasette: dstok_…"}},
        },
    }


def described(operation: Operation) -> Json:
    """One operation, with its parameters or its body, and every status that it answers with."""
    statuses = dict.fromkeys(operation.statuses, "Answer") | (dict.fromkeys(REFUSALS, "Error") if operation.body else {})
    found: Json = {
        "operationId": operation.name,
        "summary": inspect.getdoc(operation.view) or operation.name,
        "parameters": [{"name": name, "in": "query", "schema": TEXT} for name in operation.parameters],
        "responses": {str(status): answered(status, schema) for status, schema in statuses.items()},
    }
    if operation.body:
        found["security"] = [{"token": []}]
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": operation.body.schema}}}
    if operation.changes:
        key = {"type": "string", "minLength": 1, "maxLength": once.LONGEST_KEY}
        found["parameters"].append({"name": "Idempotency-Key", "in": "header", "schema": key})
    return found


def answered(status: int, schema: str) -> Json:
    """A response by its status, whose schema is one of the components."""
    return {
        "description": MEANINGS[status],
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }
