"""Countries, demonyms and seats of government, from our own short lists and, where it is installed, the package countryinfo.

That is the maintained package that has demonyms as well as names. Without it only our lists count.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

SAME_PLURAL = ("ese", "ish", "ch", "ss", "s", "sh", "ian's")
NOT_NAMES = re.compile(r"[A-Z]{1,3}|.{0,2}")  # codes, which are no names in running text except those in our list


@dataclass(frozen=True, slots=True)
class Seat:
    """A place that can stand for a government or body of a country. A building nearly always does."""

    place: str
    stands: str
    country: str
    building: bool = False


def _read(name: str) -> dict[str, Any]:
    """Return the tables of a TOML file of this package."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


@functools.cache
def words() -> dict[str, list[str]]:
    """Return the lists of words.toml by name."""
    return _read("words.toml")


@functools.cache
def _places() -> dict[str, Any]:
    """Return the tables of places.toml."""
    return _read("places.toml")


def _package() -> list[tuple[str, list[str]]]:
    """Return (name, demonyms) of each country in the package, an empty list where it is not installed."""
    try:
        from countryinfo import all_countries
    except ImportError:
        return []
    named = []
    # The most populous country first, since that is meant by a demonym that several share ("American", not of the Northern Marianas).
    for country in sorted(all_countries(), key=lambda country: -int(country.info().get("population") or 0)):
        details = country.info()
        name = str(details.get("name") or "").removeprefix("The ")
        demonyms = details.get("demonym")
        named.append((name, [demonym.strip() for demonym in str(demonyms or "").split(",") if demonym.strip()]))
    return named


@functools.cache
def countries() -> dict[str, str]:
    """Return {name as texts write it: the country's own name}."""
    own_names = {name: name for name, _ in _package() if not NOT_NAMES.fullmatch(name)}
    for country, names in _places()["names"].items():
        own_names |= dict.fromkeys([country, *names], country)
    return own_names


@functools.cache
def demonyms() -> dict[str, str]:
    """Return {adjective or noun for the people of a country, singular or plural: the country's name}."""
    countries_by_demonym: dict[str, str] = {}
    listed = [(country, names) for country, names in _places()["demonyms"].items()]
    for country, names in [*listed, *_package()]:
        for name in names:
            if name in countries():
                continue
            countries_by_demonym.setdefault(name, country)
            if not name.endswith(SAME_PLURAL):
                countries_by_demonym.setdefault(name + "s", country)
    return countries_by_demonym


@functools.cache
def seats() -> dict[str, Seat]:
    """Return the seats of government by the name of the place."""
    return {place: Seat(place, **details) for place, details in _places()["seats"].items()}


@functools.cache
def pattern() -> re.Pattern[str]:
    """Return the regular expression of any country, demonym or seat, in the case in which it is listed."""
    names = sorted({*countries(), *demonyms(), *seats()}, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in names) + r")(?![\w])(?!-[a-z]+ed\b)")
