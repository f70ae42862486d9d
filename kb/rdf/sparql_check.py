"""Refuse SPARQL that would change something or reach out to the network."""

from __future__ import annotations

import re
import sys

from kb.errors import UsageError, actions

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>                                   # an IRI
      | \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}   # long strings
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'               # strings
      | \#[^\n\r]*                                                  # a comment
      | [?$]\w+ | @[A-Za-z-]+                                       # a variable, a language
      | [\w.-]*:(?:[\w.:%-]|\\.)*                                   # a prefixed name
      | (?P<word>[A-Za-z]+) | .""",
    re.VERBOSE | re.DOTALL,
)


def check(text: str, *, names_dataset: bool = False) -> None:
    """Raise UsageError for a query that would change something or reach out to the network.

    FROM may stand where `names_dataset`, since the dataset of the protocol takes precedence over it.
    """
    decoded = ESCAPE.sub(character, text)
    words = [token["word"].upper() for token in TOKEN.finditer(decoded) if token["word"]]
    if "SERVICE" in words:
        raise UsageError("SERVICE would ask another server", remedy="ask it separately; a query here stays in this base")
    if "FROM" in words and not names_dataset:
        raise UsageError(
            "FROM would read another document", remedy="leave it out: the nodes are in the default graph, each claim in GRAPH <its IRI>"
        )
    if UPDATES & set(words):
        raise UsageError("SPARQL here only asks", remedy=("write SELECT, ASK, CONSTRUCT or DESCRIBE", actions.change_facts()))


def character(escape: re.Match[str]) -> str:
    """The character that a Unicode escape of SPARQL stands for. Raises UsageError."""
    code = int(escape[1] or escape[2], 16)
    if code > sys.maxunicode:
        raise UsageError(f"{escape[0]} is no character")
    return chr(code)
