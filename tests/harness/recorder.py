"""Records invented claims and assertions for tests of the views."""

from __future__ import annotations

import itertools
import sqlite3

NOW = "2026-01-01T00:00:00Z"


class Recorder:
    """Records claims and assertions in a base by SQL, each in words of the text that no other has used."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.numbers = itertools.count()
        self.sources = [row[0] for row in connection.execute("SELECT id FROM sources WHERE snapshot_id IS NOT NULL ORDER BY id")]
        for actor, anonymity in (("ann", "named"), ("bob", "named"), ("some", "unnamed-collective"), ("nobody", "unspecified")):
            connection.execute(
                "INSERT INTO actors(id, name, kind, anonymity) VALUES (?, ?, 'person', ?)", (actor, actor.title(), anonymity)
            )

    def say(self, claim: str, *chain: tuple[str, str], source: int = 0, work: str | None = None, status: str = "reviewed") -> list[str]:
        """One chain of (speaker, stance) from the outermost inward; `work` is the innermost speaker's. Returns the assertions' ids."""
        claim_id, passage = f"clm-{claim}", self.passage(self.sources[source])
        if not self.connection.execute("SELECT 1 FROM claims WHERE id = ?", (claim_id,)).fetchone():
            self.connection.execute(
                "INSERT INTO claims(id, text, kind, recorded_at) VALUES (?, ?, 'factual', ?)", (claim_id, f"It is {claim}", NOW)
            )
        said: list[str] = []
        for level, (speaker, stance) in enumerate(chain):
            said.append(f"ast-t{next(self.numbers)}")
            voice = (speaker, work if level == len(chain) - 1 else None)
            self.connection.execute(
                "INSERT INTO assertions(id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, stance, status, recorded_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (said[-1], claim_id, passage, self.sources[source], level, said[-2] if level else None, *voice, stance, status, NOW),
            )
        return said

    def passage(self, source: str) -> str:
        number = next(self.numbers)
        snapshot, text = self.connection.execute("SELECT id, text FROM snapshots WHERE source_id = ?", (source,)).fetchone()
        section, start = self.connection.execute(
            "SELECT id, start_char FROM sections WHERE snapshot_id = ? ORDER BY end_char - start_char DESC", (snapshot,)
        ).fetchone()
        end = start + number + 1
        self.connection.execute(
            "INSERT INTO passages(id, snapshot_id, section_id, start_char, end_char, exact) VALUES (?, ?, ?, ?, ?, ?)",
            (f"psg-t{number}", snapshot, section, start, end, text[start:end]),
        )
        return f"psg-t{number}"

    def relate(self, one: str, relation: str, other: str) -> None:
        self.connection.execute(
            "INSERT INTO relations(id, from_claim_id, to_claim_id, relation, rationale, recorded_at) VALUES (?, ?, ?, ?, 'It is so.', ?)",
            (f"rel-t{next(self.numbers)}", f"clm-{one}", f"clm-{other}", relation, NOW),
        )
