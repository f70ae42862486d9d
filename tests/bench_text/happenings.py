"""Events and who takes part in them, against MEANTIME's English news (CAT XML), of which the title and five sentences are annotated.

The annotators mark every verb or noun that tells of something that happens or holds (EVENT_MENTION), and who or what takes part in it
(HAS_PARTICIPANT, by a role of PropBank, between the mention of an event and that of an entity or value, never that of another event). In
some files they left the part of speech of mentions empty: these count, too. Several mentions that they joined to one, as both verbs of
"signed it and left", are no event of their own. Ours are the verbs and nouns whose events a proposal prints, with their participants, and
the head nouns of the events that are named. As in the evaluation of NewsReader, an event is found where the annotated words hold our word;
a participant is right where it belongs to the right event and its words are those of the entity, in this mention or in another, counted at
half of the words of both. Its role is not compared. F1 in per cent.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.propose import attribution, events
from kb.propose import parser as models
from kb.propose.attribution.asides import tree_of
from kb.propose.attribution.tree import Tree
from kb.propose.events import triggers
from tests.bench_text.meantime import rebuilt
from tests.bench_text.scoring import ENOUGH, Words, f1, overlap

Stretch = tuple[int, int]
Mentions = tuple[Stretch, ...]
"""The mention of a participant, and every other mention of the same entity that is annotated."""


@dataclass(frozen=True)
class Told:
    """An event as it is told: the stretch of its word or words, and its participants."""

    words: Stretch
    participants: tuple[Mentions, ...]


def read(path: Path) -> tuple[str, list[Told]]:
    """Return the text of a file and the events that the annotators marked in it."""
    root = ET.parse(path).getroot()
    text, places = rebuilt(root)
    spans: dict[str, Stretch] = {}
    joined = joint(root)
    marked: dict[str, set[Mentions]] = {}
    for mark in root.findall("./Markables/*"):
        tokens = [places[anchor.attrib["t_id"]] for anchor in mark.findall("token_anchor") if anchor.attrib["t_id"] in places]
        if tokens:
            spans[mark.attrib["m_id"]] = min(tokens)[0], max(tokens)[1]
            if mark.tag == "EVENT_MENTION" and mark.attrib["m_id"] not in joined:
                marked[mark.attrib["m_id"]] = set()
    others: dict[str, list[Stretch]] = {}
    for relation in root.findall("./Relations/REFERS_TO"):
        together = [source.attrib["m_id"] for source in relation.findall("source")]
        mentions = [spans[one] for one in together if one in spans]
        for one in together:
            others[one] = mentions
    for relation in root.findall("./Relations/HAS_PARTICIPANT"):
        source, target = relation.find("source"), relation.find("target")
        assert source is not None and target is not None
        if source.attrib["m_id"] in marked and target.attrib["m_id"] in spans:
            own = spans[target.attrib["m_id"]]
            marked[source.attrib["m_id"]].add((own, *(other for other in others.get(target.attrib["m_id"], ()) if other != own)))
    return text, [Told(spans[one], tuple(sorted(parts))) for one, parts in marked.items()]


def joint(root: ET.Element) -> set[str]:
    """Return the mentions of events that stand for several, each of which has a mention of its own, as both verbs of "signed it and left"."""
    tokens = {
        mark.attrib["m_id"]: frozenset(anchor.attrib["t_id"] for anchor in mark.findall("token_anchor"))
        for mark in root.findall("./Markables/EVENT_MENTION")
    }
    return {one for one, words in tokens.items() if sum(other < words for other in tokens.values()) > 1}


def found(text: str) -> list[Told]:
    """Return the events that we find in a text, one for each word."""
    told: dict[Stretch, set[Stretch]] = {word: set() for word in named(text)}
    for doc_offset, doc in attribution.parsed(text, models.find(), names=True) or []:
        tree = tree_of(doc, doc_offset)
        for one in triggers.find(tree):
            own = told.setdefault(stretch(tree, one.word.i, one.word.i), set())
            own |= {stretch(tree, part.first, part.last) for part in one.parts}
    return [Told(words, tuple((part,) for part in sorted(parts))) for words, parts in sorted(told.items())]


def stretch(tree: Tree, first: int, last: int) -> Stretch:
    """Return the stretch of the text from one word of a paragraph to another."""
    return tree.words[first].start + tree.offset, tree.words[last].end + tree.offset


def named(text: str) -> Iterator[Stretch]:
    """Yield the stretch of the head noun of each event that is named."""
    for mention in events.find(text):
        words = list(re.finditer(r"\w+", text[mention.span.start : mention.span.end]))
        for noun in [word for word in words if word[0].lower() in events.kinds()][-1:] or words[-1:]:
            yield mention.span.start + noun.start(), mention.span.start + noun.end()


def same(gold: list[Told], mine: list[Told]) -> list[tuple[Told, Told]]:
    """Return the annotated events with ours whose word they hold, one to one."""
    free, pairs = list(mine), []
    for one in gold:
        ours = next((other for other in free if one.words[0] <= other.words[0] and other.words[1] <= one.words[1]), None)
        if ours is not None:
            free.remove(ours)
            pairs.append((one, ours))
    return pairs


def score(folder: Path, only: slice = slice(None)) -> dict[str, float]:
    """F1 in per cent over the files under `folder` (the corpora's); `only` takes a part of them."""
    right = [0, 0]
    all_gold, all_mine = [0, 0], [0, 0]
    for path in sorted(Path(folder).glob("meantime/*/*.xml"))[only]:
        text, gold = read(path)
        mine, words = found(text), Words(text)
        pairs = same(gold, mine)
        right[0] += len(pairs)
        for one, other in pairs:
            free = [words.of(part) for part in other.participants]
            for part in one.participants:
                named_by = [words.of((mention,)) for mention in part]
                fitting = next((ours for ours in free if any(overlap(mention, ours) >= ENOUGH for mention in named_by)), None)
                if fitting is not None:
                    free.remove(fitting)
                    right[1] += 1
        for side, told in ((all_gold, gold), (all_mine, mine)):
            side[0] += len(told)
            side[1] += sum(len(one.participants) for one in told)
    return {
        "events found F1": f1(right[0], all_mine[0], all_gold[0]),
        "participants with the right event F1": f1(right[1], all_mine[1], all_gold[1]),
    }
