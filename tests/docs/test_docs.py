"""What README and docs show is what happens: each command is run again, each reference page made again, each link followed."""

from __future__ import annotations

import datetime
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.ask import queries, questions
from kb.cli import main
from kb.site import routes
from tests.docs import markdown, pages, reference
from tests.docs.terminal import ROOT, Terminal, WrongExitError
from tests.harness.site import Site

REWRITE = "write it anew with: make docs"
DOCUMENTS = [
    *(ROOT / name for name in ("CONTRIBUTING.md", "DECISIONS.md", "CHANGELOG.md")),
    *pages.by_hand(),
    *sorted(reference.FOLDER.glob("*.md")),
]
FOLDERS = ("tutorial", "how-to", "reference", "explanation")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
MOST_LINES = 150
PRIVATE_WORDS = ("innermost", "what it stands with")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", pages.by_hand(), ids=name)
@pytest.mark.thorough
def test_every_command_on_the_page_runs_and_prints_what_is_shown(path: Path, shipped_built: Path) -> None:
    shown = path.read_text("utf-8")
    if "\n$ git " in shown and shutil.which("git") is None:
        pytest.skip("git is not installed")
    assert pages.as_it_should_be(path, shipped_built) == shown, REWRITE


@pytest.mark.parametrize("page", reference.PAGES)
@pytest.mark.thorough
def test_a_reference_page_is_what_the_code_says(page: str, shipped_built: Path) -> None:
    assert reference.PAGES[page](shipped_built) == (reference.FOLDER / page).read_text("utf-8"), REWRITE


def test_the_reference_holds_no_page_that_nothing_makes() -> None:
    assert {path.name for path in reference.FOLDER.glob("*.md")} == set(reference.PAGES)


def test_every_key_of_a_file_of_facts_has_a_meaning() -> None:
    text = (reference.FOLDER / "files.md").read_text("utf-8")
    assert [line for line in text.splitlines() if line.endswith("|  |")] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
@pytest.mark.thorough
def test_every_link_leads_to_a_file_and_to_a_heading_of_it(path: Path) -> None:
    for target in LINK.findall(CODE.sub("", path.read_text("utf-8"))):
        if re.match(r"\w+:", target):
            continue
        place, _, fragment = target.partition("#")
        file = (path.parent / place).resolve() if place else path
        assert file.exists(), f"{name(path)} links to {target}"
        if fragment:
            assert fragment in set(headings(file)), f"{name(path)} links to {target}: no such heading"


def headings(path: Path) -> Iterator[str]:
    for heading in re.findall(r"^#+ (.+)$", CODE.sub("", path.read_text("utf-8")), re.MULTILINE):
        yield markdown.anchor(heading)


def test_the_index_leads_to_every_page() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {(index.parent / target).resolve() for target in LINK.findall(index.read_text("utf-8"))}
    there = {path for folder in FOLDERS for path in (ROOT / "docs" / folder).glob("*.md")}
    assert there <= linked, sorted(name(path) for path in there - linked)
    assert all(any((ROOT / "docs" / folder).glob("*.md")) for folder in FOLDERS)


@pytest.mark.parametrize("path", pages.by_hand(), ids=name)
def test_every_command_named_in_the_text_exists(path: Path) -> None:
    for command in re.findall(r"`(?:\.venv/bin/)?kb (?:--db \S+ )?([a-z-]+)", CODE.sub("", path.read_text("utf-8"))):
        assert command in main.list_commands(None), f"{name(path)} names kb {command}"  # type: ignore[arg-type]


@pytest.mark.parametrize("path", pages.by_hand(), ids=name)
def test_every_address_of_the_site_that_is_named_has_a_route(path: Path) -> None:
    patterns = [route.pattern for route in routes.ROUTES]
    text = CODE.sub("", path.read_text("utf-8"))
    for address in {*re.findall(r"`(/[a-z][^` ]*)`", text), *re.findall(r"http://localhost:8001(/[^\s)`>?#]*)", text)}:
        assert address.startswith(("/kb", "/-/")) or any(re.match(pattern, address) for pattern in patterns), (
            f"{name(path)} names {address}"
        )


def test_the_page_about_the_site_names_its_pages() -> None:
    rows = re.findall(r"^\| (`/[^|]*) \|", (ROOT / "docs" / "how-to" / "use-the-site.md").read_text("utf-8"), re.MULTILINE)
    assert sum(cell.count("`/") for cell in rows) > 12


def test_the_pages_show_enough_commands_to_be_worth_running() -> None:
    blocks = [match for path in pages.by_hand() for match in pages.FENCE.finditer(path.read_text("utf-8"))]
    shown = [line for match in blocks if match[1] == "console" for line in match[3].splitlines() if line.startswith("$ ")]
    without_output = [line for match in blocks if match[1] == "sh" for line in match[3].splitlines() if line]
    assert len(shown) > 60
    assert len(without_output) > 15


@pytest.mark.thorough
def test_every_address_in_the_tutorial_shows_what_the_reader_made(shipped_built: Path, tmp_path: Path) -> None:
    text = (ROOT / "docs" / "tutorial" / "README.md").read_text("utf-8")
    pages.acted_on(text, Terminal("tutorial", tmp_path, shipped_built))
    site = Site(tmp_path / "ferry" / "ferry.db")
    try:
        found = {path: site.get(path) for path in re.findall(r"<http://localhost:8001(/[^>]+)>", text)}
    finally:
        site.close()
    assert len(found) == 3
    claim = next(answer.text for path, answer in found.items() if path.startswith("/claim/"))
    assert all(words in claim for words in ("Edith Lorne", "Island Council", "that the boat is empty after ten at night"))
    statuses = {path.split("/")[1]: answer.status_code for path, answer in found.items()}
    assert statuses == {"source": 200, "claim": 200, "review": 401}  # the reader signs in with the link first


def test_the_question_that_the_page_writes_obeys_the_rules_and_has_an_answer(shipped: sqlite3.Connection) -> None:
    text = (ROOT / "docs" / "how-to" / "write-a-question.md").read_text("utf-8")
    (block,) = [match for match in pages.FENCE.finditer(text) if match[1] == "sql"]
    question = questions.parse("denials-about", block[3])
    _, rows = queries.run(shipped, question.sql, question.values({}), queries.SECONDS)
    assert len(list(rows)) >= 5


def test_readme_is_short_and_has_what_a_stranger_needs_first() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert text.index("make serve") < text.index("make test") < text.index("$ .venv/bin/kb query")
    assert text.count("\n$ .venv/bin/kb ") == 3
    for needed in ("docs/README.md", "docs/tutorial/", "CONTRIBUTING.md", "DECISIONS.md", "CHANGELOG.md", "Python 3.11 to 3.14"):
        assert needed in text


@pytest.mark.parametrize("path", pages.by_hand(), ids=name)
def test_no_page_uses_words_that_only_we_understand(path: Path) -> None:
    text = re.sub(r"`[^`]*`", "", CODE.sub("", path.read_text("utf-8"))).lower()
    assert [word for word in PRIVATE_WORDS if word in text] == []


def test_the_makefile_has_the_targets_that_are_promised() -> None:
    assert pages.makefile_targets() >= {"serve", "test", "check", "bench", "docs"}


# ------------------------------------------------------------------------------------------------------------ the mechanism


def test_a_page_that_shows_other_output_than_the_command_prints_is_noticed(shipped_built: Path, tmp_path: Path) -> None:
    text = '```console\n$ kb query "SELECT 1 AS number"\nnumber\n2\n```'
    made = pages.acted_on(text, Terminal("a page", tmp_path, shipped_built))
    assert made != text
    assert "\n2\n" not in made


def test_a_command_that_fails_where_the_page_says_nothing_of_it_is_an_error(shipped_built: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongExitError, match="instead of 0"):
        pages.acted_on("```console\n$ kb show ast-nowhere\n```", Terminal("a page", tmp_path, shipped_built))


@pytest.mark.parametrize("line", ["kb nonsense", "make nonsense", "kb serve --nonsense"])
def test_a_line_shown_without_output_must_be_a_call_that_exists(line: str, shipped_built: Path, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="nonsense"):
        pages.acted_on(f"```sh\n{line}\n```", Terminal("a page", tmp_path, shipped_built))


def test_the_id_of_a_run_stays_the_same_on_the_page_and_works_in_a_later_command(shipped_built: Path, tmp_path: Path) -> None:
    text = "```console\n$ kb correct lyle-goldstein description=Scholar --reason clearer\n```"
    shown = [
        pages.acted_on(text, Terminal("a page", tmp_path / place, shipped_built))
        for place in ("a", "b")
        if (tmp_path / place).mkdir() is None
    ]
    assert shown[0] == shown[1]
    run_id = re.search(r"run-\w+", shown[0])
    assert run_id
    both = text + f"\n```console\n$ kb undo {run_id[0]} --reason mistaken\n```"
    (tmp_path / "c").mkdir()
    assert pages.acted_on(both, Terminal("a page", tmp_path / "c", shipped_built)).count("run-") == 3


def test_a_time_that_a_table_folds_is_noticed_at_once(shipped_built: Path, tmp_path: Path) -> None:
    terminal = Terminal("a page", tmp_path, shipped_built)
    with pytest.raises(AssertionError, match="folded over two lines"):
        terminal.shown(f"{datetime.datetime.now(datetime.UTC):%Y-\n%m-%dT%H:%M:%S.000Z}\n")
    with pytest.raises(AssertionError, match="folded over two lines"):
        terminal.shown("run-\nabcdefgh2345\n")
