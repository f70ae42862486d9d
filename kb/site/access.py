"""Who may do what: readers read, the people named by the site's owner add facts, and nobody unnamed writes by any route.

The action `add-facts` covers everything that changes what the base says through this site: adding, correcting, retracting, merging,
undoing. Root (the link that `kb serve` prints) has it; others get it by name: `kb serve --writer ID`, or in Datasette's configuration
`permissions: add-facts: {id: [ID, …]}`. Datasette's own writing actions keep Datasette's rules, but for two things that no configuration
can undo: without an actor none of them is allowed, and in public mode none of them is.
"""

from __future__ import annotations

import json
import re
import urllib.parse
from typing import TYPE_CHECKING, Any

from datasette.permissions import Action, PermissionSQL
from datasette.resources import DatabaseResource

from kb.site.addresses import Addresses
from kb.site.describe import bases
from kb.site.writing.checking import without_commands

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request
    from jinja2 import Environment

    from kb.site.edition import Edition

ADD = "add-facts"
READING = frozenset(
    (
        "view-instance",
        "view-database",
        "view-database-download",
        "view-table",
        "view-query",
        "execute-sql",
        "permissions-debug",
        "debug-menu",
    )
)
WRITING = frozenset(
    {
        *("execute-write-sql", "create-table", "create-view", "alter-table", "drop-table", "drop-view", "set-column-type"),
        *("insert-row", "update-row", "delete-row", "store-query", "update-query", "delete-query", ADD),
    }
)
NOTHING = "SELECT NULL AS parent, NULL AS child WHERE 0"
# In public mode: the running texts and their indexes, whatever is left of them in the public edition.
WITHHELD_TABLES = ("snapshots", *(f"snapshots_fts{part}" for part in ("", "_data", "_idx", "_docsize", "_config")))
WITHHELD_ACTIONS = ("execute-sql", "view-database-download")
# Pages of Datasette that tell of the machine it runs on; not for the public.
MACHINE = re.compile(r"/-/(databases|plugins|settings|config|versions|threads|tasks)(\.json)?$")
EDITION = "kb_edition"  # the attribute of Datasette's object that holds the public edition


def edition_of(datasette: Datasette) -> Edition | None:
    """The public edition this site shows instead of the base itself; None outside public mode."""
    found: Edition | None = getattr(datasette, EDITION, None)
    return found


def is_public(datasette: Datasette) -> bool:
    """Whether the site runs in public mode, and so shows everybody, signed in or not, the public edition."""
    return edition_of(datasette) is not None


def actions(datasette: Datasette) -> list[Action]:  # noqa: ARG001 - Datasette passes it
    """Datasette's hook: the one action of ours."""
    description = "Add facts to a base, and correct, retract, merge and undo what it says"
    return [Action(name=ADD, abbr="af", description=description, resource_class=DatabaseResource, also_requires="view-database")]


def rules(datasette: Datasette, actor: dict[str, Any] | None, action: str) -> list[PermissionSQL]:
    """Datasette's hook: our rules for one action, asked of its internal tables."""
    found = []
    who = actor.get("id") if actor else None
    public = is_public(datasette)
    if action in WRITING and who is None:
        found.append(PermissionSQL(restriction_sql=NOTHING))
    if public and ((action in WRITING and action != ADD) or action in WITHHELD_ACTIONS):
        found.append(PermissionSQL(restriction_sql=NOTHING))
    if action == ADD and who is not None and str(who) in writers(datasette):
        found.append(PermissionSQL.allow(reason="named as a writer"))
    if action == "view-query" and who is None:  # a query that writes is otherwise open to whoever may see it
        written = "SELECT database_name AS parent, name AS child, 0 AS allow, 'it writes' AS reason FROM queries WHERE is_write = 1"
        found.append(PermissionSQL(sql=written))
    if public and action == "view-table":
        withheld = "SELECT database_name AS parent, value AS child, 0 AS allow, 'withheld in public mode' AS reason"
        sql = f"{withheld} FROM catalog_databases CROSS JOIN json_each(:kb_withheld)"
        found.append(PermissionSQL(sql=sql, params={"kb_withheld": json.dumps(WITHHELD_TABLES)}))
    return found


def writers(datasette: Datasette) -> set[str]:
    """The ids of those who may add facts besides root."""
    settings = datasette.plugin_config("kb_site") or {}
    return {str(who) for who in settings.get("writers", ())}


async def may_add(datasette: Datasette, actor: dict[str, Any] | None) -> bool:
    """Whether this actor may add facts to the base that the site shows."""
    ours = bases(datasette)
    if not ours or not actor or actor.get("id") is None:
        return False
    return bool(await datasette.allowed(action=ADD, resource=DatabaseResource(ours[0].name), actor=actor))


def menu(datasette: Datasette, actor: dict[str, Any] | None, request: Request | None) -> Any:
    """Datasette's hook: where to add facts and see changes; how to sign in where somebody can."""

    async def links() -> list[dict[str, str]]:
        addresses = Addresses(datasette)
        if await may_add(datasette, actor):
            at = re.search(r"/source/([^/?]+)$", request.path) if request else None
            source = urllib.parse.unquote(at[1]) if at else ""
            queue = [] if is_public(datasette) else [("/propose", "Take an article in"), ("/review", "Review proposals")]
            return [
                {"href": addresses.path("/add", source=source), "label": "Add a fact"},
                *({"href": addresses.path(path), "label": label} for path, label in queue),
                {"href": addresses.path("/changes"), "label": "Recent changes"},
            ]
        if actor is None and bases(datasette) and (datasette.root_enabled or writers(datasette)):
            return [{"href": addresses.path("/sign-in"), "label": "Sign in"}]
        return []

    return links


def assets(ending: str) -> Any:
    """Datasette's hooks for scripts and styles: ours for selecting words and for the forms, for whoever may add."""

    async def urls(datasette: Datasette, template: str | None, request: Request | None) -> list[dict[str, Any]]:
        wanted = template in (
            "kb/source.html",
            "kb/add.html",
            "kb/change.html",
            "kb/changes.html",
            "kb/change_run.html",
            "kb/add_sign_in.html",
        )
        if not wanted or request is None:
            return []
        if (ending == "js" or template == "kb/source.html") and not await may_add(datasette, request.actor):
            return []
        return [{"url": Addresses(datasette).static(f"add.{ending}"), "module": ending == "js"}]  # a module waits for the page

    def hook(datasette: Datasette, template: str | None, request: Request | None) -> Any:
        return urls(datasette, template, request)

    return hook


def prepare(env: Environment, datasette: Datasette) -> None:
    """What templates can ask: whether this is the public edition."""
    env.globals["public_edition"] = lambda: is_public(datasette)
    env.filters["for_page"] = lambda remedy: without_commands(remedy, "record it first, below")
