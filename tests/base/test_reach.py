"""What stands for an entity: the triggers keep exactly what the single steps give, and the view says how each is reached."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from kb import changes
from kb.base import checks, runs, stand_in_laws, store, upgrade
from kb.site.guard import public_edition

ROWS = "SELECT entity_id, stand_in_id, steps, by_parts FROM stand_ins ORDER BY 1, 2"


def kept(base: sqlite3.Connection) -> list[tuple[object, ...]]:
    return base.execute(ROWS).fetchall()


def computed(base: sqlite3.Connection) -> list[tuple[object, ...]]:
    """The same rows, made anew from the single steps; the base is left as it was."""
    base.execute("SAVEPOINT computed")
    stand_in_laws.rebuild(base)
    found = kept(base)
    base.execute("ROLLBACK TO computed")
    base.execute("RELEASE computed")
    return found


def ways(base: sqlite3.Connection, entity: str, how: str = "%") -> dict[str, str | None]:
    """{what is reached: the way to it in words}, for one kind of reach."""
    sql = "SELECT reached_id, path FROM reach WHERE entity_id = ? AND reach LIKE ? ORDER BY length DESC, path DESC"
    return dict(base.execute(sql, (entity, how)).fetchall())


@pytest.fixture
def base(empty_path: Path) -> sqlite3.Connection:
    """Two states with bodies, people and what they share, by reference data only."""
    connection = store.connect(empty_path)
    actors = (("north", "state"), ("south", "state"), ("both", "group"), ("league", "organization"), ("cabinet", "government"))
    people = (("premier", "person"), ("editor", "person"), ("herald", "media"), ("fleet", "military"), ("secretary", "person"))
    for name, kind in (*actors, *people):
        connection.execute("INSERT INTO actors(id, name, kind) VALUES (?, ?, ?)", (name, name.title(), kind))
    for name in ("treaty", "annex", "plan", "old-north"):
        connection.execute("INSERT INTO things(id, name, kind) VALUES (?, ?, 'concept')", (name, name.title()))
    connection.execute("UPDATE actors SET part_of_id = 'north' WHERE id = 'cabinet'")
    connection.execute("UPDATE things SET part_of_id = 'treaty' WHERE id = 'annex'")
    belonging = (
        *(("premier", "cabinet", "official-of"), ("fleet", "north", "forces-of"), ("plan", "cabinet", "belongs-to")),
        *(("north", "treaty", "party-to"), ("south", "treaty", "party-to"), ("north", "both", "member-of"), ("south", "both", "member-of")),
        *(("north", "league", "member-of"), ("herald", "north", "media-of"), ("editor", "herald", "affiliated-with")),
        *(("north", "old-north", "successor-of"), ("secretary", "league", "official-of"), ("editor", "north", "citizen-of")),
    )
    for entity, whole, role in belonging:
        connection.execute(
            "INSERT INTO affiliations(id, entity_id, whole_id, role) VALUES (?, ?, ?, ?)", (f"aff-{entity}-{whole}", entity, whole, role)
        )
    return connection


def test_an_entity_reaches_itself_what_stands_for_it_and_what_it_takes_part_in(base: sqlite3.Connection) -> None:
    assert ways(base, "north", "direct") == {"north": None}
    assert ways(base, "north", "parties") == {
        "cabinet": "Cabinet part of North",
        "premier": "Premier official of Cabinet; Cabinet part of North",
        "plan": "Plan belongs to Cabinet; Cabinet part of North",
        "fleet": "Fleet forces of North",
        "treaty": "North party to Treaty",
        "annex": "North party to Treaty; Annex part of Treaty",
        "both": "North member of Both",
        "old-north": "North successor of Old-North",
    }


def test_media_people_and_organizations_are_reached_only_under_all(base: sqlite3.Connection) -> None:
    assert ways(base, "north", "all") == {
        "league": "North member of League",
        "herald": "Herald media of North",
        "editor": "Editor citizen of North",
    }
    assert ways(base, "herald", "all") == {"editor": "Editor affiliated with Herald"}


def test_neither_state_is_reached_from_the_other_nor_from_what_both_share(base: sqlite3.Connection) -> None:
    assert "south" not in ways(base, "north")
    assert set(ways(base, "treaty")) == {"treaty", "annex"}
    assert set(ways(base, "both")) == {"both"}


def test_a_stand_in_takes_part_for_the_whole(base: sqlite3.Connection) -> None:
    base.execute("INSERT INTO affiliations(id, entity_id, whole_id, role) VALUES ('aff-x', 'premier', 'annex', 'subject-of')")
    way = "Premier official of Cabinet; Cabinet part of North; Premier subject of Annex"
    lengths = base.execute("SELECT length, path FROM reach WHERE entity_id = 'north' AND reached_id = 'annex' ORDER BY length").fetchall()
    assert lengths == [(2, "North party to Treaty; Annex part of Treaty"), (3, way)]


def test_bodies_that_belong_to_each_other_make_no_endless_way(base: sqlite3.Connection) -> None:
    base.execute("INSERT INTO affiliations(id, entity_id, whole_id, role) VALUES ('aff-x', 'north', 'premier', 'belongs-to')")
    assert kept(base) == computed(base)
    assert ways(base, "premier", "direct") == {"premier": None}
    assert ways(base, "premier", "parties")["fleet"] == "Fleet forces of North; North belongs to Premier"
    base.execute("DELETE FROM affiliations WHERE id = 'aff-x'")
    assert kept(base) == computed(base)
    assert set(ways(base, "premier")) == {"premier"}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.thorough
def test_whatever_is_changed_the_kept_rows_are_those_of_the_single_steps(base: sqlite3.Connection, seed: int) -> None:
    chance = random.Random(seed)
    actors = [row[0] for row in base.execute("SELECT id FROM actors ORDER BY id")]
    roles = ("official-of", "belongs-to", "party-to", "forces-of", "media-of")
    for number in range(60):
        one, other = chance.sample(actors, 2)
        way = chance.randrange(4)
        try:
            if way == 0:
                base.execute("UPDATE actors SET part_of_id = ? WHERE id = ?", (chance.choice((None, other)), one))
            elif way == 1:
                sql = "INSERT OR IGNORE INTO affiliations(id, entity_id, whole_id, role) VALUES (?, ?, ?, ?)"
                base.execute(sql, (f"aff-{number}", one, other, chance.choice(roles)))
            elif way == 2:
                base.execute(
                    "DELETE FROM affiliations WHERE id = (SELECT id FROM affiliations ORDER BY id LIMIT 1 OFFSET ?)", (chance.randrange(9),)
                )
            else:
                base.execute(
                    "UPDATE affiliations SET role = ?, whole_id = ? WHERE id = (SELECT max(id) FROM affiliations)",
                    (chance.choice(roles), one),
                )
        except sqlite3.IntegrityError:
            continue  # a circle of parts, a row twice, or one end twice
        assert kept(base) == computed(base)
    assert base.execute("SELECT count(*) FROM reach WHERE path IS NULL AND reach <> 'direct'").fetchone()[0] == 0


def test_what_rests_on_a_claim_counts_while_the_claim_does_whoever_denies_it(tiny: sqlite3.Connection) -> None:
    actor, whole = (row[0] for row in tiny.execute("SELECT id FROM actors WHERE part_of_id IS NULL ORDER BY id LIMIT 2"))
    claim, assertion = tiny.execute(
        "SELECT claim_id, min(id) FROM assertions GROUP BY claim_id HAVING count(*) = 1 AND min(stance) = 'affirms' LIMIT 1"
    ).fetchone()
    with runs.begin(tiny, "add", contributor="tester") as run:
        run.insert("affiliations", {"id": "aff-x", "entity_id": actor, "whole_id": whole, "role": "official-of", "claim_id": claim})
    assert actor in ways(tiny, whole)
    with runs.begin(tiny, "correct", contributor="tester") as run:
        changes.correct(run, assertion, {"stance": "denies"})
    assert actor in ways(tiny, whole)
    with runs.begin(tiny, "retract", contributor="tester") as run:
        changes.retract(run, assertion)
    assert actor not in ways(tiny, whole)
    assert tiny.execute("SELECT count(*) FROM affiliations WHERE id = 'aff-x'").fetchone() == (1,)
    with runs.begin(tiny, "correct", contributor="tester") as run:
        changes.correct(run, assertion, {"status": "reviewed"})
    assert actor in ways(tiny, whole)
    assert kept(tiny) == computed(tiny)


def test_the_public_edition_reaches_only_what_it_shows(tiny_path: Path, tmp_path: Path) -> None:
    public_edition.build(tiny_path, tmp_path / "public.db")
    shown = store.connect(tmp_path / "public.db")
    assert kept(shown) == computed(shown) != []
    ends = {row[0] for row in shown.execute("SELECT entity_id FROM stand_ins UNION SELECT stand_in_id FROM stand_ins")}
    assert ends == {row[0] for row in shown.execute("SELECT id FROM entities")}
    shown.close()


@pytest.mark.thorough
def test_check_finds_rows_that_are_not_joined_from_the_single_steps(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    entity = connection.execute("SELECT id FROM entities ORDER BY id").fetchone()[0]
    connection.execute("DELETE FROM stand_ins WHERE entity_id = ?", (entity,))
    connection.execute("INSERT INTO stand_ins VALUES ('nobody', 'nobody', 0, NULL, NULL, 1)")
    connection.commit()
    found = [problem.row for problem in checks.check(connection) if problem.check == "stand-ins"]
    connection.close()
    assert sorted(found) == sorted([entity, "nobody"])
    upgrade.if_older(tiny_path, always=True)
    connection = store.connect(tiny_path)
    assert [problem for problem in checks.check(connection) if problem.check == "stand-ins"] == []
    connection.close()
