"""`make versions`: the tests on each Python that pyproject.toml promises and this machine has, in environments under build/versions.

They are looked for on the PATH and among pyenv's; PYTHONS="/opt/python3.14/bin/python3 …" names them instead, and TESTED="3.11" leaves out
what another run has tested. Run are the files whose ground differs between versions (standard library, SQLite, wheels of others), or
those given: python -m tests.versions tests
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = Path("build") / "versions"
QUICK = (
    "tests/articles",
    "tests/site/test_load.py",
    "tests/site/test_pages_parts.py",
    "tests/site/test_safety_sql.py",
    "tests/test_api.py",
    "tests/cli/test_cli.py",
    "tests/base/test_dates.py",
    "tests/exchange/test_dump.py",
    "tests/engines/test_edtf.py",
    "tests/ingest/test_ingest.py",
    "tests/base/test_laws.py",
    "tests/propose/test_dates.py",
    "tests/rdf/test_sparql.py",
    "tests/ask/test_search.py",
    "tests/base/test_upgrade.py",
    "tests/test_wheel.py",
    "tests/texts/test_written_dates.py",
)
PROMISE = "Programming Language :: Python :: 3."


def promised() -> list[str]:
    """The versions that pyproject.toml names, such as 3.11."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [f"3.{name.removeprefix(PROMISE)}" for name in project["classifiers"] if name.startswith(PROMISE)]


def version_of(python: str) -> str | None:
    """The version of an interpreter; None where it does not run, as a shim of a version manager does not."""
    try:
        asked = [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=30)
    except OSError:
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None


def interpreters() -> dict[str, str]:
    """An interpreter for each version there is one of."""
    named = os.environ.get("PYTHONS", "").split()
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = named or [f"python{version}" for version in promised()] + sorted(map(str, pyenv.glob("3.*/bin/python3")))
    known: dict[str, str] = {}
    for python in candidates:
        version = version_of(python)
        if version is None and named:
            raise SystemExit(f"PYTHONS names {python}, which does not run")
        if version and (named or version in promised()):
            known.setdefault(version, python)
    return dict(sorted(known.items(), key=lambda item: int(item[0].split(".")[1])))


def tested(version: str, python: str, files: list[str]) -> bool:
    """Whether the files pass on this interpreter, in an environment that the Makefile sets up as it does .venv."""
    place = PLACE / version
    subprocess.run(["make", "--no-print-directory", f"VENV={place}", f"PYTHON={python}", f"{place}/test"], cwd=ROOT, check=True)
    command = [str(place / "bin" / "python"), "-m", "pytest", "-n", "auto", "-p", "no:cacheprovider", *files]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def main(files: list[str]) -> int:
    known = interpreters()
    print("not on this machine:", ", ".join(version for version in promised() if version not in known) or "none")
    if not known:
        return 1
    for version in os.environ.get("TESTED", "").split():
        known.pop(version, None)
    failed = []
    for version, python in known.items():
        print(f"Python {version}: {python}", flush=True)
        if not tested(version, python, files or list(QUICK)):
            failed.append(version)
    print("failed on Python " + ", ".join(failed) if failed else f"passed on Python {', '.join(known)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
