"""Name the event of a verb or its noun by who takes part in it, and tell by what it is known again."""

from __future__ import annotations

from dataclasses import replace

from kb.propose import events
from kb.propose.events import Key
from kb.propose.events.verbs import Verb
from kb.propose.grounding.entities import Entity, core
from kb.propose.statements.statement import Argument

LONGEST = 8  # words of the object from which on it is no part of a name


def key_of(verb: Verb, who: Entity | None, whom: Entity | None) -> Key:
    """Return by what the event of a verb or its noun is known again."""
    own = [entity.label for entity in ((who, whom) if verb.own else (whom or who,)) if entity]
    return Key(events.singular(verb.head), frozenset(events.one_country(part) for label in own for part in core(label).lower().split()))


def named(verb: Verb, who: Entity | None, whom: Entity | None) -> str | None:
    """Return the name of a verb's event, or None where nothing is known that it could be called by."""
    over = whom or who
    if over is None or not over.id or len(over.label.split()) > LONGEST or (over.new and over.label.islower()):
        return None  # "released an ad" tells of nothing that others could be found to tell of too
    if verb.own and whom is not None:
        return f"{possessive(who.label)} {verb.noun} {whom.label}" if who and who.id else None
    if verb.own:
        return f"{possessive(over.label)} {verb.head}"
    name = f"{verb.noun} {over.label}" if whom is not None else f"{verb.head} of {over.label}"
    return name[:1].upper() + name[1:]


def possessive(name: str) -> str:
    """Return a name with its "’s"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def without_by(agent: Argument) -> Argument:
    """Return the agent of a passive without its "by"."""
    return replace(agent, text=agent.text[3:], start=agent.start + 3) if agent.text.lower().startswith("by ") else agent
