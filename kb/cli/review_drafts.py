"""What was typed for proposals at the terminal and not decided on yet, in a file beside the base, so that a lost session loses none of it."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

Typed = dict[str, dict[str, str]]  # by the id of the proposal, the fields that were typed
ENDING = "-drafts"  # of the file, after the name of the base


def file_of(base: Path) -> Path:
    """Return the file of drafts that belongs to a base."""
    return base.with_name(base.name + ENDING)


def read(base: Path) -> Typed:
    """Return the drafts of a base, none where there is no file or it cannot be read."""
    try:
        kept = json.loads(file_of(base).read_text(encoding="utf-8"))
        return {str(one): {str(name): str(value) for name, value in fields.items()} for one, fields in kept.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def write(base: Path, typed: Typed) -> None:
    """Keep the drafts of a base for its owner alone, or remove the file where there are none. A folder that cannot be written keeps none."""
    kept = {one: fields for one, fields in typed.items() if fields}
    with contextlib.suppress(OSError):
        if not kept:
            file_of(base).unlink(missing_ok=True)
            return
        new = file_of(base).with_name(file_of(base).name + ".new")
        new.write_text("", encoding="utf-8")
        new.chmod(0o600)
        new.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        new.replace(file_of(base))
