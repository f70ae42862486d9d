"""Bytes of unknown charset: the likely charsets, with a line of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import DataError
from kb.texts.charsets import likely, remedy
from kb.texts.sentences import receive

TEXTS = {
    "windows-1252": "Der Rat sagt, dass der Hafen für die Fähren geschlossen wird, weil das Eis den Kai beschädigt hat.",
    "windows-1250": "Rada zamknie port na zimę, ponieważ lód uszkodził nabrzeże, powiedział dyrektor.",
    "windows-1251": "Совет сказал, что гавань закроется на зиму, потому что лёд повредил причал.",
    "koi8-r": "Совет сказал, что гавань закроется на зиму, потому что лед повредил причал.",
    "cp866": "Совет сказал, что гавань закроется на зиму, потому что лед повредил причал.",
    "windows-1253": "Το συμβούλιο είπε ότι το λιμάνι θα κλείσει τον χειμώνα, επειδή ο πάγος χάλασε την προβλήτα.",
    "windows-1255": "המועצה אמרה שהנמל ייסגר בחורף כי הקרח פגע ברציף",
    "windows-1256": "قال المجلس إن الميناء سيغلق في الشتاء لأن الجليد ألحق أضرارا بالرصيف",
    "shift_jis": "市議会は、氷が岸壁を傷めたため、港を冬の間閉鎖すると述べた。",
    "euc-jp": "市議会は、氷が岸壁を傷めたため、港を冬の間閉鎖すると述べた。",
    "euc-kr": "시의회는 얼음이 부두를 손상시켜 겨울 동안 항구를 폐쇄한다고 말했다.",
    "gb18030": "市议会说，港口将在冬季关闭，因为冰损坏了码头。",
    "big5": "市議會說，港口將在冬季關閉，因為冰損壞了碼頭。",
}


@pytest.mark.parametrize("charset", TEXTS)
def test_the_charset_of_a_text_is_the_first_that_is_shown(charset: str) -> None:
    (first, line), *_ = likely(TEXTS[charset].encode(charset))
    assert first == charset.upper()
    assert line.removesuffix(" …") in TEXTS[charset]


def test_the_remedy_shows_what_the_text_would_read_as() -> None:
    with pytest.raises(DataError, match="is not UTF-8") as caught:
        receive(TEXTS["windows-1251"].encode("windows-1251"), "notes.txt")
    assert "iconv -f WINDOWS-1251 -t UTF-8, which reads “Совет сказал" in str(caught.value.remedy)
    assert "WINDOWS-1252" not in str(caught.value.remedy)


def test_bytes_that_are_no_text_get_no_charset() -> None:
    assert likely(b"\x00\x01\xff" * 9) == []
    assert remedy(b"\x00\x01\xff" * 9) == "save the text as UTF-8 in the program that wrote it"


@given(st.binary(max_size=200))
def test_any_bytes_get_a_remedy(data: bytes) -> None:
    assert remedy(data).startswith("save the text as UTF-8")
    assert len(likely(data)) <= 3
