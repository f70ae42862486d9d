"""How many independent origins the sources of a claim have, compared with a count in Python."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import kb.api

OUTLETS = [f"outlet-{number}" for number in range(6)]
WORKS = ["wire", "report"]
ORIGINS = "SELECT sources, origins FROM corroboration WHERE claim = 'The harbour froze'"


def cite(base: kb.api.Base, outlet: str, cited: str) -> str:
    entry = {"source": outlet, "cited": cited, "cited_text": cited, "quote": f"according to {cited}"}
    return base.record("citation", entry, by="a tester").ids[0]


def origins(cites: list[tuple[str, str]]) -> int:
    """The number of works under which the outlets are counted, each under that which most of them go back to."""
    reached = {outlet: {outlet} for outlet in OUTLETS}
    for _ in cites:
        for works in reached.values():
            works |= {cited for citing, cited in cites if citing in works}
    sharing = Counter(work for works in reached.values() for work in works)
    return len({min(works, key=lambda work: (-sharing[work], work)) for works in reached.values()})


def test_outlets_that_go_back_to_one_work_are_one_origin(empty_path: Path) -> None:
    with kb.api.open(empty_path) as base:
        for name in WORKS:
            base.record("source", {"id": name, "title": name.title(), "kind": "report"}, by="a tester")
        for outlet in OUTLETS:
            told = "\n\n".join(f"So it is, according to {name}." for name in [*WORKS, *OUTLETS])
            base.add_source(f"The harbour froze.\n\n{told}\n", title=outlet, source_id=outlet, by="a tester")
        base.add_all([kb.api.Fact(source=outlet, quote="The harbour froze", text="The harbour froze") for outlet in OUTLETS], by="a tester")
        assert base.query(ORIGINS) == [{"sources": 6, "origins": 6}]
        cites: list[tuple[str, str]] = []
        steps: list[tuple[int, int | str]] = [(0, "wire"), (1, "wire"), (2, 1), (3, "report"), (4, "report"), (4, "wire"), (5, 2), (2, 5)]
        # alone, shared, through another outlet, through a second work, and in a ring
        for citing, cited in steps:
            pair = (OUTLETS[citing], OUTLETS[cited] if isinstance(cited, int) else cited)
            cite(base, *pair)
            cites.append(pair)
            assert base.query(ORIGINS) == [{"sources": 6, "origins": origins(cites)}]
        assert origins(cites) == 2  # the wire, and the report of outlet-3 alone
        taken = base.query("SELECT id FROM citations WHERE citing_source_id = 'outlet-0'")
        base.retract(taken[0]["id"], "misread", by="a tester")
        assert base.query(ORIGINS) == [{"sources": 6, "origins": 3}]
