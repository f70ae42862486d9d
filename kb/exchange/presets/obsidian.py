"""A vault of linked notes for Obsidian: one note for each claim, source, actor, thing and event.

What we write stands between two marks, and a later export replaces only that. Everything else in a file is people's own, the properties at
its head too, which are written once. In an export of the whole base, a note whose row is not exported any more says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from kb.ask.tables import whole_file
from kb.base.model import Row
from kb.errors import DataError, SeveralProblemsError
from kb.exchange.presets.preset import Excerpt, Preset

BEGIN = "%% kb: what follows is written anew by each export; write above or below %%"
END = "%% kb: end %%"
MARKED = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
GONE = "This row is not in the export any more: it was retracted, merged, or is not counted."
FOLDERS = ("claims", "sources", "actors", "things", "events")
SPECIAL = re.compile(r"([\\`*_\[\]#%<>|~=$^{}!])")
ENTITIES = """
SELECT entity.id, entity.label, entity.kind, coalesce(actor.kind, thing.kind, event.kind) AS type, event.actuality, event.date,
  coalesce(actor.description, thing.description, event.description) AS description
FROM entities AS entity LEFT JOIN actors AS actor ON actor.id = entity.id LEFT JOIN things AS thing ON thing.id = entity.id
LEFT JOIN events AS event ON event.id = entity.id WHERE entity.status = 'current' AND entity.kind <> 'source' AND {} ORDER BY entity.id"""
SOURCES = """
SELECT source.id, source.title AS label, source.published, source.url, source.rights, publisher.id AS publisher_id, publisher.name AS publisher
FROM sources AS source JOIN entities AS entity ON entity.id = source.id LEFT JOIN actors AS publisher ON publisher.id = source.publisher_id
WHERE entity.status = 'current' AND {} ORDER BY source.id"""
CLAIMS = "SELECT id, text AS label, kind, status, about_time FROM claims WHERE id IN (SELECT claim_id FROM standing) AND {} ORDER BY id"
# What a claim speaks of, and who holds it.
PARTS = """
SELECT DISTINCT part.part, entity.id, entity.label FROM (
  SELECT 'subject' AS part, subject_id AS id FROM claims WHERE id = ?1 UNION ALL SELECT 'object', object_id FROM claims WHERE id = ?1
  UNION ALL SELECT 'event', event_id FROM claims WHERE id = ?1 UNION ALL SELECT 'place', place_id FROM claims WHERE id = ?1
  UNION ALL SELECT 'participant', entity_id FROM participations WHERE claim_id = ?1
  UNION ALL SELECT 'event', event_id FROM participations WHERE claim_id = ?1) AS part JOIN entities AS entity ON entity.id = part.id
ORDER BY part.part, entity.id"""
VOICES = """
SELECT speaker_id, speaker, stance, certainty, act, level, source_id, source_title, published, quote, status
FROM claim_sheet WHERE claim_id = ? AND counted AND {} ORDER BY source_id, start_char, level, assertion_id"""
RELATED = """
SELECT relations.relation, relations.rationale, claims.id, claims.text AS label FROM relations JOIN claims ON claims.id = relations.to_claim_id
WHERE relations.from_claim_id = ? AND relations.status NOT IN ('proposed', 'retracted')
AND EXISTS (SELECT 1 FROM standing WHERE claim_id = claims.id)
AND {} ORDER BY relations.id"""


def write(excerpt: Excerpt, folder: Path) -> None:
    """Write or renew the notes. Raises DataError, before anything is written, where a note has lost one of its marks."""
    refuse_broken(folder)
    for kind in FOLDERS:
        (folder / kind).mkdir(exist_ok=True)
    for place, row, lines in notes(excerpt):
        renew(folder / place / f"{row['id']}.md", row["label"], lines)
        excerpt.loss.keep(place)
    if not excerpt.selection:
        mark_gone(excerpt, folder)
    report(excerpt)


def refuse_broken(folder: Path) -> None:
    """Raise DataError for every note in which a mark is missing, since nobody can tell then which words are whose."""
    errors = []
    for path in noted(folder):
        text = path.read_text("utf-8")
        whole = len(MARKED.findall(text))
        if not whole == text.count(BEGIN) == text.count(END) <= 1:
            errors.append(
                DataError(
                    "one of the two marks is missing or there twice", where=str(path), remedy="restore the marks, or move the file away"
                )
            )
    if errors:
        raise errors[0] if len(errors) == 1 else SeveralProblemsError(errors)


def noted(folder: Path) -> Iterator[Path]:
    """The notes that stand where an export writes them."""
    for kind in FOLDERS:
        yield from sorted((folder / kind).glob("*.md"))


def notes(excerpt: Excerpt) -> Iterator[tuple[str, Row, list[str]]]:
    """(folder, row, generated lines) of every note."""
    for row in excerpt.rows(CLAIMS.format(excerpt.within("claims", "id"))):
        yield "claims", row, claim_lines(excerpt, row)
    for row in excerpt.rows(SOURCES.format(excerpt.within("sources", "source.id"))):
        yield "sources", row, source_lines(row)
    for row in excerpt.rows(ENTITIES.format(excerpt.within("entities", "entity.id"))):
        yield f"{row['kind']}s", row, entity_lines(row)


def claim_lines(excerpt: Excerpt, row: Row) -> list[str]:
    """A claim as what somebody holds, never as a fact: who, how, and in which words."""
    lines = [f"# {plain(row['label'])}", "", f"A claim ({row['kind']}, {row['status']}); who holds it stands below."]
    if row["about_time"]:
        lines.append(f"Said to hold: {plain(row['about_time'])}")
    lines += [
        "",
        *(f"- {each['part']}: {link(each['id'], each['label'])}" for each in excerpt.rows(PARTS, row["id"])),
        "",
        "## Who says so",
    ]
    for each in excerpt.rows(VOICES.format(excerpt.within("assertions", "assertion_id")), row["id"]):
        held = f"{link(each['speaker_id'], each['speaker'])} **{each['stance']}** it ({each['act']}, {each['certainty']}, {each['status']})"
        dated = f", {plain(each['published'])}" if each["published"] else ""
        lines += ["", f"{held} in {link(each['source_id'], each['source_title'])}{dated}:", ""]
        lines += [f"> {plain(line)}" for line in each["quote"].splitlines()]
    related = [
        f"- {each['relation']} {link(each['id'], each['label'])}: {plain(each['rationale'])}"
        for each in excerpt.rows(RELATED.format(excerpt.within("relations", "relations.id")), row["id"])
    ]
    return [*lines, *(["", "## Other claims", "", *related] if related else [])]


def source_lines(row: Row) -> list[str]:
    """A source with what a reader needs to find it."""
    publisher = link(row["publisher_id"], row["publisher"]) if row["publisher_id"] else None
    given = {"Publisher": publisher, "Published": row["published"] and plain(row["published"]), "Address": row["url"] and f"<{row['url']}>"}
    given["Rights"] = row["rights"] and plain(row["rights"])
    return [f"# {plain(row['label'])}", "", *(f"- {name}: {value}" for name, value in given.items() if value)]


def entity_lines(row: Row) -> list[str]:
    """An actor, thing or event with what the curators filed; what is said of it are the notes that link here."""
    lines = [
        f"# {plain(row['label'])}",
        "",
        f"{row['kind']}: {row['type']}",
        *([f"filed as: {row['actuality']}"] if row["actuality"] else []),
    ]
    lines += [f"when: {plain(row['date'])}"] if row["date"] else []
    return [*lines, *(["", plain(row["description"])] if row["description"] else [])]


def link(row_id: str, label: str) -> str:
    """A link to a note by its file name, which is its id, shown as its label."""
    return f"[[{row_id}|{re.sub(r'[][|#^]', ' ', ' '.join(label.split()))}]]"


def plain(text: str) -> str:
    """The text as it stands, with the characters escaped that Markdown would read as marks."""
    return SPECIAL.sub(r"\\\1", " ".join(text.splitlines()))


def renew(path: Path, label: str, lines: list[str]) -> None:
    """Replace the part between the marks; a file without marks gets them at its end, a new one the label as an alias too."""
    part = "\n".join([BEGIN, "", *lines, "", END])
    if not path.exists():
        text = f"---\naliases: [{json.dumps(label, ensure_ascii=False)}]\n---\n\n{part}\n"
    else:
        with path.open(encoding="utf-8", newline="") as file:  # people's ends of line stay as they are
            old = file.read()
        text = MARKED.sub(lambda _: part, old) if BEGIN in old else f"{old.rstrip()}\n\n{part}\n"
        if text == old:
            return
    with whole_file(path, "wb") as stream:
        stream.write(text.encode("utf-8"))


def mark_gone(excerpt: Excerpt, folder: Path) -> None:
    """Say in each note that an earlier export wrote that its row is not exported any more."""
    current = (
        "SELECT EXISTS (SELECT 1 FROM standing WHERE claim_id = ?1) OR EXISTS (SELECT 1 FROM entities WHERE id = ?1 AND status = 'current')"
    )
    for path in noted(folder):
        if BEGIN in path.read_text("utf-8") and not excerpt.count(current, path.stem):
            renew(path, path.stem, [GONE])
            excerpt.loss.lose("notes of rows that are gone", "people's words in them are kept, and the note says so", row_id=path.stem)


def report(excerpt: Excerpt) -> None:
    """Report what no note holds."""
    excerpt.leave_out_uncounted()
    excerpt.leave_out("mentions", "where a name stands in a text is not shown")
    excerpt.leave_out("affiliations", "who belongs to what is not shown")
    excerpt.leave_out("event_order", "the order of events is not shown")
    excerpt.leave_out("distinct_entities", "what is not the same is not shown")
    excerpt.leave_out_rest(
        "a note shows who holds a claim, in which words, and what it is about", "relations", "participations", "quantities"
    )
    within = excerpt.within("claims", "claim_id")
    excerpt.loss.lose(
        "quantities", "the number stands in the claim's words", excerpt.count(f"SELECT count(*) FROM quantities WHERE {within}")
    )


PRESET = Preset("obsidian", "a vault of linked notes for Obsidian, in which people's own notes are kept", write, target="folder")
