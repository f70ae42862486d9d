"""Ids: minted from content, so that bases built apart can be merged, and readable ids that people choose.

A minted id is a prefix, a hyphen, and the first 12 characters of lower-case base32 SHA-256 over the parts joined by U+001F.
It is minted when a row is first recorded and kept ever after, whatever is corrected later.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata

from kb.base.model import TABLE_OF_PREFIX
from kb.errors import DataError

SEPARATOR = "\x1f"
MINTED = tuple(f"{prefix}-" for prefix in TABLE_OF_PREFIX)
TAIL = 6  # hexadecimal characters by which ids made from the same words differ
LONGEST_READABLE = 60  # characters of an id that is made from a title or a name
BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
PAIRS = [high + low for high in BASE32 for low in BASE32]  # the spelling of every ten bits


def mint(prefix: str, *parts: object) -> str:
    """Mint an id from its parts, where None counts as the empty text."""
    joined = SEPARATOR.join(["" if part is None else str(part) for part in parts])
    bits = int.from_bytes(hashlib.sha256(joined.encode("utf-8")).digest()[:8], "big") >> 4  # sixty, for twelve characters
    return f"{prefix}-{''.join([PAIRS[bits >> shift & 1023] for shift in (50, 40, 30, 20, 10, 0)])}"


def collapse(text: str) -> str:
    """Return the text in NFC with each run of white space as one space, the form in which claim texts are stored and compared."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def claim_id(text: str) -> str:
    return mint("clm", collapse(text))


def snapshot_id(source_id: str, sha256: str) -> str:
    return mint("snp", source_id, sha256)


def section_id(snapshot: str, start: int) -> str:
    return mint("sec", snapshot, start)


def sentence_id(snapshot: str, start: int) -> str:
    return mint("sen", snapshot, start)


def passage_id(snapshot: str, start: int, end: int) -> str:
    return mint("psg", snapshot, start, end)


def mention_id(snapshot: str, start: int, end: int, entity: str) -> str:
    return mint("men", snapshot, start, end, entity)


def assertion_id(claim: str, passage: str, speaker: str, reported_in: str | None) -> str:
    return mint("ast", claim, passage, speaker, reported_in)


# Relations that mean the same in both directions are minted with the smaller claim id first.
SYMMETRIC = frozenset({"agrees", "contradicts"})


def relation_id(from_claim: str, relation: str, to_claim: str) -> str:
    if relation in SYMMETRIC and to_claim < from_claim:
        from_claim, to_claim = to_claim, from_claim
    return mint("rel", from_claim, relation, to_claim)


def affiliation_id(entity: str | None, whole: str | None, role: str | None, claim: str | None, start: str | None, end: str | None) -> str:
    return mint("aff", entity, whole, role, claim, start, end)


def citation_id(citing: str, cited: str | None, passage: str) -> str:
    return mint("cit", citing, cited, passage)


def event_order_id(event: str, relation: str, other: str, claim: str | None) -> str:
    return mint("ord", event, relation, other, claim)


def distinct_id(entity: str, other: str) -> str:
    return mint("dst", *sorted((entity, other)))


def run_id(started_at: str, contributor: str) -> str:
    return mint("run", started_at, contributor, secrets.token_hex(16))


def prefixed(prefix: str, name: str) -> str:
    """Return a curator's name for a row as its id, with the prefix in front unless it has it already."""
    return name if name.startswith(prefix + "-") else f"{prefix}-{name}"


def slug(words: str) -> str:
    """Return words in lower-case a-z, 0-9 and hyphens, letters of other scripts transliterated, or an empty string where there is none."""
    return re.sub(r"[^a-z0-9]+", "-", "".join(map(transliterated, unicodedata.normalize("NFC", words))).lower()).strip("-")


def transliterated(character: str) -> str:
    """Return a character in ASCII: apostrophes and invisible characters as nothing, other signs as a blank, and syllables of Han and Hangul as words of their own."""
    if character.isascii():
        return character
    from anyascii import anyascii  # here, since most commands never need it

    kind = unicodedata.category(character)
    if kind[0] not in "LNM":
        return "" if kind == "Cf" or character in "’‘" else " "
    letters = re.sub(r"['`]", "", anyascii(character))
    return f" {letters}" if letters[:1].isupper() and kind == "Lo" else letters


def readable_id(words: str, kind: str = "actor") -> str:
    """Return an id of at most LONGEST_READABLE characters made from words.

    Where they hold no letter, or would look like a minted id, it begins with `kind`, so that no name or title is without an id.
    """
    name = slug(words)[:LONGEST_READABLE].strip("-") or short_digest(words)
    return f"{kind}-{name}"[:LONGEST_READABLE].strip("-") if not slug(words) or f"{name}-".startswith(MINTED) else name


def source_id(title: str, sha256: str) -> str:
    """Return the id of a source made from its title and the SHA-256 of its text, since texts often share a title ("Morning briefing")."""
    return f"{readable_id(title, 'text')[: LONGEST_READABLE - TAIL - 1].strip('-')}-{sha256[:TAIL]}"


def told_apart(name: str, words: str) -> str:
    """Return an id that was made from words, with a tail from the words, for one that is in use already."""
    return f"{name[: LONGEST_READABLE - TAIL - 1].strip('-')}-{short_digest(words)}"


def short_digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:TAIL]


def check_entity_id(name: str, where: str = "") -> str:
    """Return a readable id unchanged. Raises DataError where it is malformed or begins like a minted id."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        suggestion = slug(name)
        raise DataError(
            f"{name!r} is not an id: ids use a-z, 0-9 and hyphens",
            where=where,
            remedy=f"write {suggestion!r}" if suggestion else "choose another",
        )
    if name.startswith(MINTED):
        raise DataError(f"{name!r} begins like a minted id", where=where, remedy="choose an id with another first word")
    return name
