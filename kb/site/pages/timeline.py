"""Events in order of time: uncertain dates drawn as spans, what happened told apart from what was planned, imagined or did not come about."""

from __future__ import annotations

import datetime
import itertools
import math
import re
import sqlite3
from collections.abc import Sequence

from datasette.utils.asgi import Response

from kb.site.reading import Row, column, listed, rows, words
from kb.site.visit import Visit

# The most events on one page; it says when there are more, and the years can be narrowed.
MOST = 100
DATED = """
SELECT events.id FROM events JOIN entities ON entities.id = events.id
WHERE date IS NOT NULL AND coalesce(earliest, '0000') <= ? AND coalesce(latest, '9999') >= ? AND actuality = coalesce(?, actuality)
  AND entities.status = 'current' ORDER BY coalesce(earliest, latest), latest LIMIT ?"""
UNDATED = """
SELECT events.id FROM events JOIN entities ON entities.id = events.id
WHERE date IS NULL AND actuality = coalesce(?, actuality) AND entities.status = 'current' ORDER BY actuality, name LIMIT ?"""
TOLD = "SELECT timeline.* FROM json_each(?) AS wanted JOIN timeline ON timeline.event_id = wanted.value ORDER BY wanted.key"
# Years on the axis stand at least this far apart, in percent of its width.
APART = 9.0
LAST = 92.0  # beyond it a year is printed to the left of its place


def read(connection: sqlite3.Connection, first: str, last: str, actuality: str | None) -> Row:
    dated_ids = column(connection, DATED, last, first, actuality, MOST + 1)
    undated_ids = column(connection, UNDATED, actuality, MOST + 1)
    dated = rows(connection, TOLD, listed(dated_ids[:MOST]))
    return {
        "dated": dated,
        "undated": rows(connection, TOLD, listed(undated_ids[:MOST])),
        "cut": len(dated_ids) > MOST or len(undated_ids) > MOST,
        "axis": draw(dated),
        "words": words(connection),
    }


def draw(events: Sequence[Row]) -> list[Row]:
    """Give each event `x` and `width` in percent of the axis; returns the years to print on it.

    Long stretches in which no date begins or ends are drawn short (by the logarithm of their days), so that a century and a month can
    both be seen; order is kept.
    """
    for event in events:
        event["uncertain"] = re.search(r"[X~?%/.]", event["date"]) is not None
        event["start"], event["end"] = day(event["earliest"]), day(event["latest"])
    known = sorted({place for event in events for place in (event["start"], event["end"]) if place is not None})
    if not known:
        return []
    places, at = {known[0]: 0.0}, 0.0
    for before, after in itertools.pairwise(known):
        at += math.log1p((after - before) / 30)
        places[after] = at
    scale = 96 / at if at else 0
    for event in events:
        low = 2 + scale * places[event["start"]] if event["start"] is not None else 0.0
        high = 2 + scale * places[event["end"]] if event["end"] is not None else 100.0
        event.update(
            x=round(low, 2), width=round(max(high - low, 0.0), 2), open_start=event["start"] is None, open_end=event["end"] is None
        )
    return years({day_: 2 + scale * place for day_, place in places.items()})


def years(places: dict[int, float]) -> list[Row]:
    """The years to print, from the left, none nearer to the one before than can be read."""
    printed: list[Row] = []
    for day_, x in sorted(places.items()):
        year = datetime.date.fromordinal(day_).year
        if x > LAST and len(printed) > 1 and x - printed[-1]["x"] < 2 * APART:
            printed.pop()
        if not printed or (x - printed[-1]["x"] >= APART and year != printed[-1]["year"]):
            printed.append({"year": year, "x": round(x, 2)})
    return printed


def day(iso: str | None) -> int | None:
    """A day as a number; None for an unknown bound. Years before 1 cannot be drawn."""
    try:
        return datetime.date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None


def bound(text: str, default: str) -> str:
    """What a person typed as a day, a month or a year, so that it can be compared with ISO days."""
    return text if text and text[0].isdigit() and len(text) <= 10 else default


async def view(visit: Visit) -> Response:
    """The timeline; `from` and `to` narrow the days, `actuality` what sort of event."""
    first, last, actuality = visit.arg("from"), visit.arg("to"), visit.arg("actuality")
    found = await visit.read(read, bound(first, "0000"), bound(last, "9999") + "~", actuality or None)
    return await visit.page("kb/timeline.html", first=first, last=last, actuality=actuality, most=MOST, **found)
