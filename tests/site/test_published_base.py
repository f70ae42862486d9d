"""The base that is published with the files opens in Datasette as anybody installs it, which knows nothing of this program."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.clients import reads
from tests.whole import done

# Prints {name: [status of the page, status of the JSON, rows]} of every view, and the plugins of the site that are loaded.
ASK = """
import asyncio, json, sqlite3, sys
from datasette.app import Datasette
async def main(path):
    site = Datasette([path])
    await site.invoke_startup()
    answers = {}
    for name in json.loads(sys.argv[2]):
        page = await site.client.get(f"/kb/{name}")
        rows = await site.client.get(f"/kb/{name}.json?_size=1&_extra=count")
        answers[name] = [page.status_code, rows.status_code, rows.json().get("count")]
    print(json.dumps({"plugins": "kb_site" in str(site._plugins(all=True)), "answers": answers}))
asyncio.run(main(sys.argv[1]))
"""


@reads("datasette", "kb publish")
@pytest.mark.thorough
def test_every_view_of_the_published_base_answers_without_our_plugin(tiny_path: Path, tmp_path: Path) -> None:
    done("publish", tmp_path / "site", "--with-base", db=tiny_path)
    base = tmp_path / "site" / "data" / "kb.db"
    connection = sqlite3.connect(base)
    views = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in [*views, "claims", "snapshots"]}
    connection.close()
    environment = os.environ | {"DATASETTE_LOAD_PLUGINS": ""}
    command = [sys.executable, "-c", ASK, str(base), json.dumps(list(counts))]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=tmp_path)
    found = json.loads(said.stdout)
    assert not found["plugins"] and len(views) > 20
    assert found["answers"] == {name: [200, 200, number] for name, number in counts.items()}
