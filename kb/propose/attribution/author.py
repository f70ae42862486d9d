"""Find the author's own claims: each sentence that no attribution takes up."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Sequence

from kb.propose.attribution.drafts import OWN, SCARE, Draft, Stretch
from kb.propose.attribution.lexicon import ASSERTS, Entry
from kb.propose.attribution.paragraphs import Paragraph
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.tree import Tree

DISTANCE = Entry("distances", "uncommitted", "uncommitted")
LEAST_WORDS = 4
"""Words that a sentence must have; shorter ones are headings, signatures and the like."""
OWN_SHARE = 0.4
"""The share of a sentence's words outside of attributions (sources and cues included) above which it makes a claim of its own."""
NO_PROSE = re.compile(r"^(?:by [A-Z]|https?://|www\.|©|copyright |photo:|image:|follow @|read more|share this|related:)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…:;][”\"’')\]]*$")


def sentences(tree: Tree) -> list[Stretch]:
    """Return the sentences of a paragraph that contain a verb, in code points of the whole text."""
    stretches = []
    for first, last in tree.sentences:
        words = tree.words[first : last + 1]
        if any(word.tag.startswith("VB") or word.tag == "MD" for word in words):
            stretches.append((words[0].start + tree.offset, words[-1].end + tree.offset))
    return stretches


def claims(parts: Sequence[Paragraph]) -> Iterator[Draft]:
    """Yield a draft without source and cue for each sentence of the author's own, after one for each of its scare quotes."""
    attributed = sorted(
        stretch for part in parts for draft in part.drafts for stretch in (draft.content, draft.cue, draft.source or draft.cue)
    )
    is_attributed = covered(attributed)
    for part in parts:
        if NO_PROSE.match(part.text) or not SENTENCE_END.search(part.text):
            continue
        for start, end in part.sentences:
            words = [match.start() + start for match in re.finditer(r"\w+", part.text[start - part.offset : end - part.offset])]
            free = [word for word in words if not is_attributed(word)]
            if len(words) >= LEAST_WORDS and len(free) > OWN_SHARE * len(words):
                content = trimmed(part.text, start - part.offset, end - part.offset)
                for scare_quote in part.scare_quotes:
                    if start <= scare_quote[0] and scare_quote[1] <= end and not is_attributed(scare_quote[0] + 1):
                        yield Draft(SCARE, scare_quote, None, (0, 0), DISTANCE, -3)
                yield Draft(OWN, (content[0] + part.offset, content[1] + part.offset), None, (0, 0), ASSERTS, -3)


def scare_quotes(marks: Sequence[Quote], offset: int) -> list[Stretch]:
    """Return the scare quotes of a paragraph, in code points of the whole text: one to five words, not all of them capitalised."""
    return [
        (quote.start + offset, quote.end + offset)
        for quote in marks
        if quote.closed and not quote.full and 1 <= quote.words <= 5 and not all(word[:1].isupper() for word in quote.inner.split())
    ]


def covered(stretches: Sequence[Stretch]) -> Callable[[int], bool]:
    """Return a function that says whether a code point lies in any of the sorted stretches."""
    joined: list[Stretch] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    starts = [start for start, _ in joined]

    def lies_in(place: int) -> bool:
        number = bisect.bisect_right(starts, place) - 1
        return number >= 0 and place < joined[number][1]

    return lies_in


def trimmed(text: str, start: int, end: int) -> Stretch:
    """Return text[start:end] without white space at either end."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
