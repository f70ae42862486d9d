"""Which names the site answers to: a page of another site must not reach a base on this machine by giving its own name our address.

A browser lets a page read what comes from the name that the page itself came from. Whoever owns a name can let it lead to 127.0.0.1, after the
page was fetched (DNS rebinding); the browser then asks us under that name. So a site that listens on this machine only answers to
the names of this machine, and to those that its owner has named: `kb serve --allow-host NAME`, or setting `hosts` of plugin `kb_site` (`*`
for any name). One that listens to the network does so once names are set: its own it cannot know.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from datasette.app import Datasette

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
ANY = "*"
REFUSAL = "This site does not answer to that name. Whoever keeps it can let it: kb serve --allow-host NAME."


def known(datasette: Datasette, scope: Mapping[str, Any]) -> bool:
    """Whether the request asks for a name that is ours."""
    names = {str(name).lower() for name in (datasette.plugin_config("kb_site") or {}).get("hosts", ())}
    if ANY in names or (not names and not on_this_machine_only(scope)):
        return True
    asked = [name_of(value) for name, value in scope.get("headers") or () if name.lower() == b"host"]
    return len(asked) == 1 and asked[0] in LOOPBACK | names


def on_this_machine_only(scope: Mapping[str, Any]) -> bool:
    """Whether the request came in at an address that only this machine can reach."""
    host = str((scope.get("server") or ("", None))[0])
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def name_of(host: bytes) -> str:
    """A Host header without its port, in small letters."""
    name, colon, port = host.decode("latin-1").lower().rpartition(":")
    return (name if colon and port.isdigit() else host.decode("latin-1").lower()).removesuffix(".")
