"""Ask the questions of a page over a lake in DuckDB; prints the answers, question by question."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import duckdb

text = Path(sys.argv[1]).read_text("utf-8")
views, questions = re.findall(r"^```sql\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
connection = duckdb.connect()
connection.execute(views.replace("'lake/", f"'{sys.argv[2]}/"))
asked = [part.strip() for part in questions.split(";\n") if part.strip()]
print(json.dumps({part.splitlines()[0].removeprefix("-- "): connection.execute(part).fetchall() for part in asked}, default=str))
