"""What a reconciliation client asks, read from either version of the API: 0.2, with forms, and the draft of 1.0, with JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kb.ask.reconciling import MOST_CANDIDATES, Condition, Wanted
from kb.errors import did_you_mean
from kb.errors.remedies import Remedies
from kb.site.errors import RefusedError

MOST_QUERIES = 50  # in one batch
MOST_VALUES = 1000  # ids or properties in one request, and values of one condition
MOST_CHARACTERS = 1000  # of a name
KEYS = ("query", "type", "limit", "properties", "type_strict", "conditions", "lang")  # of a query, in either version
FEW = 10  # candidates, where the client names no number


@dataclass(frozen=True)
class Extension:
    """The entities and the properties whose values a client wants, with the most values of each (0 for all)."""

    ids: tuple[str, ...]
    properties: tuple[tuple[str, int], ...]


def refused(what: str, where: str, remedy: Remedies, status: int = 400) -> RefusedError:
    """The error for a request that cannot be read."""
    return RefusedError(what, where=where, remedy=remedy, status=status)


def parsed(raw: str | bytes, where: str) -> dict[str, Any]:
    """The JSON object in a parameter or body. Raises RefusedError."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise refused("is not JSON", where, "send a JSON object") from error
    if not isinstance(data, dict):
        raise refused("is no JSON object", where, "begin it with {")
    return data


def batch(queries: Mapping[str, Any]) -> dict[str, Wanted]:
    """The queries of a batch of version 0.2 by their keys. Raises RefusedError."""
    bounded(queries, "queries", MOST_QUERIES)
    return {key: wanted(query, key) for key, query in queries.items()}


def drafted(body: Mapping[str, Any]) -> list[Wanted]:
    """The queries of a batch of the draft, in their order. Raises RefusedError."""
    queries = body.get("queries")
    if not isinstance(queries, list):
        raise refused("is no list", "queries", 'send {"queries": […]}')
    bounded(queries, "queries", MOST_QUERIES)
    return [wanted(query, f"queries[{number}]") for number, query in enumerate(queries)]


def wanted(query: object, where: str) -> Wanted:
    """One query of either version: a name as `query` or as a condition on the name, and properties, or conditions on properties."""
    if isinstance(query, str):  # as in version 0.1
        query = {"query": query}
    if not isinstance(query, dict):
        raise refused("is no JSON object", where, 'send {"query": "a name"}')
    for key in query:
        if key not in KEYS:
            raise refused(f"has the unknown key {key!r}", where, did_you_mean(key, KEYS))
    names, conditions = [query.get("query")], []
    for given in listed(query.get("properties") or query.get("conditions") or [], f"{where}.properties"):
        if not isinstance(given, dict):
            raise refused("is no JSON object", f"{where}.properties", 'send {"pid": …, "v": …}')
        if given.get("match_type", given.get("matchType")) == "name":
            names.append(next(iter(values(given, where)), None))
        else:
            conditions.append(condition(given, where))
    name = next((each for each in names if isinstance(each, str) and each.strip()), "")
    if not name and not conditions:
        raise refused("asks for nothing", where, "give a name, or a property with its value")
    return Wanted(
        name[:MOST_CHARACTERS].replace("\0", " "),
        tuple(text(each, f"{where}.type") for each in listed(query.get("type") or [], f"{where}.type")),
        tuple(conditions),
        number(query.get("limit"), f"{where}.limit") or FEW,
    )


def condition(given: Mapping[str, Any], where: str) -> Condition:
    """A condition on a property."""
    property_id = text(given.get("pid", given.get("propertyId", given.get("property_id"))), f"{where}: pid")
    quantifier = given.get("match_quantifier", given.get("matchQuantifier", "any"))
    if quantifier not in ("any", "all", "none"):
        raise refused(f"{quantifier!r} is no quantifier", where, "use any, all or none")
    return Condition(property_id, tuple(values(given, where)), quantifier, given.get("required") is True)


def values(given: Mapping[str, Any], where: str) -> Iterator[str]:
    """The values of a condition as texts; an entity stands for its id."""
    for value in listed(given.get("v", given.get("propertyValue", [])), f"{where}: v"):
        found = value.get("id") if isinstance(value, dict) else value
        if not isinstance(found, (str, int, float)):
            raise refused("is no value", f"{where}: v", "send a text, a number or an entity with its id")
        yield str(found)[:MOST_CHARACTERS]


def extension(body: Mapping[str, Any]) -> Extension:
    """A data extension query, which is the same in both versions. Raises RefusedError."""
    properties = []
    for given in listed(body.get("properties", []), "properties"):
        if not isinstance(given, dict):
            raise refused("is no JSON object", "properties", 'send {"id": …}')
        settings = given.get("settings") or {}
        limit = settings.get("limit") if isinstance(settings, dict) else None
        properties.append((text(given.get("id"), "properties"), number(limit, "settings.limit")))
    ids = tuple(text(each, "ids") for each in listed(body.get("ids", []), "ids"))
    return Extension(ids, tuple(properties))


def bounded(given: Mapping[str, Any] | list[Any], where: str, most: int) -> None:
    if len(given) > most:
        raise refused(f"holds {len(given)}", where, f"send {most} at most at a time", 413)


def listed(given: object, where: str) -> list[Any]:
    """A list as it is, and anything else as a list of one."""
    found = given if isinstance(given, list) else [given]
    bounded(found, where, MOST_VALUES)
    return found


def text(given: object, where: str) -> str:
    if not isinstance(given, str) or not given:
        raise refused("is no text", where, "send a text")
    return given


def number(given: object, where: str) -> int:
    """A number of rows, which clients also send as text, 0 for none."""
    try:
        found = int(float(str(given))) if given not in (None, "") else 0
    except (ValueError, OverflowError) as error:
        raise refused(f"{given!r} is no number", where, "send a whole number") from error
    return max(0, min(found, MOST_CANDIDATES))
