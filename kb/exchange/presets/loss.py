"""The loss report of an export, which says what was kept and what the format cannot hold.

Nothing is dropped in silence. What a preset leaves out it counts here, with the reason, and where people have to act on single rows their
ids are listed too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Lost:
    """One kind of thing that an export does not hold: why, how many rows that concerns, and which where they are listed."""

    why: str
    rows: int = 0
    ids: list[str] = field(default_factory=list)


@dataclass
class Loss:
    """What an export kept, by kind of row, and what it lost, by what that is."""

    preset: str
    kept: Counter[str] = field(default_factory=Counter)
    lost: dict[str, Lost] = field(default_factory=dict)

    def keep(self, what: str, rows: int = 1) -> None:
        """Count rows that were written; none at all is worth saying too."""
        self.kept[what] += rows

    def lose(self, what: str, why: str, rows: int = 1, row_id: str | None = None) -> None:
        """Count rows that the format cannot hold, or hold only in part."""
        if rows:
            entry = self.lost.setdefault(what, Lost(why))
            entry.rows += rows
            if row_id is not None:
                entry.ids.append(row_id)

    def as_json(self) -> dict[str, Any]:
        """The report as data."""
        lost = [
            {"what": what, "why": each.why, "rows": each.rows} | ({"ids": each.ids} if each.ids else {}) for what, each in self.lost.items()
        ]
        return {"preset": self.preset, "kept": dict(self.kept), "lost": lost}

    def lines(self) -> Iterator[str]:
        """The report for people, a line for each reason."""
        yield "kept: " + (", ".join(f"{count:,} {what}" for what, count in self.kept.items()) or "nothing")
        by_reason: dict[str, list[str]] = {}
        for what, each in self.lost.items():
            by_reason.setdefault(each.why, []).append(f"{what} ({each.rows:,})")
        for why, kinds in by_reason.items():
            yield f"lost: {', '.join(kinds)}: {why}"
        if not self.lost:
            yield "lost: nothing"
