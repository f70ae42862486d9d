"""From bytes to characters: byte order mark, declared charset, UTF-8, and last a guess that is told.

Bytes that fit no charset as a whole are refused where they are all there is (plain text), and shown as U+FFFD in HTML, where
most of a page is not the article; what is left of them in the article is refused there.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from kb.errors import DataError
from kb.reading.language import language
from kb.reading.needs import library

MARKS = (  # the longer first: UTF-32 begins as UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
# Charsets that texts are written in: not every codec of Python spells characters, and some run code points of their own.
KNOWN = re.compile(
    r"utf-?8|utf-?(16|32)(-?[lb]e)?|(iso-?)?8859-?\d+|latin-?\d|us-ascii|ascii|(windows-?|cp)125\d|koi8-[ru]|gbk|gb2312|gb18030|big5(-hkscs)?"
    r"|shift[-_]jis|cp932|euc-(jp|kr)|iso-2022-jp|macintosh|mac-roman|cp(437|850|866|874)|iso-?8859-?\d+|tis-620"
)
# Pages that declare the narrow charset are written in the wide one, and browsers read them so.
WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "shift_jis": "cp932"}
# Common words are mostly written in plain letters, so they show the language before its accents can be read. Charset detectors
# take texts in western languages for central European ones (measured: French and German in windows-1252 for windows-1250).
OF_LANGUAGES = {"cp1252": ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da"), "cp1250": ("pl", "cs"), "cp1254": ("tr",)}
CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Decoded:
    """The characters, the charset they were read in, and where the first byte lies that does not fit it (None: all fit)."""

    text: str
    charset: str
    bad_byte: int | None = None
    warnings: list[str] = field(default_factory=list)


def charset_of(said: str | None) -> str | None:
    """The charset that a Content-Type names, as Python calls it; None for none and for one that texts are not written in."""
    match = CHARSET.search(said or "")
    if not match or not KNOWN.fullmatch(match[1].lower().replace("_", "-").replace("shift-jis", "shift_jis")):
        return None
    try:
        name = codecs.lookup(match[1]).name
    except LookupError:
        return None
    return WIDER.get(name, name)


def decode(data: bytes, declared: str | None = None, *, where: str = "", strict: bool = True) -> Decoded:
    """The characters of the bytes. `strict` refuses what fits no charset; otherwise such bytes become U+FFFD, and it is told."""
    for mark, charset in MARKS:
        if data.startswith(mark):
            return whole(data, charset, where)
    for charset in filter(None, (declared, "utf-8")):
        try:
            text = data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
        odd = [f"the page says its charset is {declared}, but its bytes are UTF-8"] if declared and charset != declared else []
        return Decoded(text, charset, warnings=odd)
    error = utf8_error(data)
    if not mixed(data):
        guess = guessed(data)
        if guess:
            return Decoded(
                data.decode(guess), guess, warnings=[f"no charset is declared; read as {guess}, by its bytes: check the accents"]
            )
    if strict:
        line = data[:error].count(b"\n") + 1
        raise DataError(
            f"byte {error} (line {line}) is not UTF-8" + (", though others are: two encodings are mixed" if mixed(data) else ""),
            where=where,
            remedy="save the text as UTF-8 throughout, for instance with: iconv -f WINDOWS-1252 -t UTF-8",
        )
    return Decoded(data.decode("utf-8", "replace"), "utf-8", error, [f"bytes from {error} on are not UTF-8; they stand as \ufffd"])


def whole(data: bytes, charset: str, where: str) -> Decoded:
    """What a byte order mark promises, kept to the letter."""
    try:
        return Decoded(data.decode(charset), charset.removesuffix("-sig"))
    except UnicodeDecodeError as error:
        raise DataError(
            f"byte {error.start} is not {charset.removesuffix('-sig').upper()}, which the byte order mark promises",
            where=where,
            remedy="save the text as UTF-8",
        ) from error


def utf8_error(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def mixed(data: bytes) -> bool:
    """Whether some characters beyond ASCII are UTF-8, and other bytes are not."""
    kept = data.decode("utf-8", "ignore")
    return any(ord(character) > 0x7F for character in kept) if not kept.isascii() else False


def guessed(data: bytes) -> str | None:
    """The charset that bytes are most likely in, or None. Control characters speak against its being a text at all."""
    if re.search(rb"[\x00-\x08\x0e-\x1f]", data):
        return None
    shown = language(data[:200_000].decode("cp1252", "replace"))
    charset = next((name for name, languages in OF_LANGUAGES.items() if shown in languages), None)
    if charset is None:
        best = library("charset_normalizer", "a text that is not UTF-8").from_bytes(data[:200_000]).best()
        charset = charset_of(f"charset={best.encoding}") if best else None
    try:
        data.decode(charset or "ascii")
    except UnicodeDecodeError:
        return None
    return charset
