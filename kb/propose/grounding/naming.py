"""Name what a phrase describes, as one would file it: "China's nuclear arsenal" as "Chinese nuclear arsenal", "some sort of pact" as "pact".

What a sentence says of how many, when, and whose "its" is, is no part of a name; the same thing then has the same name, and the same id,
in every sentence.
"""

from __future__ import annotations

import functools
import re

from kb.propose.actors import gazetteer
from kb.propose.grounding.words import listed

SHORT_FORM = re.compile(r"\s*\((?:the )?[“\"]?[A-Z][\w&.’'-]*[”\"]?(?:\)|$)")
SHORT_TITLE = re.compile(r"\b[A-Z][a-z]{1,4}\. ")
"""A title that is written short before a name: "New Jersey Gov. Ada Holm"."""
BRACKETED = re.compile(r"\((and [^()]+)\)")  # "Russian (and Soviet) engineering"
DETERMINER = re.compile(
    r"(?:the|an?|no|any|such|this|that|these|those|its|their|his|her|our|my|your|both|all|each|every|some|many|several|few|most|more|even|only|just)"
    r"(?:[ \u00a0]+|$)",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"(?:(?:many|some|most|several|much|all|both|few|none|any|each|half|one|two|three|dozens|hundreds|thousands|millions|"
    r"a (?:number|lot|couple|series|range|variety|bit|part|majority)|(?:some |a )?(?:sort|kind|type|form)s?) of(?: the)?(?: same)?|"
    r"at least \d[\d,.]*|about \d[\d,.]*|\d[\d,.]*(?= [a-z]))(?:[ \u00a0]+|$)",
    re.IGNORECASE,
)
TIME = re.compile(r"(?:recent|current|latest|upcoming|ongoing|existing|now)[ \u00a0]+", re.IGNORECASE)
JUDGED = re.compile(  # what a writer thinks of something with a name of its own, which is no part of the name
    r"(?:ambitious|famous|famed|controversial|iconic|infamous|notorious|renowned|celebrated|prestigious|beloved|embattled|beleaguered|"
    r"troubled|historic|vaunted|(?:much|long|highly)-(?:vaunted|awaited|anticipated|delayed|criticised|criticized|touted))[ \u00a0]+(?=[A-Z])"
)
OWNED = re.compile(r"^(?P<owner>[^’',]{2,40}?)(?:[’']s|(?<=s)[’'])[ \u00a0]+(?P<owned>\S.*)$")
QUOTES = re.compile(r"[“”\"„]")
DEGREE = re.compile(r"(?:,[ \u00a0]?|[ \u00a0])(?:Ph\.?D\.?|M\.?D\.?|M\.?A\.?|MBA|J\.?D\.?|LL\.?[BM]\.?|Esq\.?|Jr\.?|Sr\.?),?$")
LED = re.compile(r"^(?:[A-Z][\w.]*-(?:led|backed|run|owned|controlled|funded|sponsored|dominated|based)[ \u00a0])(?=[A-Z])")
PROPER = re.compile(r"^[A-Z][\w’'-]*(?: (?:and|of|for|the|in|on)| [A-Z][\w’'-]*)* [A-Z][\w’'-]*$")


LONGEST = 4  # words of an owner


def spelt(words: str) -> str:
    """Return words without the titles in them that are written short: "New Jersey " for "New Jersey Gov. "."""
    return SHORT_TITLE.sub(" ", words)


def name_of(words: str) -> str:
    """Return the name for what some words describe, without amounts, short forms in brackets, and quotation marks."""
    name = LED.sub("", re.sub(r"^(?:[Tt]he|[Aa]n?)[ \u00a0]", "", clean(words)))
    while (found := AMOUNT.match(name) or DETERMINER.match(name) or TIME.match(name) or JUDGED.match(name)) and found.end() < len(name):
        name = name[found.end() :]
    owned = OWNED.match(name)
    if owned is None or len(owned["owner"].split()) > LONGEST or set(owned["owner"].split()) & listed("links"):
        return name  # in "support for Lund’s plan" the plan is Lund’s, and not the support
    if owned["owned"][0].isupper() and not PROPER.match(owned["owned"]):
        return name  # a name with a possessive in it, such as "Dockers’ Union"
    return of_owner(owned["owner"], owned["owned"])


def clean(words: str) -> str:
    """Return words without a short form in brackets and without quotation marks."""
    return QUOTES.sub("", BRACKETED.sub(r"\1", SHORT_FORM.sub("", words))).strip(" \u00a0,;:.")


def of_owner(owner: str, owned: str) -> str:
    """Return the name of what somebody has: of a country by its adjective, of others by "of"; what has a name of its own keeps that."""
    if PROPER.match(owned):
        return owned
    article = DETERMINER.match(owner)
    owner = owner[article.end() :] if article else owner
    country = gazetteer.countries().get(owner)
    adjective = adjectives().get(country or "")
    return f"{adjective} {owned}" if adjective else f"{owned} of {owner}"


@functools.cache
def adjectives() -> dict[str, str]:
    """Return {country: its adjective}, the demonym that is the most like one where there are several."""
    found: dict[str, str] = {}
    for word, country in gazetteer.demonyms().items():
        if word[0].isupper() and not word.endswith("s") and " " not in word and country not in found:
            found[country] = word
    return found | ADJECTIVES


ADJECTIVES = {
    "United Kingdom": "British", "Turkey": "Turkish", "Poland": "Polish", "Denmark": "Danish", "Sweden": "Swedish",
    "Finland": "Finnish", "Spain": "Spanish", "Serbia": "Serbian", "Croatia": "Croatian", "Netherlands": "Dutch",
    "Iceland": "Icelandic", "Ireland": "Irish", "France": "French", "Kurdistan": "Kurdish", "Scotland": "Scottish",
}  # fmt: skip
"""Countries whose people have a noun of their own, which is no adjective."""


def without_degree(name: str) -> str:
    """Return the name of a person without a degree or "Jr." after it."""
    return DEGREE.sub("", name)
