"""Programs that read RDF, each to the set of quads it found in an export. None of ours has blank nodes, so equal sets are equal graphs."""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from tests.engines.environments import PLACE, command

Quads = set[ox.Quad]

# What each calls our formats; a format that is left out it does not read.
OXIGRAPH = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
RDFLIB = {"nt": "nt", "nq": "nquads", "ttl": "turtle", "trig": "trig", "jsonld": "json-ld", "rdf": "xml"}
RAPPER = {"nt": "ntriples", "nq": "nquads", "ttl": "turtle", "trig": "trig", "rdf": "rdfxml"}  # its json is RDF/JSON
# Debian has no JSON provider for Jena's JSON-LD 1.1: a document of one triple is not loaded. We write nothing that 1.0 has not.
RIOT = {"nt": "nt", "nq": "nq", "ttl": "ttl", "trig": "trig", "jsonld": "jsonld10", "rdf": "rdfxml"}
JAVA = Path("/usr/share/java")
JARS = "jena-*[a-z2] commons-* dexx* gson guava httpc* jackson-* jsonld-java jakarta.json-api protobuf slf4j-api slf4j-nop thrift titanium-json-ld"
MESSAGES = "org/apache/jena/ext/"


def oxigraph(path: Path, format: str) -> Quads:
    with path.open("rb") as file:
        return set(ox.parse(file, format=OXIGRAPH[format]))


def of_nquads(text: str) -> Quads:
    return set(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def term(of: rdflib.term.Node) -> ox.NamedNode | ox.Literal:
    """An rdflib term as pyoxigraph has it."""
    if isinstance(of, rdflib.Literal):
        if of.language:
            return ox.Literal(str(of), language=of.language)
        return ox.Literal(str(of), datatype=ox.NamedNode(str(of.datatype))) if of.datatype else ox.Literal(str(of))
    return ox.NamedNode(str(of))


def graph_name(of: object) -> ox.NamedNode | ox.DefaultGraph:
    name = None if of is None else str(getattr(of, "identifier", of))
    return ox.DefaultGraph() if name is None or name == str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID) else ox.NamedNode(name)


def of_rdflib(path: Path, format: str) -> Quads:
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False  # what it read, not what it would make of it
    try:
        dataset = rdflib.Dataset()
        dataset.parse(path, format=RDFLIB[format])
        return {ox.Quad(term(s), term(p), term(o), graph_name(g)) for s, p, o, g in dataset.quads()}  # type: ignore[arg-type]  # as read
    finally:
        rdflib.NORMALIZE_LITERALS = before


def rapper(path: Path, format: str) -> Quads:
    if shutil.which("rapper") is None:
        pytest.skip("no rapper here: apt-get install raptor2-utils")
    return of_nquads(command("rapper", "--quiet", "--input", RAPPER[format], "--output", "nquads", str(path)))


def riot(path: Path, format: str) -> Quads:
    # It warns of letters that are not in Normal Form C, which a text may hold; what it read is judged, not that.
    return of_nquads(jena("--nocheck", f"--syntax={RIOT[format]}", "--output=nquads", str(path), fine=(0, 1)))


def jena(*arguments: str, fine: tuple[int, ...] = (0,)) -> str:
    """What riot prints; it leaves with 1 where it has a warning to give."""
    messages = PLACE / "jena"
    if not messages.is_dir():
        pytest.skip("no riot here: apt-get install default-jre-headless libapache-jena-java, then python -m tests.engines.parsers")
    jars = [str(jar) for pattern in JARS.split() for jar in sorted(JAVA.glob(f"{pattern}.jar"))]
    return command("java", "-cp", ":".join([str(messages), *jars]), "riotcmd.riot", *arguments, fine=fine)


def prepare_riot() -> None:
    """Lay out the messages that Debian's build of Jena keeps under another name than its classes seek them by."""
    with zipfile.ZipFile(JAVA / "jena-core.jar") as archive:
        for name in archive.namelist():
            if name.startswith(MESSAGES) and name.endswith(".properties"):
                path = PLACE / "jena" / name.removeprefix(MESSAGES)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(archive.read(name))


ENGINES: dict[str, tuple[Callable[[Path, str], Quads], Mapping[str, object]]] = {
    "pyoxigraph": (oxigraph, OXIGRAPH),
    "rdflib": (of_rdflib, RDFLIB),
    "rapper": (rapper, RAPPER),
    "riot": (riot, RIOT),
}

if __name__ == "__main__":
    if (JAVA / "jena-core.jar").exists():
        prepare_riot()
    else:
        sys.exit("no Jena here: apt-get install default-jre-headless libapache-jena-java")
