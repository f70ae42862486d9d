"""The search box of every page answers while somebody types, and is led by the keys alone."""

from __future__ import annotations

from importlib import resources

from tests.browser.reader import Reader, expect

FAULTS = "() => axe.run('header').then(result => result.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' ')))"


def test_a_name_is_chosen_with_the_arrow_keys(reader: Reader) -> None:
    page = reader.open("/timeline")
    box, offered = page.get_by_role("combobox", name="Search claims, quotes and names"), page.get_by_role("listbox")
    box.focus()
    page.keyboard.type("Graceff")
    expect(offered).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    first = offered.get_by_role("option").first
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    expect(offered).to_be_hidden()
    expect(box).to_have_value("Graceff")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actor/antonio-graceffo")


def test_enter_without_a_choice_searches(reader: Reader) -> None:
    page = reader.open("/timeline")
    page.locator("#find").fill("alliance")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=alliance")


def test_the_open_list_is_open_to_everybody(reader: Reader) -> None:
    page = reader.open("/timeline")
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("#find").fill("China")
    expect(page.get_by_role("option").first).to_be_visible()
    assert reader.sideways() == 0
    place = page.get_by_role("listbox").bounding_box()
    assert place and place["x"] >= 0 and place["x"] + place["width"] <= 360
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    assert page.evaluate(FAULTS) == []


def test_a_question_takes_a_name_that_is_chosen(reader: Reader) -> None:
    page = reader.open("/questions/claims-by")
    field = page.get_by_role("main").get_by_role("combobox").first
    field.fill("Gracef")
    expect(page.get_by_role("main").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Antonio Graceffo")
    who = page.locator(".picked")
    expect(who).to_contain_text("actor")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_text("Antonio Graceffo").first).to_be_visible()
    expect(field).to_have_value("Antonio Graceffo")
    expect(who).to_contain_text("actor")


def test_a_name_that_nothing_has_is_recorded_with_one_key_from_the_field_that_needs_it(writer: Reader) -> None:
    page = writer.open("/add?source=asia-times-2025")
    field, offered = page.locator("#subject"), page.locator("#subject-list")
    field.focus()
    page.keyboard.type("Lena Weir")
    expect(offered.get_by_role("option").last).to_contain_text("New: Lena Weir")
    expect(offered.get_by_role("option").last).to_contain_text("id lena-weir")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    expect(card.get_by_role("button", name="Record it")).to_be_focused()
    expect(card.get_by_label("Whether it happened")).to_be_hidden()  # a person does not happen
    assert [card.get_by_label(label).input_value() for label in ("Name", "Id")] == ["Lena Weir", "lena-weir"]
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    assert page.evaluate(FAULTS.replace("'header'", "'dialog'")) == []
    page.keyboard.press("Enter")
    expect(field).to_have_value("Lena Weir")
    expect(field).to_be_focused()
    expect(page.locator("#subject-picked")).to_contain_text("Lena Weir · person: recorded")
    page.locator("#subject-picked").get_by_role("link").click()
    page.locator("#reason").fill("it was a test")
    page.get_by_role("button", name="Undo all of this").click()
    expect(page.locator("main")).to_contain_text("it was a test")


def test_a_field_of_several_completes_the_last_of_them(reader: Reader) -> None:
    page = reader.open("/questions/who-arms-whom")
    field = page.locator("#p-things")
    field.fill("Chinese military hardware; pipelin")
    expect(page.locator("#p-things-list").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert field.input_value().startswith("Chinese military hardware; ") and field.input_value().endswith("; ")


def test_a_claim_is_chosen_by_its_words_also_on_datasette_s_own_page(reader: Reader) -> None:
    page = reader.open("/kb/who-says")
    field = page.get_by_role("main").get_by_label("Claim", exact=True)
    field.fill("formal military alli")
    first = page.get_by_role("main").get_by_role("option").first
    expect(first).to_be_visible()
    words = first.locator(".find-name").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value(words)
    page.get_by_role("button", name="Run SQL").click()
    page.wait_for_url("**/kb/who-says?claim=clm-*")
    expect(field).to_have_value(words)
    expect(page.locator("#qp1-picked")).to_contain_text("claim · ")
