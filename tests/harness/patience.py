"""How long a test waits for what is promised within some seconds."""

from __future__ import annotations

import os

PATIENCE = float(os.environ.get("KB_PATIENCE", "12"))


def within(seconds: float) -> float:
    """Return the seconds after which a test calls a promise of `seconds` broken.

    The promise is made for an idle machine. Tests run beside others, and must not fail by what else the machine does: they wait twelve
    times as long. `KB_PATIENCE=1` holds an idle machine to the promise itself.
    """
    return seconds * PATIENCE
