"""Write the public edition of a base, or of a part of it, as files that any file server, or no server at all, can offer.

The pages are those of the site in public mode, asked through Datasette's own client. They are written to a folder beside the target, which
takes its place whole, so that nothing of an earlier edition stays behind.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from datasette.utils.asgi import Request

from kb.base import store
from kb.base.selection import EVERYTHING, Selection
from kb.errors import UsageError
from kb.exchange.presets.loss import Loss
from kb.rdf.namespaces import DEFAULT_BASE
from kb.site.guard.permissions import edition_of
from kb.site.linked_data.documents import base_of
from kb.site.publishing import losses, search_index
from kb.site.publishing.data_files import write_data
from kb.site.publishing.places import Place, Places
from kb.site.publishing.relinking import relinked
from kb.site.serve import Publication, app
from kb.site.urls import PUBLISHED, STATIC

if TYPE_CHECKING:
    from datasette.app import Datasette

MARK = ".published-edition"  # the file by which a folder is known as one that may be replaced
MARKED = "This folder is written as a whole, by a program: what else is put here goes when it is written again.\n"
SECONDS = 60_000  # milliseconds that a page may take: nobody waits for it
ROWS = "SELECT '/' || kind || '/' || id FROM entities WHERE status = 'current' UNION ALL SELECT '/claim/' || id FROM claims ORDER BY 1"
BEGINNING = ("/", "/about", "/disagreements", "/questions", "/statistics", "/timeline", "/compare")


@dataclass(frozen=True)
class Wanted:
    """What is published: a selection, how much of a text that is open to quotes only, how the dataset presents itself, and whether the base too."""

    selection: Selection = EVERYTHING
    quote_share: int | None = None
    publication: Publication = field(default_factory=Publication)
    with_base: bool = False


def publish(base: str | Path, target: str | Path, wanted: Wanted | None = None, told: Callable[[], None] | None = None) -> Loss:
    """Write the edition into the folder `target`, and return what is in it and what is not.

    `told` is called after each page. Raises UsageError for a folder that holds anything else, and for
    what the base does not know.
    """
    base, target, wanted = Path(base), Path(target), wanted or Wanted()
    refuse_other_folder(target)
    with site_of(base, wanted) as site, beside(target) as folder:
        edition = edition_of(site)
        assert edition is not None
        connection = store.connect(edition.path, readonly=True)
        loss = Loss("publish")
        try:
            asyncio.run(Writing(site, connection, folder, loss, told).everything())
            write_data(connection, folder / "data", base_of(site), edition.path if wanted.with_base else None)
        finally:
            connection.close()
        losses.report(base, edition.path, wanted.selection, loss)
        (folder / MARK).write_text(MARKED, "utf-8")
    return loss


def refuse_other_folder(target: Path) -> None:
    """Raise UsageError for a target that is something else than an earlier edition or an empty folder."""
    if target.exists() and not target.is_dir():
        raise UsageError("is no folder", where=str(target), remedy="name a folder; one that is not there is made")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).exists():
        raise UsageError("holds something else than an earlier edition", where=str(target), remedy="name an empty or a new folder")


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A new folder that takes the place of the target when the block ends well, and goes when it does not."""
    target.absolute().parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.absolute().parent))
    try:
        yield folder
        folder.chmod(0o755)  # a temporary folder is its owner's alone; this one is there to be read
        if target.exists():
            old = folder.with_name(folder.name + "-old")
            target.rename(old)
            folder.rename(target)
            shutil.rmtree(old)
        else:
            folder.rename(target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def site_of(base: Path, wanted: Wanted) -> Iterator[Datasette]:
    """The site in public mode, which knows that its pages become files."""
    settings = {"sql_time_limit_ms": SECONDS}
    publication = Publication(wanted.publication.base_iri, DEFAULT_BASE, wanted.publication.license, wanted.publication.publisher)
    site = app(base, public=True, quote_share=wanted.quote_share, selection=wanted.selection, publication=publication, settings=settings)
    setattr(site, PUBLISHED, True)
    try:
        yield site
    finally:
        site.close()
        edition = edition_of(site)
        if edition:
            edition.close()


@dataclass
class Writing:
    """One edition on its way into a folder."""

    site: Datasette
    connection: sqlite3.Connection
    folder: Path
    loss: Loss
    told: Callable[[], None] | None

    async def everything(self) -> None:
        """Write every page that a row has, that the site has anyhow, or that one of these links to; then the search."""
        await self.site.invoke_startup()
        whole = self.site.app()
        self.site.app = lambda: whole  # Datasette's client would make all routes anew for each request
        places = Places(self.connection)
        waiting = deque(self.first(places))
        known = {place.file for place in waiting}
        static: set[str] = set()
        while waiting:
            for place in await self.page(waiting.popleft(), places):
                if place.address is not None and place.file not in known:
                    known.add(place.file)
                    waiting.append(place)
                elif place.file.startswith("static/"):
                    static.add(Path(place.file).name)
            if self.told:
                self.told()
        await self.search(places, static)
        for name in static:
            self.write(f"static/{name}", (STATIC / name).read_bytes())

    def first(self, places: Places) -> list[Place]:
        """The places to begin with."""
        addresses = (*BEGINNING, *(row[0] for row in self.connection.execute(ROWS)))
        return [place for address in addresses if (place := places.of(address)) is not None]

    async def page(self, place: Place, places: Places) -> list[Place]:
        """Write one page, and return the places that it links to."""
        assert place.address is not None
        answer = await self.site.client.get(place.address)
        kind = place.file.partition("/")[0].removesuffix("s") if "/" in place.file else "overview"
        if answer.status_code == 200:
            self.loss.keep(f"{kind} pages")
        else:
            self.loss.lose("pages that could not be made", "each says there why", row_id=place.address)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            self.write(place.file, answer.content)
            return []
        page = relinked(answer.text, place.file, partial(places.of, base=place.address))
        self.write(place.file, page.markup.encode())
        self.loss.lose("links to what only a server answers", losses.SERVED, len(page.cut))
        return page.places

    async def search(self, places: Places, static: set[str]) -> None:
        """Write the page of the search, and what it looks through."""
        request = Request.fake("/search")
        markup = await self.site.render_template("kb/published_search.html", {}, request=request, view_name="kb")
        page = relinked(markup, "search.html", places.of)
        static |= {Path(place.file).name for place in page.places if place.file.startswith("static/")}
        self.write("search.html", page.markup.encode())
        (self.folder / "data").mkdir(exist_ok=True)
        with (self.folder / "data" / "search-index.js").open("w", encoding="utf-8") as stream:
            self.loss.keep("assertions in the search", search_index.write(self.connection, stream))

    def write(self, file: str, content: bytes) -> None:
        """Write a file of the folder."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
