"""Where quotes were found in texts, so that none is searched twice, also not by another process that is given what was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.texts import anchoring
from kb.texts.anchoring import Span

MOST = 50_000  # quotes, beyond which all are forgotten: a file of more is too long for anybody to wait for it in a browser


@dataclass
class Anchors:
    """The span of each quote that was found, by the id of its text, which never changes, the quote, and the words around it."""

    found: dict[tuple[str, ...], Span] = field(default_factory=dict)

    def find(self, text_id: str, text: str, quote: str, around: tuple[str, str, str] = ("", "", ""), *, where: str) -> Span:
        """Return where a quote is in the text of this id; `around` is its prefix, its suffix and what it is within.

        Raises QuoteError where it does not occur, or more than once.
        """
        key = (text_id, quote, *around)
        if key not in self.found:
            prefix, suffix, within = around
            if len(self.found) >= MOST:
                self.found.clear()
            self.found[key] = anchoring.find(text, quote, prefix=prefix, suffix=suffix, within=within, where=where)
        return self.found[key]
