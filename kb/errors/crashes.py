"""Failures of the program itself, told beside other errors where one piece of work among many must not stop the rest."""

from __future__ import annotations

import traceback
from pathlib import Path

from kb.errors import DataError, KbError


def note_place(error: Exception) -> None:
    """Note on an error where it was raised, for whoever gets it without its traceback, as from another process."""
    frames = traceback.extract_tb(error.__traceback__)
    if frames and not isinstance(error, KbError):
        error.add_note(f"{Path(*Path(frames[-1].filename).parts[-3:])}, line {frames[-1].lineno}")


def told(error: Exception) -> KbError:
    """Return an error to be told: itself where it is meant for people, else what failed in the program, and where."""
    if isinstance(error, KbError):
        return error
    if not getattr(error, "__notes__", ()):
        note_place(error)
    place = "; ".join(getattr(error, "__notes__", ()))
    what = f"this program failed on it: {type(error).__name__}: {error}" + (f" ({place})" if place else "")
    return DataError(what, remedy="report it, with the file if you may; the others are read")
