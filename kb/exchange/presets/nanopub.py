"""One nanopublication for each assertion, named by a trusty URI, so that nobody can change a word of it unseen.

What it asserts is that the holder affirms, denies or leaves open a claim in these words, never the claim itself. Its provenance is the passage
with both selectors; its publication info says who recorded it. The name ends in a digest of the content (trusty URI, module RA): the same
content has the same name.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kb.ask.tables import whole_file
from kb.base.model import Row
from kb.exchange.presets.preset import Excerpt, Preset
from kb.rdf.namespaces import KB, PREFIXES, RDF, XSD, BaseIri

NP = "http://www.nanopub.org/nschema#"
GRAPHS = ("Head", "assertion", "provenance", "pubinfo")
SPACE = " "  # stands in names where the digest comes, while it is computed
ROWS = """
SELECT a.id, a.claim_id, a.speaker_id, a.stance, a.certainty, a.act, a.source_id, a.recorded_at, c.text, c.subject_id, c.predicate_id, c.object_id,
  c.object_text, speaker.name AS speaker, source.title, source.url, p.id AS passage_id, p.snapshot_id, p.exact, p.prefix, p.suffix, p.start_char,
  p.end_char, runs.contributor_id, contributor.name AS contributor
FROM assertions AS a JOIN claims AS c ON c.id = a.claim_id JOIN actors AS speaker ON speaker.id = a.speaker_id
JOIN sources AS source ON source.id = a.source_id JOIN rdf_passages AS p ON p.id = a.passage_id
LEFT JOIN runs ON runs.id = a.run_id LEFT JOIN contributors AS contributor ON contributor.id = runs.contributor_id
WHERE a.status NOT IN ('proposed', 'retracted') AND c.status NOT IN ('proposed', 'retracted') AND {} ORDER BY a.id"""

Term = str | ox.Literal  # an IRI, or a literal
Quad = tuple[str, str, str, Term]  # graph, subject, predicate, object


def write(excerpt: Excerpt, folder: Path) -> None:
    """Write a TriG file for each assertion, named by its id."""
    for row in excerpt.rows(ROWS.format(excerpt.within("assertions", "a.id"))):
        with whole_file(folder / f"{row['id']}.trig", "wb") as stream:
            stream.write(serialized(named(list(quads(excerpt.base, row)))))
        excerpt.loss.keep("assertions")
        excerpt.loss.lose("signatures", "the base holds no keys; sign them with your own before you publish them")
    excerpt.leave_out_uncounted()
    excerpt.leave_out("relations", "a nanopublication here is one assertion; relations between claims are in the RDF export")
    excerpt.leave_out_rest("a nanopublication here is who holds a claim, in which words")
    chains = f"SELECT count(*) FROM assertions WHERE level > 0 AND status NOT IN ('proposed', 'retracted') AND {excerpt.within('assertions', 'id')}"
    excerpt.loss.lose("chains of reporting", "each names its own holder, not through whom it is reported", excerpt.count(chains))


def quads(base: BaseIri, row: Row) -> Iterator[Quad]:
    """The statements of one nanopublication, with a blank in every name where its digest comes."""
    name = base.document(f"np/{SPACE}")
    head, assertion, provenance, pubinfo = (f"{name}#{graph}" for graph in GRAPHS)
    yield head, name, RDF + "type", NP + "Nanopublication"
    yield head, name, NP + "hasAssertion", assertion
    yield head, name, NP + "hasProvenance", provenance
    yield head, name, NP + "hasPublicationInfo", pubinfo
    for subject, predicate, value in held(base, row):
        yield assertion, subject, predicate, value
    yield provenance, assertion, PREFIXES["prov"] + "wasQuotedFrom", base.node(row["passage_id"])
    for subject, predicate, value in quoted(base, row):
        yield provenance, subject, predicate, value
    yield pubinfo, name, PREFIXES["dct"] + "created", moment(row["recorded_at"])
    yield pubinfo, name, PREFIXES["dct"] + "source", base.node(row["id"])
    if row["contributor_id"]:
        contributor = base.node(row["contributor_id"])
        yield pubinfo, name, PREFIXES["dct"] + "creator", contributor
        yield pubinfo, contributor, PREFIXES["rdfs"] + "label", ox.Literal(row["contributor"])


def held(base: BaseIri, row: Row) -> Iterator[tuple[str, str, Term]]:
    """That the holder takes a stance on the claim, in the terms of our ontology, and what the claim is."""
    it, claim, speaker = (base.node(row[name]) for name in ("id", "claim_id", "speaker_id"))
    yield it, KB + "ofClaim", claim
    yield it, PREFIXES["prov"] + "wasAttributedTo", speaker
    yield speaker, PREFIXES["rdfs"] + "label", ox.Literal(row["speaker"])
    for part in ("stance", "certainty", "act"):
        yield it, KB + part, f"{KB}assertions.{part}_{row[part]}"
    yield claim, RDF + "type", PREFIXES["sdo"] + "Claim"
    yield claim, PREFIXES["sdo"] + "text", ox.Literal(row["text"])
    for part in ("subject", "predicate", "object"):
        if row[f"{part}_id"]:
            yield claim, RDF + part, base.node(row[f"{part}_id"])
    if row["object_text"]:
        yield claim, RDF + "object", ox.Literal(row["object_text"])


def quoted(base: BaseIri, row: Row) -> Iterator[tuple[str, str, Term]]:
    """The words, found by both selectors in a snapshot of the source."""
    oa, passage, snapshot, source = PREFIXES["oa"], *(base.node(row[name]) for name in ("passage_id", "snapshot_id", "source_id"))
    yield passage, oa + "hasSource", snapshot
    yield snapshot, PREFIXES["prov"] + "specializationOf", source
    yield source, PREFIXES["dct"] + "title", ox.Literal(row["title"])
    if row["url"]:
        yield source, PREFIXES["sdo"] + "url", row["url"]
    quote, position = f"{passage}_quote", f"{passage}_position"
    for selector, kind in ((quote, "TextQuoteSelector"), (position, "TextPositionSelector")):
        yield passage, oa + "hasSelector", selector
        yield selector, RDF + "type", oa + kind
    for part in ("exact", "prefix", "suffix"):
        if row[part]:
            yield quote, oa + part, ox.Literal(row[part])
    for part in ("start", "end"):
        yield position, oa + part, ox.Literal(str(row[f"{part}_char"]), datatype=ox.NamedNode(XSD + "nonNegativeInteger"))


def moment(time: str) -> ox.Literal:
    """A time as readers that normalise literals write it, as the digest is of the characters."""
    return ox.Literal(datetime.datetime.fromisoformat(time).isoformat(), datatype=ox.NamedNode(XSD + "dateTime"))


def named(statements: list[Quad]) -> list[Quad]:
    """The statements with the digest of all of them in the place of every blank: in order, a term a line, as module RA of trusty URIs says."""
    ordered = sorted(set(statements), key=place)
    normal = "".join(f"{graph}\n{subject}\n{predicate}\n{line(value)}\n" for graph, subject, predicate, value in ordered)
    code = "RA" + base64.urlsafe_b64encode(hashlib.sha256(normal.encode("utf-8")).digest()).decode("ascii").rstrip("=")
    filled = [(graph.replace(SPACE, code), subject.replace(SPACE, code), predicate, value) for graph, subject, predicate, value in ordered]
    return [(*rest, value.replace(SPACE, code) if isinstance(value, str) else value) for *rest, value in filled]  # type: ignore[misc]


def place(statement: Quad) -> tuple[bytes, ...]:
    """Where a statement stands in the order: by graph, subject, predicate, then IRIs before literals, literals by characters and type."""
    *names, value = statement
    literal = isinstance(value, ox.Literal)
    last = (
        (value.value.encode("utf-8"), value.datatype.value.encode("utf-8"))
        if isinstance(value, ox.Literal)
        else (value.encode("utf-8"), b"")
    )
    return (*(name.encode("utf-8") for name in names if isinstance(name, str)), b"\x01" if literal else b"\x00", *last)


def line(value: Term) -> str:
    """An object as the digest sees it: an IRI as it is, a literal behind its type."""
    if isinstance(value, str):
        return value
    escaped = value.value.replace("\\", "\\\\").replace("\n", "\\n")
    return f"^{value.datatype.value} {escaped}"


def serialized(statements: list[Quad]) -> bytes:
    """The statements as TriG."""
    listed = [
        ox.Quad(
            ox.NamedNode(subject),
            ox.NamedNode(predicate),
            ox.NamedNode(value) if isinstance(value, str) else value,
            ox.NamedNode(graph),
        )
        for graph, subject, predicate, value in statements
    ]
    written = ox.serialize(listed, format=ox.RdfFormat.TRIG, prefixes={"np": NP, **PREFIXES})
    return written or b""


PRESET = Preset("nanopub", "a nanopublication for each assertion, unsigned, as TriG", write, target="folder")
