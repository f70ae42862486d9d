"""Every address of the site, for templates (as the global `kb`) and for code."""

from __future__ import annotations

import urllib.parse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kb.base import schema
from kb.site import dress, told
from kb.texts.date_words import in_words
from kb.texts.quantity_words import in_figures, quantity_in_words, told_first

if TYPE_CHECKING:
    from datasette.app import Datasette
    from jinja2 import Environment

STATIC = Path(__file__).resolve().parent / "static"
PUBLISHED = "kb_published"  # the attribute of a Datasette object whose pages become files (kb.site.publishing)

# The sections in the navigation, with their paths. The foot of each page has all of them; on a phone the head leaves out the minor ones,
# which would push the page down.
SECTIONS = (
    ("Home", "/"),
    ("Search", "/search"),
    ("Compare", "/compare"),
    ("Timeline", "/timeline"),
    ("Questions", "/questions"),
    ("Statistics", "/statistics"),
    ("SPARQL", "/sparql"),
    ("Triples", "/dump"),
)
SERVED = ("/sparql", "/dump")  # what only a server answers
MINOR = ("/search", "/sparql", "/dump")
# A text fragment gives quotes of more words than this by their first and last words.
WHOLE_FRAGMENT_WORDS = 12
END_WORDS = 4


class Addresses:
    """The addresses of one site. Paths begin with Datasette's base_url, and ids and words are percent-encoded."""

    def __init__(self, datasette: Datasette) -> None:
        self.datasette = datasette
        self.published = bool(getattr(datasette, PUBLISHED, False))
        self._static: dict[str, str] = {}

    def path(self, path: str, **query: object) -> str:
        """A path with a query. Parameters that are None or empty are left out, lists are repeated."""
        parameters = {name: value for name, value in query.items() if value not in (None, "", [], ())}
        query_string = f"?{urllib.parse.urlencode(parameters, doseq=True)}" if parameters else ""
        return str(self.datasette.urls.path(path)) + query_string

    def home(self) -> str:
        return self.path("/")

    def page(self, kind: str, row_id: str) -> str:
        """The page of a source, claim, assertion, actor, thing or event."""
        return self.path(f"/{kind}/{urllib.parse.quote(row_id, safe='')}")

    def source(self, row_id: str, at: str | None = None) -> str:
        """The page of a source. `at` is the id of a passage or assertion to show."""
        return self.page("source", row_id) + (f"?show={at}#{at}" if at else "")

    def claim(self, row_id: str) -> str:
        return self.page("claim", row_id)

    def actor(self, row_id: str) -> str:
        return self.page("actor", row_id)

    def event(self, row_id: str) -> str:
        return self.page("event", row_id)

    def search(self, words: str = "", **filters: object) -> str:
        """The search page for these words and filters."""
        return self.path("/search", q=words, **filters)

    def compare(self, *sources: str, **query: object) -> str:
        """The page that compares these sources."""
        return self.path("/compare", source=list(sources), **query)

    def question(self, name: str, format: str | None = None, **parameters: object) -> str:
        """The page of a named question, or its answer in a format."""
        ending = f".{format}" if format else ""
        return self.path(f"/questions/{urllib.parse.quote(name, safe='')}{ending}", **parameters)

    def review(self, at: str | None = None, **filters: object) -> str:
        """The queue of proposed claims under these filters. `at` is the proposal to show."""
        return self.path("/review", **filters, at=at)

    def timeline(self, **query: object) -> str:
        return self.path("/timeline", **query)

    def table(self, database: str, table: str | None = None, **filters: object) -> str:
        """Datasette's own page of a database or of one of its tables, filtered."""
        path = self.datasette.urls.table(database, table) if table else self.datasette.urls.database(database)
        return str(path) + (f"?{urllib.parse.urlencode(filters, doseq=True)}" if filters else "")

    def row(self, database: str, table: str, row_id: str) -> str:
        """Datasette's own page of a row with a simple key."""
        from datasette.utils import tilde_encode

        return str(self.datasette.urls.row(database, table, tilde_encode(row_id)))

    def sql(self, database: str, sql: str, **parameters: object) -> str:
        """Datasette's page that runs and edits a SELECT."""
        query_string = urllib.parse.urlencode({"sql": sql, **parameters})
        return f"{self.datasette.urls.database(database)}/-/query?{query_string}"

    def sparql(self, query: str) -> str:
        return self.path("/sparql", query=query)

    def static(self, name: str) -> str:
        """A static file of ours, with its hash."""
        if name not in self._static:
            self._static[name] = str(self.datasette.static(name, plugin=plugin_name()))
        return self._static[name]

    def sections(self) -> list[dict[str, object]]:
        """The sections of the navigation, each with label, address, path, and whether it is minor."""
        return [
            {"label": label, "href": self.path(path), "path": path, "minor": path in MINOR}
            for label, path in SECTIONS
            if not (self.published and path in SERVED)
        ]

    def databases(self) -> list[dict[str, str]]:
        """The label and address of Datasette's own page for each base of ours."""
        from kb.site.database import bases

        return [{"label": database.name, "href": self.table(database.name)} for database in bases(self.datasette)]

    def is_base(self, name: str | None) -> bool:
        """Whether a database that Datasette serves under this name is a base of ours."""
        return name in [database["label"] for database in self.databases()]

    def held(self) -> dict[str, str]:
        """What each table and view of a base holds, in a sentence."""
        return {name: description for name, (description, _) in schema.descriptions().items()}

    def fragment(self, url: str | None, quote: str) -> str | None:
        """The publisher's page at the words of a quote (a URL text fragment), or None for a source without a web page."""
        if not url or not url.startswith(("http://", "https://")):
            return None
        words = quote.split()
        if not words:
            return url
        ends = [" ".join(words)] if len(words) <= WHOLE_FRAGMENT_WORDS else [" ".join(words[:END_WORDS]), " ".join(words[-END_WORDS:])]
        # A hyphen has a meaning in a text directive, so it is encoded, although a URL may contain it.
        encoded = ",".join(urllib.parse.quote(end, safe="").replace("-", "%2D") for end in ends)
        return f"{url.partition('#')[0]}#:~:text={encoded}"


def plugin_name() -> str:
    """The name under which Datasette serves our static files, the distribution's where it is installed, else the package's."""
    from datasette.plugins import get_plugins

    return next(
        str(plugin["name"]) for plugin in get_plugins() if plugin["static_path"] and Path(plugin["static_path"]).resolve() == STATIC
    )


def plural(count: int, singular: str, plural_form: str | None = None) -> Markup:
    """A number with its noun, such as “1 claim” or “2,300 claims”."""
    return Markup("{}\N{NO-BREAK SPACE}{}").format(f"{count:,}", singular if count == 1 else plural_form or singular + "s")


def prepare(env: Environment, datasette: Datasette) -> None:
    """Give templates the addresses as the global `kb`, and the filters for what people read: dates `in_words`, numbers `in_figures` and so on, and those of dress.py."""
    filters: dict[str, Any] = {"plural": plural, **dress.FILTERS, **told.FILTERS, "in_words": in_words, "in_figures": in_figures}
    filters |= {"quantity_in_words": quantity_in_words, "told_first": told_first}
    env.filters.update(filters)
    env.globals["kb"] = Addresses(datasette)
