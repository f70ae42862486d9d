"""Quotes are found where they stand, past differences no reader would see, and never by guessing."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kb.texts import anchoring, display, folding
from kb.texts.anchoring import QuoteError, Span

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
    ("soft hyphens", "The gov\u00adern\u00adment fell.", "government fell", "gov\u00adern\u00adment fell"),
    ("a soft hyphen at a line end", "The gov\u00ad\nernment fell.", "government fell", "gov\u00ad\nernment fell"),
    ("soft hyphens only in the quote", "The government fell.", "gov\u00adernment fell", "government fell"),
    ("a zero-width space", "The minister Ada\u200b Brook spoke.", "Ada Brook spoke", "Ada\u200b Brook spoke"),
    ("a zero-width space after the last word", "Ada Brook\u200b spoke.", "Ada\u00a0Brook", "Ada Brook"),
    ("a byte order mark inside", "The \ufeffoffice did nothing.", "The office did", "The \ufeffoffice did"),
    ("bidirectional marks", 'وأضاف: \u200f"لن نغلق"\u200f في بيان', '"لن نغلق" في', '"لن نغلق"\u200f في'),
    ("a joiner that Persian writes", "او می\u200cخواهد برود", "میخواهد", "می\u200cخواهد"),
    ("accents apart in the text", "Le pre\u0301sident Jose\u0301 parla", "président José", "pre\u0301sident Jose\u0301"),
    ("accents apart in the quote", "Le président José parla", "pre\u0301sident Jose\u0301", "président José"),
    ("Hangul in parts", "\u1112\u1161\u11ab\u1100\u116e\u11a8 정부", "한국 정부", "\u1112\u1161\u11ab\u1100\u116e\u11a8 정부"),
    ("halfwidth kana", "その ｶﾞｽ は", "ガス は", "ｶﾞｽ は"),
    ("ligatures", "The of\ufb01cials \ufb01led it", "officials filed", "of\ufb01cials \ufb01led"),
    ("Arabic presentation forms", "قال \ufefb نعم", "قال لا", "قال \ufefb"),
    ("fullwidth digits", "約１２３４人が来た", "1234人が", "１２３４人が"),
    ("an ellipsis in one character", "And then… nothing", "then... nothing", "then… nothing"),
    ("an ellipsis in three characters", "And then... nothing", "then… nothing", "then... nothing"),
    ("a spaced dash asked for with an em dash", "the office - which knew", "office—which", "office - which"),
    ("an em dash asked for with a spaced dash", "the office—which knew", "office – which", "office—which"),
    ("a dash as typewriters have it", "the office--which knew", "office—which", "office--which"),
    ("a spaced dash at the end of the quote", "the office - which knew", "office —", "office -"),
    ("spaces inside of guillemets", "Il a dit « non » hier.", 'dit "non" hier', "dit « non » hier"),
    ("no-break spaces inside of guillemets", "Il a dit «\u00a0non\u00a0».", '"non".', "«\u00a0non\u00a0»."),
    ("guillemets that point inwards", "Er »sagte« das, »nein«.", 'Er "sagte" das', "Er »sagte« das"),
    ("spaces inside of guillemets in the quote", 'Il a dit "non" hier.', "« non » hier", '"non" hier'),
    ("low quotation marks", "Er sagte „nein“ dazu", 'sagte "nein" dazu', "sagte „nein“ dazu"),
    ("corner brackets", "部長は「閉めない」と述べた", '"閉めない"と', "「閉めない」と"),
    ("white corner brackets", "『港』という本", "“港”という", "『港』という"),
    ("the start of the text", "“No,” he said", '"No," he', "“No,” he"),
    ("the end of the text", "he said “no”", 'said "no"', "said “no”"),
    ("the whole text", "‘a’", "'a'", "‘a’"),
]


@pytest.mark.parametrize(("text", "quote", "expected"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_a_quote_is_found_with_the_texts_own_characters(text: str, quote: str, expected: str) -> None:
    span = anchoring.find(text, quote)
    assert span.of(text) == expected
    assert span.exact == (quote.replace("\r\n", "\n") == expected or quote == expected)


REFUSED = [
    ("nothing", "He said no.", "", "is not in the text"),
    ("white space only", "He said  no.", "  ", "is not in the text"),
    ("other letters", "He said no.", "He said yes", "is not in the text"),
    ("other capitals", "He said no.", "he Said no", "is not in the text"),
    ("a letter without the accent that follows it", "the cafe\u0301", "the cafe", "is not in the text"),
    ("a letter without an accent", "the café is open", "the cafe is", "is not in the text"),
    ("a raised figure as a plain one", "5² per cent", "52 per cent", "is not in the text"),
    ("an exponent", "10⁶ people", "106 people", "is not in the text"),
    ("a fraction", "1½ tons", "11/2 tons", "is not in the text"),
    ("half a ligature", "\ufb01led", "iled", "is not in the text"),
    ("one dot of an ellipsis", "nothing…", "nothing.", "is not in the text"),
    ("a lost minus", "at \u22125 degrees", "at 5 degrees", "is not in the text"),
    ("a lost minus after a dash", "from 3 – -5 degrees", "from 3 -5", "is not in the text"),
    ("two signs before a number", "3--5", "3-5", "is not in the text"),
    ("invisible characters alone", "He\u200b said", "\u200b\u00ad", "is not in the text"),
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
        anchoring.find(text, quote, where="claims.toml")
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
    assert anchoring.find(TWICE, "the ferry is small", **context) == Span(start, start + 18)


def test_words_told_by_their_context_may_be_written_otherwise_there() -> None:
    text = 'She wrote "no deal". He wrote “no deal”.'
    assert anchoring.find(text, '"no deal"', within="He wrote “no deal”").of(text) == "“no deal”"
    assert anchoring.find(text, '"no deal"', prefix="He wrote").of(text) == "“no deal”"


@pytest.mark.parametrize("context", [{"prefix": "They say"}, {"suffix": "!"}, {"within": "The ferry is small. He said"}])
def test_context_that_fits_no_place_is_refused(context: dict[str, str]) -> None:
    with pytest.raises(QuoteError, match="not with that prefix, suffix or within"):
        anchoring.find(TWICE, "the ferry is small", **context)


def test_a_quote_that_occurs_twice_is_shown_at_both_places() -> None:
    with pytest.raises(QuoteError) as refused:
        anchoring.find(TWICE, "the ferry is small")
    assert "28-46: " in refused.value.remedy
    assert "62-80: " in refused.value.remedy
    assert "add prefix, suffix or within" in refused.value.remedy


def test_a_near_miss_shows_the_nearest_words_with_the_differences_marked() -> None:
    text = "Yesterday the company was compensated for the losses of the canal. Nobody else was."
    with pytest.raises(QuoteError) as refused:
        anchoring.find(text, "the company was compensated for the gains of the canal")
    near = refused.value.nearest
    assert near is not None
    assert near.of(text) == "the company was compensated for the losses of the canal"
    assert "[-gains-] {+losses+}" in refused.value.remedy


def test_nothing_like_the_quote_shows_nothing() -> None:
    with pytest.raises(QuoteError) as refused:
        anchoring.find("The ferry is small.", "Quarterly zinc prices xylophone")
    assert refused.value.nearest is None
    assert "nothing like them" in refused.value.remedy


def test_places_to_the_letter_come_before_others() -> None:
    assert anchoring.occurrences('“a” "a" ‘a’', '"a"') == [Span(4, 7)]
    assert anchoring.find("one\ntwo, one\r\ntwo", "one\r\ntwo") == Span(9, 17)
    assert anchoring.find("one\ntwo, one\r\ntwo", "one\ntwo") == Span(0, 7)


def test_whole_words_are_told_from_parts_of_words() -> None:
    text = "aforesaid, he said"
    assert [anchoring.whole_words(text, span) for span in anchoring.occurrences(text, "said")] == [False, True]


WORDS = st.text(
    alphabet=st.one_of(
        st.sampled_from("abe cC.,5²\n\r\t\u00a0\u2003'’‘`\"“”«「」-–—−é\u0301\u0302\u00ad\u200b\u200d\ufeff\u200fﬁ１…가\u1100\u1161😀𐍈ßİ"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


@given(text=WORDS, data=st.data())
@pytest.mark.thorough
def test_words_of_a_text_are_found_where_they_stand_or_in_several_places(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(not folding.splits_letter(text, start) and not folding.splits_letter(text, end))
    quote = text[start:end]
    try:
        span = anchoring.find(text, quote)
    except QuoteError:
        assert not quote.strip() or len(anchoring.places(text, quote)) > 1
    else:
        assert span == Span(start, end)
        assert span.of(text) == quote


plain = folding.folded


CHANGES = [
    ("fi", "ﬁ"),
    ("…", "..."),
    ("\u00ad", ""),
    ("a", "a\u200b"),
    (" - ", "—"),
    ("-", " – "),
    ("１", "1"),
    ("é", "e\u0301"),
    ("“", '"'),
    ("’", "'"),
    ("—", "-"),
    ("-", "–"),
    ("\u00a0", " "),
    (" ", "\n"),
    (" ", "  "),
    ("'", "‘"),
]


@given(text=WORDS, data=st.data())
def test_a_quote_copied_with_other_marks_is_found_in_its_place_or_refused(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end].strip()
    for old, new in data.draw(st.lists(st.sampled_from(CHANGES), max_size=3)):
        quote = quote.replace(old, new)
    places = {(span.start, span.end) for span in anchoring.occurrences(text, quote)}
    try:
        span = anchoring.find(text, quote)
    except QuoteError:
        assert not quote.strip() or len(places) > 1
    else:
        assert plain(span.of(text)) == plain(quote)
        assert (span.start, span.end) in places
        assert span.exact or quote not in text  # words that stand there to the letter come first


@given(text=WORDS, quote=WORDS)
def test_what_is_found_is_what_was_asked_for_but_for_marks_and_white_space(text: str, quote: str) -> None:
    assume(quote.strip())
    for span in anchoring.occurrences(text, quote):
        assert 0 <= span.start < span.end <= len(text)
        assert plain(span.of(text)) == plain(quote)


@given(text=WORDS.filter(lambda words: len(words) > 5), data=st.data())
def test_a_quote_with_a_letter_changed_is_never_anchored_elsewhere(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    quote = text[:at] + "Q" + text[at + 1 :]
    assume("Q" not in text)
    with pytest.raises(QuoteError) as refused:
        anchoring.find(text, quote)
    near = refused.value.nearest
    assert near is None or 0 <= near.start < near.end <= len(text)


@given(text=WORDS, data=st.data())
@pytest.mark.thorough
def test_words_are_found_again_in_their_place_when_invisible_characters_are_strewn_into_the_text(text: str, data: st.DataObject) -> None:
    words = [word for word in text.split() if folding.folded(word)]
    assume(words)
    clean = "Öffnung " + unicodedata.normalize("NFC", " ".join(words)) + " Öffnung"
    strewn, places = "", []
    for character in unicodedata.normalize("NFD", clean):
        places.append(len(strewn))
        strewn += character + data.draw(st.sampled_from(["", "", "", "\u00ad", "\u200b", "\ufeff", "\u2067"]))
    span = anchoring.find(strewn, clean)
    assert (span.start, plain(span.of(strewn))) == (0, plain(clean))


DIGITS_AND_SIGNS = st.text(alphabet="0123456789²³½-−–.,… \u00ad\u200b１２", min_size=1, max_size=12)


@given(text=DIGITS_AND_SIGNS, quote=DIGITS_AND_SIGNS)
def test_a_number_is_never_found_as_another_number(text: str, quote: str) -> None:
    def written(words: str) -> str:
        seen = re.sub("[\u00ad\u200b]", "", words).translate(str.maketrans("−–１２", "--12")).replace("…", "...")
        return re.sub(r"-{2,}+(?! *\d)", "-", re.sub(" *- *", "-", re.sub(" +", " ", seen.strip())))

    for span in anchoring.occurrences(text, quote):
        assert written(span.of(text)) == written(quote)


@pytest.mark.parametrize(("text", "quote", "count"), [("a" * 300_000, "a" * 1_000, 299_001), ("ab " * 100_000, "ab " * 40_000, 60_001)])
def test_words_that_overlap_themselves_are_counted_in_linear_time(text: str, quote: str, count: int) -> None:
    started = time.process_time()
    assert len(anchoring.places(text, quote)) == count
    assert time.process_time() - started < 5  # seconds; comparing each occurrence whole takes minutes


def test_a_refusal_names_the_characters_that_nobody_sees() -> None:
    with pytest.raises(QuoteError) as refused:
        anchoring.find("The gov\u00adern\u00adment of the island\ufeff fell on Tuesday.", "The government of the island felt on Tuesday")
    assert "[-felt-] {+fell+}" in refused.value.remedy
    assert "gov[U+00AD SOFT HYPHEN]ern[U+00AD SOFT HYPHEN]ment" in refused.value.remedy
    assert "island[U+FEFF BYTE ORDER MARK]" in refused.value.remedy


def test_the_message_names_the_characters_of_the_quote_that_nobody_sees() -> None:
    with pytest.raises(QuoteError, match=r"the quote “no\[U\+200B ZERO WIDTH SPACE\] such words” is not in the text"):
        anchoring.find("The ferry is small.", "no\u200b such words")


def test_words_that_differ_only_in_invisible_characters_are_no_difference() -> None:
    assert display.differences("the government felt", "the gov\u00adernment fell") == "the gov[U+00AD SOFT HYPHEN]ernment [-felt-] {+fell+}"
