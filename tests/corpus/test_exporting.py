"""The N-Quads of a lake are those of a base that pulled everything."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from kb.base import store
from kb.corpus import exporting, pulling
from kb.errors import UsageError
from kb.rdf import export
from tests.corpus.test_lake import article_folder, names, read_into  # noqa: F401 - a fixture
from tests.whole import done


@pytest.mark.thorough
def test_the_triples_are_those_of_a_base_that_pulled_everything(names: Path, tmp_path: Path) -> None:  # noqa: F811
    folder = article_folder(tmp_path / "articles", range(3))
    (folder / "odd.txt").write_text('A "quoted"  headline \\ 成 100%\n\nThe\tmill <said> that 1.50 of {it} is “gone”.\n', encoding="utf-8")
    made = read_into(tmp_path / "lake", folder, names)
    desk = Path(shutil.copy(names, tmp_path / "desk.db"))
    connection = store.connect(desk)
    pulling.pull(connection, made, pulling.choose(made, None), contributor="tester")
    printed = io.BytesIO()
    export.write(connection, "nq", printed)
    connection.close()
    said = done("corpus", "export", "nq", made.path, "-o", tmp_path / "nq")
    files = sorted((tmp_path / "nq").glob("*.nq"))
    assert len(files) > 3
    lines = [line for file in files for line in file.read_bytes().splitlines()]
    assert said == f"{tmp_path / 'nq'}: {len(files)} files, {len(lines)} lines"
    assert sorted(set(lines)) == sorted(set(printed.getvalue().splitlines()))
    assert len(lines) - len(set(lines)) < 100  # whom several parts name, and no more
    with pytest.raises(UsageError, match="the folder holds something"):
        next(exporting.write(made, tmp_path / "nq"))
