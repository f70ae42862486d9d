"""Import the optional libraries that only some formats need."""

from __future__ import annotations

import importlib
from types import ModuleType

from kb.errors import UsageError


def library(name: str, wanted_for: str) -> ModuleType:
    """Return the module of that name. Raises UsageError that says what to install where it is missing."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise UsageError(
            f"reading {wanted_for} needs the library {name.partition('.')[0]}, which is not installed",
            remedy="install it with: pip install 'source-tracking-kb[read]'",
        ) from error
