"""What the head of a page offers to programs, namely links to its triples, also as a `Link` header, and JSON-LD."""

from __future__ import annotations

import json
import re
import sqlite3
import urllib.parse
from collections.abc import Awaitable, Callable
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from datasette.utils import sqlite_timelimit
from markupsafe import Markup

from kb.rdf import model_mapping as our
from kb.rdf.jsonld import Names, node_object
from kb.rdf.namespaces import BaseIri
from kb.rdf.r2rml import compiler, functions, statements
from kb.rdf.r2rml.compiler import TRIPLES, Options
from kb.rdf.r2rml.statements import Select
from kb.site.database import BaseConnection, bases
from kb.site.linked_data import documents
from kb.site.linked_data.media import TYPES
from kb.site.linked_data.renderers import id_columns
from kb.site.linked_data.webannotation import MEDIA_TYPE

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

OFFERED = ("ttl", "jsonld", "nt", "rdf", "trig")
PAGE = re.compile(r"/(source|claim|actor|thing|event)/([a-z0-9-]+)$")
LISTS = re.compile(r"/(timeline|compare|search)$")
REQUIRED = {"compare": "source", "search": "q"}  # the parameter without which a page shows nothing
DATASETTE_PAGE = re.compile(r"/([^/.]+)/([^/.]+)(?:/([^/.]+))?$")
# The triples maps that describe the subject of a page, by their names.
MAPS = {"claim": ("claims", "appearances"), "source": ("sources", "author-links")}
OF_ENTITIES = {"actor": "actors", "thing": "things", "event": "events"}
compiled: dict[tuple[str, str], list[Select]] = {}


def alternates(datasette: Datasette, request: Request, columns: list[str] | None = None) -> list[dict[str, str]]:
    """The `href` and `type` of each document with the triples of this page, empty where there are none."""
    route = route_path(datasette, request.path)
    query = f"?{request.query_string}" if request.query_string else ""
    if PAGE.match(route):
        query = ""
    elif listing := LISTS.match(route):
        needed = REQUIRED.get(listing[1])
        if needed and not request.args.get(needed):
            return []
        query = "?" + urllib.parse.urlencode([(needed, value) for value in request.args.getlist(needed)]) if needed else ""
    elif route in ("/", "/dump"):
        route, query = "/void", ""
    elif not is_table(datasette, route, columns):
        return []
    links = [{"href": str(datasette.urls.path(f"{route}.{each}{query}")), "type": TYPES[each].partition(";")[0]} for each in OFFERED]
    if route.startswith("/source/"):
        links.append({"href": str(datasette.urls.path(f"{route}.annotations.jsonld")), "type": MEDIA_TYPE})
    return links


def is_table(datasette: Datasette, route: str, columns: list[str] | None) -> bool:
    """Whether the path is a page of Datasette's, of a base of ours, whose rows have nodes."""
    parts = DATASETTE_PAGE.match(route)
    if not parts or parts[2] == "-" or not any(each.route == parts[1] for each in bases(datasette)):
        return False
    return parts[2] in our.content_tables() or bool(columns and id_columns(columns))


def route_path(datasette: Datasette, path: str) -> str:
    """The path without Datasette's base_url."""
    start = datasette.setting("base_url")
    return "/" + path[len(start) :] if start != "/" and path.startswith(start) else path


def header(links: list[dict[str, str]], absolute: Callable[[str], str]) -> str:
    """The value of the `Link` header for these documents."""
    kinds = ((each["href"], each["type"].replace("\\", "").replace('"', '\\"')) for each in links)
    return ", ".join(f'<{absolute(href)}>; rel="alternate"; type="{kind}"' for href, kind in kinds)


def variables(
    datasette: Datasette, request: Request | None, template: str, view_name: str, columns: list[str] | None
) -> Callable[[], Awaitable[dict[str, Any]]]:
    """Datasette's hook extra_template_vars, with `rdf_alternates` and, on a page about one node, `rdf_jsonld`."""

    async def inner() -> dict[str, Any]:
        if request is None or template == "kb/error.html" or not bases(datasette):
            return {}
        about = PAGE.match(route_path(datasette, request.path)) if view_name == "kb" else None
        return {
            "rdf_alternates": alternates(datasette, request, columns),
            "rdf_jsonld": await json_ld(datasette, about[1], about[2]) if about else None,
        }

    return inner


async def json_ld(datasette: Datasette, kind: str, row_id: str) -> Markup | None:
    """The subject of a page as a JSON-LD document that may be placed inside a script element, or None for an unknown id."""
    base = documents.base_of(datasette)
    limit = datasette.setting("sql_time_limit_ms")

    def bounded(connection: BaseConnection) -> bytes:
        with sqlite_timelimit(connection, limit):
            return triples_about(connection, kind, row_id, base)

    lines: bytes = await bases(datasette)[0].execute_fn(bounded)
    if not lines:
        return None
    quads = sorted(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES), key=lambda quad: str(quad.subject))
    context = {name: iri for name, iri in base.prefixes.items() if iri.encode() in lines and name != "id"}
    nodes = [node_object(Names(context, base), subject, about) for subject, about in groupby(quads, key=lambda quad: quad.subject.value)]
    text = json.dumps({"@context": {"@base": base, **context}, "@graph": nodes}, ensure_ascii=False)
    # Escaped so that no element can begin or end inside it.
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


class NodePrinter:
    """Prints some triples about one node on a connection of Datasette's, on which no temporary table can be created.

    An SQL function gives the id of the node instead. The functions are defined once for each connection, because defining one again makes
    SQLite prepare every statement anew.
    """

    def __init__(self, connection: sqlite3.Connection, base: BaseIri) -> None:
        self.row_id: str | None = None
        # Deterministic, hence constant within a statement, so that SQLite can use indexes.
        connection.create_function("kb_node", 0, lambda: self.row_id, deterministic=True)
        self.check = functions.register(connection, base)

    def print(self, connection: sqlite3.Connection, row_id: str, selects: list[Select]) -> bytes:
        """The triples about a node as N-Triples."""
        self.row_id, self.check.error = row_id, None
        try:
            return b"".join(chunk for select in selects for chunk in statements.run(connection, select, self.check))
        finally:
            self.row_id = None


def triples_about(connection: BaseConnection, kind: str, row_id: str, base: BaseIri) -> bytes:
    """Some triples about one node as N-Triples, by the statements of its kind of page."""
    if connection.node_printer is None:
        connection.node_printer = NodePrinter(connection, base)
    if (kind, base) not in compiled:
        compiled[kind, base] = compile_for(connection, kind, base)
    printed: bytes = connection.node_printer.print(connection, row_id, compiled[kind, base])
    return printed


def compile_for(connection: sqlite3.Connection, kind: str, base: BaseIri) -> list[Select]:
    """The statements that print the triples about one node of this kind of page."""
    names = MAPS.get(kind) or (OF_ENTITIES[kind], "wikidata-matches")
    maps = {name: each for name, each in our.triples_maps(base).items() if name.rpartition("#")[2] in names}
    where = {each.table or "": f't."{each.subject.columns[0].name}" = kb_node()' for each in maps.values()}
    return compiler.compile_all(connection, maps, Options(TRIPLES, where, base, our.known()))
