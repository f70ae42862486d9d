"""What part a phrase plays beside the subject and the object, such as time, place, instrument, cause or purpose."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements.draft import Phrase

YEAR = re.compile(r"(?:1\d|20)\d\d(?:s|-\d\d)?|’?\d0s")


@cache
def words() -> dict[str, frozenset[str]]:
    """Return the lists of `roles.toml` by name."""
    tables: dict[str, str] = tomllib.loads(resources.files(__package__).joinpath("roles.toml").read_text(encoding="utf-8"))["words"]
    return {name: frozenset(listed.split()) for name, listed in tables.items()}


def of_phrase(tree: Tree, phrase: Phrase) -> str:
    """Return the role of an adverbial phrase."""
    head = phrase.head
    if head.dep in ("agent", "dative"):
        return "agent" if head.dep == "agent" else "recipient"
    if is_time(tree, phrase):
        return "time"
    if head.dep == "advmod":
        return "place" if head.lower in words()["place_adverbs"] else "other"
    return of_preposition(head) if head.dep == "prep" else "other"


def of_preposition(prep: Word) -> str:
    """Return the role of a phrase by its preposition and, for a place, by its noun."""
    lists = words()
    noun = prep.kid("pobj")
    if (
        prep.lower in lists["place_prepositions"]
        and noun is not None
        and (noun.tag in ("NNP", "NNPS") or noun.lemma in lists["place_nouns"])
    ):
        return "place"
    return next((role for role in ("instrument", "cause", "purpose") if prep.lower in lists[f"{role}_prepositions"]), "other")


def is_time(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase says when, by a date, a word of time or an adverb of time."""
    head = phrase.head
    lists = words()
    if head.dep == "advcl":
        return tree.words[phrase.first].lower in lists["time_conjunctions"]
    if head.dep == "advmod":
        return head.lower in lists["time_adverbs"]
    noun: Word | None = head
    if head.dep == "prep":
        if head.lower in ("of", "by") and not YEAR.fullmatch(tree.words[phrase.last].text):
            return False
        noun = head.kid("pobj") or head.kid("pcomp")
    if noun is None:
        return False
    return is_time_word(noun)


def is_time_word(noun: Word) -> bool:
    """Whether a noun is a date, or a word for a time."""
    lists = words()
    named = noun.text in lists["time_names"] or noun.lemma in lists["time_nouns"] or noun.lower in lists["time_nouns"]
    return bool(named or YEAR.fullmatch(noun.text))
