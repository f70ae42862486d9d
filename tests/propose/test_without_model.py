"""Without a parser only whole sentences are proposed, and what words and punctuation show to be said by somebody named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kb import propose
from kb.propose import parser as models
from kb.propose.attribution import without_model
from kb.propose.parts import Attribution

SOURCES = Path(__file__).resolve().parents[2] / "ingest" / "sources"

SAID = [
    ("“The harbour is closed,” Jonas Berg said on Monday.", "Jonas Berg", "“The harbour is closed,”"),
    ("“The harbour is closed,” said Jonas Berg, who heads the board.", "Jonas Berg", "“The harbour is closed,”"),
    ("“The harbour is closed,” its director, Jonas Berg, said.", "Jonas Berg", "“The harbour is closed,”"),
    ("“The harbour is closed,” said the mayor of Port Lund.", "the mayor", "“The harbour is closed,”"),
    ("Berg later said: “The harbour is closed.”", "Berg", "“The harbour is closed.”"),
    ("Dr. Eva Lund warns that the harbour may close.", "Dr. Eva Lund", "that the harbour may close"),
    ("The harbour board denied that it was told.", "The harbour board", "that it was told"),
    ("According to the Port League, the harbour is closed.", "the Port League", "the harbour is closed"),
]

SENTENCES = [
    "The only agreement between the United States and its neighbours is the one that will expire in May.",
    "Their goals and desires are the same, and they prevent a true union of the islands.",
    "The board has, at times, turned against its members, suggesting that they will be dismissed.",
    "Many experts believe that the harbour is closed.",
    "It is believed that the harbour is closed.",
    "A harbour report that the ferry was late states the hour.",
    "Rising costs in the islands offer a warning to the ports.",
    "Berg was told that the harbour is closed.",
    "He said that the harbour is closed.",
]


def credited(text: str) -> list[Attribution]:
    return [one for one in propose.attributions(text, models.NONE) if one.cue is not None]


@pytest.mark.parametrize(("text", "speaker", "content"), SAID)
def test_what_somebody_named_says_is_credited(text: str, speaker: str, content: str) -> None:
    (one,) = credited(text)
    assert one.source is not None and (one.source.text, one.content.text) == (speaker, content)


@pytest.mark.parametrize("text", SENTENCES)
def test_what_needs_grammar_stays_a_whole_sentence_of_the_author(text: str) -> None:
    (one,) = propose.attributions(text, models.NONE)
    assert (one.cue, one.content.text) == (None, text)


@pytest.mark.parametrize(
    "text", ["“The harbour is closed,” he said.", "“The harbour is closed,” critics said.", "“The harbour is closed.”"]
)
def test_a_quotation_of_nobody_named_is_nobodys_claim(text: str) -> None:
    assert propose.attributions(text, models.NONE) == []


def test_a_title_ends_no_sentence_but_the_figure_before_it_does() -> None:
    text = "The treaty expires in 2026. Dr. Eva Lund was there on Monday."
    assert [text[start:end].strip() for start, end in without_model.sentences(text)] == [
        "The treaty expires in 2026.",
        "Dr. Eva Lund was there on Monday.",
    ]


@pytest.mark.parametrize("folder", [path.name for path in sorted(SOURCES.iterdir()) if (path / "text.txt").is_file()])
def test_every_proposal_from_a_shipped_text_is_a_sentence_or_has_a_speaker_with_a_name(folder: str) -> None:
    text = (SOURCES / folder / "text.txt").read_bytes().decode("utf-8-sig")
    found = propose.attributions(text, models.NONE)
    assert len(found) > 20
    for one in found:
        if one.source is None:
            assert one.content.text[0].isupper() and one.content.text.rstrip("”\"’')")[-1] in ".?!", one.content.text
        else:
            assert re.search(r"[A-Z]", one.source.text) or one.source.text.startswith("the "), one.source.text
