"""What can be done about an error is data; the shell, the pages, the JSON API and Python each word it for those who read there."""

from __future__ import annotations

import ast
import inspect
import pickle
import re
import shlex
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from datasette.app import Datasette

from kb.api import Base
from kb.base import checks, runs, schema, store
from kb.base.row_by_id import table_of
from kb.changes import correct
from kb.cli import COMMANDS
from kb.cli.wording import SHELL, shell
from kb.errors import BusyError, DataError, UsageError, actions, did_you_mean
from kb.errors.actions import Action
from kb.errors.remedies import PYTHON, Note, Suggestions, python, worded
from kb.names.lookup import Lookup
from kb.site import wording
from kb.site.routes import ROUTES
from kb.site.urls import Addresses
from kb.texts import anchoring

ROOT = Path(__file__).resolve().parents[1]
MAKERS = {
    name: maker
    for name, maker in inspect.getmembers(actions, inspect.isfunction)
    if maker.__module__ == actions.__name__ and name != "action"
}
A_COMMAND = re.compile(rf"(?<![\w.-])kb ({'|'.join(COMMANDS)})\b")
A_VALUE = {"kind": "actor", "id": "radio-one", "run": "run-1", "old": "clm-a", "into": "clm-b", "argument": "title", "assertion": "ast-a"}


def bare(name: str) -> Action:
    """The action with nothing but what it cannot be without."""
    parameters = inspect.signature(MAKERS[name]).parameters.values()
    made: Action = MAKERS[name](**{one.name: A_VALUE.get(one.name, "x") for one in parameters if one.default is one.empty})
    return made


def full(name: str) -> Action:
    made: Action = MAKERS[name](**{one: A_VALUE.get(one, "x") for one in inspect.signature(MAKERS[name]).parameters})
    return made


@pytest.fixture(scope="module")
def addresses() -> Addresses:
    return Addresses(Datasette(memory=True))


def test_each_face_words_every_action_and_no_other() -> None:
    assert len(MAKERS) > 15
    for table in (SHELL, PYTHON, wording.PAGE, wording.API):
        assert set(table) == set(MAKERS)
    assert set(wording.LEADS) < set(MAKERS)


@pytest.mark.parametrize("make", [bare, full])
@pytest.mark.parametrize("name", MAKERS)
def test_an_action_is_worded_for_those_who_read_there(name: str, make: Callable[[str], Action], addresses: Addresses) -> None:
    action = make(name)
    assert action.name == name
    for command in A_COMMAND.findall(shell(action)):
        assert command in COMMANDS
    for method in re.findall(r"base\.(\w+)", python(action)):
        assert callable(getattr(Base, method))
    error = DataError("wrong", remedy=action)
    for words in (wording.page(action), wording.api(action), wording.on_page(addresses, error), wording.data(error)["remedy"]):
        assert words and not A_COMMAND.search(words) and "--" not in words
    for path in re.findall(r'href="([^"?]+)|(?:^|\s)(/[\w/-]+)', wording.on_page(addresses, error) + " " + wording.api(action)):
        assert any(re.match(route.pattern, path[0] or path[1]) for route in ROUTES), path
    assert wording.data(error)["actions"] == [{"name": name, "arguments": action.arguments}]


def test_a_command_of_the_shell_can_be_copied_as_it_stands() -> None:
    said = shell(actions.record_entity("actor", "o-neil", "Anne O'Neil; rm -rf"))
    command = said.partition(": ")[2].partition(", or")[0]
    assert shlex.split(command) == ["kb", "new", "actor", "o-neil", "Anne O'Neil; rm -rf", "--kind", "KIND"]
    assert shlex.split(shell(actions.init("my base.db")).partition(": ")[2]) == ["kb", "init", "my base.db"]


def test_a_correction_in_python_is_python() -> None:
    assert python(actions.correct("clm-a", "text")) == 'correct it with: base.correct("clm-a", reason, text=…)'
    assert python(actions.correct("clm-a", "quantity.as_of")) == 'correct it with: base.correct("clm-a", reason, **{"quantity.as_of": …})'
    assert python(actions.correct()) == "correct it with: base.correct(ID, reason, COLUMN=…)"
    for column in ("text", "quantity.as_of", ""):
        ast.parse(python(actions.correct("clm-a", column)).partition(": ")[2].replace("…", "..."))


def test_a_kind_that_no_option_of_kb_add_records_gets_none() -> None:
    assert "--new-predicate ID:LABEL" in shell(actions.record_entity("predicate"))
    assert "--new-" not in shell(actions.record_entity("event"))


def test_words_from_outside_are_escaped_on_a_page(addresses: Addresses) -> None:
    hostile = "<script>&"
    error = DataError("x", remedy=(hostile, Suggestions((hostile,), labels=(hostile,)), actions.add_text(hostile), actions.search(hostile)))
    shown = wording.on_page(addresses, error)
    assert "<script>" not in shown and shown.count("&lt;script&gt;&amp;") == 4 and 'href="/search?q=%3Cscript%3E%26"' in shown


def test_suggestions_come_first_and_stand_in_the_error_as_data() -> None:
    error = UsageError("no", remedy=(did_you_mean("who-say", ["who-says", "what"]), actions.record_entity("predicate")))
    assert error.suggestions == ("who-says",) and error.actions == (actions.record_entity("predicate"),)
    assert error.advice(shell).startswith("did you mean who-says? Or add it first: kb new predicate ID LABEL")
    listed = UsageError("no", remedy=(did_you_mean("zzz", ["b", "a"]), actions.search()))
    assert listed.suggestions == ("a", "b") and listed.advice(shell) == "use one of: a, b. Or look for it with: kb search WORDS"
    assert not did_you_mean("zzz", map(str, range(99)))


def test_a_name_that_is_not_there_suggests_ids_as_data(tiny: sqlite3.Connection) -> None:
    with pytest.raises(DataError) as refused:
        Lookup(tiny).actor("harbor-board", "speaker")
    assert "harbour-board" in refused.value.suggestions
    assert refused.value.actions == (actions.record_entity("actor"),)
    with pytest.raises(DataError) as refused:
        Lookup(tiny).snapshot_text("zzzz")
    assert refused.value.actions == (actions.add_text(),)
    with pytest.raises(UsageError) as unknown:
        table_of(tiny, "zzzz")
    assert unknown.value.actions == (actions.search(),) or unknown.value.suggestions


def test_a_correction_that_is_a_retraction_names_the_row_to_retract(tiny: sqlite3.Connection) -> None:
    with pytest.raises(UsageError) as refused, runs.begin(tiny, "correct", contributor="test") as run:
        correct(run, "clm-ferry-too-small", {"status": "retracted"})
    assert refused.value.actions == (actions.retract("clm-ferry-too-small"),)


def test_a_note_is_plain_words_and_carries_what_can_be_done() -> None:
    note = Note("ast-x was taken back and stays so", actions.reinstate("ast-x"))
    assert note == 'ast-x was taken back and stays so; let the assertion count again: base.correct("ast-x", reason, status="recorded")'
    assert "kb correct ast-x status=recorded --reason" in worded(note, shell)
    assert worded(note, wording.page) == "ast-x was taken back and stays so; let the assertion count again: correct its status to recorded"
    assert worded("plain", shell) == "plain"


def test_an_error_comes_back_whole_from_another_process() -> None:
    error = DataError("no", where="title", remedy=("say so", actions.give("title")))
    again = pickle.loads(pickle.dumps(error))
    assert (again.what, again.where, again.remedies) == ("no", "title", error.remedies)
    quote = anchoring.QuoteError("no", where="quote", remedy="copy it", lines=("here",))
    assert str(pickle.loads(pickle.dumps(quote))) == "quote: no\n  remedy: copy it:\n    here"
    assert again.text(shell) == "title: no\n  remedy: say so; give it with --title"


def test_a_base_that_somebody_else_writes_to_has_an_error_of_its_own() -> None:
    assert isinstance(store.refused(sqlite3.OperationalError("database is locked")), BusyError)


# Where a command is named on purpose.
NAMED = {
    "kb/errors/remedies.py": "Python has no other word for bringing a base up to date and leaving it closed",
    "kb/site/guard/hosts.py": "told to whoever keeps the site",
    "kb/site/editing/desk.py": "told to whoever keeps the site",
}


def literals(tree: ast.AST) -> Iterator[str]:
    """The strings of a module that are no docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)}
    yield from (
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    )


@pytest.mark.thorough
def test_only_the_command_line_names_its_commands() -> None:
    files = [path for path in sorted((ROOT / "kb").rglob("*.py")) if path.relative_to(ROOT).parts[1] != "cli"]
    named = {str(path.relative_to(ROOT)) for path in files if any(map(A_COMMAND.search, literals(ast.parse(path.read_text("utf-8")))))}
    assert named == set(NAMED)


def test_no_check_names_a_command() -> None:
    """`kb check` and Python's Base.check() word the same remedies."""
    assert [check.name for check in checks.load() for text in (check.what, *check.words) if A_COMMAND.search(text)] == []
    assert {text.split()[0] for check in checks.load() for text in check.actions} <= set(MAKERS)


def test_no_law_names_a_command() -> None:
    """Whoever writes past the library meets the text of a law: at the shell, in Datasette or in Python."""
    messages = re.findall(r"RAISE\(ABORT, '((?:[^']|'')+)'\)", schema.read("schema.sql") + schema.read("derived.sql"))
    assert len(messages) > 200 and [message for message in messages if A_COMMAND.search(message)] == []
