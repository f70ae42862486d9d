"""What a verb that is a cue makes of its content, by the construction in which it stands, and the name of the rule for that."""

from __future__ import annotations

from kb.propose.attribution.lexicon import Entry, Frames
from kb.propose.attribution.tree import Word, passive

SAID = frozenset(
    ["say", "report", "allege", "claim", "believe", "think", "understand", "know", "assume", "suspect", "rumour", "rumor", "consider"]
)


def hearsay(rule: str, verb: Word) -> bool:
    """Whether a passive with an infinitive tells what people say or think, as in "is said to have left", and asks nobody to do it."""
    return rule in ("passive-infinitive", "naming") and verb.lemma in SAID and verb.kid("xcomp") is not None and passive(verb)


def meant(verb: Word, rule: str, frames: Frames, frame: str) -> Entry:
    """Return what a verb makes of its content. Whoever is told to do something is asked to, though "tell" only asserts."""
    if hearsay(rule, verb) and "clause" in frames:
        return frames["clause"]
    if frames[frame].kind == "question" and claims(verb, rule):
        return Entry("asserts")
    if rule in ("naming", "indirect-clause") and (seen := of_sight(verb, rule)) is not None:
        return seen
    if wondered(verb, rule) or sways(verb, rule):
        return Entry("asks", "uncommitted", "uncommitted", "plan") if wondered(verb, rule) else Entry("reports")
    if (rule == "whom-to-infinitive" and frames[frame].kind == "statement") or (
        rule[-10:] == "infinitive" and frames[frame].kind == "question"
    ):
        return Entry("recommends", frames[frame].stance, "uncommitted", "norm")
    return frames[frame]


def sways(verb: Word, rule: str) -> bool:
    """Whether somebody made others do what an infinitive tells of, as in "persuaded the judge to leave"."""
    return rule == "whom-to-infinitive" and verb.lemma in SWAYING and verb.tag in ("VBD", "VBN") and verb.kid("neg") is None


SWAYING = frozenset(("persuade", "convince"))
"""Verbs of making somebody do something, who then does it."""
IMAGINING = frozenset(("see", "imagine", "picture", "envision"))
"""Verbs of what somebody thinks will happen, or will not: "I don't see them selling it"."""


def of_sight(verb: Word, rule: str) -> Entry | None:
    """Return what a verb of seeing makes of a clause: what was seen happened, what can be seen may, and what cannot will not."""
    content = verb.kid("ccomp")
    if rule == "naming" and verb.lemma == "see" and content is not None and content.kid("mark", "aux", "auxpass", "advmod"):
        return Entry("believes")
    if not is_pictured(verb):
        return None
    negated, modal = verb.kid("neg") is not None, any(kid.tag == "MD" for kid in verb.kids)
    certainty = "probable" if negated else "possible" if modal else "certain"
    return Entry("believes", certainty=certainty, kind="prediction" if negated or modal else "statement")


def is_pictured(verb: Word) -> bool:
    """Whether a verb tells what somebody sees others do, or can see them do: "I don't see them selling it"."""
    content = verb.kid("ccomp")
    return verb.lemma in IMAGINING and content is not None and content.tag == "VBG" and content.kid("aux") is None


def claims(verb: Word, rule: str) -> bool:
    """Whether a verb of asking introduces what somebody claims, as in "pressed his attack that they lied", unlike "asked that they leave"."""
    content = verb.kid("ccomp")
    mark = content.kid("mark") if content is not None else None
    return rule == "indirect-clause" and mark is not None and mark.lower == "that" and verb.lemma != "ask"


def wondered(verb: Word, rule: str) -> bool:
    """Whether somebody has not decided what the infinitive says, as in "decided whether to leave"."""
    task = verb.kid("xcomp")
    return rule == "to-infinitive" and task is not None and any(kid.lower == "whether" for kid in task.kids)


def named(rule: str, verb: Word, entry: Entry) -> str:
    """Return a more specific name of the rule for some cues, because the measured precision of "said that" and "knew that" differs."""
    if rule == "indirect-clause" and verb.lemma in PLAIN:
        return "said-clause"
    if rule in ("indirect-clause", "to-infinitive") and entry.act in BY_ACT:
        return f"{BY_ACT[entry.act]}-{rule.split('-')[1]}"
    return rule


PLAIN = frozenset(["say", "tell", "add", "argue", "suggest", "announce"])
BY_ACT = {"believes": "belief", "predicts": "prediction", "warns": "warning", "asks": "question", "plans": "plan", "recommends": "demand"}
