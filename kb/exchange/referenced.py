"""Record references as works without their texts, and leave those that the base has as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.base import dates, ids
from kb.base.model import Row
from kb.base.runs import Run
from kb.errors import DataError, actions
from kb.exchange.formats.references import Reference
from kb.names.lookup import Lookup
from kb.sources import adding

KNOWN = """
SELECT sources.id FROM sources JOIN entities USING (id) WHERE status = 'current' AND (sources.id = :id OR (:url <> '' AND url = :url)
  OR sources.id IN (SELECT entity_id FROM identifiers WHERE scheme IN ('doi', 'isbn') AND value IN (:doi, :isbn)))
ORDER BY sources.id = :id DESC LIMIT 1"""
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


def record(run: Run, reference: Reference, source_id: str, kinds: set[str]) -> list[str]:
    """Record one work with its people, publisher and identifiers, and return notices."""
    if not reference.title:
        raise DataError("has no title", where="title", remedy=actions.give("title"))
    lookup, given = Lookup(run.connection), {name: value for name, value in reference.fields.items() if value}
    notices: list[str] = []
    published = given.pop("published", None)
    if published and dates.bounds(published) is None:
        notices.append(f"its date {published!r} is no EDTF date and is left out")
        published = None
    entry: Row = given | {"id": source_id, "title": reference.title, "kind": reference.kind if reference.kind in kinds else "document"}
    entry |= {"published": published, "published_basis": "metadata"} if published else {}
    if publisher := entry.pop("publisher", None):
        entry["publisher"], lines = adding.actor(lookup, run, publisher, "media")
        notices += lines
    people = []
    for name, role in reference.people:
        actor, lines = adding.actor(lookup, run, name, "person")
        people.append({"actor": actor, "role": role})
        notices += lines
    entry["author"] = people
    entry["identifiers"] = [{"scheme": scheme, "value": value} for scheme, value in reference.identifiers.items()]
    adding.add_cited_source(run, Lookup(run.connection), entry)
    return notices
