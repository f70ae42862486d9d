"""Setting up: what the documents promise is what `make installs`, `make versions` and continuous integration try."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import settings

from tests import installs, versions

PROJECT = tomllib.loads((installs.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MAKEFILE = (installs.ROOT / "Makefile").read_text("utf-8")


def test_every_install_line_of_a_document_is_tried() -> None:
    tried = installs.lines()
    assert (".",) in tried
    for document in [*installs.ROOT.glob("*.md"), *(installs.ROOT / "docs").rglob("*.md")]:
        for command in re.findall(r"\bpip install [^`\n]*", document.read_text("utf-8")):
            line = installs.LINE.match(command)
            assert line and tuple(installs.shlex.split(line[1])) in tried, f"{document.name}: {command}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("run `pip install -c constraints.txt -e '.[read,nlp]'` there", ("-c", "constraints.txt", "-e", ".[read,nlp]")),
        ("`.venv/bin/python -m pip install .`, or", (".",)),
        ("pip install llm, then set it up", ("llm",)),
        ("install it with: pip install 'source-tracking-kb[read]'", ("source-tracking-kb[read]",)),
    ],
)
def test_an_install_line_ends_where_its_arguments_end(text: str, line: tuple[str, ...]) -> None:
    found = installs.LINE.search(text)
    assert found and tuple(installs.shlex.split(found[1])) == line


def test_a_wheel_takes_the_place_of_the_checkout() -> None:
    assert installs.for_wheel(("-e", ".[read]"), Path("/w/kb.whl")) == ("/w/kb.whl[read]",)
    assert installs.for_wheel((".",), Path("/w/kb.whl")) == ("/w/kb.whl",)
    assert not installs.names_checkout(("source-tracking-kb[read]",))


def test_the_versions_that_are_tested_are_those_promised() -> None:
    promised = versions.promised()
    assert PROJECT["requires-python"] == f">={promised[0]}"
    readme = (installs.ROOT / "README.md").read_text("utf-8")
    assert f"Python {promised[0]} to {promised[-1]}" in readme
    for file in versions.QUICK:
        assert (installs.ROOT / file).exists()


def test_an_interpreter_that_does_not_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert versions.version_of("/nowhere/python3.12") is None
    monkeypatch.setenv("PYTHONS", "/nowhere/python3.12")
    with pytest.raises(SystemExit, match=r"/nowhere/python3\.12, which does not run"):
        versions.interpreters()


def test_what_continuous_integration_makes_is_there_to_make() -> None:
    steps = re.findall(
        r"^(?:step|told) (?:timeout \d+ |env \S+ )?make ([a-z-]+)(?: (?:\|\||#) .*)?$",
        (installs.ROOT / ".ci" / "run").read_text("utf-8"),
        re.MULTILINE,
    )
    assert {"test", "versions", "installs", "explore", "lint"} <= set(steps)
    for step in steps:
        assert re.search(rf"^{step}:", MAKEFILE, re.MULTILINE)


def test_the_tests_are_set_up_with_every_extra_they_use() -> None:
    """In one call of pip; the browser and a language model are of their own."""
    recipe = MAKEFILE.partition("\n$(VENV)/test:")[2].partition("\n\n")[0]
    assert "--editable '.[test,read,nlp]'" in recipe
    assert set(PROJECT["optional-dependencies"]) == {
        "test",
        "read",
        "nlp",
        "browser",
        "check",
        "llm",
        "mcp",
        "sheets",
        "parquet",
        "references",
        "cluster",
    }


def test_examples_are_drawn_alike_in_every_run_unless_a_search_is_asked_for() -> None:
    assert settings.get_profile("repeatable").derandomize
    assert not settings.get_profile("explore").derandomize
    assert settings.get_profile("repeatable").database is None
