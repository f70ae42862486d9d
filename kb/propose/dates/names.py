"""Recognise names that hold a date, such as "17 February Brigade" and "Bloody Sunday", which are no dates of the text's events."""

from __future__ import annotations

import datetime
import re

from kb.propose.dates.clock import Anchor
from kb.propose.dates.rules import Value

BODIES = (
    r"(?:Brigades?|Battalions?|Divisions?|Regiments?|Movements?|Front|Party|Army|Militias?|Coalition|Alliance|Organi[sz]ation|Committee|Council|Club|Foundation"
    r"|Institute|University|College|School|Hospital|Airport|Stadium|Square|Street|Avenue|Road|Bridge|Park|Station|Dam|Camp|Base|Prize|Fund|Group|Faction"
    r"|Revolution|Uprising|Massacre|Manifesto|Declaration|Agreement|Accords?|Constitution|Youth|Martyrs|Generation|Conspiracy|Plot)"
)
AFTER = re.compile(rf"(?: (?:[A-Z][\w’'-]*|of|and)){{0,3}}? {BODIES}\b")
BEFORE = re.compile(rf"\b{BODIES} of (?:the )?$")
GROUPS = re.compile(r" (?:youth |protest )?(?:brigades?|movements?|coalition|alliance|revolution)\b")
PAPERS = re.compile(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Independent|Tribune|Star|Sun|Night Live|Club|[Mm]osque|[Ss]chool)\b"
)
NAMED_DAYS = re.compile(
    r"\b(?:Black|Bloody|Good|Easter|Palm|Super|Ash|Holy|Maundy|Whit|Cyber|Fat|Giving|Red|Blue|Shrove|Spy|Stir-up|Mothering|Remembrance) $"
)
EVENT = re.compile(
    r"(?: [a-z]+)? (?:attacks?|bombings?|plot|massacre|coup|incident|uprising|revolution|protests?|killings?|shootings?|earthquake)\b"
)
FAR = 120  # days from publication up to which "the May 9 attack" is of the year nearest to it


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the date text[start:end], which the text gives no year, is a part of a name."""
    if re.search(r"\b\d{4}\b|['’]\d\d", text[start:end]) or not re.search(r"[A-Z]", text[start:end]):
        return False
    attributive = re.search(r"\b[Tt]he $", text[max(0, start - 4) : start]) or text[start : start + 4].lower() == "the "
    if AFTER.match(text, end) or BEFORE.search(text[max(0, start - 24) : start]) or (attributive and GROUPS.match(text, end)):
        return True
    weekday = re.search(r"(?:[Dd]ay|DAY)$", text[start:end]) is not None
    return weekday and (NAMED_DAYS.search(text[max(0, start - 14) : start]) is not None or PAPERS.match(text, end) is not None)


def without_far_year(text: str, start: int, end: int, value: Value, anchor: Anchor | None) -> Value:
    """Return the value without its year, if it is the day that names an event ("the Sept. 11 attacks") and far from publication.

    Such a name is used for years, so the year nearest to publication may be any but the right one.
    """
    if anchor is None or value.edtf is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", value.edtf) or re.search(r"\b\d{4}\b", text[start:end]):
        return value
    named = re.search(r"\b[Tt]he $", text[max(0, start - 4) : start]) or text[start : start + 4].lower() == "the "
    ago = (anchor.day - datetime.date.fromisoformat(value.edtf)).days
    if not named or not EVENT.match(text, end) or 0 <= ago <= FAR:
        return value
    return Value(f"XXXX{value.edtf[4:]}", None, "the text gives no year, and the day is the name of an event")
