"""python -m ingest propose FILE: print who is credited with what in a text. Reads only; nothing is recorded. `kb.propose` does the work."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kb import propose
from kb.errors import DataError
from kb.propose import output


def lines(file: str, model: str | None, anchor: str | None) -> list[str]:
    """A line of JSON for each proposal. Says on standard error when there was no model. Raises KbError before anything is printed."""
    text = read(file)
    found = propose.propose(text, anchor=anchor, model=model)
    if propose.tier(model) == "rules":
        click.echo("note: read without an English model, which finds less; one comes with pip install 'source-tracking-kb[nlp]'", err=True)
    return list(output.lines(found))


def read(file: str) -> str:
    """The file's text; a byte-order mark at its beginning is not part of it. Raises DataError."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError as error:
        raise DataError("there is no such file", where=file, remedy="check the name") from error
    except IsADirectoryError as error:
        raise DataError("this is a folder, not a file", where=file, remedy="name the text in it") from error
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"not UTF-8: byte {error.start} is {data[error.start]:#04x}", where=file, remedy="save it as UTF-8") from error
