"""Take apart, in the public edition, texts of which only quotes may be shown, so that neither order nor place of the quotes can be told.

What stays are the sentences with a quote, each on its own. They are laid down in another order, in a text in which all offsets are counted
anew. Snapshots get another id and digest, because the ids of passages are minted from the snapshot's id and the offsets: whoever knew it could
find the offsets by trying.
"""

from __future__ import annotations

import bisect
import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kb.base import ids
from kb.rdf.export import WITHHELD
from kb.texts.display import CONTEXT

NOTICE = "The public edition shows quotes from this text in their sentences, not the whole text: its rights do not allow that."
STUB = "[quote withheld]"
GAP = "\n" + "[…]".ljust(2 * CONTEXT) + "\n"  # so wide that the words around a quote never reach the next
ASIDE = 100_000_000  # added to offsets and positions while rows change places, which are unique
OWN_OFFSETS = ("passages", "sentences", "mentions")


@dataclass
class Layout:
    """The new text of a snapshot: each stretch that stays, with its old and new place, and the new place of each section."""

    text: str = ""
    moved: list[tuple[int, int, int]] = field(default_factory=list)  # old start, old end, new start, in the order of the old text
    sections: dict[str, tuple[int, int]] = field(default_factory=dict)
    stubs: dict[str, int] = field(default_factory=dict)  # the new place of each passage that is not quoted

    def place(self, start: int) -> int | None:
        """The new place of an old offset, or None where its words do not stay."""
        at = bisect.bisect_right(self.moved, start, key=lambda stretch: stretch[0]) - 1
        if at < 0 or start >= self.moved[at][1]:
            return None
        return self.moved[at][2] + start - self.moved[at][0]


def withhold_texts(copy: sqlite3.Connection, most_percent: int | None = None) -> bool:
    """Take every text apart that may not be shown whole, and return whether there is any. Its source then has no current snapshot.

    With `most_percent`, not more than that of the characters of a text are quoted; the other assertions keep their claim, without words. The
    table WITHHELD tells which sources these are, and how much of the text is quoted, in percent.
    """
    copy.execute(
        f"CREATE TABLE {WITHHELD} (source_id TEXT PRIMARY KEY NOT NULL REFERENCES sources(id), quoted_percent INTEGER NOT NULL) STRICT"
    )
    closed = "SELECT id FROM sources WHERE access <> 'public' AND id IN (SELECT source_id FROM snapshots)"
    sources = copy.execute(closed).fetchall()
    for (source_id,) in sources:
        shares = [
            take_apart(copy, source_id, snapshot_id, text, most_percent)
            for snapshot_id, text in copy.execute("SELECT id, text FROM snapshots WHERE source_id = ?", (source_id,)).fetchall()
        ]
        copy.execute(f"INSERT INTO {WITHHELD} VALUES (?, ?)", (source_id, round(max(shares))))
        sql = "UPDATE sources SET snapshot_id = NULL, note = ltrim(coalesce(note, '') || ' ' || ?) WHERE id = ?"
        copy.execute(sql, (NOTICE, source_id))
    return bool(sources)


def shuffle_rows(copy: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Number the rows of tables in the order of their keys, since the order in which they were recorded is often that of the text."""
    for table in tables:
        keys = [row[1] for row in sorted(copy.execute(f"PRAGMA table_info({table})"), key=lambda row: int(row[5])) if row[5]]
        if not keys:
            continue
        copy.execute(f"CREATE TEMP TABLE turn AS SELECT rowid AS old, row_number() OVER (ORDER BY {', '.join(keys)}) AS new FROM {table}")
        copy.execute("CREATE UNIQUE INDEX temp.turn_old ON turn(old)")
        copy.execute(f"UPDATE {table} SET rowid = -rowid - 1")  # out of the way
        copy.execute(f"UPDATE {table} SET rowid = (SELECT new FROM temp.turn WHERE old = -{table}.rowid - 1)")
        copy.execute("DROP TABLE temp.turn")


def take_apart(copy: sqlite3.Connection, source_id: str, snapshot_id: str, text: str, most_percent: int | None) -> float:
    """Lay down what stays of one snapshot in another order, and return how much of its text that is, in percent."""
    key = hashlib.sha256(f"public edition{ids.SEPARATOR}{text}".encode()).digest()  # known only to who has the whole text

    def order(words: str) -> bytes:
        return hashlib.sha256(key + words.encode()).digest()

    whole = max(1, letters(text))
    kept, unquoted = within_share(text, kept_spans(copy, snapshot_id), order, None if most_percent is None else whole * most_percent / 100)
    layout = laid_out(copy, snapshot_id, text, kept, unquoted, order)
    withhold_quotes(copy, layout)
    for table in OWN_OFFSETS:
        move_rows(copy, table, snapshot_id, layout)
    move_sections(copy, snapshot_id, layout)
    digest = hashlib.sha256(key + layout.text.encode()).hexdigest()
    renamed = ids.snapshot_id(source_id, digest)
    copy.execute("UPDATE snapshots SET id = ?, sha256 = ?, text = ? WHERE id = ?", (renamed, digest, layout.text or STUB, snapshot_id))
    for table in ("sections", *OWN_OFFSETS):
        copy.execute(f"UPDATE {table} SET snapshot_id = ? WHERE snapshot_id = ?", (renamed, snapshot_id))
    return 100 * sum(letters(text[start:end]) for start, end in kept) / whole


def letters(text: str) -> int:
    """The number of characters that are no white space."""
    return len(re.sub(r"\s", "", text))


def within_share(
    text: str, spans: list[tuple[int, int]], order: Callable[[str], bytes], most: float | None
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Divide spans into those that stay, which have not more than `most` characters together, and the others."""
    kept, others, count = [], [], 0
    for start, end in sorted(spans, key=lambda span: order(text[span[0] : span[1]])):
        size = letters(text[start:end])
        if most is None or count + size <= most:
            kept.append((start, end))
            count += size
        else:
            others.append((start, end))
    return sorted(kept), sorted(others)


def laid_out(
    copy: sqlite3.Connection,
    snapshot_id: str,
    text: str,
    kept: list[tuple[int, int]],
    unquoted: list[tuple[int, int]],
    order: Callable[[str], bytes],
) -> Layout:
    """Return the new text: sections in another order, and in each its stretches in another order, with a stub for each unquoted passage."""
    layout = Layout()
    sections = copy.execute("SELECT id, start_char FROM sections WHERE snapshot_id = ? ORDER BY start_char", (snapshot_id,)).fetchall()
    stretches: dict[str, list[tuple[str, int, int, str]]] = {section_id: [] for section_id, _ in sections}
    for start, end in kept:
        section = sections[max(0, bisect.bisect_right([place for _, place in sections], start) - 1)][0]
        stretches[section].append((text[start:end], start, end, ""))
    passages = "SELECT id, section_id, start_char FROM passages WHERE snapshot_id = ?"
    for passage_id, section, start in copy.execute(passages, (snapshot_id,)):
        if any(low <= start < high for low, high in unquoted):
            stretches[section].append((STUB, -1, -1, passage_id))
    for section in sorted(stretches, key=order):
        begins = len(layout.text)
        for words, start, end, stub in sorted(stretches[section], key=lambda stretch: order(stretch[0] + stretch[3])):
            if stub:
                layout.stubs[stub] = len(layout.text)
            else:
                layout.moved.append((start, end, len(layout.text)))
            layout.text += words + GAP
        if len(layout.text) > begins:
            layout.sections[section] = (begins, len(layout.text))
    layout.moved.sort()
    return layout


def withhold_quotes(copy: sqlite3.Connection, layout: Layout) -> None:
    """Put a stub in the place of each quote that is not shown, and take out the cues of what is said there."""
    no_cue = "UPDATE assertions SET cue = NULL, cue_start_char = NULL, cue_end_char = NULL WHERE passage_id = ?"
    copy.executemany(no_cue, [(passage_id,) for passage_id in layout.stubs])
    sql = "UPDATE passages SET exact = ?, start_char = ?, end_char = ? WHERE id = ?"
    rows: Iterable[tuple[object, ...]] = (
        (STUB, 2 * ASIDE + place, 2 * ASIDE + place + len(STUB), passage_id) for passage_id, place in layout.stubs.items()
    )
    copy.executemany(sql, rows)


def move_rows(copy: sqlite3.Connection, table: str, snapshot_id: str, layout: Layout) -> None:
    """Count the offsets of one table anew, and delete the sentences and mentions whose words do not stay."""
    rows = copy.execute(f"SELECT id, start_char, end_char FROM {table} WHERE snapshot_id = ?", (snapshot_id,)).fetchall()
    numbered = ", position = position + ?1" if table == "sentences" else ""
    copy.execute(
        f"UPDATE {table} SET start_char = start_char + ?1, end_char = end_char + ?1{numbered} WHERE snapshot_id = ?2", (ASIDE, snapshot_id)
    )
    placed = []
    for row_id, start, end in rows:
        place = start - 2 * ASIDE if start >= 2 * ASIDE else layout.place(start)
        if place is None or (start < 2 * ASIDE and layout.place(end - 1) != place + end - 1 - start):
            copy.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        else:
            placed.append((place, place + end - start, row_id))
    copy.executemany(f"UPDATE {table} SET start_char = ?, end_char = ? WHERE id = ?", placed)
    if table == "sentences":
        copy.executemany(
            "UPDATE sentences SET position = ? WHERE id = ?", [(number, row[2]) for number, row in enumerate(sorted(placed), 1)]
        )
    if table == "passages":
        sql = (
            "SELECT assertions.id, cue_start_char, cue_end_char FROM assertions JOIN passages ON passages.id = passage_id"
            " WHERE snapshot_id = ? AND cue IS NOT NULL"
        )
        for row_id, start, end in copy.execute(sql, (snapshot_id,)).fetchall():
            place = layout.place(start)
            if place is None:  # beyond the share that may be quoted
                copy.execute("UPDATE assertions SET cue = NULL, cue_start_char = NULL, cue_end_char = NULL WHERE id = ?", (row_id,))
            else:
                copy.execute(
                    "UPDATE assertions SET cue_start_char = ?, cue_end_char = ? WHERE id = ?", (place, place + end - start, row_id)
                )


def move_sections(copy: sqlite3.Connection, snapshot_id: str, layout: Layout) -> None:
    """Give the sections their new places, and delete those of which no words stay."""
    copy.execute("UPDATE sections SET position = position + ? WHERE snapshot_id = ?", (ASIDE, snapshot_id))
    for number, (section_id, (start, end)) in enumerate(layout.sections.items(), 1):
        copy.execute("UPDATE sections SET position = ?, start_char = ?, end_char = ? WHERE id = ?", (number, start, end, section_id))
    copy.execute("DELETE FROM sections WHERE snapshot_id = ? AND position > ?", (snapshot_id, ASIDE))


def kept_spans(copy: sqlite3.Connection, snapshot_id: str) -> list[tuple[int, int]]:
    """The spans (start, end) that stay, in order and disjoint, namely quotes, the sentences that they touch, and cues."""
    sql = (
        "SELECT start_char, end_char FROM passages WHERE snapshot_id = ?1 UNION SELECT sentences.start_char, sentences.end_char FROM sentences"
        " JOIN passages ON passages.snapshot_id = sentences.snapshot_id AND passages.start_char < sentences.end_char"
        " AND passages.end_char > sentences.start_char AND passages.start_char > sentences.start_char"
        " - (SELECT max(end_char - start_char) FROM passages WHERE snapshot_id = ?1) WHERE sentences.snapshot_id = ?1"
        " UNION SELECT cue_start_char, cue_end_char FROM assertions JOIN passages ON passages.id = passage_id"
        " WHERE snapshot_id = ?1 AND cue IS NOT NULL ORDER BY 1, 2"
    )
    spans: list[tuple[int, int]] = []
    for start, end in copy.execute(sql, (snapshot_id,)):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans
