"""The fields of a fact and of a source are one list, and both faces and the library know each of them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click
import pytest

from kb.base import entries, fields
from kb.cli import add, create, review
from kb.facts import Fact, Voice
from kb.site.editing import forms
from tests.whole import kb, rows


def names(command: click.Command) -> set[str]:
    return {parameter.name or "" for parameter in command.params}


def test_a_field_of_a_fact_is_one_that_a_fact_has() -> None:
    assert set(fields.FACT) <= {field.name for field in dataclasses.fields(Fact)}
    assert set(fields.STANCE) < set(fields.VOICE) <= {field.name for field in dataclasses.fields(Voice)}
    assert set(fields.SOURCE) - {"source_id"} <= set(entries.KEYS["source"])


def test_the_command_and_the_form_offer_the_fields_of_the_list() -> None:
    assert {*fields.FACT, *fields.VOICE} <= names(add.add)
    assert set(forms.PLAIN) < set(fields.FACT)
    assert set(fields.SOURCE) <= names(create.source_add) & names(review.propose)


@pytest.mark.parametrize(("name", "given"), [("note", "seen in print"), ("published_basis", "external")])
@pytest.mark.thorough
def test_an_article_takes_every_field_of_a_source(name: str, given: str, empty_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("The bridge is late, the board said.\n", encoding="utf-8")
    option = "--" + name.replace("_", "-")
    said = kb("propose", file, "--title", "T", "--published", "1957", option, given, "--model", "none", db=empty_path)
    assert said.code == 0, said.err
    (source,) = rows(empty_path)["sources"]
    assert given in source
