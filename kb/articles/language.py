"""Detect the language of a text by its script, and among languages in Latin letters by its commonest words.

Counting words is enough for an article. A few sentences, mixed texts and languages not listed here give None rather than a guess.
"""

from __future__ import annotations

import re
from collections import Counter

# Words that are common in one language, and rare in or absent from the others listed.
COMMON = {
    "en": "the and of to that is was with for are his this have from which they were their been would not",
    "de": "der die und das nicht ist mit den von auf für sich auch dem eine wird sind werden haben einen",
    "fr": "les des est dans que pour une qui pas sur avec sont plus cette aux ont mais nous leur était",
    "es": "los las que una por con para del más como pero sus está fue entre han también este sobre cuando",
    "it": "che della per sono con non una gli nel alla delle anche dei più questo come dal nella suo stato",
    "pt": "não uma com dos para que mais como foi são pela pelo também seu sua das ao está nas isso",
    "nl": "het een van niet dat zijn voor met ook wordt werd naar hebben aan door maar deze heeft bij zou",
    "sv": "och att som för inte har den till ett med om från kan eller hade var sig också skulle blev",
    "da": "og det ikke til med har som den blev af også efter kunne skal hvor deres være ved fra mod",
    "pl": "nie się jest przez dla jak tym oraz był tego które jego został ale także może przed jako była są",
    "cs": "že není jako byl podle pro jsou však také který byla která jeho které před nebo více bude když ale",
    "tr": "bir ve bu için olarak ile daha olan gibi sonra kadar çok değil ancak olduğu tarafından ise yeni onun en",
    "id": "yang dan dengan untuk tidak dari pada dalam adalah ini itu akan telah oleh juga mereka sebagai bahwa karena di",
    "vi": "của và các những không được trong cho một là với đã người này khi có để tại từ về",
}
WORDS = {language: frozenset(words.split()) for language, words in COMMON.items()}
SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]"), 0.1), ("ko", re.compile(r"[\uac00-\ud7a3]"), 0.3), ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.3),
    ("uk", re.compile(r"[іїєґІЇЄҐ]"), 0.03), ("fa", re.compile(r"[پچژگک]"), 0.05), ("ar", re.compile(r"[\u0600-\u06ff]"), 0.4),
    ("he", re.compile(r"[\u0590-\u05ff]"), 0.4), ("el", re.compile(r"[\u0370-\u03ff]"), 0.4), ("th", re.compile(r"[\u0e00-\u0e7f]"), 0.4),
    ("hi", re.compile(r"[\u0900-\u097f]"), 0.4), ("ru", re.compile(r"[\u0400-\u04ff]"), 0.4),
)  # fmt: skip
ENOUGH = 8  # common words that a text must contain before a language is named
SHARE = 0.1  # least share of the language's common words among all words of the text
NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish",
    "da": "Danish", "pl": "Polish", "cs": "Czech", "tr": "Turkish", "id": "Indonesian", "vi": "Vietnamese", "ja": "Japanese", "ko": "Korean",
    "zh": "Chinese", "uk": "Ukrainian", "fa": "Persian", "ar": "Arabic", "he": "Hebrew", "el": "Greek", "th": "Thai", "hi": "Hindi",
    "ru": "Russian",
}  # fmt: skip


def language(text: str) -> str | None:
    """Return the BCP 47 code of the language of a text, or None where the words do not show it."""
    sample = text[:50_000]
    letters = sum(character.isalpha() for character in sample)
    if not letters:
        return None
    for code, script, share in SCRIPTS:
        if len(script.findall(sample)) > share * letters:
            return code
    words = re.findall(r"[^\W\d_]+", sample.lower())
    counts = Counter(code for word in words for code, common in WORDS.items() if word in common)
    (best, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return best if most >= ENOUGH and most > SHARE * len(words) and most >= 1.3 * next_most else None
