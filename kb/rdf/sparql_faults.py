"""What is wrong with a query that cannot be read, in words: where, what stands there, and what would be right.

The message of the parser names the rules of a grammar, which only says something to who knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.errors import UsageError, did_you_mean, nearest
from kb.errors.remedies import Remedies
from kb.rdf.sparql_check import TOKEN

FORMS = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")
PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
HEAD = re.compile(r"\s*(?:(?:#[^\n]*|(?:PREFIX\s+[\w.-]*:|BASE)\s*<[^>]*>)\s*)*", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z]+")
NAMED = re.compile(r"([A-Za-z][\w.-]*|):")
EXPECTED = re.compile(r'"[^"\w]{1,2}"|\b[A-Z]{2,}\b')  # signs, and words of the language
CLOSING = {"{": "}", "(": ")", "[": "]"}
MOST_SHOWN = 30  # characters of what stands at the place
MOST_EXPECTED = 8


def fault(text: str, message: str, prefixes: Iterable[str]) -> UsageError:
    """Return the error for a query that the parser refuses with this message. `prefixes` are those that need no declaration."""
    found = PLACE.match(message)
    if not found:
        return UsageError(f"not a SPARQL query: {message}", where="SPARQL")
    what, remedy = explained(text, offset_of(text, int(found[1]), int(found[2])), found[3], tuple(prefixes))
    return UsageError(f"not a SPARQL query: {what}", where="SPARQL", remedy=remedy)


def explained(text: str, at: int, expected: str, prefixes: tuple[str, ...]) -> tuple[str, Remedies]:
    """Return what is wrong and what to do about it."""
    head = HEAD.match(text)
    begin = head.end() if head else 0
    first = WORD.match(text, begin)
    if first is None or first[0].upper() not in FORMS:
        remedy = did_you_mean(first[0].upper() if first else "", FORMS)
        return f"{place(text, begin)} it should begin with SELECT, CONSTRUCT, ASK or DESCRIBE", remedy
    if "IRI parsing" in expected:
        return f"{place(text, at)} this is no IRI", "write it whole between < and >, without blanks"
    if "variable that is unbound" in expected:
        return (
            "SELECT names a variable that the rest does not give",
            "use it in the WHERE part, or name it in GROUP BY where others are counted",
        )
    return of_prefix(text, expected, prefixes) or of_what_is_open(text) or of_place(text, at, expected)


def of_prefix(text: str, expected: str, prefixes: tuple[str, ...]) -> tuple[str, Remedies] | None:
    """Return what to say of a prefix that is not declared, or None where that is not what is wrong."""
    name = unknown_prefix(text, prefixes) if "Prefix not found" in expected else None
    if name is None:
        return None
    remedy = did_you_mean(name, prefixes) if nearest(name, prefixes) else f"declare it at the top: PREFIX {name}: <…>"
    return f"the prefix {name}: is not declared", remedy


def of_what_is_open(text: str) -> tuple[str, Remedies] | None:
    """Return what to say of a bracket or string that is not closed, or None where all are."""
    sign, start = left_open(text)
    if not sign:
        return None
    if sign in CLOSING:
        return f"{place(text, start)} {sign} is opened and not closed", f"close it with {CLOSING[sign]}"
    return f"{place(text, start)} a string begins that does not end", f"close it with {sign} on the same line"


def of_place(text: str, at: int, expected: str) -> tuple[str, Remedies]:
    """Return what to say of any other place: the words of the language that might stand there."""
    wanted = list(dict.fromkeys(EXPECTED.findall(expected)))[:MOST_EXPECTED]
    listed = ", ".join(word.strip('"') for word in wanted)
    return (
        f"{place(text, at)} something else is expected",
        f"write one of these there: {listed}" if listed else "look at what stands before it",
    )


def offset_of(text: str, line: int, character: int) -> int:
    """Return the offset of a place that is given by line and character, both from 1; within a word, that of its beginning."""
    lines = text.split("\n")
    at = min(len(text), sum(len(each) + 1 for each in lines[: line - 1]) + character - 1)
    begun = re.search(r"\w+$", text[:at])
    return begun.start() if begun and text[at : at + 1].isalnum() else at


def place(text: str, at: int) -> str:
    """Return where an offset is, with the words that stand there."""
    line, character = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    words = text[at:].strip().split("\n")[0][:MOST_SHOWN].strip()
    return f"in line {line}, character {character}, " + (f"at “{words}”," if words else "at the end,")


def tokens(text: str) -> Iterable[re.Match[str]]:
    """Return the tokens of a query without its comments."""
    return (token for token in TOKEN.finditer(text) if not token[0].startswith("#"))


def unknown_prefix(text: str, prefixes: tuple[str, ...]) -> str | None:
    """Return the first prefix that is used without having been declared, or None."""
    declared = {*prefixes, *re.findall(r"PREFIX\s+([\w.-]*):", text, re.IGNORECASE)}
    used = (NAMED.match(token[0]) for token in tokens(text) if token[0][0] not in "<\"'?$@_")
    return next((name[1] for name in used if name and name[1] not in declared), None)


def left_open(text: str) -> tuple[str, int]:
    """Return the last bracket that is not closed, or the quotation mark of a string that does not end, with its offset; else empty."""
    opened: list[tuple[str, int]] = []
    for token in tokens(text):
        sign = token[0]
        if sign in ('"', "'"):
            return sign, token.start()
        if sign in CLOSING:
            opened.append((sign, token.start()))
        elif opened and sign == CLOSING[opened[-1][0]]:
            opened.pop()
    return opened[-1] if opened else ("", 0)
