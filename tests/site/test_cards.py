"""The claim card stands wherever claims are listed: who holds it and how, the claim, the quote, its source and date, and the menu."""

from __future__ import annotations

import json
import re
import sqlite3

import pytest

from kb.ask import questions
from kb.site.pages import answer_cards
from tests.harness.site import Site

A_CARD = re.compile(r'(<figure class="quote .*?</figure>|<div class="brief .*?</details></div></div>)', re.DOTALL)
MENU = ("open the claim", "link to this quote", "cite", "embed")
LISTS = (
    *("/", "/search?q=alliance", "/actor/china", "/compare", "/timeline", "/changes", "/source/pentagon-report-on-china"),
    *("/questions/denials", "/questions/where-texts-disagree", "/questions/who-says?claim=clm-china-russia-formal-alliance"),
)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.thorough
def test_every_card_of_a_list_has_holder_claim_quote_source_and_menu(shipped_site: Site, path: str) -> None:
    cards = A_CARD.findall(shipped_site.page(path).markup)
    assert cards
    for card in cards:
        holder, _, rest = card.partition('<a href="/claim/')
        assert re.search(r"(Affirmed|Denied|Left open)( by|</strong> by)", holder) and rest, card
        assert re.search(r"<mark>|<q>", card) and 'href="/source/' in card
        assert all(f">{words}</a>" in card for words in MENU)


def test_every_connection_and_event_of_a_list_has_the_cards_of_its_claims(shipped_site: Site, shipped: sqlite3.Connection) -> None:
    listed = shipped_site.page("/actor/china").markup
    listed = listed[listed.index("The same as a list") : listed.index('id="of"')]
    assert listed.count('<li><span class="faint">') == len(re.findall(r"<details><summary>(?:\d+\s)?claim", listed))
    timeline = shipped_site.page("/timeline").markup
    told = shipped.execute("SELECT sum(min(claims, 3)) FROM timeline").fetchone()[0]
    assert timeline.count('<div class="brief ') == told > 50


def test_what_links_entities_is_said_by_whoever_says_it(shipped_site: Site, shipped: sqlite3.Connection) -> None:
    """Who takes part, what was before, who belongs to what: no line stands as if the base said so."""
    for path in ("/actor/xi-jinping", "/event/beijing-parade-2025", "/actor/china"):
        links = re.findall(r'<a class="small" href="/claim/([^"]+)">([^<]+)</a>', shipped_site.page(path).markup)
        assert links and all(re.match(r"(affirmed|denied|only reported) by ", words) for _, words in links), links
    speakers = {row[0] for row in shipped.execute("SELECT speaker FROM who_says_what WHERE claim_id = 'clm-xi-is-president-of-china'")}
    told = dict(re.findall(r'<a class="small" href="/claim/([^"]+)">([^<]+)</a>', shipped_site.page("/actor/xi-jinping").markup))
    assert speakers and all(speaker in told["clm-xi-is-president-of-china"] for speaker in speakers)


@pytest.mark.parametrize(
    "name",
    ["chains", "claims-about", "denials", "numbers", "updates", "where-texts-disagree", "where-texts-agree", "what-changed", "who-says"],
)
def test_the_cards_of_an_answer_are_of_the_voices_that_its_rows_mean(shipped: sqlite3.Connection, name: str) -> None:
    asked = questions.get(name)
    cursor = shipped.execute(asked.sql, asked.values({}))
    names = [column[0] for column in cursor.description]
    records = [tuple(row) for row in cursor.fetchall()]
    cards = answer_cards.cards(shipped, names, records)
    assert cards and len(cards) == len({tuple(row["assertion_id"] for row in group) for group in cards}) <= answer_cards.MOST
    rows = [dict(zip(names, record, strict=True)) for record in records]
    for group in cards:
        for card in group:
            assert any(card["quote"] in row.values() for row in rows), json.dumps(card["quote"])
    assert {len(group) for group in cards} == ({2} if any(column.endswith(("_b_id", "later_claim_id")) for column in names) else {1})


def test_an_answer_without_claims_has_no_cards(shipped: sqlite3.Connection) -> None:
    assert answer_cards.cards(shipped, ["place", "claims"], [("Beijing", 3)]) == []
    assert answer_cards.cards(shipped, ["claim", "claim_id"], [("nobody holds it", "clm-none"), ("no claim", None)]) == []
