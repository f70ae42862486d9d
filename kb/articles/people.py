"""The people and bodies that a byline or an author field names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from kb.articles.dates import MONTH, dated
from kb.texts.folding import spelt_out
from kb.texts.person_names import GENERATION, bare, in_reading_order, is_body, without_tags

BY = re.compile(
    r"^(?:(?:written |reporting |reported |story |text |words |posted |edited )?by\b:?|authors?:|par|por|от|автор:)\s+",
    re.IGNORECASE,
)
PUBLISHED_BY = re.compile(r"^(?:re)?(?:published|released|issued|provided)\s+by\b", re.IGNORECASE)
PIECES = re.compile(r"\s*[|·•‧]\s*|\s+[-–—]\s+")
SEPARATOR = re.compile(r"\s*(,| and | & |;)\s*(?:and )?")
SUFFIX = re.compile(rf",\s*(?={GENERATION}(?:$|[,;\s]))")
KEPT = "\ue000"  # stands for the comma of "Hale, Jr." while names are cut at commas
WHERE = re.compile(r"\s+(?:in|for|at|from|with)\s+(?=[A-Z]).*$")
WHEN = re.compile(
    rf"[\s,]*\b(?:(?:last )?(?:updated|published|posted|modified)\b.*|(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,? ?)?(?:{MONTH.format(9)} ?)?\d.*)$",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"(?:(?:our|senior|staff|chief|special|guest|political|foreign|business|science|sports?|health|diplomatic|economics|technology|contributing|freelance|associate|deputy|managing)\s+)*"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|analysts?|photographers?|agencies|agency)(?:\s+(?:in|at|for)\s.*)?",
    re.IGNORECASE,
)
AGENCY = re.compile(r"reuters|a\.?p\.?|afp|upi|dpa|efe|ansa|tass|xinhua|bbc|cnn|bloomberg", re.IGNORECASE)  # bodies of one word
NOBODY = re.compile(
    r"(?:(?:the )?(?:admin|administrator|editors?|editorial(?: team| staff| board| desk)?|staff|unknown|none|n/?a|null|author|user|guest|webmaster|root|default|newsroom|news ?desk|web ?desk|desk)"
    r"|anonym(?:ous|e|us)?|anonymer|anon|an[óo]nim[oa]|autor an[óo]nimo|аноним|без автора|匿名|佚名|익명|مجهول|redacci[óo]n|(?:la )?r[ée]daction|(?:die )?redaktion|(?:la )?redazione|редакция|编辑部"
    r"|(?:(?:re)?(?:published|released|written|posted|issued|reported) )?by|https?://.*|www\..*|.*@.*|[\W\d_]*)",
    re.IGNORECASE,
)
LONGEST = 100  # characters of a name


def in_byline(line: str) -> list[str]:
    """Return the names in a byline, without "By", dates and places, and without the publisher after a person."""
    pieces = [piece for piece in PIECES.split(line.strip()) if piece]
    words = next((piece for piece in pieces if BY.match(piece)), pieces[0] if pieces else "")
    if PUBLISHED_BY.match(words):
        return []
    words = SUFFIX.sub(KEPT, without_tags(BY.sub("", words)))
    first, *rest = SEPARATOR.split(words)
    parts = [("", first), *zip(rest[::2], rest[1::2], strict=True)]
    if one_body([part for _, part in parts]):
        return cleaned(words)
    names: list[str] = []
    for separator, part in parts:
        name = WHEN.sub("", part)
        placed = WHERE.sub("", name)
        name = placed if " " in placed.strip() else name  # "Doctors for Peace" is a name
        publisher = separator.strip() == "," and is_body(name) and any(not is_body(before) for before in names)
        names += [] if publisher or ROLE.fullmatch(name) else cleaned(name)
    return names


def in_field(words: str) -> list[str]:
    """Return the names in an author field that may hold several, cut only where each part can stand for a person or a body."""
    words = words.partition("|")[0].strip()
    if PUBLISHED_BY.match(words):
        return []
    if ";" in words:
        return [name for part in words.split(";") if not ROLE.fullmatch(part.strip()) for name in one_name(in_reading_order(part))]
    words = SUFFIX.sub(KEPT, without_tags(BY.sub("", words)))
    parts = [part.strip() for part in SEPARATOR.split(words)[::2]]
    parts = [part for part in parts if part.strip(".") and not ROLE.fullmatch(part) and not dated(part)]
    if one_body(parts) or not all(" " in part or AGENCY.fullmatch(part) or NOBODY.fullmatch(part) for part in parts):
        return cleaned(words)
    return [name for part in parts for name in cleaned(part)]


def one_name(name: str) -> list[str]:
    """Return the name in a field that holds one, as a list, which is empty where it names nobody."""
    if PUBLISHED_BY.match(name.strip()):
        return []
    name, comma, role = BY.sub("", name.partition("|")[0].strip()).rpartition(",")
    return cleaned(name if comma and ROLE.fullmatch(role.strip()) else f"{name}{comma}{role}")


def one_body(parts: Sequence[str]) -> bool:
    """Return whether the parts of a list are one body: "Department of Energy" with "Climate Change", "Baker" and "Lee" with "Partners LLP"."""
    if len(parts) < 2:
        return False
    of_several = is_body(parts[0]) and re.search(r" (?:of|for) ", parts[0])
    firm = is_body(parts[-1]) and " " in parts[-1].strip() and not any(" " in part.strip() or is_body(part) for part in parts[:-1])
    return bool(of_several or firm)


def cleaned(name: str) -> list[str]:
    """Return a name without titles and stray signs, as a list, which is empty for words that name nobody."""
    name = spelt_out(unicodedata.normalize("NFC", name.replace(KEPT, ", "))).strip(" ,;:/–—-")
    name = bare(name if re.search(r"\b(?:Jr|Sr|Inc|Ltd|Corp|Co)\.$", name) else name.rstrip("."))
    return [name] if name and len(name) <= LONGEST and not NOBODY.fullmatch(name) else []
