"""References of reference managers become works without texts; ours come back as they went out."""

from __future__ import annotations

from pathlib import Path

import pytest

import kb.api
from tests.whole import kb as command
from tests.whole import sound

BIBTEX = r"""@techreport{mill-2021, title = {The {Mill} \& the Fl{\"o}\ss}, author = {Doe, Jane and {Harbour Office}}, institution = {Mill Press},
  year = 2021, month = may, doi = {https://doi.org/10.1000/xyz_1}, url = {https://example.org/a_b%20c}}
@misc{no-title, year = 2020}
"""
RIS = "TY  - NEWS\nID  - wire-1\nTI  - A wire\nAU  - Doe, Jane\nDA  - 1956/05/03/\nT2  - Radio One\nER  - \n"
CSL = '[{"id": "http://zotero.org/x/1", "type": "book", "title": "A book", "author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [[1956, 5]]}}]'
SHOWN = "SELECT id, title, kind, published, published_basis, url FROM sources WHERE id NOT IN ('harbour-gazette', 'port-bulletin', 'radio-one-broadcast') ORDER BY id"


def test_each_format_becomes_works_and_again_nothing(tiny_path: Path, tmp_path: Path) -> None:
    files = []
    for name, words in (("refs.bib", BIBTEX), ("refs.ris", RIS), ("refs.json", CSL)):
        files.append(tmp_path / name)
        files[-1].write_text(words)
    said = [command("import", file, "--as", "references", db=tiny_path) for file in files]
    assert [each.code for each in said] == [3, 0, 0]
    assert "entry no-title" in said[0].err and "has no title" in said[0].err
    assert said[0].out == "1 new works, 0 that were there already, 1 failed\n"
    with kb.api.open(tiny_path) as base:
        assert [tuple(row.values()) for row in base.query(SHOWN)] == [
            ("http-zotero-org-x-1", "A book", "book", "1956-05", "metadata", None),
            ("mill-2021", "The Mill & the Flöß", "report", "2021-05", "metadata", "https://example.org/a_b%20c"),
            ("wire-1", "A wire", "news", "1956-05-03", "metadata", None),
        ]
        authors = base.query(
            "SELECT source_id, actor_id FROM source_authors WHERE source_id IN ('mill-2021', 'wire-1') ORDER BY source_id, position"
        )
        assert [tuple(row.values()) for row in authors] == [
            ("mill-2021", "jane-doe"),
            ("mill-2021", "harbour-office"),
            ("wire-1", "jane-doe"),
        ]
        assert base.query("SELECT value FROM identifiers WHERE entity_id = 'mill-2021'") == [{"value": "10.1000/xyz_1"}]
        publishers = base.query("SELECT publisher_id FROM sources WHERE id = 'wire-1'")
        assert publishers == [{"publisher_id": "radio-one"}]
        assert base.import_references(files[1], by="a tester").known == ["wire-1"]
    sound(tiny_path)


@pytest.mark.parametrize("preset", ["bibtex", "ris", "csl"])
def test_what_we_export_is_known_again(tiny_path: Path, tmp_path: Path, preset: str) -> None:
    file = tmp_path / f"works.{'ris' if preset == 'ris' else preset}"
    with kb.api.open(tiny_path) as base:
        base.export_as(preset, file)
        done = base.import_references(file, by="a tester", dry_run=True)
    assert (done.new, done.failed) == ([], []) and sorted(done.known) == ["harbour-gazette", "port-bulletin", "radio-one-broadcast"]
