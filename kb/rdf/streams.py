"""Feed chunks of bytes to a parser that wants a file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, cast


class Chunks(io.RawIOBase):
    """An iterator of bytes as a binary file that can be read once."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.chunks, self.rest = chunks, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed wants a type alias that is not public
        if not self.rest:  # an empty chunk is no end
            self.rest = memoryview(next(filter(None, self.chunks), b""))
        size = min(len(buffer), len(self.rest))
        buffer[:size] = self.rest[:size]
        self.rest = self.rest[size:]
        return size


def as_file(chunks: Iterator[bytes]) -> IO[bytes]:
    """The chunks as a binary file, typed as what parsers ask for."""
    return cast("IO[bytes]", Chunks(chunks))
