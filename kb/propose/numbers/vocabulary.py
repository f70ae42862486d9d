"""The words of words.toml, read once, and the regular expressions made of them."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from importlib import resources

from kb.propose import figures

WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def inverted(table: str) -> dict[str, str]:
    """Each word of a table, in lower case, with the key it stands under; the first key that lists it."""
    found: dict[str, str] = {}
    for key, words in WORDS[table].items():
        for word in words:
            found.setdefault(word.lower(), key)
    return found


def choice(words: list[str] | dict[str, str]) -> str:
    """Any of the words, the longest first; a word that ends in a letter ends there in the text too."""
    return "|".join(re.escape(word) + (r"(?![\w])" if word[-1].isalpha() else "") for word in sorted(words, key=len, reverse=True))


BEFORE, AFTER, SIGN, CURRENCY, UNIT = (inverted(table) for table in ("before", "after", "sign", "currency", "unit"))
CHANGE = inverted("change")
STOP, JOINS = frozenset(WORDS["stop"]["words"]), frozenset(WORDS["stop"]["joins"])
DIRECTION = {"up": Decimal(1), "down": Decimal(-1)}

SCALE = r"(?:[ -]?(?:hundred|thousand|million|billion|trillion|bn|mn|mln|tn|trn)(?![\w])|(?<=\d)[kKmMbB](?!\w))"
DOZEN = r"(?:(?:an?|one|two|three|four|five|half a|several) dozen\b)"
FIGURE = rf"(?:{DOZEN}|half (?:a |an )?(?:million|billion|trillion)\b|(?:{figures.DIGITS}|{figures.WORDS})(?:{SCALE})*)"
# One amount: its sign, its figure, its unit.
AMOUNT = rf"(?P<sign{{n}}>(?<![A-Za-z])(?i:{choice(SIGN)}) ?)?(?P<figure{{n}}>(?i:{FIGURE}))(?P<plus{{n}}>-plus|\+)?(?:[ -]?(?P<unit{{n}}>%|(?i:{choice(CURRENCY)}|{choice(UNIT)})))?"


def amount(n: str) -> str:
    """The pattern of an amount, its groups numbered."""
    return AMOUNT.replace("{n}", n)


QUANTITY = re.compile(
    rf"(?:\b(?P<before>(?i:{choice(BEFORE)})) )?(?P<between>\b(?i:between|from) )?{amount('1')}"
    rf"(?:(?P<to> ?[-–—] ?| (?:to|and|or) ){amount('2')})?(?: (?P<after>(?i:{choice(AFTER)})))?"
)
VAGUE = re.compile(
    r"(?i:\b(?:(?:many|several|some|a few|the) )?(?:tens of |hundreds of )?(?P<word>dozens|scores|hundreds|thousands|millions|billions|trillions)\b(?! (?:digit|place)))"
    r"|(?i:\b(?:several|a few|many) (?P<word2>hundred|thousand|million|billion)\b)"
)
FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
FRACTION = re.compile(
    r"(?i:\b(?P<before>about|nearly|almost|more than|over|less than|at least|roughly|around|only|some)? ?\b(?:(?P<top>one|two|three|four|five|seven|nine|a)[ -](?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b(?= of\b)|(?P<half>half)(?= (?:of|the|its|their|his|her|all)\b)))"
)
TIMES = re.compile(
    rf"(?i:\b(?P<double>doubl(?:e[sd]?|ing)|twice|tripl(?:e[sd]?|ing)|thrice|quadrupl(?:e[sd]?|ing)|twofold|threefold|fourfold|fivefold|tenfold)\b"
    rf"|\b(?P<count>{figures.DIGITS}|{figures.WORDS})(?: times(?= (?:more|as|the|its|higher|larger|bigger|greater|that|what|faster))|-?fold\b))"
)
FACTOR = {"doubl": 2, "twice": 2, "twofo": 2, "tripl": 3, "thric": 3, "three": 3, "quadr": 4, "fourf": 4, "fivef": 5, "tenfo": 10}
TO_ONE = re.compile(
    rf"(?i:\b(?:(?P<before>about|around|nearly|almost|roughly) )?(?P<count>{figures.DIGITS}|{figures.WORDS})(?:[ -]to[ -]one\b|[ -]to[ -]1\b|:1\b))"
)
