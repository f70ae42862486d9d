"""Find the entity of a base that a description names in slightly other words: "China-Russia relations" for "China–Russia relationship".

Two descriptions are alike where the same stems stand in both, a people counting as its country and a plural as its singular.
"""

from __future__ import annotations

import re

from kb.names.lookup import Lookup
from kb.propose.actors import gazetteer
from kb.propose.grounding.words import listed

STEM = 6  # letters by which two words are the same: "relations", "relationship"
LEAST = 2  # stems that a description must have; one word alone is too little
MOST = 60  # names with any of the words that are compared at most


def alike(words: str, lookup: Lookup) -> list[str]:
    """Return the ids of the current entities of the base with a name of the same stems."""
    wanted = stems(words)
    if len(wanted) < LEAST:
        return []
    sought = " OR ".join(f'"{stem}"*' for stem in sorted(wanted, key=len, reverse=True)[:3])
    rows = lookup.rows(
        "SELECT entities.id, entities.label FROM entities_fts JOIN entities ON entities.rowid = entities_fts.rowid"
        f" WHERE entities_fts MATCH ? AND status = 'current' AND entities.kind <> 'source' ORDER BY entities_fts.rank LIMIT {MOST}",
        sought,
    )
    return [entity for entity, label in rows if stems(label) == wanted]


def stems(words: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning, peoples as their countries."""
    found = []
    for word in re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", words)):
        country = gazetteer.demonyms().get(word, word)
        found += [part.lower() for part in re.findall(r"[^\W_]+", country)]
    return frozenset(stem(word) for word in found if word not in listed("links") and word not in ("the", "a", "an", "and"))


def stem(word: str) -> str:
    """Return a word in small letters without the ending of a plural, cut to STEM letters. Words for a relationship are one."""
    if word in ("ties", "partnership", "partnerships"):
        word = "relations"
    if word.endswith("ies") and len(word) > STEM - 1:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    return word[:STEM]
