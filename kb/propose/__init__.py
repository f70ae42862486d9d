"""Proposed claims from a text: who is credited with what, in which words. Nothing here writes to a base."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.propose.types import Attribution, Proposal

if TYPE_CHECKING:
    from kb.lookup import Lookup


def tier(model: str | None = None) -> str:
    """Which rules read a text here: "parser" where a model is installed, "rules" without one. Raises as `attributions`."""
    from kb.propose import model as models

    return models.find(model).tier


def attributions(text: str, model: str | None = None) -> list[Attribution]:
    """Who is credited with what in an English text, in the order of the text; what nobody is credited with is the author's own.

    `model` names a spaCy model, or "none"; without it KB_MODEL, or the best that is installed. Offsets are code points of `text`.
    Raises UsageError for a model that is not there, DataError for one whose files are not those recorded.
    """
    from kb.propose import attribution
    from kb.propose import model as models

    return attribution.find(text, attribution.parsed(text, models.find(model)))


def propose(text: str, lookup: Lookup | None = None, *, anchor: str | None = None, model: str | None = None) -> list[Proposal]:
    """The claims that a text may make, in the order of the text, each with the dates, quantities and names in its words.

    `lookup` finds names in a base; `anchor` is the EDTF date from which "yesterday" and the like are counted. Raises as `attributions`.
    """
    from kb.propose import assembly, attribution
    from kb.propose import model as models

    docs = attribution.parsed(text, models.find(model), names=True)
    return assembly.proposals(text, attribution.find(text, docs), docs, lookup, anchor)


def asked(
    text: str, ask: Callable[[str], str], lookup: Lookup | None = None, *, anchor: str | None = None
) -> tuple[list[Proposal], dict[str, int]]:
    """The same by a language model: `ask` is given a prompt and returns what the model printed.

    Returns proposals whose quotes and speakers stand in the text, and how many answers were dropped, by the reason.
    """
    from kb.propose import assembly, language_model

    heard = language_model.attributions(text, ask)
    made = assembly.proposals(text, heard.attributions, None, lookup, anchor)
    return [replace(one, confidence=language_model.CONFIDENCE) for one in made], heard.dropped
