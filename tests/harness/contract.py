"""The views that readers rely on, with their columns."""

from __future__ import annotations

import sqlite3

COMPARISON = (
    "kind claim_a_id claim_a subject_a_id speaker_a_id speaker_a stance_a source_a_id quote_a claim_b_id claim_b speaker_b_id speaker_b stance_b"
    " source_b_id quote_b relation comparable finding rationale"
)
CONTRACT = {
    "claim_sheet": "assertion_id claim_id claim kind subject_id subject predicate_id object_id object comparison value minimum maximum unit measure"
    " verbatim about_time about_earliest about_latest event_id event source_id source source_title published section level innermost speaker_id speaker"
    " speaker_anonymity work_id via act stance certainty cue quote start_char end_char status",
    "entity_claims": "entity_id part claim_id assertion_id",
    "reach": "entity_id reached_id reach path length",
    "timeline": "event_id event kind actuality date earliest latest place participants sources claims position ordered_by orders",
    "who_says_what": "speaker_id speaker claim_id claim stance certainty source_id quote",
    "source_matrix": "claim_id claim source_id stance",
    **dict.fromkeys(("comparisons", "disagreements", "agreements"), COMPARISON),
    "corroboration": "claim_id claim sources innermost_speakers shared_origins origins",
    "coverage": "source_id section position sentence claims no_claim_reason",
    "entity_counts": "entity_id claims_about sources_about claims_by claims_in",
    "actor_sheet": "actor_id actor names claims_about claims_by events sources",
}
HELPERS = (
    "standing",
    "event_order_counts",
    "standing_order",
    "event_days",
    "event_starts",
    "voices",
    "pairs_of_voices",
    "origin_voices",
    "stand_in_ways",
)


def columns(connection: sqlite3.Connection, view: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]


def rows(connection: sqlite3.Connection, sql: str, *values: object) -> list[tuple[object, ...]]:
    return connection.execute(sql, values).fetchall()
