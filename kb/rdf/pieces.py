"""Stretches of printed text as SQL: format strings with their arguments, put together into as few calls as can be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.rdf.mapping import TermMap
from kb.rdf.tables import Value

MAX_ARGUMENTS = 100  # SQLite allows 127 to a function
# As GLOB patterns: a value that matches holds something besides plain letters, and goes through a slower function.
NOT_UNRESERVED = "*[^A-Za-z0-9._~-]*"
NOT_PLAIN_IRI = "*[^]!#-;=?-[_a-z~]*"


@dataclass(frozen=True)
class Piece:
    """A stretch of output: a format string, its arguments, and the columns that must not be NULL for it to be printed."""

    format: str
    arguments: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()

    def __add__(self, other: Piece) -> Piece:
        return Piece(self.format + other.format, self.arguments + other.arguments, self.guards + other.guards)


def concatenate(lines: Iterable[Piece]) -> str:
    """One SQL expression that prints the lines in order; neighbours that are always printed share one printf()."""
    expressions: list[str] = []
    pending = Piece("")
    for line in lines:
        if line.guards or len(pending.arguments) + len(line.arguments) > MAX_ARGUMENTS:
            expressions += [printed(pending)] if pending.format else []
            pending = Piece("")
        if line.guards:
            missing = " OR ".join(f"{guard} IS NULL" for guard in dict.fromkeys(line.guards))
            expressions.append(f"CASE WHEN {missing} THEN '' ELSE {printed(line)} END")
        else:
            pending += line
    expressions += [printed(pending)] if pending.format else []
    return " || ".join(expressions)


def printed(piece: Piece) -> str:
    return f"printf({', '.join([sql_text(piece.format), *piece.arguments])})"


def escape(text: str) -> str:
    """Text as it stands in a format string."""
    return text.replace("%", "%%")


def sql_text(text: str) -> str:
    """An SQL literal; a line end is spelt out so that statements stay readable."""
    return "'" + text.replace("'", "''") + "'"


def format_of(term: TermMap) -> str:
    return "".join(escape(part) if isinstance(part, str) else "%s" for part in term.parts)


def encoded(lexical: str) -> str:
    return f"CASE WHEN {lexical} GLOB '{NOT_UNRESERVED}' THEN kb_percent({lexical}) ELSE {lexical} END"


def iri_of_column(value: Value) -> str:
    plain = f"{value.lexical} GLOB 'http*://?*' AND {value.lexical} NOT GLOB '{NOT_PLAIN_IRI}'"
    return f"CASE WHEN {plain} THEN {value.lexical} ELSE kb_iri({value.lexical}) END"
