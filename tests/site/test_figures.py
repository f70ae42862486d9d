"""Numbers stand on every page as people write them, the text's own words first: no exponent, no decimals that say nothing."""

from __future__ import annotations

import re
import sqlite3
import urllib.parse

import pytest

from tests.harness.shown import spaced
from tests.harness.site import Site

SPENT, WARSHIPS = "clm-china-spent-252-billion-2020", "clm-warships-sailed-tsugaru"
VALUES = "SELECT ?claim ?value { ?number kb:quantityOf ?claim ; sdo:value ?value }"
AS_A_MACHINE_WRITES = re.compile(r"\d[eE][+-]?\d{2}\b|\b\d[\d,]*\.0\b|\b\d{9,}\.")
PAGES = (
    *(f"/claim/{SPENT}", f"/claim/{WARSHIPS}", "/search?q=%24252+billion", "/questions/numbers", "/questions/agreement-of-reviewers", "/compare", "/"),
    *("/kb/quantities", "/kb/claim_sheet?_where=value+is+not+null", "/kb/-/query?sql=select+value+from+quantities", f"/sparql?query={urllib.parse.quote(VALUES)}"),
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.thorough
def test_no_page_writes_a_number_as_a_machine_does(shipped_site: Site, path: str) -> None:
    answer = shipped_site.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, answer.text[:300]
    shown = re.sub(r"<(script|style|textarea|pre)\b.*?</\1>|<[^>]*>", " ", answer.text, flags=re.DOTALL)
    assert not (found := AS_A_MACHINE_WRITES.findall(shown)), found


def test_cards_and_pages_give_the_text_s_words_before_plain_figures(shipped_site: Site, shipped: sqlite3.Connection) -> None:
    for path in (f"/claim/{SPENT}", "/search?q=%24252+billion", "/questions/numbers"):
        text = spaced(shipped_site.page(path).text)
        assert text.index("$252 billion") < text.index("252,000,000,000"), path
    assert "The number: “$252 billion” (252,000,000,000 USD)" in spaced(shipped_site.page("/search?q=%24252+billion").text)
    assert "The number: “10 warships”" in spaced(shipped_site.page("/search?q=warships+Tsugaru").text)


def test_the_form_of_a_number_holds_what_somebody_would_type(shipped_site: Site) -> None:
    form = shipped_site.get(f"/change/{SPENT}", who="clerk").text
    assert 'name="set-quantity.value" type="text" value="252000000000"' in form
