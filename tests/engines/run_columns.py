"""Read every Parquet file of a folder with DuckDB, Polars and pandas; print rows and types of each, as JSON."""

import json
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl

read = {}
for path in sorted(Path(sys.argv[1]).glob("*.parquet")):
    relation = duckdb.sql(f"SELECT * FROM read_parquet('{path}')")
    duck = {name: str(kind) for name, kind in zip(relation.columns, relation.types, strict=True)}
    rows = duckdb.sql(f"SELECT count(*) FROM read_parquet('{path}')").fetchall()[0][0]
    polars, pandas = pl.read_parquet(path), pd.read_parquet(path)
    read[path.stem] = {
        "duckdb": [rows, duck],
        "polars": [polars.height, {name: str(kind) for name, kind in polars.schema.items()}],
        "pandas": [len(pandas), list(pandas.columns)],
    }
sheet = Path(sys.argv[1]) / "claim_sheet.parquet"
asked = "SELECT speaker, stance, quote FROM read_parquet(?) WHERE counted = 1 ORDER BY assertion_id"
print(json.dumps({"read": read, "voices": duckdb.execute(asked, [str(sheet)]).fetchall()}))
