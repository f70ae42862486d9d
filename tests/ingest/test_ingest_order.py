"""Reading event_order.toml and predicate_properties.toml: what they say becomes rows, changes with them, and goes with them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.reading import Desk
from tests.whole import done, kb, one, sound

ORDER, PROPERTIES = "event_order.toml", "predicate_properties.toml"
EVENT_ORDER = "SELECT event_id, relation, other_event_id, claim_id FROM event_order"


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    return Desk.at(tmp_path, tiny_path)


def write(desk: Desk, name: str, text: str) -> None:
    (desk.folder / name).write_text(text, "utf-8")


def test_an_order_follows_its_entry(desk: Desk) -> None:
    assert desk.one(EVENT_ORDER) == ("second-ferry-decision", "before", "bridge-opening", "clm-board-agrees-second-ferry")
    desk.edit(ORDER, '"before"', '"during"')
    desk.read_well()
    assert desk.one(EVENT_ORDER)[1] == "during"
    write(desk, ORDER, "")
    desk.read_well()
    assert desk.rows(EVENT_ORDER) == []
    assert not desk.faults()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"before"', '"besides"', "event_order.relation"),
        ('"bridge-opening"', '"second-ferry-decision"', "itself"),
        ('"bridge-opening"', '"bridge-closing"', "bridge-opening"),
        ('"board-agrees-second-ferry"', '"board-agrees-second-fery"', "board-agrees-second-ferry"),
        ("other =", "others =", "unknown key"),
    ],
)
@pytest.mark.thorough
def test_an_order_that_is_wrong_is_refused_with_its_place(desk: Desk, old: str, new: str, said: str) -> None:
    before = desk.state()
    desk.edit(ORDER, old, new)
    refused = desk.read()
    assert refused.exit_code == 1 and "event_order.toml, [[event_order]] 1" in refused.output and said in refused.output
    assert desk.state() == before


def test_properties_of_a_predicate_are_keys_of_its_entry_in_a_file_of_their_own(desk: Desk) -> None:
    write(desk, PROPERTIES, '[[predicate]]\nid = "harms"\ntransitive = true\n\n[[predicate]]\nid = "agrees-to"\nsymmetric = true\n')
    desk.edit("predicates.toml", 'id = "carries"\n', 'id = "carries"\ninverse_of = "harms"\n')
    desk.read_well()
    rows = desk.rows(
        "SELECT id, symmetric, transitive, inverse_of_id FROM predicates WHERE id IN ('agrees-to', 'carries', 'harms') ORDER BY id"
    )
    assert rows == [("agrees-to", 1, None, None), ("carries", None, None, "harms"), ("harms", None, 1, None)]
    write(desk, PROPERTIES, "")
    desk.read_well()
    assert desk.one("SELECT symmetric FROM predicates WHERE id = 'agrees-to'") == 0
    assert not desk.faults()


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ('[[predicate]]\nid = "harm"\nsymmetric = true\n', "harms"),
        ('[[predicate]]\nid = "harms"\ninverse_of = "harms"\n', "symmetric = true"),
        ('[[predicate]]\nid = "harms"\nsymmetric = "yes"\n', "true or false"),
        ('[[predicate]]\nid = "harms"\ninverse_of = "carries"\n\n[[predicate]]\nid = "carries"\ninverse_of = "harms"\n', "leads round"),
    ],
)
def test_properties_that_are_wrong_are_refused(desk: Desk, properties: str, said: str) -> None:
    write(desk, PROPERTIES, properties)
    refused = desk.read()
    assert refused.exit_code == 1 and said in refused.output


def test_an_order_can_be_imported_from_toml_and_json_lines(tiny_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "orders.jsonl"
    entry = {"type": "event_order", "event": "bridge-opening", "relation": "after", "other": "second-ferry-decision"}
    file.write_text(json.dumps(entry) + "\n")
    assert "1 new order" in done("import", file, db=tiny_path)
    toml = tmp_path / "orders.toml"
    toml.write_text('[[event_order]]\nevent = "bridge-opening"\nrelation = "after"\nother = "second-ferry-decision"\n')
    done("import", toml, db=tiny_path)
    assert one(sqlite3.connect(tiny_path), "SELECT count(*) FROM event_order") == 2
    sound(tiny_path)
    file.write_text(json.dumps(entry | {"relation": "before"}) + "\n")
    refused = kb("import", file, db=tiny_path)
    assert refused.code == 1 and "before itself" in refused.err
