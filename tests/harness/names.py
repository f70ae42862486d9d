"""Where the name of a node leads."""

from __future__ import annotations

from kb.site.linked_data import media
from tests.harness.site import Site
from tests.harness.triples import PARSERS

FORMATS = tuple(PARSERS)
MEDIA = {ending: names[0] for ending, names in media.NAMED.items()}


def led(site: Site, name: str, accept: str | None = None) -> str:
    answer = site.ask(f"/id/{name}", headers={"Accept": accept} if accept else {})
    assert answer.status_code == 303, answer.text
    assert "Accept" in answer.headers["vary"]
    return str(answer.headers["location"])
