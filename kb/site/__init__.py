"""The Datasette plugin, with our pages over every base, and descriptions, labels, search and questions on Datasette's own pages.

Where it is installed, Datasette finds it by its entry point (group `datasette`, name `kb_site`); `app()` also works from a checkout.

How to add

- **a route**: an entry `Route(pattern, view)` in the table of `routes.py`; `pattern` is a regular expression for the whole path, and the
  view is `async def view(visit: Visit) -> Response`. It answers GET and HEAD; other methods are named as in `methods=("POST",)`. A view
  that streams uses `visit.send` and returns None.
- **a page**: a module in `pages/` with its SQL as constants, plain functions `f(connection, …)` that read, and a view that calls
  `await visit.read(f, …)` (Datasette's read thread, the site's time limit) and returns `await visit.page("kb/<page>.html", **context)`.
- **a template**: `templates/kb/<page>.html`, which begins with `{% extends "kb/base.html" %}` and fills the blocks `title`, `content` and,
  for links and JSON-LD in the head, `extra_head`. Everything is escaped; never use `|safe` on a value of a base. No `style=` and no inline
  script: the pages work under a strict Content-Security-Policy. `templates/base.html` gives Datasette's own pages the same style.
  The global `kb` (see `addresses.Addresses`) gives every link: `kb.source(id)`, `kb.claim(id)`, `kb.page(kind, id)`, `kb.static("kb.css")`.
- **a static file**: in `static/`; a template refers to it by `{{ kb.static("name") }}`, which adds a hash so that browsers can cache it.
  Files by other authors go into `vendor/`, with their licence.
- **a permission to write**: `access.py`; a view that writes begins with `desk = await Desk.of(visit)` (writing/desk.py) and writes with
  `desk.write`.
- **a setting of Datasette's connections to a base**: `connection.py`; `database.py` makes sure that no connection keeps a statement open,
  and `/-/health` (`health.py`) shows whether a reader sees an old state.
- **a header of every response** (Content-Security-Policy, cookies) or a limit on requests: `headers.py`. **Public mode**: `edition.py`.
- **triples**: documents, dumps and node IRIs in `rdf/`, their routes in `rdf/__init__.py`; `rdf/head.py` says which pages have documents.
  SPARQL in `sparql*.py`; settings `base` and `sparql_seconds` of plugin `kb_site`.
- **a permission check**: `Route(…, permission="view-database")`, the default, is checked against the base before the view runs; inside a
  view, `await visit.may("insert-row")` answers and `await visit.must("insert-row")` refuses with 403.
- **an error**: raise a KbError; `errors.MissingError` is a 404 with the nearest ids, other KbErrors are a 400. Readers see no traceback.
"""

from __future__ import annotations

from datasette import hookimpl

from kb.site import ending, errors, middleware, routes, templating
from kb.site.guard import connection, edits, permissions
from kb.site.linked_data import head, renderers
from kb.site.pages import asked_by_name, jumping
from kb.site.serve import app
from kb.site.tables import describe, links, queries

__all__ = [
    "app",
    "asgi_wrapper",
    "extra_css_urls",
    "extra_js_urls",
    "extra_template_vars",
    "forbidden",
    "handle_exception",
    "jump_items_sql",
    "menu_links",
    "permission_resources_sql",
    "prepare_connection",
    "prepare_jinja2_environment",
    "register_actions",
    "register_output_renderer",
    "register_routes",
    "render_cell",
    "shutdown",
    "startup",
    "top_query",
    "top_row",
    "top_stored_query",
    "write_wrapper",
]

# Each function has only one name in this module, because pluggy would call it under every name.
prepare_connection = hookimpl(connection.prepare, specname="prepare_connection")
prepare_jinja2_environment = hookimpl(templating.prepare, specname="prepare_jinja2_environment")
register_routes = hookimpl(routes.register, specname="register_routes")
startup = hookimpl(describe.describe_bases, specname="startup")
handle_exception = hookimpl(errors.handle, specname="handle_exception")
forbidden = hookimpl(errors.forbid, specname="forbidden")
asgi_wrapper = hookimpl(middleware.wrapper, specname="asgi_wrapper")  # headers.guard, around links to triples and CORS
write_wrapper = hookimpl(edits.wrapper, specname="write_wrapper")
register_actions = hookimpl(permissions.actions, specname="register_actions")
permission_resources_sql = hookimpl(permissions.rules, specname="permission_resources_sql")
menu_links = hookimpl(permissions.menu, specname="menu_links")
extra_js_urls = hookimpl(permissions.assets("js"), specname="extra_js_urls")
extra_css_urls = hookimpl(permissions.assets("css"), specname="extra_css_urls")
render_cell = hookimpl(links.cell, specname="render_cell")
jump_items_sql = hookimpl(jumping.items, specname="jump_items_sql", hookwrapper=True)
top_query = hookimpl(queries.above_query, specname="top_query")
top_stored_query = hookimpl(asked_by_name.above_question, specname="top_stored_query")
top_row = hookimpl(links.above_row, specname="top_row")
register_output_renderer = hookimpl(renderers.renderers, specname="register_output_renderer")
extra_template_vars = hookimpl(head.variables, specname="extra_template_vars")
shutdown = hookimpl(ending.close, specname="shutdown")
