"""Record references as works without their texts, and leave those that the base has as they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from kb.base import dates, ids
from kb.base.model import Row
from kb.base.runs import Run
from kb.errors import DataError, actions, did_you_mean
from kb.exchange.formats import registry
from kb.exchange.formats.reference import Reference
from kb.names.lookup import Lookup
from kb.sources import adding

KNOWN = """
SELECT sources.id FROM sources JOIN entities USING (id) WHERE status = 'current' AND (sources.id = :id OR (:url <> '' AND url = :url)
  OR sources.id IN (SELECT entity_id FROM identifiers WHERE scheme IN ('doi', 'isbn') AND value IN (:doi, :isbn)))
ORDER BY sources.id = :id DESC LIMIT 1"""
SHOWN = 10  # keys of references, in an error
WORDS = "SELECT value FROM vocabulary WHERE field = 'sources.kind'"


@dataclass
class Referenced:
    """The ids of works that were recorded, of those that the base had, notices for people, and what failed, each with why."""

    new: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    failed: list[tuple[Reference, DataError]] = field(default_factory=list)


def take(run: Run, references: Iterable[Reference]) -> Referenced:
    """Record every reference as a work that is only cited, in the open run. A wrong one leaves nothing behind."""
    done, connection = Referenced(), run.connection
    kinds = {row[0] for row in connection.execute(WORDS)}
    for reference in references:
        source_id = ids.readable_id(reference.key or reference.title, "work")
        same = {"id": source_id, "url": reference.fields.get("url", "")} | {
            name: reference.identifiers.get(name) for name in ("doi", "isbn")
        }
        if known := connection.execute(KNOWN, same).fetchone():
            done.known.append(known[0])
            continue
        connection.execute("SAVEPOINT reference")
        try:
            notices = record(run, reference, source_id, kinds)
            done.new.append(source_id)
            done.notices += [f"{reference.where}: {notice}" for notice in notices]
        except DataError as error:
            connection.execute("ROLLBACK TO reference")
            done.failed.append((reference, error))
        finally:
            connection.execute("RELEASE reference")
    return done


def values_of(reference: Reference, kinds: Collection[str]) -> Row:
    """Return what a reference says of a work, by the names that `kb.sources.adding.add_source` has for it.

    A day on which somebody looked at the page is no time at which this text was received, so that it stands in the note.
    """
    values: Row = {name: value for name, value in reference.fields.items() if value}
    if accessed := values.pop("accessed", None):
        values["note"] = "\n".join(filter(None, (values.get("note"), f"Accessed {accessed}, as the reference says.")))
    if values.get("published"):
        values["published_basis"] = "metadata"
    values |= {"title": reference.title, "kind": reference.kind if reference.kind in kinds else "document"}
    values["authors"] = [name for name, role in reference.people if role == "author"]
    values["author"] = [{"actor": name, "role": role} for name, role in reference.people if role != "author"]
    values["identifiers"] = [{"scheme": scheme, "value": value} for scheme, value in reference.identifiers.items()]
    return {name: value for name, value in values.items() if value}


def of_source(connection: sqlite3.Connection, filename: str, data: bytes, key: str = "") -> tuple[Row, list[str]]:
    """Return what the reference with this key, or the only one of a file, says of a source, and lines on what is left out.

    Raises DataError for a file that holds several, or none with the key.
    """
    reference = chosen(registry.read_references(filename, data), key, filename)
    return values_of(reference, {row[0] for row in connection.execute(WORDS)}), [
        f"{reference.where}: {line}" for line in reference.notices()
    ]


def filled(values: Row, given: Row) -> Row:
    """Return what a reference says with what a person says of the same source, which goes first. A person's date has its own basis."""
    said = {name: value for name, value in given.items() if value}
    kept = {name: value for name, value in values.items() if not (name == "published_basis" and said.get("published"))}
    return kept | said


def chosen(references: list[Reference], key: str, where: str) -> Reference:
    """Return the reference with this key, or the only one where no key is given."""
    found = [each for each in references if each.key == key] if key else references
    if len(found) == 1:
        return found[0]
    keys = [each.key for each in references if each.key]
    shown = ", ".join(keys[:SHOWN]) + (" …" if len(keys) > SHOWN else "")
    if key:
        what = f"{len(found)} references have the key {key!r}" if found else f"no reference has the key {key!r}"
        raise DataError(what, where=where, remedy=did_you_mean(key, keys) or f"the keys are {shown}")
    raise DataError(f"holds {len(found)} references", where=where, remedy=f"choose one by its key: {shown}")


def record(run: Run, reference: Reference, source_id: str, kinds: set[str]) -> list[str]:
    """Record one work with its people, publisher and identifiers, and return notices."""
    if not reference.title:
        raise DataError("has no title", where="title", remedy=actions.give("title"))
    lookup, notices = Lookup(run.connection), reference.notices()
    entry: Row = {"id": source_id} | values_of(reference, kinds)
    published = entry.get("published")
    if published and dates.bounds(published) is None:
        notices.append(f"its date {published!r} is no EDTF date and is left out")
        del entry["published"], entry["published_basis"]
    if publisher := entry.pop("publisher", None):
        entry["publisher"], lines = adding.actor(lookup, run, publisher, "media")
        notices += lines
    people = []
    for name, role in reference.people:
        author, lines = adding.actor(lookup, run, name, "person")
        people.append({"actor": author, "role": role})
        notices += lines
    entry |= {"authors": [], "author": people}
    adding.add_cited_source(run, Lookup(run.connection), entry)
    return notices
