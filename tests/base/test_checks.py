"""`kb check`: each fault that it knows, planted past the laws, is reported with its row and a remedy; a sound base has none."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import checks, schema, store
from kb.base.model import ENTITY_TABLES, KEYS, WORDS
from kb.base.problems import Problem
from kb.errors import DataError, actions
from tests.whole import PROPOSED, done, kb, one

ALL = {check.name: check for check in checks.load()}
# By check: what a careless writer does past all laws, and the row that must be named.
FAULTS: dict[str, tuple[str, str]] = {
    "claims-without-assertion": (
        "UPDATE assertions SET status = 'retracted' WHERE claim_id = 'clm-captains-are-asked'",
        "clm-captains-are-asked",
    ),
    "claims-awaiting": ("INSERT INTO claims_awaiting_assertion(claim_id, guard) VALUES ('clm-ferry-too-small', 1)", "clm-ferry-too-small"),
    "retracted-claims-asserted": ("UPDATE claims SET status = 'retracted' WHERE id = 'clm-ferry-too-small'", "clm-ferry-too-small"),
    "reviewed-without-review": ("UPDATE claims SET status = 'reviewed' WHERE id = 'clm-captains-are-asked'", "clm-captains-are-asked"),
    "open-conflicts": (
        "INSERT INTO conflicts(id, table_name, row_id, ours, theirs, at, our_at) VALUES ('cfl-kind', 'claims', 'clm-ferry-too-small',"
        " '{\"kind\": \"norm\"}', '{\"kind\": \"factual\"}', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z')",
        "cfl-kind",
    ),
    "reviews-of-nothing": (
        "UPDATE reviews SET row_id = 'clm-none' WHERE id = (SELECT min(id) FROM reviews)",
        "(SELECT min(id) FROM reviews)",
    ),
    "passages-not-verbatim": (
        "UPDATE passages SET exact = replace(exact, 'e', 'u') WHERE id = (SELECT min(id) FROM passages)",
        "(SELECT min(id) FROM passages)",
    ),
    "mentions-not-verbatim": (
        "UPDATE mentions SET start_char = start_char + 1, end_char = end_char + 1 WHERE entity_id = 'radio-one'",
        "(SELECT id FROM mentions WHERE entity_id = 'radio-one')",
    ),
    "cues-not-verbatim": (
        "UPDATE assertions SET cue_start_char = 0, cue_end_char = length(cue) WHERE cue = 'refused'",
        "(SELECT id FROM assertions WHERE cue = 'refused')",
    ),
    "broken-chains": (
        "UPDATE assertions SET level = 2 WHERE speaker_id = 'many-captains'",
        "(SELECT id FROM assertions WHERE speaker_id = 'many-captains')",
    ),
    "reported-in-retracted": (
        "UPDATE assertions SET status = 'retracted' WHERE id = (SELECT reported_in_id FROM assertions WHERE speaker_id = 'many-captains')",
        "(SELECT id FROM assertions WHERE speaker_id = 'many-captains')",
    ),
    "proposals-not-verbatim": (PROPOSED + "UPDATE proposals SET start_char = start_char + 1, end_char = end_char + 1", "prp-words"),
    "passages-outside-sections": (
        "UPDATE passages SET section_id = (SELECT id FROM sections WHERE kind = 'dateline') WHERE exact = 'The ferry will not stop'",
        "(SELECT id FROM passages WHERE exact = 'The ferry will not stop')",
    ),
    "sections-with-gaps": (
        "UPDATE sections SET start_char = start_char + 1 WHERE kind = 'dateline'",
        "(SELECT id FROM sections WHERE kind = 'dateline')",
    ),
    "text-not-covered": (
        "UPDATE sections SET end_char = end_char - 1 WHERE snapshot_id = (SELECT snapshot_id FROM sources WHERE id = 'port-bulletin')",
        "(SELECT snapshot_id FROM sources WHERE id = 'port-bulletin')",
    ),
    "sentences-overlapping": (
        "UPDATE sentences SET start_char = start_char - 9 WHERE id = (SELECT id FROM sentences WHERE position = 3 LIMIT 1)",
        "(SELECT id FROM sentences WHERE position = 3 LIMIT 1)",
    ),
    "unregistered": ("UPDATE entities SET label = 'Radio Two' WHERE id = 'radio-one'", "radio-one"),
    "registered-but-gone": ("DELETE FROM things WHERE id = 'harbour'", "harbour"),
    "gone-but-used": ("UPDATE entities SET status = 'retracted' WHERE id = 'ferry'", "clm-ferry-too-small"),
    "part-of-itself": ("UPDATE actors SET part_of_id = 'harbour-board' WHERE id = 'harbour-office'", "harbour-office"),
    "wrong-bounds": ("UPDATE events SET latest = '1959-01-01' WHERE id = 'bridge-opening'", "bridge-opening"),
    "not-dates": ("UPDATE sources SET published = 'in May' WHERE id = 'port-bulletin'", "port-bulletin"),
    "events-without-a-claim": (
        "INSERT INTO events(id, name, kind, actuality) VALUES ('flood', 'the flood', 'other', 'hypothetical')",
        "flood",
    ),
    "event-dates-without-a-claim": (
        "INSERT INTO dates(edtf) VALUES ('1999');"
        "UPDATE events SET date = '1999', earliest = '1999-01-01', latest = '1999-12-31' WHERE id = 'bridge-opening'",
        "bridge-opening",
    ),
    "event-places-without-a-claim": ("UPDATE events SET place_id = 'harbour' WHERE id = 'bridge-opening'", "bridge-opening"),
    "occurred-but-denied": (
        "UPDATE events SET actuality = 'occurred' WHERE id = 'second-ferry-decision';"
        "UPDATE assertions SET stance = 'denies' WHERE claim_id = 'clm-board-agrees-second-ferry'",
        "second-ferry-decision",
    ),
    "relations-of-retracted": (
        "UPDATE claims SET status = 'retracted' WHERE id = 'clm-company-passengers-april'",
        "(SELECT id FROM relations WHERE to_claim_id = 'clm-company-passengers-april')",
    ),
    "same-claim-twice": ("UPDATE claims SET text = 'The ferry is too small' WHERE id = 'clm-captains-are-asked'", "clm-captains-are-asked"),
    "namesakes": (
        "UPDATE actors SET name = (SELECT name FROM actors WHERE id = 'harbour-board') WHERE id = 'harbour-office';"
        "UPDATE entities SET label = (SELECT label FROM entities WHERE id = 'harbour-board') WHERE id = 'harbour-office'",
        "harbour-board",
    ),
    "merged-but-distinct": (
        "UPDATE entities SET status = 'merged', merged_into_id = 'harbour-gazette' WHERE id = 'harbour-gazette-paper'",
        "(SELECT id FROM distinct_entities)",
    ),
    "same-wikidata-item": (
        "INSERT INTO identifiers(entity_id, scheme, value, match) VALUES ('harbour-board', 'wikidata', 'Q1', 'exact'), ('harbour-office', 'wikidata', 'Q1', 'exact')",
        "harbour-board",
    ),
    "several-wikidata-items": (
        "INSERT INTO identifiers(entity_id, scheme, value, match) VALUES ('harbour-board', 'wikidata', 'Q1', 'exact'), ('harbour-board', 'wikidata', 'Q2', 'exact')",
        "harbour-board",
    ),
    "names-of-several": ("INSERT INTO names(entity_id, name, kind) VALUES ('harbour', 'radio one', 'alias')", "harbour"),
    "unwritten-characters": (
        "UPDATE claims SET text = text || char(8) WHERE id = 'clm-captains-are-asked'",
        "clm-captains-are-asked",
    ),
    "unwritten-characters-in-texts": ("UPDATE snapshots SET text = text || char(12) WHERE source_id = 'port-bulletin'", "port-bulletin"),
    "writing-interrupted": ("UPDATE runs SET ended_at = NULL", "(SELECT id FROM runs)"),
    "unread-sentences": ("UPDATE sentences SET no_claim_reason = NULL", "port-bulletin"),
    "claims-without-a-triple": (
        "UPDATE claims SET subject_id = NULL, predicate_id = NULL, object_id = NULL WHERE id = 'clm-ferry-too-small'",
        "clm-ferry-too-small",
    ),
    "circles-in-time": (
        "INSERT INTO event_order(id, event_id, relation, other_event_id) VALUES ('ord-back', 'bridge-opening', 'before', 'second-ferry-decision')",
        "bridge-opening",
    ),
    "order-against-dates": (
        "INSERT OR IGNORE INTO dates(edtf) VALUES ('1960');"
        "UPDATE events SET date = '1960', earliest = '1960-01-01', latest = '1960-12-31', date_basis = 'stated' WHERE id = 'second-ferry-decision'",
        "(SELECT id FROM event_order)",
    ),
    "same-triple-twice": (
        "UPDATE predicates SET symmetric = 1 WHERE id = 'harms';"
        "UPDATE claims SET (subject_id, predicate_id, object_id, object_text, about_time, about_earliest, about_latest) = (SELECT object_id, 'harms', subject_id,"
        " NULL, about_time, about_earliest, about_latest FROM claims WHERE id = 'clm-bridge-halves-passengers') WHERE id = 'clm-captains-are-asked'",
        "clm-bridge-halves-passengers",
    ),
    "unused-entities": ("INSERT INTO things(id, name, kind) VALUES ('pier', 'the pier', 'place')", "pier"),
}


def plant(path: Path, statement: str) -> None:
    """Write past all laws: triggers gone, keys and checks off. The laws themselves are put back, so that only the fault is left."""
    connection = sqlite3.connect(path)
    listing = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'"
    laws_there = connection.execute(listing).fetchall()
    keeps_registry = ("_are_registered", "_may_register") if "INSERT INTO" in statement else ()
    gone = [(name, sql) for name, sql in laws_there if not (keeps_registry and name.endswith(keeps_registry))]
    connection.executescript(
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN;"
        + "".join(f'DROP TRIGGER "{name}";' for name, _ in gone)
        + f"{statement};"
        + "".join(f"{sql};" for _, sql in gone)
        + "COMMIT;"
    )
    connection.close()


def problems(path: Path) -> list[Problem]:
    connection = store.connect(path)
    try:
        return list(checks.check(connection))
    finally:
        connection.close()


def named(path: Path, row: str) -> str:
    if not row.startswith("("):
        return row
    connection = sqlite3.connect(path)
    try:
        return str(one(connection, f"SELECT {row}"))
    finally:
        connection.close()


def test_a_sound_base_has_no_error(tiny_path: Path, shipped_path: Path, empty_path: Path) -> None:
    for path in (tiny_path, shipped_path, empty_path):
        assert [str(problem) for problem in problems(path) if problem.severity == "error"] == []
    assert problems(empty_path) == []


# By table whose rows name entities: what its rows are named by, and which of them count.
NAMING = {
    **dict.fromkeys(("claims", "assertions", "mentions", "citations"), ("id", "named.status <> 'retracted'")),
    "affiliations": ("id", "claim_id IS NULL OR claim_id IN (SELECT id FROM claims WHERE status <> 'retracted')"),
    "participations": ("claim_id", "claim_id IN (SELECT id FROM claims WHERE status <> 'retracted')"),
}


@pytest.mark.parametrize("table", NAMING)
def test_every_column_that_names_an_entity_which_is_gone_is_found(shipped_path: Path, table: str) -> None:
    plant(
        shipped_path,
        "UPDATE entities SET status = 'retracted' WHERE rowid % 3 = 0; UPDATE claims SET status = 'retracted' WHERE rowid % 7 = 0",
    )
    row, counts = NAMING[table]
    wanted: set[tuple[str, str]] = set()
    with closing(sqlite3.connect(shipped_path)) as connection:
        for column, target in schema.read_tables(connection)[table].references:
            if target in (*ENTITY_TABLES, "entities"):
                gone = f"SELECT named.{row}, {column} FROM {table} AS named JOIN entities ON entities.id = {column}"
                wanted |= set(connection.execute(f"{gone} WHERE entities.status = 'retracted' AND ({counts})"))
        ours = {name for (name,) in connection.execute(f"SELECT {row} FROM {table}")}
    found = [(problem.row, problem.detail) for problem in problems(shipped_path) if problem.check == "gone-but-used"]
    assert len(found) == len(set(found))
    assert wanted
    assert wanted <= set(found)
    if table not in ("claims", "participations"):  # a participation is named by its claim
        assert {pair for pair in found if pair[0] in ours} == wanted


def test_a_number_that_no_text_prints_is_an_error_with_its_remedy(tiny_path: Path) -> None:
    plant(tiny_path, "UPDATE quantities SET verbatim = 'nine zillion' WHERE claim_id = 'clm-company-passengers-april'")
    (found,) = [problem for problem in problems(tiny_path) if problem.check == "quantities-not-printed"]
    assert (found.severity, found.row, found.detail) == ("error", "clm-company-passengers-april", "nine zillion")
    assert "quantity.verbatim" in found.remedy


@pytest.mark.parametrize(
    ("date", "latest", "basis", "is_fault"),
    [
        ("../1956-05-03", "1956-05-03", "inferred", False),
        ("../1956-05", "1956-05-31", "inferred", False),
        ("../1956-05-02", "1956-05-02", "inferred", True),  # the day before the Gazette came out
        ("../1956-05-03", "1956-05-03", "stated", True),
    ],
)
@pytest.mark.thorough
def test_the_publication_bounds_an_event_that_occurred_and_gives_no_other_date(
    tiny_path: Path, date: str, latest: str, basis: str, is_fault: bool
) -> None:
    plant(
        tiny_path,
        f"INSERT OR IGNORE INTO dates(edtf) VALUES ('{date}'); UPDATE claims SET about_time = NULL, about_earliest = NULL, about_latest = NULL;"
        f"UPDATE events SET actuality = 'occurred', date = '{date}', latest = '{latest}', earliest = NULL, date_basis = '{basis}'"
        " WHERE id = 'bridge-opening'",
    )
    found = [problem.row for problem in problems(tiny_path) if problem.check == "event-dates-without-a-claim"]
    assert found == (["bridge-opening"] if is_fault else [])


def test_every_question_has_a_planted_fault() -> None:
    assert FAULTS.keys() == ALL.keys()


@pytest.fixture(scope="module")
def sound_base(tiny_built: Path) -> set[tuple[str, str]]:
    """What is noticed in the tiny base as it is, by check and row."""
    return {(problem.check, problem.row) for problem in problems(tiny_built)}


@pytest.fixture(scope="module", params=FAULTS)
def faulty(request: pytest.FixtureRequest, tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, str]:
    """One fault: its check, the tiny base with the fault planted in it, and the row that must be named."""
    path = Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("faulty") / "tiny.db"))
    statement, row = FAULTS[request.param]
    plant(path, statement)
    return request.param, path, named(path, row)


@pytest.mark.thorough
def test_a_planted_fault_is_reported_with_its_row_and_a_remedy(faulty: tuple[str, Path, str], sound_base: set[tuple[str, str]]) -> None:
    name, path, row = faulty
    new = [problem for problem in problems(path) if (problem.check, problem.row) not in sound_base]
    (found,) = [problem for problem in new if problem.check == name and problem.row == row]
    assert found.severity == ALL[name].severity
    assert found.what
    assert found.remedy
    assert found.detail


def test_a_remedy_is_an_action_on_the_row_which_each_face_words(tiny_path: Path) -> None:
    plant(tiny_path, FAULTS["wrong-bounds"][0])
    (problem,) = [problem for problem in problems(tiny_path) if problem.check == "wrong-bounds"]
    assert problem.remedies == (actions.correct("bridge-opening", "date"),)
    assert str(problem).endswith('remedy: correct it with: base.correct("bridge-opening", reason, date=…)')
    assert "remedy: correct it with: kb correct bridge-opening date=… --reason …" in kb("check", db=tiny_path).out


def test_claims_with_the_same_words_are_merged_by_their_ids(tiny_path: Path) -> None:
    plant(tiny_path, FAULTS["same-claim-twice"][0])
    (problem,) = [problem for problem in problems(tiny_path) if problem.check == "same-claim-twice"]
    assert problem.remedies == (actions.merge(old="clm-ferry-too-small", into="clm-captains-are-asked"),)


def test_a_row_that_its_table_refuses_is_corrected_in_the_column_that_is_wrong(tiny_path: Path) -> None:
    plant(tiny_path, "UPDATE claims SET text = '' WHERE id = 'clm-ferry-too-small'")
    (problem,) = [problem for problem in problems(tiny_path) if problem.check == "rules"]
    assert problem.remedies == (actions.correct("clm-ferry-too-small", "text"),)


HEAD = "-- severity: error\n-- what: a row\n-- action: show id={row}\n"


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("error", "warning"),
        HEAD.replace("severity", "severe"),
        HEAD + "-- what: another\n",
        "-- severity: error\n-- what: a row\n",
        "-- what: a row\n-- remedy: mend it\n",
    ],
)
def test_a_check_whose_head_lacks_a_part_is_refused_with_its_place(head: str) -> None:
    select = "SELECT 'a' AS row, 'b' AS detail;\n"
    (problem,) = checks.parse("x", HEAD + select).problems(sqlite3.connect(":memory:"))
    assert problem.remedies == (actions.show("a"),)
    with pytest.raises(DataError) as refused:
        checks.parse("x", head + select)
    assert refused.value.where == "schema/checks/x.sql" and refused.value.remedy


@pytest.mark.thorough
def test_the_command_names_the_fault_and_its_exit_code_tells_errors_from_notices(faulty: tuple[str, Path, str]) -> None:
    name, path, row = faulty
    said = kb("check", db=path)
    line = f"{ALL[name].severity}: {row}: {ALL[name].what}"
    assert line in said.out
    if ALL[name].severity == "error":
        assert said.code == 1
        assert line in kb("check", "--quiet", db=path).out
    else:
        assert line not in kb("check", "--quiet", db=path).out


def test_an_unknown_word_is_found_in_every_column_of_words(tiny_path: Path) -> None:
    plant(tiny_path, PROPOSED)
    done("correct", "clm-ferry-too-small", "kind=factual", "--reason", "x", db=tiny_path)
    places = [(table, column) for table, columns in WORDS.items() for column in columns]
    plant(
        tiny_path,
        ";".join(
            f"UPDATE {table} SET {column} = 'no-such-word' WHERE rowid = (SELECT max(rowid) FROM {table})" for table, column in places
        ),
    )
    found = [problem for problem in problems(tiny_path) if problem.check == "vocabulary-unknown"]
    assert sorted(problem.detail for problem in found) == sorted(f"{column} no-such-word" for _, column in places)


def test_a_row_that_no_run_recorded_is_noticed_in_every_table(tiny_path: Path) -> None:
    plant(tiny_path, PROPOSED)
    done("correct", "clm-ferry-too-small", "kind=factual", "--reason", "x", db=tiny_path)
    connection = sqlite3.connect(tiny_path)
    tables = [
        table for table in KEYS if connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = 'run_id'", (table,)).fetchone()
    ]
    connection.close()
    assert len(tables) > 15
    plant(tiny_path, ";".join(f"UPDATE {table} SET run_id = NULL WHERE rowid = (SELECT max(rowid) FROM {table})" for table in tables))
    found = [problem for problem in problems(tiny_path) if problem.check == "written-past-the-library"]
    assert [problem.detail for problem in found] == tables
    assert {problem.severity for problem in found} == {"notice"}


@pytest.mark.parametrize("kind", ["TRIGGER", "VIEW"])
@pytest.mark.thorough
def test_a_law_or_view_that_is_missing_or_altered_is_an_error(kind: str, tiny_path: Path) -> None:
    name = {"TRIGGER": "claims_never_go", "VIEW": "claim_sheet"}[kind]
    altered = {"TRIGGER": f"CREATE TRIGGER {name} BEFORE DELETE ON claims BEGIN SELECT 1; END"}.get(kind, "")
    if kind == "VIEW":  # it still answers those that ask it
        altered = f"{sqlite3.connect(tiny_path).execute('SELECT sql FROM sqlite_master WHERE name = ?', (name,)).fetchone()[0]} -- altered"
    connection = sqlite3.connect(tiny_path)
    connection.execute(f"DROP {kind} {name}")
    connection.execute(altered)
    connection.commit()
    connection.close()
    assert [(problem.check, problem.row) for problem in problems(tiny_path) if problem.severity == "error"] == [("laws", name)]
    done("upgrade", db=tiny_path)
    assert [problem for problem in problems(tiny_path) if problem.severity == "error"] == []


def test_a_missing_law_is_an_error_and_an_upgrade_lays_it_anew(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("DROP TRIGGER claims_never_go")
    connection.commit()
    connection.close()
    assert "missing" in kb("check", db=tiny_path).out
    done("upgrade", db=tiny_path)
    assert kb("check", db=tiny_path).code == 0


def test_a_text_that_is_not_the_one_received_is_an_error(tiny_path: Path) -> None:
    plant(tiny_path, "UPDATE snapshots SET text = replace(text, 'captains', 'captuins')")
    assert {"text-changed", "passages-not-verbatim"} <= {problem.check for problem in problems(tiny_path)}


def test_a_reference_that_dangles_is_an_error(tiny_path: Path) -> None:
    plant(tiny_path, "UPDATE claims SET place_id = 'atlantis' WHERE id = 'clm-ferry-too-small'")
    assert [problem.check for problem in problems(tiny_path) if problem.severity == "error"] == ["dangling"]


@pytest.mark.thorough
def test_a_search_that_lags_behind_its_table_is_an_error_and_can_be_written_anew(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("INSERT INTO claims_fts(claims_fts, rowid, text) VALUES ('delete', 1, 'words that are not there')")
    connection.commit()
    connection.close()
    assert "search" in {problem.check for problem in problems(tiny_path)}
    done("upgrade", "--search", db=tiny_path)
    assert kb("check", db=tiny_path).code == 0


def test_a_damaged_file_is_told_without_a_traceback(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    page = one(connection, "SELECT rootpage FROM sqlite_master WHERE name = 'assertions_by_speaker'")
    size = one(connection, "PRAGMA page_size")
    connection.close()
    with tiny_path.open("r+b") as file:
        file.seek((page - 1) * size + 20)
        file.write(b"\xff" * 200)
    said = kb("check", db=tiny_path)
    assert said.code == 1
    assert "damaged" in said.out + said.err or "malformed" in said.out + said.err


def test_the_summary_counts_claims_predicates_and_faults(tiny_path: Path) -> None:
    last = done("check", db=tiny_path).splitlines()[-1]
    connection = sqlite3.connect(tiny_path)
    claims = one(connection, "SELECT count(*) FROM claims")
    connection.close()
    assert last.startswith(f"{claims} claims; ")
    assert "0 errors" in last
