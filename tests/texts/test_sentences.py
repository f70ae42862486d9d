"""Texts are taken in as they are, and cut into sentences that cover all of their words."""

from __future__ import annotations

import codecs
import hashlib
import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import DataError
from kb.texts.sentences import receive, sentences
from tests.conftest import INGEST


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


# ---------------------------------------------------------------------------------------------------------- taking in


@pytest.mark.parametrize("data", [b"One.\r\nTwo.\n", "Mr.\u00a0X — “no”.".encode(), "𐍈😀 e\u0301".encode(), b"  a  \n\n"])
def test_a_text_is_kept_to_the_letter(data: bytes) -> None:
    received = receive(data)
    assert received.text.encode("utf-8") == data
    assert received.sha256 == hashlib.sha256(data).hexdigest()


def test_a_byte_order_mark_is_dropped_but_counts_for_the_digest() -> None:
    data = codecs.BOM_UTF8 + "“No.”".encode()
    received = receive(data)
    assert received.text == "“No.”"
    assert received.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "message", "remedy"),
    [
        ("a\nb\ncaf\u00e9 x".encode("latin-1"), r"byte 7 \(line 3\) is not UTF-8", "iconv -f WINDOWS-1252"),
        (codecs.BOM_UTF8 + "\n\u00e9".encode("latin-1"), r"byte 4 \(line 2\) is not UTF-8", "iconv"),
        ("“No.”".encode("windows-1252"), r"byte 0 \(line 1\) is not UTF-8", "iconv -f WINDOWS-1252"),
        ("Café".encode("utf-16"), "UTF-16", "iconv -f UTF-16"),
        (codecs.BOM_UTF16_BE + "Café".encode("utf-16-be"), "UTF-16", "iconv -f UTF-16"),
        ("Cafe".encode("utf-16-le"), "NUL byte at character 1", "UTF-16"),
        (b"abc\0def", "NUL byte at character 3", "plain text"),
        (b"\xed\xa0\x80", "is not UTF-8", "UTF-8"),
        (b"", "the text is empty", "words"),
        (codecs.BOM_UTF8, "the text is empty", "words"),
        (" \r\n\t\u00a0\n".encode(), "the text is empty", "words"),
    ],
    ids=[
        "Latin-1",
        "a mark and Latin-1",
        "Windows",
        "UTF-16",
        "UTF-16 BE",
        "UTF-16 unmarked",
        "NUL",
        "surrogate",
        "empty",
        "mark",
        "space",
    ],
)
def test_what_is_not_a_text_is_refused_with_its_place_and_a_remedy(data: bytes, message: str, remedy: str) -> None:
    with pytest.raises(DataError, match=message) as refused:
        receive(data, "sources/x/text.txt")
    assert refused.value.where == "sources/x/text.txt"
    assert remedy in refused.value.remedy


# ---------------------------------------------------------------------------------------------------------- sentences

ONE_EACH = [
    "Dr. Luo Xi, research fellow, warns that China could be drawn in.",
    "It was held on Sept. 11, 2019.",
    "Antonio Graceffo, Ph.D., has spent over 20 years in Asia.",
    "He holds a Ph.D. Economics was his field.",
    "India is a U.S. ally and a member of the Quad, a U.S.-led agreement.",
    "The U.S. Navy and J. R. Smith were there.",
    "“Mr. Wu of Acme Corp. Shanghai” was named.",
    "See No. 5 and pp. 3, vol. 2.",
    "It rose 6.6 percent, from $12.3 billion.",
    "Some ask (e.g. Smith) and leave.",
    "They met at 5 p.m. Tuesday.",
    "China-Russia Cooperation: Not Really Allies",
    "Wait... and see",
    "What?! he cried.",
    "Adm. Hale met Amb. Brook and Rev. Lee in Ft. Worth.",
    "Hale et al. [2004] and Lee et al. (2009) counted the barges.",
    "The case of Hale v. Brook is in par. 31, sec. 4.",
    "The price was Rs. 500 a day.",
    "Maj.-Gen. Hale and Lieut. Lee wrote it, op. cit. Hale agreed.",
    "The treaty of Nov. 12 was signed in Springfield, Ill. Tuesday.",
    "Then-Sen. Ada Brook (D-Calif.) voted.",
    "1. The keeper left on foot.",
    "“Is it shut.”[3] he wrote.",
    "部長は「閉めない。」と述べた。",
    "“太晚了。”他说。",
    "公司（成立于1950年。）已关闭。",
    "Am 3. Mai 2021 und im 19. Jahrhundert, z. B. in Bonn.",
]


@pytest.mark.parametrize("sentence", ONE_EACH)
def test_this_is_one_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]


SEVERAL = [
    ("a quote that closes after the stop", "He said “no.” She left.", ["He said “no.”", "She left."]),
    ("straight quotes and brackets", 'He said "no." (She left.) Then rain.', ['He said "no."', "(She left.)", "Then rain."]),
    ("a quote that opens a sentence", "It ended. “Why?” he asked.", ["It ended.", "“Why?” he asked."]),
    ("a question inside quotes", "“Who pays?” The canal does.", ["“Who pays?”", "The canal does."]),
    ("a headline without a stop", "Not Really Allies\n\nIt began. It ended.", ["Not Really Allies", "It began.", "It ended."]),
    ("Windows line ends", "One\r\nTwo.\r\n\r\nThree", ["One", "Two.", "Three"]),
    ("a no-break space between sentences", "One.\u00a0Two.", ["One.", "Two."]),
    ("a sentence that begins with a number", "It grew. 10 warships came.", ["It grew.", "10 warships came."]),
    ("ordinary words that look like abbreviations", "We sat. He said no. It was art. Look at the sun. Then it set.", None),
    ("an ellipsis", "He paused… Then he spoke.", ["He paused…", "Then he spoke."]),
    (
        "a note after the stop",
        "The gate broke.[12] The keeper left.[13, 14] Nobody came.",
        ["The gate broke.[12]", "The keeper left.[13, 14]", "Nobody came."],
    ),
    (
        "other notes",
        "It rained.[a] They left.[note 3][citation needed] Nobody came.",
        ["It rained.[a]", "They left.[note 3][citation needed]", "Nobody came."],
    ),
    ("a raised note", "It rained.² They left.", ["It rained.²", "They left."]),
    ("a note and no white space", "It rained.[1]They left.", ["It rained.[1]", "They left."]),
    (
        "an abbreviation that ends a sentence",
        "It is in the U.S. The senators left at 5 p.m. They slept.",
        ["It is in the U.S.", "The senators left at 5 p.m.", "They slept."],
    ),
    (
        "speech after an abbreviation",
        "She lives in Fresno, Calif. “I know,” she said.",
        ["She lives in Fresno, Calif.", "“I know,” she said."],
    ),
    ("ideographic stops without white space", "部长反对！谁来付钱？没有人知道。", ["部长反对！", "谁来付钱？", "没有人知道。"]),
    ("the Arabic question mark without white space", "من يدفع؟لا أحد يعرف.", ["من يدفع؟", "لا أحد يعرف."]),
    ("a danda", "बंदरगाह बंद है।कोई नहीं जानता।", ["बंदरगाह बंद है।", "कोई नहीं जानता।"]),
    ("French marks", "« C’est trop tard. » Pourquoi ? « Je ne sais pas. »", ["« C’est trop tard. »", "Pourquoi ?", "« Je ne sais pas. »"]),
    ("other scripts", "Пришёл. Увидел. Łódź is far. Éire too.", ["Пришёл.", "Увидел.", "Łódź is far.", "Éire too."]),
    ("capitals without case", "It ended. 中国 answered.", ["It ended.", "中国 answered."]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SEVERAL], ids=[case[0] for case in SEVERAL])
def test_these_are_several_sentences(text: str, expected: list[str] | None) -> None:
    assert cut(text) == (expected or [part + "." for part in text.rstrip(".").split(". ")])


LANGUAGES = tomllib.loads(Path(__file__).with_name("sentences_in_languages.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_many_languages_are_cut_as_their_readers_would(language: str) -> None:
    joint = LANGUAGES[language].get("joint", " ")
    for expected in LANGUAGES[language]["texts"]:
        assert cut(joint.join(expected)) == expected


@pytest.mark.parametrize(("source", "count"), [("asia-times-2025", 35), ("epoch-times-2021", 57)])
def test_each_shipped_text_is_cut_as_a_reader_would(source: str, count: int) -> None:
    text = receive((INGEST / "sources" / source / "text.txt").read_bytes()).text
    found = cut(text)
    assert len(found) == count
    assert all(sentence[0].isupper() or sentence[0] in "“(0123456789" for sentence in found)
    unstopped = [sentence for sentence in found if sentence[-1] not in '.?!”")']
    assert len(unstopped) == {"asia-times-2025": 2, "epoch-times-2021": 4}[source]  # headline and address; headline, date and labels


WORDS = st.text(alphabet=st.sampled_from("abcDrUS 0.,!?…\n\r\t\u00a0\u2028”“\"'()—😀\u0301É"), max_size=80)


@given(before=WORDS, text=WORDS, after=WORDS)
def test_sentences_cover_every_word_once_and_never_overlap(before: str, text: str, after: str) -> None:
    whole = before + text + after
    start, end = len(before), len(before) + len(text)
    reached = start
    for begin, finish in sentences(whole, start, end):
        assert reached <= begin < finish <= end
        assert not whole[reached:begin].strip()
        assert whole[begin:finish] == whole[begin:finish].strip()
        reached = finish
    assert not whole[reached:end].strip()


@given(text=WORDS.filter(bool), data=st.data())
@pytest.mark.thorough
def test_stretches_known_to_be_one_sentence_never_make_others_overlap(text: str, data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda span: span[0] < span[1])
    whole = data.draw(st.lists(spans, max_size=3))
    found = list(sentences(text, 0, len(text), whole))
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
    covered = set().union(*(range(*span) for span in found)) if found else set()
    assert all(text[at].isspace() or at in covered for at in range(len(text)))
    for span in sorted(whole)[:1]:
        assert span in found
