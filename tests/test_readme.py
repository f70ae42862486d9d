"""What README.md shows is what happens: each command is run again, each list made again, each file it names is there."""

from __future__ import annotations

import re
from pathlib import Path

from kb.site import routes
from tests import readme


def test_every_command_of_the_readme_runs_and_prints_what_it_shows(shipped_built: Path) -> None:
    shown = readme.README.read_text("utf-8")
    assert readme.with_answers(shown, shipped_built) == shown, "write it anew with: python -m tests.readme"


def test_the_lists_in_the_readme_are_those_of_the_code(shipped_built: Path) -> None:
    shown = readme.README.read_text("utf-8")
    assert readme.with_generated(shown, shipped_built) == shown, "write it anew with: python -m tests.readme"


def test_the_commands_that_are_shown_without_output_run(shipped_built: Path, tmp_path: Path) -> None:
    readme.workplace(tmp_path, shipped_built)
    blocks = re.findall(r"```sh\n(.*?)```", readme.README.read_text("utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith(".venv/bin/kb ")]
    assert len(lines) >= 4
    for line in lines:
        readme.run(line, tmp_path)
    assert (tmp_path / "kb.nq").stat().st_size > 100_000


def test_the_python_of_the_readme_runs(shipped_built: Path, tmp_path: Path) -> None:
    readme.workplace(tmp_path, shipped_built)
    (code,) = re.findall(r"```python\n(.*?)```", readme.README.read_text("utf-8"), re.DOTALL)
    (tmp_path / "example.py").write_text(code + "\nprint(len(dataset))\n", encoding="utf-8")
    printed = readme.run(f"PYTHONPATH={readme.ROOT} {readme.sys.executable} example.py", tmp_path)
    assert "Lyle Goldstein denies" in printed
    assert int(printed.split()[-1]) > 1000


def test_every_link_in_the_documents_leads_to_a_file() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "DECISIONS.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", (readme.ROOT / document).read_text("utf-8")):
            assert (readme.ROOT / target).exists(), f"{document} links to {target}"


def test_every_page_of_the_site_that_the_readme_lists_has_a_route() -> None:
    listed = re.findall(r"^\| (`/[^|]*) \|", readme.README.read_text("utf-8"), re.MULTILINE)
    paths = [path for cell in listed for path in re.findall(r"`(/[^`]*)`", cell)]
    patterns = [route.pattern for route in routes.ROUTES]
    assert len(paths) > 12
    for path in paths:
        assert path == "/kb" or any(re.match(pattern, path) for pattern in patterns), f"{path} is answered by no page of the site"


def test_the_makefile_has_the_targets_that_are_promised() -> None:
    makefile = (readme.ROOT / "Makefile").read_text("utf-8")
    for target in ("serve", "test", "check", "bench"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
