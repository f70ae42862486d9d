"""Compare a proposed statement with the claims of the base that say something of the same subject: by predicate, object, stance and time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kb.propose.against import wording
from kb.propose.against.figures import UNDONE, later, same_time
from kb.propose.against.suggestion import Suggestion
from kb.propose.against.wording import OPPOSITES

ROWS = 200  # claims of one subject that are compared at most
ENOUGH = 3  # subjects with one object each that show that a predicate has only one
SURE, LIKELY, MAYBE = 0.9, 0.8, 0.6
LIKE = 0.85  # likeness of two objects in words from which on they are the same

_COLUMNS = """claims.id, claims.kind, claims.predicate_id, predicates.label, claims.object_id, claims.object_text, coalesce(as_of, about_time),
 (SELECT group_concat(DISTINCT stance) FROM assertions WHERE claim_id = claims.id AND assertions.status <> 'retracted')"""
_FROM = "FROM claims JOIN predicates ON predicates.id = claims.predicate_id LEFT JOIN quantities ON quantities.claim_id = claims.id"
_CURRENT = "claims.status <> 'retracted' AND claims.merged_into_id IS NULL"
OF_SUBJECT = f"""SELECT {_COLUMNS} {_FROM} WHERE claims.subject_id = :subject AND (claims.predicate_id = :predicate OR claims.object_id = :object)
 AND {_CURRENT} ORDER BY claims.id LIMIT {ROWS}"""
MIRRORED = f"""SELECT {_COLUMNS} {_FROM} WHERE claims.subject_id = :object AND claims.object_id = :subject AND claims.predicate_id = :predicate
 AND predicates.symmetric = 1 AND {_CURRENT} ORDER BY claims.id LIMIT {ROWS}"""
ONE_OBJECT = f"""SELECT count(*), max(objects) FROM (SELECT count(DISTINCT coalesce(object_id, object_text)) AS objects FROM
 (SELECT subject_id, object_id, object_text FROM claims WHERE predicate_id = ? AND subject_id IS NOT NULL AND {_CURRENT} LIMIT 1000)
 GROUP BY subject_id)"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a proposal says: ids of the base for subject, predicate and object, or the object in words; its stance, kind and EDTF time."""

    subject: str
    predicate: str
    object: str | None
    object_text: str | None = None
    stance: str = "affirms"
    kind: str = "factual"
    when: str | None = None


class Known(NamedTuple):
    """A claim of the base about the same subject, with the stances that its voices take; who only reports is uncommitted."""

    id: str
    kind: str
    predicate: str
    label: str
    object: str | None
    object_text: str | None
    when: str | None
    stances: str | None


def suggest(connection: sqlite3.Connection, said: Said) -> Iterator[Suggestion]:
    """Yield at most one suggestion for each claim of the base about the same subject."""
    values = {"subject": said.subject, "predicate": said.predicate, "object": said.object}
    one_object: bool | None = None
    label = connection.execute("SELECT label FROM predicates WHERE id = ?", (said.predicate,)).fetchone()
    for mirrored, sql in ((False, OF_SUBJECT), (True, MIRRORED)):
        for row in connection.execute(sql, values).fetchall() if said.object or not mirrored else ():
            known = Known(*row)
            if (said.kind in UNDONE) != (known.kind in UNDONE):
                continue
            same = mirrored or same_object(said, known)
            if known.predicate != said.predicate:
                found = opposite(said, known, label[0] if label else "") if same else None
            elif same:
                found = same_statement(said, known)
            else:
                one_object = has_one_object(connection, said.predicate) if one_object is None else one_object
                found = other_object(said, known) if one_object else None
            if found is not None:
                yield found


def same_object(said: Said, known: Known) -> bool:
    """Whether both have the same entity for an object, or words that mean much the same."""
    if said.object or known.object:
        return said.object == known.object
    mine, theirs = wording.of(said.object_text or ""), wording.of(known.object_text or "")
    return mine.figures == theirs.figures and wording.likeness(mine, theirs) >= LIKE


def same_statement(said: Said, known: Known) -> Suggestion:
    """Return the suggestion for a claim with the same subject, predicate and object."""
    theirs = set((known.stances or "").split(","))
    against = {"affirms": "denies", "denies": "affirms"}.get(said.stance)
    same = same_time(said.when, known.when)
    if same is False:
        if later(said.when, known.when):
            why = f"the same statement of a later time: {said.when} after {known.when}"
            return Suggestion(known.id, "updates", "same statement, later", why, MAYBE)
        return Suggestion(known.id, "", "same statement, earlier", "the same statement of an earlier time", 0.0)
    if against and theirs <= {against, "uncommitted"} and against in theirs:
        why = f"the same statement, which the base has somebody {'deny' if against == 'denies' else 'affirm'}"
        return Suggestion(known.id, "contradicts", "same statement, other stance", why, SURE)
    score = SURE if same else LIKELY
    return Suggestion(known.id, "agrees", "same statement", "the same subject, predicate and object", score)


def other_object(said: Said, known: Known) -> Suggestion | None:
    """Return the suggestion for a claim that gives the subject another object of a predicate that has only one at a time."""
    if said.stance != "affirms" or "affirms" not in (known.stances or ""):
        return None
    same = same_time(said.when, known.when)
    if same is False:
        if not later(said.when, known.when):
            return None
        return Suggestion(
            known.id, "updates", "other object, later", f"another object at a later time: {said.when} after {known.when}", LIKELY
        )
    why = "the same subject and predicate with another object, where the base never has two for one subject"
    return Suggestion(known.id, "contradicts", "other object", why, LIKELY if same else MAYBE)


def opposite(said: Said, known: Known, label: str) -> Suggestion | None:
    """Return the suggestion for a claim whose relation is the opposite: "supports" against "opposes"."""
    mine, theirs = set(label.lower().split()), set(known.label.lower().split())
    pairs = [(one, other) for one in mine - theirs for other in theirs - mine if (one, other) in OPPOSITES]
    if not pairs or said.stance != "affirms" or same_time(said.when, known.when) is False:
        return None
    return Suggestion(known.id, "contradicts", "opposite relation", f"“{label}” against “{known.label}”", LIKELY)


def has_one_object(connection: sqlite3.Connection, predicate: str) -> bool:
    """Whether at least ENOUGH subjects of the base have this predicate, and none of them with two objects."""
    subjects, most = connection.execute(ONE_OBJECT, (predicate,)).fetchone()
    return bool(subjects >= ENOUGH and most == 1)
