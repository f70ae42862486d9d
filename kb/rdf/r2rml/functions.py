"""SQL functions for percent-encoding, for checking an IRI, and for the canonical form of a double."""

from __future__ import annotations

import re
import sqlite3
from decimal import Decimal

from kb.rdf.r2rml.mapping import MappingError

# What RFC 3987 lets stand in an IRI besides ASCII: ucschar.
UCSCHAR = (
    "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd\U00040000-\U0004fffd\U00050000-\U0005fffd\U00060000-\U0006fffd"
    "\U00070000-\U0007fffd\U00080000-\U0008fffd\U00090000-\U0009fffd\U000a0000-\U000afffd\U000b0000-\U000bfffd\U000c0000-\U000cfffd"
    "\U000d0000-\U000dfffd\U000e1000-\U000efffd"
)
RESERVED = re.compile(f"[^A-Za-z0-9._~{UCSCHAR}-]")
NOT_IN_IRI = re.compile(f"[^!#$%&'()*+,./0-9:;=?@A-Z\\[\\]_a-z~{UCSCHAR}\ue000-\uf8ff-]")
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def percent(value: str | None) -> str | None:
    """The value with every character percent-encoded that R2RML 7.3 does not leave as it is; letters of other scripts stay."""
    if value is None:
        return None
    return RESERVED.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8")), value)


def double(value: float | None) -> str | None:
    """The canonical form of an xsd:double, with one digit before the point, at least one after it, and an exponent."""
    if value is None:
        return None
    if isinstance(value, str):
        return value
    if value in (float("inf"), float("-inf")):
        return "INF" if value > 0 else "-INF"
    sign, digits, exponent = Decimal(repr(float(value))).as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    if not text:
        return "-0.0E0" if sign else "0.0E0"
    power = len(text) - 1 + int(exponent)
    return f"{'-' if sign else ''}{text[0]}.{text[1:].rstrip('0') or '0'}E{power}"


class IriCheck:
    """An SQL function that makes a column's value an IRI, relative to `base` if need be.

    A value that is none gives NULL and is remembered in `error`: whoever runs the statement looks there, since SQLite would pass on
    an exception without its message.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self.error: MappingError | None = None

    def __call__(self, value: str | None) -> str | None:
        if value is None:
            return None
        iri = value if ABSOLUTE.match(value) else self.base + value
        if not value or NOT_IN_IRI.search(iri):
            self.error = MappingError(f"{value!r} is not an IRI", remedy="correct the row that holds it")
            return None
        return iri


def register(connection: sqlite3.Connection, base: str) -> IriCheck:
    """Register the functions on a connection, and return the one that remembers a value that is no IRI."""
    check = IriCheck(base)
    connection.create_function("kb_percent", 1, percent, deterministic=True)
    connection.create_function("kb_double", 1, double, deterministic=True)
    connection.create_function("kb_iri", 1, check, deterministic=True)
    return check
