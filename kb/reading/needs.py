"""Libraries that only some formats need, asked for when they are."""

from __future__ import annotations

import importlib
from types import ModuleType

from kb.errors import UsageError


def library(name: str, wanted_for: str) -> ModuleType:
    """The module of that name; UsageError with what to install when it is not there."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise UsageError(
            f"reading {wanted_for} needs the library {name.partition('.')[0]}, which is not installed",
            remedy="install it with: pip install 'source-tracking-kb[read]'",
        ) from error
