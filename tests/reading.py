"""A desk to work at: a copy of tests/tiny to edit, a base to read it into, and the two commands."""

from __future__ import annotations

import re
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from ingest.__main__ import main as ingest
from kb.base import runs, store
from kb.cli import main as kb
from kb.exchange import dump

TINY = Path(__file__).parent / "tiny"
RELATIONS, ACTORS = "relations.toml", "actors.toml"
GAZETTE, BULLETIN = "sources/harbour-gazette", "sources/port-bulletin"
CLAIMS, SOURCE, TEXT = (f"{GAZETTE}/{name}" for name in ("claims.toml", "source.toml", "text.txt"))


@dataclass
class Desk:
    folder: Path
    db: Path

    @classmethod
    def at(cls, place: Path, db: Path) -> Desk:
        return cls(Path(shutil.copytree(TINY, place / TINY.name)), db)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace words that stand once in a file."""
        path = self.folder / file
        words = path.read_bytes().decode("utf-8")
        assert words.count(old) == 1, f"{old!r} stands {words.count(old)} times in {file}"
        path.write_bytes(words.replace(old, new).encode("utf-8"))

    def append(self, file: str, words: str) -> None:
        path = self.folder / file
        path.write_bytes(path.read_bytes() + b"\n" + words.encode("utf-8"))

    def without(self, file: str, words: str) -> str:
        """Take the one [[entry]] that holds these words out of a file; returns it."""
        path = self.folder / file
        parts = re.split(r"(?m)^(?=\[\[)", path.read_text("utf-8"))
        taken = [part for part in parts if words in part]
        assert len(taken) == 1
        path.write_text("".join(part for part in parts if part not in taken), "utf-8")
        return taken[0]

    def read(self, *options: str) -> Result:
        result = CliRunner().invoke(ingest, [str(self.folder), "--db", str(self.db), *options])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    def read_well(self, *, retracted: bool = False) -> str:
        """Read without a fault; 3 is how a reading ends where people took back what it says."""
        result = self.read()
        assert result.exit_code == (3 if retracted else 0), result.output
        return result.output

    def kb(self, *words: str) -> Result:
        result = CliRunner().invoke(kb, ["--db", str(self.db), *words], env={"KB_CONTRIBUTOR": "Ada"})
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    def kb_well(self, *words: str) -> str:
        result = self.kb(*words)
        assert result.exit_code == 0, result.output
        return result.output

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        connection = store.connect(self.db)
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def one(self, sql: str, *parameters: Any) -> Any:
        """The only value of the only row."""
        found = self.rows(sql, *parameters)
        assert len(found) == 1, found
        return found[0][0] if len(found[0]) == 1 else found[0]

    def state(self) -> dict[str, list[dict[str, Any]]]:
        return state(self.db)

    def faults(self) -> list[str]:
        """What `kb check` finds wrong, notices aside."""
        from kb.base import checks

        connection = store.connect(self.db)
        try:
            return [str(problem) for problem in checks.check(connection) if problem.severity == "error"]
        finally:
            connection.close()


def state(db: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of the record, history included."""
    connection = store.connect(db)
    try:
        return {table: list(dump.rows_of(connection, table)) for table in dump.ORDER}
    finally:
        connection.close()


# What a base holds now, whoever recorded it and whatever it was called before: two bases that say the same have the same rows here.
CONTENTS = {
    "said": "SELECT claim_id, claim, kind, subject_id, predicate_id, object_id, object, about_time, event_id, comparison, value, minimum, maximum, unit,"
    " measure, verbatim, source_id, section, level, via, speaker_id, work_id, act, stance, certainty, cue, quote, start_char, end_char, status FROM claim_sheet WHERE status <> 'retracted'",
    "chained": "SELECT child.claim_id, child.speaker_id, parent.speaker_id FROM assertions AS child JOIN assertions AS parent ON parent.id = child.reported_in_id WHERE child.status <> 'retracted'",
    "mentioned": "SELECT source_id, start_char, end_char, exact, entity_id, sense FROM mentions JOIN sources ON sources.snapshot_id = mentions.snapshot_id"
    " JOIN snapshots ON snapshots.id = mentions.snapshot_id WHERE status <> 'retracted'",
    "sections": "SELECT sources.id, position, sections.kind, start_char, end_char, speaker_id FROM sections JOIN sources USING (snapshot_id)",
    "sentences": "SELECT sources.id, sentences.position, sentences.start_char, sentences.end_char, no_claim_reason, sections.position FROM sentences"
    " JOIN sources USING (snapshot_id) JOIN sections ON sections.id = section_id",
    "passages": "SELECT passages.id, sections.position FROM passages JOIN sections ON sections.id = section_id JOIN assertions ON passage_id = passages.id WHERE status <> 'retracted'",
    "parts": "SELECT participations.event_id, entity_id, role, claim_id FROM participations JOIN claims ON claims.id = claim_id WHERE status <> 'retracted'",
    "related": "SELECT from_claim_id, to_claim_id, relation, comparable, rationale FROM relations WHERE status <> 'retracted'",
    "cited": "SELECT citing_source_id, cited_id, cited_text, exact FROM citations JOIN passages ON passages.id = passage_id WHERE status <> 'retracted'",
    **{
        table: f"SELECT {columns} FROM {table}"
        for table, columns in {
            "actors": "id, name, kind, part_of_id, anonymity, description",
            "things": "id, name, kind, part_of_id, latitude, longitude, description",
            "events": "id, name, kind, actuality, date, earliest, latest, date_basis, place_id, part_of_id, description",
            "sources": "id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, access, snapshot_id, note",
            "source_authors": "source_id, position, actor_id, role",
            "predicates": "id, label, description, iri",
            "names": "entity_id, name, kind, language",
            "identifiers": "entity_id, scheme, value, match",
        }.items()
    },
}


def contents(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = store.connect(db)
    try:
        return {name: sorted(connection.execute(sql).fetchall(), key=repr) for name, sql in CONTENTS.items()}
    finally:
        connection.close()


def write_as(db: Path, kind: str, sql: str, *parameters: Any) -> None:
    """One statement in a run of its own, as another program of ours would do it."""
    connection = store.connect(db)
    try:
        with runs.begin(connection, kind, contributor="Ada"):
            connection.execute(sql, parameters)
    except sqlite3.Error:
        connection.close()
        raise
    connection.close()
