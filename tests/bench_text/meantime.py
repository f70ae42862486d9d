"""Dates and names against MEANTIME's English news (CAT XML): a second check of what tempeval.py and re3d.py measure.

Only the title and the first five sentences of each text were annotated, so only these are read. The files give tokens without the white space between them, so the text is rebuilt: one space between tokens, none before closing
punctuation, a blank line after the first sentence (the title). TIMEX3 of the text are compared as in tempeval.py; those that the
annotators made up, which stand at no token, are left out, and so is the date of creation in the second line. Names are the entity mentions marked as proper names (NAM, PRE.NAM), compared
with our mentions that are neither roles nor descriptions by overlap, as in re3d.py. All figures are F1 in per cent.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from kb.propose import actors, dates
from tests.bench_text import re3d
from tests.bench_text.tempeval import Expression, pairs

CLOSING = frozenset({".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "''", "”", "n't", "'", "’"})
NAMES = frozenset({"NAM", "PRE.NAM"})
SENTENCES = 6  # annotated, with the title
WORDS_OF_OFFICE = frozenset({"role", "description"})


@dataclass(frozen=True)
class Document:
    """The rebuilt text of a file, its date of creation, and what the annotators marked, in code points."""

    text: str
    created: str
    dateline: tuple[int, int]  # where that stands
    times: tuple[Expression, ...]
    names: tuple[tuple[int, int], ...]


def read(path: Path) -> Document:
    root = ET.parse(path).getroot()
    text, places = rebuilt(root)
    times, names, created, dateline = [], [], "", (0, 0)
    for mark in root.findall("./Markables/*"):
        tokens = [places[anchor.attrib["t_id"]] for anchor in mark.findall("token_anchor") if anchor.attrib["t_id"] in places]
        if mark.tag == "TIMEX3" and mark.get("functionInDocument") == "CREATION_TIME":
            created, dateline = mark.get("value", ""), (min(tokens)[0], max(tokens)[1]) if tokens else (0, 0)
        elif mark.tag == "TIMEX3" and tokens:
            times.append(Expression(min(tokens)[0], max(tokens)[1], mark.get("value", "")))
        elif mark.tag == "ENTITY_MENTION" and tokens and mark.get("syntactic_type") in NAMES:
            names.append((min(tokens)[0], max(tokens)[1]))
    return Document(text, created, dateline, tuple(sorted(times, key=lambda one: one.start)), tuple(sorted(set(names))))


def rebuilt(root: ET.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text, and where each token stands in it."""
    text, places, sentence = "", {}, "0"
    for token in root.findall("token"):
        word = token.text or ""
        if int(token.get("sentence", "0")) >= SENTENCES:
            break
        if token.get("sentence") != sentence:
            text += "\n\n" if sentence in ("0", "1") else " "
            sentence = token.get("sentence", "")
        elif text and word not in CLOSING and not text.endswith(("(", "$", "[", "“", "``", "#")):
            text += " "
        places[token.attrib["t_id"]] = (len(text), len(text) + len(word))
        text += word
    return text, places


def score(folder: Path, only: slice = slice(None)) -> dict[str, float]:
    """F1 in per cent over the files under `folder` (the corpora's); `only` takes a part of them."""
    times = overlap = same = names = named = 0
    nlp = re3d.model()
    for path in sorted(Path(folder).glob("meantime/*/*.xml"))[only]:
        document = read(path)
        found = [
            part
            for one in dates.find(document.text, document.created[:10])
            for part in (one.parts or (one,))
            if part.span.end <= document.dateline[0] or part.span.start >= document.dateline[1]
        ]
        taken = pairs(document.times, [Expression(one.span.start, one.span.end, one.timex) for one in found])
        times += len(document.times) + len(found)
        overlap += len(taken)
        same += sum(one.value == other.value for one, other in taken)
        mine = [
            (one.span.start, one.span.end)
            for one in actors.find(document.text, [(0, nlp(document.text))] if nlp is not None else None, None)
            if one.matches[0].sense not in WORDS_OF_OFFICE
        ]
        names += len(document.names) + len(mine)
        named += len(re3d.overlaps(list(document.names), mine))
    return {
        "value F1": 200 * same / max(times, 1),
        "relaxed F1": 200 * overlap / max(times, 1),
        "name overlap F1": 200 * named / max(names, 1),
    }
