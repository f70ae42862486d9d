"""The texts in pieces: laws and views take words from them, so that their work grows with a text and not with its square."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import checks, schema, store, text_pieces, upgrade
from kb.site.guard import public_edition
from tests.base.test_deep import without_laws

LENGTHS = (1, 899, 900, 901, 1800, 57_599, 57_600, 57_601)
SIGNS = "a\u00e9\u6210\U0001f6a2 \n"


@pytest.fixture(scope="module")
def cut() -> Iterator[sqlite3.Connection]:
    """A base of texts whose lengths lie about the ends of pieces and blocks, each in one section."""
    draw = random.Random(9)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        schema.create(connection)
        connection.execute("INSERT INTO sources(id, title, kind) VALUES ('letter', 'Letter', 'article')")
        for length in LENGTHS:
            text = "".join(draw.choices(SIGNS, k=length))
            values = (f"snp-{length}", f"{length:064}", text)
            connection.execute("INSERT INTO snapshots(id, source_id, sha256, text) VALUES (?, 'letter', ?, ?)", values)
            section = (f"sec-{length}", f"snp-{length}", length)
            connection.execute(
                "INSERT INTO sections(id, snapshot_id, position, kind, start_char, end_char) VALUES (?, ?, 1, 'body', 0, ?)", section
            )
        connection.execute("COMMIT")
        yield connection


def test_the_law_cuts_as_the_program_does_and_the_last_piece_is_never_full(cut: sqlite3.Connection) -> None:
    for length in LENGTHS:
        (text,) = cut.execute("SELECT text FROM snapshots WHERE id = ?", (f"snp-{length}",)).fetchone()
        pieces = cut.execute("SELECT number, piece FROM text_pieces WHERE snapshot_id = ? ORDER BY number", (f"snp-{length}",)).fetchall()
        assert pieces == list(text_pieces.cut(text))
        assert len(pieces[-1][1]) < text_pieces.LENGTH
    assert cut.execute(text_pieces.DIFFERENCE).fetchall() == []


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO text_pieces VALUES ('snp-900', 2, 'more')",
        "INSERT OR REPLACE INTO text_pieces VALUES ('snp-900', 0, 'other')",
        "INSERT OR IGNORE INTO text_pieces VALUES ('snp-900', -1, 'other')",
        "INSERT OR REPLACE INTO text_pieces(rowid, snapshot_id, number, piece) VALUES (1, 'snp-900', 2, 'other')",
        "INSERT INTO text_pieces VALUES ('snp-none', 0, 'before its text')",
        "UPDATE OR REPLACE text_pieces SET piece = 'other'",
        "DELETE FROM text_pieces",
    ],
)
def test_nobody_else_writes_pieces(cut: sqlite3.Connection, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="text_pieces: cut by the base"):
        cut.execute(sql)


def test_words_are_the_texts_own_wherever_they_lie_among_the_pieces(cut: sqlite3.Connection) -> None:
    texts = dict(cut.execute("SELECT id, text FROM snapshots"))
    ends = {(length, at) for length in LENGTHS for at in (0, 899, 900, 901, 1799, 57_598, 57_600, length - 1) if 0 <= at < length}
    spans = [(length, at, at + size) for length, at in sorted(ends) for size in (1, 2, 900, 1801) if at + size <= length]
    insert = "INSERT INTO passages(id, snapshot_id, section_id, start_char, end_char, exact) VALUES (?, ?, ?, ?, ?, ?)"
    for number, (length, start, end) in enumerate(spans):
        text = texts[f"snp-{length}"]
        row = (f"psg-{number}", f"snp-{length}", f"sec-{length}", start, end)
        for wrong in (text[start : end - 1] + "x", text[start + 1 : end + 1].ljust(end - start, "x"), text[start:end] + " ", ""):
            if wrong != text[start:end]:
                with pytest.raises(sqlite3.IntegrityError, match=r"passages\.exact: not the words"):
                    cut.execute(insert, (*row, wrong))
        cut.execute(insert, (*row, text[start:end]))
    around = (
        "SELECT p.start_char, p.end_char, p.prefix, p.suffix, s.text FROM rdf_passages AS p JOIN snapshots AS s ON s.id = p.snapshot_id"
    )
    rows = cut.execute(around).fetchall()
    assert len(rows) == len(spans) > 50
    for start, end, prefix, suffix, text in rows:
        assert (prefix, suffix) == (text[max(0, start - 32) : start] or None, text[end : end + 32] or None)


def test_coverage_gives_each_sentence_and_the_claims_that_touch_it(many: sqlite3.Connection) -> None:
    texts = dict(many.execute("SELECT sources.id, text FROM sources JOIN snapshots ON snapshots.id = sources.snapshot_id LIMIT 9"))
    for source, text in texts.items():
        quoted = many.execute(
            "SELECT start_char, end_char, claim_id FROM standing JOIN passages ON passages.id = passage_id WHERE source_id = ?", (source,)
        ).fetchall()
        covered = many.execute("SELECT sentence, start_char, end_char, claims FROM coverage WHERE source_id = ?", (source,)).fetchall()
        assert len(covered) > 40
        for sentence, start, end, claims in covered:
            assert sentence == text[start:end]
            assert claims == len({claim for low, high, claim in quoted if low < end and high > start})


def test_no_law_and_no_view_reads_a_text_for_each_place() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        schema.create(connection)
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    assert [name for name, sql in found if re.search(r"substr\((\w+\.)?text\b", sql)] == ["snapshots_are_cut"]
    lengths = {int(number) for _, sql in found for number in re.findall(r"_char(?: [-+] 32)?(?:, 0)?\)? [/%] (\d+)", sql)}
    assert lengths == {text_pieces.LENGTH}


def test_coverage_reads_only_the_passages_that_can_touch_a_sentence(many: sqlite3.Connection) -> None:
    plan = [row[3] for row in many.execute("EXPLAIN QUERY PLAN SELECT * FROM coverage WHERE source_id = 'source-1'")]
    bounded = "SEARCH passage USING INDEX sqlite_autoindex_passages_2 (snapshot_id=? AND start_char>? AND start_char<?)"
    assert [step for step in plan if step.startswith(("SEARCH passage", "SEARCH longest"))] == [
        bounded,
        "SEARCH longest USING INDEX passages_by_length (snapshot_id=?)",
    ]


@pytest.mark.thorough
def test_pieces_that_are_not_the_text_are_named_and_an_upgrade_cuts_them_anew(tiny_path: Path) -> None:
    with without_laws(tiny_path) as connection:
        connection.execute("UPDATE text_pieces SET piece = upper(piece) WHERE number = 0")
        connection.execute("INSERT INTO text_pieces VALUES ('snp-none', 0, '')")
    with closing(store.connect(tiny_path)) as connection:
        named = {problem.row for problem in checks.check(connection) if problem.check == "text-pieces"}
        assert named == {"snp-none"} | {row[0] for row in connection.execute("SELECT id FROM snapshots")}
    upgrade.if_older(tiny_path, always=True)
    with closing(store.connect(tiny_path)) as connection:
        assert [problem for problem in checks.check(connection) if problem.check == "text-pieces"] == []


def test_a_public_edition_has_the_pieces_of_what_it_shows(tiny_path: Path, tmp_path: Path) -> None:
    with closing(store.connect(tiny_path)) as connection, connection:
        connection.execute("UPDATE sources SET access = 'quotes' WHERE snapshot_id IS NOT NULL")
    public_edition.build(tiny_path, tmp_path / "shown.db")
    with closing(sqlite3.connect(tmp_path / "shown.db")) as shown:
        assert shown.execute("SELECT count(*) FROM text_pieces").fetchone()[0] > 0
        assert shown.execute(text_pieces.DIFFERENCE).fetchall() == []
