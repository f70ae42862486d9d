"""HTML: no mark, deleted word, formula or hidden element changes the words of a sentence."""

from __future__ import annotations

import pytest

from kb.articles import describe, read
from kb.articles.document import LeftOut, Omission
from tests.articles.making import FERRY, ICE, STORY, VOTE, need, page

need("lxml", "trafilatura", "readability")
MATH = "<math><mn>3</mn><mo>×</mo><msup><mn>10</mn><mn>6</mn></msup></math>"


def paragraph(markup: str, lang: str = "en", *, keep_all: bool = False) -> str:
    """The words of a paragraph between two others."""
    document = read(page(f"<article><p>{ICE}</p><p>{markup}</p><p>{VOTE}</p></article>", lang=lang), keep_all=keep_all)
    before, after = document.text.index(ICE) + len(ICE), document.text.index(VOTE)
    return document.text[before:after].strip()


END = "the keeper said to the court in the spring of that year, and the clerk wrote it down."


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("Tolls rose by 7<sup>4</sup> per cent in 2021<sup>5</sup>,", "Tolls rose by 7 per cent in 2021,"),
        ('Tolls rose in 2021<a href="#fn5" role="doc-noteref">5</a>,', "Tolls rose in 2021,"),
        ('Tolls rose in 2021 <a href="#cite_note-5"><span>[</span>5<span>]</span></a>,', "Tolls rose in 2021,"),
        ('Tolls rose in 2021<span style="vertical-align: super">5</span>,', "Tolls rose in 2021,"),
        ("The fund holds 10<sup>6</sup> crowns,", "The fund holds 10⁶ crowns,"),
        ("On the 5<sup>th</sup> the H<sub>2</sub>O rose,", "On the 5th the H2O rose,"),
        ("The board <del>agreed to</del> <ins>refused</ins> the plan,", "The board refused the plan,"),
        ("The board <s>agreed to</s> refused the <strike>old </strike>plan,", "The board refused the plan,"),
        ('The board <span style="text-decoration:line-through">agreed to</span> refused it,', "The board refused it,"),
        ("The board said <q>never, <q>ever</q></q>,", "The board said “never, ‘ever’”,"),
        ("The board said <q>“never”</q>,", "The board said “never”,"),
        (f"The office paid {MATH} crowns,", "The office paid 3 × 10⁶ crowns,"),
        ("The sum is <math><mtable></mtable></math> by the book,", "The sum is [formula] by the book,"),
        ('The sum is <img class="mwe-math-fallback-image-inline" src="x.svg"> by the book,', "The sum is [formula] by the book,"),
        ("At <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby> it rained,", "At 港 it rained,"),
        ("The WHO <abbr title='World Health Organization'>WHO</abbr> met,", "The WHO WHO met,"),
        ("The bread<wbr>winner met,", "The breadwinner met,"),
        ("The board<br>met,", "The board\nmet,"),
        ('The board <span style="display: none">never </span>met,', "The board met,"),
        ('The board <span class="visually-hidden">Opens in a window</span>met,', "The board met,"),
        ('The board<span aria-hidden="true"> icon</span> met,', "The board met,"),
        ('<span class="dropcap" aria-hidden="true">T</span>he board met,', "The board met,"),
        ('<span aria-hidden="true">T</span><span class="sr-only">T</span>he board met,', "The board met,"),
    ],
)
def test_a_sentence_keeps_its_words(markup: str, words: str) -> None:
    assert paragraph(f"{markup} {END}") == f"{words} {END}"


@pytest.mark.parametrize(
    ("lang", "marks"), [("de", "„nie“"), ("fr", "«\u00a0nie\u00a0»"), ("pl-PL", "„nie”"), ("sv", "”nie”"), ("xx", "“nie”")]
)
def test_quotation_marks_are_those_of_the_language_of_the_page(lang: str, marks: str) -> None:
    assert paragraph(f"The board said <q>nie</q>, {END}", lang) == f"The board said {marks}, {END}"


def test_what_is_left_out_is_told_with_its_words_and_stays_where_all_is_kept() -> None:
    markup = f"The board <del>agreed to</del> refused it<sup>3</sup>, <span hidden>secretly</span>{END}"
    document = read(page(f"<article>{STORY}<p>{markup}</p></article><footer>Some rights reserved</footer>"))
    assert document.left_out == (
        LeftOut(Omission.DELETED, "agreed to"),
        LeftOut(Omission.HIDDEN, "secretly"),
        LeftOut(Omission.NOTE_MARKS, "refused it [3]"),
        LeftOut(Omission.BESIDE, "Some rights reserved"),
    )
    assert "left out, deleted words (1): “agreed to”" in describe(document)
    kept = read(page(f"<article>{STORY}<p>{markup}</p></article><footer>Some rights reserved</footer>"), keep_all=True)
    assert "The board [deleted words: agreed to] refused it[3], [hidden words: secretly]" in kept.text
    assert kept.text.endswith("Some rights reserved")
    assert kept.left_out == ()


def test_a_page_saved_under_a_dialog_is_read() -> None:
    dialog = '<div role="dialog"><p>We use cookies</p></div>'
    document = read(page(f'<div id="root" aria-hidden="true"><article><h1>Harbour to close</h1>{STORY}</article></div>{dialog}'))
    assert FERRY in document.text and VOTE in document.text


def test_a_formula_written_twice_is_read_once_and_not_told() -> None:
    twice = f'<span class="katex"><span class="katex-mathml">{MATH}</span><span class="katex-html" aria-hidden="true">3×106</span></span>'
    document = read(page(f"<article>{STORY}<p>It paid {twice} crowns, {END}</p></article>"))
    assert f"It paid 3 × 10⁶ crowns, {END}" in document.text
    assert document.left_out == ()


def test_notes_are_a_section_of_their_own_without_the_links_back() -> None:
    notes = '<ol><li id="n1">The account of last year. <a href="#r1" class="footnote-backref">↩</a></li></ol>'
    document = read(page(f'<article><p>{ICE}<sup id="r1"><a href="#n1">1</a></sup></p><p>{FERRY}</p>{notes}</article>'))
    section = next(section for section in document.sections if section.kind == "note")
    assert document.text[section.start : section.end] == "The account of last year."
    assert f"{ICE}\n\n" in document.text


def test_a_page_saved_with_its_pictures_is_read_and_a_page_of_many_words_refused() -> None:
    from kb.articles import limits
    from kb.errors import DataError

    picture = f'<img src="data:image/png;base64,{"QUJD" * 2_700_000}">'
    assert FERRY in read(page(f"<article>{STORY}{picture}</article>")).text
    with pytest.raises(DataError, match="characters without its pictures"):
        read(page(f"<article>{STORY}<p>{'word ' * (limits.FETCHED // 5)}</p></article>"))
