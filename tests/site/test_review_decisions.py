"""Deciding on proposals: what each decision leaves in the base, what is refused, and that all of it can be taken back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kb.site.review import batch
from tests.harness.site import Site
from tests.site.queue import ALL, CARRIED, HALF, INNER, REFUSED, REPORTED, SMALL, planted
from tests.site.reviewer import Reviewer, alert, plain

STATUSES = "SELECT exact, status FROM proposals ORDER BY start_char"
SAID = """
SELECT claims.text, actors.id, act, stance, certainty, level FROM assertions JOIN claims ON claims.id = claim_id JOIN actors ON actors.id = speaker_id
JOIN runs ON runs.id = assertions.run_id WHERE runs.kind = 'review' AND assertions.status <> 'retracted' ORDER BY assertions.rowid"""


@pytest.fixture
def reviewer(tiny_path: Path, desk: Site) -> Reviewer:
    planted(tiny_path)
    return Reviewer(desk)


def test_a_proposal_is_accepted_as_it_stands_in_one_run_and_the_next_is_shown(reviewer: Reviewer) -> None:
    answer = reviewer.decide("accept", CARRIED, "?order=text")
    assert answer.status_code == 303, plain(answer)
    assert answer.headers["location"] == f"/review?order=text&at={reviewer.id_of(SMALL)}"
    text = "Carried “at least 1,200 passengers” in April"
    assert reviewer.desk.rows(SAID)[-1][:5] == (text, "canal-company", "asserts", "affirms", "certain")
    assert reviewer.status(CARRIED) == "accepted"
    assert reviewer.desk.rows(
        "SELECT runs.kind, name FROM runs JOIN contributors ON contributors.id = contributor_id WHERE runs.kind = 'review'"
    ) == [("review", "clerk")]
    assert [status for _, status in reviewer.desk.rows(STATUSES)].count("waiting") == len(ALL) - 1
    assert "1 of 6 decided" in plain(reviewer.get(answer.headers["location"]))


def test_a_proposal_with_another_stance_or_speaker_or_wording_is_edited(reviewer: Reviewer) -> None:
    assert reviewer.decide("accept", CARRIED, text="The company carried 1,200", speaker="radio-one", stance="denies").status_code == 303
    assert reviewer.desk.rows(SAID)[-1][:4] == ("The company carried 1,200", "radio-one", "asserts", "denies")
    assert reviewer.status(CARRIED) == "edited"
    assert reviewer.decide("accept", HALF, text="Half the passengers go when the bridge opens").status_code == 303
    assert reviewer.status(HALF) == "edited"
    assert reviewer.desk.rows(SAID)[-1][0] == "Half the passengers go when the bridge opens"


def test_rejected_and_put_off_leave_nothing_said(reviewer: Reviewer) -> None:
    assert reviewer.decide("reject", CARRIED).status_code == 303
    assert reviewer.decide("later", SMALL).status_code == 303
    assert (reviewer.status(CARRIED), reviewer.status(SMALL)) == ("rejected", "later")
    assert reviewer.desk.rows(SAID) == []
    assert f"/review?at={reviewer.id_of(REFUSED)}" in reviewer.get(f"/review?at={reviewer.id_of(HALF)}").text
    runs = reviewer.desk.rows("SELECT count(*) FROM runs")
    again = reviewer.decide("later", SMALL)  # put off already: on, without a run
    assert again.headers["location"] == "/review/report" and reviewer.desk.rows("SELECT count(*) FROM runs") == runs
    assert reviewer.decide("accept", SMALL, speaker="many-captains").status_code == 303


@pytest.mark.thorough
def test_a_speaker_is_dropped_by_the_box_and_never_by_an_empty_field(reviewer: Reviewer) -> None:
    before = reviewer.desk.dump()
    emptied = reviewer.decide("accept", CARRIED, speaker="", text="Twelve hundred went")
    assert emptied.status_code == 422 and "nobody is named here" in alert(emptied)
    assert ">Twelve hundred went</textarea>" in emptied.text and 'id="speaker" name="speaker" type="text" value=""' in emptied.text
    assert reviewer.desk.dump() == before
    assert reviewer.decide("accept", CARRIED, drop="yes").status_code == 303
    assert reviewer.desk.rows(SAID)[-1][1] == "harbour-gazette-paper" and len(reviewer.desk.rows(SAID)) == 1
    assert reviewer.status(CARRIED) == "edited"


@pytest.mark.thorough
def test_somebody_the_base_does_not_know_is_refused_with_what_was_typed_kept(reviewer: Reviewer) -> None:
    before = reviewer.desk.dump()
    answer = reviewer.decide("accept", SMALL, speaker="many-captain", text="It is too small", certainty="probable", about="1956-04")
    assert answer.status_code == 422
    assert "many-captain" in alert(answer) and "many-captains" in alert(answer)
    assert ">It is too small</textarea>" in answer.text and 'value="1956-04"' in answer.text
    assert '<option value="probable" selected>' in answer.text
    assert reviewer.desk.dump() == before


@pytest.mark.thorough
def test_a_new_actor_is_recorded_and_credited_in_the_same_run(reviewer: Reviewer) -> None:
    lacking = reviewer.decide("accept", REFUSED, **{"new-name": "", "new-kind": "group"})
    assert lacking.status_code == 422 and "name of the new actor: is missing" in alert(lacking)
    both = reviewer.decide("accept", REFUSED, drop="yes", **{"new-id": "pilots"})
    assert both.status_code == 422 and reviewer.desk.rows("SELECT 1 FROM actors WHERE id = 'pilots'") == []
    answer = reviewer.decide("accept", REFUSED, **{"new-id": "pilots", "new-name": "The pilots", "new-kind": "group"})
    assert answer.status_code == 303, plain(answer)
    assert reviewer.desk.rows("SELECT name, kind FROM actors WHERE id = 'pilots'") == [("The pilots", "group")]
    assert reviewer.desk.rows(SAID)[-1][1] == "pilots"
    assert reviewer.send({"do": "undo"}).status_code == 303
    assert reviewer.desk.rows("SELECT status FROM entities WHERE id = 'pilots'") == [("retracted",)]


@pytest.mark.thorough
def test_a_new_actor_without_an_id_gets_one_made_from_its_name(reviewer: Reviewer) -> None:
    assert reviewer.decide("accept", REFUSED, **{"new-name": "The pilots", "new-kind": "group"}).status_code == 303
    assert reviewer.desk.rows("SELECT id FROM actors WHERE name = 'The pilots'") == [("the-pilots",)]
    run = reviewer.get("/changes").text
    assert "prp-" not in run.partition("<main")[2].partition("</main>")[0]


@pytest.mark.thorough
def test_what_was_taken_back_can_be_accepted_otherwise(reviewer: Reviewer) -> None:
    assert reviewer.decide("accept", REFUSED, speaker="harbour-board").status_code == 303
    assert reviewer.send({"do": "undo"}).status_code == 303
    again = reviewer.decide("accept", REFUSED, speaker="radio-one")
    assert again.status_code == 303, alert(again)
    assert reviewer.desk.rows(SAID)[-1][1] == "radio-one"


@pytest.mark.thorough
def test_the_words_can_be_given_to_a_claim_that_is_there(reviewer: Reviewer) -> None:
    page = reviewer.get(f"/review?at={reviewer.id_of(SMALL)}").text
    assert 'name="claim_id" value="clm-ferry-too-small"' in page
    answer = reviewer.decide("accept", SMALL, speaker="radio-one", claim_id="clm-ferry-too-small", subject="somebody")
    assert answer.status_code == 303, plain(answer)
    sql = "SELECT claim_id FROM assertions JOIN runs ON runs.id = run_id WHERE runs.kind = 'review' AND level = 1"
    assert reviewer.desk.rows(sql) == [("clm-ferry-too-small",)]


def test_what_somebody_passes_on_is_recorded_with_the_whole_chain(reviewer: Reviewer) -> None:
    assert reviewer.decide("accept", INNER).status_code == 303
    assert [row[1:3] + row[5:] for row in reviewer.desk.rows(SAID)] == [
        ("harbour-gazette-paper", "reports", 0),
        ("radio-one", "reports", 1),
        ("harbour-office", "predicts", 2),
    ]


def test_a_cue_that_is_emptied_is_recorded_as_none(reviewer: Reviewer) -> None:
    assert reviewer.decide("accept", CARRIED, cue="").status_code == 303
    assert reviewer.status(CARRIED) == "edited"
    cue = "SELECT assertions.cue FROM assertions JOIN proposals ON assertion_id = assertions.id WHERE proposals.id = ?"
    assert reviewer.desk.rows(cue, reviewer.id_of(CARRIED)) == [(None,)]


@pytest.mark.parametrize("name", ["quote", "text"])
@pytest.mark.thorough
def test_what_was_proposed_is_not_put_back_in_silence_where_a_field_is_emptied(reviewer: Reviewer, name: str) -> None:
    before = reviewer.desk.dump()
    answer = reviewer.decide("accept", CARRIED, **{name: ""})
    assert answer.status_code == 422 and f"{name}: is missing" in alert(answer)
    assert reviewer.desk.dump() == before


@pytest.mark.thorough
def test_words_that_are_not_in_the_text_are_refused(reviewer: Reviewer) -> None:
    before = reviewer.desk.dump()
    answer = reviewer.decide("accept", CARRIED, quote="carried at most 3 passengers")
    assert answer.status_code == 422 and "carried at most 3 passengers" in answer.text
    assert reviewer.desk.dump() == before


@pytest.mark.parametrize("do", ["accept", "reject", "later"])
@pytest.mark.thorough
def test_nothing_is_decided_that_the_page_did_not_show(reviewer: Reviewer, do: str) -> None:
    form = reviewer.form(CARRIED) | {"do": do}
    before = reviewer.desk.dump()
    for unlike in ({"shown": ""}, {"shown": "0" * 32}, {"proposal": reviewer.id_of(SMALL)}, {"proposal": "prp-none"}):
        assert reviewer.send(form | unlike).status_code == 409
    assert reviewer.desk.dump() == before
    Reviewer(reviewer.desk).decide("later", CARRIED)
    stale = reviewer.send(form)
    assert stale.status_code == 409 and "not what the page showed" in alert(stale)
    Reviewer(reviewer.desk).decide("reject", CARRIED)
    before = reviewer.desk.dump()
    late = reviewer.send(form)
    assert late.status_code == 409 and "was rejected meanwhile" in alert(late)
    assert reviewer.id_of(CARRIED) not in late.text and reviewer.desk.dump() == before


@pytest.mark.thorough
def test_what_is_passed_on_is_shown_anew_when_its_reporter_was_decided_on(reviewer: Reviewer) -> None:
    form = reviewer.form(INNER) | {"do": "accept"}
    assert Reviewer(reviewer.desk).decide("accept", REPORTED, speaker="canal-company").status_code == 303
    assert reviewer.send(form).status_code == 409


@pytest.mark.thorough
def test_the_last_decision_is_taken_back_and_can_be_taken_again(reviewer: Reviewer) -> None:
    reviewer.decide("accept", CARRIED)
    reviewer.decide("reject", SMALL)
    answer = reviewer.send({"do": "undo"}, "?order=text")
    assert answer.headers["location"] == f"/review?order=text&at={reviewer.id_of(SMALL)}"
    assert (reviewer.status(CARRIED), reviewer.status(SMALL)) == ("accepted", "waiting")
    assert reviewer.send({"do": "undo"}).headers["location"] == f"/review?at={reviewer.id_of(CARRIED)}"
    assert reviewer.desk.rows(SAID) == [] and reviewer.status(CARRIED) == "waiting"
    assert reviewer.send({"do": "undo"}).status_code == 422
    again = reviewer.decide("accept", CARRIED, text="Carried them after all")
    assert again.status_code == 303, plain(again)
    assert reviewer.desk.rows(SAID)[-1][0] == "Carried them after all"


@pytest.mark.thorough
def test_the_very_same_fact_is_accepted_again_after_it_was_taken_back(reviewer: Reviewer) -> None:
    reviewer.decide("accept", CARRIED)
    reviewer.send({"do": "undo"})
    again = reviewer.decide("accept", CARRIED, certainty="probable")
    assert again.status_code == 303, alert(again)
    sql = "SELECT status, certainty FROM assertions WHERE id = (SELECT assertion_id FROM proposals WHERE id = ?)"
    assert reviewer.desk.rows(sql, reviewer.id_of(CARRIED)) == [("reviewed", "probable")]
    assert "taken back" not in plain(reviewer.get(again.headers["location"]))
    assert reviewer.send({"do": "undo"}).status_code == 303
    assert reviewer.desk.rows(SAID) == [] and reviewer.status(CARRIED) == "waiting"


@pytest.mark.thorough
def test_a_batch_is_reported_by_rule_and_taken_back_in_one_run(reviewer: Reviewer) -> None:
    reviewer.decide("accept", CARRIED)
    reviewer.decide("accept", SMALL, speaker="many-captains", stance="denies")
    reviewer.decide("reject", REFUSED)
    reviewer.decide("later", HALF)
    report = reviewer.get("/review/report")
    cells = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", report.text[report.text.index("<tbody>") :])]
    rows = {cells[at]: cells[at + 1 : at + 6] for at in range(0, len(cells), 7)}
    assert rows == {"verb": ["1", "0", "1", "50%", "50% of 2"], "frame": ["0", "1", "0", "0%", "0% of 1"]}
    assert "1 put off" in plain(report) and "Undo all 4 of this batch" in report.text
    runs = reviewer.desk.rows("SELECT count(*) FROM runs")[0][0]
    assert reviewer.send({"do": "undo-batch"}).status_code == 303
    assert {status for _, status in reviewer.desk.rows(STATUSES)} == {"waiting"}
    assert reviewer.desk.rows(SAID) == [] and reviewer.desk.rows("SELECT count(*) FROM runs")[0][0] == runs + 1
    assert "No decision in it yet" in reviewer.get("/review/report").text


@pytest.mark.thorough
def test_a_batch_that_cannot_be_taken_back_whole_stays_whole(reviewer: Reviewer) -> None:
    reviewer.decide("reject", SMALL)
    reviewer.decide("accept", CARRIED)
    assertion = reviewer.desk.rows("SELECT assertion_id FROM proposals WHERE id = ?", reviewer.id_of(CARRIED))[0][0]
    corrected = reviewer.desk.post(
        f"/change/{assertion}", "clerk", data={"do": "correct", "set-certainty": "possible", "reason": "read again"}
    )
    assert corrected.status_code == 303
    before = reviewer.desk.dump()
    answer = reviewer.send({"do": "undo-batch"})
    assert answer.status_code == 409 and "was changed again since" in alert(answer)
    assert reviewer.desk.dump() == before


@pytest.mark.thorough
def test_a_decision_that_was_taken_back_elsewhere_is_no_longer_of_the_batch(reviewer: Reviewer) -> None:
    reviewer.decide("reject", SMALL)
    reviewer.decide("reject", CARRIED)
    run = reviewer.desk.rows("SELECT id FROM runs WHERE kind = 'review' ORDER BY rowid DESC LIMIT 1")[0][0]
    assert reviewer.desk.post(f"/changes/{run}", "clerk", data={"reason": "a slip"}).status_code == 303
    assert "Undo all 1 of this batch" in reviewer.get("/review/report").text
    assert reviewer.send({"do": "undo-batch"}).status_code == 303
    assert {status for _, status in reviewer.desk.rows(STATUSES)} == {"waiting"}


@pytest.mark.thorough
def test_a_batch_is_its_owners_and_a_new_one_can_be_begun(reviewer: Reviewer) -> None:
    reviewer.decide("reject", CARRIED)
    other = Reviewer(reviewer.desk, "root")
    other.cookies = dict(reviewer.cookies)
    assert other.send({"do": "undo"}).status_code == 422
    assert Reviewer(reviewer.desk).send({"do": "undo"}).status_code == 422
    reviewer.cookies[batch.COOKIE] += "x"
    assert reviewer.send({"do": "undo"}).status_code == 422
    reviewer.cookies = dict(other.cookies)
    assert reviewer.send({"do": "new-batch"}).status_code == 303
    assert reviewer.status(CARRIED) == "rejected"


def test_a_full_batch_fits_into_a_cookie(reviewer: Reviewer) -> None:
    kept: list[str] = []

    class Answer:
        def set_cookie(self, name: str, value: str, **_: Any) -> None:
            kept.append(f"{name}={value}")

    class Visit:
        datasette = reviewer.desk.datasette

        class addresses:  # noqa: N801 - it stands in for an attribute
            path = staticmethod(str)

    from kb.base import ids

    runs = [ids.run_id(f"2026-01-01T00:00:{number:02}Z", "somebody") for number in range(batch.MOST + 5)]
    batch.keep(Answer(), Visit, "somebody-with-a-name-of-some-length", runs)  # type: ignore[arg-type]
    assert len(kept[0]) < 4_000


@pytest.mark.thorough
def test_the_end_of_the_queue_is_the_report(reviewer: Reviewer) -> None:
    for found in ALL[:-1]:
        reviewer.decide("reject", found)
    last = reviewer.decide("reject", INNER)
    assert last.headers["location"] == "/review/report"
    assert "No proposal is waiting" in reviewer.get("/review").text
    assert reviewer.send({"do": "accept-all"}).status_code == 422
