"""Write kb/base/words.py: the words of the vocabulary that the program itself decides by, as enums.

Only fields whose words the code tells apart have an enum; the others are data, and a base may hold more words of any field than these.
`python -m kb.base.vocabulary` writes the file; a test compares.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from kb.base import schema

ENUMS = {
    "Stance": "assertions.stance",
    "Certainty": "assertions.certainty",
    "Act": "assertions.act",
    "Derivation": "assertions.derivation",
    "Status": "claims.status",
    "Verdict": "reviews.verdict",
    "ProposalStatus": "proposals.status",
    "Access": "sources.access",
}
HEAD = '''"""Words of the vocabulary that the program decides by. Generated from schema/vocabulary.toml by `python -m kb.base.vocabulary`; do not edit."""

from enum import StrEnum
'''


def module() -> str:
    """The source of kb/base/words.py."""
    return HEAD + "".join(enum(name, field) for name, field in ENUMS.items())


def enum(name: str, field: str) -> str:
    """The source of one enum: its members in the order of the vocabulary, each with its description as a comment."""
    return f'\n\nclass {name}(StrEnum):\n    """Words of {field}."""\n\n' + "".join(members(field))


def members(field: str) -> Iterator[str]:
    for word, entry in tomllib.loads(schema.read("vocabulary.toml"))[field].items():
        yield f'    {word.upper().replace("-", "_")} = "{word}"  # {entry["description"]}\n'


if __name__ == "__main__":
    Path(__file__).with_name("words.py").write_text(module(), encoding="utf-8")
