"""`make installs`: every install line of the documents and of error messages, in empty environments with the pip of Python 3.11.

A line that names the checkout (`.`, `-e '.[read]'`) runs in a copy of it, and once more with the wheel in its place. One that names a
package, as the remedies of errors do, runs where the wheel is installed. Afterwards the command must read an article.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIP = "23.2.1"  # what Python 3.11 and 3.12 bring
ARGUMENT = r"(?:--?[a-z][\w-]*|'[^'\n]+'|[\w./\[\]-]*[\w\]]|\.)"
LINE = re.compile(rf"\bpip install((?: {ARGUMENT})+)")
CHECKOUT = re.compile(r"\.(\[.*\])?")
STORY = "The mayor said on Monday that the bridge is safe and that it will be opened again soon. " * 6
PAGE = f"<html><body><article><h1>The bridge</h1><p>{STORY}</p></article></body></html>"


def lines() -> list[tuple[str, ...]]:
    """The arguments after `pip install`, each set of them once."""
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    sources = [path for folder in ("kb", "ingest") for path in (ROOT / folder).rglob("*.py")]
    found = {tuple(shlex.split(match[1])) for path in documents + sources for match in LINE.finditer(path.read_text("utf-8"))}
    return sorted(found)


def names_checkout(line: tuple[str, ...]) -> bool:
    """Whether the line installs the checkout or reads a list of requirements in it."""
    return lists_requirements(line) or any(CHECKOUT.fullmatch(argument) for argument in line)


def lists_requirements(line: tuple[str, ...]) -> bool:
    """Whether the line installs what a file lists, which is everything but the program itself."""
    return "-r" in line


def for_wheel(line: tuple[str, ...], wheel: Path) -> tuple[str, ...]:
    """The line with the wheel in place of the checkout."""
    return tuple(
        CHECKOUT.sub(rf"{wheel}\1", word) if CHECKOUT.fullmatch(word) else word for word in line if word not in ("-e", "--editable")
    )


def copy_of_checkout(to: Path) -> Path:
    """The files that git knows or would add, as they stand now."""
    listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to / name)
    return to


class Environment:
    """An empty virtual environment with the old pip."""

    def __init__(self, place: Path) -> None:
        venv.create(place, clear=True, with_pip=True)
        self.python = str(place / "bin" / "python")
        self.place = place
        if PIP not in self.run("-m", "pip", "--version"):
            self.pip("install", f"pip=={PIP}")

    def run(self, *arguments: str, folder: Path | None = None) -> str:
        """What Python prints, in a folder that is not the checkout; SystemExit with its words where it fails."""
        clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "KB_DB", "PIP_CONSTRAINT")}
        clean["PIP_NO_COMPILE"] = "1"  # what is never imported here need not be compiled
        done = subprocess.run([self.python, *arguments], cwd=folder or self.place, env=clean, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"failed: python {shlex.join(arguments)}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
        return done.stdout + done.stderr

    def pip(self, *arguments: str, folder: Path | None = None) -> None:
        self.run("-m", "pip", "--disable-pip-version-check", *arguments, folder=folder)

    def reads(self, extras: str) -> None:
        """Propose what an article says: a page where the extra `read` is installed, by the parser where `nlp` is."""
        article = self.place / ("article.html" if "read" in extras else "article.txt")
        article.write_text(PAGE if "read" in extras else f"The bridge\n\n{STORY}\n", encoding="utf-8")
        self.run("-m", "kb", "init", "own.db")
        told = self.run("-m", "kb", "--db", "own.db", "propose", article.name)
        tier = "parser" if "nlp" in extras else "rules"
        if f"by the tier “{tier}”" not in told:
            raise SystemExit(f"failed: not read by the tier “{tier}”\n{told}")


def try_line(place: Path, line: tuple[str, ...], checkout: Path, wheel: Path) -> None:
    """Install by the line alone, then read an article; a line that lists requirements gets the program beside them."""
    began = time.monotonic()
    environment = Environment(place)
    environment.pip("install", *line, folder=checkout)
    if lists_requirements(line):
        environment.pip("install", "--no-deps", str(wheel))
        environment.reads("[read,nlp]")
    else:
        environment.reads(next((word.rpartition("[")[2] for word in line if "[" in word), ""))
    shutil.rmtree(place)
    print(f"{time.monotonic() - began:5.0f} s  pip install {shlex.join(line)}", flush=True)


def try_names(place: Path, wheel: Path, named: list[tuple[str, ...]]) -> None:
    """The lines that name packages, one after another where the wheel is installed."""
    environment = Environment(place)
    environment.pip("install", str(wheel))
    for line in named:
        began = time.monotonic()
        environment.pip("install", *line)
        print(f"{time.monotonic() - began:5.0f} s  pip install {shlex.join(line)}, beside the wheel", flush=True)
    environment.reads(" ".join(word for line in named for word in line))


def without_wheels(checkout: Path) -> None:
    """`make serve` goes on, and says so in a line, where an extra cannot be had."""
    project = checkout / "pyproject.toml"
    project.write_text(re.sub(r"^nlp = .*$", 'nlp = ["spacy==0.0.0"]', project.read_text("utf-8"), flags=re.MULTILINE), encoding="utf-8")
    command = ["make", f"PYTHON={sys.executable}", "VENV=.venv", "build", "KB_DB=kb.db"]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    line = "English is read without a parser on this machine"
    if done.returncode or line not in done.stdout or "HTML" in done.stdout or "Traceback" in done.stderr:
        raise SystemExit(f"failed: make build without wheels\n{done.stdout}\n{done.stderr}")
    print("       make build, where no parser can be had", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        checkout = copy_of_checkout(folder / "checkout")
        Environment(folder / "builder").pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(checkout))
        (wheel,) = folder.glob("*.whl")
        ours = [line for line in lines() if names_checkout(line)]
        every = list(dict.fromkeys(ours + [for_wheel(line, wheel) for line in ours]))
        named = [line for line in lines() if not names_checkout(line)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            trials = [pool.submit(try_names, folder / "named", wheel, named)]
            trials += [pool.submit(try_line, folder / f"empty-{number}", line, checkout, wheel) for number, line in enumerate(every)]
            for trial in as_completed(trials):
                trial.result()
        without_wheels(checkout)


if __name__ == "__main__":
    main()
