"""Proposals by a language model of the user's own choice, through the package llm: never needed, held to the same words and the same queue.

The model is asked paragraph by paragraph for quotes. What it answers counts only where its quote stands in that paragraph, to the letter
but for white space, and so does the speaker it names; everything else is dropped and counted. Offsets are code points of the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kb.errors import UsageError
from kb.propose.types import Attribution, Span

Ask = Callable[[str], str]
CONFIDENCE = 0.5  # nobody measured this model on anything: a coin's
ACTS = ("asserts", "reports", "quotes", "believes", "warns", "predicts", "plans", "asks", "recommends", "suggests", "distances")
STANCES = ("affirms", "denies", "uncommitted")
CERTAINTIES = ("certain", "probable", "possible", "uncommitted")
KINDS = ("factual", "evaluation", "causal", "prediction", "plan", "conditional", "norm", "question", "definition")
INSTRUCTIONS = f"""List the claims in the text below as a JSON array and print nothing else. Each element is an object with the keys
"quote" (the exact words of the text that carry the claim), "speaker" (the exact words that name who is credited with it, or null where the
text says it itself), "cue" (the exact words that show it, or null), "act" (one of {", ".join(ACTS)}), "stance" (one of {", ".join(STANCES)}),
"certainty" (one of {", ".join(CERTAINTIES)}) and "kind" (one of {", ".join(KINDS)}). Copy words exactly; add and change nothing.

Text:
"""


@dataclass
class Heard:
    """What a model's answers came to: attributions whose words are in the text, and how many answers were dropped, by the reason."""

    attributions: list[Attribution] = field(default_factory=list)
    dropped: dict[str, int] = field(default_factory=dict)

    def drop(self, reason: str) -> None:
        self.dropped[reason] = self.dropped.get(reason, 0) + 1


def asking(name: str) -> Ask:
    """The model of that name, as the user has set it up for llm. Raises UsageError where package or model is missing."""
    try:
        import llm
    except ImportError as error:
        raise UsageError(
            "a language model needs the package llm", where="--llm", remedy="pip install llm, then set a model up with it"
        ) from error
    try:
        model = llm.get_model(name)
    except llm.UnknownModelError as error:
        raise UsageError(f"llm knows no model {name!r}", where="--llm", remedy="list them with: llm models") from error
    return lambda prompt: str(model.prompt(prompt).text())


def attributions(text: str, ask: Ask, rule: str = "language-model") -> Heard:
    """What the model proposes for each paragraph, checked word by word against the text."""
    heard = Heard()
    seen: set[tuple[int, int, int | None]] = set()
    for start, end in paragraphs(text):
        for answer in answers(ask(INSTRUCTIONS + text[start:end]), heard):
            one = checked(text, start, end, answer, rule, heard)
            if one is None:
                continue
            place = (one.content.start, one.content.end, one.source.start if one.source else None)
            if place in seen:
                heard.drop("said twice")
                continue
            seen.add(place)
            heard.attributions.append(one)
    heard.attributions.sort(key=lambda one: (one.content.start, one.content.end))
    return heard


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        yield found.start(), found.end()


def answers(printed: str, heard: Heard) -> Iterator[dict[str, Any]]:
    """The objects of the JSON array in what a model printed, whatever stands around it."""
    start, end = printed.find("["), printed.rfind("]")
    try:
        found = json.loads(printed[start : end + 1]) if 0 <= start < end else None
    except ValueError:
        found = None
    if not isinstance(found, list):
        heard.drop("not JSON")
        return
    for answer in found:
        if isinstance(answer, dict):
            yield answer
        else:
            heard.drop("not an object")


def checked(text: str, start: int, end: int, answer: dict[str, Any], rule: str, heard: Heard) -> Attribution | None:
    """One answer as an attribution, or None, counted with the reason, where its words are not in the paragraph or unknown."""
    content = located(text, start, end, answer.get("quote"))
    if content is None:
        heard.drop("quote not in the text")
        return None
    speaker = located(text, start, end, answer.get("speaker"))
    if answer.get("speaker") is not None and speaker is None:
        heard.drop("speaker not in the text")
        return None
    words = {"act": ACTS, "stance": STANCES, "certainty": CERTAINTIES, "kind": KINDS}
    if any(answer.get(key) not in known for key, known in words.items()):
        heard.drop("unknown word")
        return None
    cue = located(text, start, end, answer.get("cue"))
    given = {key: answer[key] for key in words}
    return Attribution(content, speaker, cue, rule, **given)


def located(text: str, start: int, end: int, words: object) -> Span | None:
    """Where words stand in text[start:end], letter by letter but for white space; None where they do not, or stand twice."""
    if not isinstance(words, str) or not words.strip():
        return None
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = list(re.compile(pattern).finditer(text, start, end))
    return Span.of(text, found[0].start(), found[0].end()) if len(found) == 1 else None
