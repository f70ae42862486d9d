"""Which programs read our exports back, from the tests that run them."""

from __future__ import annotations

from kb.exchange.presets import catalogue, registry
from tests.docs import markdown
from tests.engines import test_exchange, test_prov, test_r2rml, test_readers, test_services
from tests.exchange.presets import test_bibliographies, test_networks, test_spreadsheets
from tests.harness import clients
from tests.mcp import test_mcp, test_over_http
from tests.site import test_published_base, test_reconciliation

INTRODUCTION = """
Formats of other programs, written by `kb export FORMAT`, each with a [loss report](../how-to/export.md). The second table lists the
programs that read them back in the tests, and the clients that ask the services of a running site, in the version that is pinned. Those marked with * stand in an environment of their own and run
with `make engines`.
"""
TESTS = (
    test_bibliographies,
    test_networks,
    test_spreadsheets,
    test_exchange,
    test_services,
    test_prov,
    test_r2rml,
    test_readers,
    test_mcp,
    test_over_http,
    test_reconciliation,
    test_published_base,
)  # importing them lists their checks


def page() -> str:
    assert TESTS
    formats = [(f"`{name}`", registry.find(name).description, target(name)) for name in catalogue.OURS]
    rows = sorted(
        {(each.preset, each.client + ("\\*" if each.engine else ""), clients.version(each), each.checked) for each in clients.CHECKS}
    )
    return markdown.page(
        "Formats of other programs",
        INTRODUCTION,
        markdown.table(["format", "what it is", "written to"], formats),
        "## Read back by\n\n"
        + markdown.table(
            ["format or service", "program", "version", "what is checked"], [(f"`{preset}`", *rest) for preset, *rest in rows]
        ),
    )


def target(name: str) -> str:
    return "a folder" if registry.find(name).target == "folder" else "a file"
