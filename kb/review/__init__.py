"""Proposed claims until a person has decided on them: a queue in the base, and the decisions that turn a proposal into a sourced fact.

    kb.propose (reads a text) -> queue.record -> proposals -> deciding.accept -> kb.facts (plan, write) -> an assertion

A proposal is never counted as said. Accepting one goes through the one function that adds facts, and so through all its checks.
"""

from kb.review.deciding import Decided, accept, claim_text, put_off, reject
from kb.review.likeness import suggestions
from kb.review.queue import Waiting, find, listed, progress, record
from kb.review.report import Tally, of_rules, of_run

__all__ = [
    "Decided",
    "Tally",
    "Waiting",
    "accept",
    "claim_text",
    "find",
    "listed",
    "of_rules",
    "of_run",
    "progress",
    "put_off",
    "record",
    "reject",
    "suggestions",
]
