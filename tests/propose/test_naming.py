"""What new entities are called: as one would file them, not as one sentence has them."""

from __future__ import annotations

import pytest

from kb.propose.grounding import naming


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("China’s nuclear arsenal", "Chinese nuclear arsenal"),
        ("the United Kingdom's navy", "British navy"),
        ("Lund’s harbour", "harbour of Lund"),
        ("the mayor’s plan", "plan of mayor"),
        ("China’s Belt and Road Initiative", "Belt and Road Initiative"),
        ("many of the same complaints with Riga", "complaints with Riga"),
        ("some sort of defense pact", "defense pact"),
        ("the recent Port League (PL) meeting in Riga", "Port League meeting in Riga"),
        ("the Riga-led Port League", "Port League"),
        ("an “axis of ports”", "axis of ports"),
        ("10 warships", "warships"),
        ("tepid support for Lund’s plan", "tepid support for Lund’s plan"),
        ("Swedish (and Danish) engineering", "Swedish and Danish engineering"),
        ("new cold war", "new cold war"),
        ("the ambitious Port of Riga line", "Port of Riga line"),
        ("the much-delayed Lund Bridge", "Lund Bridge"),
        ("the controversial Malmo Bank deal", "Malmo Bank deal"),
        ("an ambitious plan", "ambitious plan"),
        ("the much-delayed bridge in Lund", "much-delayed bridge in Lund"),
        ("northern Norway", "northern Norway"),
        ("the former Port League", "former Port League"),
        ("Historic Houses Association", "Historic Houses Association"),
        ("China", "China"),
    ],
)
def test_a_name_has_no_amount_no_owner_and_no_marks(words: str, name: str) -> None:
    assert naming.name_of(words) == name


@pytest.mark.parametrize(
    ("name", "bare"), [("Ada Holm, Ph.D.", "Ada Holm"), ("Ada Holm Jr.", "Ada Holm"), ("China-MBA", "China-MBA"), ("Holm", "Holm")]
)
def test_a_person_is_named_without_a_degree(name: str, bare: str) -> None:
    assert naming.without_degree(name) == bare
