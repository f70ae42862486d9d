"""Read sentences for the tests of statements."""

from __future__ import annotations

import pytest

from kb import propose
from kb.propose import parser as models
from kb.propose import statements
from kb.propose.statements import Statement


def statements_of(text: str) -> list[Statement]:
    """The statements of a text; without an English model the test is skipped."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    return [one for _, found in statements.of_text(text, models.find()) for one in found]


def said(text: str, *, sources: bool = False) -> list[tuple[str | None, ...]]:
    """Claim, stance, kind and certainty of each proposal of a text that states something, and with `sources` who says it."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    found = [(one.statement.statement.claim, one.attribution) for one in propose.propose(text) if one.statement is not None]
    rows = [(claim, str(one.stance), one.kind, str(one.certainty), one.source.text if one.source else None) for claim, one in found]
    return [row if sources else row[:4] for row in rows]
