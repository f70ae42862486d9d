"""The base IRI of a base: one that is given for the occasion, else the one that it records, else the default."""

from __future__ import annotations

import sqlite3

from kb.base import settings, store
from kb.rdf.namespaces import BaseIri


def base_of(connection: sqlite3.Connection, given: str | None = None) -> BaseIri:
    """The IRI under which the nodes of a base are named. Raises UsageError where the given one cannot be a base."""
    return BaseIri(settings.base_iri(connection) if given is None else given)


def record(connection: sqlite3.Connection, iri: str) -> BaseIri:
    """Record the IRI under which the nodes of a base are named from now on. Raises UsageError where it cannot be one."""
    base = BaseIri(iri)
    with store.transaction(connection):
        settings.record_base_iri(connection, base)
    return base
