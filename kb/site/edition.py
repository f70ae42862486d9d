"""The public edition of a base: a copy that holds only what the public may see, so that no route, query or format can tell more.

Left out: what is proposed or retracted and what rests on it; sources whose rights begin with “private”, with all that is said in them;
earlier versions of rows, reasons of runs, and the names of curated files. Of a text whose rights do not allow it to be shown whole,
only the sentences stay that carry a quote; the rest is blanked in place, so that offsets keep their meaning; and what stays is told a
sentence at a time, never as running text. Whoever reads every quote of a source still reads most of it, if most of it was quoted:
a text of which that must not happen is private. Offsets are code points.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from kb import search, store
from kb.changes import ITS_OWN, references_to_entity
from kb.rdf.export import WITHHELD
from kb.tables import ENTITY_TABLES

# Rights that let anybody show the whole text: the notice begins with one of these. NC is not among them: who reads is not known.
OPEN = re.compile(
    r"(public domain|cc0\b|cc[ -]by(-sa|-nd)?\b(?!-)|creative commons attribution(?!.*non-?commercial)"
    r"|https?://creativecommons\.org/(publicdomain|licenses/by(-sa|-nd)?)/)",
    re.IGNORECASE,
)
UNCHECKED = "('proposed', 'retracted')"
NOTICE = "The public edition shows quotes from this text in their sentences, not the whole text: its rights do not allow that."
OFTEN = 2.0  # seconds between two looks at whether the base has changed

GONE_SOURCES = "SELECT id FROM sources WHERE lower(ltrim(rights)) LIKE 'private%' UNION SELECT id FROM entities WHERE status = 'retracted'"
OF_SOURCE = "snapshot_id IN (SELECT id FROM snapshots WHERE source_id IN (SELECT id FROM gone))"
# Whoever rests on a row that goes, goes after it.
REMOVALS = (
    f"DELETE FROM assertions WHERE status IN {UNCHECKED} OR source_id IN (SELECT id FROM gone)"
    f" OR claim_id IN (SELECT id FROM claims WHERE status IN {UNCHECKED})",
    "WITH RECURSIVE cut(id) AS (SELECT id FROM assertions WHERE reported_in_id NOT IN (SELECT id FROM assertions)"
    " UNION SELECT assertions.id FROM assertions JOIN cut ON reported_in_id = cut.id) DELETE FROM assertions WHERE id IN cut",
    "DELETE FROM claims WHERE id NOT IN (SELECT claim_id FROM assertions)",
    "UPDATE assertions SET work_id = NULL WHERE work_id IN (SELECT id FROM gone)",
    "DELETE FROM quantities WHERE claim_id NOT IN (SELECT id FROM claims)",
    "DELETE FROM participations WHERE claim_id NOT IN (SELECT id FROM claims)",
    f"DELETE FROM relations WHERE status IN {UNCHECKED} OR from_claim_id NOT IN (SELECT id FROM claims) OR to_claim_id NOT IN (SELECT id FROM claims)",
    f"DELETE FROM citations WHERE status IN {UNCHECKED} OR citing_source_id IN (SELECT id FROM gone) OR cited_id IN (SELECT id FROM gone)",
    f"DELETE FROM mentions WHERE status IN {UNCHECKED} OR {OF_SOURCE}",
    "DELETE FROM passages WHERE id NOT IN (SELECT passage_id FROM assertions UNION SELECT passage_id FROM citations)",
    f"DELETE FROM sentences WHERE {OF_SOURCE}",
    f"DELETE FROM sections WHERE {OF_SOURCE}",
    "DELETE FROM snapshots WHERE source_id IN (SELECT id FROM gone) OR (id NOT IN (SELECT snapshot_id FROM passages)"
    " AND id NOT IN (SELECT snapshot_id FROM sources WHERE snapshot_id IS NOT NULL))",
    *(
        f"DELETE FROM {table} WHERE snapshot_id NOT IN (SELECT id FROM snapshots)"
        for table in ("sections", "sentences", "mentions", "passages")
    ),
    "DELETE FROM proposals",
    "DELETE FROM originals",
    "DELETE FROM source_authors WHERE source_id IN (SELECT id FROM gone)",
)
# Tables of which the rest is shown. Every other one, known or not when this was written, is emptied: earlier versions, files, proposals, queues.
SHOWN = frozenset(
    (
        *("contributors", "runs", "vocabulary", "dates", "entities", "predicates", *ENTITY_TABLES),
        *("source_authors", "names", "identifiers", "snapshots", "sections", "sentences", "passages", "mentions"),
        *("claims", "quantities", "assertions", "participations", "relations", "citations"),
    )
)
INDEX = re.compile(r"\w+_fts(_\w+)?$|sqlite_")  # written anew
DATED = (
    *(("events", "date"), ("sources", "published"), ("sources", "updated")),
    *(("claims", "about_time"), ("quantities", "as_of"), ("assertions", "said")),
)
UNUSED_DATES = (
    "DELETE FROM dates WHERE edtf NOT IN ("
    + " UNION ".join(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL" for table, column in DATED)
    + ")"
)


def build(base: str | Path, target: str | Path) -> None:
    """Write the public edition of `base` to the file `target`, which is made anew. Nothing that was left out stays in free pages."""
    Path(target).unlink(missing_ok=True)
    original, copy = store.connect(base, readonly=True), sqlite3.connect(target, isolation_level=None)
    try:
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("PRAGMA foreign_keys = OFF")
        copy.execute("PRAGMA trusted_schema = ON")
        copy.execute("PRAGMA secure_delete = OFF")  # VACUUM drops every free page at once
        copy.execute("BEGIN")
        redact(copy)
        copy.execute("COMMIT")
        copy.execute("VACUUM")  # renumbers rows, so that the indexes are written after it
        search.rebuild(copy)
        copy.execute("PRAGMA journal_mode = WAL")
    finally:
        original.close()
        copy.close()


def redact(copy: sqlite3.Connection) -> None:
    """Take out of the copy, in its open transaction, what the public may not see. Its laws go too: nobody writes to it."""
    for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        copy.execute(f'DROP TRIGGER "{name}"')
    for table in search.INDEXED:
        copy.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('delete-all')")
    named_before, verbs_before = named(copy), verbs(copy)
    copy.execute(f"CREATE TEMP TABLE gone AS {GONE_SOURCES}")
    for sql in REMOVALS:
        copy.execute(sql)
    for (name,) in copy.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
        if name not in SHOWN and not INDEX.match(name):
            copy.execute(f'DELETE FROM main."{name}"')
    drop_entities(copy, {row[0] for row in copy.execute("SELECT id FROM gone")})
    drop_entities(copy, named_before - named(copy))
    withhold_texts(copy)
    copy.executemany("DELETE FROM predicates WHERE id = ?", [(verb,) for verb in verbs_before - verbs(copy)])
    copy.execute(UNUSED_DATES)
    drop_unused_runs(copy)
    copy.execute("DROP TABLE temp.gone")


def named(copy: sqlite3.Connection) -> set[str]:
    """The ids of the entities that some row refers to, other than what belongs to them."""
    found: set[str] = set()
    for kind in ("actor", "thing", "event", "source"):
        for table, column in references_to_entity(copy, kind):
            if (table, column) not in ITS_OWN:
                found |= {row[0] for row in copy.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")}
    return found


def verbs(copy: sqlite3.Connection) -> set[str]:
    """The ids of the predicates that some claim uses."""
    return {row[0] for row in copy.execute("SELECT DISTINCT predicate_id FROM claims WHERE predicate_id IS NOT NULL")}


def drop_entities(copy: sqlite3.Connection, gone: Iterable[str]) -> None:
    """Rows of actors, things, events and cited works that only what was left out named; held sources that are not private stay."""
    kept = {row[0] for row in copy.execute("SELECT source_id FROM snapshots")}
    for row_id in set(gone) - kept:
        for table in ENTITY_TABLES:
            copy.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        for table in ("names", "identifiers"):
            copy.execute(f"DELETE FROM {table} WHERE entity_id = ?", (row_id,))
        for table in ("actors", "things", "events"):
            copy.execute(f"UPDATE {table} SET part_of_id = NULL WHERE part_of_id = ?", (row_id,))
        copy.execute("UPDATE events SET place_id = NULL WHERE place_id = ?", (row_id,))
        copy.execute("UPDATE sources SET publisher_id = NULL WHERE publisher_id = ?", (row_id,))
        copy.execute("DELETE FROM source_authors WHERE actor_id = ?", (row_id,))
        copy.execute("DELETE FROM entities WHERE id = ? OR merged_into_id = ?", (row_id, row_id))


def withhold_texts(copy: sqlite3.Connection) -> None:
    """Blank every text that may not be shown whole, but for the sentences that carry a quote; its source becomes one without a running text.

    Where nearly every sentence carries a quote little is blank: pages cut single sentences from it, and nothing gives it as it stands. The
    table WITHHELD says so to whoever prints triples.
    """
    copy.execute(f"CREATE TABLE {WITHHELD} (source_id TEXT PRIMARY KEY NOT NULL REFERENCES sources(id)) STRICT")
    for source_id, rights in copy.execute("SELECT id, rights FROM sources WHERE id IN (SELECT source_id FROM snapshots)").fetchall():
        if OPEN.match((rights or "").strip()):
            continue
        copy.execute(f"INSERT INTO {WITHHELD} VALUES (?)", (source_id,))
        for snapshot_id, text in copy.execute("SELECT id, text FROM snapshots WHERE source_id = ?", (source_id,)).fetchall():
            kept = kept_spans(copy, snapshot_id)
            copy.execute("UPDATE snapshots SET text = ? WHERE id = ?", (blanked(text, kept), snapshot_id))
            for table in ("sentences", "mentions"):
                for row_id, start, end in copy.execute(
                    f"SELECT id, start_char, end_char FROM {table} WHERE snapshot_id = ?", (snapshot_id,)
                ).fetchall():
                    if not any(low <= start and end <= high for low, high in kept):
                        copy.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        sql = "UPDATE sources SET snapshot_id = NULL, note = ltrim(coalesce(note, '') || ' ' || ?) WHERE id = ?"
        copy.execute(sql, (NOTICE, source_id))


def kept_spans(copy: sqlite3.Connection, snapshot_id: str) -> list[tuple[int, int]]:
    """The stretches that stay, in order and apart: quotes with the sentences they touch, and the cues of who says it how."""
    sql = (
        "SELECT start_char, end_char FROM passages WHERE snapshot_id = ?1 UNION SELECT sentences.start_char, sentences.end_char FROM sentences"
        " JOIN passages ON passages.snapshot_id = sentences.snapshot_id AND passages.start_char < sentences.end_char"
        " AND passages.end_char > sentences.start_char WHERE sentences.snapshot_id = ?1"
        " UNION SELECT cue_start_char, cue_end_char FROM assertions JOIN passages ON passages.id = passage_id"
        " WHERE snapshot_id = ?1 AND cue IS NOT NULL ORDER BY 1, 2"
    )
    spans: list[tuple[int, int]] = []
    for start, end in copy.execute(sql, (snapshot_id,)):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def blanked(text: str, kept: list[tuple[int, int]]) -> str:
    """The text with everything outside `kept` blanked; as long as before, in code points."""
    parts, at = [], 0
    for start, end in [*kept, (len(text), len(text))]:
        gap = start - at
        parts += ["[…]".ljust(gap) if gap >= 3 else " " * gap, text[start:end]]
        at = end
    return "".join(parts)


def drop_unused_runs(copy: sqlite3.Connection) -> None:
    """Who recorded what is left stays, with the time; why, and whoever recorded nothing that is left, goes."""
    tables = [
        row[0]
        for row in copy.execute(
            "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table' AND c.name = 'run_id'"
        )
    ]
    used = " UNION ".join(
        f"SELECT run_id FROM {table} WHERE run_id IS NOT NULL" for table in tables if table not in ("revisions", "change_context")
    )
    copy.execute(f"DELETE FROM runs WHERE id NOT IN ({used})")
    copy.execute("UPDATE runs SET reason = NULL")
    copy.execute("DELETE FROM contributors WHERE id NOT IN (SELECT contributor_id FROM runs)")


class Edition:
    """The public edition of one base as a file of its own, made when the site starts and again when the base has changed."""

    def __init__(self, base: str | Path) -> None:
        self.base = Path(base)
        self._folder = tempfile.TemporaryDirectory(prefix="kb-public-")
        self.path = Path(self._folder.name) / self.base.name  # the same name, so that addresses stay the same
        store.connect(self.base, readonly=True).close()
        self._watch = sqlite3.connect(f"{self.base.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
        self._seen = self.version()
        self._looked = time.monotonic()
        self._lock = asyncio.Lock()
        build(self.base, self.path)

    def version(self) -> int:
        """A number that is another one after somebody else has written to the base."""
        try:
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.OperationalError:  # in a folder where no file may be made, a base never changes
            return 0

    def due(self) -> bool:
        """Whether it is time to look, and the base has changed."""
        if time.monotonic() - self._looked < OFTEN or self._lock.locked():
            return False
        self._looked = time.monotonic()
        return self.version() != self._seen

    async def refresh(self) -> None:
        """Make the edition anew and put it in the place of the old one, in one transaction; readers see the one or the other."""
        async with self._lock:
            self._seen = self.version()
            await asyncio.to_thread(self._replace)
            self._looked = time.monotonic()

    def _replace(self) -> None:
        fresh = Path(self._folder.name) / "fresh.db"
        build(self.base, fresh)
        new, shown = sqlite3.connect(fresh), sqlite3.connect(self.path, timeout=store.BUSY_SECONDS)
        try:
            new.backup(shown)
        finally:
            new.close()
            shown.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{fresh}{suffix}").unlink(missing_ok=True)
