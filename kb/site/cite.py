"""How to cite a claim with the words that carry it: plain text, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from kb.site.reading import Row

TITLE = "Who says what"
VERBS = {"affirms": "affirmed by", "denies": "denied by", "uncommitted": "left open by"}


def formats(claim: Row, voices: list[Row], address: str) -> list[dict[str, str]]:
    """(label, text) of each way to cite the claim; the first voice on the page is the one quoted."""
    voice = voices[0] if voices else None
    return [
        {"name": "text", "label": "Text", "text": plain(claim, voice, address)},
        {"name": "bibtex", "label": "BibTeX", "text": bibtex(claim, voice, address)},
        {"name": "csl", "label": "CSL-JSON", "text": csl(claim, voice, address)},
    ]


def held(voice: Row) -> str:
    """Who holds it, where: “denied by Jane Doe in “Title”, 2021-10-23”."""
    published = f", {voice['published']}" if voice["published"] else ""
    return f"{VERBS[voice['stance']]} {voice['speaker']} in “{voice['source_title']}”{published}"


def plain(claim: Row, voice: Row | None, address: str) -> str:
    said = f", {held(voice)}: “{' '.join(voice['quote'].split())}”" if voice else ""
    return f"“{claim['text']}”{said}. {TITLE}, recorded {claim['recorded_at'][:10]}. {address}"


def bibtex(claim: Row, voice: Row | None, address: str) -> str:
    """An @misc entry; characters that mean something to BibTeX are escaped."""
    fields = {"title": "{" + escaped(claim["text"]) + "}", "howpublished": escaped(TITLE), "year": claim["recorded_at"][:4], "url": address}
    if voice:
        fields["note"] = escaped(held(voice)[0].upper() + held(voice)[1:])
        fields["abstract"] = escaped(" ".join(voice["quote"].split()))
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{claim['id']},\n{lines}\n}}"


def escaped(text: str) -> str:
    bare = text.replace("\\", r"\textbackslash ").replace("~", r"\textasciitilde ").replace("^", r"\textasciicircum ")
    return re.sub(r"([&%$#_{}])", r"\\\1", bare)


def csl(claim: Row, voice: Row | None, address: str) -> str:
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
        item["note"] = held(voice)
        item["abstract"] = " ".join(voice["quote"].split())
    return json.dumps([item], ensure_ascii=False, indent=2)
