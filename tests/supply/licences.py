"""The licence of each pinned package, as its metadata says it, in one spelling (SPDX)."""

from __future__ import annotations

import importlib.metadata
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LISTED = Path(__file__).with_name("licences.toml")
# Licences under which a package may be used beside a program of the MIT licence, also where both are passed on together.
ALLOWED = frozenset(
    {
        *(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-2-Clause-Views",
            "BSD-3-Clause",
            "CC0-1.0",
            "CNRI-Python",
            "ISC",
            "MIT",
            "MIT-0",
            "PSF-2.0",
        ),
        *("LicenseRef-Public-Domain", "W3C-20150513", "Zlib"),
        *("MPL-1.1", "MPL-2.0"),  # of their files: ours stay under our own
    }
)
# How packages without an SPDX expression write their licence.
SPELT = {
    "Apache": "Apache-2.0",
    "BSD 2-Clause": "BSD-2-Clause",
    "BSD-3": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "ISC": "ISC",
    "MIT OR Apache-2.0": "MIT OR Apache-2.0",
    "MPL-2.0 AND MIT": "MPL-2.0 AND MIT",
    "MIT": "MIT",
    "MPL": "MPL-2.0",
    "Mozilla Public License 2.0": "MPL-2.0",
    "Public Domain": "LicenseRef-Public-Domain",
    "W3C-20150513": "W3C-20150513",
}


def pins() -> dict[str, str]:
    """{package: version} of constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


def listed() -> dict[str, str]:
    """{package: licence} as written down."""
    return tomllib.loads(LISTED.read_text("utf-8"))


def stated(package: str) -> str | None:
    """The licence that an installed package states in its metadata; None where it is not installed, or states none that is known."""
    try:
        metadata = importlib.metadata.metadata(package)
    except importlib.metadata.PackageNotFoundError:
        return None
    if expression := metadata.get("License-Expression"):
        return expression
    words = [(metadata.get("License") or "").strip(), *metadata.get_all("Classifier", [])]
    words = [word.removeprefix("License :: OSI Approved :: ").removeprefix("License :: ").removeprefix("The ") for word in words]
    for word in words:
        for start, licence in SPELT.items():
            if word.startswith(start):
                return licence
    return None


def accepted(licence: str) -> bool:
    """Whether everything that a licence expression demands is allowed: all parts of an AND, one of an OR."""
    return any(all(part.strip(" ()") in ALLOWED for part in choice.split(" AND ")) for choice in licence.split(" OR "))


def main() -> None:
    """Write the licences of new pins down, as far as the packages are installed; those that are listed stay. `make hashes` calls it."""
    known = listed()
    lines = [f'"{name}" = "{known.get(name) or stated(name) or "unknown"}"\n' for name in pins()]
    LISTED.write_text(
        "# The licence of each package of constraints.txt, as it states it; a test compares those that are installed.\n" + "".join(lines)
    )


if __name__ == "__main__":
    main()
