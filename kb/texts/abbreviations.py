"""Whether the full stop of an abbreviation ends a sentence, in the languages of the texts that are read (see abbreviations.toml)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

LETTER = r"[A-Za-zÀ-ɏΑ-ωА-яЁёء-ي]"
LETTERS = re.compile(rf"{LETTER}(?:\.-?{LETTER})*")  # initials, "U.S", "z", "т.д"
MEASURE = re.compile(r"\d\s?[a-uw-zа-я]\.$")  # "at 10 h.", "in 2019 г."
TOKEN = re.compile(r"(?:^|[\s(\[{“‘’\"'«„/])([^\s(\[{“‘’\"'«„/]+)\.$")
NEXT = re.compile(r"\W*(\w+)(\.?)")
ENUMERATOR = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.$")
ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")  # "3. Mai", in German
AFTER_ORDINAL = re.compile(
    r"\s+(?:Jan(?:uar|\.)|Jänner|Feb(?:ruar|\.)|März|April|Mai|Juni|Juli|Aug(?:ust|\.)|Sept(?:ember|\.)|Oktober|Okt\.|Nov(?:ember|\.)|Dez(?:ember|\.)|Jahrhundert|Jh\.|Weltkrieg)"
)


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the words of abbreviations.toml, by group."""
    groups = tomllib.loads(resources.files("kb.texts").joinpath("abbreviations.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in groups.items()}


def continues(before: str, after: str) -> bool:
    """Return whether the full stop at the end of `before`, the sentence so far, ends no sentence, given the words after it."""
    if ENUMERATOR.fullmatch(before):
        return True
    if ORDINAL.search(before):
        return AFTER_ORDINAL.match(after) is not None
    match = TOKEN.search(before)
    return match is not None and abbreviates(match[1], after, measure=MEASURE.search(before) is not None)


def abbreviates(token: str, after: str, *, measure: bool) -> bool:
    """Return whether a word and its full stop are an abbreviation after which the sentence goes on. `measure` is whether a figure precedes it."""
    words, spellings, following = lexicon(), spellings_of(token), after.lstrip()[:1]
    if spellings & (words["titles"] | words["titles-elsewhere"] | words["words"]) or (token == "al" and following in ("(", "[")):
        return True
    if (spellings & words["before-figures"] or token.endswith("str")) and (following.isdigit() or following == "§"):
        return True
    speech = spellings & words["may-end"] and following in ("“", '"')
    if measure or speech or not (spellings & words["may-end"] or LETTERS.fullmatch(token)):
        return False
    begins = NEXT.match(after)
    return begins is None or begins[1] not in words["starters"] or bool(begins[2])


def spellings_of(token: str) -> set[str]:
    """Return a token as it stands, its part after the last hyphen, and with a small first letter as in the middle of a sentence."""
    last = token.rpartition("-")[2]
    return {token, last, token[:1].lower() + token[1:]} if len(token) > 1 else {token}
