"""The words of a language (words.toml), and the name of a speaker among the words beside a verb of speech."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from kb.propose.attribution.drafts import Stretch

TOKEN = re.compile(r"[^\W\d_](?:[\w.-]|['’](?=\w))*(?<![-])|\S")
STOP = re.compile(r"[.;:!?()«»„“”\"—–]|\n")
ABBREVIATED = re.compile(r"\b(?:[A-ZÀ-Þ]|[Dd]r|[Pp]rof|Mme|St|Sr|Sra|Dra)\.(?=\s)")
LONGEST = 120  # code points of the words beside a verb among which a speaker is sought
MOST = 7  # words in front of a name: determiner, adjectives, titles


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of one language, as words.toml explains them."""

    code: str
    pairs: tuple[tuple[str, str], ...]
    said: re.Pattern[str]
    determiner: frozenset[str]
    title: re.Pattern[str]
    particle: frozenset[str]
    preposition: frozenset[str]
    no_name: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str] | None

    @classmethod
    def of(cls, code: str, lists: dict[str, list[str]]) -> Grammar:
        """Return the grammar of the lists of a language."""
        marks = tuple((pair[0], pair[1]) for pair in lists["marks"])
        words = {key: frozenset(lists[key]) for key in ("determiner", "particle", "preposition", "no_name")}
        said = re.compile(rf"(?<![\w-])(?:{'|'.join(lists['said'])})(?![\w-])")
        title = re.compile(rf"(?:{'|'.join(lists['title'])})$", re.IGNORECASE)
        after = re.compile(rf"\s+(?:{'|'.join(lists['after'])})\b") if lists["after"] else None
        return cls(code, marks, said, title=title, before=re.compile("|".join(lists["before"]), re.IGNORECASE), after=after, **words)


@functools.cache
def grammars() -> dict[str, Grammar]:
    """Return the grammar of each language of words.toml."""
    read = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {code: Grammar.of(code, lists) for code, lists in read.items()}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper() and self.text.isalpha()


def words_after(text: str, start: int, end: int) -> list[Word]:
    """Return the words from `start` up to a mark that ends the clause, at most to `end`. Commas are words."""
    limit = min(end, start + LONGEST)
    piece = ABBREVIATED.sub(lambda match: match[0][:-1] + "_", text[start:limit])
    stop = STOP.search(piece)
    last = start + stop.start() if stop else limit
    return [Word(match[0], match.start(), match.end()) for match in TOKEN.finditer(text, start, last)]


def speaker(words: list[Word], grammar: Grammar) -> Stretch | None:
    """Return the name that begins a run of words, after its determiner and titles, or the name set off after a description, or None."""
    first, rest = parted(words)
    described = bool(first) and (first[0].text.lower() in grammar.determiner or not first[0].capital)
    if described and rest and rest[0].capital:
        after, _ = parted(rest)
        name = run(after, grammar)
        if len([word for word in name if word.capital]) >= 2 and not any(verb(word, grammar) for word in first):
            return name[0].start, name[-1].end
    name = named(first, grammar)
    return (name[0].start, name[-1].end) if name else None


def parted(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Return the words before the first comma, and those after it."""
    place = next((number for number, word in enumerate(words) if word.text == ","), len(words))
    return words[:place], words[place + 1 :]


def named(words: list[Word], grammar: Grammar) -> list[Word]:
    """Return the words of the name that begins a noun phrase, without determiner and titles, or no words where it names nobody."""
    place, determined, titled = 0, False, False
    while place < len(words) and place < MOST:
        word = words[place]
        if word.text in grammar.determiner or word.text.lower() in grammar.determiner:
            if place:
                return []  # "ein Sprecher des Ministeriums": the name after it is not the speaker's
            determined = True
        elif is_title(word, grammar):
            titled = True
        elif word.capital or word.text in grammar.preposition or verb(word, grammar) or not word.text[0].isalpha():
            break
        else:
            titled = titled or grammar.code != "de"  # "le ministre", "el presidente": in small letters
        place += 1
    name = run(words[place:], grammar)
    if not name or name[0].text in grammar.no_name:
        return []
    several = len([word for word in name if word.capital]) >= 2
    return name if titled or several or not determined or name[0].acronym else []


def is_title(word: Word, grammar: Grammar) -> bool:
    """Whether a word is an office or trade: a hyphenated one by its last part."""
    return grammar.title.match(word.text.rpartition("-")[2]) is not None


def verb(word: Word, grammar: Grammar) -> bool:
    """Whether a word is a form of speaking."""
    return grammar.said.fullmatch(word.text) is not None


def run(words: list[Word], grammar: Grammar) -> list[Word]:
    """Return the capitalised words, and particles between them, at the beginning of some words."""
    found: list[Word] = []
    pending: list[Word] = []
    for word in words:
        if word.capital and word.text not in grammar.no_name and word.text.lower() not in grammar.preposition:
            found += [*pending, word]
            pending = []
        elif found and (word.text in grammar.particle or (pending and word.text in grammar.determiner)):
            pending.append(word)
        else:
            break
    return found
