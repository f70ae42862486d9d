"""Every table that people fill is open at every door: command, files, Python, JSON API and form add the same rows, and change them alike."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kb import api
from kb.base import store
from kb.base.model import KEYS
from kb.changes.recording import KINDS
from kb.site import counting
from tests.harness.site import Site
from tests.whole import done

BY = "clerk"
ASSERTED = "ast-bulletin-second-ferry"


@dataclass(frozen=True)
class Filled:
    """How a table is filled: an entry, the words of the command for it, and a row of the tiny base to correct and to take back."""

    kind: str
    entry: dict[str, Any]
    command: tuple[str, ...]
    row: str  # SQL that gives its id
    correct: tuple[str, str] | None = None  # a column and its new value; None where all columns are its key, or a row never changes
    retract: bool = True
    form: dict[str, str] = field(default_factory=dict)  # where the form has other fields than the entry


def options(entry: dict[str, Any], *names: str, **spelled: str) -> tuple[str, ...]:
    return tuple(word for name in names for word in (f"--{spelled.get(name, name).replace('_', '-')}", str(entry[name])))


SOURCE = {"id": "port-report", "title": "Report on the port", "kind": "document", "published": "1955"}
FACT = {"source": "port-bulletin", "quote": "as everyone knows", "text": "Everyone knows that the ferry is small"}
RELATION = {"from": "clm-ferry-too-small", "relation": "supports", "to": "clm-board-agrees-second-ferry", "rationale": "A reason for it."}
BELONGS = {"entity": "radio-one", "role": "affiliated-with", "whole": "harbour-office", "claim_id": "clm-ferry-too-small"}
DISTINCT = {"entity": "harbour-office", "other": "harbour-board", "reason": "The Board decides; the Office carries it out."}
ORDER = {"event": "bridge-opening", "relation": "after", "other": "second-ferry-decision", "claim_id": "clm-bridge-opens-1958"}
ROLE = {"claim_id": "clm-bridge-opens-1958", "entity": "ferry", "role": "participant"}
QUANTITY = {"claim_id": "clm-bridge-opens-1958", "comparison": "equal", "value": 1958, "measure": "the year of opening", "verbatim": "1958"}
MENTION = {"source": "port-bulletin", "text": "Bulletin", "entity": "harbour-office", "sense": "metonym"}
CITATION = {"source": "port-bulletin", "quote": "as everyone knows", "cited_text": "everyone", "cited": "radio-one-broadcast"}
SENTENCE = {"source": "port-bulletin", "quote": "as everyone knows", "no_claim_reason": "A saying."}
NAME = {"entity": "ferry", "name": "the old ferry", "kind": "description", "language": "en"}
IDENTIFIER = {"entity": "harbour", "scheme": "wikidata", "value": "Q1", "match": "close"}
AUTHOR = {"source": "port-bulletin", "actor": "radio-one", "role": "author"}
REVIEW = {"id": ASSERTED, "verdict": "carries", "note": "read again"}
ACTOR = {"id": "pilots", "name": "the pilots", "kind": "group"}
THING = {"id": "lock", "name": "the lock", "kind": "project"}
EVENT = {"id": "flood", "name": "the flood", "kind": "other", "actuality": "occurred"}

FACT_WORDS = ("add", *options(FACT, *FACT, text="claim"))
FORM = {"kind": "factual", "do": "record"}
NEW_CLAIM = "SELECT 'clm-ferry-keeps-running'"
FILLED = {
    "predicates": Filled(
        "predicate",
        {"id": "guards", "label": "guards", "description": "The subject protects the object."},
        ("new", "predicate", "guards", "guards", "--description", "The subject protects the object."),
        "SELECT 'unused'",
        ("label", "is not used"),
    ),
    "actors": Filled(
        "actor", ACTOR, ("new", "actor", "pilots", "the pilots", "--kind", "group"), "SELECT 'unused-actor'", ("name", "No one")
    ),
    "things": Filled(
        "thing", THING, ("new", "thing", "lock", "the lock", "--kind", "project"), "SELECT 'unused-thing'", ("name", "Nothing")
    ),
    "events": Filled(
        "event",
        EVENT,
        ("new", "event", "flood", "the flood", "--kind", "other", "--actuality", "occurred"),
        "SELECT 'unused-event'",
        ("date", "1950"),
    ),
    "sources": Filled(
        "source",
        SOURCE,
        ("work", "port-report", "Report on the port", "document", "--published", "1955"),
        "SELECT 'unused-work'",
        ("title", "Other"),
    ),
    "source_authors": Filled(
        "author", AUTHOR, ("author", "port-bulletin", "radio-one"), "SELECT 'harbour-gazette_1'", ("actor_id", "radio-one")
    ),
    "names": Filled(
        "name",
        NAME,
        ("name", "ferry", "the old ferry", "--kind", "description", "--language", "en"),
        "SELECT 'canal-company_The Company_alias'",
        ("language", "fr"),
    ),
    "identifiers": Filled(
        "identifier",
        IDENTIFIER,
        ("identify", "harbour", "wikidata", "Q1", "--match", "close"),
        "SELECT 'canal-company_lei_00000000000000000001'",
        ("match", "close"),
    ),
    "sentences": Filled(
        "sentence",
        SENTENCE,
        ("no-claim", "port-bulletin", "as everyone knows", "--because", "A saying."),
        "SELECT id FROM sentences WHERE no_claim_reason IS NOT NULL",
        ("no_claim_reason", ""),  # which takes it back
        retract=False,
    ),
    "mentions": Filled(
        "mention",
        MENTION,
        ("mention", "port-bulletin", "Bulletin", "harbour-office", "--sense", "metonym"),
        "SELECT min(id) FROM mentions WHERE exact = 'Radio One'",
        ("sense", "metonym"),
    ),
    "claims": Filled("claim", FACT, FACT_WORDS, NEW_CLAIM, ("kind", "plan"), form=FORM),
    "passages": Filled("claim", FACT, FACT_WORDS, NEW_CLAIM, form=FORM),
    "assertions": Filled("claim", FACT, FACT_WORDS, f"SELECT '{ASSERTED}'", ("certainty", "probable"), form=FORM),
    "quantities": Filled(
        "quantity",
        QUANTITY,
        ("quantify", QUANTITY["claim_id"], *options(QUANTITY, "comparison", "value", "measure", "verbatim")),
        "SELECT 'clm-company-passengers-april_quantity'",
        ("unit", "passengers"),
    ),
    "participations": Filled(
        "role",
        ROLE,
        ("take-part", "clm-bridge-opens-1958", "ferry", "participant"),
        "SELECT 'second-ferry-decision_harbour-board_participant_clm-board-agrees-second-ferry'",
    ),
    "relations": Filled(
        "relation",
        RELATION | {"comparable": ["same-time", "different-scope"]},
        (
            "relate",
            RELATION["from"],
            "supports",
            RELATION["to"],
            "--because",
            "A reason for it.",
            "--comparable",
            "same-time",
            "--comparable",
            "different-scope",
        ),
        "SELECT id FROM relations",
        ("rationale", "Looked at again."),
        form={"comparable-same-time": "yes", "comparable-different-scope": "yes"},
    ),
    "affiliations": Filled(
        "affiliation",
        BELONGS,
        ("affiliate", "radio-one", "affiliated-with", "harbour-office", "--claim-id", "clm-ferry-too-small"),
        "SELECT id FROM affiliations WHERE entity_id = 'harbour-board'",
        ("end_date", "1959"),
    ),
    "citations": Filled(
        "citation",
        CITATION,
        ("cite", "port-bulletin", "as everyone knows", "--cited-text", "everyone", "--cited", "radio-one-broadcast"),
        "SELECT id FROM citations",
        ("status", "disputed"),
    ),
    "event_order": Filled(
        "event_order",
        ORDER,
        ("order", "bridge-opening", "after", "second-ferry-decision", "--claim-id", "clm-bridge-opens-1958"),
        "SELECT id FROM event_order",
        ("relation", "starts"),
    ),
    "distinct_entities": Filled(
        "distinct",
        DISTINCT,
        ("distinct", "harbour-office", "harbour-board", "--reason", "The Board decides; the Office carries it out."),
        "SELECT id FROM distinct_entities",
        ("reason", "Another reason."),
    ),
    "reviews": Filled(
        "review", REVIEW, ("review", ASSERTED, "--verdict", "carries", "--note", "read again"), "SELECT id FROM reviews", retract=False
    ),
}
# Tables that nobody fills by hand, and why.
BY_PROGRAM = {
    "vocabulary": "the words belong to the model, and come with its version",
    "contributors": "recorded with the first run of whoever works, and corrected by id (CORRECTED)",
    "runs": "each piece of work records its own",
    "entities": "kept by triggers",
    "snapshots": "a text as received, added with its source and never changed",
    "originals": "the bytes of an article, kept when it is read",
    "sections": "drawn when a text is added, and corrected by id (CORRECTED)",
    "proposals": "found by rules in a text, for people to decide on",
    "conflicts": "written when two bases are brought together or a file and a person disagree, and settled by id",
    "revisions": "written by triggers at each change",
    "origins": "what curated files said when they were last read",
}
# What people correct of each table: SQL that gives the id of a row, with a column and its new value.
CORRECTED = {table: (case.row, *case.correct) for table, case in FILLED.items() if case.correct} | {
    "sections": ("SELECT min(id) FROM sections WHERE kind = 'body'", "kind", "caption"),
    "contributors": ("SELECT min(id) FROM contributors", "name", "Clerk of the port"),
}

# ------------------------------------------------------------------------------------------------------ the doors


def command(path: Path, case: Filled) -> None:
    done(*case.command, "--by", BY, db=path)


def python(path: Path, case: Filled) -> None:
    with api.open(path) as base:
        base.record(case.kind, case.entry, by=BY)


def imported(path: Path, ending: str, words: str) -> None:
    file = path.with_suffix(ending)
    file.write_text(words, "utf-8")
    done("import", file, "--by", BY, db=path)


def toml(path: Path, case: Filled) -> None:
    imported(path, ".toml", f"[[{case.kind}]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in case.entry.items()))


def json_lines(path: Path, case: Filled) -> None:
    imported(path, ".jsonl", json.dumps({"type": case.kind} | case.entry) + "\n")


def comma_separated(path: Path, case: Filled) -> None:
    words = io.StringIO()
    cells = {key: " ".join(value) if isinstance(value, list) else value for key, value in case.entry.items()}
    writer = csv.DictWriter(words, ["type", *cells])
    writer.writeheader()
    writer.writerow({"type": case.kind} | cells)
    imported(path, ".csv", words.getvalue())


def request(path: Path, case: Filled) -> None:
    answer = asked(path, "/api/record", json={"type": case.kind} | case.entry)
    assert answer.status_code == 201, answer.text


def form(path: Path, case: Filled) -> None:
    if case.kind == "review":
        answer = asked(path, f"/change/{case.entry['id']}", data={"do": "review", "verdict": "carries", "note": "read again"})
    elif case.kind == "claim":
        answer = asked(path, "/add", data=case.entry | case.form)
    else:
        plain = {key: str(value) for key, value in case.entry.items() if not isinstance(value, list)}
        answer = asked(path, f"/record/{case.kind}", data=plain | case.form)
    assert answer.status_code == 303, answer.text


KEPT: list[Site] = []


@pytest.fixture(scope="module", autouse=True)
def kept_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A site for all requests here, over a file that takes each base over and gives it back: to start one takes longer than to ask it."""
    path = tmp_path_factory.mktemp("kept") / "tiny.db"
    store.init(path)
    KEPT.append(Site(path))
    yield
    KEPT.pop().close()


def asked(path: Path, address: str, **more: Any) -> Any:
    (desk,) = KEPT
    copied(path, desk.path)
    counting.forget()  # what it remembers by the numbers of rows
    try:
        return desk.post(address, BY, **more)
    finally:
        copied(desk.path, path)


def copied(path: Path, into: Path) -> None:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(into)) as target:
        source.backup(target)


ADDING: dict[str, Callable[[Path, Filled], None]] = {
    "python": python,
    "toml": toml,
    "json lines": json_lines,
    "csv": comma_separated,
    "json api": request,
    "form": form,
}
CORRECTING: dict[str, Callable[[Path, str, str, str], object]] = {
    "command": lambda path, row, column, value: done("correct", row, f"{column}={value}", "--reason", "why", "--by", BY, db=path),
    "python": lambda path, row, column, value: api.open(path).correct(row, "why", by=BY, **{column: value}),
    "json api": lambda path, row, column, value: asked(path, "/api/correct", json={"id": row, "set": {column: value}, "reason": "why"}),
    "form": lambda path, row, column, value: asked(path, f"/change/{row}", data={"do": "correct", f"set-{column}": value, "reason": "why"}),
}
RETRACTING: dict[str, Callable[[Path, str], object]] = {
    "command": lambda path, row: done("retract", row, "--reason", "why", "--by", BY, db=path),
    "python": lambda path, row: api.open(path).retract(row, "why", by=BY),
    "json api": lambda path, row: asked(path, "/api/retract", json={"id": row, "reason": "why"}),
    "form": lambda path, row: asked(path, f"/change/{row}", data={"do": "retract", "reason": "why"}),
}
NOT_COMPARED = ("run_id", "recorded_at", "at")


def rows(path: Path, table: str) -> list[tuple[Any, ...]]:
    """The rows of a table, and the status of entities, which is kept beside the row; without who recorded it and when."""
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in NOT_COMPARED]
        listed = connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(KEYS[table])}").fetchall()
        return listed + connection.execute("SELECT id, status FROM entities WHERE status <> 'current' ORDER BY id").fetchall()


@pytest.fixture
def one_of_each(tiny_path: Path) -> Path:
    """The tiny base with an actor, a thing, an event, a work and a predicate that nothing uses, so that they can be taken back."""
    unused = [
        ("actor", ACTOR | {"id": "unused-actor"}),
        ("thing", THING | {"id": "unused-thing"}),
        ("event", EVENT | {"id": "unused-event"}),
        ("source", SOURCE | {"id": "unused-work"}),
        ("predicate", {"id": "unused", "label": "is unused"}),
    ]
    with api.open(tiny_path) as base:
        base.record_all(unused, by=BY)
    return tiny_path


def id_of(path: Path, sql: str) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute(sql).fetchone()[0])


# ------------------------------------------------------------------------------------------------------ the checklist


def test_every_table_has_its_doors_or_a_reason_why_nobody_fills_it() -> None:
    assert FILLED.keys() | BY_PROGRAM.keys() == KEYS.keys()
    assert not FILLED.keys() & BY_PROGRAM.keys()
    assert {case.kind for case in FILLED.values()} | {"assertion"} == set(KINDS)  # no kind of entry without its table here


@pytest.mark.parametrize("door", ADDING)
@pytest.mark.parametrize("table", FILLED)
@pytest.mark.thorough
def test_the_same_entry_leaves_the_same_rows_through_every_door(tiny_path: Path, tmp_path: Path, table: str, door: str) -> None:
    other, case, before = Path(shutil.copy(tiny_path, tmp_path / "other.db")), FILLED[table], rows(tiny_path, table)
    command(tiny_path, case)
    ADDING[door](other, case)
    assert rows(other, table) == rows(tiny_path, table) != before


@pytest.mark.parametrize("door", ADDING)
@pytest.mark.parametrize("table", [table for table, case in FILLED.items() if case.kind in ("relation", "affiliation", "mention", "name")])
@pytest.mark.thorough
def test_what_names_something_unknown_is_refused_at_every_door_and_changes_nothing(tiny_path: Path, table: str, door: str) -> None:
    case, before = FILLED[table], rows(tiny_path, table)
    wrong = {key: "nowhere-at-all" if key in ("to", "whole", "entity") else value for key, value in case.entry.items()}
    with pytest.raises((api.KbError, AssertionError)) as refused:
        ADDING[door](tiny_path, Filled(case.kind, wrong, (), "", form=case.form))
    assert "nowhere-at-all" in str(refused.value)
    assert rows(tiny_path, table) == before


@pytest.mark.parametrize("door", [door for door in CORRECTING if door != "command"])
@pytest.mark.parametrize("table", CORRECTED)
@pytest.mark.thorough
def test_a_row_is_corrected_alike_at_every_door(one_of_each: Path, tmp_path: Path, table: str, door: str) -> None:
    other, (sql, *correct), before = Path(shutil.copy(one_of_each, tmp_path / "other.db")), CORRECTED[table], rows(one_of_each, table)
    CORRECTING["command"](one_of_each, id_of(one_of_each, sql), *correct)
    CORRECTING[door](other, id_of(other, sql), *correct)
    assert rows(other, table) == rows(one_of_each, table) != before


@pytest.mark.parametrize("door", [door for door in RETRACTING if door != "command"])
@pytest.mark.parametrize("table", [table for table, case in FILLED.items() if case.retract and table != "passages"])
@pytest.mark.thorough
def test_a_row_is_taken_back_alike_at_every_door(one_of_each: Path, tmp_path: Path, table: str, door: str) -> None:
    other, case, before = Path(shutil.copy(one_of_each, tmp_path / "other.db")), FILLED[table], rows(one_of_each, table)
    RETRACTING["command"](one_of_each, id_of(one_of_each, case.row))
    RETRACTING[door](other, id_of(other, case.row))
    assert rows(other, table) == rows(one_of_each, table) != before
