"""Bylines and author fields name people and bodies, each whole and once, and nobody else."""

from __future__ import annotations

import json

import pytest

from kb import articles
from kb.articles import people

BYLINES = [
    ("By Ann Lee | The Harbour Times | 3 May 2021", ["Ann Lee"]),
    ("By Ann Lee, The Harbour Times, 3 May 2021", ["Ann Lee"]),
    ("By Ann Lee — The Harbour Times — May 3, 2021", ["Ann Lee"]),
    ("3 May 2021 | By Ann Lee | The Harbour Times", ["Ann Lee"]),
    ("By Ann Lee 3 May 2021", ["Ann Lee"]),
    ("By Ann Lee, Monday 3 May 2021 10:30", ["Ann Lee"]),
    ("By Ann Lee · Updated 3 May 2021 · 5 min read", ["Ann Lee"]),
    ("By Ann Lee in Geneva and Tom Hale in Oslo", ["Ann Lee", "Tom Hale"]),
    ("By Doctors for Peace", ["Doctors for Peace"]),
    ("By Ann Lee for The Harbour Times", ["Ann Lee"]),
    ("By Ann Lee, Senior Staff Writer", ["Ann Lee"]),
    ("By ANN LEE, Associated Press", ["ANN LEE"]),
    ("By Ann Lee and Reuters", ["Ann Lee", "Reuters"]),
    ("By Ann Lee, Tom Hale, and Jo Park", ["Ann Lee", "Tom Hale", "Jo Park"]),
    ("By Martin Hale, Jr., and Ann Lee", ["Martin Hale, Jr.", "Ann Lee"]),
    ("By Sen. Ann Lee (D-Ohio) and Dr. Tom Hale, Ph.D.", ["Ann Lee", "Tom Hale"]),
    ("By Department of Energy and Climate Change", ["Department of Energy and Climate Change"]),
    ("By Baker, Lee and Partners LLP", ["Baker, Lee and Partners LLP"]),
    ("By Łukasz Żak", ["Łukasz Żak"]),
    ("Published by The Mill", []),
    ("By anónimo", []),
    ("By Staff Writer", []),
]


@pytest.mark.parametrize(("line", "expected"), BYLINES)
def test_a_byline_gives_its_names(line: str, expected: list[str]) -> None:
    assert people.in_byline(line) == expected


FIELDS = [
    ("Ann Lee, Tom Hale and Jo Park", ["Ann Lee", "Tom Hale", "Jo Park"]),
    ("Brook, Ada; Hale, Tom", ["Ada Brook", "Tom Hale"]),
    ("Reuters, AFP", ["Reuters", "AFP"]),
    ("Martin Hale, Jr.", ["Martin Hale, Jr."]),
    ("Marks and Spencer", ["Marks and Spencer"]),
    ("Ministry of Trade, Industry and Energy", ["Ministry of Trade, Industry and Energy"]),
    ("De Souza", ["De Souza"]),
    ("Jose\u0301 Mar\u00adti\u0301", ["José Martí"]),
    ("By Ann Lee | The Mill", ["Ann Lee"]),
    ("김창호", ["김창호"]),
    ("Published by", []),
    ("Anonymous", []),
    ("Redacción", []),
    ("匿名", []),
    ("admin, editor@example.org", []),
]


@pytest.mark.parametrize(("words", "expected"), FIELDS)
def test_an_author_field_is_cut_only_between_names(words: str, expected: list[str]) -> None:
    assert people.in_field(words) == expected


def page(head: str, first: str = "") -> articles.Document:
    words = "The keeper of the upper lock wrote twice to the office about the gates and had no answer for a whole year, he told the court."
    return articles.read(
        f"<html><head><title>Canal</title>{head}</head><body><article><h1>Canal</h1>{first}<p>{words}</p></article></body></html>".encode()
    )


def linked(author: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Canal", "author": author}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("head", "authors", "kinds"),
    [
        (linked({"@type": "Organization", "name": "Climate, Trade and Us"}), ["Climate, Trade and Us"], {"Climate, Trade and Us": "organization"}),
        (linked([{"@type": "Person", "name": "Martin Hale, Jr."}, {"@type": "Person", "name": "Lee and Son"}]), ["Martin Hale, Jr.", "Lee and Son"], {}),
        (linked({"@type": ["Organization", "NGO"], "name": "Salt, Sun and Sea"}), ["Salt, Sun and Sea"], {"Salt, Sun and Sea": "organization"}),
        (linked(["Hale, Brook", "Ann Lee"]), ["Hale, Brook", "Ann Lee"], {}),
        (linked("Ann Lee and Tom Hale"), ["Ann Lee", "Tom Hale"], {}),
        (linked({"@type": "Person", "name": "anónimo"}), [], {}),
        ('<meta name="citation_author" content="Brook, Ada"><meta name="citation_author" content="Hale, Tom">', ["Ada Brook", "Tom Hale"], {}),
        ('<meta name="dc.creator" content="Brook, Ada">', ["Ada Brook"], {}),
        ('<meta name="author" content="Canal Office and Partners">', ["Canal Office and Partners"], {"Canal Office and Partners": "organization"}),
        ('<meta name="author" content="Ada Brook and Tom Hale">', ["Ada Brook", "Tom Hale"], {}),
    ],
)  # fmt: skip
@pytest.mark.thorough
def test_names_that_a_page_delimits_stay_whole(head: str, authors: list[str], kinds: dict[str, str]) -> None:
    described = articles.as_source(page(head))
    assert described.get("authors", []) == authors
    assert described.get("author_kinds", {}) == kinds


@pytest.mark.parametrize("line", [line for line, names in BYLINES if names and line.startswith("By") and " — " not in line][:4])
def test_a_byline_with_date_and_publisher_is_a_byline(line: str) -> None:
    text = (
        f"The canal is closed\n\n{line}\n\n"
        + "The keeper of the upper lock wrote twice to the office about the gates and had no answer for a year. " * 2
    )
    document = articles.read(text.encode(), name="a.txt")
    assert [section.kind for section in document.sections] == ["headline", "byline", "body"]
    assert document.metadata["authors"].value == ("Ann Lee",)
    assert str(document.metadata["published"]) == "2021-05-03"
