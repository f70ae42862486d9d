"""Plan the row of `quantities` for the number in a claim, with the characters by which the text prints it."""

from __future__ import annotations

from collections.abc import Sequence

from kb.base.entries import number
from kb.base.model import QUANTITY_COLUMNS, Row
from kb.errors import DataError
from kb.names.lookup import Lookup
from kb.texts import anchoring, display


def plan_quantity(lookup: Lookup, quantity: Row, claim_id: str, sentences: Sequence[str]) -> Row:
    """Return the row of `quantities` for a claim's number, whether it is new or corrected.

    Raises DataError for values that are wrong, and where none of the sentences prints the number.
    """
    row: Row = {"claim_id": claim_id} | {key: quantity.get(key) or None for key in QUANTITY_COLUMNS}
    row["comparison"] = lookup.word("quantities.comparison", row["comparison"])
    for key in ("value", "minimum", "maximum"):
        row[key] = number(quantity.get(key), f"quantity.{key}")
    if row["minimum"] is not None and row["maximum"] is not None and row["minimum"] > row["maximum"]:
        raise DataError(
            f"the minimum {row['minimum']:g} is above the maximum {row['maximum']:g}",
            where="quantity.minimum, quantity.maximum",
            remedy="give the lower bound as minimum",
        )
    if row["as_of"]:
        lookup.date(row["as_of"], "quantity.as_of")
    if not row["measure"] or not row["verbatim"]:
        raise DataError(
            "a quantity says what it measures, and how the text prints it", where="quantity", remedy="give measure and verbatim"
        )
    row["verbatim"] = printed(row["verbatim"], sentences)
    return row


def printed(verbatim: str, sentences: Sequence[str]) -> str:
    """Return the number in the characters of the first sentence that prints it. Raises DataError where none does."""
    for sentence in sentences:
        for span in anchoring.occurrences(sentence, verbatim):
            return span.of(sentence)
    raise DataError(
        f"{display.shorten(verbatim)} is not in the sentence of the quote",
        where="quantity.verbatim",
        remedy="copy the number as the text prints it",
    )
