"""The timeline of events, on which uncertain dates are drawn as spans, and events that did not happen are marked."""

from __future__ import annotations

import datetime
import re
import sqlite3
from collections.abc import Collection, Sequence
from typing import cast

from datasette.utils.asgi import Response

from kb.base.contract_rows import TimelineRow
from kb.base.model import Row
from kb.errors import KbError, SeveralProblemsError, UsageError
from kb.site.counting import cached
from kb.site.page_data import QuotedRow, column, listed, quoted_rows, rows, words
from kb.site.visit import Visit

# The number of events on one page, which says when there are more; the years can be narrowed.
MOST = 100
# Where the texts order events among each other, a position rests on chains of them; so these are found once for each state of the base.
ORDER = """
WITH ordered(id) AS MATERIALIZED (SELECT event_id FROM event_order UNION SELECT other_event_id FROM event_order)
SELECT json_group_array(json_array(event_id, position)) FROM ordered CROSS JOIN timeline ON event_id = ordered.id"""
ORDER_NAME = "order of events"  # under which it is remembered
ALWAYS = "0000", "9999~"  # days before and after all that can be said
NAME = "timeline"  # under which the page without filters is remembered
# Events that can be placed, in the order of time. Most stand where their own date puts them, which an index gives; the few that are ordered
# with others may come later.
ORDERED = "WITH ordered(id, position) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(:order)),"
# A condition on events alone would make SQLite read all of them into a Bloom filter first, hence CASE.
WANTED = """
(SELECT id, (SELECT position FROM timeline WHERE event_id = alone.id) AS position FROM alone UNION ALL SELECT id, position FROM ordered) AS wanted
CROSS JOIN events ON events.id = wanted.id"""
PLACED = f"""{ORDERED}
alone(id) AS MATERIALIZED (
  SELECT events.id FROM events JOIN entities ON entities.id = events.id
  WHERE date IS NOT NULL AND coalesce(earliest, latest, '0000') <= :last AND coalesce(latest, '9999') >= :first
    AND actuality = coalesce(:actuality, actuality) AND entities.status = 'current' AND events.id NOT IN (SELECT id FROM ordered)
  ORDER BY coalesce(earliest, latest), latest LIMIT :most)
SELECT wanted.id FROM {WANTED}
WHERE position < '~' AND coalesce(earliest, latest, position) <= :last AND coalesce(latest, iif(date IS NULL, position, '9999')) >= :first
  AND CASE WHEN wanted.id <> '' THEN actuality = coalesce(:actuality, actuality) END ORDER BY position, latest, name LIMIT :most"""
UNPLACED = f"""{ORDERED}
alone(id) AS MATERIALIZED (
  SELECT events.id FROM events JOIN entities ON entities.id = events.id WHERE date IS NULL AND actuality = coalesce(:actuality, actuality)
    AND entities.status = 'current' AND events.id NOT IN (SELECT id FROM ordered) ORDER BY actuality, name LIMIT :most)
SELECT wanted.id FROM {WANTED}
WHERE position >= '~' AND CASE WHEN wanted.id <> '' THEN date IS NULL AND actuality = coalesce(:actuality, actuality) END
ORDER BY actuality, position, name LIMIT :most"""
EVENTS = "SELECT timeline.* FROM json_each(?) AS wanted JOIN timeline ON timeline.event_id = wanted.value ORDER BY wanted.key"
# The first claims that name an event, and the voice that shows a claim: one that affirms or denies before one that only reports.
NAMING = "SELECT claim_id FROM entity_claims WHERE entity_id = ? AND part <> 'speaker' LIMIT 24"
VOICES = """
SELECT value, (SELECT assertion_id FROM who_says_what AS said WHERE said.claim_id = wanted.value ORDER BY stance = 'uncommitted', level LIMIT 1)
FROM json_each(?) AS wanted"""
SHOWN_CLAIMS = 3  # of one event
# Steps between two marks of the axis, in months; the first that leaves room for every label is taken.
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
MOST_TICKS = 9
MARGIN = 2.0  # percent at each end of the axis
A_FILTER = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class DrawnEvent(TimelineRow, total=False):
    """A row of `timeline` with what the page draws, namely bounds as ordinal days, and position and width in percent of the axis."""

    uncertain: bool
    start: int | None
    end: int | None
    x: float
    width: float
    open_start: bool
    open_end: bool
    ordered_only: bool


def read(connection: sqlite3.Connection, first: str, last: str, actuality: str | None) -> Row:
    """The data of the page for events between the days `first` and `last`, of one actuality if given."""
    limits = {"first": first, "last": last, "actuality": actuality, "most": MOST + 1, "order": cached(connection, ORDER_NAME, order)}
    dated_ids, undated_ids = (
        [row[0] for row in connection.execute(sql, {name: value for name, value in limits.items() if f":{name}" in sql})]
        for sql in (PLACED, UNPLACED)
    )
    dated = cast("list[DrawnEvent]", rows(connection, EVENTS, listed(dated_ids[:MOST])))
    undated = rows(connection, EVENTS, listed(undated_ids[:MOST]))
    return {
        "dated": dated,
        "undated": undated,
        "cards": cards(connection, [row["event_id"] for row in (*dated, *undated)]),
        "cut": len(dated_ids) > MOST or len(undated_ids) > MOST,
        "axis": place_on_axis(dated, first_day(first.strip("0")), first_day(last.strip("9~"))),
        "words": words(connection),
    }


def unfiltered(connection: sqlite3.Connection) -> Row:
    """The data of the page without filters, which most people open: remembered, as counting the claims of a hundred busy events takes time."""
    return read(connection, *ALWAYS, None)


def order(connection: sqlite3.Connection) -> str:
    """The events that the texts order among each other, with their positions, as JSON."""
    return str(connection.execute(ORDER).fetchone()[0])


def cards(connection: sqlite3.Connection, event_ids: Sequence[str]) -> dict[str, list[QuotedRow]]:
    """The first claims that name each event, at most SHOWN_CLAIMS, as cards by the event's id."""
    naming = {event_id: list(dict.fromkeys(column(connection, NAMING, event_id)))[:SHOWN_CLAIMS] for event_id in event_ids}
    claim_ids = list(dict.fromkeys(claim_id for some in naming.values() for claim_id in some))
    voices = dict(connection.execute(VOICES, (listed(claim_ids),)).fetchall())
    by_claim = {row["claim_id"]: row for row in quoted_rows(connection, [voice for voice in voices.values() if voice])}
    return {event_id: [by_claim[claim_id] for claim_id in some if claim_id in by_claim] for event_id, some in naming.items()}


def place_on_axis(events: Sequence[DrawnEvent], first: int | None = None, last: int | None = None) -> list[Row]:
    """Give each event `x` and `width` in percent of the axis, and return the marks to print on it.

    The axis is even: a year is as wide wherever it stands. `first` and `last` are days where it is cut. An event without a day of its own is
    drawn between its neighbours, whose order the texts give.
    """
    for event in events:
        event["uncertain"] = re.search(r"[X~?%/.]", event["date"] or "") is not None
        event["start"], event["end"] = day(event["earliest"]), day(event["latest"])
    bounds = [bound for event in events for bound in (event["start"], event["end"]) if bound is not None]
    if not bounds:
        return []
    low, high = max(min(bounds), first or min(bounds)), min(max(bounds), last or max(bounds))
    low, high = min(low, high), max(low, high)
    scale = (100 - 2 * MARGIN) / (high - low) if high > low else 0.0

    def place(bound: int) -> float:
        return MARGIN + scale * (min(max(bound, low), high) - low) if scale else 50.0

    for number, event in enumerate(events):
        left, right = event["start"], event["end"]
        event["ordered_only"] = left is None and right is None
        if event["ordered_only"] or event["orders"]:
            left, right = between(events, number, left, right)
        x = place(left) if left is not None else 0.0
        event["x"], event["width"] = round(x, 2), round(max((place(right) if right is not None else 100.0) - x, 0.0), 2)
        event["open_start"], event["open_end"] = left is None, right is None
    return [{"label": label, "x": round(place(at), 2)} for at, label in ticks(low, high)]


def between(events: Sequence[DrawnEvent], number: int, left: int | None, right: int | None) -> tuple[int | None, int | None]:
    """The days between which an event lies, where its own are open and its order among the others says more."""
    if left is None:
        left = next((bound for before in reversed(events[:number]) if (bound := before["start"] or before["end"])), None)
        later = next((bound for after in events[number + 1 :] if (bound := day(after["latest"]) or day(after["earliest"]))), None)
        right = later if right is None else min(right, later or right)
        if left is not None and right is not None and right < left:
            right = left
    return left, right


def ticks(low: int, high: int) -> list[tuple[int, str]]:
    """The days to mark between two days, at even steps, each with its label: a year, or a month where the axis is short."""
    first, last = datetime.date.fromordinal(low), datetime.date.fromordinal(high)
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in STEPS if months / step <= MOST_TICKS - 1), STEPS[-1])
    start = first.year * 12 + first.month - 1
    found = []
    for month in range(start - start % step + (step if start % step else 0), last.year * 12 + last.month, step):
        year, number = divmod(month, 12)
        if 1 <= year <= datetime.MAXYEAR:
            at = datetime.date(year, number + 1, 1).toordinal()
            found.append((max(at, low), str(year) if step >= 12 else f"{year}-{number + 1:02}"))
    return found or [(low, str(first.year))]


def day(iso: str | None) -> int | None:
    """The ordinal of an ISO day, or None for an unknown bound and for years before 1, which cannot be drawn."""
    try:
        return datetime.date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None


def checked(first: str, last: str, actuality: str, actualities: Collection[str]) -> None:
    """Raise SeveralProblemsError for filters that choose nothing that there could be: all that is wrong with them at once."""
    wrong: list[KbError] = [
        UsageError(f"{value!r} is no day", where=name, remedy="write a year, a month or a day: 1969, 2021-10, 2021-10-23")
        for name, value in (("from", first), ("to", last))
        if value and not (A_FILTER.fullmatch(value) and first_day(value))
    ]
    if not wrong and first and last and first > f"{last}~":
        wrong.append(UsageError("ends before it begins", where="to", remedy="give the earlier day first"))
    if actuality and actuality not in actualities:
        wrong.append(UsageError(f"{actuality!r} is no such word", where="actuality", remedy=f"use {', '.join(sorted(actualities))}"))
    if wrong:
        raise SeveralProblemsError(wrong) if len(wrong) > 1 else wrong[0]


def first_day(value: str) -> int | None:
    """The ordinal of the first day of a year, a month or a day."""
    return day((value + "-01-01")[:10]) if value else None


async def view(visit: Visit) -> Response:
    """Answers with the timeline. `from` and `to` limit the days, `actuality` the events; wrong ones are refused on the page (400)."""
    first, last, actuality = (visit.arg(name) for name in ("from", "to", "actuality"))
    known = (await visit.read(words))["events.actuality"]
    error: KbError | None = None
    try:
        checked(first, last, actuality, known)
        limited = (first or "0000", (last or "9999") + "~", actuality or None)
        data = await (visit.read(cached, NAME, unfiltered) if limited == (*ALWAYS, None) else visit.read(read, *limited))
    except UsageError as refused:
        error, data = refused, await visit.read(cached, NAME, unfiltered)
    return await visit.page(
        "kb/timeline.html", status=400 if error else 200, first=first, last=last, actuality=actuality, most=MOST, error=error, **data
    )
