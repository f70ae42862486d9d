"""A base that people have worked in: what the tiny one holds, and everything that makes an export hard to read back.

A text with a byte order mark and letters beyond the basic plane; names in several languages and scripts; quotes, braces, line
ends and percent signs wherever words go; rows corrected, retracted and merged; a source whose text changed.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from kb import api
from kb.base import runs
from kb.facts import Fact, Voice

HOSTILE = "quotes \" ' ”, braces {a} {{b}}, back\\slash \\n, 100 % %20, <b>&amp;</b>, tab\there, \u202eturned\u202c, \u00a0, e\u0301, 船𝌆"
# In IRIs that names are part of, rdflib stumbles over a no-break space, and Jena over letters beyond the basic plane.
HOSTILE_NAME = HOSTILE.replace("\u00a0", "_").replace("𝌆", "")
WORDS_OF_NOBODY = ("None", "nan", "NULL", "null", "N/A", "NaN", "#N/A", "True", "1e5", "01", " ")
NAMES = (
    *(("паром", "name", "ru"), ("渡船", "name", "zh-Hant"), ("Fähre", "name", "de"), ("bac", "alias", "fr-CA")),
    *(("färja", "alias", "sv"), (HOSTILE_NAME, "alias", None), ("The Thames", "metonym", "en")),
)
FIRST = "\ufeff渡船不会停。 “The 🚢 ferry” — said the captain’s wife — won’t stop.\r\nThe company’s 𝒩𝒶𝓂ℯ is long.\n".encode()
SECOND = b"Corrected.\r\n" + FIRST.removeprefix(b"\xef\xbb\xbf")


def lived_in(tiny: Path, path: Path) -> Path:
    """A copy of the tiny base, worked in through the library; made once for each tiny base."""
    made = tiny.with_name("lived-in.db")
    if not made.exists():
        shutil.copy(tiny, made)
        work_in(made)
    return Path(shutil.copy(made, path))


def work_in(path: Path) -> None:
    with api.open(path) as base:
        add_text(base)
        change(base)
        with runs.begin(base.connection, "add", reason="names and numbers") as run:
            add_words(base.connection, run.id)
        merge_and_retract(base)
        base.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def add_text(base: api.Base) -> None:
    """A text with a byte order mark, facts in it, and the same text again, changed."""
    wife = Voice(speaker="captains-wife", cue="said")
    plain = {"subject": "old-ferry", "predicate": "has-quality"}
    url = "https://example.org/a?b=c&d=%20"
    base.new("actor", "captains-wife", "the captain’s wife", kind="person", anonymity="unnamed-individual")
    base.new("actor", "captain-spouse", "船长的妻子", kind="person", anonymity="unnamed-individual")
    base.new("thing", "old-ferry", "渡船 “old”", kind="project")
    base.add_source(FIRST, source_id="marked", title=f"Marked {HOSTILE}", authors=["harbour-gazette-paper"], language="en-GB", url=url)
    base.add(source="marked", quote="“The 🚢 ferry”", text="The 🚢 will not stop", object="stopped", voices=(wife,), **plain)
    base.add(source="marked", quote="渡船不会停", text="渡船不会停", object_text=HOSTILE, about="195X/..", **plain)
    base.add(Fact(source="marked", quote="company’s 𝒩𝒶𝓂ℯ is long", text="The name of the company is long"))
    base.add(Fact(source="marked", quote="company’s 𝒩𝒶𝓂ℯ", text="The company has a long name"))
    base.add_source(SECOND, source_id="marked", title="Marked, corrected")


def change(base: api.Base) -> None:
    base.correct("ferry", "said better", description=HOSTILE)
    base.correct("clm-bridge-opens-1958", "said better", about_time="1958~")
    base.correct("bridge-opening", "not sure", date="1958?")


def add_words(connection: sqlite3.Connection, run_id: str) -> None:
    """Names that a careless reader takes for something else, in several languages, and numbers at the edge."""
    for word in WORDS_OF_NOBODY:
        connection.execute("INSERT INTO names(entity_id, name, kind, run_id) VALUES ('ferry', ?, 'alias', ?)", (word, run_id))
    for name, kind, language in NAMES:
        connection.execute(
            "INSERT INTO names(entity_id, name, kind, language, run_id) VALUES ('ferry', ?, ?, ?, ?)", (name, kind, language, run_id)
        )
    connection.execute(
        "INSERT INTO identifiers(entity_id, scheme, value, match, run_id) VALUES ('ferry', 'wikidata', 'Q25653', 'exact', ?)", (run_id,)
    )
    connection.execute("UPDATE things SET latitude = 0.1 + 0.2, longitude = -0.00001 WHERE id = 'harbour'")
    connection.execute("UPDATE quantities SET value = 252000000000.5 WHERE claim_id = 'clm-company-passengers-april-bulletin'")


def merge_and_retract(base: api.Base) -> None:
    base.merge("captain-spouse", "captains-wife", "one person")
    base.merge("old-ferry", "ferry", "one ship")
    claims = {row["text"]: row["id"] for row in base.query("SELECT id, text FROM claims")}
    base.merge(claims["The company has a long name"], claims["The name of the company is long"], "one claim")
    base.retract("clm-captains-are-asked", "a question only")
    base.new("thing", "third-ferry", "a third ferry", kind="project")
    base.retract("third-ferry", "nobody speaks of it")
