"""Write the entries of a file that failed, each with why, so that they can be mended and imported again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from kb.ask.tables import whole_file
from kb.errors import DataError
from kb.errors.remedies import Word, python, sentence
from kb.exchange.facts_files import Imported
from kb.exchange.sheet_entries import TYPE, WHY, plain


def write(path: Path, imported: Imported) -> int:
    """Write the failed rows to a file, and return how many."""
    with whole_file(path, "w") as file:
        file.write(text(imported))
    return len(imported.failed)


def text(imported: Imported, word: Word = python) -> str:
    """Return the failed rows of a sheet as CSV that spreadsheet programs open, other entries as JSON Lines, with actions worded by `word`."""
    file = io.StringIO()
    if imported.headings:
        file.write("\ufeff")  # by which Excel tells UTF-8
        kept = [number for number, heading in enumerate(imported.headings) if plain(heading) != WHY]
        writer = csv.writer(file, delimiter=imported.delimiter, lineterminator="\n")
        writer.writerow([*(imported.headings[number] for number in kept), WHY])
        for entry, errors in imported.failed:
            cells = dict(enumerate(entry.cells))
            writer.writerow([*(cells.get(number, "") for number in kept), why(errors, word)])
    else:
        for entry, errors in imported.failed:
            keys = entry.keys or {"line": " ".join(entry.cells)}
            file.write(json.dumps({TYPE: entry.kind, **keys, WHY: why(errors, word)}, ensure_ascii=False, default=str) + "\n")
    return file.getvalue()


def why(errors: list[DataError], word: Word) -> str:
    """Return what is wrong with an entry, with the field and the remedy of each fault."""
    return " | ".join(f"{error.where.rpartition(', ')[2]}: {error.what}: {sentence(error.remedies, word)}" for error in errors)
