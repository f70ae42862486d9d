"""`make prerelease`: the tests of the site with the newest pre-release of Datasette, in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from tests.supply.licences import ROOT

FOLDER = ROOT / "build" / "prerelease"
# What meets Datasette itself: our hooks, its tables in our dress, its own writes, and a page of each kind.
TESTS = tuple(
    f"tests/site/test_{name}.py"
    for name in ("plugin", "starting", "datasette_write_api", "pages_claims", "pages_lists", "safety_headers", "safety_writes")
)


def main() -> None:
    """Install what is pinned, then the newest Datasette with what it needs, and run the tests; ends as they do."""
    venv.create(FOLDER, with_pip=True)
    python = FOLDER / "bin" / "python"
    pinned = ["--quiet", "--only-binary", ":all:", "--constraint", str(ROOT / "constraints.txt"), "--editable", f"{ROOT}[test,read,nlp]"]
    run(python, "-m", "pip", "install", *pinned)
    run(python, "-m", "pip", "install", "--quiet", "--upgrade", "--pre", "--only-binary", ":all:", "datasette")  # past our pin, on purpose
    run(python, "-c", "import datasette; print('Datasette', datasette.__version__)")
    sys.exit(subprocess.run([python, "-m", "pytest", "-n", "auto", "--dist", "loadfile", *TESTS], cwd=ROOT, check=False).returncode)


def run(python: Path, *arguments: str) -> None:
    subprocess.run([python, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
