"""The Datasette plugin: descriptions, labels, search and named questions for every base of ours that Datasette serves.

Installed, it is found by its entry point (group `datasette`, name `kb_site`); `app()` also works from a checkout.
"""

from __future__ import annotations

from datasette import hookimpl

from kb.site import connection, describe
from kb.site.serve import app

__all__ = ["app", "prepare_connection", "startup"]

# The marked functions must bear no second name in this module: each name would be called.
prepare_connection = hookimpl(connection.prepare, specname="prepare_connection")
startup = hookimpl(describe.tell, specname="startup")
