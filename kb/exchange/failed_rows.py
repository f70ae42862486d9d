"""Write the entries of a file that failed, each with why, so that they can be mended and imported again."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from kb.ask.tables import whole_file
from kb.errors import DataError
from kb.errors.remedies import python, sentence
from kb.exchange.facts_files import Imported
from kb.exchange.sheet_entries import TYPE, WHY, plain


def write(path: Path, imported: Imported) -> int:
    """Write the failed rows of a sheet as CSV that spreadsheet programs open, other entries as JSON Lines, and return how many."""
    with whole_file(path, "w") as file:
        if imported.headings:
            file.write("\ufeff")  # by which Excel tells UTF-8
            kept = [number for number, heading in enumerate(imported.headings) if plain(heading) != WHY]
            writer = csv.writer(file, delimiter=imported.delimiter, lineterminator="\n")
            writer.writerow([*(imported.headings[number] for number in kept), WHY])
            for entry, errors in imported.failed:
                cells = dict(enumerate(entry.cells))
                writer.writerow([*(cells.get(number, "") for number in kept), why(errors)])
        else:
            for entry, errors in imported.failed:
                keys = entry.keys or {"line": " ".join(entry.cells)}
                file.write(json.dumps({TYPE: entry.kind, **keys, WHY: why(errors)}, ensure_ascii=False, default=str) + "\n")
    return len(imported.failed)


def why(errors: list[DataError]) -> str:
    """Return what is wrong with an entry, with the field and the remedy of each fault."""
    return " | ".join(f"{error.where.rpartition(', ')[2]}: {error.what}: {sentence(error.remedies, python)}" for error in errors)
