"""The program installed as a wheel, away from this checkout, on a base of one's own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = "The mayor said: “the bridge is safe”. Nobody else says so.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once from what the checkout holds now."""
    for needed in ("build", "hatchling"):
        if find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed: pip install -e '.[test]'")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel installs, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)  # what an installer does with a pure wheel, but for the scripts
    return folder


def run(installed: Path, folder: Path, *arguments: str, stdin: str = "") -> str:
    """Call the command as its entry point does, where only the installed files and the requirements can be imported."""
    entry = (installed / next(installed.glob("*.dist-info")).name / "entry_points.txt").read_text("utf-8")
    assert "kb = kb.cli:main" in entry
    start = "import sys; import kb; assert kb.__file__.startswith(sys.argv[1]), kb.__file__; from kb.cli import main; main(sys.argv[2:])"
    paths = os.pathsep.join([str(installed), sysconfig.get_path("purelib")])
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("KB_", "PYTHON"))} | {"PYTHONPATH": paths}
    command = [sys.executable, "-S", "-c", start, str(installed), *arguments]  # -S: no editable install of the checkout
    told = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, input=stdin, check=False)
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


@pytest.mark.thorough
def test_the_wheel_holds_the_model_and_none_of_the_texts(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    model = {path.relative_to(ROOT / "schema").as_posix() for path in (ROOT / "schema").rglob("*") if path.is_file()}
    assert {f"kb/schema_files/{name}" for name in model} <= held
    assert [name for name in held if name.startswith("ingest/") and not name.endswith(".py")] == []
    assert [name for name in held if name.split("/")[0] not in ("kb", "ingest") and ".dist-info/" not in name] == []
    modules = {path.relative_to(ROOT).as_posix() for folder in ("kb", "ingest") for path in (ROOT / folder).rglob("*.py")}
    assert modules <= held


def test_the_wheel_holds_the_sites_pages(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "static"):
        pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "kb" / "site" / folder).rglob("*") if path.is_file()}
        assert pages <= held


@pytest.mark.thorough
def test_the_installed_program_leads_from_nothing_to_triples(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    run(installed, tmp_path, "init", "own.db")
    base = ("--db", "own.db")
    source = run(installed, tmp_path, *base, "source", "add", "note.txt", "--title", "A note", "--author", "Ada")
    added = run(
        installed, tmp_path, *base, "add", "--source", source, "--quote", "the bridge is safe", "--claim", "The bridge is safe",
        "--new-actor", "mayor:person:The mayor", "--speaker", "mayor", "--cue", "said",
    )  # fmt: skip
    assert added.startswith("ast-")
    assert "the bridge is safe" in run(installed, tmp_path, *base, "query", "SELECT quote FROM claim_sheet", "-f", "csv")
    assert added in run(installed, tmp_path, *base, "export", "nq")
    assert run(installed, tmp_path, *base, "query", "denials", "-f", "json") == "[]"
    assert "0 errors" in run(installed, tmp_path, *base, "check")
    assert sorted(path.name for path in tmp_path.iterdir() if "own.db-" not in path.name) == ["note.txt", "own.db"]
