"""The editor at /sparql, with a form, examples, prefixes and the answer as a table. It works without JavaScript."""

from __future__ import annotations

import json
import re
import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb.errors import KbError
from kb.rdf.formats import GRAPHS, RESULTS, ROWS
from kb.rdf.namespaces import PREFIXES
from kb.rdf.sparql import Answer
from kb.site import errors
from kb.site.linked_data import documents
from kb.site.sparql.negotiation import BY_KIND
from kb.site.sparql.protocol import SparqlRequest
from kb.site.visit import Visit

MOST_ROWS = 1000  # rows on the page; the other formats have them all
FORMATS = dict.fromkeys(BY_KIND, ROWS)
LABELS = {name: each.label for name, each in RESULTS.items()} | {name: each.label for name, each in GRAPHS.items()}


def query(*names: str, body: str) -> str:
    """A query with the declarations of the named prefixes before its body."""
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in names) + body


EXAMPLES = (
    (
        "Who says what, in which words",
        query(
            "kb",
            "oa",
            "prov",
            "sdo",
            "skos",
            body="""SELECT ?speaker ?stance ?claim ?words WHERE {
  ?assertion kb:ofClaim/sdo:text ?claim ;
    prov:wasAttributedTo/skos:prefLabel ?speaker ;
    kb:stance/skos:prefLabel ?stance ;
    prov:wasQuotedFrom/oa:hasSelector/oa:exact ?words .
  FILTER(lang(?speaker) = "")
}
ORDER BY ?claim ?speaker
LIMIT 50""",
        ),
    ),
    (
        "Claims that somebody affirms and somebody denies",
        query(
            "kb",
            "sdo",
            body="""SELECT ?claim ?text (COUNT(DISTINCT ?for) AS ?affirmed) (COUNT(DISTINCT ?against) AS ?denied) WHERE {
  ?claim a kb:Claim ; sdo:text ?text .
  ?for kb:ofClaim ?claim ; kb:stance kb:assertions.stance_affirms .
  ?against kb:ofClaim ?claim ; kb:stance kb:assertions.stance_denies .
}
GROUP BY ?claim ?text
ORDER BY ?text""",
        ),
    ),
    (
        "The triples that claims are about, in their named graphs",
        query(
            "sdo",
            body="""SELECT ?claim ?subject ?predicate ?object WHERE {
  ?claim sdo:text ?text .
  GRAPH ?claim { ?subject ?predicate ?object }
}
LIMIT 50""",
        ),
    ),
    (
        "Events in order of time, with their places",
        query(
            "sem",
            "skos",
            body="""SELECT ?event ?name ?date ?place WHERE {
  ?event a sem:Event ; skos:prefLabel ?name ; sem:hasTimeStamp ?date ; sem:hasEarliestBeginTimeStamp ?first .
  OPTIONAL { ?event sem:hasPlace ?place }
  FILTER(lang(?name) = "")
}
ORDER BY ?first""",
        ),
    ),
    (
        "What contradicts what, as triples",
        query(
            "kb",
            "sdo",
            body="""CONSTRUCT { ?one sdo:text ?this . ?other sdo:text ?that . ?one kb:contradicts ?other }
WHERE {
  ?relation kb:relation kb:relations.relation_contradicts ; kb:fromClaim ?one ; kb:toClaim ?other .
  ?one sdo:text ?this . ?other sdo:text ?that .
}""",
        ),
    ),
    ("Does anybody deny anything?", query("kb", body="ASK { ?assertion kb:stance kb:assertions.stance_denies }")),
)


# What a node of the base is called: an entity by its label, a claim by its text, a passage by its words, an assertion by who says what.
LABELS_OF = """
SELECT entities.id, label FROM json_each(?1) AS wanted JOIN entities ON entities.id = wanted.value
UNION ALL SELECT claims.id, text FROM json_each(?1) AS wanted JOIN claims ON claims.id = wanted.value
UNION ALL SELECT predicates.id, label FROM json_each(?1) AS wanted JOIN predicates ON predicates.id = wanted.value
UNION ALL SELECT passages.id, '“' || exact || '”' FROM json_each(?1) AS wanted JOIN passages ON passages.id = wanted.value
UNION ALL SELECT assertions.id, actors.name || ': ' || claims.text FROM json_each(?1) AS wanted JOIN assertions ON assertions.id = wanted.value
  JOIN actors ON actors.id = speaker_id JOIN claims ON claims.id = claim_id"""
WORD = re.compile(r"assertions\.stance_(affirms|denies|uncommitted)$")
LONGEST_LABEL = 120
NUMBERS = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("decimal", "double", "float"))


def labels_of(connection: sqlite3.Connection, node_ids: list[str]) -> dict[str, str]:
    """What nodes of the base are called, by their ids."""
    found = connection.execute(LABELS_OF, (json.dumps(node_ids),))
    return {row[0]: row[1] if len(row[1]) <= LONGEST_LABEL else f"{row[1][:LONGEST_LABEL]}…" for row in found}


async def empty(visit: Visit) -> Response:
    """The editor with an example, ready to run."""
    return await page(visit, SparqlRequest(EXAMPLES[0][1], None, None))


async def with_error(visit: Visit, request: SparqlRequest | None, error: KbError) -> Response:
    """The editor with an error, under the status that a program would get."""
    headers = dict(getattr(error, "headers", {}))
    return await page(visit, request or SparqlRequest("", None, None), status=errors.status_of(error), headers=headers, error=error)


async def with_answer(visit: Visit, request: SparqlRequest, answer: Answer) -> Response:
    """The editor with an answer as a table, and links to the other formats."""
    result = json.loads(answer.body)
    rows = [[cell(visit, term) for term in row] for row in result["rows"]]
    terms = [term for row in rows for term in row]
    labels = await visit.read(labels_of, sorted({term["node"] for term in terms if term.get("node")}))
    for term in terms:
        term["label"] = labels.get(term.get("node", ""), "")
    parameters = {
        "query": request.query,
        "default-graph-uri": list(request.default_graphs or ()),
        "named-graph-uri": list(request.named_graphs or ()),
    }
    downloads = [
        {"label": LABELS[each], "href": visit.addresses.path("/sparql", **parameters, format=each)} for each in BY_KIND[answer.kind]
    ]
    return await page(visit, request, answer={**result, "rows": rows, "kind": answer.kind}, downloads=downloads)


async def page(visit: Visit, request: SparqlRequest, status: int = 200, headers: dict[str, str] | None = None, **context: Any) -> Response:
    """The page of the editor."""
    examples = [{"title": title, "query": text, "href": visit.addresses.path("/sparql", query=text)} for title, text in EXAMPLES]
    names = sorted(documents.base_of(visit.datasette).prefixes.items())
    graphs = {"default": request.default_graphs or (), "named": request.named_graphs or ()}
    return await visit.page(
        "kb/sparql.html",
        status=status,
        headers={"Vary": "Accept", **(headers or {})},
        query=request.query,
        graphs=graphs,
        examples=examples,
        prefixes=names,
        most_rows=MOST_ROWS,
        **context,
    )


def cell(visit: Visit, term: dict[str, str] | None) -> dict[str, str]:
    """An RDF term for the table. Nodes of this base link to their pages here, other web addresses to themselves."""
    if term is None:
        return {"kind": "unbound"}
    if term["kind"] != "iri":
        return {**term, "number": "1"} if term.get("datatype") in NUMBERS else term
    iri, base = term["value"], documents.base_of(visit.datasette)
    short = next((f"{name}:{iri[len(start) :]}" for name, start in base.prefixes.items() if iri.startswith(start) and iri != start), iri)
    node = base.id_of(iri)
    href = iri if node is None else visit.addresses.path(f"/id/{node}")
    safe = href.startswith(("http://", "https://", "/"))
    word = WORD.search(iri)
    told = {"stance": word[1]} if word else {"node": node} if node else {}
    return {
        **told,
        "kind": "iri",
        "value": iri,
        "short": short,
        **({"href": href} if safe else {}),
        **({"outside": "1"} if href == iri else {}),
    }
