"""Every writer opens a run, and what a run leaves is checked once, before it is committed, whoever writes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kb import api
from kb.base import invariants, runs, store
from kb.errors import ConflictError
from kb.facts import Fact
from tests import whole
from tests.reading import Desk

QUOTE = ("--source", "port-bulletin", "--quote", "to a second ferry")
PLANTED = ("claims", "{} was planted", lambda _: "pull it up", "SELECT 'clm-planted'")


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that every run fails."""
    monkeypatch.setattr(invariants, "TOUCHED", {"claims": "SELECT 'clm-planted'"})
    monkeypatch.setattr(invariants, "FAULTS", (PLANTED,))


FACT = '{"source": "port-bulletin", "quote": "to a second ferry", "text": "A new claim"}\n'
WHY = ("--reason", "why not")
COMMANDS = {
    "add": ("add", *QUOTE, "--claim", "A new claim"),
    "import": ("import", "FACTS"),
    "new": ("new", "actor", "somebody", "Somebody", "--kind", "person"),
    "source add": ("source", "add", "NOTE", "--title", "Note"),
    "propose": ("propose", "NOTE", "--title", "Note", "--model", "none"),
    "propose again": ("propose", "harbour-gazette", "--model", "none"),
    "correct": ("correct", "clm-bridge-opens-1958", "kind=plan", *WHY),
    "retract": ("retract", "clm-bridge-opens-1958", *WHY),
    "merge": ("merge", "harbour-board", "harbour-office", *WHY),
    "undo": ("undo", "RUN", *WHY),
}


def run_to_undo(path: Path) -> str:
    with api.open(path) as base:
        base.add(source="port-bulletin", quote="to a second ferry", text="Something to undo")
        return str(base.query("SELECT id FROM runs WHERE kind = 'add'")[0]["id"])


def written(file: Path, words: str) -> Path:
    file.write_text(words, "utf-8")
    return file


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.thorough
def test_every_command_that_writes_is_checked_before_it_is_recorded(
    tiny_path: Path, tmp_path: Path, name: str, request: pytest.FixtureRequest
) -> None:
    stand_for = {
        "FACTS": written(tmp_path / "facts.jsonl", FACT),
        "NOTE": written(tmp_path / "note.txt", "A new text, she said."),
        "RUN": run_to_undo(tiny_path),
    }
    words = [stand_for.get(word, word) for word in COMMANDS[name]]
    before = whole.rows(tiny_path)
    request.getfixturevalue("planted")
    said = whole.kb(*words, db=tiny_path)
    assert said.code == 1
    assert "clm-planted was planted" in said.err
    assert whole.rows(tiny_path) == before


WORK: dict[str, Callable[[api.Base], Any]] = {
    "add": lambda base: base.add(source="port-bulletin", quote="to a second ferry", text="A new claim"),
    "add_all": lambda base: base.add_all([Fact("port-bulletin", "to a second ferry", "A new claim")]),
    "add_source": lambda base: base.add_source("A new text.", title="Note"),
    "new": lambda base: base.new("actor", "somebody", "Somebody", kind="person"),
    "correct": lambda base: base.correct("clm-bridge-opens-1958", "why not", kind="plan"),
    "retract": lambda base: base.retract("clm-bridge-opens-1958", "why not"),
    "merge": lambda base: base.merge("harbour-board", "harbour-office", "why not"),
}


@pytest.mark.parametrize("name", WORK)
@pytest.mark.usefixtures("planted")
@pytest.mark.thorough
def test_every_method_that_writes_is_checked_before_it_is_recorded(tiny_path: Path, name: str) -> None:
    before = whole.rows(tiny_path)
    with api.open(tiny_path) as base, pytest.raises(ConflictError, match="clm-planted was planted"):
        WORK[name](base)
    assert whole.rows(tiny_path) == before


@pytest.mark.parametrize("options", [(), ("--check",)])
@pytest.mark.thorough
def test_a_reading_of_the_files_is_checked_before_it_is_recorded(
    tmp_path: Path, options: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    desk = Desk.at(tmp_path, tmp_path / "tiny.db")
    desk.read_well()
    desk.append("actors.toml", NEW_ACTOR)
    before = whole.rows(desk.db)
    request.getfixturevalue("planted")
    result = desk.read(*options)
    assert result.exit_code == 1
    assert "clm-planted was planted" in result.output
    assert whole.rows(desk.db) == before


NEW_ACTOR = '[[actor]]\nid = "somebody"\nname = "Somebody"\nkind = "person"\n'


def test_nothing_but_a_run_records_a_run() -> None:
    """Whoever writes goes through runs.begin, and so through its check; a load restores runs as they were, and an upgrade is a transaction of its own."""
    home = Path(runs.__file__).parent
    found = {path.relative_to(home).as_posix() for path in home.rglob("*.py") if "INSERT INTO runs" in path.read_text("utf-8")}
    assert found == {"runs.py", "upgrade_reviews.py"}


# What a run may not leave behind: SQL that breaks one thing, and the words that refuse it.
BROKEN = {
    "a claim that nobody says": (
        "UPDATE assertions SET status = 'retracted' WHERE claim_id = 'clm-bridge-opens-1958'",
        "nobody would be left",
    ),
    "a retracted claim that is asserted": ("UPDATE claims SET status = 'retracted' WHERE id = 'clm-bridge-opens-1958'", "still asserted"),
    "a new relation to a retracted claim": (
        "INSERT INTO relations(id, from_claim_id, to_claim_id, relation, rationale, recorded_at) SELECT 'rel-x', 'clm-gone', min(id), 'supports', 'So.',"
        " '2024-01-01T00:00:00Z' FROM claims WHERE status <> 'retracted'",
        "relation rel-x would be to a retracted claim",
    ),
    "a mention of a retracted actor": ("UPDATE entities SET status = 'retracted' WHERE id = 'radio-one'", "merged or retracted"),
    "a new mention of a retracted actor": (
        "INSERT INTO mentions(id, snapshot_id, start_char, end_char, exact, entity_id, sense) SELECT 'men-x', id, 0, 1, substr(text, 1, 1), 'gone-actor', 'name'"
        " FROM snapshots LIMIT 1",
        "men-x would name",
    ),
    "a part played by a retracted actor": (
        "INSERT INTO participations(event_id, entity_id, role, claim_id) SELECT id, 'gone-actor', 'participant', 'clm-bridge-opens-1958' FROM events LIMIT 1",
        "clm-bridge-opens-1958 would be of somebody",
    ),
    "a gap between sections": (
        "UPDATE sections SET end_char = end_char - 1 WHERE position = 1",
        "would not begin where|without a voice|never change",
    ),
    "a figure that no text prints": ("UPDATE quantities SET verbatim = 'nine zillion'", "prints 'nine zillion'"),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.thorough
def test_a_run_that_would_break_the_base_is_refused_whole(tiny_path: Path, name: str) -> None:
    sql, words = BROKEN[name]
    with api.open(tiny_path) as base:
        base.new("actor", "gone-actor", "Gone", kind="person")
        base.retract("gone-actor", "never there")
        added = base.add(source="port-bulletin", quote="to a second ferry", text="Soon gone", claim_id="gone")
        base.retract(added.claim_id, "never said")
        base.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = whole.rows(tiny_path)
    with closing(store.connect(tiny_path)) as connection, pytest.raises(ConflictError, match=words), runs.begin(connection, "correct"):
        assert connection.execute(sql).rowcount > 0
    assert whole.rows(tiny_path) == before
    whole.sound(tiny_path)
