"""Statements against three documents of WiRe57 (Lechelle et al. 2019), scored as its paper has it.

Two tuples match when both arguments and the relation share a word, and are paired one to one by F1. Words that the annotators inferred count
for precision, not against recall.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.propose import parser as models
from kb.propose import statements
from kb.propose.statements.statement import Argument, Statement
from tests.bench_text.openie_scoring import Pair, Slots, Sums, common, one_to_one

WORDS = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class WireTuple:
    """A gold tuple of WiRe57 with the words of each slot, and which of them the annotators did not infer."""

    slots: Slots
    stated: Slots


def gold_tuples(folder: Path, *, resolved: bool = False) -> list[tuple[str, list[tuple[str, list[WireTuple]]]]]:
    """Return the sentences of each document with their gold tuples, whose pronouns are resolved if `resolved`."""
    documents = json.loads((folder / "openie" / "wire57-three-documents.json").read_text(encoding="utf-8"))
    return [
        (name, [(sentence["sent"], [gold_tuple(one, resolved) for one in sentence["tuples"]]) for sentence in sentences])
        for name, sentences in documents.items()
    ]


def gold_tuple(tuple_: dict[str, Any], resolved: bool) -> WireTuple:
    """Return one gold tuple from its JSON object."""
    words, indexes = ("decorefed_words", "decorefed_indexes") if resolved else ("words", "words_indexes")
    relation = list(zip(tuple_["rel"]["words"], tuple_["rel"]["words_indexes"], strict=True))
    first, second, *more = (
        list(zip(part[words], part[indexes], strict=True)) for part in (tuple_["arg1"], tuple_["arg2"], *tuple_["arg3+"])
    )
    parts = [relation, first, second, [pair for part in more for pair in part]]
    return WireTuple([[word for word, _ in part] for part in parts], [[word for word, at in part if at != "inf"] for part in parts])


def pair_of(gold: WireTuple, predicted: Slots) -> Pair:
    """Return precision and recall of a pair."""
    shares = [common(one, other) for one, other in zip(gold.slots, predicted, strict=True)]
    if not all(shares[:3]):
        return 0.0, 0.0
    stated = sum(common(one, other) for one, other in zip(gold.stated, predicted, strict=True))
    return sum(shares) / sum(map(len, predicted)), stated / max(sum(map(len, gold.stated)), 1)


def scored(sentences: Iterable[tuple[Sequence[WireTuple], Sequence[Slots]]]) -> tuple[float, float, float]:
    """Return F1, precision and recall over sentences of (gold tuples, predicted tuples)."""
    sums = Sums()
    for gold, predicted in sentences:
        pairs = [[pair_of(one, other) for other in predicted] for one in gold]
        scores = [[harmonic(*pair) for pair in row] for row in pairs]
        for row, column in one_to_one(scores, range(len(predicted))):
            sums.right += pairs[row][column][0]
            sums.recalled += pairs[row][column][1]
        sums.predicted += len(predicted)
        sums.gold += len(gold)
    return sums.f1


def harmonic(precision: float, recall: float) -> float:
    """Return the harmonic mean of two shares."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def slots(statement: Statement, resolved: bool) -> Slots:
    """Return the words of a statement, and if `resolved` of what its arguments stand for where that is known."""

    def words(argument: Argument | None) -> list[str]:
        text = "" if argument is None else argument.resolved if resolved and argument.resolved else argument.text
        return WORDS.findall(text)

    second, *more = [words(argument) for argument in (statement.object, *statement.arguments) if argument is not None] or [[]]
    return [WORDS.findall(statement.relation.text), words(statement.subject), second, [word for part in more for word in part]]


def figures(folder: Path, resolved: bool) -> tuple[float, float, float]:
    """Return the figures of WiRe57, each document read as one text."""
    pairs = []
    for _, sentences in gold_tuples(folder, resolved=resolved):
        read = statements.of_lines("\n".join(sentence for sentence, _ in sentences), models.find())
        pairs += [(gold, [slots(one, resolved) for one in found]) for (_, gold), (_, found) in zip(sentences, read, strict=True)]
    return scored(pairs)
