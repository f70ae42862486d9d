"""What is counted as standing, and how words are laid out on a page."""

from __future__ import annotations

import re

STANDS = "assertions.status NOT IN ('proposed', 'retracted') AND claims.status NOT IN ('proposed', 'retracted')"


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)
