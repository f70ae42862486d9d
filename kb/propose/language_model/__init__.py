"""Propose claims by a language model of the user's own choice, through the optional package llm.

The model is asked sentence by sentence, with the predicates of the base and the entities that the article names, and fills the schema of
statements. What it answers counts only where its quote, speaker, relation and arguments stand in the text and its ids in the base
(`answers`); the rules then check its stance (`checking`). Its proposals wait in the same queue as those of the rules.
"""

from __future__ import annotations

from kb.propose.language_model.answers import NO_QUOTE, RULE, Answer, Checked
from kb.propose.language_model.asking import Ask, ask_about, prompter
from kb.propose.language_model.checking import marked
from kb.propose.language_model.prompt import provenance
from kb.propose.language_model.proposals import proposals

__all__ = ["CONFIDENCE", "NO_QUOTE", "RULE", "Answer", "Ask", "Checked", "ask_about", "marked", "prompter", "proposals", "provenance"]

CONFIDENCE = 0.5  # the precision of the user's model has not been measured
