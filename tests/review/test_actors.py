"""The actors of a text are listed once each, and what a person settles holds for every open proposal of that text, and no other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import review
from kb.articles import read
from kb.base import runs, store
from kb.errors import DataError
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.propose import parser as models
from kb.review import actors, intake
from kb.review.actors import NamedActor, Settling

ARTICLE = """The ferry company

North Lines supports the bridge. Jonas Berg said on Monday that the bridge will harm local traders.

Jonas Berg also said that North Lines belongs to the Port League. The Kremlin said that the bridge is late.
"""


def taken_in(path: Path, text: str) -> sqlite3.Connection:
    """A base in which an article waits for review; without an English model the test is skipped."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    connection = store.connect(path)
    with runs.begin(connection, "propose") as run:
        intake.take(run, read(text.encode(), name="ferry.txt"), {"title": "Ferry", "published": "2021-05-04"})
    return connection


@pytest.fixture
def base(empty_path: Path) -> Iterator[sqlite3.Connection]:
    connection = taken_in(empty_path, ARTICLE)
    with runs.begin(connection, "propose") as run:
        entry = {"id": "berg-jonas", "name": "Jonas Bergh", "kind": "person", "description": "director of a shipping company"}
        add_entity(run, NewEntity("actor", "berg-jonas", entry))
    yield connection
    connection.close()


def line(base: sqlite3.Connection, name: str) -> NamedActor:
    return next(actor for actor in actors.of_source(base, "ferry") if actor.name == name)


def settle(base: sqlite3.Connection, *settlings: Settling) -> str:
    with runs.begin(base, "review", contributor="tester") as run:
        actors.settle(run, "ferry", settlings)
    return run.id


def speakers(base: sqlite3.Connection) -> set[str | None]:
    attributed = [one for one in review.listed(base) if one.speaker == "Jonas Berg"]
    return {review.suggested_values(Lookup(base), one).get("speaker") for one in attributed}


def test_each_actor_is_one_line_with_its_candidates_and_the_new_actor_it_would_be(base: sqlite3.Connection) -> None:
    names = [actor.name for actor in actors.of_source(base, "ferry")]
    assert len(names) == len(set(names)) and {"Jonas Berg", "North Lines"} <= set(names)
    berg = line(base, "Jonas Berg")
    assert (berg.known, berg.kind, berg.new.id) == (None, "actor person", "jonas-berg")
    assert [(one.id, one.description) for one in berg.candidates] == [("berg-jonas", "director of a shipping company")]
    assert berg.count >= 2


def test_an_actor_that_is_taken_speaks_in_every_open_proposal_until_that_is_undone(base: sqlite3.Connection) -> None:
    assert speakers(base) == {None}
    settle(base, Settling("Jonas Berg", actors.TAKE, "berg-jonas"))
    assert speakers(base) == {"berg-jonas"}
    known = line(base, "Jonas Berg").known
    assert known and known.id == "berg-jonas"
    settle(base, Settling("Jonas Berg", actors.NEW, new_id="j-berg", new_name="Jonas K. Berg", kind="actor person"))
    assert speakers(base) == {"j-berg"}
    settle(base, Settling("Jonas Berg", actors.TAKE, "berg-jonas"))
    assert speakers(base) == {"berg-jonas"}


def test_a_fault_in_one_line_leaves_all_as_it_was(base: sqlite3.Connection) -> None:
    with pytest.raises(DataError, match="nobody-here"):
        settle(base, Settling("North Lines", actors.NEW, kind="actor organization"), Settling("Jonas Berg", actors.TAKE, "nobody-here"))
    assert line(base, "North Lines").known is None
    assert base.execute("SELECT count(*) FROM mentions").fetchone() == (0,)


def test_what_is_left_stays_open(base: sqlite3.Connection) -> None:
    settle(base, Settling("Jonas Berg", actors.LEAVE))
    assert speakers(base) == {None}


def test_a_name_that_the_program_worded_is_settled_too(base: sqlite3.Connection) -> None:
    kremlin = next(one for one in review.listed(base) if one.speaker == "The Kremlin")
    name = kremlin.found["speaker"]["label"]
    assert name not in ARTICLE
    settle(base, Settling(name, actors.TAKE, "berg-jonas"))
    assert review.suggested_values(Lookup(base), kremlin)["speaker"] == "berg-jonas"
    known = line(base, name).known
    assert known and known.id == "berg-jonas"


def test_a_name_that_proves_to_be_a_thing_is_recorded_as_one(base: sqlite3.Connection) -> None:
    settle(base, Settling("North Lines", actors.NEW, kind="thing project"))
    assert base.execute("SELECT kind FROM things WHERE id = 'north-lines'").fetchone() == ("project",)
    assert "North Lines" not in [actor.name for actor in actors.of_source(base, "ferry")]
    subject = next(one for one in review.listed(base) if "supports the bridge" in one.exact)
    assert review.suggested_values(Lookup(base), subject)["subject"] == "north-lines"


SPELT_TWICE = """The ferry company

Top harbour leaders met Jonas Berg on Monday. Jonas Berg thanked top harbour leaders in Riga.

“I think the bridge should wait. Who is it for?” Jonas Berg said. “I think one has to ask, is it needed?” Jonas Berg said in Riga.
"""


@pytest.fixture
def spelt_twice(empty_path: Path) -> Iterator[sqlite3.Connection]:
    connection = taken_in(empty_path, SPELT_TWICE)
    yield connection
    connection.close()


def test_a_name_in_capitals_at_the_beginning_of_a_sentence_is_the_same_name(spelt_twice: sqlite3.Connection) -> None:
    leaders = [actor for actor in actors.of_source(spelt_twice, "ferry") if actor.name.casefold() == "top harbour leaders"]
    assert [(one.name, one.count) for one in leaders] == [("top harbour leaders", 2)]
    settle(spelt_twice, Settling("top harbour leaders", actors.NEW, kind="actor group"))
    open_ones = [one for one in review.listed(spelt_twice) if "harbour leaders" in one.exact]
    values = [review.suggested_values(Lookup(spelt_twice), one) for one in open_ones]
    assert [(each.get("subject"), each.get("object")) for each in values] == [("top-harbour-leaders", None), (None, "top-harbour-leaders")]


def test_who_reports_may_be_named_in_the_sentence_after_the_quotation(spelt_twice: sqlite3.Connection) -> None:
    settle(spelt_twice, Settling("Jonas Berg", actors.NEW, kind="actor person"))
    inner = [one for one in review.listed(spelt_twice) if one.parent_id and one.speaker == "I"]
    assert inner
    for one in inner:
        with runs.begin(spelt_twice, "review", contributor="tester") as run:
            added = review.accept(run, one.id, {"speaker": "jonas-berg"}).added
        outer = "SELECT outer.cue FROM assertions JOIN assertions AS outer ON outer.id = assertions.reported_in_id WHERE assertions.id = ?"
        assert added and spelt_twice.execute(outer, (added.assertion_id,)).fetchone() == ("said",)
