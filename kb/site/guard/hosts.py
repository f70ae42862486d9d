"""The host names that the site answers to, so that a web page cannot reach a base on this machine under a name of its own.

A browser lets a page read responses from the host that the page came from. The owner of a host name can make it resolve to 127.0.0.1 after
the page was loaded (DNS rebinding), and the browser then sends us requests under that name. So a site that listens only on this machine
answers only to the names of this machine and to those that its owner adds, with `kb serve --allow-host NAME` or the setting `hosts` of
plugin `kb_site` (`*` for any name). A site that listens to the network checks names only once some are set, since it cannot know its own.
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


def is_known_host(datasette: Datasette, scope: Mapping[str, Any]) -> bool:
    """Whether the Host header of a request is one that the site answers to."""
    names = {str(name).lower() for name in (datasette.plugin_config("kb_site") or {}).get("hosts", ())}
    if ANY in names or (not names and not on_this_machine_only(scope)):
        return True
    requested = [name_of(value) for name, value in scope.get("headers") or () if name.lower() == b"host"]
    return len(requested) == 1 and requested[0] in LOOPBACK | names


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
    """The name in a Host header, in lower case, without port and final dot."""
    name, colon, port = host.decode("latin-1").lower().rpartition(":")
    return (name if colon and port.isdigit() else host.decode("latin-1").lower()).removesuffix(".")
