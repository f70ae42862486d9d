"""Check each answer of a language model: its words against the text, its ids against the base. One that fails is dropped and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from kb.base.words import Act, Certainty, Stance
from kb.names.lookup import Lookup
from kb.propose.grounding import Grounded
from kb.propose.grounding.entities import Entities, Entity
from kb.propose.grounding.happening import Happening
from kb.propose.grounding.keys import Reading
from kb.propose.grounding.predicates import Chosen
from kb.propose.language_model import placing, wording
from kb.propose.language_model.offered import Known
from kb.propose.language_model.prompt import KINDS, ROLES
from kb.propose.parts import Attribution
from kb.propose.statements.statement import Argument, Relation, Statement

RULE = "language-model"
NO_QUOTE = "quote not in the sentence, or more than once"
WHY = "chosen by the language model"
VOCABULARY = {"act": tuple(Act), "stance": tuple(Stance), "certainty": tuple(Certainty), "kind": KINDS}


@dataclass(frozen=True, slots=True)
class Place:
    """The sentence that was asked about, and its paragraph, in code points of the text."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A checked answer: who is credited with which words, and what they state, None where it was not said."""

    attribution: Attribution
    grounded: Grounded | None


class DroppedError(Exception):
    """Why an answer is dropped, in words that a person is told."""


class Checked:
    """The checked answers of a model to one text, and the number of dropped ones by reason."""

    def __init__(self, text: str, lookup: Lookup | None, known: Known) -> None:
        self.text, self.lookup, self.known = text, lookup, known
        self.answers: list[Answer] = []
        self.dropped: Counter[str] = Counter()
        self.seen: set[tuple[object, ...]] = set()

    def drop(self, reason: str) -> None:
        """Count one more answer that is dropped for this reason."""
        self.dropped[reason] += 1

    def add(self, answer: dict[str, Any], place: Place) -> None:
        """Add an answer about a sentence, or count why it is dropped."""
        try:
            found = self.answer(answer, place)
        except DroppedError as reason:
            self.drop(str(reason))
            return
        statement = found.grounded.statement if found.grounded else None
        parts = (statement.subject, statement.object, *statement.arguments) if statement else ()
        spans = (part and (part.start, part.end) for part in parts)
        key = (found.attribution.content, found.attribution.source, statement and statement.relation, *spans)
        if key in self.seen:
            self.drop("said twice")
            return
        self.seen.add(key)
        self.answers.append(found)

    def answer(self, answer: dict[str, Any], place: Place) -> Answer:
        """Return an answer as an attribution with its statement. Raises DroppedError."""
        text = self.text
        content = placing.only(text, place.start, place.end, answer.get("quote"))
        if content is None:
            raise DroppedError(NO_QUOTE)
        speaker = placing.nearest(text, place.first, place.last, answer.get("speaker"), place.start)
        if answer.get("speaker") is not None and speaker is None:
            raise DroppedError("speaker not in the text")
        cue = placing.nearest(text, place.start, place.end, answer.get("cue"), place.start)
        if answer.get("cue") is not None and cue is None:
            raise DroppedError("cue not in the sentence")
        if any(answer.get(key) not in words for key, words in VOCABULARY.items()) or not isinstance(answer.get("negated", False), bool):
            raise DroppedError("unknown word")
        if answer.get("negated") and answer["stance"] == Stance.DENIES:
            raise DroppedError("negated twice")
        attribution = Attribution(content, speaker, cue, RULE, answer["act"], answer["stance"], answer["certainty"], kind=answer["kind"])
        stated = answer.get("subject") is not None or answer.get("relation") is not None
        return Answer(attribution, self.grounded(answer, place, content.start) if stated else None)

    def grounded(self, answer: dict[str, Any], place: Place, near: int) -> Grounded:
        """Return the statement of an answer with what it is about. Raises DroppedError."""
        words = placing.in_order(self.text, near, place.end, answer.get("relation"))
        words = words or placing.in_order(self.text, place.start, place.end, answer.get("relation"))
        if words is None:
            raise DroppedError("relation not in the sentence")
        relation = Relation(*words)
        subject = self.argument(answer.get("subject"), "subject", place, near)
        object_ = self.argument(answer.get("object"), "object", place, words[2])
        if subject is None:
            raise DroppedError("no subject")
        further = answer.get("arguments") or []
        if not isinstance(further, list):
            raise DroppedError("argument not in the sentence")
        arguments = [self.argument(one, None, place, words[2]) for one in further]
        condition = placing.nearest(self.text, place.start, place.end, answer.get("condition"), place.start)
        if answer.get("condition") is not None and condition is None:
            raise DroppedError("condition not in the sentence")
        predicate, event = self.predicate(answer.get("predicate_id")), self.event(answer.get("event"))
        statement = Statement(
            place=words[1],
            rule=RULE,
            confidence=1.0,
            subject=subject,
            relation=relation,
            object=object_,
            arguments=tuple(one for one in arguments if one is not None),
            negated=answer.get("negated", False),
            kind=answer["kind"],
            certainty=answer["certainty"],
            condition=Argument(condition.text, condition.start, condition.end, "condition") if condition else None,
            predicate_id=predicate,
            event=event.entity.id if event else None,
        )
        statement, reason = wording.worded(statement, answer.get("claim"), self.sources(statement, place))
        if reason:
            self.drop(reason)
        chosen = Chosen(Reading((), subject, object_), predicate, self.known.predicate_labels[predicate], WHY) if predicate else None
        place_of = next((one for one in statement.arguments if one.role == "place" and one.entity_id), None)
        return Grounded(statement, subject, self.entity(subject), chosen, None, object_, self.entity(object_), self.entity(place_of), event)

    def sources(self, statement: Statement, place: Place) -> list[str]:
        """Return the texts that the wording of a statement may take its words from: its sentence, and the names of what it is about."""
        parts = [one for one in (statement.subject, statement.object, *statement.arguments) if one is not None]
        named = [self.known.labels[part.entity_id] for part in parts if part.entity_id]
        if statement.predicate_id:
            named.append(self.known.predicate_labels[statement.predicate_id])
        return [self.text[place.start : place.end], *(part.resolved for part in parts if part.resolved), *named]

    def argument(self, value: object, role: str | None, place: Place, near: int) -> Argument | None:
        """Return a part of a statement, or None where the answer has none. Raises DroppedError."""
        if value is None and role is not None:
            return None
        if not isinstance(value, dict) or (role is None and value.get("role") not in ROLES):
            raise DroppedError("argument not in the sentence")
        span = placing.nearest(self.text, place.start, place.end, value.get("text"), near)
        if span is None:
            raise DroppedError("argument not in the sentence")
        entity, resolved = value.get("entity_id"), value.get("resolved")
        if entity is not None:
            self.exists(entity)
        if resolved is not None:
            stands = placing.nearest(self.text, 0, len(self.text), resolved, 0)
            if stands is None:
                raise DroppedError("what a pronoun stands for is not in the text")
            resolved = stands.text
        return Argument(span.text, span.start, span.end, role or value["role"], resolved, entity)

    def exists(self, entity: object, kind: str | None = None) -> None:
        """Raise DroppedError unless the base has a current entity with this id, of this kind where one is given."""
        if not isinstance(entity, str) or not entity.isascii() or not self.lookup:
            raise DroppedError("id not in the base")
        rows = self.lookup.rows("SELECT kind, label FROM entities WHERE id = ? AND status = 'current'", entity)
        if not rows or kind not in (None, rows[0][0]):
            raise DroppedError("id not in the base")
        self.known.labels[entity] = rows[0][1]

    def entity(self, argument: Argument | None) -> Entity | None:
        """Return what an argument is about: the entity that the model chose, or what the rules find for its words."""
        if argument is None or argument.role == "content":
            return None
        if argument.entity_id:
            return Entity(argument.entity_id, self.known.labels[argument.entity_id], WHY)
        return Entities((), self.lookup).of(argument)

    def predicate(self, name: object) -> str | None:
        """Return the id of a predicate of the base, or None where the answer has none. Raises DroppedError."""
        if name is None:
            return None
        if not isinstance(name, str) or name not in self.known.predicate_labels:
            raise DroppedError("id not in the base")
        return name

    def event(self, name: object) -> Happening | None:
        """Return an event of the base as its row has it, or None where the answer has none. Raises DroppedError."""
        if name is None:
            return None
        self.exists(name, "event")
        assert self.lookup is not None
        ((label, kind, actuality),) = self.lookup.rows("SELECT name, kind, actuality FROM events WHERE id = ?", name)
        return Happening(Entity(str(name), label, WHY), kind, actuality)
