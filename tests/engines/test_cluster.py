"""Whatever reads a folder into a lake, and however its parts are dealt out, the rows are the same."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from kb.corpus import exporting, lake
from tests.corpus.test_lake import article_folder, in_lake, read_into
from tests.engines import environments

CLUSTER = "local-cluster[2,1,1024]"  # two executors, each a process of its own with a core and a gigabyte
ROOT = Path(__file__).resolve().parents[2]


def files(place: Path) -> list[str]:
    """The files of a lake but for that of its run, which is another one in each."""
    return sorted(path.relative_to(place).as_posix() for path in place.glob("*/*/*.parquet") if path.parent.parent.name != "runs")


@pytest.mark.engines
def test_spark_gives_the_rows_that_one_machine_gives_also_where_an_executor_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = article_folder(tmp_path / "articles", range(20))
    (folder / "broken.txt").write_bytes(b"caf\xe9 \xff\xfe\x00 broken")
    here = in_lake(read_into(tmp_path / "local", folder))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    told = json.loads(environments.run("cluster", "run_spark.py", CLUSTER, str(folder), str(tmp_path)))
    assert told["master"] == CLUSTER
    assert len(told["ended"]) == 1
    assert in_lake(lake.open_lake(tmp_path / "spark-3")) == here
    assert in_lake(lake.open_lake(tmp_path / "spark-8")) == here
    sum(exporting.write(lake.open_lake(tmp_path / "spark-8"), tmp_path / "quads-here"))
    printed = {file.name: file.read_bytes() for file in (tmp_path / "quads-here").iterdir()}
    assert {file.name: file.read_bytes() for file in (tmp_path / "quads").iterdir()} == printed
    assert files(tmp_path / "spark-3") == files(tmp_path / "spark-8") == files(tmp_path / "local")


@pytest.mark.engines
def test_duckdb_answers_the_questions_of_the_page_over_a_lake(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    page = (ROOT / "docs" / "how-to" / "archive.md").read_text("utf-8")
    for name, text in re.findall(r"^```text file=archive/(\S+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        (folder / name).write_text(text + "It was told in 2024 that 12 ships left.\n", encoding="utf-8")
    read_into(tmp_path / "lake", folder)
    answers = json.loads(environments.run("cluster", "run_lake_questions.py", str(ROOT / "docs/how-to/archive.md"), str(tmp_path / "lake")))
    assert len(answers) == 10
    assert [question for question, rows in answers.items() if not rows] == []
    assert answers["Who denies what?"][0][:2] == ["The union", "that the quay would close"]
    assert [row[:2] for row in answers["How many sentences of each article are in no proposed claim?"]] == [
        ["The quay on Monday", 4],
        ["The quay on Tuesday", 4],
    ]
