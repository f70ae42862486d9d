"""What a number can mean that is written with marks between its figures."""

from __future__ import annotations

import pytest

from kb.base.written_numbers import readings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.200,5", ["1200.5"]),
        ("1,200.5", ["1200.5"]),
        ("1200,5", ["1200.5"]),
        ("1,200", ["1200", "1.200"]),
        ("1.200.300", ["1200300"]),
        ("1\u202f200,5", ["1200.5"]),
        ("1’200", ["1200"]),
        ("-3,5", ["-3.5"]),
        ("1,2,3", []),
        ("5%", []),
        ("some", []),
        ("", []),
    ],
)
def test_each_mark_may_be_that_of_decimals_or_of_thousands(written: str, meant: list[str]) -> None:
    assert readings(written) == meant
