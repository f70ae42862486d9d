"""Find the event that a statement tells of: by its verb, where it says when or where, or by the event that its subject or object names.

An event of a verb has the noun of that verb for its name: "Lund opened the bridge in May" tells of the opening of the bridge. What several
statements tell of one event is joined; whether it happened is what the most cautious of them says.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kb.base import ids
from kb.names.lookup import Lookup
from kb.propose import events
from kb.propose.attribution.tree import Tree, Word, passive
from kb.propose.events import Key
from kb.propose.events.actuality import DID_NOT_HAPPEN, HAPPENING_ITSELF, joined, of_clause, of_named, of_noun
from kb.propose.events.by_noun import Nouns, head_of
from kb.propose.events.naming import key_of, named, without_by
from kb.propose.events.nominal import taken_by, undergone
from kb.propose.events.told import Told, again, group_of
from kb.propose.events.verbs import Verb, verbs
from kb.propose.grounding import Grounded
from kb.propose.grounding.entities import Entities, Entity, of_mention
from kb.propose.grounding.happening import Happening, Part
from kb.propose.parts import Date, Mention
from kb.propose.statements.resolved import Resolved
from kb.propose.statements.statement import Argument

ELSEWHERE = re.compile(r"\b(?:between|against|with|on|of|from) ")
"""Prepositions in the name of an event whose noun is no place of it."""

__all__ = ["DID_NOT_HAPPEN", "Events", "Verb", "verbs"]


class Events:
    """Finds the events of the statements of one text."""

    def __init__(
        self, trees: Sequence[Tree], dates: Sequence[Date], mentions: Sequence[Mention], entities: Entities, names: Resolved
    ) -> None:
        self.trees = trees
        self.offsets = [tree.offset for tree in trees]
        self.dates = [date for date in dates if date.edtf]
        self.mentions = mentions
        self.entities = entities
        self.lookup: Lookup | None = entities.lookup
        self.nouns = Nouns(entities, names)

    def attach(self, statements: Sequence[Grounded]) -> list[Grounded]:
        """Return the statements, each with the event that it tells of, if any."""
        told = list(again((one, self.word(one.statement.place), self.told(one)) for one in statements))
        whole = self.together([one for one in told if one is not None])
        attached = []
        for statement, one in zip(statements, told, strict=True):
            event = whole.get(group_of(one)) if one else None
            if one is None or event is None:
                attached.append(statement)
                continue
            named = replace(statement.statement, event=event.entity.id)
            attached.append(replace(itself(statement, one, event.entity), statement=named, event=replace(event, parts=one.parts)))
        return attached

    def together(self, told: Iterable[Told]) -> dict[tuple[Key, str | None], Happening]:
        """Return the event of each group, joined from all that is told of it."""
        groups: dict[tuple[Key, str | None], list[Told]] = {}
        for one in told:
            groups.setdefault(group_of(one), []).append(one)
        dated: dict[Key, list[str | None]] = {}
        for key, year in groups:
            dated.setdefault(key, []).append(year)
        same = {(key, None): (key, year) for key, years in dated.items() for year in years if year and len(years) == 2 and None in years}
        for undated, of_year in same.items():  # the attack of 2012 and the attack without a year, where there is no other
            groups[of_year] += groups.pop(undated)
        found = {}
        for group, members in groups.items():
            first = members[0]
            date = next((one.date for one in members if one.date), None)
            place = next((one.place for one in members if one.place), None)
            entity = self.entity(first, group[1])
            if entity.id:
                found[group] = Happening(entity, first.kind, joined([one.actuality for one in members]), date, place)
        return found | {undated: found[group] for undated, group in same.items() if group in found}

    def entity(self, told: Told, year: str | None) -> Entity:
        """Return the event of the base with this name or this noun and place, or one that is new."""
        known = told.known or self.in_base(told, year)
        if known is not None:
            return Entity(known, told.name, "an event of the base with this name")
        name = told.name if year is None or year in told.name else f"{told.name} {year}"
        return Entity(ids.slug(name) or None, name, "the event that the statement tells of: proposed as new", True, "event", told.kind)

    def in_base(self, told: Told, year: str | None) -> str | None:
        """Return the id of the only event of the base that this may be, or None."""
        if self.lookup is None:
            return None
        rows = [row[0] for row in self.lookup.by_name(told.name) if row[1] == "event"]
        rows = rows or [row[0] for row in events.same_in_base(told.key, year, self.lookup)]
        return rows[0] if len(set(rows)) == 1 else None

    def told(self, grounded: Grounded) -> Told | None:
        """Return what a statement tells of an event, by its verb or by the event that it names, or None."""
        word = self.word(grounded.statement.place)
        if word is None:
            return None
        statement = grounded.statement
        return (
            self.by_name(grounded, word, statement.subject)
            or self.by_noun(grounded, word, statement.subject, grounded.subject_entity)
            or self.by_verb(grounded, word)
            or self.by_name(grounded, word, statement.object)
            or self.by_noun(grounded, word, statement.object, grounded.object_entity)
            or next((told for one in statement.arguments if one.role != "time" and (told := self.by_noun(grounded, word, one, None))), None)
        )

    def word(self, place: int) -> Word | None:
        """Return the word that begins at a code point of the text, or None."""
        tree = self.tree(place)
        return next((word for word in tree.words if word.start + tree.offset == place), None) if tree else None

    def tree(self, place: int) -> Tree | None:
        """Return the paragraph with a code point of the text, or None."""
        number = bisect.bisect_right(self.offsets, place) - 1
        return self.trees[number] if number >= 0 else None

    def by_verb(self, grounded: Grounded, word: Word) -> Told | None:
        """Return the event of a verb of verbs.toml whose statement is dated or placed."""
        verb, statement = verbs().get(word.lemma), grounded.statement
        if verb is None or not word.tag.startswith("VB"):
            return None
        date, place = self.date(grounded), grounded.place
        if date is None and place is None:
            return None
        alone = verb.subject == "subject" and not verb.object  # "resigned as head of the board"
        doer, undergoer = statement.subject, None if alone or self.is_date(statement.object) else statement.object
        if passive(word):
            by = statement.object if statement.relation.text.endswith(" by") else None
            agent = next((one for one in statement.arguments if one.role == "agent"), None) or by
            doer, undergoer = (without_by(agent) if agent else None), statement.subject
        who, whom = self.entities.of(doer), self.entities.of(undergoer)
        name = named(verb, who, whom)
        if name is None or (undergoer is not None and whom is None):
            return None
        parts = [Part(role, entity) for role, entity in ((verb.subject, who), (verb.object, whom)) if role and entity and entity.id]
        return Told(key_of(verb, who, whom), name, verb.kind, of_clause(statement, word), date, place, tuple(parts))

    def by_noun(self, grounded: Grounded, word: Word, argument: Argument | None, now: Entity | None) -> Told | None:
        """Return the event that the noun of an argument tells of, with a name in its words and, unless a verb of verbs.toml has it, a time or place.

        `now` is what the argument was found to be: what the base knows as something else is no event.
        """
        tree = self.tree(grounded.statement.place)
        one = self.nouns.named(tree, argument) if tree and argument and not (now and now.id and not now.new) else None
        if one is None or argument is None or not word.tag.startswith("VB"):
            return None
        verb = one.verb if one.who or not one.verb.own else replace(one.verb, own=False)
        name = named(verb, one.who, one.whom)
        date = only({date.edtf for date in self.dates if argument.start <= date.span.start and date.span.end <= argument.end})
        if word.lemma in HAPPENING_ITSELF and argument is grounded.statement.subject:
            date = date or self.date(grounded)
        if name is None or not (date or one.place or one.listed):
            return None
        told = of_noun(grounded.statement, word, one.noun, verb.kind)
        return Told(key_of(verb, one.who, one.whom), name, verb.kind, told, date, one.place, one.parts, argument=argument)

    def by_name(self, grounded: Grounded, word: Word, argument: Argument | None) -> Told | None:
        """Return the event that an argument of a statement names, or None."""
        mention = self.mention(argument)
        if mention is None or not mention.matches:
            return None
        words, match = mention.span.text, mention.matches[0]
        noun = next((one for one in sorted(events.kinds(), key=len, reverse=True) if re.search(rf"\b{one}\b", words.lower())), "")
        subject = argument is grounded.statement.subject
        told = of_named(grounded.statement, word, subject=subject, kind=events.kinds().get(noun))
        tree = self.tree(grounded.statement.place)
        taken = self.nouns.named(tree, argument) if tree and argument else None
        parts = tuple(dict.fromkeys((*(taken.parts if taken is not None else ()), *self.part_of_other(grounded, word, argument))))
        of = words.lower().startswith(noun) or (taken is not None and taken.whom is not None)
        if match.entity_id is None and of and (worded := self.by_noun(grounded, word, argument, None)):
            return worded  # "the collapse of Lund in 2008" has the name that "Lund collapsed in 2008" has
        date, place = (self.date(grounded) or events.year_of(words), grounded.place) if subject else (events.year_of(words), None)
        place = place or self.place_in(mention)
        return Told(
            events.key_of(words, noun), match.label, events.kinds().get(noun, "other"), told, date, place, parts, match.entity_id, argument
        )

    def place_in(self, mention: Mention) -> Entity | None:
        """Return the only place that the words of an event name as where it is: "the Riga summit", "attacks in Lund", not "the attack on Lund"."""
        span = mention.span
        if ELSEWHERE.search(span.text):
            return None
        inside = [
            one for one in self.entities.mentions if one.kind == "place" and span.start <= one.span.start and one.span.end <= span.end
        ]
        return of_mention(inside[0]) if len(inside) == 1 else None

    def part_of_other(self, grounded: Grounded, word: Word, argument: Argument | None) -> tuple[Part, ...]:
        """Return the part in a named event that the verb gives to what stands on its other side: "Lund hosted the Riga summit"."""
        statement = grounded.statement
        if statement.negated or statement.condition is not None or passive(word) or word.kid("xcomp") is not None:
            return ()
        other, role = (statement.object, undergone(word)) if argument is statement.subject else (statement.subject, taken_by(word))
        entity = self.entities.of(other) if role else None
        return (Part(str(role), entity),) if entity is not None and entity.id and not (entity.new and entity.label.islower()) else ()

    def mention(self, argument: Argument | None) -> Mention | None:
        """Return the named event whose noun is the head of an argument, or None."""
        if argument is None:
            return None
        inside = [one for one in self.mentions if argument.start <= one.span.start and one.span.end <= argument.end]
        tree = self.tree(argument.start) if inside else None
        head = head_of(tree, argument) if tree is not None else None
        if tree is None or head is None:
            return None
        around = [one for one in inside if one.span.start <= head.start + tree.offset < one.span.end]
        return next((one for one in around if not is_cut(tree, one)), None)

    def is_date(self, argument: Argument | None) -> bool:
        """Whether the words of an argument are a date, as the object of "came in May" is."""
        return argument is not None and any((one.span.start, one.span.end) == (argument.start, argument.end) for one in self.dates)

    def date(self, grounded: Grounded) -> str | None:
        """Return the only date that the statement's own words give for it, or None."""
        statement = grounded.statement
        times = [one for one in statement.arguments if one.role == "time"]
        if statement.object is not None and self.is_date(statement.object):
            times.append(statement.object)  # "came in May"
        inside = {date.edtf for date in self.dates for one in times if one.start <= date.span.start and date.span.end <= one.end}
        return only(inside)


def is_cut(tree: Tree, mention: Mention) -> bool:
    """Whether the words of a named event end within a longer name or date, as in "meeting with Swedish officials", "flood of March 2019"."""
    last = next(word for word in reversed(tree.words) if word.start + tree.offset < mention.span.end)
    before = last.dep in ("amod", "compound", "nmod", "poss", "nummod") and last.head.start + tree.offset >= mention.span.end
    return before or any(kid.dep == "nummod" and kid.i > last.i for kid in last.kids)


def only(dates: set[str | None]) -> str | None:
    """Return the only one of some dates, or None."""
    return next(iter(dates)) if len(dates) == 1 else None


def itself(statement: Grounded, told: Told, event: Entity) -> Grounded:
    """Return a statement whose subject or object is the event that it names."""
    if told.argument is None:
        return statement
    if told.argument is statement.subject:
        return replace(statement, subject_entity=event)
    return replace(statement, object_entity=event) if told.argument is statement.object else statement
