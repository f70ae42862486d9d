"""Read subtitles (SRT, WebVTT) as running text, with the names of speakers where they are given.

The words of successive cues form one paragraph, so that sentences go over cues. A paragraph ends with a change of speaker, a long pause, or
a full stop in a long paragraph. A line that rolls on from one cue into the next is read once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.articles.document import Extraction, assemble
from kb.articles.encoding import charset_of, decode
from kb.errors import DataError

TIMES = re.compile(r"(?:(\d{1,3}):)?(\d\d):(\d\d)[.,](\d{1,3})[ \t]+-->[ \t]+(?:(\d{1,3}):)?(\d\d):(\d\d)[.,](\d{1,3})")
BLANK = re.compile(r"\n[ \t]*\n+")
VOICE = re.compile(r"<v(?:\.[^ >\t]*)?[ \t]+([^>]+)>")
TAG = re.compile(r"</?(?:c|i|b|u|v|lang|ruby|rt|font)\b[^>]*>|<[\d:.]+>|\{\\[^}]*\}")
CHANGE = re.compile(r"(?:>>+|[-–—]) ?(?=\S)|(?=[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}:\s)")  # how subtitles mark that another person speaks
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*$")
PAUSE = 5.0  # seconds without words, after which a paragraph begins
LONG = 600  # characters, after which a paragraph ends with its sentence
FLASH = 0.1  # seconds; a shorter cue only carries a rolling line over


@dataclass(frozen=True)
class Cue:
    """The lines that are shown from one time (seconds) to another, and who says them, "" where that is not given."""

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str = ""


def read(data: bytes, content_type: str | None, where: str, _keep_all: bool = False) -> Extraction:
    """Return the words of subtitles. Raises DataError for a file without cues."""
    decoded = decode(data, charset_of(content_type), where=where)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    cues, repeated = rolled(list(cues_of(text)))
    if not cues:
        raise DataError("the file holds no subtitles", where=where, remedy="if it is a plain text, name it .txt")
    words, stretches = assemble([(paragraph, "body") for paragraph in paragraphs(cues)])
    told = [f"lines that stood in two cues in a row, and are read once: {repeated}"] if repeated else []
    return Extraction(words, stretches, warnings=[*decoded.warnings, "the times of the subtitles are not in the text", *told])


def cues_of(text: str) -> Iterator[Cue]:
    """Yield the cues of a file. Notes, styles and the head of the file have no times, and are passed over."""
    for block in BLANK.split(text):
        lines = block.split("\n")
        at = next((number for number, line in enumerate(lines[:3]) if TIMES.search(line)), None)
        if at is None:
            continue
        times = TIMES.search(lines[at])
        assert times is not None
        start, end = (seconds(times.groups()[first : first + 4]) for first in (0, 4))
        said = lines[at + 1 :]
        voice = VOICE.search(" ".join(said))
        shown = (" ".join(html.unescape(TAG.sub("", line)).split()) for line in said)
        yield Cue(start, end, tuple(line for line in shown if line), voice[1].strip() if voice else "")


def seconds(parts: tuple[str | None, ...]) -> float:
    """Return a time of (hours, minutes, seconds, thousandths) in seconds."""
    hours, minutes, whole, rest = (int(part or 0) for part in parts)
    return 3600 * hours + 60 * minutes + whole + rest / 1000


def rolled(cues: list[Cue]) -> tuple[list[Cue], int]:
    """Return the cues without the lines that only roll on from the cue before, and their number."""
    out: list[Cue] = []
    last, dropped = "", 0
    for cue in cues:
        lines = cue.lines
        if lines and lines[0] == last and (len(lines) > 1 or cue.end - cue.start < FLASH):
            lines, dropped = lines[1:], dropped + 1
        if cue.lines:
            last = cue.lines[-1]
        if lines:
            out.append(Cue(cue.start, cue.end, lines, cue.speaker))
    return out, dropped


def paragraphs(cues: list[Cue]) -> Iterator[str]:
    """Yield the paragraphs that the cues form."""
    words, speaker, end = "", "", 0.0
    for cue in cues:
        for number, line in enumerate(cue.lines):
            other = bool(cue.speaker) and cue.speaker != speaker
            pause = number == 0 and cue.start - end > PAUSE
            change = CHANGE.match(line)
            if words and (other or pause or change or (len(words) > LONG and SENTENCE_END.search(words))):
                yield words
                words = ""
            if other:
                speaker = cue.speaker
                words = f"{speaker}: "
            words += (" " if words and not words.endswith(" ") else "") + (line[change.end() :] if change else line)
        end = cue.end
    if words:
        yield words
