"""A vault's links lead somewhere, no note says a claim as a fact, and what people wrote stays byte for byte."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from kb import api
from kb.errors import DataError
from kb.exchange.presets.loss import Loss
from kb.exchange.presets.obsidian import BEGIN, END, GONE, RELATED, VOICES, link, plain
from tests import many_claims
from tests.exchange.presets.lossy import lossy
from tests.whole import done

CLAIM = "clm-ferry-keeps-running"


def export(path: Path, vault: Path, **selection: list[str]) -> Loss:
    with api.open(path, readonly=True) as base:
        return base.export_as("obsidian", vault, **selection)


@pytest.fixture
def vault(tiny_path: Path, tmp_path: Path) -> Path:
    export(tiny_path, tmp_path / "vault")
    return tmp_path / "vault"


def every_note(vault: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in vault.rglob("*.md")}


@pytest.mark.parametrize("selection", [{}, {"sources": ["port-bulletin"]}, {"claims": [CLAIM]}])
def test_every_link_leads_to_a_note(selection: dict[str, list[str]], tiny_path: Path, tmp_path: Path) -> None:
    export(tiny_path, tmp_path / "vault", **selection)
    texts = every_note(tmp_path / "vault")
    linked = {name for text in texts.values() for name in re.findall(r"\[\[([^|\]]+)\|", text)}
    assert linked
    assert linked <= set(texts)


def test_a_claim_says_who_holds_it_and_in_which_words(vault: Path) -> None:
    text = (vault / "claims" / f"{CLAIM}.md").read_text("utf-8")
    assert "[[harbour-gazette-paper|Harbour Gazette]] **denies** it (asserts, certain, " in text
    assert "> The ferry will not stop" in text


def test_what_people_write_stays_and_the_rest_follows_the_base(vault: Path, tiny_path: Path) -> None:
    note = vault / "claims" / f"{CLAIM}.md"
    head, tail = b"---\r\ntags: [mine]\r\n---\r\nMy view \xe2\x80\x94 above.\r\n", b"\r\nBelow.\r\n"
    part = note.read_bytes().partition(BEGIN.encode())[2]
    note.write_bytes(head + BEGIN.encode() + part.rstrip() + tail)
    done("correct", CLAIM, "kind=plan", "--reason", "a plan", db=tiny_path)
    export(tiny_path, vault)
    data = note.read_bytes()
    assert data.startswith(head + BEGIN.encode())
    assert data.endswith(END.encode() + tail)
    assert b"A claim (plan, " in data


def test_an_export_again_changes_no_file(vault: Path, tiny_path: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in vault.rglob("*.md")}
    export(tiny_path, vault)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in vault.rglob("*.md")} == before


def test_a_retracted_claim_keeps_its_file_and_says_so(vault: Path, tiny_path: Path) -> None:
    note = vault / "claims" / "clm-ferry-too-small.md"
    note.write_text(note.read_text("utf-8") + "Mine.\n", encoding="utf-8")
    loss = export(lossy(tiny_path), vault)
    text = note.read_text("utf-8")
    assert GONE in text
    assert "too small" not in text.partition(BEGIN)[2]
    assert text.endswith("Mine.\n")
    assert loss.lost["notes of rows that are gone"].ids == ["clm-ferry-too-small"]


def test_an_export_of_a_part_leaves_the_other_notes_alone(vault: Path, tiny_path: Path) -> None:
    before = every_note(vault)
    export(tiny_path, vault, claims=["clm-bridge-opens-1958"])
    assert every_note(vault)[CLAIM] == before[CLAIM]


@pytest.mark.parametrize("missing", [BEGIN, END])
def test_a_note_that_lost_a_mark_refuses_the_export_before_anything_is_written(missing: str, vault: Path, tiny_path: Path) -> None:
    note = vault / "things" / "ferry.md"
    note.write_text(note.read_text("utf-8").replace(missing, ""), encoding="utf-8")
    done("correct", CLAIM, "kind=plan", "--reason", "a plan", db=tiny_path)
    before = every_note(vault)
    with pytest.raises(DataError, match="one of the two marks"):
        export(tiny_path, vault)
    assert every_note(vault) == before


def test_no_word_of_a_text_is_read_as_markup() -> None:
    assert plain(f"#tag [[link]] *x* {END}") == r"\#tag \[\[link\]\] \*x\* \%\% kb: end \%\%"
    assert link("ferry", "a|b]] #c") == "[[ferry|a b    c]]"


def test_what_a_note_asks_for_reads_no_table_whole(many: sqlite3.Connection) -> None:
    assert [many_claims.scans(many, sql.format("1"), ["x"]) for sql in (VOICES, RELATED)] == [[], []]
