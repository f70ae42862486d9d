"""The query of /sparql is coloured as it is typed, letter over letter, and a fault is told beside it."""

from __future__ import annotations

from tests.browser.reader import PHONE, Reader, expect

QUERY = '# who\nSELECT ?claim WHERE { ?claim sdo:text "it is <said>" ; ?p <http://a.example/b> }\nLIMIT 5'
COLOURS = "[...document.querySelectorAll('.coloured pre span')].map(span => [span.className.slice(7), span.textContent])"
LAID = """() => { const [under, field] = document.querySelector(".coloured").children, of = one => { const style = getComputedStyle(one);
  return [style.font, style.padding, style.borderWidth, style.lineHeight, style.letterSpacing, one.clientWidth, one.clientHeight].join(" "); };
  return [of(under), of(field)]; }"""


def test_a_query_is_coloured_as_it_is_typed_letter_over_letter(reader: Reader) -> None:
    page = reader.open("/sparql")
    for width in (1400, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        page.locator("#query").fill(QUERY)
        assert page.locator(".coloured pre").text_content() == QUERY + "\n"
        under, field = page.evaluate(LAID)
        assert under == field
    assert page.evaluate(COLOURS) == [
        *(["comment", "# who"], ["keyword", "SELECT"], ["variable", "?claim"], ["keyword", "WHERE"], ["variable", "?claim"]),
        *(
            ["iri", "sdo:text"],
            ["string", '"it is <said>"'],
            ["variable", "?p"],
            ["iri", "<http://a.example/b>"],
            ["keyword", "LIMIT"],
            ["number", "5"],
        ),
    ]
    page.locator("#query").fill("SELECT ?x { ?x sdoo:text ?y }")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#problem")).to_contain_text("the prefix sdoo: is not declared")
    assert "problem" in (page.locator("#query").get_attribute("aria-describedby") or "")
