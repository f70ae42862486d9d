"""Record that a person belongs to a body where an accepted claim says so: "Ada Holm is a research fellow at the Port League"."""

from __future__ import annotations

import re

from kb.base.runs import Run
from kb.base.words import Stance
from kb.facts import Added
from kb.names.affiliations import plan_affiliation
from kb.names.lookup import Lookup

OFFICE = re.compile(
    r"\b(?:is|serves as)\s+(?:an?|the)?\s*(?P<post>[^,;]*?)\s+(?:of|at|with|for|in)\s+(?P<whole>(?:the\s+)?[A-Z][^,;]*?)\.?$"
)
PAST = re.compile(r"\b(?:former|ex-|late|retired|not|no longer|would-be|critic|opponent|friend|victim|supporter|fan)\b", re.IGNORECASE)
MEMBER = re.compile(r"\bmember$", re.IGNORECASE)
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
BY_PREDICATE = {"member-of": "member-of", "works-for": "affiliated-with"}
STATES = ("state", "government")
CLAIM = "SELECT claims.text, subject_id, predicate_id, object_id, actors.kind FROM claims JOIN actors ON actors.id = subject_id WHERE claims.id = ?"
KIND = "SELECT kind FROM actors WHERE id = ?"
ASSERTED = "SELECT stance, certainty FROM assertions WHERE id = ?"


def record_belonging(run: Run, added: Added) -> bool:
    """Record the affiliation that an accepted claim states, as resting on that claim, and return whether it is new.

    A claim that is denied or doubted, that tells of a former office, or whose body the base lacks, records nothing.
    """
    lookup = Lookup(run.connection)
    rows = lookup.rows(CLAIM, added.claim_id)
    if not rows or lookup.rows(ASSERTED, added.assertion_id) != [(Stance.AFFIRMS, "certain")]:
        return False
    text, subject, predicate, object_id, kind = rows[0]
    said = by_predicate(lookup, predicate, object_id) or (by_office(lookup, text) if kind == "person" else None)
    if said is None or said[0] == subject:
        return False
    whole, role = said
    return run.put("affiliations", plan_affiliation(lookup, {"entity": subject, "whole": whole, "role": role, "claim_id": added.claim_id}))


def by_predicate(lookup: Lookup, predicate: str | None, object_id: str | None) -> tuple[str, str] | None:
    """Return the body and the role that a triple states by its predicate, or None."""
    role = BY_PREDICATE.get(predicate or "")
    return (object_id, role) if role and object_id and lookup.rows(KIND, object_id) else None


def by_office(lookup: Lookup, text: str) -> tuple[str, str] | None:
    """Return the body and the role that a sentence of the form "NAME is POST of BODY" states, or None where the base has no such body."""
    office = OFFICE.search(text)
    if office is None or PAST.search(office["post"]):
        return None
    rows = lookup.by_name(office["whole"]) or lookup.by_name(ARTICLE.sub("", office["whole"]))
    if len(rows) != 1 or rows[0][1] != "actor" or rows[0][2]:
        return None
    whole = rows[0][0]
    if MEMBER.search(office["post"]):
        return whole, "member-of"
    kind = lookup.rows(KIND, whole)[0][0]
    return (whole, "official-of" if kind in STATES else "affiliated-with") if kind != "person" else None
