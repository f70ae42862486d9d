"""References of reference managers become works without texts; ours come back as they went out."""

from __future__ import annotations

from pathlib import Path

import pytest

import kb.api
from kb.errors import DataError, UsageError
from kb.exchange.formats import registry
from kb.exchange.formats.quoted import REFERENCES
from tests.whole import kb as command
from tests.whole import rows, sound

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


PACKAGE = """
from kb.exchange.formats.quoted import REFERENCES, Format
from kb.exchange.formats.reference import Reference

def read(data):
    return [Reference(f"line {number}", title, title) for number, title in enumerate(data.decode().splitlines()[1:], 1)]

TITLES = Format("titles", "titles, one a line", lambda name, data: data.startswith(b"TITLES"), read, REFERENCES)
THEIRS = Format("bibtex", "theirs", lambda name, data: True, lambda data: 1 / 0, REFERENCES)
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package is installed that offers a format of references, and one with a name of ours."""
    place = tmp_path / "site"
    (place / "kb_titles-1.0.dist-info").mkdir(parents=True)
    (place / "kb_titles.py").write_text(PACKAGE)
    (place / "kb_titles-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: kb-titles\nVersion: 1.0\n")
    points = "[kb.formats]\ntitles = kb_titles:TITLES\nbibtex = kb_titles:THEIRS\n"
    (place / "kb_titles-1.0.dist-info" / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(str(place))


def test_an_installed_package_adds_a_format_of_references_and_ours_go_first(package: None, tiny_path: Path, tmp_path: Path) -> None:
    assert list(registry.formats(REFERENCES)) == ["ris", "csl", "bibtex", "titles"]
    assert "titles" not in registry.formats()
    assert [each.key for each in registry.read_references("refs.bib", b"@misc{one, title = {One}}")] == ["one"]
    (tmp_path / "list.txt").write_text("TITLES\nThe Wharf\nThe Quay\n")
    with kb.api.open(tiny_path) as base:
        assert base.import_references(tmp_path / "list.txt", by="a tester").new == ["the-wharf", "the-quay"]
        assert base.import_references(tmp_path / "list.txt", "titles", by="a tester").known == ["the-wharf", "the-quay"]
        with pytest.raises(UsageError, match="titles holds no annotations"):
            base.import_annotations(tmp_path / "list.txt", "titles")


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("refs.txt", b"quote,source\na,b\n", "holds no references"),
        ("refs.bib", b"% nothing here\n", "holds no reference"),
        ("refs.bib", "@misc{one, title = {Caf\u00e9}}".encode("latin-1"), "UTF-8"),
        ("refs.json", b"[]", "holds no references"),
        ("refs.json", b'{"title": ', "holds no references"),
    ],
)
def test_a_file_without_a_reference_is_told(name: str, data: bytes, what: str) -> None:
    with pytest.raises(DataError) as caught:
        registry.read_references(name, data)
    assert what in str(caught.value.what) + str(caught.value.remedy)


def test_what_a_work_has_no_place_for_is_told_and_a_day_is_as_exact_as_it_was(tiny_path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(
        "@article{a, title = {A}, journal = {J}, publisher = {P}, date = {2021}, volume = 7, issn = {1234-5678}, urldate = {2022-01-03}}"
    )
    (tmp_path / "b.json").write_text(
        '[{"id": "b", "type": "book", "title": "B", "issued": {"date-parts": [[1956]], "circa": true}, "collection-title": "Works"},'
        ' {"id": "c", "type": "book", "title": "C", "issued": {"raw": "1956-05"}},'
        ' {"id": "d", "type": "book", "title": "D", "issued": {"date-parts": [[1956]], "season": 2}}]'
    )
    (tmp_path / "c.ris").write_text(
        "TY  - BOOK\nTI  - E\nID  - e\nA2  - Roe, Ed\nED  - Poe, Al\nY1  - 1956/05//\nSN  - 1234-5678\nER  - \n"
    )
    with kb.api.open(tiny_path) as base:
        told = [base.import_references(tmp_path / name, by="a tester").notices for name in ("a.bib", "b.json", "c.ris")]
        assert told[0][0].startswith("entry a: what it says of publisher, volume, issn is left out")
        assert told[1][0].startswith("item 1: what it says of collection-title") and len(told[1]) == 1
        assert told[2][0].startswith("record 1: what it says of issn is left out")
        days = base.query("SELECT id, published, note FROM sources WHERE length(id) = 1 ORDER BY id")
        roles = base.query("SELECT actor_id, role FROM source_authors WHERE source_id = 'e' ORDER BY position")
        assert base.query("SELECT * FROM identifiers WHERE entity_id IN ('a', 'e')") == []
    assert [(row["id"], row["published"]) for row in days] == [
        ("a", "2021"),
        ("b", "1956~"),
        ("c", "1956-05"),
        ("d", "1956-22"),
        ("e", "1956-05"),
    ]
    assert days[0]["note"] == "Accessed 2022-01-03, as the reference says."
    assert [tuple(row.values()) for row in roles] == [("ed-roe", "editor"), ("al-poe", "editor")]


SOURCE = "@report{mill, title = {The {Mill}}, author = {Doe, Jane and {Harbour Office}}, editor = {Roe, Ed}, institution = {Mill Press},\n"
SOURCE += "  date = {DATE}, urldate = {2022-01-03}, doi = {10.1000/xyz}, url = {https://example.org/mill}, volume = 7}\n@misc{other, title = {Other}}\n"


def test_a_text_is_described_by_an_entry_and_options_go_first(tiny_path: Path, tmp_path: Path) -> None:
    refs, text = tmp_path / "refs.bib", tmp_path / "mill.txt"
    text.write_text("The mill is shut. It was sold.")
    refs.write_text(SOURCE.replace("DATE", "3/4/1956"))
    before = rows(tiny_path)
    for named, what in (
        (refs, "choose one by its key: mill, other"),
        (f"{refs}#mil", "did you mean mill"),
        (f"{refs}#mill", "write 1956-04-03 or 1956-03-04"),
    ):
        said = command("source", "add", text, "--reference", named, db=tiny_path)
        assert said.code == 1 and what in said.err and rows(tiny_path) == before
    said = command("source", "add", text, "--reference", f"{refs}#mill", "--published", "1956-04-03", "--kind", "book", db=tiny_path)
    assert said.code == 0 and "what it says of volume is left out" in said.err
    source = said.out.strip()
    with kb.api.open(tiny_path) as base:
        (row,) = base.query(f"SELECT title, kind, publisher_id, published, published_basis, url, note FROM sources WHERE id = '{source}'")
        people = base.query(f"SELECT actor_id, role FROM source_authors WHERE source_id = '{source}' ORDER BY position")
        assert base.query(f"SELECT scheme, value FROM identifiers WHERE entity_id = '{source}'") == [
            {"scheme": "doi", "value": "10.1000/xyz"}
        ]
    accessed = "Accessed 2022-01-03, as the reference says."
    assert tuple(row.values()) == ("The Mill", "book", "mill-press", "1956-04-03", "stated", "https://example.org/mill", accessed)
    assert [tuple(each.values()) for each in people] == [("jane-doe", "author"), ("harbour-office", "author"), ("ed-roe", "editor")]
    sound(tiny_path)


def test_an_article_is_described_by_an_entry_as_well(tiny_path: Path, tmp_path: Path) -> None:
    refs, text = tmp_path / "refs.bib", tmp_path / "mill.txt"
    text.write_text("The mill is shut. It was sold.")
    refs.write_text(SOURCE.replace("DATE", "1956-04"))
    said = command("propose", text, "--model", "none", "--reference", f"{refs}#mill", db=tiny_path)
    assert said.code == 0, said.err
    with kb.api.open(tiny_path) as base:
        shown = base.query(f"SELECT title, published, published_basis FROM sources WHERE id = '{said.out.strip()}'")
    assert [tuple(row.values()) for row in shown] == [("The Mill", "1956-04", "metadata")]
    for file, what in ((tmp_path, "instead of the folder"), ("harbour-gazette", "a source that is new")):
        said = command("propose", file, "--reference", refs, db=tiny_path)
        assert said.code == 2 and what in said.err
