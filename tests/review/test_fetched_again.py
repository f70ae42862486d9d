"""The page of a source, fetched again: what was edited in it, and which claims rest on words that are gone."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import kb.api
from kb.errors import DataError
from tests.whole import kb as command
from tests.whole import rows


class Page(BaseHTTPRequestHandler):
    """Answers every address with `words`."""

    words = ""

    def do_GET(self) -> None:
        body = type(self).words.encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/gazette"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.thorough
def test_a_page_that_was_edited_is_shown_with_the_claims_at_stake(tiny_path: Path, address: str) -> None:
    with kb.api.open(tiny_path) as base:
        base.correct("harbour-gazette", "its page", url=address, by="a tester")
        text = base.query("SELECT text FROM snapshots WHERE source_id = 'harbour-gazette'")[0]["text"]
        with pytest.raises(DataError, match="no address"):
            base.check_source("port-bulletin")
    before = rows(tiny_path)
    Page.words = text
    said = command("source", "check", "--allow-private", db=tiny_path)
    assert (said.code, said.out) == (0, "harbour-gazette: as it was\n") and "0 of 1 pages changed" in said.err
    Page.words = text.replace("Why does nobody ask the captains?", "The captains were asked.").replace(
        "The ferry will not", "Ferry will not"
    )
    said = command("source", "check", "harbour-gazette", "--allow-private", "--json", db=tiny_path)
    assert said.code == 1
    (told,) = json.loads(said.out)
    assert told["edits"][-1] == {"before": "Why does nobody ask the captains?", "now": "The captains were asked."}
    assert {quote["claim_id"] for quote in told["at_stake"]} == {"clm-captains-are-asked", "clm-ferry-keeps-running"} and told["found"] > 4
    said = command("source", "check", "harbour-gazette", "--allow-private", db=tiny_path)
    assert "  - Why does nobody ask the captains?\n  + The captains were asked.\n" in said.out
    assert "at stake: clm-captains-are-asked" in said.out and f"kb propose {address} --id harbour-gazette" in said.err
    with kb.api.open(tiny_path) as base:
        assert base.check_source("harbour-gazette", allow_private=True).as_dict() == told
    assert rows(tiny_path) == before


def test_a_page_that_cannot_be_read_is_told_and_the_machine_itself_is_not_asked(tiny_path: Path, address: str) -> None:
    with kb.api.open(tiny_path) as base:
        base.correct("harbour-gazette", "its page", url=address, by="a tester")
    Page.words = ""
    for more in ((), ("--allow-private",)):
        said = command("source", "check", *more, db=tiny_path)
        assert said.code == 3 and "harbour-gazette: " in said.err and "1 could not be read" in said.err
