"""What a person may do to a base, by name: drawn at random, every step is one run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from kb.api import Base
from kb.facts import Voice

QUOTES = (
    ("port-bulletin", "The ferry is too small"),
    ("port-bulletin", "as everyone knows"),
    ("port-bulletin", "900 passengers"),
    ("harbour-gazette", "Many captains"),
)
Step = tuple[str, int, int]


def pick(base: Base, sql: str, number: int) -> str:
    """One of the ids that a query returns."""
    found = [row[0] for row in base.connection.execute(sql).fetchall()]
    return str(found[number % len(found)]) if found else "nothing"


CLAIMS, SAYING = "SELECT id FROM claims ORDER BY id", "SELECT id FROM assertions ORDER BY id"
ACTORS = "SELECT id FROM actors ORDER BY id"
RUNS = "SELECT id FROM runs WHERE kind <> 'ingest' ORDER BY rowid DESC"


def add(base: Base, one: int, other: int, **said: Any) -> None:
    source, quote = QUOTES[one % len(QUOTES)]
    base.add(source=source, quote=quote, voices=(Voice(speaker=pick(base, ACTORS, other)),) if "text" in said else (), **said)


AGAIN, SAME = "seen again", "the same"
# What a person may do, with two numbers that choose among the rows and values there are.
STEPS: dict[str, Callable[[Base, int, int, str], object]] = {
    "kind": lambda base, one, other, by: base.correct(pick(base, CLAIMS, one), AGAIN, by=by, kind=("factual", "norm", "causal")[other % 3]),
    "time": lambda base, one, other, by: base.correct(pick(base, CLAIMS, one), AGAIN, by=by, about_time=str(1950 + other % 3)),
    "certainty": lambda base, one, other, by: base.correct(
        pick(base, SAYING, one), AGAIN, by=by, certainty=("possible", "probable", "certain")[other % 3]
    ),
    "name": lambda base, one, other, by: base.correct(pick(base, ACTORS, one), AGAIN, by=by, name=f"Name {other % 3}"),
    "part": lambda base, one, other, by: base.correct(
        pick(base, ACTORS, one), AGAIN, by=by, part_of_id=pick(base, ACTORS, other) if other % 4 else ""
    ),
    "number": lambda base, one, other, by: base.correct(
        pick(base, "SELECT claim_id FROM quantities ORDER BY claim_id", one), AGAIN, by=by, **{"quantity.measure": f"m {other % 3}"}
    ),
    "retract claim": lambda base, one, _, by: base.retract(pick(base, CLAIMS, one), AGAIN, by=by),
    "retract assertion": lambda base, one, _, by: base.retract(pick(base, SAYING, one), AGAIN, by=by),
    "retract belonging": lambda base, one, _, by: base.retract(pick(base, "SELECT id FROM affiliations ORDER BY id", one), AGAIN, by=by),
    "merge actors": lambda base, one, other, by: base.merge(
        pick(base, ACTORS, one), pick(base, ACTORS, other), SAME, by=by, despite_evidence=True
    ),
    "merge claims": lambda base, one, other, by: base.merge(pick(base, CLAIMS, one), pick(base, CLAIMS, other), SAME, by=by),
    "add": lambda base, one, other, by: add(base, one, other, text=f"It is said to be so {other % 2}", by=by),
    "say again": lambda base, one, other, by: add(base, other, one, claim_id=pick(base, CLAIMS, one), by=by),
    "review": lambda base, one, other, by: base.review(pick(base, CLAIMS, one), ("carries", "does-not-carry")[other % 2], by=by),
    "undo": lambda base, one, _, by: base.undo(pick(base, RUNS, one % 3), "a mistake", by=by),
}
steps = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 30), st.integers(0, 30)), max_size=6)
