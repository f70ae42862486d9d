"""PolNeAR read from disk: news articles and the attributions one annotator marked in each. Nothing of it is kept in the repository."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
Stretches = tuple[tuple[int, int], ...]
"""Stretches of code points, (start, end) each; marked spans may be in several pieces."""


@dataclass(frozen=True)
class Gold:
    """One marked attribution: the pieces of its content, its cue and its source (empty where none was marked)."""

    content: Stretches
    cue: Stretches
    source: Stretches


@dataclass(frozen=True)
class Article:
    """A text and what its annotator marked in it."""

    name: str
    text: str
    gold: tuple[Gold, ...]


def articles(part: str, corpora: Path = CORPORA) -> Iterator[Article]:
    """The articles of a part ("train", "dev"), by name, each with the annotator whose id comes first."""
    folder = corpora / "polnear" / part
    for path in sorted((folder / "text").glob("*.txt")):
        marks = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        gold = read_standoff(marks[0].read_text(encoding="utf-8")) if marks else ()
        yield Article(path.stem, path.read_bytes().decode("utf-8"), gold)


def read_standoff(lines: str) -> tuple[Gold, ...]:
    """The attributions of a brat file that have a content: T lines give spans, E lines tie them together by role."""
    spans: dict[str, Stretches] = {}
    ties: list[list[str]] = []
    for line in lines.split("\n"):  # a marked span may hold other characters that splitlines() would break at
        name, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", name):
            places = rest.partition("\t")[0].partition(" ")[2]
            spans[name] = tuple((int(start), int(end)) for start, end in (piece.split() for piece in places.split(";")))
        elif re.fullmatch(r"E\d+", name):
            ties.append(rest.split())
    return tuple(gold for gold in (tied(tie, spans) for tie in ties) if gold.content)


def tied(roles: list[str], spans: dict[str, Stretches]) -> Gold:
    """The spans of one E line; a role filled twice ("Content2") is one span in more pieces."""
    filled: dict[str, list[tuple[int, int]]] = {"Content": [], "Cue": [], "Source": []}
    for role in roles:
        kind, _, span = role.partition(":")
        kind = kind.rstrip("0123456789")
        if kind in filled:
            filled[kind].extend(spans.get(span, ()))
    return Gold(*(tuple(sorted(filled[kind])) for kind in ("Content", "Cue", "Source")))
