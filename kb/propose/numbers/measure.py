"""Find what a number counts: the phrase after it, or for money and shares the words that say of what."""

from __future__ import annotations

import re

from kb.propose.numbers.vocabulary import JOINS, STOP

WORD = re.compile(r"(?: |(?<=-))(?P<word>(?:[A-Z]\.){2,}|\d[\d,]*\d|[\w$][\w'’.-]*[\w]|\w)(?P<end>[,;:.!?)—–\"”]?)")
PLURAL = re.compile(r"[a-z][\w-]*[a-rtv-z]s|[Pp]eople|men|women|children|troops")
PAST_VERB = re.compile(r"[a-z]{2,}ed")
HEAD, TAIL = 4, 5  # words of the phrase itself, and of what "of", "from" and the like join to it
EACH = re.compile(r"an? (?:second|minute|hour|day|night|week|month|quarter|year)\b")  # "deaths a day"
ARTICLES = {"the", "a", "an", "its", "their", "his", "her", "our", "all", "new", "additional", "other", "of"}


def following(text: str, start: int) -> tuple[str | None, str | None]:
    """Return the counted noun right after code point `start` and its phrase, as ("troops", "troops from both countries")."""
    words = _words(text, start)
    if words and words[0].lower() in (JOINS | {"a", "an"}) - {"of"}:
        return None, " ".join(words)
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
    if several is not None:  # words after the plural belong to it only by "of" and the like; not so in "two countries even fought"
        skipped = words.index(head[0])
        after = words[skipped + several + 1 :]
        phrase = [*head[: several + 1], *(after if after and (after[0].lower() in JOINS or EACH.match(" ".join(after))) else [])]
        return head[several], " ".join(phrase)
    noun = head[-1] if head else None
    if noun is None or noun.lower() in ARTICLES or noun.endswith("ly"):
        return None, " ".join(words) or None
    return noun, " ".join(words).removeprefix("of ")


def joined(text: str, start: int) -> str | None:
    """Return what money is for or a share is of, such as "on defense in 2020" or "of voters", or None."""
    words = _words(text, start)
    return " ".join(words) if words and words[0].lower() in JOINS else None


TIME = re.compile(
    r"(?:in|on|for|from) (?:\d{4}|the (?:past|last|next|first)|[A-Z][a-z]+ \d|this|last|next|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)


def around(text: str, start: int, end: int) -> str | None:
    """Return what money, a share or a length measures: words after it such as "of voters", else its clause with … for the number."""
    after = joined(text, end)
    if after and after.split(" ")[0].lower() in {"of", "on", "worth"} and not TIME.match(after):
        return after
    lead = before(text, start)
    parts = [part for part in (lead, "…" if lead and after else None, after) if part]
    return " ".join(parts) or following(text, end)[1]


def _words(text: str, start: int) -> list[str]:
    """Return the words of the phrase that begins at `start`, up to punctuation, a word of the list `stop`, or HEAD + TAIL words."""
    words: list[str] = []
    at = start
    while len(words) < HEAD + TAIL:
        match = WORD.match(text, at)
        if match is None or match["word"].lower() in STOP:
            break
        words.append(match["word"])
        at = match.end()
        if match["end"]:
            break
    while words and (words[-1].lower() in JOINS | ARTICLES or (len(words) > 2 and PAST_VERB.fullmatch(words[-1]))):
        words.pop()
    return words


def before(text: str, start: int) -> str | None:
    """Return up to six words of the clause before the number, or None. They count where nothing after it says what is counted."""
    clause = re.split(r"[,;:.!?](?=\s|$)\s*|[(—–\"“”\n]\s*", text[max(0, start - 80) : start].rstrip())[-1]
    words = clause.split()
    while words and words[-1].lower() in ARTICLES:
        words.pop()
    return " ".join(words[-6:]) or None
