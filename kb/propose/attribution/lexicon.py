"""The lexicon of attribution cues (`lexicon.toml`), looked up by lemma and frame, and the inflected forms of its verbs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Entry:
    """The act, stance, certainty and kind that a cue gives to the content it introduces, in words of the vocabulary."""

    act: str
    stance: str = "affirms"
    certainty: str = "certain"
    kind: str = "statement"


ASSERTS = Entry("asserts")
"""The entry of plain saying, for cues that are in no lexicon and for the author's own sentences."""

Frames = dict[str, Entry]


@cache
def table(kind: str) -> dict[str, Frames]:
    """Return {lemma: {frame: entry}} of the "verbs", "adjectives" or "nouns". Of two groups with the same frame the first counts."""
    groups = tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))[kind]
    lemmas: dict[str, Frames] = {}
    for group in groups:
        entry = Entry(**{key: group[key] for key in ("act", "stance", "certainty", "kind") if key in group})
        for word in group["words"].split():
            frames = lemmas.setdefault(word, {})
            for frame in spelt_out(group.get("frames", ["any"])):
                frames.setdefault(frame, entry)
    return lemmas


def spelt_out(frames: list[str]) -> list[str]:
    """Return the frames with abbreviations spelt out: "in:for+on" stands for "in:for" and "in:on"."""
    return [f"{head}{mark}{tail}" for frame in frames for head, mark, tails in [frame.partition(":")] for tail in tails.split("+")]


IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "find": "found", "know": "knew known", "see": "saw seen",
    "hear": "heard", "feel": "felt", "hold": "held", "mean": "meant", "read": "read", "understand": "understood", "forget": "forgot",
    "foresee": "foresaw foreseen", "foretell": "foretold", "swear": "swore sworn", "seek": "sought", "choose": "chose chosen",
    "show": "showed shown", "bet": "bet", "beg": "begged begging", "brag": "bragged bragging", "begin": "began", "give": "gave",
    "admit": "admitted admitting", "prefer": "preferred preferring", "infer": "inferred", "refer": "referred referring", "slam": "slammed",
    "rip": "ripped", "knock": "knocked", "plan": "planned planning", "quip": "quipped quipping", "quit": "quit", "speak": "spoke spoken",
    "cast": "cast", "let": "let", "lie": "lied lying", "label": "labeled labelled", "submit": "submitted", "commit": "committed committing",
    "rebut": "rebutted rebutting", "chat": "chatted", "blog": "blogged", "fret": "fretted fretting", "hit": "hit", "tweet": "tweeted",
}  # fmt: skip


def forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Yield each inflected form of a verb with its kind, which is "base", "s", "past" or "ing"."""
    yield lemma, "base"
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in "aeou":
        yield lemma[:-1] + "ies", "s"
        yield lemma[:-1] + "ied", "past"
    else:
        yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"), "s"
        if lemma not in IRREGULAR:
            yield stem + "ed", "past"
    yield stem + "ing", "ing"
    for form in IRREGULAR.get(lemma, "").split():
        yield form, "ing" if form.endswith("ing") else "past"


@cache
def epithets() -> frozenset[str]:
    """Return the adjectives by which the writer says that a claim is not so."""
    words = tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))["epithets"]["words"]
    return frozenset(words.split())


@cache
def states() -> frozenset[str]:
    """Return the adjectives for the state in which somebody or something is found, which is no judgement."""
    words = tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))["states"]["words"]
    return frozenset(words.split())


@cache
def occasions() -> frozenset[str]:
    """Return the nouns for when or where somebody says something, which no clause after them is the content of."""
    words = tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))["occasions"]["words"]
    return frozenset(words.split())


@cache
def verbs() -> dict[str, tuple[str, str, Frames]]:
    """Return {form: (lemma, kind of form, frames)} of all verbs without a particle."""
    by_form: dict[str, tuple[str, str, Frames]] = {}
    for lemma, frames in table("verbs").items():
        if "-" not in lemma:
            for form, kind in forms(lemma):
                by_form.setdefault(form, (lemma, kind, frames))
    return by_form
