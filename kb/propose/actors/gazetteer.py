"""Countries, their demonyms, and seats of government: from the package countryinfo where it is installed, and our own short lists.

The package is the maintained one that has demonyms as well as names; without it the names of our lists are all there is.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

SAME_PLURAL = ("ese", "ish", "ch", "ss", "s", "sh", "ian's")
NOT_NAMES = re.compile(r"[A-Z]{1,3}|.{0,2}")  # codes are no names in running text, except those of our list


@dataclass(frozen=True, slots=True)
class Seat:
    """What a place can stand for, of which country; a building stands for it nearly always."""

    place: str
    stands: str
    country: str
    building: bool = False


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


@functools.cache
def words() -> dict[str, list[str]]:
    return _read("words.toml")


@functools.cache
def _places() -> dict[str, Any]:
    return _read("places.toml")


def _package() -> list[tuple[str, list[str]]]:
    """(name of a country, its demonyms) of the package; nothing where it is not installed."""
    try:
        from countryinfo import all_countries
    except ImportError:
        return []
    found = []
    # The most populous first: of those who share a demonym, its people are meant ("American" is not of the Northern Marianas).
    for country in sorted(all_countries(), key=lambda one: -int(one.info().get("population") or 0)):
        details = country.info()
        name = str(details.get("name") or "").removeprefix("The ")
        demonyms = details.get("demonym")
        found.append((name, [one.strip() for one in str(demonyms or "").split(",") if one.strip()]))
    return found


@functools.cache
def countries() -> dict[str, str]:
    """Each name of a country, as texts write it, with the country's own name."""
    found = {name: name for name, _ in _package() if not NOT_NAMES.fullmatch(name)}
    for country, names in _places()["names"].items():
        found |= dict.fromkeys([country, *names], country)
    return found


@functools.cache
def demonyms() -> dict[str, str]:
    """Each adjective or noun for the people of a country, singular and plural, with the country's name."""
    found: dict[str, str] = {}
    listed = [(country, names) for country, names in _places()["demonyms"].items()]
    for country, names in [*listed, *_package()]:
        for name in names:
            if name in countries():
                continue
            found.setdefault(name, country)
            if not name.endswith(SAME_PLURAL):
                found.setdefault(name + "s", country)
    return found


@functools.cache
def seats() -> dict[str, Seat]:
    return {place: Seat(place, **details) for place, details in _places()["seats"].items()}


@functools.cache
def pattern() -> re.Pattern[str]:
    """Any country, demonym or seat in a text; "US" and other capitals only as written."""
    names = sorted({*countries(), *demonyms(), *seats()}, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in names) + r")(?![\w])(?!-[a-z]+ed\b)")
