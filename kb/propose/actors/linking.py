"""Link names to what they may stand for: an entity of the base, a name earlier in the text, a country, a government, or a new entity."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from kb.names.lookup import Lookup
from kb.propose.actors import gazetteer
from kb.propose.actors.candidates import DEMONYM, DESCRIPTION, NAME, ROLE, Acronym, Candidate
from kb.propose.parts import Match

# Words before a place that show that the place itself is meant, and words after it that show that an actor is meant.
PLACED = re.compile(
    r"\b(?:in|near|at|around|outside|inside|from|to|toward|towards|across|into|through|of downtown|visit(?:ed|s|ing)?|reached|leave|left|via|between|outside of) (?:the )?$",
    re.IGNORECASE,
)
ACTS = re.compile(
    r"(?:['’]s\b| (?:said|says|has|have|had|is|was|will|would|may|might|could|wants?|sees?|saw|believes?|fears?|insists?|argues?|denied|denies|warned|warns|claims?|claimed|announced|rejected|refus\w+|seeks?|sought|continues?|remains?|plans?|planned|and (?:[A-Z]\w+) (?:have|are|were|will)|does|did|must|should|can|needs?|views?|hopes?|agreed|decided|considers?|called|accused)\b)"
)
ARTICLE = re.compile(r"^(?:the|a|an|some|its|their|his|her) ", re.IGNORECASE)
TITLE_LINK = re.compile(r"[ \u00a0]+")


@dataclass(slots=True)
class Names:
    """The full names seen so far in the text with their matches, the same by family name, and the short forms that the text explains."""

    acronyms: dict[str, Acronym] = field(default_factory=dict)
    families: dict[str, list[str]] = field(default_factory=dict)
    matched: dict[str, tuple[Match, ...]] = field(default_factory=dict)

    def remember(self, name: str, matches: tuple[Match, ...]) -> None:
        """Keep the matches of a person's name for later mentions of the family name."""
        self.matched[name] = matches
        if " " in name.replace("\u00a0", " "):
            known = self.families.setdefault(family_name(name), [])
            if name not in known:
                known.append(name)


def family_name(name: str) -> str:
    """Return the family name, which comes first in Chinese, Korean, Vietnamese and Hungarian names, and otherwise last."""
    words = TITLE_LINK.split(name)
    if 2 <= len(words) <= 3 and words[0] in _family_first():
        return words[0]
    return next((word for word in reversed(words) if word not in {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"}), words[-1])


@functools.cache
def _family_first() -> frozenset[str]:
    """Return the family names that come before the given name."""
    return frozenset(gazetteer.words()["family-first"])


@dataclass(slots=True)
class Linker:
    """Finds the matches of names, querying the base once for each name."""

    lookup: Lookup | None
    names: Names = field(default_factory=Names)
    _asked: dict[str, tuple[Match, ...]] = field(default_factory=dict)

    def matches(self, text: str, candidate: Candidate) -> tuple[Match, ...]:
        """Return the matches of a candidate, the likeliest first. An unknown name has one match, as a new entity."""
        words = text[candidate.start : candidate.end]
        matches = self.base(words) or (self.base(ARTICLE.sub("", words)) if candidate.form in {ROLE, DESCRIPTION} else ())
        if candidate.form in {ROLE, DESCRIPTION}:
            return matches or (
                Match(None, words, "an office or trade, no name" if candidate.form == ROLE else "a description, no name", candidate.form),
            )
        seat = gazetteer.seats().get(words)
        if seat is not None:
            return self._seat(text, candidate, seat, matches)
        if not matches and words in self.names.acronyms:
            matches = self._acronym(words)
        if not matches and candidate.form != DEMONYM and not TITLE_LINK.search(words):
            matches = self._family(words, candidate.kind)
        if not matches and candidate.kind == "person":
            matches = self._named_in_full(words)
        if not matches:
            matches = self._country(words)
        if not matches:
            matches = (Match(None, words, "not in the base: proposed as new" if self.lookup else "named in the text", NAME),)
        return matches

    def base(self, name: str) -> tuple[Match, ...]:
        """Return the current entities of the base with this name, whatever kind of name it is."""
        if self.lookup is None:
            return ()
        if name not in self._asked:
            rows = self.lookup.rows(
                "SELECT id, label, 'name', 1 FROM entities WHERE label = ?1 COLLATE NOCASE AND status = 'current' UNION"
                " SELECT entities.id, label, names.kind, 0 FROM names JOIN entities ON entities.id = entity_id"
                " WHERE name = ?1 COLLATE NOCASE AND status = 'current' ORDER BY 4 DESC, 1",
                name.replace("\u00a0", " "),
            )
            best: dict[str, Match] = {}
            for entity, label, kind, _ in rows:
                sense = kind if kind in {"metonym", "demonym", "description"} else NAME
                best.setdefault(entity, Match(entity, label, f"{kind} in the base", sense))
            self._asked[name] = tuple(best.values())
        return self._asked[name]

    def _seat(self, text: str, candidate: Candidate, seat: gazetteer.Seat, matches: tuple[Match, ...]) -> tuple[Match, ...]:
        """Return the matches of a seat of government, as metonym and as place, in the order that the words around it show."""
        stands = [match for match in matches if match.sense == "metonym"] or list(
            self.base(seat.stands.removeprefix("the ")) + self.base(seat.stands)
        )
        figurative = [
            Match(match.entity_id, match.label, f"{seat.place} can stand for {seat.stands} ({match.why})", "metonym") for match in stands
        ]
        figurative = figurative or [
            Match(None, seat.stands, f"{seat.place} is a seat of government and can stand for {seat.stands}", "metonym")
        ]
        literal = [match for match in matches if match.sense != "metonym"] or [Match(None, seat.place, "the place itself", NAME)]
        placed = PLACED.search(text[max(0, candidate.start - 20) : candidate.start]) and not seat.building
        acts = seat.building or ACTS.match(text, candidate.end)
        known = figurative[0].entity_id is not None and literal[0].entity_id is None
        return tuple(figurative + literal) if (acts or known) and not placed else tuple(literal + figurative)

    def _acronym(self, short: str) -> tuple[Match, ...]:
        """Return the matches of the name that a short form abbreviates in this text."""
        acronym = self.names.acronyms[short]
        why = f"acronym defined at {acronym.start}"
        known = self.base(acronym.long)
        return tuple(Match(match.entity_id, match.label, why, match.sense) for match in known) or (Match(None, acronym.long, why, NAME),)

    def _family(self, name: str, kind: str) -> tuple[Match, ...]:
        """Return the matches of a family name: the people named before in full, else all people of the base with that family name."""
        before = self.names.families.get(name, [])
        matches = []
        for full in reversed(before):
            why = f"family name of {full}, named before"
            matches += [Match(match.entity_id, match.label, why, NAME) for match in self.names.matched[full]]
        if matches or kind not in {"person", "other"} or self.lookup is None:
            return tuple(matches)
        return self._family_in_base(name)

    def _named_in_full(self, name: str) -> tuple[Match, ...]:
        """Return the matches of the people named before whose full name ends with these words, as a family name of two words does."""
        full = [known for known in self.names.matched if known != name and TITLE_LINK.sub(" ", known).endswith(f" {name}")]
        return tuple(
            Match(match.entity_id, match.label, f"family name of {each}, named before", NAME)
            for each in reversed(full)
            for match in self.names.matched[each]
        )

    def _family_in_base(self, name: str) -> tuple[Match, ...]:
        """Return the current people of the base with this family name."""
        assert self.lookup is not None
        key = f"\0{name}"
        if key not in self._asked:
            rows = self.lookup.rows(
                "SELECT actors.id, actors.name FROM entities_fts JOIN entities ON entities.rowid = entities_fts.rowid JOIN actors ON actors.id = entities.id"
                " WHERE entities_fts MATCH ? AND actors.kind = 'person' AND entities.status = 'current' LIMIT 20",
                '"' + name.replace('"', '""').replace("\0", " ") + '"',
            )
            matches = [
                Match(row[0], row[1], f"family name of {row[1]} in the base", NAME)
                for row in rows
                if family_name(row[1]).casefold() == name.casefold()
            ]
            self._asked[key] = tuple(matches)
        return self._asked[key]

    def _country(self, words: str) -> tuple[Match, ...]:
        """Return the matches of a country's name or demonym, none for other words."""
        country, sense = gazetteer.demonyms().get(words), DEMONYM
        if country is None:
            country, sense = gazetteer.countries().get(words), NAME
        if country is None:
            return ()
        why = f"demonym of {country}" if sense == DEMONYM else "name of a country" if words == country else f"another name of {country}"
        known = [match for match in self.base(country) if match.sense == NAME]
        return tuple(Match(match.entity_id, match.label, why, sense) for match in known) or (Match(None, country, why, sense),)
