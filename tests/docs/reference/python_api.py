"""The library as it is imported: every public function, class, method and field."""

from __future__ import annotations

import dataclasses
import inspect
import re

from kb import api
from tests.docs import markdown

INTRODUCTION = """
`import kb` offers what follows. Offsets are counted in Unicode code points from 0, and an end is exclusive. Dates that sources give are
EDTF; times of recording are UTC. How to use it is shown in [export](../how-to/export.md#in-python) and
[add a fact](../how-to/add-a-fact.md#from-python).
"""


def page() -> str:
    objects = {name: getattr(api, name) for name in sorted(api.__all__)}
    functions = [of_function(f"kb.{name}", value) for name, value in objects.items() if inspect.isfunction(value)]
    classes = [of_class(f"kb.{name}", value) for name, value in objects.items() if inspect.isclass(value)]
    return markdown.page("Python", INTRODUCTION, *functions, *classes)


def of_function(name: str, function: object, level: str = "##") -> str:
    heading = f"{level} {name}"
    return f"{heading}\n\n```text\n{name.rpartition('.')[2]}{signature(function)}\n```\n\n{documentation(function)}"


def signature(function: object) -> str:
    """As it is written, without `self`."""
    written = re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(function)))  # type: ignore[arg-type]
    return re.sub(r"\(self(, )?(/, )?", "(", written, count=1)


def documentation(value: object) -> str:
    return inspect.getdoc(value) or ""


def of_class(name: str, value: type) -> str:
    parts = [f"## {name}\n\n{documentation(value)}"]
    if dataclasses.is_dataclass(value):
        rows = [(f"`{field.name}`", f"`{field.type}`", default(field)) for field in dataclasses.fields(value)]
        parts.append(markdown.table(["field", "type", "default"], rows))
    else:
        methods = [
            (method, function)
            for each in (value, *value.__bases__)
            if each.__module__.startswith("kb.")
            for method, function in vars(each).items()
            if inspect.isfunction(function) and not method.startswith("_")
        ]
        parts += [
            of_function(f"{name.rpartition('.')[2]}.{method}", function, "###") for method, function in methods if documentation(function)
        ]
    return "\n\n".join(parts)


def default(field: dataclasses.Field[object]) -> str:
    if field.default is not dataclasses.MISSING:
        return f"`{field.default!r}`"
    return f"`{field.default_factory.__name__}()`" if field.default_factory is not dataclasses.MISSING else "required"
