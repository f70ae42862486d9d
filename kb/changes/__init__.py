"""Change what is recorded without losing what was: correct and retract. Each is one run, with its reason."""

from kb.changes.correcting import FIXED, correct
from kb.changes.retracting import retract, retract_entity, retract_unheld, set_retracted
from kb.changes.rows import row_of, table_of
from kb.changes.uses import ITS_OWN, references_to_entity, uses

__all__ = [
    "FIXED",
    "ITS_OWN",
    "correct",
    "references_to_entity",
    "retract",
    "retract_entity",
    "retract_unheld",
    "row_of",
    "set_retracted",
    "table_of",
    "uses",
]
