"""Datasette's own page of a named question takes names where it takes ids, and says what a name that several have could mean."""

from __future__ import annotations

import re
import urllib.parse

from tests.harness.site import Site

CLAIM = "clm-ferry-too-small"


def test_a_name_leads_to_its_id_and_the_field_shows_the_name(tiny_site: Site) -> None:
    words = tiny_site.one("SELECT text FROM claims WHERE id = ?", CLAIM)
    for name, given, row_id in (("claims-by", "Radio One", "radio-one"), ("who-says", words, CLAIM)):
        parameter = {"claims-by": "actor", "who-says": "claim"}[name]
        led = tiny_site.get(f"/tiny/{name}?{urllib.parse.urlencode({parameter: given, '_hide_sql': '1'})}", follow_redirects=False)
        assert (led.status_code, led.headers["location"]) == (302, f"/tiny/{name}?{parameter}={row_id}&_hide_sql=1")
        page = tiny_site.get(led.headers["location"]).text
        field = re.search(rf'<input type="text" id="qp1" name="{parameter}" value="([^"]*)"[^>]*data-as-typed[^>]*>', page)
        assert field and field[1] == given
        assert re.search(r'id="qp1-picked">(actor|claim) · ', page)


def test_a_name_of_several_or_of_nothing_is_refused_on_the_page(tiny_site: Site) -> None:
    page = tiny_site.get("/tiny/claims-by?actor=Radio+Wun")
    assert page.status_code == 200 and "no actor is called" in page.text and "radio-one" in page.text
    assert 'value="Radio Wun"' in page.text


def test_fields_of_several_hold_names_parted_by_semicolons(tiny_site: Site) -> None:
    ids = [row[0] for row in tiny_site.rows("SELECT id FROM predicates ORDER BY id LIMIT 2")]
    labels = [row[0] for row in tiny_site.rows("SELECT label FROM predicates ORDER BY id LIMIT 2")]
    query = urllib.parse.urlencode({"predicates": "; ".join(labels), "things": "ferry"})
    led = tiny_site.get(f"/tiny/who-arms-whom?{query}", follow_redirects=False)
    assert led.headers["location"] == f"/tiny/who-arms-whom?predicates={'+'.join(ids)}&things=ferry"
    assert f'value="{"; ".join(labels)}"' in tiny_site.get(led.headers["location"]).text
    assert f'value="{"; ".join(labels)}"' in tiny_site.get(f"/questions/who-arms-whom?{query}").text


def test_other_queries_keep_their_fields_as_they_are(tiny_site: Site) -> None:
    page = tiny_site.get("/tiny/-/query?sql=select+:name").text
    assert 'name="name" value=""' in page and "data-kinds" not in page
