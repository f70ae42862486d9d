"""The prompt that a language model is given for each sentence, and how it is recorded. Change its words only together with VERSION."""

from __future__ import annotations

from collections.abc import Sequence

from kb.base.words import Act, Certainty, Stance
from kb.propose.language_model.offered import Offered

VERSION = 2
KINDS = ("factual", "evaluation", "causal", "prediction", "plan", "conditional", "norm", "question", "definition")
ROLES = ("content", "place", "time", "instrument", "agent", "recipient", "other")


def joined(words: Sequence[str]) -> str:
    """Return words of the vocabulary as a list in a sentence."""
    return ", ".join(words)


INSTRUCTIONS = f"""List the statements that the SENTENCE makes as a JSON array and print nothing else. Each element is an object with these keys:
"quote": the exact words of the sentence that carry the statement;
"speaker": the exact words of the text that name who is credited with it, or null where the text says it itself;
"cue": the exact words of the sentence that credit it to the speaker, or null;
"act": one of {joined(tuple(Act))};
"stance", the speaker's: one of {joined(tuple(Stance))};
"certainty", the speaker's: one of {joined(tuple(Certainty))};
"kind": one of {joined(KINDS)};
"subject", "object" (or null): {{"text": exact words of the sentence, "resolved": exact words of the text that a pronoun or description
stands for, or null, "entity_id": an id of ENTITIES, or null}};
"relation": the exact words of the sentence between them, in their order;
"arguments": a list of further ones, as "object", each with a "role": one of {joined(ROLES)};
"negated": true where the sentence negates the relation, which leaves "stance" affirms;
"predicate_id": an id of PREDICATES that says the same as the relation, or null;
"condition": the exact words of the sentence that state under which condition it holds, or null;
"event": the id of the event of ENTITIES that it tells of, or null;
"claim": the statement in the positive as a sentence of its own, in words of the text.
Copy words exactly; add and change nothing. Use no id that is not listed."""


def prompt(offered: Offered, before: str, sentence: str) -> str:
    """Return the prompt for a sentence, with the predicates and entities that it may refer to and the words before it."""
    parts = [
        INSTRUCTIONS,
        "PREDICATES:\n" + "\n".join(f"{one.id}: {one.words}" for one in offered.predicates),
        "ENTITIES:\n" + "\n".join(f"{one.id}: {one.words}" for one in offered.entities),
        f"BEFORE IT (context only):\n{before}",
        f"SENTENCE:\n{sentence}",
    ]
    return "\n\n".join(parts)


def provenance(model: str) -> str:
    """Return the reason of a run that asked a language model: its name, the version of the prompt, and the prompt itself."""
    return f"asked the language model {model} with prompt {VERSION}:\n{INSTRUCTIONS}"
