"""A base dumped into files, and the way there and back."""

from __future__ import annotations

from pathlib import Path

from tests.whole import done, rows, sound


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def dumped(path: Path, folder: Path) -> dict[str, bytes]:
    done("dump", folder, db=path)
    return files(folder)


def check_round_trip(path: Path, folder: Path) -> None:
    """dump -> load -> dump gives the same files, and equal rows in every table."""
    folder.mkdir(exist_ok=True)
    first = dumped(path, folder / "first")
    other = folder / "loaded.db"
    done("load", folder / "first", db=other)
    before, after = rows(path), rows(other)
    assert set(after.pop("dates")) <= set(before.pop("dates"))  # a date that nothing uses any more may stay behind
    assert after == before
    assert dumped(other, folder / "second") == first
    sound(other)
