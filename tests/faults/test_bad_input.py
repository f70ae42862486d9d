"""Whatever is wrong is told with what, where and a remedy, with its exit code, and the base is as it was."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.base import schema
from tests.reading import BULLETIN, CLAIMS, SOURCE, TEXT, Desk

ACTORS, THINGS, EVENTS, RELATIONS, WORKS = "actors.toml", "things.toml", "events.toml", "relations.toml", "works.toml"


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    return Desk.at(tmp_path, tiny_path)


def write(file: str, data: bytes) -> Callable[[Desk], object]:
    return lambda desk: (desk.folder / file).write_bytes(data)


def edit(file: str, old: str, new: str) -> Callable[[Desk], object]:
    return lambda desk: desk.edit(file, old, new)


def append(file: str, words: str) -> Callable[[Desk], object]:
    return lambda desk: desk.append(file, words)


def chain_of_parts(desk: Desk) -> None:
    desk.edit(ACTORS, 'id = "harbour-office"', 'id = "harbour-office"\npart_of = "harbour-board"')


CLAIM = '[[claim]]\nid = "new-one"\nquote = "a second ferry"\ntext = "Something new"\n'
# what is wrong: (how it came to be, where it is told to be, what is told)
WRONG: dict[str, tuple[Callable[[Desk], object], str, str]] = {
    # texts
    "a text in another encoding": (write(TEXT, "Café\nThe ferry".encode("latin-1")), TEXT, "byte 3 (line 1) is not UTF-8"),
    "a text in UTF-16": (write(TEXT, "The ferry".encode("utf-16")), TEXT, "UTF-16"),
    "a NUL in a text": (write(TEXT, b"The ferry will\0stop"), TEXT, "NUL byte at character 14"),
    "an empty text": (write(TEXT, b""), TEXT, "the text is empty"),
    "a text of white space": (write(TEXT, b" \n\t\n"), TEXT, "the text is empty"),
    "a text that is gone": (lambda desk: (desk.folder / TEXT).unlink(), "tiny/sources/harbour-gazette", "text.txt is missing"),
    "a text without metadata": (lambda desk: (desk.folder / SOURCE).unlink(), "tiny/sources/harbour-gazette", "source.toml is missing"),
    "a text edited under its sections": (write(TEXT, b"Quite another text."), f"{SOURCE}, [[section]] 1", "is not in the text"),
    # TOML, level by level
    "a file that is not TOML": (edit(CLAIMS, 'text = "The ferry is too small"', 'text = "The ferry'), CLAIMS, "not TOML"),
    "a file in another encoding": (write(ACTORS, "# Café".encode("latin-1")), ACTORS, "byte 5 is not UTF-8"),
    "an unknown file": (write("actor.toml", b""), "tiny/actor.toml", "did you mean actors.toml"),
    "a top key": (edit(SOURCE, "published =", "publishd ="), SOURCE, "unknown key 'publishd'"),
    "the nearest top key": (edit(SOURCE, "published =", "publishd ="), SOURCE, "did you mean published"),
    "a table": (edit(SOURCE, "[[citation]]", "[[citaton]]"), SOURCE, "did you mean citation"),
    "a table of claims": (append(CLAIMS, "[[clam]]\n"), CLAIMS, "did you mean claim"),
    "a table written once": (append(EVENTS, '[thing]\nid = "x"\n'), EVENTS, "unknown table [[thing]]"),
    "one bracket": (write(RELATIONS, b'[relation]\nfrom = "x"\n'), RELATIONS, "relation should be [[relation]]"),
    "a list of words": (write(RELATIONS, b'relation = ["x"]\n'), RELATIONS, "relation should be [[relation]]"),
    "a key in a table": (edit(CLAIMS, 'cue = "refused"', 'cu = "refused"'), f"{CLAIMS}, [[claim]] 4 (board-agrees-second-ferry)", "did you mean cue"),
    "a key in a nested table": (edit(CLAIMS, "certainty =", "certanty ="), f"{CLAIMS}, [[claim]] 6 (bridge-opens-1958), said_by 2", "did you mean certainty"),
    "a key of a quantity": (edit(CLAIMS, "value = -50", "valu = -50"), f"{CLAIMS}, [[claim]] 5 (bridge-halves-passengers), quantity", "did you mean value"),
    "a key of a role": (edit(CLAIMS, "roles = [{ entity", "roles = [{ entty"), f"{CLAIMS}, [[claim]] 4 (board-agrees-second-ferry), roles 1", "did you mean entity"),
    "a key of a name": (edit(ACTORS, 'kind = "alias", language', 'kind = "alias", langage'), f"{ACTORS}, [[actor]] 2 (canal-company), names 1", "did you mean language"),
    "a word for a number": (edit(CLAIMS, "value = -50", 'value = "many"'), f"{CLAIMS}, [[claim]] 5", "value should be a number"),
    "a number that is none": (edit(CLAIMS, "value = -50", "value = nan"), f"{CLAIMS}, [[claim]] 5", "nan is not a number"),
    "a number past all bounds": (edit(THINGS, "latitude = 51.5", "latitude = 1" + "0" * 30), f"{THINGS}, [[thing]] 6 (harbour)", "1e+30 is no latitude"),
    "a place off the globe": (edit(THINGS, "latitude = 51.5", "latitude = 151.5"), f"{THINGS}, [[thing]] 6 (harbour)", "latitude"),
    "a key that is missing": (edit(CLAIMS, 'quote = "the ferry is too small"\n', ""), f"{CLAIMS}, [[claim]] 3 (ferry-too-small)", "quote is missing"),
    "an id that is missing": (edit(ACTORS, 'id = "radio-one"\n', ""), f"{ACTORS}, [[actor]] 5", "id is missing"),
    "no section": (lambda desk: (desk.folder / SOURCE).write_text('title = "x"\nkind = "news"\n', "utf-8"), SOURCE, "no [[section]]"),
    # words of the vocabulary, names and dates
    "a word that is none": (edit(CLAIMS, 'act = "asks"', 'act = "aks"'), f"{CLAIMS}, [[claim]] 7 (captains-are-asked), act", "did you mean asks"),
    "a kind of section": (edit(SOURCE, 'kind = "dateline"', 'kind = "datelin"'), f"{SOURCE}, [[section]] 2", "did you mean dateline"),
    "a name that nothing has": (edit(CLAIMS, 'subject = "harbour-board"', 'subject = "harbor-board"'), f"{CLAIMS}, [[claim]] 4", "did you mean harbour-board"),
    "a predicate that is none": (edit(CLAIMS, 'predicate = "agrees-to"', 'predicate = "agree-to"'), f"{CLAIMS}, [[claim]] 4", "did you mean agrees-to"),
    "a claim that is none": (edit(RELATIONS, 'to = "company-passengers-april"', 'to = "company-passenger-april"'), f"{RELATIONS}, [[relation]] 1", "did you mean company-passengers-april"),
    "a thirteenth month": (edit(CLAIMS, 'about = "1958"', 'about = "2021-13"'), f"{CLAIMS}, [[claim]] 6 (bridge-opens-1958), about", "'2021-13' is not an EDTF date"),
    "a day that is none": (edit(EVENTS, 'date = "1958"', 'date = "1958-02-30"'), f"{EVENTS}, [[event]] 1 (bridge-opening), date", "is not an EDTF date"),
    "a date of publication": (edit(SOURCE, 'published = "1956-05-03"', 'published = "3 May"'), SOURCE, "'3 May' is not an EDTF date"),
    # quotes
    "a quote that is nowhere": (edit(CLAIMS, "has refused a second", "has refused a third"), f"{CLAIMS}, [[claim]] 4", "[-third-] {+second+}"),
    "a quote that is there twice": (append(CLAIMS, CLAIM.replace("a second ferry", "the ferry")), f"{CLAIMS}, [[claim]] 8 (new-one), quote", "occurs 2 times"),
    "a cue that is elsewhere": (edit(CLAIMS, 'cue = "refused"', 'cue = "expects"'), f"{CLAIMS}, [[claim]] 4", "is not in the sentence of the quote"),
    "a section that begins twice": (edit(SOURCE, 'starts = "The Canal Company said"', 'starts = "a"'), f"{SOURCE}, [[section]] 3", "occurs"),
    "sections out of order": (edit(SOURCE, 'starts = "The Canal Company said"', 'starts = "will not"'), f"{SOURCE}, [[section]] 3", "begins before the one above it"),
    "words of two sentences": (edit(SOURCE, 'quote = "Harbour Gazette, 3 May 1956"', 'quote = "1956\\n\\nThe Canal"'), SOURCE, "runs over several sentences"),
    # ids
    "an id twice": (append(ACTORS, '[[actor]]\nid = "radio-one"\nname = "X"\nkind = "media"\n'), f"{ACTORS}, [[actor]] 7 (radio-one)", "is used already by tiny/actors.toml, [[actor]] 5"),
    "an id of two kinds": (append(THINGS, '[[thing]]\nid = "radio-one"\nname = "X"\nkind = "concept"\n'), f"{THINGS}, [[thing]] 7 (radio-one)", "is used already by tiny/actors.toml"),
    "an id of a source and an actor": (append(ACTORS, '[[actor]]\nid = "port-bulletin"\nname = "X"\nkind = "media"\n'), f"{ACTORS}, [[actor]] 7 (port-bulletin)", "is used already by"),
    "an id of a predicate and a thing": (append(THINGS, '[[thing]]\nid = "carries"\nname = "X"\nkind = "concept"\n'), f"{THINGS}, [[thing]] 7 (carries)", "is used already by"),
    "an id that is a contributor's": (append(THINGS, '[[thing]]\nid = "curators"\nname = "X"\nkind = "concept"\n'), f"{THINGS}, [[thing]] 7 (curators)", "curators"),
    "an id of a work and a folder": (append(WORKS, '[[source]]\nid = "port-bulletin"\ntitle = "X"\nkind = "news"\n'), f"{WORKS}, [[source]] 2", "is used already by"),
    "an id with capitals": (append(ACTORS, '[[actor]]\nid = "Radio Two"\nname = "X"\nkind = "media"\n'), f"{ACTORS}, [[actor]] 7 (Radio Two)", "is not an id"),
    "an id like a minted one": (append(ACTORS, '[[actor]]\nid = "clm-x"\nname = "X"\nkind = "media"\n'), f"{ACTORS}, [[actor]] 7 (clm-x)", "begins like a minted id"),
    "a folder of another name": (lambda desk: (desk.folder / SOURCE).write_text('id = "gazette"\n' + (desk.folder / SOURCE).read_text("utf-8"), "utf-8"), SOURCE, "the folder is called 'harbour-gazette'"),
    # circles
    "something that is part of itself": (edit(ACTORS, 'part_of = "harbour-office"', 'part_of = "harbour-board"'), f"{ACTORS}, [[actor]] 4 (harbour-board)", "a circle: harbour-board"),
    "a circle of parts": (chain_of_parts, ACTORS, "in a circle: "),
    # triples
    "half a triple": (edit(CLAIMS, 'object = "too-small"\n', ""), f"{CLAIMS}, [[claim]] 3 (ferry-too-small)", "the triple is incomplete"),
    "an event without actuality": (edit(EVENTS, 'actuality = "predicted"\n', ""), f"{EVENTS}, [[event]] 1 (bridge-opening), actuality", "is missing"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
@pytest.mark.thorough
def test_files_with_a_mistake_are_refused_and_nothing_is_recorded(desk: Desk, what: str) -> None:
    spoil, where, message = WRONG[what]
    before = desk.state()
    spoil(desk)
    result = desk.read()
    assert result.exit_code == 1
    assert message in result.stderr
    told = [line for line in result.stderr.splitlines() if where in line]
    assert told and told[0].startswith("tiny/")
    assert "remedy: mend them and read again" in result.stderr
    assert "Traceback" not in result.output
    assert desk.state() == before
    if what in FRESH:
        fresh = Desk(desk.folder, desk.db.with_name("fresh.db"))
        assert fresh.read().exit_code == 1
        assert not list(desk.db.parent.glob("fresh.db*"))  # a first reading that fails leaves no base behind


FRESH = ("a NUL in a text", "a thirteenth month", "a circle of parts", "an id that is a contributor's")


def test_one_mistake_is_told_once_and_not_through_all_that_follows_from_it(desk: Desk) -> None:
    desk.edit(SOURCE, 'kind = "dateline"', 'kind = "datelin"')  # nothing of this text can be read
    assert "1 mistake in the files" in desk.read().stderr
    desk.edit(SOURCE, 'kind = "datelin"', 'kind = "dateline"')
    desk.edit(CLAIMS, 'kind = "evaluation"', 'kind = "evalution"')  # another file asserts this claim too
    assert "1 mistake in the files" in desk.read().stderr
    desk.edit(CLAIMS, 'kind = "evalution"', 'kind = "evaluation"')
    chain_of_parts(desk)
    assert "1 mistake in the files" in Desk(desk.folder, desk.db.with_name("fresh.db")).read().stderr


def test_a_folder_called_like_something_a_person_added_is_refused(desk: Desk) -> None:
    assert desk.kb("new", "actor", "third-paper", "The Third Paper", "--kind", "person").exit_code == 0
    before = desk.state()
    (desk.folder / "sources/third-paper").mkdir()
    (desk.folder / "sources/third-paper/source.toml").write_text('title = "X"\nkind = "news"\n', "utf-8")
    result = desk.read()
    assert result.exit_code == 1
    assert "tiny/sources/third-paper/source.toml: " in result.stderr and "third-paper" in result.stderr
    assert desk.state() == before


def test_several_mistakes_are_all_told_at_once(desk: Desk) -> None:
    desk.edit(ACTORS, 'anonymity = "unnamed-collective"', 'anonimity = "unnamed-collective"')
    desk.edit(SOURCE, "published =", "publishd =")
    desk.edit(SOURCE, "rights =", "right =")
    desk.edit(SOURCE, 'no_claim_reason = "It only names the paper', 'no_claim_reasn = "It only names the paper')
    desk.edit(CLAIMS, 'cue = "refused"', 'queue = "refused"')
    desk.edit(f"{BULLETIN}/claims.toml", "comparison =", "comparsion =")
    result = desk.read()
    assert result.exit_code == 1
    assert "6 mistakes in the files; nothing was recorded" in result.stderr
    assert all(
        f"unknown key {key!r}" in result.stderr for key in ("anonimity", "publishd", "right", "no_claim_reasn", "queue", "comparsion")
    )


def test_several_mistakes_against_the_base_are_all_told_at_once(desk: Desk) -> None:
    before = desk.state()
    desk.edit(ACTORS, 'kind = "organization"', 'kind = "organisaton"')
    desk.edit(CLAIMS, 'act = "asks"', 'act = "aks"')
    desk.edit(CLAIMS, 'about = "1958"', 'about = "2021-13"')
    desk.edit(SOURCE, '[[mention]]\ntext = "Radio One"', '[[mention]]\ntext = "Radio Two"')
    desk.edit(RELATIONS, 'relation = "contradicts"', 'relation = "contradict"')
    result = desk.read()
    assert "5 mistakes" in result.stderr
    assert desk.state() == before


@pytest.mark.thorough
def test_checking_records_nothing_and_leaves_nothing(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    desk.edit(CLAIMS, 'kind = "evaluation"', 'kind = "factual"')
    before = desk.state()
    result = desk.read("--check")
    assert result.exit_code == 0
    assert "nothing wrong was found; nothing was recorded" in result.output
    assert desk.state() == before
    fresh = Desk(desk.folder, desk.db.with_name("fresh.db"))
    assert fresh.read("--check").exit_code == 0
    desk.edit(CLAIMS, 'kind = "factual"', 'kind = "factul"')
    assert desk.read("--check").exit_code == fresh.read("--check").exit_code == 1
    assert not fresh.db.exists()
    assert desk.state() == before
    assert not list((tmp_path / "scratch").iterdir())


@pytest.mark.parametrize("folder", ["nowhere", "empty", "tiny/sources"])
def test_a_folder_with_nothing_to_read_takes_nothing_back(desk: Desk, tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    before = desk.state()
    result = Desk(tmp_path / folder, desk.db).read()
    assert result.exit_code == 2
    assert "remedy: name a folder that holds sources/" in result.stderr
    assert desk.state() == before


# ------------------------------------------------------------------------------------------------------ bases that are none


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()


def foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes(words)")
    connection.commit()
    connection.close()


BASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "of a newer version": (newer, "made by a newer version"),
    "of another program": (foreign, "not a base of this program"),
    "no database at all": (lambda path: path.write_text("Dear diary, " * 100, "utf-8"), "not a database"),
    "an empty file": (lambda path: path.write_bytes(b""), "not a base of this program"),
}
COMMANDS = {
    "ingest": lambda desk: [sys.executable, "-m", "ingest", str(desk.folder), "--db", str(desk.db)],
    "check of files": lambda desk: [sys.executable, "-m", "ingest", "--check", str(desk.folder), "--db", str(desk.db)],
    "kb": lambda desk: [sys.executable, "-m", "kb", "--db", str(desk.db), "add", "--source", "x", "--quote", "y", "--claim", "z"],
}


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("command", ["ingest", "kb"])
def test_a_base_that_is_none_is_refused_and_left_to_the_byte(desk: Desk, base: str, command: str) -> None:
    spoil, message = BASES[base]
    spoil(desk.db)
    before = sha256(desk.db)
    result = desk.read() if command == "ingest" else desk.kb("add", "--source", "x", "--quote", "y", "--claim", "z")
    assert result.exit_code == 1
    assert message in result.stderr and str(desk.db) in result.stderr and "remedy: " in result.stderr
    assert sha256(desk.db) == before


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.thorough
def test_a_refusal_reaches_the_shell_without_a_traceback(desk: Desk, command: str) -> None:
    desk.db.write_bytes(b"Dear diary, " * 100)
    before = sha256(desk.db)
    done = subprocess.run(COMMANDS[command](desk), capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 1
    assert "not a database" in done.stderr and "remedy: " in done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""
    assert sha256(desk.db) == before


# ------------------------------------------------------------------------------------------------------- texts given by hand


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"caf\xe9", "is not UTF-8"), (b"a\0b", "NUL byte"), (b"", "the text is empty"), ("Text".encode("utf-16"), "UTF-16")],
)
def test_a_text_that_is_none_is_no_source(desk: Desk, tmp_path: Path, data: bytes, message: str) -> None:
    before = desk.state()
    (tmp_path / "text.txt").write_bytes(data)
    result = desk.kb("source", "add", str(tmp_path / "text.txt"), "--title", "X")
    assert result.exit_code == 1
    assert message in result.stderr and "text.txt" in result.stderr and "remedy: " in result.stderr
    assert desk.state() == before


def test_a_chain_that_reports_itself_is_refused_by_the_base(desk: Desk) -> None:
    connection = sqlite3.connect(desk.db)
    row = connection.execute("SELECT id, claim_id FROM assertions WHERE level = 1").fetchone()
    for sql in (
        "UPDATE assertions SET reported_in_id = id WHERE id = ?",
        "UPDATE assertions SET level = 0, reported_in_id = id WHERE id = ?",
    ):
        with pytest.raises(sqlite3.IntegrityError, match=r"assertions\.reported_in_id|level = 0|CHECK"):
            connection.execute(sql, row[:1])
    connection.close()
