"""SQL expressions for stretches of printed text: format strings with arguments, combined into few calls of printf()."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kb.rdf.r2rml.logical_tables import Value
from kb.rdf.r2rml.mapping import TermMap

MAX_ARGUMENTS = 100  # SQLite allows 127 to a function
MAX_GUARDS = 6  # a format string for each combination: sixteen
NOT_SHOWN = "%.0s"  # takes an argument and prints nothing
# As GLOB patterns: a value that matches holds something besides plain letters, and goes through a slower function.
NOT_UNRESERVED = "*[^A-Za-z0-9._~-]*"
NOT_PLAIN_IRI = "*[^]!#-;=?-[_a-z~]*"


@dataclass(frozen=True)
class Piece:
    """A stretch of output, as a format string with its arguments. It is printed only where no guard (a column) is NULL."""

    format: str
    arguments: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()

    def __add__(self, other: Piece) -> Piece:
        return Piece(self.format + other.format, self.arguments + other.arguments, self.guards + other.guards)


def concatenate(lines: Sequence[Piece]) -> str:
    """The SQL expression that prints the lines in order, in as few calls of printf() as possible.

    Where every line may be missing, as where they are alternatives, each has a call of its own, which is left out with it.
    """
    if all(line.guards for line in lines):
        return " || ".join(f"CASE WHEN {is_there(line)} THEN {printed([replace(line, guards=())])} ELSE '' END" for line in lines)
    blocks: list[list[Piece]] = [[]]
    for line in lines:
        block = [*blocks[-1], line]
        if sum(len(each.arguments) for each in block) <= MAX_ARGUMENTS and len(guards_of(block)) <= MAX_GUARDS:
            blocks[-1] = block
        else:
            blocks.append([line])
    return " || ".join(printed(block) for block in blocks if block)


def is_there(line: Piece) -> str:
    """The SQL condition that no guard of a line is NULL."""
    return " AND ".join(f"{guard} IS NOT NULL" for guard in line.guards)


def guards_of(lines: Iterable[Piece]) -> list[str]:
    """The guards of all lines, each once."""
    return list(dict.fromkeys(guard for line in lines for guard in line.guards))


def printed(lines: list[Piece]) -> str:
    """The call of printf() for a block of lines.

    Its arguments are always the same; the format, chosen by the guards, decides which of the lines are printed.
    """
    arguments = [argument for line in lines for argument in line.arguments]
    return f"printf({', '.join([chosen_format(lines, guards_of(lines), frozenset()), *arguments])})"


def chosen_format(lines: list[Piece], guards: list[str], missing: frozenset[str]) -> str:
    """The SQL of a decision tree over the columns that may be NULL, with a format for each combination."""
    if not guards:
        return sql_text("".join(NOT_SHOWN * len(line.arguments) if missing & set(line.guards) else line.format for line in lines))
    first, *rest = guards
    return f"CASE WHEN {first} IS NULL THEN {chosen_format(lines, rest, missing | {first})} ELSE {chosen_format(lines, rest, missing)} END"


def escape(text: str) -> str:
    """Text as it is written in a format string."""
    return text.replace("%", "%%")


def sql_text(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def format_of(term: TermMap) -> str:
    return "".join(escape(part) if isinstance(part, str) else "%s" for part in term.parts)


def encoded(lexical: str) -> str:
    return f"CASE WHEN {lexical} GLOB '{NOT_UNRESERVED}' THEN kb_percent({lexical}) ELSE {lexical} END"


def iri_of_column(value: Value) -> str:
    plain = f"{value.lexical} GLOB 'http*://?*' AND {value.lexical} NOT GLOB '{NOT_PLAIN_IRI}'"
    return f"CASE WHEN {plain} THEN {value.lexical} ELSE kb_iri({value.lexical}) END"
