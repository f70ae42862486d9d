"""What nobody is credited with is the author's own: one claim a sentence, of sentences that no attribution makes up."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Sequence

from kb.propose.attribution.across import Part
from kb.propose.attribution.draft import Draft
from kb.propose.attribution.lexicon import Entry
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.sorting import OWN, SCARE
from kb.propose.attribution.spans import Stretch
from kb.propose.attribution.tree import Tree

VOICE = Entry("asserts")
DISTANCE = Entry("distances", "uncommitted", "uncommitted")
LEAST = 4
"""Words a sentence must have; fewer are headings, signatures and the like."""
LEFT = 0.4
"""The share of a sentence's words outside of attributions (their sources and cues too) from which it makes a claim of its own."""
NO_PROSE = re.compile(r"^(?:by [A-Z]|https?://|www\.|©|copyright |photo:|image:|follow @|read more|share this|related:)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…:;][”\"’')\]]*$")


def sentences(tree: Tree) -> list[Stretch]:
    """The sentences of a paragraph that are prose with a verb in it, in code points of the whole text."""
    found = []
    for first, last in tree.sentences:
        words = tree.words[first : last + 1]
        if any(word.tag.startswith("VB") or word.tag == "MD" for word in words):
            found.append((words[0].start + tree.offset, words[-1].end + tree.offset))
    return found


def claims(parts: Sequence[Part]) -> Iterator[Draft]:
    """A draft without source and cue for each sentence of the author's own."""
    taken = sorted(stretch for part in parts for draft in part.drafts for stretch in (draft.content, draft.cue, draft.source or draft.cue))
    words_taken = covered(taken)
    for part in parts:
        if NO_PROSE.match(part.text) or not SENTENCE_END.search(part.text):
            continue
        for start, end in part.sentences:
            words = [match.start() + start for match in re.finditer(r"\w+", part.text[start - part.offset : end - part.offset])]
            free = [word for word in words if not words_taken(word)]
            if len(words) >= LEAST and len(free) > LEFT * len(words):
                content = trimmed(part.text, start - part.offset, end - part.offset)
                for scare in part.apart:
                    if start <= scare[0] and scare[1] <= end and not words_taken(scare[0] + 1):
                        yield Draft(SCARE, scare, None, (0, 0), DISTANCE, -3)
                yield Draft(OWN, (content[0] + part.offset, content[1] + part.offset), None, (0, 0), VOICE, -3)


def apart(marks: Sequence[Quote], offset: int) -> list[Stretch]:
    """Words in quotation marks that are neither speech nor a title: one to five, not all of them capitalised."""
    return [
        (quote.start + offset, quote.end + offset)
        for quote in marks
        if quote.closed and not quote.full and 1 <= quote.words <= 5 and not all(word[:1].isupper() for word in quote.inner.split())
    ]


def covered(stretches: Sequence[Stretch]) -> Callable[[int], bool]:
    """Whether a code point lies in any of the sorted stretches."""
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
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
