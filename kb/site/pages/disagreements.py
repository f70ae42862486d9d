"""The grid of contested claims by voices: who affirms and who denies each, with the voices grouped by who sides with whom."""

from __future__ import annotations

import itertools
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence

from datasette.utils.asgi import Response

from kb.base.model import Row
from kb.site.counting import cached
from kb.site.page_data import column, rows, words
from kb.site.visit import Visit

MOST_CLAIMS, MOST_VOICES = 40, 14
LIKELY = 120  # claims looked at: those that somebody denies, and those that contradict or restate another
DENIED = """
SELECT DISTINCT claim_id FROM standing WHERE stance = 'denies' AND EXISTS (SELECT 1 FROM standing AS other
  WHERE other.claim_id = standing.claim_id AND other.stance = 'affirms') LIMIT ?"""
RELATED = """
SELECT from_claim_id, to_claim_id FROM relations WHERE relation IN ('contradicts', 'agrees', 'restates') AND status NOT IN ('proposed', 'retracted')
ORDER BY relation = 'contradicts' DESC, coalesce(comparable, '') NOT LIKE '%same-time%', id LIMIT ?"""
DIRECT = "SELECT claim_id, claim, speaker_id, speaker, stance, min(assertion_id) AS assertion_id FROM voices WHERE claim_id = ? GROUP BY speaker_id, stance"
# Voices on other claims that say the same or the opposite, as the finding tells of a voice that commits to this claim.
ROUNDABOUT = """
SELECT DISTINCT claim_b_id, claim_b, speaker_b_id AS speaker_id, speaker_b AS speaker, relation, stance_b, comparable FROM comparisons
WHERE claim_a_id = ? AND kind IN ('contradicts', 'agrees', 'restates') AND finding IN ('agreement', 'disagreement')"""
FOR, AGAINST = 1, -1
NAME = "disagreements"  # under which it is remembered
# What a cell says: its words, and the class that gives its colour.
SAID = {
    "affirms": ("affirms", "affirms"),
    "denies": ("denies", "denies"),
    "both": ("affirms and denies", "both"),
    "uncommitted": ("leaves open", "uncommitted"),
    "same": ("says as much", "affirms"),
    "rival": ("holds a rival claim", "denies"),
}


def read(connection: sqlite3.Connection) -> Row:
    """The data of the page: the contested claims, and the voices in sides."""
    likely = column(connection, DENIED, LIKELY)
    likely += [claim_id for pair in connection.execute(RELATED, (LIKELY,)).fetchall() for claim_id in pair]
    contested = [claim for claim_id in list(dict.fromkeys(likely))[: 2 * LIKELY] if (claim := grid_row(connection, claim_id))]
    contested.sort(key=lambda claim: (not claim["directly"], -len(claim["cells"]), claim["claim"]))
    shown = without_mirrors(contested)[:MOST_CLAIMS]
    sides = sides_of(shown)
    return {
        "claims": shown,
        "sides": sides,
        "voices": [voice for side in sides for voice in side],
        "more": len(contested) > MOST_CLAIMS,
        "words": words(connection),
    }


def grid_row(connection: sqlite3.Connection, claim_id: str) -> Row | None:
    """A claim with what each voice says of it, by the speaker's id; None where all who commit to it are on one side."""
    cells: dict[str, Row] = {}
    claim = ""
    for row in rows(connection, DIRECT, claim_id):
        claim = row["claim"]
        before = cells.get(row["speaker_id"])
        said = (
            row["stance"]
            if before is None or before["said"] == "uncommitted"
            else before["said"]
            if row["stance"] == "uncommitted"
            else "both"
        )
        cells[row["speaker_id"]] = {**row, "said": said, "through": None}
    directly = {"affirms", "denies"} <= {cell["said"] for cell in cells.values()}
    for row in rows(connection, ROUNDABOUT, claim_id):
        if row["speaker_id"] not in cells and row["stance_b"] == "affirms":
            said = "rival" if row["relation"] == "contradicts" else "same"
            cells[row["speaker_id"]] = {
                **row,
                "said": said,
                "through": {"id": row["claim_b_id"], "text": row["claim_b"], "apart": apart(row["comparable"])},
            }
    if not {FOR, AGAINST} <= {toward(cell) for cell in cells.values()}:
        return None
    return {"id": claim_id, "claim": claim, "cells": cells, "directly": directly}


def apart(comparable: str | None) -> list[str]:
    """The words for why two claims may not be comparable: that they speak of another time, definition or scope."""
    return [word for word in (comparable or "").split() if word.startswith("different-")]


def toward(cell: Row | None) -> int:
    """On which side of a claim a voice stands: FOR, AGAINST, or neither (0)."""
    return {"affirms": FOR, "same": FOR, "denies": AGAINST, "rival": AGAINST}.get(cell["said"] if cell else "", 0)


def without_mirrors(contested: Sequence[Row]) -> list[Row]:
    """The claims without those that only repeat an earlier row from its other side: of two rival claims one row tells both."""
    kept: list[Row] = []
    told: set[str] = set()
    for claim in contested:
        if claim["directly"] or claim["id"] not in told:
            kept.append(claim)
            told |= {cell["through"]["id"] for cell in claim["cells"].values() if cell["through"]}
    return kept


def sides_of(claims: Sequence[Row]) -> list[list[Row]]:
    """The voices in sides, the largest first: two stand together where they agree on more of these claims than they differ on.

    Voices that never meet on a claim are not put together, whatever else they have in common. The last side are those who stand with nobody.
    """
    named = {speaker: {"id": speaker, "label": cell["speaker"]} for claim in claims for speaker, cell in claim["cells"].items()}
    said = Counter(speaker for claim in claims for speaker, cell in claim["cells"].items() if toward(cell))
    most = [speaker for speaker, _ in sorted(said.items(), key=lambda pair: (-pair[1], named[pair[0]]["label"]))][:MOST_VOICES]
    ties = Counter[tuple[str, str]]()
    for claim in claims:
        for one, other in itertools.permutations([speaker for speaker in most if toward(claim["cells"].get(speaker))], 2):
            ties[one, other] += toward(claim["cells"][one]) * toward(claim["cells"][other])
    sides = joined([[speaker] for speaker in most], ties)
    together = [side for side in sides if len(side) > 1]
    alone = [side[0] for side in sides if len(side) == 1]
    found = [[{**named[speaker], "alone": False} for speaker in side] for side in together]
    return [*found, *([[{**named[speaker], "alone": True} for speaker in alone]] if alone else [])]


def joined(sides: list[list[str]], ties: Mapping[tuple[str, str], int]) -> list[list[str]]:
    """The sides, joined two by two, those with the strongest tie first, until no two have a tie that binds more than it parts."""
    while True:
        pairs = [(sum(ties.get((a, b), 0) for a in one for b in other), one, other) for one, other in itertools.combinations(sides, 2)]
        strongest = max(pairs, key=lambda pair: pair[0], default=(0, [], []))
        if strongest[0] <= 0:
            return sorted(sides, key=len, reverse=True)
        sides = [side for side in sides if side not in strongest[1:]] + [strongest[1] + strongest[2]]


async def view(visit: Visit) -> Response:
    """Answers with the grid."""
    data = await visit.read(cached, NAME, read)
    return await visit.page("kb/disagreements.html", said=SAID, most=MOST_CLAIMS, most_voices=MOST_VOICES, **data)
