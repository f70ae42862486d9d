"""Quotes are found where they stand, past differences no reader would see, and never by guessing."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kb import anchor
from kb.anchor import QuoteError, Span

# (what is tried, the text, the quote, what is found)
FOUND = [
    ("to the letter", "He said no.", "said no", "said no"),
    ("curly quotes asked for with straight ones", "He said “no” twice.", 'said "no" twice', "said “no” twice"),
    ("straight quotes asked for with curly ones", 'He said "no" twice.', "said “no” twice", 'said "no" twice'),
    ("an apostrophe", "China’s only ally", "China's only ally", "China’s only ally"),
    ("guillemets", "Il dit «non» hier", 'Il dit "non" hier', "Il dit «non» hier"),
    ("an em dash asked for with a hyphen", "interests—such as Iran", "interests-such as Iran", "interests—such as Iran"),
    ("an en dash", "pages 3–5 of it", "pages 3-5 of it", "pages 3–5 of it"),
    ("a minus sign", "at −5 degrees", "at -5 degrees", "at −5 degrees"),
    ("a no-break space", "Mr.\u00a0Smith went", "Mr. Smith went", "Mr.\u00a0Smith went"),
    ("a no-break space that is asked for", "Mr. Smith went", "Mr.\u00a0Smith went", "Mr. Smith went"),
    ("a narrow no-break space", "10\u202fkm away", "10 km away", "10\u202fkm away"),
    ("several spaces", "one   two", "one two", "one   two"),
    ("a line break in the text", "one\ntwo three", "one two", "one\ntwo"),
    ("a line break in the quote", "one two three", "one\ntwo", "one two"),
    ("Windows line ends in the quote", "one\ntwo", "one\r\ntwo", "one\ntwo"),
    ("Windows line ends in the text", "one\r\ntwo", "one\ntwo", "one\r\ntwo"),
    ("Windows line ends in both", "x\r\none\r\ntwo", "one\r\ntwo", "one\r\ntwo"),
    ("white space around the quote", "He said no.", "  said no\n", "said no"),
    ("a short quote", "He said no.", "no", "no"),
    ("one character", "He said I.", "I", "I"),
    ("an emoji", "So 😀 it is 👩‍👩‍👧 then", "😀 it is 👩‍👩‍👧", "😀 it is 👩‍👩‍👧"),
    ("characters beyond the first plane", "𝔘𝔫𝔦 and 𐍈 end", "𐍈 end", "𐍈 end"),
    ("combining marks as the text has them", "the cafe\u0301 is open", "cafe\u0301 is", "cafe\u0301 is"),
    ("the start of the text", "“No,” he said", '"No," he', "“No,” he"),
    ("the end of the text", "he said “no”", 'said "no"', "said “no”"),
    ("the whole text", "‘a’", "'a'", "‘a’"),
]


@pytest.mark.parametrize(("text", "quote", "expected"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_a_quote_is_found_with_the_texts_own_characters(text: str, quote: str, expected: str) -> None:
    span = anchor.find(text, quote)
    assert span.of(text) == expected
    assert span.exact == (quote.replace("\r\n", "\n") == expected or quote == expected)


REFUSED = [
    ("nothing", "He said no.", "", "is not in the text"),
    ("white space only", "He said  no.", "  ", "is not in the text"),
    ("other letters", "He said no.", "He said yes", "is not in the text"),
    ("other capitals", "He said no.", "he Said no", "is not in the text"),
    ("composed letters for combining marks", "the cafe\u0301 is open", "caf\u00e9 is", "is not in the text"),
    ("a space inside a word", "He said nothing.", "no thing", "is not in the text"),
    ("no space between words", "He said no.", "Hesaid", "is not in the text"),
    ("a quote longer than the text", "No.", "No. And so on, for much longer than that.", "is not in the text"),
    ("two places", "no and no", "no", "occurs 2 times, at 0, 7"),
    ("two places that overlap", "anana", "ana", "occurs 2 times, at 0, 2"),
    ("two places told apart by nothing", "“a b” “a b”", '"a b"', "occurs 2 times, at 0, 6"),
]


@pytest.mark.parametrize(("text", "quote", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_quote_that_is_not_there_once_is_refused(text: str, quote: str, message: str) -> None:
    with pytest.raises(QuoteError, match=message) as refused:
        anchor.find(text, quote, where="claims.toml")
    assert refused.value.where == "claims.toml"
    assert refused.value.remedy


TWICE = "The ferry is small. He said the ferry is small, and she said “the ferry is small” too."


@pytest.mark.parametrize(
    ("context", "start"),
    [
        ({"prefix": "He said"}, 28),
        ({"prefix": "she said “"}, 62),
        ({"prefix": 'she said "'}, 62),
        ({"suffix": ", and she"}, 28),
        ({"suffix": "” too"}, 62),
        ({"within": "He said the ferry is small"}, 28),
        ({"within": 'said "the ferry is small" too'}, 62),
        ({"prefix": "said", "suffix": ","}, 28),
    ],
)
def test_context_tells_two_places_apart(context: dict[str, str], start: int) -> None:
    assert anchor.find(TWICE, "the ferry is small", **context) == Span(start, start + 18)


def test_words_told_by_their_context_may_be_written_otherwise_there() -> None:
    text = 'She wrote "no deal". He wrote “no deal”.'
    assert anchor.find(text, '"no deal"', within="He wrote “no deal”").of(text) == "“no deal”"
    assert anchor.find(text, '"no deal"', prefix="He wrote").of(text) == "“no deal”"


@pytest.mark.parametrize("context", [{"prefix": "They say"}, {"suffix": "!"}, {"within": "The ferry is small. He said"}])
def test_context_that_fits_no_place_is_refused(context: dict[str, str]) -> None:
    with pytest.raises(QuoteError, match="not with that prefix, suffix or within"):
        anchor.find(TWICE, "the ferry is small", **context)


def test_a_quote_that_occurs_twice_is_shown_at_both_places() -> None:
    with pytest.raises(QuoteError) as refused:
        anchor.find(TWICE, "the ferry is small")
    assert "28-46: " in refused.value.remedy
    assert "62-80: " in refused.value.remedy
    assert "add prefix, suffix or within" in refused.value.remedy


def test_a_near_miss_shows_the_nearest_words_with_the_differences_marked() -> None:
    text = "Yesterday the company was compensated for the losses of the canal. Nobody else was."
    with pytest.raises(QuoteError) as refused:
        anchor.find(text, "the company was compensated for the gains of the canal")
    near = refused.value.nearest
    assert near is not None
    assert near.of(text) == "the company was compensated for the losses of the canal"
    assert "[-gains-] {+losses+}" in refused.value.remedy


def test_nothing_like_the_quote_shows_nothing() -> None:
    with pytest.raises(QuoteError) as refused:
        anchor.find("The ferry is small.", "Quarterly zinc prices xylophone")
    assert refused.value.nearest is None
    assert "nothing like them" in refused.value.remedy


def test_places_to_the_letter_come_before_others() -> None:
    assert anchor.occurrences('“a” "a" ‘a’', '"a"') == [Span(4, 7)]
    assert anchor.find("one\ntwo, one\r\ntwo", "one\r\ntwo") == Span(9, 17)
    assert anchor.find("one\ntwo, one\r\ntwo", "one\ntwo") == Span(0, 7)


def test_whole_words_are_told_from_parts_of_words() -> None:
    text = "aforesaid, he said"
    assert [anchor.whole_words(text, span) for span in anchor.occurrences(text, "said")] == [False, True]


WORDS = st.text(
    alphabet=st.one_of(st.sampled_from("ab cC.,\n\r\t\u00a0\u2003'’‘`\"“”«-–—−é\u0301😀𐍈ßİ"), st.characters(codec="utf-8")), max_size=60
)


@given(text=WORDS, data=st.data())
def test_words_of_a_text_are_found_where_they_stand_or_in_several_places(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    try:
        span = anchor.find(text, quote)
    except QuoteError:
        assert not quote.strip() or len(anchor.places(text, quote)) > 1
    else:
        assert span == Span(start, end)
        assert span.of(text) == quote


def plain(words: str) -> str:
    return " ".join(words.translate(anchor.FOLDED).split())


CHANGES = [("“", '"'), ("’", "'"), ("—", "-"), ("-", "–"), ("\u00a0", " "), (" ", "\n"), (" ", "  "), ("'", "‘")]


@given(text=WORDS, data=st.data())
def test_a_quote_copied_with_other_marks_is_found_in_its_place_or_refused(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end].strip()
    for old, new in data.draw(st.lists(st.sampled_from(CHANGES), max_size=3)):
        quote = quote.replace(old, new)
    places = {(span.start, span.end) for span in anchor.occurrences(text, quote)}
    try:
        span = anchor.find(text, quote)
    except QuoteError:
        assert not quote.strip() or len(places) > 1
    else:
        assert plain(span.of(text)) == plain(quote)
        assert (span.start, span.end) in places
        assert span.exact or quote not in text  # words that stand there to the letter come first


@given(text=WORDS, quote=WORDS)
def test_what_is_found_is_what_was_asked_for_but_for_marks_and_white_space(text: str, quote: str) -> None:
    assume(quote.strip())
    for span in anchor.occurrences(text, quote):
        assert 0 <= span.start < span.end <= len(text)
        assert plain(span.of(text)) == plain(quote)


@given(text=WORDS.filter(lambda words: len(words) > 5), data=st.data())
def test_a_quote_with_a_letter_changed_is_never_anchored_elsewhere(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    quote = text[:at] + "Q" + text[at + 1 :]
    assume("Q" not in text)
    with pytest.raises(QuoteError) as refused:
        anchor.find(text, quote)
    near = refused.value.nearest
    assert near is None or 0 <= near.start < near.end <= len(text)
