"""What a number can mean that is written with marks between its figures, as spreadsheets of other languages leave it."""

from __future__ import annotations

import re

WRITTEN = re.compile(r"([+-]?)(\d+(?:[.,'’\s]\d+)*)\s*(%?)")
GROUPED = re.compile(r"\d{1,3}([.,'’\s])\d{3}(?:\1\d{3})*")


def readings(written: str) -> list[str]:
    """Return the numbers, in plain figures, that it can mean: its last mark may be that of the decimals, or all of them mark thousands."""
    match = WRITTEN.fullmatch(written.strip())
    if not match or match[3]:
        return []
    sign, figures, _ = match.groups()
    head, mark, decimals = re.fullmatch(r"(.*?)(?:([.,])(\d+))?", figures).groups()  # type: ignore[union-attr]  # it matches whatever stands there
    found = []
    if GROUPED.fullmatch(figures):
        found.append(plain(figures))
    if mark and mark not in head and (head.isdigit() or GROUPED.fullmatch(head)):
        found.append(f"{plain(head)}.{decimals}")
    return [sign.replace("+", "") + each for each in found]


def plain(figures: str) -> str:
    return re.sub(r"\D", "", figures)
