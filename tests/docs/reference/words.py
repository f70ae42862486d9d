"""The controlled words, by the column that holds them."""

from __future__ import annotations

from itertools import groupby

from kb.base import schema
from kb.base.model import SHARED_WORDS
from tests.docs import markdown

INTRODUCTION = """
Some columns hold words of a fixed list only, whoever writes them. A base may have more words than these: add a row to the table
`vocabulary`. Public terms that mean the same are linked; in triples they stand beside our own.
"""


def page() -> str:
    parts = []
    for field, listed in groupby(schema.vocabulary(), key=lambda word: word[0]):
        sharing = [f"`{column}`" for column, shared in SHARED_WORDS.items() if shared == field]
        also = f"\n\nAlso for {', '.join(sharing)}." if sharing else ""
        rows = [(f"`{value}`", label, description, f"<{iri}>" if iri else "") for _, value, label, description, iri in listed]
        parts.append(f"## {field}{also}\n\n" + markdown.table(["word", "label", "meaning", "public term"], rows))
    return markdown.page("Vocabulary", INTRODUCTION, *parts)
