"""Outlines of countries for the map, decoded from the TopoJSON file in `vendor/`."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

# The map is WIDTH by HEIGHT units: degrees of longitude and latitude times SCALE (plate carrée), from NORTH down.
SCALE = 2.6
WIDTH, NORTH, SOUTH = 360 * SCALE, 84.0, -58.0
HEIGHT = (NORTH - SOUTH) * SCALE

Point = tuple[float, float]


@dataclass(frozen=True)
class Outline:
    """A country with its English name on the map and the SVG path of its borders."""

    name: str
    path: str


def place(longitude: float, latitude: float) -> Point:
    """The point on the map for a place in degrees, in the units of the map from the upper left corner."""
    return round((longitude + 180) * SCALE, 1), round((NORTH - latitude) * SCALE, 1)


@functools.cache
def countries() -> tuple[Outline, ...]:
    """The outlines of all countries, by name."""
    topology = json.loads((resources.files("kb.site") / "vendor" / "world-atlas" / "countries-110m.json").read_text("utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    outlines = [Outline(shape["properties"]["name"], path_of(shape, arcs)) for shape in topology["objects"]["countries"]["geometries"]]
    return tuple(sorted((outline for outline in outlines if outline.path), key=lambda outline: outline.name))


def decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> list[Point]:
    """The points of an arc on the map. TopoJSON stores it in integer steps from point to point."""
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append(place(x * scale_x + shift_x, min(max(y * scale_y + shift_y, SOUTH), NORTH)))
    return points


def path_of(shape: dict[str, Any], arcs: Sequence[list[Point]]) -> str:
    """The SVG path of a Polygon or MultiPolygon, without rings that are wholly below the map."""
    polygons = {"Polygon": [shape.get("arcs", [])], "MultiPolygon": shape.get("arcs", [])}.get(shape["type"], [])
    rings = [ring_of(ring, arcs) for polygon in polygons for ring in polygon]
    return "".join(drawn(shifted) for ring in rings if any(y < HEIGHT for _, y in ring) for shifted in on_map(ring))


def ring_of(ring: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """The points of a ring, from the numbers of its arcs. A negative number ~n is arc n backwards.

    Neighbouring arcs share their end points. A ring that crosses the 180th meridian goes on beyond the edge of the map, instead of jumping
    to the other side.
    """
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for x, y in arc[1:] if points else arc:
            turns = round((x - points[-1][0]) / WIDTH) if points else 0
            points.append((x - turns * WIDTH, y))
    return points


def on_map(ring: list[Point]) -> list[list[Point]]:
    """The ring, and where it leaves the map also a copy of it that enters from the other side."""
    low, high = min(x for x, _ in ring), max(x for x, _ in ring)
    shifts = [0.0] + ([-WIDTH] if high > WIDTH else []) + ([WIDTH] if low < 0 else [])
    return [[(x + shift, y) for x, y in ring] for shift in shifts]


def drawn(ring: Sequence[Point]) -> str:
    """The SVG path of a closed ring in relative steps, which are short. Each starts from the rounded point before it."""
    x, y = round(ring[0][0], 1), round(ring[0][1], 1)
    head, steps = f"M{x:g},{y:g}", []
    for next_x, next_y in ring[1:-1]:
        step_x, step_y = round(next_x - x, 1), round(next_y - y, 1)
        if step_x or step_y:
            steps.append(f"{step_x:g},{step_y:g}")
            x, y = x + step_x, y + step_y
    return f"{head}l{' '.join(steps)}z" if len(steps) > 1 else ""
