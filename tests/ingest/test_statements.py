"""python -m ingest statements: what is printed of each clause, as other programs read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.__main__ import main
from kb.propose import parser as models

TEXT = "﻿The harbour board closed the old pier in March.\r\n\r\n  Its clerk, Ada Holm, did not sign the order. Boats left.\n"
KEYS = ("subject", "relation", "object", "arguments", "predicate_id", "negated", "kind", "certainty", "condition", "claim", "event")


def printed(tmp_path: Path, *options: str) -> Result:
    file = tmp_path / "text.txt"
    file.write_bytes(TEXT.encode())
    return CliRunner().invoke(main, ["statements", str(file), *options])


@pytest.fixture(autouse=True)
def with_a_model() -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")


def test_columns_are_sentence_confidence_relation_and_arguments(tmp_path: Path) -> None:
    rows = [line.split("\t") for line in printed(tmp_path, "--format", "tsv").output.splitlines()]
    assert ["The harbour board closed the old pier in March.", "closed", "The harbour board", "the old pier", "in March"] in [
        [row[0], *row[2:]] for row in rows
    ]
    assert all(0 < float(row[1]) <= 1 for row in rows)


def test_a_line_of_json_has_the_keys_of_the_contract_and_the_offsets_of_the_text(tmp_path: Path) -> None:
    text = TEXT.removeprefix("﻿")
    lines = [json.loads(line) for line in printed(tmp_path).output.splitlines()]
    assert lines
    for line in lines:
        assert set(KEYS) <= set(line)
        for part in (line["subject"], line["object"], *line["arguments"]):
            if part is not None and part["start_char"] is not None:
                assert text[part["start_char"] : part["end_char"]] == part["text"]
                assert {"resolved", "entity_id"} <= set(part)


def test_each_line_is_one_sentence_printed_back_as_it_stands(tmp_path: Path) -> None:
    rows = [line.split("\t") for line in printed(tmp_path, "--format", "tsv", "--lines").output.splitlines()]
    assert {row[0] for row in rows} == {
        "The harbour board closed the old pier in March.",
        "  Its clerk, Ada Holm, did not sign the order. Boats left.",
    }


def test_without_a_model_nothing_is_printed_but_the_remedy(tmp_path: Path) -> None:
    result = printed(tmp_path, "--model", "none")
    assert result.exit_code == 2
    assert "pip install" in result.output


def test_a_text_in_another_language_is_refused_and_nothing_is_printed(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(
        "Der Hafen ist für die Boote nicht offen, und die Stadt hat ihn auch nicht mit dem Geld von der Bank gebaut. " * 3, "utf-8"
    )
    result = CliRunner().invoke(main, ["statements", str(file)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "German" in result.stderr
