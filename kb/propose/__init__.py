"""Propose claims from a text, each with its exact words and who is credited with it. Nothing here writes to a base."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.propose.own_words import in_words_of
from kb.propose.parts import Attribution, Written
from kb.propose.proposal import Proposal
from kb.texts.line_ends import flowing

if TYPE_CHECKING:
    from kb.names.lookup import Lookup


def tier(model: str | None = None) -> str:
    """Return which rules read a text on this machine: "parser" where a model is installed, else "rules". Raises as `attributions`."""
    from kb.propose import parser as models

    return models.find(model).tier


def reading(text: str, language: str | None = None) -> str | None:
    """Return what people are told of a text that is not read whole because of its language, or None for an English one."""
    from kb.propose import languages

    return languages.note(languages.of_text(text, language))


def attributions(text: str, model: str | None = None, *, language: str | None = None) -> list[Attribution]:
    """Return who is credited with what in a text, in its order. What nobody is credited with in an English text is the author's own.

    `model` names a spaCy model, or "none"; without it KB_MODEL, or the best that is installed. `language` is the BCP 47 tag of the source,
    used where the words do not show another. Offsets are code points of `text`. Raises UsageError for a model that is not there,
    DataError for one whose files are not those recorded.
    """
    from kb.propose import attribution, languages
    from kb.propose import parser as models

    words, written = flowing(text), languages.of_text(text, language)
    if not languages.is_english(written):
        return in_words_of(text, languages.attributions(words, written), read=words)
    return in_words_of(text, attribution.find(words, attribution.parsed(words, models.find(model))), read=words)


def propose(
    text: str, lookup: Lookup | None = None, *, anchor: str | None = None, model: str | None = None, language: str | None = None
) -> list[Proposal]:
    """Return a proposal for each claim that a text may make, in its order, with the dates, quantities and names in the claim's words.

    `lookup` finds names in a base; `anchor` is the EDTF date from which "yesterday" and the like are counted; `language` is the BCP 47
    tag of the source, used where the words do not show another. Of a text that is not English only quotations with a named speaker and
    "according to" are proposed, where there are rules for its language. Raises as `attributions`.
    """
    from kb.propose import assembly, attribution, languages
    from kb.propose import parser as models

    words, written = flowing(text), Written(anchor, languages.of_text(text, language))
    if not languages.is_english(written.language):
        return in_words_of(text, assembly.in_other_language(words, lookup, written), read=words)
    found = models.find(model)
    docs = attribution.parsed(words, found, names=True)
    reading = assembly.Reading(docs, lookup, written, found)
    return in_words_of(text, assembly.proposals(words, attribution.find(words, docs), reading), read=words)


def propose_by_language_model(
    text: str,
    ask: Callable[[str], str],
    lookup: Lookup | None = None,
    *,
    anchor: str | None = None,
    language: str | None = None,
    by_rules: Sequence[Proposal] | None = None,
) -> tuple[list[Proposal], dict[str, int]]:
    """Return the proposals of a language model, and the number of its answers that were dropped, by reason.

    `ask` takes a prompt and returns what the model prints. An answer is dropped where its quote, its speaker or a part of its statement is
    not in the text, or an id not in the base. `by_rules` are the proposals of the rules, which check its stance, where they were found already.
    """
    from kb.propose import assembly, language_model, languages

    words, written = flowing(text), Written(anchor, languages.of_text(text, language))
    checked = language_model.ask_about(words, ask, lookup)
    found = in_words_of(text, language_model.proposals(words, checked.answers, assembly.Reading(None, lookup, written)), read=words)
    rules = None
    if languages.is_english(written.language):
        rules = by_rules if by_rules is not None else propose(text, lookup, anchor=anchor, language=language)
    proposals = [replace(proposal, confidence=language_model.CONFIDENCE) for proposal in found]
    return language_model.marked(proposals, rules), dict(checked.dropped)
