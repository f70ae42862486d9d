"""The forms of English verbs, for reading without a model: "deny" has denies, denied, denying."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kb.propose.attribution.lexicon import Frames, table

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
    """Each form with its kind: "base", "s", "past" or "ing"."""
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
def verbs() -> dict[str, tuple[str, str, Frames]]:
    """form -> lemma, kind of form, frames."""
    found: dict[str, tuple[str, str, Frames]] = {}
    for lemma, frames in table("verbs").items():
        if "-" not in lemma:
            for form, kind in forms(lemma):
                found.setdefault(form, (lemma, kind, frames))
    return found
