"""Who is credited with what, against PolNeAR: one annotator an article (the first id), nested and own claims left out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.__main__ import read_into
from kb.propose import attribution
from kb.propose import parser as models
from kb.propose.attribution.drafts import OWN, SCARE
from kb.propose.parts import Attribution
from kb.propose.precision import of_rule
from tests.bench_text import other_text, polnear, scoring
from tests.bench_text import shipped as of_shipped
from tests.bench_text.polnear import Article, Stretches
from tests.bench_text.scoring import Found, Tally, Words, f1, share

PRECISION = Path(attribution.__file__).resolve().parents[1] / "precision.toml"
SHIPPED = Path(__file__).resolve().parents[2] / "ingest" / "sources"
QUOTED = re.compile(r"\s*(?:[“\"]|''|``)")


def read(part: str, model: str | None, corpora: Path) -> Iterator[tuple[Article, list[Attribution]]]:
    """Each article of a part with what was found in it; raises AssertionError where a span's words are not those at its place."""
    loaded = models.find(model)
    for article in polnear.articles(part, corpora):
        found = attribution.find(article.text, attribution.parsed(article.text, loaded))
        for one in found:
            for span in (one.content, one.source, one.cue):
                assert span is None or article.text[span.start : span.end] == span.text != "", (article.name, span)
        yield article, found


def compared(found: Sequence[Attribution]) -> list[Found]:
    """What is scored: attributions that stand in no other, and not the author's own claims."""
    chosen = [one for one in found if one.parent is None and one.rule not in (OWN, SCARE)]
    return [
        Found((one.content.start, one.content.end), (one.source.start, one.source.end) if one.source else None, one.rule) for one in chosen
    ]


class Measure:
    """Figures added up over articles."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.direct = [0, 0]
        self.own = [0, 0]

    def add(self, article: Article, found: Sequence[Attribution]) -> None:
        gold = [(one.content, one.source) for one in article.gold]
        mine = compared(found)
        self.tally.add(scoring.score(article.text, gold, mine))
        words = Words(article.text)
        chosen = scoring.match([words.of(content) for content, _ in gold], [words.of((one.content,)) for one in mine])
        for place, (content, source) in enumerate(gold):
            if QUOTED.match(article.text, content[0][0]):
                self.direct[0] += place in chosen and scoring.same_source(words, source, mine[chosen[place]].source)
                self.direct[1] += 1
        self.count_own(words, gold, found)

    def count_own(self, words: Words, gold: Sequence[tuple[Stretches, Stretches]], found: Sequence[Attribution]) -> None:
        """The author's own claims, right where the annotators credited nobody with most of the words."""
        credited = frozenset().union(*(words.of(content) for content, _ in gold))
        for one in found:
            if one.rule == OWN:
                said = words.of(((one.content.start, one.content.end),))
                self.own[0] += len(said & credited) * 2 < len(said)
                self.own[1] += 1

    def figures(self) -> dict[str, float]:
        """In per cent, one digit. Which rules are narrow is what precision.toml says, frozen before."""
        tally = self.tally
        narrow = [counts for rule, counts in tally.by_rule.items() if of_rule(rule).narrow]
        return {
            "content F1": round(f1(tally.matched, tally.found, tally.gold), 1),
            "content precision": share(tally.matched, tally.found),
            "content recall": share(tally.matched, tally.gold),
            "with source F1": round(f1(tally.sourced, tally.found, tally.gold), 1),
            "narrow rules precision": share(sum(right for right, _ in narrow), sum(cases for _, cases in narrow)),
            "narrow rules share of found": share(sum(cases for _, cases in narrow), tally.found),
            "direct quotations recall with source": share(*self.direct),
            "own claims precision": share(*self.own),
        }


def score(corpora: Path, parts: Sequence[str] = ("train", "dev"), model: str | None = None) -> tuple[dict[str, dict[str, float]], Measure]:
    """Figures for each part, and what all parts give together."""
    scores = {}
    together = Measure()
    for part in parts:
        measure = Measure()
        for article, found in read(part, model, corpora):
            measure.add(article, found)
            together.add(article, found)
        scores[part] = measure.figures()
    return scores, together


def write_precision(together: Measure) -> None:
    """Freeze the precision of each rule, with the cases it rests on, for kb.propose.precision."""
    rules = dict(sorted(together.tally.by_rule.items())) | {OWN: together.own}
    right, cases = (sum(counts[place] for rule, counts in rules.items() if rule != OWN) for place in (0, 1))
    lines = [
        "# Written by `python -m tests.bench_text --freeze`: how often each rule was right on PolNeAR's train and dev parts, and in how many cases.",
        '# "author" is right where the annotators credited nobody with most of the words.',
        "",
        "[all]",
        f"precision = {right / max(cases, 1):.2f}",
        f"cases = {cases}",
        "",
        "[rule]",
        *(f"{rule} = {{ precision = {right / max(cases, 1):.2f}, cases = {cases} }}" for rule, (right, cases) in rules.items()),
    ]
    PRECISION.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shipped() -> dict[str, dict[str, float]]:
    """Of the claims recorded in each shipped text, in per cent: whose quotes a proposal covers, and with which subject and object.

    The base that the proposals are grounded in holds the other text alone.
    """
    folders = [folder for folder in sorted(SHIPPED.iterdir()) if (folder / "claims.toml").is_file()]
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.db"
        read_into(whole, SHIPPED.parent, check=False)
        for folder, other in zip(folders, reversed(folders), strict=True):
            base = other_text.only(whole, Path(temporary) / f"{other.name}.db", other.name)
            linked = {f"linked: {name}": share for name, share in of_shipped.linked(folder, whole, base).items()}
            figures[folder.name] = of_shipped.covered(folder) | linked
            base.close()
    return figures


def speed(corpora: Path, words: int = 30_000) -> dict[str, float]:
    """Words a second once loaded, and megabytes at most, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench_text.speed", str(corpora), str(words)], check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout))
