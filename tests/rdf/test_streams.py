"""Chunks of bytes read as a file are the bytes, however they are cut."""

from __future__ import annotations

import pytest

from kb.rdf.streams import as_file


@pytest.mark.parametrize("chunks", [[b"ab", b"", b"c"], [b"", b"abc", b""], [b"", b"", b"a", b"b", b"c"], [b"abc"]])
@pytest.mark.parametrize("size", [1, 2, 100])
def test_an_empty_chunk_is_no_end(chunks: list[bytes], size: int) -> None:
    file = as_file(iter(chunks))
    read = b""
    while part := file.read(size):
        read += part
    assert read == b"abc"
    assert as_file(iter([])).read(size) == b""
