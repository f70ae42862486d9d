"""Texts with the same title and people with names in any script come in, each with an id of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import kb as library
from kb.base import runs
from kb.errors import DataError
from kb.names.lookup import Lookup
from kb.sources import adding
from kb.texts.sentences import receive
from tests.whole import done, kb


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def test_twelve_articles_with_one_title_all_come_in(empty_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(
            f"Morning briefing\n\nThe board met for the {number + 2}th time, and nothing was said.\n", encoding="utf-8"
        )
    said = kb("propose", folder, "--model", "none", db=empty_path)
    assert "12 articles added, 0 that were there already, 0 left out" in said.err
    assert len({name for name in said.out.split() if name.startswith("morning-briefing-")}) == 12


def test_the_slug_alone_names_the_only_source_that_has_it_and_several_are_all_named(empty_path: Path) -> None:
    with library.open(empty_path) as base:
        first = base.add_source("The mill is shut. ", title="The Mill", authors=["Ada Brook"])
        assert first == f"the-mill-{digest('The mill is shut. ')}"
        added = base.add(source="the-mill", quote="The mill is shut", claim="The mill is shut")
        assert added.new_assertion
        assert base.show("the-mill").row["id"] == first
        second = base.add_source("The mill is open. ", title="The Mill", authors=["Ada Brook"])
        with pytest.raises(DataError, match="names several") as refused:
            Lookup(base.connection).source("the-mill", "source")
        assert first in str(refused.value) and second in str(refused.value)
        assert Lookup(base.connection).source(first, "source") == first
    said = kb("show", "the-mill", db=empty_path)
    assert said.code != 0 and first in said.err and second in said.err


def test_an_id_that_is_exactly_this_comes_before_one_with_a_tail(empty_path: Path) -> None:
    with library.open(empty_path) as base:
        base.add_source("One. ", title="The Mill", authors=["Ada Brook"])
        base.add_source("Two. ", title="The Old Mill", source_id="the-mill", authors=["Ada Brook"])
        assert Lookup(base.connection).source("the-mill", "source") == "the-mill"


def test_a_source_that_may_be_a_later_text_is_told(empty_path: Path) -> None:
    with library.open(empty_path) as base:
        first = base.add_source("The mill is shut. ", title="The Mill", authors=["Ada Brook"])
        with runs.begin(base.connection, "source") as run:
            added = adding.add_source(run, receive(b"The mill is open. "), {"title": "The Mill"})
            other = adding.add_source(run, receive(b"The mill is for sale. "), {"title": "Sale", "source_id": "the-mill"})
    assert any(f"there is {first}, with the same title" in line for line in added.lines)
    assert any(first in line and "with the same id but for its tail" in line for line in other.lines)


@pytest.mark.parametrize(
    ("author", "title", "actor_id"),
    [
        ("王小明", "港务费上涨", "wang-xiao-ming"),
        ("김창호", "항구", "gim-chang-ho"),
        ("Мария Иванова", "Портовые сборы", "mariya-ivanova"),
        ("Γιώργος Παπάς", "Λιμάνι", "giorgos-papas"),
        ("محمد علي", "الميناء", "mhmd-ly"),
        ("דוד כהן", "הנמל", "dvd-khhn"),
        ("राम कुमार", "बंदरगाह", "ram-kumar"),
        ("Sen. Tom Hale", "Run", "actor-sen-tom-hale"),
    ],
)
def test_names_and_titles_of_any_script_come_in(empty_path: Path, author: str, title: str, actor_id: str) -> None:
    with library.open(empty_path) as base:
        source = base.add_source("No.", title=title, authors=[author])
        assert source.endswith(f"-{digest('No.')}")
        assert base.query("SELECT id, name FROM actors") == [{"id": actor_id, "name": author}]


def test_people_whose_names_are_spelt_alike_in_ids_are_told_apart(empty_path: Path) -> None:
    with library.open(empty_path) as base:
        base.add_source("One.", title="One", authors=["王小明"])
        with runs.begin(base.connection, "source") as run:
            added = adding.add_source(run, receive(b"Two."), {"title": "Two", "authors": ["王晓明", "王小明"]})
        sql = "SELECT actor_id FROM source_authors WHERE source_id = ? ORDER BY position"
        other, same = (row[0] for row in base.connection.execute(sql, (added.source_id,)))
        assert other.startswith("wang-xiao-ming-") and same == "wang-xiao-ming"
    assert any("王晓明 is wang-xiao-ming-" in line and "王小明" in line for line in added.lines)


def test_an_author_who_is_called_as_a_source_is_comes_in(empty_path: Path) -> None:
    done("new", "thing", "mill", "The Mill", "--kind", "infrastructure", db=empty_path)
    with library.open(empty_path) as base:
        base.add_source("One.", title="One", source_id="the-mill-one", publisher="The Mill", authors=["Mill"])
        assert {row["id"] for row in base.query("SELECT id FROM actors")} >= {"the-mill", f"mill-{hashlib.sha256(b'Mill').hexdigest()[:6]}"}
