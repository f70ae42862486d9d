"""Order between events: where each stands on the timeline and by what, and that no way leads round in time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.ask.story import story
from kb.base import checks, runs, schema, store
from kb.base.ids import event_order_id
from kb.base.runs import Run
from kb.errors import ConflictError
from tests.harness.edits import BECAUSE
from tests.whole import done, kb, one, sound

CLAIM = "clm-ferry-too-small"


def add_events(run: Run, **dates: str | None) -> None:
    for name, date in dates.items():
        row = {"id": name, "name": name, "kind": "other", "actuality": "occurred", "date": date, "date_basis": "stated" if date else None}
        run.insert("events", row)


def order(run: Run, *orders: str, claim: str | None = None) -> None:
    """Record orders written as “a before b”."""
    for words in orders:
        event, relation, other = words.split()
        row = {"event_id": event, "relation": relation, "other_event_id": other, "claim_id": claim}
        run.insert("event_order", {"id": event_order_id(*row.values())} | row)


def listed(connection: sqlite3.Connection, names: str) -> str:
    marks = ", ".join(f"'{name}'" for name in names)
    found = connection.execute(f"SELECT event_id FROM timeline WHERE event_id IN ({marks}) ORDER BY position, latest, event")
    return "".join(row[0] for row in found)


def ordered_by(connection: sqlite3.Connection, name: str) -> str | None:
    found: str | None = connection.execute("SELECT ordered_by FROM timeline WHERE event_id = ?", (name,)).fetchone()[0]
    return found


def test_dates_bounds_and_orders_place_events_and_the_timeline_says_which(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add") as run:
        add_events(run, a="1950", b=None, c="../1955", d="1960", e=None, f=None)
        order(run, "b after a", "b before c", "e after d")
    assert listed(tiny, "fedcba") == "abcdef"
    assert [ordered_by(tiny, name) for name in "abcdef"] == ["date", "order", "bounds", "date", "order", None]
    assert one(tiny, "SELECT orders FROM timeline WHERE event_id = 'b'") == "after a; before c"
    assert one(tiny, "SELECT position FROM timeline WHERE event_id = 'f'") == "~ 00000"


def test_an_event_with_only_a_latest_bound_stands_at_that_bound_but_before_what_it_precedes(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add") as run:
        add_events(run, a="../1960", b="1955", c="1957", d="../1960")
        order(run, "a before b")
    assert listed(tiny, "abcd") == "abcd"


def test_events_without_any_date_stand_in_their_own_order(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add") as run:
        add_events(run, a=None, b=None, c=None, d=None)
        order(run, "d before c", "b after c", "a starts b")
    assert listed(tiny, "abcd") == "dcba"


def test_what_lies_within_an_event_comes_after_its_beginning_and_before_what_follows_it(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add") as run:
        add_events(run, a=None, b=None, c=None, d=None, e=None)
        order(run, "b during a", "c ends a", "a before d", "e before a")
    assert listed(tiny, "abcde")[0] == "e" and listed(tiny, "abcde")[1] == "a" and listed(tiny, "abcde")[4] == "d"


@pytest.fixture(scope="module")
def in_memory() -> Iterator[sqlite3.Connection]:
    """An empty base, made once for all examples: what an example writes is rolled back."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(connection)
    yield connection
    connection.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.permutations("abcdef"),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
    st.lists(st.none() | st.integers(0, 5), min_size=6, max_size=6),
)
@pytest.mark.thorough
def test_the_timeline_never_contradicts_an_order(
    in_memory: sqlite3.Connection, names: list[str], pairs: list[tuple[int, int]], years: list[int | None]
) -> None:
    in_memory.execute("BEGIN")
    try:
        assert contradicted(in_memory, names, pairs, years) == []
    finally:
        in_memory.execute("ROLLBACK")


def contradicted(
    connection: sqlite3.Connection, names: list[str], pairs: list[tuple[int, int]], years: list[int | None]
) -> list[tuple[str, str]]:
    """The pairs of events that the timeline lists the other way round than they are said to follow each other."""
    known = sorted(year for year in years if year is not None)
    for place, name in enumerate(names):  # dates that agree with the order, of which some are missing
        date = f"{1900 + known.pop(0)}" if years[place] is not None else None
        sql = "INSERT INTO events(id, name, kind, actuality, date, date_basis) VALUES (?, ?, 'other', 'occurred', ?, ?)"
        connection.execute(sql, (name, name, date, "stated" if date else None))
    wanted = {(names[low], names[high]) for low, high in map(sorted, pairs) if low != high}
    for number, (earlier, later) in enumerate(wanted):
        row = (earlier, "before", later) if number % 2 else (later, "after", earlier)
        connection.execute(
            "INSERT INTO event_order(id, event_id, relation, other_event_id) VALUES (?, ?, ?, ?)", (event_order_id(*row, None), *row)
        )
    shown = listed(connection, "abcdef")
    return [pair for pair in wanted if shown.index(pair[0]) > shown.index(pair[1])]


ROUND = [
    ("a before b", "b before a"),
    ("a before b", "a after b"),
    ("a during b", "b during a"),
    ("a during b", "b starts a"),
    ("a before b", "b before c", "c before a"),
    ("a before b", "b during a"),
    ("c during a", "a before b", "b before c"),
    ("c ends a", "d during b", "a before b", "d before c"),
]


@pytest.mark.parametrize("orders", ROUND)
def test_an_order_that_leads_round_is_refused_whichever_part_comes_last(tiny: sqlite3.Connection, orders: tuple[str, ...]) -> None:
    with runs.begin(tiny, "add") as run:
        add_events(run, a=None, b=None, c=None, d=None)
    for *first, last in list(permutations(orders))[:6]:
        with pytest.raises(ConflictError, match="before itself"), runs.begin(tiny, "add") as run:
            order(run, *first)
            order(run, last)
    assert not tiny.execute("SELECT 1 FROM circles_in_time").fetchall()


def test_an_order_that_does_not_lead_round_is_recorded(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add") as run:
        add_events(run, a=None, b=None, c=None, d=None)
        order(run, "a before b", "a before c", "b before d", "c during b")
    assert listed(tiny, "abcd") == "abcd"


def test_what_rests_on_a_claim_that_nobody_makes_any_more_orders_nothing(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        add_events(run, a="1950", b=None)
        order(run, "b after a", claim=CLAIM)
    assert ordered_by(connection, "b") == "order"
    done("retract", CLAIM, *BECAUSE, db=tiny_path)
    assert ordered_by(connection, "b") is None
    connection.close()


def test_the_check_names_a_circle_and_an_order_against_the_dates(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "add") as run:
        add_events(run, a="1950", b="1949")
        order(run, "a before b")
    (problem,) = [problem for problem in checks.check(tiny) if problem.check == "order-against-dates"]
    assert problem.row == event_order_id("a", "before", "b", None)
    assert problem.detail == "a (1950) before b (1949)"


def test_merging_events_moves_their_orders_and_leaves_none_between_an_event_and_itself(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        add_events(run, a=None, b=None, c=None)
        order(run, "a before b", "a before c", "b before c")
        order(run, "a before c", claim=CLAIM)
    done("merge", "a", "b", *BECAUSE, db=tiny_path)
    assert connection.execute(
        "SELECT event_id, relation, other_event_id, claim_id FROM event_order WHERE other_event_id = 'c' ORDER BY 4"
    ).fetchall() == [
        ("b", "before", "c", None),
        ("b", "before", "c", CLAIM),
    ]
    assert not connection.execute("SELECT 1 FROM event_order WHERE 'a' IN (event_id, other_event_id)").fetchall()
    connection.close()


def test_merging_events_that_would_lead_round_is_refused(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        add_events(run, a=None, b=None, c=None)
        order(run, "a before b", "b before c")
    connection.close()
    assert kb("merge", "a", "c", *BECAUSE, db=tiny_path).code == 1


def test_merging_claims_moves_the_orders_that_rest_on_them(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        order(run, "bridge-opening after second-ferry-decision", claim=CLAIM)
    done("merge", CLAIM, "clm-captains-are-asked", *BECAUSE, db=tiny_path)
    assert one(connection, "SELECT claim_id FROM event_order WHERE relation = 'after'") == "clm-captains-are-asked"
    connection.close()
    sound(tiny_path)


def test_an_order_is_shown_taken_back_and_put_back(tiny_path: Path) -> None:
    with store.connect(tiny_path) as connection:
        order_id, claim = connection.execute("SELECT id, claim_id FROM event_order").fetchone()
        assert [row["id"] for row in story(connection, "bridge-opening").parts["order in time"]] == [order_id]
        assert story(connection, claim).parts["order in time"][0]["relation"] == "before"
    done("retract", order_id, *BECAUSE, db=tiny_path)
    connection = store.connect(tiny_path)
    assert not connection.execute("SELECT 1 FROM event_order").fetchall()
    assert story(connection, order_id).row["status"] == "removed"
    done("undo", one(connection, "SELECT id FROM runs ORDER BY rowid DESC"), *BECAUSE, db=tiny_path)
    assert one(connection, "SELECT id FROM event_order") == order_id
    connection.close()
    sound(tiny_path)


def test_an_event_that_an_order_names_is_in_use(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        add_events(run, a=None, b=None)
        order(run, "a before b")
    connection.close()
    refused = kb("retract", "a", *BECAUSE, db=tiny_path)
    assert refused.code == 1 and "event_order" in refused.err
