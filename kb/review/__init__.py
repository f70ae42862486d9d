"""The queue of proposed claims, and the decisions that turn a proposal into a sourced fact.

    kb.propose (reads a text) -> queue.record -> proposals -> deciding.accept -> kb.facts (plan, write) -> an assertion

A proposal is no assertion and counts in no answer. Accepting it records a fact by `kb.facts`, with all its checks.
"""

from kb.review.as_fact import claim_text
from kb.review.choosing import Fault, FaultsError
from kb.review.deciding import Choice, Decided, accept, accept_as, put_off, reject
from kb.review.likeness import suggestions
from kb.review.queue import ProposalFilter, Waiting, find, listed, progress, record
from kb.review.report import Tally, of_rules, of_run
from kb.review.suggested import Missing, missing, reworded
from kb.review.suggested import values as suggested_values

__all__ = [
    "Choice",
    "Decided",
    "Fault",
    "FaultsError",
    "Missing",
    "ProposalFilter",
    "Tally",
    "Waiting",
    "accept",
    "accept_as",
    "claim_text",
    "find",
    "listed",
    "missing",
    "of_rules",
    "of_run",
    "progress",
    "put_off",
    "record",
    "reject",
    "reworded",
    "suggested_values",
    "suggestions",
]
