"""Mark for the reviewer what a worded statement does not say by itself: whom "it" means, which decision "this decision" is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.propose.grounding import Grounded
from kb.propose.reference.mentions import kind_of_noun
from kb.propose.reference.words import listed, table
from kb.propose.statements import Argument
from kb.propose.statements.resolved import Resolved

PERSONAL = ("masculine", "feminine", "neuter", "plural", "first", "first_plural")
POINTING = frozenset(("this", "that", "these", "those", "such", "both", "neither", "either"))
"""What opens words for something that the text named before."""
ALONE = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "both",
        "neither",
        "either",
        "none",
        "some",
        "others",
        "another",
        "former",
        "latter",
        "all",
        "many",
        "most",
        "few",
        "several",
        "one",
        "two",
        "such",
    ]
)
"""Words that as a whole subject or object stand for something else."""
WORD = re.compile(r"(?<!\w\.)[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def of(grounded: Grounded | None, names: Resolved) -> tuple[str, ...]:
    """Return a note for each word of a statement that stands for something which is not known, in the order of the text."""
    if grounded is None:
        return ()
    statement = grounded.statement
    said_to_be = statement.object if statement.relation.text in ("is", "are", "was", "were") else None  # "Ada Holm is the mayor"
    parts = [one for one in (statement.subject, statement.object, *statement.arguments) if one is not None and one is not said_to_be]
    found = [note for one in sorted(parts, key=lambda one: one.start) for note in in_argument(one, names, statement.claim)]
    return tuple(dict.fromkeys(found))


def in_argument(argument: Argument, names: Resolved, claim: str) -> Iterator[str]:
    """Yield a note for each word of an argument that stands for something which is not known."""
    words = list(WORD.finditer(argument.text))
    whole = [word[0].lower() for word in words]
    bare = [word for word in whole if word != "the"]
    if (
        argument.resolved is None and bare and (whole[0] in POINTING or whole[:2] == ["the", "two"] or all(word in ALONE for word in bare))
    ) or (argument.resolved is None and is_bare(whole) and is_unsure(whole[1], argument, names)):
        yield note(argument.text, names.perhaps(argument.start, argument.end))
    worded = {word[0].lower() for word in WORD.finditer(claim)}
    for word in words:
        place, lower = (argument.start + word.start(), argument.start + word.end()), word[0].lower()
        if lower in worded and place not in names.sure and any(lower in listed("pronouns", name) for name in PERSONAL):
            yield note(word[0], names.perhaps(*place))


def is_bare(words: list[str]) -> bool:
    """Whether the words of an argument are a noun with no more than "the" before it, which there may be many of."""
    return len(words) == 2 and words[0] == "the" and words[1] not in listed("kind", "unique")


def is_unsure(noun: str, argument: Argument, names: Resolved) -> bool:
    """Whether a reader would ask which one "the …" is: somebody, a body or place, a deed, or what several in the text may be.

    "The landscape" and "the crowds", which nothing in the text answers to, are as clear as they will be.
    """
    if (argument.start, argument.end) in names.sure:
        return False
    known = any(
        kind_of_noun(one) != "thing" or one in table("happenings") or one in table("wider") for one in (noun, noun.removesuffix("s"))
    )
    return known or bool(names.perhaps(argument.start, argument.end))


def note(words: str, perhaps: tuple[str, ...]) -> str:
    """Return what a reviewer is told of words that stand for something which is not known, with what they may stand for."""
    may = f", which may be {' or '.join(f'“{one}”' for one in perhaps)}" if perhaps else ""
    return f"the text does not settle what “{words}” stands for{may}: name it in the claim"
