"""The Datasette plugin: our pages over every base of ours, and descriptions, labels, search and questions for Datasette's own.

Installed, it is found by its entry point (group `datasette`, name `kb_site`); `app()` also works from a checkout.

How to add

- **a route**: one entry `Route(pattern, view)` in the table of `routes.py`; `pattern` is a regular expression for the whole path, and the
  view is `async def view(visit: Visit) -> Response`. It answers GET and HEAD; `methods=("POST",)` or more when it does others. A view
  that must stream takes `visit.send`, and returns None.
- **a page**: a module in `pages/` with its SQL as constants, plain functions `f(connection, …)` that read, a view that calls
  `await visit.read(f, …)` (Datasette's read thread, the site's time limit) and returns `await visit.page("kb/<page>.html", **context)`.
- **a template**: `templates/kb/<page>.html`, which begins with `{% extends "kb/base.html" %}` and fills `title`, `content` and, for
  links and JSON-LD in the head, `extra_head`. Everything is escaped; never use `|safe` on what a base holds. No `style=`, no inline
  script: the pages work under a strict Content-Security-Policy. `templates/base.html` puts Datasette's own pages in the same dress.
  The global `kb` (see `addresses.Addresses`) makes every link: `kb.source(id)`, `kb.claim(id)`, `kb.page(kind, id)`, `kb.static("kb.css")`.
- **a static file**: into `static/`, named in a template as `{{ kb.static("name") }}`, which adds a hash so that it may be kept long. What
  others wrote goes with its licence into `vendor/`.
- **who may write**: `access.py`; a view that writes begins with `desk = await Desk.of(visit)` (writing/desk.py), and writes with `desk.write`.
- **what every answer carries** (Content-Security-Policy, cookies) and how long a body may be: `headers.py`. **Public mode**: `edition.py`.
- **triples**: documents, dumps and names of nodes in `rdf/`, their routes in `rdf/__init__.py`; `rdf/head.py` says which pages have documents.
  SPARQL in `sparql*.py`; settings `base` and `sparql_seconds` of plugin `kb_site`.
- **a permission check**: `Route(…, permission="view-database")` is checked against the base before the view runs (that is the default);
  inside a view, `await visit.may("insert-row")` answers and `await visit.must("insert-row")` refuses with 403.
- **an error**: raise a KbError; `errors.MissingError` is a 404 with the nearest ids, other KbErrors are a 400. No traceback reaches a reader.
"""

from __future__ import annotations

from datasette import hookimpl

from kb.site import access, connection, describe, errors, headers, routes, sparql_engine, tables
from kb.site.rdf import head, hooks, renderers
from kb.site.serve import app

__all__ = [
    "app",
    "asgi_wrapper",
    "extra_css_urls",
    "extra_js_urls",
    "extra_template_vars",
    "forbidden",
    "handle_exception",
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
    "top_row",
]

# The marked functions must bear no second name in this module: each name would be called.
prepare_connection = hookimpl(connection.prepare, specname="prepare_connection")
prepare_jinja2_environment = hookimpl(headers.prepare, specname="prepare_jinja2_environment")
register_routes = hookimpl(routes.register, specname="register_routes")
startup = hookimpl(describe.tell, specname="startup")
handle_exception = hookimpl(errors.handle, specname="handle_exception")
forbidden = hookimpl(errors.forbid, specname="forbidden")
asgi_wrapper = hookimpl(hooks.wrapper, specname="asgi_wrapper")  # headers.guard, around links to triples and CORS
register_actions = hookimpl(access.actions, specname="register_actions")
permission_resources_sql = hookimpl(access.rules, specname="permission_resources_sql")
menu_links = hookimpl(access.menu, specname="menu_links")
extra_js_urls = hookimpl(access.assets("js"), specname="extra_js_urls")
extra_css_urls = hookimpl(access.assets("css"), specname="extra_css_urls")
render_cell = hookimpl(tables.cell, specname="render_cell")
top_row = hookimpl(tables.above_row, specname="top_row")
register_output_renderer = hookimpl(renderers.renderers, specname="register_output_renderer")
extra_template_vars = hookimpl(head.variables, specname="extra_template_vars")
shutdown = hookimpl(sparql_engine.close, specname="shutdown")
