"""Split a text into paragraphs, and attribute quotations that continue speech from one paragraph to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kb.articles import datelines
from kb.propose.attribution.drafts import Draft, Stretch
from kb.propose.attribution.quotes import ABBREVIATION, STOP
from kb.propose.attribution.speech import Speech

LONGEST = 4000
"""Code points of a paragraph; a longer one is cut after a sentence, since a parser's memory grows with the length of its input."""
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
END = re.compile(r"[.?!][”\"’')\]]*\s+(?=\S)")


def cut(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, text) of each paragraph that is not empty, without its dateline and the white space around it."""
    for line in LINE.finditer(text):
        start, end = line.span()
        while end - start > LONGEST:
            ends = [match.end() for match in END.finditer(text, start, start + LONGEST)]
            middle = ends[-1] if ends else start + LONGEST
            yield from trimmed(text, start, middle)
            start = middle
        yield from trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield (offset, text) of text[start:end] without its dateline and the white space around it, unless nothing is left."""
    piece = text[start:end]
    start, piece = start + len(piece) - len(piece.lstrip()), piece.strip()
    if piece:
        dateline = datelines.length(piece)
        yield start + dateline, piece[dateline:]


FAR = 2
"""The greatest number of paragraphs after which a quotation without a cue is still attributed to the last speaker."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the drafts, sentences and scare quotes (`scare_quotes`) in it, in code points of the whole text.

    `announced` is the draft, its content still empty, of a paragraph that ends in a colon ("The minister added:").
    """

    text: str
    offset: int
    speech: Speech
    drafts: list[Draft]
    sentences: list[Stretch] = field(default_factory=list)
    announced: Draft | None = None
    scare_quotes: list[Stretch] = field(default_factory=list)


def join_speech(parts: Sequence[Paragraph]) -> None:
    """Attribute each paragraph's loose quotations to the speaker before it, by changing the drafts or adding to them in place."""
    last: Draft | None = None
    spoken_at = -FAR - 1
    for number, part in enumerate(parts):
        before = parts[number - 1] if number else None
        if part.speech.loose and before is not None:
            quoted = part.speech.loose[0].start + part.offset, part.speech.loose[-1].end + part.offset
            if before.announced is not None:
                last = replace(before.announced, content=quoted, quoted=[quoted])
                part.drafts.insert(0, last)
                spoken_at = number
            elif last is not None and spoken_at == number - 1 and goes_on(before):
                last.content = last.content[0], quoted[1]
                last.quoted.append(quoted)
                spoken_at = number
            elif last is not None and number - spoken_at <= FAR:
                last = replace(last, rule="floating-quote", content=quoted, at=-1, quoted=[quoted])
                part.drafts.insert(0, last)
                spoken_at = number
        if part.speech.drafts:
            last, spoken_at = part.speech.drafts[-1], number


def goes_on(before: Paragraph) -> bool:
    """Whether a paragraph ends with its speech, or with the sentence that names the speaker."""
    if not before.speech.drafts:
        return bool(before.speech.loose) and not before.text[before.speech.loose[-1].end :].strip()
    rest = ABBREVIATION.sub("Mx ", before.text[before.speech.last :].strip())
    return len(STOP.findall(rest + " ")) <= 1


def shift(drafts: Sequence[Draft], offset: int) -> None:
    """Convert the stretches of drafts from offsets in their paragraph to offsets in the whole text, in place."""
    for draft in drafts:
        draft.content, draft.cue = moved(draft.content, offset), moved(draft.cue, offset)
        draft.source = moved(draft.source, offset) if draft.source else None
        draft.quoted = [moved(stretch, offset) for stretch in draft.quoted]


def moved(stretch: Stretch, by: int) -> Stretch:
    """Return a stretch moved by a number of code points."""
    return stretch[0] + by, stretch[1] + by
