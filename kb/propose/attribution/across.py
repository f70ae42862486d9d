"""Speech that goes on in the next paragraph, and speech whose cue stands at the end of the paragraph before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kb.propose.attribution.around import ABBREVIATION, STOP
from kb.propose.attribution.draft import Draft
from kb.propose.attribution.spans import Stretch
from kb.propose.attribution.speech import Speech

FAR = 2
"""How many paragraphs later a quotation may still be taken to be the last speaker's."""


@dataclass(slots=True)
class Part:
    """A paragraph with what was found in it, in code points of the whole text.

    `announced` is the draft, its content still empty, of a paragraph that ends in a colon ("The minister added:").
    `apart` are the few words in quotation marks that are no speech.
    """

    text: str
    offset: int
    speech: Speech
    drafts: list[Draft]
    sentences: list[Stretch] = field(default_factory=list)
    announced: Draft | None = None
    apart: list[Stretch] = field(default_factory=list)


def join(parts: Sequence[Part]) -> None:
    """Give each paragraph's loose quotations to whom they belong; drafts are changed, or added, in place."""
    last: Draft | None = None
    spoken_at = -FAR - 1
    for number, part in enumerate(parts):
        before = parts[number - 1] if number else None
        if part.speech.loose and before is not None:
            said = part.speech.loose[0].start + part.offset, part.speech.loose[-1].end + part.offset
            if before.announced is not None:
                last = replace(before.announced, content=said, quoted=[said])
                part.drafts.insert(0, last)
                spoken_at = number
            elif last is not None and spoken_at == number - 1 and goes_on(before):
                last.content = last.content[0], said[1]
                last.quoted.append(said)
                spoken_at = number
            elif last is not None and number - spoken_at <= FAR:
                last = replace(last, rule="floating-quote", content=said, at=-1, quoted=[said])
                part.drafts.insert(0, last)
                spoken_at = number
        if part.speech.drafts:
            last, spoken_at = part.speech.drafts[-1], number


def goes_on(before: Part) -> bool:
    """Whether a paragraph ends in its speech, or with the sentence that says whose it is."""
    if not before.speech.drafts:
        return bool(before.speech.loose) and not before.text[before.speech.loose[-1].end :].strip()
    rest = ABBREVIATION.sub("Mx ", before.text[before.speech.last :].strip())
    return len(STOP.findall(rest + " ")) <= 1


def place(drafts: Sequence[Draft], offset: int) -> None:
    """Move drafts from their paragraph to where they lie in the whole text."""
    for draft in drafts:
        draft.content, draft.cue = moved(draft.content, offset), moved(draft.cue, offset)
        draft.source = moved(draft.source, offset) if draft.source else None
        draft.quoted = [moved(stretch, offset) for stretch in draft.quoted]


def moved(stretch: Stretch, by: int) -> Stretch:
    return stretch[0] + by, stretch[1] + by
