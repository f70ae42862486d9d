"""A lake of Parquet files: the same rows as reading the folder into a base, whatever breaks off; pulled into a base, every law holds."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.base import runs, store
from kb.base.model import Row
from kb.corpus import article, columns, engines, lake, parts, proposing
from kb.corpus.lake import OF_ARTICLES, SHARED
from kb.corpus.spark import session
from kb.corpus.waiting import Waiting
from kb.errors import DataError, UsageError
from kb.names.entities import NewEntity, add_entity
from kb.review import folders
from tests.harness.shared_worker import shared_worker
from tests.whole import kb

ROWS_OF = article.rows_of
engines.Worker = shared_worker  # type: ignore[misc, assignment]
HOW: dict[str, object] = {"model": "none", "access": None, "keep_all": False}
PAGE = (
    "<html lang=en><head><title>{title}</title><meta name=author content='{author}'>"
    "<meta property='og:site_name' content='Harbour Gazette'>"
    "<meta property='article:published_time' content='2024-05-0{day}'></head><body><article><h1>{title}</h1>"
    "<p>The harbour office said on Monday that {ships} ships left the “outer” basin, 成 and all.</p>"
    "<p>{author} denied that the quay would close. More than {ships} crews were paid 1,250.50 euros, the union said.</p>"
    "</article></body></html>"
)
Listing = dict[str, list[tuple[Any, ...]]]


def article_folder(at: Path, numbers: range) -> Path:
    (at / "older").mkdir(parents=True, exist_ok=True)
    for number in numbers:
        page = PAGE.format(
            title=f"Notice {number // 2}",
            author=("Ada Vell", f"Bo Tarn{chr(97 + number)}")[number % 2],
            day=number % 8 + 1,
            ships=number + 3,
        )
        (at / f"page-{number}.html").write_text(page, encoding="utf-8")
        (at / "older" / f"note_{number}.txt").write_text(f"Note {number}\n\nThe office said that {number} boats sank.\n", encoding="utf-8")
    return at


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = article_folder(tmp_path_factory.mktemp("articles"), range(3))
    (made / "broken.txt").write_bytes(b"caf\xe9 \xff\xfe\x00 broken")
    (made / "copy.html").write_bytes((made / "page-1.html").read_bytes())
    (made / "other-bytes.html").write_bytes((made / "page-2.html").read_bytes() + b"\n<!-- printed again -->\n")
    return made


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base that knows one of the authors. Those whom another article of the folder brings are unknown to a lake."""
    path = tmp_path_factory.mktemp("names") / "names.db"
    store.init(path)
    connection = store.connect(path)
    with runs.begin(connection, "add", contributor="tester") as run:
        add_entity(run, NewEntity("actor", "ada-vell", {"id": "ada-vell", "name": "Ada Vell", "kind": "person"}))
    connection.close()
    return path


@pytest.fixture(scope="module")
def read(folder: Path, names: Path, tmp_path_factory: pytest.TempPathFactory) -> lake.Lake:
    return read_into(tmp_path_factory.mktemp("lake") / "lake", folder, names)


def read_into(path: Path, folder: Path, names: Path | None = None) -> lake.Lake:
    made = lake.open_or_create(path, names, "tester", HOW)
    for _ in proposing.propose(made, folder, proposing.new_articles(made, folder)):
        pass
    return made


def unstamped(table: str, rows: Iterator[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Rows without who recorded them and when, sorted."""
    names = [name for name in columns.declared()[table] if name not in ("run_id", "recorded_at")]
    return sorted((tuple(row[name] for name in names) for row in rows), key=repr)


def in_lake(made: lake.Lake) -> Listing:
    return {
        table: unstamped(table, (row for file in made.files(table) for row in columns.read(file)))
        for table in dict.fromkeys((*OF_ARTICLES, *SHARED))
    }


def in_base(connection: sqlite3.Connection) -> Listing:
    connection.row_factory = sqlite3.Row
    return {
        table: unstamped(table, map(dict, connection.execute(f"SELECT * FROM {table}").fetchall()))
        for table in dict.fromkeys((*OF_ARTICLES, *SHARED))
    }


@pytest.mark.thorough
def test_the_rows_are_those_of_reading_the_folder_into_a_base(folder: Path, names: Path, read: lake.Lake, tmp_path: Path) -> None:
    base = Path(shutil.copy(names, tmp_path / "base.db"))
    connection = store.connect(base)
    before = in_base(connection)
    outcomes = list(folders.take_all(base, folders.article_files(folder), folders.Options("tester", "none"), workers=1))
    assert [one.file.name for one in outcomes if one.problem] == ["broken.txt"]
    wanted = {table: [row for row in rows if row not in before[table]] for table, rows in in_base(connection).items()}
    connection.close()
    assert len(wanted["sources"]) == 6
    assert all(wanted[table] for table in (*OF_ARTICLES, "actors"))
    assert [row for row in wanted["proposals"] if "ada-vell" in row]
    assert in_lake(read) == wanted


def test_an_article_that_cannot_be_read_is_a_row_with_its_error_and_copies_are_left_out(folder: Path, read: lake.Lake) -> None:
    failures = {row["file"]: row for file in read.files("failures") for row in columns.read(file)}
    assert set(failures) == {"broken.txt", "page-2.html"}
    assert failures["page-2.html"]["error"] == "the same text as other-bytes.html"
    assert failures["broken.txt"]["error"] == "byte 3 (line 1) is not UTF-8"
    articles = {row["file"]: row for file in read.files("articles") for row in columns.read(file)}
    assert set(articles) == {"copy.html", "other-bytes.html", "page-0.html", *(f"older/note_{number}.txt" for number in range(3))}
    assert list(proposing.new_articles(read, folder)) == []


@pytest.mark.thorough
def test_reading_that_was_broken_off_goes_on_where_it_was(folder: Path, names: Path, read: lake.Lake, tmp_path: Path) -> None:
    made = lake.open_or_create(tmp_path / "lake", names, "tester", HOW)
    found = proposing.new_articles(made, folder)
    working = proposing.propose(made, folder, found)
    next(working)
    working.close()
    part = next(made.parts())
    shutil.copy(made.file("articles", part), made.file("sentences", f"{part}0"))  # of a part that did not come to its end
    with pytest.raises(DataError, match="broken off"):
        made.refuse_unfinished()
    left = proposing.new_articles(lake.open_lake(tmp_path / "lake"), folder)
    assert len(left) < len(found)
    again = lake.open_or_create(tmp_path / "lake", None, "tester", HOW)
    list(proposing.propose(again, folder, left))
    again.refuse_unfinished()
    assert in_lake(again) == in_lake(read)
    with pytest.raises(UsageError, match="another keep_all"):
        lake.open_or_create(tmp_path / "lake", None, "tester", HOW | {"keep_all": True})


@pytest.mark.thorough
def test_an_id_that_would_have_two_contents_leaves_the_later_article_out_and_names_it(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, author in enumerate(("Zoé Vell", "Zoe Vell")):  # letters with accents are written the same in ids
        page = PAGE.format(title=f"Notice {number}", author=author, day=1, ships=number)
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    made = read_into(tmp_path / "lake", folder)
    assert [row["file"] for file in made.files("articles") for row in columns.read(file)] == ["0.html"]
    (failed,) = [row for file in made.files("failures") for row in columns.read(file)]
    assert (failed["file"], failed["place"]) == ("1.html", "actors zoe-vell")
    assert failed["error"].startswith("one id with two contents")
    assert [row[1] for row in in_lake(made)["actors"]] == ["Harbour Gazette", "Zoé Vell"]


def failing_on_one(names: Path | None, settings: lake.Settings, file: str, data: bytes) -> dict[str, list[Row]]:
    """As `article.rows_of`, but with a fault of the program on one of the articles."""
    if file == "page-0.html":
        raise IndexError("list index out of range")
    return ROWS_OF(names, settings, file, data)


def test_a_fault_of_the_program_in_one_article_is_a_row_and_the_others_are_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article, "rows_of", failing_on_one)
    made = read_into(tmp_path / "lake", folder)
    (failed,) = [row for file in made.files("failures") for row in columns.read(file) if row["file"] == "page-0.html"]
    assert failed["error"].startswith("this program failed on it: IndexError: list index out of range (tests/corpus/test_lake.py, line ")
    assert len([row for file in made.files("articles") for row in columns.read(file)]) > 4


@pytest.mark.thorough
def test_the_command_reads_a_folder_and_tells_what_came_of_it(tmp_path: Path) -> None:
    folder = article_folder(tmp_path / "articles", range(1))
    said = kb("corpus", "propose", folder, "--to", tmp_path / "lake", "--model", "none")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{tmp_path / 'lake'}: 2 articles read, 0 left out; 4 proposals\n"
    assert kb("corpus", "propose", folder, "--to", tmp_path / "lake", "--model", "none").out.endswith(
        ": 0 articles read, 0 left out; 0 proposals\n"
    )
    assert "holds something else" in kb("corpus", "propose", folder, "--to", folder, "--model", "none").err
    refused = kb("corpus", "propose", folder, "--to", tmp_path / "lake", "--master", "local[1]")
    assert (refused.code, "--engine spark" in refused.err) == (2, True)


def test_where_spark_is_not_installed_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(DataError, match="Spark is not installed") as told:
        session()
    assert "[cluster]" in told.value.remedy


def test_the_articles_that_wait_take_no_memory_whatever_their_number_and_the_first_of_one_content_counts() -> None:
    def listed() -> Iterator[parts.Article]:
        for number in range(20_000):
            sha256 = hashlib.sha256(str(number % 15_000).encode()).hexdigest()
            yield parts.Article(sha256, f"{19_999 - number:05}-\udcff.txt")  # a name that is not UTF-8

    digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(100)]
    tracemalloc.start()
    try:
        found = Waiting(listed(), digests)
        divided = [(part.name, len(part.articles)) for part in parts.divide(found)]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000
    assert len(found) == sum(count for _, count in divided) == 14_900
    by_digest = {each.sha256: each.file for each in found}
    assert list(by_digest) == sorted(by_digest) and not by_digest.keys() & set(digests)
    assert by_digest[hashlib.sha256(b"200").hexdigest()] == "04799-\udcff.txt"
    assert by_digest[hashlib.sha256(b"14999").hexdigest()] == "05000-\udcff.txt"
