"""What each page shows is what the base holds: every number and every voice is compared with the tables."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import sqlite3
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

import kb.api
from kb import questions, store
from kb.facts import Voice
from tests.site.reader import Reader

STANDS = "assertions.status NOT IN ('proposed', 'retracted') AND claims.status NOT IN ('proposed', 'retracted')"


@pytest.fixture(scope="module")
def site(shipped_built: Path) -> Iterator[Reader]:
    reader = Reader(shipped_built)
    yield reader
    reader.close()


@pytest.fixture
def own(tiny_path: Path) -> Iterator[Reader]:
    """A site over a base that the test has changed: made when first asked."""
    reader = Reader(tiny_path)
    yield reader
    reader.close()


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


# ------------------------------------------------------------------------------------------------------------------ home


def test_home_says_how_much_there_is(site: Reader, shipped: sqlite3.Connection) -> None:
    claims = shipped.execute("SELECT count(*) FROM claims WHERE status NOT IN ('proposed', 'retracted')").fetchone()[0]
    texts = shipped.execute("SELECT count(*) FROM sources WHERE snapshot_id IS NOT NULL").fetchone()[0]
    assert f"{claims} claims from {texts} texts" in site.page("/").text
    assert len([one for one in site.page("/").all("ol") if one.get("class") == "answers"]) == 1


def test_home_leads_to_every_text(site: Reader, shipped: sqlite3.Connection) -> None:
    held = {f"/source/{row[0]}" for row in shipped.execute("SELECT id FROM sources WHERE snapshot_id IS NOT NULL")}
    assert held <= set(site.page("/").links)


# ---------------------------------------------------------------------------------------------------------------- source


def test_a_source_s_page_holds_its_whole_text_in_order(site: Reader, shipped: sqlite3.Connection) -> None:
    for source, text, sha256 in shipped.execute("SELECT source_id, text, sha256 FROM snapshots").fetchall():
        page = site.page(f"/source/{source}")
        prose = re.sub(r"<(aside|small).*?</\1>", "", page.markup, flags=re.DOTALL)
        shown = "".join(re.findall(r'<p class="prose">(.*?)</p>', prose, re.DOTALL))
        bare = re.sub(r"<[^>]+>", "", shown)
        assert re.sub(r"\s", "", html.unescape(bare)) == re.sub(r"\s", "", text)
        assert sha256 in page.text


def test_every_quote_is_highlighted_and_every_claim_is_linked_beside_it(site: Reader, shipped: sqlite3.Connection) -> None:
    for (source,) in shipped.execute("SELECT DISTINCT source_id FROM snapshots").fetchall():
        page = site.page(f"/source/{source}")
        claims = {
            row[0]
            for row in shipped.execute(
                f"SELECT claim_id FROM assertions JOIN claims ON claims.id = claim_id WHERE source_id = ? AND {STANDS}", (source,)
            )
        }
        assert {f"/claim/{claim}" for claim in claims} <= set(page.links)
        notes = {link for link in page.links if re.fullmatch(r"#n\d+", link)}
        assert notes and notes <= {f"#{name}" for name in page.ids}
        assert f"{len(claims)} claims in" in page.text


def test_overlapping_quotes_are_each_reachable(site: Reader, shipped: sqlite3.Connection) -> None:
    overlapping = shipped.execute(
        "SELECT a.id, b.id, c.source_id FROM passages AS a JOIN passages AS b ON b.snapshot_id = a.snapshot_id AND b.start_char > a.start_char"
        " AND b.start_char < a.end_char AND b.end_char > a.end_char JOIN snapshots AS c ON c.id = a.snapshot_id"
    ).fetchall()
    assert overlapping
    for one, other, source in overlapping:
        page = site.page(f"/source/{source}?show={other}")
        assert {one, other} <= set(page.ids)
        shown = [link for link in page.all("a") if "shown" in link.get("class", "").split()]
        assert len(shown) > 1  # the words shared with the first, and the rest


def test_a_sentence_without_claims_says_why(site: Reader, shipped: sqlite3.Connection) -> None:
    found = shipped.execute(
        "SELECT source_id, sentence, no_claim_reason FROM coverage WHERE no_claim_reason IS NOT NULL AND claims = 0"
    ).fetchall()
    assert found
    for source, sentence, reason in found:
        assert f"{spaced(sentence).strip()} [{reason}]" in site.page(f"/source/{source}").text


def test_a_sentence_that_is_not_read_yet_says_so(own: Reader, tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with store.run(connection, "correct", contributor="tester"):
        connection.execute("UPDATE sentences SET no_claim_reason = NULL WHERE no_claim_reason IS NOT NULL")
    source = connection.execute("SELECT source_id FROM coverage WHERE claims = 0").fetchone()[0]
    assert "[no claim recorded yet]" in own.page(f"/source/{source}").text


def test_quotes_link_to_the_publisher_s_page_at_their_words(site: Reader) -> None:
    outside = [link for link in site.page("/source/asia-times-2025").links if "#:~:text=" in link]
    assert outside and all(link.startswith("https://asiatimes.com/2025/09/") for link in outside)
    assert not [link for link in site.page("/source/epoch-times-2021").links if "#:~:text=" in link]


def test_a_work_that_is_only_cited_says_who_cites_it(site: Reader) -> None:
    page = site.page("/source/pentagon-report-on-china")
    assert "holds no text of this work" in page.text
    assert "/source/epoch-times-2021" in page.links


# ----------------------------------------------------------------------------------------------------------------- claim


def test_a_claim_s_page_shows_every_voice_under_its_stance_with_its_words(site: Reader, shipped: sqlite3.Connection) -> None:
    heads = {"affirms": "Who affirms it", "denies": "Who denies it", "uncommitted": "Who only reports it"}
    for (claim,) in shipped.execute("SELECT id FROM claims ORDER BY id").fetchall()[::5]:
        page = site.page(f"/claim/{claim}")
        voices = shipped.execute(
            "SELECT assertion_id, stance, speaker_id, quote FROM who_says_what WHERE claim_id = ?", (claim,)
        ).fetchall()
        for assertion, stance, speaker, quote in voices:
            assert assertion in page.ids and stance in page.ids and heads[stance] in page.text
            assert f"/actor/{speaker}" in page.links
            assert quote in page.marked
        for stance in heads.keys() - {row[1] for row in voices}:
            assert stance not in page.ids


def test_a_chain_is_shown_from_the_text_s_own_voice_inward(site: Reader, shipped: sqlite3.Connection) -> None:
    claim, inner, outer = shipped.execute(
        "SELECT one.claim_id, inner_one.name, outer_one.name FROM assertions AS one JOIN assertions AS other ON other.id = one.reported_in_id"
        " JOIN actors AS inner_one ON inner_one.id = one.speaker_id JOIN actors AS outer_one ON outer_one.id = other.speaker_id ORDER BY one.id"
    ).fetchone()
    chain = re.search(r'<ol class="chain".*?</ol>', site.page(f"/claim/{claim}").markup, re.DOTALL)
    assert chain and 0 <= chain[0].find(outer) < chain[0].find(inner)


def test_a_number_says_what_it_measures(site: Reader, shipped: sqlite3.Connection) -> None:
    for claim, verbatim, measure in shipped.execute("SELECT claim_id, verbatim, measure FROM quantities").fetchall():
        page = site.page(f"/claim/{claim}")
        assert spaced(verbatim) in page.text and spaced(measure) in page.text


def test_related_claims_stand_with_their_reason(site: Reader, shipped: sqlite3.Connection) -> None:
    for one, other, rationale in shipped.execute(
        "SELECT from_claim_id, to_claim_id, rationale FROM relations ORDER BY id LIMIT 12"
    ).fetchall():
        for here, there in ((one, other), (other, one)):
            page = site.page(f"/claim/{here}")
            assert f"/claim/{there}" in page.links and (rationale is None or spaced(rationale) in page.text)


def test_the_sql_on_a_claim_s_page_gives_its_voices(site: Reader, shipped: sqlite3.Connection) -> None:
    from kb.site.pages.claim import SQL

    claim = shipped.execute("SELECT claim_id FROM assertions GROUP BY claim_id ORDER BY count(*) DESC LIMIT 1").fetchone()[0]
    rows = shipped.execute(SQL, {"claim": claim}).fetchall()
    assert len(rows) == shipped.execute("SELECT count(*) FROM assertions WHERE claim_id = ?", (claim,)).fetchone()[0]
    ours = [link for link in site.page(f"/claim/{claim}").links if "/-/query?" in link]
    assert len(ours) == 1 and site.get(ours[0]).status_code == 200


def test_the_sparql_on_a_claim_s_page_gives_the_same_voices(shipped_built: Path) -> None:
    from kb.rdf import graph
    from kb.site.pages.claim import sparql

    connection = store.connect(shipped_built, readonly=True)
    claim = connection.execute("SELECT claim_id FROM assertions WHERE level > 0 ORDER BY id LIMIT 1").fetchone()[0]
    told = {(str(row.speaker).rpartition("/")[2], str(row.words)) for row in graph.dataset(connection, claims=[claim]).query(sparql(claim))}
    held = connection.execute(
        "SELECT speaker_id, exact FROM assertions JOIN passages ON passages.id = passage_id WHERE claim_id = ?", (claim,)
    )
    assert told == set(held.fetchall())


def test_a_claim_is_cited_as_text_bibtex_and_csl(site: Reader, shipped: sqlite3.Connection) -> None:
    claim, text = shipped.execute("SELECT id, text FROM claims ORDER BY id LIMIT 1").fetchone()
    ways = dict(re.findall(r'<pre class="copy"[^>]*id="cite-(\w+)">(.*?)</pre>', site.page(f"/claim/{claim}").markup, re.DOTALL))
    csl = json.loads(html.unescape(ways["csl"]))[0]
    assert csl["title"] == text and csl["URL"].endswith(f"/id/{claim}")
    assert html.unescape(ways["bibtex"]).startswith(f"@misc{{{claim},") and csl["URL"] in html.unescape(ways["text"])


def test_retracted_and_merged_claims_say_what_became_of_them(own: Reader, tiny_path: Path) -> None:
    with kb.api.open(tiny_path) as base:
        gone, old, into = (
            row["id"]
            for row in base.query("SELECT id FROM claims WHERE id NOT IN (SELECT claim_id FROM participations) ORDER BY id LIMIT 3")
        )
        base.retract(gone, "not in the words")
        base.merge(old, into, "the same in other words")
    page = own.page(f"/claim/{gone}")
    assert "Retracted" in page.text and "not in the words" in page.text
    assert f"/claim/{into}" in own.page(f"/claim/{old}").links and "Merged" in own.page(f"/claim/{old}").text


def test_what_is_proposed_is_shown_apart_and_counted_nowhere(own: Reader, tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    claim, source = connection.execute("SELECT claim_id, source_id FROM assertions WHERE level = 0 ORDER BY id LIMIT 1").fetchone()
    with store.run(connection, "correct", contributor="tester"):
        connection.execute("UPDATE claims SET status = 'proposed' WHERE id = ?", (claim,))
    page = own.page(f"/claim/{claim}")
    assert "Proposed" in page.text and "Not counted" in page.text and "affirms" not in page.ids
    assert f"/claim/{claim}" not in own.page(f"/source/{source}").links
    assert f"/claim/{claim}" not in own.page(f"/search?source={source}").links


# --------------------------------------------------------------------------------------------------- actor, thing, event


def test_an_actor_s_page_counts_what_it_says_and_what_is_said_of_it(site: Reader, shipped: sqlite3.Connection) -> None:
    for actor, names, says, about in shipped.execute(
        "SELECT actor_id, names, claims_by, claims_about FROM actor_sheet ORDER BY actor_id"
    ).fetchall()[::6]:
        page = site.page(f"/actor/{actor}")
        committed = shipped.execute(
            "SELECT count(DISTINCT claim_id) FROM who_says_what WHERE speaker_id = ? AND stance <> 'uncommitted'", (actor,)
        ).fetchone()[0]
        assert committed <= says
        assert (f"{committed} claims it makes" in page.text) == (committed > 0)
        assert f"{about} claims about it" in page.text
        assert all(name in page.text for name in (names or "").split("; "))


def test_a_long_list_can_be_turned_page_by_page(site: Reader, shipped: sqlite3.Connection) -> None:
    actor, says = shipped.execute(
        "SELECT speaker_id, count(DISTINCT claim_id) FROM who_says_what WHERE stance <> 'uncommitted' GROUP BY 1 ORDER BY 2 DESC LIMIT 1"
    ).fetchone()
    met: set[str] = set()
    for start in range(0, says, 25):
        markup = site.page(f"/actor/{actor}?says={start}").markup
        part = markup[markup.index('id="says"') : markup.index('id="of"')]
        met |= set(re.findall(r'href="/claim/([^"]+)"', part))
    assert len(met) == says


def test_the_neighbours_in_the_picture_are_in_the_list(site: Reader) -> None:
    markup = site.page("/actor/china").markup
    picture = markup[markup.index('<svg class="graph"') : markup.index("</svg>")]
    rest = markup[markup.index("</svg>") :]
    drawn = set(re.findall(r'href="(/(?:actor|thing|event)/[^"]+)"', picture))
    assert len(drawn) > 5 and all(f'href="{link}"' in rest for link in drawn)


def test_reference_data_is_told_apart(site: Reader, shipped: sqlite3.Connection) -> None:
    thing, text = shipped.execute("SELECT id, description FROM things WHERE description IS NOT NULL ORDER BY id LIMIT 1").fetchone()
    page = site.page(f"/thing/{thing}")
    assert "never counted as a claim" in page.text
    assert page.text.index("Reference data") < page.text.index(spaced(text))


def test_an_event_s_page_says_who_takes_part_and_where_that_rests(site: Reader, shipped: sqlite3.Connection) -> None:
    for event, entity, claim in shipped.execute(
        "SELECT event_id, entity_id, claim_id FROM participations GROUP BY event_id ORDER BY event_id"
    ).fetchall()[::4]:
        links = site.page(f"/event/{event}").links
        assert [link for link in links if link.endswith(f"/{entity}")] and f"/claim/{claim}" in links


def test_an_id_of_another_kind_leads_to_its_own_page(site: Reader) -> None:
    answer = site.get("/thing/china")
    assert (answer.status_code, answer.headers["location"]) == (301, "/actor/china")
    assert site.get("/actor/asia-times-2025").headers["location"] == "/source/asia-times-2025"


def test_a_merged_actor_says_into_whom(own: Reader, tiny_path: Path) -> None:
    with kb.api.open(tiny_path) as base:
        base.new("actor", "twin", "The Twin", kind="person")
        into = base.query("SELECT speaker_id AS id FROM assertions ORDER BY 1 LIMIT 1")[0]["id"]
        base.merge("twin", into, "one and the same")
    page = own.page("/actor/twin")
    assert "Merged" in page.text and f"/actor/{into}" in page.links
    assert "/actor/twin" in own.page(f"/actor/{into}").links


# -------------------------------------------------------------------------------------------------------------- timeline


def test_the_timeline_holds_every_event_once_with_its_actuality(site: Reader, shipped: sqlite3.Connection) -> None:
    page = site.page("/timeline")
    events = shipped.execute("SELECT event_id, actuality, claims FROM timeline").fetchall()
    named = re.findall(r'<p class="name"><a href="/event/([^"]+)">[^<]*</a> <span class="actuality actuality-([a-z-]+)">', page.markup)
    assert sorted(named) == sorted((event, actuality) for event, actuality, _ in events)


def test_the_timeline_can_be_narrowed_to_days_and_kinds(site: Reader, shipped: sqlite3.Connection) -> None:
    shown = set(re.findall(r'/event/([^"#]+)"', re.split('id="undated"', site.page("/timeline?from=2021&to=2021").markup)[0]))
    held = {
        row[0]
        for row in shipped.execute("SELECT id FROM events WHERE date IS NOT NULL AND earliest <= '2021-12-31' AND latest >= '2021-01-01'")
    }
    assert shown == held
    assert set(re.findall(r"actuality actuality-([a-z-]+)", site.page("/timeline?actuality=planned").markup)) == {"planned"}


# --------------------------------------------------------------------------------------------------------------- compare


def test_the_matrix_is_the_view_with_silence_filled_in(site: Reader, shipped: sqlite3.Connection) -> None:
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


def test_disagreements_show_both_quotes_and_the_reason(site: Reader, shipped: sqlite3.Connection) -> None:
    page = site.page("/compare?source=asia-times-2025&source=epoch-times-2021")
    found = shipped.execute(
        "SELECT claim_a_id, claim_b_id, group_concat(quote_a, '|'), group_concat(quote_b, '|'), rationale FROM disagreements"
        " WHERE kind = 'contradicts' AND source_a_id = 'asia-times-2025' AND +source_b_id = 'epoch-times-2021' GROUP BY 1, 2"
    ).fetchall()
    assert found
    for claim_a, claim_b, quotes_a, quotes_b, rationale in found:
        assert {f"/claim/{claim_a}", f"/claim/{claim_b}"} <= set(page.links) and spaced(rationale) in page.text
        assert set(quotes_a.split("|")) & set(page.marked) and set(quotes_b.split("|")) & set(page.marked)


def test_one_source_alone_is_set_beside_another(site: Reader) -> None:
    assert site.page("/compare?source=epoch-times-2021").links.count("/source/asia-times-2025") >= 1
    assert "Not held here: no-such-source" in site.page("/compare?source=no-such-source").text


def test_twenty_sources_stand_in_one_matrix(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with kb.api.init(path) as base:
        base.new("actor", "somebody", "Somebody", kind="person")
        for number in range(20):
            text = f"The bridge is open. Number {number} says so."
            source = base.add_source(text, title=f"Paper {number:02}", by="tester", authors=["somebody"])
            author = Voice(stance="denies" if number % 3 == 0 else "affirms")
            base.add(source=source, quote="The bridge is open", text="The bridge is open", author=author)
    reader = Reader(path)
    query = "&".join(f"source=paper-{number:02}" for number in range(20))
    markup = reader.page(f"/compare?{query}").markup
    row = re.search(r'<th scope="row"><a href="/claim/.*?</tr>', markup, re.DOTALL)
    assert row and row[0].count("stance-affirms") == 13 and row[0].count("stance-denies") == 7
    reader.close()


# ---------------------------------------------------------------------------------------------------------------- search


def hits(page_markup: str) -> list[str]:
    found = re.search(r'<ol class="hits">(.*?)</ol>', page_markup, re.DOTALL)
    return re.findall(r'<p class="claim"><a href="/claim/([^"]+)"', found[1]) if found else []


def test_a_claim_is_found_by_its_words_and_by_its_quote(site: Reader, shipped: sqlite3.Connection) -> None:
    for claim, text, quote in shipped.execute(
        "SELECT claim_id, claim, quote FROM claim_sheet WHERE counted GROUP BY claim_id ORDER BY claim_id"
    ).fetchall()[::25]:
        for words in (text, " ".join(quote.split()[:6])):
            assert claim in hits(site.page("/search?q=" + "+".join(re.findall(r"\w+", words))).markup), words


def test_a_name_is_found_through_another_name(site: Reader, shipped: sqlite3.Connection) -> None:
    for entity, kind, name in shipped.execute(
        "SELECT entity_id, entities.kind, name FROM names JOIN entities ON entities.id = entity_id WHERE names.kind = 'abbreviation'"
    ).fetchall():
        assert f"/{kind}/{entity}" in site.page(f"/search?q={name}").links


def test_filters_and_counts_agree_with_the_tables(site: Reader, shipped: sqlite3.Connection) -> None:
    for source, count in shipped.execute("SELECT source_id, count(DISTINCT claim_id) FROM who_says_what GROUP BY source_id").fetchall():
        assert f'Claims <span class="count">{count}</span>' in site.page(f"/search?source={source}").markup
    denied = shipped.execute(
        "SELECT count(DISTINCT claim_id) FROM who_says_what WHERE stance = 'denies' AND source_id = 'epoch-times-2021'"
    ).fetchone()[0]
    page = site.page("/search?source=epoch-times-2021&stance=denies")
    assert f'Claims <span class="count">{denied}</span>' in page.markup
    assert re.search(rf'stance=denies"[^>]*>denies</a> <span class="count">{denied}</span>', page.markup)


def test_full_texts_are_searched_sentence_by_sentence(site: Reader, shipped: sqlite3.Connection) -> None:
    page = site.page("/search?q=pipeline")
    sentences = shipped.execute(
        "SELECT count(*) FROM coverage WHERE source_id = 'asia-times-2025' AND sentence LIKE '%pipeline%'"
    ).fetchone()[0]
    assert sentences and "In the full texts" in page.text
    where = [link for link in page.links if link.startswith("/source/asia-times-2025?show=sen-")]
    assert len(where) == min(4, sentences)
    assert where[0].partition("#")[2] in site.page("/source/asia-times-2025").ids


@pytest.mark.parametrize("words", ['"', "''", "a AND", "NEAR(", "*", "col:x", "%25", "-", "(((", "\u4e2d"])
def test_any_words_can_be_searched(site: Reader, words: str) -> None:
    assert site.get("/search?" + urllib.parse.urlencode({"q": words})).status_code == 200


# ------------------------------------------------------------------------------------------------------------- questions


def test_every_question_stands_on_the_list(site: Reader) -> None:
    assert {f"/questions/{question.name}" for question in questions.load()} <= set(site.page("/questions").links)


@pytest.mark.parametrize("name", [question.name for question in questions.load()])
def test_page_csv_and_json_of_a_question_hold_all_its_rows(site: Reader, shipped: sqlite3.Connection, name: str) -> None:
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


def test_a_question_that_is_cut_says_so(site: Reader, shipped: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    from kb.site.pages import question

    monkeypatch.setattr(question, "ON_PAGE", 3)
    monkeypatch.setattr(question, "IN_FILE", 3)
    assert "these are the first 3, there are more" in site.page("/questions/denials").text
    assert site.get("/questions/denials.json").json()["complete"] is False
    answer = site.get("/questions/denials.csv")
    assert answer.headers["x-complete"] == "no" and "first-3" in answer.headers["content-disposition"]


# ------------------------------------------------------------------------------------------------------------ statistics


def test_the_tables_beside_the_pictures_hold_the_base_s_numbers(site: Reader, shipped: sqlite3.Connection) -> None:
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


def test_the_map_draws_places_with_coordinates_and_countries_that_claims_are_about(site: Reader, shipped: sqlite3.Connection) -> None:
    markup = site.page("/statistics").markup
    drawn = markup[markup.index('<svg class="map"') : markup.index("</svg>")]
    assert drawn.count("<path") > 150
    assert 'href="/actor/china"' in drawn and 'href="/actor/united-states"' in drawn and 'href="/thing/beijing"' in drawn
    assert "<title>China: " in drawn
