"""Write README and docs anew: `python -m tests.docs`, or only the PAGES that are named."""

from __future__ import annotations

import argparse
import contextlib
import io
import tempfile
from pathlib import Path

from tests.conftest import INGEST, built
from tests.docs import pages, reference
from tests.docs.terminal import ROOT


def rewrite(names: list[str]) -> None:
    """Write each page whose path ends with one of the names; without names, every page."""
    with tempfile.TemporaryDirectory() as place:
        with contextlib.redirect_stdout(io.StringIO()):  # what was built is not what was asked for
            base = built(Path(place) / "kb.db", INGEST)
        made = {reference.FOLDER / name: make for name, make in reference.PAGES.items()}
        made |= {path: lambda base, path=path: pages.as_it_should_be(path, base) for path in pages.by_hand()}
        for path, make in made.items():
            if not names or any(path.as_posix().endswith(name) for name in names):
                write(path, make(base))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.docs", description=__doc__)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as README.md or reference/tables.md")
    rewrite(parser.parse_args().pages)
