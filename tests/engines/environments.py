"""Environments of their own for engines that would pull this project's libraries to other versions.

Each NAME.txt here pins what build/engines/NAME holds; `python -m tests.engines` makes those that are missing or out of date.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLACE = ROOT / "build" / "engines"
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))


def interpreter(name: str) -> Path | None:
    """The Python of an environment; None where it was not made, or not from what its list says now."""
    made_from = PLACE / name / "made-from.txt"
    current = made_from.is_file() and made_from.read_text("utf-8") == listed(name)
    return PLACE / name / "bin" / "python" if current else None


def listed(name: str) -> str:
    return (HERE / f"{name}.txt").read_text("utf-8")


def make(name: str) -> None:
    """Make an environment anew. Raises CalledProcessError where a package cannot be had."""
    venv.create(PLACE / name, clear=True, with_pip=True)
    command = [str(PLACE / name / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, "--requirement", str(HERE / f"{name}.txt")], check=True)
    (PLACE / name / "made-from.txt").write_text(listed(name), encoding="utf-8")


def run(name: str, script: str, *arguments: str) -> str:
    """What a script of this folder prints in an environment; skips the test where the environment is not there."""
    python = interpreter(name)
    if python is None:
        pytest.skip(f"no environment build/engines/{name}: make it with python -m tests.engines {name}")
    return command(str(python), str(HERE / script), *arguments)


def command(*words: str, fine: tuple[int, ...] = (0,)) -> str:
    """What a program prints; an AssertionError with what it complained of where it leaves with another code."""
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in fine, f"{' '.join(words)}\n{done.stderr[-4000:]}"
    return done.stdout


def main(names: list[str]) -> None:
    """Make the environments that are missing, as many at a time as there are cores."""
    missing = [name for name in names or NAMES if interpreter(name) is None]
    sys.stderr.writelines(f"making build/engines/{name}\n" for name in missing)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(make, missing))
