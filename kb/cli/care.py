"""Keep a base sound, and serve it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from kb.cli import base_path, db_option, reading, writing

SHORTEST_SECRET = 16  # characters


@click.command()
@click.option("-q", "--quiet", is_flag=True, help="Only errors.")
@db_option
def check(quiet: bool, db: Path | None) -> None:
    """Look for everything that can be wrong; each fault with its place and remedy."""
    from kb import checks, store

    path = base_path(db)
    reading(db).close()  # an older base is brought up to date
    connection = store.connect(path, readonly=not os.access(path, os.W_OK))  # a writer can look at the full-text index too
    problems = list(checks.check(connection))
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in errors if quiet else problems:
        click.echo(str(problem))
    if not quiet:
        shares = checks.shares(connection)
        claims = shares.claims or 1
        click.echo(
            f"{shares.claims} claims; {shares.predicates_used} predicates in use, {shares.with_triple / max(shares.predicates_used, 1):.1f} claims each;"
            f" {100 * shares.with_object_text / claims:.1f} % have words for an object; {len(errors)} errors, {len(problems) - len(errors)} notices"
        )
    if errors:
        sys.exit(1)


@click.command()
@click.option("--search", "search_too", is_flag=True, help="Write the full-text indexes anew as well.")
@db_option
def upgrade(search_too: bool, db: Path | None) -> None:
    """Bring a base up to the present schema, after a backup; laws and views are laid anew."""
    from kb import search, store
    from kb import upgrade as engine

    path = base_path(db)
    backup = engine.if_older(path, always=True)
    store.connect(path, readonly=True).close()  # what is no base of ours was left alone, and is refused here
    if search_too:
        connection = writing(db)
        with store.transaction(connection):
            search.rebuild(connection)
    click.echo(f"{path}: up to date" + (f"; the base as it was: {backup}" if backup else ""))


@click.command()
@click.option("--port", default=8001, show_default=True, envvar="PORT", help="The port to listen on, on this machine only.")
@click.option(
    "--public",
    is_flag=True,
    help="Show what the public may see: quotes but no whole texts without the rights, nothing proposed or retracted.",
)
@click.option(
    "--writer", "writers", multiple=True, metavar="ID", help="Who else may add facts, signed in with a token or password. May be repeated."
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="A name that the site answers to besides localhost, such as that of a proxy before it. May be repeated.",
)
@click.option(
    "--cors/--no-cors",
    default=None,
    help="Let pages of other sites read what is shown here, and ask at /sparql.  [default: in public mode only]",
)
@click.option(
    "--secret",
    envvar="DATASETTE_SECRET",
    help="What signs sessions and tokens, so that they outlast a restart.  [default: DATASETTE_SECRET, or a new one]",
)
@click.option(
    "--internal",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of Datasette's own, which keeps the answers to idempotency keys through a restart.  [default: in memory]",
)
@click.option("--config", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A datasette.yaml, such as for passwords.")
@db_option
def serve(  # noqa: PLR0913, PLR0917  # an argument an option
    port: int,
    public: bool,
    writers: tuple[str, ...],
    hosts: tuple[str, ...],
    cors: bool | None,
    secret: str | None,
    internal: Path | None,
    config: Path | None,
    db: Path | None,
) -> None:
    """Open the base in Datasette on http://localhost:PORT (this machine only).

    Prints a link that signs in whoever opens it first, as root, to add facts. Others are named with --writer ID and sign in with a
    token: datasette create-token ID --secret SECRET --expires-after SECONDS, with the SECRET that the site was started with.
    """
    import uvicorn

    from kb import store
    from kb.errors import UsageError
    from kb.site import app

    path = base_path(db)
    store.open_base(path).close()
    if not port_is_free(port):
        raise UsageError(
            f"port {port} is in use", where="--port", remedy=f"choose another: kb serve --port {port + 1}, or make serve PORT={port + 1}"
        )
    if secret is not None and len(secret) < SHORTEST_SECRET:  # whoever holds one token could try secrets until one fits
        remedy = 'make one with: python -c "import secrets; print(secrets.token_hex(32))"'
        raise UsageError(f"a secret of {len(secret)} characters can be guessed", where="--secret", remedy=remedy)
    options: dict[str, Any] = {"config": configured(config)} if config else {}
    if internal:
        options["internal"] = str(internal)
    site = app(path, public=public, writers=writers, hosts=hosts, cors=cors, secret=secret, **options)
    site.root_enabled = True
    click.echo(f"{path} on http://localhost:{port}/  (Ctrl-C to stop)", err=True)
    click.echo(f"to add facts, sign in once with http://localhost:{port}/-/auth-token?token={site._root_token}", err=True)
    uvicorn.run(site.app(), host="127.0.0.1", port=port, log_level="warning")


def configured(path: Path) -> dict[str, Any]:
    """Datasette's configuration from a file of JSON or YAML."""
    from datasette.utils import BadMetadataError, parse_metadata

    from kb.errors import UsageError

    try:
        found: dict[str, Any] = parse_metadata(path.read_text(encoding="utf-8"))
    except BadMetadataError as error:
        raise UsageError("this is neither JSON nor YAML", where=str(path), remedy="see the documentation of datasette.yaml") from error
    return found


def port_is_free(port: int) -> bool:
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
