"""SQLite without our library, by two ways: the `sqlite3` command-line shell, and Python's sqlite3 with nothing set."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from pathlib import Path
from typing import Protocol

SETTINGS = ("PRAGMA foreign_keys = OFF", "PRAGMA recursive_triggers = OFF")
MARK = "-- answered --"


class Bare(Protocol):
    """SQLite without our library: answers a statement with its rows, or with why the database refused it."""

    def rows(self, sql: str) -> list[str]: ...

    def refusal(self, sql: str) -> str: ...


class Shell:
    """One process of the sqlite3 command-line shell for many statements."""

    def __init__(self, path: Path) -> None:
        command = ["sqlite3", "-batch", str(path)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        for setting in SETTINGS:
            self.rows(setting)

    def ask(self, sql: str) -> list[str]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{sql};\n.print {MARK}\n")
        self.process.stdin.flush()
        return [line.rstrip("\n") for line in iter(self.process.stdout.readline, f"{MARK}\n")]

    def rows(self, sql: str) -> list[str]:
        answer = self.ask(sql)
        assert not [line for line in answer if re.match(r"(\w+ )?[Ee]rror", line)], answer
        return answer

    def refusal(self, sql: str) -> str:
        answer = "\n".join(self.ask(sql))
        assert not answer or answer.endswith("(19)"), f"not refused by a law: {answer}"
        return answer

    def close(self) -> None:
        self.process.communicate()


class Library:
    """The same through Python's sqlite3."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        for setting in SETTINGS:
            self.connection.execute(setting)

    def rows(self, sql: str) -> list[str]:
        found: list[str] = []
        for statement in sql.split(";\n"):
            found += ["|".join("" if value is None else str(value) for value in row) for row in self.connection.execute(statement)]
        return found

    def refusal(self, sql: str) -> str:
        try:
            self.connection.execute(sql)
        except sqlite3.IntegrityError as error:
            return str(error)
        return ""

    def close(self) -> None:
        self.connection.close()
