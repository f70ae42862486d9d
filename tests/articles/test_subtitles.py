"""Subtitles: sentences over cues, speakers, rolling lines."""

from __future__ import annotations

import pytest

from kb.articles import read
from kb.errors import DataError

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>The council said that the harbour</i>
would close, and the ferry

2
00:00:03,500 --> 00:00:06,000
company had not been asked.

3
00:00:06,100 --> 00:00:08,000
- Never, the clerk said.
- You did.

4
00:00:30,000 --> 00:00:32,000
ADA BROOK: No boat will be turned away.
"""
VTT = """WEBVTT - harbour

STYLE
::cue { color: lime }

NOTE made by hand --> of course

first
00:01.000 --> 00:03.500 align:start
<v Ada Brook>The council said &amp; wrote

00:03.500 --> 00:03.510
<v Ada Brook>The council said &amp; wrote

00:03.510 --> 00:06.000
<v Ada Brook>The council said &amp; wrote
that <00:03.900><c>the quay was unsafe.</c>

01:00:06.000 --> 01:00:08.000
<v.loud Tom Hale>Never.
"""


@pytest.mark.parametrize("name", ["a.srt", "a.txt", ""])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_sentences_go_over_cues_and_speakers_begin_paragraphs(name: str, ends: str) -> None:
    document = read(("\ufeff" + SRT).replace("\n", ends).encode(), name=name)
    assert document.text.split("\n\n") == [
        "The council said that the harbour would close, and the ferry company had not been asked.",
        "Never, the clerk said.",
        "You did.",
        "ADA BROOK: No boat will be turned away.",
    ]
    assert (document.media_type, [section.kind for section in document.sections]) == ("application/x-subrip", ["body"])


def test_voices_are_named_and_rolling_lines_read_once() -> None:
    document = read(VTT.encode())
    assert document.text == "Ada Brook: The council said & wrote that the quay was unsafe.\n\nTom Hale: Never."
    assert any("read once: 2" in warning for warning in document.warnings)


def test_the_same_word_said_twice_is_read_twice() -> None:
    twice = "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n"
    assert read(twice.encode()).text == "No. No."


def test_a_file_without_cues_is_refused() -> None:
    with pytest.raises(DataError, match="no subtitles"):
        read(b"The council said so.", name="a.srt")
