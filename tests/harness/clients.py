"""Tests in which another program reads what we write, marked so that the documents can list them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
Test = TypeVar("Test", bound=Callable[..., Any])


@dataclass(frozen=True)
class Check:
    """A preset, the program that reads it back, and what the test checks, in the words of its name."""

    preset: str
    client: str
    checked: str
    engine: bool


CHECKS: list[Check] = []


def reads(client: str, *presets: str, engine: bool = False) -> Callable[[Test], Test]:
    """Mark a test that reads presets back with a client, which for an `engine` stands in an environment of its own."""

    def mark(test: Test) -> Test:
        words = test.__name__.removeprefix("test_").replace("_", " ")
        CHECKS.extend(Check(preset, client, words, engine) for preset in presets)
        return test

    return mark


def version(check: Check) -> str:
    """The version that is pinned for a client."""
    lists = sorted((ROOT / "tests" / "engines").glob("*.txt")) if check.engine else [ROOT / "constraints.txt"]
    for pins in lists:
        if found := re.search(rf"^{re.escape(check.client)}==(\S+)$", pins.read_text("utf-8"), re.MULTILINE):
            return found[1]
    raise AssertionError(f"{check.client} is not pinned")
