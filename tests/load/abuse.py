"""Requests that cost a site as much as a stranger or a signed-in client can make them cost, for each of its routes."""

from __future__ import annotations

import http.client
import json
import re
import threading
import time
import urllib.parse
from dataclasses import dataclass, field

from kb.site.routes import ROUTES
from tests.harness.serving import token
from tests.site.test_load import SECRET

AT_ONCE = 4  # connections of the one client
ELSEWHERE = "127.0.0.2"  # its address, so that it is not the reader whose waits are measured
MEGABYTE = 900_000
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
EVERY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n, claims"
LONG = {"q": "ferry harbour " * 300, "a": "harbour-gazette", "b": "port-bulletin", "text": "w " * 2000, "source": "harbour-gazette"}
PARTS = {"id": "harbour-gazette", "kind": "relation", "name": "claims-about", "format": "json", "ending": "ttl"}
IDS = {"/claim/": "clm-ferry-too-small", "/change/": "clm-ferry-too-small", "/assertion/": "ast-bulletin-second-ferry"}
BY_DATASETTE = {
    "Datasette's tables": "/tiny/assertions.json?_facet=speaker_id&_facet=claim_id&_sort=cue&_size=max&_search=ferry",
    "Datasette's SQL": "/tiny/-/query.json?" + urllib.parse.urlencode({"sql": EVERY}),
    "Datasette's views": "/tiny/corroboration.json?_size=max",
    "Datasette's CSV": "/tiny/claim_sheet.csv?_stream=on&_size=max",
}


@dataclass
class Attack:
    """What one client sends again and again."""

    name: str
    method: str
    path: str
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)


def attacks() -> list[Attack]:
    """One for each route and method that it answers, but HEAD, and for Datasette's own pages."""
    listed = [of(method, route.pattern) for route in ROUTES for method in route.methods if method in ("GET", "POST")]
    return listed + [Attack(name, "GET", path) for name, path in BY_DATASETTE.items()]


def of(method: str, pattern: str) -> Attack:
    """The attack on a route: long values for all that it may read, and a body of nearly a megabyte."""
    path = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", lambda part: PARTS.get(part[1], "x"), pattern)
    path = re.sub(r"\([^()]*\)\?|\(\?:|\)", "", path).replace("\\", "").replace("/?", "").rstrip("$") or "/"
    for start, row_id in IDS.items():
        if path.startswith(start):
            path = path.replace("harbour-gazette", row_id)
    path = path.replace("/relation/harbour-gazette", "/actor/radio-one").removeprefix("/json") or "/"
    if method == "GET":
        values = LONG | ({"query": CROSS} if path == "/sparql" else {})
        return Attack(pattern, method, f"{path}?{urllib.parse.urlencode(values)}", headers=signed())
    if path == "/sparql":
        return Attack(pattern, method, path, CROSS.encode(), {"Content-Type": "application/sparql-query"})
    if path.startswith("/api/"):
        words = {"source": "harbour-gazette", "quote": "ferry " * (MEGABYTE // 6), "text": "a", "reason": "r", "id": "x"}
        body = words if path != "/api/similar" else {"text": "ferry " * (MEGABYTE // 6)}
        return Attack(pattern, method, path, json.dumps(body).encode(), {"Content-Type": "application/json", **signed()})
    article = "".join(f"Radio One said that the ferry {number} is small. " for number in range(10_000))
    form = urllib.parse.urlencode({"article": article, "text": article, "quote": article, "title": "Long", "do": "record", "reason": "r"})
    return Attack(pattern, method, path, form.encode(), {"Content-Type": "application/x-www-form-urlencoded", **signed()})


def signed() -> dict[str, str]:
    return {"Authorization": f"Bearer {token('writer-0', SECRET)}"}


class Abuser:
    """One client that sends its attack over several connections until it is told to stop."""

    def __init__(self, port: int, attack: Attack) -> None:
        self.port, self.attack, self.over = port, attack, threading.Event()
        self.answers: dict[int, int] = {}
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.go_on, daemon=True) for _ in range(AT_ONCE)]
        for thread in self.threads:
            thread.start()

    def go_on(self) -> None:
        while not self.over.is_set():
            status = self.send()
            with self.lock:
                self.answers[status] = self.answers.get(status, 0) + 1

    def send(self) -> int:
        """The status of one answer, 0 where there was none within a second: the client has then gone."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=1, source_address=(ELSEWHERE, 0))
        try:
            connection.request(self.attack.method, self.attack.path, self.attack.body, self.attack.headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        except (OSError, http.client.HTTPException):
            time.sleep(0.01)
            return 0
        finally:
            connection.close()

    def stop(self) -> str:
        """End, and say how many answers there were by status."""
        self.over.set()
        for thread in self.threads:
            thread.join(timeout=5)
        return ", ".join(f"{count} x {status or 'gone'}" for status, count in sorted(self.answers.items()))
