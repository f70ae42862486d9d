"""Figures in the pages written by hand: what stands between `<!-- generated: NAME -->` and `<!-- end -->` is made from the base, or measured."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

from kb.base import store

COUNTED = ("sentences", "claims", "assertions", "actors", "things", "events", "predicates", "mentions", "relations")
MARKED = re.compile(r"(<!-- generated: (figures|files) -->\n).*?(<!-- end -->)", re.DOTALL)
SCORES = Path(__file__).parents[1] / "bench_text" / "scores.json"  # as make bench-text measured them last


def with_figures(text: str, base: Path) -> str:
    """The text with its figures made anew."""
    return MARKED.sub(lambda mark: f"{mark[1]}{figures(base) if mark[2] == 'figures' else files()}\n{mark[3]}", text)


def files() -> str:
    """The table of the files that are made to measure reading."""
    rows = json.loads(SCORES.read_text("utf-8"))["files"]
    head = "| file | pages | complete, % | order, % | quotes found |\n|---|---|---|---|---|"
    return "\n".join(
        [head, *(f"| {row['file']} | {row['pages']} | {row['complete']} | {row['order']} | {row['quotes']} |" for row in rows)]
    )


def figures(base: Path) -> str:
    """How much the two shipped texts came to."""
    with closing(store.connect(base, readonly=True)) as connection:
        counts = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}
    return (
        f"The two texts come to {counts['sentences']} sentences, {counts['claims']} claims in {counts['assertions']} assertions, "
        f"{counts['actors']} actors, {counts['things']} things, {counts['events']} events, {counts['predicates']} predicates, "
        f"{counts['mentions']} mentions of names and {counts['relations']} relations between claims."
    )
