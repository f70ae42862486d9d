"""The command `python -m ingest propose FILE`, which prints the proposals of `kb.propose` for a text and records nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kb import propose
from kb.errors import DataError
from kb.propose import json_lines


def lines(file: str, model: str | None, anchor: str | None) -> list[str]:
    """Return a line of JSON for each proposal, with a note on standard error where no model is installed. Raises KbError."""
    text = read(file)
    proposals = propose.propose(text, anchor=anchor, model=model)
    if told := propose.reading(text):
        click.echo(f"note: {told}", err=True)
    elif propose.tier(model) == "rules":
        click.echo("note: read without an English model, which finds less; one comes with pip install 'source-tracking-kb[nlp]'", err=True)
    return list(json_lines.lines(proposals))


def read(file: str) -> str:
    """Return a file's text without a byte-order mark. Raises DataError where it cannot be read or is not UTF-8."""
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
