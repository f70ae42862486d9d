"""Ask a language model about each sentence of a text, and collect what it answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from kb.errors import UsageError
from kb.names.lookup import Lookup
from kb.propose.attribution import paragraphs
from kb.propose.language_model.answers import Answer, Checked, Place
from kb.propose.language_model.offered import Known
from kb.propose.language_model.prompt import prompt
from kb.texts.sentences import plain_sentences

Ask = Callable[[str], str]
CONTEXT = 400  # characters before a sentence that a model is shown


def prompter(name: str) -> Ask:
    """Return the function that prompts the model of that name, as llm is configured. Raises UsageError without the package or model."""
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
    return lambda words: str(model.prompt(words).text())


def ask_about(text: str, ask: Ask, lookup: Lookup | None) -> Checked:
    """Return what the model answers to each sentence, checked word by word against the text and id by id against the base."""
    known = Known(text, lookup)
    checked = Checked(text, lookup, known)
    for offset, paragraph in paragraphs.cut(text):
        for start, end in plain_sentences(text, offset, offset + len(paragraph)):
            before = " ".join(text[max(offset, start - CONTEXT) : start].split())
            printed = ask(prompt(known.offered(text, start, end), before, text[start:end]))
            for answer in objects(printed, checked):
                checked.add(answer, Place(start, end, offset, offset + len(paragraph)))
    checked.answers.sort(key=order)
    return checked


def order(answer: Answer) -> tuple[int, int, int]:
    """Return what answers are sorted by: the place of their words, a longer quote first, then that of their relation."""
    content = answer.attribution.content
    return content.start, -content.end, answer.grounded.statement.place if answer.grounded else -1


def objects(printed: str, checked: Checked) -> Iterator[dict[str, Any]]:
    """Yield the objects of the JSON array in what a model printed, ignoring text around the array and counting what is no object."""
    start, end = printed.find("["), printed.rfind("]")
    try:
        array = json.loads(printed[start : end + 1]) if 0 <= start < end else []
    except (ValueError, RecursionError):
        array = None
    if not isinstance(array, list) or not 0 <= start < end:
        checked.drop("not JSON")
        return
    for element in array:
        if isinstance(element, dict):
            yield element
        else:
            checked.drop("not an object")
