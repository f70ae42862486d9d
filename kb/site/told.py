"""How values are told to people, as filters of the templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kb.texts.date_words import in_words

# A day, month or year: what HTML takes for a date.
PLAIN_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def is_plain_date(edtf: str) -> bool:
    """Whether a date in EDTF is a day, a month or a year, without doubt and without an end."""
    return bool(PLAIN_DATE.fullmatch(edtf))


def date_at_end_in_words(named: Any) -> Any:
    """A publisher with a date, as `claim_sheet` has them, with the date in words; anything else as it is."""
    if not isinstance(named, str) or ", " not in named:
        return named
    publisher, _, date = named.rpartition(", ")
    return f"{publisher}, {in_words(date)}"


def first_up(words: str) -> str:
    """Words with a capital at their beginning; the others keep theirs."""
    return words[:1].upper() + words[1:]


FILTERS: dict[str, Callable[..., Any]] = {
    "is_plain_date": is_plain_date,
    "date_at_end_in_words": date_at_end_in_words,
    "first_up": first_up,
}
