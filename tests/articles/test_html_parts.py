"""HTML: the blocks that belong to an article, and those around it."""

from __future__ import annotations

import pytest

from kb.articles import Document, html, read
from kb.articles.document import Omission
from tests.articles.making import FERRY, ICE, STORY, VOTE, need, page

need("lxml", "trafilatura", "readability")


def parts(document: Document) -> list[tuple[str, str]]:
    return [(section.kind, document.text[section.start : section.end].rstrip("\n")) for section in document.sections]


def beside(document: Document) -> list[str]:
    return [omission.words for omission in document.left_out if omission.why is Omission.BESIDE]


def between(markup: str) -> Document:
    return read(page(f"<article><h1>Harbour to close</h1><p>{ICE}</p><p>{FERRY}</p>{markup}<p>{VOTE}</p></article>"))


def test_a_table_is_a_section_with_a_line_for_each_row() -> None:
    cells = "<tr><th>Day</th><th>Boats</th></tr><tr><td>Monday<sup>a</sup></td><td>12</td></tr><tr><td>Tuesday</td><td><del>9</del> 15</td></tr>"
    document = between(f"<table><caption>Boats that came in</caption>{cells}</table>")
    assert ("caption", "Boats that came in") in parts(document)
    assert ("table", "Day\tBoats\nMonday\t12\nTuesday\t15") in parts(document)
    assert {omission.why for omission in document.left_out} == {Omission.NOTE_MARKS, Omission.DELETED}


def test_the_head_of_a_table_comes_first_wherever_the_markup_has_it() -> None:
    cells = "<tbody><tr><td>Monday</td><td>12</td></tr></tbody><tfoot><tr><td>All</td><td>12</td></tr></tfoot><thead><tr><th>Day</th><th>Boats</th></tr></thead>"
    assert ("table", "Day\tBoats\nMonday\t12\nAll\t12") in parts(between(f"<table>{cells}</table>"))


@pytest.mark.parametrize("attribute", ['role="presentation"', ""])
def test_a_table_that_lays_out_the_page_is_no_table(attribute: str) -> None:
    document = read(
        page(f"<table {attribute}><tr><td><h1>Harbour to close</h1>{STORY}</td><td>Menu</td></tr><tr><td>a</td><td>b</td></tr></table>")
    )
    assert "table" not in {kind for kind, _ in parts(document)}
    assert FERRY in document.text.split("\n\n")


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote><p>{words}</p><footer>Ada Brook, minister</footer></blockquote>",
        "<blockquote>{words}<cite>Ada Brook, minister</cite></blockquote>",
        "<figure><blockquote><p>{words}</p></blockquote><figcaption>Ada Brook, minister</figcaption></figure>",
    ],
)
def test_the_name_under_a_quotation_stays_with_it(markup: str) -> None:
    words = "No boat will be turned away, whatever the weather is like on that day."
    document = between(markup.format(words=words))
    assert f"{words}\n\nAda Brook, minister\n\n" in document.text
    assert "heading" not in {kind for kind, _ in parts(document)}


def test_a_quotation_pulled_out_of_the_article_is_not_read_twice() -> None:
    document = between(f"<figure><blockquote><p>{ICE[:70]}</p></blockquote></figure>")
    assert document.text.count(ICE[:70]) == 1


def test_headings_of_a_live_blog_stay_with_their_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "by_trafilatura", lambda _: "\n".join((ICE, FERRY, VOTE)))  # it drops headings now and then
    entries = "".join(f"<section><h3>10.4{number} Quay shut</h3><p>{text}</p></section>" for number, text in enumerate((ICE, FERRY, VOTE)))
    document = read(page(f"<article><h1>Live</h1>{entries}</article>"))
    assert [text for kind, text in parts(document) if kind == "heading"] == ["10.40 Quay shut", "10.41 Quay shut", "10.42 Quay shut"]


@pytest.mark.parametrize("element", ["<h2>{}</h2>", "<p>{}</p>", '<h2 class="standfirst">{}</h2>', '<p class="article-intro">{}</p>'])
def test_the_lines_beside_the_headline_are_the_standfirst(element: str) -> None:
    summary = "The ferries stop at once, and nobody can say for how long"
    document = read(page(f"<article><header><h1>Harbour to close</h1>{element.format(summary)}</header>{STORY}</article>"))
    assert parts(document)[1] == ("standfirst", summary)


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="ad-slot"><p>{}</p></div>',
        '<div id="advertisement-2"><p>{}</p></div>',
        "<aside><p>{}</p></aside>",
        '<div class="related-articles"><ul><li><a href="/a">{}</a></li></ul></div>',
        '<p><strong>Read more:</strong> <a href="/a">{}</a></p>',
        '<ul class="share-tools"><li>{}</li></ul>',
    ],
)
def test_advertisements_and_links_to_other_articles_are_left_out_and_told(markup: str) -> None:
    other = "Ten things about boats that nobody ever told you before, and why they matter"
    document = between(markup.format(other))
    assert other not in document.text
    assert any(other in words for words in beside(document))
    assert other in read(page(f"<article>{STORY}{markup.format(other)}</article>"), keep_all=True).text


def test_a_sentence_that_begins_with_a_link_word_is_the_article_s() -> None:
    sentence = 'Related <a href="/a">claims were heard by the court in the spring of last year</a>.'
    assert "Related claims were heard by the court" in between(f"<p>{sentence}</p>").text


def test_an_embedded_page_is_told_by_its_address() -> None:
    document = between('<iframe src="https://video.example/embed/7"></iframe>')
    assert [omission.words for omission in document.left_out if omission.why is Omission.EMBEDDED] == ["https://video.example/embed/7"]


def test_a_paragraph_with_a_formula_is_not_lost() -> None:
    words = "as the clerk of the court had said it was in the letter that she wrote"
    assert words in between(f"<p>The area is <math><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></math> {words}.</p>").text
