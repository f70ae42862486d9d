"""Load every TriG file of a folder with the nanopub library, which checks its shape and recomputes its digest; print what each says."""

import json
import sys
from pathlib import Path

from nanopub import Nanopub, NanopubConf

OA, PROV, KB = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#", "https://w3id.org/source-tracking-kb/ns#"


def objects(graph, predicate):
    return sorted(str(value) for _, found, value in graph if str(found) == predicate)


read = {}
for path in sorted(Path(sys.argv[1]).glob("*.trig")):
    one = Nanopub(rdf=path, conf=NanopubConf())
    read[path.stem] = {
        "valid": one.is_valid,
        "trusty": one.has_valid_trusty,
        "uri": str(one.source_uri),
        "quote": objects(one.provenance, OA + "exact"),
        "holder": objects(one.assertion, PROV + "wasAttributedTo"),
        "stance": objects(one.assertion, KB + "stance"),
    }
print(json.dumps(read))
