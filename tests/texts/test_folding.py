"""Texts are folded so that wordings that look alike are equal, and every place leads back to whole characters of the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.texts import folding

# Every kind of character that folding treats, to be mixed; but for guillemets, whose spaces depend on what stands beyond them.
MIXED = st.text(alphabet="ab \n²-—–.…“「ﬁＡé\u0301\u0323\u00ad\u200b\u200f\ufeff가\u1100\u1161ｶﾞ\u212b😀", max_size=30)


@given(text=MIXED, data=st.data())
def test_each_place_leads_back_to_the_characters_that_it_stands_for(text: str, data: st.DataObject) -> None:
    whole = folding.fold(text)
    first = data.draw(st.integers(0, len(whole.text)))
    last = data.draw(st.integers(first, len(whole.text)))
    if first == last or whole.divides(first) or whole.divides(last):
        return
    start, end = whole.cover(first, last)
    assert 0 <= start < end <= len(text)
    assert folding.folded(text[start:end]) == whole.text[first:last].strip(" ")


@given(text=MIXED)
def test_the_whole_text_leads_back_to_itself_without_what_nobody_sees_at_its_ends(text: str) -> None:
    whole = folding.fold(text)
    if whole.text:
        start, end = whole.cover(0, len(whole.text))
        assert not folding.folded(text[:start] + text[end:])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("e\u00ad\u0301te\u0301", "été"),
        ("wait -- and see", "wait-and see"),
        ("a ——— b", "a-b"),
        ("3 -- 5", "3--5"),
        ("at -5", "at-5"),
        ("word \u200b\u00ad \n word", "word word"),
        ("\u212bngstr\u00f6m", "Ångström"),
        ("ĳ ﬀ ﬃ ﬆ", "ij ff ffi st"),
        ("H₂O at 10⁶, ½ and ①", "H₂O at 10⁶, ½ and ①"),
        ("𝟓 ℃ № ™", "𝟓 ℃ № ™"),
    ],
)
def test_words_are_folded(words: str, expected: str) -> None:
    assert folding.fold(words).text == expected


@pytest.mark.parametrize("stretch", ["“no” — ", "e\u0301a ", "a\u200b", "\u200b", " ", "-", "\u0301", "ﬁ", "ראם ", "राम ने "], ids=ascii)
@pytest.mark.thorough
def test_long_texts_are_folded_in_linear_time(stretch: str) -> None:
    text = stretch * (400_000 // len(stretch))
    started = time.process_time()
    folding.fold(text)
    assert time.process_time() - started < 4  # seconds; a tenth of that where the machine is idle
