"""HTML: the article and nothing else, with what the page says of itself."""

from __future__ import annotations

import sys
import time

import pytest

from kb.articles import as_source, describe, html, read
from kb.articles.document import Omission
from kb.errors import DataError, UsageError
from tests.articles.making import FERRY, ICE, STORY, VOTE, need, page
from tests.harness.patience import within

need("lxml", "trafilatura", "readability")

LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"}, {"@type": "OpinionNewsArticle",
"headline": "Harbour to close for winter", "datePublished": "2024-03-05T23:30:00-05:00", "publisher": {"name": "The Harbour Review"},
"author": [{"@type": "Person", "name": "Quay Writer"}, {"name": "Second Clerk"}], "inLanguage": "en-GB"}]}</script>"""
WHOLE = page(
    f"""<nav><ul><li><a href="/">Home page of the review</a></li></ul></nav><div class="cookies">We use cookies. Accept them all now.</div>
<article><header><h1>Harbour to close</h1><p class="standfirst">The council says ice makes the quay unsafe.</p>
<p class="byline">By Quay Writer and Second Clerk</p><time datetime="2024-03-05">5 March 2024</time></header>
<figure><img src="quay.jpg"><figcaption>The quay under ice <span class="credit">Clerk/Harbour Pictures</span></figcaption></figure>
<p>{ICE}</p><p>“Nobody wants this,” the harbour&nbsp;master said, and
   would <em>not</em>
   say more.</p><h2>What comes next</h2><p>{VOTE}</p><script>document.write("<p>hostile words</p>")</script><p>Sign up for our newsletter</p>
<p class="disclaimer">The views expressed in this article are those of the author.</p><div class="author-bio">Quay Writer is a reporter.</div></article>
<aside><h3>Most read</h3><p>Ten things about boats that nobody told you before</p></aside><footer>All rights reserved. The Harbour Review.</footer>""",
    LINKED + '<title>Harbour | Review</title><link rel="canonical" href="/2024/03/harbour.html">',
)


@pytest.fixture(scope="module")
def whole():
    return read(WHOLE, name="page.html", url="https://harbour.example/2024/03/harbour.html?from=mail")


def test_the_article_is_kept_and_the_page_around_it_left_out(whole) -> None:
    assert ICE in whole.text and VOTE in whole.text
    for other in ("Home page", "cookies", "boats", "hostile", "rights reserved"):
        assert other not in whole.text
    assert {omission.why for omission in whole.left_out} == {Omission.BESIDE}
    assert any("not the article's" in line and "Home page of the review" in line for line in describe(whole))


def test_words_keep_their_characters_but_for_white_space_that_no_browser_shows(whole) -> None:
    assert "“Nobody wants this,” the harbour\u00a0master said, and would not say more." in whole.text


def test_each_part_is_told_apart(whole) -> None:
    shown = [(section.kind, whole.text[section.start : section.end].strip()) for section in whole.sections]
    assert [kind for kind, _ in shown] == [
        *(
            "headline",
            "standfirst",
            "byline",
            "dateline",
            "caption",
            "credit",
            "body",
            "heading",
            "body",
            "boilerplate",
            "disclaimer",
            "bio",
        )
    ]
    assert ("credit", "Clerk/Harbour Pictures") in shown
    assert ("caption", "The quay under ice") in shown


def test_metadata_says_where_it_was_found(whole) -> None:
    found = {key: (what.value, what.where) for key, what in whole.metadata.items()}
    assert found["title"] == ("Harbour to close for winter", "JSON-LD OpinionNewsArticle headline")
    assert found["authors"] == (("Quay Writer", "Second Clerk"), "JSON-LD OpinionNewsArticle author")
    assert found["published"] == ("2024-03-05", "JSON-LD OpinionNewsArticle datePublished")
    assert found["url"] == ("https://harbour.example/2024/03/harbour.html", "link rel=canonical")
    assert found["kind"][0] == "opinion"
    assert found["language"][0] == "en-GB"
    assert whole.missing == ()
    assert "title: Harbour to close for winter (from JSON-LD OpinionNewsArticle headline)" in describe(whole)


def test_a_source_can_be_made_of_it(whole) -> None:
    assert as_source(whole) == {
        "title": "Harbour to close for winter", "publisher": "The Harbour Review", "published": "2024-03-05", "published_basis": "metadata",
        "language": "en-GB", "url": "https://harbour.example/2024/03/harbour.html", "kind": "opinion", "authors": ["Quay Writer", "Second Clerk"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("head", "key", "value", "where"),
    [
        ('<meta property="og:title" content="A  title">', "title", "A title", "meta property og:title"),
        ("<title>Ice &amp; ships - The Harbour Review</title>", "title", "Ice & ships", "title element"),
        ('<meta name="author" content="By Quay Writer, Second Clerk">', "authors", ("Quay Writer", "Second Clerk"), "meta name author"),
        ('<meta name="author" content="admin">', "authors", None, ""),
        (
            '<meta property="article:published_time" content="2021-10-23T01:02:03Z">',
            "published",
            "2021-10-23",
            "meta property article:published_time",
        ),
        ('<meta name="date" content="23 October 2021">', "published", "2021-10-23", "meta name date"),
        ('<meta name="date" content="2021-10">', "published", "2021-10", "meta name date"),
        ('<meta name="date" content="2021-02-31">', "published", None, ""),
        ('<meta name="date" content="03/04/2021">', "published", None, ""),
        ('<meta name="date" content="13/04/2021">', "published", "2021-04-13", "meta name date"),
        ('<meta property="og:site_name" content="The Review">', "publisher", "The Review", "meta property og:site_name"),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", None, ""),
        ('<meta property="og:url" content="https://harbour.example/a">', "url", "https://harbour.example/a", "meta property og:url"),
        ('<script type="application/ld+json">{broken</script>', "published", None, ""),
        ('<script type="application/ld+json">' + "[" * 9000 + "</script>", "published", None, ""),
    ],
)
def test_each_place_of_metadata_is_read(head: str, key: str, value: object, where: str) -> None:
    found = read(page(f"<article>{STORY}</article>", head)).metadata.get(key)
    assert (found and (found.value, found.where)) == (value and (value, where))


def test_the_text_shows_the_order_of_day_and_month_in_its_metadata() -> None:
    head = '<meta name="date" content="03/04/2021">'
    for other, day in (("25/03/2021", "2021-04-03"), ("03/25/2021", "2021-03-04")):
        found = read(page(f"<article>{STORY}<p>The vote of {other} stands, said the board.</p></article>", head)).metadata
        assert found["published"].value == day


def test_dates_that_contradict_each_other_are_told() -> None:
    head = '<meta name="date" content="2021-10-23"><link rel="canonical" href="https://harbour.example/2024/03/x.html">' + LINKED
    assert any("2021-10-23 by meta name date" in warning for warning in read(page(head=head)).warnings)


def test_readability_steps_in_where_trafilatura_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "by_trafilatura", lambda _: "")
    document = read(page(f"<nav>Home page of it</nav><article><h1>Harbour to close</h1>{STORY}</article>"))
    assert FERRY in document.text and "Home page" not in document.text
    assert any("readability" in warning for warning in document.warnings)


def test_where_both_fail_the_page_itself_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "by_trafilatura", lambda _: "")
    monkeypatch.setattr(html, "by_readability", lambda _: "")
    document = read(page(f"<nav>Home page of it</nav>{STORY}"))
    assert FERRY in document.text and "Home page" not in document.text
    assert any("no article was found" in warning for warning in document.warnings)


def test_a_site_s_name_in_an_h1_is_not_the_headline() -> None:
    document = read(page(f"<div><h1>The Harbour Review</h1></div><article><h1>Harbour to close</h1>{STORY}</article>"))
    assert document.metadata["title"].value == "Harbour to close"


def test_lines_divided_by_breaks_are_paragraphs() -> None:
    assert f"{ICE}\n\n{FERRY}" in read(page(f"<article><div>{ICE}<br><br>{FERRY}<br/> <br>{VOTE}</div></article>")).text


NOT_FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'


def test_a_paywall_that_leaves_hardly_any_text_is_refused() -> None:
    with pytest.raises(DataError, match="behind a paywall") as caught:
        read(page("<article><h1>Harbour to close</h1><p>The council said.</p><p>Subscribe now to keep on.</p></article>", NOT_FREE))
    assert "give that file" in caught.value.remedy


@pytest.mark.parametrize("page_", [page(head=NOT_FREE), page(f"<article>{STORY}</article><div>Already a subscriber? Log in</div>")])
def test_a_paywall_that_shows_some_of_the_article_is_told(page_: bytes) -> None:
    document = read(page_)
    assert FERRY in document.text
    assert any("paywall" in warning for warning in document.warnings)


def test_an_open_page_says_nothing_of_a_paywall(whole) -> None:
    assert not any("paywall" in warning for warning in whole.warnings)


@pytest.mark.parametrize(
    "data",
    [
        page(""),
        b"<html></html>",
        b"<html>",
        page("<script>var words = 'many'</script>"),
        page("<p hidden>Not shown</p>"),
        b"<!DOCTYPE html>\n",
    ],
)
def test_an_empty_page_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match=r"empty|no words"):
        read(data, name="page.html")


def test_entities_that_a_document_type_declares_are_not_expanded() -> None:
    hostile = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    data = page(f"<article><p>{ICE} &b; &f; &amp; &#x41;</p>{STORY}</article>").replace(b"<!DOCTYPE html>", hostile.encode())
    text = read(data).text
    assert "lol" not in text.replace("&a", "") and "root:" not in text
    assert "& A" in text


def test_attributes_with_unbalanced_quotes_cost_no_words() -> None:
    assert VOTE in read(page(f"<article><p class='x\">{ICE}</p><p title='it's'>{FERRY}</p><p>{VOTE}</p></article>")).text


def test_a_page_that_nests_too_deep_is_refused() -> None:
    with pytest.raises(DataError, match="deeper than any article"):
        read(page("<div>" * 400 + ICE + "</div>" * 400))


def test_comments_in_a_row_cost_no_time() -> None:
    start = time.monotonic()
    assert read(b"<!---->" * 250 + ICE.encode()).media_type == "text/plain"
    assert time.monotonic() - start < within(5)


def test_a_wrong_charset_is_told_and_bytes_of_two_charsets_in_the_article_are_refused() -> None:
    said_latin = page(f"<article>{STORY}<p>The café stays open all winter, for everyone.</p></article>").replace(b"utf-8", b"koi8-r", 1)
    mixed = page(f"<article>{STORY}<p>The café said XX, and the cafés of the town agreed with it in writing.</p></article>").replace(
        b"XX", b"caf\xe9"
    )
    with pytest.raises(DataError, match=f"byte {mixed.index(bytes([0xE9]) + b',')} of the page is not UTF-8"):
        read(mixed)
    assert "caf" in read(said_latin).text
    beside = page(f"<article>{STORY}</article><footer>café XX</footer>").replace(b"XX", b"caf\xe9 and more")
    assert any("are not UTF-8" in warning for warning in read(beside).warnings)


def test_the_server_or_the_page_tells_the_charset() -> None:
    words = (
        "Совет порта сказал, что гавань закроется на зиму, потому что лёд повредил причал, и что весной она откроется снова для всех. " * 2
    )
    text = f"<html lang=ru><body><article><p>{words}</p><p>{words}</p></article></body></html>"
    by_page = text.replace("<body>", "<head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head><body>")
    assert words.strip() in read(text.encode("cp1251"), media_type="text/html; charset=windows-1251").text
    assert words.strip() in read(by_page.encode("cp1251")).text


def test_a_language_that_the_words_belie_is_told() -> None:
    german = "Der Rat sagt, dass der Hafen im Winter nicht mit den Fähren und auch nicht für die Fischer offen ist, sich aber der Frühling naht. "
    document = read(page(f"<article><p>{german}</p><p>{german * 2}</p></article>", lang="en"))
    assert document.metadata["language"].value == "de"
    assert any("html lang says the language is en, but the words are German" in warning for warning in document.warnings)


def test_a_library_that_is_missing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UsageError, match="needs the library trafilatura") as caught:
        read(page())
    assert caught.value.remedy == "install it with: pip install 'source-tracking-kb[read]'"
