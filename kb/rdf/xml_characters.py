"""What XML cannot carry is decided here, for every writer of XML: such a character becomes a visible mark, and a comment at the end tells how many did."""

from __future__ import annotations

import io
import re
from typing import Protocol

MARK = "\ufffd".encode()
# In UTF-8: control characters but tab and line ends, and U+FFFE and U+FFFF.
NOT_IN_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
BEGUN = re.compile(rb"\xef\xbf?$")  # bytes at the end of a piece that the next may make one of these
COMMENT = "\n<!-- {} characters that XML cannot carry are written as U+FFFD; nt, ttl and json have them -->\n"


class Writable(Protocol):
    """What can be written to."""

    def write(self, data: bytes) -> int: ...


class XmlStream:
    """A stream of XML in UTF-8 that marks what XML cannot carry, and spells out carriage returns, which readers otherwise turn into line feeds."""

    def __init__(self, stream: Writable) -> None:
        self.stream, self.replaced, self.held = stream, 0, b""

    def write(self, data: bytes) -> int:
        piece = self.held + bytes(data)
        begun = BEGUN.search(piece)
        self.held = begun[0] if begun else b""
        self.pass_on(piece[: len(piece) - len(self.held)])
        return len(data)

    def pass_on(self, piece: bytes) -> None:
        """Write a piece that ends between two characters."""
        marked, count = NOT_IN_XML.subn(MARK, piece)
        self.replaced += count
        self.stream.write(marked.replace(b"\r", b"&#13;"))

    def flush(self) -> None:
        """Nothing is held back but the beginning of a character."""

    def finish(self) -> int:
        """Write what was held back, and the comment where anything was replaced, and return how many characters were."""
        self.pass_on(self.held)
        self.held = b""
        if self.replaced:
            self.stream.write(COMMENT.format(self.replaced).encode())
        return self.replaced


def carried(document: bytes) -> bytes:
    """A whole XML document with what XML cannot carry marked, and told in a comment at its end."""
    stream = io.BytesIO()
    xml = XmlStream(stream)
    xml.write(document)
    xml.finish()
    return stream.getvalue()
