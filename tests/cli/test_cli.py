"""The command line: every command, its exit codes, and that what is refused changes nothing."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kb.base import store
from kb.cli.commands import COMMANDS, GROUPS
from tests.whole import done, kb, rows, sound

CLAIM = "clm-ferry-too-small"
FACT = ("add", "--source", "port-bulletin", "--quote", "The ferry is too small", "--claim", "The ferry is too small")
# What each command says when all is well, on the tiny base.
FINE: dict[str, tuple[object, ...]] = {
    "new": ("new", "actor", "pilot-guild", "Pilot Guild", "--kind", "organization", "--alias", "The Pilots"),
    "add": FACT,
    "query": ("query", "SELECT count(*) AS claims FROM claims"),
    "sparql": ("sparql", "ASK { ?s ?p ?o }"),
    "search": ("search", "ferry"),
    "show": ("show", CLAIM),
    "trace": ("trace", CLAIM),
    "coverage": ("coverage", "--unread"),
    "export": ("export", "nq"),
    "correct": ("correct", CLAIM, "kind=factual", "--reason", "no judgement"),
    "retract": ("retract", CLAIM, "--reason", "misread"),
    "merge": ("merge", "harbour-office", "harbour-board", "--reason", "one body"),
    "check": ("check",),
    "upgrade": ("upgrade",),
}
# What is wrong with the data, and what with the call.
REFUSED: dict[str, tuple[int, tuple[object, ...]]] = {
    "a quote that is not there": (1, ("add", "--source", "port-bulletin", "--quote", "The ferry was sold to nobody", "--claim", "Sold")),
    "an actor that is not there": (1, (*FACT, "--speaker", "captain-nobody")),
    "a predicate that is not there": (1, (*FACT[:-1], "x", "--subject", "ferry", "--predicate", "eats", "--object", "ferry")),
    "half a triple": (1, (*FACT[:-1], "x", "--subject", "ferry")),
    "an unknown word": (1, (*FACT, "--kind", "guess")),
    "a date that is none": (1, (*FACT[:-1], "The ferry is small", "--about", "May 1956")),
    "no quote": (2, ("add", "--source", "port-bulletin", "--claim", "x")),
    "no claim": (2, ("add", "--source", "port-bulletin", "--quote", "The ferry is too small")),
    "no source": (2, ("add", "--quote", "The ferry is too small", "--claim", "x")),
    "an option that is none": (2, ("add", "--colour", "red")),
    "half a new actor": (2, (*FACT, "--new-actor", "pilots")),
    "an unknown question": (2, ("query", "who-sais")),
    "an unknown parameter": (2, ("query", "who-says", "-p", "clam=x")),
    "no parameter": (2, ("query", "who-says", "-p", "claim")),
    "a statement that writes": (2, ("query", "DELETE FROM claims")),
    "a statement that writes behind WITH": (2, ("query", "WITH gone AS (SELECT 1) DELETE FROM names")),
    "a pragma that sets": (2, ("query", "PRAGMA foreign_keys = OFF")),
    "SQL that is none": (2, ("query", "SELECT * FROM nowhere")),
    "two statements": (2, ("query", "SELECT 1; SELECT 2")),
    "SPARQL that is none": (2, ("sparql", "SELECT WHERE")),
    "SPARQL that fetches": (2, ("sparql", "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }")),
    "an id that never was": (2, ("show", "clm-nothing")),
    "an id to trace that never was": (2, ("trace", "clm-nothing")),
    "a source to cover that is not there": (2, ("coverage", "--source", "nowhere")),
    "a source to export that is not there": (2, ("export", "nq", "--source", "nowhere")),
    "an actor to export that is not there": (2, ("export", "csv", "--actor", "nobody")),
    "a claim to export that is not there": (2, ("export", "csv", "--claim", "nothing")),
    "a moment that is none": (2, ("export", "csv", "--since", "yesterday")),
    "a format that is none": (2, ("export", "pdf")),
    "a column that is none": (2, ("correct", CLAIM, "colour=red", "--reason", "x")),
    "a correction that is none": (2, ("correct", CLAIM, "red", "--reason", "x")),
    "a correction without its reason": (2, ("correct", CLAIM, "kind=factual")),
    "a word that is none": (1, ("correct", CLAIM, "kind=guess", "--reason", "x")),
    "a retraction without its reason": (2, ("retract", CLAIM)),
    "a retraction of what is in use": (1, ("retract", "ferry", "--reason", "x")),
    "a retraction of a predicate in use": (1, ("retract", "carries", "--reason", "x")),
    "a merge with itself": (2, ("merge", CLAIM, CLAIM, "--reason", "x")),
    "a merge of two kinds": (2, ("merge", "ferry", "canal-company", "--reason", "x")),
    "an undoing of no run": (2, ("undo", "run-nothing", "--reason", "x")),
    "a kind of new thing that is none": (2, ("new", "person", "x", "X")),
    "an id that is none": (1, ("new", "actor", "Captain Nemo", "Captain Nemo", "--kind", "person")),
    "an id that is taken": (1, ("new", "thing", "canal-company", "Canal Company", "--kind", "project")),
    "a title for no text": (2, ("source", "add", "--title", "x")),
    "a text that is not there": (1, ("source", "add", "nowhere.txt", "--title", "x")),
    "a command of a command that is none": (2, ("source", "remove")),
    "a file to import that is not there": (2, ("import", "nowhere.toml")),
    "a folder to load that is not there": (2, ("load", "nowhere")),
    "nothing to search": (2, ("search",)),
    "fewer than one hit": (2, ("search", "ferry", "-n", "0")),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    said = kb(name, "--help")
    assert said.code == 0
    assert "Usage:" in said.out
    assert len(said.out.splitlines()) > 4
    assert said.err == ""


def test_the_help_lists_every_command_with_what_it_does() -> None:
    listed = done("--help")
    for name in COMMANDS:
        assert [line for line in listed.splitlines() if line.split()[:1] == [name] and len(line.split()) > 3], name


def test_the_help_groups_the_commands_with_a_line_each() -> None:
    lines = done("--help").splitlines()
    headings = [line.removesuffix(":") for line in lines if line.endswith(":") and not line.startswith(" ")]
    assert headings == ["Options", *GROUPS]
    for group, names in GROUPS.items():
        begin = lines.index(f"{group}:") + 1
        listed = lines[begin : begin + len(names)]
        assert [line.split()[0] for line in listed] == list(names)
        assert not [line for line in listed if line.endswith("...") or len(line) > 80]


def test_kb_alone_shows_five_commands_to_begin_with_and_where_the_others_are() -> None:
    said = kb()
    assert (said.code, said.err) == (0, "")
    shown = [line.split()[1] for line in said.out.splitlines() if line.startswith("  kb ")]
    assert shown == ["query", "search", "trace", "add", "propose"]
    assert set(shown) <= set(COMMANDS)
    assert "kb --help" in said.out


def test_the_version_is_told_without_an_installed_package() -> None:
    import kb as package

    assert package.__version__ in done("--version")


@pytest.mark.parametrize("name", FINE)
@pytest.mark.thorough
def test_a_command_that_did_its_work_ends_with_zero(name: str, tiny_path: Path) -> None:
    said = kb(*FINE[name], db=tiny_path)
    assert said.code == 0, said.err
    assert said.out.strip()
    sound(tiny_path)


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.thorough
def test_what_is_refused_says_so_in_words_and_changes_nothing(
    case: str, tiny_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, arguments = REFUSED[case]
    before, files = rows(tiny_path), sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("tiny.db-"))
    said = kb(*arguments, db=tiny_path)
    assert said.code == code, said.err
    assert said.out == ""
    assert said.err.strip()
    assert rows(tiny_path) == before
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("tiny.db-")) == files


@pytest.mark.parametrize("case", [case for case, (code, _) in REFUSED.items() if code == 1])
def test_what_is_wrong_with_the_data_comes_with_a_remedy(case: str, tiny_path: Path) -> None:
    said = kb(*REFUSED[case][1], db=tiny_path)
    assert said.err.startswith("kb: ")
    assert "remedy: " in said.err


@pytest.mark.parametrize(("typed", "meant"), [("ad", "add"), ("quer", "query"), ("corect", "correct"), ("exprot", "export")])
def test_an_unknown_command_offers_the_nearest(typed: str, meant: str) -> None:
    said = kb(typed)
    assert said.code == 2
    assert f"did you mean {meant}" in said.err


@pytest.mark.parametrize("arguments", [("show", "clm-ferry-to-smal"), ("query", "who-say"), ("add", "--qoute", "x"), ("source", "ad")])
def test_a_slip_of_the_pen_offers_the_nearest_name(arguments: tuple[str, ...], tiny_path: Path) -> None:
    said = kb(*arguments, db=tiny_path)
    assert said.code == 2
    assert "ean" in said.err  # did you mean


@pytest.mark.parametrize("name", FINE)
def test_a_base_that_is_not_there_is_the_callers_mistake(name: str, tmp_path: Path) -> None:
    said = kb(*FINE[name], db=tmp_path / "none.db")
    assert said.code == 2
    assert "kb init" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no database at all, only words, many of them", None])
def test_a_file_that_is_no_base_is_refused_and_left_alone(content: bytes | None, tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "other.db"
    if content is None:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE somebody_elses(x)")
        connection.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    for arguments in (FINE["add"], FINE["query"], FINE["upgrade"], FINE["check"]):
        said = kb(*arguments, db=path)
        assert said.code == 1, arguments
        assert "not a base" in said.err
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["other.db"]


def test_the_base_is_named_before_or_after_the_command_or_in_the_environment(tiny_path: Path) -> None:
    count = ("query", "SELECT count(*) AS n FROM claims", "-f", "json")
    before = kb("--db", tiny_path, *count)
    after = kb(*count, "--db", tiny_path)
    environment = kb(*count, env={"KB_DB": str(tiny_path)})
    assert before.code == after.code == environment.code == 0
    assert before.out == after.out == environment.out
    assert json.loads(before.out)[0]["n"] > 0


def test_a_base_named_after_the_command_wins_over_the_others(tiny_path: Path, empty_path: Path) -> None:
    said = kb(
        "--db", tiny_path, "query", "SELECT count(*) AS n FROM claims", "-f", "json", "--db", empty_path, env={"KB_DB": str(tiny_path)}
    )
    assert json.loads(said.out) == [{"n": 0}]


def test_a_base_is_made_once_and_never_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    assert kb("init", path).code == 0
    sound(path)
    before = path.read_bytes()
    again = kb("init", path)
    assert again.code == 2
    assert path.read_bytes() == before
    assert kb("init", tmp_path / "nowhere" / "new.db").code == 2


@pytest.mark.parametrize(("name", "count"), [("add", 1), ("new", 1), ("correct", 1), ("retract", 1), ("merge", 1)], ids=str)
def test_a_pipe_gets_the_id_alone(name: str, count: int, tiny_path: Path) -> None:
    lines = done(*FINE[name], db=tiny_path).splitlines()
    assert len(lines) == count
    connection = store.connect(tiny_path)
    found = connection.execute(
        "SELECT id FROM assertions WHERE id = ?1 UNION SELECT id FROM runs WHERE id = ?1 UNION SELECT id FROM entities WHERE id = ?1",
        (lines[0],),
    ).fetchall()
    connection.close()
    assert found == [(lines[0],)]


def test_rows_come_as_csv_json_and_json_lines_with_the_same_values(tiny_path: Path) -> None:
    sql = "SELECT id, text, about_time FROM claims ORDER BY id"
    as_csv = list(csv.DictReader(io.StringIO(done("query", sql, "-f", "csv", db=tiny_path))))
    as_json = json.loads(done("query", sql, "-f", "json", db=tiny_path))
    as_lines = [json.loads(line) for line in done("query", sql, "-f", "jsonl", db=tiny_path).splitlines()]
    assert as_json == as_lines
    assert as_csv == [{key: "" if value is None else value for key, value in row.items()} for row in as_json]
    assert len(as_json) > 3


def test_a_table_for_reading_cuts_nothing(tiny_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    shown = done("query", f"SELECT '{words}' AS words", db=tiny_path)
    assert [word for line in shown.splitlines()[2:] for word in line.split()] == words.split()


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_an_export_of_the_claim_sheet_holds_a_row_for_each_assertion(format_: str, tiny_path: Path, tmp_path: Path) -> None:
    connection = store.connect(tiny_path)
    wanted = [row[0] for row in connection.execute("SELECT assertion_id FROM claim_sheet ORDER BY assertion_id")]
    connection.close()
    out = tmp_path / f"sheet.{format_}"
    said = kb("export", format_, "-o", out, db=tiny_path)
    assert said.code == 0
    assert said.out == ""
    text = out.read_text("utf-8")
    read = list(csv.DictReader(io.StringIO(text))) if format_ == "csv" else [json.loads(line) for line in text.splitlines()]
    assert sorted(row["assertion_id"] for row in read) == wanted
    assert text.rstrip("\n") == done("export", format_, db=tiny_path)


def test_an_export_narrows_to_a_source_an_actor_a_claim_and_a_moment(tiny_path: Path) -> None:
    def claims(*options: str) -> set[str]:
        return {row["claim_id"] for row in csv.DictReader(io.StringIO(done("export", "csv", *options, db=tiny_path)))}

    everything = claims()
    assert set() < claims("--source", "port-bulletin") < everything
    assert set() < claims("--actor", "radio-one") < everything
    assert claims("--claim", CLAIM) == claims("--claim", "ferry-too-small") == {CLAIM}
    assert claims("--since", "2999-01-01") == set()
    assert claims("--since", "2000-01-01T00:00:00+02:00") == everything


@pytest.mark.parametrize("arguments", [("show", CLAIM, "--json"), ("trace", CLAIM, "--json"), ("search", "ferry", "-f", "json")])
def test_what_is_told_of_a_row_can_be_read_by_a_program(arguments: tuple[str, ...], tiny_path: Path) -> None:
    assert json.loads(done(*arguments, db=tiny_path))


@pytest.mark.parametrize(
    "row_id",
    ["harbour-gazette", "radio-one-broadcast", "canal-company", "bridge-opening", "ferry", "carries", "curators", CLAIM, "ferry-too-small"],
)
def test_every_kind_of_row_tells_its_story(row_id: str, tiny_path: Path) -> None:
    said = kb("show", row_id, db=tiny_path)
    if row_id == "ferry-too-small":  # the name a file gives it; the id has a prefix
        assert said.code == 2
        assert CLAIM in said.err
    else:
        assert said.code == 0, said.err
        assert "history" in said.out


def test_every_minted_row_tells_its_story_too(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    for table in ("snapshots", "sections", "sentences", "passages", "mentions", "assertions", "relations", "citations", "runs"):
        (row_id,) = connection.execute(f"SELECT id FROM {table} LIMIT 1").fetchone()
        assert row_id in done("show", row_id, db=tiny_path)
    connection.close()


def test_a_trace_ends_at_the_bytes(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    (sha256,) = connection.execute("SELECT sha256 FROM snapshots WHERE source_id = 'port-bulletin'").fetchone()
    connection.close()
    told = done("trace", CLAIM, db=tiny_path)
    assert sha256 in told
    assert "»The ferry is too small«, as everyone knows." in told


def test_coverage_lists_each_sentence_once(tiny_path: Path) -> None:
    listed = json.loads(done("coverage", "-f", "json", db=tiny_path))
    connection = store.connect(tiny_path)
    (sentences,) = connection.execute("SELECT count(*) FROM sentences").fetchone()
    connection.close()
    assert len(listed) == sentences
    for row in json.loads(done("coverage", "--source", "port-bulletin", "-f", "json", db=tiny_path)):
        assert row["source_id"] == "port-bulletin"


def test_a_port_in_use_is_told_before_anything_is_served(tiny_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = kb("serve", "--port", taken.getsockname()[1], db=tiny_path)
    assert said.code == 2
    assert "in use" in said.err


def test_a_secret_that_can_be_guessed_signs_nothing_whoever_has_the_port(tiny_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = kb("serve", "--secret", "mysecret", "--port", taken.getsockname()[1], db=tiny_path)
    assert (said.code, "token_hex" in said.err) == (2, True)


def test_a_port_that_no_machine_has_is_refused(tiny_path: Path) -> None:
    said = kb("serve", "--port", 99999, db=tiny_path)
    assert (said.code, "65535" in said.err) == (2, True)


def test_a_reader_that_stops_early_meets_no_traceback(tiny_path: Path) -> None:
    script = "import sys; from kb.cli import main; sys.argv = ['kb', *sys.argv[1:]]; main()"
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT i FROM n"
    with subprocess.Popen(
        [sys.executable, "-c", script, "--db", str(tiny_path), "query", "-f", "csv", many], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_name_with_a_lone_surrogate_is_refused_in_words(tiny_path: Path) -> None:
    before = rows(tiny_path)
    said = kb("new", "actor", "x", "broken \udce9 name", "--kind", "person", db=tiny_path)
    assert said.code == 1
    assert "remedy" in said.err
    assert rows(tiny_path) == before


@pytest.mark.parametrize(
    ("arguments", "not_needed"),
    [
        (FACT, {"datasette", "rdflib", "sqlite_utils", "pyoxigraph", "pyshacl", "rich"}),
        (("query", "who-says"), {"datasette", "rdflib", "sqlite_utils", "pyoxigraph", "rapidfuzz", "rich"}),
        (("--help",), {"datasette", "rdflib", "sqlite_utils", "pyoxigraph", "rapidfuzz", "rich", "sqlite3.dbapi2.none"}),
    ],
    ids=["add", "query", "help"],
)
@pytest.mark.thorough
def test_a_command_starts_without_what_it_does_not_need(arguments: tuple[str, ...], not_needed: set[str], tiny_path: Path) -> None:
    script = "import sys; from kb.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\nprint('modules', *sys.modules)"
    environment = os.environ | {"KB_DB": str(tiny_path)}
    told = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, env=environment, check=True)
    loaded = set(told.stdout.splitlines()[-1].split())
    assert "kb.cli" in loaded
    assert loaded & not_needed == set()


def test_a_limit_on_the_size_of_files_is_not_taken_for_another_kind_of_file(tiny_path: Path) -> None:
    command = f'ulimit -f 10; exec "{sys.executable}" -m kb --db "{tiny_path}" list sources'
    shown = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert shown.returncode == 1
    assert "not a base" not in shown.stderr
    assert "ulimit -f" in shown.stderr


def test_an_error_cannot_steer_the_terminal(tiny_path: Path) -> None:
    command = [sys.executable, "-m", "kb", "--db", str(tiny_path), "show", "clm-\u202e\x1b[2Jx"]
    shown = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert shown.returncode != 0
    assert not set(shown.stderr) & {"\u202e", "\x1b"}
