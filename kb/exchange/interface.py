"""Taking in references, and checking what a text cites, as methods: a part of the Python interface."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kb.base import runs

if TYPE_CHECKING:
    from kb.exchange.cite_check import Report
    from kb.exchange.referenced import Referenced


class Exchanging:
    """What an open base offers to texts and programs that refer to works. Whoever inherits it has the `connection`."""

    connection: sqlite3.Connection

    def cite_check(self, files: Iterable[tuple[str, str]], since: str | None = None) -> Report:
        """Return what has changed of the claims and sources that texts of Markdown, LaTeX or BibTeX cite, given as (name, text).

        A citation is checked since the day on which it was looked at, where the text says so, else since `since` (ISO 8601), else since ever.
        """
        from kb.exchange import cite_check

        return cite_check.check(self.connection, files, since)

    def import_references(
        self, file: str | Path, format: str = "references", *, by: str | None = None, dry_run: bool = False
    ) -> Referenced:
        """Record the references of a file (BibTeX, RIS, CSL-JSON) as works without texts; those that the base has stay as they are."""
        from kb.exchange import referenced
        from kb.exchange.formats import registry

        listed = registry.read_references(Path(file).name, Path(file).read_bytes(), format)
        with runs.begin(self.connection, "import", contributor=by, reason=f"import of {Path(file).name}", dry_run=dry_run) as run:
            return referenced.take(run, listed)
