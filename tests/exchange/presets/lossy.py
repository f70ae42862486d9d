"""A base built so that every format of other programs loses something of it: invented, on top of the tiny one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.whole import done

ROWS = """
UPDATE sources SET url = 'https://gazette.example/1956/ferry', note = 'Brass & {braces} at 50 % _off_' WHERE id = 'harbour-gazette';
DROP TRIGGER snapshots_never_change;
UPDATE snapshots SET retrieved_at = '2024-02-03T04:05:06Z' WHERE source_id = 'harbour-gazette';
UPDATE sources SET published = '1956-06/1956-07', published_basis = 'stated' WHERE id = 'port-bulletin';
INSERT INTO actors(id, name, kind) VALUES ('ann-lee', 'Ann Lee', 'person'), ('bo-ray', 'Bo Ray', 'person');
INSERT INTO source_authors(source_id, position, actor_id, role) VALUES
  ('harbour-gazette', 8, 'ann-lee', 'editor'), ('harbour-gazette', 9, 'bo-ray', 'photographer');
INSERT INTO identifiers(entity_id, scheme, value) VALUES
  ('harbour-gazette', 'doi', '10.5555/ferry_1'), ('canal-company', 'wikidata', 'Q100001'), ('ferry', 'wikidata', 'Q100002'),
  ('harbour-gazette', 'wikidata', 'Q100009');
"""


def lossy(path: Path) -> Path:
    """Make a copy of the tiny base lossy, in place: awkward dates and characters, a role that few know, one claim retracted."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = ON")
    law = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'snapshots_never_change'").fetchone()[0]
    connection.executescript(ROWS)
    connection.execute(law)
    connection.close()
    done("retract", "clm-ferry-too-small", "--reason", "misread", db=path)
    return path
