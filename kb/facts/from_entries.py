"""Turn checked entries of files and JSON objects into facts."""

from __future__ import annotations

from typing import Any

from kb.base.entries import VOICE, EntryError, needed
from kb.base.fields import CLAIM
from kb.base.model import Row
from kb.facts import Fact, Voice


def voice_of(entry: Row) -> Voice:
    """Return the voice that an entry describes."""
    return Voice(entry.get("speaker"), entry.get("work"), *[entry.get(key) for key in VOICE])


def fact_of(entry: Row, source: str, where: str, *, kind: str = "claim", at: tuple[int, int] | None = None) -> Fact:
    """Return the fact of a checked [[claim]] or [[assertion]]. `source` is used unless the entry names its own.

    `at` is the (start, end) of the quote in code points; with it, the quote may be left out. Raises EntryError for a missing key.
    """
    if at is None:
        needed(entry, ("quote",), where)
    if kind == "assertion":
        needed(entry, ("claim_id",), where)
    elif not entry.get("text") and not entry.get("claim_id"):
        raise EntryError(
            "text is missing",
            "text",
            where=where,
            remedy="say in text what the words claim, or name a recorded claim with claim_id = …",
        )
    own_id = entry.get("id")
    fields: dict[str, Any] = {key: entry[key] for key in ("prefix", "suffix", "within", "kind", "status") if entry.get(key)}
    fields |= {key: entry.get(key) for key in (*CLAIM, "quantity") if key != "kind"}
    return Fact(
        source=entry.get("source") or source,
        quote=entry.get("quote", ""),
        at=at,
        claim_id=entry.get("claim_id") or (own_id if kind == "claim" else None),
        assertion_id=own_id if kind == "assertion" else None,
        author=voice_of(entry),
        voices=tuple(voice_of(voice) for voice in entry.get("said_by", [])),
        speakers=tuple(entry.get("speakers", [])),
        roles=tuple(entry.get("roles", [])),
        **fields,
    )
