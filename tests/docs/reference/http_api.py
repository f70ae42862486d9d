"""What the site answers: every route with its methods and parameters, then the JSON API as its own module describes it."""

from __future__ import annotations

import inspect
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from httpx import Response

from kb.site import routes
from kb.site.editing import api
from kb.site.linked_data.media import ENDING
from tests.docs import markdown
from tests.docs.terminal import without_runs_and_times
from tests.harness.site import Site

INTRODUCTION = """
`kb serve` answers at `http://localhost:8001`. Words in capitals stand for what varies. All tables and views are there as Datasette shows
them too, under `/kb` (the name of the base's file): add `.json` or `.csv` to an address; see the
[documentation of Datasette](https://docs.datasette.io/en/latest/json_api.html).
"""

QUOTE = {"source": "epoch-times-2021", "quote": "China does not have allies, but has friends"}
SPEAKER = {"speaker": "global-times", "cue": "headlined"}
REQUESTS: tuple[tuple[str, dict[str, object]], ...] = (
    ("facts", {**QUOTE, "text": "China has friends", "said_by": [SPEAKER]}),
    ("check-quote", {**QUOTE, "quote": "China has no allies, but has friends"}),
)
HOME = r"/(?P<format>)$"  # Datasette's own pattern for it


def page(base: Path) -> str:
    listed = sorted(
        {(f"`{path(route.pattern)}`", " ".join(m for m in route.methods if m != "HEAD"), meaning(route)) for route in routes.ROUTES}
    )
    formats = f"`FORMAT` at the end of an address is one of: {', '.join(formats_of(ENDING))}."
    return markdown.page(
        "HTTP API",
        INTRODUCTION,
        "## Adding and changing facts\n\n" + described(api.__doc__ or "") + "\n\n" + examples(base),
        f"## Routes\n\n{formats}\n\n" + markdown.table(["address", "methods", "what it answers"], listed),
    )


def examples(base: Path) -> str:
    """Requests to a copy of the base, each with what the site answered."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(shutil.copy(base, Path(folder) / "kb.db")))
        try:
            token = site.token("clerk")
            parts = [example(site.post(f"/api/{name}", headers=token, json=body), name, body) for name, body in REQUESTS]
        finally:
            site.datasette.close()
            site.loop.close()
    return "\n\n".join(parts)


def example(answer: Response, name: str, body: dict[str, object]) -> str:
    said = without_runs_and_times(json.dumps(answer.json(), ensure_ascii=False, indent=1))
    asked = json.dumps(body, ensure_ascii=False, indent=1)
    return f"```text\nPOST /api/{name}\n{asked}\n```\n\nis answered with {answer.status_code}:\n\n```json\n{said}\n```"


def path(pattern: str) -> str:
    """A route's pattern as a person writes an address."""
    if pattern == HOME:
        return "/"
    plain = pattern.replace(ENDING, "FORMAT").removesuffix("$").removesuffix("/?")
    plain = re.sub(r"\(\\\.\(\?P<(\w+)>[^)]*\)\)\?", lambda match: f"[.{match[1].upper()}]", plain)
    plain = re.sub(r"\(\?P<(\w+)>(?:\[[^\]]*\]|[^)\[])*\)", lambda match: match[1].upper(), plain)
    return plain.replace("\\.", ".")


def formats_of(ending: str) -> Iterator[str]:
    yield from (f"`{name}`" for name in re.findall(r"[a-z]+", ending.partition(">")[2]))


def meaning(route: routes.Route) -> str:
    """The first sentence of what the view says of itself, or of its module."""
    documented = inspect.getdoc(route.view) or sys.modules[route.view.__module__].__doc__ or ""
    if route.view.__module__ == api.__name__ and not route.view.__doc__:
        return "See above."
    return documented.split("\n\n")[0].strip().replace("\n", " ")


def described(documentation: str) -> str:
    """A module's docstring with its indented lines as a block."""
    parts = []
    for part in documentation.strip().split("\n\n"):
        indented = all(line.startswith("    ") for line in part.splitlines())
        parts.append(f"```text\n{inspect.cleandoc(part)}\n```" if indented else part.replace("\n", " "))
    return "\n\n".join(parts)
