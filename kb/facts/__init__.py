"""The one function that adds a sourced fact. Command line, files, imports, the site and ingest all go through it.

    Fact (what somebody found in a text) -> plan() -> Plan (the rows it means) -> write() -> Added

plan() finds the words, the cues and the rows that are named, and refuses what is not there with the nearest that is. It writes
nothing. All offsets are code points from 0, end exclusive.
"""

from kb.facts.planning import QUANTITY_KEYS, find_cue, number, plan
from kb.facts.types import Added, Fact, Plan, Voice
from kb.facts.writing import SAME_CLAIM, insert, put, write

__all__ = ["QUANTITY_KEYS", "SAME_CLAIM", "Added", "Fact", "Plan", "Voice", "find_cue", "insert", "number", "plan", "put", "write"]
