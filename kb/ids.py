"""Ids minted from content: the same content gets the same id everywhere, so bases built apart can be merged.

An id is a prefix, a hyphen, and the first 12 characters of lower-case base32 SHA-256 over the parts joined by U+001F.
It is minted when a row is first recorded and kept ever after, whatever is corrected later.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata

from kb.errors import DataError

SEPARATOR = "\x1f"
BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
PAIRS = [one + other for one in BASE32 for other in BASE32]  # what ten bits are spelt as
PREFIXES = ("snp", "sec", "sen", "psg", "men", "clm", "ast", "rel", "cit", "prp", "run")


def mint(prefix: str, *parts: object) -> str:
    """Mint an id from its parts; None counts as the empty text."""
    joined = SEPARATOR.join(["" if part is None else str(part) for part in parts])
    bits = int.from_bytes(hashlib.sha256(joined.encode("utf-8")).digest()[:8], "big") >> 4  # sixty, for twelve characters
    return f"{prefix}-{''.join([PAIRS[bits >> shift & 1023] for shift in (50, 40, 30, 20, 10, 0)])}"


def collapse(text: str) -> str:
    """NFC with every run of white space made one space: the form in which claim texts are kept and compared."""
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


# Relations that mean the same both ways round are minted with the smaller claim id first.
SYMMETRIC = frozenset({"agrees", "contradicts"})


def relation_id(from_claim: str, relation: str, to_claim: str) -> str:
    if relation in SYMMETRIC and to_claim < from_claim:
        from_claim, to_claim = to_claim, from_claim
    return mint("rel", from_claim, relation, to_claim)


def citation_id(citing: str, cited: str | None, passage: str) -> str:
    return mint("cit", citing, cited, passage)


def run_id(started_at: str, contributor: str) -> str:
    return mint("run", started_at, contributor, secrets.token_hex(16))


def prefixed(prefix: str, name: str) -> str:
    """The id of a row that a curator named: the name with the prefix in front, unless it is there already."""
    return name if name.startswith(prefix + "-") else f"{prefix}-{name}"


def check_entity_id(name: str, where: str = "") -> str:
    """Return a readable id as it is, or refuse it."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        suggestion = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()).strip("-")
        raise DataError(
            f"{name!r} is not an id: ids use a-z, 0-9 and hyphens",
            where=where,
            remedy=f"write {suggestion!r}" if suggestion else "choose another",
        )
    if name.startswith(tuple(f"{prefix}-" for prefix in PREFIXES)):
        raise DataError(f"{name!r} begins like a minted id", where=where, remedy="choose an id with another first word")
    return name
