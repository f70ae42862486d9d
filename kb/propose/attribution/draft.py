"""What a rule hands over: an attribution within one paragraph, not yet sorted out against the others."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.propose.attribution.lexicon import Entry
from kb.propose.attribution.spans import Stretch


@dataclass(slots=True)
class Draft:
    """Stretches in code points of the paragraph; `source` None where nobody is named; `at` the place of the cue's head word.

    `quoted` are the quotations of direct speech, where the content runs over the cue between them: only what lies in one of
    these is inside the content.
    """

    rule: str
    content: Stretch
    source: Stretch | None
    cue: Stretch
    entry: Entry
    at: int
    quoted: list[Stretch] = field(default_factory=list)
