"""The lossy base, open, and a short way to export it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kb import api
from tests.exchange.presets.lossy import lossy

Exported = tuple[str, dict[str, Any]]


@pytest.fixture
def lossy_base(tiny_path: Path) -> Iterator[api.Base]:
    with api.open(lossy(tiny_path), readonly=True) as base:
        yield base


@pytest.fixture
def exported(lossy_base: api.Base) -> Callable[..., Exported]:
    """(text, loss report as JSON) of an export of the lossy base."""

    def export(preset: str, **selection: Any) -> Exported:
        stream = io.StringIO()
        loss = lossy_base.export_as(preset, stream, **selection)
        return stream.getvalue(), json.loads(json.dumps(loss.as_json()))

    return export
