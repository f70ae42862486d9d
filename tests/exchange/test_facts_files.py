"""Files of sourced facts: TOML, CSV, JSON Lines, and RDF that this program exported."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.base import runs, store
from kb.errors import UsageError
from kb.exchange import facts_files, import_report, listed_entries
from kb.exchange.listed_entries import Settings
from kb.names.lookup import Lookup
from tests.whole import done, errors, kb, one, rows, sound

TOML = """
source = "harbour-gazette"

[[predicate]]
id = "is-asked-by"
label = "is asked by"
description = "The object puts a question to the subject."

[[actor]]
id = "captain-hale"
name = "Captain Hale"
kind = "person"
part_of = "many-captains"
names = [{ name = "Old Hale", kind = "alias" }]

[[thing]]
id = "question"
name = "the question"
kind = "concept"

[[event]]
id = "asking"
name = "the captains are asked"
kind = "other"
actuality = "hypothetical"
date = 1956
date_basis = "inferred"

[[claim]]
id = "captains-go-unasked"
quote = "Why does nobody ask the captains?"
text = "Nobody asks the captains"
subject = "many-captains"
predicate = "is-asked-by"
object = "captain-hale"
event = "asking"
about = 1956
said_by = [{ speaker = "captain-hale", act = "asks", cue = "Why" }]
roles = [{ entity = "captain-hale", role = "participant" }]

[[assertion]]
source = "port-bulletin"
claim_id = "captains-go-unasked"
quote = "as everyone knows"

[[relation]]
from = "captains-go-unasked"
to = "captains-are-asked"
relation = "contradicts"
rationale = "One says that nobody asks, the other that somebody does."
"""
JSON_LINES: list[dict[str, Any]] = [
    {"type": "actor", "id": "captain-hale", "name": "Captain Hale", "kind": "person"},
    {
        "source": "harbour-gazette",
        "quote": "the ferry is too small",
        "text": "The ferry is much too small\u2028for the harbour",
        "said_by": [{"speaker": "captain-hale"}],
    },
    {"type": "assertion", "source": "port-bulletin", "claim_id": "ferry-too-small", "quote": "as everyone knows"},
]
CSV = """source,quote,text,subject,predicate,object,speaker,speaker_certainty,quantity_comparison,quantity_value,quantity_unit,quantity_measure,quantity_verbatim
port-bulletin,"The Canal Company carried 900 passengers in April 1956","The Canal Company carried some 900 passengers, in April 1956",canal-company,carries,passengers,,,about,900,people,passengers in a month,900 passengers
harbour-gazette,"Many captains believe that the ferry
is too small",The ferry is smaller than it should be,,,,many-captains,probable,,,,,
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


def lines(entries: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)


def test_a_toml_file_brings_what_it_names_and_then_its_facts(tiny_path: Path, tmp_path: Path) -> None:
    said = done("import", written(tmp_path, "facts.toml", TOML), db=tiny_path)
    assert said == "2 new facts, 0 that were there already, 4 new actors, things, events or predicates, 1 new relations"
    connection = store.connect(tiny_path)
    claim = "clm-captains-go-unasked"
    assert one(connection, "SELECT about_latest FROM claims WHERE id = ?", claim) == "1956-12-31"
    assert connection.execute(
        "SELECT level, speaker_id, cue FROM assertions WHERE claim_id = ? ORDER BY source_id, level", (claim,)
    ).fetchall() == [
        (0, "harbour-gazette-paper", None),
        (1, "captain-hale", "Why"),
        (0, "harbour-office", None),
    ]
    assert one(connection, "SELECT role FROM participations WHERE claim_id = ?", claim) == "participant"
    assert one(connection, "SELECT relation FROM relations WHERE from_claim_id = ?", claim) == "contradicts"
    assert one(connection, "SELECT entity_id FROM names WHERE name = 'Old Hale'") == "captain-hale"
    recorded = "SELECT DISTINCT run_id FROM claims WHERE id = ?1 UNION SELECT run_id FROM assertions WHERE claim_id = ?1 UNION SELECT run_id FROM actors WHERE id = 'captain-hale'"
    ((run,),) = connection.execute(recorded, (claim,)).fetchall()
    assert connection.execute("SELECT kind, reason FROM runs WHERE id = ?", (run,)).fetchone() == ("import", "import of facts.toml")
    assert errors(connection) == []


def test_json_lines_come_in_their_own_order_and_keep_every_character(tiny_path: Path, tmp_path: Path) -> None:
    done("import", written(tmp_path, "facts.jsonl", lines(JSON_LINES)), db=tiny_path)
    connection = store.connect(tiny_path)
    assert one(connection, "SELECT text FROM claims JOIN assertions ON claim_id = claims.id WHERE speaker_id = 'captain-hale'") == (
        "The ferry is much too small for the harbour"
    )
    assert errors(connection) == []


def test_csv_holds_one_speaker_and_one_quantity_a_row(tiny_path: Path, tmp_path: Path) -> None:
    assert done("import", written(tmp_path, "facts.csv", CSV), db=tiny_path).startswith("2 new facts, 0 ")
    connection = store.connect(tiny_path)
    assert connection.execute(
        "SELECT comparison, value, unit, verbatim FROM quantities JOIN claims ON claims.id = claim_id WHERE text LIKE '%some 900%'"
    ).fetchall() == [("about", 900.0, "people", "900 passengers")]
    speakers = "SELECT speaker_id, certainty FROM assertions JOIN claims ON claims.id = claim_id WHERE text LIKE 'The ferry is smaller%' ORDER BY level"
    assert connection.execute(speakers).fetchall() == [("harbour-gazette-paper", "uncommitted"), ("many-captains", "probable")]


@pytest.mark.parametrize(("name", "text"), [("facts.toml", TOML), ("facts.jsonl", lines(JSON_LINES)), ("facts.csv", CSV)])
@pytest.mark.thorough
def test_the_same_file_again_records_nothing(name: str, text: str, tiny_path: Path, tmp_path: Path) -> None:
    file = written(tmp_path, name, text)
    done("import", file, db=tiny_path)
    before = rows(tiny_path)
    assert done("import", file, db=tiny_path).startswith("0 new facts")
    assert rows(tiny_path) == before


@pytest.mark.parametrize("form", ["with a byte order mark", "with CRLF"])
def test_a_file_saved_elsewhere_means_the_same(form: str, tiny_path: Path, tmp_path: Path) -> None:
    text = "\ufeff" + TOML if form == "with a byte order mark" else TOML.replace("\n", "\r\n")
    assert done("import", written(tmp_path, "facts.toml", text), db=tiny_path).startswith("2 new facts")


# What is wrong in one entry, by name: (file, its text, words of the message).
CLAIM = '[[claim]]\nsource = "port-bulletin"\nquote = "The ferry is too small"\ntext = "A claim about the ferry"\n'
GOOD = {"source": "port-bulletin", "quote": "The ferry is too small", "text": "A claim about the ferry"}
WRONG: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "a quote that is not there": ("f.toml", TOML + CLAIM.replace("too small", "sold off"), ("[[claim]] 2", "quote")),
    "a key that is misspelt": ("f.toml", CLAIM + 'qoute = "x"\n', ("[[claim]] 1", "qoute", "did you mean quote")),
    "a key of a nested table that is misspelt": (
        "f.toml",
        CLAIM + 'said_by = [{ speker = "radio-one" }]\n',
        ("said_by 1", "did you mean speaker"),
    ),
    "a table that is misspelt": ("f.toml", CLAIM.replace("[[claim]]", "[[claims]]"), ("claims", "did you mean claim")),
    "a single table": ("f.toml", CLAIM.replace("[[claim]]", "[claim]"), ("[[claim]]",)),
    "a value where tables should be": ("f.toml", 'claim = "x"\n', ("[[claim]]",)),
    "a value of another kind": ("f.toml", CLAIM + "speakers = true\n", ("speakers", "list of texts")),
    "no source": ("f.toml", CLAIM.replace('source = "port-bulletin"\n', ""), ("[[claim]] 1", "source is missing")),
    "no quote": ("f.toml", CLAIM.replace("quote =", "prefix ="), ("[[claim]] 1", "quote is missing")),
    "no text": ("f.toml", CLAIM.replace("text =", "suffix ="), ("[[claim]] 1", "text is missing")),
    "no TOML": ("f.toml", CLAIM + "text = \n", ("not TOML", "line")),
    "an unknown actor": ("f.toml", CLAIM + 'said_by = [{ speaker = "radio-won" }]\n', ("[[claim]] 1", "radio-one")),
    "a claim that contradicts one that is there": (
        "f.toml",
        CLAIM.replace("A claim about the ferry", "The ferry is too small") + 'subject = "ferry"\npredicate = "harms"\nobject = "ferry"\n',
        ("[[claim]] 1", "too-small", "harms"),
    ),
    "a relation to itself": (
        "f.toml",
        CLAIM + '[[relation]]\nfrom = "ferry-too-small"\nto = "ferry-too-small"\nrelation = "agrees"\nrationale = "x"\n',
        ("[[relation]] 1",),
    ),
    "a second figure": (
        "f.toml",
        CLAIM + '\n[[claim]]\nsource = "harbour-gazette"\nid = "company-passengers-april"\nquote = "at least 1,200 passengers"\n'
        'text = "The Canal Company carried at least 1,200 passengers in April 1956"\n'
        'quantity = { comparison = "at-least", minimum = 12, measure = "passengers", verbatim = "1,200" }\n',
        ("[[claim]] 2", "quantity"),
    ),
    "a line that is no JSON": ("f.jsonl", lines([GOOD]) + "{\n", ("line 2", "not JSON")),
    "a line that is no object": ("f.jsonl", lines([GOOD]) + "[1]\n", ("line 2", "object")),
    "a type that is none": ("f.jsonl", lines([GOOD, {"type": "clam"}]), ("line 2", "did you mean claim")),
    "a type that is no word": ("f.jsonl", lines([GOOD, {"type": ["claim"]}]), ("line 2", "type")),
    "a key of JSON that is misspelt": ("f.jsonl", lines([GOOD, GOOD | {"subjekt": "ferry"}]), ("line 2", "did you mean subject")),
    "a column that is misspelt": ("f.csv", "source,quote,text,subjekt\n", ("row 1", "did you mean subject")),
    "a column that stands twice": ("f.csv", "source,quote,text,text\n", ("row 1", "twice")),
    "more cells than columns": ("f.csv", "source,quote,text\nport-bulletin,The ferry is too small,One,two\n", ("row 2", "more cells")),
    "a number that is none": ("f.csv", CSV.replace(",900,people", ",nine,people"), ("row 2", "nine")),
    "a cell that is never closed": ("f.csv", 'source,quote,text\nport-bulletin,"The ferry,x\n', ("not CSV",)),
    "a heading that is never closed": ("f.csv", 'source,"quote,text\n', ("not CSV",)),
    "a file that is no text": ("f.csv", "\0", ("NUL",)),
}


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.thorough
def test_one_wrong_entry_refuses_the_whole_file_and_says_where_it_is(case: str, tiny_path: Path, tmp_path: Path) -> None:
    name, text, words = WRONG[case]
    file = written(tmp_path, name, text)
    before = rows(tiny_path)
    said = kb("import", file, db=tiny_path)
    assert said.code == 1, said.err
    assert said.out == ""
    for word in (str(file), *words):
        assert word in said.err
    assert rows(tiny_path) == before


def test_an_entry_that_the_database_itself_refuses_says_where_it_is(tiny_path: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "f.toml", CLAIM + '[[thing]]\nid = "pier"\nname = "the pier"\nkind = "project"\nlatitude = 51.5\n')
    before = rows(tiny_path)
    said = kb("import", file, db=tiny_path)
    assert said.code == 1
    assert "[[thing]] 1" in said.err
    assert rows(tiny_path) == before


def test_a_file_of_another_kind_is_the_callers_mistake(tiny_path: Path, tmp_path: Path) -> None:
    said = kb("import", written(tmp_path, "facts.odt", "x"), db=tiny_path)
    assert said.code == 2
    assert ".toml" in said.err


# ------------------------------------------------------------------------------------------------------------------- RDF

NOT_IN_TRIPLES = {"revisions", "origins", "dates"}


def moved_through(format_: str, path: Path, folder: Path) -> Path:
    """A new base made of the triples of another."""
    file = folder / f"base.{format_}"
    done("export", format_, "-o", file, db=path)
    other = folder / "other.db"
    done("init", other)
    done("import", file, db=other)
    return other


@pytest.mark.parametrize("format_", ["nq", "trig", "nt", "ttl", "jsonld", "rdf"])
@pytest.mark.thorough
def test_what_was_exported_as_triples_comes_back_to_equal_rows(format_: str, tiny_path: Path, tmp_path: Path) -> None:
    other = moved_through(format_, tiny_path, tmp_path)
    before, after = rows(tiny_path), rows(other)
    for table in before.keys() - NOT_IN_TRIPLES:
        assert after[table] == before[table], table
    sound(other)


@pytest.mark.thorough
def test_what_people_changed_comes_back_from_triples_too(tiny_path: Path, tmp_path: Path) -> None:
    done("correct", "clm-ferry-too-small", "kind=factual", "--reason", "x", db=tiny_path)
    done("retract", "clm-captains-are-asked", "--reason", "x", db=tiny_path)
    done("merge", "harbour-board", "harbour-office", "--reason", "x", db=tiny_path)
    added = done("add", "--source", "port-bulletin", "--quote", "too small", "--claim", "The ferry is rather small", db=tiny_path)
    connection = sqlite3.connect(tiny_path)
    claim = one(connection, "SELECT claim_id FROM assertions WHERE id = ?", added)
    connection.close()
    done("merge", claim, "clm-ferry-too-small", "--reason", "x", db=tiny_path)
    other = moved_through("nq", tiny_path, tmp_path)
    before, after = rows(tiny_path), rows(other)
    for table in before.keys() - NOT_IN_TRIPLES:
        assert after[table] == before[table], table
    sound(other)


def test_broken_triples_are_refused_whole(tiny_path: Path, tmp_path: Path, empty_path: Path) -> None:
    file = tmp_path / "base.nq"
    done("export", "nq", "-o", file, db=tiny_path)
    whole = file.read_text("utf-8")
    for broken in (whole[: len(whole) // 2], "not triples at all", "<urn:a> <urn:b> <urn:c> .\n"):
        file.write_text(broken, encoding="utf-8")
        before = rows(empty_path)
        said = kb("import", file, db=empty_path)
        assert said.code == 1, said.err
        assert rows(empty_path) == before


def test_every_wrong_entry_of_a_kind_is_told_at_once_with_its_place(tiny_path: Path, tmp_path: Path) -> None:
    claims = "".join(
        f'[[claim]]\nquote = "{quote}"\ntext = "{quote} is a claim"\n' for quote in ("not there", "the ferry is too small", "nor there")
    )
    file = written(tmp_path, "f.toml", 'source = "harbour-gazette"\n' + claims + '[[relation]]\nfrom = "x"\nto = "y"\n')
    before = rows(tiny_path)
    said = kb("import", file, db=tiny_path)
    assert said.code == 1
    assert f"{file}, [[claim]] 1, quote" in said.err and f"{file}, [[claim]] 3, quote" in said.err
    assert said.err.count("remedy:") == 2
    assert "[[claim]] 2" not in said.err and "[[relation]]" not in said.err
    assert rows(tiny_path) == before


RUN_OR_TIME = re.compile(r"run-|\d{4}-\d\d-\d\dT")


def many(*others: dict[str, object]) -> str:
    """A file of so many facts that their laws are checked at the end, with others among them."""
    words = {"subject": "ferry", "predicate": "harms", "object_text": "nobody", "about": "1956-04"}
    return lines([*(GOOD | words | {"text": f"Claim {number} about the ferry"} for number in range(facts_files.MANY)), *others, GOOD])


def test_many_facts_recorded_together_are_what_they_are_one_by_one(
    tiny_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repeated = many(GOOD, GOOD | {"said_by": [{"speaker": "radio-one", "cue": "too"}]})
    bases = []
    for number, enough in enumerate((facts_files.MANY, 10**9)):
        monkeypatch.setattr(facts_files, "MANY", enough)
        bases.append(tmp_path / f"{number}.db")
        shutil.copy(tiny_path, bases[-1])
        connection = store.connect(bases[-1])
        with runs.begin(connection, "import", contributor="tester") as run:
            facts_files.import_facts(run, Path("facts.jsonl"), repeated)
        connection.close()
        sound(bases[-1])
    together, one_by_one = (rows(base) for base in bases)
    for table in ("passages", "claims", "assertions", "dates"):
        found = [[[value for value in row if not RUN_OR_TIME.match(str(value))] for row in base[table]] for base in (together, one_by_one)]
        assert found[0] == found[1], table


@pytest.mark.parametrize("law", ["the facts themselves", "the database alone"])
def test_a_wrong_fact_among_many_is_told_with_its_place_and_leaves_nothing(
    law: str, tiny_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = GOOD | {"quote": "sold off"} if law == "the facts themselves" else GOOD | {"text": "The ferry is fun", "kind": "funny"}
    if law == "the database alone":  # as if planning had overlooked it
        monkeypatch.setattr(Lookup, "word", lambda self, column, value: value)  # noqa: ARG005 - as it is called
    connection = store.connect(tiny_path)
    before = rows(tiny_path)
    with pytest.raises(facts_files.RefusedError) as refused, runs.begin(connection, "import") as run:
        facts_files.import_facts(run, Path("facts.jsonl"), many(wrong))
    connection.close()
    (told,) = refused.value.errors
    assert f"line {facts_files.MANY + 1}" in str(told) and ("quote" in str(told) or "claims.kind" in str(told))
    assert rows(tiny_path) == before
    sound(tiny_path)


def test_facts_of_several_lots_are_recorded_or_told_as_those_of_one(
    tiny_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = GOOD | {"quote": "sold off"}
    file = many(*[GOOD | {"text": f"Another claim {number} about the ferry"} for number in range(60)], wrong, wrong)
    refusals, taken = [], []
    for at_once in (facts_files.AT_ONCE, facts_files.MANY):
        monkeypatch.setattr(facts_files, "AT_ONCE", at_once)
        base = Path(shutil.copy(tiny_path, tmp_path / f"{at_once}.db"))
        connection = store.connect(base)
        with pytest.raises(facts_files.RefusedError) as refused, runs.begin(connection, "import") as run:
            facts_files.import_facts(run, Path("facts.jsonl"), file)
        refusals.append([str(error) for error in refused.value.errors])
        assert rows(base) == rows(tiny_path)
        with runs.begin(connection, "import", contributor="tester") as run:
            done = facts_files.import_facts(run, Path("facts.jsonl"), file, Settings(skip_bad=True))
        taken.append((done.number, done.new, len(done.facts), len(done.failed), len(rows(base)["claims"])))
        connection.close()
        sound(base)
    assert refusals[0] == refusals[1]
    assert len(refusals[0]) == 2
    assert taken[0] == taken[1]
    assert taken[0][0] == facts_files.MANY + 60 + 1
    assert taken[0][3] == 2


def test_a_file_of_lines_can_be_gone_through_again_without_those_that_failed() -> None:
    listed = listed_entries.read(Path("facts.jsonl"), lines([GOOD, GOOD | {"type": "mention", "text": "ferry"}, GOOD]))
    places = [entry.where for entry in listed]
    assert places == ["facts.jsonl, line 1", "facts.jsonl, line 3", "facts.jsonl, line 2"]
    assert [entry.where for entry in listed] == places
    less = listed.without([entry for entry in listed if entry.where.endswith("3")])
    assert [entry.where for entry in less.without([])] == [places[0], places[2]]
    assert [entry.where for entry in listed] == places


def test_a_file_of_too_many_lines_is_refused_before_any_is_imported() -> None:
    with pytest.raises(UsageError, match="more than 2 entries"):
        listed_entries.read(Path("facts.jsonl"), lines([GOOD] * 3), Settings(most=2))
    assert len(list(listed_entries.read(Path("facts.jsonl"), lines([GOOD] * 2), Settings(most=2)))) == 2


@given(st.text(st.sampled_from("ab\n\r\u2028\x0b")))
def test_lines_end_with_lf_alone(text: str) -> None:
    assert list(listed_entries.lines_of(text)) == text.split("\n")


def test_a_report_lists_the_first_facts_and_counts_all(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts_files, "MOST_SHOWN", 5)
    with closing(store.connect(tiny_path)) as connection, runs.begin(connection, "import", contributor="tester") as run:
        done = facts_files.import_facts(run, Path("facts.jsonl"), many(GOOD))
        assert (len(done.facts), done.number, done.new) == (5, facts_files.MANY + 2, facts_files.MANY + 1)
        report = import_report.report(connection, done, False)
        assert (report.new, report.there, len(report.facts)) == (facts_files.MANY + 1, 1, 5)
