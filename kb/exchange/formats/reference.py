"""A work as a file of references describes it, and what the formats have in common in how they name people, days and identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kb.exchange.formats.annotation_targets import listed, text

ROLES = ("author", "editor", "translator")
KINDS = {
    **dict.fromkeys(("article", "inproceedings", "incollection", "jour", "conf", "mgzn", "article-journal", "article-magazine", "paper-conference"), "article"),
    **dict.fromkeys(("news", "article-newspaper"), "news"),
    **dict.fromkeys(("book", "inbook", "chap", "chapter"), "book"),
    **dict.fromkeys(("techreport", "report", "rprt"), "report"),
    **dict.fromkeys(("dataset", "data"), "dataset"),
    **dict.fromkeys(("video", "broadcast", "motion_picture"), "broadcast"),
    "speech": "speech",
}  # fmt: skip
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Reference:
    """One work as a file describes it.

    `published` among the fields is EDTF as far as the file gives a date, and `people` are (name, role). `left` holds what the file says of the
    work and a base has no place for, by the names that the file has for it.
    """

    where: str
    key: str
    title: str
    kind: str = "document"
    people: tuple[tuple[str, str], ...] = ()
    fields: dict[str, str] = field(default_factory=dict)  # publisher, published, accessed, language, url, rights, note
    identifiers: dict[str, str] = field(default_factory=dict)  # doi, isbn
    left: dict[str, str] = field(default_factory=dict)

    def notices(self) -> list[str]:
        """Return a line on what the reference says and no source holds, or none."""
        return [f"what it says of {', '.join(self.left)} is left out: a source has no place for it"] if self.left else []


def named(doi: Any, number: Any) -> dict[str, str]:
    """Return the identifiers that a reference has: its DOI, and its ISBN, which has ten or thirteen digits."""
    bare = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", text(doi).strip(), flags=re.IGNORECASE)
    isbn = text(number).strip() if is_isbn(text(number)) else ""
    return {scheme: value for scheme, value in (("doi", bare), ("isbn", isbn)) if value}


def is_isbn(number: str) -> bool:
    """Whether a number is an ISBN by its length; the number of a periodical (ISSN) has eight digits."""
    return len(re.sub(r"[^0-9Xx]", "", number)) in (10, 13)


def natural(name: str) -> str:
    """Return "Jane Doe" for "Doe, Jane"; braces that keep a name together go."""
    family, comma, given = " ".join(name.strip("{} ").split()).partition(", ")
    return f"{given} {family}" if comma else family


def spelled(name: dict[str, Any]) -> str:
    """Return the whole name of a CSL name."""
    return text(name.get("literal")) or " ".join(
        filter(None, (text(name.get(part)) for part in ("given", "non-dropping-particle", "family", "suffix")))
    )


def month(words: str) -> str:
    """Return a month in figures, or nothing."""
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    number = int(words) if words.isdigit() else months.index(words[:3].lower()) + 1 if words[:3].lower() in months else 0
    return f"{number:02}" if 1 <= number <= 12 else ""


def day(date: Any) -> str:
    """Return a CSL date as EDTF, as precise and as certain as it is; an interval has a slash. A date in words is left as it is."""
    if not isinstance(date, dict):
        return ""
    season, sure = str(date.get("season") or ""), "~" if date.get("circa") else ""
    ends = [
        "-".join(f"{int(each):0{4 if place == 0 else 2}}" for place, each in enumerate(end) if str(each).isdigit())
        for end in listed(date.get("date-parts"))
        if isinstance(end, list)
    ]
    ends = [end + (f"-2{season}" if len(end) == 4 and season in ("1", "2", "3", "4") else "") + sure for end in ends[:2] if end]
    return "/".join(ends) or text(date.get("raw")) or text(date.get("literal"))
