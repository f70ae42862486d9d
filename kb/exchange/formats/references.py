"""References of reference managers: BibTeX, RIS and CSL-JSON, as records of works without their texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kb.errors import DataError, UsageError
from kb.exchange.formats.annotation_targets import listed, text

KINDS = {
    **dict.fromkeys(("article", "inproceedings", "incollection", "jour", "conf", "mgzn", "article-journal", "article-magazine", "paper-conference"), "article"),
    **dict.fromkeys(("news", "article-newspaper"), "news"),
    **dict.fromkeys(("book", "inbook", "chap", "chapter"), "book"),
    **dict.fromkeys(("techreport", "report", "rprt"), "report"),
    **dict.fromkeys(("dataset", "data"), "dataset"),
    **dict.fromkeys(("video", "broadcast", "motion_picture"), "broadcast"),
    "speech": "speech",
}  # fmt: skip
ROLES = ("author", "editor", "translator")
NEEDS = "install the extra `references`"
VERBATIM = ("url", "doi", "date", "urldate", "language", "entrysubtype")


@dataclass(frozen=True)
class Reference:
    """One work as a file describes it; `published` is EDTF as far as the file gives a date, and `people` are (name, role)."""

    where: str
    key: str
    title: str
    kind: str = "document"
    people: tuple[tuple[str, str], ...] = ()
    fields: dict[str, str] = field(default_factory=dict)  # publisher, published, language, url, note
    identifiers: dict[str, str] = field(default_factory=dict)  # doi, isbn


def read(filename: str, data: bytes) -> list[Reference]:
    """Return the references of a file, by its ending or by how it begins. Raises DataError for a file that cannot be read."""
    words = data.decode("utf-8-sig", "replace")
    if filename.lower().endswith(".ris") or re.match(r"\s*TY  - ", words):
        return list(of_ris(words))
    if words.lstrip()[:1] in ("[", "{"):
        return list(of_csl(words))
    return list(of_bibtex(words))


def of_bibtex(words: str) -> Iterator[Reference]:
    """Yield each entry of BibTeX or BibLaTeX. Raises DataError, with its place, for an entry that cannot be read."""
    try:
        from bibtexparser.entrypoint import parse_string
        from pylatexenc.latex2text import LatexNodes2Text
    except ImportError as error:
        raise UsageError("reading BibTeX needs bibtexparser, which is not installed", remedy=NEEDS) from error
    library = parse_string(words)
    if library.failed_blocks:
        failed = library.failed_blocks[0]
        raise DataError(
            "the entry cannot be read",
            where=f"line {(failed.start_line or 0) + 1}",
            remedy="mend it: its braces, or a key that is there twice",
        )
    plain = LatexNodes2Text().latex_to_text
    for entry in library.entries:
        given = {each.key.lower(): str(each.value) for each in entry.fields}
        values = {name: value.strip("{} ") if name in VERBATIM else " ".join(plain(value).split()) for name, value in given.items()}
        people = tuple(
            (natural(plain(name)), role) for role in ROLES for name in re.split(r"\s+and\s+", given.get(role, "")) if name.strip()
        )
        published = values.get("date") or "-".join(filter(None, (values.get("year"), month(values.get("month", "")))))
        publisher = next(
            (values[name] for name in ("journal", "journaltitle", "publisher", "institution", "organization") if values.get(name)), ""
        )
        rest = {"publisher": publisher, "published": published, **{name: values.get(name, "") for name in ("language", "url", "note")}}
        kind = values.get("entrysubtype", "") or KINDS.get(entry.entry_type.lower(), "document")
        yield Reference(
            f"entry {entry.key}", entry.key, values.get("title", ""), kind, people, rest, named(values.get("doi"), values.get("isbn"))
        )


def of_ris(words: str) -> Iterator[Reference]:
    """Yield each record of RIS."""
    try:
        import rispy
    except ImportError as error:
        raise UsageError("reading RIS needs rispy, which is not installed", remedy=NEEDS) from error
    try:
        records = rispy.loads(words)
    except Exception as error:  # rispy lets errors of any kind through
        raise DataError(f"no RIS: {error}", remedy="export the references again as RIS") from error
    for number, record in enumerate(records, 1):
        published = text(record.get("date")).strip("/").replace("/", "-") or text(record.get("year"))
        title = text(record.get("title")) or text(record.get("primary_title"))
        publisher = text(record.get("secondary_title")) or text(record.get("journal_name")) or text(record.get("publisher"))
        url = next(iter(listed(record.get("urls"))), "")
        rest = {"publisher": publisher, "published": published, "language": text(record.get("language")), "url": text(url)}
        people = tuple((natural(name), "author") for name in listed(record.get("authors")) or listed(record.get("first_authors")))
        kind = KINDS.get(text(record.get("type_of_reference")).lower(), "document")
        yield Reference(f"record {number}", text(record.get("id")), title, kind, people, rest, named(record.get("doi"), record.get("issn")))


def of_csl(words: str) -> Iterator[Reference]:
    """Yield each item of CSL-JSON."""
    try:
        items = listed(json.loads(words))
    except (ValueError, RecursionError) as error:
        raise DataError(f"no JSON: {error}", remedy="export the references again as CSL-JSON") from error
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            raise DataError("no item of CSL-JSON", where=f"item {number}", remedy="export the references again as CSL-JSON")
        custom: dict[str, Any] = given if isinstance(given := item.get("custom"), dict) else {}
        people = tuple((spelled(name), role) for role in ROLES for name in listed(item.get(role)) if isinstance(name, dict))
        rest = {
            "publisher": text(item.get("publisher")) or text(item.get("container-title")),
            "published": text(custom.get("edtf")) or day(item.get("issued")),
        }
        rest |= {"language": text(item.get("language")), "url": text(item.get("URL")), "note": text(item.get("note"))}
        kind = text(custom.get("kind")) or KINDS.get(text(item.get("type")), "document")
        yield Reference(
            f"item {number}", text(item.get("id")), text(item.get("title")), kind, people, rest, named(item.get("DOI"), item.get("ISBN"))
        )


def named(doi: Any, isbn: Any) -> dict[str, str]:
    """Return the identifiers that a reference has."""
    bare = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", text(doi).strip(), flags=re.IGNORECASE)
    return {scheme: value for scheme, value in (("doi", bare), ("isbn", text(isbn).strip())) if value}


def natural(name: str) -> str:
    """Return "Jane Doe" for "Doe, Jane"; braces that keep a name together go."""
    family, comma, given = " ".join(name.strip("{} ").split()).partition(", ")
    return f"{given} {family}" if comma else family


def spelled(name: dict[str, Any]) -> str:
    """Return the whole name of a CSL name."""
    return text(name.get("literal")) or " ".join(
        filter(None, (text(name.get(part)) for part in ("given", "non-dropping-particle", "family")))
    )


def month(words: str) -> str:
    """Return a month in figures, or nothing."""
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    number = int(words) if words.isdigit() else months.index(words[:3].lower()) + 1 if words[:3].lower() in months else 0
    return f"{number:02}" if 1 <= number <= 12 else ""


def day(issued: Any) -> str:
    """Return a CSL date as EDTF, as precise as it is; an interval has a slash."""
    parts = issued.get("date-parts", []) if isinstance(issued, dict) else []
    ends = [
        "-".join(f"{int(each):0{4 if place == 0 else 2}}" for place, each in enumerate(end) if str(each).isdigit())
        for end in listed(parts)
        if isinstance(end, list)
    ]
    return "/".join(filter(None, ends[:2]))
