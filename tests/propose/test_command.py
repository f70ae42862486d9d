"""`python -m ingest propose`: one proposal a line, its keys a contract."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ingest.__main__ import main
from kb import propose
from kb.errors import DataError, UsageError
from kb.propose import parser as models
from kb.propose import precision

TEXT = "“We sold 40 boats in May 2019,” the clerk said.\n\nThe pilots believe that “the harbour” will close. It closed in 2020 after the storm.\n"
KEYS = [
    "start_char",
    "end_char",
    "quote",
    "speaker",
    "cue",
    "parent",
    "within",
    "kind",
    "act",
    "stance",
    "certainty",
    "rule",
    "confidence",
    "dates",
    "quantities",
    "mentions",
    "events",
    "notes",
    "statement",
]


def lines(*options: str, text: str = TEXT) -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, ["propose", "-", *options], input=text.encode())
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def printed() -> list[dict[str, Any]]:
    return lines()


def test_every_line_has_the_keys_of_the_contract_and_no_others(printed: list[dict[str, Any]]) -> None:
    assert printed
    assert all(list(line) == KEYS for line in printed)


def test_every_quote_is_what_stands_at_its_place(printed: list[dict[str, Any]]) -> None:
    for line in printed:
        assert TEXT[line["start_char"] : line["end_char"]] == line["quote"]
        for part in (line["speaker"], line["cue"], *line["dates"], *line["quantities"], *line["mentions"]):
            assert part is None or TEXT[part["start_char"] : part["end_char"]] == part["text"]


def test_a_parent_is_an_earlier_line(printed: list[dict[str, Any]]) -> None:
    assert all(line["parent"] is None or 0 <= line["parent"] < number for number, line in enumerate(printed))


def test_a_content_has_one_statement_and_further_ones_stand_within_it() -> None:
    text = "The mayor denied that Ada Holm, who resigned in May, had taken the money. The clerk did not sign the order."
    rows = lines(text=text)
    told = [(row["quote"], row["statement"]["claim"], row["within"]) for row in rows]
    assert told == [
        ("that Ada Holm, who resigned in May, had taken the money", "Ada Holm had taken the money", None),
        ("Ada Holm, who resigned in May", "Ada Holm resigned in May", 0),
        ("The clerk did not sign the order.", "The clerk signed the order", None),
    ]
    assert all(row["speaker"] is None and row["cue"] is None for row in rows if row["within"] is not None)


def test_a_negation_stands_once_in_the_stance_or_in_the_statement() -> None:
    text = "The mayor denied that the pier was sold. The clerk did not sign the order. It is not clear whether the ship sank."
    rows = lines(text=text)
    assert [row["stance"] for row in rows][:2] == ["denies", "denies"]
    assert not any(row["stance"] == "denies" and row["statement"]["negated"] for row in rows if row["statement"])


def test_the_speaker_and_what_lies_in_the_words_are_told(printed: list[dict[str, Any]]) -> None:
    first = printed[0]
    assert first["speaker"]["text"] == "the clerk"
    assert [date["edtf"] for date in first["dates"]] == ["2019-05"]
    assert [quantity["value"] for quantity in first["quantities"]] == ["40"]


def test_words_of_the_vocabulary_are_used(printed: list[dict[str, Any]]) -> None:
    for line in printed:
        assert line["kind"] in {"factual", "evaluation", "causal", "prediction", "plan", "conditional", "norm", "question", "definition"}
        assert line["stance"] in {"affirms", "denies", "uncommitted"}
        assert line["certainty"] in {"certain", "probable", "possible", "uncommitted"}
        assert 0 < line["confidence"] <= 1


def test_a_file_is_read_like_standard_input_its_mark_of_byte_order_left_out(tmp_path: Path, printed: list[dict[str, Any]]) -> None:
    (tmp_path / "text.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    result = CliRunner().invoke(main, ["propose", str(tmp_path / "text.txt"), "--format", "jsonl"])
    assert [json.loads(line) for line in result.stdout.splitlines()] == printed


def test_without_a_model_it_says_so_and_prints_the_same_keys() -> None:
    result = CliRunner().invoke(main, ["propose", "-", "--model", "none"], input=TEXT.encode())
    assert "without an English model" in result.stderr
    assert all(list(json.loads(line)) == KEYS for line in result.stdout.splitlines())


def test_an_empty_text_prints_nothing() -> None:
    assert lines(text="") == []


@pytest.mark.parametrize(("name", "data", "told"), [("missing.txt", None, "no such file"), ("latin.txt", b"caf\xe9", "not UTF-8")])
def test_what_cannot_be_read_is_refused_with_nothing_printed(tmp_path: Path, name: str, data: bytes | None, told: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = CliRunner().invoke(main, ["propose", str(tmp_path / name)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr and "remedy" in result.stderr


def test_an_unknown_model_is_refused() -> None:
    result = CliRunner().invoke(main, ["propose", "-", "--model", "en_no_such_model"], input=b"It rained.")
    assert result.exit_code == UsageError.exit_code
    assert "en_no_such_model" in result.stderr


def test_ids_depend_on_the_text_and_the_places_alone() -> None:
    once, again, other = (propose.propose(text, model=models.NONE) for text in (TEXT, TEXT, TEXT + " It rained."))
    assert [one.id for one in once] == [one.id for one in again]
    assert len({one.id for one in once}) == len(once)
    assert not {one.id for one in once} & {one.id for one in other}
    assert all(one.id.startswith("prp-") for one in once)


def test_a_rule_with_few_cases_gets_the_pooled_figure() -> None:
    few = next((rule for rule, row in precision.table().items() if rule and row.cases < precision.FEW), "a rule never measured")
    assert precision.of_rule(few).precision == precision.table()[""].precision
    assert precision.of_rule(few).pooled and not precision.of_rule(few).narrow


def test_a_model_whose_files_were_changed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en_tampered").mkdir()
    (tmp_path / "en_tampered" / "__init__.py").write_bytes(b"")
    (tmp_path / "en_tampered" / "weights").write_bytes(b"other")
    record = {"package": "en-tampered", "version": "1", "data": "", "files": {"weights": hashlib.sha256(b"recorded").hexdigest()}}
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(models, "recorded", lambda: {"en_tampered": record})
    with pytest.raises(DataError, match="not the file that was recorded"):
        models.checked("en_tampered")
    (tmp_path / "en_tampered" / "weights").write_bytes(b"recorded")
    assert models.checked("en_tampered") == tmp_path / "en_tampered"
