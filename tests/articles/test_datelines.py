"""Where a dateline ends and the sentence begins."""

from __future__ import annotations

import pytest

from kb.articles import datelines
from kb.propose.attribution import paragraphs

LEADS = [
    "SORVIK, 14 March 2025 — ",
    "SORVIK, March 14 — ",
    "SORVIK, March 14 (Coast Wire) - ",
    "SORVIK March 14 – ",
    "Sorvik, Friday — ",
    "SORVIK (Coast Wire) — ",
    "Port Ann, Verland (Coast Wire) -- ",
    "PORT ANN/SORVIK — ",
    "ÅNGERÖ, Verland — ",
    "SORVIK, Oct. 3 /Coast Wire/ -- ",
    "KELMOUTH, Verland — May 4, 2021 — ",
    "SORVIK—",
]
SENTENCES = ["The ferry is late.", "“We are late,” the clerk said.", "300 people waited."]
NONE = [
    "NATO — the alliance — said that the harbour was closed.",
    "On 14 March — The Times said — the harbour was closed.",
    "In March 2024 – The Gazette said so – the harbour was closed.",
    "The vote on Friday — The council’s first — failed.",
    "The Harbour Union (HU) — Its members said so — was founded in 1921.",
    "Ada Holm, 4 May 1921 – 3 June 1999, built the bridge.",
    "Prices fell — Norline said so.",
    "The harbour was closed.",
    "— The harbour was closed.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("lead", LEADS)
def test_the_sentence_begins_after_the_dateline(lead: str, sentence: str) -> None:
    assert datelines.length(lead + sentence) == len(lead)
    assert list(paragraphs.cut(lead + sentence)) == [(len(lead), sentence)]


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_with_a_dash_has_no_dateline(text: str) -> None:
    assert datelines.length(text) == 0


@pytest.mark.parametrize("text", ["", "—", " — ", "SORVIK — ", "A" * 300 + " — The", "SORVIK " * 40 + "— The ferry"])
def test_what_is_no_paragraph_of_a_report_has_none(text: str) -> None:
    assert datelines.length(text) == 0
