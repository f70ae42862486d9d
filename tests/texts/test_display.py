"""Words in messages stand on one line, and what nobody sees is named."""

from __future__ import annotations

from kb.texts import display


def test_control_and_format_characters_are_named_and_white_space_is_not() -> None:
    assert (
        display.visible("a\u00adb\x01c\td\u00a0e\u200f")
        == "a[U+00AD SOFT HYPHEN]b[U+0001 CONTROL CHARACTER]c\td\u00a0e[U+200F RIGHT-TO-LEFT MARK]"
    )


def test_a_match_is_shown_on_one_line_between_what_stands_around_it() -> None:
    assert display.in_context("one two\nthree\ufeff four", 4, 7) == "4-7: …one »two« three[U+FEFF BYTE ORDER MARK] four…"


def test_words_are_compared_as_readers_see_them() -> None:
    assert list(display.compared("the “old” cafe\u0301", 'the "old" café closed')) == [("same", 'the "old" café'), ("text", "closed")]
