"""Run in the environment `morph`: an R2RML document over an SQLite database, by morph-kgc; writes the N-Quads it makes to a file."""

import subprocess
import sys
import tempfile
from pathlib import Path


def main(mapping: str, database: str, made: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.ini"
        config.write_text(
            f"[CONFIGURATION]\noutput_format=N-QUADS\noutput_file={made}\n[base]\nmappings={mapping}\ndb_url=sqlite:///{database}\n"
        )
        subprocess.run([sys.executable, "-m", "morph_kgc", str(config)], check=True, cwd=folder)


main(*sys.argv[1:])
