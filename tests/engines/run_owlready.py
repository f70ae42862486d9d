"""Load an ontology in N-Triples with owlready2; print the names of its classes and properties and what is above each class."""

import json
import sys

from owlready2 import get_ontology

loaded = get_ontology(f"file://{sys.argv[1]}").load()
ours = "https://w3id.org/source-tracking-kb/ns#"
json.dump(
    {
        "classes": sorted(each.iri for each in loaded.classes() if each.iri.startswith(ours)),
        "properties": sorted(each.iri for each in loaded.properties() if each.iri.startswith(ours)),
        "above": {each.iri: sorted(one.iri for one in each.is_a if hasattr(one, "iri")) for each in loaded.classes()},
    },
    sys.stdout,
)
