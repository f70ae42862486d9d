"""Who speaks, by the words beside a verb of speech alone: a name with its titles, or an office with its article. Anything else is nobody."""

from __future__ import annotations

import re

from kb.propose.attribution.drafts import Stretch

AUXILIARY = re.compile(r"(?:\s*\b(?:has|have|had|also|later|then|now|\w+ly)\b)+\s*$")
TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof)\."
ANYBODY = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "police",
        "people",
        "staff",
        "this",
        "that",
        "these",
        "those",
        "there",
        "many",
        "most",
        "some",
        "several",
        "few",
        "others",
        "critics",
        "experts",
        "officials",
        "analysts",
        "observers",
        "all",
        "both",
        "each",
        "every",
        "either",
        "neither",
        "nobody",
        "everybody",
        "somebody",
        "everyone",
        "someone",
        "no",
        "one",
        "what",
        "how",
        "here",
        "when",
        "while",
        "as",
        "if",
        "but",
        "and",
        "then",
        "so",
    ]
)
"""Words, in small letters, that name nobody."""
CAPITAL = r"(?:[A-Z]\.|[A-ZÀ-Þ][\w’'&-]*)"
NAME = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?:(?!(?:of|for|in|at|on|to|from|with|by|that|who|and|or|as|is|was|has|had)\s)[a-z][a-z-]*\s+){{0,4}})?"
    rf"(?:{TITLE}\s+)*(?P<name>{CAPITAL}(?:\s+(?:(?:of|for|and|the|von|van|de|bin|al)\s+){{0,2}}{CAPITAL})*)"
)
"""A name, with the determiner, trades and titles before it: "the ferry captain Jonas Berg"."""
SMALL = r"(?!(?:just|only|even|still|also|of|in|on|at|for|from|with|by|to|who|that|and|or|as)\b)[a-z][a-z-]*(?![\w’'])"
OFFICE = re.compile(rf"[Tt]he(?:\s+(?:{CAPITAL}|{SMALL})){{1,4}}(?=\s*(?:$|[,.;:—–(]|(?:of|in|on|at|for|from|with|who)\b))")
"""An office or body with its article: "The harbour authority"."""
EDGE = re.compile(r"[,;:—–(]\s*|[”\"]\s*|\b(?:and|but|as|when|while)\s+")
LONGEST_SOURCE = 90
"""Code points of a source that is recognised by its edges; a longer stretch is most likely a clause."""


def before_verb(text: str, start: int, end: int) -> Stretch | None:
    """Return the name right before a verb, behind which an apposition may stand, or None where nobody is named there."""
    end -= len(text[start:end]) - len(AUXILIARY.sub("", text[start:end]))
    words = text[start:end].rstrip(" \u00a0,")
    appositive = re.search(r",[^,]{3,100}$", words) if text[start:end].rstrip().endswith(",") else None
    ends = [start + appositive.start()] if appositive else []
    for last in (*ends, start + len(words)):  # "Jonas Berg, its director," and "its director, Jonas Berg,"
        edges = [start, *(match.end() for match in EDGE.finditer(text, start, last))]
        first = edges[-1] == start and text[start - 1 : start] not in "”\"’»'"
        found = named(text, edges[-1], last, whole=True, first=first)
        if found:
            return found
    return None


def words_after(text: str, start: int, end: int) -> Stretch | None:
    """Return the name that follows a verb, or None where nobody is named there."""
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    return named(text, begin, min(end, begin + LONGEST_SOURCE), whole=False, first=False)


def named(text: str, start: int, end: int, *, whole: bool, first: bool) -> Stretch | None:
    """Return the name, or the office with its article, that begins at `start`, or None. `whole` wants nothing behind it.

    A plural is no name where it is the `first` word of a sentence, which begins with a capital anyway: "Experts said".
    """
    while start < end and not text[start].isalnum():
        start += 1
    possible = (match for pattern in (NAME, OFFICE) if (match := pattern.match(text, start, end)))
    match = next((one for one in possible if not whole or not text[one.end() : end].strip()), None)
    if match is None:
        return None
    name = (match["name"] if match.re is NAME else match[0]).split()
    if any(re.split("['’]", word.lower())[0] in ANYBODY for word in (match[0].split()[0], name[0])) or (
        first and match[0] == name[0] and name[0].endswith("s")
    ):
        return None
    return match.start(), match.end()
