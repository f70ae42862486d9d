"""Read a file of the model that holds one SQL statement below a head of comment lines, such as a named question or a check.

Each entry of the head is a line `-- key: value`; it may go on in further lines that are indented by three blanks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.errors import DataError


def read(text: str, keys: Sequence[str], where: str) -> tuple[dict[str, list[str]], str]:
    """(the values of each key in order, the statement without its semicolon).

    Raises DataError for a line of the head that cannot be read or has another key.
    """
    lines = text.strip().splitlines()
    count = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    values: dict[str, list[str]] = {key: [] for key in keys}
    for line in joined(lines[:count]):
        entry = re.fullmatch(rf"-- ({'|'.join(keys)}): +(.+)", line)
        if not entry:
            lines_to_write = " or ".join(f"-- {key}: …" for key in keys)
            raise DataError(f"cannot read the head line {line!r}", where=where, remedy=f"write {lines_to_write}")
        values[entry[1]].append(entry[2])
    return values, "\n".join(lines[count:]).strip().removesuffix(";")


def joined(lines: Sequence[str]) -> list[str]:
    """The entries of a head, one a line, with the indented lines that continue them joined on."""
    entries: list[str] = []
    for line in lines:
        if line.startswith("--   ") and entries:
            entries[-1] += " " + line[2:].strip()
        else:
            entries.append(line.rstrip())
    return entries
