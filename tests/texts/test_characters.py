"""What people type is taken without characters that no format can carry."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.texts import characters


@given(st.text(alphabet=st.one_of(st.characters(codec="ascii"), st.sampled_from("\r\n\t\x85\x9f\ufdd0\ufffe成é "))))
def test_what_is_typed_is_the_same_whether_it_is_ascii_or_not(value: str) -> None:
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    assert characters.typed(value) == characters.UNWRITTEN.sub("", lines).strip()
    assert characters.typed(f"{value}é").removesuffix("é").strip() == characters.typed(value)
