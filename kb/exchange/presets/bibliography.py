"""The sources of an excerpt as bibliographic records, which the presets of reference managers each write in their own way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from kb.base.selection import EVERYTHING
from kb.exchange.presets.loss import Loss
from kb.exchange.presets.preset import Excerpt
from kb.rdf.namespaces import BaseIri

SOURCES = """
SELECT source.*, publisher.name AS publisher, snapshot.sha256, snapshot.retrieved_at
FROM sources AS source JOIN entities AS entity ON entity.id = source.id LEFT JOIN actors AS publisher ON publisher.id = source.publisher_id
LEFT JOIN snapshots AS snapshot ON snapshot.id = source.snapshot_id
WHERE entity.status = 'current' AND {} ORDER BY source.id"""
AUTHORS = """
SELECT author.source_id, author.role, actor.name, actor.kind FROM source_authors AS author JOIN actors AS actor ON actor.id = author.actor_id
WHERE {} ORDER BY author.source_id, author.position"""
HELD_IDENTIFIERS = "match = 'exact' AND scheme IN ('doi', 'isbn')"
IDENTIFIERS = f"SELECT scheme, value FROM identifiers WHERE entity_id = ? AND {HELD_IDENTIFIERS} ORDER BY scheme, value"
PERIODICAL = frozenset({"article", "opinion", "news-analysis", "news"})  # works that appear in a publication of their publisher
HELD_ROLES = ("author", "editor", "translator")


@dataclass(frozen=True)
class Person:
    """Somebody who made a work, by the whole name, since nobody has said which part of it is the family name."""

    name: str
    role: str
    is_person: bool


@dataclass(frozen=True)
class Work:
    """A source with what a bibliography says of it; `published` is EDTF, `accessed` a day, `permalink` its address in this base."""

    id: str
    title: str
    kind: str
    people: tuple[Person, ...]
    publisher: str | None
    published: str | None
    accessed: str | None
    language: str | None
    url: str | None
    rights: str | None
    note: str | None
    sha256: str | None
    permalink: str
    identifiers: dict[str, str]

    def by_role(self, role: str) -> list[Person]:
        """Those who have this role, in order."""
        return [person for person in self.people if person.role == role]


def works(excerpt: Excerpt) -> Iterator[Work]:
    """Every source of the excerpt in the order of ids, counted in the loss report with what no bibliography holds."""
    authors = groupby(excerpt.rows(AUTHORS.format(excerpt.within("sources", "author.source_id"))), key=itemgetter("source_id"))
    waiting = next(authors, None)
    for row in excerpt.rows(SOURCES.format(excerpt.within("sources", "source.id"))):
        while waiting is not None and waiting[0] < row["id"]:
            waiting = next(authors, None)
        people = waiting[1] if waiting is not None and waiting[0] == row["id"] else ()
        work = record(excerpt, row, tuple(Person(each["name"], each["role"], each["kind"] == "person") for each in people))
        report(excerpt, work)
        yield work
    others = f"SELECT count(*) FROM identifiers JOIN sources ON sources.id = entity_id WHERE NOT ({HELD_IDENTIFIERS}) AND {excerpt.within('sources', 'entity_id')}"
    excerpt.loss.lose("identifiers of other schemes", "a record has fields for exact DOI and ISBN", excerpt.count(others))
    excerpt.leave_out("claims", "a bibliography names works, not what they say")


def work_of(connection: sqlite3.Connection, source_id: str, base: BaseIri) -> Work | None:
    """The record of one source, or None where it is not in use."""
    excerpt = Excerpt(connection, EVERYTHING, base, Loss("work"))
    people = tuple(
        Person(each["name"], each["role"], each["kind"] == "person")
        for each in excerpt.rows(AUTHORS.format("author.source_id = ?"), source_id)
    )
    return next((record(excerpt, row, people) for row in excerpt.rows(SOURCES.format("source.id = ?"), source_id)), None)


def record(excerpt: Excerpt, row: dict[str, Any], people: tuple[Person, ...]) -> Work:
    """The record of one source."""
    return Work(
        **{name: row[name] for name in ("id", "title", "kind", "publisher", "published", "language", "url", "rights", "note", "sha256")},
        people=people,
        accessed=row["retrieved_at"] and row["retrieved_at"][:10],
        permalink=excerpt.base.node(row["id"]),
        identifiers={each["scheme"]: each["value"] for each in excerpt.rows(IDENTIFIERS, row["id"])},
    )


def report(excerpt: Excerpt, work: Work) -> None:
    """Count a work and its people."""
    excerpt.loss.keep("sources")
    for person in work.people:
        if person.role in HELD_ROLES:
            excerpt.loss.keep(f"{person.role}s")
            if person.is_person:
                excerpt.loss.lose("family names", "the base holds whole names; they are written as they stand, not taken apart")
        else:
            excerpt.loss.lose(f"{person.role}s", "reference managers have no such role")


def figures(date: str) -> list[int]:
    """The year, month and day of an EDTF date as far as they are given in figures; empty where the year is not."""
    parts: list[int] = []
    for part in date.rstrip("?~%").partition("T")[0].split("-"):
        if not part.isdigit() or (len(parts) == 1 and int(part) > 12):
            break
        parts.append(int(part))
    return parts
