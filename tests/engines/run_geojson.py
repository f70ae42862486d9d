"""Read a GeoJSON file with the geojson library, and print the faults that it finds and the properties of each feature."""

import json
import sys
from pathlib import Path

import geojson

read = geojson.loads(Path(sys.argv[1]).read_text("utf-8"))
print(
    json.dumps(
        {
            "kind": type(read).__name__,
            "faults": [str(fault) for fault in read.errors() or []],
            "features": [[each.geometry and each.geometry["type"], dict(each.properties)] for each in read.features],
        }
    )
)
