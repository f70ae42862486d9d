"""Change recorded rows without losing their earlier values, which stay as revisions: correct, review, retract, merge, undo."""

from kb.changes.correcting import correct, correctable
from kb.changes.retracting import RETRACTABLE, retract, retract_entity, retract_unasserted, set_retracted
from kb.changes.reviewing import review, review_one
from kb.changes.uses import ITS_OWN, references_to_entity, uses

__all__ = [
    "ITS_OWN",
    "RETRACTABLE",
    "correct",
    "correctable",
    "references_to_entity",
    "retract",
    "retract_entity",
    "retract_unasserted",
    "review",
    "review_one",
    "set_retracted",
    "uses",
]
