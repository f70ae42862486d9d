"""Pronouns and definite descriptions against MEANTIME's English news (CAT XML), of which the title and five sentences are annotated.

Counted are the annotators' mentions that are pronouns, or that begin with "the" or a demonstrative and hold no name (no capital letter or
figure) and no comma, and refer to an entity. An answer is what we say such a mention stands for where we are sure; it is right when the
annotated mention that it overlaps most refers to the same entity. Shares in per cent: accuracy of the answers, and answers over the mentions
whose entity is mentioned before, in words that do not overlap them.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from kb.propose import attribution, reference
from kb.propose import parser as models
from kb.propose.attribution.trees import from_doc
from kb.propose.reference.words import listed
from tests.bench_text.meantime import rebuilt

PRONOUNS = frozenset(("who", "which", "that", "whom")).union(
    *(listed("pronouns", name) for name in ("masculine", "feminine", "neuter", "plural", "first", "first_plural", "reflexive"))
)
DETERMINERS = frozenset(("the", "this", "that", "these", "those", "both"))


@dataclass(frozen=True)
class Gold:
    """An annotated mention with its place in code points, its text, and the entity that it refers to."""

    start: int
    end: int
    text: str
    entity: str

    @property
    def anaphoric(self) -> bool:
        """Whether it is a pronoun or a definite description."""
        first, *rest = self.text.split()
        if not rest:
            return first.lower() in PRONOUNS and (first == "I" or not first.isupper())
        return first.lower() in DETERMINERS and not any(word != word.lower() or word[0].isdigit() or word.endswith(",") for word in rest)


def read(path: Path) -> tuple[str, list[Gold]]:
    """Return the text of a file and its annotated mentions of entities."""
    root = ET.parse(path).getroot()
    text, places = rebuilt(root)
    entities = {}
    for relation in root.findall("./Relations/REFERS_TO"):
        target = relation.find("target")
        assert target is not None
        entities |= {source.get("m_id"): str(target.get("m_id")) for source in relation.findall("source")}
    gold = []
    for mark in root.findall("./Markables/ENTITY_MENTION"):
        tokens = [places[anchor.attrib["t_id"]] for anchor in mark.findall("token_anchor") if anchor.attrib["t_id"] in places]
        if tokens and mark.get("m_id") in entities:
            start, end = min(tokens)[0], max(tokens)[1]
            gold.append(Gold(start, end, text[start:end], entities[mark.get("m_id")]))
    return text, gold


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Common code points over those of both."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def matching(gold: list[Gold], start: int, end: int) -> Gold | None:
    """Return the annotated mention that a stretch overlaps most, or None."""
    best = max(gold, key=lambda one: overlap((one.start, one.end), (start, end)), default=None)
    return best if best is not None and overlap((best.start, best.end), (start, end)) > 0 else None


def found(text: str) -> list[reference.Reference]:
    """Return our references of a text."""
    docs = attribution.parsed(text, models.find(), names=True) or []
    speakers = [
        (one.content.start, one.content.end, one.source.start, one.source.end)
        for one in attribution.find(text, docs)
        if one.source is not None and one.rule != "author"
    ]
    return reference.find(((from_doc(doc, offset), doc) for offset, doc in docs), speakers)


def score(folder: Path, only: slice = slice(None)) -> dict[str, float]:
    """Return accuracy and share answered, in per cent, over the files under `folder` (the corpora's)."""
    right = answers = possible = answered = 0
    for path in sorted(Path(folder).glob("meantime/*/*.xml"))[only]:
        text, gold = read(path)
        mine = found(text)
        for mention in gold:
            if not mention.anaphoric:
                continue
            others = [one for one in gold if one.entity == mention.entity and one.end <= mention.start]
            answer = next((one for one in mine if one.sure and overlap((one.start, one.end), (mention.start, mention.end)) > 0.5), None)
            possible += bool(others)
            answered += bool(others) and answer is not None
            if answer is not None:
                best = matching(gold, answer.candidates[0].start, answer.candidates[0].end)
                answers += 1
                right += best is not None and best.entity == mention.entity
    return {"accuracy of answers": 100 * right / max(answers, 1), "share answered": 100 * answered / max(possible, 1)}
