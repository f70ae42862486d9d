"""Permissions, by which everyone reads, the people whom the site's owner names write, and nobody else does by any route.

The actions `propose-facts`, `add-facts` and `change-facts` cover everything that changes a base through this site. Root (the link that
`kb serve` prints) has them; others get them by their role: `kb serve --role ID=ROLE` (kb.site.guard.roles), or in Datasette's configuration
`permissions: add-facts: {id: [ID, …]}`. Datasette's own writing actions follow Datasette's rules, with two exceptions that no configuration
lifts: without an actor none of them is allowed, and in public mode none of them is.
"""

from __future__ import annotations

import json
import re
import urllib.parse
from typing import TYPE_CHECKING, Any

from datasette.permissions import Action, PermissionSQL
from datasette.plugins import pm
from datasette.resources import DatabaseResource
from datasette.utils import await_me_maybe
from datasette.utils.asgi import Request

from kb.site.database import bases
from kb.site.guard import edits, roles
from kb.site.guard.roles import ADD, PROPOSE
from kb.site.urls import Addresses
from kb.site.wording import on_page

if TYPE_CHECKING:
    from datasette.app import Datasette
    from jinja2 import Environment

    from kb.site.guard.public_edition import Edition

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
WRITING = roles.DATASETTES | set(roles.OURS)
NOTHING = "SELECT NULL AS parent, NULL AS child WHERE 0"
# Withheld in public mode: whole texts and their indexes, whatever the public edition still has of them.
WITHHELD_TABLES = ("snapshots", *(f"snapshots_fts{part}" for part in ("", "_data", "_idx", "_docsize", "_config")))
WITHHELD_ACTIONS = ("execute-sql", "view-database-download")
# Datasette's pages about the machine and its software, which are not for the public.
MACHINE = re.compile(r"/-/(databases|plugins|settings|config|versions|threads|tasks)(\.json)?$")
EDITION = "kb_edition"  # the attribute of the Datasette object with the public edition


def edition_of(datasette: Datasette) -> Edition | None:
    """The public edition that this site shows instead of the base itself, or None outside public mode."""
    edition: Edition | None = getattr(datasette, EDITION, None)
    return edition


async def actor_of(datasette: Datasette, scope: Any) -> Any:
    """The actor who sends a request, as Datasette finds it, or None. For checks before Datasette has seen the request."""
    for answer in pm.hook.actor_from_request(datasette=datasette, request=Request(scope, None)):
        if actor := await await_me_maybe(answer):
            return actor
    return scope.get("actor")


def is_public(datasette: Datasette) -> bool:
    """Whether the site runs in public mode, in which everyone, signed in or not, sees the public edition."""
    return edition_of(datasette) is not None


def actions(datasette: Datasette) -> list[Action]:  # noqa: ARG001 - Datasette passes it
    """Datasette's hook register_actions, which adds our actions."""
    return [
        Action(name=name, abbr=short, description=description, resource_class=DatabaseResource, also_requires="view-database")
        for name, (short, description) in roles.OURS.items()
    ]


def rules(datasette: Datasette, actor: dict[str, Any] | None, action: str) -> list[PermissionSQL]:
    """Datasette's hook permission_resources_sql, with our rules for one action as SQL over its internal tables."""
    permissions = edits.not_offered(action)
    actor_id = actor.get("id") if actor else None
    public = is_public(datasette)
    if action in WRITING and actor_id is None:
        permissions.append(PermissionSQL(restriction_sql=NOTHING))
    if public and (action in roles.DATASETTES or action in WITHHELD_ACTIONS):
        permissions.append(PermissionSQL(restriction_sql=NOTHING))
    role = roles_given(datasette).get(str(actor_id)) if actor_id is not None else None
    if role and action in roles.ROLES[role]:
        permissions.append(PermissionSQL.allow(reason=f"the role {role}"))
    if action == "view-query" and actor_id is None:  # stored queries that write are otherwise open to everyone who may see them
        refused = "SELECT database_name AS parent, name AS child, 0 AS allow, 'it writes' AS reason FROM queries WHERE is_write = 1"
        permissions.append(PermissionSQL(sql=refused))
    if public and action == "view-table":
        withheld = "SELECT database_name AS parent, value AS child, 0 AS allow, 'withheld in public mode' AS reason"
        sql = f"{withheld} FROM catalog_databases CROSS JOIN json_each(:kb_withheld)"
        permissions.append(PermissionSQL(sql=sql, params={"kb_withheld": json.dumps(WITHHELD_TABLES)}))
    return permissions


def roles_given(datasette: Datasette) -> dict[str, str]:
    """The role of each person whom the site's owner names, by the id with which they sign in."""
    settings = datasette.plugin_config("kb_site") or {}
    given = {str(who): str(role) for who, role in settings.get("roles", {}).items()}
    return dict.fromkeys(map(str, settings.get("writers", ())), roles.WRITER) | given


async def may_write(datasette: Datasette, actor: dict[str, Any] | None, action: str = ADD) -> bool:
    """Whether an actor may do this to the base that the site shows."""
    our_bases = bases(datasette)
    if not our_bases or not actor or actor.get("id") is None:
        return False
    return bool(await datasette.allowed(action=action, resource=DatabaseResource(our_bases[0].name), actor=actor))


def menu(datasette: Datasette, actor: dict[str, Any] | None, request: Request | None) -> Any:
    """Datasette's hook menu_links, with the pages for adding facts and seeing changes, or the page for signing in."""

    async def links() -> list[dict[str, str]]:
        addresses = Addresses(datasette)
        if await may_write(datasette, actor):
            source_page = re.search(r"/source/([^/?]+)$", request.path) if request else None
            source = urllib.parse.unquote(source_page[1]) if source_page else ""
            queue = [] if is_public(datasette) else [("/propose", "Add an article"), ("/review/sentences", "Review proposals")]
            return [
                {"href": addresses.path("/add", source=source), "label": "Add a fact"},
                *({"href": addresses.path(path), "label": label} for path, label in queue),
                {"href": addresses.path("/changes"), "label": "Recent changes"},
            ]
        if await may_write(datasette, actor, PROPOSE) and not is_public(datasette):
            return [{"href": addresses.path("/propose"), "label": "Add an article"}]
        if actor is None and bases(datasette) and (datasette.root_enabled or roles_given(datasette)):
            return [{"href": addresses.path("/sign-in"), "label": "Sign in"}]
        return []

    return links


def assets(ending: str) -> Any:
    """Datasette's hook extra_js_urls or extra_css_urls, by ending, with our script or style for selecting text and for forms.

    The script and the style of the source page are only sent to readers who may add facts.
    """

    async def urls(datasette: Datasette, template: str | None, request: Request | None) -> list[dict[str, Any]]:
        has_forms = template in (
            "kb/source.html",
            "kb/add.html",
            "kb/record.html",
            "kb/import.html",
            "kb/change.html",
            "kb/merge.html",
            "kb/changes.html",
            "kb/change_run.html",
            "kb/add_sign_in.html",
        )
        if not has_forms or request is None:
            return []
        if (ending == "js" or template == "kb/source.html") and not await may_write(datasette, request.actor):
            return []
        name = "add_here.js" if (ending, template) == ("js", "kb/source.html") else f"add.{ending}"
        return [{"url": Addresses(datasette).static(name), "module": ending == "js"}]  # a module runs after the page is parsed

    def hook(datasette: Datasette, template: str | None, request: Request | None) -> Any:
        return urls(datasette, template, request)

    return hook


def prepare(env: Environment, datasette: Datasette) -> None:
    """Give templates the global `public_edition`, and the filter `remedy`, which words the remedies of an error."""
    env.globals["public_edition"] = lambda: is_public(datasette)
    env.filters["remedy"] = lambda error, below=(): on_page(Addresses(datasette), error, below)
