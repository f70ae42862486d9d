"""The public edition of a base, which is a copy with only what the public may see, so that no route, query or format can show more.

Of a source, `sources.access` alone decides. Left out are proposed and retracted rows and what rests on them; private sources, with
everything that is said in them; earlier versions of rows, the reasons of runs, the notes of reviews, and the names of curated files. Of a source that is open to
quotes, only the sentences with a quote stay, each on its own, in another order and with other offsets (see withheld.py). Where most of a text is
quoted, most of its sentences can be read all the same; a share in percent limits that, and a text of which no words may be shown has to be
private. Offsets are code points of the text as it stands in the edition.
"""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from kb.base import full_text, private_files, stand_in_laws, store, text_pieces
from kb.base.model import DATES, ENTITY_TABLES, WITH_STATUS
from kb.base.selection import EVERYTHING, Selection
from kb.changes import ITS_OWN, references_to_entity
from kb.rdf.export import WITHHELD
from kb.site.guard.left_editions import PREFIX, remove_left
from kb.site.guard.selected import keep_only
from kb.site.guard.shown import GONE_SOURCES
from kb.site.guard.withheld import shuffle_rows, withhold_texts

UNCHECKED = "('proposed', 'retracted')"
CHECK_INTERVAL = 2.0  # seconds between two checks whether the base has changed

OF_SOURCE = "snapshot_id IN (SELECT id FROM snapshots WHERE source_id IN (SELECT id FROM gone))"
# In the order of dependence: rows that rest on a removed row are removed after it.
REMOVALS = (
    f"DELETE FROM assertions WHERE status IN {UNCHECKED} OR source_id IN (SELECT id FROM gone)"
    f" OR claim_id IN (SELECT id FROM claims WHERE status IN {UNCHECKED})",
    "WITH RECURSIVE cut(id) AS (SELECT id FROM assertions WHERE reported_in_id NOT IN (SELECT id FROM assertions)"
    " UNION SELECT assertions.id FROM assertions JOIN cut ON reported_in_id = cut.id) DELETE FROM assertions WHERE id IN cut",
    "DELETE FROM claims WHERE id NOT IN (SELECT claim_id FROM assertions)",
    "UPDATE assertions SET work_id = NULL WHERE work_id IN (SELECT id FROM gone)",
    "DELETE FROM quantities WHERE claim_id NOT IN (SELECT id FROM claims)",
    "DELETE FROM participations WHERE claim_id NOT IN (SELECT id FROM claims)",
    "DELETE FROM event_order WHERE claim_id NOT IN (SELECT id FROM claims)",
    "DELETE FROM affiliations WHERE claim_id NOT IN (SELECT id FROM claims)",
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
    *(f"DELETE FROM reviews WHERE table_name = '{table}' AND row_id NOT IN (SELECT id FROM {table})" for table in WITH_STATUS),
    "UPDATE reviews SET note = NULL",
    "DELETE FROM proposals",
    "DELETE FROM originals",
    "DELETE FROM source_authors WHERE source_id IN (SELECT id FROM gone)",
)
# The tables whose remaining rows are shown. Every other table, even one added later, is emptied: earlier versions, files, proposals, queues.
SHOWN = frozenset(
    (
        *("settings", "contributors", "runs", "vocabulary", "dates", "entities", "predicates", *ENTITY_TABLES),
        *("source_authors", "names", "identifiers", "snapshots", "sections", "sentences", "passages", "mentions"),
        *("claims", "quantities", "assertions", "participations", "relations", "affiliations", "citations", "event_order", "reviews"),
        "distinct_entities",
    )
)
INDEX = re.compile(r"\w+_fts(_\w+)?$|sqlite_(?!stat4)")  # rebuilt; but sqlite_stat4 has samples of the content of rows
UNUSED_DATES = (
    "DELETE FROM dates WHERE edtf NOT IN ("
    + " UNION ".join(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL" for table, columns in DATES.items() for column in columns)
    + ")"
)


def build(base: str | Path, target: str | Path, quote_share: int | None = None, selection: Selection = EVERYTHING) -> None:
    """Write the public edition of `base`, or of a selection of it, to the file `target`, which is replaced. Nothing that was left out stays in free pages.

    `quote_share` is the most that is quoted of a text that is open to quotes only, in percent of its characters.
    """
    private_files.create(Path(target))
    original, copy = store.connect(base, readonly=True), sqlite3.connect(target, isolation_level=None)
    try:
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("PRAGMA foreign_keys = OFF")
        copy.execute("PRAGMA trusted_schema = ON")
        copy.execute("PRAGMA secure_delete = OFF")  # VACUUM drops every free page at once
        copy.execute("BEGIN")
        redact(copy, quote_share, selection)
        copy.execute("COMMIT")
        copy.execute("VACUUM")  # renumbers rows, so the indexes are rebuilt after it
        full_text.rebuild(copy)
        copy.execute("PRAGMA journal_mode = WAL")
    finally:
        original.close()
        copy.close()


def redact(copy: sqlite3.Connection, quote_share: int | None = None, selection: Selection = EVERYTHING) -> None:
    """Remove from the copy, in its open transaction, what the public may not see, and its triggers, since nobody writes to it."""
    for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        copy.execute(f'DROP TRIGGER "{name}"')
    for table in full_text.INDEXED:
        copy.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('delete-all')")
    keep_only(copy, selection)
    referenced_before, predicates_before = referenced_entities(copy), used_predicates(copy)
    copy.execute(f"CREATE TEMP TABLE gone AS {GONE_SOURCES}")
    for sql in REMOVALS:
        copy.execute(sql)
    for (name,) in copy.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
        if name not in SHOWN and not INDEX.match(name):
            copy.execute(f'DELETE FROM main."{name}"')
    drop_entities(copy, {row[0] for row in copy.execute("SELECT id FROM gone")})
    drop_entities(copy, referenced_before - referenced_entities(copy))
    if withhold_texts(copy, quote_share):
        shuffle_rows(copy, sorted(SHOWN - {"settings", "vocabulary", "dates", "contributors", "runs"}))
    unused = [(predicate,) for predicate in predicates_before - used_predicates(copy)]
    copy.executemany("UPDATE predicates SET inverse_of_id = NULL WHERE inverse_of_id = ?", unused)
    copy.executemany("DELETE FROM predicates WHERE id = ?", unused)
    stand_in_laws.rebuild(copy)
    text_pieces.rebuild(copy)
    copy.execute(UNUSED_DATES)
    drop_unused_runs(copy)
    copy.execute("DROP TABLE temp.gone")


def referenced_entities(copy: sqlite3.Connection) -> set[str]:
    """The ids of the entities that any row refers to, except rows that belong to the entity itself."""
    ids: set[str] = set()
    for kind in ("actor", "thing", "event", "source"):
        for table, column in references_to_entity(copy, kind):
            if (table, column) not in ITS_OWN and table != "event_order":  # which only says more of events that others name
                by_claim = " AND claim_id IS NOT NULL" if table == "affiliations" else ""  # reference data keeps nobody
                ids |= {row[0] for row in copy.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL{by_claim}")}
    return ids


def used_predicates(copy: sqlite3.Connection) -> set[str]:
    """The ids of the predicates that any claim uses."""
    return {row[0] for row in copy.execute("SELECT DISTINCT predicate_id FROM claims WHERE predicate_id IS NOT NULL")}


def drop_entities(copy: sqlite3.Connection, gone: Iterable[str]) -> None:
    """Delete those of the entities that have no text. Sources with a text that are not private stay."""
    kept = {row[0] for row in copy.execute("SELECT source_id FROM snapshots")}
    for row_id in set(gone) - kept:
        for table in ENTITY_TABLES:
            copy.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        for table in ("names", "identifiers"):
            copy.execute(f"DELETE FROM {table} WHERE entity_id = ?", (row_id,))
        for table in ("actors", "things", "events"):
            copy.execute(f"UPDATE {table} SET part_of_id = NULL WHERE part_of_id = ?", (row_id,))
        copy.execute("DELETE FROM event_order WHERE ? IN (event_id, other_event_id)", (row_id,))
        copy.execute("DELETE FROM affiliations WHERE ? IN (entity_id, whole_id)", (row_id,))
        copy.execute("DELETE FROM distinct_entities WHERE ? IN (entity_id, other_id)", (row_id,))
        copy.execute("UPDATE events SET place_id = NULL WHERE place_id = ?", (row_id,))
        copy.execute("UPDATE sources SET publisher_id = NULL WHERE publisher_id = ?", (row_id,))
        copy.execute("DELETE FROM source_authors WHERE actor_id = ?", (row_id,))
        copy.execute("DELETE FROM entities WHERE id = ? OR merged_into_id = ?", (row_id, row_id))


def drop_unused_runs(copy: sqlite3.Connection) -> None:
    """Delete the runs and contributors of which no row is left, and the reasons of all other runs."""
    tables = [
        row[0]
        for row in copy.execute(
            "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table' AND c.name = 'run_id'"
        )
    ]
    used = " UNION ".join(
        f"SELECT run_id FROM {table} WHERE run_id IS NOT NULL"
        for table in tables
        if table not in ("revisions", "change_context", "digests")
    )
    used += " UNION SELECT purged_in_id FROM snapshots WHERE purged_in_id IS NOT NULL"
    copy.execute(f"DELETE FROM runs WHERE id NOT IN ({used})")
    copy.execute("UPDATE runs SET reason = NULL")
    copy.execute("DELETE FROM contributors WHERE id NOT IN (SELECT contributor_id FROM runs UNION SELECT contributor_id FROM reviews)")


class Edition:
    """The public edition of one base in a file of its own, built when the site starts and again after the base has changed."""

    def __init__(self, base: str | Path, quote_share: int | None = None, selection: Selection = EVERYTHING) -> None:
        self.base, self.quote_share, self.selection = Path(base), quote_share, selection
        self.removed = remove_left()
        self._folder = tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-")
        self.path = Path(self._folder.name) / self.base.name  # the same file name, so that addresses stay the same
        store.connect(self.base, readonly=True).close()
        self._watch = sqlite3.connect(f"{self.base.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
        self._built_version = self.version()
        self._checked = time.monotonic()
        self._lock = asyncio.Lock()
        build(self.base, self.path, self.quote_share, self.selection)

    def quoted_percent(self) -> dict[str, int]:
        """How much of each text that is open to quotes only the edition quotes, in percent of its characters, by source."""
        shown = sqlite3.connect(self.path)
        try:
            return dict(shown.execute(f"SELECT source_id, quoted_percent FROM {WITHHELD}"))
        finally:
            shown.close()

    def close(self) -> None:
        """Delete the files of the edition. Nothing can be read from it afterwards."""
        self._watch.close()
        self._folder.cleanup()

    def version(self) -> int:
        """A number that changes when another connection has written to the base."""
        try:
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.OperationalError:  # in a folder where no file can be created, a base never changes
            return 0

    def due(self) -> bool:
        """Whether the base has changed, checked at most every CHECK_INTERVAL seconds."""
        if time.monotonic() - self._checked < CHECK_INTERVAL or self._lock.locked():
            return False
        self._checked = time.monotonic()
        return self.version() != self._built_version

    async def refresh(self) -> None:
        """Build the edition again and replace the old one in one transaction, so that readers see either the old or the new one."""
        async with self._lock:
            self._built_version = self.version()
            await asyncio.to_thread(self._replace)
            self._checked = time.monotonic()

    def _replace(self) -> None:
        """Build the edition in a new file and copy it over the one that readers use."""
        fresh = Path(self._folder.name) / "fresh.db"
        build(self.base, fresh, self.quote_share, self.selection)
        new, shown = sqlite3.connect(fresh), sqlite3.connect(self.path, timeout=store.BUSY_SECONDS)
        try:
            new.backup(shown)
        finally:
            new.close()
            shown.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{fresh}{suffix}").unlink(missing_ok=True)
