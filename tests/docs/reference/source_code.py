"""What can be read off the code without running it."""

from __future__ import annotations

import ast
from functools import cache

from tests.docs.terminal import ROOT


@cache
def modules() -> list[ast.Module]:
    """Every module of the library, parsed."""
    return [ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "kb").rglob("*.py"))]


def calls(name: str) -> list[ast.Call]:
    """Every call of a function or class of that name."""
    return all_calls().get(name, [])


@cache
def all_calls() -> dict[str, list[ast.Call]]:
    """Every call, by the name of what is called."""
    found: dict[str, list[ast.Call]] = {}
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                found.setdefault(called(node), []).append(node)
    return found


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def words(node: ast.expr | None) -> str:
    """A message as it is written, with … for what is put in when it is shown; empty where it is made elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(words(part) or "…" for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return (words(left) or "…") + (words(right) or "…")
        case ast.IfExp(body=body, orelse=other):
            return words(body) or words(other)
        case ast.BoolOp(values=values):
            return next(filter(None, map(words, values)), "")
    return ""


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((given.value for given in call.keywords if given.arg == name), None)
