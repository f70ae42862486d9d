"""The packages that are installed beside the program, each with its version and licence."""

from __future__ import annotations

from tests.docs import markdown
from tests.supply import licences

INTRODUCTION = """
What the pins in `constraints.txt` install, the program's own needs and those of all extras. The licences are those that the packages state (SPDX); a test
compares them with what is installed and refuses any that is not allowed. `hashes.txt` holds the digests of all their files, which `make verify` checks:
`pip install --require-hashes --no-deps -r hashes.txt` installs exactly these, but for Spark, which is published as source only.
"""


def page() -> str:
    versions = licences.pins()
    return markdown.page(
        "Licences of what is installed",
        INTRODUCTION,
        markdown.table(
            ["package", "version", "licence"], [(f"`{name}`", versions[name], licence) for name, licence in licences.listed().items()]
        ),
    )
