"""What the public may see of a source is one column, which every door sets and checks alike, and which nothing opens by accident."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
import uvicorn

import kb as package
from ingest.__main__ import read_into
from kb.base import store
from kb.base.row_by_id import whole_id
from kb.errors import DataError
from kb.site.guard import public_edition
from tests.conftest import TINY
from tests.whole import done, kb, one, rows, sound

TEXT = "The bridge is blue. Nobody crosses it."
ARTICLE = "<!doctype html><html><head><title>The bridge</title></head><body><article><p>The pilot said that the bridge is blue.</p></article></body></html>"
GIVEN = [
    ((), "private"),
    (("--rights", "All rights reserved"), "private"),
    (("--rights", "CC BY 4.0"), "public"),
    (("--rights", "CC BY 4.0", "--access", "private"), "private"),
    (("--access", "quotes"), "quotes"),
    (("--rights", "Strictly private", "--access", "public"), "public"),
]


BRIDGE = f"the-bridge-{hashlib.sha256(TEXT.encode()).hexdigest()[:6]}"


def access_of(path: Path, source_id: str = "the-bridge") -> str:
    connection = sqlite3.connect(path)
    try:
        return str(one(connection, "SELECT access FROM sources WHERE id = ?", whole_id(connection, source_id)))
    finally:
        connection.close()


def add_text(path: Path, *options: object, text: str = TEXT) -> None:
    done("source", "add", "-", "--title", "The bridge", *options, db=path, stdin=text)


# ----------------------------------------------------------------------------------------------------------- every door


@pytest.mark.parametrize(("options", "access"), GIVEN)
def test_a_text_that_is_added_has_the_access_that_is_given_or_that_its_licence_allows(
    options: tuple[str, ...], access: str, empty_path: Path
) -> None:
    add_text(empty_path, *options)
    assert access_of(empty_path) == access


@pytest.mark.parametrize(("options", "access"), GIVEN)
@pytest.mark.thorough
def test_an_article_that_is_proposed_has_it_too(options: tuple[str, ...], access: str, empty_path: Path, tmp_path: Path) -> None:
    (tmp_path / "article.html").write_text(ARTICLE)
    done("propose", tmp_path / "article.html", "--title", "The bridge", "--model", "none", *options, db=empty_path)
    assert access_of(empty_path) == access


def test_a_folder_of_articles_has_the_access_that_is_given(empty_path: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "the-bridge.txt").write_text(TEXT)
    done("propose", tmp_path / "articles", "--model", "none", "--access", "quotes", db=empty_path)
    assert access_of(empty_path) == "quotes"


def test_python_gives_it_by_name(empty_path: Path) -> None:
    with package.open(empty_path) as base:
        base.add_source(TEXT, title="The bridge", access="quotes")
        base.add_source("Another text.", title="The canal")
    assert (access_of(empty_path), access_of(empty_path, "the-canal")) == ("quotes", "private")


def test_curated_files_give_it_by_name_and_a_source_without_it_is_private(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    bulletin, works = folder / "sources" / "port-bulletin" / "source.toml", folder / "works.toml"
    bulletin.write_text(bulletin.read_text("utf-8").replace('access = "quotes"\n', ""), "utf-8")
    works.write_text(works.read_text("utf-8").replace('access = "quotes"', 'access = "public"'), "utf-8")
    read_into(tmp_path / "read.db", folder, check=False)
    assert access_of(tmp_path / "read.db", "harbour-gazette") == "quotes"
    assert access_of(tmp_path / "read.db", "port-bulletin") == "private"
    assert access_of(tmp_path / "read.db", "radio-one-broadcast") == "public"


def test_a_word_that_there_is_not_is_refused_by_each_door_with_those_that_there_are(tiny_path: Path) -> None:
    before = rows(tiny_path)
    for arguments in (
        ("source", "add", "-", "--title", "The bridge", "--access", "quote"),
        ("propose", "-", "--title", "The bridge", "--model", "none", "--access", "quote"),
        ("correct", "port-bulletin", "access=quote", "--reason", "x"),
    ):
        said = kb(*arguments, db=tiny_path, stdin=TEXT)
        assert said.code == 1
        assert "access" in said.err and "quotes" in said.err
    with package.open(tiny_path) as base, pytest.raises(DataError, match="quote"):
        base.add_source(TEXT, title="The bridge", access="quote")
    assert rows(tiny_path) == before


def test_the_database_itself_refuses_such_a_word_and_starts_with_private(tiny: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"sources\.access: not a word of the vocabulary"):
        tiny.execute("UPDATE sources SET access = 'everybody'")
    tiny.execute("INSERT INTO sources(id, title, kind) VALUES ('the-bridge', 'The bridge', 'document')")
    assert one(tiny, "SELECT access FROM sources WHERE id = 'the-bridge'") == "private"


def test_a_correction_changes_it_leaves_a_revision_and_can_be_undone(tiny_path: Path) -> None:
    run = done("correct", "port-bulletin", "access=private", "--reason", "the port asks for it", db=tiny_path)
    assert access_of(tiny_path, "port-bulletin") == "private"
    assert "'quotes' -> 'private'" in done("show", "port-bulletin", db=tiny_path)
    done("undo", run, "--reason", "it no longer does", db=tiny_path)
    assert access_of(tiny_path, "port-bulletin") == "quotes"
    sound(tiny_path)


# ----------------------------------------------------------------------------------------- nothing opens what is private


def test_a_later_text_that_is_to_be_less_open_than_its_source_is_refused(empty_path: Path) -> None:
    add_text(empty_path, "--access", "quotes")
    before = rows(empty_path)
    for text in (TEXT, TEXT + " It is closed."):  # the same again, and a later one
        said = kb("source", "add", "-", "--title", "x", "--id", BRIDGE, "--access", "private", db=empty_path, stdin=text)
        assert said.code == 1
        assert f"kb correct {BRIDGE} access=… --reason …" in said.err
    assert rows(empty_path) == before


def test_a_later_text_opens_nothing(empty_path: Path) -> None:
    add_text(empty_path)
    said = kb(
        "source",
        "add",
        "-",
        "--title",
        "The bridge",
        "--id",
        BRIDGE,
        "--access",
        "public",
        db=empty_path,
        stdin=TEXT + " It is closed.",
    )
    assert said.code == 0
    assert "access: kept as it was" in said.err
    assert "access: private" in said.err.splitlines()
    assert access_of(empty_path) == "private"


def test_the_same_article_again_is_refused_where_it_is_to_be_less_open(empty_path: Path, tmp_path: Path) -> None:
    (tmp_path / "article.html").write_text(ARTICLE)
    done("propose", tmp_path / "article.html", "--model", "none", "--access", "public", db=empty_path)
    said = kb("propose", tmp_path / "article.html", "--model", "none", "--access", "private", db=empty_path)
    assert said.code == 1
    assert "first make the source private" in said.err


@pytest.mark.parametrize(("of_old", "of_other", "after"), [("private", "public", "private"), ("public", "quotes", "quotes")])
def test_of_two_works_that_are_one_the_less_open_access_holds(of_old: str, of_other: str, after: str, tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    for name, access in (("old-work", of_old), ("other-work", of_other)):
        connection.execute("INSERT INTO sources(id, title, kind, access) VALUES (?, ?, 'document', ?)", (name, name, access))
    connection.commit()
    connection.close()
    run = done("merge", "old-work", "other-work", "--reason", "the same", db=tiny_path)
    assert access_of(tiny_path, "other-work") == after
    done("undo", run.splitlines()[0], "--reason", "not the same", db=tiny_path)
    assert (access_of(tiny_path, "old-work"), access_of(tiny_path, "other-work")) == (of_old, of_other)


@pytest.mark.parametrize(("there", "after"), [(None, "public"), ("private", "private")])
@pytest.mark.thorough
def test_of_two_bases_brought_together_the_less_open_choice_of_a_person_holds(
    there: str | None, after: str, tiny_path: Path, tmp_path: Path
) -> None:
    done("correct", "port-bulletin", "access=public", "--reason", "x", db=tiny_path)
    other = tmp_path / "other.db"
    read_into(other, TINY, check=False)
    if there:
        done("correct", "port-bulletin", f"access={there}", "--reason", "y", db=other)
    done("dump", tmp_path / "out", db=other)
    done("load", tmp_path / "out", db=tiny_path)
    assert access_of(tiny_path, "port-bulletin") == after


@pytest.mark.thorough
def test_triples_whose_source_is_less_open_there_than_here_are_not_loaded(tiny_path: Path, tmp_path: Path) -> None:
    done("correct", "port-bulletin", "access=public", "--reason", "x", db=tiny_path)
    other = tmp_path / "other.db"
    read_into(other, TINY, check=False)
    done("export", "nq", "-o", tmp_path / "out.nq", db=other)
    before = rows(tiny_path)
    said = kb("import", tmp_path / "out.nq", db=tiny_path)
    assert said.code == 1
    assert "first make the source quotes; correct it with: kb correct port-bulletin access=…" in said.err
    assert rows(tiny_path) == before


def test_a_word_that_somebody_added_shows_nothing(tiny: sqlite3.Connection, tiny_path: Path, tmp_path: Path) -> None:
    tiny.execute("INSERT INTO vocabulary VALUES ('sources.access', 'embargo', 'embargo', 'Not before its day.', NULL)")
    tiny.execute("UPDATE sources SET access = 'embargo' WHERE id = 'port-bulletin'")
    public_edition.build(tiny_path, tmp_path / "public.db")
    shown = sqlite3.connect(tmp_path / "public.db")
    assert one(shown, "SELECT count(*) FROM sources WHERE id = 'port-bulletin'") == 0
    assert one(shown, "SELECT count(*) FROM sources WHERE id = 'harbour-gazette'") == 1
    shown.close()


# -------------------------------------------------------------------------------------------------------- out and in again


@pytest.mark.parametrize("ending", ["nq", "ttl", "jsonld", "rdf"])
@pytest.mark.thorough
def test_triples_say_it_and_load_back_to_it(ending: str, tiny_path: Path, tmp_path: Path) -> None:
    for source_id, access in (("port-bulletin", "public"), ("radio-one-broadcast", "private")):
        done("correct", source_id, f"access={access}", "--reason", "x", db=tiny_path)
    done("export", ending, "-o", tmp_path / f"out.{ending}", db=tiny_path)
    assert "sources.access_private" in (tmp_path / f"out.{ending}").read_text("utf-8")
    store.init(tmp_path / "back.db")
    done("import", tmp_path / f"out.{ending}", db=tmp_path / "back.db")
    assert sorted(rows(tmp_path / "back.db")["sources"]) == sorted(rows(tiny_path)["sources"])


@pytest.mark.thorough
def test_triples_from_before_sources_had_an_access_load_with_what_their_rights_allow(tiny_path: Path, tmp_path: Path) -> None:
    done("correct", "port-bulletin", "rights=CC BY 4.0", "--reason", "x", db=tiny_path)
    done("export", "nt", "-o", tmp_path / "out.nt", db=tiny_path)
    lines = (tmp_path / "out.nt").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "out.nt").write_text("".join(line for line in lines if "access" not in line), "utf-8")
    store.init(tmp_path / "back.db")
    done("import", tmp_path / "out.nt", db=tmp_path / "back.db")
    assert access_of(tmp_path / "back.db", "port-bulletin") == "public"
    assert access_of(tmp_path / "back.db", "harbour-gazette") == "private"
    sound(tmp_path / "back.db")


# ------------------------------------------------------------------------------------------------------------------ told


@pytest.mark.thorough
def test_serving_the_public_edition_first_prints_what_it_shows_of_each_source(
    tiny_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_text(tiny_path)
    done("correct", "port-bulletin", "access=public", "--reason", "x", db=tiny_path)
    started: list[object] = []

    def run(server: uvicorn.Server, sockets: list[object]) -> None:
        started.append(sockets)
        server.started = True

    monkeypatch.setattr(uvicorn.Server, "run", run)
    said = kb("serve", "--public", "--port", "0", db=tiny_path)
    assert (said.code, len(started)) == (0, 1), said.err
    told = {line.split()[0]: line.split(maxsplit=2)[1:] for line in said.err.splitlines() if re.match(r"  \S", line)}
    assert told == {
        "harbour-gazette": ["quotes", "quotes in their sentences, 93 % of the text"],
        "port-bulletin": ["public", "the full text"],
        "radio-one-broadcast": ["quotes", "its title; no text of it is held"],
        BRIDGE: ["private", "nothing"],
    }
    assert "the public edition" not in kb("serve", "--port", "0", "--internal", tmp_path / "internal.db", db=tiny_path).err
    assert (tmp_path / "internal.db").stat().st_mode & 0o777 == 0o600  # it keeps answers, with quotes in them


def test_the_shipped_texts_are_open_to_quotes_and_no_more(shipped: sqlite3.Connection) -> None:
    assert {row[0] for row in shipped.execute("SELECT access FROM sources")} == {"quotes"}
