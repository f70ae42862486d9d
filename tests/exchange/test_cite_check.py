"""What a text cites, and what has changed of it since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kb.api
from kb.exchange.cited import cited
from tests.harness.edits import CLAIM, NUMBER, relate
from tests.whole import done, rows
from tests.whole import kb as command

TEXT = r"""
See <http://localhost:8001/id/clm-one> (accessed 1 May 2026) and https://kb.example.org/base/claim/clm-two?x=1.
Also clm-three, not my-clm-four; \parencite[12]{asia-times-2025, epoch-times-2021}; [see @asia-times-2025, p. 3; @x].
[1]: https://example.org/source/some-book#part "Accessed: 2026-06-02"
"""
BIBLIOGRAPHY = """@article{harbour-gazette,
  title = {{Harbour}}, urldate = {2026-02-03}, permalink = {http://localhost:8001/id/harbour-gazette}
}
@misc{port-bulletin, title = {B}}
"""


def test_what_a_text_cites_is_found_with_its_line_and_day() -> None:
    assert [(one.row_id, one.line, one.accessed) for one in cited(TEXT)] == [
        ("clm-one", 2, "2026-05-01"),
        ("clm-two", 2, "2026-05-01"),
        ("clm-three", 3, None),
        ("asia-times-2025", 3, None),
        ("epoch-times-2021", 3, None),
        ("x", 3, None),
        ("some-book", 4, "2026-06-02"),
    ]
    found = {(one.row_id, one.accessed) for one in cited(BIBLIOGRAPHY)}
    assert found == {("harbour-gazette", "2026-02-03"), ("port-bulletin", None)}


def test_what_changed_since_is_told_with_the_difference(tiny_path: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(f"The ferry [@harbour-gazette] is too small ({CLAIM}), https://example.org/claim/{NUMBER}; clm-nothing-such.\n")
    said = command("cite-check", article, db=tiny_path)
    assert (said.code, said.out) == (0, "") and "0 of 3 citations changed" in said.err and "clm-nothing-such is no row" in said.err
    done("correct", CLAIM, "kind=factual", "--reason", "as printed", db=tiny_path)
    done("retract", NUMBER, "--reason", "misread", db=tiny_path)
    done("correct", "harbour-gazette", "title=The Harbour Gazette of May", "--reason", "its head", db=tiny_path)
    before = rows(tiny_path)
    said = command("cite-check", article, db=tiny_path)
    assert said.code == 1 and "3 of 3 citations changed" in said.err
    assert "corrected by Tester: kind: 'evaluation' -> 'factual' (as printed)" in said.out
    assert "retracted by Tester" in said.out and "The Harbour Gazette of May" in said.out
    assert rows(tiny_path) == before
    assert command("cite-check", article, "--since", "2999-01-01", db=tiny_path).code == 0
    told = json.loads(command("cite-check", article, "--json", db=tiny_path).out)
    assert [sorted({change["kind"] for change in each["changes"]}) for each in told] == [["corrected"], ["corrected"], ["retracted"]]


def test_the_bibliography_says_when_a_key_was_looked_at(tiny_path: Path, tmp_path: Path) -> None:
    text, old, new = (tmp_path / name for name in ("paper.tex", "old.bib", "new.bib"))
    text.write_text(r"It says \autocite{harbour-gazette}.")
    old.write_text(BIBLIOGRAPHY)
    new.write_text(BIBLIOGRAPHY.replace("2026-02-03", "2999-01-01"))
    done("correct", "harbour-gazette", "title=The Gazette", "--reason", "its head", db=tiny_path)
    assert "2 of 3" in command("cite-check", text, old, db=tiny_path).err
    assert "0 of 3" in command("cite-check", text, new, db=tiny_path).err


@pytest.mark.parametrize("change", ["review", "update", "merge"])
def test_a_review_is_no_change_and_a_later_claim_is_one(tiny_path: Path, change: str) -> None:
    if change == "review":
        done("review", CLAIM, "--verdict", "carries", "--by", "Nora", db=tiny_path)
    elif change == "update":
        relate(tiny_path, NUMBER, CLAIM, "updates")
    else:
        done("merge", "clm-captains-are-asked", CLAIM, "--reason", "the same", db=tiny_path)
    with kb.api.open(tiny_path) as base:
        report = base.cite_check([("a.md", f"{CLAIM} clm-captains-are-asked")])
    kinds = {each.row_id: {one.kind for one in each.changes} for each in report.changed}
    assert kinds == {"review": {}, "update": {CLAIM: {"updated"}}, "merge": kinds}[change]
    assert change != "merge" or "merged" in kinds["clm-captains-are-asked"]
