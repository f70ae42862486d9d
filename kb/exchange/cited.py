"""Find which rows of a base a text cites: by permalinks, ids and the keys of BibTeX entries, each with the day it was looked at, if given.

Nothing is looked up here: every word that may be an id is returned, and the base says which of them are its own.
"""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

MINTED = ("clm-", "ast-")  # what the ids of claims and assertions begin with
ID = r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?"
PERMALINK = re.compile(rf"https?://[^\s<>\"'{{}}\\]*?/(?:id|claim|assertion|source|actor|thing|event)/({ID})")
PLAIN = re.compile(rf"(?<![\w/-])({'|'.join(MINTED)})({ID})(?![\w-])")
# \cite{a,b}, \parencite[12]{a}, \footcite[see][3]{a} …, and [@a; @b] or @a of Pandoc's Markdown
LATEX = re.compile(r"\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\]]*\])*\{([^}]*)\}")
PANDOC = re.compile(rf"(?<![\w@])-?@\{{?({ID})(?![\w-]|\s*[{{(])")
ENTRY = re.compile(rf"^[ \t]*@(\w+)\s*[{{(]\s*({ID})\s*,", re.MULTILINE)
URLDATE = re.compile(r"\burldate\s*=\s*[{\"]\s*(\d{4}-\d\d-\d\d)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = r"(\d{4}-\d\d-\d\d|\d{1,2}\.? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})"
ACCESSED = re.compile(rf"(?:accessed|retrieved|visited|consulted|urldate)\b[\s:=(]*(?:on\s+)?{DAY}", re.IGNORECASE)


@dataclass(frozen=True)
class Cited:
    """What may be the id of a row, the line that cites it, and the day on which it was looked at there; none where the text does not say."""

    row_id: str
    line: int
    accessed: str | None

    @property
    def minted(self) -> bool:
        """Whether it can be nothing but the id of a claim or assertion."""
        return self.row_id.startswith(MINTED)


def cited(text: str) -> list[Cited]:
    """Return what a text of Markdown, LaTeX or BibTeX cites, in its order, once for each line or BibTeX entry."""
    found: dict[tuple[str, int, int], Cited] = {}
    days = [next(iter(URLDATE.findall(body)), None) for _, body in entries(text)]
    heads = [match.start() for match, _ in entries(text)]
    lines = [match.end() for match in re.finditer("\n", text)]
    for start, row_id in sorted(words(text)):
        line, entry = bisect.bisect_right(lines, start) + 1, bisect.bisect_right(heads, start) - 1
        day = (days[entry] if entry >= 0 else None) or accessed_beside(text, start)
        found.setdefault((row_id, entry, 0 if entry >= 0 else line), Cited(row_id, line, day))
    return list(found.values())


def words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each word that may be an id, and the word."""
    for pattern in (PERMALINK, PANDOC):
        yield from ((match.start(1), match[1]) for match in pattern.finditer(text))
    yield from ((match.start(2), match[2]) for match in ENTRY.finditer(text))
    yield from ((match.start(), match[0]) for match in PLAIN.finditer(text))
    for match in LATEX.finditer(text):
        yield from ((match.start(1) + key.start(), key[0]) for key in re.finditer(ID, match[1]))


def entries(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each BibTeX entry with its text, which ends where the next one begins."""
    found = list(ENTRY.finditer(text))
    for number, match in enumerate(found):
        yield match, text[match.start() : found[number + 1].start() if number + 1 < len(found) else len(text)]


def accessed_beside(text: str, start: int) -> str | None:
    """Return the day that the line, after a citation in it, says the work was looked at, or before it where nothing follows."""
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line, at = text[begin : end if end >= 0 else len(text)], start - begin
    match = ACCESSED.search(line, at) or next(iter(reversed(list(ACCESSED.finditer(line, 0, at)))), None)
    return day_of(match[1]) if match else None


def day_of(words: str) -> str | None:
    """Return a day written as 2026-05-01, 1 May 2026 or May 1, 2026 in figures, or None where there is no such day."""
    parts = re.findall(r"\d+|[A-Za-z]+", words)
    try:
        if re.fullmatch(r"[\d-]+", words):
            return datetime.date.fromisoformat(words).isoformat()
        month = MONTHS.index(next(part for part in parts if part.isalpha())[:3].lower()) + 1
        day, year = (int(part) for part in parts if part.isdigit())
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
