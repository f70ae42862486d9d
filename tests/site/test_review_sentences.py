"""The page of a sentence: all its claims in one form, which works without scripts and comes back whole where anything is wrong."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Response

from tests.harness.site import Site
from tests.site import queue as plants
from tests.site.queue import CARRIED, HOSTILE, INNER, REPORTED, SMALL, Found
from tests.site.reviewer import plain

PATH = "/review/sentences"


@pytest.fixture
def site(tiny_path: Path) -> Iterator[Site]:
    plants.planted(tiny_path)
    started = Site(tiny_path)
    yield started
    started.close()


def proposal(site: Site, found: Found) -> str:
    return str(site.rows("SELECT id FROM proposals WHERE exact = ? AND speaker IS ?", found.words, found.speaker)[0][0])


def page(site: Site, found: Found, who: str = "clerk") -> Response:
    sql = (
        "SELECT sentences.id FROM sentences JOIN proposals ON proposals.snapshot_id = sentences.snapshot_id"
        " WHERE proposals.id = ? AND sentences.start_char <= proposals.start_char ORDER BY sentences.start_char DESC LIMIT 1"
    )
    return site.get(f"{PATH}?at={site.rows(sql, proposal(site, found))[0][0]}", who)


def fields(answer: Response) -> dict[str, str]:
    """The form as a browser without scripts sends it."""
    form = answer.text[
        answer.text.index('id="sentence"') : answer.text.index('<form method="post"', answer.text.index('id="sentence"') + 1)
    ]
    sent: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        attributes = {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        if "name" in attributes and (attributes.get("type") != "checkbox" or " checked" in tag):
            sent[attributes["name"]] = attributes.get("value", "")
    for name, words in re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        sent[name] = html.unescape(words)
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.findall(r'value="([^"]*)" selected', options) or re.findall(r'value="([^"]*)"', options)[:1]
        sent[name] = html.unescape(chosen[0]) if chosen else ""
    return sent


def post(site: Site, found: Found, do: str, **typed: str) -> Response:
    """Send the form of a sentence with fields of this proposal changed; those of the whole form begin with an underscore."""
    own = {f"{proposal(site, found)}.{name.replace('_', '-')}": value for name, value in typed.items() if not name.startswith("_")}
    whole = {name[1:]: value for name, value in typed.items() if name.startswith("_")}
    return site.post(PATH, "clerk", data={**fields(page(site, found)), **own, **whole, "do": do})


def status(site: Site, found: Found) -> str:
    return str(site.rows("SELECT status FROM proposals WHERE id = ?", proposal(site, found))[0][0])


def test_a_claim_is_spoken_with_names(site: Site) -> None:
    words = re.sub(r"\s+", " ", plain(page(site, CARRIED)))
    assert "Canal Company affirms as certain:" in words
    assert "canal-company" not in fields(page(site, CARRIED)).values()


def test_every_claim_of_a_sentence_is_in_one_form(site: Site) -> None:
    sent = fields(page(site, REPORTED))
    assert {f"{proposal(site, one)}.take" for one in (REPORTED, INNER)} <= set(sent)
    answer = site.post(PATH, "clerk", data={**sent, "do": "accept"})
    assert answer.status_code == 303 and (status(site, REPORTED), status(site, INNER)) == ("accepted", "accepted")
    runs = site.rows("SELECT DISTINCT run_id FROM assertions WHERE id IN (SELECT assertion_id FROM proposals)")
    assert len(runs) == 1


def test_what_is_not_ticked_is_rejected(site: Site) -> None:
    sent = fields(page(site, REPORTED))
    del sent[f"{proposal(site, INNER)}.take"]
    site.post(PATH, "clerk", data={**sent, "do": "accept"})
    assert (status(site, REPORTED), status(site, INNER)) == ("accepted", "rejected")


def test_one_unknown_name_loses_nothing_that_was_typed(site: Site) -> None:
    typed = {"text": "The Company ran it", "object": "many people", "about": "1956-04", "subject": "The Kraken"}
    answer = post(site, CARRIED, "accept", **typed)
    assert answer.status_code == 422 and status(site, CARRIED) == "waiting"
    back = fields(answer)
    assert all(back[f"{proposal(site, CARRIED)}.{name}"] == value for name, value in typed.items())
    assert f'id="{proposal(site, CARRIED)}.subject-fault"' in answer.text and "The Kraken" in plain(answer)


def test_what_is_new_is_recorded_with_one_button(site: Site) -> None:
    answer = post(site, SMALL, "make", speaker="Ferry pilots", speaker_kind="actor group")
    assert answer.status_code == 303 and status(site, SMALL) == "accepted"  # the text names no actor
    assert site.rows("SELECT name, kind FROM actors WHERE id = 'ferry-pilots'") == [("Ferry pilots", "group")]


def test_a_person_chooses_the_id_of_what_is_new(site: Site) -> None:
    typed = {"speaker": "Ferry pilots", "speaker_kind": "actor group", "speaker_id": "pilots-of-the-ferry"}
    assert post(site, SMALL, "make", **typed).status_code == 303
    assert site.rows("SELECT name, kind FROM actors WHERE id = 'pilots-of-the-ferry'") == [("Ferry pilots", "group")]


@pytest.mark.parametrize(("wrong", "told"), [("canal-company", "that of another row"), ("Ferry Pilots", "Ferry Pilots")])
@pytest.mark.thorough
def test_an_id_that_is_taken_or_none_is_told_at_its_field_and_everything_typed_stays(site: Site, wrong: str, told: str) -> None:
    typed = {"speaker": "Ferry pilots", "speaker_kind": "actor group", "speaker_id": wrong}
    answer = post(site, SMALL, "make", **typed)
    assert answer.status_code == 422 and status(site, SMALL) == "waiting"
    fault = answer.text.partition(f'id="{proposal(site, SMALL)}.speaker-fault"')[2].partition("</p>")[0]
    assert told in html.unescape(fault)
    assert fields(answer)[f"{proposal(site, SMALL)}.speaker-id"] == wrong


@pytest.mark.thorough
def test_an_added_claim_comes_with_everything_typed_for_the_others(site: Site) -> None:
    answer = post(site, CARRIED, "add", text="The Company carried passengers", _words="in April", _like=proposal(site, CARRIED))
    back = fields(answer)
    assert answer.status_code == 200 and back[f"{proposal(site, CARRIED)}.text"] == "The Company carried passengers"
    assert [value for name, value in back.items() if name.endswith(".quote")] == [CARRIED.words, "in April"]
    assert site.post(PATH, "clerk", data={**back, "do": "accept"}).status_code == 303
    assert site.rows("SELECT count(*) FROM proposals WHERE status IN ('accepted', 'edited')") == [(2,)]


@pytest.mark.thorough
def test_joined_claims_are_one_with_the_words_of_both(site: Site) -> None:
    answer = post(site, REPORTED, "join", _like=proposal(site, INNER), _other=proposal(site, REPORTED))
    assert fields(answer)[f"{proposal(site, INNER)}.quote"] == REPORTED.words
    assert status(site, REPORTED) == "rejected"


@pytest.mark.thorough
def test_a_sentence_can_state_nothing(site: Site) -> None:
    assert post(site, SMALL, "nothing", _reason="a matter of taste").status_code == 303
    assert status(site, SMALL) == "rejected"
    assert site.rows("SELECT count(*) FROM sentences WHERE no_claim_reason = 'a matter of taste'") == [(1,)]


@pytest.mark.thorough
def test_a_decision_on_another_form_than_the_page_shows_is_refused(site: Site) -> None:
    stale = fields(page(site, REPORTED))
    assert site.post(PATH, "clerk", data={**stale, "do": "later"}).status_code == 303
    answer = site.post(PATH, "clerk", data={**stale, "do": "accept"})
    assert answer.status_code == 409 and status(site, REPORTED) == "later"


@pytest.mark.thorough
def test_the_last_decision_is_taken_back(site: Site) -> None:
    first = post(site, REPORTED, "accept")
    cookies = dict(first.cookies.items())
    answer = site.post(PATH, "clerk", data={"do": "undo"}, cookies=cookies)
    assert answer.status_code == 303 and (status(site, REPORTED), status(site, INNER)) == ("waiting", "waiting")


def test_nobody_sees_it_unless_they_may_add(site: Site) -> None:
    assert site.get(PATH).status_code == 401
    assert site.get(PATH, "stranger").status_code == 403


def test_words_of_the_text_are_shown_and_never_run(tiny_path: Path) -> None:
    plants.taken(tiny_path, HOSTILE, [Found("<b>lies</b>", "<script>alert(1)</script>", "said")])
    site = Site(tiny_path)
    answer = site.get(PATH, "clerk")
    assert "<script>alert" not in answer.text and "<b>lies" not in answer.text and "&lt;b&gt;lies" in answer.text
    site.close()
