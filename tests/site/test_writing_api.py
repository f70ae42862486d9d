"""The JSON API: what it records, that it records it once, as whom, and what it says when something is wrong."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import itsdangerous
import pytest
from datasette.tokens import TokenRestrictions

from kb.base import runs, store, worker_connection
from kb.site import bounded
from kb.site.editing import once
from kb.texts import anchoring
from kb.workers.worker import Limits, Worker
from tests.harness.site import Site

GAZETTE = "harbour-gazette"
FACT = {"source": GAZETTE, "quote": "Why does nobody ask the captains?", "text": "The captains ought to be heard", "kind": "norm"}
ASSERTIONS = "SELECT count(*) FROM assertions"


def test_a_fact_is_recorded_with_its_words_by_whoever_holds_the_token(desk: Site) -> None:
    answer = desk.post("/api/facts", json=FACT | {"reason": "read again"}, headers=desk.token("clerk"))
    assert answer.status_code == 201, answer.text
    said = answer.json()
    text = desk.rows("SELECT text FROM snapshots WHERE source_id = ?", GAZETTE)[0][0]
    assert text[said["start"] : said["end"]] == said["exact"] == FACT["quote"]
    stored = "SELECT contributors.name, runs.reason FROM assertions JOIN runs ON runs.id = run_id JOIN contributors ON contributors.id = contributor_id WHERE assertions.id = ?"
    assert desk.rows(stored, said["assertion_id"]) == [("clerk", "read again")]
    assert desk.rows("SELECT run_id FROM assertions WHERE id = ?", said["assertion_id"]) == [(said["run"],)]


def test_a_chain_of_speakers_and_a_new_actor_come_in_one_run(desk: Site) -> None:
    voices = [{"speaker": "many-captains"}, {"speaker": "the-pilot", "stance": "denies"}]
    new = [{"type": "actor", "id": "the-pilot", "name": "The Pilot", "kind": "person"}]
    answer = desk.post("/api/facts", "clerk", json=FACT | {"said_by": voices, "new": new})
    assert answer.status_code == 201, answer.text
    chain = "SELECT speaker_id, stance FROM assertions WHERE run_id = ? ORDER BY level"
    assert desk.rows(chain, answer.json()["run"])[1:] == [("many-captains", "uncommitted"), ("the-pilot", "denies")]
    assert desk.rows("SELECT run_id FROM actors WHERE id = 'the-pilot'") == [(answer.json()["run"],)]


@pytest.mark.thorough
def test_the_same_fact_again_is_no_other_fact(desk: Site) -> None:
    first = desk.post("/api/facts", "clerk", json=FACT).json()
    count = desk.rows(ASSERTIONS)
    again = desk.post("/api/facts", "clerk", json=FACT)
    assert (again.status_code, again.json()["run"], again.json()["assertion_id"]) == (200, None, first["assertion_id"])
    assert desk.rows(ASSERTIONS) == count


def test_a_batch_is_recorded_whole_or_not_at_all(desk: Site) -> None:
    before = desk.dump()
    wrong = {"facts": [FACT, FACT | {"text": "Another", "quote": "words that are not there"}]}
    answer = desk.post("/api/facts", "clerk", json=wrong)
    assert answer.status_code == 422 and answer.json()["where"].startswith("facts 2")
    assert desk.dump() == before
    assert desk.post("/api/facts", "clerk", json={"facts": [FACT, FACT | {"text": "Another"}]}).status_code == 201


def test_a_dry_run_tells_what_would_come_and_writes_nothing(desk: Site) -> None:
    before = desk.dump()
    answer = desk.post("/api/facts", "clerk", json=FACT | {"text": "The ferry is very much too small", "dry_run": True})
    told = answer.json()["would_record"][0]
    assert answer.status_code == 200 and told["claim_is_there"] is False and not told["duplicate"]
    assert "clm-ferry-too-small" in [row["id"] for row in told["similar"]]
    assert desk.dump() == before


def test_the_same_key_gets_the_same_answer_and_does_nothing_twice(desk: Site) -> None:
    run = desk.post("/api/facts", "clerk", json=FACT).json()["run"]
    key = {"Idempotency-Key": "one"}
    first = desk.post("/api/undo", "clerk", json={"run": run, "reason": "a slip"}, headers=key)
    again = desk.post("/api/undo", "clerk", json={"run": run, "reason": "a slip"}, headers=key)
    assert first.status_code == again.status_code == 200 and first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true" and "idempotency-replayed" not in first.headers
    without = desk.post("/api/undo", "clerk", json={"run": run, "reason": "a slip"})
    assert without.status_code == 409
    assert desk.rows("SELECT count(*) FROM runs WHERE kind = 'undo'") == [(1,)]


def test_a_refusal_is_given_again_for_the_same_key_too(desk: Site) -> None:
    wrong = FACT | {"subject": "the-pilot", "predicate": "agrees-to", "object": "ferry"}
    first = desk.post("/api/facts", "clerk", json=wrong, headers={"Idempotency-Key": "k"})
    desk.post("/api/facts", "clerk", json=FACT | {"new": [{"type": "actor", "id": "the-pilot", "name": "The Pilot", "kind": "person"}]})
    again = desk.post("/api/facts", "clerk", json=wrong, headers={"Idempotency-Key": "k"})
    assert (first.status_code, first.json()) == (again.status_code, again.json()) == (422, first.json())


def test_a_key_is_kept_through_a_restart_in_a_file_of_its_own(tiny_path: Path, tmp_path: Path) -> None:
    key, answers = {"Idempotency-Key": "kept"}, []
    for bodies in ((FACT,), (FACT, FACT | {"text": "Another"})):
        desk = Site(tiny_path, internal=str(tmp_path / "internal.db"))
        answers += [desk.post("/api/facts", "clerk", json=body, headers=key) for body in bodies]
        desk.close()
    assert [answer.status_code for answer in answers] == [201, 201, 422] and answers[0].json() == answers[1].json()
    assert answers[1].headers["idempotency-replayed"] == "true"


def test_a_key_whose_request_never_ended_is_free_again(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    body = json.dumps(FACT).encode()
    taken = once.digest("/api/facts", body)
    assert desk.run(lambda: once.begin(desk.datasette, "clerk", "left", taken)) is None
    headers = {"Idempotency-Key": "left", "Content-Type": "application/json"}
    assert desk.post("/api/facts", "clerk", content=body, headers=headers).status_code == 409
    monkeypatch.setattr(once, "AT_WORK_SECONDS", -1)
    assert desk.post("/api/facts", "clerk", content=body, headers=headers).status_code == 201


def test_a_key_belongs_to_one_request_and_one_person(desk: Site) -> None:
    key = {"Idempotency-Key": "one"}
    assert desk.post("/api/facts", "clerk", json=FACT, headers=key).status_code == 201
    other = desk.post("/api/facts", "clerk", json=FACT | {"text": "Another"}, headers=key)
    assert (other.status_code, other.json()["where"]) == (422, "Idempotency-Key")
    assert desk.post("/api/facts", "root", json=FACT | {"text": "Another"}, headers=key).status_code == 201
    assert desk.post("/api/facts", "clerk", json=FACT, headers={"Idempotency-Key": "k" * 300}).status_code == 422


@pytest.mark.parametrize(
    ("path", "body", "status", "where", "remedy"),
    [
        ("facts", FACT | {"quote": "Why does anybody ask the captains?"}, 422, "quote", "{+nobody+}"),
        ("facts", FACT | {"quote": "the ferry"}, 422, "quote", "prefix"),
        ("facts", {"source": GAZETTE, "text": "x"}, 422, "quote", "quote is missing"),
        ("facts", FACT | {"quote": ["x"]}, 422, "quote", "text"),
        ("facts", {"facts": [FACT, FACT | {"quote": [5]}]}, 422, "facts 2, quote", "text"),
        ("facts", FACT | {"new": [{"type": "actor", "id": "x", "name": [5]}]}, 422, "new 1, name", "text"),
        ("facts", FACT | {"text": "half\u0000said"}, 422, "text", "without"),
        ("facts", FACT | {"said_by": [{"speaker": "ferry", "cue": "a\u001bb"}]}, 422, "cue", "U+001B"),
        ("facts", FACT | {"quote": "no\u0000where"}, 422, "quote", ""),
        ("correct", {"id": "ferry", "set": {"name": "Ferry\u0008"}, "reason": "r"}, 422, "name", "U+0008"),
        ("similar", {"text": "a\u0000b"}, 422, "text", "U+0000"),
        ("facts", FACT | {"subject": "the ferrry", "predicate": "agrees-to", "object": "ferry"}, 422, "subject", "ferry"),
        ("facts", FACT | {"subject": "ferry"}, 422, "subject, predicate, object", "or none of them"),
        ("facts", FACT | {"stance": "affirmss"}, 422, "stance", "affirms"),
        ("facts", FACT | {"about": "2021-13"}, 422, "about", "2021-10-23"),
        ("facts", FACT | {"sorce": "x"}, 422, "sorce", "source"),
        ("facts", FACT | {"source": "radio-one-broadcast"}, 422, "source", ""),
        (
            "facts",
            FACT | {"text": "The ferry is too small", "subject": "harbour-board", "predicate": "has-quality", "object": "too-small"},
            409,
            "claim",
            "",
        ),
        ("correct", {"id": "clm-ferry-too-small", "set": {"kind": "evaluatoin"}, "reason": "r"}, 422, "kind", "evaluation"),
        ("correct", {"id": "clm-ferry-too-small", "set": {"recorded_at": "x"}, "reason": "r"}, 422, "clm-ferry-too-small", ""),
        ("correct", {"id": "clm-ferry-too-small", "set": {"kind": "norm"}}, 422, "reason", "reason"),
        ("retract", {"id": "ferry", "reason": "r"}, 409, "", "retract"),
        ("retract", {"id": "clm-ferry-too-smal", "reason": "r"}, 422, "", "clm-ferry-too-small"),
        ("retract", {"id": "clm-ferry-too-small"}, 422, "reason", "reason"),
        ("retract", {"id": "clm-ferry-too-small", "reason": " "}, 422, "reason", "reason"),
        ("merge", {"old": "clm-captains-are-asked", "into": "clm-ferry-too-small"}, 422, "reason", "reason"),
        ("undo", {"run": "run-none"}, 422, "reason", "reason"),
        ("merge", {"old": "ferry", "into": "harbour-board", "reason": "r"}, 422, "", "one kind"),
        ("undo", {"run": "run-none", "reason": "r"}, 422, "", ""),
    ],
)
@pytest.mark.thorough
def test_what_is_wrong_is_said_with_place_and_remedy_and_changes_nothing(
    shared_desk: Site, path: str, body: dict[str, Any], status: int, where: str, remedy: str
) -> None:
    before = shared_desk.dump()
    answer = shared_desk.post(f"/api/{path}", "clerk", json=body)
    said = answer.json()
    assert (answer.status_code, said["ok"], said["status"]) == (status, False, status), said
    assert said["error"] and where in said["where"] and remedy in said["remedy"] + said["error"]
    assert "kb new" not in said["remedy"]
    assert shared_desk.dump() == before


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"words"', b'{"source": "\\ud800"}', b"\xff", b"[" * 200_000])
def test_what_is_no_json_object_is_a_400(shared_desk: Site, body: bytes) -> None:
    answer = shared_desk.post("/api/facts", "clerk", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400 and answer.json()["remedy"]


def test_a_body_that_is_too_long_is_a_413(desk: Site) -> None:
    answer = desk.post("/api/facts", "clerk", json=FACT | {"text": "x" * 1_100_000})
    assert answer.status_code == 413 and "bytes at most" in answer.json()["remedy"]


@pytest.mark.parametrize("name", ["facts", "check-quote", "similar", "correct", "retract", "merge", "undo"])
@pytest.mark.thorough
def test_without_a_name_it_is_a_401_and_with_another_s_a_403(shared_desk: Site, name: str) -> None:
    before = shared_desk.dump()
    nobody, stranger = shared_desk.post(f"/api/{name}", json={}), shared_desk.post(f"/api/{name}", "stranger", json={})
    assert (nobody.status_code, nobody.headers["www-authenticate"]) == (401, "Bearer")
    assert stranger.status_code == 403 and "--role stranger=" in stranger.json()["remedy"]
    assert shared_desk.post(f"/api/{name}", json={}, headers={"Authorization": "Bearer dstok_forged"}).status_code == 401
    assert shared_desk.get(f"/api/{name}", "clerk").status_code == 405
    assert shared_desk.dump() == before


@pytest.mark.thorough
def test_a_token_is_good_for_its_time_and_no_longer(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    header = desk.token("clerk", expires_after=60)
    assert desk.post("/api/similar", json={"text": "x"}, headers=header).status_code == 200
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert desk.post("/api/similar", json={"text": "x"}, headers=header).status_code == 401
    assert desk.post("/sign-in", data={"token": header["Authorization"].removeprefix("Bearer ")}).status_code == 401


def signed_in(desk: Site, header: dict[str, str]) -> dict[str, str]:
    """The cookie that a token is exchanged for."""
    answer = desk.post("/sign-in", data={"token": header["Authorization"].removeprefix("Bearer ")})
    return {"ds_actor": answer.cookies["ds_actor"]}


def test_a_session_ends_with_the_token_and_may_do_no_more(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    session = signed_in(desk, desk.token("clerk", expires_after=60))
    reading = signed_in(desk, desk.token("clerk", restrictions=TokenRestrictions().allow_all("view-instance").allow_all("view-database")))
    assert desk.post("/api/similar", json={"text": "x"}, cookies=reading).status_code == 403
    assert desk.post("/api/similar", json={"text": "x"}, cookies=session).status_code == 200
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert desk.post("/api/similar", json={"text": "x"}, cookies=session).status_code == 401


def test_a_token_signed_with_another_secret_is_no_token(desk: Site) -> None:
    forged = itsdangerous.URLSafeSerializer("another secret", "token").dumps({"a": "clerk", "t": int(time.time())})
    assert desk.post("/api/facts", json=FACT, headers={"Authorization": f"Bearer dstok_{forged}"}).status_code == 401
    assert desk.post("/sign-in", data={"token": f"dstok_{forged}"}).status_code == 401


@pytest.mark.thorough
def test_a_token_that_is_restricted_does_no_more_than_it_may(desk: Site) -> None:
    reading = TokenRestrictions().allow_all("view-instance").allow_all("view-database")
    adding = TokenRestrictions().allow_all("view-database").allow_all("add-facts")
    assert desk.post("/api/facts", json=FACT, headers=desk.token("clerk", restrictions=reading)).status_code == 403
    assert desk.post("/api/facts", json=FACT, headers=desk.token("clerk", restrictions=adding)).status_code == 201


def test_correct_retract_merge_and_undo_leave_who_and_why(desk: Site) -> None:
    changes = [
        ("correct", {"id": "clm-ferry-too-small", "set": {"kind": "factual"}}),
        ("merge", {"old": "clm-captains-are-asked", "into": "clm-ferry-too-small"}),
        ("retract", {"id": "clm-ferry-keeps-running"}),
    ]
    for number, (path, body) in enumerate(changes):
        answer = desk.post(f"/api/{path}", "clerk", json=body | {"reason": f"reason {number}"})
        assert answer.status_code == 200 and answer.json()["changed"], answer.text
        told = desk.rows("SELECT DISTINCT reason FROM revisions WHERE run_id = ?", answer.json()["run"])
        assert told == [(f"reason {number}",)]
    undone = desk.post("/api/undo", "clerk", json={"run": answer.json()["run"], "reason": "a slip"})
    assert undone.status_code == 200
    assert desk.rows("SELECT status FROM claims WHERE id = 'clm-ferry-keeps-running'") == [("recorded",)]


def test_check_quote_finds_offsets_in_code_points_whatever_browsers_count(tiny_path: Any) -> None:
    from kb.sources import adding
    from kb.texts.sentences import receive

    words = "🚢🚢 The “new” ferry\u00a0sails.\nIt sails at noon. It sails at noon."
    connection = store.connect(tiny_path)
    with runs.begin(connection, "source", contributor="tester") as run:
        adding.add_source(run, receive(words.encode()), {"title": "Ships", "authors": ["Jane Sailor"]})
    connection.close()
    desk = Site(tiny_path)
    try:

        def check(quote: str, **more: str) -> Any:
            return desk.post("/api/check-quote", "clerk", json={"source": "ships", "quote": quote, **more}).json()

        found = check('The "new" ferry sails.')
        assert (found["found"], words[found["start"] : found["end"]], found["to_the_letter"]) == (
            True,
            "The “new” ferry\u00a0sails.",
            False,
        )
        assert check("sails.\r\nIt sails")["exact"] == "sails.\nIt sails"
        near = check("The old ferry sails.")
        assert not near["found"] and {"kind": "yours", "words": "old"} in near["nearest"]["differences"]
        several = check("It sails at noon.")
        assert [words[place["start"] : place["end"]] for place in several["places"]] == ["It sails at noon."] * 2
        second = several["places"][1]
        assert check("It sails at noon.", prefix=second["prefix"], suffix=second["suffix"])["start"] == second["start"]
        assert "nothing like" in json.dumps(check("Entirely unrelated zebra crossings"))
    finally:
        desk.close()


def test_names_are_found_by_their_beginning_by_other_names_and_when_misspelt(desk: Site) -> None:
    def named(words: str, kind: str = "") -> list[str]:
        return [row["id"] for row in desk.get(f"/api/names?q={words}&kind={kind}").json()["names"]]

    assert "many-captains" in named("capt", "actor")
    assert "ferry" in named("ferri")
    assert named("ferry", "actor") != named("ferry")
    assert "agrees-to" in named("agree", "predicate")
    assert named('"') == [] and named("") == [] and named("%25", "predicate") == []


def test_one_fact_sent_at_once_by_many_is_recorded_once(desk: Site) -> None:
    async def at_once() -> list[int]:
        import asyncio

        client = desk.datasette.client
        asked = [client.post("/api/facts", json=FACT, actor={"id": "clerk"}, headers={"Idempotency-Key": f"k{n % 3}"}) for n in range(12)]
        return [answer.status_code for answer in await asyncio.gather(*asked)]

    codes = desk.run(at_once)
    assert codes.count(201) >= 1 and set(codes) <= {200, 201, 409}
    assert desk.rows("SELECT count(*) FROM claims WHERE text = ?", FACT["text"]) == [(1,)]


@pytest.mark.thorough
def test_a_writer_elsewhere_is_waited_for_or_told_of(desk: Site) -> None:
    connection = sqlite3.connect(desk.path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    answer = desk.post("/api/facts", "clerk", json=FACT)
    connection.execute("ROLLBACK")
    connection.close()
    assert answer.status_code == 503 and "somebody else" in answer.json()["error"]
    assert desk.post("/api/facts", "clerk", json=FACT).status_code == 201


def test_a_fact_may_say_where_its_words_stand(desk: Site) -> None:
    text = desk.rows("SELECT text FROM snapshots WHERE source_id = ?", GAZETTE)[0][0]
    start = text.rindex("ferry")
    place = {"source": GAZETTE, "text": "It is about a ferry", "start_char": start, "end_char": start + 5}
    answer = desk.post("/api/facts", "clerk", json=place)
    assert answer.status_code == 201, answer.text
    assert (answer.json()["start"], answer.json()["exact"]) == (start, "ferry")
    assert desk.post("/api/facts", "clerk", json=place | {"quote": "ferry"}).status_code == 200
    before = desk.dump()
    for wrong, where in (({"quote": "bridge"}, "quote"), ({"end_char": None}, "end_char"), ({"start_char": "1"}, "start_char")):
        answer = desk.post("/api/facts", "clerk", json=place | {"text": "Something else"} | wrong)
        assert (answer.status_code, answer.json()["where"]) == (422, where)
        assert answer.json()["remedy"]
    assert desk.dump() == before


def test_a_quote_is_sought_once_on_its_way_into_the_base(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    class Here(Worker):
        """A worker that works in this process, where its searches can be counted."""

        def call(self, limits: Limits, function: Callable[..., Any], *given: Any, **more: Any) -> Any:
            worker_connection.CONNECTIONS.clear()  # of another thread
            return function(*given, **more)

    monkeypatch.setattr(bounded, "make_worker", Here)
    sought = []
    find = anchoring.find
    monkeypatch.setattr(anchoring, "find", lambda *given, **more: sought.append(given) or find(*given, **more))
    assert desk.post("/api/facts", "clerk", json=FACT).status_code == 201
    assert len(sought) == 1
    form = FACT | {"text": "Nobody consults anybody", "do": "record"}
    assert desk.post("/add", "clerk", data=form).status_code == 303
    assert len(sought) == 2


def test_a_review_is_recorded_and_shown_on_the_page_of_its_claim(desk: Site) -> None:
    """Whoever may add facts may review; the page shows who checked it, with which verdict and note."""
    claim = "clm-ferry-keeps-running"
    assert "review-note" not in desk.page(f"/claim/{claim}").markup
    sent = {"id": claim, "verdict": "carries", "note": "read against the print edition"}
    answer = desk.post("/api/review", "clerk", json=sent)
    assert answer.status_code == 201 and f"{claim}: carries; reviewed" in answer.json()["reviewed"]
    again = desk.post("/api/review", "clerk", json=sent)
    assert (again.status_code, again.json()["run"]) == (200, None)
    assert desk.post("/api/review", "clerk", json={"id": claim, "verdict": "fine"}).status_code == 422
    page = desk.get(f"/claim/{claim}", "clerk").text
    assert "read against the print edition" in page and "review-note" in page
    refused = desk.post(f"/change/{claim}", "clerk", data={"do": "review", "verdict": "does-not-carry", "note": "on second thoughts"})
    assert refused.status_code == 303
    assert desk.rows("SELECT verdict, note FROM reviews WHERE row_id = ? AND contributor_id <> 'second-reader' ORDER BY rowid", claim) == [
        ("carries", "read against the print edition"),
        ("does-not-carry", "on second thoughts"),
    ]
    assert desk.rows("SELECT status FROM claims WHERE id = ?", claim) == [("disputed",)]


def test_every_fault_of_a_batch_is_answered_at_once(desk: Site) -> None:
    before = desk.dump()
    facts = [
        FACT | {"text": "One", "quote": "words that are not there", "about": "3/4/2021", "subject": "nobody-known"},
        FACT,
        FACT | {"text": "Two", "kind": "nrom"},
        FACT | {"text": "Three", "qoute": "x"},
    ]
    answer = desk.post("/api/facts", "clerk", json={"facts": facts})
    assert answer.status_code == 422
    first = {"facts 1, quote", "facts 1, about", "facts 1, subject"}
    assert answer.json()["where"] == "facts 4, qoute"  # what is no fact is told before any is looked up
    facts.pop()
    answer = desk.post("/api/facts", "clerk", json={"facts": facts})
    assert {fault["where"] for fault in answer.json()["faults"]} == first | {"facts 3, kind"}
    assert len(answer.json()["errors"]) == 4
    assert all(fault["remedy"] for fault in answer.json()["faults"])
    assert desk.dump() == before


@pytest.mark.thorough
def test_a_fact_that_was_taken_back_is_told_and_restored_when_asked(desk: Site) -> None:
    fact = {"source": "port-bulletin", "quote": "as everyone knows", "claim": "Everyone knows it"}
    run = desk.post("/api/facts", "clerk", json=fact).json()["run"]
    desk.post("/api/undo", "clerk", json={"run": run, "reason": "a slip"})
    before = desk.dump()
    told = desk.post("/api/facts", "clerk", json=fact)
    assert told.status_code == 200 and told.json()["retracted"] and "send restore" in told.json()["notices"][0]
    assert desk.dump() == before
    restored = desk.post("/api/facts", "clerk", json=fact | {"restore": True})
    assert restored.json()["run"] and "notices" not in restored.json()
    assert desk.one("SELECT status FROM claims WHERE text = 'Everyone knows it'") == "recorded"
