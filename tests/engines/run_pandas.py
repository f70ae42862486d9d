"""Run in the environment `readers`: pandas answers questions over a base; JSON in, JSON out."""

import json
import sqlite3
import sys
from pathlib import Path

import pandas  # type: ignore[import-untyped]  # of the environment this runs in


def main(database: str, questions: str) -> None:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    answers = []
    for question in json.loads(Path(questions).read_text("utf-8"))["through"]:
        frame = pandas.read_sql_query(question, connection)
        answers.append(frame.astype(object).where(frame.notna(), None).values.tolist())
    json.dump({"through": answers}, sys.stdout)


main(*sys.argv[1:])
