"""CONTRIBUTING leads to what exists: each path in its tables is there, and each folder of the library is on its map."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
CHANGES = (
    *("a named question", "a column on claims", "an export format", "an attribution rule", "a page of the site"),
    *("an article format", "a law", "a SHACL shape", "a language", "a command"),
)
PLACEHOLDER = re.compile(r"NAME|<[a-z-]+>")


def table(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, cell by cell, without its head."""
    part = CONTRIBUTING.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in part.splitlines() if line.startswith("|")]
    assert len(rows) > 2, f"no table under {heading}"
    return rows[2:]


def paths(cell: str) -> list[str]:
    """The paths that stand as code in a cell; other code, such as a command, holds a blank or no slash and no dot."""
    return [code for code in re.findall(r"`([^`]+)`", cell) if " " not in code and ("/" in code or "." in code)]


def there(path: str) -> bool:
    """Whether a path exists; one with a placeholder stands for the files like it, of which there must be some."""
    return any(ROOT.glob(PLACEHOLDER.sub("*", path).rstrip("/")))


@pytest.mark.parametrize("heading", ["Where a change belongs", "The map"])
def test_every_path_that_contributing_names_exists(heading: str) -> None:
    named = [path for row in table(heading) for cell in row for path in paths(cell)]
    assert len(named) > 15
    assert [path for path in named if not there(path)] == []


def test_every_kind_of_change_is_answered_with_files_and_a_test() -> None:
    answers = {row[0]: row[1:] for row in table("Where a change belongs")}
    for change in CHANGES:
        files, tests, _refresh = answers[change]
        assert paths(files), change
        assert any(path.startswith("tests/") for path in paths(tests)), change


def test_every_folder_and_module_at_the_top_of_the_library_is_on_the_map() -> None:
    mapped = {path.rstrip("/") for row in table("The map") for path in paths(row[0])}
    library = [path for path in (ROOT / "kb").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    own = {path.relative_to(ROOT).as_posix() for path in library if path.name not in ("__init__.py", "__main__.py")}
    assert own - mapped == set()


def test_every_folder_of_the_repository_is_on_the_map() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False) if shutil.which("git") else None
    if listed is None or listed.returncode:
        pytest.skip("not a git checkout")
    tracked = {path.partition("/")[0] for path in listed.stdout.splitlines() if "/" in path and not path.startswith(".")}
    mapped = {path.partition("/")[0] for row in table("The map") for path in paths(row[0])}
    assert len(tracked) > 4
    assert tracked - mapped == set()


def test_no_change_is_listed_twice() -> None:
    changes = [row[0] for row in table("Where a change belongs")]
    assert len(changes) == len(set(changes))
