"""`claim` is the words of a claim and `claim_id` its id, through every door: the same fact leaves the same rows."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kb import api
from tests.harness.site import Site
from tests.whole import done

QUOTE = {"source": "port-bulletin", "quote": "as everyone knows"}
FACTS = {
    "words": {"claim": "Everyone knows that the ferry is small"},
    "words and an id": {"claim": "Everyone knows that the ferry is small", "claim_id": "everyone-knows"},
    "an id": {"claim_id": "ferry-too-small"},
}
ROWS = (
    "SELECT id, text, kind, subject_id, status FROM claims ORDER BY id",
    "SELECT id, claim_id, passage_id, speaker_id, level, act, stance, certainty, status FROM assertions ORDER BY id",
    "SELECT id, start_char, end_char, exact FROM passages ORDER BY id",
)


def command(path: Path, said: dict[str, str]) -> None:
    done("add", *(word for key, value in (QUOTE | said).items() for word in (f"--{key.replace('_', '-')}", value)), db=path)


def python(path: Path, said: dict[str, str]) -> None:
    with api.open(path) as base:
        base.add(**QUOTE, **said)  # type: ignore[arg-type]


def imported(path: Path, ending: str, words: str) -> None:
    file = path.with_suffix(ending)
    file.write_text(words, "utf-8")
    done("import", file, db=path)


def toml(path: Path, said: dict[str, str]) -> None:
    kind = "claim" if "claim" in said else "assertion"
    imported(path, ".toml", f"[[{kind}]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in (QUOTE | said).items()))


def json_lines(path: Path, said: dict[str, str]) -> None:
    imported(path, ".jsonl", json.dumps(QUOTE | said) + "\n")


def comma_separated(path: Path, said: dict[str, str]) -> None:
    words = io.StringIO()
    writer = csv.DictWriter(words, [*QUOTE, *said])
    writer.writeheader()
    writer.writerow(QUOTE | said)
    imported(path, ".csv", words.getvalue())


def request(path: Path, said: dict[str, str]) -> None:
    desk = Site(path)
    answer = desk.post("/api/facts", "clerk", json=QUOTE | said)
    desk.close()
    assert answer.status_code == 201, answer.text


def form(path: Path, said: dict[str, str]) -> None:
    desk = Site(path)
    filled = QUOTE | {"text" if key == "claim" else key: value for key, value in said.items()} | {"kind": "factual", "do": "record"}
    seen = desk.post("/add", "clerk", data=filled)
    if seen.status_code == 200:  # it asks to look at what is like the claim first
        filled["seen"] = seen.text.split('name="seen" value="')[1].split('"')[0]
        seen = desk.post("/add", "clerk", data=filled)
    desk.close()
    assert seen.status_code == 303, seen.text


DOORS: dict[str, Callable[[Path, dict[str, str]], None]] = {
    "python": python,
    "toml": toml,
    "json lines": json_lines,
    "csv": comma_separated,
    "json api": request,
    "form": form,
}


def rows(path: Path) -> list[list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(sql).fetchall() for sql in ROWS]


# The form mints the ids of new claims.
WAYS = [(door, name) for door in DOORS for name in FACTS if (door, name) != ("form", "words and an id")]


@pytest.mark.parametrize(("door", "name"), WAYS)
@pytest.mark.thorough
def test_the_same_fact_leaves_the_same_rows_through_every_door(tiny_path: Path, tmp_path: Path, door: str, name: str) -> None:
    other = Path(shutil.copy(tiny_path, tmp_path / "other.db"))
    command(tiny_path, FACTS[name])
    DOORS[door](other, FACTS[name])
    assert rows(other) == rows(tiny_path)
    assert rows(other)[1] != []


def test_words_that_look_like_an_id_are_refused_and_an_old_assertion_is_read_with_a_notice(desk: Site) -> None:
    answer = desk.post("/api/facts", "clerk", json=QUOTE | {"claim": "clm-ferry-too-small"})
    assert (answer.status_code, "claim_id" in answer.json()["remedy"]) == (422, True)
    answer = desk.post("/api/facts", "clerk", json=QUOTE | {"type": "assertion", "claim": "ferry-too-small"})
    assert answer.status_code == 201
    assert "claim_id" in answer.json()["notices"][0]
