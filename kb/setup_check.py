"""Look, before anything is installed, whether this machine has what the program needs; say what to do where it has not.

Runs on any Python 3 without the program's packages: plain syntax, standard library only.
"""

import sys


def problems():  # type: ignore[no-untyped-def]  # no annotations: an older Python reads this too
    """Yield (what is wrong, the remedy)."""
    if sys.version_info < (3, 11):  # noqa: UP036 - older ones get here too
        found = ".".join(map(str, sys.version_info[:3]))
        yield "Python {} is too old: 3.11 or newer is needed".format(found), "install it, then: make PYTHON=python3.11 serve"  # noqa: UP032
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        yield "this Python cannot make virtual environments", "on Debian and Ubuntu: apt install python3-venv"
    try:
        import sqlite3
    except ImportError:
        yield "this Python was built without SQLite", "install a Python with the sqlite3 module"
        return
    if sqlite3.sqlite_version_info < (3, 38):
        yield "SQLite {} is too old: 3.38 or newer is needed".format(sqlite3.sqlite_version), "use a Python built with a newer SQLite"  # noqa: UP032
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE words USING fts5(word)")
    except sqlite3.OperationalError:
        yield "this SQLite has no full-text search (FTS5)", "use a Python whose SQLite has FTS5, such as python.org's or Debian's"


def main():  # type: ignore[no-untyped-def]
    """Print what is wrong and leave with 1, or say nothing."""
    found = list(problems())  # type: ignore[no-untyped-call]  # see problems()
    for what, remedy in found:
        sys.stderr.write("setup: {}\n  remedy: {}\n".format(what, remedy))  # noqa: UP032
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()  # type: ignore[no-untyped-call]  # see problems()
