"""The pages of actors, things and events: what they say, what is said of them, and where that rests."""

from __future__ import annotations

import csv
import html
import io
import itertools
import re
import sqlite3
from pathlib import Path

import pytest

import kb.api
from kb.base import runs
from kb.site.pages import connections
from kb.site.pages import entity as entity_pages
from tests.harness.shown import spaced
from tests.harness.site import Site


@pytest.fixture
def site(shipped_site: Site) -> Site:
    return shipped_site


# --------------------------------------------------------------------------------------------------- actor, thing, event


@pytest.mark.thorough
def test_an_actor_s_page_counts_what_it_says_and_what_is_said_of_it(site: Site, shipped: sqlite3.Connection) -> None:
    for actor, names, says, about in shipped.execute(
        "SELECT actor_id, names, claims_by, claims_about FROM actor_sheet ORDER BY actor_id"
    ).fetchall()[::6]:
        page = site.page(f"/actor/{actor}")
        assert (f"{says} claim{'s' if says > 1 else ''} it makes" in page.text) == (says > 0)
        assert (f"{about} claims name " if about != 1 else "1 claim names ") in page.text
        assert all(name in page.text for name in (names or "").split("; "))


@pytest.mark.thorough
def test_a_long_list_can_be_turned_page_by_page(site: Site, shipped: sqlite3.Connection) -> None:
    actor, says = shipped.execute(
        "SELECT speaker_id, count(DISTINCT claim_id) FROM who_says_what GROUP BY 1 ORDER BY 2 DESC LIMIT 1"
    ).fetchone()
    met: set[str] = set()
    for start in range(0, says, 25):
        markup = site.page(f"/actor/{actor}?says={start}").markup
        part = markup[markup.index('id="says"') : markup.index('id="of"')]
        met |= set(re.findall(r'href="/claim/([^"#]+)"', part))
    assert len(met) == says


def test_the_neighbours_in_the_picture_are_in_the_list(site: Site) -> None:
    markup = site.page("/actor/china").markup
    picture = markup[markup.index('<svg class="graph wide"') : markup.index("</svg>")]
    rest = markup[markup.index("The same as a list") :]
    assert 'class="graph narrow"' in markup
    drawn = set(re.findall(r'href="(/(?:actor|thing|event)/[^"]+)"', picture))
    assert len(drawn) > 5 and all(f'href="{link}"' in rest for link in drawn)


def test_every_line_of_the_picture_says_who_holds_it_and_how_without_colour_too(site: Site, shipped: sqlite3.Connection) -> None:
    markup = site.page("/actor/china").markup
    lines = re.findall(r'<line class="edge-([a-z]+)"[^>]*><title>([^<]+)</title>', markup)
    assert len(lines) > 5
    words = {
        "affirms": ("affirmed by",),
        "denies": ("denied by",),
        "both": ("affirmed by", "denied by"),
        "uncommitted": ("only reported by",),
    }
    for stance, title in lines:
        assert all(word in title for word in words[stance]), title
    denied = shipped.execute(
        "SELECT speaker FROM who_says_what JOIN claims ON claims.id = claim_id WHERE claims.subject_id = 'china' AND predicate_id = 'formally-allied-with'"
        " AND object_id = 'russia' AND stance = 'denies'"
    ).fetchall()
    assert denied and all(speaker in html.unescape(markup) for (speaker,) in denied)
    style = (Path(entity_pages.__file__).parents[1] / "static" / "kb.css").read_text("utf-8")
    dashes = {stance: re.search(rf"\.graph \.edge-{stance}[^}}]*", style) for stance in words}
    patterns = [re.search(r"stroke-dasharray: ([\d ]+)", found[0]) for found in dashes.values() if found]
    assert len(patterns) == 4 and len({found[1] if found else "" for found in patterns}) == 4


def test_both_layouts_of_the_picture_fold_names_and_holders_and_cut_nothing(shipped: sqlite3.Connection) -> None:
    lines = connections.read(shipped, "china")
    layouts = connections.graph(lines, "China")
    called = "A body whose name runs on for more than one line"
    tree = connections.graph(lines, called)["narrow"]
    assert " ".join(tree["root"]) == called and len(tree["root"]) == 2 and tree["heads"][0]["y"] > layouts["narrow"]["heads"][0]["y"]
    for name in ("wide", "narrow"):
        layout = layouts[name]
        assert len(layout["nodes"]) > 8 and {node["id"] for node in layout["nodes"]} == {node["id"] for node in layouts["wide"]["nodes"]}
        for node in layout["nodes"]:
            assert " ".join(node["name"]) == node["label"]
            assert "; ".join(node["held"]).count(" by ") == connections.held(node["voices"]).count(" by ")
            longest = max(len(line) for line in node["held"])
            ends = node["label_x"] + (-1 if node["anchor"] == "end" else 1) * longest * 6.2  # as wide as the widest common letters
            assert -1 <= ends <= layout["width"] and node["y"] + node["tall"] - 12 <= layout["height"] + 20
        for anchor in ("start", "end"):
            column = [node for node in layout["nodes"] if node["anchor"] == anchor]
            assert all(later["y"] - node["y"] >= node["tall"] - 0.2 for node, later in itertools.pairwise(column) if name == "wide")


def test_a_connection_of_a_symmetric_predicate_is_one_line_whichever_is_its_subject(tiny: sqlite3.Connection) -> None:
    with runs.begin(tiny, "correct"):
        tiny.execute("UPDATE predicates SET symmetric = 1 WHERE id = 'harms'")
        change = "(subject_id, predicate_id, object_id, object_text) = (SELECT object_id, predicate_id, subject_id, NULL FROM claims WHERE id = ?)"
        tiny.execute(
            f"UPDATE claims SET {change}, about_time = '1960' WHERE id = 'clm-captains-are-asked'", ("clm-bridge-halves-passengers",)
        )
    lines = [row for row in connections.read(tiny, "ferry") if row["id"] == "bridge-opening"]
    assert [(row["outward"], row["claims"]) for row in lines] == [(1, 2)]


def test_holders_are_named_and_counted_in_words() -> None:
    assert connections.held([("affirms", "Ada"), ("denies", "Cid"), ("affirms", "Bob")]) == "affirmed by Ada, Bob; denied by Cid"
    four = [("affirms", name) for name in ("Ada", "Bob", "Cid", "Dee")]
    assert connections.held(four, more=True) == "affirmed by Ada, Bob and 2 others …"
    assert connections.stance_of([("uncommitted", "Ada")]) == "uncommitted"
    assert connections.stance_of([("uncommitted", "Ada"), ("denies", "Bob")]) == "denies"
    assert connections.stance_of([("affirms", "Ada"), ("denies", "Bob")]) == "both"


@pytest.mark.thorough
def test_an_event_s_page_says_how_it_stands_to_others_in_time_and_where_that_rests(site: Site, shipped: sqlite3.Connection) -> None:
    for event, other, claim in shipped.execute("SELECT event_id, other_event_id, claim_id FROM event_order").fetchall():
        for page, linked in ((event, other), (other, event)):
            markup = site.page(f"/event/{page}").markup
            part = markup[markup.index('id="order"') :].split("</section>")[0]
            assert f'/event/{linked}"' in part
            assert (f'/claim/{claim}"' if claim else "reference data") in part


def test_dates_are_in_words_and_stand_once(site: Site) -> None:
    page = site.page("/event/beijing-parade-2025")
    assert '<time class="when" datetime="2025-09">September 2025</time>' in page.markup and "<code>2025-09</code>" not in page.markup
    claim = site.page("/claim/clm-china-spent-252-billion-2020")
    voices = claim.markup.partition('id="affirms"')[2].partition("</section>")[0]
    assert voices.count("23 October 2021") == 1 and "2021-10-23" not in voices
    asked = site.page("/questions/what-happened-when").text
    assert "1920s to 1940s" in asked and "did not happen" not in asked and "192X" not in asked.partition("SELECT")[0]
    timeline = site.page("/timeline").text
    assert "1920s to 1940s" in timeline and "by 23 October 2021 at the latest" in timeline and "2021 to about 2041" in timeline


def test_reference_data_is_told_apart(site: Site, shipped: sqlite3.Connection) -> None:
    thing, text = shipped.execute("SELECT id, description FROM things WHERE description IS NOT NULL ORDER BY id LIMIT 1").fetchone()
    page = site.page(f"/thing/{thing}")
    assert "never counted as a claim" in page.text
    assert page.text.index("Reference data") < page.text.index(spaced(text))


@pytest.mark.thorough
def test_what_is_said_of_an_actor_is_grouped_by_how_it_is_reached(site: Site, shipped: sqlite3.Connection) -> None:
    def listed(query: str) -> str:
        markup = site.page(f"/actor/china?{query}").markup
        return markup[markup.index('id="of"') : markup.index('id="events"')]

    counts = {
        reach: int(re.findall(r'class="count">(\d+)\xa0claims<', listed(f"reach={reach}"))[0]) for reach in ("direct", "parties", "all")
    }
    direct = "SELECT count(DISTINCT claim_id) FROM entity_claims WHERE entity_id = 'china' AND part <> 'speaker'"
    assert counts["direct"] == shipped.execute(direct).fetchone()[0] < counts["parties"] < counts["all"]
    pages = [listed(f"of={start}") for start in range(0, counts["parties"], 25)]
    assert "Xi Jinping official of China" in " ".join(pages) and "Chinese government part of China" in " ".join(pages)
    assert "Global Times media of China" not in " ".join(pages)
    whole = [listed(f"of={start}&reach=all") for start in range(0, counts["all"], 25)]
    assert "Global Times media of China" in " ".join(whole)


def test_what_belongs_together_names_its_claim_or_is_reference_data(site: Site) -> None:
    page = site.page("/actor/xi-jinping")
    part = page.markup[page.markup.index('id="belongs"') : page.markup.index('id="reference"')]
    assert "/claim/clm-xi-is-president-of-china" in part and "official of" in part and 'href="/actor/china"' in part
    assert "reference data" in site.page("/actor/kim-jong-un").text
    claim = spaced(site.page("/claim/clm-xi-is-president-of-china").text)
    assert "Says who belongs to what" in claim and "Xi Jinping official of China" in claim


def test_the_name_of_a_belonging_leads_to_the_page_that_shows_it(site: Site, shipped: sqlite3.Connection) -> None:
    row = shipped.execute("SELECT id FROM affiliations WHERE entity_id = 'xi-jinping' AND whole_id = 'china' ORDER BY id").fetchone()[0]
    assert site.get(f"/id/{row}", headers={"Accept": "text/html"}).headers["location"] == "/actor/xi-jinping#belongs"
    assert b"restsOn" in site.get(f"/id/{row}.nt").content


def test_an_event_s_page_says_who_takes_part_and_where_that_rests(site: Site, shipped: sqlite3.Connection) -> None:
    for event, entity, claim in shipped.execute(
        "SELECT event_id, entity_id, claim_id FROM participations GROUP BY event_id ORDER BY event_id"
    ).fetchall()[::4]:
        links = site.page(f"/event/{event}").links
        assert [link for link in links if link.endswith(f"/{entity}")] and f"/claim/{claim}" in links


def test_an_id_of_another_kind_leads_to_its_own_page(site: Site) -> None:
    answer = site.get("/thing/china")
    assert (answer.status_code, answer.headers["location"]) == (301, "/actor/china")
    assert site.get("/actor/asia-times-2025").headers["location"] == "/source/asia-times-2025"


def test_a_merged_actor_says_into_whom(own: Site, tiny_path: Path) -> None:
    with kb.api.open(tiny_path) as base:
        base.new("actor", "twin", "The Twin", kind="person")
        into = base.query("SELECT speaker_id AS id FROM assertions ORDER BY 1 LIMIT 1")[0]["id"]
        base.merge("twin", into, "one and the same", despite_evidence=True)
    page = own.page("/actor/twin")
    assert "Merged" in page.text and f"/actor/{into}" in page.links
    assert "/actor/twin" in own.page(f"/actor/{into}").links


def test_a_claim_in_a_list_begins_with_who_holds_it_and_how(site: Site, shipped: sqlite3.Connection) -> None:
    markup = site.page("/actor/china").markup
    cards = re.findall(r'<p class="claim">(.*?)</p>', markup, re.DOTALL)
    assert cards
    for card in cards:
        before, link, _ = card.partition('<a href="/claim/')
        assert link and re.search(r"(Affirmed|Denied|Left open)(</strong>)? by", before), card
        claim = re.search(r'href="/claim/([^"]+)"', card)
        assert claim
        stances = {row[0] for row in shipped.execute("SELECT DISTINCT stance FROM who_says_what WHERE claim_id = ?", (claim[1],))}
        assert ("held-denies" in before) == ("denies" in stances) and ("held-affirms" in before) == ("affirms" in stances)


def test_a_reader_is_offered_no_changes(site: Site) -> None:
    page = site.page("/actor/china")
    assert "/change/" not in page.markup and any(link.startswith("/assertion/") for link in page.links)


def test_claims_about_an_entity_are_filtered_and_counted(site: Site) -> None:
    plain = site.page("/actor/china")
    counts = {int(one) for one in re.findall(r'stance=denies[^"]*">denies</a> <span class="count">(\d+)<', plain.markup)}
    assert len(counts) == 1
    page = site.page("/actor/china?stance=denies")
    denied = counts.pop()
    assert f"Filtered: {denied} of " in page.text
    shown = page.markup.split('id="of"')[1].split("</section>")[0]
    assert shown.count('class="held held-denies"') > 0 and f'<span class="count">{denied}\N{NO-BREAK SPACE}claims</span></h2>' in shown
    assert site.get("/actor/china?stance=nonsense").status_code == 200


LISTS = {
    "/actor/china": r"all (\d+) claims? of this list",
    "/actor/china?stance=denies": r"all (\d+) claims? of this list",
    "/actor/china?reach=direct&source=asia-times-2025": r"all (\d+) claims? of this list",
    "/source/epoch-times-2021": r"All (\d+) claims as a list",
    "/source/epoch-times-2021?stance=denies": r"The (\d+) claims marked",
    "/search?q=alliance": r"All (\d+) claims found",
    "/search?q=alliance&stance=denies": r"All (\d+) claims found",
}


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.thorough
def test_the_whole_list_of_claims_of_a_page_is_a_file_with_the_filters_of_the_address(address: str, site: Site) -> None:
    page = site.page(address)
    total = int(re.search(LISTS[address], page.text.replace("\N{NO-BREAK SPACE}", " "))[1])  # type: ignore[index]
    files = {format: next(link for link in page.links if f"/claims.{format}" in link) for format in ("csv", "json", "ttl", "nt", "jsonld")}
    rows = site.get(files["json"]).json()
    assert len({row["claim_id"] for row in rows}) == total
    assert "stance" not in address or {row["stance"] for row in rows} == {"denies"}
    assert [row["assertion_id"] for row in csv.DictReader(io.StringIO(site.get(files["csv"]).text))] == [
        row["assertion_id"] for row in rows
    ]
    for format in ("ttl", "nt", "jsonld"):
        triples = site.get(files[format]).text
        assert all(row["claim_id"] in triples and row["assertion_id"] in triples for row in rows)


def test_a_list_of_claims_about_nobody_is_missing(site: Site) -> None:
    assert site.get("/actor/no-such-actor/claims.csv").status_code == 404
    assert site.get("/thing/china/claims.ttl").status_code == 404
    assert site.get("/source/no-such-source/claims.csv").status_code == 404


def test_the_list_of_a_work_without_a_text_and_of_a_search_that_finds_nothing_are_files_too(
    site: Site, shipped: sqlite3.Connection
) -> None:
    reported = {row["claim_id"] for row in site.get("/source/pentagon-report-on-china/claims.json").json()}
    held = "SELECT DISTINCT claim_id FROM claim_sheet WHERE work_id = 'pentagon-report-on-china' AND counted"
    assert reported == {row[0] for row in shipped.execute(held)} != set()
    nothing = site.get("/search/claims.json?q=zeppelin")
    assert nothing.json() == [] and nothing.headers["x-complete"] == "yes"
    assert site.get("/search/claims.csv?q=alliance").headers["content-disposition"] == 'attachment; filename="search.csv"'
