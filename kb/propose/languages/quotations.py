"""Quotations with a named speaker, and "according to", in languages that words.toml lists. What is not plain is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.propose.attribution.drafts import Stretch, tidy
from kb.propose.languages.found import ACCORDING, QUOTATION, Found
from kb.propose.languages.grammar import ABBREVIATED, LONGEST, Grammar, Word, named, speaker, words_after

LEAST = 3  # words of a quotation; fewer are picked out of speech
ENDS = re.compile(r"[.!?…](?:[\s\u00a0\u202f]?[”“»\"')\]])*\s+(?=[„“«»\"A-ZÀ-Þ¿¡])|\n+")
AFTER_QUOTE = re.compile(r"[\s\u00a0\u202f,]*")
COLON = re.compile(r"[^\n:.!?]{0,60}:[\s\u00a0\u202f]*$")


def find(text: str, grammar: Grammar) -> list[Found]:
    """Return what the rules find, one for each content."""
    stretches = quotes(text, grammar)
    found: dict[Stretch, Found] = {}
    for stretch in stretches:
        one = spoken_after(text, stretch, grammar) or spoken_before(text, stretch, grammar)
        if one is not None:
            found[stretch] = one
    for one in according(text, grammar, stretches):
        found.setdefault(one.content, one)
    return list(found.values())


def quotes(text: str, grammar: Grammar) -> list[Stretch]:
    """Return the quotations with their marks, none within another, of LEAST words or more, each within one paragraph."""
    found: list[Stretch] = []
    for opening, closing in grammar.pairs:
        inner = f"[^{re.escape(opening + closing)}\n]"
        for match in re.finditer(rf"{re.escape(opening)}({inner}+){re.escape(closing)}", text):
            free = all(match.end() <= start or end <= match.start() for start, end in found)
            if free and len(match[1].split()) >= LEAST:
                found.append(match.span())
    return sorted(found)


def spoken_after(text: str, quote: Stretch, grammar: Grammar) -> Found | None:
    """Return a quotation that a verb and a name follow: „Es regnet“, sagte Anna Weber."""
    if text[quote[1] - 2] == ".":
        return None
    gap = AFTER_QUOTE.match(text, quote[1])
    verb = grammar.said.match(text, gap.end()) if gap else None
    if verb is None or "\n" in text[quote[1] : verb.start()]:
        return None
    source = speaker(words_after(text, verb.end(), len(text)), grammar)
    return Found(QUOTATION, quote, source, verb.span()) if source else None


def spoken_before(text: str, quote: Stretch, grammar: Grammar) -> Found | None:
    """Return a quotation after a colon, with a verb in its sentence whose subject is named: Anna Weber sagte am Montag: „Es regnet.“"""
    start = begins(text, quote[0])
    if ":" not in text[quote[0] - 3 : quote[0]]:
        return None
    for verb in reversed(list(grammar.said.finditer(text, start, quote[0]))):
        if not COLON.fullmatch(text, verb.end(), quote[0]):
            continue
        source = subject(text, start, verb.start(), grammar) or speaker(words_after(text, verb.end(), quote[0]), grammar)
        return Found(QUOTATION, quote, source, verb.span()) if source else None
    return None


def begins(text: str, place: int) -> int:
    """Return where the sentence begins that goes on at `place`."""
    first = max(0, place - 3 * LONGEST)
    masked = ABBREVIATED.sub(lambda match: match[0][:-1] + "_", text[first : place + 1])  # one more, so that a sentence may begin there
    return first + max((match.end() for match in ENDS.finditer(masked)), default=0)


def subject(text: str, start: int, end: int, grammar: Grammar) -> Stretch | None:
    """Return the name where the words from the beginning of a sentence to its verb are nothing but a name with title and apposition."""
    words = words_after(text, start, end)
    if not words or words[-1].end < end - 2 or (words[-1].text == "," and len(words) == 1):
        return None
    source = speaker(words, grammar)
    if source is None:
        return None
    behind = [word for word in words if word.start >= source[1]]
    return source if not behind or (behind[0].text == "," and behind[-1].text == ",") else None


def according(text: str, grammar: Grammar, stretches: Sequence[Stretch]) -> Iterator[Found]:
    """Yield each sentence or rest of a sentence that somebody named is credited with by "according to"."""
    for match in grammar.before.finditer(text):
        source = speaker(words_after(text, match.end(), len(text)), grammar)
        if source is not None:
            yield from credited(text, source, (match.start(), match.end() - 1), stretches, grammar)
    for match in grammar.after.finditer(text) if grammar.after else ():
        source = named_before(text, match.start(), grammar)
        if source is not None:
            yield from credited(text, source, (match.start() + 1, match.end()), stretches, grammar)


def named_before(text: str, end: int, grammar: Grammar) -> Stretch | None:
    """Return the name that ends at `end`: "Anna Weber zufolge"."""
    words = words_after(text, begins(text, end), end)
    tail: list[Word] = []
    for word in reversed(words):
        if not word.capital and word.text not in grammar.determiner:
            break
        tail.insert(0, word)
    name = named(tail, grammar)
    return (name[0].start, name[-1].end) if name and name[-1].end == end else None


def credited(text: str, source: Stretch, cue: Stretch, stretches: Sequence[Stretch], grammar: Grammar) -> Iterator[Found]:
    """Yield the sentence without the words that name its speaker where these stand at an edge behind a comma, else the whole sentence."""
    if any(start < cue[0] < end for start, end in stretches):
        return
    start = begins(text, cue[0])
    masked = ABBREVIATED.sub(lambda match: match[0][:-1] + "_", text[source[1] :])
    ending = re.search(r"[.!?…](?:\s|$)|\n|$", masked)
    end = source[1] + (ending.end() if ending else 0)
    behind = re.compile(r"\s*,\s*").match(text, source[1])
    if not text[start : cue[0]].strip() and behind and grammar.code != "de":
        content = tidy(text, behind.end(), end)
    elif not text[max(source[1], cue[1]) : end].strip(" .!?\n") and text[: min(cue[0], source[0])].rstrip().endswith(","):
        content = tidy(text, start, min(cue[0], source[0]))
    else:
        content = tidy(text, start, end)
    if len(text[content[0] : content[1]].split()) > LEAST and not any(
        first < content[1] and content[0] < last for first, last in stretches
    ):
        yield Found(ACCORDING, content, source, cue)
