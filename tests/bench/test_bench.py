"""What the benchmarks start in processes of their own runs with the packages as they are laid out."""

from __future__ import annotations

from pathlib import Path

from tests.bench import exports


def test_memory_of_an_export_is_measured(tiny_path: Path) -> None:
    assert (
        10_000 < exports.memory(tiny_path) < 2_000_000
    )  # kilobytes: an interpreter takes more than the first, and a base of a page less than the second
