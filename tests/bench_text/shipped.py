"""The two shipped texts: how much of what people recorded in them the proposals cover. Reported, never tuned on."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from kb import anchor, propose
from kb.propose.attribution.sorting import OWN
from tests.bench_text.attribution import share
from tests.bench_text.scoring import Words


def covered(folder: Path) -> dict[str, float]:
    """Of the quotes that claims.toml holds, in per cent: in a proposal at all, and those that others say, in a proposal with a speaker or cue."""
    text = (folder / "text.txt").read_bytes().decode("utf-8-sig")
    claims = tomllib.loads((folder / "claims.toml").read_text(encoding="utf-8"))
    found = propose.attributions(text)
    words = Words(text)
    counts = {"quotes": [0, 0], "said by others": [0, 0], "own voice": [0, 0]}
    for entry in [*claims.get("claim", []), *claims.get("assertion", [])]:
        place = placed(text, entry)
        if place is None:
            continue
        said = words.of((place,))
        holding = [one for one in found if 2 * len(said & words.of(((one.content.start, one.content.end),))) >= len(said)]
        reported = bool(entry.get("said_by") or entry.get("speakers"))
        count(counts["quotes"], bool(holding))
        count(counts["said by others" if reported else "own voice"], any((one.rule != OWN) == reported for one in holding))
    return {name: share(*pair) for name, pair in counts.items()} | {"cases": counts["quotes"][1]}


def count(pair: list[int], right: bool) -> None:
    pair[0] += right
    pair[1] += 1


def placed(text: str, entry: dict[str, Any]) -> tuple[int, int] | None:
    """Where the quote of an entry stands, None where it needs its context to be told apart."""
    try:
        found = anchor.find(
            text, entry["quote"], prefix=entry.get("prefix", ""), suffix=entry.get("suffix", ""), within=entry.get("within", "")
        )
    except anchor.QuoteError:
        return None
    return found.start, found.end
