"""Check and upgrade a base, and serve it as a website."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.cli import base_path, db_option, reading, terminal, writing
from kb.cli.wording import shell
from kb.errors import UsageError

if TYPE_CHECKING:
    import socket

SHORTEST_SECRET = 16  # characters


@click.command()
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("--deep", is_flag=True, help="Compare every value with the digest that the run that wrote it left.")
@db_option
def check(quiet: bool, deep: bool, db: Path | None) -> None:
    """Check the base: every fault with its place and remedy."""
    from kb.base import checks, store

    path = base_path(db)
    reading(db).close()  # an older base is brought up to date
    connection = store.connect(path, readonly=not os.access(path, os.W_OK))  # a writer can look at the full-text index too
    problems = list(checks.check(connection, deep=deep))
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in errors if quiet else problems:
        terminal.line(problem.text(shell))
    if not (quiet or any(problem.check == "unreadable" for problem in errors)):
        shares = checks.shares(connection)
        claims = shares.claims or 1
        terminal.line(
            f"{shares.claims} claims; {shares.predicates_used} predicates in use, {shares.with_triple / max(shares.predicates_used, 1):.1f} claims each;"
            f" {100 * shares.with_object_text / claims:.1f} % have words for an object; {len(errors)} errors, {len(problems) - len(errors)} notices"
        )
    if errors:
        sys.exit(1)


@click.command()
@click.option("--search", "search_too", is_flag=True, help="Rebuild the full-text indexes too.")
@db_option
def upgrade(search_too: bool, db: Path | None) -> None:
    """Upgrade a base to the current schema, after a backup.

    The constraints and views of the schema are created anew.
    """
    from kb.base import full_text, store
    from kb.base import upgrade as engine

    path = base_path(db)
    done = engine.if_older(path, always=True)
    store.connect(path, readonly=True).close()  # what is no base of ours was left alone, and is refused here
    if search_too:
        connection = writing(db)
        with store.transaction(connection):
            full_text.rebuild(connection)
    click.echo(done.text(shell) if done else f"{path}: up to date")


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    envvar="PORT",
    help="The port to listen on, on this machine only; 0 for any free port.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Serve the public edition: of each source what its access allows, nothing proposed or retracted. Prints first what it shows.",
)
@click.option(
    "--quote-share",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="With --public, quote not more of a text whose access is quotes; its other claims are shown without words.  [default: no limit]",
)
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="ID=ROLE",
    help="What somebody else may do, signed in with a token or password: reader, proposer (articles and proposals only), editor (adds; corrects"
    " and retracts their own), curator (everything), admin (Datasette's own writing too). May be repeated.",
)
@click.option("--writer", "writers", multiple=True, metavar="ID", help="The same as --role ID=curator. May be repeated.")
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="A host name that the site answers to besides localhost, such as that of a proxy. May be repeated.",
)
@click.option(
    "--cors/--no-cors",
    default=None,
    help="Allow pages of other sites to read this one and to ask at /sparql.  [default: only with --public]",
)
@click.option(
    "--base-iri",
    metavar="IRI",
    help="The IRI that the ids are appended to, in every page and format.  [default: the base's own, else http://localhost:PORT/]",
)
@click.option("--license", metavar="IRI", help="The licence of the dataset, as its description (/void.ttl) names it; texts keep their own.")
@click.option("--publisher", metavar="NAME", help="Who publishes the dataset.  [default: whoever did most of the work in it]")
@click.option(
    "--secret",
    envvar="DATASETTE_SECRET",
    help="The key that signs sessions and tokens, so that they survive a restart.  [default: DATASETTE_SECRET, or a new one]",
)
@click.option(
    "--internal",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Datasette's internal database, which keeps the answers to idempotency keys through a restart.  [default: in memory]",
)
@click.option("--config", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A datasette.yaml, such as for passwords.")
@db_option
def serve(  # noqa: PLR0913, PLR0917  # an argument an option
    port: int,
    public: bool,
    quote_share: int | None,
    roles: tuple[str, ...],
    writers: tuple[str, ...],
    hosts: tuple[str, ...],
    cors: bool | None,
    base_iri: str | None,
    license: str | None,
    publisher: str | None,
    secret: str | None,
    internal: Path | None,
    config: Path | None,
    db: Path | None,
) -> None:
    """Serve the base as a website, to this machine only.

    The address is http://localhost:PORT. Prints a link that signs in whoever opens it first, as root, to add facts. Others are named with
    --role ID=ROLE and sign in with a token: datasette create-token ID --secret SECRET --expires-after SECONDS, with the SECRET that the site was
    started with.
    """
    from kb.base import private_files
    from kb.site import app
    from kb.site.guard.roles import read
    from kb.site.serve import Publication

    path, given = base_path(db), read(roles, writers)
    writing(db).close()
    if secret is not None and len(secret) < SHORTEST_SECRET:  # whoever holds one token could try secrets until one fits
        remedy = 'make one with: python -c "import secrets; print(secrets.token_hex(32))"'
        raise UsageError(f"a secret of {len(secret)} characters can be guessed", where="--secret", remedy=remedy)
    listener = listening_socket(port)
    port = listener.getsockname()[1]
    options: dict[str, Any] = {"config": configured(config)} if config else {}
    if internal:
        if not internal.exists():
            private_files.create(internal)
        options["internal"] = str(internal)
    options.update(public=public, quote_share=quote_share, roles=given, hosts=hosts, cors=cors, secret=secret)
    site = app(path, publication=Publication(base_iri, f"http://localhost:{port}/", license, publisher), **options)
    site.root_enabled = True
    if public:
        tell_what_is_public(path, site)
    click.echo(f"{path} on http://localhost:{port}/  (Ctrl-C to stop)", err=True)
    click.echo(f"to add facts, sign in once with http://localhost:{port}/-/auth-token?token={site._root_token}", err=True)
    from kb.site.server import run

    if not run(site, listener):
        sys.exit(1)


def tell_what_is_public(path: Path, site: Any) -> None:
    """Print each source with its access, and what the public edition shows of it."""
    from kb.base import store
    from kb.site.guard.permissions import edition_of
    from kb.site.guard.shown import sources_shown

    connection = store.connect(path, readonly=True)
    listed = sources_shown(connection)
    connection.close()
    edition = edition_of(site)
    percent = edition.quoted_percent() if edition else {}
    for line in edition.removed if edition else ():
        click.echo(line, err=True)
    click.echo("the public edition shows of each source:", err=True)
    widest = max((len(source.id) for source in listed), default=0)
    for source in listed:
        share = f", {percent[source.id]} % of the text" if source.id in percent else ""
        click.echo(f"  {source.id:<{widest}}  {source.access:<7}  {source.shown}{share}", err=True)


def configured(path: Path) -> dict[str, Any]:
    """Datasette's configuration from a file of JSON or YAML."""
    from datasette.utils import BadMetadataError, parse_metadata

    try:
        found: dict[str, Any] = parse_metadata(path.read_text(encoding="utf-8"))
    except BadMetadataError as error:
        raise UsageError("this is neither JSON nor YAML", where=str(path), remedy="see the documentation of datasette.yaml") from error
    return found


def listening_socket(port: int) -> socket.socket:
    """A socket that listens on this machine only. Raises UsageError when the port is in use.

    It is opened before the site is built, so that nobody takes the port meanwhile.
    """
    import socket

    from kb.errors import UsageError

    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen()
    except OSError as error:
        listener.close()
        remedy = f"choose another: kb serve --port {port + 1}, or make serve PORT={port + 1}"
        raise UsageError(f"port {port} is in use", where="--port", remedy=remedy) from error
    return listener
