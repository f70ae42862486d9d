"""The words that credit somebody with something: `lexicon.toml`, looked up by lemma and frame."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Entry:
    """What a cue says of the words it introduces; the words are those of the vocabulary."""

    act: str
    stance: str = "affirms"
    certainty: str = "certain"
    kind: str = "statement"


Frames = dict[str, Entry]


@cache
def table(kind: str) -> dict[str, Frames]:
    """lemma -> frame -> entry, for "verbs", "adjectives" or "nouns"; of two groups with the same frame the first counts."""
    groups = tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))[kind]
    found: dict[str, Frames] = {}
    for group in groups:
        entry = Entry(**{key: group[key] for key in ("act", "stance", "certainty", "kind") if key in group})
        for word in group["words"].split():
            frames = found.setdefault(word, {})
            for frame in spelt_out(group.get("frames", ["any"])):
                frames.setdefault(frame, entry)
    return found


def spelt_out(frames: list[str]) -> list[str]:
    """ "in:for+on" stands for "in:for" and "in:on"."""
    return [f"{head}{mark}{tail}" for frame in frames for head, mark, tails in [frame.partition(":")] for tail in tails.split("+")]
