"""The mapping run backwards: from RDF to the rows it was made from.

A triples map that restores a table (kb:restores) gives rows by inverting its templates and columns. The one with a class of ours
says which nodes are rows; the others over the same table add columns to those. Whatever else a file says is left aside.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kb.errors import DataError, UsageError, did_you_mean
from kb.rdf import base as our
from kb.rdf.inverse import Inverse, Properties, Row
from kb.rdf.mapping import Term
from kb.rdf.names import DEFAULT_BASE, KB, RDF, check_base

Nodes = dict[str, Properties]
FORMATS = {
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
}
# Tables in an order in which each refers only to those before it, but for part_of, merged_into and snapshot_id.
ORDER = (
    "contributors",
    "runs",
    "vocabulary",
    "predicates",
    "actors",
    "things",
    "events",
    "sources",
    "source_authors",
    "names",
    "identifiers",
    "snapshots",
    "sections",
    "sentences",
    "passages",
    "mentions",
    "claims",
    "quantities",
    "assertions",
    "participations",
    "relations",
    "citations",
    "entities",
)
# Columns by which rows of one table refer to others of it: those referred to come first.
PARENTS = {
    "actors": "part_of_id",
    "things": "part_of_id",
    "events": "part_of_id",
    "claims": "merged_into_id",
    "assertions": "reported_in_id",
}


def rows(path: str | Path, *, base: str | None = None) -> dict[str, list[Row]]:
    """The rows a file holds, by table in ORDER, those that others refer to first; every column of a table is in each row.

    `entities` has a row for each actor, thing, event and source: its status, and what it was merged into.
    The base IRI is read off the file unless given. Raises UsageError for an unknown kind of file, DataError for a broken one.
    """
    path = Path(path)
    format = FORMATS.get(path.suffix.lower())
    if format is None:
        raise UsageError(
            f"no RDF format is known by {path.suffix or 'no ending'}", where=str(path), remedy=did_you_mean(path.suffix, FORMATS)
        )
    about = read(path, format)
    found = restore(about, check_base(base) if base else base_of(about))
    if not any(found.values()):
        raise DataError("holds no rows of ours", where=str(path), remedy="load a file that kb export wrote, or one of that shape")
    return found


def read(path: Path, format: ox.RdfFormat) -> Nodes:
    """The default graph of a file, by subject and predicate. What is in named graphs follows from the rest."""
    about: Nodes = {}
    last, node = None, dict[str, list[Term]]()
    try:
        with path.open("rb") as file:
            for subject, predicate, term, graph in ox.parse(file, format=format):
                if not isinstance(graph, ox.DefaultGraph) or not isinstance(subject, ox.NamedNode):
                    continue
                if subject != last:  # what is said of a node mostly stands together
                    last, node = subject, about.setdefault(subject.value, {})
                terms = node.setdefault(predicate.value, [])
                if term not in terms:
                    terms.append(term)
    except (SyntaxError, UnicodeDecodeError) as error:
        raise DataError(
            f"not {format.name}: {error}", where=str(path), remedy="mend the file, or give it the ending of its format"
        ) from error
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", where=str(path), remedy="name a file that is there") from error
    return about


def base_of(about: Nodes) -> str:
    """The base IRI that a file was written for: what stands before id/ in the nodes with a class of ours."""
    for subject, properties in about.items():
        if any(isinstance(kind, ox.NamedNode) and kind.value.startswith(KB) for kind in properties.get(RDF + "type", ())):
            match = re.fullmatch(r"(.*/)id/[^/]+", subject)
            if match:
                return match[1]
    return DEFAULT_BASE


def restore(about: Nodes, base: str) -> dict[str, list[Row]]:
    """Rows by table, from nodes under a base IRI."""
    by_class: dict[str, list[str]] = defaultdict(list)
    for subject, properties in about.items():
        for kind in properties.get(RDF + "type", ()):
            by_class[kind.value].append(subject)
    found: dict[str, dict[tuple[object, ...], Row]] = {table: {} for table in ORDER}
    restoring = [Inverse(triples_map) for triples_map in our.triples_maps(base).values() if our.restores(triples_map)]
    for inverse in sorted(restoring, key=lambda each: not each.own_class):
        for subject in by_class[inverse.own_class or inverse.any_class]:
            row = inverse.row(subject, about[subject])
            if row is None:
                continue
            known = found[inverse.table.name].get(tuple(row.get(column) for column in inverse.table.key))
            if known is not None:
                known.update(row)
            elif inverse.own_class:
                key = tuple(row.get(column) for column in inverse.table.key)
                found[inverse.table.name][key] = dict.fromkeys(inverse.table.columns) | row
    return {table: in_order(table, list(held.values())) for table, held in found.items()}


def in_order(table: str, held: list[Row]) -> list[Row]:
    """Rows by key, but those that others of the same table refer to first."""
    key = our.content_tables()[table].key
    held.sort(key=lambda row: tuple((str(type(row[column])), row[column]) for column in key))
    column = PARENTS.get(table)
    if column is None:
        return held
    by_id = {row["id"]: row for row in held}
    return list(parents_first(held, by_id, column))


def parents_first(held: Iterable[Row], by_id: dict[str | int | float | None, Row], column: str) -> Iterator[Row]:
    done: set[str | int | float | None] = set()
    for row in held:
        line = [row]
        while (above := by_id.get(line[-1][column])) is not None and above["id"] not in done and above not in line:
            line.append(above)
        for each in reversed(line):
            if each["id"] not in done:
                done.add(each["id"])
                yield each
