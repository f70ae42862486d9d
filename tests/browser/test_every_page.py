"""Every kind of page, ours and Datasette’s: open to everybody by axe-core’s rules, light and dark, and no wider than a phone."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.browser.chromium import SETTING
from tests.browser.pages import KEEPING, READABLE, WRITING
from tests.browser.reader import DESK, PHONE, TABLET, Reader

# Every rule of axe-core on the phone in light, those on colour at the desk in dark. Where all is asked for, every rule in both, and those on
# colour in the two other looks. Colours hang on the scheme, what stands where on the width.
ALL = os.environ.get(SETTING) == "required"
COLOUR = "color-contrast"
LOOKS: list[tuple[int, str, str | None]] = [(PHONE, "light", None), (DESK, "dark", None if ALL else COLOUR)]
if ALL:
    LOOKS += [(PHONE, "dark", COLOUR), (DESK, "light", COLOUR)]
SIGNED_IN = {**WRITING, **(KEEPING if ALL else {})}
# Colours that are still on their way from one to another are not those that are read.
RUN = """rule => Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0))).then(() => axe.run(document, {
  resultTypes: ["violations"], ...(rule ? { runOnly: { type: "rule", values: [rule] } } : {}),
})).then(found => found.violations.map(one => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`))"""
# Datasette’s search dialog hides the method `matches` that every element has behind a list of its own, on which axe-core trips.
# Words of a picture that reach beyond it, where they are cut.
CUT = """[...document.querySelectorAll("main svg text")].filter(text => { const own = text.getBoundingClientRect(), around = text.ownerSVGElement.getBoundingClientRect();
  return own.width && (own.left < around.left - 2 || own.right > around.right + 2); }).map(text => text.textContent)"""
# A box to tick that is drawn as wide as its label stands above its words instead of before them.
STRETCHED = """[...document.querySelectorAll("input[type=checkbox], input[type=radio]")].filter(box => box.getBoundingClientRect().width > 32).map(box => box.name)"""
BARS = """[...document.querySelectorAll("h1")].filter(title => parseFloat(getComputedStyle(title).borderLeftWidth)).map(title => title.textContent.trim())"""
GIVE_BACK = "document.querySelectorAll('navigation-search').forEach(element => delete element.matches)"


@dataclass
class Seen:
    """What was seen of one page: what axe-core says by look, and by width by how much the page is too wide and which words of pictures are cut."""

    violations: dict[str, list[str]] = field(default_factory=dict)
    too_wide: dict[int, int] = field(default_factory=dict)
    cut: dict[int, list[str]] = field(default_factory=dict)


def look(reader: Reader, path: str, axe: str) -> Seen:
    seen = Seen()
    reader.page.emulate_media(color_scheme="light", reduced_motion="reduce")
    reader.open(path)
    for width in (TABLET, PHONE):
        resize(reader, width)
        seen.too_wide[width] = max(0, reader.sideways())
        seen.cut[width] = reader.page.evaluate(CUT)
    reader.page.evaluate(GIVE_BACK)
    reader.page.evaluate(axe)
    for width, scheme, rule in LOOKS:
        resize(reader, width)
        reader.page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        found: Any = reader.page.evaluate(RUN, rule)
        if found:
            seen.violations[f"{width} px, {scheme}"] = found
    return seen


def resize(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 900})


@pytest.mark.parametrize("name", READABLE)
def test_a_page_is_open_to_everybody_and_fits_a_phone(name: str, reader: Reader, axe: str) -> None:
    seen = look(reader, READABLE[name][0], axe)
    assert READABLE[name][1] in reader.page.locator("main").inner_text()
    assert not seen.violations
    assert not any(seen.too_wide.values()), seen.too_wide
    assert not any(seen.cut.values()), seen.cut


@pytest.mark.parametrize("name", SIGNED_IN)
def test_a_page_for_who_is_signed_in_is_open_to_everybody_and_fits_a_phone(name: str, writer: Reader, axe: str) -> None:
    seen = look(writer, SIGNED_IN[name][0], axe)
    assert SIGNED_IN[name][1] in writer.page.locator("main").inner_text()
    assert not seen.violations
    assert not any(seen.too_wide.values()), seen.too_wide


def test_boxes_to_tick_stand_before_their_words(writer: Reader) -> None:
    for path in (WRITING["record"][0], WRITING["add"][0], "/compare"):
        assert writer.open(path).evaluate(STRETCHED) == [], path


@pytest.mark.parametrize("name", ["database", "table", "row", "query", "stored-query"])
def test_titles_of_datasette_pages_look_like_ours(name: str, reader: Reader) -> None:
    assert reader.open(READABLE[name][0]).evaluate(BARS) == []


def test_the_check_would_see_what_it_looks_for(reader: Reader, axe: str) -> None:
    """A page spoilt on purpose: pale words, a field without a name, and a box wider than the window."""
    page = reader.open("/sign-in")
    page.evaluate("""() => {
      const main = document.querySelector("main");
      const words = main.appendChild(document.createElement("p"));
      words.textContent = "pale";
      words.style.color = "#ddd";
      main.appendChild(document.createElement("input")).style.width = "2000px";
      main.lastChild.style.maxWidth = "none";
    }""")
    resize(reader, PHONE)
    page.evaluate(axe)
    found = "\n".join(page.evaluate(RUN, None))
    assert "color-contrast" in found and "label (1)" in found
    assert reader.sideways() > 1000
