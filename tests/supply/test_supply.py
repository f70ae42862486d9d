"""Each pinned package has the digests of its files and a licence that is listed and allowed; CI verifies them."""

from __future__ import annotations

import re

import pytest

from tests.supply import licences
from tests.supply.licences import ROOT

PIN = re.compile(r"^(\S+)==(\S+) \\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
BUILT_HERE = {"pyspark"}  # published as source only, so that it is built, which hashes.txt leaves to whoever installs a cluster
WITHOUT_AN_EXPRESSION = {"llm", "axe-playwright-python", "pypdfium2"}  # stated in the files that come with them


def test_every_pin_has_the_digests_of_its_files_and_names_no_host() -> None:
    written = (ROOT / "hashes.txt").read_text("utf-8")
    assert {name: version for name, version, _ in PIN.findall(written)} == {
        name.lower().replace("_", "-"): version for name, version in licences.pins().items() if name not in BUILT_HERE
    }, "write it anew: make hashes"
    assert PIN.sub("", written) == ""


def test_every_pin_has_a_licence_that_is_allowed() -> None:
    listed = licences.listed()
    assert set(listed) == set(licences.pins())
    assert [f"{name}: {licence}" for name, licence in listed.items() if not licences.accepted(licence)] == []


@pytest.mark.parametrize(
    ("licence", "accepted"),
    [("MIT AND Zlib", True), ("GPL-3.0-only", False), ("MIT AND GPL-3.0-only", False), ("GPL-2.0-only OR MIT", True)],
)
def test_a_licence_is_accepted_where_all_that_it_demands_is_allowed(licence: str, accepted: bool) -> None:
    assert licences.accepted(licence) is accepted


def test_what_is_installed_states_the_licence_that_is_listed() -> None:
    stated = {name: licences.stated(name) for name in licences.pins() if name not in WITHOUT_AN_EXPRESSION}
    listed = licences.listed()
    assert {name: licence for name, licence in stated.items() if licence and licence != listed[name]} == {}
    assert sum(licence is not None for licence in stated.values()) > 20
