"""Ask a SPARQL endpoint with SPARQLWrapper as it is, each form of query in each format that the library knows; print what it read."""

import json
import sys
import warnings

import SPARQLWrapper as Library

ENDPOINT, QUERIES = sys.argv[1], json.loads(sys.argv[2])
FORMATS = {
    "SELECT": (Library.JSON, Library.XML, Library.CSV, Library.TSV),
    "ASK": (Library.JSON, Library.XML),
    "CONSTRUCT": (Library.XML, Library.RDF, Library.RDFXML, Library.TURTLE, Library.N3, Library.JSONLD, Library.JSON),
    "DESCRIBE": (Library.XML, Library.RDF, Library.RDFXML, Library.TURTLE, Library.N3, Library.JSONLD, Library.JSON),
}


def read(found):
    """How many rows or triples the library made of an answer, or whether it is true."""
    if isinstance(found, dict):
        return found.get("boolean", len(found.get("results", {}).get("bindings", ())))
    if isinstance(found, bytes):
        return found.decode("utf-8")
    if hasattr(found, "getElementsByTagName"):
        truth = found.getElementsByTagName("boolean")
        return truth[0].firstChild.data == "true" if truth else len(found.getElementsByTagName("result"))
    return len(found)


warnings.simplefilter("ignore")
answers = {}
for form, formats in FORMATS.items():
    for method in (Library.GET, Library.POST):
        for name in formats:
            asked = Library.SPARQLWrapper(ENDPOINT)
            asked.setQuery(QUERIES[form])
            asked.setMethod(method)
            asked.setReturnFormat(name)
            answer = asked.query()
            answers[f"{form} {method} {name}"] = [answer.info()["content-type"], read(answer.convert())]
json.dump(answers, sys.stdout)
