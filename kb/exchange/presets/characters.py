"""Characters that XML cannot carry, replaced by a mark that can be seen, and reported."""

from __future__ import annotations

import re

from kb.exchange.presets.preset import Excerpt

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MARK = "\N{REPLACEMENT CHARACTER}"


def carried(excerpt: Excerpt, text: str) -> str:
    """The text with every character that XML 1.0 forbids replaced by U+FFFD; each value that held one is reported."""
    replaced, count = NOT_IN_XML.subn(MARK, text)
    if count:
        excerpt.loss.lose("values with control characters", "XML cannot hold them; U+FFFD stands in their place")
    return replaced
