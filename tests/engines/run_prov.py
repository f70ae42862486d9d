"""Run in the environment `provenance`: what the package prov finds in an export (N-Triples or TriG), as JSON."""

import json
import sys
import warnings
from typing import Any

from prov.model import (  # type: ignore[import-not-found]  # of the environment this runs in
    ProvActivity,
    ProvAgent,
    ProvAssociation,
    ProvAttribution,
    ProvDocument,
    ProvEntity,
    ProvGeneration,
    ProvSpecialization,
)


def main(path: str, rdf_format: str) -> None:
    warnings.simplefilter("ignore")  # it lists every term of other vocabularies, which it leaves alone
    document = ProvDocument.deserialize(path, format="rdf", rdf_format=rdf_format)
    found = {
        "agents": [iri(record.identifier) for record in document.get_records(ProvAgent)],
        "entities": [iri(record.identifier) for record in document.get_records(ProvEntity)],
        "activities": [
            [iri(record.identifier), *(time and time.isoformat() for time in (record.get_startTime(), record.get_endTime()))]
            for record in document.get_records(ProvActivity)
        ],
    }
    for name, kind in (
        ("attributions", ProvAttribution),
        ("generations", ProvGeneration),
        ("associations", ProvAssociation),
        ("specializations", ProvSpecialization),
    ):
        found[name] = [[iri(value) for _, value in record.formal_attributes[:2]] for record in document.get_records(kind)]
    json.dump(found, sys.stdout)


def iri(name: Any) -> str | None:
    return None if name is None else str(name.uri)


main(*sys.argv[1:])
