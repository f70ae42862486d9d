"""What a second library reads of a PDF is compared by letters, and by words where the text runs from right to left."""

from __future__ import annotations

import pytest

from kb.articles.pdf_second import differs, disagreements
from tests.articles import making
from tests.articles.making import FERRY, ICE, lines, need

need("pypdfium2", "pypdf")

ARABIC = "كتب الوزير رسالتين إلى مكتب القناة في العام الماضي"


@pytest.mark.parametrize(
    ("ours", "theirs", "different"),
    [
        (ICE, ICE.replace(" ", "\n"), False),
        (ICE, f"{ICE} {ICE}", False),  # text that is drawn twice
        ("The oﬃce ﬁnds it.", "The office finds it.", False),
        (ICE, ICE.translate(str.maketrans("aeiou", "xxxxx")), True),
        (ICE, f"{ICE} {FERRY}", True),
        (ARABIC, ARABIC.replace(" ", "  "), False),
        (ARABIC, " ".join(ARABIC.replace(" ", "")), True),
    ],
)
def test_readings_differ_in_letters_and_not_in_white_space(ours: str, theirs: str, different: bool) -> None:
    assert differs(ours, theirs) == different


def test_pages_that_are_read_otherwise_are_named_and_a_broken_file_contradicts_nobody() -> None:
    data = making.pdf([lines(700, ICE[:60]), lines(700, FERRY[:60])])
    assert disagreements(data, [ICE[:60], ICE], 10) == ([2], 2)
    assert disagreements(b"%PDF-1.4 broken", [ICE], 10)[0] == []
    assert disagreements(data, [ICE, ICE], 0) == ([], 0)
