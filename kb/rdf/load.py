"""Read the rows of a base back from an RDF file, through the inverse of the mapping.

A triples map that restores a table (kb:restores) gives rows by inverting its templates and columns. The one with a class of ours says
which nodes are rows; the others over the same table add columns to those. Whatever else a file says is left aside.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

from kb.base.rows import parents_first
from kb.errors import DataError, UsageError, did_you_mean
from kb.rdf import model_mapping as our
from kb.rdf.formats import BY_ENDING
from kb.rdf.inverse import Inverse, Properties, Row
from kb.rdf.namespaces import DEFAULT_BASE, KB, RDF, BaseIri
from kb.rdf.r2rml.mapping import Term

Nodes = dict[str, Properties]
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
    "affiliations",
    "citations",
    "event_order",
    "distinct_entities",
    "reviews",
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
    """The rows in a file, by table in ORDER, each after the rows that it refers to. Every row has every column of its table.

    `entities` has a row for each actor, thing, event and source, with its status and what it was merged into.

    The base IRI is read off the file unless given. Raises UsageError for an unknown kind of file, DataError for a broken one.
    """
    path = Path(path)
    format = BY_ENDING.get(path.suffix.lower())
    if format is None:
        raise UsageError(
            f"no RDF format is known by {path.suffix or 'no ending'}", where=str(path), remedy=did_you_mean(path.suffix, BY_ENDING)
        )
    about = read(path, format.oxigraph)
    restored = restore(about, BaseIri(base) if base else base_of(about))
    if not any(restored.values()):
        raise DataError("holds no rows of ours", where=str(path), remedy="load a file that was exported from a base, or one of that shape")
    return restored


def read(path: Path, format: ox.RdfFormat) -> Nodes:
    """The triples in the default graph of a file, by subject and predicate. What is in named graphs follows from the rest."""
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


def base_of(about: Nodes) -> BaseIri:
    """The base IRI that a file was written for, which stands before id/ in the nodes with a class of ours."""
    for subject, properties in about.items():
        if any(isinstance(kind, ox.NamedNode) and kind.value.startswith(KB) for kind in properties.get(RDF + "type", ())):
            base = BaseIri.of_node(subject)
            if base is not None:
                return base
    return DEFAULT_BASE


def restore(about: Nodes, base: BaseIri) -> dict[str, list[Row]]:
    """The rows of the nodes under a base IRI, by table."""
    by_class: dict[str, list[str]] = defaultdict(list)
    for subject, properties in about.items():
        for kind in properties.get(RDF + "type", ()):
            by_class[kind.value].append(subject)
    by_key: dict[str, dict[tuple[object, ...], Row]] = {table: {} for table in ORDER}
    restoring = [Inverse(triples_map) for triples_map in our.triples_maps(base).values() if our.restores(triples_map)]
    class_of = {each.table.name: each.own_class for each in restoring if each.own_class}
    for inverse in sorted(restoring, key=lambda each: not each.own_class):
        for subject in by_class[inverse.own_class or inverse.any_class or class_of[inverse.table.name]]:
            row = inverse.row(subject, about[subject])
            if row is None:
                continue
            known = by_key[inverse.table.name].get(tuple(row.get(column) for column in inverse.table.key))
            if known is not None:
                known.update(row)
            elif inverse.own_class:
                key = tuple(row.get(column) for column in inverse.table.key)
                by_key[inverse.table.name][key] = dict.fromkeys(inverse.table.columns) | row
    return {table: in_order(table, list(keyed.values())) for table, keyed in by_key.items()}


def in_order(table: str, listed: list[Row]) -> list[Row]:
    """Rows by key, but each after the row of its own table that it refers to."""
    key = our.content_tables()[table].key
    listed.sort(key=lambda row: tuple((str(type(row[column])), row[column]) for column in key))
    column = PARENTS.get(table)
    return listed if column is None else list(parents_first(listed, column))
