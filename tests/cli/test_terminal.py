"""What is printed fits the terminal it is printed at, whatever the script; in a pipe it is plain and whole."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from kb.ask import tables
from kb.cli import terminal
from tests.cli.screen import columns_of, screen
from tests.whole import done, kb

ROWS = {
    "claim_id": "clm-aaaaaaaaaaaa",
    "claim": "The ferry carried at least one thousand two hundred passengers in the month of April, the harbour office said",
    "han": "渡輪四月份運載了至少一千二百名乘客" * 5,
    "marks": "Cafe\u0301 Zu\u0308rich e\u0323\u0301 " * 8,
    "emoji": "👩‍👩‍👧 🇨🇭 👍🏽 ☎️ " * 8,
    "count": 1200,
}
NAMES = tuple(ROWS)
SQL = "SELECT " + ", ".join(f"{value} AS {name}" if name == "count" else f"'{value}' AS {name}" for name, value in ROWS.items())
SHORT = "SELECT 'clm-a' AS claim_id, 'affirms' AS stance, '{words}' AS quote"


def bare(value: object) -> str:
    return re.sub(r"\s", "", str(value))


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.thorough
def test_a_table_fits_the_terminal_and_every_character_stands_in_its_column(width: int, tiny_path: Path) -> None:
    shown = screen("query", SQL, columns=width, env={"KB_DB": str(tiny_path)})
    assert shown.code == 0
    assert shown.widest <= width
    assert columns_of(shown.lines[:-1]) == {name: bare(value) for name, value in ROWS.items()}
    assert any(line.startswith(ROWS["claim_id"]) for line in shown.lines)  # an id is never folded
    assert "\x1b[1m" in shown.raw


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.thorough
def test_rows_that_fit_no_table_are_printed_one_column_a_line(width: int, tiny_path: Path) -> None:
    shown = screen("query", "SELECT * FROM claim_sheet ORDER BY assertion_id LIMIT 2", columns=width, env={"KB_DB": str(tiny_path)})
    assert shown.widest <= width
    records = [number for number, line in enumerate(shown.lines) if re.match(r"-\[ [12] of 2 \]-", line)]
    assert len(records) == 2
    columns, rows = _answer(tiny_path, "SELECT * FROM claim_sheet ORDER BY assertion_id LIMIT 2")
    for begin, end, row in zip(records, [*records[1:], None], rows, strict=True):
        block = shown.lines[begin + 1 : end]
        wanted = "".join(name + ("" if value is None else str(value)) for name, value in zip(columns, row, strict=True))
        assert bare("".join(block)) == bare(wanted)


def _answer(path: Path, sql: str) -> tuple[list[str], list[tuple[object, ...]]]:
    from kb.ask import queries
    from kb.base import store

    connection = store.connect(path, readonly=True)
    columns, rows = queries.ask(connection, sql, {})
    listed = list(rows)
    connection.close()
    return columns, listed


@pytest.mark.parametrize("columns", [None, "40"])
def test_a_table_in_a_pipe_is_that_of_kb_tabular_whatever_the_terminal(columns: str | None, tiny_path: Path) -> None:
    plain = io.StringIO()
    tables.write_table(plain, NAMES, [tuple(ROWS.values())])
    said = kb("query", SQL, db=tiny_path, env={"COLUMNS": columns, "TERM": "xterm-256color"} if columns else None)
    assert said.out == plain.getvalue()
    assert said.err == ""


@pytest.mark.parametrize("format_", ["csv", "json", "jsonl"])
@pytest.mark.thorough
def test_formats_for_programs_are_the_same_at_a_terminal(format_: str, tiny_path: Path) -> None:
    shown = screen("query", SQL, "-f", format_, columns=40, env={"KB_DB": str(tiny_path)})
    assert shown.raw.replace("\r\n", "\n").rstrip("\n") == done("query", SQL, "-f", format_, db=tiny_path)


@pytest.mark.parametrize("asked", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
@pytest.mark.thorough
def test_without_colours_the_table_is_the_same(asked: dict[str, str], tiny_path: Path) -> None:
    words = "quote " * 30
    coloured = screen("query", SHORT.format(words=words), columns=80, env={"KB_DB": str(tiny_path)})
    plain = screen("query", SHORT.format(words=words), columns=80, env={"KB_DB": str(tiny_path)} | asked)
    assert "\x1b" in coloured.raw
    assert "\x1b" not in plain.raw
    assert plain.lines == coloured.lines


def test_columns_says_how_wide_the_terminal_is(tiny_path: Path) -> None:
    shown = screen("query", SHORT.format(words="quote " * 30), columns=200, env={"KB_DB": str(tiny_path), "COLUMNS": "60"})
    assert 50 < shown.widest <= 60


def test_the_words_of_a_text_cannot_steer_the_terminal(tiny_path: Path) -> None:
    evil = "SELECT 'a' || char(27) || ']0;title' || char(7) || char(27) || '[31mred' || char(155) || '2J' AS quote"
    shown = screen("query", evil, columns=80, env={"KB_DB": str(tiny_path), "NO_COLOR": "1"})
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]", shown.raw)
    assert "a�]0;title��[31mred�2J" in shown.raw
    assert "\x1b" in done("query", evil, db=tiny_path)  # a pipe gets the characters themselves


@pytest.mark.parametrize(
    "arguments",
    [("query",), ("show", "clm-ferry-too-small"), ("trace", "clm-ferry-too-small"), ("coverage",), ("search", "ferry"), ("check",)],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.thorough
def test_what_commands_tell_a_person_fits_the_terminal(arguments: tuple[str, ...], tiny_path: Path) -> None:
    shown = screen(*arguments, columns=80, env={"KB_DB": str(tiny_path)})
    assert shown.code == 0
    assert shown.widest <= 80
    if arguments[0] == "trace":  # the same words in the same order as in a pipe
        assert bare("".join(shown.lines)) == bare(done(*arguments, db=tiny_path))


@pytest.mark.thorough
def test_progress_shows_at_a_terminal_and_leaves_nothing_behind(tiny_path: Path, tmp_path: Path) -> None:
    dumped = tmp_path / "dump"
    done("dump", dumped, db=tiny_path)
    base = {"KB_DB": str(tiny_path)}
    for arguments, label in (
        (("export", "nq", "-o", tmp_path / "all.nq"), "writing"),
        (("export", "csv", "-o", tmp_path / "all.csv"), "writing"),
        (("--db", tmp_path / "new.db", "load", dumped), "loading rows"),
    ):
        shown = screen(*arguments, columns=80, env=base)
        assert shown.code == 0, shown.raw
        assert label in shown.raw
        assert "\x1b[2K" in shown.raw.split(label)[-1]  # the bar is wiped away
    assert screen("export", "nq", "-o", tmp_path / "all.nq", columns=80, env=base | {"TERM": "dumb"}).lines[0].endswith("bytes")
    assert (tmp_path / "all.nq").read_text("utf-8").rstrip("\n") == done("export", "nq", db=tiny_path)
    assert (tmp_path / "all.csv").read_text("utf-8").rstrip("\n") == done("export", "csv", db=tiny_path)


@pytest.mark.thorough
def test_progress_of_a_folder_leaves_the_ids_whole(empty_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("bridge", "ferry"):
        (folder / f"{name}.txt").write_text(f"The {name} is late, the board said.\n", encoding="utf-8")
    shown = screen("propose", folder, "--model", "none", columns=80, env={"KB_DB": str(empty_path)})
    assert shown.code == 0, shown.raw
    assert "reading articles" in shown.raw
    wiped = [re.split(r"\r", line)[-1] for line in shown.lines]
    assert {"bridge", "ferry"} <= {re.sub("-[0-9a-f]{6}$", "", line) for line in wiped}
    said = kb("propose", folder, "--model", "none", db=empty_path)
    assert (said.out, said.err) == ("", "0 articles added, 2 that were there already, 0 left out; 0 proposals\n")


@pytest.mark.thorough
def test_reading_curated_files_shows_progress_at_a_terminal_only(tmp_path: Path) -> None:
    tiny = Path(__file__).parents[1] / "tiny"
    shown = screen(tiny, "--db", tmp_path / "one.db", columns=80, module="ingest")
    assert shown.code == 0, shown.raw
    assert "reading harbour-gazette" in shown.raw
    assert "reading" not in screen(tiny, "--db", tmp_path / "two.db", columns=80, module="ingest", env={"TERM": "dumb"}).raw


# ---------------------------------------------------------------------------------------------------------------- widths


@pytest.mark.parametrize(
    ("row", "room", "wanted"),
    [
        (("clm-aaaaaaaaaaaa", "x" * 10, "x" * 10), 80, [16, 10, 10]),  # all fits
        (("clm-aaaaaaaaaaaa", "x" * 100, "x" * 10), 80, [16, 50, 10]),  # only the widest is folded
        (("clm-aaaaaaaaaaaa", "x" * 100, "x" * 200), 80, [16, 30, 30]),  # two wide ones share what is left
        (("clm-aaaaaaaaaaaa", "漢" * 6, "x" * 200), 80, [16, 12, 48]),  # two cells a character
        (("c" * 50, "x" * 100, "x" * 100), 80, [50, 13, 13]),
        (("c" * 60, "x" * 100, "x" * 100), 80, None),  # no room to read the text in
        (("clm-a", 123456789, "x" * 100), 20, None),  # a number is not folded either
    ],
)
def test_room_is_shared_fairly(row: tuple[object, ...], room: int, wanted: list[int] | None) -> None:
    assert terminal.column_widths(("id", "b", "c"), [row], room) == wanted


def test_an_answer_without_rows_shows_its_columns(tiny_path: Path) -> None:
    shown = screen("query", "SELECT id, text FROM claims WHERE id = 'none'", columns=80, env={"KB_DB": str(tiny_path), "NO_COLOR": "1"})
    assert shown.lines[:2] == ["id  text", "--  ----"]
