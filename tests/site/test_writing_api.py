"""The JSON API: what it records, that it records it once, as whom, and what it says when something is wrong."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import pytest

from kb import store
from tests.site.writer import Desk

GAZETTE = "harbour-gazette"
FACT = {"source": GAZETTE, "quote": "Why does nobody ask the captains?", "text": "The captains ought to be heard", "kind": "norm"}
ASSERTIONS = "SELECT count(*) FROM assertions"


def test_a_fact_is_recorded_with_its_words_by_whoever_holds_the_token(desk: Desk) -> None:
    answer = desk.post("/api/facts", json=FACT | {"reason": "read again"}, headers=desk.token("anna"))
    assert answer.status_code == 201, answer.text
    said = answer.json()
    text = desk.rows("SELECT text FROM snapshots WHERE source_id = ?", GAZETTE)[0][0]
    assert text[said["start"] : said["end"]] == said["exact"] == FACT["quote"]
    stored = "SELECT contributors.name, runs.reason FROM assertions JOIN runs ON runs.id = run_id JOIN contributors ON contributors.id = contributor_id WHERE assertions.id = ?"
    assert desk.rows(stored, said["assertion_id"]) == [("anna", "read again")]
    assert desk.rows("SELECT run_id FROM assertions WHERE id = ?", said["assertion_id"]) == [(said["run"],)]


def test_a_chain_of_speakers_and_a_new_actor_come_in_one_run(desk: Desk) -> None:
    voices = [{"speaker": "many-captains"}, {"speaker": "the-pilot", "stance": "denies"}]
    new = [{"type": "actor", "id": "the-pilot", "name": "The Pilot", "kind": "person"}]
    answer = desk.post("/api/facts", "anna", json=FACT | {"said_by": voices, "new": new})
    assert answer.status_code == 201, answer.text
    chain = "SELECT speaker_id, stance FROM assertions WHERE run_id = ? ORDER BY level"
    assert desk.rows(chain, answer.json()["run"])[1:] == [("many-captains", "uncommitted"), ("the-pilot", "denies")]
    assert desk.rows("SELECT run_id FROM actors WHERE id = 'the-pilot'") == [(answer.json()["run"],)]


def test_the_same_fact_again_is_no_other_fact(desk: Desk) -> None:
    first = desk.post("/api/facts", "anna", json=FACT).json()
    count = desk.rows(ASSERTIONS)
    again = desk.post("/api/facts", "anna", json=FACT)
    assert (again.status_code, again.json()["run"], again.json()["assertion_id"]) == (200, None, first["assertion_id"])
    assert desk.rows(ASSERTIONS) == count


def test_a_batch_is_recorded_whole_or_not_at_all(desk: Desk) -> None:
    before = desk.dump()
    wrong = {"facts": [FACT, FACT | {"text": "Another", "quote": "words that are not there"}]}
    answer = desk.post("/api/facts", "anna", json=wrong)
    assert answer.status_code == 422 and answer.json()["where"].startswith("facts 2")
    assert desk.dump() == before
    assert desk.post("/api/facts", "anna", json={"facts": [FACT, FACT | {"text": "Another"}]}).status_code == 201


def test_a_dry_run_tells_what_would_come_and_writes_nothing(desk: Desk) -> None:
    before = desk.dump()
    answer = desk.post("/api/facts", "anna", json=FACT | {"text": "The ferry is very much too small", "dry_run": True})
    told = answer.json()["would_record"][0]
    assert answer.status_code == 200 and told["claim_is_there"] is False and not told["duplicate"]
    assert "clm-ferry-too-small" in [row["id"] for row in told["similar"]]
    assert desk.dump() == before


def test_the_same_key_gets_the_same_answer_and_does_nothing_twice(desk: Desk) -> None:
    run = desk.post("/api/facts", "anna", json=FACT).json()["run"]
    key = {"Idempotency-Key": "one"}
    first = desk.post("/api/undo", "anna", json={"run": run, "reason": "a slip"}, headers=key)
    again = desk.post("/api/undo", "anna", json={"run": run, "reason": "a slip"}, headers=key)
    assert first.status_code == again.status_code == 200 and first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true" and "idempotency-replayed" not in first.headers
    without = desk.post("/api/undo", "anna", json={"run": run, "reason": "a slip"})
    assert without.status_code == 409
    assert desk.rows("SELECT count(*) FROM runs WHERE kind = 'undo'") == [(1,)]


def test_a_refusal_is_given_again_for_the_same_key_too(desk: Desk) -> None:
    wrong = FACT | {"subject": "the-pilot", "predicate": "agrees-to", "object": "ferry"}
    first = desk.post("/api/facts", "anna", json=wrong, headers={"Idempotency-Key": "k"})
    desk.post("/api/facts", "anna", json=FACT | {"new": [{"type": "actor", "id": "the-pilot", "name": "The Pilot"}]})
    again = desk.post("/api/facts", "anna", json=wrong, headers={"Idempotency-Key": "k"})
    assert (first.status_code, first.json()) == (again.status_code, again.json()) == (422, first.json())


def test_a_key_belongs_to_one_request_and_one_person(desk: Desk) -> None:
    key = {"Idempotency-Key": "one"}
    assert desk.post("/api/facts", "anna", json=FACT, headers=key).status_code == 201
    other = desk.post("/api/facts", "anna", json=FACT | {"text": "Another"}, headers=key)
    assert (other.status_code, other.json()["where"]) == (422, "Idempotency-Key")
    assert desk.post("/api/facts", "root", json=FACT | {"text": "Another"}, headers=key).status_code == 201
    assert desk.post("/api/facts", "anna", json=FACT, headers={"Idempotency-Key": "k" * 300}).status_code == 422


@pytest.mark.parametrize(
    ("path", "body", "status", "where", "remedy"),
    [
        ("facts", FACT | {"quote": "Why does anybody ask the captains?"}, 422, "quote", "{+nobody+}"),
        ("facts", FACT | {"quote": "the ferry"}, 422, "quote", "prefix"),
        ("facts", {"source": GAZETTE, "text": "x"}, 422, "", "quote"),
        ("facts", FACT | {"subject": "the ferrry", "predicate": "agrees-to", "object": "ferry"}, 422, "subject", "ferry"),
        ("facts", FACT | {"subject": "ferry"}, 422, "subject, predicate, object", "or none of them"),
        ("facts", FACT | {"stance": "affirmss"}, 422, "stance", "affirms"),
        ("facts", FACT | {"about": "2021-13"}, 422, "about", "2021-10-23"),
        ("facts", FACT | {"sorce": "x"}, 422, "", "source"),
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
        ("merge", {"old": "ferry", "into": "harbour-board", "reason": "r"}, 422, "", "one kind"),
        ("undo", {"run": "run-none", "reason": "r"}, 422, "", ""),
    ],
)
def test_what_is_wrong_is_said_with_place_and_remedy_and_changes_nothing(
    desk: Desk, path: str, body: dict[str, Any], status: int, where: str, remedy: str
) -> None:
    before = desk.dump()
    answer = desk.post(f"/api/{path}", "anna", json=body)
    said = answer.json()
    assert (answer.status_code, said["ok"], said["status"]) == (status, False, status), said
    assert said["error"] and where in said["where"] and remedy in said["remedy"] + said["error"]
    assert "kb new" not in said["remedy"]
    assert desk.dump() == before


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"words"', b'{"source": "\\ud800"}', b"\xff", b"[" * 200_000])
def test_what_is_no_json_object_is_a_400(desk: Desk, body: bytes) -> None:
    answer = desk.post("/api/facts", "anna", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400 and answer.json()["remedy"]


def test_a_body_that_is_too_long_is_a_413(desk: Desk) -> None:
    answer = desk.post("/api/facts", "anna", json=FACT | {"text": "x" * 1_100_000})
    assert answer.status_code == 413 and "bytes at most" in answer.json()["remedy"]


@pytest.mark.parametrize("name", ["facts", "check-quote", "similar", "correct", "retract", "merge", "undo"])
def test_without_a_name_it_is_a_401_and_with_another_s_a_403(desk: Desk, name: str) -> None:
    before = desk.dump()
    nobody, stranger = desk.post(f"/api/{name}", json={}), desk.post(f"/api/{name}", "stranger", json={})
    assert (nobody.status_code, nobody.headers["www-authenticate"]) == (401, "Bearer")
    assert stranger.status_code == 403 and "--writer stranger" in stranger.json()["remedy"]
    assert desk.post(f"/api/{name}", json={}, headers={"Authorization": "Bearer dstok_forged"}).status_code == 401
    assert desk.get(f"/api/{name}", "anna").status_code == 405
    assert desk.dump() == before


def test_a_token_that_is_restricted_does_no_more_than_it_may(desk: Desk) -> None:
    from datasette.tokens import TokenRestrictions

    reading = TokenRestrictions().allow_all("view-instance").allow_all("view-database")
    adding = TokenRestrictions().allow_all("view-database").allow_all("add-facts")
    assert desk.post("/api/facts", json=FACT, headers=desk.token("anna", restrictions=reading)).status_code == 403
    assert desk.post("/api/facts", json=FACT, headers=desk.token("anna", restrictions=adding)).status_code == 201


def test_correct_retract_merge_and_undo_leave_who_and_why(desk: Desk) -> None:
    changes = [
        ("correct", {"id": "clm-ferry-too-small", "set": {"kind": "factual"}}),
        ("merge", {"old": "clm-captains-are-asked", "into": "clm-ferry-too-small"}),
        ("retract", {"id": "clm-ferry-keeps-running"}),
    ]
    for number, (path, body) in enumerate(changes):
        answer = desk.post(f"/api/{path}", "anna", json=body | {"reason": f"reason {number}"})
        assert answer.status_code == 200 and answer.json()["changed"], answer.text
        told = desk.rows("SELECT DISTINCT reason FROM revisions WHERE run_id = ?", answer.json()["run"])
        assert told == [(f"reason {number}",)]
    undone = desk.post("/api/undo", "anna", json={"run": answer.json()["run"], "reason": "a slip"})
    assert undone.status_code == 200
    assert desk.rows("SELECT status FROM claims WHERE id = 'clm-ferry-keeps-running'") == [("reviewed",)]


def test_check_quote_finds_offsets_in_code_points_whatever_browsers_count(tiny_path: Any) -> None:
    from kb import adding, text

    words = "🚢🚢 The “new” ferry\u00a0sails.\nIt sails at noon. It sails at noon."
    connection = store.connect(tiny_path)
    with store.run(connection, "source", contributor="tester") as run_id:
        adding.add_source(connection, run_id, text.receive(words.encode()), {"title": "Ships", "authors": ["Jane Sailor"]})
    connection.close()
    desk = Desk(tiny_path)
    try:

        def check(quote: str, **more: str) -> Any:
            return desk.post("/api/check-quote", "anna", json={"source": "ships", "quote": quote, **more}).json()

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


def test_names_are_found_by_their_beginning_by_other_names_and_when_misspelt(desk: Desk) -> None:
    def named(words: str, kind: str = "") -> list[str]:
        return [row["id"] for row in desk.get(f"/api/names?q={words}&kind={kind}").json()["names"]]

    assert "many-captains" in named("capt", "actor")
    assert "ferry" in named("ferri")
    assert named("ferry", "actor") != named("ferry")
    assert "agrees-to" in named("agree", "predicate")
    assert named('"') == [] and named("") == [] and named("%25", "predicate") == []


def test_one_fact_sent_at_once_by_many_is_recorded_once(desk: Desk) -> None:
    async def at_once() -> list[int]:
        import asyncio

        client = desk.datasette.client
        asked = [client.post("/api/facts", json=FACT, actor={"id": "anna"}, headers={"Idempotency-Key": f"k{n % 3}"}) for n in range(12)]
        return [answer.status_code for answer in await asyncio.gather(*asked)]

    codes = desk.run(at_once)
    assert codes.count(201) >= 1 and set(codes) <= {200, 201, 409}
    assert desk.rows("SELECT count(*) FROM claims WHERE text = ?", FACT["text"]) == [(1,)]


def test_a_writer_elsewhere_is_waited_for_or_told_of(desk: Desk) -> None:
    connection = sqlite3.connect(desk.path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    answer = desk.post("/api/facts", "anna", json=FACT)
    connection.execute("ROLLBACK")
    connection.close()
    assert answer.status_code == 503 and "somebody else" in answer.json()["error"]
    assert desk.post("/api/facts", "anna", json=FACT).status_code == 201
