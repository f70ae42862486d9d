"""Sources as CSL-JSON, which citation processors format.

Date ranges, seasons and doubt are written as CSL writes them; the date as it was given, the digest and the permalink stand in `custom`.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from kb.exchange.presets.bibliography import HELD_ROLES, PERIODICAL, Work, figures, works
from kb.exchange.presets.preset import Excerpt, Preset

TYPES = {
    "article": "article-magazine",
    "report": "report",
    "book": "book",
    "speech": "speech",
    "broadcast": "broadcast",
    "dataset": "dataset",
}
TYPES |= dict.fromkeys(PERIODICAL - {"article"}, "article-newspaper")
OTHER = "document"


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write one list of items, one at a time."""
    stream.write("[")
    for number, work in enumerate(works(excerpt)):
        stream.write((",\n" if number else "\n") + json.dumps(item(work), ensure_ascii=False))
    stream.write("\n]\n")


def item(work: Work) -> dict[str, Any]:
    """One source as a CSL item; what is not known is left out."""
    made: dict[str, Any] = {"id": work.id, "type": TYPES.get(work.kind, OTHER), "title": work.title}
    for role in HELD_ROLES:
        if people := work.by_role(role):
            made[role] = [{"literal": person.name} for person in people]
    if work.published:
        made["issued"] = dated(work.published)
    if work.accessed:
        made["accessed"] = dated(work.accessed)
    if work.publisher:
        made["publisher"] = work.publisher
        if work.kind in PERIODICAL:
            made["container-title"] = work.publisher
    values = {"language": work.language, "URL": work.url, "note": work.note}
    values |= {"DOI": work.identifiers.get("doi"), "ISBN": work.identifiers.get("isbn")}
    made |= {name: value for name, value in values.items() if value}
    custom = {"kind": work.kind, "edtf": work.published, "rights": work.rights, "sha256": work.sha256, "permalink": work.permalink}
    return made | {"custom": {name: value for name, value in custom.items() if value}}


def dated(date: str) -> dict[str, Any]:
    """An EDTF date as a CSL date."""
    start, slash, end = date.partition("/")
    both = [parts for parts in (figures(start), figures(end)) if parts]
    if not both or len(both) != 1 + bool(slash):  # an open end, or a year not given in figures
        return {"literal": date}
    made: dict[str, Any] = {"date-parts": both}
    season = start[5:7]
    if season in ("21", "22", "23", "24"):
        made["season"] = int(season) - 20
    if date.rstrip("?~%") != date or start.rstrip("?~%") != start:
        made["circa"] = True
    return made


PRESET = Preset("csl", "sources as CSL-JSON, for citation processors and pandoc", write)
