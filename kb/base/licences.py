"""The access that known licences allow, used for a source for which nobody chose an access.

A rights notice counts only when the whole of it is one of the spellings below. “Not public domain”, “formerly CC BY” and “CC BY 4.0, but
not the photographs” are none of them, and their sources stay private until a person says otherwise.
"""

from __future__ import annotations

import re
import unicodedata

from kb.errors import DataError, actions

PUBLIC, QUOTES, PRIVATE = LEVELS = ("public", "quotes", "private")  # words of sources.access, the most open first

VERSION = r"(?:[ -]v?[1-4]\.[05])?"
PORT = r"(?:[ -](?:at|au|de|igo|jp|nl|uk|us|international|unported|generic))?"
CC, ATTRIBUTION = r"cc[ -]by", r"creative commons attribution"
SHARE_ALIKE, NO_DERIVATIVES, NON_COMMERCIAL = r"share ?-?alike", r"no ?-?deriv(?:ative)?s", r"non ?-?commercial"
CC_URL = r"https?://creativecommons\.org"
DEED = r"(?:/[1-4]\.[05](?:/(?:[a-z]{2}|igo))?(?:/(?:legalcode|deed)(?:\.[a-z-]+)?)?)?/?"
OGL_URL = r"https?://(?:www\.)?nationalarchives\.gov\.uk/doc/open-government-licence(?:/version/[123])?/?"

# The SPDX identifier, or one of its kind, and what may be shown under that licence: (identifier, access, spellings).
# Whoever reads the public edition is not known, so that a licence for non-commercial use opens no whole text.
LICENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Public-Domain", PUBLIC, (r"(?:in the )?public[ -]domain", rf"public domain mark{VERSION}", rf"{CC_URL}/publicdomain/mark{DEED}")),
    ("CC0-1.0", PUBLIC, (rf"cc[ -]?(?:0|zero){VERSION}(?: universal)?", rf"creative commons zero{VERSION}(?: universal)?")),
    ("CC0-1.0", PUBLIC, (rf"{CC_URL}/publicdomain/zero{DEED}",)),
    ("CC-BY", PUBLIC, (rf"{CC}{VERSION}{PORT}", rf"{ATTRIBUTION}{VERSION}{PORT}", rf"{CC_URL}/licenses/by{DEED}")),
    (
        "CC-BY-SA",
        PUBLIC,
        (rf"{CC}[ -]sa{VERSION}{PORT}", rf"{ATTRIBUTION}[ -]{SHARE_ALIKE}{VERSION}{PORT}", rf"{CC_URL}/licenses/by-sa{DEED}"),
    ),
    (
        "CC-BY-ND",
        PUBLIC,
        (rf"{CC}[ -]nd{VERSION}{PORT}", rf"{ATTRIBUTION}[ -]{NO_DERIVATIVES}{VERSION}{PORT}", rf"{CC_URL}/licenses/by-nd{DEED}"),
    ),
    ("OGL-UK", PUBLIC, (r"ogl[ -]uk[ -][123]\.0", r"ogl v?[23]\.0", r"open government licen[cs]e(?: v?[123]\.0)?", OGL_URL)),
    ("ODC-By-1.0", PUBLIC, (r"odc[ -]by[ -]1\.0", r"open data commons attribution(?: 1\.0)?")),
    ("PDDL-1.0", PUBLIC, (r"pddl[ -]1\.0",)),
    ("CC-BY-NC", QUOTES, (rf"{CC}[ -]nc(?:[ -](?:sa|nd))?{VERSION}{PORT}", rf"{CC_URL}/licenses/by-nc(?:-(?:sa|nd))?{DEED}")),
    ("CC-BY-NC", QUOTES, (rf"{ATTRIBUTION}[ -]{NON_COMMERCIAL}(?:[ -](?:{SHARE_ALIKE}|{NO_DERIVATIVES}))?{VERSION}{PORT}",)),
)
KNOWN = tuple((access, re.compile("|".join(f"(?:{spelling})" for spelling in spellings))) for _, access, spellings in LICENCES)
AROUND = re.compile(r"(?:(?:this (?:work|text) is )?licen[cs]ed under |licen[cs]e: )?(?:the |a )?(.+?)(?: licen[cs]e)?")
WITH_ADDRESS = re.compile(r"(.+?)[ ,:;(<]+(https?://[^ ()<>]+)[)>]?")  # a licence's name, and where it can be read


def access_under(rights: str | None) -> str:
    """Return the access of a source with this rights notice, which is private unless the whole notice names a known licence."""
    notice = " ".join(unicodedata.normalize("NFKC", rights or "").split()).casefold().rstrip(" .;,")
    if match := WITH_ADDRESS.fullmatch(notice):
        named, linked = licensed(match[1]), licensed(match[2])
        return named if named == linked else PRIVATE
    return licensed(notice)


def licensed(notice: str) -> str:
    """Return the access that a licence allows, given by its name or address, or private where it is not known."""
    for words in (notice, AROUND.sub(r"\1", notice) if AROUND.fullmatch(notice) else notice):
        for access, spelling in KNOWN:
            if spelling.fullmatch(words):
                return access
    return PRIVATE


def stricter(access: str, other: str) -> bool:
    """Return whether the first access shows less than the other."""
    return rank(access) > rank(other)


def refuse_stricter(source_id: str, wanted: str | None, present: str) -> None:
    """Raise DataError where a text is to be less open than its source, whose access would apply to it too."""
    if wanted and stricter(wanted, present):
        raise DataError(
            f"{source_id} is {present} in this base, and a text of it that is {wanted} would be shown like the others",
            where="access",
            remedy=(f"first make the source {wanted}", actions.correct(source_id, "access")),
        )


def rank(access: str) -> int:
    """Return the place of an access in LEVELS, the most open first. A word that is not in it counts as private."""
    return LEVELS.index(access if access in LEVELS else PRIVATE)
