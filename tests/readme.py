"""The parts of README.md that can drift: what its commands print, and the lists made from the code. `python -m tests.readme` writes them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ingest.__main__ import read_into
from kb import schema, store
from kb.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
VIEWS = (
    "claim_sheet",
    "entity_claims",
    "timeline",
    "who_says_what",
    "source_matrix",
    "disagreements",
    "corroboration",
    "coverage",
    "actor_sheet",
)
BOOKKEEPING = ("change_context", "dates", "never", "claims_awaiting_assertion")


def workplace(folder: Path, base: Path) -> None:
    """A folder as it is after `make`: kb.db, and the command under .venv/bin."""
    shutil.copy(base, folder / "kb.db")
    command = folder / ".venv" / "bin" / "kb"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m kb "$@"\n')
    command.chmod(0o755)


def run(command: str, folder: Path) -> str:
    """What a person sees who pastes the command."""
    environment = {key: value for key, value in os.environ.items() if key not in ("KB_DB", "KB_CONTRIBUTOR")}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise AssertionError(f"{command}\nleft with {done.returncode}:\n{done.stdout}")
    return done.stdout


def with_answers(text: str, base: Path) -> str:
    """The text with every console block's commands run again, in order, in one folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workplace(folder, base)

        def answered(block: re.Match[str]) -> str:
            commands = [line[2:] for line in block[1].splitlines() if line.startswith("$ ")]
            return "```console\n" + "".join(f"$ {command}\n{run(command, folder)}" for command in commands) + "```"

        return CONSOLE.sub(answered, text)


def figures(base: Path) -> str:
    connection = store.connect(base, readonly=True)
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("sentences", "claims", "assertions", "actors", "things", "events", "relations", "mentions", "predicates")
    }
    connection.close()
    return (
        f"The two texts: {counts['sentences']} sentences, {counts['claims']} claims in {counts['assertions']} assertions, {counts['actors']} actors, {counts['things']} things, "
        f"{counts['events']} events, {counts['predicates']} predicates, {counts['mentions']} mentions of names, {counts['relations']} relations between claims. `kb check` finds no fault in them, "
        "and `kb coverage` shows every sentence with what it yields."
    )


def tables() -> str:
    described = schema.descriptions()
    kept = [name for name in described if name not in BOOKKEEPING and not name.startswith("rdf_")]
    views = [f"| `{name}` | {described[name][0]} |" for name in VIEWS]
    rows = [f"| `{name}` | {described[name][0]} |" for name in kept if f"CREATE TABLE {name} " in schema.read("schema.sql")]
    return "\n".join(["| view | what a row is |", "|---|---|", *views, "", "| table | what it holds |", "|---|---|", *rows])


def commands() -> str:
    import click

    context = click.Context(main)
    listed = []
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        listed.append(f"| `kb {name}` | {command.get_short_help_str(200)} |")
    return "\n".join(["| command | what it does |", "|---|---|", *listed])


def with_generated(text: str, base: Path) -> str:
    """The text with each part between its two marks made anew."""
    for name, made in (("figures", figures(base)), ("tables", tables()), ("commands", commands())):
        text = re.sub(
            rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)",
            lambda mark, made=made: f"{mark[1]}{made}\n{mark[2]}",
            text,
            flags=re.DOTALL,
        )
    return text


def current(text: str, base: Path) -> str:
    return with_generated(with_answers(text, base), base)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place) / "kb.db"
        read_into(fresh, ROOT / "ingest", check=False)
        connection = store.connect(fresh)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        README.write_text(current(README.read_text("utf-8"), fresh), encoding="utf-8")
