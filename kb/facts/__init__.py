"""Record sourced facts: command line, files, imports, site and ingest all use this one way.

    record(): Fact (what somebody found in a text) -> plan() -> Plan (its rows) -> write() -> Added

plan() finds the quote, the cues and the rows that are named, and raises DataError, with the nearest that exists, for what it does not
find. It writes nothing. All offsets are code points from 0, end exclusive.
"""

from kb.facts.fact import Added, Fact, Plan, Voice
from kb.facts.planning import plan, plan_claim_columns, plan_cue, plan_role, plan_voice
from kb.facts.quantities import plan_quantity
from kb.facts.writing import differing, record, write

__all__ = [
    "Added",
    "Fact",
    "Plan",
    "Voice",
    "differing",
    "plan",
    "plan_claim_columns",
    "plan_cue",
    "plan_quantity",
    "plan_role",
    "plan_voice",
    "record",
    "write",
]
