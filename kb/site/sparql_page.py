"""The editor at /sparql: a form, examples, prefixes and the answer as a table; it works without JavaScript."""

from __future__ import annotations

import json
from typing import Any

from datasette.utils.asgi import Response

from kb.errors import KbError
from kb.rdf.names import PREFIXES, prefixes
from kb.site import errors, sparql_worker
from kb.site.rdf import documents
from kb.site.sparql_engine import Answer
from kb.site.sparql_protocol import ENDINGS, Asked
from kb.site.visit import Visit

MOST_ROWS = 1000  # that the page shows; the other formats give them all
FORMATS = dict.fromkeys(("select", "ask", "graph"), sparql_worker.ROWS)
LABELS = {
    "json": "JSON",
    "xml": "XML",
    "csv": "CSV",
    "tsv": "TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
}
OF_GRAPHS = ("ttl", "nt", "jsonld", "rdf")


def query(*names: str, body: str) -> str:
    """A query with the prefixes that it uses."""
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
        "What claims say, as bare statements in their own graphs",
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


async def empty(visit: Visit) -> Response:
    """The editor, ready for a query."""
    return await page(visit, Asked(EXAMPLES[0][1], None, None, ""))


async def refused(visit: Visit, asked: Asked | None, error: KbError) -> Response:
    """The editor with what is wrong, under the status that a program would get."""
    headers = dict(getattr(error, "headers", {}))
    return await page(visit, asked or Asked("", None, None, ""), status=errors.status_of(error), headers=headers, error=error)


async def shown(visit: Visit, asked: Asked, answer: Answer) -> Response:
    """The editor with the answer as a table."""
    found = json.loads(answer.body)
    rows = [[cell(visit, term) for term in row] for row in found["rows"]]
    endings = OF_GRAPHS if answer.kind == "graph" else tuple(each for each in ENDINGS if each not in OF_GRAPHS)
    if answer.kind == "ask":
        endings = ("json", "xml")
    given = {"query": asked.query, "default-graph-uri": list(asked.default_graphs or ()), "named-graph-uri": list(asked.named_graphs or ())}
    downloads = [{"label": LABELS[each], "href": visit.addresses.path("/sparql", **given, format=each)} for each in endings]
    return await page(visit, asked, answer={**found, "rows": rows, "kind": answer.kind}, downloads=downloads)


async def page(visit: Visit, asked: Asked, status: int = 200, headers: dict[str, str] | None = None, **context: Any) -> Response:
    examples = [{"title": title, "query": text, "href": visit.addresses.path("/sparql", query=text)} for title, text in EXAMPLES]
    names = sorted(prefixes(documents.base_of(visit.datasette)).items())
    given = {"default": asked.default_graphs or (), "named": asked.named_graphs or ()}
    return await visit.page(
        "kb/sparql.html",
        status=status,
        headers={"Vary": "Accept", **(headers or {})},
        query=asked.query,
        graphs=given,
        examples=examples,
        prefixes=names,
        most_rows=MOST_ROWS,
        **context,
    )


def cell(visit: Visit, term: dict[str, str] | None) -> dict[str, str]:
    """How a term is shown: nodes of this base lead to their pages here, other web addresses to where they are."""
    if term is None:
        return {"kind": "unbound"}
    if term["kind"] != "iri":
        return term
    iri, base = term["value"], documents.base_of(visit.datasette)
    short = next((f"{name}:{iri[len(start) :]}" for name, start in prefixes(base).items() if iri.startswith(start) and iri != start), iri)
    href = visit.addresses.path(f"/id/{iri[len(base) + 3 :]}") if iri.startswith(f"{base}id/") else iri
    safe = href.startswith(("http://", "https://", "/"))
    return {"kind": "iri", "value": iri, "short": short, **({"href": href} if safe else {}), **({"outside": "1"} if href == iri else {})}
