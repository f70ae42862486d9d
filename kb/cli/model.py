"""Open a base to a language model, by the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli import base_path, db_option, options, reading


@click.command()
@click.option("--read-only", is_flag=True, help="Without the tool that proposes claims.")
@options.by
@db_option
def mcp(read_only: bool, by: str | None, db: Path | None) -> None:
    """Answer a language model over standard input and output (MCP).

    A program such as an assistant or an editor starts this command and asks. Every answer carries the quote, the holder, the stance and a
    link; what the model adds waits as a proposal in the queue.
    """
    from kb.mcp.server import server

    path = base_path(db)
    reading(db).close()
    server(path, by=by, read_only=read_only).run()
