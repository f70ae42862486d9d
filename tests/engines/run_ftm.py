"""Read FollowTheMoney entities and statements with its own library; print what it found, as JSON."""

import json
import sys
from pathlib import Path

from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.statement import read_path_statements

folder = Path(sys.argv[1])
entities = {}
for line in (folder / "entities.ftm.json").read_text("utf-8").splitlines():
    data = json.loads(line)
    proxy = EntityProxy.from_dict(data, cleaned=False)  # cleaned=False drops every value that a property's type refuses
    proxy.schema.validate(data)
    kept = {name: sorted(proxy.get(name)) for name in data["properties"]}
    entities[proxy.id] = {"schema": proxy.schema.name, "kept": kept, "given": {k: sorted(v) for k, v in data["properties"].items()}}
statements = list(read_path_statements(folder / "statements.csv", "csv"))
wrong = [s.id for s in statements if s.id != s.generate_key() or s.prop not in model[s.schema].properties]
print(json.dumps({"entities": entities, "statements": sorted([s.entity_id, s.prop, s.value] for s in statements), "wrong": wrong}))
