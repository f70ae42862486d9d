"""What is read of a text in a language other than English, for which there is no parser here.

The English rules would take a foreign report for its author's own certain assertions, so they never read one. For a few languages short
lists of words find quotations with a named speaker and "according to"; of all others nothing is proposed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kb.articles.language import NAMES, WORDS, language
from kb.base.words import Act, Certainty, Stance
from kb.propose.attribution.drafts import parents
from kb.propose.languages import chinese, quotations
from kb.propose.languages.found import Found
from kb.propose.languages.grammar import Grammar, grammars
from kb.propose.parts import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Callable

ENGLISH = "en"
QUESTION = re.compile(r"[?？][\s”“»」\"]*$")
FEW, TIMES = 3, 3  # different common words of another language, and how many times those of English, that show it in a short text


def readers() -> dict[str, Callable[[str], Sequence[Found]]]:
    """Return, for each language that is read for quotations, what finds them."""
    return {code: reader(grammar) for code, grammar in grammars().items()} | {"zh": chinese.find}


def reader(grammar: Grammar) -> Callable[[str], Sequence[Found]]:
    """Return what finds the quotations of a language by its grammar."""
    return lambda text: quotations.find(text, grammar)


def of_text(text: str, declared: str | None = None) -> str:
    """Return the BCP 47 tag of the language in which a text is to be read.

    What the words show counts before the tag that its source has, since a translation often keeps that of the original. Where neither
    tells, a few words that are common in one other language and not in English decide, so that a short report is not taken for English.
    """
    shown = language(text)
    if shown is None:
        return declared or short(text) or ENGLISH
    return declared if declared and base(declared) == shown else shown


def short(text: str) -> str | None:
    """Return the language of a text too short to be sure of, if it is not English, or None."""
    words = set(re.findall(r"[^\W\d_]+", text[:5_000].lower()))
    known = {code: common | (grammars()[code].determiner if code in grammars() else frozenset()) for code, common in WORDS.items()}
    counts = Counter(code for word in words for code, common in known.items() if word in common)
    counts += Counter({code: len(set(grammar.said.findall(text[:5_000]))) for code, grammar in grammars().items()})
    best, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return best if best != ENGLISH and most >= max(FEW, TIMES * counts[ENGLISH]) else None


def base(tag: str) -> str:
    """Return the language of a BCP 47 tag without its region and script: "de" for "de-AT"."""
    return tag.lower().replace("_", "-").split("-")[0]


def is_english(tag: str) -> bool:
    """Whether a BCP 47 tag is one of English."""
    return base(tag) == ENGLISH


def name(tag: str) -> str:
    """Return the English name of a language, or its tag where it has none here."""
    return NAMES.get(base(tag), tag)


def note(tag: str) -> str | None:
    """Return what people are told of the reading of a text in this language, or None for English, which is read whole."""
    if is_english(tag):
        return None
    if base(tag) in readers():
        return f"read for quotations only: {name(tag)}"
    return f"not read: there are no rules for {name(tag)}, so nothing is proposed"


def asked(words: str) -> bool:
    """Whether words are a question, in any language that writes a question mark."""
    return QUESTION.search(words) is not None


def manner(words: str) -> tuple[str, str, str]:
    """Return the act, stance and certainty with which somebody says words: those of a question, or of plain speech."""
    return (Act.ASKS, Stance.UNCOMMITTED, Certainty.UNCOMMITTED) if asked(words) else (Act.ASSERTS, Stance.AFFIRMS, Certainty.CERTAIN)


def attributions(text: str, tag: str) -> list[Attribution]:
    """Return who is credited with what in a text of this language, in its order: none where there are no rules for it."""
    find = readers().get(base(tag))
    drafts = sorted((one.draft() for one in find(text)), key=lambda one: (one.content[0], -one.content[1])) if find else []
    return [
        Attribution(
            Span.of(text, *draft.content),
            Span.of(text, *draft.source) if draft.source else None,
            Span.of(text, *draft.cue),
            draft.rule,
            *manner(text[slice(*draft.content)]),
            parent=parent,
            kind="question" if asked(text[slice(*draft.content)]) else "factual",
        )
        for draft, parent in zip(drafts, parents(drafts), strict=True)
    ]
