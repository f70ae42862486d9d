"""Markdown for the generated pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

NOTICE = "<!-- Made from the code by `python -m tests.docs`; a test compares. Change the code, not this page. -->"


def page(title: str, introduction: str, *parts: str) -> str:
    """A whole page."""
    return "\n\n".join([NOTICE, f"# {title}", introduction.strip(), *(part.strip() for part in parts)]) + "\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    """A table; a cell's line ends and bars are escaped."""
    lines = [columns, ["---"] * len(columns), *([cell(value) for value in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def cell(value: str | None) -> str:
    return re.sub(r"\s*\n\s*", " ", value or "").replace("|", "\\|")


def code(value: str | None) -> str:
    """The words as code; nothing where there are none."""
    return f"`{value}`" if value else ""


def anchor(title: str) -> str:
    """The fragment under which a heading is found, as GitHub makes it."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
