"""The answers of the reconciliation service, in the shapes of version 0.2 and of the draft of 1.0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kb.ask.entity_properties import Property, Value
from kb.ask.reconciling import Candidate, type_id
from kb.rdf.namespaces import KB, BaseIri
from kb.site.reconciliation.requests import MOST_QUERIES
from kb.version import __version__

Json = dict[str, Any]
VERSIONS = ["0.2", "1.0-draft"]
PREVIEW = {"width": 400, "height": 160}  # pixels
LIMIT = {"name": "limit", "label": "Limit", "type": "number", "default": 0}
LIMIT_HELP = "The most values of each row (0 for no limit)"


def manifest(name: str, base: BaseIri, address: str, types: Sequence[str], documentation: str) -> Json:
    """The manifest of version 0.2. `address` is that of the service."""
    host, _, path = address.partition("/reconcile")
    path = f"/reconcile{path}"
    return {
        **common(name, types, documentation),
        "identifierSpace": base.nodes,
        "schemaSpace": KB,
        "view": {"url": base.node("{{id}}")},
        "preview": {"url": f"{address}/preview?id={{{{id}}}}", **PREVIEW},
        "suggest": {what: {"service_url": host, "service_path": f"{path}/suggest/{what}"} for what in ("entity", "property", "type")},
        "extend": {
            "propose_properties": {"service_url": host, "service_path": f"{path}/extend/propose"},
            "property_settings": [{**LIMIT, "help_text": LIMIT_HELP}],
        },
    }


def draft_manifest(name: str, base: BaseIri, types: Sequence[str], documentation: str) -> Json:
    """The manifest of the draft."""
    return {
        **common(name, types, documentation),
        "view": {"url": base.node("{id}")},
        "preview": PREVIEW,
        "suggest": dict.fromkeys(("entity", "property", "type"), True),
        "extend": {"proposeProperties": True, "propertySettings": [{**LIMIT, "helpText": LIMIT_HELP}]},
        "batchSize": MOST_QUERIES,
    }


def common(name: str, types: Sequence[str], documentation: str) -> Json:
    """What both manifests say."""
    return {
        "versions": VERSIONS,
        "name": name,
        "documentation": documentation,
        "serviceVersion": __version__,
        "defaultTypes": [type_of(each) for each in types if "." not in each],
    }


def type_of(name: str) -> Json:
    """A type by its id, with the kind that it is below."""
    kind, _, sort = name.partition(".")
    return {"id": name, "name": sort or kind, **({"broader": [{"id": kind, "name": kind}]} if sort else {})}


def plain_type(name: str) -> Json:
    return {"id": name, "name": name.rpartition(".")[2]}


def candidate(one: Candidate, *, draft: bool) -> Json:
    """A candidate; the draft gives its name as a list and each feature a name of its own."""
    features = [
        {"id": name, **({"name": name.replace(".", ": ")} if draft else {}), "value": value} for name, value in one.features.items()
    ]
    return {
        "id": one.id,
        "name": [{"str": one.name}] if draft else one.name,
        **({"description": one.description} if one.description else {}),
        "score": one.score,
        "match": one.match,
        "type": [plain_type(one.type), plain_type(one.type.partition(".")[0])],
        "features": features,
    }


def suggested(rows: Iterable[Mapping[str, Any]]) -> Json:
    """The answer with entities to complete what somebody types."""
    return {
        "result": [
            {
                **{"id": row["id"], "name": row["name"]},
                **({"description": row["description"]} if row["description"] else {}),
                "notable": [plain_type(type_id(row["kind"], row["sort"]))],
            }
            for row in rows
        ]
    }


def named_property(one: Property) -> Json:
    return {"id": one.id, "name": one.name, "description": one.description}


def meta(one: Property) -> Json:
    """A column of extended data."""
    return {"id": one.id, "name": one.name, **({"type": {"id": "entity", "name": "entity"}} if one.refers else {})}


def cells(found: Sequence[Value], limit: int) -> list[Json]:
    """The values of one cell of extended data."""
    kept = found[:limit] if limit else found
    return [{"id": value.id, "name": value.text} if value.id else {"str": value.text} for value in kept]
