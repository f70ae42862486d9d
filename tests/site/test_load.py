"""Fifty readers and four writers at once against a real `kb serve`: no error, no lost or doubled fact.

Three seconds by default; KB_LOAD_SECONDS=60 for the minute. Everything is bounded: connections, waiting, and the server's own life.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import sqlite3
import threading
import time
import urllib.parse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.harness.patience import within
from tests.harness.serving import serving, token

SECONDS = float(os.environ.get("KB_LOAD_SECONDS", "3"))
READERS, WRITERS = 50, 4
LONGEST_WAIT = within(10)  # seconds for one answer, with everybody asking at once
SECRET = "a secret for the load test"
PATHS = (
    "/",
    "/source/harbour-gazette",
    "/claim/clm-ferry-too-small",
    "/search?q=ferry",
    "/tiny/claims.json",
    "/changes",
    "/api/names?q=ferry",
)


@pytest.fixture
def port(tiny_path: Path) -> Iterator[int]:
    """A server of its own process over a copy of the tiny base, on a port that the system chooses."""
    names = [argument for writer in range(WRITERS) for argument in ("--writer", f"writer-{writer}")]
    with serving(tiny_path, *names, secret=SECRET) as number:
        yield number


def ask(
    connection: http.client.HTTPConnection, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
) -> tuple[int, bytes]:
    sent = json.dumps(body) if body is not None else None
    connection.request(method, path, sent, {"Content-Type": "application/json", **(headers or {})})
    answer = connection.getresponse()
    return answer.status, answer.read()


class Crowd:
    """What readers and writers have seen."""

    def __init__(self, port: int, seconds: float = SECONDS) -> None:
        self.port, self.seconds, self.until = port, seconds, time.monotonic() + seconds
        self.answers: Counter[tuple[str, int]] = Counter()
        self.wrong: list[str] = []
        self.recorded: list[str] = []  # the claims of which a writer was told: recorded
        self.waits: list[float] = []  # seconds for each answer
        self.lock = threading.Lock()

    def meet(self) -> None:
        """Let all readers and writers ask at once, until the time is over and everybody is answered."""
        threads = [threading.Thread(target=self.read, args=(number,), daemon=True) for number in range(READERS)]
        threads += [threading.Thread(target=self.write, args=(number,), daemon=True) for number in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=self.seconds + 2 * LONGEST_WAIT)
        assert not any(thread.is_alive() for thread in threads), "somebody still waits for an answer"

    def saw(self, kind: str, status: int, expected: tuple[int, ...], told: bytes) -> None:
        with self.lock:
            self.answers[kind, status] += 1
            if status not in expected:
                self.wrong.append(f"{kind} {status}: {told[:200]!r}")

    def read(self, number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)
        for path in itertools.islice(itertools.cycle(PATHS), number, None):
            if time.monotonic() > self.until:
                return
            self.saw("read", *self.asked(connection, "GET", path, (200,)))

    def write(self, number: int) -> None:
        """Facts of one's own, each sent twice with the same key; and one fact that all writers send."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)
        for count in itertools.count():
            if time.monotonic() > self.until:
                return
            for text, key in (
                (f"Writer {number} has counted {count} captains", f"{number}-{count}"),
                (f"All of them have counted {count} boats", f"all-{count}"),
            ):
                fact = {"source": "harbour-gazette", "quote": "Why does nobody ask the captains?", "text": text}
                headers = {"Authorization": f"Bearer {token(f'writer-{number}', SECRET)}", "Idempotency-Key": key}
                first = self.asked(connection, "POST", "/api/facts", (200, 201), fact, headers)
                again = self.asked(connection, "POST", "/api/facts", (200, 201), fact, headers)
                self.saw("write", *first)
                self.saw("write again", *again)
                if first[0] == 201:
                    self.look_at(json.loads(first[2])["claim_id"], text)
                with self.lock:
                    self.recorded.append(text)
                    if first[0] != again[0] or first[2] != again[2]:
                        self.wrong.append(f"another answer for the same key: {first} {again}")

    def look_at(self, claim_id: str, text: str) -> None:
        """Read, as somebody else, what has just been recorded."""
        reader = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)
        status, expected, told = self.asked(reader, "GET", f"/claim/{claim_id}", (200,))
        reader.close()
        self.saw("read what was written", status if text.encode() in told else -1, expected, told[:200])

    def asked(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        expected: tuple[int, ...],
        body: Any = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[int, tuple[int, ...], bytes]:
        began = time.monotonic()
        try:
            status, told = ask(connection, method, path, body, headers)
        except OSError as error:
            connection.close()
            return 0, expected, repr(error).encode()
        self.waits.append(time.monotonic() - began)
        return status, expected, told


def kept(crowd: Crowd, path: Path) -> list[str]:
    """What is wrong with the base after the crowd has written to it: facts lost, doubled, or recorded in nobody's name."""
    connection = sqlite3.connect(path)
    written = "SELECT text FROM claims WHERE text LIKE '% counted % captains' OR text LIKE '% counted % boats'"
    stored = [row[0] for row in connection.execute(written)]
    wrong = [] if sorted(stored) == sorted(set(crowd.recorded)) else ["a fact was lost or doubled"]
    doubled = "SELECT 1 FROM assertions GROUP BY claim_id, passage_id, speaker_id, reported_in_id HAVING count(*) > 1"
    wrong += ["an assertion was doubled" for _ in connection.execute(doubled)]
    who = "SELECT DISTINCT name FROM runs JOIN contributors ON contributors.id = contributor_id WHERE name LIKE 'writer-%'"
    if len(connection.execute(who).fetchall()) != WRITERS:
        wrong.append("a writer's name is missing")
    connection.close()
    return wrong


@pytest.mark.thorough
def test_fifty_readers_and_four_writers_meet_no_error_and_lose_and_double_no_fact(port: int, tiny_path: Path) -> None:
    crowd = Crowd(port)
    crowd.meet()
    assert crowd.wrong == []
    assert sum(count for (kind, _), count in crowd.answers.items() if kind == "read") >= READERS
    assert kept(crowd, tiny_path) == []
    assert "Traceback" not in (tiny_path.parent / "server.log").read_text()


@pytest.mark.thorough
def test_the_server_says_where_to_sign_in(port: int, tiny_path: Path) -> None:
    log = (tiny_path.parent / "server.log").read_text()
    link = next(word for word in log.split() if "/-/auth-token?token=" in word)
    path = urllib.parse.urlsplit(link)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST_WAIT)
    connection.request("GET", f"{path.path}?{path.query}")
    answer = connection.getresponse()
    assert answer.status == 302 and "ds_actor=" in (answer.getheader("set-cookie") or "")
