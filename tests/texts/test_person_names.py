"""Titles, degrees and party tags come off a name, and what belongs to it stays."""

from __future__ import annotations

import pytest

from kb.texts import person_names

BARE = [
    ("Sen. Ann Lee (D-Ohio)", "Ann Lee"),
    ("Sen. Ann Lee, D-Ohio", "Ann Lee"),
    ("Rep. Tom Hale (R)", "Tom Hale"),
    ("Rep. Tom Hale (R., Calif.)", "Tom Hale"),
    ("Prime Minister Haider al-Abadi", "Haider al-Abadi"),
    ("Lt. Gen. Tom Hale", "Tom Hale"),
    ("Rev. Dr. Tom Hale, Ph.D.", "Tom Hale"),
    ("the Rt. Hon. Ada Brook MP", "Ada Brook"),
    ("Martin Hale, Jr.", "Martin Hale, Jr."),
    ("Martin Hale III", "Martin Hale III"),
    ("Bashar al-Assad", "Bashar al-Assad"),
    ("Abdel Fattah el-Sisi", "Abdel Fattah el-Sisi"),
    ("Dr. Hale", "Dr. Hale"),
    ("Lady Gaga", "Lady Gaga"),
    ("President of the union", "President of the union"),
    ("Minister for trade", "Minister for trade"),
    ("the mayor", "the mayor"),
    ("Department of Energy", "Department of Energy"),
    ("Food and Agriculture Organization (FAO)", "Food and Agriculture Organization (FAO)"),
    ("Мария Иванова", "Мария Иванова"),
    ("王小明", "王小明"),
]


@pytest.mark.parametrize(("name", "expected"), BARE)
def test_a_name_is_left_without_what_is_no_part_of_it(name: str, expected: str) -> None:
    assert person_names.bare(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Brook, Ada", "Ada Brook"),
        ("de la Cruz, Ana María", "Ana María de la Cruz"),
        ("Hale, Jr.", "Hale, Jr."),
        ("Martin Hale, III", "Martin Hale, III"),
        ("Baker, Lee and Partners LLP", "Baker, Lee and Partners LLP"),
        ("Ada Brook", "Ada Brook"),
    ],
)
def test_a_name_in_the_order_of_bibliographies_is_turned_round(name: str, expected: str) -> None:
    assert person_names.in_reading_order(name) == expected
