"""The reference pages, each made from what it describes. A page is a function of the shipped base that returns the page's text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.docs.reference import (
    clients,
    commands,
    configuration,
    errors,
    files,
    http_api,
    licences,
    python_api,
    questions,
    rdf_terms,
    tables,
    views,
    words,
)
from tests.docs.terminal import ROOT

FOLDER = ROOT / "docs" / "reference"
PAGES: dict[str, Callable[[Path], str]] = {
    "clients.md": lambda _base: clients.page(),
    "commands.md": lambda _base: commands.page(),
    "configuration.md": lambda _base: configuration.page(),
    "errors.md": lambda _base: errors.page(),
    "files.md": lambda _base: files.page(),
    "http-api.md": http_api.page,
    "licences.md": lambda _base: licences.page(),
    "python.md": lambda _base: python_api.page(),
    "questions.md": questions.page,
    "rdf-terms.md": rdf_terms.page,
    "tables.md": lambda _base: tables.page(),
    "views.md": lambda _base: views.page(),
    "vocabulary.md": lambda _base: words.page(),
}
