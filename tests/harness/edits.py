"""Facts added, corrected and taken back through the command, and what the base then holds."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from tests.whole import done, kb, rows

CLAIM = "clm-ferry-too-small"
NUMBER = "clm-company-passengers-april"
BECAUSE = ("--reason", "looked at it again")


def add(path: Path, claim: str, quote: str = "The ferry is too small", source: str = "port-bulletin", *more: object) -> tuple[str, str]:
    """(assertion, claim) of a fact added by a person."""
    assertion = done("add", "--source", source, "--quote", quote, "--claim", claim, *more, db=path)
    return assertion, get(path, "SELECT claim_id FROM assertions WHERE id = ?", assertion)


def get(path: Path, sql: str, *parameters: object) -> Any:
    connection = sqlite3.connect(path)
    try:
        found = connection.execute(sql, parameters).fetchone()
        return found[0] if found and len(found) == 1 else found
    finally:
        connection.close()


def status(path: Path, row_id: str) -> str:
    shown = json.loads(done("show", row_id, "--json", db=path))
    return str(shown["row"].get("status", "current"))


def refused(path: Path, *arguments: object, code: int = 1) -> str:
    before = rows(path)
    said = kb(*arguments, db=path)
    assert said.code == code, said.err
    assert rows(path) == before
    return said.err


# ------------------------------------------------------------------------------------------------------------- history


def history(path: Path, row_id: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(done("show", row_id, "--json", db=path))["history"]
    return told


def relate(path: Path, first: str, second: str, relation: str) -> None:
    file = path.with_name("relation.jsonl")
    file.write_text(
        json.dumps({"type": "relation", "from": first, "to": second, "relation": relation, "rationale": "as the texts have it"})
    )
    done("import", file, db=path)
