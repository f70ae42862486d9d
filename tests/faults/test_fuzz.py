"""Anything at all, given to every reader: it is taken in, or refused with words a person can act on. Never a traceback, never a change."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import files
from kb import facts
from kb.ask import queries, search
from kb.base import dates, entries, ids, runs, store
from kb.base.model import QUANTITY_COLUMNS
from kb.cli import main
from kb.errors import KbError
from kb.exchange import dump, facts_files, load
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.rdf import export, sparql
from kb.rdf import load as rdf
from kb.sources import adding
from kb.texts import sentences
from kb.texts.characters import UNWRITTEN
from tests.harness.searching import examples
from tests.whole import rows, sound

QUICK = settings(
    max_examples=examples(10), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
WORDS = st.text(max_size=60)
ANY_TEXT = st.text(alphabet=st.characters(), max_size=200)  # lone surrogates too
SIMPLE = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY_TEXT)
VALUES = st.recursive(SIMPLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6)
KEYS = sorted({key for keys in entries.KEYS.values() for key in keys})
ENTRIES = st.dictionaries(st.sampled_from(KEYS) | WORDS, VALUES, max_size=6)
# An entry that is nearly right, so that what lies behind the first checks is reached too.
NEARLY = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["port-bulletin", "harbour-gazette", "nowhere"]),
        "quote": st.sampled_from(["The ferry is too small", "second ferry"]) | ANY_TEXT,
    },
    optional={
        "text": ANY_TEXT,
        "claim": st.sampled_from(["ferry-too-small", "clm-ferry-too-small", "nothing"]) | WORDS,
        "kind": st.sampled_from(["factual", "fctual"]) | WORDS,
        "subject": st.sampled_from(["ferry", "the ferry"]) | ANY_TEXT,
        "predicate": st.sampled_from(["has-quality"]) | WORDS,
        "object": st.sampled_from(["too-small"]) | WORDS,
        "about": st.sampled_from(["1956", "1956-13", "1956-02-30/"]) | WORDS,
        "cue": ANY_TEXT,
        "said_by": st.lists(st.dictionaries(st.sampled_from(["speaker", "act", "stance", "cue"]), WORDS, max_size=3), max_size=2),
        "speakers": st.lists(WORDS, max_size=2),
        "quantity": st.dictionaries(st.sampled_from(QUANTITY_COLUMNS), SIMPLE, max_size=4),
        "roles": st.lists(st.dictionaries(st.sampled_from(["event", "entity", "role"]), WORDS, max_size=3), max_size=2),
    },
)


@pytest.fixture(scope="module")
def base(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("fuzz") / "base.db"))
    yield path
    sound(path)


def import_unless_refused(base: Path, name: str, words: str) -> None:
    """Import a file; what is refused must have changed nothing. What is taken in is rolled back, so that each example starts alike."""
    connection = store.connect(base)
    before = rows(connection)
    try:
        with runs.begin(connection, "import", contributor="tester") as run:
            facts_files.import_facts(run, Path(name), words)
            raise Enough
    except KbError as error:
        assert str(error).strip()
    except (Enough, UnicodeEncodeError):  # the command line turns the latter, a lone surrogate, into a message
        pass
    assert rows(connection) == before
    connection.close()


class Enough(Exception):  # noqa: N818 - the way out of a run that is not to be kept
    """The example was taken in."""


@QUICK
@given(words=ANY_TEXT)
@pytest.mark.parametrize("name", ["x.toml", "x.csv", "x.jsonl"])
@pytest.mark.thorough
def test_any_text_as_a_file_of_facts(base: Path, name: str, words: str) -> None:
    import_unless_refused(base, name, words)


@QUICK
@given(entries=st.lists(ENTRIES | NEARLY, min_size=1, max_size=3))
@pytest.mark.thorough
def test_any_objects_as_json_lines(base: Path, entries: list[dict[str, object]]) -> None:
    import_unless_refused(base, "x.jsonl", "\n".join(json.dumps(entry) for entry in entries))


@QUICK
@given(cells=st.lists(st.lists(WORDS, min_size=3, max_size=3), max_size=4))
@pytest.mark.thorough
def test_any_cells_as_csv(base: Path, cells: list[list[str]]) -> None:
    lines = ["source,quote,text", *(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells)]
    import_unless_refused(base, "x.csv", "\n".join(lines))


@QUICK
@given(data=st.binary(max_size=300))
@pytest.mark.parametrize("suffix", ["nq", "nt", "trig", "ttl", "jsonld", "rdf"])
def test_any_bytes_as_rdf(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{suffix}"
        path.write_bytes(data)
        try:
            assert isinstance(rdf.rows(path), dict)
        except KbError as error:
            assert str(error).strip()


@QUICK
@given(data=st.binary(max_size=300), at=st.integers(0, 400_000), cut=st.integers(0, 40))
@pytest.mark.thorough
def test_an_export_with_bytes_changed_is_read_or_refused(tiny_built: Path, data: bytes, at: int, cut: int) -> None:
    exported = exported_once(tiny_built)
    at %= len(exported)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.nq"
        path.write_bytes(exported[:at] + data + exported[at + cut :])
        fresh = Path(folder) / "fresh.db"
        store.init(fresh)
        before = rows(fresh)
        try:
            dump_rows = rdf.rows(path)
            connection = store.connect(fresh)
            try:
                load.load(connection, dump_rows)
            finally:
                connection.close()
        except (KbError, UnicodeEncodeError):
            assert rows(fresh) == before


EXPORTED: dict[Path, bytes] = {}


def exported_once(base: Path) -> bytes:
    if base not in EXPORTED:
        stream = io.BytesIO()
        connection = store.connect(base, readonly=True)
        export.write(connection, "nq", stream)
        connection.close()
        EXPORTED[base] = stream.getvalue()
    return EXPORTED[base]


@settings(max_examples=examples(100), deadline=None)
@given(edtf=st.text(alphabet="0123456789-/.~?%XTZ:+Y[]{}, ", max_size=24) | ANY_TEXT)
def test_any_text_as_a_date(edtf: str) -> None:
    found = dates.bounds(edtf)
    assert found is None or all(day is None or (len(day) == 10 and day[4] == day[7] == "-") for day in found)


@settings(max_examples=examples(100), deadline=None)
@given(name=ANY_TEXT)
def test_any_text_as_an_id(name: str) -> None:
    try:
        assert ids.check_entity_id(name) == name
        assert name.isascii()
        assert name == name.lower()
    except KbError as error:
        assert str(error).strip()


@QUICK
@given(what=ANY_TEXT | WORDS.map(lambda words: f"SELECT {words}"), given_values=st.dictionaries(WORDS, WORDS, max_size=2))
def test_any_text_as_a_question(base: Path, what: str, given_values: dict[str, str]) -> None:
    connection = store.connect(base, readonly=True)
    try:
        columns, found = queries.ask(connection, what, given_values, seconds=2)
        assert all(len(row) == len(columns) for row in found)
    except (KbError, UnicodeEncodeError):
        pass
    finally:
        connection.close()


@QUICK
@given(words=ANY_TEXT)
def test_any_text_as_words_to_search_for(base: Path, words: str) -> None:
    connection = store.connect(base, readonly=True)
    try:
        assert all(hit.id for hit in search.find(connection, words))
    except (KbError, UnicodeEncodeError):
        pass
    finally:
        connection.close()


@QUICK
@given(query=ANY_TEXT | st.text(alphabet="SELECTASKWHERE{}?<>:.;'\" \\uU\n", max_size=80))
def test_any_text_as_sparql_is_checked_without_a_traceback(query: str) -> None:
    try:
        sparql.check(query)
    except KbError as error:
        assert str(error).strip()


@settings(max_examples=examples(100), deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_as_a_text(data: bytes) -> None:
    try:
        received = sentences.receive(data)
        assert received.text.encode("utf-8") in (data, data.removeprefix(b"\xef\xbb\xbf"))
    except KbError as error:
        assert str(error).strip()


@QUICK
@given(
    words=ANY_TEXT,
    name=st.sampled_from(["actors.toml", "relations.toml", "sources/harbour-gazette/claims.toml", "sources/harbour-gazette/source.toml"]),
)
def test_any_text_as_a_curated_file(words: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(Path(__file__).resolve().parent.parent / "tiny", Path(folder) / "tiny"))
        (root / name).write_bytes(words.encode("utf-8", "surrogatepass"))
        _, problems = files.read(root)
        assert all(str(problem).strip() for problem in problems)


@QUICK
@given(line=VALUES, table=st.sampled_from(["claims", "assertions", "actors", "names", "runs"]))
@pytest.mark.thorough
def test_any_json_in_a_dump(tiny_built: Path, line: object, table: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection = store.connect(tiny_built, readonly=True)
        dump.dump(connection, Path(folder) / "dump")
        connection.close()
        with (Path(folder) / "dump" / f"{table}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        fresh = Path(folder) / "fresh.db"
        store.init(fresh)
        before = rows(fresh)
        target = store.connect(fresh)
        try:
            load.load(target, dump.read(Path(folder) / "dump"))
        except (KbError, UnicodeEncodeError):
            assert rows(target) == before
        finally:
            target.close()


HOSTILE = {
    "markup": '<script>alert("x")</script><img src=x onerror=alert(1)>',
    "sql": "'; DROP TABLE claims; --",
    "bidi": "abc \u202e desrever \u2066x\u2069",
    "zero width": "zero\u200bwidth\ufeffjoined",
    "combining": "e\u0301" * 40,
    "astral": "\U0001f6a2 ferry \U0001f1e8\U0001f1f3",
    "control": "bell\x07 and escape\x1b[31m",
    "quotes": "\"'`´‘’“”«»\\",
    "percent": "%s %(x)s {0} ${HOME} %00",
    "long": "long " * 3_900,
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.thorough
def test_hostile_words_in_every_place_are_kept_or_refused(tiny_path: Path, kind: str) -> None:
    words = HOSTILE[kind]
    spoken = UNWRITTEN.sub("", words)[:200]  # names and claims refuse what no format can carry, texts keep it
    connection = store.connect(tiny_path)
    source = f"Before. {words} After."
    with runs.begin(connection, "source", contributor="tester") as run:
        adding.add_source(run, sentences.receive(source.encode()), {"title": spoken[:100], "source_id": "hostile"})
    with runs.begin(connection, "add", contributor=words[:40], reason=words[:100]) as run:
        lookup = Lookup(connection)
        add_entity(run, NewEntity("actor", "hostile-body", {"id": "hostile-body", "name": spoken, "kind": "group"}))
        fact = facts.Fact(
            source="hostile",
            quote=words.strip(),
            text="The text holds hostile words",
            subject="hostile-body",
            predicate="has-quality",
            object_text=spoken,
        )
        added = facts.record(run, fact, lookup=lookup)
    stored = connection.execute("SELECT exact FROM passages WHERE id = ?", (added.passage_id,)).fetchone()[0]
    assert stored == words.strip()
    assert stored in source
    connection.close()
    sound(tiny_path)


def test_a_lone_surrogate_is_refused_with_words(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    before = rows(connection)
    connection.close()
    said = CliRunner().invoke(
        main,
        ["--db", str(tiny_path), "add", "--source", "port-bulletin", "--quote", "The ferry is too small", "--claim", "\ud800 surrogate"],
    )
    assert said.exit_code == 1
    assert "surrogate" in said.output
    assert rows(tiny_path) == before
