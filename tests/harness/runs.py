"""One run of each kind that people make, and its undoing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.harness.edits import BECAUSE, CLAIM, NUMBER, add, get
from tests.whole import done, sound


def last_run(path: Path) -> str:
    return str(get(path, "SELECT id FROM runs ORDER BY rowid DESC LIMIT 1"))


def undo_last(path: Path) -> str:
    run = done("undo", last_run(path), *BECAUSE, db=path)
    sound(path)
    return run.splitlines()[0]


# ------------------------------------------------------------------------------------------------- each kind of run


def do(case: str, path: Path) -> None:
    if case == "add":
        options = ("--new-actor", "captain-hale:person:Captain Hale", "--speaker", "captain-hale", "--new-predicate", "eats:eats")
        add(path, "The ferry eats its passengers", "The ferry is too small", "port-bulletin", *options)
    elif case == "source":
        done("source", "add", "-", "--title", "A letter", "--author", "Ada", "--publisher", "The Press", db=path, stdin="Dear sirs. Yours.")
    elif case == "later text":
        text = get(path, "SELECT text FROM snapshots WHERE source_id = 'harbour-gazette'")
        done("source", "add", "-", "--title", "x", "--id", "harbour-gazette", db=path, stdin="Late edition.\n" + text)
    elif case == "import":
        file = path.with_name("facts.jsonl")
        fact: dict[str, Any] = {"source": "port-bulletin", "quote": "900 passengers", "text": "Nine hundred passengers", "roles": []}
        fact |= {"event": "bridge-opening", "roles": [{"entity": "ferry", "role": "participant"}]}
        fact |= {"quantity": {"comparison": "equal", "value": 900, "measure": "passengers", "verbatim": "900"}}
        file.write_text(
            json.dumps({"type": "thing", "id": "pier", "name": "the pier", "kind": "project", "names": [{"name": "jetty"}]})
            + "\n"
            + json.dumps(fact)
        )
        done("import", file, db=path)
    elif case == "new":
        done("new", "thing", "flood", "the flood", "--kind", "project", "--part-of", "harbour", "--alias", "the high water", db=path)
    elif case == "correct":
        done("correct", NUMBER, "text=Fewer words", "about_time=1956", "quantity.minimum=1100", *BECAUSE, db=path)
    elif case == "retract":
        done("retract", NUMBER, *BECAUSE, db=path)
    elif case == "merge actors":
        done("merge", "canal-company", "harbour-board", "--despite-evidence", *BECAUSE, db=path)
    elif case == "merge claims":
        done("merge", CLAIM, "clm-ferry-keeps-running", "--despite-evidence", *BECAUSE, db=path)
    elif case == "merge works":
        done("merge", "radio-one-broadcast", "port-bulletin", "--despite-evidence", *BECAUSE, db=path)


CASES = ["add", "source", "later text", "import", "new", "correct", "retract", "merge actors", "merge claims", "merge works"]
