"""Plain text and Markdown: nothing changed that need not be, and the parts told apart."""

from __future__ import annotations

import tomllib

import pytest

from kb.articles import read
from kb.articles.encoding import charset_of
from kb.errors import DataError
from kb.texts import anchoring
from kb.texts.sentences import receive
from tests.articles.making import FERRY, ICE, INGEST, VOTE, need

CURATED = sorted(path.parent.name for path in INGEST.glob("sources/*/text.txt"))


@pytest.mark.parametrize("source", CURATED)
def test_the_curated_texts_are_cut_as_people_cut_them(source: str) -> None:
    data = (INGEST / "sources" / source / "text.txt").read_bytes()
    said = tomllib.loads((INGEST / "sources" / source / "source.toml").read_text("utf-8"))
    document = read(data, name="text.txt")
    drawn = [(section.kind, section.start) for section in document.sections]
    assert drawn == [(section["kind"], anchoring.find(document.text, section["starts"]).start) for section in said["section"]]
    assert document.metadata["title"].value == said["title"]
    assert (document.metadata["published"].value, document.metadata["published"].basis) == (said["published"], said["published_basis"])
    assert document.metadata["authors"].where == "the bio"


@pytest.mark.parametrize("data", [b"First line.\r\n\r\nSecond  line.\r\n", "\ufeffNot caf\u0065\u0301 but café.\n".encode()])
def test_a_text_in_utf_8_is_kept_to_the_letter(data: bytes) -> None:
    document = read(data)
    assert document.text == receive(data).text
    assert not document.derived
    assert document.text_sha256 == document.sha256 == receive(data).sha256


def test_sections_run_from_the_first_character_to_the_last() -> None:
    document = read(f"\n\n  Harbour to close\n\nBy Quay Writer\n\n5 March 2024\n\n{ICE}\n\n{FERRY}\n\n".encode())
    assert [section.kind for section in document.sections] == ["headline", "byline", "dateline", "body"]
    assert document.sections[0].start == 0
    assert document.sections[-1].end == len(document.text)
    assert all(before.end == after.start for before, after in zip(document.sections, document.sections[1:], strict=False))
    assert document.metadata["authors"].value == ("Quay Writer",)
    assert (document.metadata["published"].value, document.metadata["published"].where) == ("2024-03-05", "the dateline")
    assert document.missing == ("publisher", "url")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Views expressed here are the author’s own.", "disclaimer"),
        ("Sign up for our newsletter", "boilerplate"),
        ("© 2024 The Harbour Review. All rights reserved.", "boilerplate"),
        ("(Clerk/AFP via Getty Images)", "credit"),
        ("Photo: Harbour Pictures", "credit"),
        ("(Clerk/EPA)", "credit"),
        ("Quay Clerk, Reuters", "credit"),
        ("EPA / Quay Clerk", "credit"),
        ("Xinhua News Agency", "credit"),
        ("©2024 The Harbour Review", "boilerplate"),
        ("The department knew of it, Hale said", "heading"),
        ("Repairs will take a year, Brook said", "heading"),
        ("EPA rules bind the mills, Brook said", "heading"),
        ("A map of the quay was sold twice, Hale said", "heading"),
        ("Chart-topping songs were played on the quay, Hale said", "heading"),
        ("Donated boats lay at the quay, Hale said", "heading"),
        ("Subscribers to the ferry fund left, Hale said", "heading"),
        ("The boats came home (accredited guests only)", "heading"),
        ("Figure 2: Ships in the harbour, by year", "caption"),
        ("Opinion", "label"),
        ("Source: https://harbour.example/2024/03/ice/", "url"),
        ("What comes next", "heading"),
        ("The harbour master disagreed.", "body"),
        ("By then the ferries had stopped.", "body"),
    ],
)
def test_small_matter_in_the_text_is_told_from_the_body(line: str, kind: str) -> None:
    document = read(f"Harbour to close\n\n{ICE}\n\n{line}\n\n{FERRY}\n\n{VOTE}\n".encode())
    at = document.text.index(line)
    assert next(section.kind for section in document.sections if section.start <= at < section.end) == kind


def test_a_last_paragraph_about_somebody_in_the_news_is_no_bio() -> None:
    document = read(f"Harbour to close\n\n{ICE}\n\n{FERRY}\n\nHarbour Master is unwilling to say more.\n".encode())
    assert "bio" not in [section.kind for section in document.sections]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    document = read(b"Harbour to close\n\nThe council said on Monday that\nthe harbour would close.\n\nA vote is planned\nfor next week.\n")
    assert [document.text[one.start : one.end].strip().count("\n") for one in document.sections] == [0, 4]


@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "utf-16-le"])
def test_a_byte_order_mark_tells_the_encoding(charset: str) -> None:
    data = ("" if charset in ("utf-16", "utf-32") else "\ufeff").encode(charset) + f"Über das Eis.\r\n{ICE}".encode(charset)
    document = read(data)
    assert document.text == f"Über das Eis.\n{ICE}"
    assert document.derived
    assert document.text_sha256 != document.sha256


def test_a_declared_charset_is_believed() -> None:
    words = "Zażółć gęślą jaźń, powiedział dyrektor portu. Rada miejska zamknie port na zimę, ponieważ lód uszkodził nabrzeże. " * 3
    declared = read(words.encode("iso8859-2"), media_type="text/plain; charset=ISO-8859-2")
    assert declared.text == words


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        (
            "cp1252",
            "Le maire a déclaré que le port serait fermé à cause de la glace, et que les bateaux n’étaient pas dans une cale pour l’été prochain. ",
        ),
        (
            "cp1252",
            "Der Rat sagt, dass der Hafen im Winter nicht für die Fähren offen ist, weil das Eis den Kai beschädigt hat und die Stadt zahlt. ",
        ),
        ("cp1252", "The clerk said that it was a “cold” café — and that was that, for the town and for the naïve people of the harbour. "),
        (
            "cp1250",
            "Rada zamknie port, ponieważ lód uszkodził nabrzeże, a dyrektor nie jest przez to zadowolony, tak jak oraz przed zimą nie był. ",
        ),
        ("cp1251", "Совет порта сказал, что гавань закроется на зиму, потому что лёд повредил причал. "),
    ],
)
def test_a_charset_that_nothing_declares_is_guessed_and_told(charset: str, words: str) -> None:
    need("charset_normalizer")
    document = read((words * 3).encode(charset))
    assert document.text == words * 3
    assert any(f"no charset is declared; read as {charset}" in warning for warning in document.warnings)


@pytest.mark.parametrize("name", ["zip", "rot13", "unicode_escape", "utf-7", "idna", "hex", "x"])
def test_codecs_that_are_no_charsets_are_not_used(name: str) -> None:
    assert charset_of(f"text/html; charset={name}") is None


def test_mixed_encodings_are_refused_with_the_place() -> None:
    data = f"{ICE}\nIt is called café.\n".encode() + "Elsewhere it is a café.".encode("latin-1")
    with pytest.raises(DataError, match=rf"byte {len(data) - 2} \(line 3\) is not UTF-8, though others are: two encodings are mixed"):
        read(data, name="notes.txt")


def test_a_promise_of_utf_16_that_is_not_kept_is_refused() -> None:
    with pytest.raises(DataError, match="UTF-16, which the byte order mark promises"):
        read(b"\xff\xfea\x00\x00\xd8b")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"... --- ...\n", "\u00a0\u200b\n".encode()])
def test_a_text_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match=r"empty|no words"):
        read(data)


def test_quotation_marks_that_do_not_pair_are_told_with_their_place() -> None:
    text = f"Harbour to close\n\n{ICE}\n\n“Nobody wants this, the harbour master said.\n\n{FERRY}\n"
    warnings = read(text.encode()).warnings
    assert any(f"at {text.index('“')} (“Nobody wants this, the harbour master …)" in warning for warning in warnings)


def test_a_quotation_of_several_paragraphs_pairs() -> None:
    assert not read(f"{ICE}\n\n“Nobody wants this.\n\n“Nobody asked us,” she said.\n".encode()).warnings


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Rat sagt, dass der Hafen im Winter nicht mit den Fähren und auch nicht für die Fischer offen ist, sich aber der Frühling naht. "
            * 2,
            "de",
        ),
        ("Рада міста закриє порт на зиму, бо лід пошкодив причал, і її рішення оскаржать." * 2, "uk"),
        ("市议会周一表示，港口将在冬季关闭。", "zh"),
    ],
)
def test_another_language_is_named_and_told(text: str, language: str) -> None:
    document = read(text.encode())
    assert document.metadata["language"].value == language
    assert any("English words" in warning for warning in document.warnings)


MARKDOWN = f"""---
title: "Harbour to close"
author: [Quay Writer, Second Clerk]
date: 2024-03-05
lang: en
---
# Harbour to *close*

{ICE.replace(" for the", chr(10) + "for the")} See [the **plan**](https://harbour.example/plan).

## What comes next

- {FERRY}
- Ice &amp; snow.

![The quay under ice](quay.jpg)

<script>alert(1)</script>

[^1]: The plan is of last year.
"""


def test_markdown_gives_the_words_a_reader_sees() -> None:
    need("markdown_it")
    document = read(MARKDOWN.encode(), name="harbour.md")
    assert document.text == "\n\n".join(
        [
            "Harbour to close",
            f"{ICE} See the plan.",
            "What comes next",
            FERRY,
            "Ice & snow.",
            "The quay under ice",
            "¹ The plan is of last year.",
        ]
    )
    assert [section.kind for section in document.sections] == ["headline", "body", "heading", "body", "caption", "note"]
    assert document.metadata["authors"].value == ("Quay Writer", "Second Clerk")
    assert document.metadata["published"].where == "published in the head of the file"


def test_marks_in_markdown_change_no_words() -> None:
    need("markdown_it", "lxml")
    text = (
        "Tolls rose by 7<sup>4</sup> per cent in 2021[^a], and the fund holds 10^6^ crowns of H~2~O, ~5 to ~10 of them. It was ~~never~~ <del>not</del> so.\n\n"
        "| Day | Boats |\n|---|---|\n| Monday | ~~9~~ 12[^b] |\n\n<div><p>A box of HTML.</p></div>\n\n"
        f"[^a]: The account\n    of last year.\n[^b]: https://harbour.example/account\n\n{ICE}\n"
    )
    document = read(text.encode(), name="a.md")
    assert document.text.split("\n\n") == [
        "Tolls rose by 7 per cent in 2021, and the fund holds 10⁶ crowns of H2O, ~5 to ~10 of them. It was so.",
        "Day\tBoats\nMonday\t12",
        "A box of HTML.",
        ICE,
        "¹ The account of last year.",
        "² https://harbour.example/account",
    ]
    assert [section.kind for section in document.sections] == ["body", "table", "body", "note"]
    assert [omission.words for omission in document.left_out] == ["never", "not", "by 7 [4]", "in 2021 [1]", "9", "12 [2]"]
    assert "It was [deleted words: never] [deleted words: not] so." in read(text.encode(), name="a.md", keep_all=True).text


def test_a_footnote_in_code_is_code() -> None:
    need("markdown_it")
    assert read(f"{ICE}\n\n```\n[^1]: x\n```\n".encode(), name="a.md").text == f"{ICE}\n\n[^1]: x"


def test_garbled_words_are_told_and_kept() -> None:
    need("ftfy")
    text = "The mayorâ€™s office said â€œnoâ€\x9d to the cafÃ© on the quay."
    document = read(text.encode())
    assert document.text == text
    assert any("“mayorâ€™s” may be “mayor’s”" in warning for warning in document.warnings)
    assert not read("L’été à Besançon — “où” Ç’est l’Ã de São Paulo, naïve Ärzte.".encode()).warnings


@pytest.mark.parametrize("marks", ["[", "*a ", "a**b", "[a](", "<b "])
def test_markdown_with_more_marks_than_an_article_has_is_refused_at_once(marks: str) -> None:
    need("markdown_it")
    with pytest.raises(DataError, match="of the mark"):
        read((marks * 60_000 + ICE).encode(), name="marks.md")


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("KELMOUTH, 4 May 2021 — The bridge opened late.", "2021-05-04"),
        ("KELMOUTH, Verland, May 4, 2021 (Coast Wire) - The bridge opened late.", "2021-05-04"),
        ("PORT ST. ANN, Tuesday, May 4, 2021 /Coast Wire/ -- “The bridge is late,” the mayor said.", "2021-05-04"),
        ("Kelmouth (Coast Wire), 2021-05-04 – The bridge opened late.", "2021-05-04"),
        ("KELMOUTH, Verland — May 4, 2021 — The bridge opened late.", "2021-05-04"),
        ("KELMOUTH, May 4 — The bridge opened late in 2021.", None),  # of an unknown year
        ("KELMOUTH — The bridge opened late on 4 May 2021 - too late.", None),
        ("Ada Holm, 4 May 1921 – 3 June 1999, built the bridge.", None),
        ("On 4 May 2021 — The bridge opened late.", None),
        ("Born 4 May 1921 — The bridge was not there.", None),
    ],
)
def test_the_date_of_a_dateline_that_leads_into_the_text_is_when_it_was_published(opening: str, day: str | None) -> None:
    document = read(f"The bridge is late\n\n{opening} Nobody was hurt.\n\nThe mayor said so.\n".encode(), name="a.txt")
    found = document.metadata.get("published")
    assert (str(found), found.where) == (day, "the dateline") if day and found else found is None and day is None
