"""Ids that are made from words, and ids that people choose."""

import pytest

from kb.base import ids
from kb.errors import DataError


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("The Harbour Gazette, 1958", "the-harbour-gazette-1958"),
        ("Café Ångström", "cafe-angstrom"),
        ("  — two  words —", "two-words"),
        ("船长", "chuan-zhang"),
        ("王小明 and 김창호", "wang-xiao-ming-and-gim-chang-ho"),
        ("Łukasz Żak", "lukasz-zak"),
        ("Ørsted & Þór; Đặng Straße", "orsted-thor-dang-strasse"),
        ("Портовые сборы", "portovye-sbory"),
        ("Γιώργος Παπάς", "giorgos-papas"),
        ("محمد علي", "mhmd-ly"),
        ("דוד כהן", "dvd-khhn"),
        ("राम कुमार", "ram-kumar"),
        ("McDonald’s — it’s “fine”…", "mcdonalds-its-fine"),
        ("Martí, José", "marti-jose"),
        ("港，水", "gang-shui"),
        ("The gov\u00adern\u00adment\u200b and Jose\u0301", "the-government-and-jose"),
        ("😀 ?!", ""),
    ],
)
def test_a_slug_holds_letters_digits_and_hyphens_only(words: str, slug: str) -> None:
    assert ids.slug(words) == slug


def test_a_readable_id_is_short_and_never_ends_in_a_hyphen() -> None:
    assert ids.readable_id("a" * 59 + " long title") == "a" * 59
    assert ids.check_entity_id(ids.readable_id("Ünder the Bridge!")) == "under-the-bridge"


@pytest.mark.parametrize("words", ["?!", "😀", "Rev. Tom Hale", "Run", "SEC report", "Ψ" * 100, "王" * 90, "Sen. Ada Brook", "act-one"])
def test_no_name_or_title_is_without_an_id(words: str) -> None:
    for name in (ids.readable_id(words), ids.source_id(words, "3f2a9c" * 10), ids.told_apart(ids.readable_id(words), words)):
        assert ids.check_entity_id(name) == name
        assert len(name) <= ids.LONGEST_READABLE


def test_the_id_of_a_source_ends_in_the_digest_of_its_text() -> None:
    assert ids.source_id("The Mill", "3f2a9c" + "0" * 58) == "the-mill-3f2a9c"


def test_a_malformed_id_is_refused_with_its_slug() -> None:
    with pytest.raises(DataError, match="write 'cafe-one'"):
        ids.check_entity_id("Café One")
