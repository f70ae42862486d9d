"""Go through a text and decide what each pronoun and definite description stands for.

The mentions are taken in order. A name joins the entity that has it, or makes a new one. A pronoun or description is compared with the
entities mentioned shortly before, each scored by rules with a reason: agreement is demanded, then nearness, being a subject, being
spoken of often, and describing the same count. Where the best is not clearly ahead, there are candidates and no answer.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from kb.propose.attribution.tree import Tree, Word
from kb.propose.reference import agreement, commanding, descriptions, fullness, happenings, likelihood, names, offices, quotations
from kb.propose.reference.descriptions import Scored
from kb.propose.reference.mention import Entity, Mention, Reference
from kb.propose.reference.ranking import candidate, is_sure, ranked
from kb.propose.reference.words import listed

FAR = 3
"""The greatest number of sentences between a pronoun and what it stands for."""
LEDE = 4
"""The sentence up to which what a headline named is named for the first time in the text."""
LONG = 1000
"""The number of code points within which the last speaker is sought."""
BESIDE = "said to be it"
"""The reason for a description that an apposition or a copula ties to its answer."""
REMEMBERED = 20
"""The number of sentences after which what was not mentioned again is no longer compared, but for names."""


class Resolution:
    """The entities of a text so far, and the references that were decided."""

    def __init__(self, speakers: Sequence[tuple[int, int, int, int]] = ()) -> None:
        self.recent: list[Entity] = []
        self.by_key: dict[str, list[Entity]] = {}
        self.references: list[Reference] = []
        self.sentence = 0
        self.speakers = speakers
        self.by_mention: dict[int, Entity] = {}
        self.postponed: list[Mention] = []
        self.placed: list[tuple[int, Entity]] = []
        self.groups: dict[int, Entity] = {}
        self.trees: list[Tree] = []

    def take(self, mention: Mention) -> None:
        """Decide what one mention stands for. Mentions are taken in the order of the text."""
        if mention.sentence != self.sentence:
            self.sentence = mention.sentence
            self.recent = [entity for entity in self.recent if mention.sentence - entity.last.sentence <= REMEMBERED]
        if not self.trees or self.trees[-1] is not mention.tree:
            self.trees.append(mention.tree)
        if mention.joined:
            self.join(mention, None)
        elif mention.form == "name":
            alike = {id(entity): entity for key in names.keys(mention.text) for entity in self.by_key.get(key, ())}
            self.join(mention, names.entity_of(mention, alike.values()) or self.described(mention))
        elif mention.form == "indefinite":
            self.join(mention, self.described(mention) or self.headed(mention))
        elif mention.form == "relative":
            self.relative(mention)
        elif mention.form == "definite":
            self.definite(mention)
        else:
            self.pronoun(mention)

    def join(self, mention: Mention, entity: Entity | None) -> Entity:
        """Add a mention to its entity, or to a new one for None."""
        if entity is None:
            entity = Entity([], mention.kind, mention.gender, mention.plural)
            self.recent.append(entity)
        entity.mentions.append(mention)
        self.placed.append((mention.start, entity))
        (self.groups if mention.joined else self.by_mention)[id(mention.head)] = entity
        if mention.form == "name" and not mention.joined:
            for key in names.keys(mention.text):
                if entity not in (known := self.by_key.setdefault(key, [])):
                    known.append(entity)
        if entity not in self.recent:
            self.recent.append(entity)
        entity.nouns |= descriptions.nouns(mention)
        if entity.kind in ("unknown", "thing") and mention.kind not in ("unknown", "thing"):
            entity.kind = mention.kind
        if entity.gender == "unknown" and mention.gender != "unknown":
            entity.gender = mention.gender
        return entity

    def described(self, mention: Mention) -> Entity | None:
        """Return the entity that an apposition or a predicate noun describes, or None."""
        host = descriptions.host(mention.head)
        entity = self.by_mention.get(id(host)) if host is not None else None
        if entity is None or host is None:
            return None
        next_to = mention.form == "name" and mention.first == host.i + 1  # "the newspaper Dagbladet", whatever kind of name that is
        return entity if next_to or entity.kind in (mention.kind, "unknown") else None

    def headed(self, mention: Mention) -> Entity | None:
        """Return the entity of the headline that a noun in the first sentences names for the first time, as "a deal" after "$2 billion deal", or None."""
        heading = self.trees[0]
        if mention.tree is heading or mention.sentence > LEDE or heading.text.rstrip().endswith(happenings.SENTENCE_END):
            return None
        alike = [
            one for one in self.recent if mention.head.lemma in one.nouns and one.name is None and bool(one.plural) == bool(mention.plural)
        ]
        return alike[0] if len(alike) == 1 and alike[0].last.tree is heading else None

    def relative(self, mention: Mention) -> None:
        """Decide a relative pronoun, which stands for the noun that its clause describes."""
        noun = agreement.antecedent(mention.head)
        entity = self.by_mention.get(id(noun)) if noun is not None else None
        if entity is not None and agreement.relates(mention, entity):
            named = next((one for one in reversed(entity.mentions) if one.head is noun), entity.last)
            self.decide(mention, [(entity, 100.0, ("the noun before its clause",))], named)

    def definite(self, mention: Mention) -> None:
        """Decide a definite description, which is a new entity where it stands for none before it."""
        host = self.described(mention)
        if host is not None:
            self.decide(mention, [(host, 100.0, (BESIDE,))])
            return
        scored = offices.preferred(mention, descriptions.scored(mention, self.recent), self.recent)
        headed = self.headed(mention)
        if not any(one[0].name is not None for one in scored):
            scored = [one for one in scored if one[0] is headed] or scored
        known = next(iter(ranked(scored)), None) if is_sure(mention, scored) else None
        event = self.told(mention, known[0] if known is not None else None)
        if event is not None:
            entity = known[0] if known is not None else Entity([event], "thing", "neuter", False)
            scored = [(entity, 100.0, ("what the verb before tells of",))]
        if not self.decide(mention, scored, event):
            self.join(mention, None)

    def told(self, mention: Mention, known: Entity | None) -> Mention | None:
        """Return what a verb before tells of that a description means, unless what it means has a name or was described already."""
        if fullness.is_unique(mention) or (known is not None and (known.name is not None or fullness.is_described(known))):
            return None
        event = happenings.before(mention, self.trees)
        if event is not None and known is not None:
            known.mentions.insert(0, event)
        return event

    def pronoun(self, mention: Mention) -> None:
        """Decide a personal or possessive pronoun."""
        if agreement.pleonastic(mention.head):
            return
        if agreement.first_person(mention):
            self.postponed.append(mention)
            return
        near = commanding.commanding(mention)
        if near is not None:
            entity = self.entity_of(near, mention)
            if entity is not None and commanding.is_answer(mention, near, entity):
                self.decide(mention, [(entity, 200.0, ("subject of its clause",))])
                return
            if commanding.is_closed(mention, near, entity):
                return
        scored = [
            (entity, *likelihood.score(mention, entity))
            for entity in self.recent
            if mention.sentence - entity.last.sentence <= FAR
            and agreement.agrees(mention, entity)
            and not self.speaks_here(mention, entity)
        ]
        self.decide(mention, likelihood.doubted(mention, scored))

    def speaks_here(self, mention: Mention, entity: Entity) -> bool:
        """Whether an entity speaks the quotation that a pronoun of the third person stands in, or asked for it: a speaker says "I"."""
        if not agreement.quoted(mention):
            return False
        if quotations.asked(mention, entity):
            return True
        for start, end, speaker_start, speaker_end in self.speakers:
            if start <= mention.start and mention.end <= end and not speaker_start <= mention.start < speaker_end:
                words = mention.tree.text[max(speaker_start - mention.tree.offset, 0) : max(speaker_end - mention.tree.offset, 0)]
                return names.is_called(entity, words) or any(speaker_start <= one.start < speaker_end for one in entity.mentions)
        return self.last_speaker(mention) is entity

    def entity_of(self, word: Word, mention: Mention) -> Entity | None:
        """Return the entity of a noun or pronoun, that of the whole coordination for a plural pronoun."""
        return (self.groups.get(id(word)) if mention.plural else None) or self.by_mention.get(id(word))

    def finished(self) -> list[Reference]:
        """Return all references in the order of the text, after "I" and "we" are decided, whose speaker may be named after them."""
        self.placed.sort(key=lambda one: one[0])
        for mention in self.postponed:
            self.first_person(mention)
        return sorted(self.references, key=lambda one: (one.start, one.end))

    def first_person(self, mention: Mention) -> None:
        """Decide "I" or "we", which inside a quotation or under a verb of saying is the speaker."""
        said = agreement.saying(mention.head)
        speaker = self.by_mention.get(id(said)) if said is not None else None
        for speaker_start, speaker_end in quotations.speaking(mention, self.speakers):
            place = bisect.bisect_left(self.placed, speaker_start, key=lambda one: one[0])
            ends = bisect.bisect_left(self.placed, speaker_end, key=lambda one: one[0])
            named = [entity for _, entity in self.placed[place:ends]]
            people = [entity for entity in named if entity.kind == "person"] if mention.plural is not True else []
            speaker = next(iter(people or named), speaker)
        if speaker is None and agreement.quoted(mention):
            speaker = self.last_speaker(mention)
        if speaker is not None and mention.plural is True and speaker.kind in ("person", "unknown"):
            speaker = self.represented(speaker)
        body = speaker is not None and (
            speaker.kind in ("organisation", "group", "place") or (not mention.plural and agreement.is_place(speaker))
        )
        if speaker is not None and body == bool(mention.plural):  # nobody who says "I" is a town
            self.decide(mention, [(speaker, 100.0, ("the speaker of the quotation",))])

    def represented(self, speaker: Entity) -> Entity | None:
        """Return the body that somebody speaks for, as Volvo for "a spokesman for Volvo" and for "Ada Holm, Volvo’s spokeswoman", or None."""
        for word in agreement.described_by(speaker):
            prep = next((kid for kid in word.kids if kid.dep == "prep" and kid.lower in ("for", "of")), None)
            bodies = [kid for kid in word.kids if kid.dep in ("poss", "compound", "nmod")] + (
                [prep.kid("pobj")] if prep is not None else []
            )
            found = [self.by_mention.get(id(one)) for one in bodies if one is not None]
            kinds = ("organisation", "place") if word.lemma in listed("kind", "spokespeople") else ("organisation",)
            named = [one for one in found if one is not None and one is not speaker and one.kind in kinds]
            if named:
                return named[-1]
        return None

    def last_speaker(self, mention: Mention) -> Entity | None:
        """Return who spoke last before a mention, in its sentence or the one before."""
        for place in range(bisect.bisect_left(self.placed, mention.start, key=lambda one: one[0]) - 1, -1, -1):
            _, entity = self.placed[place]
            spoken = [one for one in entity.mentions if one.start == self.placed[place][0] and agreement.introduces_speech(one)]
            if spoken:
                return entity if mention.sentence - spoken[0].sentence <= 1 else None
            if mention.start - self.placed[place][0] > LONG:
                return None
        return None

    def decide(self, mention: Mention, scored: Scored, named: Mention | None = None) -> bool:
        """Record the candidates of a mention, the likeliest first, and join it to the first where that is sure."""
        likeliest, sure = ranked(scored)[:5], is_sure(mention, scored)
        candidates = tuple(candidate(mention, entity, (score, reasons), named) for entity, score, reasons in likeliest)
        if candidates:
            beside = mention.form == "relative" or BESIDE in candidates[0].reasons
            place, owns = (
                (mention.start, mention.end, mention.text),
                mention.head.tag == "PRP$" or (mention.head.tag == "PRP" and mention.head.dep == "poss"),
            )
            self.references.append(Reference(*place, candidates, sure, owns, beside, mention.form == "pronoun"))
        if sure:
            self.join(mention, likeliest[0][0])
        return sure
