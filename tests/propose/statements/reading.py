"""Read sentences for the tests of statements."""

from __future__ import annotations

import pytest

from kb.propose import parser as models
from kb.propose import statements
from kb.propose.statements import Statement


def statements_of(text: str) -> list[Statement]:
    """The statements of a text; without an English model the test is skipped."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    return [one for _, found in statements.of_text(text, models.find()) for one in found]
