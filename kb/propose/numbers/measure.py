"""What a number counts: the phrase after it, or for money and shares the words it is money or a share of."""

from __future__ import annotations

import re

from kb.propose.numbers.vocabulary import JOINS, STOP

WORD = re.compile(r"(?: |(?<=-))(?P<word>[\w$][\w'’.-]*[\w]|\w)(?P<end>[,;:.!?)—–\"”]?)")
PLURAL = re.compile(r"[a-z][\w-]*[a-rtv-z]s|[Pp]eople|men|women|children|troops")
PAST_VERB = re.compile(r"[a-z]{2,}ed")
HEAD, TAIL = 4, 5  # words of the phrase itself, and of what is joined to it by "of", "from" and the like
ARTICLES = {"the", "a", "an", "its", "their", "his", "her", "our", "all", "new", "additional", "other", "of"}


def following(text: str, start: int) -> tuple[str | None, str | None]:
    """(the counted noun, the phrase it heads) right after code point `start`: ("troops", "troops from both countries")."""
    words = _words(text, start)
    head: list[str] = []
    for place, word in enumerate(words):
        if word.lower() in JOINS and place > 0:
            break
        if word.lower() == "of" and place == 0:
            continue
        head.append(word)
        if len(head) == HEAD:
            break
    several = next((place for place, word in enumerate(head) if PLURAL.fullmatch(word)), None)
    if several is not None:  # "two countries even fought": what stands after the plural belongs to it only by "of" and the like
        skipped = words.index(head[0])
        after = words[skipped + several + 1 :]
        phrase = [*head[: several + 1], *(after if after and after[0].lower() in JOINS else [])]
        return head[several], " ".join(phrase)
    noun = head[-1] if head else None
    if noun is None or noun.lower() in ARTICLES or noun.endswith("ly"):
        return None, " ".join(words) or None
    return noun, " ".join(words).removeprefix("of ")


def joined(text: str, start: int) -> str | None:
    """For money and shares: "on defense in 2020", "of voters"."""
    words = _words(text, start)
    return " ".join(words) if words and words[0].lower() in JOINS else None


TIME = re.compile(
    r"(?:in|on|for|from) (?:\d{4}|the (?:past|last|next|first)|[A-Z][a-z]+ \d|this|last|next|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)


def around(text: str, start: int, end: int) -> str | None:
    """What money, a share or a length measures: "of voters" where the words after it say so, else the clause with … for the number."""
    after = joined(text, end)
    if after and after.split(" ")[0].lower() in {"of", "on", "worth"} and not TIME.match(after):
        return after
    lead = before(text, start)
    parts = [part for part in (lead, "…" if lead and after else None, after) if part]
    return " ".join(parts) or following(text, end)[1]


def _words(text: str, start: int) -> list[str]:
    """The words of the phrase that begins at `start`, up to punctuation, a verb of the short list, or their greatest number."""
    words: list[str] = []
    at = start
    while len(words) < HEAD + TAIL:
        found = WORD.match(text, at)
        if found is None or found["word"].lower() in STOP:
            break
        words.append(found["word"])
        at = found.end()
        if found["end"]:
            break
    while words and (words[-1].lower() in JOINS | ARTICLES or (len(words) > 2 and PAST_VERB.fullmatch(words[-1]))):
        words.pop()
    return words


def before(text: str, start: int) -> str | None:
    """The few words of the clause before the number, where nothing after it says what is counted."""
    clause = re.split(r"[,;:.!?(—–\"“”\n]\s*", text[max(0, start - 80) : start].rstrip())[-1]
    words = clause.split()
    while words and words[-1].lower() in ARTICLES:
        words.pop()
    return " ".join(words[-6:]) or None
