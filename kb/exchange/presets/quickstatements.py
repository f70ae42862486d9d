"""Claims as QuickStatements (version 1), for Wikidata.

Only what is recorded or reviewed, mapped to Wikidata, and affirmed in a source's own voice, certainly, with nobody denying it, is a
statement. Every such source is a reference of its own. All other claims are listed by id in the loss report.
"""

from __future__ import annotations

import re
from typing import TextIO

from kb.base.model import Row
from kb.exchange.presets.bibliography import figures
from kb.exchange.presets.preset import Excerpt, Preset

ITEM = "(SELECT min(value) FROM identifiers WHERE entity_id = {} AND scheme = 'wikidata' AND match = 'exact')"
CLAIMS = f"""
SELECT claim.id, claim.status, claim.subject_id, claim.object_id, claim.about_time, claim.place_id, predicate.iri,
  {ITEM.format("claim.subject_id")} AS subject, {ITEM.format("claim.object_id")} AS object,
  EXISTS (SELECT 1 FROM rdf_asserted_claims AS sure WHERE sure.id = claim.id) AS asserted
FROM claims AS claim LEFT JOIN predicates AS predicate ON predicate.id = claim.predicate_id WHERE {{}} ORDER BY claim.id"""
REFERENCES = f"""
SELECT DISTINCT source.id, source.url, source.title, source.language, source.published, snapshot.retrieved_at, passage.exact,
  {ITEM.format("source.id")} AS item
FROM assertions AS assertion JOIN sources AS source ON source.id = assertion.source_id
JOIN passages AS passage ON passage.id = assertion.passage_id JOIN snapshots AS snapshot ON snapshot.id = passage.snapshot_id
WHERE assertion.claim_id = ? AND assertion.level = 0 AND assertion.stance = 'affirms' AND assertion.act = 'asserts'
  AND assertion.certainty = 'certain' AND assertion.status IN ('recorded', 'reviewed') ORDER BY source.id, passage.start_char"""
PROPERTY = re.compile(r"https?://www\.wikidata\.org/(?:prop/direct/|prop/|entity/|wiki/Property:)(P[1-9]\d*)")
ITEM_ID = re.compile(r"Q[1-9]\d*")
LONGEST = 1500  # characters of a string that Wikidata stores


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write a statement a line, and list every claim that is none."""
    for row in excerpt.rows(CLAIMS.format(excerpt.within("claims", "claim.id"))):
        why = refusal(row)
        references = (
            []
            if why
            else [reference for each in excerpt.rows(REFERENCES, row["id"]) for reference in [referred(excerpt, each)] if reference]
        )
        if why is None and not references:
            why = ("claims without a reference", "a reference needs the URL or the Wikidata item of its source")
        if why:
            excerpt.loss.lose(*why, row_id=row["id"])
            continue
        property_id = PROPERTY.fullmatch(row["iri"])
        parts = [row["subject"], property_id[1] if property_id else "", row["object"], *(qualifiers(row["about_time"]) or [])]
        for number, reference in enumerate(references):
            parts += [("!" if number and not at else "") + part for at, part in enumerate(reference)]
        stream.write("\t".join(parts) + "\n")
        excerpt.loss.keep("statements")
        excerpt.loss.keep("references", len(references))


def refusal(row: Row) -> tuple[str, str] | None:
    """What is against a claim as a statement, with the reason; None where nothing is."""
    mapped = all(ITEM_ID.fullmatch(row[part] or "") for part in ("subject", "object"))
    against = (
        (row["status"] not in ("recorded", "reviewed"), f"claims that are {row['status']}", "only recorded and reviewed ones are exported"),
        (row["subject_id"] is None, "claims in words only", "a statement needs subject, predicate and object"),
        (
            not row["asserted"],
            "claims that nobody affirms outright",
            "only facts that a source affirms in its own voice, certainly, and that nobody denies, are exported",
        ),
        (
            not PROPERTY.fullmatch(row["iri"] or ""),
            "claims whose predicate is no Wikidata property",
            "give the predicate the IRI of a property",
        ),
        (not mapped, "claims whose subject or object is no Wikidata item", "identify both, exactly"),
        (
            row["place_id"] is not None or qualifiers(row["about_time"]) is None,
            "claims that hold only there or then",
            "without its place, or a date that Wikidata cannot hold, a claim would say more",
        ),
    )
    return next(((what, why) for refused, what, why in against if refused), None)


def qualifiers(about: str | None) -> list[str] | None:
    """When the claim is said to hold, as point in time (P585), or start (P580) and end (P582); None where Wikidata has no such date."""
    if not about:
        return []
    start, slash, end = about.partition("/")
    parts: list[str] = []
    for name, date in (("P580", start), ("P582", end)) if slash else (("P585", start),):
        if date in ("", ".."):
            continue
        value = time(date)
        if value is None:
            return None
        parts += [name, value]
    return parts


def time(date: str) -> str | None:
    """An EDTF year, month or day with its precision (9, 10, 11); None for a date with doubt, a season or unknown figures."""
    parts = figures(date)
    if not parts or "-".join(f"{part:02}" for part in parts) != date:
        return None
    year, month, day = (*parts, 0, 0)[:3]
    return f"+{year:04}-{month:02}-{day:02}T00:00:00Z/{8 + len(parts)}"


def referred(excerpt: Excerpt, row: Row) -> list[str]:
    """The reference to one passage: stated in, URL, title, publication date, retrieved, quotation; empty where nothing identifies the source."""
    if not row["item"] and not row["url"]:
        return []
    parts = ["S248", row["item"]] if row["item"] else []
    parts += ["S854", quoted(row["url"])] if row["url"] else []
    language = row["language"] if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", row["language"] or "") else "und"
    quote = " ".join(row["exact"].split())
    for name, words in (("S1476", row["title"]), ("S1683", quote)):
        if '"' in words:
            excerpt.loss.lose("straight quotation marks", "the format cannot escape them; typographic ones stand in their place")
        if len(words) <= LONGEST:
            parts += [name, f"{language.lower()}:{quoted(words)}"]
        else:
            excerpt.loss.lose("quotes over 1,500 characters", "Wikidata stores no longer string")
    for name, date in (("S577", row["published"] or ""), ("S813", (row["retrieved_at"] or "")[:10])):
        if value := time(date):
            parts += [name, value]
        elif date:
            excerpt.loss.lose("dates of publication", "Wikidata has no such date")
    return parts


def quoted(text: str) -> str:
    """A string between straight quotes on one line; straight quotes inside become typographic ones, as the format cannot escape them."""
    return '"' + " ".join(text.split()).replace('"', "”") + '"'


PRESET = Preset("quickstatements", "claims as QuickStatements, for Wikidata", write)
