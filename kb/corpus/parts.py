"""Divide the articles of a folder into parts by their digests, and write the rows of one part.

A part is written by one worker alone, to files named by what is in it. So no worker waits for another, and one that is ended midway leaves
nothing that counts: whoever does its part again writes the same files.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb import articles
from kb.base.model import Row
from kb.corpus import article, columns
from kb.corpus.lake import OF_ARTICLES, SHARED, Lake
from kb.errors import KbError, crashes
from kb.workers.worker import LONG, Worker

MOST = 200  # articles in a part: what is read again where work is broken off


@dataclass(frozen=True)
class Article:
    """A file under the folder of articles, and the SHA-256 of its bytes."""

    sha256: str
    file: str


@dataclass(frozen=True)
class Part:
    """Articles whose digests begin alike, in the order of their names."""

    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Done:
    """What came of a part: the numbers of its articles, of those left out, and of its proposals."""

    articles: int
    failures: int
    proposals: int


def divide(listed: Iterable[Article]) -> Iterator[Part]:
    """Divide articles, which come in the order of their digests, into parts."""
    for bucket, group in itertools.groupby(listed, key=lambda each: each.sha256[0]):
        while chosen := list(itertools.islice(group, MOST)):
            name = hashlib.sha256("".join(each.sha256 for each in chosen).encode()).hexdigest()[:16]
            yield Part(f"{bucket}/{name}", tuple(sorted(chosen, key=lambda each: each.file)))


def digest_of(folder: Path, file: str) -> Article:
    """Return a file with its digest; that of its name where it cannot be read, which is told when its turn comes."""
    try:
        data = articles.bytes_of(folder / file)
    except KbError:
        data = b"unreadable: " + file.encode("utf-8", "surrogateescape")
    return Article(hashlib.sha256(data).hexdigest(), file)


def write(lake: Lake, folder: Path, part: Part, worker: Worker) -> Done:
    """Read the articles of a part, and write their rows. The file of `articles` comes last, and makes the part count."""
    rows: dict[str, list[Row]] = {table: [] for table in (*OF_ARTICLES, "articles", "failures")}
    shared: dict[str, list[Row]] = {table: [] for table in SHARED}
    for each in part.articles:
        try:
            data = articles.bytes_of(folder / each.file)
            found = worker.call(LONG, article.rows_of, lake.names, lake.settings, each.file, data)
        except Exception as error:  # of the program itself, too: one article must not stop a lake
            rows["failures"].append(article.failure(lake.settings, each.file, each.sha256, crashes.told(error)))
            continue
        (row,) = found["articles"]
        first = next((one for one in rows["articles"] if twins(one, row)), None)
        if first is not None:
            rows["failures"].append(article.failure(lake.settings, each.file, each.sha256, article.double(row, first)))
            continue
        for table, of_article in found.items():
            own = of_article if table in rows and table != "entities" else [one for one in of_article if one.get("kind") == "source"]
            rows.get(table, []).extend(own)
            others = [] if table not in shared else [one for one in of_article if table != "entities" or one["kind"] != "source"]
            shared.get(table, []).extend({columns.ARTICLE: each.sha256} | one for one in others)
    for table, of_part in shared.items():
        if of_part:
            columns.write(lake.shared_file(table, part.name), table, of_part, shared=True)
    for table in (*OF_ARTICLES, "failures", "articles"):
        if rows[table] or table == "articles":
            columns.write(lake.file(table, part.name), table, rows[table])
    return Done(len(rows["articles"]), len(rows["failures"]), len(rows["proposals"]))


def twins(one: Row, other: Row) -> bool:
    """Whether two articles have one text, or one id for two texts."""
    return other["text_sha256"] is not None and (one["text_sha256"] == other["text_sha256"] or one["source_id"] == other["source_id"])
