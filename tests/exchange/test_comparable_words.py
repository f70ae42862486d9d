"""relations.comparable holds several words: whoever writes them, the base keeps them sorted, and every export brings them back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb import api
from kb.errors import DataError
from tests.harness.edits import get
from tests.whole import done, kb, rows, sound

CLAIMS = {
    "from": "ferry-too-small",
    "to": "captains-are-asked",
    "relation": "qualifies",
    "rationale": "One is of a boat, the other of people.",
}
SORTED = "different-definition different-scope same-time"
RELATION = "SELECT comparable FROM relations WHERE from_claim_id = 'clm-ferry-too-small' AND relation = 'qualifies'"


def imported(path: Path, folder: Path, comparable: object) -> Path:
    """The base at `path`, into which a relation with these words was imported."""
    file = folder / "relation.jsonl"
    file.write_text(json.dumps({"type": "relation", **CLAIMS, "comparable": comparable}) + "\n", encoding="utf-8")
    done("import", file, db=path)
    return path


@pytest.mark.parametrize(
    "given",
    [
        ["same-time", "different-scope", "different-definition"],
        "same-time different-scope different-definition",
        "  different-scope\tdifferent-definition  same-time different-scope ",
    ],
)
def test_words_in_a_list_or_separated_by_blanks_are_kept_sorted(tiny_path: Path, tmp_path: Path, given: object) -> None:
    assert get(imported(tiny_path, tmp_path, given), RELATION) == SORTED


@pytest.mark.parametrize("given", [[], "", "  "])
def test_no_words_are_none(tiny_path: Path, tmp_path: Path, given: object) -> None:
    assert get(imported(tiny_path, tmp_path, given), RELATION) is None


def test_toml_takes_a_list(tiny_path: Path, tmp_path: Path) -> None:
    lines = [f"{key} = {json.dumps(value)}" for key, value in {**CLAIMS, "comparable": ["same-time", "different-scope"]}.items()]
    (tmp_path / "f.toml").write_text("[[relation]]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    done("import", tmp_path / "f.toml", db=tiny_path)
    assert get(tiny_path, RELATION) == "different-scope same-time"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["same-time", "different-scpoe"], ("comparable", "'different-scpoe' is not a word of relations.comparable", "different-scope")),
        ({"time": "same"}, ("comparable should be a list of texts, or texts separated by blanks",)),
        ([1], ("comparable should be a list of texts, or texts separated by blanks",)),
    ],
)
def test_other_words_are_refused_with_their_place_and_a_remedy(
    tiny_path: Path, tmp_path: Path, given: object, words: tuple[str, ...]
) -> None:
    before = rows(tiny_path)
    file = tmp_path / "relation.jsonl"
    file.write_text(json.dumps({"type": "relation", **CLAIMS, "comparable": given}) + "\n", encoding="utf-8")
    refused = kb("import", file, db=tiny_path)
    assert refused.code == 1 and [word for word in words if word not in refused.err] == []
    assert rows(tiny_path) == before


def test_a_correction_sorts_them_too(tiny_path: Path, tmp_path: Path) -> None:
    imported(tiny_path, tmp_path, "same-time")
    with api.open(tiny_path) as base:
        relation = base.connection.execute(RELATION.replace("comparable", "id", 1)).fetchone()[0]
        base.correct(relation, "looked again", comparable="same-time different-scope")
        assert base.connection.execute(RELATION).fetchone() == ("different-scope same-time",)
        with pytest.raises(DataError, match="'different' is not a word") as refused:
            base.correct(relation, "looked again", comparable="different scope")
        assert refused.value.where == "comparable"
        base.correct(relation, "cannot be told", comparable="")
        assert base.connection.execute(RELATION).fetchone() == (None,)


@pytest.mark.parametrize("format_", ["nq", "trig", "nt", "ttl", "jsonld", "rdf"])
@pytest.mark.thorough
def test_each_word_is_a_triple_and_all_come_back(tiny_path: Path, tmp_path: Path, format_: str) -> None:
    imported(tiny_path, tmp_path, SORTED)
    file, other = tmp_path / f"base.{format_}", tmp_path / "other.db"
    done("export", format_, "-o", file, db=tiny_path)
    if format_ == "nt":
        told = [line.split()[2] for line in file.read_text("utf-8").splitlines() if "ns#comparable>" in line and "qualifies" not in line]
        assert {f"<https://w3id.org/source-tracking-kb/ns#relations.comparable_{word}>" for word in SORTED.split()} <= set(told)
    done("init", other)
    done("import", file, db=other)
    assert get(other, RELATION) == SORTED
    assert rows(other)["relations"] == rows(tiny_path)["relations"]
    sound(other)


def test_a_dump_loads_again_with_all_words(tiny_path: Path, tmp_path: Path) -> None:
    imported(tiny_path, tmp_path, SORTED)
    other = tmp_path / "other.db"
    done("dump", tmp_path / "dump", db=tiny_path)
    done("init", other)
    done("load", tmp_path / "dump", db=other)
    assert get(other, RELATION) == SORTED
