"""The timeline, the comparison, the search, the questions and the statistics show what the tables hold."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import urllib.parse
from pathlib import Path

import pytest

import kb.api
from kb.ask import questions
from kb.base import runs
from kb.facts import Voice
from kb.site.pages import timeline
from tests.harness.shown import spaced
from tests.harness.site import Site


@pytest.fixture
def site(shipped_site: Site) -> Site:
    return shipped_site


# -------------------------------------------------------------------------------------------------------------- timeline


def test_the_timeline_holds_every_event_once_with_its_actuality(site: Site, shipped: sqlite3.Connection) -> None:
    page = site.page("/timeline")
    events = shipped.execute("SELECT event_id, actuality, claims FROM timeline").fetchall()
    named = re.findall(r'<p class="name"><a href="/event/([^"]+)">[^<]*</a> <span class="actuality actuality-([a-z-]+)">', page.markup)
    assert sorted(named) == sorted((event, actuality) for event, actuality, _ in events)


@pytest.mark.thorough
def test_the_timeline_is_in_the_order_of_time_and_says_what_gives_it(site: Site, shipped: sqlite3.Connection) -> None:
    placed, unplaced = site.page("/timeline").markup.split('id="undated"')
    for part, condition in (
        (placed, "position < '~' ORDER BY position, latest, event"),
        (unplaced, "position >= '~' ORDER BY actuality, position, event"),
    ):
        named = re.findall(r'<p class="name"><a href="/event/([^"]+)">', part)
        assert named == [row[0] for row in shipped.execute(f"SELECT event_id FROM timeline WHERE {condition}")]
    orders = [row[0] for row in shipped.execute("SELECT orders FROM timeline WHERE ordered_by = 'order'")]
    assert orders and all(spaced(words) in site.page("/timeline").text for words in orders)


def test_an_open_end_reaches_every_later_day(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "correct"):
        tiny.execute("UPDATE events SET date = '1958/..' WHERE id = 'bridge-opening'")
    assert [row["event_id"] for row in timeline.read(tiny, "1990", "1991", None)["dated"]] == ["bridge-opening"]


def test_the_timeline_can_be_narrowed_to_days_and_kinds(site: Site, shipped: sqlite3.Connection) -> None:
    shown = set(re.findall(r'/event/([^"#]+)"', re.split('id="undated"', site.page("/timeline?from=2021&to=2021").markup)[0]))
    held = {
        row[0]
        for row in shipped.execute("SELECT id FROM events WHERE coalesce(earliest, latest) <= '2021-12-31' AND latest >= '2021-01-01'")
    }
    assert shown == held
    assert set(re.findall(r"actuality actuality-([a-z-]+)", site.page("/timeline?actuality=planned").markup)) == {"planned"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=yesterday", "from: 'yesterday' is no day"),
        ("to=2021-13", "to: '2021-13' is no day"),
        ("from=2022&to=2021", "to: ends before it begins"),
        ("actuality=perhaps", "actuality: 'perhaps' is no such word"),
    ],
)
@pytest.mark.thorough
def test_a_filter_that_chooses_nothing_there_could_be_is_refused_on_the_page(site: Site, query: str, said: str) -> None:
    page = site.page(f"/timeline?{query}", 400)
    assert said in page.text and "All events are shown" in page.text
    assert site.get("/timeline?from=2021&to=2021").status_code == 200


# --------------------------------------------------------------------------------------------------------------- compare


@pytest.mark.thorough
def test_a_new_text_does_not_change_which_two_are_compared_first(shipped_path: Path) -> None:
    with kb.api.open(shipped_path) as base:
        base.add_source("Nothing of this is about anything else.\n", title="An early text", published="1900", by="tester")
    reader = Site(shipped_path)
    chosen = {option["value"] for option in reader.page("/compare").all("option") if "selected" in option}
    titles = [f"/source/{name}" for name in ("asia-times-2025", "epoch-times-2021")]
    assert set(titles) <= set(reader.page("/compare").links), chosen
    reader.close()


def test_the_matrix_is_the_view_with_silence_filled_in(site: Site, shipped: sqlite3.Connection) -> None:
    markup = site.page("/compare?source=asia-times-2025&source=epoch-times-2021&show=all").markup
    told = {
        claim: re.findall(r"stance stance-([a-z]+)", cells)
        for claim, cells in re.findall(r'<th scope="row"><a href="/claim/([^"]+)">.*?</th>(.*?)</tr>', markup, re.DOTALL)
    }
    stances = {
        (claim, source): stance for claim, source, stance in shipped.execute("SELECT claim_id, source_id, stance FROM source_matrix")
    }
    assert told == {
        claim: [stances.get((claim, source), "silent") for source in ("asia-times-2025", "epoch-times-2021")] for claim, _ in stances
    }


def test_disagreements_show_both_quotes_and_the_reason(site: Site, shipped: sqlite3.Connection) -> None:
    page = site.page("/compare?source=asia-times-2025&source=epoch-times-2021")
    found = shipped.execute(
        "SELECT claim_a_id, claim_b_id, group_concat(quote_a, '|'), group_concat(quote_b, '|'), rationale FROM disagreements"
        " WHERE source_a_id = 'asia-times-2025' AND +source_b_id = 'epoch-times-2021' GROUP BY 1, 2"
    ).fetchall()
    assert found
    for claim_a, claim_b, quotes_a, quotes_b, rationale in found:
        assert {f"/claim/{claim_a}", f"/claim/{claim_b}"} <= set(page.links) and spaced(rationale) in page.text
        assert set(quotes_a.split("|")) & set(page.marked) and set(quotes_b.split("|")) & set(page.marked)


def test_each_finding_between_two_sources_is_a_group_with_its_pairs_of_claims(site: Site, shipped: sqlite3.Connection) -> None:
    markup = site.page("/compare?source=asia-times-2025&source=epoch-times-2021").markup
    groups = {
        name: re.findall(r'<div class="pair">.*?: <a href="/claim/([^"#]+)".*?</figure>.*?: <a href="/claim/([^"#]+)"', body, re.DOTALL)
        for name, body in re.findall(r'<details id="([a-z-]+)" class="kind"[^>]*>(.*?)</details>\s*(?=<details|<h2|<p>)', markup, re.DOTALL)
    }
    directed = "(direction = 'a-to-b' OR (direction = 'both' AND source_a_id = 'asia-times-2025'))"
    found = shipped.execute(
        f"SELECT DISTINCT replace(finding, ' ', '-'), claim_a_id, claim_b_id FROM comparisons WHERE source_a_id <> source_b_id AND finding NOT NULL AND {directed}"
    ).fetchall()
    assert {"disagreement", "agreement", "agreement-with-a-limit", "changed-since", "support"} <= {row[0] for row in found}
    for name in {row[0] for row in found}:
        assert set(groups[name]) == {row[1:] for row in found if row[0] == name}, name
    within = {(row[0], row[1]) for row in groups["within"]}
    assert ("clm-north-korea-only-official-ally", "clm-china-has-allies") in within


@pytest.mark.thorough
def test_one_source_alone_is_set_beside_another(site: Site) -> None:
    assert site.page("/compare?source=epoch-times-2021").links.count("/source/asia-times-2025") >= 1
    assert "There is no text here with the id: no-such-source" in site.page("/compare?source=no-such-source").text


@pytest.mark.thorough
def test_twenty_sources_stand_in_one_matrix(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with kb.api.init(path) as base:
        base.new("actor", "somebody", "Somebody", kind="person")
        for number in range(20):
            text = f"The bridge is open. Number {number} says so."
            source = base.add_source(text, title=f"Paper {number:02}", source_id=f"paper-{number:02}", by="tester", authors=["somebody"])
            author = Voice(stance="denies" if number % 3 == 0 else "affirms")
            base.add(source=source, quote="The bridge is open", text="The bridge is open", author=author)
    reader = Site(path)
    query = "&".join(f"source=paper-{number:02}" for number in range(20))
    markup = reader.page(f"/compare?{query}").markup
    row = re.search(r'<th scope="row"><a href="/claim/.*?</tr>', markup, re.DOTALL)
    assert row and row[0].count("stance-affirms") == 13 and row[0].count("stance-denies") == 7
    reader.close()


# ---------------------------------------------------------------------------------------------------------------- search


def hits(page_markup: str) -> list[str]:
    found = re.search(r'<ol class="hits">(.*?)</ol>', page_markup, re.DOTALL)
    return re.findall(r': <a href="/claim/([^"#]+)"', found[1]) if found else []


def test_a_claim_is_found_by_its_words_and_by_its_quote(site: Site, shipped: sqlite3.Connection) -> None:
    for claim, text, quote in shipped.execute(
        "SELECT claim_id, claim, quote FROM claim_sheet WHERE counted GROUP BY claim_id ORDER BY claim_id"
    ).fetchall()[::25]:
        for words in (text, " ".join(quote.split()[:6])):
            assert claim in hits(site.page("/search?q=" + "+".join(re.findall(r"\w+", words))).markup), words


def test_a_name_is_found_through_another_name(site: Site, shipped: sqlite3.Connection) -> None:
    for entity, kind, name in shipped.execute(
        "SELECT entity_id, entities.kind, name FROM names JOIN entities ON entities.id = entity_id WHERE names.kind = 'abbreviation'"
    ).fetchall():
        assert f"/{kind}/{entity}" in site.page(f"/search?q={name}").links


def test_filters_and_counts_agree_with_the_tables(site: Site, shipped: sqlite3.Connection) -> None:
    for source, count in shipped.execute("SELECT source_id, count(DISTINCT claim_id) FROM who_says_what GROUP BY source_id").fetchall():
        assert f'Claims <span class="count">{count}</span>' in site.page(f"/search?source={source}").markup
    denied = shipped.execute(
        "SELECT count(DISTINCT claim_id) FROM who_says_what WHERE stance = 'denies' AND source_id = 'epoch-times-2021'"
    ).fetchone()[0]
    page = site.page("/search?source=epoch-times-2021&stance=denies")
    assert f'Claims <span class="count">{denied}</span>' in page.markup
    assert re.search(rf'stance=denies"[^>]*>denies</a> <span class="count">{denied}</span>', page.markup)


def test_full_texts_are_searched_sentence_by_sentence(site: Site, shipped: sqlite3.Connection) -> None:
    page = site.page("/search?q=pipeline")
    sentences = shipped.execute(
        "SELECT count(*) FROM coverage WHERE source_id = 'asia-times-2025' AND sentence LIKE '%pipeline%'"
    ).fetchone()[0]
    assert sentences and "In the full texts" in page.text
    where = [link for link in page.links if link.startswith("/source/asia-times-2025?show=sen-")]
    assert len(where) == min(4, sentences)
    assert where[0].partition("#")[2] in site.page("/source/asia-times-2025").ids


@pytest.mark.parametrize("words", ['"', "''", "a AND", "NEAR(", "*", "col:x", "%25", "-", "(((", "\u4e2d"])
def test_any_words_can_be_searched(site: Site, words: str) -> None:
    assert site.get("/search?" + urllib.parse.urlencode({"q": words})).status_code == 200


@pytest.mark.parametrize(
    ("typed", "kind", "found"),
    [("Chin", "names", "china"), ("Grac", "names", "antonio-graceffo"), ("Graceffoo", "names", "antonio-graceffo")],
)
def test_names_are_offered_while_somebody_types(site: Site, typed: str, kind: str, found: str) -> None:
    offered = site.get(f"/search/as-typed?q={typed}").json()[kind]
    one = next(one for one in offered if one["id"] == found)
    assert one["line"] and one["href"] == f"/{one['kind']}/{found}"


def test_claims_are_offered_with_who_holds_them(site: Site, shipped: sqlite3.Connection) -> None:
    offered = site.get("/search/as-typed?q=formal+military+alliance").json()["claims"]
    assert offered and all(re.match("(affirmed|denied|left open) by ", one["line"]) for one in offered)
    denied = [row[0] for row in shipped.execute("SELECT DISTINCT claim_id FROM who_says_what WHERE stance = 'denies'")]
    assert all(("denied by" in one["line"]) == (one["id"] in denied) for one in offered)


def test_a_field_is_offered_only_what_it_takes(site: Site) -> None:
    actors = site.get("/search/as-typed?q=China&kinds=actor").json()
    assert actors["names"] and {one["kind"] for one in actors["names"]} == {"actor"} and not actors["claims"]
    assert not site.get("/search/as-typed?q=alliance&kinds=claim").json()["names"]
    assert site.get("/search/as-typed?q=alliance&kinds=claim").json()["claims"]
    assert site.get("/search/as-typed?q=alli&kinds=predicate").json()["names"]


def test_the_jump_menu_finds_what_the_search_box_offers(site: Site) -> None:
    offered = site.get("/search/as-typed?q=Graceffoo").json()["names"]
    jumps = [match["url"] for match in site.get("/-/jump.json?q=Graceffoo").json()["matches"]]
    assert offered and all(one["href"] in jumps for one in offered)


def test_nothing_is_offered_for_nothing(site: Site) -> None:
    assert site.get("/search/as-typed?q=").json() == site.get("/search/as-typed?q=%22").json() == {"names": [], "claims": []}


# ------------------------------------------------------------------------------------------------------------- questions


def test_every_question_stands_on_the_list(site: Site) -> None:
    assert {f"/questions/{question.name}" for question in questions.load()} <= set(site.page("/questions").links)


@pytest.mark.parametrize("name", [question.name for question in questions.load()])
@pytest.mark.thorough
def test_page_csv_and_json_of_a_question_hold_all_its_rows(site: Site, shipped: sqlite3.Connection, name: str) -> None:
    question = questions.get(name)
    cursor = shipped.execute(question.sql, question.values({}))
    columns, rows = [column[0] for column in cursor.description], cursor.fetchall()
    told = site.get(f"/questions/{name}.json").json()
    assert told["complete"] is True and told["rows"] == [dict(zip(columns, row, strict=True)) for row in rows]
    answer = site.get(f"/questions/{name}.csv")
    assert answer.headers["x-complete"] == "yes"
    assert len(list(csv.reader(io.StringIO(answer.text)))) == len(rows) + 1
    page = site.page(f"/questions/{name}")
    assert f"{len(rows)}\xa0row" in page.markup and "all there are" in page.text
    assert spaced(question.sql) in page.text
    assert {f"p-{parameter.name}" for parameter in question.parameters} <= set(page.ids)


def test_a_question_that_is_cut_says_so(site: Site, shipped: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    from kb.site.pages import question

    monkeypatch.setattr(question, "ON_PAGE", 3)
    monkeypatch.setattr(question, "IN_FILE", 3)
    assert "these are the first 3, there are more" in site.page("/questions/denials").text
    assert site.get("/questions/denials.json").json()["complete"] is False
    answer = site.get("/questions/denials.csv")
    assert answer.headers["x-complete"] == "no" and "first-3" in answer.headers["content-disposition"]


# ------------------------------------------------------------------------------------------------------------ statistics


def test_the_tables_beside_the_pictures_hold_the_base_s_numbers(site: Site, shipped: sqlite3.Connection) -> None:
    page = site.page("/statistics")
    for name, claims in shipped.execute(
        "SELECT label, count(*) FROM claims JOIN vocabulary ON field = 'claims.kind' AND value = claims.kind GROUP BY label"
    ).fetchall():
        assert re.search(rf">{name}</a></th><td class=\"number\">{claims}<", page.markup)
    for source, sentences, covered in shipped.execute(
        "SELECT source_id, count(*), sum(claims > 0) FROM coverage GROUP BY source_id"
    ).fetchall():
        assert re.search(
            rf'/source/{source}">[^<]*</a></th><td class="number">{sentences}</td><td class="number">{covered}</td>', page.markup
        )


def test_the_map_draws_places_with_coordinates_and_countries_that_claims_are_about(site: Site, shipped: sqlite3.Connection) -> None:
    markup = site.page("/statistics").markup
    drawn = markup[markup.index('<svg class="map"') : markup.index("</svg>")]
    assert drawn.count("<path") > 150
    assert 'href="/actor/china"' in drawn and 'href="/actor/united-states"' in drawn and 'href="/thing/beijing"' in drawn
    assert "claims name China</title>" in drawn


def test_where_nothing_is_found_the_nearest_claims_say_who_holds_them(site: Site) -> None:
    markup = site.page("/search?q=alliance+zebras").markup
    assert "Nearest claims" in markup and re.search(r"(Affirmed|Denied|Left open) by", markup)
