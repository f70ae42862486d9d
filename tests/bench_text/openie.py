"""Statements against CaRB's development sentences, scored as its paper has it, and with the figures of wire57.py.

CaRB (Bhardwaj et al. 2019): of a tuple count the relation, the first argument, and all further arguments as one. Two tuples match when
their relations share a word and the predicted one has two arguments at least. Precision (recall) is the share of the predicted (gold) tuple's
words that stand in the same slot of the other, a word as often as it occurs. In each sentence every gold tuple takes its best recall, and
precision pairs tuples one to one, the highest first. The figure is the best F1 over all thresholds of confidence. Words are compared as they
are written.

A third of CaRB's sentences, drawn by a hash of their words, is kept apart: rules are developed on the rest only.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kb.propose import parser as models
from kb.propose import statements
from kb.propose.statements import confidence
from kb.propose.statements.statement import Statement
from tests.bench_text import polnear, wire57
from tests.bench_text.openie_scoring import Pair, Slots, Sums, common, one_to_one

SAYING = ("said", "told", "added", "adds", "says")


@dataclass(frozen=True)
class Predicted:
    """A predicted tuple with its confidence."""

    confidence: float
    slots: Slots


def apart(sentence: str) -> bool:
    """Whether a sentence belongs to the third that is kept apart."""
    return hashlib.sha256(sentence.encode()).digest()[0] % 3 == 0


def carb_gold(folder: Path) -> dict[str, list[Slots]]:
    """Return the gold tuples of each sentence of CaRB."""
    gold: dict[str, list[Slots]] = {}
    for line in (folder / "openie" / "carb-dev.tsv").read_text(encoding="utf-8").splitlines():
        sentence, relation, first, *further = line.split("\t")
        gold.setdefault(sentence.strip(), []).append([relation.split(), first.split(), " ".join(further).split()])
    return gold


def carb_pair(gold: Slots, predicted: Slots) -> Pair:
    """Return precision and recall of a pair, with the arguments in either order for relations of saying."""
    straight = same_slots(gold, predicted)
    if not any(word in " ".join(gold[0]) for word in SAYING):
        return straight
    return max(straight, same_slots(gold, [predicted[0], predicted[2], predicted[1]]))


def same_slots(gold: Slots, predicted: Slots) -> Pair:
    """Return precision and recall of a pair whose arguments stand in the same order."""
    if not common(gold[0], predicted[0]) or not predicted[1] or not predicted[2]:
        return 0.0, 0.0
    shared = sum(common(one, other) for one, other in zip(gold, predicted, strict=True))
    return shared / sum(map(len, predicted)), shared / sum(map(len, gold))


def carb(gold: Mapping[str, Sequence[Slots]], predicted: Mapping[str, Sequence[Predicted]]) -> tuple[float, float, float]:
    """Return the best F1 over the thresholds of confidence, with its precision and recall."""
    thresholds = sorted({one.confidence for many in predicted.values() for one in many}) or [0.0]
    pairs = {
        sentence: [[carb_pair(tuple_, one.slots) for one in predicted.get(sentence, ())] for tuple_ in tuples]
        for sentence, tuples in gold.items()
    }
    return max(
        (at_threshold(pairs, predicted, threshold).f1 for threshold in thresholds),
        default=(0.0, 0.0, 0.0),
    )


def at_threshold(pairs: Mapping[str, list[list[Pair]]], predicted: Mapping[str, Sequence[Predicted]], threshold: float) -> Sums:
    """Return the sums over all sentences, of the tuples that are at least so sure."""
    sums = Sums()
    for sentence, rows in pairs.items():
        columns = [place for place, one in enumerate(predicted.get(sentence, ())) if one.confidence >= threshold]
        precisions = [[pair[0] for pair in row] for row in rows]
        sums.right += sum(precisions[row][column] for row, column in one_to_one(precisions, columns))
        sums.predicted += len(columns)
        sums.recalled += sum(max((row[column][1] for column in columns), default=0.0) for row in rows)
        sums.gold += len(rows)
    return sums


def carb_slots(statement: Statement) -> Slots:
    """Return the words of a statement, cut at white space, with all further arguments in one slot."""
    further = [argument.text for argument in (statement.object, *statement.arguments) if argument is not None]
    return [statement.relation.text.split(), statement.subject.text.split() if statement.subject else [], " ".join(further).split()]


def measured(gold: Mapping[str, Sequence[Slots]], found: Mapping[str, Sequence[Statement]]) -> dict[str, tuple[float, int]]:
    """Return the precision of each rule (0 to 1) and how many statements it gave, in the sentences of the gold."""
    right: dict[str, float] = Counter()
    count: Counter[str] = Counter(one.rule for sentence in gold for one in found[sentence])
    for sentence, tuples in gold.items():
        pairs = [[carb_pair(tuple_, carb_slots(one))[0] for one in found[sentence]] for tuple_ in tuples]
        for row, column in one_to_one(pairs, range(len(found[sentence]))):
            right[found[sentence][column].rule] += pairs[row][column]
    return {rule: (right[rule] / number, number) for rule, number in count.items()}


def write_confidence(folder: Path) -> None:
    """Write the precision of each rule, measured on the sentences that rules are developed on, to `confidence.toml`."""
    gold = {sentence: tuples for sentence, tuples in carb_gold(folder).items() if not apart(sentence)}
    rules = measured(gold, found_in_carb(list(gold)))
    everything = sum(share * number for share, number in rules.values()) / sum(number for _, number in rules.values())
    rows = [f"{rule} = {{ share = {share:.3f}, cases = {number} }}\n" for rule, (share, number) in sorted(rules.items())]
    Path(confidence.__file__).with_suffix(".toml").write_text(
        f"{HEAD}\n[all]\nshare = {everything:.3f}\n\n[rules]\n{''.join(rows)}", encoding="utf-8"
    )


HEAD = """# The confidence of each construction: the share of its words that stand in the same slot of a gold statement of CaRB, and the
# number of cases. Written by python -m tests.bench_text --freeze.
"""


def found_in_carb(sentences: Sequence[str]) -> dict[str, list[Statement]]:
    """Return our statements of each sentence of CaRB, which is cut at white space already."""
    return dict(statements.of_lines("\n".join(sentences), models.find()))


def carb_predicted(sentences: Sequence[str]) -> dict[str, list[Predicted]]:
    """Return our tuples of each sentence of CaRB."""
    return {sentence: [Predicted(one.confidence, carb_slots(one)) for one in many] for sentence, many in found_in_carb(sentences).items()}


def speed(folder: Path, words: int = 20_000) -> dict[str, float]:
    """Return how many words a second of the processor's are read into statements, parse and reference included."""
    model = models.find()
    list(statements.of_text("It rained.", model))
    seen = 0
    started = time.process_time()
    for article in polnear.articles("dev", folder):
        list(statements.of_text(article.text, model))
        seen += len(article.text.split())
        if seen >= words:
            break
    return {"words a second of the processor's, statements": round(seen / (time.process_time() - started))}


def score(folder: Path) -> dict[str, float]:
    """Return F1 in per cent of CaRB (developed on, kept apart, and all of it) and of WiRe57 (as written, and with pronouns resolved)."""
    gold = carb_gold(folder)
    predicted = carb_predicted(list(gold))
    figures = {}
    for kept_apart, group in groupby(sorted(gold, key=apart), key=apart):
        part = {sentence: gold[sentence] for sentence in group}
        mine = {sentence: predicted[sentence] for sentence in part}
        figures["CaRB best F1, kept apart" if kept_apart else "CaRB best F1, developed on"] = carb(part, mine)[0]
    figures["CaRB best F1"] = carb(gold, predicted)[0]
    figures["WiRe57 F1"] = wire57.figures(folder, resolved=False)[0]
    figures["WiRe57 F1, pronouns resolved"] = wire57.figures(folder, resolved=True)[0]
    return figures
