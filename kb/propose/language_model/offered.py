"""Which predicates and entities of a base a language model is offered for a sentence: few enough for any prompt, however large the base.

Entities are those whose names occur in the article, found by looking up its own runs of words, so that the time depends on the article
and not on the base. Predicates are those whose words are likest to the sentence, then those that most claims use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.names.lookup import Lookup
from kb.propose.grounding.likeness import stems

PREDICATES = 40
ENTITIES = 40
LONGEST = 6  # words of a name
AT_ONCE = 400  # names looked up by one query
WORD = re.compile(r"[^\W_][\w.’'&-]*[^\W_.]\.?|[^\W_]")
USES = "SELECT id, label, description FROM predicates ORDER BY (SELECT count(*) FROM (SELECT 1 FROM claims WHERE predicate_id = predicates.id LIMIT 1000)) DESC, id"
NAMED = (
    "SELECT entities.id, entities.kind, label, names.name FROM names JOIN entities ON entities.id = entity_id WHERE names.name COLLATE NOCASE IN ({0})"
    " AND status = 'current' UNION SELECT id, kind, label, label FROM entities WHERE label COLLATE NOCASE IN ({0}) AND status = 'current'"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A predicate or an entity as it is offered: its id, and what a model needs to know of it."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Offered:
    """The predicates and entities offered for one sentence."""

    predicates: tuple[Row, ...] = ()
    entities: tuple[Row, ...] = ()


class Known:
    """What a base knows that the sentences of one article may be about. Without a base nothing is offered."""

    def __init__(self, text: str, lookup: Lookup | None) -> None:
        self.predicates: list[tuple[Row, frozenset[str]]] = []
        self.predicate_labels: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.rows: dict[str, Row] = {}
        self.places: list[tuple[int, str]] = []
        if lookup is not None:
            for one, label, description in lookup.rows(USES):
                self.predicate_labels[one] = label
                row = Row(one, f"{label} ({description})" if description else label)
                self.predicates.append((row, stems(f"{label} {description or ''}")))
            self.find(text, lookup)

    def find(self, text: str, lookup: Lookup) -> None:
        """Find the entities whose names occur in the text, each with the places where it is named."""
        runs: dict[str, list[int]] = {}
        for start, words in runs_of(text):
            runs.setdefault(words, []).append(start)
        folded: dict[str, list[int]] = {}
        for words, places in runs.items():
            folded.setdefault(words.lower(), []).extend(places)
        small = {words.lower() for words in runs if not words.islower()}
        names = sorted(folded)
        for first in range(0, len(names), AT_ONCE):
            some = names[first : first + AT_ONCE]
            query = NAMED.format(", ".join("?" * len(some)))
            for one, kind, label, name in lookup.rows(query, *some, *some):
                if kind == "source" and name.lower() not in small:  # an article called "The bridge" is not the bridge
                    continue
                self.labels[one] = label
                self.rows[one] = Row(one, f"{label} ({kind})")
                self.places += [(place, one) for place in folded.get(name.lower(), ())]
        self.places.sort()

    def offered(self, text: str, start: int, end: int) -> Offered:
        """Return what is offered for the sentence text[start:end]: its own entities first, then those named nearest to it."""
        near = sorted(self.places, key=lambda place: (max(start - place[0], place[0] - end, 0), place))
        entities = list(dict.fromkeys(one for _, one in near))[:ENTITIES]
        wanted = stems(text[start:end])
        likest = sorted(self.predicates, key=lambda known: -len(known[1] & wanted))[:PREDICATES]
        return Offered(tuple(row for row, _ in likest), tuple(self.rows[one] for one in entities))


def runs_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield (start, words) of each run of up to LONGEST words that may be a name."""
    words = list(WORD.finditer(text))
    for first, word in enumerate(words):
        for last in range(first, min(first + LONGEST, len(words))):
            run = text[word.start() : words[last].end()]
            yield word.start(), " ".join(run.split())
            if run.endswith(("’s", "'s", ".")):
                yield word.start(), " ".join(re.sub(r"(?:['’]s|\.)$", "", run).split())
