"""A purge erases the words of a source from the base and its file, keeps who, when and why, and nothing brings the words back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ingest.__main__ import read_into
from kb.base import checks, opening, purged, runs, store
from kb.changes import purging, undoing
from kb.changes.resting import resting_on
from kb.errors import DataError, KbError, UsageError
from kb.exchange import dump as dumping
from kb.exchange.load import load
from kb.rdf import changed_rows
from kb.sources.adding import add_source
from kb.texts.sentences import Received
from tests.conftest import TINY
from tests.whole import kb

SOURCE, OTHER = "harbour-gazette", "port-bulletin"
REASON = "order of a court"
ALONE = """
SELECT claim_id FROM assertions GROUP BY claim_id HAVING count(DISTINCT source_id) = 1 AND min(source_id) = ?
AND NOT EXISTS (SELECT 1 FROM quantities WHERE quantities.claim_id = assertions.claim_id) ORDER BY claim_id"""
LENGTH = 12


def purge(path: Path, source: str = SOURCE) -> list[str]:
    """Purge a source as the command does, and return its lines."""
    with closing(opening.open_base(path)) as connection:
        with runs.begin(connection, "purge", contributor="Registrar", reason=REASON) as run:
            lines = purging.purge(run, source)
        assert purged.sweep(connection)
    return lines


def words_of(path: Path, source: str = SOURCE, length: int = LENGTH) -> set[str]:
    """Every run of so many characters of a source's text that no other row of the base may hold: none of a name, nor of another text."""
    with closing(sqlite3.connect(path)) as connection:
        text = connection.execute("SELECT text FROM snapshots WHERE source_id = ?", (source,)).fetchone()[0]
        others = [row[0] for row in connection.execute("SELECT text FROM snapshots WHERE source_id <> ?", (source,))]
        others += [
            row[0]
            for row in connection.execute("SELECT name FROM actors UNION ALL SELECT name FROM things UNION ALL SELECT name FROM names")
        ]
        others += [
            row[0] for row in connection.execute("SELECT description FROM actors UNION ALL SELECT description FROM things") if row[0]
        ]
        claims = resting_on(connection, source).staying
        others += [row["text"] for row in claims]
        others += [
            row[0]
            for row in connection.execute(
                "SELECT text FROM claims WHERE id IN (SELECT claim_id FROM assertions WHERE source_id <> ?)", (source,)
            )
        ]
        others += [row[0] for row in connection.execute("SELECT name FROM events") if row[0]]
    pieces = {text[start : start + length] for start in range(len(text) - length + 1)}
    empty = path.with_name("empty.db")
    if not empty.exists():
        store.init(empty)  # what every base holds: the model's own words
    return {piece for piece in pieces if not any(piece in other for other in others)} - found_in(empty, pieces)


def found_in(path: Path, words: set[str]) -> set[str]:
    """Those of the words that the bytes of the file, or of its write-ahead log, hold."""
    data = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*") if ".bak" not in file.name)
    return {word for word in words if word.encode() in data}


def faults(path: Path, *, deep: bool = True) -> list[str]:
    with closing(store.connect(path)) as connection:
        return [f"{each.check} {each.row}: {each.detail}" for each in checks.check(connection, deep=deep) if each.severity == "error"]


def every_row(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in dumping.ORDER}


@pytest.fixture
def lived_in(tiny_path: Path) -> Path:
    """A base whose history repeats words of the text: a claim corrected twice, a number, a review with a quote, a conflict."""
    with closing(opening.open_base(tiny_path)) as connection:
        from kb import changes

        (claim,) = connection.execute(ALONE, (SOURCE,)).fetchone()
        with runs.begin(connection, "correct", contributor="Ann", reason="nearer to the words") as run:
            changes.correct(run, claim, {"text": "Of course it carried “at least 1,200 passengers” in April"})
        with runs.begin(connection, "correct", contributor="Ann", reason="shorter") as run:
            changes.correct(run, claim, {"text": "Something was said of the ferry"})
        with runs.begin(connection, "review", contributor="Ben", reason=None) as run:
            changes.review(run, claim, "carries", "it says: Many captains believe that the ferry is too small")
        other = connection.execute("SELECT id FROM actors ORDER BY id").fetchone()[0]
        copied = "As the paper has it: Radio One reported that the harbour office expects the bridge to open"
        for description in (copied, "An actor"):
            with runs.begin(connection, "correct", contributor="Ann", reason="for readers") as run:
                changes.correct(run, other, {"description": description})
    return tiny_path


def test_no_run_of_twelve_characters_of_the_text_is_left_in_the_file(lived_in: Path) -> None:
    words = words_of(lived_in)
    assert len(words) > 200 and found_in(lived_in, words) == words
    purge(lived_in)
    assert found_in(lived_in, words) == set()


def test_the_base_is_sound_afterwards_and_keeps_ids_digests_who_when_and_why(lived_in: Path) -> None:
    before = every_row(lived_in)
    assert faults(lived_in) == []
    purge(lived_in)
    assert faults(lived_in) == []
    after = every_row(lived_in)
    for table in ("snapshots", "passages", "mentions", "claims", "assertions", "sources", "entities", "sentences"):
        assert [row[0] for row in before[table]] == [row[0] for row in after[table]], table
    with closing(store.connect(lived_in, readonly=True)) as connection:
        (tombstone,) = purged.of_source(connection, SOURCE)
        assert (tombstone["who"], tombstone["reason"]) == ("Registrar", REASON) and tombstone["at"]
        digest = "SELECT sha256 FROM snapshots WHERE source_id = ?"
        assert tombstone["sha256"] == connection.execute(digest, (SOURCE,)).fetchone()[0]
        counted = "SELECT count(*) FROM assertions WHERE source_id = ? AND status <> 'retracted'"
        assert connection.execute(counted, (SOURCE,)).fetchone() == (0,)
        assert connection.execute(counted, (OTHER,)).fetchone()[0] > 0


@pytest.mark.parametrize("source", ["asia-times-2025", "epoch-times-2021"])
@pytest.mark.thorough
def test_either_text_of_the_shipped_base_can_be_erased_whole(shipped_path: Path, source: str) -> None:
    words = words_of(shipped_path, source, 32)
    assert len(words) > 2000
    purge(shipped_path, source)
    assert faults(shipped_path) == []
    with closing(
        sqlite3.connect(shipped_path)
    ) as connection:  # titles of works that it cites, and what else is told of events that others tell of
        staying = "SELECT title FROM sources WHERE id <> ? UNION ALL SELECT description FROM events"
        public = " | ".join(row[0] for row in connection.execute(staying, (source,)) if row[0])
    assert {word for word in found_in(shipped_path, words) if word not in public} == set()


def test_claims_that_another_source_supports_stay_and_the_others_go_as_the_dry_run_said(tiny_path: Path) -> None:
    with closing(store.connect(tiny_path, readonly=True)) as connection:
        planned = purging.plan(connection, SOURCE)
    staying, going = [row["id"] for row in planned.resting.staying], planned.claims
    assert going and not set(staying) & set(going)
    lines = purge(tiny_path)
    assert set(planned.lines()) <= set(lines)
    with closing(store.connect(tiny_path, readonly=True)) as connection:
        now = dict(connection.execute("SELECT id, text || status FROM claims"))
    assert {now[name] for name in going} == {"(purged)retracted"}
    assert not any("(purged)" in now[name] for name in staying)


def test_words_that_are_there_after_a_purge_are_found_by_check(tiny_path: Path) -> None:
    purge(tiny_path)
    with closing(sqlite3.connect(tiny_path)) as connection:
        for law in ("snapshots_never_change", "snapshots_are_blackened"):
            connection.execute(f"DROP TRIGGER {law}")
        connection.execute("UPDATE snapshots SET text = 'x' || substr(text, 2) WHERE purged_in_id IS NOT NULL")
        connection.commit()
    assert any(line.startswith("purged-but-there") for line in faults(tiny_path, deep=False))


def test_the_text_is_refused_by_name_however_it_comes(tiny_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(tiny_path)) as connection:
        text, digest = connection.execute("SELECT text, sha256 FROM snapshots WHERE source_id = ?", (SOURCE,)).fetchone()
    purge(tiny_path)
    before = every_row(tiny_path)
    with closing(opening.open_base(tiny_path)) as connection:
        for values in ({"title": "Another", "kind": "article"}, {"title": "The same", "source_id": SOURCE}):
            with (
                pytest.raises(DataError, match=f"{SOURCE} was purged on .* by Registrar, because: {REASON}"),
                runs.begin(connection, "source") as run,
            ):
                add_source(run, Received(text, digest), values)
    (file := tmp_path / "article.txt").write_text(text, encoding="utf-8")
    said = kb("propose", str(file), db=tiny_path)
    assert said.code and f"{SOURCE} was purged on" in said.err
    with pytest.raises(KbError, match="1 mistake in the files"):
        read_into(tiny_path, TINY, check=False)
    assert f"{SOURCE} was purged on" in capsys.readouterr().err
    assert every_row(tiny_path) == before


def test_a_dump_of_it_is_the_same_base_and_one_of_before_brings_nothing_back(tiny_path: Path, tmp_path: Path) -> None:
    with closing(store.connect(tiny_path)) as connection:
        dumping.dump(connection, tmp_path / "before")
    words = words_of(tiny_path)
    purge(tiny_path)
    with closing(store.connect(tiny_path)) as connection:
        dumping.dump(connection, tmp_path / "after")
        with pytest.raises(DataError, match=f"holds a text that was purged here: {SOURCE} was purged on"):
            load(connection, dumping.read(tmp_path / "before"))
    held = b"".join(file.read_bytes() for file in (tmp_path / "after").rglob("*") if file.is_file())
    assert not any(word.encode() in held for word in words)
    copy, other = tmp_path / "copy.db", tmp_path / "other.db"
    for path, folder in ((copy, "after"), (other, "before")):
        store.init(path)
        with closing(opening.open_base(path)) as connection:
            load(connection, dumping.read(tmp_path / folder))
    assert every_row(copy) == every_row(tiny_path) and faults(copy) == []
    with closing(opening.open_base(other)) as connection, pytest.raises(DataError, match=f"purged there on .*because: {REASON}") as refused:
        load(connection, dumping.read(tmp_path / "after"))
    assert SOURCE in str(refused.value)
    purge(other)
    with closing(opening.open_base(other)) as connection:
        assert not load(connection, dumping.read(tmp_path / "after")).conflicts
    assert faults(other) == [] and found_in(other, words) == set()


def test_a_purge_is_not_undone_and_undoing_an_earlier_run_brings_no_words_back(lived_in: Path) -> None:
    words = words_of(lived_in)
    purge(lived_in)
    with closing(opening.open_base(lived_in)) as connection:
        listed = connection.execute("SELECT id, kind FROM runs ORDER BY started_at DESC").fetchall()
        for run_id, kind in listed:
            try:
                with runs.begin(connection, "undo", contributor="Ann", reason="try") as run:
                    undoing.undo(run, run_id)
            except KbError as error:
                assert kind != "purge" or REASON in str(error)
            else:
                assert kind != "purge"
    assert found_in(lived_in, words) == set()
    assert faults(lived_in) == []


def test_a_purge_that_is_killed_leaves_everything_or_is_finished_when_the_base_is_opened_next(tiny_path: Path) -> None:
    words, before = words_of(tiny_path), every_row(tiny_path)
    with closing(opening.open_base(tiny_path)) as connection:
        with pytest.raises(KeyboardInterrupt), runs.begin(connection, "purge", reason=REASON) as run:
            purging.purge(run, SOURCE)
            raise KeyboardInterrupt
        assert every_row(tiny_path) == before
        with runs.begin(connection, "purge", reason=REASON) as run:
            purging.purge(run, SOURCE)
        assert purged.unswept(connection)
    opening.open_base(tiny_path).close()
    assert found_in(tiny_path, words) == set() and faults(tiny_path) == []


def test_the_command_asks_lists_and_refuses_what_holds_no_text(tiny_path: Path) -> None:
    before = every_row(tiny_path)
    listed = kb("purge", SOURCE, "--dry-run", db=tiny_path)
    assert listed.code == 0 and "characters erased" in listed.out and "wording erased" in listed.out
    assert kb("purge", SOURCE, "--reason", REASON, db=tiny_path).code and kb("purge", SOURCE, "--yes", db=tiny_path).code
    with closing(store.connect(tiny_path, readonly=True)) as connection:
        without = connection.execute("SELECT id FROM sources WHERE snapshot_id IS NULL").fetchone()[0]
        for row_id in (without, connection.execute("SELECT id FROM claims").fetchone()[0]):
            with pytest.raises(UsageError):
                purging.plan(connection, row_id)
    assert every_row(tiny_path) == before
    words = words_of(tiny_path)
    done = kb("purge", SOURCE, "--reason", REASON, "--yes", "--by", "Registrar", db=tiny_path)
    assert done.code == 0, done.err
    assert found_in(tiny_path, words) == set()
    again = kb("purge", SOURCE, "--reason", REASON, "--yes", db=tiny_path)
    assert again.code and "was purged on" in again.err and REASON in again.err


def test_triples_that_were_read_before_a_purge_are_read_anew_even_before_the_file_is_written_anew(tiny_path: Path) -> None:
    with closing(opening.open_base(tiny_path)) as connection:
        seen = changed_rows.look(connection)
        with runs.begin(connection, "purge", contributor="Registrar", reason=REASON) as run:
            purging.purge(run, SOURCE)
        assert purged.unswept(connection)
        assert changed_rows.since(connection, seen, 100_000) is None
