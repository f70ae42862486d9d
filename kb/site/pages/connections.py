"""The claims that connect an actor, thing or event with others: a picture and a list, in which every line says who holds it and how."""

from __future__ import annotations

import json
import sqlite3
import textwrap
from collections.abc import Iterable, Sequence

from kb.base.model import Row
from kb.site.page_data import listed, quoted_rows, rows

# The entities that are subject or object of a claim together with it, and the claims. A predicate that holds in both directions has one.
NEIGHBOURS = """
SELECT other AS id, entities.label, entities.kind, max(outward, coalesce(symmetric, 0)) AS outward, predicates.label AS predicate, count(*) AS claims,
  min(near.claim_id) AS claim_id, json_group_array(near.claim_id) AS claim_ids
FROM (
  SELECT id AS claim_id, object_id AS other, predicate_id, 1 AS outward FROM claims WHERE subject_id = ?1 AND object_id IS NOT NULL AND status NOT IN ('proposed', 'retracted')
  UNION ALL
  SELECT id, subject_id, predicate_id, 0 FROM claims WHERE object_id = ?1 AND status NOT IN ('proposed', 'retracted')
) AS near JOIN entities ON entities.id = near.other LEFT JOIN predicates ON predicates.id = near.predicate_id
WHERE other <> ?1 GROUP BY other, 4, predicate ORDER BY claims DESC, entities.label, predicate LIMIT 60"""
VOICES = """
SELECT claim_id, speaker, stance, min(assertion_id) AS assertion_id FROM json_each(?) AS wanted CROSS JOIN who_says_what ON claim_id = wanted.value
GROUP BY claim_id, speaker, stance ORDER BY claim_id, stance, speaker"""
# The number of claims of one connection whose holders are looked up; a connection of more says so.
ASKED = 20
CARDS = 3  # of one connection, in the list
# What a line says of its holders, by the stances that they take.
HELD = {"affirms": "affirmed by", "denies": "denied by", "uncommitted": "only reported by"}
# The number of neighbours on each side of the graph; the list beside it shows all.
DRAWN = 9
NAME_LINE, HOLDERS_LINE, APART = 17, 14, 12  # units of the picture, which is as wide as its text needs
LONGEST_NAME, LONGEST_HOLDERS = 25, 33  # characters of a line
SPREAD, MIDDLE, LABELS = 560, 280, 60  # of the wide picture: its width, its middle, and from there to the neighbours
TRUNK, BRANCH = 10, 52  # of the narrow picture, which is a tree: where its trunk stands, and where its branches end
LONGEST_ROOT = 30  # of the name at the root of the tree
LONGEST_HEAD = 20  # characters of a name in the heads of the narrow picture, which say “it” of a longer one
NAMED = 2  # holders of one stance that are named; of more the number is given


def read(connection: sqlite3.Connection, entity_id: str) -> list[Row]:
    """The connections of an entity, each with `stance` (of all who hold its claims: affirms, denies, uncommitted or both), `held` in words, and `cards`."""
    connections = rows(connection, NEIGHBOURS, entity_id)
    for row in connections:
        row["claim_ids"] = json.loads(row["claim_ids"])
    asked = [claim_id for row in connections for claim_id in row["claim_ids"][:ASKED]]
    voices: dict[str, list[tuple[str, str]]] = {}
    first: dict[str, str] = {}
    for voice in rows(connection, VOICES, listed(asked)):
        voices.setdefault(voice["claim_id"], []).append((voice["stance"], voice["speaker"]))
        first.setdefault(voice["claim_id"], voice["assertion_id"])
    cards = {row["claim_id"]: row for row in quoted_rows(connection, list(first.values()))}
    for row in connections:
        row["voices"] = {voice for claim_id in row["claim_ids"][:ASKED] for voice in voices.get(claim_id, ())}
        row["cards"] = [cards[claim_id] for claim_id in row["claim_ids"][:CARDS] if claim_id in cards]
        row["stance"], row["held"] = stance_of(row["voices"]), held(row["voices"], more=len(row["claim_ids"]) > ASKED)
    return connections


def stance_of(voices: Iterable[tuple[str, str]]) -> str:
    """Affirms, denies, both where some do and some deny, or uncommitted where nobody commits."""
    taken = {stance for stance, _ in voices} - {"uncommitted"}
    return "both" if len(taken) > 1 else next(iter(taken), "uncommitted")


def held(voices: Iterable[tuple[str, str]], *, more: bool = False) -> str:
    """Who holds it and how, in words such as “affirmed by Ada; denied by Bob and 2 others”."""
    parts, voices = [], list(voices)
    for stance, words in HELD.items():
        names = sorted({speaker for held_as, speaker in voices if held_as == stance})
        if names:
            others = len(names) - NAMED
            shown = ", ".join(names) if others <= 1 else f"{', '.join(names[:NAMED])} and {others} others"
            parts.append(f"{words} {shown}")
    return "; ".join(parts) + (" …" if more else "")


def graph(connections: Sequence[Row], label: str = "it") -> Row:
    """The layout of the picture of neighbours, those with most claims first, each drawn once: `wide`, and `narrow` for a phone.

    In the wide one neighbours that mostly act on the entity are on the left, those that it mostly acts on on the right. In the narrow one they
    follow each other, under `heads`. Nothing of who holds a line is cut: it is folded.
    """
    by_id: dict[str, Row] = {}
    for row in connections:
        start = {"id": row["id"], "label": row["label"], "kind": row["kind"], "claims": 0, "outward": 0, "voices": set(), "lines": []}
        node = by_id.setdefault(row["id"], start)
        node["claims"] += row["claims"]
        node["outward"] += row["claims"] * (1 if row["outward"] else -1)
        node["voices"] |= row["voices"]
        node["lines"].append(row)
    drawn = sorted(by_id.values(), key=lambda node: (-node["claims"], node["label"]))
    for node in drawn:
        node["stance"], node["width"] = stance_of(node["voices"]), min(5, 1 + node["claims"] / 2)
        node["name"] = textwrap.wrap(node["label"], LONGEST_NAME)
        node["held"] = [line for part in held(node["voices"]).split("; ") for line in textwrap.wrap(part, LONGEST_HOLDERS)]
        node["tall"] = NAME_LINE * len(node["name"]) + HOLDERS_LINE * len(node["held"]) + APART
    left = [node for node in drawn if node["outward"] < 0][:DRAWN]
    right = [node for node in drawn if node["outward"] >= 0][:DRAWN]
    return {"wide": wide(left, right), "narrow": narrow(left, right, label)}


def wide(left: Sequence[Row], right: Sequence[Row]) -> Row:
    """Both sides around the entity, each spread over the whole height."""
    height = max(2 * NAME_LINE + 2 * APART, *(sum(node["tall"] for node in side) for side in (left, right)))
    nodes = []
    for side, way in ((left, -1), (right, 1)):
        spare = (height - sum(node["tall"] for node in side)) / max(1, len(side))
        top = 0.0
        for node in side:
            y = round(top + spare / 2 + APART / 2 + NAME_LINE * 0.7, 1)
            end = MIDDLE + way * LABELS
            nodes.append(
                {**node, "from": (MIDDLE, height / 2), "x": end, "y": y, "label_x": end + way * 11, "anchor": "end" if way < 0 else "start"}
            )
            top += node["tall"] + spare
    return {"nodes": nodes, "width": SPREAD, "height": height, "heads": [], "middle": (MIDDLE, height / 2)}


def narrow(left: Sequence[Row], right: Sequence[Row], label: str) -> Row:
    """A tree with the entity at its root: what acts on it, then what it acts on, one below the other."""
    nodes: list[Row] = []
    heads: list[Row] = []
    root = textwrap.wrap(label, LONGEST_ROOT)
    label = label if len(label) <= LONGEST_HEAD else "it"
    top = 2.0 * APART + NAME_LINE * (len(root) - 1)
    for side, words in ((left, f"What acts on {label}"), (right, f"What {label} acts on")):
        if side:
            heads.append({"y": round(top + NAME_LINE, 1), "words": words})
            top += NAME_LINE + APART
        for node in side:
            y = round(top + NAME_LINE, 1)
            nodes.append({**node, "from": (TRUNK, y), "x": BRANCH, "y": y, "label_x": BRANCH + 11, "anchor": "start"})
            top += node["tall"]
    middle, width = (TRUNK, APART), SPREAD // 2 + BRANCH
    return {"nodes": nodes, "width": width, "height": round(top + APART, 1), "heads": heads, "middle": middle, "root": root}
