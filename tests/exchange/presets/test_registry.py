"""Formats are found by name, ours first; every one ends in a loss report, at every door, and is read from one state of the base."""

from __future__ import annotations

import io
import json
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from kb import api
from kb.errors import DataError, UsageError
from kb.exchange.presets import catalogue, registry
from kb.exchange.presets.preset import Excerpt, Preset
from kb.site.guard import public_edition
from tests.exchange.presets.lossy import lossy
from tests.whole import Said, kb

SELECTIONS: tuple[tuple[str, ...], ...] = (
    (),
    ("--source", "port-bulletin"),
    ("--actor", "canal-company"),
    ("--claim", "clm-ferry-keeps-running"),
    ("--since", "2999-01-01"),
)


def count(excerpt: Excerpt, stream: Any) -> None:
    excerpt.loss.keep("claims", excerpt.count("SELECT count(*) FROM claims"))
    stream.write("counted\n")


OTHERS = Preset("tally", "how many claims there are", count)


def offer(monkeypatch: pytest.MonkeyPatch, *named: tuple[str, str]) -> None:
    points = [EntryPoint(name, f"{__name__}:{value}", catalogue.GROUP) for name, value in named]
    monkeypatch.setattr(catalogue, "entry_points", lambda group: [each for each in points if each.group == group])


def export(path: Path, tmp_path: Path, name: str, *selection: str) -> tuple[Said, dict[str, Any]]:
    said = kb("export", name, "-o", tmp_path / f"out-{name}", "--loss", tmp_path / "loss.json", *selection, db=path)
    assert said.code == 0, said.err
    return said, json.loads((tmp_path / "loss.json").read_text("utf-8"))


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("name", catalogue.OURS)
@pytest.mark.thorough
def test_every_format_of_every_part_ends_with_what_it_kept_and_lost(
    name: str, selection: tuple[str, ...], tiny_path: Path, tmp_path: Path
) -> None:
    said, report = export(lossy(tiny_path), tmp_path, name, *selection)
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0].startswith(f"{tmp_path / f'out-{name}'}: kept: ")
    assert len(lines) == 1 + max(1, len({each["why"] for each in report["lost"]}))
    assert report["preset"] == name
    assert all(each["rows"] > 0 and each["why"] for each in report["lost"])
    assert (tmp_path / f"out-{name}").is_dir() == (registry.find(name).target == "folder")


# What the lossy base holds besides sources, entities, claims and assertions, counted in tests/tiny and lossy.py by hand.
BESIDES = {
    **{"relations": 1, "mentions": 5, "citations": 1, "reviews": 2, "affiliations": 3, "event_order": 1, "distinct_entities": 1},
    **{"quantities": 3, "participations": 1, "names": 2, "identifiers": 5},
}
UNCOUNTED = {"assertions that are proposed or retracted": 3}
NO_BESIDES = dict.fromkeys(BESIDES, 0)
BIBLIOGRAPHY = {**NO_BESIDES, "family names": 1, "photographers": 1, "identifiers of other schemes": 1, "claims": 8}
NETWORK = {**BESIDES, **UNCOUNTED, "relations": 0, "participations": 0, "objects in words": 1, "chains of reporting": 4}
SHEET = BESIDES | {"quantities": 0}
LOST: dict[str, dict[str, int]] = {
    "bibtex": BIBLIOGRAPHY,
    "ris": BIBLIOGRAPHY | {"dates that are intervals, seasons or uncertain": 1},
    "csl": BIBLIOGRAPHY,
    "annotations": BESIDES | UNCOUNTED | {"addresses of the text": 2},
    "hypothesis": BESIDES | UNCOUNTED | {"assertions in texts without a page": 2},
    "graphml": NETWORK,
    "edges": NETWORK,
    "geojson": {
        **NO_BESIDES,
        **{name: BESIDES[name] for name in ("affiliations", "event_order", "distinct_entities", "names", "identifiers")},
        **{"claims": 8, "coordinates of events": 1, "events without place and date": 1},
    },
    "ftm": {
        **{**BESIDES, **UNCOUNTED, "names": 0, "identifiers": 0, "identifiers other than Wikidata's": 2, "language codes": 2},
        **{"things without coordinates": 5, "events that did not happen or have not yet": 2},
    },
    "quickstatements": NO_BESIDES
    | {
        "claims that nobody affirms outright": 5,
        "claims in words only": 1,
        "claims whose predicate is no Wikidata property": 1,
        "claims that are retracted": 1,
    },
    **dict.fromkeys(("facts", "facts-xlsx", "facts-jsonl"), SHEET | {"assertions that are retracted": 3}),
    **dict.fromkeys(("excel", "xlsx"), SHEET),
    "parquet": NO_BESIDES,
    "obsidian": {**BESIDES, **UNCOUNTED, "relations": 0, "participations": 0},
    "nanopub": BESIDES | UNCOUNTED | {"signatures": 11, "chains of reporting": 3},
}


def test_every_format_reports_all_that_the_lossy_base_loses_in_it(lossy_base: api.Base, tmp_path: Path) -> None:
    for name in catalogue.OURS:
        lost = {what: each.rows for what, each in lossy_base.export_as(name, tmp_path / name).lost.items()}
        assert lost == {what: rows for what, rows in LOST[name].items() if rows}, name


@pytest.mark.parametrize("name", catalogue.OURS)
@pytest.mark.thorough
def test_no_format_tells_what_the_public_edition_withholds(name: str, tiny_path: Path, tmp_path: Path) -> None:
    secret = "The ferry is too small for"
    with api.open(tiny_path) as base:
        base.correct("port-bulletin", "ours alone", access="private")
    public_edition.build(tiny_path, tmp_path / "public.db")
    export(tmp_path / "public.db", tmp_path, name)
    out = tmp_path / f"out-{name}"
    written = b"".join(path.read_bytes() for path in ([out] if out.is_file() else out.rglob("*")) if path.is_file())
    assert b"port-bulletin" not in written
    assert secret.encode() not in written


def test_a_format_of_an_installed_package_is_found_and_ours_keep_their_names(monkeypatch: pytest.MonkeyPatch, tiny_path: Path) -> None:
    offer(monkeypatch, ("tally", "OTHERS"), ("bibtex", "OTHERS"))
    assert catalogue.names() == (*catalogue.OURS, "tally")
    assert registry.find("bibtex").description.startswith("sources as BibTeX")
    stream = io.StringIO()
    with api.open(tiny_path, readonly=True) as base:
        assert base.export_as("tally", stream).kept["claims"] > 0
    assert stream.getvalue() == "counted\n"


def test_something_else_under_the_entry_point_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, ("odd", "SELECTIONS"))
    with pytest.raises(DataError, match="is not a preset"):
        registry.find("odd")


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        registry.find("bibtx")
    assert "bibtex" in caught.value.remedy


@pytest.mark.parametrize(
    "words",
    [
        ("edges",),  # several files need a folder
        ("csv", "--loss", "loss.json"),
        ("nq", "--loss", "loss.json"),
        ("bibtex", "--source", "nowhere"),
        ("bibtex", "--base-iri", "no base"),
    ],
)
def test_a_call_that_is_wrong_writes_nothing(
    words: tuple[str, ...], tiny_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert kb("export", *words, db=tiny_path).code == 2
    assert not any((tmp_path / "here").iterdir())


def test_a_folder_for_a_file_and_a_file_for_a_folder_are_refused(tiny_path: Path, tmp_path: Path) -> None:
    assert kb("export", "bibtex", "-o", tmp_path, db=tiny_path).code == 2
    (tmp_path / "file").write_text("kept")
    assert kb("export", "edges", "-o", tmp_path / "file", db=tiny_path).code == 2
    assert (tmp_path / "file").read_text() == "kept"


def test_permalinks_begin_with_the_base_that_is_given(tiny_path: Path) -> None:
    assert "https://example.org/kb/id/port-bulletin" in kb("export", "ris", "--base-iri", "https://example.org/kb", db=tiny_path).out
