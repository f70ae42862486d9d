"""Public editions that sites left behind because they were killed: told and deleted when the next site starts."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from kb.base.upgrade import is_running

PREFIX = "kb-public-"  # of the folder of an edition; the number of its process follows


def remove_left() -> list[str]:
    """Delete the folders of editions whose processes were killed, and return a line for each. Those of other accounts stay."""
    lines = []
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*")):
        number = folder.name.removeprefix(PREFIX).partition("-")[0]
        if number.isdigit() and not is_running(int(number)) and folder.stat().st_uid == os.getuid():
            shutil.rmtree(folder, ignore_errors=True)
            lines.append(f"deleted {folder}, the public edition of a site that was killed")
    return lines
