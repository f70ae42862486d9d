"""The MCP server over one base, with a tool for each question that a language model may put, and one to propose."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from kb.base import opening, runs, store
from kb.errors import KbError, UsageError
from kb.mcp import answers, proposing
from kb.version import __version__

if TYPE_CHECKING:
    from mcp.server import MCPServer

Result = TypeVar("Result")
INSTRUCTIONS = """A base of who claims what, in which source, in exactly which words. It records who affirms a claim, who denies it and who
only reports it, and never says which of them is right. Whatever you tell of it, give the quote, the holder, the stance and the link. What you
add waits as a proposal until a person decides."""
Act = Literal["asserts", "reports", "quotes", "believes", "warns", "predicts", "plans", "asks", "recommends", "suggests", "distances"]
Stance = Literal["affirms", "denies", "uncommitted"]
Certainty = Literal["certain", "probable", "possible", "uncommitted"]
Kind = Literal["factual", "evaluation", "causal", "prediction", "plan", "conditional", "norm", "question", "definition"]
Answer = dict[str, Any]
Tool = Callable[..., Answer]
Limit = Callable[[sqlite3.Connection], AbstractContextManager[Any]]


def server(path: Path, *, by: str | None = None, read_only: bool = False) -> MCPServer[Any]:
    """The server over the base at `path`. Proposals are recorded by the contributor `by`; with `read_only` there is no tool to propose.

    Raises UsageError where the package mcp is not installed.
    """
    return assembled(reading(path), None if read_only else proposer(path, by))


def assembled(tools: Iterable[Tool], propose: Tool | None = None, withheld: Sequence[str] = ()) -> MCPServer[Any]:
    """The server with these tools, but for those that are `withheld` by name, and with the one to propose where it is given.

    Raises UsageError where the package mcp is not installed.
    """
    try:
        from mcp.server import MCPServer
    except ImportError as error:
        remedy = "pip install 'source-tracking-kb[mcp]'"
        raise UsageError("the package mcp is not installed", where="mcp", remedy=remedy) from error
    made: MCPServer[Any] = MCPServer("kb", title="Who says what", instructions=INSTRUCTIONS, version=__version__)
    for tool in (*(tool for tool in tools if tool.__name__ not in withheld), *((propose,) if propose else ())):
        made.tool()(tool)
    return made


def reading(path: Path, within: Limit = nullcontext) -> Iterator[Tool]:
    """The tools that only read, each `within` the limits that a connection is put under."""

    def search(words: str, limit: int = 10) -> Answer:
        """Find claims and quotes with all these words: each with its quote, holder, stance and link, and the names that have them."""
        return answered((path, within), answers.found, words, max(1, min(limit, 50)))

    def claim(claim_id: str) -> Answer:
        """One claim with everyone who affirms, denies or reports it, each with the quote, and the claims that it is related to."""
        return answered((path, within), answers.claim, claim_id)

    def source_sentence(assertion_id: str) -> Answer:
        """The whole sentence of the source around the quote of an assertion, with its holder, stance and link."""
        return answered((path, within), answers.sentence, assertion_id)

    def who_says(claim_id: str) -> Answer:
        """Everyone who affirms or denies a claim, in which words and in which source."""
        return answered((path, within), answers.who_says, claim_id)

    def disagreements(claim_id: str = "", entity: str = "", limit: int = 20) -> Answer:
        """Where voices disagree: both claims, quotes, holders, stances and links; about one claim or one entity where it is given."""
        return answered((path, within), answers.disagreements, claim_id, entity, max(1, limit))

    def sql(query: str) -> Answer:
        """The rows of a read-only SELECT over the base (view claim_sheet: claim, quote, speaker, stance, claim_id), or of a named question.

        Select quote, speaker and stance with whatever you mean to tell.
        """
        return answered((path, within), answers.sql, query)

    yield from (search, claim, source_sentence, who_says, disagreements, sql)


def proposer(path: Path, by: str | None) -> Tool:
    """The tool that proposes."""

    def propose(  # noqa: PLR0913, PLR0917  # an argument a field of the tool
        source_id: str,
        quote: str,
        subject: str,
        relation: str,
        object: str | None = None,
        claim: str | None = None,
        speaker: str | None = None,
        cue: str | None = None,
        act: Act = "asserts",
        stance: Stance = "affirms",
        certainty: Certainty = "certain",
        kind: Kind = "factual",
    ) -> Answer:
        """Propose a claim that a source's text makes. It waits in the queue until a person accepts it, changed or not, or rejects it.

        `quote`, `subject`, `relation` (the words between them), `object` and `cue` are exact words of one sentence, `speaker` of its
        paragraph (null where the text says it itself). `claim` words it in the positive, with words of the text; a denial is the `stance`.
        """
        parts = {
            "subject": {"text": subject},
            "relation": relation,
            "object": object and {"text": object},
            "claim": claim,
            "negated": False,
        }
        answer = {
            "quote": quote,
            **parts,
            "speaker": speaker,
            "cue": cue,
            "act": act,
            "stance": stance,
            "certainty": certainty,
            "kind": kind,
        }
        with telling():
            connection = opening.open_base(path)
            try:
                with runs.begin(connection, "propose", contributor=by, reason="proposed by a language model through MCP") as run:
                    return proposing.put(run, source_id, answer)
            finally:
                connection.close()

    return propose


def answered(base: tuple[Path, Limit], read: Callable[..., Answer], *given: object) -> Answer:
    """The answer of a function of a connection to the base, which is opened for this one question."""
    with telling():
        path, within = base
        connection = store.connect(path, readonly=True)
        try:
            with within(connection):
                return read(connection, *given)
        finally:
            connection.close()


@contextmanager
def telling() -> Iterator[None]:
    """Turn an error of the base into one that the model is told, with its remedy."""
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        yield
    except KbError as error:
        raise ToolError(str(error)) from error
    except sqlite3.OperationalError as error:
        raise ToolError(f"the base cannot be read just now: {error}") from error
