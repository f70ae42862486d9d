"""Decode the bytes of an article by its byte order mark, its declared charset, UTF-8, or at last a guess, with a warning.

Bytes that fit no charset as a whole are refused in plain text. In HTML they become U+FFFD, because most of a page is not the
article, and kb.articles.html refuses the page only when the article itself contains them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from kb.articles.language import language
from kb.articles.optional import library
from kb.errors import DataError
from kb.texts import charsets

MARKS = (  # the longer marks first, since that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
# Charsets that texts are written in. Python's other codecs include some that decode no characters or transform data.
KNOWN = re.compile(
    r"utf-?8|utf-?(16|32)(-?[lb]e)?|(iso-?)?8859-?\d+|latin-?\d|us-ascii|ascii|(windows-?|cp)125\d|koi8-[ru]|gbk|gb2312|gb18030|big5(-hkscs)?"
    r"|shift[-_]jis|cp932|euc-(jp|kr)|iso-2022-jp|macintosh|mac-roman|cp(437|850|866|874)|iso-?8859-?\d+|tis-620"
)
# Pages that declare the narrow charset are in fact written in the wide one, and browsers decode them so.
WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "shift_jis": "cp932"}
# Common words are mostly written in plain letters, so they show the language before its accents can be decoded. Charset detectors
# mistake western for central European languages (measured: French and German in windows-1252 were taken for windows-1250).
OF_LANGUAGES = {"cp1252": ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da"), "cp1250": ("pl", "cs"), "cp1254": ("tr",)}
CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Decoded:
    """A decoded text with its charset. `bad_byte` is the offset of the first byte that does not fit the charset, None if all fit."""

    text: str
    charset: str
    bad_byte: int | None = None
    warnings: list[str] = field(default_factory=list)


def charset_of(content_type: str | None) -> str | None:
    """Return Python's name of the charset in a Content-Type header, or None where it names none that texts are written in."""
    match = CHARSET.search(content_type or "")
    if not match or not KNOWN.fullmatch(match[1].lower().replace("_", "-").replace("shift-jis", "shift_jis")):
        return None
    try:
        name = codecs.lookup(match[1]).name
    except LookupError:
        return None
    return WIDER.get(name, name)


def decode(data: bytes, declared: str | None = None, *, where: str = "", strict: bool = True) -> Decoded:
    """Return the decoded text.

    Bytes that fit no charset raise DataError when `strict`, and otherwise become U+FFFD, with a warning.
    """
    for mark, charset in MARKS:
        if data.startswith(mark):
            return whole(data, charset, where)
    for charset in filter(None, (declared, "utf-8")):
        try:
            text = data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
        warnings = [f"the page says its charset is {declared}, but its bytes are UTF-8"] if declared and charset != declared else []
        return Decoded(text, charset, warnings=warnings)
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
            remedy="save each part as UTF-8 in the program that wrote it" if mixed(data) else charsets.remedy(data),
        )
    return Decoded(data.decode("utf-8", "replace"), "utf-8", error, [f"bytes from {error} on are not UTF-8; they stand as \ufffd"])


def whole(data: bytes, charset: str, where: str) -> Decoded:
    """Return the text decoded in the charset of its byte order mark. Raises DataError for any byte that does not fit it."""
    try:
        return Decoded(data.decode(charset), charset.removesuffix("-sig"))
    except UnicodeDecodeError as error:
        raise DataError(
            f"byte {error.start} is not {charset.removesuffix('-sig').upper()}, which the byte order mark promises",
            where=where,
            remedy="save the text as UTF-8",
        ) from error


def utf8_error(data: bytes) -> int:
    """Return the offset of the first byte that is not UTF-8, or 0."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def mixed(data: bytes) -> bool:
    """Whether the bytes contain valid UTF-8 characters beyond ASCII. It is asked where other bytes are known not to be UTF-8."""
    kept = data.decode("utf-8", "ignore")
    return any(ord(character) > 0x7F for character in kept) if not kept.isascii() else False


def guessed(data: bytes) -> str | None:
    """Return the charset that the bytes are most likely in, or None. Control characters mean that they are no text at all."""
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
