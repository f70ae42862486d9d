"""Citations of a claim with the quote that carries it, as plain text, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kb.base.model import Row
from kb.exchange.presets.bibtex import escaped
from kb.site.page_data import QuotedRow

TITLE = "Who says what"
VERBS = {"affirms": "affirmed by", "denies": "denied by", "uncommitted": "left open by"}


def formats(claim: Row, voices: Sequence[QuotedRow], address: str) -> list[dict[str, str]]:
    """The citation in each format, as rows (name, label, text). It quotes the first of the voices."""
    voice = voices[0] if voices else None
    return [
        {"name": "text", "label": "Text", "text": plain(claim, voice, address)},
        {"name": "bibtex", "label": "BibTeX", "text": bibtex(claim, voice, address)},
        {"name": "csl", "label": "CSL-JSON", "text": csl(claim, voice, address)},
    ]


def attribution(voice: QuotedRow) -> str:
    """Who holds the claim and where, such as “denied by Jane Doe in “Title”, 2021-10-23”."""
    published = f", {voice['published']}" if voice["published"] else ""
    return f"{VERBS[voice['stance']]} {voice['speaker']} in “{voice['source_title']}”{published}"


def plain(claim: Row, voice: QuotedRow | None, address: str) -> str:
    """The citation as a sentence."""
    quote = f", {attribution(voice)}: “{' '.join(voice['quote'].split())}”" if voice else ""
    return f"“{claim['text']}”{quote}. {TITLE}, recorded {claim['recorded_at'][:10]}. {address}"


def bibtex(claim: Row, voice: QuotedRow | None, address: str) -> str:
    """The citation as a BibTeX entry of type misc."""
    fields = {"title": "{" + escaped(claim["text"]) + "}", "howpublished": escaped(TITLE), "year": claim["recorded_at"][:4], "url": address}
    if voice:
        fields["note"] = escaped(attribution(voice)[0].upper() + attribution(voice)[1:])
        fields["abstract"] = escaped(" ".join(voice["quote"].split()))
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{claim['id']},\n{lines}\n}}"


def csl(claim: Row, voice: QuotedRow | None, address: str) -> str:
    """The citation as a CSL-JSON list of one item."""
    year, month, day = (int(part) for part in claim["recorded_at"][:10].split("-"))
    item: dict[str, Any] = {
        "id": claim["id"],
        "type": "entry",
        "title": claim["text"],
        "container-title": TITLE,
        "issued": {"date-parts": [[year, month, day]]},
        "URL": address,
    }
    if voice:
        item["note"] = attribution(voice)
        item["abstract"] = " ".join(voice["quote"].split())
    return json.dumps([item], ensure_ascii=False, indent=2)
