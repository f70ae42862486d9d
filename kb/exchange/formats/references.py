"""References of reference managers: BibTeX, RIS and CSL-JSON, as records of works without their texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kb.errors import DataError, UsageError
from kb.exchange import sheets
from kb.exchange.formats.annotation_targets import listed, parsed_or_none, text
from kb.exchange.formats.quoted import REFERENCES, Format
from kb.exchange.formats.reference import KINDS, ROLES, Reference, day, is_isbn, month, named, natural, spelled

NEEDS = "install the extra `references`"
VERBATIM = ("url", "doi", "date", "urldate", "language", "entrysubtype")
PUBLISHERS = ("journal", "journaltitle", "publisher", "institution", "organization")
# Fields of BibTeX that are read below, and those of our own exports that say nothing of the work itself.
BIBTEX_READ = {"title", "date", "year", "month", "urldate", "language", "url", "note", "copyright", "doi", "isbn", "entrysubtype", *ROLES}
OURS = {"sha256", "permalink"}
RIS_ROLES = (("authors", "author"), ("first_authors", "author"), ("secondary_authors", "editor"), ("subsidiary_authors", "translator"))
RIS_READ = {"type_of_reference", "id", "title", "primary_title", "date", "year", "publication_year", "access_date", "language", "urls"}
RIS_READ |= {"doi", "unknown_tag", "notes", *(name for name, _ in RIS_ROLES)}
RIS_PUBLISHERS = ("secondary_title", "journal_name", "alternate_title3", "publisher")
RIS_LABELS = ("Kind: ", "SHA-256: ", "Permalink: ", "Rights: ", "Date (EDTF): ")  # of notes that our export writes
CSL_READ = {"id", "type", "title", "issued", "accessed", "language", "URL", "note", "DOI", "custom", *ROLES}


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
        dated = month(values.get("month", ""))
        published = values.get("date") or "-".join(filter(None, (values.get("year"), dated)))
        publisher, left = first_of(values, PUBLISHERS)
        left |= {name: value for name, value in values.items() if value and name not in {*BIBTEX_READ, *OURS, *PUBLISHERS}}
        if not values.get("date") and values.get("month") and not dated:
            left["month"] = values["month"]
        rest = {
            "publisher": publisher,
            "published": published,
            "accessed": values.get("urldate", ""),
            "rights": values.get("copyright", ""),
        }
        rest |= {name: values.get(name, "") for name in ("language", "url", "note")}
        kind = values.get("entrysubtype", "") or KINDS.get(entry.entry_type.lower(), "document")
        if values.get("isbn") and not is_isbn(values["isbn"]):
            left["isbn"] = values["isbn"]
        identifiers = named(values.get("doi"), values.get("isbn"))
        yield Reference(f"entry {entry.key}", entry.key, values.get("title", ""), kind, people, rest, identifiers, left)


def first_of(values: dict[str, str], names: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """Return the value of the first of these fields that is filled, and those of the others that say something else."""
    chosen = next((values[name] for name in names if values.get(name)), "")
    return chosen, {name: values[name] for name in names if values.get(name) and values[name] != chosen}


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
        yield ris_record(number, record)


def ris_record(number: int, record: dict[str, Any]) -> Reference:
    """Return one record of RIS. What our own export wrote as a labelled note stands where it came from."""
    unknown = given if isinstance(given := record.get("unknown_tag"), dict) else {}
    notes = [text(note) for note in listed(record.get("notes"))]
    ours = {label: note.removeprefix(label) for note in notes for label in RIS_LABELS if note.startswith(label)}
    dates = (text(record.get(name)).strip("/ ").replace("/", "-") for name in ("date", "publication_year", "year"))
    published = ours.get("Date (EDTF): ") or next(filter(None, dates), "")
    people = [(natural(text(name)), role) for field, role in RIS_ROLES for name in listed(record.get(field))]
    people += [(natural(text(name)), "editor") for name in listed(unknown.get("ED"))]
    publisher, left = first_of({name: text(record.get(name)) for name in RIS_PUBLISHERS}, RIS_PUBLISHERS)
    urls, issn = listed(record.get("urls")), text(record.get("issn"))
    left |= {name: shown(value) for name, value in record.items() if value and name not in {*RIS_READ, *RIS_PUBLISHERS, "issn"}}
    left |= {tag: shown(value) for tag, value in unknown.items() if tag != "ED"} | ({"issn": issn} if issn and not is_isbn(issn) else {})
    left |= {"more addresses": ", ".join(map(text, urls[1:]))} if len(urls) > 1 else {}
    rest = {"publisher": publisher, "published": published, "language": text(record.get("language")), "url": text(next(iter(urls), ""))}
    rest |= {"accessed": text(record.get("access_date")).strip("/ ").replace("/", "-"), "rights": ours.get("Rights: ", "")}
    rest["note"] = "\n".join(note for note in notes if not note.startswith(RIS_LABELS))
    kind = ours.get("Kind: ") or KINDS.get(text(record.get("type_of_reference")).lower(), "document")
    title = text(record.get("title")) or text(record.get("primary_title"))
    key = text(record.get("id"))
    return Reference(f"record {number}", key, title, kind, tuple(people), rest, named(record.get("doi"), issn), left)


def shown(value: Any) -> str:
    """Return a value of any kind in words."""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


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
        names = ("publisher", "container-title")
        publisher, left = first_of({name: text(item.get(name)) for name in names}, names)
        isbn = text(item.get("ISBN"))
        left |= {name: shown(value) for name, value in item.items() if value and name not in {*CSL_READ, *names, "ISBN"}}
        left |= {"ISBN": isbn} if isbn and not is_isbn(isbn) else {}
        rest = {
            "publisher": publisher,
            "published": text(custom.get("edtf")) or day(item.get("issued")),
            "accessed": day(item.get("accessed")),
        }
        rest |= {"language": text(item.get("language")), "url": text(item.get("URL")), "note": text(item.get("note"))}
        rest["rights"] = text(custom.get("rights"))
        kind = text(custom.get("kind")) or KINDS.get(text(item.get("type")), "document")
        identifiers = named(item.get("DOI"), isbn)
        yield Reference(f"item {number}", text(item.get("id")), text(item.get("title")), kind, people, rest, identifiers, left)


def is_csl(_: str, data: bytes) -> bool:
    """Whether a file is JSON whose first item has a type or a title, as no annotation has."""
    items = listed(parsed_or_none(data))
    return bool(items) and isinstance(items[0], dict) and ("type" in items[0] or "title" in items[0]) and "target" not in items[0]


def reading(read: Callable[[str], Iterator[Reference]]) -> Callable[[bytes], list[Reference]]:
    """Return what reads bytes, for what reads words. Bytes in another encoding are refused, with a guess; a file without a reference, too."""

    def read_bytes(data: bytes) -> list[Reference]:
        found = list(read(sheets.decoded(Path("the file"), data)))
        if not found:
            raise DataError("the file holds no reference", remedy="export the references again")
        return found

    return read_bytes


def begins(data: bytes, pattern: bytes) -> bool:
    """Whether a line of the first ones is like a pattern, in UTF-8 or in UTF-16."""
    return bool(re.search(pattern, data[:100_000].replace(b"\x00", b""), re.MULTILINE))


FORMATS = (
    Format("ris", "RIS", lambda name, data: name.lower().endswith(".ris") or begins(data, rb"^\W*TY  - "), reading(of_ris), REFERENCES),
    Format("csl", "CSL-JSON", is_csl, reading(of_csl), REFERENCES),
    Format(
        "bibtex",
        "BibTeX or BibLaTeX",
        lambda name, data: name.lower().endswith((".bib", ".bibtex")) or begins(data, rb"^\W*@\s*\w+\s*[{(]"),
        reading(of_bibtex),
        REFERENCES,
    ),
)
