"""Find the charsets that bytes may be in, judging by what letters come out, and show what they would read as.

It knows no language. A charset is unlikely when words mix scripts, capitals stand within words, symbols stand between letters, or the
letters that are commonest in texts of its script are rare.
"""

from __future__ import annotations

import codecs
import itertools
import re
import unicodedata
from collections import Counter

CHARSETS = ("WINDOWS-1252", "WINDOWS-1250", "WINDOWS-1251", "KOI8-R", "CP866", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "MACINTOSH",
            "SHIFT_JIS", "EUC-JP", "EUC-KR", "GB18030", "BIG5")  # fmt: skip
PYTHON = {"MACINTOSH": "mac_roman"}
# The letters that make up most of a text, by script.
COMMON = {"CYRILLIC": "оеаинтсрвлкмі", "GREEK": "αοιετσνηυρκπλ", "HEBREW": "יוהלאמרתבשנ", "ARABIC": "اليمنوتربةدع"}
SHARE = 0.6  # of the letters of a text in such a script are among the common ones
KANA = ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA")
EXAMINED = 20_000  # bytes
CLOSE = 0.1  # a charset this much less likely than the best is not named
SHOWN = 48  # characters of the line that shows how a text would read


def likely(data: bytes) -> list[tuple[str, str]]:
    """Return (charset, a line as it would read) of the likely charsets, the best first, empty for bytes that are no text."""
    if re.search(rb"[\x00-\x08\x0e-\x1f]", data):
        return []
    lines = [line for line in data[:EXAMINED].split(b"\n") if not line.isascii()] or [data[:EXAMINED]]
    scored = []
    for place, charset in enumerate(CHARSETS):
        try:
            data.decode(PYTHON.get(charset, charset))
            text = b"\n".join(lines).decode(PYTHON.get(charset, charset), "ignore")
        except UnicodeDecodeError:
            continue
        scored.append((oddness(text), place, charset, text))
    scored.sort()
    different: dict[str, str] = {}
    for score, _, charset, text in scored:
        if score <= scored[0][0] + CLOSE:
            different.setdefault(text, charset)
    return [(charset, sample(text)) for text, charset in different.items()][:3]


def remedy(data: bytes) -> str:
    """Return what to do about bytes that are not UTF-8: convert them, with the likely charsets and a line as it then reads."""
    charsets = likely(data)
    if not charsets:
        return "save the text as UTF-8 in the program that wrote it"
    (first, line), *others = charsets
    shown = f"save the text as UTF-8, for instance with: iconv -f {first} -t UTF-8, which reads “{line}”"
    return shown + "".join(f"; {charset} would read “{other}”" for charset, other in others)


def oddness(text: str) -> float:
    """Return how unlike a text the characters are, per character beyond ASCII. 0 is a text, 1 is none."""
    special = [character for character in text if not character.isascii()]
    if not special or any(unicodedata.category(character) in ("Cc", "Co", "Cn") for character in special):
        return 2.0
    odd = sum(odd_in_word(word) for word in re.findall(r"\S+", text))
    return odd / len(special) + uncommon(special)


def odd_in_word(word: str) -> int:
    """Return the number of characters of a word that no text has at their place."""
    odd = 0
    for before, character in itertools.pairwise(word):
        capital = before.islower() and character.isupper()
        symbol = (is_symbol(character) and before.isalpha()) or (is_symbol(before) and character.isalpha())
        mixed = before.isalpha() and character.isalpha() and not alike(before, character)
        odd += capital + symbol + 2 * mixed
    letters = [character for character in word if character.isalpha()]
    accented = sum(not character.isascii() and script(character) == "LATIN" for character in letters)
    return odd + (accented if len(letters) > 2 and accented > len(letters) * 2 / 3 else 0)


def is_symbol(character: str) -> bool:
    """Whether a character beyond ASCII is neither a letter nor punctuation."""
    return (not character.isascii() and unicodedata.category(character)[0] in "SN") or character in "¿¡"


def uncommon(special: list[str]) -> float:
    """Return how far the letters beyond ASCII are from those that are common in their script, 0 for a script without such a list."""
    scripts = Counter(script(character) for character in special if character.isalpha())
    main = scripts.most_common(1)[0][0] if scripts else ""
    if main in COMMON:
        letters = [unicodedata.normalize("NFD", character.lower())[0] for character in special if script(character) == main]
        return max(0.0, SHARE - sum(letter in COMMON[main] for letter in letters) / len(letters))
    if main == "CJK" and "JAPANESE" not in scripts:
        return 0.1 + rare_ideographs(special)
    return 0.3 if main.startswith("HALFWIDTH") else 0.0


def rare_ideographs(special: list[str]) -> float:
    """Return the share of ideographs that are not among the few thousand that texts are mostly written with."""
    ideographs = [character for character in special if script(character) == "CJK"]
    return sum(not in_charset(character, "gb2312") and not in_charset(character, "big5") for character in ideographs) / len(ideographs)


def in_charset(character: str, charset: str) -> bool:
    """Whether a charset has the character among its common ones, which stand in its first half."""
    try:
        return codecs.encode(character, charset)[0] < (0xD8 if charset == "gb2312" else 0xC9)
    except UnicodeEncodeError:
        return False


def script(character: str) -> str:
    """Return the first word of a character's Unicode name, which for a letter is its script. Japanese mixes three, which count as one."""
    name = unicodedata.name(character, "").partition(" ")[0]
    return "JAPANESE" if name in KANA else name


def alike(before: str, character: str) -> bool:
    """Whether two letters may stand in one word."""
    scripts = {script(before), script(character)}
    return len(scripts) == 1 or scripts == {"CJK", "JAPANESE"}


def sample(text: str) -> str:
    """Return the first words beyond ASCII of a text, on one line."""
    line = next((line for line in text.split("\n") if not line.isascii()), text)
    first = next((at for at, character in enumerate(line) if not character.isascii()), 0)
    start = line.rfind(" ", 0, max(0, first - SHOWN // 3)) + 1
    shown = " ".join(line[start:].split())
    return shown if len(shown) <= SHOWN else shown[:SHOWN].rstrip() + " …"
