"""Where everything stands: every address of the site is made here, for templates (the global `kb`) and for code."""

from __future__ import annotations

import urllib.parse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from datasette.app import Datasette
    from jinja2 import Environment

STATIC = Path(__file__).resolve().parent / "static"

# What a section of the site is called in the navigation, and its path. At the foot of each page stand all; those that are minor are
# not at its head on a phone, where they would push the page down.
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
MINOR = ("/search", "/sparql", "/dump")
# A quote longer than this many words is named by its first and last words in a text fragment.
WHOLE_FRAGMENT_WORDS = 12
END_WORDS = 4


class Addresses:
    """Addresses of one site. Paths begin with Datasette's base_url; ids and words are percent-encoded."""

    def __init__(self, datasette: Datasette) -> None:
        self.datasette = datasette
        self._static: dict[str, str] = {}

    def path(self, path: str, **query: object) -> str:
        """A path of the site with a query; parameters that are None or empty are left out, lists are repeated."""
        given = {name: value for name, value in query.items() if value not in (None, "", [], ())}
        asked = f"?{urllib.parse.urlencode(given, doseq=True)}" if given else ""
        return str(self.datasette.urls.path(path)) + asked

    def home(self) -> str:
        return self.path("/")

    def page(self, kind: str, row_id: str) -> str:
        """The page of a source, claim, assertion, actor, thing or event."""
        return self.path(f"/{kind}/{urllib.parse.quote(row_id, safe='')}")

    def source(self, row_id: str, at: str | None = None) -> str:
        """A source's page; `at` is the id of a passage or assertion to show."""
        return self.page("source", row_id) + (f"?show={at}#{at}" if at else "")

    def claim(self, row_id: str) -> str:
        return self.page("claim", row_id)

    def actor(self, row_id: str) -> str:
        return self.page("actor", row_id)

    def event(self, row_id: str) -> str:
        return self.page("event", row_id)

    def search(self, words: str = "", **filters: object) -> str:
        return self.path("/search", q=words, **filters)

    def compare(self, *sources: str, **query: object) -> str:
        return self.path("/compare", source=list(sources), **query)

    def question(self, name: str, format: str | None = None, **parameters: object) -> str:
        ending = f".{format}" if format else ""
        return self.path(f"/questions/{urllib.parse.quote(name, safe='')}{ending}", **parameters)

    def review(self, at: str | None = None, **filters: object) -> str:
        """The queue of proposed claims, under these filters; `at` is the proposal to show."""
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
        asked = urllib.parse.urlencode({"sql": sql, **parameters})
        return f"{self.datasette.urls.database(database)}/-/query?{asked}"

    def sparql(self, query: str) -> str:
        return self.path("/sparql", query=query)

    def static(self, name: str) -> str:
        """A file of ours, with its hash."""
        if name not in self._static:
            self._static[name] = str(self.datasette.static(name, plugin=plugin_name()))
        return self._static[name]

    def sections(self) -> list[dict[str, object]]:
        return [{"label": label, "href": self.path(path), "path": path, "minor": path in MINOR} for label, path in SECTIONS]

    def databases(self) -> list[dict[str, str]]:
        """Datasette's own page of each base of ours."""
        from kb.site.describe import bases

        return [{"label": database.name, "href": self.table(database.name)} for database in bases(self.datasette)]

    def fragment(self, url: str | None, quote: str) -> str | None:
        """The publisher's page at the words of a quote (a URL text fragment), where there is a page."""
        if not url or not url.startswith(("http://", "https://")):
            return None
        words = quote.split()
        if not words:
            return url
        ends = [" ".join(words)] if len(words) <= WHOLE_FRAGMENT_WORDS else [" ".join(words[:END_WORDS]), " ".join(words[-END_WORDS:])]
        # A hyphen means something in a text directive, so it is encoded although a URL may hold it.
        asked = ",".join(urllib.parse.quote(end, safe="").replace("-", "%2D") for end in ends)
        return f"{url.partition('#')[0]}#:~:text={asked}"


def plugin_name() -> str:
    """The name under which Datasette serves our static files: the distribution's where it is installed, else the package's."""
    from datasette.plugins import get_plugins

    return next(
        str(plugin["name"]) for plugin in get_plugins() if plugin["static_path"] and Path(plugin["static_path"]).resolve() == STATIC
    )


def plural(count: int, one: str, many: str | None = None) -> Markup:
    """“1 claim”, “2,300 claims”."""
    return Markup("{}\N{NO-BREAK SPACE}{}").format(f"{count:,}", one if count == 1 else many or one + "s")


def folded(markup: str) -> Markup:
    """A page of Datasette's, whose long list of column descriptions becomes a part that can be opened."""
    head, start, rest = str(markup).partition('<dl class="column-descriptions">')
    inner, end, tail = rest.partition("</dl>")
    if not end:
        return Markup(markup)
    opened = f'<details class="columns"><summary>What the columns hold</summary>{start}{inner}{end}</details>'
    return Markup(head + opened + tail)


def prepare(env: Environment, datasette: Datasette) -> None:
    """What every template can use."""
    filters: dict[str, Any] = {"plural": plural, "folded": folded}
    env.filters.update(filters)
    env.globals["kb"] = Addresses(datasette)
