"""What is wrong with a query is said in words, with the place and what to do, never in the rules of the grammar."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kb.rdf.namespaces import PREFIXES
from kb.rdf.sparql_faults import fault


@pytest.mark.parametrize(
    ("text", "said", "remedy"),
    [
        ("SELEC ?x WHERE { ?x a ?y }", "line 1, character 1, at “SELEC ?x WHERE { ?x a ?y }”, it should begin with SELECT", "SELECT"),
        ("", "at the end, it should begin with SELECT", "SELECT"),
        ("SELECT ?x WHERE { ?x sdoo:text 'abc' }", "the prefix sdoo: is not declared", "sdo"),
        ("PREFIX a: <http://a.example/>\nSELECT * { ?x farm:sdoo '<b:c>' }", "the prefix farm: is not declared", "PREFIX farm: <…>"),
        ("SELECT ?x WHERE {\n ?x a 'abc }", "line 2, character 7, at “'abc }”, a string begins that does not end", "close it with '"),
        ("SELECT ?x WHERE { ?x a ?y # }", "line 1, character 17, at “{ ?x a ?y # }”, { is opened and not closed", "close it with }"),
        ("SELECT ?x { FILTER(?x = 3 }", "at “(?x = 3 }”, ( is opened and not closed", "close it with )"),
        ("SELECT ?y (COUNT(?x) AS ?n) { ?x a ?y }", "SELECT names a variable that the rest does not give", "GROUP BY"),
        ("PREFIX a: <x y> SELECT * { ?a ?b ?c }", "this is no IRI", "without blanks"),
        ("SELECT ?x WHERE { ?x a }", "at the end, something else is expected", "write one of these there"),
    ],
)
def test_a_fault_is_told_in_words(text: str, said: str, remedy: str) -> None:
    with pytest.raises(SyntaxError) as refused:
        ox.Store().query(text, prefixes=PREFIXES)
    error = fault(text, str(refused.value), PREFIXES)
    assert error.what.startswith("not a SPARQL query: ") and said in error.what
    assert remedy in error.remedy and "[" not in error.what + error.remedy


def test_a_message_of_another_kind_is_kept() -> None:
    assert fault("ASK {}", "too deep", PREFIXES).what == "not a SPARQL query: too deep"
