"""What is pulled from lakes into a base is what reading the articles into it gives, under every law."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.base import checks, store
from kb.corpus import columns, lake, pulling
from kb.errors import DataError, UsageError
from kb.review import folders
from tests.corpus.test_lake import article_folder, in_base, names, read_into  # noqa: F401 - a fixture
from tests.whole import kb, rows


@pytest.mark.thorough
def test_two_articles_of_one_headline_in_two_lakes_are_in_one_base_as_if_they_were_read_together(empty_path: Path, tmp_path: Path) -> None:
    folder = article_folder(tmp_path / "together", range(2))
    desk = tmp_path / "desk.db"
    store.init(desk)
    connection = store.connect(desk)
    for number in range(2):
        alone = tmp_path / f"alone-{number}"
        alone.mkdir()
        for file in (f"page-{number}.html", f"older/note_{number}.txt"):
            (alone / Path(file).name).write_bytes((folder / file).read_bytes())
        made = read_into(tmp_path / f"lake-{number}", alone)
        pulled = pulling.pull(connection, made, pulling.choose(made, None), contributor="tester")
        assert pulled.rows > 20
        assert pulled.differing == []
    list(folders.take_all(empty_path, folders.article_files(folder), folders.Options("tester", "none"), workers=1))
    together = store.connect(empty_path)
    assert in_base(connection) == in_base(together)
    assert [row[1] for row in in_base(connection)["sources"]].count("Notice 0") == 2
    assert [problem for problem in checks.check(connection) if problem.severity == "error"] == []
    before = rows(desk)
    pulling.pull(connection, made, pulling.choose(made, None), contributor="tester")
    assert rows(desk) == before
    together.close()
    connection.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> lake.Lake:
    at = tmp_path_factory.mktemp("pulled")
    return read_into(at / "lake", article_folder(at / "articles", range(3)))


@pytest.mark.thorough
def test_a_condition_chooses_articles_with_all_that_is_theirs(made: lake.Lake, tmp_path: Path) -> None:
    desk = tmp_path / "desk.db"
    where = "published >= '2024-05-02' AND title LIKE 'notice%' OR file = 'older/note_1.txt'"
    said = kb("corpus", "pull", made.path, "--where", where, "--into", desk)
    assert said.code == 0, said.err
    assert "3 articles chosen" in said.out
    held = rows(desk)
    assert len(held["sources"]) == len(held["snapshots"]) == 3
    assert len(held["originals"]) == 2
    assert {row[1] for row in held["actors"]} >= {"Harbour Gazette", "Bo Tarnb", "Ada Vell"}
    waiting = kb("review", "--list", db=desk).out
    assert "ships left the" in waiting
    assert kb("check", db=desk).code == 0
    with pytest.raises(UsageError, match="no such column: headline"):
        pulling.choose(made, "headline = 'x'")


@pytest.mark.thorough
def test_what_a_law_refuses_is_not_pulled_nor_anything_with_it(made: lake.Lake, tmp_path: Path) -> None:
    chosen = pulling.choose(made, "proposals > 0")
    part = next(part for part in chosen.by_part if made.file("proposals", part).exists())
    file = made.file("proposals", part)
    spoilt = [row | {"exact": "words that are not in the text"} for row in columns.read(file)]
    kept = file.read_bytes()
    columns.write(file, "proposals", spoilt)
    desk = tmp_path / "desk.db"
    try:
        said = kb("corpus", "pull", made.path, "--into", desk)
    finally:
        file.write_bytes(kept)
    assert said.code == 1
    assert "proposals" in said.err
    assert not desk.exists()


@pytest.mark.thorough
def test_actors_of_the_base_that_a_lake_was_read_with_must_be_where_it_is_pulled_into(
    names: Path,  # noqa: F811
    tmp_path: Path,
    empty_path: Path,
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "visit.txt").write_text("The visit\n\nAda Vell said that the talks went well.\n", encoding="utf-8")
    made = read_into(tmp_path / "lake", folder, names)
    connection = store.connect(empty_path)
    with pytest.raises(DataError, match=r"1 actors whom this base does not have: ada-vell"):
        pulling.pull(connection, made, pulling.choose(made, None), contributor="tester")
    connection.close()
