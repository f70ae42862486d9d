"""Characters that no format of exchange can carry: control characters and noncharacters."""

from __future__ import annotations

import re

from kb.errors import DataError

# Unicode sets U+FDD0 to U+FDEF and the last two of each plane aside for ever; XML has no control characters but tab and line ends.
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
UNWRITTEN = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{NONCHARACTERS}]")

UNWRITTEN_ASCII = bytes(code for code in range(0x80) if UNWRITTEN.match(chr(code)))


def typed(value: str) -> str:
    """Return what somebody typed, with line ends as LF, and without surrounding white space, control characters and noncharacters.

    Those can only come from a program, or from a clipboard behind its reader's back. A megabyte of ASCII, which a request may hold, takes a
    millisecond and not seventy.
    """
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    if lines.isascii():
        return lines.encode("ascii").translate(None, UNWRITTEN_ASCII).decode("ascii").strip()
    return UNWRITTEN.sub("", lines).strip()


def refuse_unwritten(words: str | None, where: str) -> None:
    """Raise DataError for words that people write with a control character or a noncharacter, which names its code point."""
    match = UNWRITTEN.search(words or "")
    if match:
        assert words is not None
        kind = "control character" if ord(match[0]) < 0xA0 else "noncharacter"
        raise DataError(
            f"holds the {kind} U+{ord(match[0]):04X} at character {match.start()}, which no format can carry",
            where=where,
            remedy="write it without",
        )
