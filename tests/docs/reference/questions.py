"""The named questions, with their parameters, the columns of their answers and how many rows the shipped texts give."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kb.ask import queries, questions
from kb.base import store
from tests.docs import markdown

INTRODUCTION = """
Questions with a name. `kb query NAME -p parameter=value` answers one, and so does a form under `/questions` on the site; parameters
that are left out take their examples. Each is one SELECT in `schema/queries/`; [write a question](../how-to/write-a-question.md) adds yours.
"""


def page(base: Path) -> str:
    with closing(store.connect(base, readonly=True)) as connection:
        return markdown.page("Named questions", INTRODUCTION, *(described(connection, question) for question in questions.load()))


def described(connection: object, question: questions.Question) -> str:
    columns, rows = queries.ask(connection, question.name, {})  # type: ignore[arg-type]
    given = [
        (f"`{parameter.name}`", parameter.description, markdown.code(parameter.example) or "(empty)") for parameter in question.parameters
    ]
    parts = [f"## {question.name}", f"**{question.title}.** {question.description}"]
    if given:
        parts.append(markdown.table(["parameter", "meaning", "example"], given))
    parts.append(f"Columns: {', '.join(f'`{column}`' for column in columns)}. In the shipped base: {len(list(rows))} rows.")
    return "\n\n".join(parts)
