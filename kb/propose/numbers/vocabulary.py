"""The lists of words.toml, and the regular expressions of quantities that are built from them."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from importlib import resources

from kb.propose import figures
from kb.texts.currencies import CURRENCY, SIGN

WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def inverted(table: str) -> dict[str, str]:
    """Return {word in lower case: the first key of the table that lists it}."""
    keys: dict[str, str] = {}
    for key, words in WORDS[table].items():
        for word in words:
            keys.setdefault(word.lower(), key)
    return keys


def choice(words: list[str] | dict[str, str]) -> str:
    """Return the regular expression of any of the words, the longest first, each as a whole word at its end."""
    return "|".join(re.escape(word) + (r"(?![\w])" if word[-1].isalpha() else "") for word in sorted(words, key=len, reverse=True))


BEFORE, AFTER, UNIT = (inverted(table) for table in ("before", "after", "unit"))
CHANGE = inverted("change")
STOP, JOINS = frozenset(WORDS["stop"]["words"]), frozenset(WORDS["stop"]["joins"])
DIRECTION = {"up": Decimal(1), "down": Decimal(-1)}

UNREAD = frozenset(WORDS["unread"]["words"])
# Marks that stand for a word before the number.
MARKS = {"~": "about", "≈": "about", "≥": "at-least", ">": "at-least", "≤": "at-most", "<": "at-most"}

_SCALES = r"hundred|thousand|lakhs?|lacs?|crores?|millions?|billions?|trillions?|bn|mn|mln|tn|trn|cr"
SCALE = rf"(?:[ -]?(?:{_SCALES})(?![\w])|(?<=\d)[kKmMbB](?!\w))"
DOZEN = r"(?:(?:an?|one|two|three|four|five|half a|several) dozen\b)"
FIGURE = rf"(?:{DOZEN}|(?:half (?:a |an )?|(?:half|(?:an? )?quarter|three[ -]quarters) of an? )(?:million|billion|trillion|lakh|crore)\b|(?:{figures.DIGITS}|{figures.WORDS})(?:{SCALE})*(?: and (?:a|one)[ -]half\b(?:{SCALE})*)?)"
# A minus sign, or a hyphen that can be nothing else, or the word. After a currency sign it stands right before the figure.
MINUS = r"(?P<minus{n}>\b(?i:minus|negative) |(?<![\w)\]%.,−-])−|(?:(?<=[^\n] )|(?<=[(\[“\"‘]))-(?=[\d$£€]))?"
# An amount with its currency sign, figure and unit; {n} numbers the groups.
AMOUNT = (
    MINUS + rf"(?P<sign{{n}}>(?<![A-Za-z])(?i:{choice(SIGN)}) ?)?(?P<inner{{n}}>(?<=[$£€¥₹])[−-])?(?P<figure{{n}}>(?i:{FIGURE}))"
    rf"(?P<plus{{n}}>-plus|\+|-odd\b)?(?:[ -]?(?P<unit{{n}}>%|(?i:{choice(CURRENCY)}|{choice(UNIT)})))?"
)


def amount(n: str) -> str:
    """Return the pattern of an amount with the groups numbered `n`."""
    return AMOUNT.replace("{n}", n)


QUANTITY = re.compile(
    rf"(?:\b(?P<before>(?i:{choice(BEFORE)})) |(?P<mark>[{''.join(MARKS)}]) ?)?(?P<between>\b(?i:between|from) )?{amount('1')}"
    rf"(?:(?P<to> ?[-–—] ?| (?:to|and|or) ){amount('2')})?(?: (?P<after>(?i:{choice(AFTER)})))?"
)
VAGUE = re.compile(
    r"(?i:\b(?:(?:many|several|some|a few|the) )?(?:tens of |hundreds of )?(?P<word>dozens|scores|hundreds|thousands|lakhs|crores|millions|billions|trillions)\b(?! (?:digit|place)))"
    r"|(?i:\b(?:several|a few|many) (?P<word2>dozen|hundred|thousand|lakh|crore|million|billion)\b)"
)
FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_HEDGES = "about|nearly|almost|more than|over|under|less than|fewer than|at least|at most|up to|roughly|around|only|some"
FRACTION = re.compile(
    rf"(?i:\b(?P<before>{_HEDGES})? ?\b(?:(?P<top>one|two|three|four|five|seven|nine|a)[ -](?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b(?= of\b(?! an? (?:hundred|thousand|million|billion|trillion|lakh|crore)\b))|(?<!first )(?<!second )(?<!last )(?<!latter )(?<!other )(?P<half>half)(?= (?:of|the|its|their|his|her|all)\b(?! an? (?:million|billion|trillion|lakh|crore)\b))))"
)
TIMES = re.compile(
    rf"(?i:\b(?P<double>doubl(?:e[sd]?|ing)|twice|tripl(?:e[sd]?|ing)|thrice|quadrupl(?:e[sd]?|ing)|twofold|threefold|fourfold|fivefold|tenfold)\b"
    rf"|\b(?P<count>{figures.DIGITS}|{figures.WORDS})(?: times(?= (?:more|as|the|its|higher|larger|bigger|greater|that|what|faster))|-?fold\b)"
    rf"|\bby a factor of (?P<factor>{figures.DIGITS}|{figures.WORDS})\b)"
)
FACTOR = {"doubl": 2, "twice": 2, "twofo": 2, "tripl": 3, "thric": 3, "three": 3, "quadr": 4, "fourf": 4, "fivef": 5, "tenfo": 10}
TO_ONE = re.compile(
    rf"(?i:\b(?:(?P<before>about|around|nearly|almost|roughly) )?(?P<count>{figures.DIGITS}|{figures.WORDS})(?:[ -]to[ -]one\b|[ -]to[ -]1\b|:1\b))"
)
# "one in five children" and "three out of ten"; not "two in three years", which says when.
IN_SO_MANY = re.compile(
    rf"(?i:(?:\b(?P<before>{_HEDGES}) )?\b(?P<top>{figures.DIGITS}|{figures.WORDS})(?:[ -]in[ -]|[ -]out[ -]of[ -])(?:every )?(?P<whole>{figures.DIGITS}|{figures.WORDS})\b)"
    r"(?! (?:second|minute|hour|day|week|month|quarter|year|decade|match|game|round|stage|place|tim)(?:s|es)?\b)(?![-.,:]\d|%)"
)
