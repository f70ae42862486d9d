"""The `citation_*` tags in the head of a page, by which reference managers take in a source or a claim from the page that they see.

Zotero's translator for embedded metadata reads them as Google Scholar defined them: an author a tag, a date as YYYY/MM/DD with what is not
known left off, and the publication's tag says what kind of work it is.
"""

from __future__ import annotations

import sqlite3

from kb.base.model import Row
from kb.exchange.presets.bibliography import PERIODICAL, Work, figures, work_of
from kb.rdf.namespaces import BaseIri
from kb.site.cite import TITLE

Tag = tuple[str, str]  # name, content


def of_source(connection: sqlite3.Connection, source_id: str, base: BaseIri) -> list[Tag]:
    """The tags of a source: who made it, where and when it appeared, and its addresses there and here."""
    work = work_of(connection, source_id, base)
    return [] if work is None else listed(work)


def listed(work: Work) -> list[Tag]:
    """The tags of a work, without those of which nothing is known."""
    told: list[tuple[str, str | None]] = [("citation_title", work.title)]
    told += [("citation_author", person.name) for person in work.by_role("author")]
    told += [("citation_editor", person.name) for person in work.by_role("editor")]
    told += [("citation_publication_date", "/".join(f"{part:02}" for part in figures(work.published or "")))]
    appeared = {"report": "citation_technical_report_institution"} | dict.fromkeys(PERIODICAL, "citation_journal_title")
    if work.kind in appeared:
        told.append((appeared[work.kind], work.publisher))
    told += [("citation_publisher", work.publisher), ("citation_language", work.language)]
    told += [(f"citation_{scheme}", value) for scheme, value in work.identifiers.items()]
    told += [("citation_fulltext_html_url", work.url), ("citation_public_url", work.permalink)]
    return [(name, content) for name, content in told if content]


def of_claim(claim: Row, address: str) -> list[Tag]:
    """The tags of a claim, cited as an entry of this base. It has no author: who holds it stands in the entry, with the words."""
    recorded = str(claim["recorded_at"])[:10].replace("-", "/")
    return [
        ("citation_title", claim["text"]),
        ("citation_publication_date", recorded),
        ("citation_publisher", TITLE),
        ("citation_public_url", address),
    ]
