"""Check the triples of a base against the SHACL shapes in shapes.ttl."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.base import schema
from kb.errors import UsageError
from kb.rdf.export import Settings
from kb.rdf.graph import dataset

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, order=True)
class Problem:
    """A place where a shape does not hold, with the node, the property (empty for the whole node), the value and the message."""

    node: str
    path: str
    value: str
    message: str


def validate(connection: sqlite3.Connection) -> list[Problem]:
    """Every place where the triples of a base break a shape, in order of node. Raises UsageError where pyshacl is missing."""
    return check(dataset(connection, settings=Settings(texts=False)).default_graph)


def check(graph: Graph) -> list[Problem]:
    """Every place where a graph breaks a shape."""
    try:
        from pyshacl import validate as run
    except ImportError as error:
        raise UsageError("checking shapes needs pyshacl", remedy="install it: pip install pyshacl") from error
    from rdflib import Graph, Namespace

    shacl = Namespace("http://www.w3.org/ns/shacl#")
    shapes = Graph().parse(data=schema.read("shapes.ttl"), format="turtle")
    _, results, _ = run(graph, shacl_graph=shapes, advanced=False, inference="none")
    problems = set()
    for result in results.objects(None, shacl.result):  # not what is said in detail below one
        path, value = results.value(result, shacl.resultPath), results.value(result, shacl.value)
        message = str(results.value(result, shacl.resultMessage))
        problems.add(Problem(str(results.value(result, shacl.focusNode)), str(path or ""), "" if value is None else str(value), message))
    return sorted(problems)
