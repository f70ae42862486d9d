"""What a page tells programs of itself: the same in triples (`Link` header and `<link>`), and a little of it as JSON-LD in its head."""

from __future__ import annotations

import json
import re
import sqlite3
import urllib.parse
from collections.abc import Awaitable, Callable
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from markupsafe import Markup

from kb.rdf import base as our
from kb.rdf import compiler, functions
from kb.rdf.compiler import TRIPLES, Options, Select
from kb.rdf.jsonld import Names, node_object
from kb.rdf.names import prefixes
from kb.site import describe
from kb.site.rdf import documents
from kb.site.rdf.media import TYPES
from kb.site.rdf.renderers import id_columns
from kb.site.rdf.webannotation import MEDIA_TYPE

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

OFFERED = ("ttl", "jsonld", "nt", "rdf", "trig")
PAGE = re.compile(r"/(source|claim|actor|thing|event)/([a-z0-9-]+)$")
LISTS = re.compile(r"/(timeline|compare|search)$")
HOLDS = {"compare": "source", "search": "q"}  # what must have been asked before there is anything to tell
CORE = re.compile(r"/([^/.]+)/([^/.]+)(?:/([^/.]+))?$")
# Which parts of the mapping say what a page is about.
SAID = {"claim": ("claims", "appearances"), "source": ("sources", "author-links")}
OF_ENTITIES = {"actor": "actors", "thing": "things", "event": "events"}
compiled: dict[tuple[str, str], list[Select]] = {}


def alternates(datasette: Datasette, request: Request, columns: list[str] | None = None) -> list[dict[str, str]]:
    """`href` and `type` of each document that says in triples what this page says."""
    route = route_path(datasette, request.path)
    query = f"?{request.query_string}" if request.query_string else ""
    if PAGE.match(route):
        query = ""
    elif found := LISTS.match(route):
        needed = HOLDS.get(found[1])
        if needed and not request.args.get(needed):
            return []
        query = "?" + urllib.parse.urlencode([(needed, value) for value in request.args.getlist(needed)]) if needed else ""
    elif route in ("/", "/dump"):
        route, query = "/void", ""
    elif not is_table(datasette, route, columns):
        return []
    found_links = [{"href": str(datasette.urls.path(f"{route}.{each}{query}")), "type": TYPES[each].partition(";")[0]} for each in OFFERED]
    if route.startswith("/source/"):
        found_links.append({"href": str(datasette.urls.path(f"{route}.annotations.jsonld")), "type": MEDIA_TYPE})
    return found_links


def is_table(datasette: Datasette, route: str, columns: list[str] | None) -> bool:
    """Whether it is a page of Datasette's whose rows have nodes."""
    found = CORE.match(route)
    if not found or found[2] == "-" or not any(each.route == found[1] for each in describe.bases(datasette)):
        return False
    return found[2] in our.content_tables() or bool(columns and id_columns(columns))


def route_path(datasette: Datasette, path: str) -> str:
    start = datasette.setting("base_url")
    return "/" + path[len(start) :] if start != "/" and path.startswith(start) else path


def header(found: list[dict[str, str]], absolute: Callable[[str], str]) -> str:
    kinds = ((each["href"], each["type"].replace("\\", "").replace('"', '\\"')) for each in found)
    return ", ".join(f'<{absolute(href)}>; rel="alternate"; type="{kind}"' for href, kind in kinds)


def variables(
    datasette: Datasette, request: Request | None, template: str, view_name: str, columns: list[str] | None
) -> Callable[[], Awaitable[dict[str, Any]]]:
    """Datasette's hook extra_template_vars: `rdf_alternates` and, on pages about one thing, `rdf_jsonld`."""

    async def inner() -> dict[str, Any]:
        if request is None or template == "kb/error.html" or not describe.bases(datasette):
            return {}
        about = PAGE.match(route_path(datasette, request.path)) if view_name == "kb" else None
        return {
            "rdf_alternates": alternates(datasette, request, columns),
            "rdf_jsonld": await json_ld(datasette, about[1], about[2]) if about else None,
        }

    return inner


async def json_ld(datasette: Datasette, kind: str, row_id: str) -> Markup | None:
    """What the page is about, as a JSON-LD document that may stand inside a script element."""
    base = documents.base_of(datasette)
    lines: bytes = await describe.bases(datasette)[0].execute_fn(lambda connection: said(connection, kind, row_id, base))
    if not lines:
        return None
    quads = sorted(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES), key=lambda quad: str(quad.subject))
    context = {name: iri for name, iri in prefixes(base).items() if iri.encode() in lines and name != "id"}
    nodes = [node_object(Names(context, base), subject, about) for subject, about in groupby(quads, key=lambda quad: quad.subject.value)]
    text = json.dumps({"@context": {"@base": base, **context}, "@graph": nodes}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # no element can begin or end in it


def said(connection: sqlite3.Connection, kind: str, row_id: str, base: str) -> bytes:
    """A few triples about one node; on Datasette's own connection, where no table can be made, a function gives the id."""
    connection.create_function("kb_node", 0, lambda: row_id, deterministic=True)  # a constant of the statement, so that indexes serve
    check = functions.register(connection, base)
    if (kind, base) not in compiled:
        compiled[kind, base] = compile_for(connection, kind, base)
    return b"".join(chunk for select in compiled[kind, base] for chunk in compiler.run(connection, select, check))


def compile_for(connection: sqlite3.Connection, kind: str, base: str) -> list[Select]:
    names = SAID.get(kind) or (OF_ENTITIES[kind], "wikidata-matches")
    maps = {name: each for name, each in our.triples_maps(base).items() if name.rpartition("#")[2] in names}
    where = {each.table or "": f't."{each.subject.columns[0].name}" = kb_node()' for each in maps.values()}
    return compiler.compile_all(connection, maps, Options(TRIPLES, where, base, our.known()))
